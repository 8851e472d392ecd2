// Shorthand to RE2, one character after the other. What a newcomer would get wrong: a hyphen is
// optional ("e-commerce" finds "ecommerce"), a space is not ("case study" does not find
// "casestudy").
#include "taggers/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::string_view kLetters = "0-9A-Za-z_\\x{C0}-\\x{24F}";
constexpr std::string_view kSpace = "[\\s-]+";
constexpr std::string_view kHyphen = "[\\s-]*";
constexpr int kDeepestList = 6;  // lists may name lists; deeper than this they name each other
constexpr int kLongestGap = 30;
constexpr char kNotAscii = '\x80';

// Words between two others may carry punctuation: "drawing on, above all, the (new) ...".
std::string gap(int words) {
  return fmt::format("[,;:)\"']*(?:[\\s-]+[^\\s-]+){{0,{}}}[\\s-]+[(\\[\"']*", words);
}

std::size_t closing(std::string_view pattern, std::size_t open_at) {
  int open = 0;
  for (std::size_t i = open_at; i < pattern.size(); ++i) {
    if (pattern[i] == '(') ++open;
    if (pattern[i] == ')' && --open == 0) return i;
  }
  return pattern.size();
}

class Translator {
 public:
  Translator(std::string_view pattern, const WordLists& lists, int depth)
      : pattern_(pattern), lists_(lists), depth_(depth) {}

  Result<std::string> run() {
    if (pattern_.starts_with("re:")) return std::string(pattern_.substr(3));
    while (at_ < pattern_.size()) {
      if (auto done = step(); !done) return tl::unexpected(done.error());
    }
    if (open_ > 0) return wrong("'(' is never closed");
    return out_;
  }

 private:
  tl::unexpected<Error> wrong(std::string_view what) const {
    return failure(Error::Kind::usage, fmt::format("pattern '{}': {}", pattern_, what));
  }

  Result<void> step() {
    char c = pattern_[at_];
    switch (c) {
      case ' ':
        return space();
      case '{':
        return words_between();
      case '<':
        return named_list();
      case '[':
        return letters();
      case '-':
        return put(kHyphen);
      case '*':
        return any_ending();
      case '@':
        return put("\\x01(?:'s|s'|')?");
      case '(':
        ++open_;
        return put("(?:");
      case ')':
        if (--open_ < 0) return wrong("')' closes nothing");
        return put(")");
      case '|':
        return put("|");
      case '?':
        if (out_.empty()) return wrong("'?' follows nothing");
        return put(with_space_.contains(at_) ? ")?" : "?");
      default:
        return literal(c);
    }
  }

  Result<void> put(std::string_view re2) {
    out_ += re2;
    ++at_;
    return {};
  }

  // Spaces beside a gap belong to the gap; one before a group that may be missing goes with it.
  Result<void> space() {
    while (at_ < pattern_.size() && pattern_[at_] == ' ') ++at_;
    if (!after_gap_ && optional_group(at_)) {
      out_ += "(?:";
      out_ += kSpace;
      return {};
    }
    bool beside_gap = after_gap_ || (at_ < pattern_.size() && pattern_[at_] == '{');
    if (!beside_gap && at_ < pattern_.size()) out_ += kSpace;
    after_gap_ = false;
    return {};
  }

  // Is there a group at `at` with "?" after it? Then remembers where.
  bool optional_group(std::size_t at) {
    if (at >= pattern_.size() || (pattern_[at] != '(' && pattern_[at] != '<')) return false;
    std::size_t close = pattern_[at] == '<' ? pattern_.find('>', at) : closing(pattern_, at);
    if (close == std::string_view::npos || close + 1 >= pattern_.size() ||
        pattern_[close + 1] != '?')
      return false;
    // "the (guest )?editorial" has its own space inside the group.
    if (close + 2 < pattern_.size() &&
        std::string_view(" )|").find(pattern_[close + 2]) == std::string_view::npos)
      return false;
    with_space_.insert(close + 1);
    return true;
  }

  Result<void> words_between() {
    std::size_t close = pattern_.find('}', at_);
    std::string_view digits = pattern_.substr(at_ + 1, close - at_ - 1);
    int words = 0;
    for (char c : digits) {
      if (std::isdigit(static_cast<unsigned char>(c)) == 0)
        return wrong("a number must stand in { }");
      words = words * 10 + (c - '0');
      if (words > kLongestGap) break;
    }
    if (close == std::string_view::npos || digits.empty())
      return wrong("a number must stand in { }");
    if (words > kLongestGap) return wrong(fmt::format("a gap has at most {} words", kLongestGap));
    out_ += gap(words);
    at_ = close + 1;
    after_gap_ = true;
    return {};
  }

  Result<void> named_list() {
    std::size_t close = pattern_.find('>', at_);
    if (close == std::string_view::npos) return wrong("'<' is never closed");
    std::string name(pattern_.substr(at_ + 1, close - at_ - 1));
    auto list = lists_.find(name);
    if (list == lists_.end()) return wrong(unknown_list(name));
    if (depth_ >= kDeepestList) return wrong(fmt::format("list '{}' contains itself", name));
    std::string any;
    for (const std::string& member : list->second) {
      auto one = Translator(member, lists_, depth_ + 1).run();
      if (!one) return tl::unexpected(one.error());
      if (!any.empty()) any += '|';
      any += *one;
    }
    out_ += "(?:" + any + ")";
    at_ = close + 1;
    return {};
  }

  std::string unknown_list(const std::string& name) const {
    std::vector<std::string> names;
    for (const auto& [known, members] : lists_) names.push_back(known);
    std::string near = nearest(name, names);
    return fmt::format("no list of words is called '{}'{}", name,
                       near.empty() ? "" : "; did you mean '" + near + "'?");
  }

  Result<void> letters() {
    std::size_t close = pattern_.find(']', at_);
    if (close == std::string_view::npos) return wrong("'[' is never closed");
    out_ += pattern_.substr(at_, close + 1 - at_);
    at_ = close + 1;
    return {};
  }

  Result<void> any_ending() {
    bool starts = at_ == 0 || pattern_[at_ - 1] == ' ' || pattern_[at_ - 1] == '(';
    bool ends = at_ + 1 == pattern_.size() || pattern_[at_ + 1] == ' ' || pattern_[at_ + 1] == ')';
    if (starts && ends) return put(fmt::format("[{}][{}'&./-]*", kLetters, kLetters));
    return put(fmt::format("[{}]*", kLetters));
  }

  Result<void> literal(char c) {
    constexpr std::string_view kMeaning = "\\^$.+{}]";
    if (kMeaning.find(c) != std::string_view::npos) out_ += '\\';
    // "é?": the ? concerns the whole character, which RE2 sees as one anyway.
    out_ += c;
    ++at_;
    return {};
  }

  std::string_view pattern_;
  const WordLists& lists_;
  int depth_;
  std::size_t at_ = 0;
  int open_ = 0;
  bool after_gap_ = false;
  std::set<std::size_t> with_space_;  // where a "?" makes a space and its group optional
  std::string out_;
};

// The first of `a|b|c` on the top level.
std::string_view first_alternative(std::string_view pattern) {
  int open = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '(') ++open;
    if (pattern[i] == ')') --open;
    if (pattern[i] == '|' && open == 0) return pattern.substr(0, i);
  }
  return pattern;
}

std::string sample(std::string_view pattern, const WordLists& lists, int depth) {
  if (pattern.starts_with("re:") || depth > kDeepestList) return {};
  std::string out;
  pattern = first_alternative(pattern);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    char c = pattern[i];
    if (c == '(') {
      std::size_t close = closing(pattern, i);
      out += sample(pattern.substr(i + 1, close - i - 1), lists, depth + 1);
      i = close;
    } else if (c == '[') {
      if (i + 1 < pattern.size()) out += pattern[i + 1];
      i = std::min(pattern.find(']', i), pattern.size());
    } else if (c == '<') {
      std::size_t close = std::min(pattern.find('>', i), pattern.size());
      auto list = lists.find(pattern.substr(i + 1, close - i - 1));
      if (list != lists.end() && !list->second.empty())
        out += sample(list->second.front(), lists, depth + 1);
      i = close;
    } else if (c == '{') {
      i = std::min(pattern.find('}', i), pattern.size());
      if (i + 1 < pattern.size() && pattern[i + 1] == ' ') ++i;
    } else if (c != '*' && c != '?') {
      out += c;
    }
  }
  return out;
}

/// Walks a pattern for the literals that its matches must hold. Of the parts of a sequence the one
/// with the longest literals is kept; the alternatives of a group all count.
class LiteralFinder {
 public:
  LiteralFinder(std::string_view pattern, const WordLists& lists, int depth)
      : pattern_(pattern), lists_(lists), depth_(depth) {}

  std::vector<Literal> run(bool starts_word, bool ends_word) {
    if (pattern_.starts_with("re:") || depth_ > kDeepestList) return {};
    return alternatives(starts_word, ends_word);
  }

 private:
  using Set = std::vector<Literal>;

  static std::size_t worth(const Set& set) {
    std::size_t shortest = set.empty() ? 0 : set.front().text.size();
    for (const Literal& literal : set) shortest = std::min(shortest, literal.text.size());
    return shortest;
  }

  static void keep_better(Set& best, Set set) {
    if (worth(set) > worth(best)) best = std::move(set);
  }

  Set alternatives(bool starts_word, bool ends_word) {
    Set all;
    bool known = true;
    for (;;) {
      Set one = sequence(starts_word, ends_word);
      known = known && !one.empty();
      all.insert(all.end(), one.begin(), one.end());
      if (at_ >= pattern_.size() || pattern_[at_] != '|') break;
      ++at_;
    }
    return known ? all : Set{};
  }

  // Up to the next '|' or ')' of this level.
  Set sequence(bool starts_word, bool ends_word) {
    Set best;
    Literal run{"", starts_word, false};
    auto flush = [&](bool at_word_end, bool next_starts_word) {
      run.ends_word = at_word_end;
      if (!run.text.empty()) keep_better(best, {run});
      run = Literal{"", next_starts_word, false};
    };
    while (at_ < pattern_.size() && pattern_[at_] != '|' && pattern_[at_] != ')') {
      char c = pattern_[at_];
      if (c == ' ' || c == '{') {
        flush(true, true);
        if (c == '{') at_ = std::min(pattern_.find('}', at_), pattern_.size() - 1);
        ++at_;
      } else if (c == '(' || c == '<' || c == '[') {
        bool group_starts_word = run.text.empty() && run.starts_word;
        flush(false, false);
        Set inner = group(c, group_starts_word);
        if (at_ < pattern_.size() && pattern_[at_] == '?') {
          ++at_;
        } else {
          keep_better(best, std::move(inner));
        }
      } else if (c == '?') {
        while (!run.text.empty() && run.text.back() == kNotAscii) run.text.pop_back();
        if (!run.text.empty() && pattern_[at_ - 1] != ')' &&
            static_cast<unsigned char>(pattern_[at_ - 1]) < 0x80)
          run.text.pop_back();
        flush(false, false);
        ++at_;
      } else if (c == '-' || c == '*' || c == '@') {
        flush(false, false);
        ++at_;
      } else {
        run.text += static_cast<unsigned char>(c) < 0x80
                        ? static_cast<char>(std::tolower(static_cast<unsigned char>(c)))
                        : kNotAscii;
        ++at_;
      }
    }
    flush(at_ >= pattern_.size() && ends_word, false);
    return best;
  }

  Set group(char kind, bool starts_word) {
    if (kind == '[') {
      at_ = std::min(pattern_.find(']', at_), pattern_.size() - 1) + 1;
      return {};
    }
    if (kind == '<') return named(starts_word);
    ++at_;
    Set inner = alternatives(starts_word, false);
    if (at_ < pattern_.size()) ++at_;  // the ')'
    return inner;
  }

  Set named(bool starts_word) {
    std::size_t close = std::min(pattern_.find('>', at_), pattern_.size() - 1);
    auto list = lists_.find(pattern_.substr(at_ + 1, close - at_ - 1));
    at_ = close + 1;
    if (list == lists_.end()) return {};
    Set all;
    for (const std::string& member : list->second) {
      Set one = LiteralFinder(member, lists_, depth_ + 1).run(starts_word, false);
      if (one.empty()) return {};
      all.insert(all.end(), one.begin(), one.end());
    }
    return all;
  }

  std::string_view pattern_;
  const WordLists& lists_;
  int depth_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Literal> pattern_literals(std::string_view pattern, const WordLists& lists) {
  return LiteralFinder(pattern, lists, 0).run(true, true);
}

Result<std::string> pattern_to_re2(std::string_view pattern, const WordLists& lists) {
  if (pattern.empty() || pattern == "re:")
    return failure(Error::Kind::usage, "an empty pattern would match everywhere");
  return Translator(pattern, lists, 0).run();
}

std::string pattern_sample(std::string_view pattern, const WordLists& lists) {
  return sample(pattern, lists, 0);
}

}  // namespace litmine
