// A hyphen at the end of a line is either the printer's (inter-/national) or the word's own
// (cross-/border). The order of the witnesses: what the hyphen is (a soft one is always the
// printer's), what stands around it (digits, capitals, web addresses keep it), what the same
// document writes elsewhere, what the first half is (self-, non-, cross-), and last of all the
// printer.
#include "extractors/paragraphs.h"

#include <algorithm>
#include <array>

#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";
constexpr std::string_view kHyphen = "\xE2\x80\x90";         // U+2010
constexpr std::string_view kNoBreakHyphen = "\xE2\x80\x91";  // U+2011
constexpr std::string_view kEnDash = "\xE2\x80\x93", kEmDash = "\xE2\x80\x94";

/// First halves after which English keeps the hyphen more often than not.
constexpr std::string_view kKeepAfter[] = {
    "all",   "alpha",  "beta",  "broad", "co",    "cross", "decision", "double", "e",     "eight",
    "extra", "fifty",  "fine",  "firm",  "first", "five",  "fixed",    "forty",  "four",  "full",
    "gamma", "nine",   "one",   "seven", "six",   "ten",   "thirty",   "twenty", "half",  "high",
    "intra", "large",  "long",  "low",   "macro", "meta",  "micro",    "mid",    "multi", "non",
    "open",  "part",   "peer",  "post",  "pre",   "quasi", "real",     "second", "self",  "semi",
    "short", "single", "small", "socio", "state", "third", "three",    "time",   "two",   "user",
    "well",  "within", "world", "x",
};
/// Of these, the ones that are also plain beginnings of words (mid-/dle, co-/operate): the hyphen
/// stays only if the second half is a word of the document.
constexpr std::string_view kDoubtful[] = {
    "co",    "extra", "firm",  "first", "full",  "half",   "high",  "intra",
    "long",  "low",   "macro", "meta",  "micro", "mid",    "multi", "open",
    "part",  "peer",  "post",  "pre",   "real",  "second", "short", "single",
    "small", "state", "third", "time",  "user",  "within", "world",
};
/// Second halves before which it does: most were
/// counted in 40 articles and 5,000 titles, behind a hyphen four times as often as inside a word.
constexpr std::string_view kKeepBefore[] = {
    "activated",   "adjusted",  "associated", "averse",     "based",      "bearing",
    "binding",     "bound",     "centered",   "centred",    "containing", "coupled",
    "decision",    "defined",   "dependent",  "depth",      "derived",    "designed",
    "directed",    "driven",    "economic",   "effect",     "enhanced",   "enriched",
    "established", "exclusive", "focused",    "free",       "funded",     "generated",
    "identified",  "income",    "induced",    "informed",   "intensive",  "invasive",
    "known",       "language",  "level",      "making",     "market",     "mediated",
    "minded",      "negative",  "oriented",   "owned",      "parametric", "positive",
    "product",     "profit",    "quality",    "regulated",  "related",    "relevant",
    "reported",    "resistant", "responsive", "reviewed",   "scale",      "sector",
    "seeking",     "selected",  "sensitive",  "shaped",     "sharing",    "significant",
    "solving",     "speaking",  "specific",   "spectrum",   "stage",      "step",
    "structured",  "supported", "tailed",     "technology", "term",       "traded",
    "treated",     "value",     "verbal",     "year"};
/// Of these, the ones that make one word with a mere beginning (over-/based is none, cor-/related,
/// re-/structured and inter-/national are): the hyphen then goes.
constexpr std::string_view kMereBeginnings[] = {
    "ab",      "ad",      "be",    "bi",    "by",    "con",   "cor",    "de",    "dis",
    "em",      "en",      "ex",    "for",   "fore",  "hyper", "im",     "in",    "inter",
    "ir",      "mis",     "mono",  "neo",   "out",   "over",  "para",   "pro",   "proto",
    "pseudo",  "re",      "retro", "sub",   "super", "supra", "sur",    "trans", "tri",
    "ultra",   "un",      "under", "uni",   "up",    "with",  "extra",  "intra", "multi",
    "macro",   "micro",   "mid",   "co",    "non",   "pre",   "post",   "anti",  "auto",
    "counter", "electro", "geo",   "hydro", "infra", "tele",  "thermo", "back",  "fire",
    "down",    "any",     "some",  "every", "after", "ever",  "bio",    "nano"};
/// Small words inside a compound of three: "face-to-/face", "sport-for-/change".
constexpr std::string_view kInnerWords[] = {"a",  "and", "at", "by", "for", "from", "in",
                                            "of", "off", "on", "or", "the", "to",   "up"};

/// First halves that grow together with the second: some-/times, there-/fore.
constexpr std::string_view kJoinAfter[] = {
    "any",  "every", "further", "here",  "like",  "mean", "more",    "never",
    "over", "some",  "there",   "under", "where", "with", "through", "through-",
};
/// "short- and long-term": the hyphen stays and a blank follows.
constexpr std::string_view kSuspended[] = {"and", "or", "to", "und", "oder", "et", "ou", "y"};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_word_byte(unsigned char c) {
  return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// True at the first byte of a dash, quote or bullet (U+2000..U+2FFF), which ends a word.
bool is_sign(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) == 0xE2;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word_byte(static_cast<unsigned char>(text[at])) &&
         !is_sign(text, at))
    ++at;
  return at;
}

std::string_view last_token(std::string_view text) {
  std::size_t blank = text.find_last_of(" \t");
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

/// Letters right before the end, hyphens between them included: "business-to-busi".
std::string_view letters_at_end(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0) {
    auto c = static_cast<unsigned char>(text[begin - 1]);
    if (!is_word_byte(c) && c != '-') break;
    --begin;
  }
  std::string_view found = text.substr(begin);
  std::size_t sign = found.find_last_of('\xE2');  // an opening quote, a dash
  if (sign != std::string_view::npos) found.remove_prefix(std::min(sign + 3, found.size()));
  while (!found.empty() && found.front() == '-') found.remove_prefix(1);
  return found;
}

bool is_web_address(std::string_view token) {
  return token.find("://") != std::string_view::npos ||
         token.find("doi.org") != std::string_view::npos ||
         token.find("www.") != std::string_view::npos || starts_with_no_case(token, "doi:") ||
         (token.starts_with("10.") && token.find('/') != std::string_view::npos);
}

bool is_ideograph(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF);
}

/// What stands at the end of a line, if it is a hyphen: its bytes, else 0.
std::size_t hyphen_bytes(std::string_view before) {
  if (before.ends_with('-')) return 1;
  return before.ends_with(kHyphen) ? kHyphen.size() : 0;
}

enum class Whose { printers, words };

Whose whose_hyphen(std::string_view left, std::string_view right, const Vocabulary& words) {
  std::string first = lower_ascii(left), second = lower_ascii(right);
  if (first.size() == 1) return Whose::words;  // e-commerce, X-ray
  bool capitals = all_capitals(left) && is_upper(last_code_point(left).value);
  if (begins_upper(right) && !(capitals && is_upper(last_code_point(right).value)))
    return Whose::words;  // Da-/Silva, non-/European
  std::uint32_t joined = words.count(first + second), kept = words.count(first + "-" + second);
  if (joined != kept) return joined > kept ? Whose::printers : Whose::words;
  std::string last_half = first.substr(first.find_last_of('-') + 1);
  if (holds(kJoinAfter, last_half)) return Whose::printers;
  bool compound = first.size() > last_half.size();
  if (compound && holds(kInnerWords, last_half)) return Whose::words;
  bool whole_beginning = last_half.size() >= 3 && !holds(kMereBeginnings, last_half);
  if (whole_beginning && holds(kKeepBefore, second)) return Whose::words;
  bool second_is_word = second.size() >= 3 && words.count(second) > 0;
  if (holds(kKeepAfter, last_half) && (second_is_word || !holds(kDoubtful, last_half)))
    return Whose::words;
  bool first_is_word = last_half.size() >= 4 && words.count(last_half) > 1;
  return first_is_word && second.size() >= 5 && words.count(second) > 1 ? Whose::words
                                                                        : Whose::printers;
}

/// A web address broken without a hyphen goes on without a blank.
bool address_goes_on(std::string_view token, std::string_view after) {
  if (!is_web_address(token) || after.empty()) return false;
  char last = token.back(), next = after.front();
  bool plain = (next >= 'a' && next <= 'z') || (next >= '0' && next <= '9');
  if (last == '/' || last == '_' || last == '=' || last == '%') return plain || begins_upper(after);
  return last == '.' && count_digits(after.substr(0, after.find(' '))) > 0 && plain;
}

LineJoint hyphen_joint(std::string_view before, std::string_view after, std::size_t bytes,
                       const Vocabulary& words) {
  std::string_view head = before.substr(0, before.size() - bytes);
  if (head.empty() || head.back() == ' ') return {0, " "};  // a dash, not a hyphen
  if (is_web_address(last_token(head))) return {0, ""};
  std::string_view left = letters_at_end(head), right = after.substr(0, word_end(after, 0));
  if (right.empty()) return {0, begins_digit(after) ? "" : " "};
  if (left.empty()) return {0, ""};  // 3-/year, COVID19-/related
  if (holds(kSuspended, right) && words.count(lower_ascii(left) + std::string(right)) == 0)
    return {0, " "};
  if (whose_hyphen(left, right, words) == Whose::words) return {0, ""};
  return {bytes, ""};
}

LineJoint dash_joint(std::string_view before) {
  std::string_view head = before.substr(0, before.size() - kEmDash.size());
  return {0, head.empty() || head.back() == ' ' ? " " : ""};
}

}  // namespace

Vocabulary::Vocabulary(std::span<const Line> lines) {
  bool broken = std::any_of(lines.begin(), lines.end(),
                            [](const Line& line) { return hyphen_bytes(line.text) > 0; });
  if (!broken) return;        // nobody will ask
  bool rest_of_word = false;  // the line before ended in a hyphen
  for (const Line& line : lines) {
    std::string_view text = line.text;
    std::size_t begin = rest_of_word ? word_end(text, 0) : 0;
    rest_of_word = hyphen_bytes(text) > 0 || text.ends_with(kSoftHyphen);
    if (rest_of_word)
      text.remove_suffix(
          std::min(text.size(),
                   hyphen_bytes(text) +
                       letters_at_end(text.substr(0, text.size() - hyphen_bytes(text))).size()));
    for (std::size_t at = begin; at < text.size();) {
      std::size_t end = word_end(text, at);
      if (end == at) {
        ++at;
        continue;
      }
      ++counts_[lower_ascii(text.substr(at, end - at))];
      std::size_t compound = end;
      while (compound + 1 < text.size() && text[compound] == '-') {
        std::size_t next = word_end(text, compound + 1);
        if (next == compound + 1) break;
        compound = next;
        ++counts_[lower_ascii(text.substr(at, compound - at))];
      }
      at = end;
    }
  }
}

std::uint32_t Vocabulary::count(std::string_view word) const {
  auto found = counts_.find(std::string(word));
  return found == counts_.end() ? 0 : found->second;
}

LineJoint joint(std::string_view before, std::string_view after, const Vocabulary& words) {
  if (before.empty() || after.empty()) return {0, ""};
  if (before.ends_with(kSoftHyphen)) return {kSoftHyphen.size(), ""};
  if (before.ends_with(kNoBreakHyphen)) return {0, ""};
  if (std::size_t bytes = hyphen_bytes(before)) return hyphen_joint(before, after, bytes, words);
  if (before.ends_with(kEmDash) || before.ends_with(kEnDash)) return dash_joint(before);
  if (address_goes_on(last_token(before), after)) return {0, ""};
  if (is_ideograph(last_code_point(before).value) && is_ideograph(code_point_at(after, 0).value))
    return {0, ""};
  return {0, " "};
}

Paragraph join_lines(std::span<const Line> lines, std::uint32_t page, const Vocabulary& words) {
  Paragraph paragraph;
  std::string& text = paragraph.text;
  std::vector<Paragraph::PageStart> starts;
  for (const Line& line : lines) {
    LineJoint met = joint(text, line.text, words);
    text.resize(text.size() - met.cut);
    text += met.glue;
    for (; page < line.page; ++page)
      starts.push_back({page + 1, static_cast<std::uint32_t>(text.size())});
    text += line.text;
  }
  // Normalizing can change lengths, so each start is measured again on what stands before it.
  for (Paragraph::PageStart& start : starts)
    start.byte = static_cast<std::uint32_t>(normalized(text.substr(0, start.byte)).size());
  text = normalized(text);
  for (Paragraph::PageStart& start : starts)
    start.byte = std::min(start.byte, static_cast<std::uint32_t>(text.size()));
  paragraph.page_starts = std::move(starts);
  return paragraph;
}

bool goes_on(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty()) return false;
  if (before.ends_with(kSoftHyphen)) return true;
  if (begins_lower(after)) return !ends_sentence(before);
  if (hyphen_bytes(before) > 0) return is_letter(code_point_at(after, 0).value);
  if (before.ends_with(',') || before.ends_with('(') || before.ends_with(';')) return true;
  return false;
}

}  // namespace litmine
