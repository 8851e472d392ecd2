// litmine translate: a string of one database written for another, with what that loses.
#include "queries/translate.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/tables.h"
#include "text/diagnostic.h"

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;

struct TranslateCall {
  QueryOptions query;
  std::string to, index, format = "text";
  std::size_t titles = 5;
};

/// What only one of two versions finds.
struct Side {
  std::string_view dialect;
  std::size_t found = 0;
  std::vector<DocId> only;
};
struct Comparison {
  Side from, to;
  std::uint64_t studies_total = 0;
  std::map<DocId, StudyFacts> facts;
};

std::vector<DocId> without(const std::vector<DocId>& some, const std::vector<DocId>& others) {
  std::vector<DocId> rest;
  std::set_difference(some.begin(), some.end(), others.begin(), others.end(),
                      std::back_inserter(rest));
  return rest;
}

/// Both versions, run on an index.
Result<Comparison> compare(const Query& from, const Query& to, const std::string& folder) {
  auto index = Index::open(index_folder(folder));
  if (!index) return tl::unexpected(index.error());
  auto before = index->search(from), after = index->search(to);
  if (!before) return tl::unexpected(before.error());
  if (!after) return tl::unexpected(after.error());
  auto facts = facts_of_studies(*index);
  if (!facts) return tl::unexpected(facts.error());
  return Comparison{
      {from.dialect, before->studies.size(), without(before->studies, after->studies)},
      {to.dialect, after->studies.size(), without(after->studies, before->studies)},
      before->studies_total,
      std::move(*facts)};
}

void say_side(const Side& side, const Comparison& comparison, std::size_t most, std::ostream& out) {
  out << fmt::format("only {}: {}\n", side.dialect, side.only.size());
  for (std::size_t i = 0; i < std::min(most, side.only.size()); ++i) {
    const Biblio& about = comparison.facts.at(side.only[i]).about;
    out << fmt::format("  {}  {} {}: {}\n", side.only[i], short_authors(about.authors),
                       about.year ? std::to_string(*about.year) : "n.d.", about.title);
  }
  if (side.only.size() > most) out << fmt::format("  and {} more\n", side.only.size() - most);
}

void say(const Translation& translation, const std::optional<Comparison>& comparison,
         std::size_t titles, std::ostream& out) {
  out << translation.text << '\n';
  if (!comparison) return;
  const Side &from = comparison->from, &to = comparison->to;
  out << fmt::format("\n{} finds {} of {} studies, {} finds {}\n", from.dialect, from.found,
                     comparison->studies_total, to.dialect, to.found);
  say_side(from, *comparison, titles, out);
  say_side(to, *comparison, titles, out);
}

Json side_json(const Side& side) {
  Json only = Json::array();
  for (const DocId& study : side.only) only.push_back(study);
  return {{"dialect", side.dialect}, {"studies", side.found}, {"only", std::move(only)}};
}

Json as_json(const ReadQuery& read, const Translation& translation,
             const std::optional<Comparison>& comparison) {
  Json lost = Json::array();
  for (const Diagnostic& note : translation.lost)
    lost.push_back({{"code", note.code},
                    {"bytes", {note.where.begin, note.where.end}},
                    {"message", note.message},
                    {"hint", note.hint}});
  Json json = {{"from", read.parsed.query.dialect},  {"to", translation.query.dialect},
               {"source", read.parsed.query.source}, {"translation", translation.text},
               {"same", translation.same},           {"lost", std::move(lost)}};
  if (comparison)
    json["found"] = {{"studies_total", comparison->studies_total},
                     {"from", side_json(comparison->from)},
                     {"to", side_json(comparison->to)}};
  return json;
}

int translate(const TranslateCall& options, Terminal& terminal) {
  if (options.format != "text" && options.format != "json")
    return report(Error{Error::Kind::usage, fmt::format("no format is called '{}'", options.format),
                        "formats: text, json"},
                  terminal);
  auto into = known_dialect(options.to);
  if (!into) return report(into.error(), terminal);
  auto read = read_query(options.query, terminal.in);
  if (!read) return report(read.error(), terminal);
  const Query& query = read->parsed.query;
  report(read->parsed.notes, read->name, query.source, terminal);
  const Translation translation = litmine::translate(query, **into);
  report(translation.lost, read->name, query.source, terminal);
  std::optional<Comparison> comparison;
  if (!options.index.empty()) {
    auto compared = compare(query, translation.query, options.index);
    if (!compared) return report(compared.error(), terminal);
    comparison = std::move(*compared);
  }
  if (options.format == "json")
    terminal.out << as_json(*read, translation, comparison)
                        .dump(2, ' ', false, Json::error_handler_t::replace)
                 << '\n';
  else
    say(translation, comparison, options.titles, terminal.out);
  bool whole = translation.lost.empty() && !has_errors(read->parsed.notes);
  return whole ? kDone : kNothingFound;
}

}  // namespace

Action declare_translate(CLI::App& app) {
  auto options = std::make_shared<TranslateCall>();
  add_query_options(app, options->query, "--from,--dialect,-d");
  app.add_option("--to", options->to, "The database to write the string for")->required();
  app.add_option("--index", options->index,
                 "Run both versions on this index and show what only one of them finds");
  app.add_option("--titles", options->titles, "Show at most so many titles a side")
      ->capture_default_str();
  app.add_option("--format", options->format, "Output: text or json")->capture_default_str();
  return [options](Terminal& terminal) { return translate(*options, terminal); };
}

}  // namespace litmine
