// DOCX: the least that Word and LibreOffice need (ECMA-376): content types, one relation, one
// document. Figures are named, not drawn: they are SVG files beside it, which Word inserts by
// itself.
#include <fmt/format.h>

#include <algorithm>

#include "reports/report.h"
#include "reports/stored_zip.h"

namespace litmine {
namespace {

constexpr std::string_view kTypes =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument."
    "wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument."
    "wordprocessingml.styles+xml\"/></Types>";
constexpr std::string_view kRelations =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    "officeDocument\" Target=\"word/document.xml\"/></Relationships>";
constexpr std::string_view kDocumentRelations =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    "styles\" Target=\"styles.xml\"/></Relationships>";
constexpr std::string_view kStyles =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
    "w:val=\"Normal\"/><w:rPr>"
    "<w:sz w:val=\"22\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:rPr><w:b/><w:sz "
    "w:val=\"36\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading "
    "1\"/><w:pPr><w:keepNext/>"
    "<w:spacing w:before=\"360\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:sz "
    "w:val=\"28\"/>"
    "</w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading "
    "2\"/><w:pPr><w:keepNext/>"
    "<w:spacing w:before=\"240\"/><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/><w:sz "
    "w:val=\"24\"/>"
    "</w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name "
    "w:val=\"caption\"/><w:pPr><w:keepNext/>"
    "</w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>";

std::string run(std::string_view text, std::string_view properties = {}) {
  return fmt::format(
      "<w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
      properties.empty() ? std::string() : fmt::format("<w:rPr>{}</w:rPr>", properties),
      escaped(text));
}

std::string paragraph(std::string_view text, std::string_view style = {},
                      std::string_view run_properties = {}) {
  std::string lines;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines += run(text.substr(0, end), run_properties);
    if (end == text.size()) break;
    lines += "<w:r><w:br/></w:r>";
    text.remove_prefix(end + 1);
  }
  return fmt::format(
      "<w:p>{}{}</w:p>",
      style.empty() ? std::string() : fmt::format("<w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>", style),
      lines);
}

std::string cell(std::string_view text, bool number, bool head) {
  return fmt::format(
      "<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr><w:p>{}{}</w:p></w:tc>",
      number ? "<w:pPr><w:jc w:val=\"right\"/></w:pPr>" : "",
      run(text, head ? "<w:b/><w:sz w:val=\"16\"/>" : "<w:sz w:val=\"16\"/>"));
}

std::string table(const ReportTable& table) {
  std::string xml = paragraph(table.caption, "Caption");
  xml += "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>";
  for (const char* side : {"top", "bottom", "insideH"})
    xml +=
        fmt::format("<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>", side);
  xml += "</w:tblBorders></w:tblPr><w:tblGrid>";
  for (std::size_t i = 0; i < table.heads.size(); ++i) xml += "<w:gridCol/>";
  xml += "</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>";
  for (const std::string& head : table.heads) xml += cell(head, false, true);
  xml += "</w:tr>";
  for (const auto& row : table.rows) {
    xml += "<w:tr>";
    for (const ReportCell& one : row) xml += cell(one.text, one.number, false);
    xml += "</w:tr>";
  }
  return xml + "</w:tbl>" + paragraph(table.note);
}

std::string block_xml(const Block& block) {
  switch (block.kind) {
    case Block::Kind::heading:
      return paragraph(block.text, block.level <= 2 ? "Heading1" : "Heading2");
    case Block::Kind::paragraph:
      return paragraph(block.text);
    case Block::Kind::bullets: {
      std::string xml;
      for (const std::string& item : block.items) xml += paragraph("\xe2\x80\xa2 " + item);
      return xml;
    }
    case Block::Kind::table:
      return table(block.table);
    case Block::Kind::figure:
      return paragraph(fmt::format("{}: figures/{}.svg", block.figure.title, block.figure.id),
                       "Caption") +
             paragraph(block.figure.alt);
    case Block::Kind::verbatim:
      return paragraph(block.text, "",
                       "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\"/>"
                       "<w:sz w:val=\"18\"/>");
  }
  return {};
}

}  // namespace

void write_docx(std::ostream& out, const WrittenReport& report) {
  std::string body = paragraph(report.title, "Title") + paragraph(report.subtitle);
  for (const Block& block : report.blocks) body += block_xml(block);
  const std::string document =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<w:document "
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
      body +
      "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar "
      "w:top=\"1134\" "
      "w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" "
      "w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
  write_stored_zip(out, {{"[Content_Types].xml", std::string(kTypes)},
                         {"_rels/.rels", std::string(kRelations)},
                         {"word/document.xml", document},
                         {"word/styles.xml", std::string(kStyles)},
                         {"word/_rels/document.xml.rels", std::string(kDocumentRelations)}});
}

}  // namespace litmine
