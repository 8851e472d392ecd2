// The score of a code is the sum over the zones of weight × its best three hits, an anchored hit
// counting double. Roles that the project keeps apart (a destination) are scored apart; the others
// together.
#include "taggers/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace litmine {
namespace {

constexpr std::size_t kMostEvidence = 3;
constexpr std::size_t kMostAlsoSeen = 10;

struct Weighed {
  const Hit* hit = nullptr;
  double weight = 0;  // what it adds
};

bool is_main(const Facet& facet, std::string_view role) {
  return facet.main_roles.empty() || std::find(facet.main_roles.begin(), facet.main_roles.end(),
                                               role) != facet.main_roles.end();
}

// Hits of one suggestion: one code in one role (all main roles are one) with one value.
struct Group {
  std::size_t code = 0;
  bool main = true;
  std::string_view value;
  std::vector<const Hit*> hits;
};

// A bare hit goes to the main roles, unless the code is anchored in another role only: then "the
// Chinese market" elsewhere is still the destination.
std::vector<Group> groups_of(const Facet& facet, const std::vector<Hit>& hits) {
  std::map<std::size_t, std::array<bool, 2>> anchored;
  for (const Hit& hit : hits)
    if (hit.counts() && hit.anchored) anchored[hit.code][is_main(facet, hit.role) ? 1 : 0] = true;
  std::map<std::tuple<std::size_t, bool, std::string_view>, Group> groups;
  for (const Hit& hit : hits) {
    if (!hit.counts()) continue;
    bool main = is_main(facet, hit.role);
    if (!hit.anchored && anchored[hit.code][0] && !anchored[hit.code][1]) main = false;
    Group& group = groups[{hit.code, !main, hit.value}];
    group.code = hit.code;
    group.main = main;
    group.value = hit.value;
    group.hits.push_back(&hit);
  }
  std::vector<Group> list;
  list.reserve(groups.size());
  for (auto& [key, group] : groups) list.push_back(std::move(group));
  return list;
}

double factor(const Facet& facet, const Hit& hit, const Zones& zones) {
  double factor = hit.anchored ? zones.anchored : zones.bare;
  return facet.rules[hit.rule].weak ? factor * zones.weak : factor;
}

// The best hits of each zone, with what each adds.
std::vector<Weighed> weigh(const Facet& facet, const Group& group, const Zones& zones) {
  std::map<Part, std::vector<Weighed>> by_zone;
  for (const Hit* hit : group.hits)
    by_zone[hit->zone].push_back(
        {hit, weight_at(facet, hit->zone, hit->introduction_end) * factor(facet, *hit, zones)});
  std::vector<Weighed> best;
  for (auto& [zone, hits] : by_zone) {
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Weighed& a, const Weighed& b) { return a.weight > b.weight; });
    hits.resize(std::min(hits.size(), static_cast<std::size_t>(zones.hits_at_most)));
    best.insert(best.end(), hits.begin(), hits.end());
  }
  std::stable_sort(best.begin(), best.end(),
                   [](const Weighed& a, const Weighed& b) { return a.weight > b.weight; });
  return best;
}

std::string parent_label(const Facet& facet, std::size_t code) {
  for (const CodeDefinition& known : facet.codes)
    if (known.code == facet.codes[code].parent) return known.label;
  return {};
}

Band lower(Band band) { return band == Band::high ? Band::medium : Band::low; }

Band band_of(const Facet& facet, const std::vector<Weighed>& hits, double score,
             const Reading& reading, const Zones& zones) {
  bool anchored_where_it_matters = false, anchored = false, in_front = false, strong = false;
  bool placed = false;  // stands in a zone that is known, even where the headings are not
  for (const Weighed& weighed : hits) {
    const Hit& hit = *weighed.hit;
    bool weak = facet.rules[hit.rule].weak;
    strong |= !weak;
    anchored |= hit.anchored;
    in_front |= kFront.contains(hit.zone);
    anchored_where_it_matters |=
        hit.anchored && !weak && facet.high_needs_anchor_in.contains(hit.zone);
    placed |= !kBody.contains(hit.zone);
  }
  if (score < zones.medium || !strong) return Band::low;
  if (facet.needs_anchor && !anchored) return Band::low;
  if (facet.front_or_anchor && !anchored && !in_front) return Band::low;
  if (score < zones.high || !anchored_where_it_matters || (reading.by_position() && !placed))
    return Band::medium;
  return Band::high;
}

std::string role_of(const Group& group, const std::vector<Weighed>& hits) {
  std::map<std::string_view, double> weights;
  for (const Weighed& weighed : hits)
    if (weighed.hit->anchored || !group.main) weights[weighed.hit->role] += weighed.weight;
  std::string_view best;
  double most = 0;
  for (const auto& [role, weight] : weights)
    if (weight > most) {
      best = role;
      most = weight;
    }
  if (!best.empty()) return std::string(best);
  return group.hits.empty() ? "" : std::string(group.hits.front()->role);
}

// One piece of evidence a sentence, best first.
std::vector<Evidence> evidence_for(const Facet& facet, const std::vector<Weighed>& hits,
                                   const Reading& reading) {
  std::vector<Evidence> evidence;
  std::set<Span> sentences;
  for (const Weighed& weighed : hits) {
    if (evidence.size() == kMostEvidence) break;
    if (!sentences.insert(weighed.hit->sentence).second) continue;
    evidence.push_back(evidence_of(facet, *weighed.hit, reading, weighed.weight));
  }
  return evidence;
}

std::vector<Evidence> not_counted(const Facet& facet, const std::vector<Hit>& hits,
                                  std::size_t code, const Reading& reading) {
  std::vector<Evidence> seen;
  for (const Hit& hit : hits) {
    if (hit.code != code || hit.counts()) continue;
    if (seen.size() == kMostAlsoSeen) break;
    seen.push_back(evidence_of(facet, hit, reading, 0));
  }
  return seen;
}

void best_first(std::vector<Code>& codes) {
  std::stable_sort(codes.begin(), codes.end(), [](const Code& a, const Code& b) {
    if (a.band != b.band) return a.band > b.band;
    return a.score > b.score;
  });
}

/// The interplay of one facet's codes.
class Between {
 public:
  Between(const Facet& facet, const std::vector<Hit>& hits, const Reading& reading,
          const Zones& zones, const std::vector<FacetResult>& before, FacetResult& result)
      : facet_(facet),
        hits_(hits),
        reading_(reading),
        zones_(zones),
        before_(before),
        result_(result) {}

  void apply(const Interplay& what, bool empirical) {
    switch (what.kind) {
      case Interplay::Kind::suppress:
        return suppress(what);
      case Interplay::Kind::demote:
        return demote(what);
      case Interplay::Kind::join:
        return join(what);
      case Interplay::Kind::collect:
        return collect(what);
      case Interplay::Kind::nothing:
        return empirical ? nothing(what) : void();
      case Interplay::Kind::alone:
        return alone(what);
      case Interplay::Kind::fallback:
        return fallback(what);
    }
  }

 private:
  Code* find(std::string_view name) {
    for (Code& code : result_.codes)
      if (code.code == name) return &code;
    return nullptr;
  }

  bool at_medium(std::string_view name) {
    const Code* code = find(name);
    return code != nullptr && code->band >= Band::medium;
  }

  bool excused(const Interplay& what) const {
    for (const FacetResult& facet : before_)
      if (facet.facet == what.unless_facet)
        for (const Code& code : facet.codes)
          if (code.code == what.unless_code && code.band >= Band::medium) return true;
    return false;
  }

  void suppress(const Interplay& what) {
    Code* code = find(what.code);
    if (code == nullptr || excused(what)) return;
    for (const std::string& other : what.codes) {
      if (!at_medium(other)) continue;
      for (Evidence evidence : code->evidence) {
        evidence.not_counted = what.reason;
        evidence.weight = 0;
        result_.also_seen.push_back(std::move(evidence));
      }
      std::erase_if(result_.codes, [&](const Code& c) { return c.code == what.code; });
      return;
    }
  }

  void demote(const Interplay& what) {
    Code* code = find(what.code);
    const Code* above = find(what.below);
    if (code == nullptr || above == nullptr || above->band == Band::low || !rule_counted(what))
      return;
    code->band = std::min(code->band, lower(above->band));
    code->score = std::min(code->score, above->score);
  }

  bool rule_counted(const Interplay& what) const {
    return std::any_of(hits_.begin(), hits_.end(),
                       [&](const Hit& hit) { return hit.counts() && asked_for(what, hit); });
  }

  bool asked_for(const Interplay& what, const Hit& hit) const {
    return what.rules.empty() || std::find(what.rules.begin(), what.rules.end(),
                                           facet_.rules[hit.rule].id) != what.rules.end();
  }

  std::vector<Weighed> anchored_in(std::string_view name, const Interplay& what) const {
    std::vector<Weighed> found;
    for (const Hit& hit : hits_)
      if (hit.counts() && hit.anchored && what.zones.contains(hit.zone) && asked_for(what, hit) &&
          !facet_.rules[hit.rule].weak && facet_.codes[hit.code].code == name)
        found.push_back({&hit, weight_at(facet_, hit.zone, false) * zones_.anchored});
    return found;
  }

  void join(const Interplay& what) {
    std::vector<Weighed> all;
    for (const std::string& name : what.codes) {
      std::vector<Weighed> found = anchored_in(name, what);
      if (found.empty()) return;
      all.push_back(found.front());
    }
    Code joined = made(what, all);
    joined.band = Band::medium;
    for (const std::string& name : what.codes)
      if (const Code* part = find(name)) joined.score = std::max(joined.score, part->score);
    if (Code* known = find(what.code)) {
      if (known->band >= joined.band) return;
      joined.score += known->score;
      *known = joined;
    } else {
      result_.codes.push_back(std::move(joined));
    }
    if (facet_.single)  // its parts are said with it
      for (Code& code : result_.codes)
        if (code.code != what.code) code.band = Band::low;
    best_first(result_.codes);
    first(what.code);
  }

  // The joined code stands before its parts.
  void first(std::string_view name) {
    auto at = std::find_if(result_.codes.begin(), result_.codes.end(),
                           [&](const Code& code) { return code.code == name; });
    std::rotate(result_.codes.begin(), at, at + 1);
  }

  void collect(const Interplay& what) {
    if (at_medium(what.code)) return;
    Code collected;
    std::size_t found = 0;
    for (const Code& code : result_.codes) {
      bool asked = what.codes.empty() ||
                   std::find(what.codes.begin(), what.codes.end(), code.code) != what.codes.end();
      if (!asked || code.code == what.code || code.band < Band::medium ||
          !is_main(facet_, code.role))
        continue;
      ++found;
      if (collected.evidence.size() < kMostEvidence) collected.evidence.push_back(code.evidence[0]);
    }
    if (found < what.at_least || collected.evidence.empty()) return;
    Code code = made(what, {});
    code.evidence = std::move(collected.evidence);
    code.band = Band::medium;
    code.score = zones_.medium;
    std::erase_if(result_.codes, [&](const Code& c) { return c.code == what.code; });
    result_.codes.push_back(std::move(code));
    best_first(result_.codes);
  }

  void nothing(const Interplay& what) {
    if ((what.zones & reading_.zones()) != what.zones) return;
    for (const Code& code : result_.codes)
      if (code.code != what.code && code.band >= Band::medium) return;
    for (const Hit& hit : hits_)
      if (hit.counts() && hit.anchored && facet_.codes[hit.code].code != what.code) return;
    Code code = made(what, {});
    what.zones.each([&](Part zone) {
      for (const Sentence& opening : reading_.openings(zone)) {
        if (code.evidence.size() == kMostEvidence) return;
        Span where = reading_.in_document(opening.where);
        code.evidence.push_back({where, where, zone, facet_.name + "." + what.code + ".nothing",
                                 weight_at(facet_, zone, false), false, ""});
      }
    });
    if (code.evidence.empty()) return;
    code.band = Band::medium;
    code.score = zones_.medium;
    result_.codes.insert(result_.codes.begin(), std::move(code));
  }

  void alone(const Interplay& what) {
    if (!at_medium(what.code)) return;
    Code& alone = *find(what.code);
    double most = 0;
    for (const Code& code : result_.codes)
      if (code.code != what.code && is_main(facet_, code.role) && code.band == Band::high)
        most = std::max(most, code.score);
    if (what.yields && most > alone.score) {
      alone.band = lower(alone.band);
      return best_first(result_.codes);
    }
    const bool sure = alone.band == Band::high;
    for (Code& code : result_.codes)
      if (code.code != what.code && is_main(facet_, code.role))
        code.band = sure ? Band::low : lower(code.band);
    best_first(result_.codes);
  }

  void fallback(const Interplay& what) {
    Code* code = find(what.code);
    if (code == nullptr) return;
    code->band = Band::low;
    bool other = std::any_of(result_.codes.begin(), result_.codes.end(), [&](const Code& c) {
      return c.code != what.code && c.band >= Band::medium;
    });
    if (other) std::erase_if(result_.codes, [&](const Code& c) { return c.code == what.code; });
  }

  Code made(const Interplay& what, const std::vector<Weighed>& hits) const {
    Code code;
    code.facet = facet_.name;
    code.code = what.code;
    for (const CodeDefinition& known : facet_.codes)
      if (known.code == what.code) code.label = known.label;
    code.role = facet_.default_role;
    for (const Weighed& weighed : hits) code.score += weighed.weight;
    code.evidence = evidence_for(facet_, hits, reading_);
    return code;
  }

  const Facet& facet_;
  const std::vector<Hit>& hits_;
  const Reading& reading_;
  const Zones& zones_;
  const std::vector<FacetResult>& before_;
  FacetResult& result_;
};

// One value: where the second is close behind, both lose a band.
void settle_single(FacetResult& result, const Zones& zones) {
  if (result.codes.size() < 2) return;
  Code& winner = result.codes[0];
  Code& second = result.codes[1];
  if (second.score <= winner.score * zones.runner_up) {
    for (std::size_t i = 1; i < result.codes.size(); ++i) result.codes[i].band = Band::low;
    return;
  }
  winner.band = lower(winner.band);
  second.band = std::min(lower(second.band), winner.band);
  for (std::size_t i = 2; i < result.codes.size(); ++i) result.codes[i].band = Band::low;
}

// A code in a role apart (a destination) that is better founded than the same code in a main role:
// "the players in Japan" are where the games are sold.
void settle_roles(const Facet& facet, FacetResult& result) {
  for (Code& code : result.codes) {
    if (!is_main(facet, code.role)) continue;
    for (const Code& other : result.codes)
      if (other.code == code.code && !is_main(facet, other.role) && other.score > code.score &&
          other.band >= Band::medium) {
        code.band = lower(code.band);
        break;
      }
  }
  best_first(result.codes);
}

// Several values, one of them far ahead: the others are sure of less.
void settle_runners_up(const Facet& facet, FacetResult& result) {
  if (facet.runner_up <= 0 || result.codes.empty()) return;
  double best = result.codes.front().score;
  for (Code& code : result.codes)
    if (code.score < best * facet.runner_up) code.band = lower(code.band);
  best_first(result.codes);
}

// Seen under codes that are not suggested.
void gather_also_seen(const Facet& facet, const std::vector<Hit>& hits, const Reading& reading,
                      FacetResult& result) {
  std::set<std::string_view> suggested;
  for (const Code& code : result.codes) suggested.insert(code.code);
  for (const Hit& hit : hits) {
    if (result.also_seen.size() >= kMostAlsoSeen) return;
    if (hit.counts() || suggested.contains(facet.codes[hit.code].code)) continue;
    result.also_seen.push_back(evidence_of(facet, hit, reading, 0));
  }
}

// An empty cell has one of three reasons: nothing to read, nothing found, nothing sure enough.
std::string why_empty(const Facet& facet, const FacetResult& result) {
  if (result.zones_read.empty()) {
    Parts wanted;
    kText.each([&](Part part) {
      if (weight_at(facet, part, false) > 0) wanted = wanted | part;
    });
    return fmt::format("not read: the text has no {}", parts_list(wanted));
  }
  std::size_t unsure = result.codes.size();
  std::string zones = parts_list(result.zones_read);
  if (unsure > 0)
    return fmt::format("nothing sure enough in {} ({} low {})", zones, unsure,
                       unsure == 1 ? "suggestion" : "suggestions");
  if (!result.also_seen.empty())
    return fmt::format("nothing found in {} (seen {} {} that {} not count)", zones,
                       result.also_seen.size(), result.also_seen.size() == 1 ? "place" : "places",
                       result.also_seen.size() == 1 ? "does" : "do");
  return fmt::format("nothing found in {}", zones);
}

}  // namespace

Parts zones_read(const Facet& facet, const Reading& reading) {
  Parts read;
  reading.zones().each([&](Part part) {
    if (weight_at(facet, part, false) > 0) read = read | part;
  });
  return read;
}

Evidence evidence_of(const Facet& facet, const Hit& hit, const Reading& reading, double weight) {
  Span sentence = readable(reading.plain(), hit.sentence, hit.where);
  return {reading.in_document(hit.where),
          reading.in_document(sentence),
          hit.zone,
          facet.rules[hit.rule].id,
          weight,
          hit.anchored,
          hit.not_counted};
}

std::vector<Code> score(const Facet& facet, const std::vector<Hit>& hits, const Reading& reading,
                        const Zones& zones) {
  std::vector<Code> codes;
  for (const Group& group : groups_of(facet, hits)) {
    std::vector<Weighed> weighed = weigh(facet, group, zones);
    Code code;
    code.facet = facet.name;
    code.code = facet.codes[group.code].code;
    code.label = group.value.empty() ? facet.codes[group.code].label : std::string(group.value);
    code.value = group.value;
    code.parent = parent_label(facet, group.code);
    code.role = role_of(group, weighed);
    for (const Weighed& one : weighed) code.score += one.weight;
    code.band = band_of(facet, weighed, code.score, reading, zones);
    code.evidence = evidence_for(facet, weighed, reading);
    if (group.main) code.also_seen = not_counted(facet, hits, group.code, reading);
    codes.push_back(std::move(code));
  }
  best_first(codes);
  return codes;
}

FacetResult suggest(const Facet& facet, const std::vector<Hit>& hits, const Reading& reading,
                    const Zones& zones, const std::vector<FacetResult>& before, bool empirical) {
  FacetResult result;
  result.facet = facet.name;
  result.zones_read = zones_read(facet, reading);
  result.codes = score(facet, hits, reading, zones);
  if (facet.single) settle_single(result, zones);
  settle_runners_up(facet, result);
  settle_roles(facet, result);
  Between between(facet, hits, reading, zones, before, result);
  for (const Interplay& interplay : facet.interplay) between.apply(interplay, empirical);
  best_first(result.codes);
  std::size_t shown = 0;
  for (Code& code : result.codes)
    if (code.band >= Band::medium && facet.at_most > 0 && ++shown > facet.at_most)
      code.band = Band::low;
  best_first(result.codes);
  gather_also_seen(facet, hits, reading, result);
  bool any = !result.codes.empty() && result.codes.front().band >= Band::medium;
  if (!any) result.empty_because = why_empty(facet, result);
  return result;
}

}  // namespace litmine
