#include "reports/coding_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "text/normalize.h"

namespace litmine {
namespace {

struct ColumnName {
  const char* name;  ///< folded, "_" for spaces
  const char* meaning;
};
constexpr ColumnName kColumns[] = {
    {"key", "id"},
    {"id", "id"},
    {"study", "id"},
    {"authors_as_printed", "authors"},
    {"study_as_printed", "authors"},
    {"authors", "authors"},
    {"author", "authors"},
    {"year", "year"},
    {"title", "title"},
    {"journal", "journal"},
    {"source", "journal"},
    {"doi", "doi"},
    {"type", "facet type"},
    {"method", "facet method"},
    {"methods", "facet method"},
    {"theory", "facet theory"},
    {"theories", "facet theory"},
    {"country", "facet country"},
    {"countries", "facet country"},
    {"countries_studied", "facet country"},
    {"country_studied", "facet country"},
    {"countries_authorship", "facet authorship"},
    {"authorship", "facet authorship"},
    {"platform", "facet platform"},
    {"platforms", "facet platform"},
    {"industry", "facet industry"},
    {"document", "facet document"},
    {"main_findings", "text findings"},
    {"findings", "text findings"},
};

std::string key_of(std::string_view head) {
  std::string key = folded(head);
  while (!key.empty() && key.back() == ' ') key.pop_back();
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

std::string meaning_of(std::string_view head) {
  const std::string key = key_of(head);
  for (const ColumnName& column : kColumns)
    if (key == column.name) return column.meaning;
  return "text " + key;
}

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

std::vector<std::string> listed(std::string_view cell) {
  std::vector<std::string> list;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(';'), cell.size());
    if (std::string entry = trimmed(cell.substr(0, end)); !entry.empty()) list.push_back(entry);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return list;
}

std::optional<int> year_of(const std::string& text) {
  if (text.size() != 4 || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
  return std::stoi(text);
}

/// Fills one column of a study; false if a year is none.
bool fill(const std::string& meaning, const std::string& cell, const Proof& proof,
          ReviewedStudy& study) {
  if (meaning.starts_with("facet ")) {
    auto& values = study.facets[meaning.substr(6)];
    for (std::string& label : listed(cell)) values.push_back({std::move(label), "", {proof}});
    return true;
  }
  if (meaning == "year") {
    study.year = year_of(cell);
    return study.year.has_value() || cell.empty();
  }
  const std::pair<const char*, std::string*> kFacts[] = {{"id", &study.id},
                                                         {"authors", &study.authors},
                                                         {"title", &study.title},
                                                         {"journal", &study.journal},
                                                         {"doi", &study.doi}};
  for (const auto& [name, into] : kFacts)
    if (meaning == name) {
      *into = cell;
      return true;
    }
  study.texts[meaning.substr(5)] = cell;
  return true;
}

ReviewedStudy study_of(const TableRows& table, const std::vector<std::string>& meanings,
                       const TableRows::Row& row, std::vector<Problem>& problems) {
  ReviewedStudy study;
  const Proof proof{"", 0, "", table.file, row.line, ""};
  study.proofs = {proof};
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    const std::string cell = i < row.cells.size() ? trimmed(row.cells[i]) : std::string();
    if (!fill(meanings[i], cell, proof, study))
      problems.push_back({Problem::Level::doubtful, table.file, row.line, 0, "no-year",
                          fmt::format("'{}' is no year", cell), "write four digits"});
  }
  return study;
}

bool has(const std::vector<std::string>& meanings, const char* meaning) {
  return std::find(meanings.begin(), meanings.end(), meaning) != meanings.end();
}

Problem nameless(const TableRows& table, const TableRows::Row& row) {
  return {Problem::Level::not_read,
          table.file,
          row.line,
          0,
          "no-key",
          "this row has neither a key nor a title",
          "every study needs one"};
}

}  // namespace

Result<CodingTable> read_coding_table(const TableRows& table) {
  std::vector<std::string> meanings;
  for (const std::string& head : table.heads) meanings.push_back(meaning_of(head));
  if (!has(meanings, "id") && !has(meanings, "title"))
    return failure(Error::Kind::usage,
                   fmt::format("'{}' has neither a column 'key' nor 'title'", table.file),
                   fmt::format("its columns: {}", fmt::join(table.heads, ", ")));
  CodingTable read;
  read.data.source = table.file;
  for (const std::string& meaning : meanings)
    if (meaning.starts_with("facet ") && std::find(read.data.facets.begin(), read.data.facets.end(),
                                                   meaning.substr(6)) == read.data.facets.end())
      read.data.facets.push_back(meaning.substr(6));
  std::map<std::string, std::uint32_t> lines;
  for (const TableRows::Row& row : table.rows) {
    ReviewedStudy study = study_of(table, meanings, row, read.problems);
    if (study.id.empty() && study.title.empty()) {
      read.problems.push_back(nameless(table, row));
      continue;
    }
    if (study.id.empty()) study.id = fmt::format("row-{}", row.line);
    const auto [first, added] = lines.emplace(study.id, row.line);
    if (!added)
      read.problems.push_back({Problem::Level::doubtful, table.file, row.line, 0, "same-key",
                               fmt::format("'{}' is the key of line {}, too; both are counted",
                                           study.id, first->second),
                               "a study has one row"});
    read.data.studies.push_back(std::move(study));
  }
  if (read.data.studies.empty())
    return failure(Error::Kind::usage, fmt::format("'{}' holds no study", table.file),
                   "the first row names the columns, each further row is a study");
  group_values(read.data);
  return read;
}

Result<std::vector<Problem>> add_texts(const TableRows& table, ReviewData& data) {
  std::vector<std::string> meanings;
  for (const std::string& head : table.heads) meanings.push_back(meaning_of(head));
  if (!has(meanings, "id"))
    return failure(Error::Kind::usage, fmt::format("'{}' has no column 'key'", table.file),
                   fmt::format("its columns: {}", fmt::join(table.heads, ", ")));
  std::map<std::string, ReviewedStudy*> by_id;
  for (ReviewedStudy& study : data.studies) by_id.emplace(study.id, &study);
  std::vector<Problem> problems;
  for (const TableRows::Row& row : table.rows) {
    ReviewedStudy read = study_of(table, meanings, row, problems);
    const auto found = by_id.find(read.id);
    if (found == by_id.end()) {
      problems.push_back({Problem::Level::not_read, table.file, row.line, 0, "no-study",
                          fmt::format("no study has the key '{}'", read.id),
                          "keys must be those of the coding table"});
      continue;
    }
    for (auto& [name, text] : read.texts) found->second->texts[name] = std::move(text);
    found->second->proofs.push_back({"", 0, "", table.file, row.line, ""});
  }
  return problems;
}

}  // namespace litmine
