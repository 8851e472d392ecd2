#include "corpus/duplicate_decisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace litmine {
namespace {

std::uint64_t hash_of(std::string_view text, std::uint64_t hash) {
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;  // FNV-1a
  return hash;
}

std::string on_one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return out;
}

constexpr std::string_view kTakenBack = "open";

std::optional<std::optional<Relation>> relation_named(std::string_view word) {
  if (word == kTakenBack) return std::optional<Relation>();
  for (Relation relation :
       {Relation::same, Relation::linked, Relation::different, Relation::doubtful})
    if (word == name_of(relation)) return relation;
  return std::nullopt;
}

bool is_key(std::string_view word) {
  return word.size() == 16 && word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<DuplicateDecision> decision_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t at = 0; at <= line.size() && cells.size() < 5;) {
    const std::size_t end =
        cells.size() == 4 ? line.size() : std::min(line.find('\t', at), line.size());
    cells.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  if (cells.size() < 3 || !is_key(cells[1]) || !is_key(cells[2]) || cells[1] == cells[2]) return {};
  const auto relation = relation_named(cells[0]);
  if (!relation) return {};
  DuplicateDecision decision;
  decision.relation = *relation;
  decision.a = std::min(cells[1], cells[2]);
  decision.b = std::max(cells[1], cells[2]);
  if (cells.size() > 3) decision.person = cells[3];
  if (cells.size() > 4) decision.note = cells[4];
  return decision;
}

}  // namespace

std::string record_key(const Identity& identity) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const std::string* part :
       {&identity.doi, &identity.title, &identity.authors, &identity.source, &identity.volume,
        &identity.issue, &identity.pages, &identity.pmid, &identity.type})
    hash = hash_of("\x1f", hash_of(*part, hash));
  hash = hash_of(identity.year ? std::to_string(*identity.year) : "", hash);
  hash ^= hash >> 29;
  return fmt::format("{:016x}", hash * 0xbf58476d1ce4e5b9u);
}

std::string line_of(const DuplicateDecision& decision) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\n",
                     decision.relation ? name_of(*decision.relation) : kTakenBack,
                     std::min(decision.a, decision.b), std::max(decision.a, decision.b),
                     on_one_line(decision.person), on_one_line(decision.note));
}

std::vector<DuplicateDecision> read_decisions(std::string_view text, const std::string& file,
                                              std::vector<Problem>& problems) {
  std::vector<DuplicateDecision> decisions;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") == std::string_view::npos || line.front() == '#') continue;
    if (auto decision = decision_of(line)) {
      decisions.push_back(std::move(*decision));
      continue;
    }
    Problem problem;
    problem.file = file;
    problem.line = number;
    problem.code = "no-decision";
    problem.reason = "is not a decision about two records";
    problem.hint =
        "a line is 'same', 'linked', 'different' or 'open', two keys of 16 digits, and a name, "
        "with tabs between";
    problems.push_back(std::move(problem));
  }
  return decisions;
}

StandingDecisions standing(const std::vector<DuplicateDecision>& decisions) {
  std::map<std::pair<std::string, std::string>, std::map<std::string, const DuplicateDecision*>>
      last;
  for (const DuplicateDecision& decision : decisions)
    last[{decision.a, decision.b}][decision.person] = &decision;
  StandingDecisions standing;
  for (const auto& [pair, by_person] : last) {
    const DuplicateDecision* agreed = nullptr;
    bool contested = false;
    for (const auto& [person, decision] : by_person) {
      if (!decision->relation) continue;
      contested = contested || (agreed != nullptr && agreed->relation != decision->relation);
      agreed = decision;
    }
    if (agreed == nullptr) continue;
    (contested ? standing.contested : standing.agreed).push_back(*agreed);
    if (contested) standing.contested.back().relation = Relation::doubtful;
  }
  return standing;
}

std::vector<PairDecision> decisions_on(const std::vector<DuplicateDecision>& agreed,
                                       const std::vector<std::string>& keys,
                                       std::size_t* elsewhere) {
  std::unordered_map<std::string_view, std::uint32_t> places;
  for (std::uint32_t i = 0; i < keys.size(); ++i) places.emplace(keys[i], i);
  std::vector<PairDecision> found;
  std::size_t missing = 0;
  for (const DuplicateDecision& decision : agreed) {
    const auto a = places.find(decision.a), b = places.find(decision.b);
    if (a == places.end() || b == places.end() || !decision.relation) {
      ++missing;
      continue;
    }
    found.push_back({a->second, b->second, *decision.relation});
  }
  if (elsewhere != nullptr) *elsewhere = missing;
  return found;
}

}  // namespace litmine
