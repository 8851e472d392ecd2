// LaTeX. Figures are the SVG files of the report, to be converted (rsvg-convert -f pdf) beside
// them.
#include <fmt/format.h>

#include <algorithm>

#include "reports/report.h"

namespace litmine {
namespace {

std::string plain(std::string_view text) {
  std::string safe;
  for (char c : text) {
    switch (c) {
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
      case '{':
      case '}':
        safe += '\\';
        safe += c;
        break;
      case '\\':
        safe += "\\textbackslash{}";
        break;
      case '~':
        safe += "\\textasciitilde{}";
        break;
      case '^':
        safe += "\\textasciicircum{}";
        break;
      case '<':
        safe += "\\textless{}";
        break;
      case '>':
        safe += "\\textgreater{}";
        break;
      case '"':
        safe += "\\textquotedbl{}";
        break;
      case '\n':
      case '\r':
        safe += ' ';
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

void write_table(std::ostream& out, const ReportTable& table) {
  const double width = 0.94 / static_cast<double>(std::max<std::size_t>(table.heads.size(), 1));
  out << "\\begin{footnotesize}\n\\begin{longtable}{";
  for (std::size_t i = 0; i < table.heads.size(); ++i) {
    const bool number =
        !table.rows.empty() && i < table.rows.front().size() && table.rows.front()[i].number;
    if (number)
      out << 'r';
    else
      out << fmt::format(">{{\\raggedright\\arraybackslash}}p{{{:.3f}\\linewidth}}", width);
  }
  out << "}\n\\caption{" << plain(table.caption) << "}\\\\\n\\hline\n";
  for (std::size_t i = 0; i < table.heads.size(); ++i)
    out << (i == 0 ? "" : " & ") << plain(table.heads[i]);
  out << "\\\\\n\\hline\n\\endhead\n";
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out << (i == 0 ? "" : " & ") << plain(row[i].text);
    out << "\\\\\n";
  }
  out << "\\hline\n\\end{longtable}\n\\end{footnotesize}\n";
  if (!table.note.empty()) out << plain(table.note) << "\n";
  out << '\n';
}

void write_block(std::ostream& out, const Block& block) {
  switch (block.kind) {
    case Block::Kind::heading:
      out << (block.level <= 2 ? "\\section{" : "\\subsection{") << plain(block.text) << "}\n\n";
      return;
    case Block::Kind::paragraph:
      out << plain(block.text) << "\n\n";
      return;
    case Block::Kind::bullets:
      out << "\\begin{itemize}\n";
      for (const std::string& item : block.items) out << "\\item " << plain(item) << '\n';
      out << "\\end{itemize}\n\n";
      return;
    case Block::Kind::table:
      write_table(out, block.table);
      return;
    case Block::Kind::figure:
      out << fmt::format(
          "\\begin{{figure}}[htbp]\\centering\n\\IfFileExists{{figures/{0}.pdf}}{{\\includegraphics"
          "[width=\\linewidth]{{figures/{0}.pdf}}}}{{\\fbox{{figures/"
          "{0}.svg}}}}\n\\caption{{{1}}}\n"
          "\\end{{figure}}\n\n",
          block.figure.id, plain(block.figure.title));
      return;
    case Block::Kind::verbatim:
      // Broken lines would not be the string any more; lstlisting breaks only in print.
      out << "\\begin{lstlisting}\n" << block.text << "\n\\end{lstlisting}\n\n";
      return;
  }
}

}  // namespace

void write_latex(std::ostream& out, const WrittenReport& report) {
  out << "\\documentclass[a4paper,11pt]{article}\n"
         "\\usepackage{iftex}\n\\ifPDFTeX\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}"
         "\\fi\n"
         "\\usepackage[margin=2cm]{geometry}\n\\usepackage{array,longtable,graphicx,listings}\n"
         "\\lstset{basicstyle=\\ttfamily\\footnotesize,breaklines=true,columns=fullflexible}\n"
         "\\title{"
      << plain(report.title) << "}\n\\date{}\n\\begin{document}\n\\maketitle\n\n"
      << plain(report.subtitle) << "\n\n";
  for (const Block& block : report.blocks) write_block(out, block);
  out << "\\end{document}\n";
}

}  // namespace litmine
