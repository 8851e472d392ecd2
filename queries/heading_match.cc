#include "queries/heading_match.h"

#include <algorithm>
#include <string>

#include "queries/exact.h"

namespace litmine {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Takes marks of a main topic off both ends; true if there was one.
bool take_mark(std::string_view& text) {
  bool marked = false;
  text = trimmed(text);
  for (; text.starts_with('*'); text = trimmed(text.substr(1))) marked = true;
  for (; text.ends_with('*'); text = trimmed(text.substr(0, text.size() - 1))) marked = true;
  return marked;
}

/// Where the next subheading is cut off, and how wide the sign is.
std::pair<std::size_t, std::size_t> next_sign(std::string_view text) {
  const std::size_t slash = text.find('/'), dashes = text.find("--");
  return slash < dashes ? std::pair{slash, std::size_t{1}} : std::pair{dashes, std::size_t{2}};
}

/// The two letters that MEDLINE knows its subheadings by. Source: NLM, "Qualifiers" of MeSH, 2023.
struct Subheading {
  std::string_view code, name;
};
constexpr Subheading kSubheadings[] = {{"aa", "analogs & derivatives"},
                                       {"ab", "abnormalities"},
                                       {"ad", "administration & dosage"},
                                       {"ae", "adverse effects"},
                                       {"ag", "agonists"},
                                       {"ah", "anatomy & histology"},
                                       {"ai", "antagonists & inhibitors"},
                                       {"an", "analysis"},
                                       {"bi", "biosynthesis"},
                                       {"bl", "blood"},
                                       {"bs", "blood supply"},
                                       {"cf", "cerebrospinal fluid"},
                                       {"ch", "chemistry"},
                                       {"ci", "chemically induced"},
                                       {"cl", "classification"},
                                       {"cn", "congenital"},
                                       {"co", "complications"},
                                       {"cs", "chemical synthesis"},
                                       {"cy", "cytology"},
                                       {"de", "drug effects"},
                                       {"df", "deficiency"},
                                       {"dg", "diagnostic imaging"},
                                       {"dh", "diet therapy"},
                                       {"di", "diagnosis"},
                                       {"dt", "drug therapy"},
                                       {"ec", "economics"},
                                       {"ed", "education"},
                                       {"eh", "ethnology"},
                                       {"em", "embryology"},
                                       {"en", "enzymology"},
                                       {"ep", "epidemiology"},
                                       {"es", "ethics"},
                                       {"et", "etiology"},
                                       {"gd", "growth & development"},
                                       {"ge", "genetics"},
                                       {"hi", "history"},
                                       {"im", "immunology"},
                                       {"in", "injuries"},
                                       {"ip", "isolation & purification"},
                                       {"ir", "innervation"},
                                       {"is", "instrumentation"},
                                       {"lj", "legislation & jurisprudence"},
                                       {"me", "metabolism"},
                                       {"mi", "microbiology"},
                                       {"mo", "mortality"},
                                       {"mt", "methods"},
                                       {"nu", "nursing"},
                                       {"og", "organization & administration"},
                                       {"pa", "pathology"},
                                       {"pc", "prevention & control"},
                                       {"pd", "pharmacology"},
                                       {"ph", "physiology"},
                                       {"pk", "pharmacokinetics"},
                                       {"po", "poisoning"},
                                       {"pp", "physiopathology"},
                                       {"ps", "parasitology"},
                                       {"px", "psychology"},
                                       {"py", "pathogenicity"},
                                       {"re", "radiation effects"},
                                       {"rh", "rehabilitation"},
                                       {"rt", "radiotherapy"},
                                       {"sc", "secondary"},
                                       {"sd", "supply & distribution"},
                                       {"se", "secretion"},
                                       {"sn", "statistics & numerical data"},
                                       {"st", "standards"},
                                       {"su", "surgery"},
                                       {"td", "trends"},
                                       {"th", "therapy"},
                                       {"tm", "transmission"},
                                       {"to", "toxicity"},
                                       {"tr", "transplantation"},
                                       {"tu", "therapeutic use"},
                                       {"ul", "ultrastructure"},
                                       {"ur", "urine"},
                                       {"ve", "veterinary"},
                                       {"vi", "virology"}};

/// A subheading as it is compared: its name for a code, `&` for "and".
std::string subheading_form(std::string_view text) {
  std::string form = comparable_form(text);
  for (const Subheading& known : kSubheadings)
    if (form == known.code) return std::string(known.name);
  if (const std::size_t at = form.find(" and "); at != form.npos) form.replace(at, 5, " & ");
  return form;
}

bool has_subheading(const Clause& heading, std::string_view subheading) {
  const std::string form = subheading_form(subheading);
  return std::any_of(
      heading.subheadings.begin(), heading.subheadings.end(),
      [&](const std::string& wanted) { return subheading_form(trimmed(wanted)) == form; });
}

}  // namespace

bool is_heading(std::string_view passage, const Clause& heading) {
  const std::string wanted_form = comparable_form(heading.literal);
  const std::string form = comparable_form(passage);
  const std::string_view wanted = trimmed(wanted_form);
  if (!is_searchable(wanted)) return false;

  std::string_view rest = trimmed(form);
  bool marked = false;
  for (; rest.starts_with('*'); rest = trimmed(rest.substr(1))) marked = true;
  if (!rest.starts_with(wanted)) return false;
  rest = trimmed(rest.substr(wanted.size()));
  for (; rest.starts_with('*'); rest = trimmed(rest.substr(1))) marked = true;
  if (!rest.empty() && next_sign(rest).first != 0) return false;  // another heading, only longer

  bool right_subheading = heading.subheadings.empty();
  while (!rest.empty()) {
    rest.remove_prefix(next_sign(rest).second);
    const std::size_t end = std::min(next_sign(rest).first, rest.size());
    std::string_view subheading = rest.substr(0, end);
    rest.remove_prefix(end);
    const bool mark = take_mark(subheading);
    const bool asked_for = has_subheading(heading, subheading);
    right_subheading |= asked_for;
    marked |= mark && (asked_for || heading.subheadings.empty());
  }
  return right_subheading && (marked || !heading.focus);
}

}  // namespace litmine
