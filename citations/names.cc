#include "citations/names.h"

#include <algorithm>

#include "citations/lexicon.h"

namespace litmine {
namespace {

using Tokens = std::vector<RefToken>;

/// A run of tokens between two separators.
struct Piece {
  std::size_t begin = 0, end = 0;
  char before = ' ';  ///< the separator in front: ',', ';', '/', '&' (any "and"), ' ' for none
  bool empty() const { return begin >= end; }
};

bool is_word(const RefToken& token) {
  return token.kind == RefToken::Kind::word || token.kind == RefToken::Kind::mixed;
}

/// One capital, "Sh.", or "JA" and "JMB" behind a family name.
bool is_initial(const Tokens& tokens, std::size_t i) {
  const RefToken& token = tokens[i];
  if (token.shape == 'X') return true;
  const bool dot =
      i + 1 < tokens.size() && tokens[i + 1].shape == '.' && !tokens[i + 1].blank_before;
  const std::size_t size = token.where.size();
  if (token.shape == 'C' && dot && size == 2) return true;
  if (token.shape == 'A' && (size <= 3 || token.lower.find('-') != std::string::npos)) return true;
  if (token.shape == 'C' && size <= 4 && token.lower.size() > 2 && token.lower[1] == '-')
    return true;
  return false;
}

bool is_title_of_respect(const RefToken& token) {
  constexpr std::string_view kTitles[] = {"dr", "prof", "mr", "ms", "mrs", "sir", "lord"};
  return std::find(std::begin(kTitles), std::end(kTitles), token.lower) != std::end(kTitles);
}

/// What a piece is made of.
struct Shape {
  std::size_t words = 0, initials = 0;
  bool starts_with_initial = false, ends_with_initial = false, body = false, capital = false;
  bool only_initials() const { return words > 0 && words == initials; }
};

class Names {
 public:
  Names(std::string_view text, const Tokens& tokens, std::size_t begin, std::size_t end)
      : text_(text), tokens_(tokens), begin_(begin), end_(std::min(end, tokens.size())) {}

  NameList read() {
    trim();
    if (begin_ >= end_) return out_;
    if (is_one_body()) {
      add_body({begin_, end_, ' '});
      return out_;
    }
    cut();
    for (std::size_t group = 0; group < pieces_.size();) group = read_group(group);
    return out_;
  }

 private:
  void trim() {
    auto is_edge = [&](std::size_t i) {
      const RefToken& token = tokens_[i];
      if (token.kind == RefToken::Kind::punct) return token.shape != '.' || i == begin_;
      return (token.kinds & (kAnd | kInWord)) != 0 && i == begin_ && token.shape != 'X';
    };
    while (begin_ < end_ && is_edge(begin_)) ++begin_;
    while (end_ > begin_ && tokens_[end_ - 1].kind == RefToken::Kind::punct) --end_;
    // "et al.", "and others", "u. a."
    for (std::size_t i = begin_; i < end_; ++i) {
      const bool et = (tokens_[i].lower == "et" && i + 1 < end_ &&
                       tokens_[i + 1].lower.starts_with("al") && tokens_[i + 1].lower.size() <= 3);
      const bool others = (tokens_[i].kinds & kAnd) != 0 && i + 1 < end_ &&
                          (tokens_[i + 1].lower == "others" || tokens_[i + 1].lower == "outros" ||
                           tokens_[i + 1].lower == "andere" || tokens_[i + 1].lower == "otros");
      const bool ua = tokens_[i].lower == "u" && i + 2 < tokens_.size() &&
                      tokens_[i + 1].shape == '.' && tokens_[i + 2].lower == "a";
      if (et || others || ua) {
        out_.et_al = true;
        end_ = i;
      }
    }
    while (end_ > begin_ && tokens_[end_ - 1].kind == RefToken::Kind::punct &&
           tokens_[end_ - 1].shape != '.')
      --end_;
  }

  Shape shape(const Piece& piece) const {
    Shape shape;
    bool first = true;
    const std::size_t end = before_particles(piece);
    for (std::size_t i = piece.begin; i < end; ++i) {
      if (!is_word(tokens_[i])) continue;
      if ((tokens_[i].kinds & kSuffix) != 0 && !first && tokens_[i].shape != 'X') continue;
      if (is_title_of_respect(tokens_[i]) && first) continue;
      const bool initial = is_initial(tokens_, i) && !(first && is_capital_family(piece, i));
      shape.words += 1;
      shape.initials += initial ? 1 : 0;
      if (first) shape.starts_with_initial = initial;
      shape.ends_with_initial = initial;
      shape.body = shape.body || (tokens_[i].kinds & kBodyWord) != 0;
      first = false;
    }
    return shape;
  }

  /// "J. F. da" behind a family name: particles that stand behind the initials count as given.
  std::size_t before_particles(const Piece& piece) const {
    std::size_t end = piece.end;
    while (end > piece.begin + 1 && tokens_[end - 1].shape == 'x' &&
           (tokens_[end - 1].kinds & kParticle) != 0)
      --end;
    const bool dot = end > piece.begin + 1 && tokens_[end - 1].shape == '.';
    const std::size_t last = end - (dot ? 2 : 1);
    return end < piece.end && is_initial(tokens_, last) ? end : piece.end;
  }

  /// "LEE, J." and "NG AB": capitals in front are a family name when initials or a comma follow.
  bool is_capital_family(const Piece& piece, std::size_t i) const {
    if (tokens_[i].shape != 'A') return false;
    std::size_t next = i + 1;
    if (next < piece.end && tokens_[next].shape == '.') return false;
    // Alone between commas: a family name when the next piece is initials.
    if (next >= piece.end)
      return piece.end < end_ && tokens_[piece.end].shape == ',' && piece.end + 1 < end_ &&
             is_word(tokens_[piece.end + 1]) && tokens_[piece.end + 1].where.size() <= 3 &&
             piece.before != ',';
    return is_word(tokens_[next]) && is_initial(tokens_, next);
  }

  bool is_one_body() const {
    bool body = false;
    std::size_t words = 0, lower = 0;
    for (std::size_t i = begin_; i < end_; ++i) {
      if (tokens_[i].shape == 'X' || tokens_[i].shape == ';') return false;
      if (tokens_[i].shape == ',' && words < 2) return false;
      if (!is_word(tokens_[i])) continue;
      ++words;
      body = body || (tokens_[i].kinds & kBodyWord) != 0;
      lower += tokens_[i].shape == 'x' && (tokens_[i].kinds & (kParticle | kAnd)) == 0 ? 1 : 0;
    }
    if (body)
      return words != 2 || (tokens_[begin_].kinds & kBodyWord) != 0 ||
             (tokens_[end_ - 1].kinds & kBodyWord) != 0;
    return words >= 3 && lower > 0 && lower * 4 >= words;
  }

  void cut() {
    bool any_semicolon = false;
    for (std::size_t i = begin_; i < end_; ++i) any_semicolon |= tokens_[i].shape == ';';
    Piece now{begin_, begin_, ' '};
    for (std::size_t i = begin_; i <= end_; ++i) {
      char separator = 0;
      if (i == end_) {
        separator = '$';
      } else if (tokens_[i].shape == ',' || tokens_[i].shape == ';' || tokens_[i].shape == '/') {
        separator = tokens_[i].shape;
      } else if ((tokens_[i].kinds & kAnd) != 0 && tokens_[i].shape != 'X' && i > begin_ &&
                 !(any_semicolon && tokens_[i].lower == "e")) {
        separator = '&';
      } else if (tokens_[i].shape == '(' || tokens_[i].shape == ')') {
        separator = ',';
      }
      if (separator == 0) continue;
      now.end = i;
      if (has_word(now)) {
        pieces_.push_back(now);
        now.before = separator;
      } else if (separator != ',') {
        now.before = separator;  // ", and": the stronger of the two
      } else if (now.before == ' ') {
        now.before = ' ';
      }
      now.begin = i + 1;
    }
  }

  bool has_word(const Piece& piece) const {
    for (std::size_t i = piece.begin; i < piece.end; ++i)
      if (is_word(tokens_[i])) return true;
    return false;
  }

  bool is_suffix(const Piece& piece) const {
    std::size_t words = 0;
    bool suffix = false;
    for (std::size_t i = piece.begin; i < piece.end; ++i)
      if (is_word(tokens_[i])) {
        ++words;
        suffix = (tokens_[i].kinds & kSuffix) != 0 && tokens_[i].where.size() > 1;
      }
    return words == 1 && suffix;
  }

  /// Pieces joined by commas, from `from`; gives where the next group begins.
  std::size_t read_group(std::size_t from) {
    std::size_t to = from + 1;
    while (to < pieces_.size() && pieces_[to].before == ',') ++to;
    for (std::size_t i = from; i < to;) i = read_name(from, i, to);
    return to;
  }

  /// One name from piece i of the group [from, to); gives the next piece.
  std::size_t read_name(std::size_t from, std::size_t i, std::size_t to) {
    const Piece& piece = pieces_[i];
    if (is_suffix(piece)) {
      if (!out_.names.empty()) out_.names.back().suffix = words_of(piece.begin, piece.end);
      return i + 1;
    }
    const Shape here = shape(piece);
    const bool another = i + 1 < to;
    const Shape next = another ? shape(pieces_[i + 1]) : Shape{};
    std::size_t given = i + 1;
    std::string suffix;
    if (another && is_suffix(pieces_[i + 1]) && i + 2 < to &&
        shape(pieces_[i + 2]).only_initials()) {
      suffix = words_of(pieces_[i + 1].begin, pieces_[i + 1].end);
      given = i + 2;
    }
    const bool inverted_initials =
        given < to && here.initials < here.words && !here.ends_with_initial &&
        shape(pieces_[given]).only_initials() && !here.starts_with_initial;
    if (inverted_initials) {
      add(piece, pieces_[given], suffix);
      return given + 1;
    }
    if (another && here.initials == 0 && pairs_with_given(from, i, to, here, next)) {
      add(piece, pieces_[i + 1], {});
      inverted_words_ = true;
      return i + 2;
    }
    add_alone(piece, here);
    return i + 1;
  }

  /// "Bell, Andrew" and "Smith, John A.": is the next piece the given name of this one?
  bool pairs_with_given(std::size_t from, std::size_t i, std::size_t to, const Shape& here,
                        const Shape& next) const {
    if (here.body || next.body || next.words == 0) return false;
    if (next.words > 3 || here.words > 4) return false;
    if (next.starts_with_initial && !next.only_initials()) {
      // "Smith, J. Adam" is turned round; "Smith, J. Jones" in the middle of a list is not.
      return i == from && i == 0 && here.words == 1;
    }
    if (i == 0) {
      // Two words and two words are two names: "Elson Pereira, Mathieu Perrin".
      const bool two_names = here.words > 1 && next.words > 1 && !next.ends_with_initial;
      return has_particle(pieces_[i]) || is_arabic_family(pieces_[i]) ||
             (!two_names && (here.words == 1 || next.words == 1 || next.ends_with_initial));
    }
    // "Silva, J.; Oliveira, Maria": semicolons and slashes leave two pieces for one name.
    if (i == from && to - from == 2 && (pieces_[i].before == ';' || pieces_[i].before == '/'))
      return true;
    // Later names: only if the first was turned round and this one has one word, or pairs remain.
    if (!inverted_words_) return false;
    if (here.words == 1) return true;
    return has_particle(pieces_[i]) && tokens_[pieces_[i].begin].shape == 'x';
  }

  bool has_particle(const Piece& piece) const {
    for (std::size_t i = piece.begin; i < piece.end; ++i)
      if ((tokens_[i].kinds & kParticle) != 0) return true;
    return false;
  }

  /// "Abu Naser", "Jad Al-Rab": more than one word, one of them never a given name by itself.
  bool is_arabic_family(const Piece& piece) const {
    for (std::size_t i = piece.begin; i < piece.end; ++i) {
      const std::string& lower = tokens_[i].lower;
      if (lower == "abu" || lower == "ibn" || lower == "bin" || lower == "ben" || lower == "al" ||
          lower.starts_with("al-") || lower.starts_with("el-"))
        return true;
    }
    return false;
  }

  std::string words_of(std::size_t begin, std::size_t end) const {
    while (begin < end && !is_word(tokens_[begin])) ++begin;
    std::size_t last = end;
    while (last > begin && tokens_[last - 1].kind == RefToken::Kind::punct &&
           !(tokens_[last - 1].shape == '.' && last >= 2 && last - 1 > begin &&
             is_initial(tokens_, last - 2)))
      --last;
    if (begin >= last) return {};
    // The dot of the last initial may stand just behind what was labelled.
    if (last < tokens_.size() && tokens_[last].shape == '.' && !tokens_[last].blank_before &&
        tokens_[last - 1].shape == 'X')
      ++last;
    return std::string(Span{tokens_[begin].where.begin, tokens_[last - 1].where.end}.in(text_));
  }

  void push(Name name, std::size_t begin, std::size_t end) {
    name.where = {tokens_[begin].where.begin, tokens_[end - 1].where.end};
    if (!name.family.empty()) out_.names.push_back(std::move(name));
  }

  void add(const Piece& family, const Piece& given, std::string suffix) {
    Name name;
    name.family = words_of(family.begin, family.end);
    name.given = words_of(given.begin, given.end);
    name.suffix = std::move(suffix);
    std::size_t words = 0, last = given.begin;
    for (std::size_t i = given.begin; i < given.end; ++i)
      if (is_word(tokens_[i])) {
        ++words;
        last = i;
      }
    if (words > 1 && (tokens_[last].kinds & kSuffix) != 0 && tokens_[last].where.size() > 1) {
      name.suffix = words_of(last, given.end);
      name.given = words_of(given.begin, last);
    }
    push(std::move(name), family.begin, given.end);
  }

  void add_body(const Piece& piece) {
    Name name;
    name.corporate = true;
    std::size_t end = piece.end;
    while (end > piece.begin && tokens_[end - 1].kind == RefToken::Kind::punct &&
           tokens_[end - 1].shape != ')')
      --end;
    if (end == piece.begin) return;
    name.family =
        std::string(Span{tokens_[piece.begin].where.begin, tokens_[end - 1].where.end}.in(text_));
    push(std::move(name), piece.begin, end);
  }

  /// A piece that holds a whole name.
  void add_alone(const Piece& piece, const Shape& here) {
    std::vector<std::size_t> words;
    for (std::size_t i = piece.begin; i < piece.end; ++i)
      if (is_word(tokens_[i]) && !(words.empty() && is_title_of_respect(tokens_[i])))
        words.push_back(i);
    if (words.empty()) return;
    if (words.size() == 1) {
      const RefToken& only = tokens_[words[0]];
      // "OECD" is a body; what else has one word ("Plato") is a family name.
      if ((only.shape == 'A' || only.shape == 'U') && pieces_.size() == 1) return add_body(piece);
      if (here.only_initials() && !out_.names.empty() && out_.names.back().given.empty()) {
        out_.names.back().given = words_of(piece.begin, piece.end);
        return;
      }
      Name name;
      name.family = words_of(piece.begin, piece.end);
      return push(std::move(name), piece.begin, piece.end);
    }
    if (here.body && here.initials == 0) return add_body(piece);
    std::string suffix;
    if ((tokens_[words.back()].kinds & kSuffix) != 0 && tokens_[words.back()].where.size() > 1 &&
        words.size() > 2) {
      suffix = words_of(words.back(), piece.end);
      words.pop_back();
    }
    const std::size_t family = family_begin(words, here);
    Name name;
    name.suffix = suffix;
    if (here.ends_with_initial && !here.starts_with_initial) {  // "van der Berg JA", "Smith J."
      std::size_t initials = words.size();
      while (initials > 1 && tokens_[words[initials - 1]].shape == 'x') --initials;  // "J. F. da"
      while (initials > 1 && is_initial(tokens_, words[initials - 1])) --initials;
      initials = std::min(initials, words.size() - 1);
      // "Hannah, Kathryn J., Ball Marion J.": turned round like the first, without its comma.
      if (inverted_words_ && initials == 2 && (tokens_[words[0]].kinds & kParticle) == 0)
        initials = 1;
      name.family = words_of(words[0], words[initials]);
      name.given = words_of(words[initials], piece.end);
    } else {
      name.given = words_of(words[0], words[family]);
      name.family = words_of(words[family], words.back() + 1);
      if (name.given.empty()) name.corporate = false;
    }
    push(std::move(name), piece.begin, piece.end);
  }

  /// Of "Given B. van der Family": which word the family name begins with.
  std::size_t family_begin(const std::vector<std::size_t>& words, const Shape& here) const {
    if (here.starts_with_initial) {
      std::size_t at = 0;
      while (at + 1 < words.size() && is_initial(tokens_, words[at])) ++at;
      // "J. Adam Smith" beside "Eileen Fischer": a given name behind the initial.
      // "M. del Amo", "A. Rialp Criado": more often two family names.
      const bool two_words = words.size() - at == 2 && tokens_[words[at]].shape == 'C' &&
                             (tokens_[words[at]].kinds & kParticle) == 0;
      return two_words && another_is_spelled_out() ? at + 1 : at;
    }
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
      if ((tokens_[words[i]].kinds & kParticle) != 0 && tokens_[words[i]].shape == 'x') return i;
    return words.size() - 1;
  }

  /// Does another piece print a given name in full in front of a family name ("Eileen Fischer")?
  bool another_is_spelled_out() const {
    if (inverted_words_) return false;
    return std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
      const Shape there = shape(piece);
      return there.words == 2 && there.initials == 0 && !there.body && !has_particle(piece);
    });
  }

  std::string_view text_;
  const Tokens& tokens_;
  std::size_t begin_, end_;
  std::vector<Piece> pieces_;
  bool inverted_words_ = false;
  NameList out_;
};

}  // namespace

NameList read_names(std::string_view text, const std::vector<RefToken>& tokens, std::size_t begin,
                    std::size_t end) {
  return Names(text, tokens, begin, end).read();
}

NameList read_names(std::string_view text) {
  const std::vector<RefToken> tokens = cut_reference(text);
  return read_names(text, tokens, 0, tokens.size());
}

}  // namespace litmine
