// A column is known by its name, case, blanks and punctuation aside. The one thing to know: a table
// is taken for records only when it has a column of titles and one more that is known, and is none
// of litmine's own results; other tables are named as what they are and not read.
#include "extractors/table_records.h"

#include <re2/re2.h>

#include <algorithm>

#include "extractors/records.h"
#include "extractors/row_reader.h"
#include "extractors/structure_strings.h"
#include "extractors/tagged.h"
#include "text/normalize.h"

namespace litmine {
namespace {

/// Names in lower case, with a blank for every other sign. What stands first wins.
constexpr FieldName kColumns[] = {
    {"title", Meaning::title},
    {"article title", Meaning::title},
    {"item title", Meaning::title},
    {"document title", Meaning::title},
    {"primary title", Meaning::title},
    {"display name", Meaning::title},
    {"original title", Meaning::title},
    {"abstract", Meaning::abstract},
    {"abstract note", Meaning::abstract},
    {"notes abstract", Meaning::abstract},
    {"original abstract", Meaning::abstract},
    {"author keywords", Meaning::keywords},
    {"keywords", Meaning::keywords},
    {"keyword", Meaning::keywords},
    {"manual tags", Meaning::keywords},
    {"index keywords", Meaning::index_terms},
    {"keywords plus", Meaning::index_terms},
    {"mesh terms", Meaning::index_terms},
    {"mesh", Meaning::index_terms},
    {"emtree drug index terms major focus", Meaning::index_terms},
    {"emtree drug index terms", Meaning::index_terms},
    {"emtree medical index terms major focus", Meaning::index_terms},
    {"emtree medical index terms", Meaning::index_terms},
    {"automatic tags", Meaning::index_terms},
    {"author full names", Meaning::author},
    {"authors", Meaning::author},
    {"author", Meaning::author},
    {"author names", Meaning::author},
    {"author s", Meaning::author},
    {"first authors", Meaning::author},
    {"authorships author display name", Meaning::author},
    {"editors", Meaning::editor},
    {"editor", Meaning::editor},
    {"book editors", Meaning::editor},
    {"secondary authors", Meaning::editor},
    {"affiliations", Meaning::affiliations},
    {"author affiliations", Meaning::affiliations},
    {"authorships institutions display name", Meaning::affiliations},
    {"source title", Meaning::source},
    {"journal", Meaning::source},
    {"journal book", Meaning::source},
    {"journal title", Meaning::source},
    {"publication title", Meaning::source},
    {"publication", Meaning::source},
    {"container title", Meaning::source},
    {"booktitle", Meaning::source},
    {"secondary title", Meaning::source},
    {"journal name", Meaning::source},
    {"venue", Meaning::source},
    {"primary location source display name", Meaning::source},
    {"alternate title3", Meaning::source},
    {"abbreviated source title", Meaning::short_source},
    {"journal abbreviation", Meaning::short_source},
    {"alternate title2", Meaning::short_source},
    {"year", Meaning::year},
    {"publication year", Meaning::year},
    {"date", Meaning::date},
    {"publication date", Meaning::date},
    {"date published", Meaning::date},
    {"volume", Meaning::volume},
    {"journal volume", Meaning::volume},
    {"issue", Meaning::issue},
    {"issue number", Meaning::issue},
    {"journal issue", Meaning::issue},
    {"number", Meaning::issue},
    {"pages", Meaning::pages},
    {"page", Meaning::pages},
    {"page start", Meaning::first_page},
    {"start page", Meaning::first_page},
    {"page end", Meaning::last_page},
    {"end page", Meaning::last_page},
    {"art no", Meaning::article_number},
    {"article number", Meaning::article_number},
    {"doi", Meaning::doi},
    {"item doi", Meaning::doi},
    {"doi link", Meaning::doi},
    {"url", Meaning::url},
    {"link", Meaning::url},
    {"urls", Meaning::url},
    {"external url", Meaning::url},
    {"source urls", Meaning::url},
    {"open url link", Meaning::url},
    {"issn", Meaning::issn},
    {"issns", Meaning::issn},
    {"primary location source issn l", Meaning::issn},
    {"eissn", Meaning::issn},
    {"isbn", Meaning::isbn},
    {"pmid", Meaning::pmid},
    {"pubmed id", Meaning::pmid},
    {"ids pmid", Meaning::pmid},
    {"medline pmid", Meaning::pmid},
    {"pmcid", Meaning::pmcid},
    {"pmc id", Meaning::pmcid},
    {"publisher", Meaning::publisher},
    {"place published", Meaning::place},
    {"place", Meaning::place},
    {"location", Meaning::place},
    {"publisher address", Meaning::place},
    {"language", Meaning::language},
    {"language of original document", Meaning::language},
    {"document type", Meaning::genre},
    {"publication type", Meaning::genre},
    {"content type", Meaning::genre},
    {"category", Meaning::maybe_genre},
    {"type of reference", Meaning::type},
    {"item type", Meaning::type},
    {"entrytype", Meaning::type},
    {"csl type", Meaning::csl_type},
    {"type", Meaning::type},
    {"eid", Meaning::accession},
    {"ut unique wos id", Meaning::accession},
    {"accession number", Meaning::accession},
    {"lens id", Meaning::accession},
    {"database", Meaning::database},
    {"source database", Meaning::database},
    {"record id", Meaning::key},
    {"id", Meaning::key},
    {"key", Meaning::key},
    {"citation key", Meaning::key},
    {"references", Meaning::references},
    {"cited references", Meaning::references},
    {"litmine notes", Meaning::note},
    {"notes", Meaning::note},
    {"note", Meaning::note},
    {"file", Meaning::file},
    {"file attachments", Meaning::file},
    {"file attachments1", Meaning::file},
    {"label included", Meaning::decision},
    {"label", Meaning::decision},
    {"label abstract screening", Meaning::decision},
    {"final included", Meaning::decision},
    {"included", Meaning::decision},
    {"asreview label", Meaning::decision},
    {"decision", Meaning::decision},
    {"screening decision", Meaning::decision},
};

/// litmine's own tables (docs/rows.md) name their studies.
constexpr std::string_view kOwnColumn = "study";
/// What exporters/csv_record_writer has no column for.
constexpr std::string_view kOwnNotes = "litmine notes";

/// "Author(s) ID" → "author s id".
std::string plain_name(std::string_view column) {
  std::string out;
  for (char c : lower_ascii(column)) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (letter)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return std::string(trimmed(out));
}

const FieldName* known_column(std::string_view name) {
  for (const FieldName& column : kColumns)
    if (column.name == name) return &column;
  return nullptr;
}

bool is_wos(const std::vector<std::string>& names) {
  std::size_t tags = 0;
  for (const std::string& name : names)
    tags += name == "PT" || name == "AU" || name == "TI" || name == "SO" ? 1 : 0;
  return tags >= 3;
}

bool holds_records(const std::vector<std::string>& names) {
  if (is_wos(names)) return true;
  bool title = false, own = false;
  std::size_t known = 0;
  for (const std::string& name : names) {
    std::string plain = plain_name(name);
    own = own || plain == kOwnColumn;
    const FieldName* column = known_column(plain);
    if (!column) continue;
    ++known;
    // A record may have lost its titles, but then it must look like one in every other way.
    title = title || column->field == Meaning::title;
  }
  return !own && ((title && known >= 2) || known >= 6);
}

/// ['Marx, Karl', 'Lindgren, Astrid'], as Python writes a list.
std::vector<std::string> listed(std::string_view value) {
  std::vector<std::string> items;
  for (std::size_t at = 1; at + 1 < value.size();) {
    char quote = value[at];
    if (quote != '\'' && quote != '"') {
      ++at;
      continue;
    }
    std::size_t end = value.find(quote, at + 1);
    if (end == std::string_view::npos) break;
    items.emplace_back(value.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return items;
}

bool is_list(std::string_view value) {
  return value.size() > 3 && value.front() == '[' && value.back() == ']' &&
         (value[1] == '\'' || value[1] == '"');
}

std::vector<std::string> split_by(std::string_view value, std::string_view between) {
  std::vector<std::string> pieces;
  for (;;) {
    std::size_t at = value.find(between);
    std::string_view piece = trimmed(value.substr(0, at));
    if (!piece.empty()) pieces.emplace_back(piece);
    if (at == std::string_view::npos) return pieces;
    value.remove_prefix(at + between.size());
  }
}

/// "Liu R., Adler D.G." and "Jane Doe, John Roe" are lists, "Doe, Jane" is one name, and so are the
/// pairs of "Doe, J., Roe, K.".
std::vector<std::string> names_between_commas(std::string_view value) {
  std::vector<std::string> pieces = split_by(value, ",");
  bool all_names = std::all_of(pieces.begin(), pieces.end(), [](const std::string& piece) {
    return piece.find(' ') != std::string::npos;
  });
  if (pieces.size() > 1 && all_names) return pieces;
  bool pairs = pieces.size() > 2 && pieces.size() % 2 == 0;
  for (std::size_t i = 1; pairs && i < pieces.size(); i += 2)
    pairs = pieces[i].find('.') != std::string::npos;
  if (!pairs) return {std::string(value)};
  std::vector<std::string> names;
  for (std::size_t i = 0; i + 1 < pieces.size(); i += 2)
    names.push_back(pieces[i] + ", " + pieces[i + 1]);
  return names;
}

std::vector<std::string> author_names(std::string_view value) {
  if (is_list(value)) return listed(value);
  for (std::string_view between : {";", "|", " and "})
    if (value.find(between) != std::string_view::npos) return split_by(value, between);
  return names_between_commas(value);
}

/// Scopus: "Liu, Fengyuan (60410297700)".
std::string without_number(std::string name) {
  static const RE2 kNumber(R"(\s*\(\d{5,}\)\s*$)");
  RE2::Replace(&name, kNumber, "");
  return name;
}

/// Embase: "Endoscopic Ultrasound (2014) 3:3 (152-160). Date of Publication: 2014".
bool put_embase_source(Record& record, const std::string& value) {
  static const RE2 kShape(
      R"((.+?) \((\d{4})\)(?: ([^:(]*?)(?::([^ (]*))?)?(?: \(([^)]*)\))?\.?(?: .*)?)");
  std::string source, year, volume, issue, pages;
  if (!RE2::FullMatch(value, kShape, &source, &year, &volume, &issue, &pages)) return false;
  put(record, Meaning::source, "source", source);
  put(record, Meaning::year, "source", year);
  put(record, Meaning::volume, "source", volume);
  put(record, Meaning::issue, "source", issue);
  put(record, Meaning::pages, "source", pages);
  return true;
}

class Reading {
 public:
  Reading(const std::filesystem::path& path, const Intake& intake)
      : rows_(path), records_(path, intake, "table") {}

  void run() {
    if (!rows_.good())
      return records_.odd("unreadable", 0, "cannot be opened", Problem::Level::not_read);
    std::optional<Row> head = rows_.next();
    if (head) begin(*head);
    while (std::optional<Row> row = rows_.next()) take(*row);
    if (rows_.failed())
      records_.odd("unreadable", 0, "could not be read to its end", Problem::Level::not_read);
    records_.close("row that is a record");
  }

 private:
  void begin(const Row& head) {
    for (const std::string& cell : head.cells) {
      std::string name = on_one_line(cell);
      names_.push_back(name);
      std::string plain = plain_name(name);
      const FieldName* known = known_column(plain);
      columns_.push_back(known ? plain : name);
    }
    wos_ = is_wos(names_);
    const auto has = [&](std::string_view plain) {
      return std::any_of(names_.begin(), names_.end(),
                         [&](const std::string& name) { return plain_name(name) == plain; });
    };
    scopus_ = has("eid") && has("source title");
    embase_ = has("author names") && has("source");
    full_names_ = has("author full names");
    while (!names_.empty() && names_.back().empty()) names_.pop_back();
  }

  void take(const Row& row) {
    if (row.reencoded)
      records_.odd("encoding", row.line, "is not valid UTF-8; read as windows-1252");
    if (row.cut) records_.odd("long-line", row.line, "is longer than 4 MiB; cut off there");
    if (row.quote_left_open)
      records_.odd("quote-open", row.line,
                   "a quote is never closed; the record is read to the end of its line");
    std::size_t cells = row.cells.size();
    while (cells > names_.size() && trimmed(row.cells[cells - 1]).empty()) --cells;
    if (cells > names_.size())
      records_.odd("many-cells", row.line,
                   "has " + std::to_string(cells) + " cells, and the first line names " +
                       std::to_string(names_.size()) + " columns; the rest is kept without a name");
    else if (cells < names_.size() && cells > 1)
      few_cells(row, cells);
    records_.take(wos_ ? wos_row(row) : record_of(row));
  }

  void few_cells(const Row& row, std::size_t cells) {
    records_.odd("few-cells", row.line,
                 "has " + std::to_string(cells) + " cells, and the first line names " +
                     std::to_string(names_.size()) + " columns; it may be cut off");
  }

  static bool is_missing(std::string_view cell) {
    return cell.empty() || cell == "NA" || cell == "N/A" || cell == "nan" || cell == "NULL";
  }

  Record wos_row(const Row& row) const {
    std::vector<RecordField> fields;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      std::string_view cell = trimmed(row.cells[i]);
      if (is_missing(cell)) continue;
      std::string name = i < names_.size() ? names_[i] : "cell " + std::to_string(i + 1);
      fields.push_back({name, std::string(cell), row.line});
    }
    return wos_record_of_cells(fields, row.line);
  }

  Record record_of(const Row& row) const {
    Record record;
    record.line = row.line;
    std::vector<RecordField> fields;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      std::string_view cell = trimmed(row.cells[i]);
      if (is_missing(cell)) continue;
      std::string name = i < columns_.size() ? columns_[i] : "cell " + std::to_string(i + 1);
      add_cell(record, fields, i < names_.size() ? names_[i] : name, name, cell, row.line);
    }
    put_all(record, fields, kColumns);
    if (scopus_ && record.about.database.empty()) record.about.database = "Scopus";
    if (embase_ && record.about.database.empty()) record.about.database = "Embase";
    return record;
  }

  void add_cell(Record& record, std::vector<RecordField>& fields, const std::string& printed,
                const std::string& name, std::string_view cell, std::uint32_t line) const {
    const FieldName* column = known_column(name);
    Meaning field = column ? column->field : Meaning::extra;
    if (embase_ && name == "Source" && put_embase_source(record, std::string(cell))) return;
    if (!column && lower_ascii(printed) == "source") return add_source(fields, cell, line);
    if (field == Meaning::author || field == Meaning::editor) {
      if (full_names_ && name == "authors") return;  // a second form of the full names
      for (const std::string& author : author_names(cell))
        fields.push_back({name, without_number(author), line});
      return;
    }
    if (field == Meaning::decision) {
      put(record, field, printed, cell, line);
      return;
    }
    if (name == kOwnNotes) {  // one a line
      for (std::string_view note : split_at(cell, "\n"))
        fields.push_back({name, std::string(note), line});
      return;
    }
    bool words = field == Meaning::keywords || field == Meaning::index_terms;
    if (words || field == Meaning::affiliations) {
      for (const std::string& word : entries(cell, words)) fields.push_back({name, word, line});
      return;
    }
    if (field == Meaning::url && cell.find(' ') != std::string_view::npos) {
      for (std::string_view url : split_at(cell, " "))
        fields.push_back({name, std::string(url), line});
      return;
    }
    fields.push_back({name, std::string(cell), line});
  }

  /// "Source" is Scopus' own name there, and a journal elsewhere.
  void add_source(std::vector<RecordField>& fields, std::string_view cell,
                  std::uint32_t line) const {
    fields.push_back({scopus_ ? "database" : "journal", std::string(cell), line});
  }

  static std::vector<std::string> entries(std::string_view cell, bool words) {
    if (is_list(cell)) return listed(cell);
    if (cell.find(';') == std::string_view::npos && cell.find('|') != std::string_view::npos)
      return split_by(cell, "|");
    bool commas = words && cell.find(';') == std::string_view::npos &&
                  cell.find('\n') == std::string_view::npos;
    return commas ? split_by(cell, ",") : std::vector<std::string>{std::string(cell)};
  }

  RowReader rows_;
  RecordIntake records_;
  std::vector<std::string> names_;    ///< as printed
  std::vector<std::string> columns_;  ///< plain where the column is known, else as printed
  bool wos_ = false, scopus_ = false, embase_ = false, full_names_ = false;
};

class TableExtractor final : public Extractor {
 public:
  std::string_view name() const override { return "table"; }

  /// The first line names columns of records.
  bool accepts(std::string_view head, const std::filesystem::path&) const override {
    std::string text = decoded(head.substr(0, head.size() / 2 * 2));
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    std::size_t begin = text.find_first_not_of("\r\n");
    if (begin == std::string::npos) return false;
    std::string_view line = std::string_view(text).substr(begin);
    line = line.substr(0, line.find_first_of("\r\n"));
    std::vector<std::string> names = cells_of(line, separator_of(line));
    for (std::string& name : names) name = std::string(trimmed(name));
    return names.size() >= 2 && holds_records(names);
  }

  void extract(const std::filesystem::path& path, const Intake& intake) const override {
    Reading(path, intake).run();
  }
};

}  // namespace

const Extractor& table_extractor() {
  static const TableExtractor extractor;
  return extractor;
}

}  // namespace litmine
