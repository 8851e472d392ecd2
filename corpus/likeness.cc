#include "corpus/likeness.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "text/normalize.h"

namespace litmine {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// Forms of the short fields

/// "32 Spec No2" → "32", "Vol. 030a" → "30", "Supplement" → "supplement".
std::string number_form(std::string_view printed) {
  const std::string low = folded(printed.substr(0, 100));
  std::size_t at = low.find_first_of("0123456789");
  if (at == std::string::npos) return title_key(low);
  while (at + 1 < low.size() && low[at] == '0' && is_digit(low[at + 1])) ++at;
  std::size_t end = at;
  while (end < low.size() && is_digit(low[end])) ++end;
  return low.substr(at, end - at);
}

struct Pages {
  std::string first, last;
};

/// "595-7" → 595, 597; "S27" → s27; "pp. 12--20" → 12, 20; "CD006828" → cd006828. "15 p" is how
/// many pages there are, and tells nothing of the place.
Pages pages_form(std::string_view printed) {
  std::string low = folded(printed.substr(0, 100));
  for (std::string_view lead : {"pages", "page", "pp", "p.", "p "})
    if (low.starts_with(lead)) low.erase(0, lead.size());
  std::vector<std::string> runs;
  for (std::size_t at = 0; at < low.size() && runs.size() < 2;) {
    if (!is_digit(low[at]) && !is_letter(low[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < low.size() && (is_digit(low[end]) || is_letter(low[end]))) ++end;
    std::string run = low.substr(at, end - at);
    run.erase(0, std::min(run.find_first_not_of('0'), run.size()));
    if (run == "p" || run == "pp" || run == "pages" || run == "pgs") return {};
    if (!run.empty()) runs.push_back(std::move(run));
    at = end;
  }
  Pages pages;
  if (runs.empty() || runs[0].find_first_of("0123456789") == std::string::npos) return pages;
  pages.first = runs[0];
  if (runs.size() < 2 || runs[1].find_first_of("0123456789") == std::string::npos) return pages;
  pages.last = runs[1];
  if (pages.last.size() < pages.first.size())
    pages.last = pages.first.substr(0, pages.first.size() - pages.last.size()) + pages.last;
  return pages;
}

/// The number of a page without the letters about it; -1 if there is none.
long page_number(const std::string& page) {
  const std::size_t at = page.find_first_of("123456789");
  if (at == std::string::npos || page.size() - at > 9) return -1;
  return std::strtol(page.c_str() + at, nullptr, 10);
}

// Preprints: their DOIs and the names of their servers.
constexpr std::string_view kPreprintDois[] = {
    "10.48550/",          // arXiv
    "10.1101/",           // bioRxiv, medRxiv
    "10.64898/",          // the same, since 2025
    "10.2139/",           // SSRN
    "10.21203/",          // Research Square
    "10.20944/",          // preprints.org
    "10.31219/",          // OSF
    "10.31234/",          // PsyArXiv
    "10.31235/",          // SocArXiv
    "10.36227/",          // TechRxiv
    "10.26434/",          // ChemRxiv
    "10.35542/",          // EdArXiv
    "10.22541/",          // Authorea
    "10.2196/preprints",  // JMIR
};
constexpr std::string_view kPreprintSources[] = {
    "arxiv",
    "biorxiv",
    "medrxiv",
    "ssrn",
    "psyarxiv",
    "socarxiv",
    "chemrxiv",
    "techrxiv",
    "edarxiv",
    "preprints",
    "research square",
    "osf preprints",
    "electronic journal ssrn",
};

bool is_preprint(const RecordForm& form) {
  if (form.type == "preprint") return true;
  for (std::string_view prefix : kPreprintDois)
    if (form.doi.starts_with(prefix)) return true;
  for (const std::string& source : form.sources)
    for (std::string_view name : kPreprintSources)
      if (source.starts_with(name)) return true;
  return false;
}

// Words in the names of proceedings and of the series in which proceedings appear: one database
// gives the conference, another the series.
constexpr std::string_view kConferenceWords[] = {
    "proceeding",
    "conference",
    "symposium",
    "workshop",
    "congress",
    "lecture notes",
    "ceur",
    "kongress",
    "actas del",
    "meeting of",
    "communications in computer and information science",
    "advances in intelligent systems",
    "ifip advances in information",
};

bool is_conference(const RecordForm& form) {
  if (form.type == "paper-conference") return true;
  for (const std::string& source : form.sources)
    for (std::string_view word : kConferenceWords)
      if (source.find(word) != std::string::npos) return true;
  return false;
}

// How titles begin that come back in every issue or every year.
constexpr std::string_view kRecurring[] = {
    "introductiontothe",   "introductiontospecialissue",
    "editorial",           "guesteditorial",
    "editorsintroduction", "prefaceto",
    "messagefrom",         "welcome",
    "bookreview",          "callforpapers",
    "proceedingsof",       "frontmatter",
    "backmatter",          "tableofcontents",
    "lettertotheeditor",   "inmemoriam",
    "minitrack",           "abstractsof",
    "specialissue",
};

bool is_recurring(const RecordForm& form) {
  return !form.titles.empty() &&
         std::any_of(std::begin(kRecurring), std::end(kRecurring), [&](std::string_view begin) {
           return form.titles.front().compact.starts_with(begin);
         });
}

// Levels

Level level_of(TitleLikeness likeness) {
  switch (likeness) {
    case TitleLikeness::same:
      return Level::same;
    case TitleLikeness::nearly:
      return Level::nearly;
    case TitleLikeness::beginning:
      return Level::beginning;
    case TitleLikeness::contained:
      return Level::contained;
    case TitleLikeness::alike:
      return Level::alike;
    case TitleLikeness::partly:
      return Level::partly;
    case TitleLikeness::part:
      return Level::part;
    case TitleLikeness::different:
      return Level::different;
  }
  return Level::different;
}

/// Of all forms of the two, the likest; but a number that differs is not outvoted by a shorter
/// form without it.
Level titles(const RecordForm& a, const RecordForm& b) {
  if (a.titles.empty() || b.titles.empty()) return Level::unknown;
  TitleLikeness best = TitleLikeness::different;
  for (const TitleForm& x : a.titles)
    for (const TitleForm& y : b.titles) {
      best = std::min(best, compare(x, y));
      if (best == TitleLikeness::same) break;
    }
  if (a.notice != b.notice && best <= TitleLikeness::alike) return Level::notice;
  if (best >= TitleLikeness::partly && best != TitleLikeness::part &&
      a.titles.front().foreign != b.titles.front().foreign)
    return Level::version;
  return level_of(best);
}

/// How much it tells that two titles are alike: of the shorter of the two.
Level weight(const RecordForm& a, const RecordForm& b, Level title) {
  if (title == Level::unknown || title == Level::different || title == Level::partly ||
      title == Level::version || title == Level::alike)
    return Level::unknown;
  const TitleForm &x = a.titles.front(), &y = b.titles.front();
  if (is_common_title(x.compact) || is_common_title(y.compact)) return Level::common;
  if ((a.shared_title && b.shared_title && title == Level::same) || (a.recurring && b.recurring))
    return Level::series;
  const std::uint32_t telling = std::min(x.telling, y.telling);
  const std::size_t letters = std::min(x.compact.size(), y.compact.size());
  if (telling >= 5 && letters >= 30) return Level::telling;
  return telling < 3 && letters < 20 ? Level::short_one : Level::unknown;
}

Level authors(const RecordForm& a, const RecordForm& b) {
  if (a.authors.empty() || b.authors.empty()) return Level::unknown;
  const bool a_fewer = a.authors.size() != b.authors.size()
                           ? a.authors.size() < b.authors.size()
                           : a.authors.front().family <= b.authors.front().family;
  const auto &fewer = a_fewer ? a.authors : b.authors, &more = a_fewer ? b.authors : a.authors;
  std::vector<bool> used(more.size(), false);
  std::size_t found = 0;
  for (std::size_t i = 0; i < fewer.size(); ++i) {
    // Most stand where they stand in the other list.
    std::size_t at = i;
    if (used[i] || !may_be_same(fewer[i], more[i])) {
      for (at = 0; at < more.size(); ++at)
        if (!used[at] && may_be_same(fewer[i], more[at])) break;
    }
    if (at == more.size()) continue;
    used[at] = true;
    ++found;
  }
  const bool first = may_be_same(fewer.front(), more.front());
  if (found == fewer.size() && (fewer.size() == more.size() || fewer.size() >= 3))
    return Level::same;
  if (found == fewer.size() && first) return Level::beginning;
  if (first && 2 * found >= fewer.size()) return Level::nearly;
  if (2 * found >= fewer.size() && found >= 2) return Level::alike;
  return found > 0 ? Level::partly : Level::different;
}

Level years(const RecordForm& a, const RecordForm& b) {
  if (!a.year || !b.year) return Level::unknown;
  const int apart = std::abs(*a.year - *b.year);
  if (apart == 0) return Level::same;
  if (a.preprint != b.preprint && apart <= 4) return Level::version;
  // Only journals print a year after they were online.
  if (apart == 1) return a.conference && b.conference ? Level::far_apart : Level::apart;
  return apart == 2 ? Level::far_apart : Level::different;
}

Level sources(const RecordForm& a, const RecordForm& b) {
  if (a.sources.empty() || b.sources.empty()) return Level::unknown;
  switch (compare_sources(a.sources, b.sources)) {
    case SourceLikeness::same:
      return Level::same;
    case SourceLikeness::alike:
      return Level::alike;
    case SourceLikeness::different:
      break;
  }
  if (a.preprint != b.preprint) return Level::version;
  return a.conference && b.conference ? Level::apart : Level::different;
}

Level numbers(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return Level::unknown;
  return a == b ? Level::same : Level::different;
}

/// Does `a` count its pages from 1, as online articles do ("1-12"), where `b` has a place in a
/// volume or an article number? Within one volume, page 1 is another article than page 85.
bool counted_from_one(const RecordForm& a, const RecordForm& b) {
  if (page_number(a.first_page) != 1 || a.last_page.empty()) return false;
  const long first = page_number(b.first_page), last = page_number(b.last_page);
  if (b.last_page.empty()) return first >= 1000;
  return (a.volume.empty() || b.volume.empty()) &&
         std::abs((last - first) - (page_number(a.last_page) - 1)) <= 1;
}

Level pages(const RecordForm& a, const RecordForm& b) {
  if (a.first_page.empty() || b.first_page.empty()) return Level::unknown;
  if (a.first_page == b.first_page) return Level::same;
  const long x = page_number(a.first_page), y = page_number(b.first_page);
  // "811a" and "811", "S27" and "27".
  if (x >= 0 && x == y) return Level::nearly;
  if (a.last_page == b.last_page && !a.last_page.empty() && std::abs(x - y) <= 2)
    return Level::nearly;
  return counted_from_one(a, b) || counted_from_one(b, a) ? Level::version : Level::different;
}

/// Does one DOI go on where the other ends, with a version ("v2", ".1") or a rest of the address?
bool goes_on(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() >= 10 && b.starts_with(a) && !is_digit(b[a.size()]);
}

Level dois(const RecordForm& a, const RecordForm& b) {
  if (a.doi.empty() || b.doi.empty()) return Level::unknown;
  if (a.doi == b.doi) return Level::same;
  if (goes_on(a.doi, b.doi)) return Level::nearly;
  return a.preprint != b.preprint ? Level::version : Level::different;
}

Level types(const RecordForm& a, const RecordForm& b, Level source) {
  if ((a.type.empty() && a.sources.empty()) || (b.type.empty() && b.sources.empty()))
    return Level::unknown;
  if (source == Level::same || a.conference == b.conference || a.preprint != b.preprint)
    return Level::unknown;
  return Level::different;
}

constexpr bool is_place(Trait trait) {
  return trait == Trait::doi || trait == Trait::pmid || trait == Trait::source ||
         trait == Trait::volume || trait == Trait::pages;
}

/// What is never the same, whatever else agrees.
bool never_same(const Likeness& likeness) {
  const Level title = likeness[Trait::title];
  if (title == Level::notice || title == Level::part || title == Level::different) return true;
  if (likeness[Trait::doi] == Level::different && likeness[Trait::pmid] == Level::different)
    return true;
  // A column has its title in every issue: on another page it is another one.
  const Level weight = likeness[Trait::weight];
  if ((weight == Level::common || weight == Level::series) &&
      (likeness[Trait::pages] == Level::different || likeness[Trait::volume] == Level::different))
    return true;
  return likeness[Trait::authors] == Level::different && likeness[Trait::doi] != Level::same &&
         likeness[Trait::pmid] != Level::same;
}

/// The same work in other words or another place: by the same people, under the same title.
bool is_linked(const Likeness& likeness) {
  const Level title = likeness[Trait::title], authors = likeness[Trait::authors];
  const bool by_same = authors == Level::same || authors == Level::nearly ||
                       authors == Level::beginning || authors == Level::alike;
  const Level weight = likeness[Trait::weight];
  if (weight == Level::common || weight == Level::series) return false;
  if (title == Level::notice) return authors != Level::different || weight == Level::telling;
  if (!by_same) return false;
  return title == Level::same || title == Level::nearly || title == Level::part ||
         (title == Level::beginning && weight == Level::telling);
}

Relation relation_of(const Likeness& likeness) {
  if (likeness.points >= kSamePoints && !likeness.contradicted) return Relation::same;
  if (is_linked(likeness) && likeness.contradicted) return Relation::linked;
  if (likeness.points >= kDoubtfulPoints && !never_same(likeness)) return Relation::doubtful;
  return is_linked(likeness) ? Relation::linked : Relation::different;
}

}  // namespace

std::string_view name_of(Relation relation) {
  switch (relation) {
    case Relation::same:
      return "same";
    case Relation::doubtful:
      return "doubtful";
    case Relation::linked:
      return "linked";
    case Relation::different:
      return "different";
  }
  return "";
}

std::string in_words(const Likeness& likeness) {
  std::string out;
  for (std::size_t i = 0; i < kTraits; ++i) {
    const Weight& weight = weight_of(static_cast<Trait>(i), likeness.levels[i]);
    if (weight.points == 0 || *weight.words == 0) continue;
    out += fmt::format("{}{} ({:+})", out.empty() ? "" : ", ", weight.words, weight.points);
  }
  return out;
}

std::string short_words(const Likeness& likeness) {
  std::string out;
  for (std::size_t i = 0; i < kTraits; ++i) {
    const auto trait = static_cast<Trait>(i);
    const Weight& weight = weight_of(trait, likeness.levels[i]);
    if (weight.points <= 0 || trait == Trait::weight) continue;
    out += fmt::format("{}{}", out.empty() ? "" : ", ", weight.words);
  }
  return out;
}

std::string plain_doi(std::string_view doi) {
  std::string plain = folded(doi);
  for (std::string_view prefix : {"https://", "http://", "dx.", "www.", "doi.org/", "doi:", "doi "})
    if (plain.starts_with(prefix)) plain.erase(0, prefix.size());
  const std::size_t begin = plain.find_first_not_of(" \t\n");
  if (begin == std::string::npos) return {};
  return plain.substr(begin, plain.find_last_not_of(" \t\n.,;") - begin + 1);
}

RecordForm form_of(const Identity& identity) {
  RecordForm form;
  form.doi = plain_doi(identity.doi);
  for (char c : identity.pmid)
    if (is_digit(c)) form.pmid += c;
  TitleForms titles = title_forms(identity.title);
  form.titles = std::move(titles.forms);
  form.notice = titles.notice;
  std::string_view rest = identity.authors;
  while (!rest.empty() && form.authors.size() < kMostAuthors) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    NameForm name = name_form(rest.substr(0, end));
    if (!name.family.empty()) form.authors.push_back(std::move(name));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  form.year = identity.year;
  form.sources = source_forms(identity.source);
  form.volume = number_form(identity.volume);
  form.issue = number_form(identity.issue);
  Pages pages = pages_form(identity.pages);
  form.first_page = std::move(pages.first);
  form.last_page = std::move(pages.last);
  form.type = identity.type;
  form.preprint = is_preprint(form);
  form.conference = is_conference(form);
  form.recurring = is_recurring(form);
  return form;
}

Likeness compare(const RecordForm& a, const RecordForm& b) {
  Likeness likeness;
  auto set = [&](Trait trait, Level level) {
    likeness.levels[static_cast<std::size_t>(trait)] = level;
    likeness.points += weight_of(trait, level).points;
  };
  const Level title = titles(a, b);
  set(Trait::title, title);
  set(Trait::doi, dois(a, b));
  set(Trait::pmid, numbers(a.pmid, b.pmid));
  // Nothing of the rest can make up for another title alone: most pairs end here.
  if (title == Level::different && likeness[Trait::doi] != Level::same &&
      likeness[Trait::pmid] != Level::same) {
    likeness.contradicted = true;
    return likeness;
  }
  set(Trait::weight, weight(a, b, title));
  set(Trait::authors, authors(a, b));
  set(Trait::year, years(a, b));
  set(Trait::source, sources(a, b));
  set(Trait::volume, a.preprint != b.preprint ? Level::unknown : numbers(a.volume, b.volume));
  set(Trait::issue, a.preprint != b.preprint ? Level::unknown : numbers(a.issue, b.issue));
  set(Trait::pages, a.preprint != b.preprint ? Level::unknown : pages(a, b));
  set(Trait::type, types(a, b, likeness[Trait::source]));
  int balance = 0;
  for (std::size_t i = 0; i < kTraits; ++i) {
    const auto trait = static_cast<Trait>(i);
    const int points = weight_of(trait, likeness.levels[i]).points;
    if (is_place(trait) || (points < 0 && trait != Trait::title && trait != Trait::weight))
      balance += points;
  }
  likeness.against = std::max(0, -balance);
  likeness.contradicted = never_same(likeness) || likeness.against > kMostAgainst;
  likeness.relation = relation_of(likeness);
  return likeness;
}

}  // namespace litmine
