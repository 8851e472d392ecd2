// Markdown, as pandoc and the forges read it.
#include <fmt/format.h>

#include <algorithm>

#include "reports/report.h"

namespace litmine {
namespace {

std::string plain(std::string_view text) {
  std::string safe;
  for (char c : text) {
    if (c == '|' || c == '*' || c == '_' || c == '<' || c == '`' || c == '\\' || c == '[' ||
        c == '#')
      safe += '\\';
    safe += c == '\n' || c == '\r' ? ' ' : c;
  }
  return safe;
}

/// A fence longer than any run of backticks inside; the text stands between exactly.
void write_verbatim(std::ostream& out, const std::string& text) {
  std::string fence = "```";
  while (text.find(fence) != std::string::npos) fence += '`';
  out << fence << "text\n" << text << '\n' << fence << "\n\n";
}

void write_table(std::ostream& out, const ReportTable& table) {
  out << "**" << plain(table.caption) << "**\n\n|";
  for (const std::string& head : table.heads) out << ' ' << plain(head) << " |";
  out << "\n|";
  for (std::size_t i = 0; i < table.heads.size(); ++i) {
    const bool number =
        !table.rows.empty() && i < table.rows.front().size() && table.rows.front()[i].number;
    out << (number ? "---:|" : "---|");
  }
  out << '\n';
  for (const auto& row : table.rows) {
    out << '|';
    for (const ReportCell& cell : row) out << ' ' << plain(cell.text) << " |";
    out << '\n';
  }
  out << '\n';
  if (!table.note.empty()) out << plain(table.note) << "\n\n";
}

void write_block(std::ostream& out, const Block& block) {
  switch (block.kind) {
    case Block::Kind::heading:
      out << std::string(static_cast<std::size_t>(block.level), '#') << ' ' << plain(block.text)
          << "\n\n";
      return;
    case Block::Kind::paragraph:
      out << plain(block.text) << "\n\n";
      return;
    case Block::Kind::bullets:
      for (const std::string& item : block.items) out << "- " << plain(item) << '\n';
      out << '\n';
      return;
    case Block::Kind::table:
      write_table(out, block.table);
      return;
    case Block::Kind::figure:
      out << fmt::format("![{}](figures/{}.svg)\n\n", plain(block.figure.title), block.figure.id);
      if (!block.figure.note.empty()) out << plain(block.figure.note) << "\n\n";
      return;
    case Block::Kind::verbatim:
      write_verbatim(out, block.text);
      return;
  }
}

}  // namespace

void write_markdown(std::ostream& out, const WrittenReport& report) {
  out << "# " << plain(report.title) << "\n\n";
  if (!report.subtitle.empty()) out << plain(report.subtitle) << "\n\n";
  for (const Block& block : report.blocks) write_block(out, block);
}

}  // namespace litmine
