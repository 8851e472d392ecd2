// HTML, Word, OpenDocument, EPUB, JATS, TEI and archives: the smallest file that has the feature,
// what goes wrong, and real articles beside their own counts.
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "extractors/marked_article.h"
#include "tests/extractors/make_zip.h"
#include "tests/extractors/read_records.h"
#include "text/charset.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

Document only(const ReadRecords& outcome) {
  EXPECT_EQ(outcome.documents.size(), 1u) << outcome.codes();
  return outcome.documents.empty() ? Document() : outcome.documents[0];
}

Strings references(const Document& document) {
  Strings out;
  for (Span span : document.references) out.emplace_back(span.in(document.text));
  return out;
}

Strings keywords(const Document& document) {
  Strings out;
  for (Span span : document.keywords) out.emplace_back(span.in(document.text));
  return out;
}

/// "introduction: 1 Introduction" for each section.
Strings sections(const Document& document) {
  Strings out;
  for (const Section& section : document.sections)
    out.push_back(std::string(part_name(section.part)) + ": " +
                  std::string(section.heading.in(document.text)));
  return out;
}

const std::string kProse =
    "We asked the owners of forty small firms how they found their first customers abroad, and "
    "what they would do otherwise if they had to begin again with the same people and money.";

// --- HTML -----------------------------------------------------------------------------------

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en\"><head><title>Exporting | A Journal</title>" + head +
         "</head><body>" + body + "</body></html>";
}

const std::string kArticle =
    "<h1>Exporting from a small island</h1><p>Ana Silva and Li Wei</p>"
    "<h2>Abstract</h2><p>" +
    kProse + "</p><h2>1. Introduction</h2><p>" + kProse +
    " Firms<sup>2</sup> differ.</p><h2>2. Method</h2><p>" + kProse +
    "</p><table><tr><th>Country</th><th>Firms</th></tr><tr><td>Malta</td><td>40</td></tr></table>"
    "<h2>References</h2><ol><li>Smith, J. (2010). Export. Journal of Trade, 3, 1-9.</li>"
    "<li>Wu, D. (2012). Firms. Journal of Trade, 5, 10-19.</li></ol>";

TEST(Html, AnArticle) {
  const ReadRecords outcome = read_records(
      page("<meta name=\"citation_title\" content=\"Exporting from a small island\">"
           "<meta name=\"citation_author\" content=\"Silva, Ana\">"
           "<meta name=\"citation_author\" content=\"Wei, Li\">"
           "<meta name=\"citation_journal_title\" content=\"Journal of Islands\">"
           "<meta name=\"citation_publication_date\" content=\"2021/05/01\">"
           "<meta name=\"citation_doi\" content=\"10.5555/ISL.1\">"
           "<meta name=\"citation_firstpage\" content=\"1\">"
           "<meta name=\"citation_lastpage\" content=\"20\">",
           "<nav><a href=/>Home</a> <a href=/j>Journals</a></nav><main>" + kArticle +
               "</main><script>var exports = 1;</script><footer><a href=/x>Imprint</a></footer>"),
      "a.html");
  const Document document = only(outcome);
  const Biblio& about = document.about;
  EXPECT_EQ(document.extractor, "html");
  EXPECT_EQ(document.kind, Document::Kind::full_text);
  EXPECT_EQ(about.title, "Exporting from a small island");
  EXPECT_EQ(about.authors, (std::vector<Author>{{"Silva", "Ana"}, {"Wei", "Li"}}));
  EXPECT_EQ(about.source, "Journal of Islands");
  EXPECT_EQ(about.year, 2021);
  EXPECT_EQ(about.doi, "10.5555/isl.1");
  EXPECT_EQ(about.pages, "1-20");
  EXPECT_TRUE(document.has(Part::abstract));
  EXPECT_TRUE(document.has(Part::method));
  EXPECT_EQ(references(document).size(), 2u);
  EXPECT_NE(document.text.find("Firms² differ"), std::string::npos);
  EXPECT_NE(document.text.find("Malta | 40"), std::string::npos);
  EXPECT_EQ(document.text.find("Journals"), std::string::npos);
  EXPECT_EQ(document.text.find("exports = 1"), std::string::npos);
  std::string furniture;
  for (const std::string& line : document.furniture) furniture += line + "\n";
  EXPECT_NE(furniture.find("Home Journals"), std::string::npos) << furniture;
}

TEST(Html, TheAbstractOfTheMetadataIsRead) {
  const Document document = only(read_records(
      page("<meta name=\"citation_title\" content=\"Exporting from a small island\">"
           "<meta name=\"citation_abstract\" content=\"" +
               kProse + "\">",
           "<h1>Exporting from a small island</h1><h2>Introduction</h2><p>" + kProse + "</p>")));
  EXPECT_EQ(document.part_text(Part::abstract), kProse);
}

TEST(Html, AReferenceBuiltOfBlocksIsOneWithoutItsLinks) {
  const std::string entries =
      "<li><span>1.</span><div>Smith, J. (2010). Export. <i>Journal of Trade</i>, 3, 1-9.</div>"
      "<div>[<a href=\"https://scholar.google.com/x\">Google Scholar</a>] [<a "
      "href=\"https://doi.org/10.5555/jt.1\">CrossRef</a>]</div></li>"
      "<li><p>Wu, D. (2012). Firms. Journal of Trade, 5, 10-19.</p></li>";
  const std::string before = "<h1>Exporting from a small island</h1><h2>Introduction</h2><p>" +
                             kProse + "</p><h2>Method</h2><p>" + kProse + "</p>";
  const Strings expected = {
      "1. Smith, J. (2010). Export. Journal of Trade, 3, 1-9. doi:10.5555/jt.1",
      "Wu, D. (2012). Firms. Journal of Trade, 5, 10-19."};
  for (const std::string& list : {"<h2>References</h2><ol>" + entries + "</ol>",
                                  "<div class=\"ref-list\"><ul>" + entries + "</ul></div>"})
    EXPECT_EQ(references(only(read_records(page("", before + list)))), expected) << list;
}

TEST(Html, Encodings) {
  const std::string body = "<h1>Exporter depuis une \xE9le</h1><p>" + kProse + "</p>";
  EXPECT_NE(only(read_records(page("<meta charset=iso-8859-1>", body))).text.find("éle"),
            std::string::npos);
  EXPECT_NE(only(read_records(page("<meta charset=\"iso-8859-2\">",
                                   "<p>\xB3\xF3"
                                   "d\xBC " +
                                       kProse)))
                .text.find("łódź"),
            std::string::npos);
  EXPECT_EQ(decoded_as("\xC4\xE3\xBA\xC3", "gb2312"), "你好");
  EXPECT_FALSE(decoded_as("x", "no-such-encoding"));
}

TEST(Html, WhateverIsBrokenIsReadOrNamed) {
  EXPECT_EQ(read_records(page("", "")).codes(), "no-text:0");
  EXPECT_EQ(read_records("<html><script>a b c d</script>").documents.size(), 0u);
  const std::string deep = [] {
    std::string text = "<html><body>";
    for (int i = 0; i < 5'000; ++i) text += "<div>";
    return text + "<p>" + kProse;
  }();
  EXPECT_EQ(read_records(deep).documents.size(), 1u);
  const std::string whole = page("<meta name=citation_title content=x>", kArticle);
  for (std::size_t size = 1; size < whole.size(); size += 17) {
    const ReadRecords cut = read_records(whole.substr(0, size));
    EXPECT_GT(cut.documents.size() + cut.problems.size(), 0u) << size;
  }
}

// --- a web page saved as one file ----------------------------------------------------------

const std::string kMessageHead =
    "From: <Saved by a browser>\r\nSubject: Exporting\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--part\"\r\n\r\n";

std::string message_with(const std::string& part) {
  return kMessageHead + "----part\r\n" + part +
         "\r\n----part\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
         "iVBORw0KGgo=\r\n----part--\r\n";
}

TEST(WebArchive, ReadsThePageInQuotedPrintable) {
  std::string soft = page("", "<main>" + kArticle + "<p>Caf=C3=A9s in Mal=\r\nta.</p></main>");
  const Document document = only(read_records(
      message_with(
          "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + soft),
      "saved.mht"));
  EXPECT_EQ(document.extractor, "mht");
  EXPECT_EQ(document.about.title, "Exporting from a small island");
  EXPECT_TRUE(document.has(Part::method));
  EXPECT_NE(document.text.find("Cafés in Malta."), std::string::npos);
  EXPECT_EQ(document.text.find("iVBOR"), std::string::npos);
}

TEST(WebArchive, ReadsBase64AndPartsWithinParts) {
  const Document document = only(read_records(
      message_with("Content-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\n"
                   "Content-Type: text/plain\r\n\r\nplain\r\n--inner\r\nContent-Type: text/html\r\n"
                   "Content-Transfer-Encoding: base64\r\n\r\n"
                   "PGgxPlNlbGxpbmcgYnV0dG9ucyBhYnJvYWQ8L2gxPjxwPkJ1dHRvbnMgdHJhdmVsIHdl\r\n"
                   "bGwuPC9wPg==\r\n--inner--"),
      "saved.mhtml"));
  EXPECT_EQ(document.about.title, "Selling buttons abroad");
  EXPECT_NE(document.text.find("Buttons travel well."), std::string::npos);
}

TEST(WebArchive, SaysWhenThereIsNoPageInIt) {
  const ReadRecords outcome =
      read_records(message_with("Content-Type: text/css\r\n\r\np {}"), "saved.mht");
  EXPECT_TRUE(outcome.documents.empty());
  EXPECT_EQ(outcome.codes(), "no-text:0");
  for (const std::string& broken : {kMessageHead, kMessageHead + "----part", message_with(""),
                                    kMessageHead + "----part\r\nx: ="})
    EXPECT_TRUE(read_records(broken, "saved.mht").documents.empty());
}

TEST(WebArchive, TakesNoNoteForOne) {
  const Document note = only(read_records(
      "Note: MIME-Version: and multipart/related are words\n\n" + kProse + "\n", "note.txt"));
  EXPECT_EQ(note.extractor, "text");
}

// --- Word -----------------------------------------------------------------------------------

std::string word_paragraph(const std::string& runs, const std::string& style = {}) {
  return "<w:p>" + (style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>") +
         runs + "</w:p>";
}
std::string run(const std::string& text) {
  return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string made_docx(const std::string& body) {
  return made_zip(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml",
        "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"},
       {"word/styles.xml",
        "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Ttl\"><w:name w:val=\"Title\"/></w:style>"
        "<w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>"
        "<w:style w:styleId=\"Mine\"><w:name w:val=\"mine\"/><w:basedOn "
        "w:val=\"berschrift1\"/></w:style></w:styles>"},
       {"word/footnotes.xml", "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"2\">" +
                                  word_paragraph(run("A note on firms.")) +
                                  "</w:footnote></w:footnotes>"},
       {"word/header1.xml",
        "<w:hdr xmlns:w=\"w\">" + word_paragraph(run("Running head")) + "</w:hdr>"},
       {"docProps/core.xml",
        "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>Exporting "
        "from a small island</dc:title></cp:coreProperties>"}});
}

TEST(Docx, AnArticle) {
  const ReadRecords outcome = read_records(
      made_docx(word_paragraph(run("Exporting from a small island"), "Ttl") +
                word_paragraph(run("Ana Silva")) + word_paragraph(run("Abstract"), "berschrift1") +
                word_paragraph(run(kProse)) + word_paragraph(run("Introduction"), "Mine") +
                word_paragraph(
                    run("We ") + "<w:del><w:r><w:delText>never</w:delText></w:r></w:del>" +
                    "<w:ins>" + run("often ") + "</w:ins>" + run("export") +
                    "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>" +
                    "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run(". " + kProse) +
                    "<w:r><w:instrText>ADDIN ZOTERO_ITEM secret</w:instrText></w:r>") +
                "<w:tbl><w:tr><w:tc>" + word_paragraph(run("Malta")) + "</w:tc><w:tc>" +
                word_paragraph(run("40")) + "</w:tc></w:tr></w:tbl>" +
                word_paragraph(run("References"), "berschrift1") +
                word_paragraph(run("Smith, J. (2010). Export. Journal of Trade, 3, 1-9.")) +
                word_paragraph(run("Wu, D. (2012). Firms. Journal of Trade, 5, 10-19."))),
      "a.docx");
  const Document document = only(outcome);
  EXPECT_EQ(document.extractor, "docx");
  EXPECT_EQ(document.about.title, "Exporting from a small island");
  EXPECT_EQ(document.part_text(Part::abstract), kProse);
  EXPECT_NE(document.text.find("We often export²."), std::string::npos) << document.text;
  EXPECT_NE(document.text.find("A note on firms."), std::string::npos);
  EXPECT_NE(document.text.find("Malta | 40"), std::string::npos);
  EXPECT_EQ(document.text.find("never"), std::string::npos);
  EXPECT_EQ(document.text.find("secret"), std::string::npos);
  EXPECT_EQ(references(document).size(), 2u);
  EXPECT_EQ(document.furniture, (Strings{"head: Running head"}));
  EXPECT_EQ(outcome.codes(), "tracked-changes:0");
}

TEST(Docx, ADamagedOneIsNamed) {
  EXPECT_EQ(read_records(made_zip({{"word/document.xml", ""}})).codes(), "no-text:0");
  const ReadRecords cut = read_records(
      made_zip({{"word/document.xml",
                 "<w:document><w:body>" + word_paragraph(run(kProse)) + "<w:p><w:r><w:t>More"}}));
  EXPECT_EQ(cut.documents.size(), 1u);
  EXPECT_EQ(cut.codes(), "damaged:1");
}

// --- OpenDocument ---------------------------------------------------------------------------

TEST(Odt, AnArticle) {
  const std::string content =
      "<office:document-content><office:automatic-styles><style:style style:name=\"T1\">"
      "<style:text-properties style:text-position=\"super 58%\"/></style:style>"
      "</office:automatic-styles><office:body><office:text><text:tracked-changes><text:p>old"
      "</text:p></text:tracked-changes><text:p text:style-name=\"Title\">Exporting from a small "
      "island</text:p><text:h text:outline-level=\"1\">Abstract</text:h><text:p>" +
      kProse + "</text:p><text:h text:outline-level=\"1\">Introduction</text:h><text:p>" + kProse +
      "</text:p><text:h text:outline-level=\"1\">Method</text:h><text:p>We<text:s/>asked "
      "firms<text:span text:style-name=\"T1\">2</text:span>.<text:note><text:note-citation>1"
      "</text:note-citation><text:note-body><text:p>A "
      "note.</text:p></text:note-body></text:note> " +
      kProse +
      "</text:p><table:table><table:table-row><table:table-cell><text:p>Malta</text:p>"
      "</table:table-cell><table:table-cell><text:p>40</text:p></table:table-cell>"
      "</table:table-row></table:table></office:text></office:body></office:document-content>";
  const ReadRecords outcome = read_records(
      made_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content}}),
      "a.odt");
  const Document document = only(outcome);
  EXPECT_EQ(document.extractor, "odt");
  EXPECT_EQ(document.about.title, "Exporting from a small island");
  EXPECT_EQ(document.part_text(Part::abstract), kProse);
  EXPECT_TRUE(document.has(Part::method));
  EXPECT_NE(document.text.find("We asked firms². We asked"), std::string::npos) << document.text;
  EXPECT_NE(document.text.find("\n\nA note."), std::string::npos) << document.text;
  EXPECT_NE(document.text.find("Malta | 40"), std::string::npos);
  EXPECT_EQ(document.text.find("old"), std::string::npos);
  EXPECT_EQ(outcome.codes(), "tracked-changes:0");
}

// --- EPUB -----------------------------------------------------------------------------------

TEST(Epub, PagesInTheOrderOfTheSpine) {
  const auto chapter = [](const std::string& heading) {
    return "<html><body><h1>" + heading + "</h1><p>" + kProse + "</p></body></html>";
  };
  const ReadRecords outcome = read_records(made_zip(
      {{"mimetype", "application/epub+zip"},
       {"META-INF/container.xml",
        "<container><rootfiles><rootfile full-path=\"O/p.opf\"/></rootfiles></container>"},
       {"O/p.opf",
        "<package><metadata><dc:title>A book of islands</dc:title><dc:creator>Ana "
        "Silva</dc:creator>"
        "<dc:identifier>urn:isbn:9783161484100</dc:identifier><dc:date>2019-01-01</dc:date>"
        "</metadata><manifest><item id=\"b\" href=\"t/two%201.xhtml\" "
        "media-type=\"application/xhtml+xml\"/><item id=\"a\" href=\"t/../t/one.xhtml\" "
        "media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/><itemref "
        "idref=\"b\"/></spine></package>"},
       {"O/t/two 1.xhtml", chapter("Conclusion")},
       {"O/t/one.xhtml", chapter("Introduction")}}));
  const Document document = only(outcome);
  EXPECT_EQ(document.extractor, "epub");
  EXPECT_EQ(document.about.title, "A book of islands");
  EXPECT_EQ(document.about.authors, (std::vector<Author>{{"Silva", "Ana"}}));
  EXPECT_EQ(document.about.isbn, "9783161484100");
  EXPECT_EQ(document.about.year, 2019);
  EXPECT_LT(document.text.find("Introduction"), document.text.find("Conclusion"));
  EXPECT_NE(document.text.find("Conclusion"), std::string::npos);
}

// --- JATS -----------------------------------------------------------------------------------

const std::string kJats =
    "<?xml version=\"1.0\"?><!DOCTYPE article PUBLIC \"-//NLM//DTD JATS v1.2//EN\" \"x.dtd\">"
    "<article article-type=\"research-article\" xml:lang=\"en\"><front><journal-meta>"
    "<journal-title-group><journal-title>Journal of Islands</journal-title></journal-title-group>"
    "<issn>1234-5678</issn></journal-meta><article-meta>"
    "<article-id pub-id-type=\"doi\">10.5555/ISL.2</article-id>"
    "<article-id pub-id-type=\"pmc\">77</article-id><title-group><article-title>Exporting from a "
    "<italic>small</italic> island</article-title></title-group><contrib-group><contrib "
    "contrib-type=\"author\"><name><surname>Silva</surname><given-names>Ana</given-names></name>"
    "</contrib><contrib contrib-type=\"author\"><collab>The Islands Group</collab></contrib>"
    "</contrib-group><aff><label>1</label>University of Malta</aff><pub-date pub-type=\"epub\">"
    "<year>2020</year></pub-date><pub-date pub-type=\"ppub\"><month>3</month><year>2021</year>"
    "</pub-date><volume>7</volume><fpage>1</fpage><lpage>20</lpage><abstract><p>We asked "
    "firms.</p></abstract><kwd-group><kwd>export</kwd><kwd>islands</kwd></kwd-group>"
    "</article-meta></front><body><sec sec-type=\"intro\"><label>1</label><title>Why "
    "islands?</title>"
    "<p>Firms<sup><xref>2</xref></sup> export.<fn><p>A note.</p></fn> Much.</p><fig><label>Figure "
    "1</label><caption><p>An island.</p></caption></fig></sec><sec sec-type=\"materials|methods\">"
    "<title>What we did</title><sec><title>Sample</title><p>Forty firms.</p></sec><table-wrap>"
    "<table><tr><td>Malta</td><td>40</td></tr></table></table-wrap></sec></body><back><ack><p>We "
    "thank.</p></ack><ref-list><title>References</title><ref><label>1</label><element-citation>"
    "<person-group person-group-type=\"author\"><name><surname>Smith</surname><given-names>John "
    "A</given-names></name><name><surname>Wu</surname><given-names>D</given-names></name>"
    "</person-group><year>2010</year><article-title>Export</article-title><source>Trade</source>"
    "<volume>3</volume><fpage>1</fpage><lpage>9</lpage><pub-id pub-id-type=\"doi\">10.1/x</pub-id>"
    "</element-citation></ref><ref><mixed-citation><name><surname>Li</surname><given-names>W"
    "</given-names></name> (<year>2011</year>) Firms. "
    "<source>Trade</source>.</mixed-citation></ref>"
    "</ref-list></back></article>";

TEST(Jats, AnArticle) {
  const Document document = only(read_records(kJats, "a.nxml"));
  const Biblio& about = document.about;
  EXPECT_EQ(document.extractor, "jats");
  EXPECT_EQ(about.title, "Exporting from a small island");
  EXPECT_EQ(about.authors, (std::vector<Author>{{"Silva", "Ana"}, {"The Islands Group", ""}}));
  EXPECT_EQ(about.affiliations, (Strings{"University of Malta"}));
  EXPECT_EQ(about.source, "Journal of Islands");
  EXPECT_EQ(about.year, 2021);
  EXPECT_EQ(about.date, "2021-03");
  EXPECT_EQ(about.pages, "1-20");
  EXPECT_EQ(about.doi, "10.5555/isl.2");
  EXPECT_EQ(about.pmcid, "PMC77");
  EXPECT_EQ(about.document_types, (Strings{"Article"}));
  EXPECT_EQ(keywords(document), (Strings{"export", "islands"}));
  EXPECT_EQ(sections(document),
            (Strings{"title: ", "abstract: ", "keywords: ", "introduction: 1 Why islands?",
                     "method: What we did", "method: Sample", "references: References",
                     "back_matter: "}));
  EXPECT_NE(document.text.find("Firms² export. Much.\n\nA note.\n\nFigure 1 An island."),
            std::string::npos)
      << document.text;
  EXPECT_NE(document.text.find("Malta | 40"), std::string::npos);
  EXPECT_EQ(references(document),
            (Strings{"1. Smith, J. A. & Wu, D. (2010). Export. Trade, 3, 1-9. doi:10.1/x",
                     "Li W (2011) Firms. Trade."}));
}

TEST(Jats, WhatIsCutOffIsReadUpToThere) {
  const ReadRecords outcome = read_records(kJats.substr(0, kJats.find("<sec sec-type=\"mat")));
  EXPECT_EQ(only(outcome).about.doi, "10.5555/isl.2");
  EXPECT_EQ(outcome.codes(), "damaged:1");
  for (std::size_t size = 60; size < kJats.size(); size += 11) {
    const ReadRecords cut = read_records(kJats.substr(0, size));
    EXPECT_GT(cut.documents.size() + cut.problems.size(), 0u) << size;
  }
}

TEST(Jats, SetsOfArticles) {
  const std::string article = kJats.substr(kJats.find("<article "));
  const ReadRecords outcome =
      read_records("<pmc-articleset>" + article + article + "</pmc-articleset>");
  ASSERT_EQ(outcome.documents.size(), 2u);
  EXPECT_EQ(outcome.documents[1].record, 2u);
}

// --- TEI ------------------------------------------------------------------------------------

TEST(Tei, AnArticle) {
  const Document document = only(read_records(
      "<?xml version=\"1.0\"?><TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader "
      "xml:lang=\"en\">"
      "<fileDesc><titleStmt><title>Exporting from a small island</title></titleStmt><sourceDesc>"
      "<biblStruct><analytic><author><persName><forename>Ana</forename><surname>Silva</surname>"
      "</persName><affiliation><orgName>University of Malta</orgName></affiliation></author>"
      "</analytic><monogr><title level=\"j\">Journal of Islands</title><imprint><biblScope "
      "unit=\"volume\">7</biblScope><biblScope unit=\"page\" from=\"1\" to=\"20\"/><date "
      "when=\"2021-03-01\">March</date></imprint></monogr><idno type=\"DOI\">10.5555/isl.3</idno>"
      "</biblStruct></sourceDesc></fileDesc><profileDesc><textClass><keywords><term>export</term>"
      "</keywords></textClass><abstract><p>We asked firms.</p></abstract></profileDesc></teiHeader>"
      "<text><body><div><head n=\"1\">Introduction</head><p>Firms export.</p></div><div><head "
      "n=\"2\">Methods</head><p>We asked.</p></div><div><head n=\"2.1\">Sample</head><p>Forty.</p>"
      "</div></body><back><div type=\"acknowledgement\"><p>Thanks.</p></div><div "
      "type=\"references\"><listBibl><biblStruct><analytic><title "
      "level=\"a\">Export</title><author>"
      "<persName><forename>John</forename><surname>Smith</surname></persName></author></analytic>"
      "<monogr><title level=\"j\">Trade</title><imprint><date>2010</date><biblScope "
      "unit=\"volume\">3</biblScope></imprint></monogr></biblStruct></listBibl></div></back></text>"
      "</TEI>"));
  const Biblio& about = document.about;
  EXPECT_EQ(document.extractor, "tei");
  EXPECT_EQ(about.title, "Exporting from a small island");
  EXPECT_EQ(about.authors, (std::vector<Author>{{"Silva", "Ana"}}));
  EXPECT_EQ(about.affiliations, (Strings{"University of Malta"}));
  EXPECT_EQ(about.source, "Journal of Islands");
  EXPECT_EQ(about.year, 2021);
  EXPECT_EQ(about.pages, "1-20");
  EXPECT_EQ(about.doi, "10.5555/isl.3");
  EXPECT_EQ(keywords(document), (Strings{"export"}));
  EXPECT_EQ(sections(document),
            (Strings{"title: ", "abstract: ", "keywords: ", "introduction: 1 Introduction",
                     "method: 2 Methods", "method: 2.1 Sample", "references: ", "back_matter: "}));
  EXPECT_EQ(references(document), (Strings{"Smith, J. (2010). Export. Trade, 3."}));
}

// --- archives -------------------------------------------------------------------------------

const std::string kRis = "TY  - JOUR\nTI  - A title\nER  - \n\nTY  - JOUR\nTI  - Another\nER  - \n";

TEST(Archive, EachFileByItsOwnReader) {
  const ReadRecords outcome = read_records(made_zip({{"b/records.txt", kRis},
                                                     {"a.nxml", kJats},
                                                     {"c/deep.zip", made_zip({{"x.ris", kRis}})},
                                                     {"__MACOSX/._a.nxml", "junk"},
                                                     {"picture.png", "\x89PNG\r\n\x1A\n"}}),
                                           "all.zip");
  ASSERT_EQ(outcome.documents.size(), 5u) << outcome.codes();
  EXPECT_EQ(outcome.documents[0].extractor, "jats");
  EXPECT_EQ(outcome.documents[0].inside, "a.nxml");
  EXPECT_EQ(outcome.documents[1].inside, "b/records.txt");
  EXPECT_EQ(outcome.documents[2].record, 2u);
  EXPECT_EQ(outcome.documents[3].inside, "c/deep.zip/x.ris");
  for (const Document& document : outcome.documents)
    EXPECT_TRUE(document.source.ends_with("all.zip")) << document.source;
  ASSERT_EQ(outcome.problems.size(), 1u);
  EXPECT_EQ(outcome.problems[0].code, "unknown-format");
  EXPECT_TRUE(outcome.problems[0].reason.starts_with("'picture.png' is a PNG picture"));
}

TEST(Archive, ABombCostsItself) {
  const ReadRecords outcome = read_records(
      made_zip({{"bomb.txt", std::string(std::size_t{20} * 1024 * 1024, 'x')}, {"good.ris", kRis}}),
      "b.zip");
  EXPECT_EQ(outcome.documents.size(), 2u);
  EXPECT_EQ(outcome.codes(), "archive-entry:0");
  const std::string one = made_zip({{"x.ris", kRis}});
  const ReadRecords nested =
      read_records(made_zip({{"2.zip", made_zip({{"1.zip", made_zip({{"0.zip", one}})}})}}));
  EXPECT_EQ(nested.documents.size(), 0u);
  EXPECT_EQ(nested.codes(), "archive-entry:0");
}

TEST(Archive, DamagedOnesAreNamed) {
  const std::string whole = made_zip({{"a.ris", kRis}, {"b.nxml", kJats}});
  for (std::size_t size = 4; size < whole.size(); size += 13)
    EXPECT_GT(read_records(whole.substr(0, size)).problems.size(), 0u) << size;
  EXPECT_EQ(read_records(made_zip({{"xl/workbook.xml", "<x/>"}}), "t.xlsx").codes(),
            "unknown-format:0");
}

// --- real articles --------------------------------------------------------------------------

fs::path real_articles() {
  return fs::path(LITMINE_SOURCE_DIR) / ".." / "shared" / "data" / "fulltext";
}

std::size_t count_of(const pugi::xml_document& xml, const char* query) {
  return xml.select_nodes(query).size();
}

/// Files of the publishers, beside the numbers of their own tags.
TEST(RealArticles, JatsAndTeiAreWhole) {
  if (!fs::exists(real_articles())) GTEST_SKIP() << "skipped: no real articles beside the source";
  std::size_t files = 0, with_year = 0, with_doi = 0, with_abstract = 0, with_body = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(real_articles())) {
    const std::string name = entry.path().filename().string();
    const bool jats = name.ends_with(".nxml") || name.ends_with(".jats.xml");
    if (!jats && !name.ends_with(".tei.xml")) continue;
    if (name.find("referenceSegmenter") != std::string::npos) continue;  // lists without an article
    SCOPED_TRACE(name);
    ++files;
    const ReadRecords outcome = read_records_file(entry.path());
    ASSERT_EQ(outcome.documents.size(), 1u) << outcome.codes();
    EXPECT_EQ(outcome.codes(), "");
    const Document& document = outcome.documents[0];
    EXPECT_EQ(document.extractor, jats ? "jats" : "tei");
    pugi::xml_document xml;
    xml.load_file(entry.path().c_str());
    EXPECT_EQ(document.references.size(),
              jats ? count_of(xml, "//ref-list/ref")
                   : count_of(xml, "//listBibl/biblStruct | //listBibl/bibl"));
    if (jats) {
      EXPECT_EQ(document.about.authors.size(),
                count_of(xml, "/article/front//contrib[@contrib-type='author']"));
      EXPECT_TRUE(document.has(Part::abstract) || count_of(xml, "/article/front//abstract") == 0);
    }
    EXPECT_FALSE(document.about.title.empty());
    with_year += document.about.year ? 1 : 0;  // some files give none
    with_doi += document.about.doi.empty() ? 0 : 1;
    with_abstract += document.has(Part::abstract) ? 1 : 0;
    with_body += document.has(Part::introduction) || document.has(Part::method) ||
                         document.has(Part::results) || document.has(Part::discussion)
                     ? 1
                     : 0;
  }
  EXPECT_GE(files, 53u);
  EXPECT_GE(with_year, 51u);
  EXPECT_GE(with_doi, 53u);
  EXPECT_GE(with_body, 52u);
  std::printf("%zu articles in JATS and TEI: DOI in %zu, abstract in %zu, body parts in %zu\n",
              files, with_doi, with_abstract, with_body);
}

}  // namespace
}  // namespace litmine
