#include "screening/votes.h"

#include <algorithm>
#include <cmath>

namespace litmine {
namespace {

/// Sums that Fleiss' kappa needs, so that a unit can be taken out again.
struct Sums {
  double agreeing = 0;  ///< over units, the share of agreeing pairs
  std::map<std::string, double> categories;
  double units = 0, raters = 0;
};

double agreeing_pairs(const std::vector<std::string>& unit) {
  std::map<std::string, double> counts;
  for (const std::string& value : unit) ++counts[value];
  const auto raters = static_cast<double>(unit.size());
  double pairs = 0;
  for (const auto& [value, n] : counts) pairs += n * (n - 1);
  return pairs / (raters * (raters - 1));
}

void add(Sums& sums, const std::vector<std::string>& unit, double sign) {
  sums.agreeing += sign * agreeing_pairs(unit);
  for (const std::string& value : unit) sums.categories[value] += sign;
  sums.units += sign;
}

std::optional<double> kappa_of(const Sums& sums) {
  if (sums.units < 1) return std::nullopt;
  double chance = 0;
  for (const auto& [value, n] : sums.categories) {
    const double share = n / (sums.units * sums.raters);
    chance += share * share;
  }
  if (chance > 1 - 1e-12) return std::nullopt;
  return (sums.agreeing / sums.units - chance) / (1 - chance);
}

/// The reviewers whose votes are compared.
std::vector<std::string> coders_of(const DecisionLog& history, Stage stage, const Panel& panel) {
  if (!panel.reviewers.empty()) return panel.reviewers;
  std::set<std::string> names;
  for (const auto& [record, votes] : history.standing(stage))
    for (const auto& [reviewer, vote] : votes)
      if (panel.third.empty() || reviewer != panel.third) names.insert(reviewer);
  return {names.begin(), names.end()};
}

/// Whether each reviewer excluded each record for `reason`; nothing where there is no vote.
std::vector<Valued> valued_by_reason(
    const std::map<std::string, std::map<std::string, Decision>>& standing,
    const std::vector<std::string>& reviewers, const std::string& reason) {
  std::vector<Valued> units;
  for (const auto& [record, votes] : standing) {
    Valued unit(reviewers.size());
    for (std::size_t i = 0; i < reviewers.size(); ++i)
      if (const auto vote = votes.find(reviewers[i]); vote != votes.end())
        unit[i] = vote->second.verdict == Ruling::exclude && vote->second.reason == reason
                      ? "for it"
                      : "not for it";
    units.push_back(std::move(unit));
  }
  return units;
}

}  // namespace

Coefficient fleiss_kappa(const std::vector<std::vector<std::string>>& units) {
  Coefficient result;
  if (units.empty() || units.front().size() < 2) return result;
  std::vector<const std::vector<std::string>*> used;
  Sums sums;
  sums.raters = static_cast<double>(units.front().size());
  for (const auto& unit : units) {
    if (unit.size() != units.front().size()) continue;
    add(sums, unit, 1);
    used.push_back(&unit);
  }
  result.value = kappa_of(sums);
  if (!result.value || used.size() < 2) return result;
  std::vector<double> left_out;
  for (const auto* unit : used) {
    add(sums, *unit, -1);
    const auto value = kappa_of(sums);
    add(sums, *unit, 1);
    if (!value) return result;
    left_out.push_back(*value);
  }
  const auto n = static_cast<double>(left_out.size());
  double mean = 0, squares = 0;
  for (const double value : left_out) mean += value / n;
  for (const double value : left_out) squares += (value - mean) * (value - mean);
  const double error = std::sqrt((n - 1) / n * squares);
  result.low = *result.value - 1.96 * error;
  result.high = std::min(1.0, *result.value + 1.96 * error);
  return result;
}

StageAgreement agreement_of(const DecisionLog& history, Stage stage, const Panel& panel) {
  StageAgreement result;
  result.reviewers = coders_of(history, stage, panel);
  std::vector<Valued> verdicts, reasons;
  std::vector<std::vector<std::string>> lists;
  std::set<std::string> given;
  const auto standing = history.standing(stage);
  for (const auto& [record, votes] : standing) {
    Valued verdict(result.reviewers.size()), reason(result.reviewers.size());
    std::vector<std::string> list;
    for (std::size_t i = 0; i < result.reviewers.size(); ++i) {
      const auto vote = votes.find(result.reviewers[i]);
      if (vote == votes.end()) continue;
      verdict[i] = std::string(verdict_name(vote->second.verdict));
      list.push_back(*verdict[i]);
      if (vote->second.verdict != Ruling::exclude) continue;
      reason[i] = vote->second.reason;
      if (!vote->second.reason.empty()) given.insert(vote->second.reason);
    }
    if (list.size() >= 2) ++result.overlap;
    verdicts.push_back(std::move(verdict));
    reasons.push_back(std::move(reason));
    lists.push_back(std::move(list));
  }
  result.include = agreement(verdicts);
  result.reasons = agreement(reasons);
  std::stable_sort(lists.begin(), lists.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  result.fleiss = fleiss_kappa(lists);
  for (const std::string& reason : given)
    result.by_reason.emplace_back(
        reason, agreement(valued_by_reason(standing, result.reviewers, reason), 2));
  return result;
}

}  // namespace litmine
