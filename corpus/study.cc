// Which reports are of one study.
//
// Groups grow in two rounds, and a group remembers what all its members agree on, so that a chain
// of small differences never ends in a contradiction:
//   1. the same DOI, unless the titles have next to no word in common (databases do mistype DOIs);
//   2. the same title, with first author and year where they are known, and never across two DOIs.
// Pairs are taken from the surest to the least sure, then by id: the order of the input does not
// matter.
#include "corpus/study.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>

#include "text/normalize.h"
#include "text/words.h"

namespace litmine {
namespace {

// Titles that many works share: they never join two reports.
constexpr std::string_view kSharedTitles[] = {
    "abstract",
    "abstracts",
    "addendum",
    "acknowledgements",
    "announcement",
    "bookreview",
    "bookreviews",
    "calendar",
    "commentary",
    "comment",
    "conclusion",
    "conclusions",
    "contents",
    "correction",
    "corrigendum",
    "discussion",
    "editorial",
    "editorialnote",
    "editorsnote",
    "erratum",
    "foreword",
    "fromtheeditor",
    "guesteditorial",
    "index",
    "introduction",
    "inthisissue",
    "issueinformation",
    "lettertotheeditor",
    "letters",
    "news",
    "notes",
    "obituary",
    "preface",
    "reply",
    "retraction",
    "review",
    "reviews",
    "tableofcontents",
    "titlepage",
    "untitled",
};

// Words that tell nothing about a title.
constexpr std::string_view kSmallWords[] = {
    "a",    "an",  "and",   "are",  "as",  "at",  "by",   "can",  "das",  "de",   "der",
    "des",  "die", "do",    "does", "du",  "el",  "et",   "for",  "from", "how",  "in",
    "into", "is",  "its",   "la",   "le",  "les", "los",  "of",   "on",   "or",   "our",
    "s",    "the", "their", "to",   "und", "von", "what", "when", "why",  "with", "y",
};

template <std::size_t N>
bool is_in(const std::string_view (&table)[N], std::string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

// Titles

constexpr std::string_view kTags[] = {"i",   "b",      "em",    "sub",  "sup", "strong",
                                      "scp", "italic", "title", "span", "p",   "u"};

// Signs that are no letters.
constexpr std::string_view kEntities[] = {"amp",   "lt",    "gt",    "quot",  "apos",  "nbsp",
                                          "ndash", "mdash", "lsquo", "rsquo", "ldquo", "rdquo"};

bool is_entity(std::string_view name) {
  return is_in(kEntities, name) ||
         (name.starts_with('#') && name.size() > 1 && name.size() <= 7 &&
          name.find_first_not_of("xX0123456789abcdefABCDEF", 1) == std::string_view::npos);
}

/// Databases leave marks of type in titles: "<i>", "&amp;".
std::string without_markup(std::string_view title) {
  std::string out;
  for (std::size_t at = 0; at < title.size();) {
    const std::size_t end = title.find(title[at] == '<' ? '>' : ';', at);
    if (title[at] == '<' && end != std::string_view::npos) {
      std::string_view name = title.substr(at + 1, end - at - 1);
      if (name.starts_with('/')) name.remove_prefix(1);
      if (name.starts_with("jats:")) name.remove_prefix(5);
      if (is_in(kTags, name.substr(0, name.find(' ')))) {
        at = end + 1;
        continue;
      }
    }
    if (title[at] == '&' && end != std::string_view::npos &&
        is_entity(title.substr(at + 1, end - at - 1))) {
      out += ' ';
      at = end + 1;
      continue;
    }
    out += title[at++];
  }
  return out;
}

/// A title in which "e-commerce", "e commerce" and "ecommerce" are the same.
std::string compact(std::string_view key) {
  std::string out(key);
  out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
  return out;
}

std::set<std::string_view> telling_words(std::string_view key) {
  std::set<std::string_view> words, all;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    const std::string_view word = key.substr(at, end - at);
    all.insert(word);
    if (!is_in(kSmallWords, word)) words.insert(word);
    at = end + 1;
  }
  return words.empty() ? all : words;
}

/// Do two titles have less than a quarter of the words of the shorter one in common? A missing
/// title is not different.
bool plainly_different(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || a == b) return false;
  const std::string left = compact(a), right = compact(b);
  if (left.starts_with(right) || right.starts_with(left)) return false;
  const std::set<std::string_view> one = telling_words(a), other = telling_words(b);
  const auto common = static_cast<std::size_t>(
      std::count_if(one.begin(), one.end(), [&](auto word) { return other.contains(word); }));
  if (4 * common >= std::min(one.size(), other.size())) return false;
  // Broken words ("ecom merce", a lost accent) leave the letters alike.
  const std::size_t longer = std::max(left.size(), right.size());
  return edit_distance(left, right, longer / 3) > longer / 3;
}

// Authors: the same, or one with more words before it ("van der Berg" and "Berg").

bool same_family(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (!a.ends_with(b)) return false;
  return a.size() == b.size() || a[a.size() - b.size() - 1] == ' ';
}

std::string plain_doi(std::string_view doi) {
  std::string plain = folded(doi);
  for (std::string_view prefix : {"https://", "http://", "dx.", "www.", "doi.org/", "doi:", "doi "})
    if (plain.starts_with(prefix)) plain.erase(0, prefix.size());
  const std::size_t begin = plain.find_first_not_of(" \t\n");
  if (begin == std::string::npos) return {};
  return plain.substr(begin, plain.find_last_not_of(" \t\n.,;") - begin + 1);
}

/// A group under way, and what its members agree on.
struct Group {
  std::vector<std::size_t> members;
  std::string doi;                      // "" when no member has one
  std::vector<std::string> authors;     // every family name known, each once
  std::optional<int> earliest, latest;  // years known
  std::set<std::string> reasons;
};

struct Report {
  const Identity* identity = nullptr;
  std::string doi, title, compact_title, author;
};

/// How sure it is that two groups of the same title are one study: smaller is surer.
struct Sureness {
  int year = 0;    // 0 the same, 1 one apart, 2 not known
  int author = 0;  // 0 the same, 1 not known
  int rank() const { return 2 * year + author; }
};

class Grouping {
 public:
  explicit Grouping(const std::vector<Identity>& identities) {
    for (const Identity& identity : identities) add(identity);
    std::sort(reports_.begin(), reports_.end(), [](const Report& a, const Report& b) {
      return std::tie(a.identity->id, a.doi, a.title) < std::tie(b.identity->id, b.doi, b.title);
    });
    groups_.resize(reports_.size());
    group_of_.resize(reports_.size());
    for (std::size_t i = 0; i < reports_.size(); ++i) start_group(i);
  }

  void join_by_doi() {
    std::map<std::string_view, std::vector<std::size_t>> buckets;
    for (std::size_t i = 0; i < reports_.size(); ++i)
      if (!reports_[i].doi.empty()) buckets[reports_[i].doi].push_back(i);
    for (const auto& [doi, members] : buckets)
      if (members.size() > 1) join_bucket_of_doi(members, fmt::format("same DOI {}", doi));
  }

  void join_by_title() {
    std::map<std::string_view, std::vector<std::size_t>> buckets;
    for (std::size_t i = 0; i < reports_.size(); ++i)
      if (tells_work(reports_[i])) buckets[reports_[i].compact_title].push_back(i);
    for (const auto& [title, members] : buckets)
      if (members.size() > 1) join_bucket_of_title(members);
  }

  std::vector<Study> studies() const {
    std::vector<Study> found;
    for (const Group& group : groups_)
      if (!group.members.empty()) found.push_back(study(group));
    std::sort(found.begin(), found.end(),
              [](const Study& a, const Study& b) { return a.id < b.id; });
    return found;
  }

 private:
  void add(const Identity& identity) {
    Report report{&identity, plain_doi(identity.doi), title_key(identity.title), {}, {}};
    report.compact_title = compact(report.title);
    report.author = title_key(identity.first_author);
    reports_.push_back(std::move(report));
  }

  void start_group(std::size_t i) {
    Group& group = groups_[i];
    group.members = {i};
    group_of_[i] = i;
    group.doi = reports_[i].doi;
    if (!reports_[i].author.empty()) group.authors = {reports_[i].author};
    group.earliest = group.latest = reports_[i].identity->year;
  }

  static bool tells_work(const Report& report) {
    return report.compact_title.size() >= 4 && !is_in(kSharedTitles, report.compact_title);
  }

  /// Reports of one DOI: those with the same title first, then titles that are near enough. One
  /// without a title joins only where there is no choice.
  void join_bucket_of_doi(const std::vector<std::size_t>& members, const std::string& reason) {
    std::vector<std::size_t> titles;  // one report for each title
    std::vector<std::size_t> untitled;
    std::map<std::string_view, std::size_t> first_with;
    for (std::size_t member : members) {
      const std::string& title = reports_[member].title;
      if (title.empty()) {
        untitled.push_back(member);
      } else if (auto [found, is_new] = first_with.emplace(title, member); is_new) {
        titles.push_back(member);
      } else {
        join(found->second, member, reason);
      }
    }
    if (titles.size() <= kMostPairs)
      for (std::size_t i = 0; i < titles.size(); ++i)
        for (std::size_t j = i + 1; j < titles.size(); ++j)
          if (!plainly_different(reports_[titles[i]].title, reports_[titles[j]].title))
            join(titles[i], titles[j], reason);
    std::set<std::size_t> groups;
    for (std::size_t title : titles) groups.insert(group_of_[title]);
    if (groups.size() == 1) untitled.push_back(titles.front());
    for (std::size_t i = 1; i < untitled.size(); ++i) join(untitled[0], untitled[i], reason);
  }

  void join_bucket_of_title(const std::vector<std::size_t>& members) {
    std::vector<std::size_t> roots = members;
    for (std::size_t& root : roots) root = group_of_[root];
    std::sort(roots.begin(), roots.end());
    roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
    // Many groups of one title can only come from a broken export: compare neighbours then.
    const std::size_t reach = roots.size() <= kMostPairs ? roots.size() : 2;

    using Pair = std::tuple<int, std::size_t, std::size_t>;  // rank, two groups
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < roots.size(); ++i)
      for (std::size_t j = i + 1; j < std::min(roots.size(), i + reach); ++j)
        if (const auto sureness = same_work(groups_[roots[i]], groups_[roots[j]]))
          pairs.emplace_back(sureness->rank(), roots[i], roots[j]);
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [rank, a, b] : pairs) join_if_same_work(a, b);
  }

  /// Asked again at the moment of joining: what was joined before may speak against it.
  void join_if_same_work(std::size_t a, std::size_t b) {
    a = group_of_[groups_[a].members.empty() ? a : groups_[a].members.front()];
    b = group_of_[groups_[b].members.empty() ? b : groups_[b].members.front()];
    if (a == b) return;
    if (const auto sureness = same_work(groups_[a], groups_[b]))
      join(groups_[a].members.front(), groups_[b].members.front(), reason_for(*sureness));
  }

  static std::optional<Sureness> same_work(const Group& a, const Group& b) {
    if (!a.doi.empty() && !b.doi.empty() && a.doi != b.doi) return std::nullopt;
    Sureness sureness;
    if (!a.earliest || !b.earliest) {
      sureness.year = 2;
    } else {
      const int span = std::max(*a.latest, *b.latest) - std::min(*a.earliest, *b.earliest);
      if (span > 1) return std::nullopt;
      sureness.year = span;
    }
    for (const std::string& one : a.authors)
      for (const std::string& other : b.authors)
        if (!same_family(one, other)) return std::nullopt;
    sureness.author = a.authors.empty() || b.authors.empty() ? 1 : 0;
    return sureness;
  }

  static std::string reason_for(const Sureness& sureness) {
    static constexpr std::string_view kReasons[3][2] = {
        {"same title, year and first author", "same title and year"},
        {"same title and first author, years one apart", "same title, years one apart"},
        {"same title and first author", "same title"},
    };
    return std::string(kReasons[sureness.year][sureness.author]);
  }

  /// Joins the groups of two reports; the smaller moves into the larger.
  void join(std::size_t a, std::size_t b, const std::string& reason) {
    std::size_t into = group_of_[a], from = group_of_[b];
    if (into == from) return;
    if (groups_[into].members.size() < groups_[from].members.size()) std::swap(into, from);
    Group& kept = groups_[into];
    Group moved = std::move(groups_[from]);
    groups_[from] = {};
    for (std::size_t member : moved.members) group_of_[member] = into;
    kept.members.insert(kept.members.end(), moved.members.begin(), moved.members.end());
    if (kept.doi.empty()) kept.doi = moved.doi;
    for (std::string& author : moved.authors)
      if (std::find(kept.authors.begin(), kept.authors.end(), author) == kept.authors.end())
        kept.authors.push_back(std::move(author));
    if (moved.earliest) {
      kept.earliest = std::min(kept.earliest.value_or(*moved.earliest), *moved.earliest);
      kept.latest = std::max(kept.latest.value_or(*moved.latest), *moved.latest);
    }
    kept.reasons.merge(moved.reasons);
    kept.reasons.insert(reason);
  }

  Study study(const Group& group) const {
    std::vector<std::size_t> members = group.members;
    std::sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
      const Identity &left = *reports_[a].identity, &right = *reports_[b].identity;
      return std::tie(left.kind, left.id) < std::tie(right.kind, right.id);
    });
    Study study;
    for (std::size_t member : members) study.reports.push_back(reports_[member].identity->id);
    study.id = study.reports.front();
    for (const std::string& reason : group.reasons)
      study.reason += (study.reason.empty() ? "" : "; ") + reason;
    return study;
  }

  static constexpr std::size_t kMostPairs = 64;

  std::vector<Report> reports_;  // sorted by id
  std::vector<Group> groups_;    // emptied when moved into another
  std::vector<std::size_t> group_of_;
};

// Ids

constexpr std::size_t kLongestId = 48;

/// Lower-case ASCII letters and digits with single hyphens between. `lost` counts letters and
/// digits of other scripts, which have no place in it.
std::string slug(std::string_view text, std::size_t* lost = nullptr) {
  std::string out;
  cut_words(text, [&](const Word& word) {
    if (word.form != Word::Form::folded) return;
    if (!out.empty() && out.back() != '-') out += '-';
    for (char c : unaccented(word.text)) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        out += c;
      else if ((static_cast<unsigned char>(c) & 0xC0) == 0xC0 && lost != nullptr)
        ++*lost;
    }
  });
  while (out.ends_with('-')) out.pop_back();
  return out;
}

/// Whole parts of a slug, up to the longest an id may be.
std::string shortened(std::string slug) {
  if (slug.size() <= kLongestId) return slug;
  const std::size_t hyphen = slug.rfind('-', kLongestId);
  slug.resize(hyphen == std::string::npos || hyphen < kLongestId / 2 ? kLongestId : hyphen);
  return slug;
}

std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of('/') == std::string::npos ? 0 : path.find_last_of('/') + 1);
}

/// The name of a file without its extension: "J. Smith 2020.pdf" → "J. Smith 2020".
std::string_view stem_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return name;
  const std::string_view extension = name.substr(dot + 1);
  const bool is_one = !extension.empty() && extension.size() <= 5 &&
                      std::all_of(extension.begin(), extension.end(),
                                  [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; });
  return is_one ? name.substr(0, dot) : name;
}

std::string hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return fmt::format("{:08x}", hash);
}

std::string fallback_id(const Document& document) {
  return "document-" + hash_of(file_name(document.source) + "\n" + document.about.title);
}

/// "westerlund-2020-online-smes": family, year and the first three telling words of the title.
std::string id_from_facts(const Biblio& about, std::size_t& lost) {
  std::string name = about.authors.empty() ? "" : about.authors.front().family;
  if (about.year) name += fmt::format(" {}", *about.year);
  const std::string key = title_key(about.title);
  std::size_t taken = 0;
  for (std::size_t at = 0; at < key.size() && taken < 3;) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    const std::string word = key.substr(at, end - at);
    if (!is_in(kSmallWords, word)) name += " " + word, ++taken;
    at = end + 1;
  }
  return slug(name, &lost);
}

std::string wanted_id(const Document& document) {
  std::size_t lost = 0;
  const std::string name = file_name(document.source);
  const bool is_record = document.record > 0;
  std::string id = is_record ? id_from_facts(document.about, lost) : slug(stem_of(name), &lost);
  const auto letters = static_cast<std::size_t>(
      std::count_if(id.begin(), id.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
  if (lost > 0 && lost >= letters) return fallback_id(document);
  if (letters == 0 && is_record) {
    const std::string file = shortened(slug(stem_of(name)));
    id = fmt::format("{}-{}", file.empty() ? "record" : file, document.record);
  }
  return id.empty() ? fallback_id(document) : shortened(std::move(id));
}

}  // namespace

Identity identity_of(const Document& document) {
  Identity identity;
  identity.id = document.id;
  identity.kind = document.kind;
  identity.doi = document.about.doi;
  identity.title =
      document.about.title.empty() ? document.part_text(Part::title) : document.about.title;
  const Biblio& about = document.about;
  const std::vector<Author>& names = about.authors.empty() ? about.editors : about.authors;
  if (!names.empty()) identity.first_author = names.front().family;
  identity.year = document.about.year;
  return identity;
}

std::vector<Study> group_into_studies(const std::vector<Identity>& reports) {
  Grouping grouping(reports);
  grouping.join_by_doi();
  grouping.join_by_title();
  return grouping.studies();
}

std::string title_key(std::string_view title) {
  std::string key;
  cut_words(normalized(without_markup(title)), [&](const Word& word) {
    if (word.form != Word::Form::folded) return;
    std::string plain = unaccented(word.text);
    plain.erase(std::remove(plain.begin(), plain.end(), '\''), plain.end());
    key.append(key.empty() ? "" : " ").append(plain);
  });
  return key;
}

DocId new_id(const Document& document, const std::function<bool(const DocId&)>& taken) {
  DocId wanted = wanted_id(document);
  if (!taken(wanted)) return wanted;
  for (std::uint64_t number = 2;; ++number)
    if (DocId id = fmt::format("{}-{}", wanted, number); !taken(id)) return id;
}

}  // namespace litmine
