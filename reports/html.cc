// HTML. The page needs no script: a number is a link to the list of its studies, a study's place
// opens with <details>, and the browser's own keys do the rest.
#include <fmt/format.h>

#include "reports/report.h"

namespace litmine {
namespace {

// Light, dark and print; nothing is loaded. Figures take their colours from here.
constexpr std::string_view kStyle = R"css(
:root{color-scheme:light dark;--ground:#fff;--ink:#1c1f23;--soft:#555c66;--rule:#d4d8dd;--link:#0b5a94;
--panel:#f5f6f8;--target:#fff3c4;--bar:#2f6f9f;--land:#e2e4df;--empty:#f1f2f0;--box:#fff;
--m1:#cfe0ee;--m2:#98bfdc;--m3:#5f98c4;--m4:#2f6f9f;--m5:#123f66;--onlight:#1c1f23;--onfill:#fff}
@media (prefers-color-scheme:dark){:root{--ground:#16181c;--ink:#e6e8ea;--soft:#a5acb5;--rule:#3a3f46;
--link:#7dbcf0;--panel:#1f2328;--target:#4a3f16;--bar:#4f94c8;--land:#343a3f;--empty:#22262b;--box:#1f2328;
--m1:#2a4256;--m2:#356084;--m3:#4480b0;--m4:#63a4d8;--m5:#a5d0f2;--onlight:#fff;--onfill:#0f1216}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,sans-serif}
main,header,footer{max-width:76rem;margin:0 auto;padding:0 1rem}
h1{font-size:1.7rem;line-height:1.25;margin:1.2rem 0 .3rem}h2{margin:2.4rem 0 .6rem;padding-bottom:.2rem;
border-bottom:1px solid var(--rule);font-size:1.3rem}h3{margin:1.6rem 0 .4rem;font-size:1.05rem}
p{max-width:48rem}.soft,figcaption,caption,.note{color:var(--soft)}
a{color:var(--link)}a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;margin:.6rem 0}
.scroll{overflow-x:auto;margin:.8rem 0}
.scroll:focus-visible{outline:3px solid var(--link)}
table{border-collapse:collapse;font-size:.88rem;min-width:20rem}
caption{text-align:left;padding:.3rem 0;font-weight:600;color:var(--ink)}
th,td{border-bottom:1px solid var(--rule);padding:.3rem .6rem;text-align:left;vertical-align:top}
th{background:var(--panel)}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:1.2rem 0}figcaption{font-weight:600;color:var(--ink);margin-bottom:.3rem}
svg.figure{max-width:none;height:auto;display:block}
pre{background:var(--panel);padding:.7rem;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.85rem}
:target{background:var(--target)}
.behind{border-left:3px solid var(--rule);padding:.1rem .8rem;margin:.6rem 0}
.behind p{margin:.2rem 0}.study{border-top:1px solid var(--rule);padding:.4rem 0}
.study h3{margin:.4rem 0}.study dl{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:.2rem .8rem;margin:.4rem 0}
.study dt{color:var(--soft)}.study dd{margin:0;min-width:0;overflow-wrap:anywhere}
blockquote{margin:.2rem 0;padding-left:.7rem;border-left:3px solid var(--rule)}
img.page{max-width:100%;height:auto;border:1px solid var(--rule);background:#fff}
svg text{font:12px system-ui,"Segoe UI",Roboto,sans-serif;fill:var(--ink)}svg text.small{font-size:11px}
svg text.strong{font-weight:700}svg text.onphase{fill:#fff;font-weight:700}
svg text.onfill{fill:var(--onfill)}svg text.ondark{fill:var(--onlight)}
.bar{fill:var(--bar)}.s0{fill:#3f7fb3}.s1{fill:#c8702a}.s2{fill:#4f8a4c}.s3{fill:#9467a6}.s4{fill:#a0902c}
.s5{fill:#848484}.s0~text.onfill,.s1~text.onfill,.s2~text.onfill,.s3~text.onfill,.s4~text.onfill{fill:#fff}
.axis,.edge{stroke:var(--soft);fill:none}.grid{stroke:var(--rule)}.head{fill:var(--soft)}
.box{fill:var(--box);stroke:var(--soft)}.title{fill:var(--panel);stroke:var(--soft)}.phase{fill:#2f5f8f}
.land{fill:var(--land);stroke:var(--ground);stroke-width:.4}.none{fill:var(--empty)}
.m1{fill:var(--m1)}.m2{fill:var(--m2)}.m3{fill:var(--m3)}.m4{fill:var(--m4)}.m5{fill:var(--m5)}
path.m1,path.m2,path.m3,path.m4,path.m5{stroke:var(--ground);stroke-width:.4}
circle.m1,circle.m2,circle.m3,circle.m4,circle.m5{stroke:var(--ink);stroke-width:.8}
.tie{stroke:var(--bar);fill:none;opacity:.55}svg a:hover rect,svg a:focus rect,svg a:hover path,svg a:focus path,
svg a:hover circle,svg a:focus circle{stroke:var(--ink);stroke-width:1.6}svg a:hover line,svg a:focus line{opacity:1}
.holds{color:inherit}.fails{font-weight:700}
@media print{:root{color-scheme:light;--ground:#fff;--ink:#000;--soft:#444;--rule:#bbb;--link:#000;--panel:#f2f2f2;
--box:#fff;--bar:#2f6f9f;--land:#e2e4df;--empty:#f4f4f4;--m1:#cfe0ee;--m2:#98bfdc;--m3:#5f98c4;--m4:#2f6f9f;
--m5:#123f66;--onlight:#000;--onfill:#fff}body{font-size:10pt}nav,.skip{display:none}a{text-decoration:none}
.scroll{overflow:visible}svg.figure{max-width:100%}h2,h3{break-after:avoid}figure,tr,.behind{break-inside:avoid}
table{font-size:8pt;width:100%}}
)css";

void write_cell(std::ostream& out, const ReportCell& cell) {
  out << (cell.number ? "<td class=\"n\">" : "<td>");
  if (cell.target.empty())
    out << escaped(cell.text);
  else
    out << "<a href=\"" << escaped(cell.target) << "\">" << escaped(cell.text) << "</a>";
  out << "</td>";
}

void write_table(std::ostream& out, const ReportTable& table) {
  // A wide table is scrolled by itself; with tabindex also by the keyboard.
  out << "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
      << escaped(table.caption) << "\">\n<table>\n<caption>" << escaped(table.caption)
      << "</caption>\n<thead><tr>";
  for (std::size_t i = 0; i < table.heads.size(); ++i) {
    const bool number =
        !table.rows.empty() && i < table.rows.front().size() && table.rows.front()[i].number;
    out << (number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
        << escaped(table.heads[i]) << "</th>";
  }
  out << "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    out << "<tr>";
    for (const ReportCell& cell : row) write_cell(out, cell);
    out << "</tr>\n";
  }
  out << "</tbody>\n</table>\n</div>\n";
  if (!table.note.empty()) out << "<p class=\"note\">" << escaped(table.note) << "</p>\n";
}

void write_figure(std::ostream& out, const Figure& figure) {
  out << "<figure id=\"figure-" << escaped(figure.id) << "\">\n<figcaption>"
      << escaped(figure.title)
      << "</figcaption>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
      << escaped(figure.title) << "\">\n"
      << figure.inline_svg() << "</div>\n";
  if (!figure.note.empty()) out << "<p class=\"note\">" << escaped(figure.note) << "</p>\n";
  out << "</figure>\n";
}

void write_block(std::ostream& out, const Block& block) {
  switch (block.kind) {
    case Block::Kind::heading:
      out << fmt::format("<h{} id=\"{}\">{}</h{}>\n", block.level, escaped(block.id),
                         escaped(block.text), block.level);
      return;
    case Block::Kind::paragraph:
      out << "<p>" << escaped(block.text) << "</p>\n";
      return;
    case Block::Kind::bullets:
      out << "<ul>\n";
      for (const std::string& item : block.items) out << "<li>" << escaped(item) << "</li>\n";
      out << "</ul>\n";
      return;
    case Block::Kind::table:
      write_table(out, block.table);
      return;
    case Block::Kind::figure:
      write_figure(out, block.figure);
      return;
    case Block::Kind::verbatim:
      // A line end right behind <pre> is swallowed by HTML; one more keeps the text's own.
      out << "<pre>\n" << escaped(block.text) << "</pre>\n";
      return;
  }
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k)
      three = three << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      text += i + k <= bytes.size() ? kLetters[three >> (18 - 6 * k) & 63U] : '=';
  }
  return text;
}

void write_proof(std::ostream& out, const Proof& proof) {
  std::string place = escaped(proof.file);
  if (proof.page > 0) place += fmt::format(", page {}", proof.page);
  if (proof.line > 0) place += fmt::format(", line {}", proof.line);
  if (!proof.part.empty()) place += ", " + escaped(proof.part);
  if (proof.sentence.empty()) {
    out << "<span class=\"soft\">(" << place << ")</span>";
    return;
  }
  out << "<blockquote>" << escaped(proof.sentence) << "<br><span class=\"soft\">" << place
      << "</span></blockquote>";
  if (!proof.picture.empty())
    out << "<details><summary>page " << proof.page
        << "</summary><img class=\"page\" loading=\"lazy\" alt=\"Page " << proof.page << " of "
        << escaped(proof.file) << " with the sentence marked\" src=\"data:image/png;base64,"
        << base64(proof.picture) << "\"></details>";
}

void write_numbers(std::ostream& out, const WrittenReport& report) {
  if (report.numbers.empty()) return;
  out << "<h2 id=\"behind\">The studies behind each number</h2>\n";
  std::size_t number = 0;
  for (const NumberBehind& behind : report.numbers) {
    out << fmt::format(
        "<div class=\"behind\" id=\"n{}\" tabindex=\"-1\"><p><strong>{}</strong>: {}</p><p>",
        ++number, escaped(behind.what), behind.studies.size());
    for (std::size_t i = 0; i < behind.studies.size(); ++i) {
      const std::size_t study = behind.studies[i];
      out << (i == 0 ? "" : "; ")
          << fmt::format("<a href=\"#s-{}\">{}</a>", study + 1,
                         escaped(name_of(report.data->studies[study])));
    }
    out << "</p></div>\n";
  }
}

void write_fact(std::ostream& out, const std::string& title, const std::string& text) {
  if (!text.empty()) out << "<dt>" << escaped(title) << "</dt><dd>" << escaped(text) << "</dd>\n";
}

void write_studies(std::ostream& out, const WrittenReport& report) {
  if (report.data->studies.empty()) return;
  out << "<h2 id=\"studies\">The studies, with the place of each value</h2>\n";
  std::size_t number = 0;
  for (const ReviewedStudy& study : report.data->studies) {
    out << fmt::format("<section class=\"study\" id=\"s-{}\" tabindex=\"-1\">\n<h3>{}</h3>\n<dl>\n",
                       ++number, escaped(name_of(study)));
    write_fact(out, "Title", study.title);
    write_fact(out, "Journal", study.journal);
    write_fact(out, "DOI", study.doi);
    out << "<dt>Source</dt><dd>";
    for (const Proof& proof : study.proofs) write_proof(out, proof);
    out << "</dd>\n";
    for (const std::string& facet : report.data->facets) {
      const auto values = study.facets.find(facet);
      if (values == study.facets.end()) continue;
      out << "<dt>" << escaped(facet_title(facet)) << "</dt><dd>";
      for (const CodedValue& value : values->second) {
        out << "<div>" << escaped(value.label.empty() ? value.group : value.label);
        if (!value.label.empty() && value.group != value.label)
          out << " <span class=\"soft\">counted as " << escaped(value.group) << "</span>";
        out << ' ';
        for (const Proof& proof : value.proofs) write_proof(out, proof);
        out << "</div>";
      }
      out << "</dd>\n";
    }
    for (const auto& [name, text] : study.texts) write_fact(out, name, text);
    out << "</dl>\n</section>\n";
  }
}

}  // namespace

void write_html(std::ostream& out, const WrittenReport& report) {
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
         // Nothing may be fetched, whatever a title or a sentence holds.
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
         "'unsafe-inline'; img-src data:\">\n<link rel=\"icon\" href=\"data:,\">\n<title>"
      << escaped(report.title) << "</title>\n<style>" << kStyle
      << "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">To the "
         "text</a>\n<header>\n<h1>"
      << escaped(report.title) << "</h1>\n<p class=\"soft\">" << escaped(report.subtitle)
      << "</p>\n<nav aria-label=\"Contents\"><ul>\n";
  for (const Block& block : report.blocks)
    if (block.kind == Block::Kind::heading && block.level == 2)
      out << "<li><a href=\"#" << escaped(block.id) << "\">" << escaped(block.text)
          << "</a></li>\n";
  if (!report.numbers.empty()) out << "<li><a href=\"#behind\">Behind each number</a></li>\n";
  if (!report.data->studies.empty()) out << "<li><a href=\"#studies\">Studies</a></li>\n";
  out << "</ul></nav>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n";
  for (const Block& block : report.blocks) write_block(out, block);
  write_numbers(out, report);
  write_studies(out, report);
  out << "</main>\n<footer><p class=\"soft\">Made by litmine " LITMINE_VERSION
         ". World outlines: Natural Earth, public domain.</p></footer>\n</body>\n</html>\n";
}

}  // namespace litmine
