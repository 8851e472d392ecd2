// Writers agree on little more than the shape of a line, so every fact has a list of tags, the most
// telling first: a title may be TI or T1, a DOI in DO or hidden in an address or a note.
#include "extractors/ris_record.h"

#include <re2/re2.h>

#include <algorithm>

#include "extractors/front_matter.h"
#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::string_view kTitles[] = {"TI", "T1", "CT", "BT", "ST"};
constexpr std::string_view kAbstracts[] = {"AB", "N2"};
constexpr std::string_view kJournals[] = {"JF", "T2", "JO", "BT", "JA", "J2", "J1"};
constexpr std::string_view kYears[] = {"PY", "Y1", "DA", "Y2"};
constexpr std::string_view kDois[] = {"DO", "DI", "M3", "L3", "UR", "L2", "LK", "N1"};
constexpr std::string_view kVolumes[] = {"VL", "VO"};
constexpr std::string_view kIssues[] = {"IS", "CP"};
constexpr std::string_view kFirstPages[] = {"SP"};
constexpr std::string_view kLastPages[] = {"EP"};
constexpr std::string_view kSerials[] = {"SN"};
constexpr std::string_view kLanguages[] = {"LA"};
constexpr std::string_view kDatabases[] = {"DB", "DP"};
constexpr std::string_view kPublishers[] = {"PB"};
constexpr std::string_view kAddresses[] = {"UR", "LK", "L2", "L1"};
constexpr std::string_view kMedline[] = {"PMID", "PM"};

/// Tags that are taken with one blank before the hyphen too.
constexpr std::string_view kKnownTags[] = {
    "TY", "ER", "TI", "T1", "T2", "T3", "AU", "A1", "A2", "A3",   "A4", "AB", "N1", "N2",
    "KW", "PY", "Y1", "Y2", "DA", "DO", "UR", "JO", "JF", "JA",   "J2", "VL", "IS", "SP",
    "EP", "SN", "PB", "CY", "LA", "DB", "DP", "ID", "AN", "AD",   "M1", "M2", "M3", "L1",
    "L2", "L3", "L4", "C1", "C2", "C3", "C7", "ST", "VO", "PMID", "ET", "BT", "CP",
};

struct TypeName {
  std::string_view ris, csl;
};
constexpr TypeName kTypes[] = {
    {"JOUR", "article-journal"},
    {"JFULL", "periodical"},
    {"EJOUR", "article-journal"},
    {"INPR", "article-journal"},
    {"ABST", "article-journal"},
    {"MGZN", "article-magazine"},
    {"NEWS", "article-newspaper"},
    {"BOOK", "book"},
    {"EBOOK", "book"},
    {"EDBOOK", "book"},
    {"WHOLE", "book"},
    {"SER", "book"},
    {"CHAP", "chapter"},
    {"ECHAP", "chapter"},
    {"CONF", "paper-conference"},
    {"CPAPER", "paper-conference"},
    {"THES", "thesis"},
    {"RPRT", "report"},
    {"GOVDOC", "report"},
    {"ELEC", "webpage"},
    {"ICOMM", "post"},
    {"BLOG", "post-weblog"},
    {"COMP", "software"},
    {"DATA", "dataset"},
    {"AGGR", "dataset"},
    {"DBASE", "dataset"},
    {"UNPB", "manuscript"},
    {"UNPD", "manuscript"},
    {"MANSCPT", "manuscript"},
    {"PAT", "patent"},
    {"CASE", "legal_case"},
    {"STAT", "legislation"},
    {"BILL", "bill"},
    {"ENCYC", "entry-encyclopedia"},
    {"DICT", "entry-dictionary"},
    {"MAP", "map"},
    {"VIDEO", "motion_picture"},
    {"MPCT", "motion_picture"},
    {"SOUND", "song"},
    {"MUSIC", "musical_score"},
    {"PCOMM", "personal_communication"},
    {"PAMP", "pamphlet"},
    {"STAND", "standard"},
    {"HEAR", "hearing"},
    {"ART", "graphic"},
    {"FIGURE", "figure"},
    {"SLIDE", "speech"},
    {"GEN", "document"},
    {"JOURNAL ARTICLE", "article-journal"},
    {"BOOK SECTION", "chapter"},
    {"CONFERENCE PAPER", "paper-conference"},
    {"CONFERENCE PROCEEDINGS", "paper-conference"},
    {"REPORT", "report"},
    {"THESIS", "thesis"},
};

bool is_tag_char(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// The first value of the first tag that has one.
template <std::size_t N>
const RisField* first_of(const RisRecord& record, const std::string_view (&tags)[N]) {
  for (std::string_view tag : tags)
    for (const RisField& field : record.fields)
      if (field.tag == tag && !trimmed(field.value).empty()) return &field;
  return nullptr;
}

template <std::size_t N>
std::string fact(const RisRecord& record, const std::string_view (&tags)[N]) {
  const RisField* field = first_of(record, tags);
  return field ? squeezed(normalized(field->value)) : std::string();
}

/// "%2F" → "/" in what was cut out of an address.
std::string unescaped(std::string_view text) {
  auto hex = [](char c) {
    return c >= '0' && c <= '9'                     ? c - '0'
           : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                    : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool escape =
        text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;
    if (!escape) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
    i += 2;
  }
  return out;
}

std::string find_doi(const RisRecord& record) {
  for (std::string_view tag : kDois)
    for (const RisField& field : record.fields) {
      if (field.tag != tag) continue;
      std::string value = unescaped(std::string_view(field.value).substr(0, 2000));
      // A note may hold a list of references: only one that is a DOI and nothing else counts.
      std::string_view head = trimmed(value);
      if (tag == "N1" && !starts_with_no_case(head, "doi") && !head.starts_with("10.") &&
          !starts_with_no_case(head, "https://doi"))
        continue;
      std::size_t next_parameter =
          tag == "UR" || tag == "L2" || tag == "LK"
              ? value.find('&', value.find("10.") == std::string::npos ? 0 : value.find("10."))
              : std::string::npos;
      std::string doi = doi_in(std::string_view(value).substr(0, next_parameter));
      if (!doi.empty()) return doi;
    }
  return {};
}

std::optional<int> find_year(const RisRecord& record, std::vector<RisDoubt>& doubts) {
  static const RE2 kYear(R"((?:^|\D)((?:1[5-9]|20)\d\d)(?:[01]\d[0-3]\d)?(?:\D|$))");
  const RisField* odd = nullptr;
  for (std::string_view tag : kYears)
    for (const RisField& field : record.fields) {
      if (field.tag != tag || trimmed(field.value).empty()) continue;
      int year = 0;
      if (RE2::PartialMatch(field.value, kYear, &year)) return year;
      if (!odd && tag == "PY") odd = &field;
    }
  if (odd)
    doubts.push_back(
        {"year", "the year '" + squeezed(odd->value).substr(0, 40) + "' is none that can be read",
         odd->line});
  return std::nullopt;
}

std::string find_pages(const RisRecord& record) {
  std::string first = fact(record, kFirstPages), last = fact(record, kLastPages);
  for (std::string* page : {&first, &last}) {
    if (starts_with_no_case(*page, "pp")) page->erase(0, page->find_first_not_of("pP. "));
    if (*page == "No" || *page == "Specified") page->clear();  // Ovid's "No Specified"
  }
  if (first.empty() || last.empty() || first == last) return first.empty() ? last : first;
  if (first.find('-') != std::string::npos) return first;
  return first + "-" + last;
}

std::string find_issn(const RisRecord& record) {
  static const RE2 kIssn(R"((?:^|[^\d-])(\d{4})-?(\d{3}[\dXx])(?:[^\d-]|$))");
  for (const RisField& field : record.fields) {
    std::string head, tail;
    if (field.tag == "SN" && RE2::PartialMatch(field.value, kIssn, &head, &tail))
      return head.append("-").append(tail);
  }
  return {};
}

std::string find_pmid(const RisRecord& record) {
  std::string given = fact(record, kMedline);
  if (!given.empty() && count_digits(given) == given.size()) return given;
  static const RE2 kAddress(R"(pubmed(?:\.ncbi\.nlm\.nih\.gov)?/(\d{4,9}))");
  for (const RisField& field : record.fields) {
    std::string pmid;
    if ((field.tag == "UR" || field.tag == "L2") && RE2::PartialMatch(field.value, kAddress, &pmid))
      return pmid;
  }
  return {};
}

std::string csl_type(const RisRecord& record) {
  for (const RisField& field : record.fields) {
    if (field.tag != "TY") continue;
    std::string type = squeezed(field.value);
    for (char& c : type)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    for (const TypeName& name : kTypes)
      if (type == name.ris) return std::string(name.csl);
  }
  return {};
}

/// Authors of the first rank; only a record without any takes the second.
std::vector<Author> find_authors(const RisRecord& record) {
  constexpr std::string_view kRanks[][2] = {{"AU", "A1"}, {"A2", "ED"}, {"A3", "A3"}, {"A4", "A4"}};
  std::vector<Author> authors;
  for (const auto& rank : kRanks) {
    for (const RisField& field : record.fields) {
      if (field.tag != rank[0] && field.tag != rank[1]) continue;
      for (std::string_view name : split_at(field.value, ";\n"))
        authors.push_back(ris_author(normalized(name)));
    }
    if (!authors.empty()) break;
  }
  return authors;
}

/// Keywords one by one; a line of its own is one too.
std::vector<std::string> find_keywords(const RisRecord& record, bool* descriptors) {
  std::vector<std::string> words;
  for (const RisField& field : record.fields) {
    if (field.tag != "KW") continue;
    for (std::string_view piece : split_at(field.value, ";\n")) {
      bool starred = piece.front() == '*';
      *descriptors = *descriptors || starred;
      std::string word = squeezed(normalized(starred ? piece.substr(1) : piece));
      if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end())
        words.push_back(std::move(word));
    }
  }
  return words;
}

/// Running text: single line ends are blanks, empty lines stay paragraph breaks.
std::string running(std::string_view value) {
  std::string out;
  std::string text = normalized(value);
  bool blank = false;
  for (std::string_view rest = text; !rest.empty();) {
    std::size_t end = rest.find('\n');
    std::string line = squeezed(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.empty()) {
      blank = true;
      continue;
    }
    if (!out.empty()) out += blank ? "\n\n" : " ";
    out += line;
    blank = false;
  }
  return out;
}

Span append(Document& document, std::string_view text) {
  if (!document.text.empty()) document.text += "\n\n";
  auto begin = static_cast<std::uint32_t>(document.text.size());
  document.text += text;
  return {begin, static_cast<std::uint32_t>(document.text.size())};
}

void add_section(Document& document, Part part, std::string_view text) {
  if (text.empty()) return;
  Section section;
  section.part = part;
  section.body = append(document, text);
  section.heading = {section.body.begin, section.body.begin};
  document.sections.push_back(section);
}

void add_keywords(Document& document, const std::vector<std::string>& words) {
  if (words.empty()) return;
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : "; ") + word;
  add_section(document, Part::keywords, line);
  std::uint32_t at = document.sections.back().body.begin;
  for (const std::string& word : words) {
    auto end = at + static_cast<std::uint32_t>(word.size());
    document.keywords.push_back({at, end});
    at = end + 2;
  }
}

/// "J.A.", "JA", "R.": initials and nothing else.
bool is_initials(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    CodePoint c = code_point_at(word, at);
    at += c.bytes;
    if (is_upper(c.value))
      ++letters;
    else if (c.value != '.' && c.value != '-')
      return false;
  }
  return letters >= 1 && letters <= 4;
}

}  // namespace

std::optional<RisTag> ris_tag(std::string_view line) {
  std::size_t letters = 0;
  while (letters < line.size() && is_tag_char(line[letters])) ++letters;
  if (letters < 2 || letters > 4 || line[0] < 'A') return std::nullopt;
  std::string_view name = line.substr(0, letters);
  std::size_t blanks = letters;
  while (blanks < line.size() && line[blanks] == ' ') ++blanks;
  if (blanks == line.size() || line[blanks] != '-') return std::nullopt;
  std::size_t width = blanks - letters;
  bool known =
      std::find(std::begin(kKnownTags), std::end(kKnownTags), name) != std::end(kKnownTags);
  bool shaped = width == 2 && letters == 2;
  if (!shaped && !(known && width >= 1 && width <= 4)) return std::nullopt;
  std::size_t value = blanks + 1;
  bool apart = value == line.size() || line[value] == ' ' || line[value] == '\t';
  if (!apart && !(known && width == 2)) return std::nullopt;
  while (value < line.size() && (line[value] == ' ' || line[value] == '\t')) ++value;
  return RisTag{name, value};
}

bool has_content(const RisRecord& record) {
  return std::any_of(record.fields.begin(), record.fields.end(), [](const RisField& field) {
    return field.tag != "TY" && field.tag != "ID" && !trimmed(field.value).empty();
  });
}

Author ris_author(std::string_view printed) {
  std::string name = squeezed(printed);
  std::size_t comma = name.find(',');
  if (comma != std::string::npos) {
    std::string_view rest = std::string_view(name).substr(comma + 1);
    std::string given(trimmed(rest.substr(0, rest.find(','))));
    return {std::string(trimmed(std::string_view(name).substr(0, comma))), given};
  }
  std::vector<std::string_view> words = split_at(name, " ");
  if (words.size() < 2 || words.size() > 4) return {name, ""};
  auto join = [&](std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i) out += (i > from ? " " : "") + std::string(words[i]);
    return out;
  };
  if (is_initials(words.back()) && !all_capitals(words.front()))
    return {join(0, words.size() - 1), std::string(words.back())};
  bool middle = words.size() == 2;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) middle = middle || is_initials(words[i]);
  if (!middle) return {name, ""};
  return {std::string(words.back()), join(0, words.size() - 1)};
}

Document ris_document(const RisRecord& record, std::vector<RisDoubt>& doubts) {
  Document document;
  document.kind = Document::Kind::record;
  document.extractor = "ris";
  document.line = record.line;
  Biblio& about = document.about;
  about.type = csl_type(record);
  about.title = fact(record, kTitles);
  about.authors = find_authors(record);
  about.year = find_year(record, doubts);
  about.source = fact(record, kJournals);
  about.volume = fact(record, kVolumes);
  about.issue = fact(record, kIssues);
  about.pages = find_pages(record);
  about.publisher = fact(record, kPublishers);
  about.doi = find_doi(record);
  about.url = fact(record, kAddresses);
  about.issn = find_issn(record);
  about.pmid = find_pmid(record);
  about.language = fact(record, kLanguages);
  about.database = fact(record, kDatabases);
  if (about.source == about.title) about.source.clear();

  const RisField* abstract = first_of(record, kAbstracts);
  bool descriptors = contains_no_case(about.database, "embase");
  std::vector<std::string> words = find_keywords(record, &descriptors);
  add_section(document, Part::title, about.title);
  if (abstract) add_section(document, Part::abstract, running(abstract->value));
  if (descriptors)
    about.index_terms = std::move(words);
  else
    add_keywords(document, words);
  if (about.title.empty()) doubts.push_back({"no-title", "the record has no title", record.line});
  return document;
}

}  // namespace litmine
