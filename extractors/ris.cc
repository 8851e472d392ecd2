// A record begins with TY and ends with ER; everything else about RIS is habit. Nothing that a
// writer got wrong stops the reading: a record without ER ends at the next TY, one without TY
// begins with its first telling tag, and every such repair is reported with its line.
#include "extractors/ris.h"

#include <algorithm>

#include "extractors/record_lines.h"
#include "extractors/ris_record.h"
#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::size_t kLongestField =
    std::size_t{1024} * 1024;  ///< bytes; a list of references in N1 stays below
constexpr std::size_t kLongestRecord = std::size_t{64} * 1024 * 1024;

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

std::string in_words(const std::string& tag) {
  if (tag == "AB" || tag == "N2") return "an abstract";
  return tag == "TI" || tag == "T1" ? "a title" : tag;
}

/// Reads one file from the first line to the last.
class Reading {
 public:
  Reading(const std::filesystem::path& path, const Intake& intake)
      : lines_(path), records_(path, intake, "ris") {}

  void run() {
    if (!lines_.good())
      return records_.odd("unreadable", 0, "cannot be opened", Problem::Level::not_read);
    while (std::optional<FileLine> line = lines_.next()) take(*line);
    if (open_) close_without_end(0, "the last record has no ER line; the file may be cut off");
    if (lines_.failed())
      records_.odd("unreadable", 0, "could not be read to its end", Problem::Level::not_read);
    if (expected_ > 0) records_.expect(expected_, 0, "the file says that it has");
    records_.close("RIS record");
  }

 private:
  void take(FileLine& line) {
    if (line.reencoded)
      records_.odd("encoding", line.number, "is not valid UTF-8; read as windows-1252");
    if (line.cut) records_.odd("long-line", line.number, "is longer than 4 MiB; cut off there");
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

  void open_at(std::uint32_t line) {
    open_ = true;
    fields_.clear();
    line_ = line;
    size_ = 0;
  }

  std::string value_of(const FileLine& line, const RisTag& tag) const {
    return line.text.substr(tag.value);
  }

  void begins(const FileLine& line, const RisTag& tag) {
    if (open_) {
      bool only_type = fields_.size() == 1 && fields_[0].name == "TY";
      if (only_type) {
        records_.odd("type-twice", line.number,
                     "a second TY line in one record; the first is used");
        return;
      }
      close_without_end(line.number, "a record begins before the one of line " +
                                         std::to_string(line_) + " has ended; read as ended here");
    }
    open_at(line.number);
    fields_.push_back({"TY", value_of(line, tag), line.number});
  }

  void ends(const FileLine& line, const RisTag& tag) {
    if (!open_) {
      records_.odd("end-alone", line.number, "an ER line without a record; left out");
      return;
    }
    if (!value_of(line, tag).empty()) {
      // "ER  - positive tumours" is the begin of a wrapped line of text, unless a record follows.
      const FileLine* next = lines_.peek_telling();
      std::optional<RisTag> next_tag = next ? ris_tag(next->text) : std::nullopt;
      bool over = !next || (next_tag && next_tag->name == "TY");
      if (!over) {
        if (!fields_.empty())
          records_.odd("end-inside", line.number,
                       "an ER inside " + in_words(fields_.back().name) + "; read as text");
        return continues(line);
      }
      records_.odd("end-with-text", line.number, "text after ER; left out");
    }
    close();
  }

  void field(const FileLine& line, const RisTag& tag) {
    if (!open_) {
      bool opens =
          std::find(std::begin(kOpeners), std::end(kOpeners), tag.name) != std::end(kOpeners);
      if (!opens) {
        records_.odd("outside-record", line.number, "a line outside any record; left out");
        return;
      }
      records_.odd("type-missing", line.number,
                   "a record begins without a TY line; read as a record");
      open_at(line.number);
    }
    size_ += line.text.size();
    if (size_ > kLongestRecord) {
      records_.odd("long-record", line.number, "a record of more than 64 MiB; cut off there");
      return;
    }
    fields_.push_back({std::string(tag.name), value_of(line, tag), line.number});
  }

  /// A line without a tag goes on with the value before it.
  void continues(const FileLine& line) {
    std::string_view text = trimmed(line.text);
    note_total(text);
    if (!open_ || fields_.empty()) {
      if (!is_preamble(text))
        records_.odd("outside-record", line.number, "a line outside any record; left out");
      return;
    }
    bool preamble = line.text.starts_with("Record #") || line.text.starts_with("% ");
    if (blank_before_ && preamble) return;
    RecordField& last = fields_.back();
    if (last.name == "TY") {
      records_.odd("stray-line", line.number, "a line without a tag after TY; left out");
      return;
    }
    if (last.value.size() + text.size() > kLongestField) {
      records_.odd("long-field", line.number, "a field of more than 1 MiB; cut off there");
      return;
    }
    last.value += blank_before_ ? "\n\n" : "\n";
    last.value += text;
  }

  /// "Record #3 of 12", as the Cochrane Library writes before each record.
  void note_total(std::string_view line) {
    std::size_t of = line.find(" of ");
    if (!line.starts_with("Record #") || of == std::string_view::npos) return;
    std::string_view total = line.substr(of + 4);
    if (!total.empty() && total.size() < 9 && count_digits(total) == total.size())
      expected_ = std::stoul(std::string(total));
  }

  void close_without_end(std::uint32_t line, const std::string& reason) {
    records_.odd("end-missing", line > 0 ? line : line_, reason);
    close();
  }

  void close() {
    open_ = false;
    records_.take(ris_record(std::move(fields_), line_));
    fields_.clear();
  }

  LineReader lines_;
  RecordIntake records_;
  std::vector<RecordField> fields_;
  std::uint32_t line_ = 0;      ///< where the open record begins
  std::size_t size_ = 0;        ///< bytes of the open record
  std::uint64_t expected_ = 0;  ///< what the file says of itself
  bool open_ = false, blank_before_ = false;
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
