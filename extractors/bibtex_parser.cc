// The one thing to know: a brace that is never closed would swallow the rest of the file. So a line
// that begins with "@" and a type of entry, as "@article{key,", always begins an entry.
#include "extractors/bibtex_parser.h"

#include <algorithm>
#include <array>
#include <optional>

#include "extractors/latex.h"
#include "extractors/structure_strings.h"

namespace litmine {
namespace {

constexpr std::array<std::string_view, 46> kEntryTypes{
    "article",        "book",           "inbook",     "incollection",  "inproceedings",
    "conference",     "proceedings",    "phdthesis",  "mastersthesis", "thesis",
    "techreport",     "report",         "manual",     "misc",          "unpublished",
    "booklet",        "online",         "electronic", "www",           "patent",
    "dataset",        "software",       "periodical", "collection",    "mvbook",
    "mvcollection",   "mvproceedings",  "reference",  "inreference",   "suppbook",
    "suppcollection", "suppperiodical", "bookinbook", "movie",         "video",
    "audio",          "artwork",        "image",      "music",         "legislation",
    "jurisdiction",   "standard",       "letter",     "review",        "string",
    "comment"};

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Parser {
 public:
  Parser(std::string_view text, const BibtexRemark& remark) : text_(text), remark_(remark) {}

  std::vector<BibtexEntry> run() {
    while (to_entry()) entry();
    return std::move(entries_);
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char here() const { return text_[at_]; }

  std::uint32_t line() {
    for (; counted_ < at_ && counted_ < text_.size(); ++counted_)
      line_ += text_[counted_] == '\n' ? 1 : 0;
    return line_;
  }

  void skip_blanks() {
    while (!at_end() && is_blank(here())) ++at_;
  }

  /// To behind the "@" of "@word{"; what stands before is comment.
  bool to_entry() {
    for (;;) {
      at_ = text_.find('@', at_);
      if (at_ == text_.npos) return false;
      ++at_;
      std::size_t end = at_;
      while (end < text_.size() && is_letter(text_[end])) ++end;
      std::size_t open = end;
      while (open < text_.size() && is_blank(text_[open])) ++open;
      bool opens = open < text_.size() && (text_[open] == '{' || text_[open] == '(');
      if (end > at_ && opens) return true;
    }
  }

  void entry() {
    BibtexEntry entry;
    entry.line = line();
    std::size_t begin = at_;
    while (!at_end() && is_letter(here())) ++at_;
    entry.type = lower_ascii(text_.substr(begin, at_ - begin));
    skip_blanks();
    close_ = here() == '{' ? '}' : ')';
    ++at_;
    if (entry.type == "comment") return skip_comment();
    if (entry.type == "preamble") {
      value();
      return close_entry(entry);
    }
    if (entry.type != "string") read_key(entry);
    read_fields(entry);
    if (entry.type == "string") {
      for (RecordField& field : entry.fields) strings_[field.name] = std::move(field.value);
      return;
    }
    entries_.push_back(std::move(entry));
  }

  /// Up to the brace that closes it; an open one ends with the line.
  void skip_comment() {
    std::size_t from = at_, depth = 1;
    char open = close_ == '}' ? '{' : '(';
    for (; at_ < text_.size() && depth > 0; ++at_) {
      if (here() == open) ++depth;
      if (here() == close_) --depth;
      if (begins_entry()) break;
    }
    if (depth > 0) at_ = std::min(text_.find('\n', from), text_.size());
  }

  /// "key,": what holds "=" is no key but the first field.
  void read_key(BibtexEntry& entry) {
    std::size_t end = text_.find_first_of(",=}\"{\n", at_);
    while (end != text_.npos && text_[end] == '\n' && trimmed(text_.substr(at_, end - at_)).empty())
      end = text_.find_first_of(",=}\"{\n", end + 1);
    if (end == text_.npos) end = text_.size();
    if (end < text_.size() && text_[end] != ',' && text_[end] != '}' && text_[end] != '\n') return;
    entry.key = squeezed(text_.substr(at_, end - at_));
    at_ = end;
  }

  void read_fields(BibtexEntry& entry) {
    for (;;) {
      bool comma = false;
      while (!at_end() && (is_blank(here()) || here() == ',')) {
        comma = comma || here() == ',';
        ++at_;
      }
      if (at_end() || entry_begins_here()) {
        remark_("brace-missing", entry.line, "the entry is not closed; read as closed here");
        return;
      }
      if (here() == close_ || here() == '}') {
        ++at_;
        return;
      }
      if (!comma && !entry.fields.empty())
        remark_("comma-missing", line(), "a comma is missing between two fields");
      if (!field(entry)) return;
    }
  }

  /// "name = value"; false when the entry cannot go on.
  bool field(BibtexEntry& entry) {
    std::uint32_t begin_line = line();
    std::size_t end = text_.find_first_of("=,}\n{\"@", at_);
    std::string name = lower_ascii(squeezed(text_.substr(at_, std::min(end, text_.size()) - at_)));
    std::size_t equals = end;
    while (equals != text_.npos && equals < text_.size() && is_blank(text_[equals])) ++equals;
    if (equals == text_.npos || equals >= text_.size() || text_[equals] != '=') {
      remark_("no-field", begin_line, "'" + name.substr(0, 40) + "' is no field; left out");
      at_ = end == text_.npos ? text_.size() : std::max(end, at_ + (end == at_ ? 1 : 0));
      skip_blanks();
      if (!at_end() && here() == '{') (void)braced();
      return true;
    }
    at_ = equals + 1;
    std::string content = value();
    if (!name.empty()) entry.fields.push_back({std::move(name), std::move(content), begin_line});
    return true;
  }

  /// Pieces joined by "#".
  std::string value() {
    std::string joined;
    for (;;) {
      skip_blanks();
      if (at_end()) return joined;
      joined += piece();
      skip_blanks();
      if (at_end() || here() != '#') return joined;
      ++at_;
    }
  }

  std::string piece() {
    if (here() == '{') return braced();
    if (here() == '"') return quoted();
    std::size_t begin = at_;
    while (!at_end() && !is_blank(here()) && here() != ',' && here() != '#' && here() != close_ &&
           here() != '}')
      ++at_;
    if (at_ == begin) {
      if (here() != ',' && here() != close_ && here() != '}') ++at_;
      return {};
    }
    return macro(text_.substr(begin, at_ - begin));
  }

  std::string macro(std::string_view name) {
    std::string lower = lower_ascii(name);
    bool number = count_digits(name) == name.size();
    if (number) return std::string(name);
    if (auto known = strings_.find(lower); known != strings_.end()) return known->second;
    for (std::string_view month : kMonths)
      if (lower.size() >= 3 && month.starts_with(lower)) return std::string(name);
    remark_("string-unknown", line(),
            "'" + std::string(name.substr(0, 60)) + "' is no @string of this file; kept as it is");
    return std::string(name);
  }

  /// At the begin of a line: "@article{".
  bool entry_begins_here() const {
    bool line_begin = at_ == 0 || text_[at_ - 1] == '\n';
    if (!line_begin || here() != '@') return false;
    std::size_t end = at_ + 1;
    while (end < text_.size() && end < at_ + 20 && is_letter(text_[end])) ++end;
    std::string type = lower_ascii(text_.substr(at_ + 1, end - at_ - 1));
    bool opens = end < text_.size() && (text_[end] == '{' || text_[end] == '(');
    return opens && std::find(kEntryTypes.begin(), kEntryTypes.end(), type) != kEntryTypes.end();
  }
  bool begins_entry() const { return here() == '@' && entry_begins_here(); }

  std::string braced() {
    std::size_t begin = ++at_, depth = 1;
    std::uint32_t begin_line = line();
    for (; at_ < text_.size(); ++at_) {
      char c = here();
      if (c == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == '{' || text_[at_ + 1] == '}')) {
        ++at_;
        continue;
      }
      if (c == '{') ++depth;
      if (c == '}' && --depth == 0) return std::string(text_.substr(begin, at_++ - begin));
      if (c == '@' && entry_begins_here()) break;
    }
    remark_("brace-missing", begin_line, "a brace is opened here and not closed");
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string quoted() {
    std::size_t begin = ++at_, depth = 0;
    std::uint32_t begin_line = line();
    for (; at_ < text_.size(); ++at_) {
      char c = here();
      if (c == '{') ++depth;
      if (c == '}' && depth > 0) --depth;
      if (c == '"' && depth == 0) return std::string(text_.substr(begin, at_++ - begin));
      if (c == '@' && entry_begins_here()) break;
    }
    remark_("quote-missing", begin_line, "a quote is opened here and not closed");
    return std::string(text_.substr(begin, at_ - begin));
  }

  void close_entry(const BibtexEntry&) {
    skip_blanks();
    if (!at_end() && here() == close_) ++at_;
  }

  std::string_view text_;
  const BibtexRemark& remark_;
  std::size_t at_ = 0, counted_ = 0;
  std::uint32_t line_ = 1;
  char close_ = '}';
  std::vector<BibtexEntry> entries_;
  std::unordered_map<std::string, std::string> strings_;
};

/// Cut at blanks or commas that stand outside braces.
std::vector<std::string_view> outside_braces(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0, depth = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size()) {
      char c = text[i];
      if (c == '{') ++depth;
      if (c == '}' && depth > 0) --depth;
      if (depth > 0 || separators.find(c) == separators.npos) continue;
    }
    pieces.push_back(trimmed(text.substr(begin, i - begin)));
    begin = i + 1;
  }
  return pieces;
}

std::string plain(std::string_view written) { return on_one_line(latex_text(written)); }

bool begins_lower_word(std::string_view word) {
  while (!word.empty() && (word[0] == '{' || word[0] == '\\')) word.remove_prefix(1);
  return begins_lower(word);
}

/// "First von Last".
Author in_order(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::string_view word : outside_braces(name, " \t\r\n~"))
    if (!word.empty()) words.push_back(word);
  if (words.empty()) return {};
  std::size_t family = words.size() - 1;
  for (std::size_t i = 1; i < words.size() - 1; ++i)
    if (begins_lower_word(words[i])) {
      family = i;
      break;
    }
  const auto join = [&](std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i) out.append(i > from ? " " : "").append(words[i]);
    return plain(out);
  };
  return {join(family, words.size()), join(0, family)};
}

bool is_suffix(std::string_view word) {
  constexpr std::string_view kSuffixes[] = {"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "V"};
  return std::find(std::begin(kSuffixes), std::end(kSuffixes), word) != std::end(kSuffixes);
}

std::optional<Author> with_keys(const std::vector<std::string_view>& parts) {
  Author author;
  std::string prefix;
  for (std::string_view part : parts) {
    std::size_t equals = part.find('=');
    if (equals == part.npos) return std::nullopt;
    std::string_view key = trimmed(part.substr(0, equals));
    std::string value = plain(part.substr(equals + 1));
    if (key == "family") author.family = value;
    if (key == "given") author.given = value;
    if (key == "suffix") author.suffix = value;
    if (key == "prefix") prefix = value;
  }
  if (!prefix.empty()) author.family = prefix + " " + author.family;
  return author.family.empty() ? std::nullopt : std::optional(author);
}

}  // namespace

std::vector<BibtexEntry> parse_bibtex(std::string_view text, const BibtexRemark& remark) {
  return Parser(text, remark).run();
}

std::vector<std::string_view> bibtex_names(std::string_view value) {
  std::vector<std::string_view> names;
  std::size_t begin = 0, depth = 0;
  const auto take = [&](std::size_t end) {
    std::string_view name = trimmed(value.substr(begin, end - begin));
    if (!name.empty()) names.push_back(name);
  };
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '{') ++depth;
    if (value[i] == '}' && depth > 0) --depth;
    bool word = depth == 0 && i > 0 && is_blank(value[i - 1]) && value.substr(i, 3) == "and" &&
                i + 3 < value.size() && is_blank(value[i + 3]);
    if (!word) continue;
    take(i);
    begin = i + 3;
    i += 2;
  }
  take(value.size());
  return names;
}

Author bibtex_author(std::string_view name) {
  name = trimmed(name);
  std::size_t depth = 0;
  bool whole = name.size() > 2 && name.front() == '{' && name.back() == '}';
  for (std::size_t i = 0; whole && i + 1 < name.size(); ++i) {
    if (name[i] == '{') ++depth;
    if (name[i] == '}') --depth;
    whole = depth > 0;
  }
  if (whole) return {plain(name.substr(1, name.size() - 2)), ""};
  std::vector<std::string_view> parts = outside_braces(name, ",");
  if (parts.size() == 1) return in_order(name);
  if (std::optional<Author> keyed = with_keys(parts)) return *keyed;
  Author author{plain(parts[0]), plain(parts[1])};
  if (parts.size() >= 3) {
    author.suffix = author.given;
    author.given = plain(parts[2]);
    for (std::size_t i = 3; i < parts.size(); ++i) author.given += " " + plain(parts[i]);
    if (is_suffix(author.given) && !is_suffix(author.suffix))
      std::swap(author.given, author.suffix);
  }
  if (author.family.empty()) std::swap(author.family, author.given);
  return author;
}

}  // namespace litmine
