// RIS and nbib: a tag, a value, a line. A line of an abstract that goes on is indented, so that no
// word of it is taken for a tag.
#include <algorithm>

#include "corpus/publication_type.h"
#include "exporters/record_parts.h"

namespace litmine {
namespace {

constexpr TypeWord kRisTypes[] = {
    {"article-journal", "JOUR"},
    {"periodical", "JFULL"},
    {"article-magazine", "MGZN"},
    {"article-newspaper", "NEWS"},
    {"book", "BOOK"},
    {"chapter", "CHAP"},
    {"paper-conference", "CONF"},
    {"thesis", "THES"},
    {"report", "RPRT"},
    {"webpage", "ELEC"},
    {"post-weblog", "BLOG"},
    {"post", "ICOMM"},
    {"software", "COMP"},
    {"dataset", "DATA"},
    {"manuscript", "UNPB"},
    {"patent", "PAT"},
    {"legal_case", "CASE"},
    {"legislation", "STAT"},
    {"bill", "BILL"},
    {"entry-encyclopedia", "ENCYC"},
    {"entry-dictionary", "DICT"},
    {"map", "MAP"},
    {"motion_picture", "VIDEO"},
    {"song", "SOUND"},
    {"musical_score", "MUSIC"},
    {"personal_communication", "PCOMM"},
    {"pamphlet", "PAMP"},
    {"standard", "STAND"},
    {"hearing", "HEAR"},
    {"graphic", "ART"},
    {"figure", "FIGURE"},
    {"speech", "SLIDE"},
};

bool contains_no_case(std::string_view text, std::string_view part) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
         }) != text.end();
}

bool any_begins_with(const std::vector<std::string_view>& list, char sign) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view item) { return item.starts_with(sign); });
}

/// Would a reader of RIS take these keywords for the database's headings, or cut one in two?
bool keywords_mislead(const Document& document) {
  std::vector<std::string_view> words = keywords_of(document);
  return any_begins_with(words, '*') || any_holds(words, ';') ||
         contains_no_case(document.about.database, "embase") ||
         document.about.accession.starts_with("WOS:");
}

/// An empty line between paragraphs, the next one indented.
std::string indented(const std::string& abstract, std::string_view indent) {
  std::string out;
  for (char c : abstract) {
    if (!out.empty() && out.back() == '\n' && c != '\n') out += indent;
    out += c;
  }
  return out;
}

class RisWriter final : public RecordWriter {
 public:
  explicit RisWriter(std::ostream& out) : out_(out) {}

  void record(const Document& document) override {
    const Biblio& about = document.about;
    unsaid_ = {Member::pmcid};
    type(about);
    line("TI", about.title);
    for (const Author& author : about.authors) line("AU", printed_name(author));
    for (const Author& editor : about.editors) line("A2", printed_name(editor));
    if (about.year) line("PY", std::to_string(*about.year));
    line("DA", is_plain_date(about) ? slashed(about.date) : about.date);
    line("T2", about.source);
    line("J2", about.short_source);
    line("VL", about.volume);
    line("IS", about.issue);
    pages(about.pages);
    line("PB", about.publisher);
    line("CY", about.place);
    line("SN", about.issn);
    line("SN", about.isbn);
    line("DO", about.doi);
    line("UR", about.url);
    line("PMID", about.pmid);
    line("AN", about.accession);
    line("DB", about.database);
    line("LA", about.language);
    line("ID", about.key);
    line("AB", indented(abstract_of(document), " "));
    words(document);
    for (const std::string& place : about.affiliations) line("AD", place);
    for (const std::string& file : about.files) line("L1", file);
    for (std::string_view reference : references_of(document)) line("CR", reference);
    for (const std::string& note : notes_of(document, unsaid_)) line("N1", note);
    out_ << "ER  - \n\n";
  }

  void end() override { out_.flush(); }

 private:
  void line(std::string_view tag, std::string_view value) {
    if (!value.empty()) out_ << tag << "  - " << value << '\n';
  }

  void type(const Biblio& about) {
    std::string_view word = word_for(kRisTypes, about.type);
    line("TY", word.empty() ? "GEN" : word);
    if (word.empty()) unsaid_.push_back(Member::type);
    std::vector<std::string_view> genres = genres_in(about.genre);
    bool known = std::all_of(genres.begin(), genres.end(), is_known_genre);
    if (!known) return unsaid_.push_back(Member::genre);
    for (std::string_view genre : genres) line("M3", genre);
  }

  /// RIS gives the last page its own tag; "A-1-A-5" and "e12" stay whole.
  void pages(const std::string& pages) {
    std::size_t hyphen = pages.find('-');
    bool range = hyphen != pages.npos && hyphen > 0 && hyphen + 1 < pages.size() &&
                 pages.find('-', hyphen + 1) == pages.npos && pages.find(' ') == pages.npos;
    std::string first = pages.substr(0, hyphen);
    std::string last = range ? pages.substr(hyphen + 1) : "";
    if (!range || first == last) return line("SP", pages);
    line("SP", first);
    line("EP", last);
  }

  void words(const Document& document) {
    if (keywords_mislead(document))
      unsaid_.push_back(Member::keyword);
    else
      for (std::string_view word : keywords_of(document)) line("KW", word);
    std::vector<std::string_view> terms = views_of(document.about.index_terms);
    if (any_holds(terms, ';')) return unsaid_.push_back(Member::index_term);
    for (std::string_view term : terms) line("SU", term);
  }

  static std::string slashed(std::string date) {
    std::replace(date.begin(), date.end(), '-', '/');
    return date + (date.size() == 7 ? "//" : "/");
  }

  std::ostream& out_;
  std::vector<Member> unsaid_;
};

class NbibWriter final : public RecordWriter {
 public:
  explicit NbibWriter(std::ostream& out) : out_(out) {}

  void record(const Document& document) override {
    const Biblio& about = document.about;
    std::vector<Member> unsaid{Member::type, Member::accession, Member::database,
                               Member::key,  Member::reference, Member::file};
    line("PMID", about.pmid);
    line("OWN", "LITMINE");
    line("TI", about.title);
    line("AB", indented(abstract_of(document), "      "));
    for (const Author& author : about.authors) line("FAU", printed_name(author));
    for (const std::string& place : about.affiliations) line("AD", place);
    for (const Author& editor : about.editors) line("FED", printed_name(editor));
    date(about, unsaid);
    line("JT", about.source);
    line("TA", about.short_source);
    line("VI", about.volume);
    line("IP", about.issue);
    line("PG", about.pages);
    line("LA", about.language);
    for (std::string_view genre : genres_in(about.genre)) line("PT", genre);
    line("PB", about.publisher);
    line("PL", about.place);
    line("IS", about.issn);
    line("ISBN", about.isbn);
    if (!about.doi.empty()) line("LID", about.doi + " [doi]");
    line("PMC", about.pmcid);
    line("URL", about.url);
    for (const std::string& term : about.index_terms) line("MH", term);
    if (any_begins_with(keywords_of(document), '*'))
      unsaid.push_back(Member::keyword);
    else
      for (std::string_view word : keywords_of(document)) line("OT", word);
    for (const std::string& note : notes_of(document, unsaid)) line("GN", note);
    out_ << '\n';
  }

  void end() override { out_.flush(); }

 private:
  void line(std::string_view tag, std::string_view value) {
    if (value.empty()) return;
    out_ << tag << std::string(4 - tag.size(), ' ') << "- " << value << '\n';
  }

  void date(const Biblio& about, std::vector<Member>& unsaid) {
    if (is_plain_date(about)) return line("DP", about.date);
    if (about.year) line("DP", std::to_string(*about.year));
    unsaid.push_back(Member::date);
  }

  std::ostream& out_;
};

}  // namespace

std::unique_ptr<RecordWriter> ris_writer(std::ostream& out) {
  return std::make_unique<RisWriter>(out);
}

std::unique_ptr<RecordWriter> nbib_writer(std::ostream& out) {
  return std::make_unique<NbibWriter>(out);
}

}  // namespace litmine
