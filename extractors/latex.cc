// One walk from left to right with tables for accents, letters and signs. What a command applies to
// is the next group, command or character.
#include "extractors/latex.h"

#include <array>
#include <vector>

#include "text/normalize.h"

namespace litmine {
namespace {

struct Sign {
  std::string_view name, text;
};

/// Accents: a combining character behind the letter.
constexpr Sign kAccents[] = {
    {"`", "\u0300"},
    {"'", "\u0301"},
    {"^", "\u0302"},
    {"~", "\u0303"},
    {"=", "\u0304"},
    {"u", "\u0306"},
    {".", "\u0307"},
    {"\"", "\u0308"},
    {"r", "\u030A"},
    {"H", "\u030B"},
    {"v", "\u030C"},
    {"d", "\u0323"},
    {"c", "\u0327"},
    {"k", "\u0328"},
    {"b", "\u0331"},
    {"t", "\u0361"},
    {"G", "\u030F"},
    {"U", "\u030E"},
    {"bar", "\u0304"},
    {"overline", "\u0305"},
    {"hat", "\u0302"},
    {"tilde", "\u0303"},
    {"dot", "\u0307"},
    {"ddot", "\u0308"},
    {"acute", "\u0301"},
    {"grave", "\u0300"},
    {"check", "\u030C"},
    {"breve", "\u0306"},
    {"vec", "\u20D7"},
    {"ocirc", "\u030A"},
    {"textcommabelow", "\u0326"},
};

constexpr Sign kSigns[] = {
    {"ss", "ß"},
    {"SS", "ẞ"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"aa", "å"},
    {"AA", "Å"},
    {"o", "ø"},
    {"O", "Ø"},
    {"l", "ł"},
    {"L", "Ł"},
    {"i", "ı"},
    {"j", "ȷ"},
    {"dh", "ð"},
    {"DH", "Ð"},
    {"th", "þ"},
    {"TH", "Þ"},
    {"dj", "đ"},
    {"DJ", "Đ"},
    {"ng", "ŋ"},
    {"NG", "Ŋ"},
    {"&", "&"},
    {"%", "%"},
    {"$", "$"},
    {"#", "#"},
    {"_", "_"},
    {"{", "{"},
    {"}", "}"},
    {" ", " "},
    {",", " "},
    {";", " "},
    {":", " "},
    {"!", ""},
    {"/", ""},
    {"-", ""},
    {"@", ""},
    {"\\", " "},
    {"\n", " "},
    {"quad", " "},
    {"qquad", " "},
    {"newline", " "},
    {"par", "\n\n"},
    {"textasciitilde", "~"},
    {"textasciicircum", "^"},
    {"textbackslash", "\\"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textquotesingle", "'"},
    {"textquotedbl", "\""},
    {"guillemotleft", "«"},
    {"guillemotright", "»"},
    {"guilsinglleft", "‹"},
    {"guilsinglright", "›"},
    {"glqq", "„"},
    {"grqq", "“"},
    {"quotedblbase", "„"},
    {"quotesinglbase", "‚"},
    {"textbar", "|"},
    {"textless", "<"},
    {"textgreater", ">"},
    {"textbraceleft", "{"},
    {"textbraceright", "}"},
    {"textdollar", "$"},
    {"textunderscore", "_"},
    {"textbullet", "•"},
    {"textperiodcentered", "·"},
    {"textregistered", "®"},
    {"texttrademark", "™"},
    {"textcopyright", "©"},
    {"copyright", "©"},
    {"textdegree", "°"},
    {"degree", "°"},
    {"texteuro", "€"},
    {"euro", "€"},
    {"pounds", "£"},
    {"textsterling", "£"},
    {"textyen", "¥"},
    {"S", "§"},
    {"P", "¶"},
    {"dag", "†"},
    {"ddag", "‡"},
    {"ldots", "…"},
    {"dots", "…"},
    {"textellipsis", "…"},
    {"cdots", "…"},
    {"textexclamdown", "¡"},
    {"textquestiondown", "¿"},
    {"textmu", "µ"},
    {"textohm", "Ω"},
    {"textonehalf", "½"},
    {"textonequarter", "¼"},
    {"textthreequarters", "¾"},
    {"slash", "/"},
    {"TeX", "TeX"},
    {"LaTeX", "LaTeX"},
    {"BibTeX", "BibTeX"},
    {"times", "×"},
    {"pm", "±"},
    {"mp", "∓"},
    {"cdot", "·"},
    {"div", "÷"},
    {"leq", "≤"},
    {"le", "≤"},
    {"geq", "≥"},
    {"ge", "≥"},
    {"neq", "≠"},
    {"ne", "≠"},
    {"approx", "≈"},
    {"sim", "∼"},
    {"simeq", "≃"},
    {"equiv", "≡"},
    {"propto", "∝"},
    {"infty", "∞"},
    {"partial", "∂"},
    {"nabla", "∇"},
    {"sum", "∑"},
    {"prod", "∏"},
    {"int", "∫"},
    {"sqrt", "√"},
    {"to", "→"},
    {"rightarrow", "→"},
    {"leftarrow", "←"},
    {"leftrightarrow", "↔"},
    {"Rightarrow", "⇒"},
    {"uparrow", "↑"},
    {"downarrow", "↓"},
    {"in", "∈"},
    {"notin", "∉"},
    {"subset", "⊂"},
    {"cup", "∪"},
    {"cap", "∩"},
    {"emptyset", "∅"},
    {"forall", "∀"},
    {"exists", "∃"},
    {"neg", "¬"},
    {"wedge", "∧"},
    {"vee", "∨"},
    {"circ", "°"},
    {"prime", "′"},
    {"ell", "ℓ"},
    {"hbar", "ħ"},
    {"Re", "ℜ"},
    {"ll", "≪"},
    {"gg", "≫"},
    {"parallel", "∥"},
    {"perp", "⊥"},
    {"star", "⋆"},
    {"ast", "∗"},
    {"langle", "⟨"},
    {"rangle", "⟩"},
    {"lbrace", "{"},
    {"rbrace", "}"},
    {"alpha", "α"},
    {"beta", "β"},
    {"gamma", "γ"},
    {"delta", "δ"},
    {"epsilon", "ε"},
    {"varepsilon", "ε"},
    {"zeta", "ζ"},
    {"eta", "η"},
    {"theta", "θ"},
    {"vartheta", "ϑ"},
    {"iota", "ι"},
    {"kappa", "κ"},
    {"lambda", "λ"},
    {"mu", "μ"},
    {"nu", "ν"},
    {"xi", "ξ"},
    {"pi", "π"},
    {"rho", "ρ"},
    {"sigma", "σ"},
    {"varsigma", "ς"},
    {"tau", "τ"},
    {"upsilon", "υ"},
    {"phi", "φ"},
    {"varphi", "φ"},
    {"chi", "χ"},
    {"psi", "ψ"},
    {"omega", "ω"},
    {"Gamma", "Γ"},
    {"Delta", "Δ"},
    {"Theta", "Θ"},
    {"Lambda", "Λ"},
    {"Xi", "Ξ"},
    {"Pi", "Π"},
    {"Sigma", "Σ"},
    {"Upsilon", "Υ"},
    {"Phi", "Φ"},
    {"Psi", "Ψ"},
    {"Omega", "Ω"},
    {"textalpha", "α"},
    {"textbeta", "β"},
    {"textgamma", "γ"},
    {"sp", "^"},
    {"sb", "_"},
};

/// They set type, and what they set stays.
constexpr std::string_view kSetType[] = {
    "emph",
    "textit",
    "textbf",
    "textsc",
    "texttt",
    "textrm",
    "textsf",
    "textup",
    "textsl",
    "textmd",
    "textnormal",
    "text",
    "mbox",
    "hbox",
    "fbox",
    "mathrm",
    "mathit",
    "mathbf",
    "mathsf",
    "mathtt",
    "mathcal",
    "mathbb",
    "mathfrak",
    "mathscr",
    "boldsymbol",
    "bm",
    "ensuremath",
    "operatorname",
    "underline",
    "uline",
    "enquote",
    "mkbibquote",
    "mkbibemph",
    "mkbibbold",
    "NoCaseChange",
    "protect",
    "it",
    "bf",
    "em",
    "rm",
    "sc",
    "sf",
    "tt",
    "sl",
    "itshape",
    "bfseries",
    "scshape",
    "upshape",
    "rmfamily",
    "small",
    "large",
    "tiny",
    "footnotesize",
    "normalsize",
    "left",
    "right",
    "big",
    "Big",
    "bigl",
    "bigr",
    "displaystyle",
    "textstyle",
    "relax",
    "ignorespaces",
    "unskip",
    "nobreak",
    "allowbreak",
    "hspace",
    "vphantom",
    "limits",
    "textquoted",
    "foreignlanguage",
    "selectlanguage",
    "noopsort",
    "natexlab",
};

/// In these a raised or lowered number stands.
constexpr std::string_view kRaise[] = {"textsuperscript", "textsubscript"};

constexpr std::string_view kRaised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

template <std::size_t N>
const Sign* sign_named(const Sign (&table)[N], std::string_view name) {
  for (const Sign& sign : table)
    if (sign.name == name) return &sign;
  return nullptr;
}

template <std::size_t N>
bool is_one_of(const std::string_view (&table)[N], std::string_view name) {
  for (std::string_view one : table)
    if (one == name) return true;
  return false;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t bytes_of_character(std::string_view text, std::size_t at) {
  auto c = static_cast<unsigned char>(text[at]);
  std::size_t size = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  return std::min(size, text.size() - at);
}

class Walk {
 public:
  explicit Walk(std::string_view value) : value_(value) {}

  std::string run() {
    while (at_ < value_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    char c = value_[at_];
    switch (c) {
      case '\\':
        return command();
      case '{':
        groups_.push_back(raised_);
        ++at_;
        return;
      case '}':
        ++at_;
        if (!groups_.empty()) {
          raised_ = groups_.back();
          groups_.pop_back();
        }
        if (pending_ && groups_.size() < pending_depth_) drop_accent();
        return;
      case '$':
        return dollar();
      case '~':
        ++at_;
        return add(" ");
      case '^':
      case '_':
        if (math_) return raise(c == '^');
        break;
      case '-':
        if (dashes()) return;
        break;
      case '`':
      case '\'':
        if (quotes(c)) return;
        break;
      default:
        break;
    }
    std::size_t size = bytes_of_character(value_, at_);
    std::string_view character = value_.substr(at_, size);
    at_ += size;
    if (raised_ && size == 1 && c >= '0' && c <= '9')
      return add(kRaised[static_cast<std::size_t>(c - '0')]);
    add(character);
  }

  /// One character or sign; a waiting accent goes behind it.
  void add(std::string_view text) {
    if (pending_) {
      if (text == "ı") text = "i";
      if (text == "ȷ") text = "j";
      if (text == " " || text == "\n") {
        if (pending_wants_letter_) return;  // \v {c}, \c c
        drop_accent();
      }
    }
    out_ += text;
    if (!pending_) return;
    out_ += pending_->text;
    pending_ = nullptr;
    // Behind \'e one reads on; behind \'{e} the brace is closed as any other.
  }

  void drop_accent() {
    // an accent over nothing: the sign itself
    if (!pending_wants_letter_ && pending_) out_ += pending_->name;
    pending_ = nullptr;
  }

  void raise(bool up) {
    ++at_;
    while (at_ < value_.size() && value_[at_] == ' ') ++at_;
    if (at_ >= value_.size()) return;
    if (value_[at_] == '{') {
      groups_.push_back(raised_);
      raised_ = up;
      ++at_;
      return;
    }
    char c = value_[at_];
    if (up && c >= '0' && c <= '9') {
      ++at_;
      add(kRaised[static_cast<std::size_t>(c - '0')]);
    }
  }

  /// "$t$" is mathematics; "$5 and $10" is money, and so is a sign without a second.
  void dollar() {
    std::size_t end = math_ ? at_ : value_.find('$', at_ + 1);
    std::string_view inside = value_.substr(at_ + 1, end == value_.npos ? 0 : end - at_ - 1);
    bool money = end == value_.npos || (!math_ && inside.find_first_of("\\^_{}") == inside.npos &&
                                        inside.find(' ') != inside.npos);
    ++at_;
    if (money) return add("$");
    math_ = !math_;
  }

  /// \url{http://a.org/~b}: as it stands.
  void verbatim_group() {
    if (at_ >= value_.size() || value_[at_] != '{') return;
    std::size_t end = std::min(value_.find('}', at_), value_.size());
    add(value_.substr(at_ + 1, end - at_ - 1));
    at_ = std::min(end + 1, value_.size());
  }

  bool dashes() {
    std::string_view rest = value_.substr(at_);
    if (math_ || !rest.starts_with("--")) return false;
    bool three = rest.starts_with("---");
    at_ += three ? 3 : 2;
    add(three ? "—" : "–");
    return true;
  }

  bool quotes(char c) {
    std::string_view rest = value_.substr(at_);
    if (math_ || rest.size() < 2 || rest[1] != c) return false;
    at_ += 2;
    add(c == '`' ? "“" : "”");
    return true;
  }

  void command() {
    std::size_t begin = ++at_;
    if (begin >= value_.size()) return add("\\");
    std::size_t end = begin;
    while (end < value_.size() && is_letter(value_[end])) ++end;
    bool word = end > begin;
    if (!word) end = begin + bytes_of_character(value_, begin);
    std::string_view name = value_.substr(begin, end - begin);
    at_ = end;
    if (const Sign* accent = sign_named(kAccents, name)) return wait(accent, word);
    if (word) skip_blanks();
    if (name == "sp" || name == "sb") {
      --at_;  // raise() takes the sign
      return raise(name == "sp");
    }
    if (name == "(" || name == ")") {
      math_ = name == "(";
      return;
    }
    if (is_one_of(kRaise, name)) return raise_group(name == "textsuperscript");
    if (name == "url" || name == "path" || name == "nolinkurl") return verbatim_group();
    if (name == "href" || name == "textcolor" || name == "foreignlanguage") return skip_group();
    if (const Sign* sign = sign_named(kSigns, name)) {
      empty_group();
      return add(sign->text);
    }
    if (is_one_of(kSetType, name)) return;
    add("\\");
    out_ += name;
    if (word) out_ += at_ > end ? " " : "";
  }

  void wait(const Sign* accent, bool word) {
    if (pending_) drop_accent();
    if (word) skip_blanks();
    pending_ = accent;
    pending_wants_letter_ = word;
    pending_depth_ = groups_.size();
    if (value_.substr(at_, 2) == "{}") {  // \~{}
      at_ += 2;
      drop_accent();
    }
  }

  void raise_group(bool up) {
    if (at_ >= value_.size() || value_[at_] != '{') return;
    groups_.push_back(raised_);
    raised_ = up;
    ++at_;
  }

  /// \href{address}{text}: the first group is not printed.
  void skip_group() {
    if (at_ >= value_.size() || value_[at_] != '{') return;
    std::size_t depth = 0;
    do {
      if (value_[at_] == '{') ++depth;
      if (value_[at_] == '}') --depth;
      ++at_;
    } while (depth > 0 && at_ < value_.size());
  }

  void skip_blanks() {
    while (at_ < value_.size() &&
           (value_[at_] == ' ' || value_[at_] == '\n' || value_[at_] == '\t'))
      ++at_;
  }

  /// \o{}: the braces only end the name.
  void empty_group() {
    if (value_.substr(at_, 2) == "{}") at_ += 2;
  }

  std::string_view value_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<bool> groups_;  ///< for each open brace: were numbers raised outside of it?
  bool raised_ = false, math_ = false;
  const Sign* pending_ = nullptr;  ///< an accent that waits for its letter
  bool pending_wants_letter_ = false;
  std::size_t pending_depth_ = 0;
};

}  // namespace

std::string latex_text(std::string_view value) {
  if (value.find_first_of("\\{}$~-`'") == std::string_view::npos) return std::string(value);
  return Walk(value).run();
}

std::string latex_verbatim(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    char c = value[i];
    if (c == '{' || c == '}') continue;
    bool escape = c == '\\' && i + 1 < value.size() &&
                  std::string_view("_%&#{}$~").find(value[i + 1]) != std::string_view::npos;
    if (escape) ++i;
    out += value[i];
  }
  return out;
}

}  // namespace litmine
