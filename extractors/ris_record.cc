// What every writer of RIS means by its tags. The one thing to know: KW holds the authors' keywords
// in one export, the database's headings in another and both in a third; is_heading_list and
// headings_begin tell them apart.
#include "extractors/ris_record.h"

#include <algorithm>

#include "extractors/structure_strings.h"

namespace litmine {
namespace {

constexpr std::string_view kHeadings = "KW of the database";

/// What stands first wins where only one value can be.
constexpr FieldName kTags[] = {
    {"TY", Meaning::type},
    {"TI", Meaning::title},
    {"T1", Meaning::title},
    {"CT", Meaning::title},
    {"AB", Meaning::abstract},
    {"N2", Meaning::abstract},
    {"KW", Meaning::keywords},
    {kHeadings, Meaning::index_terms},
    {"SU", Meaning::index_terms},
    {"AU", Meaning::author},
    {"A1", Meaning::author},
    {"A2", Meaning::editor},
    {"ED", Meaning::editor},
    {"AD", Meaning::affiliation},
    {"JF", Meaning::source},
    {"T2", Meaning::source},
    {"BT", Meaning::source},
    {"JO", Meaning::other_source},
    {"JA", Meaning::short_source},
    {"J2", Meaning::short_source},
    {"JI", Meaning::short_source},
    {"J1", Meaning::short_source},
    {"J9", Meaning::short_source},
    {"PY", Meaning::year},
    {"Y1", Meaning::year},
    {"DA", Meaning::date},
    {"DO", Meaning::doi},
    {"DI", Meaning::doi},
    {"VL", Meaning::volume},
    {"VO", Meaning::volume},
    {"IS", Meaning::issue},
    {"CP", Meaning::issue},
    {"SP", Meaning::first_page},
    {"BP", Meaning::first_page},
    {"EP", Meaning::last_page},
    {"AR", Meaning::article_number},
    {"C7", Meaning::article_number},  // Scopus, EndNote
    {"SN", Meaning::serial},
    {"PB", Meaning::publisher},
    {"PU", Meaning::publisher},
    {"CY", Meaning::place},
    {"PI", Meaning::place},
    {"UR", Meaning::url},
    {"LK", Meaning::url},
    {"L2", Meaning::url},
    {"L1", Meaning::file},
    {"PMID", Meaning::pmid},
    {"PM", Meaning::pmid},
    {"LA", Meaning::language},
    {"DB", Meaning::database},
    {"DP", Meaning::database},
    {"AN", Meaning::accession},
    {"UT", Meaning::accession},
    {"U2", Meaning::accession},  // Embase
    {"ID", Meaning::key},
    {"M3", Meaning::maybe_genre},
    {"CR", Meaning::reference},
    {"N1", Meaning::note},
    {"ST", Meaning::title},
    {"ER", Meaning::left_out},
};

/// Tags that are taken with one blank before the hyphen too.
constexpr std::string_view kOneBlankTags[] = {
    "TY", "ER", "TI", "T1", "T2", "T3", "AU", "A1", "A2", "A3",   "A4", "AB", "N1", "N2",
    "KW", "PY", "Y1", "Y2", "DA", "DO", "UR", "JO", "JF", "JA",   "J2", "VL", "IS", "SP",
    "EP", "SN", "PB", "CY", "LA", "DB", "DP", "ID", "AN", "AD",   "M1", "M2", "M3", "L1",
    "L2", "L3", "L4", "C1", "C2", "C3", "C7", "ST", "VO", "PMID", "ET", "BT", "CP",
};

bool is_tag_char(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// Ovid and the APA mark main topics with `*`; Embase writes nothing but Emtree.
bool is_heading_list(const std::vector<RecordField>& fields) {
  return std::any_of(fields.begin(), fields.end(), [](const RecordField& field) {
    return (field.name == "KW" && trimmed(field.value).starts_with('*')) ||
           (field.name == "DB" && contains_no_case(field.value, "embase"));
  });
}

/// Web of Science writes the authors' keywords and then KeyWords Plus, these in capitals. Gives the
/// field with which they begin.
std::size_t headings_begin(const std::vector<RecordField>& fields) {
  bool web_of_science = std::any_of(fields.begin(), fields.end(), [](const RecordField& field) {
    return (field.name == "AN" || field.name == "UT") && field.value.starts_with("WOS:");
  });
  std::size_t begin = fields.size();
  if (!web_of_science) return begin;
  for (std::size_t i = fields.size(); i-- > 0;) {
    if (fields[i].name != "KW") continue;
    if (!all_capitals(fields[i].value)) break;
    begin = i;
  }
  return begin;
}

/// One number under two tags: "SN  - 2226-7190" twice says nothing new.
void name_headings(std::vector<RecordField>& fields) {
  std::size_t begin = is_heading_list(fields) ? 0 : headings_begin(fields);
  for (std::size_t i = begin; i < fields.size(); ++i)
    if (fields[i].name == "KW") fields[i].name = kHeadings;
}

}  // namespace

std::optional<RisTag> ris_tag(std::string_view line) {
  std::size_t letters = 0;
  while (letters < line.size() && is_tag_char(line[letters])) ++letters;
  if (letters < 2 || letters > 4 || line[0] < 'A') return std::nullopt;
  std::string_view name = line.substr(0, letters);
  std::size_t blanks = letters;
  while (blanks < line.size() && (line[blanks] == ' ' || line[blanks] == '\t')) ++blanks;
  if (blanks == line.size() || line[blanks] != '-') return std::nullopt;
  std::size_t width = blanks - letters;
  bool known = std::find(std::begin(kOneBlankTags), std::end(kOneBlankTags), name) !=
               std::end(kOneBlankTags);
  bool shaped = width == 2 && letters == 2;
  if (!shaped && !(known && width >= 1 && width <= 4)) return std::nullopt;
  std::size_t value = blanks + 1;
  bool apart = value == line.size() || line[value] == ' ' || line[value] == '\t';
  if (!apart && !(known && width == 2)) return std::nullopt;
  while (value < line.size() && (line[value] == ' ' || line[value] == '\t')) ++value;
  return RisTag{name, value};
}

Record ris_record(std::vector<RecordField> fields, std::uint32_t line) {
  Record record;
  record.line = line;
  name_headings(fields);
  put_all(record, fields, kTags);
  return record;
}

}  // namespace litmine
