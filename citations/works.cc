// Candidates share a DOI, the first author's name or the beginning of the title; only candidates
// are compared. Joining is by union-find, smallest first, so the result does not depend on luck.
#include "citations/works.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <set>

#include "text/normalize.h"

namespace litmine {
namespace {

/// What is compared of an entry or a study.
struct Node {
  std::string doi, title, author, volume, page;
  std::vector<std::string> words;
  std::optional<int> year;
  std::size_t citing = 0, entry = 0;
  bool is_study = false;
};

std::vector<std::string> words_of(const std::string& title) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < title.size()) {
    const std::size_t end = std::min(title.find(' ', at), title.size());
    if (end > at) words.push_back(title.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  const std::size_t least = std::min(a.size(), b.size());
  if (least >= 4 &&
      std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(least), b.begin()))
    return 1;
  std::multiset<std::string> left(a.begin(), a.end());
  std::size_t common = 0;
  for (const std::string& word : b)
    if (auto found = left.find(word); found != left.end()) {
      left.erase(found);
      ++common;
    }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

std::string author_key(const std::string& family) {
  std::string key = title_key(family);
  std::erase(key, ' ');
  return key;
}

Node node_of(const Reference& reference, std::size_t citing, std::size_t entry) {
  Node node;
  node.doi = reference.doi;
  node.title = title_key(reference.title);
  const auto& names = reference.authors.empty() ? reference.editors : reference.authors;
  if (!names.empty()) node.author = author_key(names.front().family);
  node.volume = reference.volume;
  node.page = reference.pages.substr(0, reference.pages.find('-'));
  node.year = reference.year;
  node.words = words_of(node.title);
  node.citing = citing;
  node.entry = entry;
  return node;
}

Node node_of(const Identity& identity, std::size_t number) {
  Node node;
  node.doi = identity.doi;
  node.title = title_key(identity.title);
  node.author = author_key(std::string(first_family(identity)));
  node.year = identity.year;
  node.words = words_of(node.title);
  node.citing = number;
  node.is_study = true;
  return node;
}

/// Why two are the same work; empty if they are not.
std::string_view same_work(const Node& a, const Node& b) {
  const bool both_doi = !a.doi.empty() && !b.doi.empty();
  if (both_doi && a.doi == b.doi) return "DOI";
  const bool years = !a.year || !b.year || std::abs(*a.year - *b.year) <= 1;
  if (!years) return {};
  const bool same_title = !a.title.empty() && a.title == b.title;
  // Two entries of one list are two works unless they read the same.
  if (!a.is_study && !b.is_study && a.citing == b.citing && !same_title) return {};
  if (both_doi && !(same_title && a.words.size() >= 4)) return {};
  const bool authors =
      a.author.empty() || b.author.empty() || a.author == b.author ||
      edit_distance(a.author, b.author, 2) <= std::min<std::size_t>(2, a.author.size() / 4);
  if (same_title && a.words.size() >= 4 && (authors || a.words.size() >= 7)) return "title";
  if (!authors || a.author.empty() || b.author.empty()) return {};
  if (same_title && a.year == b.year) return "author, year and title";
  if (likeness(a.words, b.words) >= 0.8 && std::min(a.words.size(), b.words.size()) >= 3)
    return "author, year and title";
  const bool title_missing = a.title.empty() || b.title.empty();
  if (title_missing && a.year && a.year == b.year && !a.page.empty() && a.page == b.page &&
      !a.volume.empty() && a.volume == b.volume)
    return "author, year, volume and page";
  return {};
}

class Joiner {
 public:
  explicit Joiner(std::vector<Node> nodes) : nodes_(std::move(nodes)), parent_(nodes_.size()) {
    std::iota(parent_.begin(), parent_.end(), 0);
    std::map<std::string, std::vector<std::size_t>> blocks;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      if (!node.doi.empty()) blocks["d " + node.doi].push_back(i);
      if (!node.author.empty()) blocks["a " + node.author.substr(0, 5)].push_back(i);
      if (node.title.size() >= 12) blocks["t " + node.title.substr(0, 24)].push_back(i);
    }
    for (const auto& [key, block] : blocks) join_block(block);
  }

  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  const std::set<std::string>& reasons(std::size_t root) { return reasons_[root]; }
  const Node& node(std::size_t i) const { return nodes_[i]; }

 private:
  void join_block(const std::vector<std::size_t>& block) {
    for (std::size_t i = 0; i < block.size(); ++i)
      for (std::size_t j = i + 1; j < block.size(); ++j) {
        const std::string_view why = same_work(nodes_[block[i]], nodes_[block[j]]);
        if (!why.empty()) join(block[i], block[j], why);
      }
  }

  void join(std::size_t a, std::size_t b, std::string_view why) {
    a = root(a);
    b = root(b);
    if (a > b) std::swap(a, b);
    parent_[b] = a;
    reasons_[a].insert(std::string(why));
    if (a != b) {
      reasons_[a].insert(reasons_[b].begin(), reasons_[b].end());
      reasons_.erase(b);
    }
  }

  std::vector<Node> nodes_;
  std::vector<std::size_t> parent_;
  std::map<std::size_t, std::set<std::string>> reasons_;
};

/// "reuber-2011-international".
std::string key_of(const Reference& reference) {
  const auto& names = reference.authors.empty() ? reference.editors : reference.authors;
  std::string key = names.empty() ? "anonymous" : author_key(names.front().family).substr(0, 24);
  key += reference.year ? "-" + std::to_string(*reference.year) + reference.year_letter : "-nd";
  for (const std::string& word : words_of(title_key(reference.title)))
    if (word.size() > 3 && word != "from" && word != "with" && word != "their" && word != "this") {
      key += "-" + word;
      break;
    }
  return key;
}

/// The entry most surely read says what the work is; what it lacks comes from the others.
Reference best_of(const std::vector<const Reference*>& entries) {
  const Reference* best = entries.front();
  for (const Reference* entry : entries)
    if (entry->confidence > best->confidence + 1e-9) best = entry;
  Reference reference = *best;
  for (const Reference* entry : entries) {
    if (reference.doi.empty()) reference.doi = entry->doi;
    if (reference.title.empty()) reference.title = entry->title;
    if (reference.container.empty()) reference.container = entry->container;
    if (reference.volume.empty()) reference.volume = entry->volume;
    if (reference.pages.empty()) reference.pages = entry->pages;
  }
  return reference;
}

}  // namespace

double title_likeness(std::string_view a, std::string_view b) {
  return likeness(words_of(title_key(a)), words_of(title_key(b)));
}

std::vector<Work> cited_works(const std::vector<CitingStudy>& citing,
                              const std::vector<Identity>& studies) {
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < studies.size(); ++i) nodes.push_back(node_of(studies[i], i));
  for (std::size_t i = 0; i < citing.size(); ++i)
    for (std::size_t j = 0; j < citing[i].citations.entries.size(); ++j)
      nodes.push_back(node_of(citing[i].citations.entries[j].reference, i, j));
  const std::size_t count = nodes.size();
  Joiner joiner(std::move(nodes));
  std::map<std::size_t, Work> by_root;
  std::map<std::size_t, std::vector<const Reference*>> entries;
  for (std::size_t i = 0; i < count; ++i) {
    const Node& node = joiner.node(i);
    const std::size_t root = joiner.root(i);
    Work& work = by_root[root];
    if (node.is_study) {
      if (work.study.empty()) work.study = studies[node.citing].id;
      continue;
    }
    const Citations& citations = citing[node.citing].citations;
    work.cited_at.push_back({node.citing, node.entry});
    if (node.entry < citations.mentions_of.size())
      work.mentions += citations.mentions_of[node.entry].size();
    entries[root].push_back(&citations.entries[node.entry].reference);
  }
  std::vector<Work> works;
  std::map<std::string, int> keys;
  for (auto& [root, work] : by_root) {
    if (work.cited_at.empty()) continue;
    work.reference = best_of(entries[root]);
    for (const std::string& reason : joiner.reasons(root))
      work.joined_because += (work.joined_because.empty() ? "" : "; ") + reason;
    work.key = key_of(work.reference);
    if (const int again = ++keys[work.key]; again > 1) work.key += "-" + std::to_string(again);
    works.push_back(std::move(work));
  }
  auto studies_citing = [](const Work& work) {
    std::set<std::size_t> citing_studies;
    for (const CitedAt& at : work.cited_at) citing_studies.insert(at.citing);
    return citing_studies.size();
  };
  std::stable_sort(works.begin(), works.end(), [&](const Work& a, const Work& b) {
    const std::size_t many_a = studies_citing(a), many_b = studies_citing(b);
    if (many_a != many_b) return many_a > many_b;
    if (a.mentions != b.mentions) return a.mentions > b.mentions;
    return a.key < b.key;
  });
  return works;
}

}  // namespace litmine
