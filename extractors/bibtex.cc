// A small reader of the grammar that BibTeX itself has: entries are `@type{key, field = value,
// ...}` with braces that nest, quotes in which braces nest, numbers, and names of strings. Anything
// between entries is a comment.
#include "extractors/bibtex.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>

#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::size_t kLongestEntry = 1024 * 1024;  // bytes: a brace that nothing closes ends there

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_name(char c) {
  return !is_space(c) && std::string_view("{}(),=#\"@").find(c) == std::string_view::npos;
}

// TeX ------------------------------------------------------------------------------------------

struct Accent {
  char sign;
  std::string_view mark;  // combining, put behind its letter; normal form C joins them
};
constexpr Accent kAccents[] = {
    {'`', "\u0300"}, {'\'', "\u0301"}, {'^', "\u0302"}, {'~', "\u0303"}, {'=', "\u0304"},
    {'u', "\u0306"}, {'.', "\u0307"},  {'"', "\u0308"}, {'r', "\u030A"}, {'H', "\u030B"},
    {'v', "\u030C"}, {'d', "\u0323"},  {'c', "\u0327"}, {'k', "\u0328"}, {'b', "\u0331"},
};

struct Command {
  std::string_view name, text;
};
constexpr Command kCommands[] = {
    {"ss", "ß"},
    {"o", "ø"},
    {"O", "Ø"},
    {"l", "ł"},
    {"L", "Ł"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"aa", "å"},
    {"AA", "Å"},
    {"i", "i"},
    {"j", "j"},
    {"dh", "ð"},
    {"th", "þ"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"textquoteright", "’"},
    {"textquoteleft", "‘"},
};

/// Letters for TeX: accents and a few commands; other commands go, what is in their braces stays.
std::string without_tex(std::string_view tex) {
  std::string text;
  for (std::size_t at = 0; at < tex.size();) {
    const char c = tex[at];
    if (c == '{' || c == '}' || c == '$') {
      ++at;
    } else if (c == '~') {
      text += ' ';
      ++at;
    } else if (c == '-' && tex.substr(at).starts_with("--")) {
      const bool long_dash = tex.substr(at).starts_with("---");
      text += long_dash ? "—" : "–";
      at += long_dash ? 3 : 2;
    } else if (c != '\\' || at + 1 >= tex.size()) {
      text += c;
      ++at;
    } else {
      std::size_t end = at + 1;
      while (end < tex.size() &&
             ((tex[end] >= 'a' && tex[end] <= 'z') || (tex[end] >= 'A' && tex[end] <= 'Z')))
        ++end;
      const bool word = end > at + 1;
      const std::string_view name = tex.substr(at + 1, word ? end - at - 1 : 1);
      if (!word) end = at + 2;
      const Accent* accent = nullptr;
      for (const Accent& one : kAccents)
        if (name.size() == 1 && name[0] == one.sign) accent = &one;
      const Command* command = nullptr;
      for (const Command& one : kCommands)
        if (name == one.name) command = &one;
      if (accent != nullptr) {
        std::size_t letter = end;
        while (letter < tex.size() && (is_space(tex[letter]) || tex[letter] == '{')) ++letter;
        if (letter < tex.size() && tex[letter] == '\\') ++letter;  // \'{\i}
        if (letter < tex.size() && code_point_at(tex, letter).bytes > 0) {
          const std::size_t bytes = code_point_at(tex, letter).bytes;
          text += tex.substr(letter, bytes);
          text += accent->mark;
          end = letter + bytes;
        }
      } else if (command != nullptr) {
        text += command->text;
        while (end < tex.size() && is_space(tex[end])) ++end;
      } else if (!word) {
        text += name == "\\" ? " " : name;  // \& \% \_ \\ .
      } else {
        while (end < tex.size() && is_space(tex[end])) ++end;
      }
      at = end;
    }
  }
  return squeezed(normalized(text));
}

// Entries ---------------------------------------------------------------------------------------

using Fields = std::map<std::string, std::string>;

class Reader {
 public:
  Reader(std::string_view text, const std::filesystem::path& path, const Intake& intake)
      : text_(text), path_(path), intake_(intake) {}

  void read() {
    while ((at_ = text_.find('@', at_)) != std::string_view::npos) {
      const std::size_t begin = at_++;
      const std::string type = lower_ascii(name());
      skip_space();
      if (type.empty() || at_ >= text_.size() || (text_[at_] != '{' && text_[at_] != '(')) continue;
      const char closing = text_[at_] == '{' ? '}' : ')';
      ++at_;
      if (type == "comment" || type == "preamble") {
        --at_;
        std::string ignored;
        if (text_[at_] == '{') braced(ignored);
        continue;
      }
      entry(type, begin, closing);
    }
  }

 private:
  void entry(const std::string& type, std::size_t begin, char closing) {
    if (type != "string") {
      name();  // the key
      skip_space();
      if (at_ < text_.size() && text_[at_] == ',') ++at_;
    }
    Fields fields;
    bool ended = false;
    while (at_ < text_.size() && at_ - begin < kLongestEntry) {
      skip_space();
      if (at_ < text_.size() && text_[at_] == closing) {
        ++at_;
        ended = true;
        break;
      }
      const std::string field = lower_ascii(name());
      skip_space();
      if (field.empty() || at_ >= text_.size() || text_[at_] != '=') break;
      ++at_;
      std::string content;
      if (!value(content)) break;
      (type == "string" ? strings_ : fields).emplace(field, std::move(content));
      skip_space();
      if (at_ < text_.size() && text_[at_] == ',') ++at_;
    }
    if (!ended) {
      problem(begin, "damaged",
              fmt::format("the @{} that begins here is not written to its end or "
                          "has a field without '='",
                          type),
              "correct the entry by its neighbours");
      at_ = begin + 1;  // look for the next entry inside
      return;
    }
    if (type != "string") take(type, fields, begin);
  }

  void take(const std::string& type, const Fields& fields, std::size_t begin);

  std::string name() {
    skip_space();
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }
  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  /// One or more pieces joined by '#'.
  bool value(std::string& into) {
    for (;;) {
      skip_space();
      if (at_ >= text_.size()) return false;
      if (text_[at_] == '{') {
        if (!braced(into)) return false;
      } else if (text_[at_] == '"') {
        if (!quoted(into)) return false;
      } else {
        const std::string word = name();
        if (word.empty()) return false;
        const auto known = strings_.find(lower_ascii(word));
        into += known == strings_.end() ? word : known->second;
      }
      skip_space();
      if (at_ >= text_.size() || text_[at_] != '#') return true;
      ++at_;
    }
  }

  /// From the brace at `at_` to the one that closes it.
  bool braced(std::string& into) {
    std::size_t depth = 0;
    for (std::size_t end = at_; end < text_.size() && end - at_ < kLongestEntry; ++end) {
      if (text_[end] == '\\') {
        ++end;
        continue;
      }
      if (text_[end] == '{') ++depth;
      if (text_[end] == '}' && --depth == 0) {
        into += text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return true;
      }
    }
    return false;
  }
  bool quoted(std::string& into) {
    std::size_t depth = 0;
    for (std::size_t end = at_ + 1; end < text_.size() && end - at_ < kLongestEntry; ++end) {
      if (text_[end] == '\\') {
        ++end;
        continue;
      }
      if (text_[end] == '{') ++depth;
      if (text_[end] == '}' && depth > 0) --depth;
      if (text_[end] == '"' && depth == 0) {
        into += text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return true;
      }
    }
    return false;
  }

  std::uint32_t line_of(std::size_t byte) {
    for (; counted_ < byte; ++counted_)
      if (text_[counted_] == '\n') ++line_;
    return line_;
  }
  void problem(std::size_t begin, std::string code, std::string reason, std::string hint) {
    Problem found;
    found.file = path_.generic_string();
    found.line = line_of(begin);
    found.code = std::move(code);
    found.reason = std::move(reason);
    found.hint = std::move(hint);
    intake_.problem(std::move(found));
  }

  std::string_view text_;
  const std::filesystem::path& path_;
  const Intake& intake_;
  std::size_t at_ = 0, counted_ = 0;
  std::uint32_t line_ = 1, record_ = 0;
  std::map<std::string, std::string> strings_;
};

/// "Family, Given and Given Family and {A Corporation}"
std::vector<Author> authors_of(std::string_view list) {
  std::vector<Author> authors;
  std::size_t depth = 0, begin = 0;
  auto take = [&](std::string_view one) {
    one = trimmed(one);
    if (one.empty() || one == "others") return;
    const bool corporate = one.starts_with('{') && one.ends_with('}');
    const std::size_t comma = corporate ? std::string_view::npos : one.find(',');
    const std::size_t blank = corporate ? std::string_view::npos : one.rfind(' ');
    if (comma != std::string_view::npos)
      authors.push_back({without_tex(one.substr(0, comma)), without_tex(one.substr(comma + 1))});
    else if (blank != std::string_view::npos)
      authors.push_back({without_tex(one.substr(blank + 1)), without_tex(one.substr(0, blank))});
    else
      authors.push_back({without_tex(one), {}});
  };
  for (std::size_t at = 0; at < list.size(); ++at) {
    if (list[at] == '{') ++depth;
    if (list[at] == '}' && depth > 0) --depth;
    const std::string_view rest = list.substr(at);
    if (depth == 0 && is_space(list[at]) && rest.size() > 4 &&
        lower_ascii(rest.substr(1, 3)) == "and" && is_space(rest[4])) {
      take(list.substr(begin, at - begin));
      begin = at + 5;
      at += 4;
    }
  }
  if (begin < list.size()) take(list.substr(begin));
  return authors;
}

std::optional<int> year_in(std::string_view date) {
  for (std::size_t at = 0; at + 4 <= date.size(); ++at)
    if (count_digits(date.substr(at, 4)) == 4) return std::stoi(std::string(date.substr(at, 4)));
  return std::nullopt;
}

constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
    {"article", "article-journal"},
    {"inproceedings", "paper-conference"},
    {"conference", "paper-conference"},
    {"book", "book"},
    {"incollection", "chapter"},
    {"inbook", "chapter"},
    {"phdthesis", "thesis"},
    {"mastersthesis", "thesis"},
    {"techreport", "report"},
};

void Reader::take(const std::string& type, const Fields& fields, std::size_t begin) {
  auto field = [&](std::initializer_list<const char*> names) {
    for (const char* name : names)
      if (auto found = fields.find(name); found != fields.end() && !found->second.empty())
        return without_tex(found->second);
    return std::string();
  };
  Document document;
  document.kind = Document::Kind::record;
  Biblio& about = document.about;
  for (const auto& [name, csl] : kTypes)
    if (type == name) about.type = csl;
  about.title = field({"title"});
  if (const std::string subtitle = field({"subtitle"}); !subtitle.empty())
    about.title += ": " + subtitle;
  if (auto found = fields.find("author"); found != fields.end())
    about.authors = authors_of(found->second);
  about.year = year_in(field({"year", "date"}));
  about.source = field({"journal", "journaltitle", "booktitle"});
  about.volume = field({"volume"});
  about.issue = field({"number", "issue"});
  about.pages = field({"pages"});
  about.publisher = field({"publisher"});
  about.doi = lower_ascii(field({"doi"}));
  for (std::string_view prefix : {"https://", "http://", "dx.", "doi.org/", "doi:"})
    if (about.doi.starts_with(prefix)) about.doi.erase(0, prefix.size());
  about.url = field({"url"});
  about.language = field({"language", "langid"});
  if (about.title.empty() && about.doi.empty()) {
    problem(begin, "no-title", "this entry has neither a title nor a DOI", "");
    return;
  }
  auto section = [&](Part part, const std::string& text) {
    if (text.empty()) return;
    const auto at = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    const auto end = static_cast<std::uint32_t>(document.text.size());
    document.sections.push_back({part, {at, at}, {at, end}});
    document.text += "\n\n";
  };
  section(Part::title, about.title);
  section(Part::abstract, field({"abstract"}));
  section(Part::keywords, field({"keywords", "keyword"}));
  document.source = path_.generic_string();
  document.record = ++record_;
  document.line = line_of(begin);
  document.extractor = "bibtex";
  intake_.document(std::move(document));
}

}  // namespace

bool is_bibtex(std::string_view head) {
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    const std::string_view line = trimmed(head.substr(at, end - at));
    at = end + 1;
    if (line.empty() || line.starts_with('%')) continue;
    if (!line.starts_with('@')) return false;
    std::size_t letters = 1;
    while (letters < line.size() && is_name(line[letters])) ++letters;
    while (letters < line.size() && is_space(line[letters])) ++letters;
    return letters > 1 && letters < line.size() && (line[letters] == '{' || line[letters] == '(');
  }
  return false;
}

void read_bibtex(std::string_view text, const std::filesystem::path& path, const Intake& intake) {
  Reader(text, path, intake).read();
}

}  // namespace litmine
