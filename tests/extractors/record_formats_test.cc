// Every format of records: the smallest file that has its features, and what goes wrong.
#include <gtest/gtest.h>

#include "corpus/decision.h"
#include "corpus/publication_type.h"
#include "extractors/latex.h"
#include "extractors/records.h"
#include "tests/extractors/read_records.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

Strings keywords(const Document& document) {
  Strings out;
  for (Span span : document.keywords) out.emplace_back(span.in(document.text));
  return out;
}

Strings references(const Document& document) {
  Strings out;
  for (Span span : document.references) out.emplace_back(span.in(document.text));
  return out;
}

std::string extra(const Document& document, std::string_view name) {
  for (const Fact& fact : document.about.extra)
    if (fact.name == name) return fact.value;
  return {};
}

Document only(const ReadRecords& outcome) {
  EXPECT_EQ(outcome.documents.size(), 1u) << outcome.codes();
  return outcome.documents.empty() ? Document() : outcome.documents[0];
}

std::string with_line_ends(const std::string& text, const std::string& end) {
  std::string out;
  for (char c : text) out += c == '\n' ? end : std::string(1, c);
  return out;
}

std::string utf16(const std::string& ascii) {
  std::string out = "\xFF\xFE";
  for (char c : ascii) out += std::string{c, '\0'};
  return out;
}

// --- Nbib -----------------------------------------------------------------------------------

const std::string kNbib =
    "PMID- 123\nOWN - NLM\nIS  - 1932-6203 (Electronic)\nVI  - 14\nIP  - 1\nDP  - 2019 Jan 28\n"
    "TI  - Firms that\n      export.\nPG  - 10-20\nLID - 10.1371/journal.x [doi]\n"
    "LID - e12 [pii]\nAB  - We asked\n      ER  - and firms.\nFAU - Wu, Dan\nAU  - Wu D\n"
    "AD  - Institute of Trade,\n      Nanjing.\nCN  - Export Group\nLA  - eng\n"
    "PT  - Journal Article\nPT  - Review\nTA  - PLoS One\nJT  - PloS one\n"
    "MH  - *Commerce/methods\nMH  - Humans\nOT  - *SMEs\nOT  - trade\nPMC - PMC77\n\n"
    "PMID- 124\nTI  - Second.\n";

void expect_the_nbib(const ReadRecords& outcome) {
  ASSERT_EQ(outcome.documents.size(), 2u);
  const Document& document = outcome.documents[0];
  const Biblio& about = document.about;
  EXPECT_EQ(document.extractor, "nbib");
  EXPECT_EQ(about.title, "Firms that export.");
  EXPECT_EQ(document.part_text(Part::abstract), "We asked ER - and firms.");
  EXPECT_EQ(about.authors, (std::vector<Author>{{"Wu", "Dan"}, {"Export Group", ""}}));
  EXPECT_EQ(about.year, 2019);
  EXPECT_EQ(about.date, "2019 Jan 28");
  EXPECT_EQ(about.source, "PloS one");
  EXPECT_EQ(about.short_source, "PLoS One");
  EXPECT_EQ(about.doi, "10.1371/journal.x");
  EXPECT_EQ(about.pmid, "123");
  EXPECT_EQ(about.pmcid, "PMC77");
  EXPECT_EQ(about.database, "PubMed");
  EXPECT_EQ(about.affiliations, (Strings{"Institute of Trade, Nanjing."}));
  EXPECT_EQ(about.index_terms, (Strings{"*Commerce/methods", "Humans"}));
  EXPECT_EQ(keywords(document), (Strings{"SMEs", "trade"}));
  EXPECT_EQ(about.document_types, (Strings{"Journal Article", "Review"}));
  EXPECT_EQ(about.type, "article-journal");
  EXPECT_EQ(extra(document, "identifier"), "e12 [pii]");
  EXPECT_EQ(outcome.documents[1].line, 30u);
}

TEST(Nbib, ARecord) { expect_the_nbib(read_records(kNbib)); }
TEST(Nbib, LineEndsAndEncodings) {
  expect_the_nbib(read_records(with_line_ends(kNbib, "\r\n")));
  expect_the_nbib(read_records(with_line_ends(kNbib, "\r")));
  expect_the_nbib(read_records("\xEF\xBB\xBF" + kNbib));
  expect_the_nbib(read_records(utf16(kNbib)));
}
TEST(Nbib, Eric) {
  ReadRecords outcome = read_records(
      "\nOWN - ERIC\nTI  - A title\nAU  - Smith, Tom\nAID - http://dx.doi.org/10.1000/1\n"
      "OID - EJ1\nLID - http://eric.ed.gov/?id=EJ1\nISSN - ISSN-1234-4567\nDP  - 2000\n");
  Document document = only(outcome);
  EXPECT_EQ(document.about.doi, "10.1000/1");
  EXPECT_EQ(document.about.url, "http://eric.ed.gov/?id=EJ1");
  EXPECT_EQ(document.about.issn, "1234-4567");
  EXPECT_EQ(document.about.database, "ERIC");
  EXPECT_EQ(document.about.accession, "EJ1");
}

// --- Web of Science -------------------------------------------------------------------------

const std::string kWos =
    "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Toh, ML\n   Wu, D\n"
    "AF Toh, Ming Liang\n   Wu, Dan\nTI Mapping of\n   firms\nSO SURVEY REVIEW\nLA English\n"
    "DT Article; Proceedings Paper\nDE trade; e-commerce\nID HOUSING-MARKET; URBAN\n   EXPANSION\n"
    "AB An abstract.\nC1 [Toh, M; Wu, D] Univ A, Malaysia.\n   [Wu, D] Univ B, China.\n"
    "CR Smith J, 2010, J TRADE, V1, P2, DOI [10.1/a,\n   10.1/b]\n   Lee K, 2012, BOOK\nNR 2\n"
    "SN 1234-5678\nEI 8765-4321\nPD MAR\nPY 2020\nVL 5\nBP 10\nEP 20\nDI 10.1000/wos\n"
    "UT WOS:000123\nER\n\nPT B\nTI Second\nER\n\nEF\n";

void expect_the_wos(const ReadRecords& outcome) {
  ASSERT_EQ(outcome.documents.size(), 2u);
  const Document& document = outcome.documents[0];
  const Biblio& about = document.about;
  EXPECT_EQ(document.extractor, "wos");
  EXPECT_EQ(outcome.codes(), "");
  EXPECT_EQ(about.title, "Mapping of firms");
  EXPECT_EQ(about.authors, (std::vector<Author>{{"Toh", "Ming Liang"}, {"Wu", "Dan"}}));
  EXPECT_EQ(about.document_types, (Strings{"Article", "conference paper"}));
  EXPECT_EQ(keywords(document), (Strings{"trade", "e-commerce"}));
  EXPECT_EQ(about.index_terms, (Strings{"HOUSING-MARKET", "URBAN EXPANSION"}));
  EXPECT_EQ(about.affiliations,
            (Strings{"[Toh, M; Wu, D] Univ A, Malaysia.", "[Wu, D] Univ B, China."}));
  EXPECT_EQ(references(document),
            (Strings{"Smith J, 2010, J TRADE, V1, P2, DOI [10.1/a, 10.1/b]", "Lee K, 2012, BOOK"}));
  EXPECT_EQ(about.pages, "10-20");
  EXPECT_EQ(about.doi, "10.1000/wos");
  EXPECT_EQ(about.issn, "1234-5678");
  EXPECT_EQ(extra(document, "EI"), "8765-4321");
  EXPECT_EQ(about.accession, "WOS:000123");
  EXPECT_EQ(about.database, "Web of Science");
  EXPECT_EQ(extra(document, "NR"), "2");
}

TEST(Wos, ARecord) { expect_the_wos(read_records(kWos)); }
TEST(Wos, LineEnds) { expect_the_wos(read_records(with_line_ends(kWos, "\r\n"))); }
TEST(Wos, CutOff) {
  ReadRecords outcome = read_records(kWos.substr(0, kWos.find("ER\n\nPT B")));
  EXPECT_EQ(outcome.documents.size(), 1u);
  EXPECT_EQ(outcome.codes(), "end-missing:3 end-missing:0");
}
TEST(Wos, TabDelimited) {
  ReadRecords outcome = read_records(
      "PT\tAU\tAF\tTI\tSO\tDE\tC1\tCR\tPY\tUT\t\nJ\tToh, ML\tToh, Ming\tA title\tTRADE\tx; y\t"
      "[Toh, M; Wu, D] Univ A; Univ B\tLee, 2010, A; Kim, 2011, B\t2020\tWOS:1\t\n");
  Document document = only(outcome);
  EXPECT_EQ(outcome.codes(), "");
  EXPECT_EQ(document.about.authors, (std::vector<Author>{{"Toh", "Ming"}}));
  EXPECT_EQ(document.about.affiliations, (Strings{"[Toh, M; Wu, D] Univ A", "Univ B"}));
  EXPECT_EQ(references(document), (Strings{"Lee, 2010, A", "Kim, 2011, B"}));
  EXPECT_EQ(keywords(document), (Strings{"x", "y"}));
}

// --- EndNote's tags -------------------------------------------------------------------------

TEST(Enw, ARecord) {
  ReadRecords outcome = read_records(
      "%T How trust leads\n%0 Journal Article\n%A Guo, Wenbo\n%A Cai, Zhao\n%B MIS Quarterly\n"
      "%D 2021\n%V 45\n%N 3\n%P 1309-1348\n%X An abstract.\n\n%0 Book\n%T Second\n");
  ASSERT_EQ(outcome.documents.size(), 2u);
  const Biblio& about = outcome.documents[0].about;
  EXPECT_EQ(about.title, "How trust leads");
  EXPECT_EQ(about.authors.size(), 2u);
  EXPECT_EQ(about.source, "MIS Quarterly");
  EXPECT_EQ(about.pages, "1309-1348");
  EXPECT_EQ(outcome.documents[1].about.type, "book");
}

// --- BibTeX ---------------------------------------------------------------------------------

TEST(Bibtex, AnEntry) {
  ReadRecords outcome = read_records(
      "% a library\n@string{jt = {Journal of }}\n@comment{jabref-meta: x;}\n"
      "@Article{ smith2020,\n  Title = {{SMEs} abroad: caf\\'{e} \\& \\alpha-test},\n"
      "  Author = {Smith, Jr., John and de la Cruz, Ana and {World Bank} and Max von Berg},\n"
      "  journal = jt # \"Trade\",\n  year = 2020, month = may,\n  pages = {10--20},\n"
      "  keywords = {trade, firms},\n  doi = {10.1000/a\\_b},\n"
      "  file = {A description:papers/C\\:1.pdf:PDF;:b.pdf:PDF},\n"
      "  abstract = {Line one\n    goes on.\n\n    Line two.},\n  owner = {me}\n}\n",
      "library.bib");
  Document document = only(outcome);
  EXPECT_EQ(outcome.codes(), "");
  const Biblio& about = document.about;
  EXPECT_EQ(about.title, "SMEs abroad: café & α-test");
  EXPECT_EQ(about.authors, (std::vector<Author>{{"Smith", "John", "Jr."},
                                                {"de la Cruz", "Ana"},
                                                {"World Bank", ""},
                                                {"von Berg", "Max"}}));
  EXPECT_EQ(about.source, "Journal of Trade");
  EXPECT_EQ(about.year, 2020);
  EXPECT_EQ(about.date, "2020-05");
  EXPECT_EQ(about.pages, "10-20");
  EXPECT_EQ(about.doi, "10.1000/a_b");
  EXPECT_EQ(about.key, "smith2020");
  EXPECT_EQ(about.files, (Strings{"papers/C:1.pdf", "b.pdf"}));
  EXPECT_EQ(keywords(document), (Strings{"trade", "firms"}));
  EXPECT_EQ(document.part_text(Part::abstract), "Line one goes on.\n\nLine two.");
  EXPECT_EQ(extra(document, "owner"), "me");
  EXPECT_EQ(document.line, 4u);
}

TEST(Bibtex, CrossrefIsInherited) {
  ReadRecords outcome = read_records(
      "@inproceedings{child, title={A}, crossref={Proc}}\n"
      "@proceedings{proc, title={The Conference}, year={2015}, editor={Lee, K}}\n"
      "@inproceedings{lost, title={B}, crossref={nowhere}}\n");
  ASSERT_EQ(outcome.documents.size(), 3u);
  EXPECT_EQ(outcome.documents[0].about.source, "The Conference");
  EXPECT_EQ(outcome.documents[0].about.year, 2015);
  EXPECT_EQ(outcome.documents[0].about.editors.size(), 1u);
  EXPECT_EQ(outcome.codes(), "crossref-missing:3");
}

TEST(Bibtex, RepairsAreSaid) {
  const std::tuple<const char*, const char*, std::size_t, const char*> kCases[] = {
      {"an open brace", "@article{a,\n title={One\n}\n@article{b,\n title={Two}\n}\n", 2,
       "brace-missing:1"},
      {"no comma", "@article{a,\n title={One}\n year={2020}\n}\n", 1, "comma-missing:3"},
      {"round brackets", "@article(a,\n title={One},\n year=2020\n)\n", 1, ""},
      {"an unknown @string", "@article{a, title={One}, journal=JX}\n", 1, "string-unknown:1"},
      {"no key", "@article{\n title={One}\n}\n", 1, ""},
      {"cut off", "@article{a,\n title={One},\n year={20", 1,
       "brace-missing:3 brace-missing:1 year:3"},
      {"an empty entry", "@article{a,}\n@article{b, title={Two}}\n", 1, "empty-record:1"},
  };
  for (const auto& [what, text, documents, codes] : kCases) {
    SCOPED_TRACE(what);
    ReadRecords outcome = read_records(text, "a.bib");
    EXPECT_EQ(outcome.documents.size(), documents);
    EXPECT_EQ(outcome.codes(), codes);
    for (const Document& document : outcome.documents) {
      EXPECT_FALSE(document.about.title.empty());
    }
  }
}

TEST(Latex, BecomesPlainText) {
  const std::pair<const char*, const char*> kCases[] = {
      {R"(K{\"u}hne)", "Kühne"},
      {R"(K\"uhne)", "Kühne"},
      {R"(Bon{\v c}a)", "Bonča"},
      {R"(\v{c}\c{c}\c c)", "čçç"},
      {R"(\'{\i}\'\i)", "íí"},
      {R"(Franc{\ocirc{u}})", "Franců"},
      {R"(S\o{}ren \O ster \ss)", "Søren Øster ß"},
      {R"(a~b\ c)", "a b c"},
      {R"(R\&D 5\% \$3 a\_b)", "R&D 5% $3 a_b"},
      {"a--b---c", "a–b—c"},
      {"``x''", "“x”"},
      {R"(\emph{a} \textbf{b})", "a b"},
      {R"({Cu$_2$O} m$^2$)", "Cu2O m²"},
      {R"($\mu$J 10$^{-3}$)", "μJ 10-³"},
      {R"(\href{http://a.b}{text})", "text"},
      {R"(\url{http://a/~b})", "http://a/~b"},
      {R"(\LaTeX{} Companion)", "LaTeX Companion"},
      {"costs $5 and $10", "costs $5 and $10"},
      {R"(\unknown{x})", "\\unknownx"},
      {R"({\~n} \~{n} \~{})", "ñ ñ ~"},
      {R"(\textsuperscript{3})", "³"},
      {"{{{", ""},
      {"\\", "\\"},
  };
  for (const auto& [latex, text] : kCases)
    EXPECT_EQ(on_one_line(latex_text(latex)), on_one_line(text)) << latex;
}

// --- Tables ---------------------------------------------------------------------------------

TEST(Table, Scopus) {
  ReadRecords outcome = read_records(
      "\xEF\xBB\xBF\"Authors\",\"Author full names\",\"Title\",\"Year\",\"Source title\","
      "\"Volume\",\"Art. No.\",\"Page start\",\"Page end\",\"Author Keywords\",\"Index Keywords\","
      "\"References\",\"Document Type\",\"Source\",\"EID\",\"Cited by\",\"Affiliations\"\n"
      "\"Liu F.; Li C.\",\"Liu, Fengyuan (60410297700); Li, Chunyun (58862216200)\",\"A \"\"new\"\""
      " title\",2026,\"Digital Health\",\"12\",\"\",\"5\",\"9\",\"trade; firms\",\"human\","
      "\"A., Title one, J, 5, (2023); B.; C., Title two, K, 6, (2024)\",\"Review\",\"Scopus\","
      "\"2-s2.0-1\",7,\"Univ A, X; Univ B, Y\"\n");
  Document document = only(outcome);
  EXPECT_EQ(outcome.codes(), "");
  const Biblio& about = document.about;
  EXPECT_EQ(about.title, "A \"new\" title");
  EXPECT_EQ(about.authors, (std::vector<Author>{{"Liu", "Fengyuan"}, {"Li", "Chunyun"}}));
  EXPECT_EQ(about.source, "Digital Health");
  EXPECT_EQ(about.database, "Scopus");
  EXPECT_EQ(about.pages, "5-9");
  EXPECT_EQ(about.accession, "2-s2.0-1");
  EXPECT_EQ(about.document_types, (Strings{"Review"}));
  EXPECT_EQ(about.type, "article-journal");
  EXPECT_EQ(keywords(document), (Strings{"trade", "firms"}));
  EXPECT_EQ(about.index_terms, (Strings{"human"}));
  EXPECT_EQ(references(document),
            (Strings{"A., Title one, J, 5, (2023)", "B.; C., Title two, K, 6, (2024)"}));
  EXPECT_EQ(about.affiliations, (Strings{"Univ A, X", "Univ B, Y"}));
  EXPECT_EQ(extra(document, "Cited by"), "7");
}

TEST(Table, DecisionsOfAsreviewAndRayyan) {
  ReadRecords asreview =
      read_records("record_id,title,abstract,label_included\n1,A,x,1\n2,B,y,0\n3,C,z,\n");
  ASSERT_EQ(asreview.documents.size(), 3u);
  EXPECT_EQ(asreview.documents[0].about.decisions,
            (std::vector<EarlierDecision>{{"label_included", "included", ""}}));
  EXPECT_EQ(asreview.documents[1].about.decisions[0].verdict, "excluded");
  EXPECT_TRUE(asreview.documents[2].about.decisions.empty());

  ReadRecords rayyan = read_records(
      "key,title,year,notes\nrayyan-1,A,2020,\"USER-NOTES: {\"\"Ana\"\"=>[\"\"hm\"\"]} | "
      "RAYYAN-INCLUSION: {\"\"Ana\"\"=>\"\"Excluded\"\", \"\"Bo\"\"=>\"\"Included\"\"} | "
      "RAYYAN-EXCLUSION-REASONS: animals\"\n");
  Document document = only(rayyan);
  EXPECT_EQ(document.about.decisions,
            (std::vector<EarlierDecision>{{"Rayyan: Ana", "excluded", "animals"},
                                          {"Rayyan: Bo", "included", ""}}));
  EXPECT_EQ(extra(document, "notes"), "USER-NOTES: {\"Ana\"=>[\"hm\"]}");
}

TEST(Table, LineEndsInCellsAndBrokenQuotes) {
  ReadRecords outcome = read_records(
      "title;abstract;doi\n\"A\";\"one\ntwo\";10.1000/1\n\"B\";\"never closed;10.1000/2\nC;x;\n"
      "D;x\nE;x;y;z\n");
  ASSERT_EQ(outcome.documents.size(), 5u);
  EXPECT_EQ(outcome.documents[0].part_text(Part::abstract), "one two");
  EXPECT_EQ(outcome.documents[2].about.title, "C");
  EXPECT_EQ(outcome.codes(), "quote-open:4 few-cells:4 few-cells:6 many-cells:7");
}

TEST(Table, ListsOfNames) {
  const std::tuple<const char*, std::size_t, const char*> kCases[] = {
      {"\"Smith A, Walter B\"", 2, "Smith"},          {"\"Doe, Jane\"", 1, "Doe"},
      {"\"Liu R., Adler D.G.\"", 2, "Liu"},           {"\"['Marx, Karl', 'Roe, Jo']\"", 2, "Marx"},
      {"\"Zhou, X and Lan, J\"", 2, "Zhou"},          {"\"Doe, J., Roe, K.\"", 2, "Doe"},
      {"Massimo Aria|Corrado Cuccurullo", 2, "Aria"},
  };
  for (const auto& [cell, count, first] : kCases) {
    Document document = only(read_records(std::string("title,authors\nA,") + cell + "\n"));
    ASSERT_EQ(document.about.authors.size(), count) << cell;
    EXPECT_EQ(document.about.authors[0].family, first) << cell;
  }
}

// --- XML ------------------------------------------------------------------------------------

TEST(PubmedXml, ARecord) {
  ReadRecords outcome = read_records(
      "<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n<PubmedArticle><MedlineCitation>"
      "<PMID>12</PMID><Article><Journal><ISSN>1533-4406</ISSN><JournalIssue><Volume>3</Volume>"
      "<PubDate><Year>2018</Year><Month>May</Month><Day>7</Day></PubDate></JournalIssue>"
      "<Title>The journal</Title><ISOAbbreviation>J</ISOAbbreviation></Journal>"
      "<ArticleTitle>H<sub>2</sub>O &amp; firms</ArticleTitle>"
      "<ELocationID EIdType=\"doi\">10.1000/pm</ELocationID>"
      "<Abstract><AbstractText Label=\"AIM\">One.</AbstractText>"
      "<AbstractText Label=\"END\">Two.</AbstractText></Abstract>"
      "<AuthorList><Author><LastName>Wu</LastName><ForeName>Dan</ForeName>"
      "<AffiliationInfo><Affiliation>Univ A</Affiliation></AffiliationInfo></Author>"
      "<Author><CollectiveName>The Group</CollectiveName></Author></AuthorList>"
      "<Language>eng</Language><PublicationTypeList><PublicationType>Letter</PublicationType>"
      "</PublicationTypeList></Article><MeshHeadingList><MeshHeading>"
      "<DescriptorName MajorTopicYN=\"N\">Trade</DescriptorName>"
      "<QualifierName MajorTopicYN=\"Y\">trends</QualifierName></MeshHeading></MeshHeadingList>"
      "</MedlineCitation></PubmedArticle>\n<PubmedArticle><broken></PubmedArticle>\n"
      "<PubmedArticle><MedlineCitation><PMID>13</PMID></MedlineCitation></PubmedArticle>\n"
      "<PubmedArticle><MedlineCitation>\n");
  ASSERT_EQ(outcome.documents.size(), 2u);
  const Document& document = outcome.documents[0];
  const Biblio& about = document.about;
  EXPECT_EQ(about.title, "H2O & firms");
  EXPECT_EQ(document.part_text(Part::abstract), "AIM: One.\n\nEND: Two.");
  EXPECT_EQ(about.authors, (std::vector<Author>{{"Wu", "Dan"}, {"The Group", ""}}));
  EXPECT_EQ(about.date, "2018-05-07");
  EXPECT_EQ(about.index_terms, (Strings{"Trade/*trends"}));
  EXPECT_EQ(about.doi, "10.1000/pm");
  EXPECT_EQ(about.affiliations, (Strings{"Univ A"}));
  EXPECT_EQ(about.document_types, (Strings{"Letter"}));
  EXPECT_EQ(outcome.codes(), "damaged:4 no-title:5 damaged:6");
}

const std::string kEndNote =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><xml><records><record><rec-number>5</rec-number>"
    "<ref-type name=\"Journal Article\">17</ref-type><contributors><authors><author>"
    "<style face=\"normal\">Asemota, E. A.</style></author></authors></contributors>"
    "<titles><title><style>Zinc, </style><style face=\"italic\">copper</style></title>"
    "<secondary-title>Research</secondary-title></titles>"
    "<auth-address>Univ A&#xD;Univ B</auth-address><keywords><keyword>zinc</keyword></keywords>"
    "<dates><year>2018</year></dates><isbn>2213-4220</isbn><caption>Duplicate</caption>"
    "<electronic-resource-num>10.1000/en</electronic-resource-num></record></records></xml>";

TEST(EndNoteXml, ARecord) {
  for (const std::string& bytes : {kEndNote, utf16(kEndNote)}) {
    ReadRecords outcome = read_records(bytes, "library.xml");
    Document document = only(outcome);
    EXPECT_EQ(outcome.codes(), "");
    const Biblio& about = document.about;
    EXPECT_EQ(about.type, "article-journal");
    EXPECT_EQ(about.title, "Zinc, copper");
    EXPECT_EQ(about.authors, (std::vector<Author>{{"Asemota", "E. A."}}));
    EXPECT_EQ(about.source, "Research");
    EXPECT_EQ(about.affiliations, (Strings{"Univ A", "Univ B"}));
    EXPECT_EQ(about.key, "5");
    EXPECT_EQ(about.doi, "10.1000/en");
    EXPECT_EQ(extra(document, "caption"), "Duplicate");
  }
}

// --- JSON -----------------------------------------------------------------------------------

TEST(Json, Csl) {
  ReadRecords outcome = read_records(
      R"([{"id": "a1", "type": "paper-conference", "title": "A <i>title</i>",
           "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
                      {"literal": "World Bank"}],
           "issued": {"date-parts": [["2024", 8, 21]]}, "container-title": "Proc",
           "page": "1-5", "DOI": "10.1000/csl", "keyword": "a, b", "event-place": "Rome"}])");
  Document document = only(outcome);
  const Biblio& about = document.about;
  EXPECT_EQ(about.type, "paper-conference");
  EXPECT_EQ(about.title, "A title");
  EXPECT_EQ(about.authors, (std::vector<Author>{{"van den Berg", "Jan"}, {"World Bank", ""}}));
  EXPECT_EQ(about.year, 2024);
  EXPECT_EQ(about.date, "2024-08-21");
  EXPECT_EQ(about.key, "a1");
  EXPECT_EQ(keywords(document), (Strings{"a", "b"}));
  EXPECT_EQ(extra(document, "event-place"), "Rome");
}

TEST(Json, CrossrefSaysHowManyThereAre) {
  ReadRecords outcome = read_records(
      R"({"status": "ok", "message-type": "work-list", "message": {"total-results": 3, "items": [
          {"DOI": "10.1000/A", "type": "journal-article", "title": ["First"], "created": {},
           "published-print": {"date-parts": [[2017, 1]]}, "container-title": ["Journal"],
           "author": [{"given": "Anna", "family": "Turbelin", "affiliation": [{"name": "KCL"}]}],
           "reference": [{"key": "1", "author": "Butchart", "year": "2010", "DOI": "10.1/x"}],
           "abstract": "<jats:p>Text &amp; more</jats:p>"},
          {"DOI": "10.1000/b", "type": "book", "title": ["Second"]}]}})");
  ASSERT_EQ(outcome.documents.size(), 2u);
  EXPECT_EQ(outcome.codes(), "count:0");
  const Document& document = outcome.documents[0];
  EXPECT_EQ(document.about.type, "article-journal");
  EXPECT_EQ(document.about.title, "First");
  EXPECT_EQ(document.about.doi, "10.1000/a");
  EXPECT_EQ(document.about.date, "2017-01");
  EXPECT_EQ(document.about.affiliations, (Strings{"KCL"}));
  EXPECT_EQ(references(document), (Strings{"Butchart, 2010, 10.1/x"}));
  EXPECT_EQ(document.part_text(Part::abstract), "Text & more");
}

TEST(Json, OpenAlexAndLines) {
  ReadRecords outcome = read_records(
      R"({"id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/OA", "title": "One", "publication_year": 2020, "type": "article", "authorships": [{"author": {"display_name": "Ana Díaz"}, "institutions": [{"display_name": "Univ A"}]}], "abstract_inverted_index": {"We": [0], "ask": [1], "firms": [2]}, "biblio": {"volume": "3", "first_page": "1", "last_page": "9"}, "primary_location": {"source": {"display_name": "Journal"}}})"
      "\n{\"title\": \"Two\", \"year\": 2021}\n{\"title\": broken\n");
  ASSERT_EQ(outcome.documents.size(), 2u);
  const Document& document = outcome.documents[0];
  EXPECT_EQ(document.about.authors, (std::vector<Author>{{"Díaz", "Ana"}}));
  EXPECT_EQ(document.part_text(Part::abstract), "We ask firms");
  EXPECT_EQ(document.about.pages, "1-9");
  EXPECT_EQ(document.about.doi, "10.1000/oa");
  EXPECT_EQ(document.about.source, "Journal");
  EXPECT_EQ(outcome.codes(), "damaged:3");
}

TEST(Json, WhatWasReadBeforeTheDamageStays) {
  ReadRecords outcome = read_records(R"([{"title": "One"}, {"title": "Two"}, {"tit)");
  EXPECT_EQ(outcome.documents.size(), 2u);
  EXPECT_EQ(outcome.codes(), "damaged:0");
  std::string deep =
      "[{\"title\": \"One\", \"x\": " + std::string(100000, '[') + std::string(100000, ']') + "}]";
  EXPECT_EQ(read_records(deep).documents.size(), 1u);
}

// --- What they share ------------------------------------------------------------------------

TEST(Records, DocumentTypesAreFoundAsWhatTheyAre) {
  const std::pair<const char*, Strings> kCases[] = {
      {"Article; Early Access", {"Article", "Early Access"}},
      {"Proceedings Paper", {"conference paper"}},
      {"Book Chapter", {"chapter"}},
      {"Conference Review", {"conference"}},
      {"Correction", {"correction", "erratum"}},
      {"", {}},
  };
  for (const auto& [genre, types] : kCases) EXPECT_EQ(document_types_of(genre), types) << genre;
}

TEST(Records, MarkupGoesAndSignsStay) {
  const std::pair<const char*, const char*> kCases[] = {
      {"<i>E. coli</i> in H<sub>2</sub>O", "E. coli in H2O"},
      {"p < .05 and a<b and c>d", "p < .05 and a<b and c>d"},
      {"<jats:p>One</jats:p><jats:p>Two</jats:p>", "One Two"},
      {"R&amp;D &lt; 5 &#233; &amp;amp;", "R&D < 5 é &"},
      {"<unknown> stays & so", "<unknown> stays & so"},
  };
  for (const auto& [text, plain] : kCases) EXPECT_EQ(on_one_line(without_markup(text)), plain);
}

TEST(Records, ADecisionIsItsNote) {
  const EarlierDecision kCases[] = {{"ASReview", "included", ""},
                                    {"ASReview", "not seen", ""},
                                    {"Rayyan: Ana", "excluded", "wrong population"},
                                    {"label_included", "maybe", ""}};
  for (const EarlierDecision& decision : kCases) {
    std::string note = note_of(decision);
    EXPECT_EQ(take_decisions(note), std::vector<EarlierDecision>{decision});
    EXPECT_EQ(note, "");
  }
}

TEST(Records, RisKeepsEverything) {
  ReadRecords outcome = read_records(
      "TY  - JOUR\nTI  - A\nSN  - 1234-5678\nSN  - 8765-4321\nC3  - Meeting\nN1  - Seen. "
      "ASReview_irrelevant. Twice.\nM3  - Review\nM3  - Web\nVL  - 1\nVL  - 2\nER  - \n");
  Document document = only(outcome);
  EXPECT_EQ(document.about.genre, "Review");
  EXPECT_EQ(document.about.decisions, (std::vector<EarlierDecision>{{"ASReview", "excluded", ""}}));
  EXPECT_EQ(extra(document, "SN"), "8765-4321");
  EXPECT_EQ(extra(document, "C3"), "Meeting");
  EXPECT_EQ(extra(document, "N1"), "Seen. Twice.");
  EXPECT_EQ(extra(document, "M3"), "Web");
  EXPECT_EQ(extra(document, "VL"), "2");
}

TEST(Records, CochraneSaysHowManyThereAre) {
  ReadRecords outcome = read_records(
      "Record #1 of 3\nTY  - JOUR\nTI  - A\nER  - \n\nRecord #2 of 3\nTY  - JOUR\nTI  - B\nER  - "
      "\n");
  EXPECT_EQ(outcome.codes(), "count:0");
}

TEST(Records, HugeLinesAndManyAuthorsAreBounded) {
  std::string authors;
  for (int i = 0; i < 1000; ++i)
    authors += (i ? " and " : "") + std::string("Name") + std::to_string(i) + ", A.";
  Document document =
      only(read_records("@article{a, title={T}, author={" + authors + "}}", "a.bib"));
  EXPECT_EQ(document.about.authors.size(), 1000u);
  for (const char* lead : {"PMID- 1\nTI  - ", "@article{a, title={", "[{\"title\": \"",
                           "title,year\n", "FN x\nVR 1\nPT J\nTI ", "TY  - JOUR\nTI  - "}) {
    ReadRecords outcome = read_records(lead + std::string(6 * 1024 * 1024, 'x'));
    EXPECT_FALSE(outcome.problems.empty()) << lead;
  }
  for (const char* sign : {"{", "\"", "[", "<record>", "@article{", "$\\", "&lt;"}) {
    std::string many;
    while (many.size() < 200000) many += sign;
    (void)read_records("@article{a, title={" + many, "a.bib");
    (void)read_records("[{\"title\": \"A\", \"x\": " + many, "a.json");
    (void)read_records("<xml><records>" + many, "a.xml");
    (void)read_records("title,year\n" + many, "a.csv");
  }
}

// --- Real exports ---------------------------------------------------------------------------

fs::path real_exports() {
  return fs::path(LITMINE_SOURCE_DIR) / ".." / "shared" / "data" / "records";
}

struct RealFile {
  const char* file;
  const char* extractor;
  std::size_t records, abstracts, dois;
};

/// Counted by hand or with another program (grep for the tag that begins a record, a CSV reader).
constexpr RealFile kRealFiles[] = {
    {"formats/three-databases/restoration_scopus.ris", "ris", 286, 281, 282},
    {"formats/three-databases/restoration_WoS.ciw", "wos", 247, 215, 176},
    {"formats/three-databases/restoration_pubmed.nbib", "nbib", 104, 96, 104},
    {"formats/wos/wos_sample.txt", "wos", 8, 7, 8},
    {"formats/wos/rispy_example_wos.txt", "wos", 2, 2, 2},
    {"formats/wos/wos_sample_tab_utf8bom.txt", "table", 8, 7, 8},
    {"formats/wos/wos_sample_tab_utf16le.txt", "table", 8, 7, 8},
    {"formats/scopus/scopus_sample.csv", "table", 8, 8, 8},
    {"formats/other-csv/lens_sample.csv", "table", 8, 8, 8},
    {"formats/other-csv/openalex_sample.csv", "table", 8, 5, 8},
    {"formats/pubmed/pubmed-29768149.xml", "pubmed-xml", 1, 1, 1},
    {"formats/crossref/works_3.json", "json", 3, 0, 3},
    {"formats/crossref/works_10.json", "json", 10, 1, 10},
    {"formats/crossref/works_20.json", "json", 20, 7, 20},
    {"formats/crossref/works_sample_20.json", "json", 20, 4, 20},
    {"formats/crossref/work_1.json", "json", 1, 0, 1},
    {"formats/crossref/csl_json_1.json", "json", 1, 0, 1},
    {"formats/csl-json/citationjs_bibtex-csl.json", "json", 16, 0, 0},
    {"formats/csl-json/citationjs_biblatex-csl.json", "json", 28, 0, 0},
    {"formats/csl-json/bbt_Deterministic_ordering_for_CSL_1178_1400.csl.json", "json", 26, 0, 0},
    {"formats/csl-json/bbt_Date_export_to_Better_CSL-JSON_360_811.csl.json", "json", 15, 0, 0},
    {"formats/databases-colrev/ais_enl.txt", "enw", 6, 4, 0},
    {"formats/databases-colrev/eric_nbib.nbib", "nbib", 1, 1, 1},
    {"formats/databases-colrev/pubmed_csv.csv", "table", 1, 0, 1},
    {"formats/databases-colrev/ieee_csv.csv", "table", 2, 2, 2},
    {"formats/databases-colrev/springer_csv.csv", "table", 1, 0, 1},
    {"formats/databases-colrev/web_of_science_bib.bib", "bibtex", 2, 0, 2},
    {"formats/ris-asreview/ris_issue_1099.txt", "ris", 7, 0, 0},
    {"formats/ris-asreview/record_id.csv", "table", 10, 10, 0},
    {"dedup/copper_endnote.xml", "endnote-xml", 505, 498, 396},  // 17 of them in addresses
    {"dedup/respiratory/records_pre_merged.csv", "table", 1988, 0, 0},
    {"dedup/stroke/records_pre_merged.csv", "table", 1292, 0, 0},
    {"screening/nudging.csv", "table", 1847, 1847, 0},
    {"screening/virus.csv", "table", 2304, 2304, 0},
    {"screening/kitchenham_2010.csv", "table", 1704, 1700, 0},
    {"topic/management.jsonl", "json", 898, 891, 0},
};

TEST(RealRecords, AreCounted) {
  if (!fs::exists(real_exports())) GTEST_SKIP() << "skipped: no real exports beside the source";
  for (const RealFile& real : kRealFiles) {
    SCOPED_TRACE(real.file);
    ReadRecords outcome = read_records_file(real_exports() / real.file);
    ASSERT_EQ(outcome.documents.size(), real.records) << outcome.codes();
    EXPECT_EQ(outcome.documents[0].extractor, real.extractor);
    std::size_t abstracts = 0, dois = 0, titles = 0;
    for (const Document& document : outcome.documents) {
      abstracts += document.has(Part::abstract) ? 1 : 0;
      dois += document.about.doi.empty() ? 0 : 1;
      titles += document.about.title.empty() ? 0 : 1;
    }
    EXPECT_GE(titles * 10, outcome.documents.size() * 9);
    if (real.abstracts > 0) {
      EXPECT_EQ(abstracts, real.abstracts);
    }
    if (real.dois > 0) {
      EXPECT_EQ(dois, real.dois);
    }
  }
}

/// In BibTeX files every entry that is not @string, @comment or @preamble is a record.
TEST(RealRecords, EveryBibtexEntry) {
  fs::path folder = real_exports() / "formats" / "bibtex-zotero";
  if (!fs::exists(folder)) GTEST_SKIP() << "skipped: no real exports beside the source";
  std::size_t files = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".bib") continue;
    SCOPED_TRACE(entry.path().filename().string());
    std::ifstream file(entry.path(), std::ios::binary);
    std::size_t entries = 0;
    for (std::string line; std::getline(file, line);) {
      std::size_t at = line.find_first_not_of(" \t");
      if (at == line.npos || line[at] != '@') continue;
      std::string type;
      for (++at; at < line.size() && std::isalpha(static_cast<unsigned char>(line[at])); ++at)
        type += static_cast<char>(line[at] | 0x20);
      entries += type != "string" && type != "comment" && type != "preamble" ? 1 : 0;
    }
    ReadRecords outcome = read_records_file(entry.path());
    std::size_t empty = 0;
    for (const Problem& problem : outcome.problems) empty += problem.code == "empty-record" ? 1 : 0;
    EXPECT_EQ(outcome.documents.size() + empty, entries);
    ++files;
  }
  EXPECT_EQ(files, 47u);
}

}  // namespace
}  // namespace litmine
