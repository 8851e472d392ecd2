// Sentence by sentence: candidates, exact matches, overlaps resolved, then each hit is judged on
// its sentence with `@` put in its place.
#include "taggers/hits.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "taggers/pattern.h"
#include "text/one_line.h"

namespace litmine {
namespace {

constexpr std::uint32_t kLongSentence = 1200;  // longer ones are tables or lists without full stops
constexpr std::uint32_t kAround = 400;
constexpr int kMostOfOneRule = 40;  // in one zone; three count
constexpr int kMostUncounted = 3;   // in one zone where it does not count

struct Match {
  std::size_t facet = 0, rule = 0;
  bool decoy = false;
  Span where;          // in the sentence
  bool counts = true;  // the rule counts in the sentence's zone
};

// Headlines in capitals: "SOCIAL MEDIA IN ITALIAN FIRMS". Written as a title, names are found and
// "US" is still not "us". Same length, so spans hold.
bool in_capitals(std::string_view text) {
  std::size_t upper = 0, lower = 0;
  for (unsigned char c : text) {
    if (c >= 'A' && c <= 'Z') ++upper;
    if (c >= 'a' && c <= 'z') ++lower;
  }
  return upper >= 12 && upper > 6 * lower;
}

std::string as_title(std::string_view text) {
  std::string out(text);
  bool in_word = false;
  for (char& c : out) {
    bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
    if (letter && in_word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    in_word = letter || (in_word && c == '\'');
  }
  return out;
}

// "thirteen" and "Twenty-five" in digits; anything else as it is.
std::string in_digits(std::string_view word) {
  static constexpr std::string_view kNumbers[] = {
      "zero",     "one",     "two",     "three",     "four",     "five",    "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static constexpr std::string_view kTens[] = {"twenty", "thirty",  "forty",  "fifty",
                                               "sixty",  "seventy", "eighty", "ninety"};
  std::string lower(word);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  auto unit = [](std::string_view text) -> int {
    for (std::size_t i = 0; i < std::size(kNumbers); ++i)
      if (kNumbers[i] == text) return static_cast<int>(i);
    return -1;
  };
  if (int number = unit(lower); number >= 0) return std::to_string(number);
  for (std::size_t i = 0; i < std::size(kTens); ++i) {
    if (!lower.starts_with(kTens[i])) continue;
    int tens = static_cast<int>(i + 2) * 10;
    std::string_view rest = std::string_view(lower).substr(kTens[i].size());
    if (rest.empty()) return std::to_string(tens);
    int one = rest[0] == '-' || rest[0] == ' ' ? unit(rest.substr(1)) : -1;
    if (one > 0 && one < 10) return std::to_string(tens + one);
  }
  return std::string(word);
}

// The pieces of a rule's value, each looked for after the one before it; nothing when one of them
// is not there.
std::string value_of(const Rule& rule, std::string_view text, Span words) {
  if (rule.whole_sentence)
    return one_line(readable(text, {0, static_cast<std::uint32_t>(text.size())}, words).in(text));
  std::string value;
  std::string_view inside = words.in(text);
  std::uint32_t from = 0;
  for (const Expression& piece : rule.value) {
    auto found = piece.find(inside, from);
    if (!found) return {};
    if (!value.empty()) value += rule.value_joint;
    value += in_digits(one_line(found->in(inside)));
    from = found->end;
  }
  return value;
}

// "1,200 firms; 213 firms" is read as two: a match ends where its value does.
std::uint32_t end_of_value(const Rule& rule, std::string_view text, Span words) {
  std::uint32_t from = 0;
  for (const Expression& piece : rule.value) {
    auto found = piece.find(words.in(text), from);
    if (!found) return words.end;
    from = found->end;
  }
  return from == 0 ? words.end : words.begin + from;
}

// What to call a zone without weight.
std::string why_not_here(Part zone) {
  switch (zone) {
    case Part::references:
      return "reference list";
    case Part::affiliations:
      return "affiliation";
    case Part::back_matter:
      return "back matter";
    case Part::limitations:
      return "limitations and future research";
    default:
      return "does not count in " + std::string(part_name(zone));
  }
}

class Judge {
 public:
  Judge(const Reading& reading, const Codebook::Compiled& codebook)
      : reading_(reading), codebook_(codebook), hits_(codebook.facets.size()) {}

  std::vector<std::vector<Hit>> judge_all() {
    for (const Sentence& sentence : reading_.sentences()) judge(sentence);
    return std::move(hits_);
  }

 private:
  void judge(const Sentence& sentence) {
    std::string_view text = sentence.where.in(reading_.plain());
    codebook_.candidates.find(text, present_, candidates_);
    gather_places(sentence.zone);
    if (places_.empty()) return;
    std::string title;
    if (in_capitals(text)) {
      title = as_title(text);
      text = title;
    }
    matches_.clear();
    for (int place : places_) collect(text, sentence.zone, static_cast<std::size_t>(place));
    if (matches_.empty()) return;
    for (const Match& match : matches_)
      if (!match.decoy && !swallowed(match)) take(sentence, text, match);
  }

  // The rules and decoys of which the sentence holds a literal, in order. A rule that any text may
  // match is only tried where it counts.
  void gather_places(Part zone) {
    places_.clear();
    for (int candidate : candidates_)
      if (int place = codebook_.place_of[static_cast<std::size_t>(candidate)]; place >= 0)
        places_.push_back(place);
    for (int number : codebook_.always) {
      const auto& place = codebook_.places[static_cast<std::size_t>(number)];
      if (place.decoy || counts_in(place, zone)) places_.push_back(number);
    }
    std::sort(places_.begin(), places_.end());
    places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
    // Decoys alone have nothing to swallow.
    if (std::all_of(places_.begin(), places_.end(), [&](int number) {
          return codebook_.places[static_cast<std::size_t>(number)].decoy;
        }))
      places_.clear();
  }

  bool counts_in(const Codebook::Compiled::Place& place, Part zone) const {
    const Facet& facet = codebook_.facets[place.facet];
    return facet.rules[place.rule].zones.contains(zone) &&
           (weight_at(facet, zone, false) > 0 || weight_at(facet, zone, true) > 0);
  }

  // Where a rule does not count, a few places are enough to show that it was seen.
  bool seen_enough(const Codebook::Compiled::Place& place, Part zone) const {
    if (place.decoy || counts_in(place, zone)) return false;
    auto taken = taken_.find({place.facet, place.rule, zone});
    return taken != taken_.end() && taken->second >= kMostUncounted;
  }

  void collect(std::string_view text, Part zone, std::size_t number) {
    const auto& place = codebook_.places[number];
    if (seen_enough(place, zone)) return;
    const bool counts = place.decoy || counts_in(place, zone);
    const Facet& facet = codebook_.facets[place.facet];
    const Expression& words =
        place.decoy ? facet.decoys[place.rule].words : facet.rules[place.rule].words;
    std::uint32_t from = 0;
    while (auto found = words.find(text, from, &present_)) {
      if (!place.decoy) found->end = end_of_value(facet.rules[place.rule], text, *found);
      matches_.push_back({place.facet, place.rule, place.decoy, *found, counts});
      from = std::max(found->end, found->begin + 1);
    }
  }

  // Inside a decoy, or inside the longer words of another code ("Ireland" in "Northern Ireland"),
  // or doubled by a rule of the same code.
  bool swallowed(const Match& match) const {
    const Facet& facet = codebook_.facets[match.facet];
    for (const Match& other : matches_) {
      if (&other == &match || other.facet != match.facet) continue;
      if (match.counts && !other.counts) continue;  // "title only" takes nothing from an abstract
      if (other.decoy) {
        if (other.where.contains(match.where.begin) ||
            (other.where.overlaps(match.where) && other.where.size() >= match.where.size()))
          return true;
        continue;
      }
      const Rule& mine = facet.rules[match.rule];
      const Rule& theirs = facet.rules[other.rule];
      bool longer = other.where.contains(match.where) && other.where.size() > match.where.size();
      if (longer && (mine.code != theirs.code || !better(mine, theirs))) return true;
      if (mine.code == theirs.code && other.where.overlaps(match.where) &&
          (better(theirs, mine) || (!better(mine, theirs) && earlier(other, match))))
        return true;
    }
    return false;
  }

  // Of two rules of one code on the same words the stronger one counts.
  static bool better(const Rule& a, const Rule& b) { return strength(a) > strength(b); }
  static int strength(const Rule& rule) {
    return (rule.anchored ? 4 : 0) + (rule.weak ? 0 : 2) + (rule.ambiguous ? 0 : 1);
  }
  static bool earlier(const Match& a, const Match& b) {
    if (a.where.size() != b.where.size()) return a.where.size() > b.where.size();
    return std::pair(a.where, a.rule) < std::pair(b.where, b.rule);
  }

  void take(const Sentence& sentence, std::string_view text, const Match& match) {
    if (++taken_[{match.facet, match.rule, sentence.zone}] > kMostOfOneRule) return;
    const Facet& facet = codebook_.facets[match.facet];
    const Rule& rule = facet.rules[match.rule];
    Hit hit;
    hit.rule = match.rule;
    hit.code = rule.code;
    hit.where = {sentence.where.begin + match.where.begin, sentence.where.begin + match.where.end};
    hit.sentence = sentence.where;
    hit.zone = sentence.zone;
    hit.introduction_end = sentence.introduction_end;
    hit.role = facet.default_role;
    if (!rule.value.empty() || rule.whole_sentence) {
      hit.value = value_of(rule, text, match.where);
      if (hit.value.empty()) return;
    }
    judge(facet, rule, text, match.where, hit);
    add(facet, std::move(hit), match.facet);
  }

  void judge(const Facet& facet, const Rule& rule, std::string_view text, Span where, Hit& hit) {
    if (weight_at(facet, hit.zone, hit.introduction_end) <= 0 || !rule.zones.contains(hit.zone)) {
      hit.not_counted = why_not_here(hit.zone);
      return;
    }
    Span around = readable(text, {0, static_cast<std::uint32_t>(text.size())}, where);
    marked_.assign(text.substr(around.begin, where.begin - around.begin));
    marked_ += kPlaceOfHit;
    marked_ += text.substr(where.end, around.end - where.end);
    hit.anchored = rule.anchored || facet.anchored_in.contains(hit.zone);
    find_anchor(facet, rule, hit);
    silence(facet, rule, text, hit);
    if (hit.counts() && !rule.needs.empty() && !long_form_stands(rule))
      hit.not_counted = "an abbreviation whose long form is not in the text";
  }

  void find_anchor(const Facet& facet, const Rule& rule, Hit& hit) {
    const bool others = rule.any_anchor.matches(marked_);
    for (std::size_t i : rule.anchors) {
      const Anchor& anchor = facet.anchors[i];
      if (!anchor.zones.contains(hit.zone) || !anchor.when.matches(marked_, &present_, others))
        continue;
      hit.anchored = true;
      if (!anchor.role.empty()) hit.role = anchor.role;
      return;
    }
  }

  void silence(const Facet& facet, const Rule& rule, std::string_view text, Hit& hit) {
    const bool others = rule.any_context.matches(marked_);
    for (const Context& context : rule.contexts) {
      if (!context.zones.contains(hit.zone) || (context.yields_to_anchor && hit.anchored)) continue;
      if (!context.when.matches(marked_, &present_, others) ||
          context.unless.matches(marked_, &present_))
        continue;
      hit.not_counted = context.reason;
      return;
    }
    if (facet.crowd > 0 && !hit.anchored && codes_in(text, facet) >= facet.crowd)
      hit.not_counted = "one of a list in one sentence";
  }

  std::size_t codes_in(std::string_view, const Facet& facet) const {
    std::vector<std::size_t> codes;
    for (const Match& match : matches_)
      if (!match.decoy && &codebook_.facets[match.facet] == &facet)
        codes.push_back(facet.rules[match.rule].code);
    std::sort(codes.begin(), codes.end());
    return static_cast<std::size_t>(std::unique(codes.begin(), codes.end()) - codes.begin());
  }

  bool long_form_stands(const Rule& rule) {
    auto [entry, fresh] = long_forms_.try_emplace(&rule, false);
    if (fresh) {
      if (!body_) body_ = reading_.body();
      entry->second = rule.needs.matches(*body_);
    }
    return entry->second;
  }

  void add(const Facet& facet, Hit hit, std::size_t place) {
    const std::vector<std::size_t>& members = facet.codes[hit.code].stands_for;
    if (members.empty()) {
      hits_[place].push_back(std::move(hit));
      return;
    }
    for (std::size_t member : members) {
      hits_[place].push_back(hit);
      hits_[place].back().code = member;
    }
  }

  const Reading& reading_;
  const Codebook::Compiled& codebook_;
  std::vector<std::vector<Hit>> hits_;
  std::vector<int> candidates_, places_;
  Present present_;
  std::vector<Match> matches_;
  std::string marked_;
  std::optional<std::string> body_;
  std::map<const Rule*, bool> long_forms_;
  std::map<std::tuple<std::size_t, std::size_t, Part>, int> taken_;
};

// An ambiguous name counts when an anchor, or another rule of its code, supports it somewhere.
void drop_unsupported(const Facet& facet, std::vector<Hit>& hits) {
  std::vector<bool> supported(facet.codes.size(), false);
  for (const Hit& hit : hits)
    if (hit.counts() && (hit.anchored || !facet.rules[hit.rule].ambiguous))
      supported[hit.code] = true;
  for (Hit& hit : hits)
    if (hit.counts() && !supported[hit.code])
      hit.not_counted = "an ambiguous name that nothing else supports";
}

}  // namespace

double weight_at(const Facet& facet, Part zone, bool introduction_end) {
  if (introduction_end && facet.introduction_end >= 0) return facet.introduction_end;
  return facet.weights[static_cast<std::size_t>(zone)];
}

Span readable(std::string_view text, Span sentence, Span hit) {
  if (sentence.size() <= kLongSentence) return sentence;
  Span cut{std::max(sentence.begin, hit.begin > kAround ? hit.begin - kAround : 0),
           std::min(sentence.end, hit.end + kAround)};
  auto breaks = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
  auto inside = [&](std::uint32_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  for (int i = 0; i < 60 && cut.begin > sentence.begin && !breaks(cut.begin - 1); ++i) --cut.begin;
  for (int i = 0; i < 60 && cut.end < sentence.end && !breaks(cut.end); ++i) ++cut.end;
  while (cut.begin > sentence.begin && inside(cut.begin)) --cut.begin;
  while (cut.end < sentence.end && inside(cut.end)) ++cut.end;
  return cut;
}

std::vector<std::vector<Hit>> find_hits(const Reading& reading,
                                        const Codebook::Compiled& codebook) {
  std::vector<std::vector<Hit>> hits = Judge(reading, codebook).judge_all();
  for (std::size_t i = 0; i < hits.size(); ++i) drop_unsupported(codebook.facets[i], hits[i]);
  return hits;
}

}  // namespace litmine
