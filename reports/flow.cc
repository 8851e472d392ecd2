#include "reports/flow.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/normalize.h"

namespace litmine {
namespace {

// Names, nodes and boxes are those of the template that the PRISMA2020 package 1.1.1 ships; the
// package finds a row by `data` and draws `boxtext`. Wording after the PRISMA 2020 statement (CC
// BY 4.0).
// clang-format off
constexpr FlowBox kBoxes[] = {
    // data                        node      box              description                                                text                                                        tooltip                                    url
    {"NA",                         "node4",  "prevstud",      "Title: previous studies",                                 "Previous studies",                                         "Previous studies",                        "prevstud.html"},
    {"previous_studies",           "node5",  "box1",          "Studies in the previous version of the review",           "Studies included in previous version of review",           "Previous version of the review",          "previous_studies.html"},
    {"previous_reports",           "NA",     "box1",          "Reports of studies in the previous version",              "Reports of studies included in previous version of review","NA",                                      "previous_reports.html"},
    {"NA",                         "node6",  "newstud",       "Title: new studies from databases and registers",         "Identification of new studies via databases and registers","New studies from databases and registers","newstud.html"},
    {"database_results",           "node7",  "box2",          "Records found in databases",                              "Databases",                                                "Records found in databases and registers","database_results.html"},
    {"database_specific_results",  "NA",     "box2",          "Records found in each database",                          "Specific Databases",                                       "NA",                                      "NA", true},
    {"register_results",           "NA",     "box2",          "Records found in registers",                              "Registers",                                                "NA",                                      "NA"},
    {"register_specific_results",  "NA",     "box2",          "Records found in each register",                          "Specific Registers",                                       "NA",                                      "NA", true},
    {"NA",                         "node16", "othstud",       "Title: new studies from other methods",                   "Identification of new studies via other methods",          "New studies from other methods",          "othstud.html"},
    {"website_results",            "node17", "box11",         "Records found on websites",                               "Websites",                                                 "Records found by other methods",          "website_results.html"},
    {"organisation_results",       "NA",     "box11",         "Records found through organisations",                     "Organisations",                                            "NA",                                      "NA"},
    {"citations_results",          "NA",     "box11",         "Records found by citation searching",                     "Citation searching",                                       "NA",                                      "NA"},
    {"duplicates",                 "node8",  "box3",          "Duplicate records",                                       "Duplicate records",                                        "Records removed before screening",        "duplicates.html"},
    {"excluded_automatic",         "NA",     "box3",          "Records removed by automation tools",                     "Records marked as ineligible by automation tools",         "NA",                                      "NA"},
    {"excluded_other",             "NA",     "box3",          "Records removed for other reasons",                       "Records removed for other reasons",                        "NA",                                      "NA"},
    {"records_screened",           "node9",  "box4",          "Records screened, databases and registers",               "Records screened",                                         "Records screened",                        "records_screened.html"},
    {"records_excluded",           "node10", "box5",          "Records excluded, databases and registers",               "Records excluded",                                         "Records excluded",                        "records_excluded.html"},
    {"dbr_sought_reports",         "node11", "box6",          "Reports sought, databases and registers",                 "Reports sought for retrieval",                             "Reports sought",                          "dbr_sought_reports.html"},
    {"dbr_notretrieved_reports",   "node12", "box7",          "Reports not retrieved, databases and registers",          "Reports not retrieved",                                    "Reports not retrieved",                   "dbr_notretrieved_reports.html"},
    {"other_sought_reports",       "node18", "box12",         "Reports sought, other methods",                           "Reports sought for retrieval",                             "Reports sought",                          "other_sought_reports.html"},
    {"other_notretrieved_reports", "node19", "box13",         "Reports not retrieved, other methods",                    "Reports not retrieved",                                    "Reports not retrieved",                   "other_notretrieved_reports.html"},
    {"dbr_assessed",               "node13", "box8",          "Reports assessed, databases and registers",               "Reports assessed for eligibility",                         "Reports assessed",                        "dbr_assessed.html"},
    {"dbr_excluded",               "node14", "box9",          "Reports excluded with reasons, databases and registers",  "Reports excluded:",                                        "Reports excluded",                        "dbr_excluded.html", true},
    {"other_assessed",             "node20", "box14",         "Reports assessed, other methods",                         "Reports assessed for eligibility",                         "Reports assessed",                        "other_assessed.html"},
    {"other_excluded",             "node21", "box15",         "Reports excluded with reasons, other methods",            "Reports excluded:",                                        "Reports excluded",                        "other_excluded.html", true},
    {"new_studies",                "node15", "box10",         "New studies included",                                    "New studies included in review",                           "New studies included",                    "new_studies.html"},
    {"new_reports",                "NA",     "box10",         "Reports of new studies",                                  "Reports of new included studies",                          "NA",                                      "NA"},
    {"total_studies",              "node22", "box16",         "Studies included in all",                                 "Total studies included in review",                         "Studies included in all",                 "total_studies.html"},
    {"total_reports",              "NA",     "box16",         "Reports of all studies included",                         "Reports of total included studies",                        "NA",                                      "NA"},
    {"identification",             "node1",  "identification","Phase: identification",                                   "Identification",                                           "Identification",                          "identification.html"},
    {"screening",                  "node2",  "screening",     "Phase: screening",                                        "Screening",                                                "Screening",                               "screening.html"},
    {"included",                   "node3",  "included",      "Phase: included",                                         "Included",                                                 "Included",                                "included.html"},
};
// clang-format on

/// One equation: `left` = the sum of `plus` less the sum of `minus`.
struct Equation {
  const char* left;
  std::vector<const char*> plus, minus;
};

/// In the order of the diagram. The inclusion is counted in reports of both arms; a review that
/// counts several reports of a study says so in new_reports.
const std::vector<Equation>& equations() {
  static const std::vector<Equation> kEquations = {
      {"records_screened",
       {"database_results", "register_results"},
       {"duplicates", "excluded_automatic", "excluded_other"}},
      {"dbr_sought_reports", {"records_screened"}, {"records_excluded"}},
      {"dbr_assessed", {"dbr_sought_reports"}, {"dbr_notretrieved_reports"}},
      {"other_sought_reports",
       {"website_results", "organisation_results", "citations_results"},
       {}},
      {"other_assessed", {"other_sought_reports"}, {"other_notretrieved_reports"}},
      {"new_reports", {"dbr_assessed", "other_assessed"}, {"dbr_excluded", "other_excluded"}},
      {"total_studies", {"previous_studies", "new_studies"}, {}},
      {"total_reports", {"previous_reports", "new_reports"}, {}},
  };
  return kEquations;
}

/// Boxes that a review leaves out when there was nothing of the kind.
constexpr const char* kOptional[] = {"register_results",     "website_results",
                                     "organisation_results", "citations_results",
                                     "other_assessed",       "other_excluded",
                                     "previous_studies",     "previous_reports",
                                     "other_sought_reports", "other_notretrieved_reports"};

bool is_optional(std::string_view box) {
  return std::find(std::begin(kOptional), std::end(kOptional), box) != std::end(kOptional);
}

std::string title_of(std::string_view data) {
  for (const FlowBox& box : kBoxes)
    if (box.data == data) return fmt::format("'{}' ({})", box.description, data);
  return std::string(data);
}

Error does_not_add_up(const Equation& equation, std::int64_t has, std::int64_t should) {
  std::string terms;
  for (const char* plus : equation.plus)
    terms += fmt::format("{}{}", terms.empty() ? "" : " + ", plus);
  for (const char* minus : equation.minus) terms += fmt::format(" - {}", minus);
  return {Error::Kind::usage,
          fmt::format("the flow does not add up at {}: {} stands there, {} follows",
                      title_of(equation.left), has, should),
          fmt::format("{} = {}", equation.left, terms)};
}

struct Side {
  std::int64_t known = 0;
  std::vector<std::string> unknown;
};
Side side_of(const Flow& flow, const std::vector<const char*>& boxes) {
  Side side;
  for (const char* box : boxes) {
    const auto n = flow.sum(box);
    if (n)
      side.known += *n;
    else if (!is_optional(box))
      side.unknown.emplace_back(box);
  }
  return side;
}

bool any_known(const Flow& flow, const Equation& equation) {
  return std::any_of(equation.plus.begin(), equation.plus.end(),
                     [&](const char* box) { return flow.sum(box).has_value(); });
}

/// Fills the one number of an equation that is missing. True if it did.
bool fill(const Equation& equation, Flow& flow) {
  const auto left = flow.at(equation.left);
  const Side plus = side_of(flow, equation.plus), minus = side_of(flow, equation.minus);
  const std::size_t unknown = plus.unknown.size() + minus.unknown.size();
  if (!left && unknown == 0 && any_known(flow, equation)) {
    flow.n[equation.left] = plus.known - minus.known;
    return true;
  }
  if (left && unknown == 1) {
    const std::int64_t rest = plus.known - minus.known - *left;
    if (minus.unknown.size() == 1)
      flow.n[minus.unknown.front()] = rest;
    else
      flow.n[plus.unknown.front()] = -rest;
    return true;
  }
  return false;
}

Result<void> check(const Equation& equation, const Flow& flow) {
  const auto left = flow.at(equation.left);
  if (!left || !any_known(flow, equation)) return {};
  const Side plus = side_of(flow, equation.plus), minus = side_of(flow, equation.minus);
  if (!plus.unknown.empty()) return {};
  const std::int64_t most = plus.known - minus.known;
  // With something unknown on the side of what is taken away, less may be left, not more.
  if (minus.unknown.empty() ? *left != most : *left > most)
    return tl::unexpected(does_not_add_up(equation, *left, most));
  return {};
}

/// From the first known box to the last: what is included from an arm is not more than was found in
/// it, whatever stands between is known or not.
Result<void> check_ends(const Flow& flow) {
  const auto included = flow.at("new_reports");
  const Side found = side_of(flow, {"database_results", "register_results", "website_results",
                                    "organisation_results", "citations_results"});
  const Side lost = side_of(flow, {"duplicates", "excluded_automatic", "excluded_other",
                                   "records_excluded", "dbr_notretrieved_reports", "dbr_excluded",
                                   "other_notretrieved_reports", "other_excluded"});
  if (!included || !found.unknown.empty()) return {};
  const std::int64_t most = found.known - lost.known;
  if (lost.unknown.empty() ? *included == most : *included <= most) return {};
  return failure(Error::Kind::usage,
                 fmt::format("the flow does not add up at {}: {} stands there, {} {}",
                             title_of("new_reports"), *included,
                             lost.unknown.empty() ? "what remains of the records found is"
                                                  : "at most remain of the records found:",
                             most),
                 "records found less records and reports excluded");
}

Result<void> check_lists(const Flow& flow) {
  constexpr std::pair<const char*, const char*> kSums[] = {
      {"database_specific_results", "database_results"},
      {"register_specific_results", "register_results"}};
  for (const auto& [list, box] : kSums) {
    const auto entries = flow.lists.find(list);
    const auto whole = flow.at(box);
    if (entries == flow.lists.end() || entries->second.empty() || !whole) continue;
    if (const auto sum = flow.sum(list); *sum != *whole)
      return failure(
          Error::Kind::usage,
          fmt::format("the flow does not add up at {}: {} stands there, the list sums to {}",
                      title_of(box), *whole, *sum),
          fmt::format("{} must sum to {}", list, box));
  }
  return {};
}

Result<void> check_signs(const Flow& flow) {
  for (const FlowBox& box : kBoxes) {
    const std::string data(box.data);
    const auto n = flow.sum(data);
    if (n && *n < 0)
      return failure(
          Error::Kind::usage,
          fmt::format("the flow does not add up at {}: {} would be left", title_of(data), *n),
          "more is taken away than there was");
  }
  constexpr std::pair<const char*, const char*> kReports[] = {
      {"previous_studies", "previous_reports"},
      {"new_studies", "new_reports"},
      {"total_studies", "total_reports"}};
  for (const auto& [studies, reports] : kReports) {
    const auto s = flow.at(studies), r = flow.at(reports);
    if (s && r && *r < *s)
      return failure(Error::Kind::usage,
                     fmt::format("the flow does not add up at {}: {} reports of {} studies",
                                 title_of(reports), *r, *s),
                     "a study has at least one report");
  }
  return {};
}

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n\"");
  if (begin == text.npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n\"") - begin + 1));
}

std::optional<std::int64_t> number(std::string_view text) {
  std::string digits;
  for (char c : trimmed(text))
    if (c != ',' && c != ' ') digits += c;
  if (digits.empty() || digits.size() > 12 ||
      digits.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return std::stoll(digits);
}

/// "Scopus, 200; Web of Science, 89"; the number stands behind the last comma.
std::optional<std::vector<NamedNumber>> named_numbers(std::string_view text) {
  std::vector<NamedNumber> list;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view entry = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (trimmed(entry).empty()) continue;
    const std::size_t comma = entry.rfind(',');
    if (comma == entry.npos) return std::nullopt;
    const auto n = number(entry.substr(comma + 1));
    if (!n) return std::nullopt;
    list.push_back({trimmed(entry.substr(0, comma)), *n});
  }
  return list;
}

std::string csv(std::string_view cell) {
  if (cell.find_first_of(",\"\n\r") == cell.npos) return std::string(cell);
  std::string quoted = "\"";
  for (char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string n_of(const Flow& flow, const FlowBox& box) {
  const std::string data(box.data);
  if (box.list)
    if (const auto list = flow.lists.find(data);
        list != flow.lists.end() && !list->second.empty()) {
      std::string text;
      for (const NamedNumber& entry : list->second) {
        // The package cuts at commas and semicolons.
        std::string name = entry.name;
        for (char& c : name)
          if (c == ',' || c == ';') c = ' ';
        text += fmt::format("{}{}, {}", text.empty() ? "" : "; ", name, entry.n);
      }
      return text;
    }
  const auto n = flow.at(data);
  return n ? std::to_string(*n) : "NA";
}

}  // namespace

std::optional<std::int64_t> Flow::at(const std::string& box) const {
  const auto found = n.find(box);
  return found == n.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::int64_t> Flow::sum(const std::string& box) const {
  const auto list = lists.find(box);
  if (list == lists.end() || list->second.empty()) return at(box);
  std::int64_t sum = 0;
  for (const NamedNumber& entry : list->second) sum += entry.n;
  return sum;
}

std::span<const FlowBox> flow_boxes() { return kBoxes; }

Result<Flow> checked(Flow flow) {
  // A review that does not tell studies and reports apart has one report a study.
  for (const char* kind : {"new", "total", "previous"}) {
    const std::string studies = std::string(kind) + "_studies",
                      reports = std::string(kind) + "_reports";
    if (flow.at(studies) && !flow.at(reports)) flow.n[reports] = flow.n[studies];
  }
  bool changed = true;
  while (changed) {
    changed = false;
    for (const Equation& equation : equations()) changed = fill(equation, flow) || changed;
    if (!flow.at("new_studies") && flow.at("new_reports")) {
      flow.n["new_studies"] = flow.n["new_reports"];
      changed = true;
    }
  }
  for (const Equation& equation : equations())
    if (auto good = check(equation, flow); !good) return tl::unexpected(good.error());
  if (auto good = check_lists(flow); !good) return tl::unexpected(good.error());
  if (auto good = check_signs(flow); !good) return tl::unexpected(good.error());
  if (auto good = check_ends(flow); !good) return tl::unexpected(good.error());
  return flow;
}

Result<Flow> read_flow(const std::vector<std::string>& heads,
                       const std::vector<std::vector<std::string>>& rows) {
  std::optional<std::size_t> data, n;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (trimmed(heads[i]) == "data") data = i;
    if (trimmed(heads[i]) == "n") n = i;
  }
  if (!data || !n)
    return failure(Error::Kind::usage, "the flow needs the columns 'data' and 'n'",
                   fmt::format("its columns: {}", fmt::join(heads, ", ")));
  Flow flow;
  for (const auto& row : rows) {
    const std::string name = *data < row.size() ? trimmed(row[*data]) : std::string();
    const std::string value = *n < row.size() ? trimmed(row[*n]) : std::string();
    if (name.empty() || name == "NA") continue;
    const auto box = std::find_if(std::begin(kBoxes), std::end(kBoxes),
                                  [&](const FlowBox& known) { return known.data == name; });
    if (box == std::end(kBoxes)) {
      std::vector<std::string> names;
      for (const FlowBox& known : kBoxes)
        if (known.data != "NA") names.emplace_back(known.data);
      const std::string near = nearest(name, names);
      return failure(Error::Kind::usage, fmt::format("the flow has no box '{}'", name),
                     near.empty() ? fmt::format("boxes: {}", fmt::join(names, ", "))
                                  : fmt::format("did you mean '{}'?", near));
    }
    if (value.empty() || value == "NA" || value == "xxx") continue;
    if (const auto plain = number(value)) {
      flow.n[name] = *plain;
      continue;
    }
    const auto list = box->list ? named_numbers(value) : std::nullopt;
    if (!list)
      return failure(Error::Kind::usage,
                     fmt::format("'{}' at {} is no number", value, title_of(name)),
                     box->list ? "write \"Reason, 12; Reason, 3\"" : "write digits, or NA");
    flow.lists[name] = *list;
  }
  return flow;
}

void write_flow(std::ostream& out, const Flow& flow) {
  out << "data,node,box,description,boxtext,tooltips,url,n\n";
  for (const FlowBox& box : kBoxes)
    out << fmt::format("{},{},{},{},{},{},{},{}\n", box.data, box.node, box.box,
                       csv(box.description), csv(box.text), csv(box.tooltip), box.url,
                       csv(n_of(flow, box)));
}

}  // namespace litmine
