// The facts of the publication. Each kind has a list of places, the surest first: a citation line
// ("To cite this article: ..."), what is printed around the first page, then the front matter. An
// article's own DOI is not one of its references', nor that of its data set.
#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "extractors/front_matter.h"
#include "extractors/references.h"
#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

const RE2& doi_pattern() {
  static const RE2 pattern(
      R"((?i)\b(10\.\d{4,9}/[^\s"<>|,;]+(?:[,;][^\s"<>|,;]*[0-9a-z][^\s"<>|,;]*)*))");
  return pattern;
}

/// A balanced closing bracket belongs to the DOI ("10.1016/S0140-6736(05)67760-4").
void trim_doi(std::string& doi) {
  for (;;) {
    if (doi.empty()) return;
    char last = doi.back();
    bool open_bracket = last == ')' && std::count(doi.begin(), doi.end(), '(') <
                                           std::count(doi.begin(), doi.end(), ')');
    bool mark = std::string_view(".,;:'*]}>&").find(last) != std::string_view::npos;
    bool quote = doi.ends_with("”") || doi.ends_with("’") || doi.ends_with("»");
    if (quote) {
      doi.resize(doi.size() - (doi.ends_with("»") ? 2 : 3));
      continue;
    }
    if (!open_bracket && !mark) return;
    doi.pop_back();
  }
}

bool is_data_doi(std::string_view doi) {
  constexpr std::string_view kStores[] = {"10.5281/", "10.6084/", "10.17605/", "10.5061/",
                                          "10.7910/"};
  return std::any_of(std::begin(kStores), std::end(kStores),
                     [&](std::string_view store) { return doi.starts_with(store); });
}

/// A text to look in, with what a find there is worth.
struct Source {
  std::string text;
  int worth = 0;
};

constexpr std::string_view kCitationLeads[] = {
    "citation",
    "to cite",
    "cite this",
    "cite as",
    "how to cite",
    "please cite",
    "suggested citation",
    "empfohlene zitierung",
    "recommended citation",
};

bool is_citation_line(std::string_view text) {
  for (std::string_view lead : kCitationLeads)
    if (starts_with_no_case(text, lead)) return true;
  return false;
}

std::string following(const Draft& draft, std::size_t at, std::size_t lines) {
  std::string text;
  for (std::size_t i = at; i < draft.lines.size() && i < at + lines; ++i) {
    if (i > at + 1 && draft.marks[i].section) break;
    text += (i > at ? " " : "") + draft.lines[i].text;
  }
  return text;
}

/// Citation lines of the article itself, in the front or behind the list, never in the list.
std::vector<std::string> citation_lines(const Draft& draft) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < draft.lines.size() && found.size() < 4; ++at) {
    Part part = draft.marks[at].part;
    bool around = at < draft.body || part == Part::back_matter || part == Part::affiliations;
    if (around && draft.lines[at].text.size() < 600 && is_citation_line(draft.lines[at].text))
      found.push_back(following(draft, at, 7));
  }
  return found;
}

/// Without a page number that stands at either end of a running head or foot, apart from it.
std::string_view without_page_number(std::string_view text, std::uint32_t page) {
  std::string number = std::to_string(page);
  if (text.starts_with(number + " ")) text.remove_prefix(number.size() + 1);
  if (text.ends_with(" " + number)) text.remove_suffix(number.size() + 1);
  return text;
}

/// The head and the foot of the first page, and all other furniture. A foot of several lines is
/// given in one as well, for a citation may be broken anywhere.
std::vector<std::string> furniture_texts(const Manuscript& manuscript) {
  std::vector<std::string> texts;
  const std::vector<Line>& lines = manuscript.first_page_furniture;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t end = i + 1;
    while (end < lines.size() && end - i < 4 &&
           lines[end].top - lines[end - 1].bottom < lines[end].size &&
           lines[end].top > lines[i].top)
      ++end;
    std::string text;
    for (std::size_t j = i; j < end && end - i > 1; ++j)
      text += (j > i ? " " : "") + std::string(without_page_number(lines[j].text, lines[j].page));
    if (!text.empty()) texts.push_back(std::move(text));
    texts.push_back(lines[i].text);
  }
  for (const std::string& note : manuscript.furniture) {
    std::size_t colon = note.find(": ");
    texts.push_back(colon == std::string::npos ? note : note.substr(colon + 2));
    if (texts.size() > 40) break;
  }
  return texts;
}

std::uint32_t first_page_of(const Draft& draft) {
  return draft.lines.empty() ? 0 : draft.lines.front().page;
}

/// Lines of the front matter and, with pages, of the notes of the first page.
bool is_front_line(const Draft& draft, std::size_t at) {
  const Line& line = draft.lines[at];
  if (at < draft.body)
    return draft.marks[at].part != Part::abstract || line.text.find("10.") != std::string::npos;
  if (line.page == 0 || line.page > first_page_of(draft) + 1) return false;
  // The foot of the first page, when it was not taken for furniture.
  bool foot = line.page == first_page_of(draft) && count_words(line.text) <= 14 &&
              (contains_no_case(line.text, "doi") || contains_no_case(line.text, "vol"));
  return line.footnote || foot;
}

void find_doi(Draft& draft, const std::vector<std::string>& citations,
              const std::vector<std::string>& furniture) {
  std::map<std::string, int> votes;
  auto vote = [&](std::string_view text, int worth) {
    std::string doi = doi_in(text);
    if (!doi.empty()) votes[doi] += is_data_doi(doi) ? 1 : worth;
  };
  for (const std::string& text : citations) vote(text, 6);
  for (const std::string& text : furniture) vote(text, 5);
  for (std::size_t at = 0; at < draft.lines.size(); ++at) {
    if (!is_front_line(draft, at)) continue;
    const std::string& text = draft.lines[at].text;
    if (text.find("10.") == std::string::npos) continue;
    vote(text, looks_like_reference(text) && !is_citation_line(text) && text.size() > 80 ? 2 : 4);
  }
  int best = 0;
  for (const auto& [doi, worth] : votes)
    if (worth > best) {
      best = worth;
      draft.about.doi = doi;
    }
  if (draft.about.doi.empty() && !draft.manuscript->meta_subject.empty())
    draft.about.doi = doi_in(draft.manuscript->meta_subject);
}

constexpr int kFirstYear = 1800, kLastYear = 2099;  // the clock is kept out of it

std::optional<int> year_by(const RE2& pattern, const std::vector<Source>& sources) {
  for (const Source& source : sources) {
    int year = 0;
    if (RE2::PartialMatch(source.text, pattern, &year) && year >= kFirstYear && year <= kLastYear)
      return year;
  }
  return std::nullopt;
}

void find_year(Draft& draft, const std::vector<std::string>& citations,
               const std::vector<Source>& sources) {
  if (draft.about.year) return;  // its own citation told
  // In the order of trust.
  static const RE2 kPatterns[] = {
      RE2(R"((?i)(?:article|first|issue)?\s*publi(?:cation date|shed)\b[^0-9]{0,30}(?:\d{1,2}\D{1,12}){0,2}?((?:18|19|20)\d\d)\b)"),
      RE2(R"((?i)(?:©|\(c\)|copyright)[^0-9]{0,40}((?:19|20)\d\d)\b)"),
      RE2(R"((?i)\bvol(?:ume|\.)?\s*\d+[^0-9].{0,40}?\b((?:19|20)\d\d)\b)"),
      RE2(R"(\(((?:19|20)\d\d)\)\s*,?\s*\d)"),
      RE2(R"(\b((?:19|20)\d\d)\s*[,;]\s*(?:vol\.?\s*)?\d+\s*[:(,])"),
      RE2(R"(\d+\s*\(\s*\d+\s*\)[^()]{0,30}\b((?:19|20)\d\d)\b)"),
      RE2(R"(\d+\s*\(((?:19|20)\d\d)\))"),
      RE2(R"((?i)(?:available online|accepted|received|revised|online)\b[^0-9]{0,20}(?:\d{1,2}\D{1,12}){0,2}?((?:19|20)\d\d)\b)"),
      RE2(R"((?i)\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|autumn|winter)\s*(?:\d{1,2},?\s*)?((?:19|20)\d\d)\b)"),
      RE2(R"(^\D{0,80}\b((?:19|20)\d\d)\b)"),
  };
  static const RE2 kCited(R"([^0-9/](?:\(|\b)((?:19|20)\d\d)[a-z]?\b)");
  for (const std::string& text : citations) {
    int year = 0;
    if (RE2::PartialMatch(text, kCited, &year)) {
      draft.about.year = year;
      return;
    }
  }
  for (const RE2& pattern : kPatterns)
    if (std::optional<int> year = year_by(pattern, sources)) {
      draft.about.year = year;
      return;
    }
}

/// A journal's name: a few words that begin with capitals, without digits.
bool is_journal_name(std::string_view name) {
  if (name.size() < 4 || name.size() > 90 || count_words(name) > 10) return false;
  if (count_digits(name) > 0 || !begins_upper(name)) return false;
  if (name.find('@') != std::string_view::npos || name.find("http") != std::string_view::npos)
    return false;
  constexpr std::string_view kNever[] = {
      "university", "received", "accepted", "published", "copyright", "www.",        "article",
      "vol",        "citation", "page",     "doi",       "available", "open access", "author",
      "department", "license",  "licence",  "et al",     "editor",    "abstract"};
  bool never = std::any_of(std::begin(kNever), std::end(kNever),
                           [&](std::string_view word) { return contains_no_case(name, word); });
  if (never) return false;
  // Words of a name begin with capitals, small words aside.
  for (std::string_view word : split_at(name, " "))
    if (word.size() > 4 && begins_lower(word)) return false;
  return name.find_first_of("=<>%@") == std::string_view::npos &&
         name.find("≥") == std::string_view::npos;
}

/// What stands before the journal's name in one printed line: "A. Díaz and B. Neil Journal of X".
std::string_view without_lead(std::string_view name) {
  constexpr std::string_view kStarts[] = {"International Journal",
                                          "European Journal",
                                          "American Journal",
                                          "Journal of",
                                          "Annals of",
                                          "Review of",
                                          "Bulletin of",
                                          "Archives of",
                                          "Proceedings of"};
  for (std::string_view start : kStarts) {
    std::size_t at = name.find(start);
    if (at == std::string_view::npos || at == 0) continue;
    std::string_view lead = name.substr(0, at);
    bool apart =
        lead.find(". ") != std::string_view::npos || lead.find(" and ") != std::string_view::npos;
    if (apart) return name.substr(at);
  }
  return name;
}

/// "Journal of X, May-August": without the months of the issue.
std::string_view without_season(std::string_view name) {
  static const RE2 kSeason(
      R"((?i)^(.{4,}?)[,.;:]?\s+\(?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|spring|summer|fall|autumn|winter)[a-z.]*(?:\s*[-–/]\s*[a-z.]+)?[,.]?$)");
  re2::StringPiece cut;
  if (!RE2::FullMatch(re2::StringPiece(name.data(), name.size()), kSeason, &cut)) return name;
  return {cut.data(), cut.size()};
}

struct JournalLine {
  std::string name, volume, issue, pages;
};

std::optional<JournalLine> journal_in(std::string_view text) {
  static const RE2 kVolume(
      R"((?i)^\s*(.{4,90}?)[\s,.;:|]+(?:vol(?:ume|\.)?\s*)(\d+)(?:[\s,.;:]*(?:\(|no\.?|number|issue|iss\.?|nr\.?)\s*(\d+)\)?)?(?:.*?(?:pp?\.?|pages)\s*(\d+\s*[-–]\s*\d+))?)");
  static const RE2 kShort(
      R"(^\s*([^\d]{4,90}?)[\s,.;:|]+(?:\(?(?:19|20)\d\d\)?[\s,;:]+)?(\d{1,4})\s*(?:\((\d{1,3})\))?\s*[:,(]\s*(?:(?:19|20)\d\d\)?[\s,:]*)?(\d+\s*[-–]\s*\d+|e?\d+)?)");
  // "Social Inclusion, 2015, Volume 3, Issue 3, Pages 19-23"
  static const RE2 kYearFirst(
      R"((?i)^\s*([^\d]{4,90}?)[\s,.;:|]+\(?(?:19|20)\d\d\)?[\s,.;:|]+vol(?:ume|\.)?\s*(\d+)(?:[\s,.;:]*(?:\(|no\.?|number|issue|iss\.?|nr\.?)\s*(\d+)\)?)?(?:.*?(?:pp?\.?|pages)\s*(\d+\s*[-–]\s*\d+))?)");
  // "Smith et al. BMC Cancer (2021) 21:249", "Connor MJ, et al. BMJ Open 2021;11:e042953". A name
  // is said by what it has not: all letters of the world, seventy times over, are more than RE2
  // holds.
  static const RE2 kBehindNames(
      R"((?:\bet al\.?,?|^[A-Z][\pL'’-]+ and [A-Z][\pL'’-]+)\s+([A-Z][^\d\x00-\x1F\x21-\x25\x27-\x2C/;-@\[-`{-\x7F]{2,70}?)[\s,.]*\(?(?:19|20)\d\d\)?[;,]?\s*(\d{1,4})\s*(?:\((\d{1,3})\))?\s*:\s*([A-Za-z]{0,2}\d+(?:\s*[-–]\s*\d+)?))");
  std::string name, volume, issue, pages;
  for (const RE2* pattern : {&kYearFirst, &kBehindNames, &kVolume, &kShort}) {
    if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *pattern, &name, &volume,
                           &issue, &pages))
      continue;
    std::string_view cut = trimmed(name);
    while (!cut.empty() && std::string_view(",.;:|(-").find(cut.back()) != std::string_view::npos)
      cut.remove_suffix(1);
    cut = without_season(without_lead(trimmed(cut)));
    if (!is_journal_name(cut)) continue;
    return JournalLine{std::string(cut), volume, issue, pages};
  }
  return std::nullopt;
}

void take_journal(Biblio& about, const JournalLine& line) {
  about.source = line.name;
  about.volume = line.volume;
  about.issue = line.issue;
  about.pages = line.pages;
  if (!line.volume.empty()) about.type = "article-journal";
}

/// "Front. Microbiol" and "Frontiers in Microbiology": does each word begin with its short form?
bool spells_out(std::string_view full, std::string_view abbreviated) {
  constexpr std::string_view kSmall[] = {"of", "in", "and", "the", "for", "on", "&", "de", "für"};
  std::vector<std::string_view> longer = split_at(full, " "), shorter = split_at(abbreviated, " ");
  std::size_t at = 0;
  for (std::string_view word : shorter) {
    while (!word.empty() && word.back() == '.') word.remove_suffix(1);
    auto small = [&](std::string_view other) {
      return std::find(std::begin(kSmall), std::end(kSmall), other) != std::end(kSmall);
    };
    while (at < longer.size() && small(longer[at]) && !starts_with_no_case(longer[at], word)) ++at;
    if (at >= longer.size() || !starts_with_no_case(longer[at], word)) return false;
    ++at;
  }
  return at == longer.size() && full.size() > abbreviated.size();
}

/// A journal's name that stands before its ISSN or its address.
std::string named_with_address(std::string_view text) {
  static const RE2 kPattern(
      R"(^([A-Z][^\d|@/]{3,80}?)\s*(?:[,|;:]\s*)?(?:\|\s*(?:www|https?)|\(?(?:[eEpP]-?)?(?:Print |Online )?ISSN\b))");
  std::string name;
  if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), kPattern, &name)) return {};
  std::string_view cut = trimmed(name);
  while (!cut.empty() && std::string_view(",.;:|(-").find(cut.back()) != std::string_view::npos)
    cut = trimmed(cut.substr(0, cut.size() - 1));
  return is_journal_name(cut) ? std::string(cut) : std::string();
}

/// The whole name, where only its abbreviation stood with the volume.
void spell_out_journal(Draft& draft, const std::vector<Source>& sources) {
  std::string& source = draft.about.source;
  if (source.find('.') == std::string::npos) return;
  for (const Source& other : sources) {
    std::optional<JournalLine> line = journal_in(other.text);
    for (const std::string& name :
         {line ? line->name : std::string(), named_with_address(other.text), other.text})
      if (name.size() <= 90 && spells_out(name, source) && is_journal_name(name)) {
        source = name;
        return;
      }
  }
}

void find_journal(Draft& draft, const std::vector<Source>& sources) {
  for (const Source& source : sources)
    if (std::optional<JournalLine> line = journal_in(source.text)) {
      take_journal(draft.about, *line);
      return;
    }
  for (const Source& source : sources)
    if (std::string name = named_with_address(source.text); !name.empty()) {
      draft.about.source = name;
      return;
    }
  static const RE2 kNamed(
      R"(^((?:The |European |American |British |International |Asian |African |Scandinavian |Canadian |Australian )*(?:Journal|Annals|Review|Proceedings|Bulletin|Archives) (?:of|for|in|on) [A-Z][^\d.,;:|@]{3,70}|[A-Z][A-Za-z&\- ]{3,60} (?:Journal|Review|Quarterly|Letters|Studies|Magazine))\s*$)");
  for (const Source& source : sources) {
    std::string name;
    if (RE2::PartialMatch(source.text, kNamed, &name) && is_journal_name(trimmed(name))) {
      draft.about.source = std::string(trimmed(name));
      return;
    }
  }
}

/// What a citation prints behind the article's own title: "Title. Journal, 9(97), 292."
std::string_view behind_title(std::string_view text, const std::string& title) {
  if (title.size() < 12) return {};
  std::size_t at = 0, of = 0;  // letters and digits are compared, nothing else
  auto telling = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
  };
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!telling(text[begin]) || lower(text[begin]) != lower(title[0])) continue;
    for (at = begin, of = 0; at < text.size() && of < title.size();) {
      if (!telling(title[of])) {
        ++of;
      } else if (!telling(text[at])) {
        ++at;
      } else if (lower(text[at]) != lower(title[of])) {
        break;
      } else {
        ++at, ++of;
      }
    }
    if (of < title.size()) continue;
    std::size_t words = text.find_first_not_of(" .,;:?!\"", at);
    return words == std::string_view::npos ? std::string_view{} : text.substr(words);
  }
  return {};
}

/// Title and journal out of "Westerlund, M. 2020. Title. Journal, 10(4): 48-57. http://..."
void read_citation(Draft& draft, const std::string& text) {
  static const RE2 kTitle(
      R"re((?:\(?(?:19|20)\d\d[a-z]?\)?\s*[.,:]\s*)["“'‘]?([^"”]{12,300}?[?!]?)(?:["”'’]|[.,]["”]|\.\s|[?!]\s)\s*[,.]?\s*(.*)$)re");
  std::string title, rest;
  if (!RE2::PartialMatch(text, kTitle, &title, &rest)) return;
  if (draft.about.title.empty() && count_words(title) >= 3)
    draft.about.title = std::string(trimmed(title));
  if (!draft.about.source.empty()) return;
  std::string_view journal = rest;
  while (!journal.empty() && (journal.front() == ',' || journal.front() == ' '))
    journal.remove_prefix(1);
  if (std::optional<JournalLine> line = journal_in(journal)) take_journal(draft.about, *line);
}

/// A citation of the article, known by its title, wherever it is printed.
void read_own_citation(Draft& draft, std::string_view text) {
  static const RE2 kYear(R"(\b((?:19|20)\d\d)[a-z]?\b)");
  if (!draft.about.source.empty()) return;
  std::string_view rest = behind_title(text, draft.about.title);
  if (rest.empty()) return;
  std::optional<JournalLine> line = journal_in(rest);
  if (!line || line->volume.empty()) return;
  take_journal(draft.about, *line);
  int year = 0;
  std::string_view lead = text.substr(0, static_cast<std::size_t>(rest.data() - text.data()));
  for (std::string_view where : {lead.substr(0, std::min<std::size_t>(lead.size(), 400)), rest})
    if (!draft.about.year &&
        RE2::PartialMatch(re2::StringPiece(where.data(), where.size()), kYear, &year) &&
        year >= kFirstYear && year <= kLastYear)
      draft.about.year = year;
}

}  // namespace

std::string doi_in(std::string_view text) {
  std::size_t hint = text.find("10.");
  if (hint == std::string_view::npos) return {};
  std::string doi;
  if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), doi_pattern(), &doi))
    return {};
  trim_doi(doi);
  return lower_ascii(doi);
}

void read_facts(Draft& draft) {
  std::vector<std::string> citations = citation_lines(draft);
  std::vector<std::string> furniture = furniture_texts(*draft.manuscript);
  std::vector<Source> sources;
  sources.reserve(furniture.size() + draft.body + 8);
  for (const std::string& text : furniture) sources.push_back({text, 2});
  for (std::size_t at = 0; at < draft.lines.size(); ++at) {
    Part part = draft.marks[at].part;
    if (!is_front_line(draft, at) || part == Part::title || part == Part::abstract) continue;
    sources.push_back({draft.lines[at].text, 1});
    // A journal's name with its volume in the next line.
    bool volume_next = at + 1 < draft.body && starts_with_no_case(draft.lines[at + 1].text, "vol");
    if (volume_next && count_words(draft.lines[at].text) <= 10)
      sources.push_back({draft.lines[at].text + ", " + draft.lines[at + 1].text, 1});
  }
  for (const std::string& text : furniture) read_own_citation(draft, text);
  for (const std::string& text : citations) read_own_citation(draft, text);
  for (const std::string& text : citations) read_citation(draft, text);
  find_doi(draft, citations, furniture);
  find_year(draft, citations, sources);
  if (draft.about.source.empty()) find_journal(draft, sources);
  spell_out_journal(draft, sources);
  const std::string& meta = draft.manuscript->meta_title;
  if (draft.about.title.empty() && count_words(meta) >= 3)
    draft.about.title = squeezed(normalized(meta));
}

}  // namespace litmine
