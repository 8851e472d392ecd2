#include "corpus/decision.h"

#include <algorithm>

namespace litmine {
namespace {

constexpr std::string_view kIncluded = "included", kExcluded = "excluded", kMaybe = "maybe",
                           kNotSeen = "not seen";

struct Word {
  std::string_view word, verdict;
};
constexpr Word kVerdicts[] = {
    {"1", kIncluded},        {"0", kExcluded},        {"-1", kNotSeen},
    {"1.0", kIncluded},      {"0.0", kExcluded},      {"yes", kIncluded},
    {"no", kExcluded},       {"true", kIncluded},     {"false", kExcluded},
    {"included", kIncluded}, {"excluded", kExcluded}, {"include", kIncluded},
    {"exclude", kExcluded},  {"relevant", kIncluded}, {"irrelevant", kExcluded},
    {"maybe", kMaybe},       {"undecided", kMaybe},   {"not seen", kNotSeen},
    {"not_seen", kNotSeen},  {"unlabeled", kNotSeen},
};

/// The longer first: "irrelevant" holds no "relevant" behind the mark, but "not_seen" stays apart.
constexpr Word kAsreview[] = {
    {"ASReview_irrelevant", kExcluded},
    {"ASReview_relevant", kIncluded},
    {"ASReview_not_seen", kNotSeen},
};

constexpr std::string_view kOwn = "litmine.decision: ";
constexpr std::string_view kRayyan = "RAYYAN-INCLUSION:";
constexpr std::string_view kReasons = "RAYYAN-EXCLUSION-REASONS:";
constexpr std::string_view kBetween = " | ";

std::string_view trimmed(std::string_view text) {
  std::size_t first = text.find_first_not_of(" \t\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") + 1 - first);
}

std::vector<std::string_view> pieces(std::string_view text) {
  std::vector<std::string_view> out;
  for (;;) {
    std::size_t at = text.find(kBetween);
    out.push_back(trimmed(text.substr(0, at)));
    if (at == text.npos) return out;
    text.remove_prefix(at + kBetween.size());
  }
}

void take_asreview(std::string& note, std::vector<EarlierDecision>& found) {
  for (const Word& mark : kAsreview)
    for (std::size_t at; (at = note.find(mark.word)) != note.npos;) {
      found.push_back({"ASReview", std::string(mark.verdict), ""});
      std::size_t end = at + mark.word.size();
      if (end < note.size() && note[end] == '.') ++end;
      while (end < note.size() && note[end] == ' ') ++end;
      note.erase(at, end - at);
      if (found.size() > 1000) return;
    }
  note = std::string(trimmed(note));
}

/// {"Ana"=>"Included", "Bo"=>"Excluded"}
bool take_verdicts(std::string_view list, std::vector<EarlierDecision>& found) {
  std::size_t before = found.size();
  for (std::size_t at = 0; (at = list.find('"', at)) != list.npos;) {
    std::size_t name_end = list.find("\"=>\"", at + 1);
    if (name_end == list.npos) break;
    std::size_t verdict_end = list.find('"', name_end + 4);
    if (verdict_end == list.npos) break;
    std::string_view verdict = verdict_of(list.substr(name_end + 4, verdict_end - name_end - 4));
    std::string_view name = list.substr(at + 1, name_end - at - 1);
    if (!verdict.empty())
      found.push_back({"Rayyan: " + std::string(name), std::string(verdict), ""});
    at = verdict_end + 1;
  }
  return found.size() > before;
}

void take_rayyan(std::string& note, std::vector<EarlierDecision>& found) {
  std::vector<EarlierDecision> decisions;
  std::string rest, reasons;
  for (std::string_view piece : pieces(note)) {
    if (piece.starts_with(kRayyan) && take_verdicts(piece, decisions)) continue;
    if (piece.starts_with(kReasons)) {
      reasons = trimmed(piece.substr(kReasons.size()));
      continue;
    }
    if (!rest.empty()) rest += kBetween;
    rest += piece;
  }
  if (decisions.empty()) return;
  bool any_excluded = false;
  for (EarlierDecision& decision : decisions)
    if (decision.verdict == kExcluded) {
      decision.reason = reasons;
      any_excluded = true;
    }
  if (!any_excluded && !reasons.empty()) decisions.front().reason = reasons;
  for (EarlierDecision& decision : decisions) found.push_back(std::move(decision));
  note = std::move(rest);
}

std::string asreview_mark(const EarlierDecision& decision) {
  if (decision.by != "ASReview" || !decision.reason.empty()) return {};
  for (const Word& mark : kAsreview)
    if (mark.verdict == decision.verdict) return std::string(mark.word);
  return {};
}

std::string without(std::string text, std::string_view sign) {
  for (std::size_t at; (at = text.find(sign)) != text.npos;) text.replace(at, sign.size(), " ");
  return text;
}

}  // namespace

std::vector<EarlierDecision> take_decisions(std::string& note) {
  std::vector<EarlierDecision> found;
  if (note.starts_with(kOwn)) {
    std::vector<std::string_view> parts = pieces(std::string_view(note).substr(kOwn.size()));
    if (parts.size() >= 2) {
      found.push_back({std::string(parts[0]), std::string(parts[1]),
                       parts.size() > 2 ? std::string(parts[2]) : ""});
      note.clear();
    }
    return found;
  }
  if (note.find("ASReview_") != note.npos) take_asreview(note, found);
  if (note.find(kRayyan) != note.npos) take_rayyan(note, found);
  return found;
}

std::string note_of(const EarlierDecision& decision) {
  std::string mark = asreview_mark(decision);
  if (!mark.empty()) return mark;
  std::string note(kOwn);
  note += without(decision.by, kBetween) + std::string(kBetween) + decision.verdict;
  if (!decision.reason.empty()) note += std::string(kBetween) + without(decision.reason, kBetween);
  return note;
}

std::string_view verdict_of(std::string_view value) {
  std::string lower(trimmed(value));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const Word& known : kVerdicts)
    if (lower == known.word) return known.verdict;
  return {};
}

}  // namespace litmine
