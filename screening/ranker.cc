#include "screening/ranker.h"

#include <linear.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace litmine {
namespace {

// ASReview 2, ELAS u4.
constexpr double kCost = 0.11;
constexpr double kRatio = 9.8;
constexpr double kPrecision = 0.01;

constexpr int kRelevant = 1, kIrrelevant = -1;

struct FreeModel {
  void operator()(model* trained) const { free_and_destroy_model(&trained); }
};

void say_nothing(const char* /*text*/) {}

/// The labelled records in liblinear's form, the constant included; terms count from 1 there.
struct Problem {
  std::vector<feature_node> nodes;
  std::vector<feature_node*> rows;
  std::vector<double> labels;
  int relevant = 0, irrelevant = 0;
};

Problem labelled(const TextFeatures& features, std::span<const Label> labels) {
  Problem made;
  std::vector<std::size_t> begins;
  for (std::size_t record = 0; record < labels.size(); ++record) {
    if (labels[record] == Label::unknown) continue;
    const bool relevant = labels[record] == Label::relevant;
    ++(relevant ? made.relevant : made.irrelevant);
    made.labels.push_back(relevant ? kRelevant : kIrrelevant);
    begins.push_back(made.nodes.size());
    for (const Feature& feature : features.row(record))
      made.nodes.push_back({static_cast<int>(feature.term) + 1, feature.weight});
    made.nodes.push_back({static_cast<int>(features.terms()) + 1, 1.0});
    made.nodes.push_back({-1, 0});
  }
  for (std::size_t begin : begins) made.rows.push_back(&made.nodes[begin]);
  return made;
}

}  // namespace

Ranker::Ranker(const TextFeatures& features) : features_(features), weights_(features.terms() + 1) {
  set_print_string_function(say_nothing);
}

Result<void> Ranker::train(std::span<const Label> labels) {
  Problem known = labelled(features_, labels);
  if (known.relevant == 0 || known.irrelevant == 0)
    return failure(Error::Kind::usage,
                   "the ranking needs at least one included and one excluded record",
                   "decide on a few records first");
  problem problem{};
  problem.l = static_cast<int>(known.rows.size());
  problem.n = static_cast<int>(features_.terms()) + 1;
  problem.y = known.labels.data();
  problem.x = known.rows.data();
  problem.bias = 1;

  // Weights as of scikit-learn's samples: their mean is 1.
  const double all = known.relevant + known.irrelevant;
  const double of_relevant = all / (known.relevant * (1 + 1 / kRatio));
  int names[] = {kRelevant, kIrrelevant};
  double weights[] = {of_relevant, of_relevant * known.relevant / (kRatio * known.irrelevant)};
  parameter parameter{};
  parameter.solver_type = L2R_L2LOSS_SVC;
  parameter.eps = kPrecision;
  parameter.C = kCost;
  parameter.nr_weight = 2;
  parameter.weight_label = names;
  parameter.weight = weights;
  // liblinear calls the class of the first row its positive one.
  const double sign = known.labels.front() > 0 ? 1 : -1;
  std::vector<double> start(weights_.size());
  for (std::size_t i = 0; i < start.size(); ++i) start[i] = sign * weights_[i];
  parameter.init_sol = start.data();
  if (const char* wrong = check_parameter(&problem, &parameter))
    return failure(Error::Kind::internal, std::string("liblinear: ") + wrong);

  std::unique_ptr<model, FreeModel> trained(::train(&problem, &parameter));
  if (!trained) return failure(Error::Kind::internal, "liblinear gave no model");
  const double direction = trained->label[0] == kRelevant ? 1 : -1;
  for (std::size_t i = 0; i < weights_.size(); ++i) weights_[i] = direction * trained->w[i];
  return {};
}

double Ranker::score(std::size_t record) const {
  double sum = weights_.back();
  for (const Feature& feature : features_.row(record))
    sum += weights_[feature.term] * feature.weight;
  return sum;
}

std::vector<TermWeight> Ranker::reasons(std::size_t record, std::size_t most) const {
  std::vector<TermWeight> reasons;
  for (const Feature& feature : features_.row(record)) {
    const double adds = weights_[feature.term] * feature.weight;
    if (adds == 0 || features_.name(feature.term).empty()) continue;
    reasons.push_back({std::string(features_.name(feature.term)), adds});
  }
  std::sort(reasons.begin(), reasons.end(), [](const TermWeight& a, const TermWeight& b) {
    return a.adds != b.adds ? a.adds > b.adds : a.term < b.term;
  });
  const bool any_for = !reasons.empty() && reasons.front().adds > 0;
  if (!any_for) std::reverse(reasons.begin(), reasons.end());
  if (any_for) std::erase_if(reasons, [](const TermWeight& reason) { return reason.adds <= 0; });
  if (reasons.size() > most) reasons.resize(most);
  return reasons;
}

std::vector<std::size_t> in_order(const Ranker& ranker, std::span<const Label> labels) {
  std::vector<std::pair<double, std::size_t>> scored;
  for (std::size_t record = 0; record < labels.size(); ++record)
    if (labels[record] == Label::unknown) scored.emplace_back(ranker.score(record), record);
  std::sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::size_t> order;
  order.reserve(scored.size());
  for (const auto& [score, record] : scored) order.push_back(record);
  return order;
}

}  // namespace litmine
