#include "cli/explain_study.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/tables.h"
#include "text/clusters.h"

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;

/// One line a node, down to the terms: does the study meet it on its own?
std::string tree_of(const Query& query, const Layout& layout, const Verdict& verdict) {
  std::string tree;
  std::vector<std::size_t> depth(layout.size(), 0);
  for (std::size_t at = 0; at < layout.size();) {
    if (at > 0) depth[at] = depth[layout[at].parent] + 1;
    const bool term = is_search_term(*layout[at].clause);
    std::string name = term ? typed(query, *layout[at].clause, 70) : label(*layout[at].clause);
    tree +=
        fmt::format("  {:<3}  {:{}}{}", verdict.met[at] ? "yes" : "no", "", 2 * depth[at], name);
    if (layout[at].negated && !layout[layout[at].parent].negated) tree += "  (behind NOT)";
    tree += '\n';
    at = term ? layout[at].end : at + 1;
  }
  return tree;
}

std::string years_of(const std::vector<std::optional<int>>& years) {
  std::string list;
  for (const std::optional<int>& year : years)
    if (year) list += fmt::format("{}{}", list.empty() ? "" : ", ", *year);
  return list.empty() ? "its year is not known" : "it was published in " + list;
}

Json as_json(const Place& place) {
  return {{"report", place.report},
          {"part", std::string(part_name(place.part))},
          {"page", place.page == 0 ? Json(nullptr) : Json(place.page)},
          {"match", place.match},
          {"quote", place.quote}};
}

Json as_json(const Query& query, const Layout& layout, const Loss& loss) {
  Json nearest = Json::array();
  for (const NearText& near : loss.nearest) {
    Json one = {{"clause", near.term},
                {"label", typed(query, *layout[near.term].clause, 0)},
                {"how", std::string(name_of(near.form.how))}};
    if (near.form.how == Loosened::How::farther_apart) one["words_between"] = near.form.between;
    if (near.form.how == Loosened::How::spelled_alike) one["letters"] = near.form.edits;
    one["searched"] = layout[near.term].parts.contains(near.form.place.part);
    one.update(as_json(near.form.place));
    nearest.push_back(std::move(one));
  }
  Json places = Json::array();
  for (const Place& place : loss.places) places.push_back(as_json(place));
  return {{"clause", loss.by.clause},
          {"label", typed(query, *layout[loss.by.clause].clause, 0)},
          {"excludes", loss.by.excludes},
          {"nearest", nearest},
          {"places", places}};
}

Json as_json(const Query& query, const Layout& layout, const ExplainedStudy& explained) {
  Json json;
  json["study"] = explained.study;
  json["title"] = explained.about.title;
  json["found"] = explained.verdict.found;
  json["clauses"] = Json::array();
  for (std::size_t at = 0; at < layout.size(); ++at)
    json["clauses"].push_back(
        {{"clause", at},
         {"label", is_search_term(*layout[at].clause) ? typed(query, *layout[at].clause, 0)
                                                      : label(*layout[at].clause)},
         {"met", static_cast<bool>(explained.verdict.met[at])}});
  json["lost_by"] = Json::array();
  for (const Loss& loss : explained.losses) json["lost_by"].push_back(as_json(query, layout, loss));
  json["places"] = Json::array();
  for (const Place& place : explained.places) {
    Json one = {{"clause", place.clause}, {"label", typed(query, *layout[place.clause].clause, 0)}};
    one.update(as_json(place));
    json["places"].push_back(std::move(one));
  }
  return json;
}

void say(std::ostream& out, const Query& query, const Layout& layout,
         const ExplainedStudy& explained) {
  const Biblio& about = explained.about;
  out << fmt::format("{}: {}{}{}\n", explained.study, short_authors(about.authors),
                     about.year ? fmt::format(" {}: ", *about.year) : ": ", about.title);
  if (explained.verdict.found) {
    out << "found\n";
  } else {
    std::size_t unmet = 0;
    for (const Loss& loss : explained.losses) unmet += loss.by.excludes ? 0 : 1;
    const std::size_t excluding = explained.losses.size() - unmet;
    out << "not found:";
    if (unmet > 0)
      out << fmt::format(" {} {} not met", unmet, unmet == 1 ? "clause is" : "clauses are");
    if (excluding > 0)
      out << fmt::format("{} {} behind NOT {} met", unmet > 0 ? "," : "", excluding,
                         excluding == 1 ? "is" : "are");
    out << '\n';
  }
  out << "\nClauses, and whether the study meets each on its own\n"
      << tree_of(query, layout, explained.verdict);
  if (!explained.losses.empty()) out << "\nLost by\n";
  for (const Loss& loss : explained.losses)
    out << fmt::format("  {}{}\n", loss.by.excludes ? "NOT " : "",
                       typed(query, *layout[loss.by.clause].clause, 100))
        << said_of_loss(query, layout, loss, "    ");
  if (!explained.places.empty()) out << "\nPlaces of what it meets\n";
  for (const Place& place : explained.places)
    out << fmt::format("  {}: {}\n", typed(query, *layout[place.clause].clause),
                       where_and_quote(place));
}

}  // namespace

std::string where_and_quote(const Place& place) {
  return fmt::format("{}{}: \"{}\"", place.page > 0 ? fmt::format("page {}, ", place.page) : "",
                     part_name(place.part), fitted(place.quote, 300));
}

std::string said_of_loss(const Query& query, const Layout& layout, const Loss& loss,
                         const std::string& indent) {
  std::string said;
  for (const Place& place : loss.places)
    said += fmt::format("{}met: {}\n", indent, where_and_quote(place));
  if (!loss.years.empty()) said += fmt::format("{}{}\n", indent, years_of(loss.years));
  for (const NearText& near : loss.nearest)
    said += fmt::format("{}{} {}\n{}  {}\n", indent, typed(query, *layout[near.term].clause),
                        how_it_differs(near, layout[near.term].parts), indent,
                        where_and_quote(near.form.place));
  if (said.empty()) said = indent + "nothing in the study comes near it\n";
  return said;
}

std::string loss_as_json(const Query& query, const Layout& layout, const Loss& loss) {
  return as_json(query, layout, loss).dump(-1, ' ', false, Json::error_handler_t::replace);
}

int explain_study(const ReadQuery& read, const Index& index, const std::string& study,
                  const std::string& format, Terminal& terminal) {
  const Query& query = read.parsed.query;
  auto explained = explained_study(query, index, study);
  if (!explained) return report(explained.error(), terminal);
  const Layout layout = layout_of(query);
  if (format == "json")
    terminal.out
        << as_json(query, layout, *explained).dump(2, ' ', false, Json::error_handler_t::replace)
        << '\n';
  else
    say(terminal.out, query, layout, *explained);
  return explained->verdict.found ? kDone : kNothingFound;
}

}  // namespace litmine
