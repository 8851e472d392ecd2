// Weights are kept in hundredths: the file is short and reads back to the same numbers on
// every machine.
#include "citations/model.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <ostream>

#include "citations/features.h"

namespace litmine {
namespace {

constexpr std::string_view kMagic = "litmine reference model 1";
constexpr std::size_t kLabels = kRefFields;
constexpr float kUnit = 100;

/// Numbers out of a line, one after the other.
class Numbers {
 public:
  explicit Numbers(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}
  template <class T>
  bool next(T& value, int base = 10) {
    while (at_ < end_ && (*at_ == ' ' || *at_ == ':')) ++at_;
    const auto read = std::from_chars(at_, end_, value, base);
    if (read.ec != std::errc{}) return false;
    at_ = read.ptr;
    return true;
  }
  bool done() const { return at_ >= end_; }

 private:
  const char* at_;
  const char* end_;
};

bool read_row(std::string_view line, std::size_t count, std::vector<float>& row) {
  Numbers numbers(line);
  row.clear();
  int value = 0;
  while (!numbers.done() && numbers.next(value)) row.push_back(static_cast<float>(value) / kUnit);
  return row.size() == count;
}

/// "hash label:weight label:weight".
bool read_feature(std::string_view line, std::uint64_t& feature, std::vector<float>& row) {
  Numbers numbers(line);
  if (!numbers.next(feature, 16)) return false;
  row.assign(kLabels, 0);
  while (!numbers.done()) {
    unsigned label = 0;
    int value = 0;
    if (!numbers.next(label) || !numbers.next(value) || label >= kLabels) return false;
    row[label] = static_cast<float>(value) / kUnit;
  }
  return true;
}

int units(float weight) { return static_cast<int>(std::lround(weight * kUnit)); }

void save_row(std::ostream& out, std::string_view name, const std::vector<float>& row) {
  out << name;
  for (float weight : row) out << ' ' << units(weight);
  out << '\n';
}

}  // namespace

Result<ReferenceModel> ReferenceModel::load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return failure(Error::Kind::not_found,
                   fmt::format("the reference model '{}' cannot be read", file.string()),
                   "it belongs to litmine: install it again, or name it in LITMINE_CITATIONS");
  auto broken = [&](std::size_t line) {
    return failure(
        Error::Kind::unreadable,
        fmt::format("'{}' is not a reference model of this version (line {})", file.string(), line),
        "it belongs to litmine: install it again");
  };
  ReferenceModel model;
  std::string line;
  std::size_t number = 1, expected = 0;
  if (!std::getline(in, line) || line != kMagic) return broken(number);
  std::vector<float> row;
  bool done = false;
  while (std::getline(in, line)) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::string_view view = line;
    const std::size_t blank = view.find(' ');
    const std::string_view name = view.substr(0, blank);
    const std::string_view rest = blank == std::string_view::npos ? "" : view.substr(blank + 1);
    if (name == "features") {
      if (!Numbers(rest).next(expected) || expected > 10'000'000) return broken(number);
      model.grow(expected);
    } else if (name == "step") {
      if (!read_row(rest, kLabels * kLabels, model.step)) return broken(number);
    } else if (name == "first") {
      if (!read_row(rest, kLabels, model.first)) return broken(number);
    } else if (name == "last") {
      if (!read_row(rest, kLabels, model.last)) return broken(number);
    } else if (name == "end") {
      done = true;
    } else {
      std::uint64_t feature = 0;
      if (!read_feature(view, feature, row)) return broken(number);
      model.add(feature, row);
    }
  }
  if (!done || model.features() != expected || model.step.empty() || model.first.empty() ||
      model.last.empty())
    return broken(number);
  return model;
}

void ReferenceModel::save(std::ostream& out, const std::string& about) const {
  std::map<std::uint64_t, std::uint32_t> sorted;
  for (std::size_t at = 0; at < keys_.size(); ++at)
    if (keys_[at] != 0) sorted.emplace(keys_[at], rows_[at]);
  out << kMagic << '\n' << "# " << about << '\n';
  save_row(out, "step", step);
  save_row(out, "first", first);
  save_row(out, "last", last);
  out << "features " << sorted.size() << '\n';
  for (const auto& [feature, at] : sorted) {
    out << fmt::format("{:x}", feature);
    for (std::size_t y = 0; y < kLabels; ++y)
      if (const int weight = units(weights_[at * kLabels + y]); weight != 0)
        out << ' ' << y << ':' << weight;
    out << '\n';
  }
  out << "end\n";
}

void ReferenceModel::grow(std::size_t capacity) {
  std::size_t size = 1024;
  while (size < capacity * 2) size *= 2;
  if (size <= keys_.size()) return;
  std::vector<std::uint64_t> keys(size, 0);
  std::vector<std::uint32_t> rows(size, 0);
  for (std::size_t at = 0; at < keys_.size(); ++at) {
    if (keys_[at] == 0) continue;
    std::size_t to = keys_[at] & (size - 1);
    while (keys[to] != 0) to = (to + 1) & (size - 1);
    keys[to] = keys_[at];
    rows[to] = rows_[at];
  }
  keys_ = std::move(keys);
  rows_ = std::move(rows);
}

void ReferenceModel::add(std::uint64_t feature, const std::vector<float>& weights) {
  if (feature == 0) return;
  if ((filled_ + 1) * 2 > keys_.size()) grow(filled_ + 1);
  std::size_t at = feature & (keys_.size() - 1);
  while (keys_[at] != 0 && keys_[at] != feature) at = (at + 1) & (keys_.size() - 1);
  if (keys_[at] == 0) {
    keys_[at] = feature;
    rows_[at] = static_cast<std::uint32_t>(filled_++);
    weights_.insert(weights_.end(), weights.begin(), weights.end());
    return;
  }
  std::copy(weights.begin(), weights.end(),
            weights_.begin() + static_cast<std::ptrdiff_t>(rows_[at] * kLabels));
}

const float* ReferenceModel::weights(std::uint64_t feature) const {
  if (keys_.empty()) return nullptr;
  std::size_t at = feature & (keys_.size() - 1);
  while (keys_[at] != 0) {
    if (keys_[at] == feature) return &weights_[rows_[at] * kLabels];
    at = (at + 1) & (keys_.size() - 1);
  }
  return nullptr;
}

Chain ReferenceModel::chain_of(const std::vector<std::uint64_t>& features,
                               const std::vector<std::uint32_t>& ends) const {
  Chain chain;
  chain.labels = kLabels;
  chain.step = step;
  chain.first = first;
  chain.last = last;
  chain.emission.assign(ends.size() * kLabels, 0);
  std::size_t at = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    float* scores = &chain.emission[i * kLabels];
    for (; at < ends[i]; ++at)
      if (const float* row = weights(features[at]))
        for (std::size_t y = 0; y < kLabels; ++y) scores[y] += row[y];
  }
  return chain;
}

std::vector<ReferenceModel::Labelled> ReferenceModel::label(
    const std::vector<RefToken>& tokens) const {
  if (tokens.empty()) return {};
  const RefFeatures features = features_of(tokens);
  const Chain chain = chain_of(features.all, features.ends);
  const std::vector<std::uint8_t> path = best_path(chain);
  const Marginals probable = marginals(chain);
  std::vector<Labelled> labels(path.size());
  for (std::size_t i = 0; i < path.size(); ++i)
    labels[i] = {static_cast<RefField>(path[i]), probable.label[i * kLabels + path[i]]};
  return labels;
}

}  // namespace litmine
