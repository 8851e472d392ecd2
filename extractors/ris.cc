// A record begins with TY and ends with ER; everything else about RIS is habit. Nothing that a
// writer got wrong stops the reading: a record without ER ends at the next TY, one without TY
// begins with its first telling tag, and every such repair is reported with its line.
#include "extractors/ris.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "extractors/ris_lines.h"
#include "extractors/ris_record.h"
#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr int kShownPerKind = 20;
constexpr std::size_t kLongestField =
    1024 * 1024;  ///< bytes; a list of references in N1 stays below

/// Tags that begin a record which has lost its TY.
constexpr std::string_view kOpeners[] = {"TI", "T1", "AU", "A1", "ID", "AN",
                                         "JO", "JF", "T2", "PY", "Y1"};

/// What database hosts print between records.
constexpr std::string_view kPreambles[] = {"Record #", "Provider:", "Database:", "Content:", "% "};

bool is_preamble(std::string_view line) {
  for (std::string_view lead : kPreambles)
    if (line.starts_with(lead)) return true;
  // "12." and "<12>"
  std::string_view number = line;
  if (number.starts_with('<') && number.ends_with('>'))
    number = number.substr(1, number.size() - 2);
  if (number.ends_with('.')) number.remove_suffix(1);
  return !number.empty() && number.size() <= 7 &&
         number.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Problems of one file, the first twenty of a kind one by one, the rest as a number.
class Oddities {
 public:
  Oddities(const std::filesystem::path& path, const Intake& intake)
      : path_(path), intake_(intake) {}

  void add(const std::string& code, std::uint32_t line, const std::string& reason,
           Problem::Level level = Problem::Level::doubtful) {
    Kind& kind = kinds_[code];
    if (++kind.count > kShownPerKind) return;
    kind.level = level;
    report(code, line, reason, level);
  }

  void close() {
    for (const auto& [code, kind] : kinds_) {
      if (kind.count <= kShownPerKind) continue;
      report(code, 0, fmt::format("{} more of this kind in this file", kind.count - kShownPerKind),
             kind.level);
    }
  }

 private:
  struct Kind {
    int count = 0;
    Problem::Level level = Problem::Level::doubtful;
  };

  void report(const std::string& code, std::uint32_t line, const std::string& reason,
              Problem::Level level) {
    Problem problem;
    problem.level = level;
    problem.file = path_.string();
    problem.line = line;
    problem.code = code;
    problem.reason = reason;
    intake_.problem(std::move(problem));
  }

  const std::filesystem::path& path_;
  const Intake& intake_;
  std::map<std::string, Kind> kinds_;
};

/// Reads one file from the first line to the last.
class Reading {
 public:
  Reading(const std::filesystem::path& path, const Intake& intake)
      : path_(path), intake_(intake), lines_(path), oddities_(path, intake) {}

  void run() {
    if (!lines_.good())
      return oddities_.add("unreadable", 0, "cannot be opened", Problem::Level::not_read);
    while (std::optional<FileLine> line = lines_.next()) take(*line);
    if (open_) close_without_end(0, "the last record has no ER line; the file may be cut off");
    if (lines_.failed())
      oddities_.add("unreadable", 0, "could not be read to its end", Problem::Level::not_read);
    if (records_ == 0 && !rejected_)
      oddities_.add("no-records", 0, "holds no RIS record", Problem::Level::not_read);
    oddities_.close();
  }

 private:
  void take(FileLine& line) {
    if (line.reencoded)
      oddities_.add("encoding", line.number, "is not valid UTF-8; read as windows-1252");
    if (line.cut) oddities_.add("long-line", line.number, "is longer than 4 MiB; cut off there");
    while (!line.text.empty() && (line.text.back() == ' ' || line.text.back() == '\t'))
      line.text.pop_back();
    if (line.text.starts_with("\xEF\xBB\xBF")) line.text.erase(0, 3);  // files pasted together
    if (line.text.empty()) {
      blank_before_ = true;
      return;
    }
    std::optional<RisTag> tag = ris_tag(line.text);
    if (!tag)
      continues(line);
    else if (tag->name == "TY")
      begins(line, *tag);
    else if (tag->name == "ER")
      ends(line, *tag);
    else
      field(line, *tag);
    blank_before_ = false;
  }

  std::string value_of(const FileLine& line, const RisTag& tag) const {
    return line.text.substr(tag.value);
  }

  void begins(const FileLine& line, const RisTag& tag) {
    if (open_) {
      bool only_type = record_.fields.size() == 1 && record_.fields[0].tag == "TY";
      if (only_type) {
        oddities_.add("type-twice", line.number,
                      "a second TY line in one record; the first is used");
        return;
      }
      close_without_end(line.number, "a record begins before the one of line " +
                                         std::to_string(record_.line) +
                                         " has ended; read as ended here");
    }
    open_ = true;
    record_ = {};
    record_.line = line.number;
    record_.fields.push_back({"TY", value_of(line, tag), line.number});
  }

  void ends(const FileLine& line, const RisTag& tag) {
    if (!open_) {
      oddities_.add("end-alone", line.number, "an ER line without a record; left out");
      return;
    }
    if (!value_of(line, tag).empty()) {
      // "ER  - positive tumours" is the begin of a wrapped line of text, unless a record follows.
      const FileLine* next = lines_.peek_telling();
      std::optional<RisTag> next_tag = next ? ris_tag(next->text) : std::nullopt;
      bool over = !next || (next_tag && next_tag->name == "TY");
      if (!over) return continues(line);
      oddities_.add("end-with-text", line.number, "text after ER; left out");
    }
    close();
  }

  void field(const FileLine& line, const RisTag& tag) {
    if (!open_) {
      bool opens =
          std::find(std::begin(kOpeners), std::end(kOpeners), tag.name) != std::end(kOpeners);
      if (!opens) {
        oddities_.add("outside-record", line.number, "a line outside any record; left out");
        return;
      }
      oddities_.add("type-missing", line.number,
                    "a record begins without a TY line; read as a record");
      open_ = true;
      record_ = {};
      record_.line = line.number;
    }
    record_.fields.push_back({std::string(tag.name), value_of(line, tag), line.number});
  }

  /// A line without a tag goes on with the value before it.
  void continues(const FileLine& line) {
    std::string_view text = trimmed(line.text);
    if (!open_ || record_.fields.empty()) {
      if (!is_preamble(text))
        oddities_.add("outside-record", line.number, "a line outside any record; left out");
      return;
    }
    if (blank_before_ && is_preamble(text) &&
        (text.starts_with("Record #") || text.starts_with("% ")))
      return;
    RisField& last = record_.fields.back();
    if (last.tag == "TY") {
      oddities_.add("stray-line", line.number, "a line without a tag after TY; left out");
      return;
    }
    if (last.value.size() + text.size() > kLongestField) {
      oddities_.add("long-field", line.number, "a field of more than 1 MiB; cut off there");
      return;
    }
    last.value += blank_before_ ? "\n\n" : "\n";
    last.value += text;
  }

  void close_without_end(std::uint32_t line, const std::string& reason) {
    oddities_.add("end-missing", line > 0 ? line : record_.line, reason);
    close();
  }

  void close() {
    open_ = false;
    if (!has_content(record_)) {
      rejected_ = true;
      oddities_.add("empty-record", record_.line, "a record with nothing in it",
                    Problem::Level::not_read);
      return;
    }
    std::vector<RisDoubt> doubts;
    Document document = ris_document(record_, doubts);
    document.record = ++records_;
    document.source = path_.string();
    intake_.document(std::move(document));
    for (const RisDoubt& doubt : doubts) oddities_.add(doubt.code, doubt.line, doubt.reason);
  }

  const std::filesystem::path& path_;
  const Intake& intake_;
  LineReader lines_;
  Oddities oddities_;
  RisRecord record_;
  std::uint32_t records_ = 0;
  bool open_ = false, blank_before_ = false, rejected_ = false;
};

class RisExtractor final : public Extractor {
 public:
  std::string_view name() const override { return "ris"; }

  /// A TY line among the first lines, or a file called .ris.
  bool accepts(std::string_view head, const std::filesystem::path& path) const override {
    if (lower_ascii(path.extension().string()) == ".ris") return true;
    std::string text = decoded(head.substr(0, head.size() / 2 * 2));
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    for (std::string_view line : split_at(text, "\r\n")) {
      std::optional<RisTag> tag = ris_tag(line);
      if (tag && tag->name == "TY") return true;
    }
    return false;
  }

  void extract(const std::filesystem::path& path, const Intake& intake) const override {
    Reading(path, intake).run();
  }
};

}  // namespace

const Extractor& ris_extractor() {
  static const RisExtractor extractor;
  return extractor;
}

}  // namespace litmine
