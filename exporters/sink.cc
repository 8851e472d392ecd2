// Rows out. One table of formats; a new one is a class and a line in it.
#include "exporters/sink.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <nlohmann/json.hpp>
#include <type_traits>
#include <utility>

#include "text/clusters.h"
#include "text/normalize.h"

namespace litmine {
namespace {

using Columns = std::vector<Column>;

std::string joined(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& item : list) out.append(&item == &list.front() ? "" : "; ").append(item);
  return out;
}

/// A cell in text and CSV. Numbers with a point are written as short as reads back the same.
std::string written(const Cell& cell) {
  return std::visit(
      [](const auto& value) -> std::string {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, std::monostate>)
          return {};
        else if constexpr (std::is_same_v<Value, std::string>)
          return value;
        else if constexpr (std::is_same_v<Value, std::vector<std::string>>)
          return joined(value);
        else if constexpr (std::is_same_v<Value, double>)
          return std::isfinite(value) ? fmt::format("{}", value) : std::string();
        else
          return fmt::format("{}", value);
      },
      cell);
}

/// Aligned columns. Widths come from all rows, so nothing is printed before the last of them.
class TextSink : public Sink {
 public:
  TextSink(Columns columns, std::ostream& out, std::size_t width)
      : columns_(std::move(columns)), out_(out), width_(width) {
    std::vector<Printed> heads;
    heads.reserve(columns_.size());
    for (const Column& column : columns_) heads.push_back(printed(column.key));
    rows_.push_back(std::move(heads));
  }

  void row(const std::vector<Cell>& cells) override {
    assert(cells.size() == columns_.size());
    std::vector<Printed> row;
    row.reserve(columns_.size());
    for (const Cell& cell : cells) row.push_back(printed(written(cell)));
    row.resize(columns_.size());
    rows_.push_back(std::move(row));
  }

  void end() override {
    if (rows_.size() > 1) {
      const std::vector<std::size_t> widths = widths_to_print();
      for (const std::vector<Printed>& row : rows_) print(row, widths);
    }
    out_.flush();
  }

 private:
  struct Printed {
    std::string text;
    std::size_t cells = 0;
  };

  static constexpr std::string_view kGap = "  ";
  static constexpr std::size_t kNarrowest = 4;  // cells of a column that was cut

  /// On one line, and with nothing that steers a terminal.
  static Printed printed(std::string_view text) {
    Printed cell;
    for (const Cluster& cluster : clusters(text)) {
      const std::string_view one = text.substr(cluster.begin, cluster.end - cluster.begin);
      const bool drawn = cluster.cells > 0;
      cell.text += drawn ? one : " ";
      cell.cells += drawn ? cluster.cells : 1;
    }
    return cell;
  }

  std::vector<std::size_t> widths_to_print() const {
    std::vector<std::size_t> widths(columns_.size());
    for (const auto& row : rows_)
      for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], row[i].cells);
    if (width_ > 0) narrow(widths);
    return widths;
  }

  /// Takes from the widest columns of words until the line fits. Numbers are never cut.
  void narrow(std::vector<std::size_t>& widths) const {
    const auto total = [&](std::size_t most) {
      std::size_t sum = kGap.size() * (widths.size() - std::min<std::size_t>(widths.size(), 1));
      for (std::size_t i = 0; i < widths.size(); ++i)
        sum += columns_[i].right ? widths[i] : std::min(widths[i], most);
      return sum;
    };
    std::size_t most = *std::max_element(widths.begin(), widths.end());
    if (total(most) <= width_) return;
    std::size_t fits = kNarrowest;
    while (fits + 1 < most) {
      const std::size_t middle = fits + (most - fits) / 2;
      (total(middle) <= width_ ? fits : most) = middle;
    }
    // What is left goes, cell by cell, to the columns that were cut, from the left.
    std::size_t left = width_ - std::min(width_, total(fits));
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (columns_[i].right || widths[i] <= fits) continue;
      widths[i] = fits + (left > 0 ? 1 : 0);
      left -= left > 0 ? 1 : 0;
    }
  }

  void print(const std::vector<Printed>& row, const std::vector<std::size_t>& widths) {
    std::string line;
    std::size_t owed = 0;  // spaces to write if anything follows
    for (std::size_t i = 0; i < row.size(); ++i) {
      Printed cell = row[i];
      if (cell.cells > widths[i]) {
        cell.text = fitted(cell.text, widths[i]);
        cell.cells = cells(cell.text);
      }
      const std::size_t room = widths[i] - cell.cells;
      if (columns_[i].right) owed += room;
      if (!cell.text.empty()) line.append(std::exchange(owed, 0), ' ').append(cell.text);
      if (!columns_[i].right) owed += room;
      owed += kGap.size();
    }
    out_ << (width_ > 0 ? fitted(line, width_) : line) << '\n';
  }

  Columns columns_;
  std::ostream& out_;
  std::size_t width_;
  std::vector<std::vector<Printed>> rows_;  // the first are the heads
};

/// RFC 4180, with LF. Data is kept exactly as it is: a cell that begins with "=" stays so.
class CsvSink : public Sink {
 public:
  CsvSink(const Columns& columns, std::ostream& out) : columns_(columns.size()), out_(out) {
    std::vector<Cell> heads;
    for (const Column& column : columns) heads.emplace_back(column.key);
    CsvSink::row(heads);
  }

  void row(const std::vector<Cell>& cells) override {
    assert(cells.size() == columns_);
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line += ',';
      append(line, written(cells[i]));
    }
    // A lone empty cell would be an empty line, which readers pass over.
    if (line.empty()) line = "\"\"";
    out_ << line << '\n';
  }

  void end() override { out_.flush(); }

 private:
  static bool needs_quotes(std::string_view text) {
    return text.find_first_of(",\"\r\n") != std::string_view::npos || text.starts_with(' ') ||
           text.ends_with(' ');
  }

  static void append(std::string& line, std::string_view text) {
    if (!needs_quotes(text)) {
      line += text;
      return;
    }
    line += '"';
    for (char c : text) line.append(c == '"' ? 2 : 1, c);
    line += '"';
  }

  std::size_t columns_;
  std::ostream& out_;
};

using Json = nlohmann::ordered_json;

std::string json_object(const Columns& columns, const std::vector<Cell>& cells) {
  assert(cells.size() == columns.size());
  Json object = Json::object();
  for (std::size_t i = 0; i < std::min(columns.size(), cells.size()); ++i)
    std::visit(
        [&](const auto& value) {
          if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>)
            object[columns[i].key] = nullptr;
          else
            object[columns[i].key] = value;
        },
        cells[i]);
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// One array, an object on each line.
class JsonSink : public Sink {
 public:
  JsonSink(Columns columns, std::ostream& out) : columns_(std::move(columns)), out_(out) {
    out_ << '[';
  }
  void row(const std::vector<Cell>& cells) override {
    out_ << (any_ ? ",\n" : "\n") << json_object(columns_, cells);
    any_ = true;
  }
  void end() override {
    out_ << (any_ ? "\n]\n" : "]\n");
    out_.flush();
  }

 private:
  Columns columns_;
  std::ostream& out_;
  bool any_ = false;
};

class JsonLinesSink : public Sink {
 public:
  JsonLinesSink(Columns columns, std::ostream& out) : columns_(std::move(columns)), out_(out) {}
  void row(const std::vector<Cell>& cells) override {
    out_ << json_object(columns_, cells) << '\n';
  }
  void end() override { out_.flush(); }

 private:
  Columns columns_;
  std::ostream& out_;
};

using Make = std::unique_ptr<Sink> (*)(Columns&& columns, std::ostream& out, std::size_t width);

struct Format {
  std::string_view name;
  Make make;
};

constexpr Format kFormats[] = {
    {"text",
     [](Columns&& columns, std::ostream& out, std::size_t width) -> std::unique_ptr<Sink> {
       return std::make_unique<TextSink>(std::move(columns), out, width);
     }},
    {"csv",
     [](Columns&& columns, std::ostream& out, std::size_t) -> std::unique_ptr<Sink> {
       return std::make_unique<CsvSink>(columns, out);
     }},
    {"json",
     [](Columns&& columns, std::ostream& out, std::size_t) -> std::unique_ptr<Sink> {
       return std::make_unique<JsonSink>(std::move(columns), out);
     }},
    {"jsonl",
     [](Columns&& columns, std::ostream& out, std::size_t) -> std::unique_ptr<Sink> {
       return std::make_unique<JsonLinesSink>(std::move(columns), out);
     }},
};

Error unknown_format(std::string_view format) {
  const std::vector<std::string_view> names = sink_formats();
  const std::string near = nearest(format, names);
  return {Error::Kind::usage,
          near.empty() ? fmt::format("no format is called '{}'", format)
                       : fmt::format("no format is called '{}'; did you mean '{}'?", format, near),
          fmt::format("the formats are {}", fmt::join(names, ", "))};
}

}  // namespace

Result<std::unique_ptr<Sink>> make_sink(std::string_view format, std::vector<Column> columns,
                                        std::ostream& out, std::size_t width) {
  for (const Format& known : kFormats)
    if (known.name == format) return known.make(std::move(columns), out, width);
  return tl::unexpected(unknown_format(format));
}

std::vector<std::string_view> sink_formats() {
  std::vector<std::string_view> names;
  for (const Format& format : kFormats) names.push_back(format.name);
  return names;
}

}  // namespace litmine
