// Files of every format, broken in a thousand ways that are the same each time: whatever comes in,
// what comes out holds together, and nothing is passed over in silence. (The fuzz targets in
// bench/fuzz/ go on from here for as long as one lets them.)
#include <gtest/gtest.h>

#include <cstdint>

#include "bench/fuzz/document_checks.h"
#include "tests/extractors/make_zip.h"
#include "tests/extractors/read_records.h"

namespace litmine {
namespace {

/// Numbers that look like chance and are not.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
  std::size_t below(std::size_t end) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return end == 0 ? 0 : static_cast<std::size_t>(state_ % end);
  }

 private:
  std::uint64_t state_;
};

/// What the formats take for a sign.
const std::string kSigns[] = {"<",
                              ">",
                              "&",
                              "&#0;",
                              "&#x110000;",
                              "</",
                              "/>",
                              "<![CDATA[",
                              "]]>",
                              "<!--",
                              "-->",
                              "<p>",
                              "</sec>",
                              "<table>",
                              "</div>",
                              "<ref>",
                              "\"",
                              "'",
                              "{",
                              "}",
                              "@",
                              ",",
                              ";",
                              "\n",
                              "\r",
                              "\t",
                              "\0",
                              "\xFF",
                              "\xC3",
                              "\xE2\x80",
                              "ER  - ",
                              "TY  - ",
                              "\n\nPMID- ",
                              "\n%0 ",
                              "PK\x03\x04",
                              "",
                              "10.1",
                              "{\\'e",
                              "[",
                              "]",
                              "[[",
                              "1e999",
                              "\xEF\xBB\xBF",
                              "-",
                              "EF\n"};

std::string broken(std::string bytes, Chance& chance) {
  for (std::size_t times = 1 + chance.below(4); times > 0; --times) {
    const std::size_t at = chance.below(bytes.size() + 1);
    const std::size_t size = chance.below(1 + std::min<std::size_t>(bytes.size() - at, 200));
    switch (chance.below(6)) {
      case 0:
        if (at < bytes.size()) bytes[at] = static_cast<char>(chance.below(256));
        break;
      case 1:
        bytes.erase(at, size);
        break;
      case 2:
        bytes.insert(chance.below(bytes.size() + 1), bytes.substr(at, size));
        break;
      case 3:
        bytes.insert(at, kSigns[chance.below(std::size(kSigns))]);
        break;
      case 4:
        bytes.resize(at);
        break;
      default:
        for (std::size_t i = chance.below(40); i > 0; --i) bytes.insert(at, bytes.substr(at, size));
    }
  }
  return bytes;
}

void expect_sound(const std::string& bytes, const std::string& name) {
  const ReadRecords outcome = read_records(bytes, name);
  for (const Document& document : outcome.documents) fuzz::check_document(document);
  for (const Problem& problem : outcome.problems) {
    EXPECT_FALSE(problem.code.empty());
    EXPECT_FALSE(problem.reason.empty());
  }
  EXPECT_GT(outcome.documents.size() + outcome.problems.size(), 0u);
}

struct Sample {
  std::string name, bytes;
};

const std::string kProse =
    "We asked the owners of forty small firms how they found their first customers abroad.";

std::vector<Sample> samples() {
  return {
      {"a.ris",
       "TY  - JOUR\nAU  - Silva, Ana\nAU  - Wei, Li\nTI  - Exporting\nAB  - " + kProse +
           "\nPY  - 2020/05//\nJO  - Islands\nVL  - 3\nSP  - 1\nEP  - 9\nDO  - 10.1/x\nKW  - a\nKW "
           " - b\nER  - \n\nTY  - BOOK\nTI  - Firms\nER  - \n"},
      {"a.bib",
       "@string{j = {Islands}}\n@article{silva20, author = {Silva, Ana and {\\'E}mile Wu}, title = "
       "{{E}xporting}, journal = j # \" B\", year = 2020, file = {:a.pdf:PDF}}\n@book{b, title = "
       "\"Firms\"}\n"},
      {"a.nbib", "PMID- 1\nTI  - Exporting from\n      an island\nAB  - " + kProse +
                     "\nFAU - Silva, Ana\nDP  - 2020 May\nJT  - Islands\n\nPMID- 2\nTI  - Firms\n"},
      {"a.wos",
       "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Silva, A\n   Wei, L\nTI Exporting\n"
       "SO ISLANDS\nPY 2020\nCR Wu D, 2010, TRADE, V3, P1\nER\n\nEF\n"},
      {"a.enw", "%0 Journal Article\n%A Silva, Ana\n%T Exporting\n%D 2020\n%J Islands\n\n"},
      {"a.csv",
       "Authors,Title,Year,Source title,DOI,Abstract\n\"Silva A., Wei L.\",\"Exporting, from\nan "
       "island\",2020,Islands,10.1/x,\"" +
           kProse + "\"\n"},
      {"a.json",
       "[{\"id\":\"s\",\"type\":\"article-journal\",\"title\":\"Exporting\",\"author\":[{"
       "\"family\":"
       "\"Silva\",\"given\":\"Ana\"}],\"issued\":{\"date-parts\":[[2020,5]]},\"DOI\":\"10.1/x\"}]"},
      {"pubmed.xml",
       "<?xml version=\"1.0\"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID>"
       "<Article><Journal><Title>Islands</Title></Journal><ArticleTitle>Exporting</ArticleTitle>"
       "<Abstract><AbstractText Label=\"AIM\">" +
           kProse +
           "</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>"
           "</PubmedArticleSet>"},
      {"endnote.xml",
       "<?xml version=\"1.0\"?><xml><records><record><ref-type name=\"Journal "
       "Article\">17</ref-type>"
       "<contributors><authors><author><style>Silva, Ana</style></author></authors></contributors>"
       "<titles><title><style>Exporting</style></title></titles><dates><year>2020</year></dates>"
       "</record></records></xml>"},
      {"a.txt", "Exporting from an island\n\nAbstract\n" + kProse + "\n\n1. Introduction\n" +
                    kProse + "\n\nReferences\nWu, D. (2010). Export. Trade, 3, 1-9.\n"},
      {"a.html",
       "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>E</title><meta "
       "name=\"citation_title\" content=\"Exporting\"><meta name=citation_author content=\"Silva, "
       "A\"><script type=\"application/ld+json\">{\"@type\":\"ScholarlyArticle\",\"name\":\"E\"}"
       "</script></head><body><nav><a href=/>Home</a></nav><article><h1>Exporting</h1><h2>Abstract"
       "</h2><p>" +
           kProse +
           "<sup>2</sup></p><table><tr><td>Malta<td>40</table><h2>References</h2><ol><li>"
           "Wu, D. (2010). Export. <a href=\"https://doi.org/10.1/x\">CrossRef</a></ol>"
           "</article></body></html>"},
      {"a.nxml",
       "<?xml version=\"1.0\"?><article article-type=\"research-article\"><front><journal-meta>"
       "<journal-title>Islands</journal-title></journal-meta><article-meta><article-id "
       "pub-id-type=\"doi\">10.1/x</article-id><title-group><article-title>Exporting</"
       "article-title>"
       "</title-group><abstract><p>" +
           kProse +
           "</p></abstract></article-meta></front><body><sec sec-type=\"methods\"><label>1</label>"
           "<title>Method</title><p>A<fn><p>note</p></fn></p><table-wrap><table><tr><td>Malta</td>"
           "</tr></table></table-wrap></sec></body><back><ref-list><ref><label>1</label>"
           "<element-citation><name><surname>Wu</surname></name><year>2010</year></"
           "element-citation>"
           "</ref></ref-list></back></article>"},
      {"a.tei.xml",
       "<?xml version=\"1.0\"?><TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc>"
       "<titleStmt><title>Exporting</title></titleStmt></fileDesc></"
       "teiHeader><text><body><div><head "
       "n=\"1\">Method</head><p>" +
           kProse +
           "</p></div></body><back><div type=\"references\"><listBibl><biblStruct><analytic><title "
           "level=\"a\">Export</title></analytic></biblStruct></listBibl></div></back></text></"
           "TEI>"},
  };
}

TEST(BrokenFiles, OfEveryFormatGiveSoundDocumentsOrAReason) {
  constexpr std::uint64_t kRounds = 50;
  for (const Sample& sample : samples()) {
    EXPECT_GT(read_records(sample.bytes, sample.name).documents.size(), 0u) << sample.name;
    for (std::uint64_t round = 0; round < kRounds; ++round) {
      SCOPED_TRACE(sample.name + ", round " + std::to_string(round));
      Chance chance(round);
      expect_sound(broken(sample.bytes, chance), sample.name);
    }
  }
}

struct Package {
  std::string name;
  ZipEntries entries;
};

std::vector<Package> packages() {
  const std::string word_text =
      "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:pStyle w:val=\"T\"/>"
      "</w:pPr><w:r><w:t>Exporting</w:t></w:r></w:p><w:p><w:r><w:t>" +
      kProse +
      "</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p></w:body>"
      "</w:document>";
  const std::string page = "<html><body><h1>Exporting</h1><p>" + kProse + "</p></body></html>";
  Package all{"all.zip", {}};
  for (const Sample& sample : samples())
    all.entries.emplace_back("in/" + sample.name, sample.bytes);
  return {
      {"a.docx",
       {{"word/document.xml", word_text},
        {"word/styles.xml",
         "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"T\"><w:name w:val=\"Title\"/><w:basedOn "
         "w:val=\"T\"/></w:style></w:styles>"},
        {"word/footnotes.xml",
         "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"2\"><w:p><w:r><w:t>A "
         "note</w:t></w:r></w:p></w:footnote></w:footnotes>"}}},
      {"a.odt",
       {{"mimetype", "application/vnd.oasis.opendocument.text"},
        {"content.xml",
         "<office:document-content><office:body><office:text><text:h "
         "text:outline-level=\"1\">Exporting</text:h><text:p>" +
             kProse +
             "<text:note><text:note-body><text:p>A note</text:p></text:note-body></text:note>"
             "</text:p></office:text></office:body></office:document-content>"}}},
      {"a.epub",
       {{"mimetype", "application/epub+zip"},
        {"META-INF/container.xml",
         "<container><rootfiles><rootfile full-path=\"p.opf\"/></rootfiles></container>"},
        {"p.opf",
         "<package><metadata><dc:title>Islands</dc:title></metadata><manifest><item id=\"a\" "
         "href=\"../../one.xhtml\" "
         "media-type=\"application/xhtml+xml\"/></manifest><spine><itemref "
         "idref=\"a\"/></spine></package>"},
        {"one.xhtml", page}}},
      std::move(all),
  };
}

TEST(BrokenFiles, InPackagesAndArchives) {
  constexpr std::uint64_t kRounds = 40;
  for (const Package& package : packages()) {
    const std::string whole = made_zip(package.entries);
    EXPECT_GT(read_records(whole, package.name).documents.size(), 0u) << package.name;
    for (std::uint64_t round = 0; round < kRounds; ++round) {
      SCOPED_TRACE(package.name + ", round " + std::to_string(round));
      Chance chance(round);
      if (round % 2 == 0) {
        expect_sound("PK\x03\x04" + broken(whole.substr(4), chance), package.name);
        continue;
      }
      ZipEntries entries = package.entries;
      std::string& bytes = entries[chance.below(entries.size())].second;
      bytes = broken(bytes, chance);
      expect_sound(made_zip(entries), package.name);
    }
  }
}

/// Deeper than any stack: the readers and what takes a tree apart must not go down by recursion.
TEST(BrokenFiles, NestedWithoutEnd) {
  constexpr std::size_t kDepth = 60'000;
  const auto nested = [](const std::string& opening, const std::string& inmost) {
    std::string out;
    for (std::size_t i = 0; i < kDepth; ++i) out += opening;
    return out + inmost;
  };
  const std::string article = "<?xml version=\"1.0\"?><article article-type=\"x\">";
  expect_sound(article + "<body>" + nested("<sec>", kProse), "a.nxml");
  expect_sound(article + "<body>" + nested("<p><fn>", kProse), "a.nxml");
  expect_sound(article + "<back>" + nested("<ref-list><ref>", kProse), "a.nxml");
  expect_sound("<?xml version=\"1.0\"?><TEI><text><body>" + nested("<div>", kProse), "a.xml");
  expect_sound("<?xml version=\"1.0\"?><TEI><text><back>" + nested("<listBibl><figure>", kProse),
               "a.xml");
  const std::string text = "<w:document><w:body><w:p><w:r><w:t>" + kProse + "</w:t></w:r></w:p>";
  expect_sound(made_zip({{"word/document.xml", text + nested("<w:tbl><w:p>", kProse)}}), "a.docx");
}

TEST(BrokenFiles, PagesNestedWithoutEnd) {
  for (const char* opening : {"<div class=nav>", "<ul class=references><li>", "<table><tr><td>",
                              "<b><i>", "<nav>", "<section hidden>"}) {
    std::string page = "<html><body><p>" + kProse + "</p>";
    for (int i = 0; i < 1'000; ++i) page += opening;
    expect_sound(page + kProse, "a.html");
  }
}

}  // namespace
}  // namespace litmine
