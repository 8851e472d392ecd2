#include "taggers/evaluation.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace litmine {
namespace {

using Codes = std::set<std::string>;

Codes comparable_set(const Codes& codes) {
  Codes all;
  for (const std::string& code : codes) all.insert(comparable(code));
  return all;
}

std::vector<std::string> only_in(const Codes& a, const Codes& b) {
  std::vector<std::string> only;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only));
  return only;
}

bool is_empty(const Codes& codes) {
  return std::all_of(codes.begin(), codes.end(),
                     [](const std::string& code) { return says_nothing(code); });
}

struct Tally {
  std::size_t found = 0, wrong = 0, missed = 0;
};

}  // namespace

bool says_nothing(std::string_view code) {
  return code.empty() || code == "none" || code == "NA_" || code == "na_" || code == "n.a.";
}

std::string comparable(std::string_view code) {
  std::string plain;
  for (std::size_t i = 0; i < code.size(); ++i) {
    auto c = static_cast<unsigned char>(code[i]);
    bool between = i > 0 && i + 1 < code.size() &&
                   std::isdigit(static_cast<unsigned char>(code[i - 1])) != 0 &&
                   std::isdigit(static_cast<unsigned char>(code[i + 1])) != 0;
    if (c == ',' && between) continue;
    if (c == ' ' && (plain.empty() || plain.back() == ' ')) continue;
    plain += static_cast<char>(c < 0x80 ? std::tolower(c) : c);
  }
  while (!plain.empty() && plain.back() == ' ') plain.pop_back();
  bool number_first = !plain.empty() && std::isdigit(static_cast<unsigned char>(plain[0])) != 0;
  if (number_first && plain.back() == 's') plain.pop_back();
  return plain;
}

FacetScore score_facet(const std::string& facet, const Coding& gold,
                       const std::vector<SuggestedCode>& suggested) {
  FacetScore score;
  score.facet = facet;
  std::map<std::string, std::map<std::string, Band>> by_study;
  for (const SuggestedCode& one : suggested)
    if (one.facet == facet) {
      Band& band = by_study[one.study].try_emplace(comparable(one.code), one.band).first->second;
      band = std::max(band, one.band);
    }
  std::map<std::string, Tally> codes;
  std::map<Band, Tally> bands;
  Tally all, rows, empty;
  for (const auto& [key, printed] : gold) {
    if (key.second != facet) continue;
    ++score.rows;
    Codes right = comparable_set(printed), given;
    for (const auto& [code, band] : by_study[key.first]) {
      given.insert(code);
      ++(right.contains(code) ? bands[band].found : bands[band].wrong);
    }
    Confusion confusion{key.first, facet, only_in(given, right), only_in(right, given), {}};
    std::set_intersection(given.begin(), given.end(), right.begin(), right.end(),
                          std::back_inserter(confusion.right));
    for (const std::string& code : confusion.right) ++codes[code].found;
    for (const std::string& code : confusion.wrong) ++codes[code].wrong;
    for (const std::string& code : confusion.missed) ++codes[code].missed;
    all.found += confusion.right.size();
    all.wrong += confusion.wrong.size();
    all.missed += confusion.missed.size();
    if (is_empty(right)) ++(is_empty(given) ? empty.wrong : empty.found);
    bool same = confusion.wrong.empty() && confusion.missed.empty();
    ++(same ? rows.found : rows.wrong);
    if (!same) score.confusions.push_back(std::move(confusion));
  }
  score.all = retrieval(all.found, all.wrong, all.missed);
  for (const auto& [code, tally] : codes)
    score.by_code[code] = retrieval(tally.found, tally.wrong, tally.missed);
  score.exact = share(rows.found, score.rows);
  score.false_alarms = share(empty.found, empty.found + empty.wrong);
  for (const auto& [band, tally] : bands)
    score.by_band[band] = share(tally.found, tally.found + tally.wrong);
  return score;
}

CoderAgreement coder_agreement(const std::string& facet,
                               const std::map<std::string, Coding>& coders) {
  CoderAgreement result;
  result.facet = facet;
  std::set<std::string> studies;
  std::map<std::string, Codes> used;  // by study
  std::vector<const Coding*> codings;
  for (const auto& [coder, coding] : coders) {
    result.coders.push_back(coder);
    codings.push_back(&coding);
    for (const auto& [key, codes] : coding) {
      if (key.second != facet) continue;
      studies.insert(key.first);
      for (const std::string& code : codes) used[key.first].insert(comparable(code));
      result.by_code |= codes.size() > 1;
    }
  }
  Codes everything;
  for (const auto& [study, codes] : used) everything.insert(codes.begin(), codes.end());
  std::vector<Valued> units;
  for (const std::string& study : studies) {
    std::vector<std::optional<Codes>> values;
    for (const Coding* coding : codings) {
      auto found = coding->find({study, facet});
      values.push_back(found == coding->end() ? std::nullopt
                                              : std::optional(comparable_set(found->second)));
    }
    if (!result.by_code) {
      Valued unit;
      for (const auto& codes : values)
        unit.push_back(!codes           ? std::nullopt
                       : codes->empty() ? std::optional<std::string>("")
                                        : std::optional(*codes->begin()));
      units.push_back(std::move(unit));
      continue;
    }
    for (const std::string& code : everything) {
      Valued unit;
      for (const auto& codes : values)
        unit.push_back(!codes ? std::nullopt
                              : std::optional<std::string>(codes->contains(code) ? "yes" : "no"));
      units.push_back(std::move(unit));
    }
  }
  result.agreement = agreement(units);
  return result;
}

}  // namespace litmine
