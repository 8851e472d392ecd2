// RE2 has no look-around and its \b knows ASCII letters only ("Malié" would hold "Mali"), so the
// neighbours of a match are matched too and left out of the answer.
#include "taggers/expression.h"

#include <re2/re2.h>

#include <mutex>
#include <utility>

namespace litmine {
namespace {

constexpr std::string_view kBefore = R"((?:^|[^0-9A-Za-z_\x{C0}-\x{24F}\x{370}-\x{1FFF}]))";
constexpr std::string_view kAfter = R"((?:$|[^0-9A-Za-z_\x{C0}-\x{24F}\x{370}-\x{1FFF}]))";

re2::RE2::Options options(bool case_sensitive) {
  re2::RE2::Options options;
  options.set_case_sensitive(case_sensitive);
  options.set_longest_match(true);
  options.set_log_errors(false);
  options.set_max_mem(32 << 20);
  return options;
}

std::string joined(const std::vector<std::string>& patterns) {
  std::string body;
  for (const std::string& pattern : patterns) {
    if (!body.empty()) body += '|';
    body += "(?:" + pattern + ")";
  }
  return body;
}

}  // namespace

class Expression::Compiled {
 public:
  Compiled(std::string pattern, bool case_sensitive)
      : pattern_(std::move(pattern)), case_sensitive_(case_sensitive) {}

  const re2::RE2& re2() const {
    std::call_once(once_, [this] {
      re2_ = std::make_unique<const re2::RE2>(pattern_, options(case_sensitive_));
    });
    return *re2_;
  }

 private:
  std::string pattern_;
  bool case_sensitive_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const re2::RE2> re2_;
};

Expression Expression::when_needed(const std::vector<std::string>& patterns, bool case_sensitive) {
  Expression expression;
  if (patterns.empty()) return expression;
  expression.body_ = joined(patterns);
  expression.compiled_ = std::make_shared<const Compiled>(
      std::string(kBefore) + "(" + expression.body_ + ")" + std::string(kAfter), case_sensitive);
  return expression;
}

Result<Expression> Expression::compile(const std::vector<std::string>& patterns,
                                       bool case_sensitive) {
  Expression expression = when_needed(patterns, case_sensitive);
  if (expression.empty()) return expression;
  const re2::RE2& re2 = expression.compiled_->re2();
  if (!re2.ok()) return failure(Error::Kind::usage, re2.error());
  re2::StringPiece found[2];
  if (re2.Match("", 0, 0, re2::RE2::UNANCHORED, found, 2))
    return failure(Error::Kind::usage, "it would match the empty text");
  return expression;
}

bool Expression::matches(std::string_view text) const {
  return compiled_ != nullptr &&
         compiled_->re2().Match(text, 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
}

std::optional<Span> Expression::find(std::string_view text, std::uint32_t from) const {
  if (compiled_ == nullptr || from > text.size()) return std::nullopt;
  // The neighbour before may be the character that ended the last match.
  std::size_t start = from > 0 ? from - 1 : 0;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  re2::StringPiece found[2];
  re2::StringPiece whole(text.data(), text.size());
  if (!compiled_->re2().Match(whole, start, text.size(), re2::RE2::UNANCHORED, found, 2))
    return std::nullopt;
  auto begin = static_cast<std::uint32_t>(found[1].data() - text.data());
  return Span{begin, begin + static_cast<std::uint32_t>(found[1].size())};
}

}  // namespace litmine
