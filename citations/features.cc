// A reference is punctuated into stretches. Most of what tells a publisher from a title is not in
// the word but in its stretch: what begins it, what ends it, and whether "Journal" or "Press" is in
// it. So each token also gets the features of its stretch.
#include "citations/features.h"

#include <algorithm>

#include "citations/lexicon.h"

namespace litmine {
namespace {

constexpr std::uint64_t kPrime = 0x100000001B3ull;
constexpr std::uint64_t kBasis = 0xCBF29CE484222325ull;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15ull + (hash << 6) + (hash >> 2);
  return hash * kPrime;
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = kBasis;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

std::uint64_t bucket(std::size_t n) { return n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 14 ? 6 : 7; }

/// What one token is to its neighbours.
struct Seen {
  std::uint64_t word = 0;  ///< hash of the lower form; numbers are all alike
  std::uint64_t shape = 0;
  std::uint32_t kinds = 0;
  bool punct = false;
};

/// Between two marks: "(", ",", ".", ":", ";", quotes, "?", "!"; a dot after an initial is none.
struct Stretch {
  std::size_t begin = 0, end = 0;
  std::uint32_t kinds = 0;
  char before = '^', after = '$', after_that = '$';
  std::uint64_t first = 0, last = 0;
  std::size_t capitals = 0;
};

/// What the whole string shows at once.
struct Style {
  std::size_t first_year = 0;
  bool early_year = false, quotes = false, pages_word = false, in_word = false, numbered = false,
       address = false;
};

bool is_year(const RefToken& token) { return token.shape == 'Y' || token.shape == 'L'; }

bool splits(const std::vector<RefToken>& tokens, std::size_t i) {
  if (tokens[i].kind != RefToken::Kind::punct) return false;
  const char c = tokens[i].shape;
  if (c == '.') {
    if (i == 0) return true;
    const RefToken& before = tokens[i - 1];
    return before.shape != 'X' && (before.kinds & (kEditorWord | kPagesWord | kVolumeWord)) == 0;
  }
  return c == ',' || c == '(' || c == ')' || c == ':' || c == ';' || c == '"' || c == '?' ||
         c == '!' || c == '[' || c == ']' || c == '/';
}

class Reader {
 public:
  explicit Reader(const std::vector<RefToken>& tokens) : tokens_(tokens) {
    seen_.reserve(tokens.size());
    for (const RefToken& token : tokens) {
      Seen seen;
      seen.shape = static_cast<unsigned char>(token.shape);
      seen.kinds = token.kinds;
      seen.punct = token.kind == RefToken::Kind::punct;
      seen.word = token.kind == RefToken::Kind::number
                      ? mixed(kBasis, static_cast<unsigned char>(token.shape))
                      : hash_of(token.lower);
      seen_.push_back(seen);
    }
    find_stretches();
    find_style();
  }

  RefFeatures features() {
    RefFeatures out;
    out.all.reserve(tokens_.size() * 48);
    out.ends.reserve(tokens_.size());
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      step(i);
      add(out, i);
      out.ends.push_back(static_cast<std::uint32_t>(out.all.size()));
    }
    return out;
  }

 private:
  void find_stretches() {
    Stretch now;
    const std::size_t n = tokens_.size();
    stretch_of_.assign(n, 0);
    auto close = [&](std::size_t end) {
      now.end = end;
      now.after = end < n ? tokens_[end].shape : '$';
      now.after_that = end + 1 < n ? tokens_[end + 1].shape : '$';
      if (now.begin < now.end) {
        now.first = seen_[now.begin].word;
        now.last = seen_[now.end - 1].word;
      }
      stretches_.push_back(now);
    };
    for (std::size_t i = 0; i < n; ++i) {
      if (splits(tokens_, i)) {
        close(i);
        stretch_of_[i] = stretches_.size() - 1;
        now = Stretch{};
        now.begin = i + 1;
        now.before = tokens_[i].shape;
        continue;
      }
      stretch_of_[i] = stretches_.size();
      now.kinds |= tokens_[i].kinds;
      const char shape = tokens_[i].shape;
      now.capitals += shape == 'C' || shape == 'X' || shape == 'A' || shape == 'U' ? 1 : 0;
    }
    close(n);
  }

  void find_style() {
    style_.first_year = tokens_.size();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const RefToken& token = tokens_[i];
      if (is_year(token) && style_.first_year == tokens_.size()) style_.first_year = i;
      if (token.shape == '"') style_.quotes = true;
      if ((token.kinds & kPagesWord) != 0 && token.lower != "s") style_.pages_word = true;
      if ((token.kinds & kInWord) != 0 && token.shape == 'C') style_.in_word = true;
      if (token.kind == RefToken::Kind::url || token.kind == RefToken::Kind::doi)
        style_.address = true;
    }
    style_.early_year = style_.first_year * 5 < tokens_.size() * 3;
    style_.numbered =
        tokens_.size() > 2 && (tokens_[0].shape == '[' ||
                               (tokens_[0].kind == RefToken::Kind::number && !is_year(tokens_[0])));
  }

  /// What has been passed on the way to token i.
  void step(std::size_t i) {
    if (i > 0) {
      const RefToken& last = tokens_[i - 1];
      if (is_year(last)) years_ = std::min<std::size_t>(years_ + 1, 2);
      if (last.shape == '(' || last.shape == '[') ++depth_;
      if ((last.shape == ')' || last.shape == ']') && depth_ > 0) --depth_;
      if (last.shape == '"') quotes_ = std::min<std::size_t>(quotes_ + 1, 3);
      if ((last.kinds & kInWord) != 0 && last.shape == 'C') in_at_ = i;
      if (last.shape == '.' && splits(tokens_, i - 1))
        stops_ = std::min<std::size_t>(stops_ + 1, 6);
      if (last.shape == ',') ++commas_;
      if (last.shape == '.' || last.shape == ')' || last.shape == '"') commas_ = 0;
      if (last.shape == ':') colons_ = std::min<std::size_t>(colons_ + 1, 3);
    }
  }

  const Seen& seen(std::size_t i, int offset) const {
    static const Seen kOutside{1, 1, 0, true};
    const auto at = static_cast<std::ptrdiff_t>(i) + offset;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(seen_.size())) return kOutside;
    return seen_[static_cast<std::size_t>(at)];
  }

  void add(RefFeatures& out, std::size_t i) const {
    std::uint64_t number = 0;
    auto take = [&](std::uint64_t value) {
      out.all.push_back(mixed(mixed(kBasis, ++number), value));
    };
    auto both = [&](std::uint64_t a, std::uint64_t b) { take(mixed(a, b)); };

    const Seen& here = seen_[i];
    const std::string& lower = tokens_[i].lower;
    take(7);
    take(here.word);
    take(here.shape);
    for (int offset : {-2, -1, 1, 2}) {
      take(seen(i, offset).word);
      take(seen(i, offset).shape);
    }
    both(seen(i, -1).word, here.word);
    both(here.word, seen(i, 1).word);
    both(seen(i, -1).shape, here.shape);
    both(here.shape, seen(i, 1).shape);
    take(mixed(mixed(seen(i, -1).shape, here.shape), seen(i, 1).shape));
    take(mixed(mixed(seen(i, -2).shape, seen(i, -1).shape), here.shape));
    take(mixed(mixed(here.shape, seen(i, 1).shape), seen(i, 2).shape));
    take(mixed(mixed(seen(i, 1).shape, seen(i, 2).shape), seen(i, 3).shape));
    take(mixed(mixed(mixed(seen(i, -2).shape, seen(i, -1).shape), seen(i, 1).shape),
               seen(i, 2).shape));
    if (tokens_[i].kind == RefToken::Kind::word && lower.size() > 4) {
      both(1, hash_of(std::string_view(lower).substr(lower.size() - 3)));
      both(2, hash_of(std::string_view(lower).substr(0, 4)));
    } else {
      number += 2;
    }
    add_kinds(out, number, here.kinds, 0);
    add_kinds(out, number, seen(i, -1).kinds, 1);
    add_kinds(out, number, seen(i, 1).kinds, 2);

    const Stretch& stretch = stretches_[stretch_of_[i]];
    add_kinds(out, number, stretch.kinds, 3);
    const std::uint64_t size = bucket(stretch.end - stretch.begin);
    const auto before = std::uint64_t{static_cast<unsigned char>(stretch.before)};
    const auto after = std::uint64_t{static_cast<unsigned char>(stretch.after)};
    const auto after_that = std::uint64_t{static_cast<unsigned char>(stretch.after_that)};
    take(mixed(mixed(before, after), size));
    both(after, after_that);
    take(mixed(mixed(before, after), after_that));
    take(stretch.first);
    take(stretch.last);
    both(size, stretch.capitals == 0                                 ? 0
               : stretch.capitals * 2 >= stretch.end - stretch.begin ? 2
                                                                     : 1);
    if (stretch_of_[i] > 0) {
      const Stretch& last = stretches_[stretch_of_[i] - 1];
      add_kinds(out, number, last.kinds, 4);
      both(last.last, before);
    } else {
      number += 1;
    }
    if (stretch_of_[i] + 1 < stretches_.size())
      add_kinds(out, number, stretches_[stretch_of_[i] + 1].kinds, 5);

    const std::uint64_t way = mixed(mixed(years_, std::min<std::size_t>(depth_, 2)), quotes_);
    const std::uint64_t late = style_.early_year ? 1 : style_.first_year == tokens_.size() ? 2 : 0;
    const std::uint64_t in = in_at_ == 0 ? 0 : i - in_at_ < 3 ? 1 : 2;
    take(mixed(way, here.shape));
    take(mixed(mixed(way, late), mixed(in, style_.quotes ? 1 : 0)));
    take(mixed(mixed(stops_, late), here.shape));
    take(mixed(mixed(stops_, years_), style_.quotes ? 1 : 0));
    take(mixed(mixed(stops_, years_), mixed(colons_, in)));
    take(
        mixed(mixed(years_, std::min<std::size_t>(commas_, 3)), mixed(stops_, depth_ > 0 ? 1 : 0)));
    take(mixed(mixed(in, before), mixed(after, here.shape)));
    take(mixed(mixed(years_, before), mixed(after, stretch_of_[i] < 3 ? stretch_of_[i] : 3)));
    take(mixed(bucket(i), style_.numbered ? 1 : 0));
    take(bucket(tokens_.size() - i));
    take(mixed(i * 8 / tokens_.size(), late));
    const std::size_t year = style_.first_year;
    take(year >= tokens_.size() ? 99 : i < year ? bucket(year - i) : 20 + bucket(i - year));
    take(mixed(style_.pages_word ? 1 : 0, mixed(style_.address ? 1 : 0, mixed(late, here.shape))));
  }

  static void add_kinds(RefFeatures& out, std::uint64_t number, std::uint32_t kinds,
                        unsigned which) {
    (void)number;
    for (unsigned bit = 0; kinds != 0; ++bit, kinds >>= 1)
      if ((kinds & 1u) != 0) out.all.push_back(mixed(mixed(kBasis, 1000 + which), bit));
  }

  const std::vector<RefToken>& tokens_;
  std::vector<Seen> seen_;
  std::vector<Stretch> stretches_;
  std::vector<std::size_t> stretch_of_;
  Style style_;
  std::size_t years_ = 0, depth_ = 0, quotes_ = 0, in_at_ = 0, stops_ = 0, commas_ = 0, colons_ = 0;
};

}  // namespace

RefFeatures features_of(const std::vector<RefToken>& tokens) {
  if (tokens.empty()) return {};
  return Reader(tokens).features();
}

}  // namespace litmine
