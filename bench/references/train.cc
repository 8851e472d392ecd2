// train_references GOLD MODEL [--epochs N] [--all]: trains the sequence model on the tagged entries
// below GOLD that do not judge, and on entries printed anew in other styles (styles.cc). Same
// input, same model.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <numeric>
#include <unordered_map>

#include "bench/references/gold.h"
#include "bench/references/styles.h"
#include "citations/features.h"
#include "citations/model.h"

namespace litmine::bench {
namespace {

constexpr std::size_t kLabels = kRefFields;

/// One entry with its features as rows of the weights.
struct Example {
  std::vector<std::uint32_t> rows, ends;
  std::vector<std::uint8_t> labels;
};

/// Numbers that are the same on every machine (xorshift64*).
class Dice {
 public:
  std::uint64_t next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545F4914F6CDD1Dull;
  }

 private:
  std::uint64_t state_ = 20240229;
};

/// AdaGrad (Duchi, Hazan and Singer 2011) with a pull to zero, so that rare features vanish.
class Weights {
 public:
  Weights(std::size_t size, float rate, float pull)
      : values(size, 0), squares_(size, 1e-3f), rate_(rate), pull_(pull) {}
  void move(std::size_t at, float gradient) {
    squares_[at] += gradient * gradient;
    const float rate = rate_ / std::sqrt(squares_[at]);
    float value = values[at] - rate * gradient;
    const float shrink = rate * pull_;
    value = value > shrink ? value - shrink : value < -shrink ? value + shrink : 0;
    values[at] = value;
  }
  std::vector<float> values;

 private:
  std::vector<float> squares_;
  float rate_, pull_;
};

class Trainer {
 public:
  Trainer(const std::vector<const GoldReference*>& gold, std::size_t least) {
    std::unordered_map<std::uint64_t, std::uint32_t> count;
    for (const GoldReference* entry : gold)
      for (std::uint64_t feature : features_of(entry->tokens).all) ++count[feature];
    for (const GoldReference* entry : gold) {
      const RefFeatures features = features_of(entry->tokens);
      Example example;
      std::size_t at = 0;
      for (std::uint32_t end : features.ends) {
        for (; at < end; ++at) {
          if (count[features.all[at]] < least) continue;
          auto [found, fresh] = rows_.emplace(features.all[at], rows_.size());
          if (fresh) names_.push_back(features.all[at]);
          example.rows.push_back(found->second);
        }
        example.ends.push_back(static_cast<std::uint32_t>(example.rows.size()));
      }
      for (RefField label : entry->labels)
        example.labels.push_back(static_cast<std::uint8_t>(label));
      examples_.push_back(std::move(example));
    }
  }

  /// Weights nearer to zero than `least_weight` are left out of the model.
  ReferenceModel train(int epochs, float rate, float pull, float least_weight) {
    Weights weights(rows_.size() * kLabels, rate, pull);
    Weights step(kLabels * kLabels, rate, 0), first(kLabels, rate, 0), last(kLabels, rate, 0);
    std::vector<std::size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), 0);
    Dice dice;
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[dice.next() % i]);
      double loss = 0;
      for (std::size_t i : order) loss += learn(examples_[i], weights, step, first, last);
      std::cerr << fmt::format("epoch {}: {:.4f} a token wrong\n", epoch + 1, loss);
    }
    ReferenceModel model;
    model.step = step.values;
    model.first = first.values;
    model.last = last.values;
    for (std::size_t row = 0; row < names_.size(); ++row) {
      std::vector<float> of(
          weights.values.begin() + static_cast<std::ptrdiff_t>(row * kLabels),
          weights.values.begin() + static_cast<std::ptrdiff_t>((row + 1) * kLabels));
      for (float& weight : of) weight = std::abs(weight) < least_weight ? 0 : weight;
      if (std::any_of(of.begin(), of.end(), [](float w) { return w != 0; }))
        model.add(names_[row], of);
    }
    return model;
  }

 private:
  /// One step down the gradient; gives the share of tokens that the labels were not sure of.
  static double learn(const Example& example, Weights& weights, Weights& step, Weights& first,
                      Weights& last) {
    const std::size_t n = example.labels.size();
    Chain chain;
    chain.labels = kLabels;
    chain.step = step.values;
    chain.first = first.values;
    chain.last = last.values;
    chain.emission.assign(n * kLabels, 0);
    std::size_t at = 0;
    for (std::size_t i = 0; i < n; ++i)
      for (; at < example.ends[i]; ++at)
        for (std::size_t y = 0; y < kLabels; ++y)
          chain.emission[i * kLabels + y] += weights.values[example.rows[at] * kLabels + y];
    Marginals probable = marginals(chain, true);
    double wrong = 0;
    for (std::size_t i = 0; i < n; ++i) {
      wrong += 1 - static_cast<double>(probable.label[i * kLabels + example.labels[i]]);
      probable.label[i * kLabels + example.labels[i]] -= 1;
      if (i > 0) probable.step[example.labels[i - 1] * kLabels + example.labels[i]] -= 1;
    }
    at = 0;
    for (std::size_t i = 0; i < n; ++i)
      for (; at < example.ends[i]; ++at)
        for (std::size_t y = 0; y < kLabels; ++y) {
          const float gradient = probable.label[i * kLabels + y];
          if (std::abs(gradient) > 1e-5f) weights.move(example.rows[at] * kLabels + y, gradient);
        }
    for (std::size_t i = 0; i < kLabels * kLabels; ++i)
      if (std::abs(probable.step[i]) > 1e-6f) step.move(i, probable.step[i]);
    for (std::size_t y = 0; y < kLabels; ++y) {
      first.move(y, probable.label[y]);
      last.move(y, probable.label[(n - 1) * kLabels + y]);
    }
    return wrong / static_cast<double>(n);
  }

  std::vector<Example> examples_;
  std::unordered_map<std::uint64_t, std::uint32_t> rows_;
  std::vector<std::uint64_t> names_;
};

int main_of(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2) {
    std::cerr << "usage: train_references GOLD MODEL [--epochs N] [--pull P] [--printed N]\n";
    return 2;
  }
  auto option = [&](std::string_view name, double otherwise) {
    for (std::size_t i = 2; i + 1 < arguments.size(); ++i)
      if (arguments[i] == name) return std::atof(arguments[i + 1].c_str());
    return otherwise;
  };
  const std::vector<GoldReference> gold = read_gold(arguments[0]);
  std::vector<const GoldReference*> use;
  std::size_t tagged = 0;
  for (const GoldReference& entry : gold) {
    if (entry.judge) continue;
    ++tagged;
    // The few social-science entries are what the lists of reviews look like: they count more.
    const int times = entry.set == "ssoar" ? static_cast<int>(option("--social", 3)) : 1;
    for (int i = 0; i < times; ++i) use.push_back(&entry);
  }
  const auto count = static_cast<std::size_t>(option("--printed", 4000));
  const std::vector<GoldReference> printed = print_in_styles(gold, count);
  for (const GoldReference& entry : printed) use.push_back(&entry);
  Trainer trainer(use, static_cast<std::size_t>(option("--least", 3)));
  const ReferenceModel model = trainer.train(static_cast<int>(option("--epochs", 8)),
                                             static_cast<float>(option("--rate", 0.03)),
                                             static_cast<float>(option("--pull", 0.0002)),
                                             static_cast<float>(option("--least-weight", 0.05)));
  std::ofstream out(arguments[1], std::ios::binary);
  model.save(out,
             fmt::format("trained by train_references on {} tagged entries and {} printed anew",
                         tagged, printed.size()));
  out.close();
  if (!out) {
    std::cerr << fmt::format("'{}' cannot be written\n", arguments[1]);
    return 2;
  }
  std::cout << fmt::format("{} tagged entries, {} printed anew, {} features\n", tagged,
                           printed.size(), model.features());
  return 0;
}

}  // namespace
}  // namespace litmine::bench

int main(int argc, char** argv) { return litmine::bench::main_of({argv + 1, argv + argc}); }
