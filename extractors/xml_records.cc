// A file is cut into its records first (<PubmedArticle> ... </PubmedArticle>), each of which is
// then parsed alone: memory is that of one record, and damage in one costs only that one. EndNote
// writes a whole library on a single line, so nothing here works line by line.
#include "extractors/xml_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <pugixml.hpp>
#include <sstream>

#include "extractors/records.h"
#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::size_t kBlock = std::size_t{64} * 1024;
constexpr std::size_t kLongestName = 24;  // of an element that is a record
constexpr std::size_t kLongestRecord = std::size_t{16} * 1024 * 1024;
constexpr std::uintmax_t kLargestToDecode = std::uintmax_t{256} * 1024 * 1024;

bool is_name_end(char c) {
  return c == '>' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/';
}

/// One record as it stands in the file.
struct Piece {
  std::string xml;
  std::uint32_t line = 0;
  bool whole = true;  ///< false: too long, or the file ended inside
};

/// Cuts the elements of some names out of a stream.
class Cutter {
 public:
  Cutter(std::istream& in, std::vector<std::string_view> names)
      : in_(in), names_(std::move(names)) {}

  bool next(Piece& piece) {
    if (!find_begin()) return false;
    piece = {};
    piece.line = line_;
    std::string end = "</" + std::string(name_) + ">";
    std::size_t from = 0;
    for (;;) {
      std::size_t at = buffer_.find(end, from);
      if (at != std::string::npos) {
        piece.xml = buffer_.substr(0, at + end.size());
        forget(at + end.size());
        return true;
      }
      from = buffer_.size() - std::min(buffer_.size(), end.size());
      bool too_long = buffer_.size() > kLongestRecord;
      if (too_long || !more()) {
        piece.whole = false;
        forget(buffer_.size());
        return true;
      }
    }
  }

 private:
  bool more() {
    std::string block(kBlock, '\0');
    in_.read(block.data(), static_cast<std::streamsize>(block.size()));
    block.resize(static_cast<std::size_t>(in_.gcount()));
    buffer_ += block;
    return !block.empty();
  }

  void forget(std::size_t size) {
    line_ += static_cast<std::uint32_t>(
        std::count(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(size), '\n'));
    buffer_.erase(0, size);
  }

  /// Leaves the begin of a record at the begin of the buffer.
  bool find_begin() {
    for (;;) {
      std::size_t at = 0;
      while ((at = buffer_.find('<', at)) != std::string::npos) {
        if (at + kLongestName > buffer_.size() && more()) continue;
        if (begins_at(at)) {
          forget(at);
          return true;
        }
        if (++at <= kBlock) continue;
        forget(at);
        at = 0;
      }
      forget(buffer_.size());
      if (!more()) return false;
    }
  }

  bool begins_at(std::size_t at) {
    for (std::string_view name : names_) {
      std::size_t end = at + 1 + name.size();
      if (end >= buffer_.size() || buffer_[at] != '<') continue;
      if (buffer_.compare(at + 1, name.size(), name) == 0 && is_name_end(buffer_[end])) {
        name_ = name;
        return true;
      }
    }
    return false;
  }

  std::istream& in_;
  std::vector<std::string_view> names_;
  std::string_view name_;
  std::string buffer_;
  std::uint32_t line_ = 1;
};

/// All text inside an element, markup left out. Goes through the tree without recursion.
std::string text_of(pugi::xml_node node) {
  std::string text;
  pugi::xml_node at = node.first_child();
  while (at && at != node) {
    if (at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata) text += at.value();
    if (at.first_child()) {
      at = at.first_child();
      continue;
    }
    while (at != node && !at.next_sibling()) at = at.parent();
    if (at != node) at = at.next_sibling();
  }
  return text;
}

std::string child(pugi::xml_node node, const char* path) {
  return text_of(node.first_element_by_path(path));
}

void put_child(Record& record, Meaning field, pugi::xml_node node, const char* path) {
  pugi::xml_node found = node.first_element_by_path(path);
  if (found) put(record, field, path, text_of(found));
}

/// An element that no rule knows: its text under its name.
void put_rest(Record& record, pugi::xml_node node, std::initializer_list<std::string_view> known) {
  for (pugi::xml_node element : node.children()) {
    if (element.type() != pugi::node_element) continue;
    if (std::find(known.begin(), known.end(), std::string_view(element.name())) != known.end())
      continue;
    put(record, Meaning::extra, element.name(), text_of(element));
  }
}

// --- PubMed ---------------------------------------------------------------------------------

Author pubmed_author(pugi::xml_node node) {
  Author author{on_one_line(child(node, "LastName")), on_one_line(child(node, "ForeName"))};
  author.suffix = on_one_line(child(node, "Suffix"));
  if (author.given.empty()) author.given = on_one_line(child(node, "Initials"));
  if (author.family.empty()) author.family = on_one_line(child(node, "CollectiveName"));
  return author;
}

void put_pubmed_authors(Record& record, pugi::xml_node list) {
  bool editors = std::string_view(list.attribute("Type").value()) == "editors";
  for (pugi::xml_node node : list.children("Author")) {
    Author author = pubmed_author(node);
    if (!author.family.empty())
      (editors ? record.about.editors : record.about.authors).push_back(std::move(author));
    for (pugi::xml_node place : node.children("AffiliationInfo"))
      put_child(record, Meaning::affiliation, place, "Affiliation");
  }
}

/// "BACKGROUND: ...", a paragraph for each labelled part.
std::string pubmed_abstract(pugi::xml_node abstract) {
  std::string text;
  for (pugi::xml_node part : abstract.children("AbstractText")) {
    std::string label = part.attribute("Label").value();
    std::string body = on_one_line(text_of(part));
    if (body.empty()) continue;
    if (!text.empty()) text += "\n\n";
    if (!label.empty() && label != "UNLABELLED") text.append(label).append(": ");
    text += body;
  }
  return text.empty() ? text_of(abstract) : text;
}

std::string pubmed_date(pugi::xml_node date) {
  std::string whole = child(date, "MedlineDate");
  if (!whole.empty()) return whole;
  std::string text = on_one_line(child(date, "Year"));
  std::string month = on_one_line(child(date, "Month")), day = on_one_line(child(date, "Day"));
  static constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  std::size_t named = month.size() == 3 ? kMonths.find(month) : std::string_view::npos;
  if (named != std::string_view::npos && named % 3 == 0)
    month = fmt::format("{:02}", named / 3 + 1);
  if (!month.empty()) text += "-" + month;
  if (!month.empty() && !day.empty()) text += "-" + day;
  return text;
}

/// As nbib writes it: "*Neoplasms/drug therapy/*prevention & control".
std::string mesh_heading(pugi::xml_node heading) {
  std::string text;
  for (const char* name : {"DescriptorName", "QualifierName"})
    for (pugi::xml_node part : heading.children(name)) {
      bool major = part.attribute("MajorTopicYN").value() == std::string_view("Y");
      text +=
          (text.empty() ? "" : "/") + std::string(major ? "*" : "") + on_one_line(text_of(part));
    }
  return text;
}

void put_pubmed_ids(Record& record, pugi::xml_node list) {
  for (pugi::xml_node id : list.children("ArticleId")) {
    std::string_view type = id.attribute("IdType").value();
    Meaning field = type == "doi"      ? Meaning::doi
                    : type == "pmc"    ? Meaning::pmcid
                    : type == "pubmed" ? Meaning::pmid
                                       : Meaning::extra;
    put(record, field, type, text_of(id));
  }
}

void put_pubmed_article(Record& record, pugi::xml_node article) {
  put_child(record, Meaning::title, article, "ArticleTitle");
  put(record, Meaning::abstract, "Abstract", pubmed_abstract(article.child("Abstract")));
  put_child(record, Meaning::extra, article, "Abstract/CopyrightInformation");
  for (pugi::xml_node list : article.children("AuthorList")) put_pubmed_authors(record, list);
  pugi::xml_node journal = article.child("Journal");
  put_child(record, Meaning::source, journal, "Title");
  put_child(record, Meaning::short_source, journal, "ISOAbbreviation");
  put_child(record, Meaning::issn, journal, "ISSN");
  put_child(record, Meaning::volume, journal, "JournalIssue/Volume");
  put_child(record, Meaning::issue, journal, "JournalIssue/Issue");
  put(record, Meaning::year, "PubDate",
      pubmed_date(journal.first_element_by_path("JournalIssue/PubDate")));
  put_child(record, Meaning::pages, article, "Pagination/MedlinePgn");
  put_child(record, Meaning::first_page, article, "Pagination/StartPage");
  for (pugi::xml_node id : article.children("ELocationID")) {
    bool doi = id.attribute("EIdType").value() == std::string_view("doi");
    put(record, doi ? Meaning::doi : Meaning::extra, "ELocationID", text_of(id));
  }
  for (pugi::xml_node language : article.children("Language"))
    put(record, Meaning::language, "Language", text_of(language));
  for (pugi::xml_node type : article.child("PublicationTypeList").children("PublicationType"))
    put(record, Meaning::genre, "PublicationType", text_of(type));
  put_child(record, Meaning::extra, article, "VernacularTitle");
  put_rest(record, article,
           {"ArticleTitle", "Abstract", "AuthorList", "Journal", "Pagination", "ELocationID",
            "Language", "PublicationTypeList", "VernacularTitle"});
}

void put_pubmed_references(Record& record, pugi::xml_node data) {
  for (pugi::xml_node list : data.children("ReferenceList"))
    for (pugi::xml_node reference : list.children("Reference"))
      put_child(record, Meaning::reference, reference, "Citation");
}

void put_pubmed(Record& record, pugi::xml_node root) {
  pugi::xml_node citation = root.child("MedlineCitation");
  put_child(record, Meaning::pmid, citation, "PMID");
  put_pubmed_article(record, citation.child("Article"));
  for (pugi::xml_node heading : citation.child("MeshHeadingList").children("MeshHeading"))
    put(record, Meaning::index_term, "MeshHeading", mesh_heading(heading));
  for (pugi::xml_node list : citation.children("KeywordList"))
    for (pugi::xml_node keyword : list.children("Keyword"))
      put(record, Meaning::keyword, "Keyword", text_of(keyword));
  for (pugi::xml_node chemical : citation.child("ChemicalList").children("Chemical"))
    put_child(record, Meaning::extra, chemical, "NameOfSubstance");
  put_child(record, Meaning::short_source, citation, "MedlineJournalInfo/MedlineTA");
  put_child(record, Meaning::place, citation, "MedlineJournalInfo/Country");
  put_rest(record, citation,
           {"PMID", "Article", "MeshHeadingList", "KeywordList", "ChemicalList",
            "MedlineJournalInfo", "DateCompleted", "DateRevised"});
  pugi::xml_node data = root.child("PubmedData");
  put_pubmed_ids(record, data.child("ArticleIdList"));
  put_pubmed_references(record, data);
  put_rest(record, data, {"ArticleIdList", "ReferenceList", "History"});
  record.about.database = "PubMed";
  if (record.about.type.empty()) record.about.type = "article-journal";
}

void put_pubmed_book(Record& record, pugi::xml_node root) {
  pugi::xml_node document = root.child("BookDocument");
  put_child(record, Meaning::pmid, document, "PMID");
  put_child(record, Meaning::title, document, "ArticleTitle");
  put(record, Meaning::abstract, "Abstract", pubmed_abstract(document.child("Abstract")));
  for (pugi::xml_node list : document.children("AuthorList")) put_pubmed_authors(record, list);
  pugi::xml_node book = document.child("Book");
  put_child(record, record.about.title.empty() ? Meaning::title : Meaning::source, book,
            "BookTitle");
  for (pugi::xml_node list : book.children("AuthorList")) put_pubmed_authors(record, list);
  put_child(record, Meaning::publisher, book, "Publisher/PublisherName");
  put_child(record, Meaning::place, book, "Publisher/PublisherLocation");
  put(record, Meaning::year, "PubDate", pubmed_date(book.child("PubDate")));
  put_child(record, Meaning::isbn, book, "Isbn");
  put_child(record, Meaning::language, document, "Language");
  put_pubmed_ids(record, root.first_element_by_path("PubmedBookData/ArticleIdList"));
  put_rest(record, document,
           {"PMID", "ArticleTitle", "Abstract", "AuthorList", "Book", "Language"});
  record.about.database = "PubMed";
  record.about.type = record.about.source.empty() ? "book" : "chapter";
}

Record pubmed_record(pugi::xml_node root) {
  Record record;
  if (root.name() == std::string_view("PubmedBookArticle"))
    put_pubmed_book(record, root);
  else
    put_pubmed(record, root);
  return record;
}

// --- EndNote --------------------------------------------------------------------------------

/// Paths below <record>; each element that stands there is put.
constexpr FieldName kEndNote[] = {
    {"titles/title", Meaning::title},
    {"abstract", Meaning::abstract},
    {"contributors/authors/author", Meaning::author},
    {"contributors/secondary-authors/author", Meaning::editor},
    {"auth-address", Meaning::affiliation},
    {"titles/secondary-title", Meaning::source},
    {"periodical/full-title", Meaning::source},
    {"periodical/abbr-1", Meaning::short_source},
    {"alt-periodical/full-title", Meaning::other_source},
    {"titles/alt-title", Meaning::other_source},
    {"dates/year", Meaning::year},
    {"dates/pub-dates/date", Meaning::date},
    {"volume", Meaning::volume},
    {"number", Meaning::issue},
    {"pages", Meaning::pages},
    {"publisher", Meaning::publisher},
    {"pub-location", Meaning::place},
    {"electronic-resource-num", Meaning::doi},
    {"urls/related-urls/url", Meaning::url},
    {"urls/web-urls/url", Meaning::url},
    {"urls/pdf-urls/url", Meaning::file},
    {"isbn", Meaning::serial},
    {"language", Meaning::language},
    {"work-type", Meaning::genre},
    {"accession-num", Meaning::accession},
    {"remote-database-name", Meaning::database},
    {"remote-database-provider", Meaning::extra},
    {"keywords/keyword", Meaning::keywords},
    {"custom2", Meaning::pmcid},
    {"label", Meaning::key},
    {"notes", Meaning::note},
    {"research-notes", Meaning::note},
};

/// Elements whose parts are in the table above, or that say nothing of the publication.
constexpr std::string_view kEndNoteGroups[] = {
    "titles",   "contributors", "periodical", "alt-periodical", "dates",    "urls",
    "keywords", "database",     "source-app", "foreign-keys",   "ref-type", "rec-number"};

/// Lines of one element that each are a value: authors of an address, several ISSNs.
bool is_one_a_line(Meaning field) {
  return field == Meaning::affiliation || field == Meaning::serial;
}

void put_endnote(Record& record, const FieldName& entry, pugi::xml_node element) {
  std::string text = text_of(element);
  std::replace(text.begin(), text.end(), '\r', '\n');
  bool notes = entry.name == "research-notes";
  if (!is_one_a_line(entry.field) && !notes) return put(record, entry.field, entry.name, text);
  for (std::string_view line : split_at(text, "\n")) put(record, entry.field, entry.name, line);
}

void each_at(pugi::xml_node node, std::string_view path,
             const std::function<void(pugi::xml_node)>& take) {
  std::size_t slash = path.find('/');
  std::string name(path.substr(0, slash));
  for (pugi::xml_node element : node.children(name.c_str())) {
    if (slash == std::string_view::npos)
      take(element);
    else
      each_at(element, path.substr(slash + 1), take);
  }
}

Record endnote_record(pugi::xml_node root) {
  Record record;
  put(record, Meaning::type, "ref-type", root.child("ref-type").attribute("name").value());
  for (const FieldName& entry : kEndNote)
    each_at(root, entry.name, [&](pugi::xml_node element) { put_endnote(record, entry, element); });
  for (pugi::xml_node element : root.children()) {
    std::string_view name = element.name();
    bool known = std::find(std::begin(kEndNoteGroups), std::end(kEndNoteGroups), name) !=
                 std::end(kEndNoteGroups);
    for (const FieldName& entry : kEndNote) known = known || entry.name == name;
    if (!known && element.type() == pugi::node_element)
      put(record, Meaning::extra, name, text_of(element));
  }
  for (const char* group : {"titles", "contributors"})
    for (pugi::xml_node element : root.child(group).children()) {
      std::string path = std::string(group) + "/" + element.name();
      bool known = false;
      for (const FieldName& entry : kEndNote)
        known = known || entry.name.substr(0, path.size()) == path;
      if (known) continue;
      put(record, Meaning::extra, element.name(), text_of(element));
    }
  put(record, Meaning::key, "rec-number", child(root, "rec-number"));
  return record;
}

// --- Both -----------------------------------------------------------------------------------

struct Format {
  std::string_view name, record_name;
  std::vector<std::string_view> elements;
  Record (*record)(pugi::xml_node root);
};

/// What the prolog says of the encoding; empty when it says nothing.
bool says_utf16(std::string_view head) {
  return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
         (head.size() > 1 && head[0] == '<' && head[1] == '\0') ||
         (head.size() > 1 && head[0] == '\0' && head[1] == '<');
}

class Reading {
 public:
  Reading(const Format& format, const std::filesystem::path& path, const Intake& intake)
      : format_(format), path_(path), records_(path, intake, format.name) {}

  void run() {
    std::ifstream file(path_, std::ios::binary);
    if (!file) return records_.odd("unreadable", 0, "cannot be opened", Problem::Level::not_read);
    char head[2] = {0, 0};
    file.read(head, 2);
    bool wide = says_utf16({head, static_cast<std::size_t>(file.gcount())});
    file.clear();
    file.seekg(0);
    if (wide)
      read_wide(file);
    else
      read(file);
    records_.close(format_.record_name);
  }

 private:
  void read_wide(std::istream& file) {
    std::error_code failed;
    if (std::filesystem::file_size(path_, failed) > kLargestToDecode || failed)
      return records_.odd("too-large", 0, "is in UTF-16 and larger than 256 MiB",
                          Problem::Level::not_read, "save it in UTF-8");
    std::stringstream bytes;
    bytes << file.rdbuf();
    std::istringstream text(decoded(bytes.str()));
    read(text);
  }

  void read(std::istream& in) {
    Cutter cutter(in, format_.elements);
    for (Piece piece; cutter.next(piece);) take(piece);
  }

  /// A record that has lost its end reaches into the next one, which is whole.
  void begin_at_last(Piece& piece, std::string_view name) {
    std::string begin = "<" + std::string(name);
    std::size_t at = piece.xml.rfind(begin);
    bool another = at != std::string::npos && at > 0 && at + begin.size() < piece.xml.size() &&
                   is_name_end(piece.xml[at + begin.size()]);
    if (!another) return;
    records_.lost("damaged", piece.line, "a record without its end; the next one begins inside it");
    auto inside = piece.xml.begin() + static_cast<std::ptrdiff_t>(at);
    piece.line += static_cast<std::uint32_t>(std::count(piece.xml.begin(), inside, '\n'));
    piece.xml.erase(0, at);
  }

  void take(Piece& piece) {
    if (!piece.whole)
      return records_.lost("damaged", piece.line,
                           "a record without its end; the file may be cut off");
    for (std::string_view name : format_.elements) begin_at_last(piece, name);
    std::string encoding;
    std::string xml = decoded(piece.xml, &encoding);
    if (encoding != "UTF-8")
      records_.odd("encoding", piece.line, "is not valid UTF-8; read as " + encoding);
    pugi::xml_document document;
    pugi::xml_parse_result parsed = document.load_buffer(
        xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!parsed) {
      auto lines = static_cast<std::uint32_t>(std::count(
          xml.begin(),
          xml.begin() + std::min(static_cast<std::ptrdiff_t>(xml.size()), parsed.offset), '\n'));
      return records_.lost("damaged", piece.line + lines,
                           std::string("a record that is no XML: ") + parsed.description());
    }
    Record record = format_.record(document.document_element());
    record.line = piece.line;
    records_.take(std::move(record));
  }

  const Format& format_;
  const std::filesystem::path& path_;
  RecordIntake records_;
};

class XmlExtractor final : public Extractor {
 public:
  XmlExtractor(Format format, std::vector<std::string_view> signs)
      : format_(std::move(format)), signs_(std::move(signs)) {}

  std::string_view name() const override { return format_.name; }

  /// One of the signs in the first bytes of something that begins as XML.
  bool accepts(std::string_view head, const std::filesystem::path&) const override {
    std::string text = decoded(head.substr(0, head.size() / 2 * 2));
    std::string_view begin = trimmed(std::string_view(text));
    if (begin.starts_with("\xEF\xBB\xBF")) begin.remove_prefix(3);
    if (!trimmed(begin).starts_with('<')) return false;
    return std::any_of(signs_.begin(), signs_.end(),
                       [&](std::string_view sign) { return begin.find(sign) != begin.npos; });
  }

  void extract(const std::filesystem::path& path, const Intake& intake) const override {
    Reading(format_, path, intake).run();
  }

 private:
  Format format_;
  std::vector<std::string_view> signs_;
};

}  // namespace

const Extractor& pubmed_xml_extractor() {
  static const XmlExtractor extractor(
      {"pubmed-xml", "PubMed record", {"PubmedArticle", "PubmedBookArticle"}, pubmed_record},
      {"<PubmedArticle", "<PubmedBookArticle", "<MedlineCitation"});
  return extractor;
}

const Extractor& endnote_xml_extractor() {
  static const XmlExtractor extractor(
      {"endnote-xml", "EndNote record", {"record"}, endnote_record},
      {"<xml><records", "<records><record", "<source-app name=\"EndNote\"", "<ref-type"});
  return extractor;
}

}  // namespace litmine
