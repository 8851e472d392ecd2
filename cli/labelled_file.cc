#include "cli/labelled_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include "extractors/delimited.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr const char* kLabelColumns[] = {"label_included", "included", "asreview_label",
                                         "label",          "decision", "relevant"};

struct Word {
  const char* word;
  Label label;
};
constexpr Word kWords[] = {
    {"1", Label::relevant},
    {"yes", Label::relevant},
    {"include", Label::relevant},
    {"included", Label::relevant},
    {"relevant", Label::relevant},
    {"true", Label::relevant},
    {"0", Label::irrelevant},
    {"no", Label::irrelevant},
    {"exclude", Label::irrelevant},
    {"excluded", Label::irrelevant},
    {"irrelevant", Label::irrelevant},
    {"false", Label::irrelevant},
    {"", Label::unknown},
    {"-1", Label::unknown},
    {"maybe", Label::unknown},
    {"unclear", Label::unknown},
    {"undecided", Label::unknown},
};

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

std::optional<Label> label_of(std::string_view cell) {
  const std::string word = folded(trimmed(cell));
  for (const Word& known : kWords)
    if (word == known.word) return known.label;
  return std::nullopt;
}

std::optional<std::size_t> column(const std::vector<std::string>& heads, std::string_view name) {
  for (std::size_t i = 0; i < heads.size(); ++i)
    if (heads[i] == name) return i;
  return std::nullopt;
}

std::string_view cell(const DelimitedRow& row, std::optional<std::size_t> column) {
  return column && *column < row.cells.size() ? std::string_view(row.cells[*column])
                                              : std::string_view();
}

}  // namespace

Result<LabelledFile> read_labelled(const std::string& file, const std::string& label_column) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes;
  if (in) bytes.assign(std::istreambuf_iterator<char>(in), {});
  if (!in || bytes.empty())
    return failure(Error::Kind::not_found, fmt::format("cannot read '{}', or it is empty", file),
                   "check the name and the permission");
  const DelimitedText table = read_delimited(decoded(bytes));
  if (table.rows.empty())
    return failure(Error::Kind::usage, fmt::format("'{}' holds no table", file));
  std::vector<std::string> heads;
  for (const std::string& head : table.rows.front().cells) heads.push_back(folded(trimmed(head)));

  const auto title = column(heads, "title"), abstract = column(heads, "abstract");
  if (!title && !abstract)
    return failure(Error::Kind::usage,
                   fmt::format("'{}' has neither a column 'title' nor 'abstract'", file),
                   fmt::format("its columns: {}", fmt::join(heads, ", ")));
  LabelledFile read;
  std::optional<std::size_t> label;
  if (label_column.empty()) {
    for (const char* name : kLabelColumns)
      if (!label) label = column(heads, name);
  } else {
    label = column(heads, folded(label_column));
  }
  if (!label)
    return failure(
        Error::Kind::usage,
        label_column.empty() ? fmt::format("'{}' has no column with decisions", file)
                             : fmt::format("'{}' has no column '{}'", file, label_column),
        fmt::format("name it with --label-column; its columns: {}", fmt::join(heads, ", ")));
  read.label_column = heads[*label];
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const DelimitedRow& row = table.rows[i];
    const auto decision = label_of(cell(row, label));
    if (!decision)
      return failure(Error::Kind::usage,
                     fmt::format("{}:{}: '{}' in column '{}' is no decision", file, row.line,
                                 cell(row, label), read.label_column),
                     "decisions are 1 and 0, yes and no, included and excluded");
    if (*decision == Label::unknown) {
      read.problems.push_back({Problem::Level::not_read, file, row.line, 0, "no-decision",
                               "there is no decision on this record; it is left out", ""});
      continue;
    }
    read.texts.push_back(std::string(cell(row, title)) + "\n\n" + std::string(cell(row, abstract)));
    read.labels.push_back(*decision);
  }
  return read;
}

}  // namespace litmine
