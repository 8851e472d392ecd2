// RE2 has no look-around and its \b knows ASCII letters only ("Malié" would hold "Mali"), so the
// neighbours of a match are matched too and left out of the answer. Every alternative is a machine
// of its own: of the hundred ways to write a rule a sentence can hold two, and a machine for all of
// them grows with the gaps ("unlike {6} @") of each.
#include "taggers/expression.h"

#include <re2/re2.h>

#include <mutex>
#include <utility>

namespace litmine {
namespace {

constexpr std::string_view kBefore = R"((?:^|[^0-9A-Za-z_\x{C0}-\x{24F}\x{370}-\x{1FFF}]))";
constexpr std::string_view kAfter = R"((?:$|[^0-9A-Za-z_\x{C0}-\x{24F}\x{370}-\x{1FFF}]))";
constexpr std::size_t kUnnumbered = static_cast<std::size_t>(-1);

re2::RE2::Options options(bool case_sensitive) {
  re2::RE2::Options options;
  options.set_case_sensitive(case_sensitive);
  options.set_longest_match(true);
  options.set_log_errors(false);
  options.set_max_mem(32 << 20);
  return options;
}

}  // namespace

struct Expression::Alternative {
  Alternative(std::string pattern, bool case_sensitive)
      : body(std::move(pattern)), case_sensitive(case_sensitive) {}

  const re2::RE2& re2() const {
    std::call_once(once, [this] {
      compiled = std::make_unique<const re2::RE2>(
          std::string(kBefore) + "(" + body + ")" + std::string(kAfter), options(case_sensitive));
    });
    return *compiled;
  }
  bool worth_trying(const Present* present, bool without_literals) const {
    if (present == nullptr) return true;
    return number == kUnnumbered ? without_literals : present->has(number);
  }

  std::string body;
  bool case_sensitive;
  std::vector<Literal> literals;
  std::size_t number = kUnnumbered;
  mutable std::once_flag once;
  mutable std::unique_ptr<const re2::RE2> compiled;
};

Expression Expression::when_needed(const std::vector<std::string>& patterns, bool case_sensitive,
                                   const std::vector<std::vector<Literal>>& literals) {
  Expression expression;
  for (const std::string& pattern : patterns)
    expression.alternatives_.push_back(std::make_shared<Alternative>(pattern, case_sensitive));
  expression.set_literals(literals);
  return expression;
}

void Expression::set_literals(const std::vector<std::vector<Literal>>& literals) {
  for (std::size_t i = 0; i < alternatives_.size() && i < literals.size(); ++i)
    alternatives_[i]->literals = literals[i];
}

Result<Expression> Expression::compile(const std::vector<std::string>& patterns,
                                       bool case_sensitive) {
  Expression expression = when_needed(patterns, case_sensitive);
  for (const auto& alternative : expression.alternatives_) {
    const re2::RE2& re2 = alternative->re2();
    if (!re2.ok()) return failure(Error::Kind::usage, re2.error());
    re2::StringPiece found[2];
    if (re2.Match("", 0, 0, re2::RE2::UNANCHORED, found, 2))
      return failure(Error::Kind::usage, "it would match the empty text");
  }
  return expression;
}

bool Expression::matches(std::string_view text, const Present* present,
                         bool without_literals) const {
  for (const auto& alternative : alternatives_)
    if (alternative->worth_trying(present, without_literals) &&
        alternative->re2().Match(text, 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0))
      return true;
  return false;
}

std::optional<Span> Expression::find(std::string_view text, std::uint32_t from,
                                     const Present* present) const {
  if (from > text.size()) return std::nullopt;
  // The neighbour before may be the character that ended the last match.
  std::size_t start = from > 0 ? from - 1 : 0;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  std::optional<Span> best;
  re2::StringPiece whole(text.data(), text.size());
  for (const auto& alternative : alternatives_) {
    if (!alternative->worth_trying(present, true)) continue;
    re2::StringPiece found[2];
    if (!alternative->re2().Match(whole, start, text.size(), re2::RE2::UNANCHORED, found, 2))
      continue;
    auto begin = static_cast<std::uint32_t>(found[1].data() - text.data());
    Span span{begin, begin + static_cast<std::uint32_t>(found[1].size())};
    if (!best || span.begin < best->begin ||
        (span.begin == best->begin && span.end > best->end))
      best = span;
  }
  return best;
}

std::vector<std::size_t> Expression::number(std::vector<std::vector<Literal>>& all) const {
  std::vector<std::size_t> numbers;
  for (const auto& alternative : alternatives_) {
    if (alternative->literals.empty()) continue;
    if (alternative->number == kUnnumbered) {
      alternative->number = all.size();
      all.push_back(alternative->literals);
    }
    numbers.push_back(alternative->number);
  }
  return numbers;
}

std::vector<std::string> Expression::without_literals() const {
  std::vector<std::string> bodies;
  for (const auto& alternative : alternatives_)
    if (alternative->literals.empty()) bodies.push_back(alternative->body);
  return bodies;
}

}  // namespace litmine
