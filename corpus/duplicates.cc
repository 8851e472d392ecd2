#include "corpus/duplicates.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "corpus/title_form.h"

namespace litmine {
namespace {

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = 0xcbf29ce484222325u ^ (seed * 0x9e3779b97f4a7c15u);  // FNV-1a
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  hash ^= hash >> 29;
  return hash * 0xbf58476d1ce4e5b9u;
}

/// Everything that is compared, in one string: equal strings compare alike with everything.
std::string content_of(const RecordForm& form) {
  std::string out;
  const auto add = [&](std::string_view part) { out.append(part).append("\x1f"); };
  if (!form.titles.empty())
    for (const std::string& word : form.titles.front().words) out.append(word).append(" ");
  add("");
  for (const NameForm& name : form.authors)
    out.append(name.family).append(",").append(name.given).append(";");
  add("");
  add(form.year ? std::to_string(*form.year) : "");
  for (const std::string* part : {&form.doi, &form.pmid, &form.volume, &form.issue,
                                  &form.first_page, &form.last_page, &form.type})
    add(*part);
  for (const std::string& source : form.sources) add(source);
  for (const TitleForm& title : form.titles) add(title.compact);
  out += static_cast<char>('0' + static_cast<int>(form.notice));
  return out;
}

// Keys. Two records that are the same have at least one in common, whichever field is wrong in one.

struct Key {
  std::uint64_t hash = 0;
  std::uint32_t record = 0;
  friend bool operator<(const Key& a, const Key& b) {
    return std::tie(a.hash, a.record) < std::tie(b.hash, b.record);
  }
};

/// In how many titles each word stands.
using WordCounts = std::unordered_map<std::uint32_t, std::uint32_t>;

class Keys {
 public:
  Keys(const RecordForm& form, const WordCounts& counts) {
    if (!form.doi.empty()) add(form.doi, 1);
    if (!form.pmid.empty()) add(form.pmid, 2);
    for (const TitleForm& title : form.titles) add(title.compact, 3);
    if (!form.titles.empty()) {
      const TitleForm& title = form.titles.back();
      if (title.compact.size() >= 20) add(title.compact.substr(0, 20), 4);
      if (title.compact.size() >= 24) add(title.compact.substr(title.compact.size() - 20), 5);
      add_rare_words(title, counts);
    }
    const std::string author = form.authors.empty() ? "" : form.authors.front().family;
    const std::string year = form.year ? std::to_string(*form.year) : "";
    if (!form.first_page.empty() && !form.volume.empty())
      add(form.volume + "/" + form.first_page + "/" + year, 6);
    if (!form.first_page.empty() && !author.empty()) add(author + "/" + form.first_page, 7);
  }

  std::vector<std::uint64_t> hashes;

 private:
  void add(std::string_view text, std::uint64_t kind) {
    if (hashes.size() < kMostKeys) hashes.push_back(hash_of(text, kind));
  }
  /// Pairs of the four rarest words that at least two titles have.
  void add_rare_words(const TitleForm& title, const WordCounts& counts) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rare;
    for (std::size_t i = 0; i < title.keys.size(); ++i) {
      if (i > 0 && title.keys[i] == title.keys[i - 1]) continue;
      const std::uint32_t count = counts.at(title.keys[i]);
      if (count >= 2) rare.emplace_back(count, title.keys[i]);
    }
    const std::size_t taken = std::min<std::size_t>(rare.size(), 4);
    std::partial_sort(rare.begin(), rare.begin() + static_cast<std::ptrdiff_t>(taken), rare.end());
    for (std::size_t i = 0; i < taken; ++i)
      for (std::size_t j = i + 1; j < taken; ++j) {
        const std::uint64_t low = std::min(rare[i].second, rare[j].second);
        const std::uint64_t high = std::max(rare[i].second, rare[j].second);
        if (hashes.size() < kMostKeys)
          hashes.push_back((low << 32 | high) * 0x9e3779b97f4a7c15u ^ 0x5bd1e995u);
      }
  }
};

/// A group under way.
struct Growing {
  std::vector<std::uint32_t> members;  // representatives, by rank
  std::vector<ComparedPair> because;
};

class Search {
 public:
  Search(const std::vector<Identity>& records, const DuplicateOptions& options)
      : records_(records), options_(options) {
    prepare();
    collapse_equals();
  }

  Duplicates run() {
    find_pairs();
    decide();
    grow();
    Duplicates found;
    found.groups = groups();
    if (options_.find_doubtful) {
      found.doubtful = between_groups(doubtful_);
      found.linked = between_groups(linked_);
    }
    found.compared = compared_;
    return found;
  }

 private:
  Likeness compared(std::uint32_t a, std::uint32_t b) {
    ++compared_;
    return compare(forms_[a], forms_[b]);
  }

  /// Forms of all records, and their rank: by content, then by id.
  void prepare() {
    const auto count = static_cast<std::uint32_t>(records_.size());
    forms_.reserve(count);
    for (const Identity& record : records_) forms_.push_back(form_of(record));
    std::vector<std::string> contents;
    contents.reserve(count);
    for (const RecordForm& form : forms_) contents.push_back(content_of(form));
    by_rank_.resize(count);
    std::iota(by_rank_.begin(), by_rank_.end(), 0u);
    std::sort(by_rank_.begin(), by_rank_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(contents[a], records_[a].id) < std::tie(contents[b], records_[b].id);
    });
    rank_.resize(count);
    equal_to_before_.resize(count, false);
    for (std::uint32_t i = 0; i < count; ++i) {
      rank_[by_rank_[i]] = i;
      equal_to_before_[i] = i > 0 && contents[by_rank_[i]] == contents[by_rank_[i - 1]];
    }
    mark_series();
  }

  /// A title that works of different authors, or of far years, have tells less.
  void mark_series() {
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> same_title;
    for (std::uint32_t record : by_rank_)
      if (!forms_[record].titles.empty())
        same_title[forms_[record].titles.front().compact].push_back(record);
    for (const auto& [title, members] : same_title) {
      if (members.size() < 3) continue;
      std::vector<std::pair<std::string_view, int>> works;
      for (std::uint32_t member : members) {
        const RecordForm& form = forms_[member];
        if (form.year && !form.authors.empty())
          works.emplace_back(form.authors.front().family, *form.year);
      }
      std::sort(works.begin(), works.end());
      std::size_t different = 0;
      for (std::size_t i = 0; i < works.size(); ++i)
        if (i == 0 || works[i].first.substr(0, 3) != works[i - 1].first.substr(0, 3) ||
            works[i].second > works[i - 1].second + 2)
          ++different;
      if (different >= 3)
        for (std::uint32_t member : members) forms_[member].shared_title = true;
    }
  }

  /// Records that are equal in all that is compared are one, if a record like that would be the
  /// same as itself: two that say nothing but "Editorial" are not.
  void collapse_equals() {
    stands_for_.resize(records_.size());
    std::uint32_t before = 0;
    bool same_as_itself = false;
    for (std::uint32_t i = 0; i < by_rank_.size(); ++i) {
      const std::uint32_t record = by_rank_[i];
      if (!equal_to_before_[i]) {
        before = record;
        same_as_itself = compared(record, record).relation == Relation::same;
      }
      const bool collapsed = record != before && same_as_itself;
      stands_for_[record] = collapsed ? before : record;
      if (!collapsed) representatives_.push_back(record);
    }
  }

  void find_pairs() {
    WordCounts counts;
    for (std::uint32_t record : representatives_)
      for (const TitleForm& title : forms_[record].titles)
        for (std::size_t i = 0; i < title.keys.size(); ++i)
          if (i == 0 || title.keys[i] != title.keys[i - 1]) ++counts[title.keys[i]];
    std::vector<Key> keys;
    for (std::uint32_t record : representatives_)
      for (std::uint64_t hash : Keys(forms_[record], counts).hashes)
        keys.push_back({hash, rank_[record]});
    std::sort(keys.begin(), keys.end());
    // Pairs as ranks, the lower in front; each is compared once.
    std::vector<std::uint64_t> pairs;
    for (std::size_t begin = 0; begin < keys.size();) {
      std::size_t end = begin;
      while (end < keys.size() && keys[end].hash == keys[begin].hash) ++end;
      const std::size_t reach = end - begin <= 2 * kNeighbours ? end - begin : kNeighbours;
      for (std::size_t i = begin; i < end; ++i)
        for (std::size_t j = i + 1; j < std::min(end, i + 1 + reach); ++j)
          if (keys[i].record != keys[j].record)
            pairs.push_back(std::uint64_t{keys[i].record} << 32 | keys[j].record);
      begin = end;
      if (pairs.size() > (1u << 22)) compare_all(pairs);
    }
    compare_all(pairs);
    for (auto* list : {&same_, &doubtful_, &linked_}) {
      std::sort(list->begin(), list->end(), surer_);
      list->erase(std::unique(list->begin(), list->end(),
                              [](const ComparedPair& x, const ComparedPair& y) {
                                return x.a == y.a && x.b == y.b;
                              }),
                  list->end());
    }
  }

  void compare_all(std::vector<std::uint64_t>& pairs) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (std::uint64_t pair : pairs) {
      const std::uint32_t a = by_rank_[pair >> 32], b = by_rank_[pair & 0xffffffffu];
      const Likeness likeness = compared(a, b);
      if (likeness.relation == Relation::same)
        same_.push_back({a, b, likeness, false});
      else if (likeness.relation == Relation::doubtful)
        doubtful_.push_back({a, b, likeness, false});
      else if (likeness.relation == Relation::linked)
        linked_.push_back({a, b, likeness, false});
    }
    pairs.clear();
  }

  // Decisions of people

  static std::uint64_t pair_key(std::uint32_t a, std::uint32_t b) {
    return std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
  }

  void decide() {
    for (const PairDecision& decision : options_.decisions) {
      const std::uint32_t a = stands_for_[decision.a], b = stands_for_[decision.b];
      if (a == b) continue;
      decided_[pair_key(a, b)] = decision.relation;
    }
    for (const auto& [key, relation] : decided_) {
      ComparedPair pair{static_cast<std::uint32_t>(key >> 32),
                        static_cast<std::uint32_t>(key & 0xffffffffu),
                        {},
                        true};
      if (rank_[pair.b] < rank_[pair.a]) std::swap(pair.a, pair.b);
      pair.likeness = compared(pair.a, pair.b);
      pair.likeness.relation = relation;
      for (auto* list : {&same_, &doubtful_, &linked_})
        std::erase_if(*list, [&](const ComparedPair& other) {
          return other.a == pair.a && other.b == pair.b;
        });
      if (relation == Relation::same) same_.push_back(pair);
      if (relation == Relation::linked) linked_.push_back(pair);
      if (relation == Relation::doubtful) doubtful_.push_back(pair);
    }
    std::sort(same_.begin(), same_.end(), surer_);
    std::sort(linked_.begin(), linked_.end(), surer_);
  }

  // Groups

  void grow() {
    group_of_.resize(records_.size());
    for (std::uint32_t record : representatives_) {
      group_of_[record] = record;
      growing_[record].members = {record};
    }
    hold_back_untitled();
    for (const ComparedPair& pair : same_) {
      const std::uint32_t a = group_of_[pair.a], b = group_of_[pair.b];
      if (a == b) continue;
      if (pair.decided || may_join(growing_.at(a), growing_.at(b)))
        join(a, b, pair);
      else
        doubtful_.push_back(pair);
    }
    std::sort(doubtful_.begin(), doubtful_.end(), surer_);
  }

  /// A record without a title goes with whichever has its DOI, unless it has a choice between works
  /// that are not the same: then a person has to tell.
  void hold_back_untitled() {
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> near;
    for (const ComparedPair& pair : same_) {
      if (forms_[pair.a].titles.empty() && !forms_[pair.b].titles.empty())
        near[pair.a].push_back(pair.b);
      if (forms_[pair.b].titles.empty() && !forms_[pair.a].titles.empty())
        near[pair.b].push_back(pair.a);
    }
    std::unordered_set<std::uint32_t> undecided;
    for (const auto& [record, others] : near)
      for (std::size_t i = 1; i < others.size() && i < kNeighbours; ++i)
        if (compared(others[0], others[i]).relation != Relation::same) undecided.insert(record);
    std::erase_if(same_, [&](const ComparedPair& pair) {
      const bool held = !pair.decided &&
                        forms_[pair.a].titles.empty() != forms_[pair.b].titles.empty() &&
                        (undecided.contains(pair.a) || undecided.contains(pair.b));
      if (held) doubtful_.push_back(pair);
      return held;
    });
  }

  bool may_join(const Growing& a, const Growing& b) {
    // Groups only grow: what kept two of them apart once keeps them apart.
    const std::uint64_t key = pair_key(a.members.front(), b.members.front());
    if (refused_.contains(key)) return false;
    const bool may = !contradict(a, b);
    if (!may) refused_.insert(key);
    return may;
  }

  /// Does a record of one contradict a record of the other, or a person say that they are two?
  bool contradict(const Growing& a, const Growing& b) {
    if (a.members.size() * b.members.size() > kMostCrossPairs) return true;
    for (std::uint32_t x : a.members)
      for (std::uint32_t y : b.members) {
        if (auto decided = decided_.find(pair_key(x, y)); decided != decided_.end()) {
          if (decided->second != Relation::same) return true;
          continue;
        }
        if (compared(x, y).contradicted) return true;
      }
    return false;
  }

  void join(std::uint32_t a, std::uint32_t b, const ComparedPair& pair) {
    if (growing_.at(a).members.size() < growing_.at(b).members.size()) std::swap(a, b);
    Growing& kept = growing_.at(a);
    Growing moved = std::move(growing_.at(b));
    growing_.erase(b);
    for (std::uint32_t member : moved.members) group_of_[member] = a;
    kept.members.insert(kept.members.end(), moved.members.begin(), moved.members.end());
    kept.because.insert(kept.because.end(), moved.because.begin(), moved.because.end());
    kept.because.push_back(pair);
  }

  std::vector<DuplicateGroup> groups() {
    std::unordered_map<std::uint32_t, DuplicateGroup> by_group;
    for (std::uint32_t record = 0; record < records_.size(); ++record) {
      DuplicateGroup& group = by_group[group_of_[stands_for_[record]]];
      group.members.push_back(record);
      if (stands_for_[record] != record)
        group.because.push_back(
            {stands_for_[record], record, compared(stands_for_[record], record), false});
    }
    std::vector<DuplicateGroup> found;
    for (auto& [id, group] : by_group) {
      if (group.members.size() < 2) continue;
      const Growing& grown = growing_.at(id);
      group.because.insert(group.because.begin(), grown.because.begin(), grown.because.end());
      for (ComparedPair& pair : group.because)
        if (pair.a > pair.b) std::swap(pair.a, pair.b);
      found.push_back(std::move(group));
    }
    std::sort(found.begin(), found.end(), [](const DuplicateGroup& a, const DuplicateGroup& b) {
      return a.members.front() < b.members.front();
    });
    return found;
  }

  std::vector<ComparedPair> between_groups(const std::vector<ComparedPair>& pairs) {
    std::vector<ComparedPair> found;
    std::unordered_set<std::uint64_t> seen;
    for (ComparedPair pair : pairs) {
      const std::uint32_t a = group_of_[pair.a], b = group_of_[pair.b];
      if (a == b || !seen.insert(pair_key(a, b)).second) continue;
      if (pair.a > pair.b) std::swap(pair.a, pair.b);
      found.push_back(pair);
    }
    return found;
  }

  static constexpr std::size_t kMostCrossPairs = 4096;

  const std::vector<Identity>& records_;
  const DuplicateOptions& options_;
  std::vector<RecordForm> forms_;
  std::vector<std::uint32_t> by_rank_, rank_;
  std::vector<bool> equal_to_before_;           // by rank
  std::vector<std::uint32_t> stands_for_;       // the representative of each record
  std::vector<std::uint32_t> representatives_;  // by rank
  std::vector<ComparedPair> same_, doubtful_, linked_;
  std::map<std::uint64_t, Relation> decided_;
  std::vector<std::uint32_t> group_of_;
  std::unordered_map<std::uint32_t, Growing> growing_;
  std::unordered_set<std::uint64_t> refused_;  // pairs of groups, by their first members
  std::uint64_t compared_ = 0;

  /// Decided first, then most points, then by rank.
  struct Surer {
    const Search& search;
    bool operator()(const ComparedPair& x, const ComparedPair& y) const {
      if (x.decided != y.decided) return x.decided;
      if (x.likeness.points != y.likeness.points) return x.likeness.points > y.likeness.points;
      return std::make_pair(search.rank_[x.a], search.rank_[x.b]) <
             std::make_pair(search.rank_[y.a], search.rank_[y.b]);
    }
  };
  Surer surer_{*this};
};

}  // namespace

Duplicates find_duplicates(const std::vector<Identity>& records, const DuplicateOptions& options) {
  return Search(records, options).run();
}

}  // namespace litmine
