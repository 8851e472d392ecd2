// Words to runs: what stands together on one line. Poppler hands the words out nearly in the order
// of the text, so most words simply follow the one before; only where that order breaks off (after
// a raised mark, at a change of font) are ends and beginnings matched by their places.
//
// The one thing to know: a run never crosses a gap of kApart, so that no run spans two columns. A
// loosely set line therefore may fall into several runs; the reading order (layout.cc) puts them
// side by side again.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extractors/layout.h"

namespace litmine {
namespace {

constexpr float kApart = 0.75F;         // em; a wider gap may be a column boundary
constexpr float kApartLetters = 1.3F;   // em; the same between single capitals: A B S T R A C T
constexpr float kApartSizes = 0.5F;     // em of the larger, between sizes that differ: a heading
                                        // may stand beside the text of the next column
constexpr float kOverlapping = -0.35F;  // em; italics lean into their neighbour
constexpr float kWordSpace = 0.13F;     // em; narrower is a seam inside a word
constexpr float kScript = 0.85F;        // raised and lowered marks are smaller than this
constexpr float kRaised = 0.18F;        // em by which a raised mark's lower edge stands above
constexpr int kNone = -1;

/// Code points of UTF-8.
std::uint32_t letters_in(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// The box as it stands when the page is turned so that text with `turned` quarter turns reads from
/// left to right.
Box upright(const Box& box, std::uint8_t turned, float width, float height) {
  switch (turned & 3U) {
    case 1:
      return {box.top, width - box.right, box.bottom, width - box.left};
    case 2:
      return {width - box.right, height - box.bottom, width - box.left, height - box.top};
    case 3:
      return {height - box.bottom, box.left, height - box.top, box.right};
    default:
      return box;
  }
}

/// How most of the letters are turned.
std::uint8_t main_direction(const std::vector<PrintedWord>& words) {
  std::array<std::size_t, 4> letters{};
  for (const PrintedWord& word : words) letters[word.turned & 3U] += word.text.size();
  return static_cast<std::uint8_t>(std::max_element(letters.begin(), letters.end()) -
                                   letters.begin());
}

bool single_capital(const PrintedWord& word) {
  return word.text.size() == 1 && is_capital(word.text[0]);
}

/// A number, a dagger or a letter that may be a raised mark; a word of two small letters is none.
bool may_be_mark(const PrintedWord& word) {
  return std::count_if(word.text.begin(), word.text.end(),
                       [](char c) { return c >= 'a' && c <= 'z'; }) < 2;
}

/// May `next` follow `word` in one run? Both are seen upright.
bool follows(const PrintedWord& word, const PrintedWord& next) {
  if (word.turned != next.turned || next.box.left <= word.box.left) return false;
  float em = std::max(word.size, next.size);
  float gap = next.box.left - word.box.right;
  const PrintedWord& smaller = word.size < next.size ? word : next;
  float ratio = em / std::max(0.1F, smaller.size);
  float apart = single_capital(word) && single_capital(next)     ? kApartLetters
                : ratio < 1.0F / kScript || may_be_mark(smaller) ? kApart
                                                                 : kApartSizes;
  if (gap < kOverlapping * em || gap > apart * em) return false;
  float overlap = std::min(word.box.bottom, next.box.bottom) - std::max(word.box.top, next.box.top);
  float least = std::min(word.box.height(), next.box.height());
  if (overlap < 0.5F * least) return false;
  float baselines = std::fabs(word.box.bottom - next.box.bottom);
  if (ratio < 1.0F / kScript) return baselines < 0.4F * em;
  return ratio < 1.7F || baselines < 0.15F * em;  // else an initial that hangs over several lines
}

/// Plainly on one line. Where two texts are printed over each other Poppler mixes their words.
bool on_one_baseline(const PrintedWord& word, const PrintedWord& next) {
  return std::fabs(word.box.bottom - next.box.bottom) < 0.12F * next.size ||
         word.size < kScript * next.size || next.size < kScript * word.size;
}

/// For each word the one that follows it in its run, or kNone.
std::vector<int> followers(const std::vector<PrintedWord>& words) {
  int count = static_cast<int>(words.size());
  std::vector<int> next(words.size(), kNone);
  std::vector<int> heads;
  for (int i = 0; i < count; ++i) {
    if (i > 0 && follows(words[i - 1], words[i]) && on_one_baseline(words[i - 1], words[i]))
      next[i - 1] = i;
    else
      heads.push_back(i);
  }
  auto higher = [&](int a, int b) { return words[a].box.top < words[b].box.top; };
  std::stable_sort(heads.begin(), heads.end(), higher);
  float tallest = 0;
  for (int head : heads) tallest = std::max(tallest, words[head].box.height());
  std::vector<bool> taken(words.size(), false);
  for (int i = 0; i < count; ++i) {
    if (next[i] != kNone) continue;
    const PrintedWord& word = words[i];
    auto from = std::partition_point(heads.begin(), heads.end(), [&](int head) {
      return words[head].box.top < word.box.top - tallest;
    });
    float nearest = 1e9F;
    int best = kNone;
    for (auto head = from; head != heads.end() && words[*head].box.top < word.box.bottom; ++head) {
      float gap = words[*head].box.left - word.box.right +
                  3 * std::fabs(words[*head].box.bottom - word.box.bottom);
      if (taken[*head] || gap >= nearest || !follows(word, words[*head])) continue;
      nearest = gap;
      best = *head;
    }
    if (best == kNone) continue;
    next[i] = best;
    taken[best] = true;
  }
  return next;
}

constexpr std::string_view kRaisedDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

/// Raised digits as superscript characters, so that "firms" and a note's "2" do not become a word.
std::string raised(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (is_digit(c))
      out += kRaisedDigits[c - '0'];
    else
      out += c;
  }
  return out;
}

bool has_small_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_small(c) || is_capital(c); });
}

bool is_ordinal_ending(std::string_view text) {
  return text == "st" || text == "nd" || text == "rd" || text == "th";
}

/// A word smaller than its neighbour and standing higher.
bool is_raised(const PrintedWord& word, const PrintedWord& beside) {
  return word.size < kScript * beside.size &&
         beside.box.bottom - word.box.bottom > kRaised * beside.size;
}

/// One piece of a run: a word, and what stands between it and the next.
struct Piece {
  std::string text;
  bool space_after = false;
  float gap_after = 0;  // points
};

std::vector<Piece> pieces_of(const std::vector<const PrintedWord*>& words) {
  std::vector<Piece> pieces;
  pieces.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PrintedWord& word = *words[i];
    const PrintedWord* before = i > 0 ? words[i - 1] : nullptr;
    const PrintedWord* after = i + 1 < words.size() ? words[i + 1] : nullptr;
    Piece piece{word.text, false, 0};
    if (after != nullptr) {
      piece.gap_after = after->box.left - word.box.right;
      piece.space_after =
          word.space_after || piece.gap_after > kWordSpace * std::max(word.size, after->size);
    }
    bool mark = (before != nullptr && is_raised(word, *before)) ||
                (after != nullptr && is_raised(word, *after));
    if (mark) {
      bool ordinal = before != nullptr && !before->text.empty() && is_digit(before->text.back()) &&
                     is_ordinal_ending(word.text);
      if (!ordinal && has_small_letter(word.text) && !pieces.empty())
        pieces.back().space_after = true;
      if (!ordinal) piece.text = raised(word.text);
      if (after != nullptr && !is_raised(*after, word) && after->size > word.size && !ordinal &&
          has_small_letter(after->text))
        piece.space_after = true;
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

bool part_of_spaced_word(const Piece& piece) {
  return piece.text.size() <= 2 && !piece.text.empty() &&
         std::all_of(piece.text.begin(), piece.text.end(), is_capital);
}

/// "A B S T R A C T" to "ABSTRACT": four or more single capitals, evenly spaced. A clearly wider
/// gap among them is a space between words.
void close_up_letters(std::vector<Piece>& pieces) {
  for (std::size_t from = 0; from < pieces.size();) {
    std::size_t to = from, singles = 0;
    while (to < pieces.size() && part_of_spaced_word(pieces[to])) {
      if (pieces[to].text.size() == 1) ++singles;
      ++to;
    }
    if (singles >= 4 && singles * 4 >= (to - from) * 3) {
      std::vector<float> gaps;
      for (std::size_t i = from; i + 1 < to; ++i) gaps.push_back(pieces[i].gap_after);
      std::nth_element(gaps.begin(), gaps.begin() + gaps.size() / 2, gaps.end());
      float usual = gaps[gaps.size() / 2];
      for (std::size_t i = from; i + 1 < to; ++i)
        pieces[i].space_after = pieces[i].gap_after > 1.7F * usual;
    }
    from = std::max(to, from + 1);
  }
}

/// The font size of most letters.
float main_size(const std::vector<const PrintedWord*>& words) {
  float best = words.front()->size;
  std::size_t most = 0;
  for (const PrintedWord* word : words) {
    std::size_t letters = 0;
    for (const PrintedWord* other : words)
      if (std::fabs(other->size - word->size) < 0.05F) letters += other->text.size();
    if (letters > most) most = letters, best = word->size;
    if (most * 2 > words.size() * 64) break;  // plainly the most of any line
  }
  return best;
}

TextRun run_of(const std::vector<const PrintedWord*>& words) {
  TextRun run;
  run.turned = words.front()->turned;
  run.box = words.front()->box;
  run.words = static_cast<std::uint16_t>(std::min<std::size_t>(words.size(), 65535));
  std::size_t bold = 0, italic = 0, all = 0, of_face = 0;
  bool one_size = true;
  run.face = words.front()->face;
  for (const PrintedWord* word : words) {
    all += word->text.size();
    if (word->face == run.face) of_face += word->text.size();
    if (word->bold) bold += word->text.size();
    if (word->italic) italic += word->text.size();
    one_size = one_size && std::fabs(word->size - words.front()->size) < 0.05F;
  }
  run.bold = bold * 2 > all;
  run.italic = italic * 2 > all;
  if (of_face * 10 < all * 9) run.face = 0;
  run.size = one_size ? words.front()->size : main_size(words);
  bool seen = false;
  for (const PrintedWord* word : words) {
    run.box.left = std::min(run.box.left, word->box.left);
    run.box.right = std::max(run.box.right, word->box.right);
    if (word->size < kScript * run.size || word->size > run.size / kScript) continue;
    run.box.top = seen ? std::min(run.box.top, word->box.top) : word->box.top;
    run.box.bottom = seen ? std::max(run.box.bottom, word->box.bottom) : word->box.bottom;
    seen = true;
  }
  std::vector<Piece> pieces = pieces_of(words);
  close_up_letters(pieces);
  for (const Piece& piece : pieces) {
    run.text += piece.text;
    if (piece.space_after) run.text += ' ';
  }
  while (!run.text.empty() && run.text.back() == ' ') run.text.pop_back();
  run.letters = letters_in(run.text);
  return run;
}

/// A large first letter that hangs over several lines goes to the line it begins.
void join_drop_capitals(std::vector<TextRun>& runs) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    TextRun& big = runs[i];
    if (big.text.size() != 1 || !is_capital(big.text[0])) continue;
    TextRun* first = nullptr;
    for (TextRun& run : runs) {
      float gap = run.box.left - big.box.right;
      bool beside = gap > -0.3F * run.size && gap < 1.0F * run.size &&
                    run.box.middle() > big.box.top && run.box.middle() < big.box.bottom;
      if (&run == &big || !beside || run.turned != big.turned || big.size < 1.7F * run.size ||
          run.letters < 8)
        continue;
      if (first == nullptr || run.box.top < first->box.top) first = &run;
    }
    if (first == nullptr) continue;
    bool word_by_itself = (big.text == "A" || big.text == "I") &&
                          first->box.left - big.box.right > 0.2F * first->size;
    first->text.insert(0, word_by_itself ? big.text + " " : big.text);
    first->letters += 1;
    big.text.clear();
  }
  std::erase_if(runs, [](const TextRun& run) { return run.text.empty(); });
}

/// Some files print their text twice, nearly at the same place (a scan's text under the real one, a
/// shadow, a state before the last). The second printing goes where it says the same.
void drop_doubles(std::vector<TextRun>& runs) {
  std::unordered_map<std::string, std::vector<const TextRun*>> seen;
  for (TextRun& run : runs) {
    std::string key = run.text;
    std::erase(key, ' ');
    if (key.size() < 3) continue;
    std::vector<const TextRun*>& alike = seen[key];
    bool twice = std::any_of(alike.begin(), alike.end(), [&](const TextRun* other) {
      const Box &a = other->box, &b = run.box;
      float across = std::min(a.right, b.right) - std::max(a.left, b.left);
      float down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
      return other->turned == run.turned && across > 0.7F * std::min(a.width(), b.width()) &&
             down > 0.5F * std::min(a.height(), b.height());
    });
    if (twice)
      run.text.clear();
    else
      alike.push_back(&run);
  }
  std::erase_if(runs, [](const TextRun& run) { return run.text.empty(); });
}

bool overlaps(const Box& a, const Box& b) {
  const float across = std::min(a.right, b.right) - std::max(a.left, b.left);
  const float down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return across > 0.6F * std::min(a.width(), b.width()) &&
         down > 0.35F * std::min(a.height(), b.height());
}

/// A proof and its correction, printed over each other half a line apart: a third of the letters
/// stand in lines that overlap. Which of the two is the later one is lost when Poppler orders the
/// words.
bool has_two_states(const std::vector<TextRun>& runs) {
  constexpr std::uint32_t kLong = 12;  // letters: marks and numbers stand over text elsewhere
  constexpr std::size_t kFewest = 8;   // lines
  constexpr std::size_t kCompared = 200'000;  // a page of text needs a few thousand
  std::vector<std::size_t> order;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    letters += runs[i].letters;
    if (runs[i].letters >= kLong && runs[i].turned == 0) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(runs[a].box.top, a) < std::pair(runs[b].box.top, b);
  });
  std::vector<bool> covered(runs.size(), false);
  std::size_t compared = 0;
  for (std::size_t a = 0; a < order.size(); ++a)
    for (std::size_t b = a + 1; b < order.size() && ++compared < kCompared; ++b) {
      if (runs[order[b]].box.top >= runs[order[a]].box.bottom) break;
      if (overlaps(runs[order[a]].box, runs[order[b]].box))
        covered[order[a]] = covered[order[b]] = true;
    }
  std::size_t lines = 0, covered_letters = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (!covered[i]) continue;
    ++lines;
    covered_letters += runs[i].letters;
  }
  return lines >= kFewest && covered_letters * 3 >= letters;
}

}  // namespace

void Box::add(const Box& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

PrintedPage printed_page(std::uint32_t number, float width, float height,
                         std::vector<PrintedWord> words) {
  std::uint8_t main = main_direction(words);
  PrintedPage page{number, width, height, {}};
  if (main % 2 == 1) std::swap(page.width, page.height);
  // Each word is chained with its like in the frame in which it reads from left to right.
  for (PrintedWord& word : words) word.box = upright(word.box, word.turned, width, height);
  std::vector<int> next = followers(words);
  std::vector<bool> inside(words.size(), false);
  for (int follower : next)
    if (follower != kNone) inside[follower] = true;
  std::vector<const PrintedWord*> chain;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (inside[i]) continue;
    chain.clear();
    for (int at = static_cast<int>(i); at != kNone; at = next[at]) chain.push_back(&words[at]);
    TextRun run = run_of(chain);
    if (run.text.empty()) continue;
    // Back from its own frame into that of the page: the remaining turns the other way round.
    std::uint8_t left_over = (run.turned - main) & 3U;
    if (left_over != 0) {
      bool across = run.turned % 2 == 1;
      run.box =
          upright(run.box, (4 - left_over) & 3U, across ? height : width, across ? width : height);
    }
    run.turned = left_over;
    page.runs.push_back(std::move(run));
  }
  drop_doubles(page.runs);
  page.two_states = has_two_states(page.runs);
  join_drop_capitals(page.runs);
  return page;
}

float body_size(const std::vector<PrintedPage>& pages) {
  std::array<std::size_t, 1024> letters{};  // by tenths of a point
  for (const PrintedPage& page : pages)
    for (const TextRun& run : page.runs) {
      int tenths = std::clamp(static_cast<int>(std::lround(run.size * 10)), 0, 1023);
      letters[static_cast<std::size_t>(tenths)] += run.letters;
    }
  auto most = std::max_element(letters.begin(), letters.end());
  return *most == 0 ? 0 : static_cast<float>(most - letters.begin()) / 10;
}

std::uint16_t body_face(const std::vector<PrintedPage>& pages) {
  std::unordered_map<std::uint16_t, std::size_t> letters;
  std::size_t all = 0;
  for (const PrintedPage& page : pages)
    for (const TextRun& run : page.runs) {
      letters[run.face] += run.letters;
      all += run.letters;
    }
  for (const auto& [face, count] : letters)
    if (count * 5 >= all * 3) return face;
  return 0;
}

}  // namespace litmine
