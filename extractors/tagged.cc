// One reader for three formats; what differs is in a table each. The one thing to know: a line that
// goes on with a value is told by its indent in nbib and Web of Science, so an abstract that holds
// "ER  - positive" or "PT J" does not end its record.
#include "extractors/tagged.h"

#include <algorithm>
#include <array>
#include <span>

#include "corpus/publication_type.h"
#include "extractors/record_lines.h"
#include "extractors/records.h"
#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::size_t kLongestField = std::size_t{1024} * 1024;
constexpr std::size_t kLongestRecord = std::size_t{64} * 1024 * 1024;

struct Tag {
  std::string_view name;
  std::string_view value;
};

/// "PMID- 123", "AB  - ...", "ISSN - ...": two to four capitals or digits, at most three blanks, a
/// hyphen.
std::optional<Tag> nbib_tag(std::string_view line) {
  std::size_t letters = 0;
  while (letters < line.size() && letters < 5 &&
         ((line[letters] >= 'A' && line[letters] <= 'Z') ||
          (line[letters] >= '0' && line[letters] <= '9')))
    ++letters;
  if (letters < 2 || letters > 4 || line[0] < 'A') return std::nullopt;
  std::size_t at = letters;
  while (at < line.size() && at < letters + 3 && line[at] == ' ') ++at;
  if (at >= line.size() || line[at] != '-') return std::nullopt;
  bool known_width = at == 4 || (at == letters + 1);
  bool apart = at + 1 == line.size() || line[at + 1] == ' ';
  if (!known_width || !apart) return std::nullopt;
  return Tag{line.substr(0, letters), trimmed(line.substr(at + 1))};
}

/// "AU Smith, J": two capitals or digits at the begin, then a blank or nothing.
std::optional<Tag> wos_tag(std::string_view line) {
  bool shaped = line.size() >= 2 && line[0] >= 'A' && line[0] <= 'Z' &&
                ((line[1] >= 'A' && line[1] <= 'Z') || (line[1] >= '0' && line[1] <= '9'));
  if (!shaped || (line.size() > 2 && line[2] != ' ')) return std::nullopt;
  return Tag{line.substr(0, 2), line.size() > 3 ? trimmed(line.substr(3)) : std::string_view()};
}

/// "%A Smith, J".
std::optional<Tag> enw_tag(std::string_view line) {
  bool shaped = line.size() >= 2 && line[0] == '%' && line[1] > ' ' && line[1] < 0x7F;
  if (!shaped || (line.size() > 2 && line[2] != ' ')) return std::nullopt;
  return Tag{line.substr(0, 2), line.size() > 3 ? trimmed(line.substr(3)) : std::string_view()};
}

constexpr FieldName kNbib[] = {
    {"PMID", Meaning::pmid},      {"TI", Meaning::title},        {"BTI", Meaning::source},
    {"AB", Meaning::abstract},    {"FAU", Meaning::author},      {"CN", Meaning::literal_author},
    {"AU", Meaning::author},      {"FED", Meaning::editor},      {"ED", Meaning::editor},
    {"AD", Meaning::affiliation}, {"OT", Meaning::keyword},      {"MH", Meaning::index_term},
    {"JT", Meaning::source},      {"TA", Meaning::short_source}, {"DP", Meaning::year},
    {"DEP", Meaning::extra},      {"VI", Meaning::volume},       {"IP", Meaning::issue},
    {"PG", Meaning::pages},       {"LA", Meaning::language},     {"PT", Meaning::genre},
    {"PB", Meaning::publisher},   {"PL", Meaning::place},        {"IS", Meaning::issn},
    {"ISSN", Meaning::issn},      {"ISBN", Meaning::isbn},       {"PMC", Meaning::pmcid},
    {"LID", Meaning::doi},        {"AID", Meaning::doi},         {"OID", Meaning::accession},
    {"OWN", Meaning::extra},      {"URL", Meaning::url},         {"GN", Meaning::note},
};

constexpr FieldName kWos[] = {
    {"PT", Meaning::type},
    {"TI", Meaning::title},
    {"AF", Meaning::author},
    {"AU", Meaning::author},
    {"CA", Meaning::literal_author},
    {"BE", Meaning::editor},
    {"ED", Meaning::editor},
    {"SO", Meaning::source},
    {"JI", Meaning::short_source},
    {"J9", Meaning::short_source},
    {"LA", Meaning::language},
    {"DT", Meaning::genre},
    {"DE", Meaning::keywords},
    {"ID", Meaning::index_terms},
    {"AB", Meaning::abstract},
    {"C1", Meaning::affiliation},
    {"CR", Meaning::reference},
    {"PU", Meaning::publisher},
    {"PI", Meaning::place},
    {"SN", Meaning::issn},
    {"EI", Meaning::issn},
    {"BN", Meaning::isbn},
    {"PY", Meaning::year},
    {"VL", Meaning::volume},
    {"IS", Meaning::issue},
    {"BP", Meaning::first_page},
    {"EP", Meaning::last_page},
    {"AR", Meaning::article_number},
    {"DI", Meaning::doi},
    {"D2", Meaning::doi},
    {"PM", Meaning::pmid},
    {"UT", Meaning::accession},
};

constexpr FieldName kEnw[] = {
    {"%0", Meaning::type},      {"%T", Meaning::title},    {"%A", Meaning::author},
    {"%E", Meaning::editor},    {"%J", Meaning::source},   {"%B", Meaning::source},
    {"%D", Meaning::year},      {"%8", Meaning::date},     {"%V", Meaning::volume},
    {"%N", Meaning::issue},     {"%P", Meaning::pages},    {"%I", Meaning::publisher},
    {"%C", Meaning::place},     {"%R", Meaning::doi},      {"%U", Meaning::url},
    {"%@", Meaning::serial},    {"%K", Meaning::keywords}, {"%X", Meaning::abstract},
    {"%M", Meaning::accession}, {"%G", Meaning::language}, {"%+", Meaning::affiliation},
    {"%F", Meaning::key},       {"%9", Meaning::genre},    {"%W", Meaning::database},
    {"%>", Meaning::file},      {"%Z", Meaning::note},
};

/// Fields of which each line is one value.
constexpr std::string_view kOneALine[] = {"AU", "AF", "CA", "BA", "BF", "BE", "ED",
                                          "C1", "C3", "CR", "%A", "%E", "%K"};

bool is_one_a_line(std::string_view name) {
  return std::find(std::begin(kOneALine), std::end(kOneALine), name) != std::end(kOneALine);
}

/// What a format adds to its table.
struct Dialect {
  std::string_view name, record_name;
  std::optional<Tag> (*tag)(std::string_view line);
  std::span<const FieldName> table;
  std::string_view begin;  ///< the tag that begins a record
  std::string_view end;  ///< the tag that ends one; empty when a blank line or the next begin does
  bool indented;         ///< lines that go on begin with a blank
  void (*prepare)(std::vector<RecordField>& fields);
};

/// FAU tells the whole name, AU its short form: AU counts only where there is no FAU. The same for
/// AF and AU in Web of Science, each list whole.
void keep_full_names(std::vector<RecordField>& fields, std::string_view full,
                     std::string_view brief) {
  bool any = std::any_of(fields.begin(), fields.end(),
                         [&](const RecordField& field) { return field.name == full; });
  if (!any) return;
  std::erase_if(fields, [&](const RecordField& field) { return field.name == brief; });
}

/// litmine's own mark: the record is from no database.
bool is_own_mark(const RecordField& field) {
  return field.name == "OWN" && field.value == "LITMINE";
}

void prepare_nbib(std::vector<RecordField>& fields) {
  std::erase_if(fields, is_own_mark);
  keep_full_names(fields, "FAU", "AU");
  keep_full_names(fields, "FED", "ED");
  for (RecordField& field : fields) {
    // "10.1000/1 [doi]", "e12 [pii]", "2226-7190 (Print)"
    bool identifier = field.name == "AID" || field.name == "LID";
    if (identifier && field.value.ends_with("[doi]"))
      field.value.resize(field.value.size() - 5);
    else if (identifier && field.value.starts_with("http") &&
             field.value.find("doi.org/") == std::string::npos)
      field.name = "URL";
    else if (identifier && field.value.ends_with("]"))
      field.name = "identifier";  // another kind of number: kept as it is
    // A corporate author stands in the list of authors.
    if (field.name == "CN") {
      field.name = "FAU";
      field.value += field.value.find(',') != std::string::npos ? ",," : ",";
    }
    if (field.name == "OT" && field.value.starts_with('*')) field.value.erase(0, 1);
  }
}

void prepare_wos(std::vector<RecordField>& fields) {
  keep_full_names(fields, "AF", "AU");
  keep_full_names(fields, "BF", "BA");
  for (RecordField& field : fields) {
    // Of "S" (a series) and "C" (a conference) the document type tells more.
    bool plain = field.value == "J" || field.value == "B" || field.value == "P";
    if (field.name == "PT" && !plain) field.name = "publication-type";
  }
}

void prepare_enw(std::vector<RecordField>& fields) {
  bool journal = std::any_of(fields.begin(), fields.end(),
                             [](const RecordField& field) { return field.name == "%J"; });
  for (RecordField& field : fields)
    if (field.name == "%B" && journal) field.name = "secondary-title";
}

constexpr Dialect kDialects[] = {
    {"nbib", "PubMed record", nbib_tag, kNbib, "PMID", "", true, prepare_nbib},
    {"wos", "Web of Science record", wos_tag, kWos, "PT", "ER", true, prepare_wos},
    {"enw", "EndNote record", enw_tag, kEnw, "%0", "", false, prepare_enw},
};

/// "[Li, X; Wu, Y] Univ A; Univ B" → two.
std::vector<std::string> outside_brackets(std::string_view value) {
  std::vector<std::string> pieces;
  std::size_t begin = 0, depth = 0;
  for (std::size_t i = 0; i <= value.size(); ++i) {
    if (i < value.size() && value[i] == '[') ++depth;
    if (i < value.size() && value[i] == ']' && depth > 0) --depth;
    if (i < value.size() && (value[i] != ';' || depth > 0)) continue;
    std::string_view piece = trimmed(value.substr(begin, i - begin));
    if (!piece.empty()) pieces.emplace_back(piece);
    begin = i + 1;
  }
  return pieces;
}

class Reading {
 public:
  Reading(const Dialect& dialect, const std::filesystem::path& path, const Intake& intake)
      : dialect_(dialect), lines_(path), records_(path, intake, dialect.name) {}

  void run() {
    if (!lines_.good())
      return records_.odd("unreadable", 0, "cannot be opened", Problem::Level::not_read);
    while (std::optional<FileLine> line = lines_.next()) take(*line);
    if (!fields_.empty() && !dialect_.end.empty())
      records_.odd("end-missing", line_, "the last record has no ER line; the file may be cut off");
    close();
    if (dialect_.name == "wos" && !ended_ && records_.records() > 0)
      records_.odd("end-missing", 0, "the file has no EF line at its end; it may be cut off");
    if (lines_.failed())
      records_.odd("unreadable", 0, "could not be read to its end", Problem::Level::not_read);
    records_.close(dialect_.record_name);
  }

 private:
  void take(FileLine& line) {
    if (line.reencoded)
      records_.odd("encoding", line.number, "is not valid UTF-8; read as windows-1252");
    if (line.cut) records_.odd("long-line", line.number, "is longer than 4 MiB; cut off there");
    if (line.text.starts_with("\xEF\xBB\xBF")) line.text.erase(0, 3);
    while (!line.text.empty() && (line.text.back() == ' ' || line.text.back() == '\t'))
      line.text.pop_back();
    if (line.text.empty()) return blank();
    bool goes_on = dialect_.indented && (line.text[0] == ' ' || line.text[0] == '\t');
    std::optional<Tag> tag = goes_on ? std::nullopt : dialect_.tag(line.text);
    if (!tag)
      continues(line, goes_on);
    else
      field(line, *tag);
    blank_before_ = false;
  }

  void blank() { blank_before_ = true; }

  void field(const FileLine& line, const Tag& tag) {
    if (dialect_.name == "wos" && (tag.name == "FN" || tag.name == "VR") && fields_.empty()) return;
    if (dialect_.name == "wos" && tag.name == "EF") {
      ended_ = true;
      return;
    }
    if (!dialect_.end.empty() && tag.name == dialect_.end) return ends(line);
    if (begins(tag.name)) {
      if (!fields_.empty() && !dialect_.end.empty())
        records_.odd("end-missing", line.number,
                     "a record begins before the one of line " + std::to_string(line_) +
                         " has ended; read as ended here");
      close();
    }
    if (fields_.empty()) {
      line_ = line.number;
      if (dialect_.name == "wos" && tag.name != dialect_.begin)
        records_.odd("type-missing", line.number,
                     "a record begins without a PT line; read as a record");
    }
    add({std::string(tag.name), std::string(tag.value), line.number});
  }

  /// A new record begins with its first tag, or behind a blank line where nothing else ends one.
  bool begins(std::string_view name) const {
    if (fields_.empty()) return false;
    if (name == dialect_.begin)
      return dialect_.name != "enw" || blank_before_ || has(dialect_.begin);
    return dialect_.end.empty() && blank_before_ &&
           (dialect_.name != "enw" || has("%0") || has("%T"));
  }

  bool has(std::string_view name) const {
    return std::any_of(fields_.begin(), fields_.end(),
                       [&](const RecordField& field) { return field.name == name; });
  }

  void ends(const FileLine& line) {
    if (fields_.empty())
      return records_.odd("end-alone", line.number, "an ER line without a record; left out");
    close();
  }

  void continues(const FileLine& line, bool indented) {
    std::string_view text = trimmed(line.text);
    if (fields_.empty())
      return records_.odd("outside-record", line.number, "a line outside any record; left out");
    if (dialect_.indented && !indented)
      records_.odd("stray-line", line.number,
                   "a line without a tag or an indent; read as part of " + fields_.back().name);
    RecordField& last = fields_.back();
    bool open_bracket = last.value.rfind('[') != std::string::npos &&
                        last.value.find(']', last.value.rfind('[')) == std::string::npos;
    if (is_one_a_line(last.name) && dialect_.name != "nbib" && !open_bracket)
      return add({last.name, std::string(text), line.number});
    size_ += text.size();
    if (last.value.size() + text.size() > kLongestField || size_ > kLongestRecord)
      return records_.odd("long-field", line.number, "a field of more than 1 MiB; cut off there");
    last.value += blank_before_ ? "\n\n" : " ";
    last.value += text;
  }

  void add(RecordField field) {
    size_ += field.value.size() + 64;
    if (size_ > kLongestRecord)
      return records_.odd("long-record", field.line, "a record of more than 64 MiB; cut off there");
    fields_.push_back(std::move(field));
  }

  void close() {
    if (!fields_.empty()) {
      std::string from = database();
      Record record;
      record.line = line_;
      dialect_.prepare(fields_);
      put_all(record, fields_, dialect_.table);
      if (record.about.database.empty()) record.about.database = std::move(from);
      records_.take(std::move(record));
    }
    fields_.clear();
    size_ = 0;
  }

  /// PubMed writes nbib, and so does ERIC, which names itself.
  std::string database() const {
    if (dialect_.name == "wos") return "Web of Science";
    if (dialect_.name == "enw") return "";
    for (const RecordField& field : fields_) {
      if (field.name == "OWN" && field.value == "ERIC") return "ERIC";
      if (is_own_mark(field)) return "";
    }
    return has("PMID") ? "PubMed" : "";
  }

  const Dialect& dialect_;
  LineReader lines_;
  RecordIntake records_;
  std::vector<RecordField> fields_;
  std::uint32_t line_ = 0;
  std::size_t size_ = 0;
  bool blank_before_ = false, ended_ = false;
};

/// The lines of the first bytes.
std::vector<std::string> first_lines(std::string_view head) {
  std::string text = decoded(head.substr(0, head.size() / 2 * 2));
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    if (end > at) lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// A PMID line, or an OWN line with a title or author after it.
bool looks_like_nbib(const std::vector<std::string>& lines) {
  if (lines.empty()) return false;
  std::optional<Tag> first = nbib_tag(lines[0]);
  if (!first) return false;
  if (first->name == "PMID" && count_digits(first->value) > 0) return true;
  std::size_t tags = 0;
  bool own = first->name == "OWN" || first->name == "STAT";
  for (const std::string& line : lines) tags += nbib_tag(line) ? 1 : 0;
  return own && tags >= 3;
}

bool looks_like_wos(const std::vector<std::string>& lines) {
  if (lines.empty()) return false;
  if (lines[0].starts_with("FN ") && lines.size() > 1 && lines[1].starts_with("VR ")) return true;
  std::size_t tags = 0;
  for (const std::string& line : lines) tags += wos_tag(line) ? 1 : 0;
  bool opens = lines[0].starts_with("PT ") && lines[0].size() == 4;
  return opens && tags >= 3;
}

bool looks_like_enw(const std::vector<std::string>& lines) {
  std::size_t tags = 0;
  bool type = false;
  for (const std::string& line : lines) {
    std::optional<Tag> tag = enw_tag(line);
    if (!tag && tags == 0) return false;
    tags += tag ? 1 : 0;
    type = type || (tag && tag->name == "%0" && !csl_type_of(tag->value).empty());
  }
  return type && tags >= 2;
}

class TaggedExtractor final : public Extractor {
 public:
  TaggedExtractor(const Dialect& dialect, bool (*looks)(const std::vector<std::string>&),
                  std::string_view ending)
      : dialect_(dialect), looks_(looks), ending_(ending) {}

  std::string_view name() const override { return dialect_.name; }
  bool accepts(std::string_view head, const std::filesystem::path& path) const override {
    return looks_(first_lines(head)) || lower_ascii(path.extension().string()) == ending_;
  }
  void extract(const std::filesystem::path& path, const Intake& intake) const override {
    Reading(dialect_, path, intake).run();
  }

 private:
  const Dialect& dialect_;
  bool (*looks_)(const std::vector<std::string>&);
  std::string_view ending_;
};

}  // namespace

Record wos_record(std::vector<RecordField> fields, std::uint32_t line) {
  Record record;
  record.line = line;
  prepare_wos(fields);
  put_all(record, fields, kWos);
  if (record.about.database.empty()) record.about.database = "Web of Science";
  return record;
}

Record wos_record_of_cells(const std::vector<RecordField>& cells, std::uint32_t line) {
  constexpr std::string_view kLists[] = {"C1", "C3", "CR", "RI", "OI"};
  std::vector<RecordField> fields;
  for (const RecordField& cell : cells) {
    bool list = std::find(std::begin(kLists), std::end(kLists), cell.name) != std::end(kLists);
    if (!list) {
      fields.push_back(cell);
      continue;
    }
    for (std::string& piece : outside_brackets(cell.value))
      fields.push_back({cell.name, std::move(piece), cell.line});
  }
  return wos_record(std::move(fields), line);
}

const Extractor& nbib_extractor() {
  static const TaggedExtractor extractor(kDialects[0], looks_like_nbib, ".nbib");
  return extractor;
}

const Extractor& wos_extractor() {
  static const TaggedExtractor extractor(kDialects[1], looks_like_wos, ".ciw");
  return extractor;
}

const Extractor& enw_extractor() {
  static const TaggedExtractor extractor(kDialects[2], looks_like_enw, ".enw");
  return extractor;
}

}  // namespace litmine
