// litmine compare: one string read by two databases, or two strings, and what each finds.
#include "strategies/compare.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/tables.h"

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;

struct CompareCall {
  QueryOptions query;
  std::string index, dialects, with, format = "text";
  std::size_t limit = 10;
  bool all = false;
};

/// The two sides as they are called in the output.
struct Sides {
  ReadQuery first, second;
  std::string first_name, second_name;
};

Error wrong_dialects(const std::string& given) {
  return {Error::Kind::usage, fmt::format("--dialects is '{}'", given),
          "name two dialects, such as --dialects scopus,wos; or give one with --with FILE"};
}

Result<Sides> read_sides(const CompareCall& options, std::istream& in) {
  const std::size_t comma = options.dialects.find(',');
  const bool two = comma != std::string::npos;
  if (options.dialects.empty() ? options.with.empty() : !two && options.with.empty())
    return tl::unexpected(wrong_dialects(options.dialects));
  QueryOptions first = options.query;
  if (!options.dialects.empty()) first.dialect = options.dialects.substr(0, comma);
  auto one = read_query(first, in);
  if (!one) return tl::unexpected(one.error());
  QueryOptions second = first;
  if (two) second.dialect = options.dialects.substr(comma + 1);
  if (second.dialect.find(',') != std::string::npos)
    return tl::unexpected(wrong_dialects(options.dialects));
  if (options.with.empty()) {
    second.query = one->parsed.query.source;  // standard input is read once
    second.query_file.clear();
  } else {
    second.query.clear();
    second.query_file = options.with;
  }
  auto other = read_query(second, in);
  if (!other) return tl::unexpected(other.error());
  if (options.with.empty()) other->name = one->name;
  Sides sides{std::move(*one), std::move(*other), {}, {}};
  sides.first_name = std::string(name_of(*sides.first.dialect));
  sides.second_name = std::string(name_of(*sides.second.dialect));
  if (!options.with.empty()) {
    sides.first_name = fmt::format("{} ({})", sides.first.name, sides.first_name);
    sides.second_name = fmt::format("{} ({})", sides.second.name, sides.second_name);
  }
  return sides;
}

struct List {
  const char* key;
  std::string heading;
  const std::vector<DocId>& studies;
};

std::vector<List> lists_of(const Sides& sides, const Comparison& comparison) {
  return {{"only_first", "Only " + sides.first_name, comparison.only_first},
          {"only_second", "Only " + sides.second_name, comparison.only_second},
          {"both", "Both", comparison.both}};
}

void say(std::ostream& out, const CompareCall& options, const Sides& sides,
         const Comparison& comparison, const std::map<DocId, StudyFacts>& facts) {
  out << fmt::format("{} finds {} of {} studies, read as\n  {}\n\n", sides.first_name,
                     comparison.first, comparison.total, to_native(sides.first.parsed.query.root))
      << fmt::format("{} finds {}, read as\n  {}\n\n", sides.second_name, comparison.second,
                     to_native(sides.second.parsed.query.root));
  if (comparison.same_tree) out << "Both readings mean the same, whatever is searched.\n";
  out << fmt::format("both {}, only {} {}, only {} {}, either {}\n", comparison.both.size(),
                     sides.first_name, comparison.only_first.size(), sides.second_name,
                     comparison.only_second.size(), comparison.either);
  for (const List& list : lists_of(sides, comparison)) {
    if (list.studies.empty()) continue;
    out << fmt::format("\n{} ({})\n", list.heading, list.studies.size());
    std::size_t shown = 0;
    for (const DocId& study : list.studies) {
      if (shown++ == options.limit && !options.all) {
        out << fmt::format("  and {} more (--all shows them)\n",
                           list.studies.size() - options.limit);
        break;
      }
      const auto fact = facts.find(study);
      out << fmt::format("  {}: {}\n", study,
                         fact == facts.end() ? std::string() : fact->second.about.title);
    }
  }
}

Json side_as_json(const std::string& name, const ReadQuery& read, std::uint64_t studies) {
  return {{"name", name},
          {"dialect", std::string(name_of(*read.dialect))},
          {"tree", to_native(read.parsed.query.root)},
          {"studies", studies}};
}

Json as_json(const Sides& sides, const Comparison& comparison,
             const std::map<DocId, StudyFacts>& facts) {
  Json json;
  json["first"] = side_as_json(sides.first_name, sides.first, comparison.first);
  json["second"] = side_as_json(sides.second_name, sides.second, comparison.second);
  json["studies_total"] = comparison.total;
  json["either"] = comparison.either;
  json["same_tree"] = comparison.same_tree;
  for (const List& list : lists_of(sides, comparison)) {
    json[list.key] = Json::array();
    for (const DocId& study : list.studies)
      json[list.key].push_back({{"study", study}, {"title", facts.at(study).about.title}});
  }
  return json;
}

int write(const CompareCall& options, const Sides& sides, const Comparison& comparison,
          const std::map<DocId, StudyFacts>& facts, Terminal& terminal) {
  if (options.format == "text") {
    say(terminal.out, options, sides, comparison, facts);
    return kDone;
  }
  if (options.format == "json") {
    terminal.out
        << as_json(sides, comparison, facts).dump(2, ' ', false, Json::error_handler_t::replace)
        << '\n';
    return kDone;
  }
  auto sink =
      make_sink(options.format, {{"found_by"}, {"study"}, {"year", true}, {"title"}}, terminal.out);
  if (!sink) return report(sink.error(), terminal);
  for (const List& list : lists_of(sides, comparison))
    for (const DocId& study : list.studies) {
      const Biblio& about = facts.at(study).about;
      (*sink)->row({std::string(list.key), study,
                    about.year ? Cell{std::int64_t{*about.year}} : Cell{std::monostate{}},
                    about.title});
    }
  (*sink)->end();
  return kDone;
}

int compare(const CompareCall& options, Terminal& terminal) {
  auto sides = read_sides(options, terminal.in);
  if (!sides) return report(sides.error(), terminal);
  auto index = Index::open(index_folder(options.index));
  if (!index) return report(index.error(), terminal);
  const auto say_notes = [&](const ReadQuery& read, const Diagnostics& of_index) {
    report(read.parsed.notes, read.name, read.parsed.query.source, terminal);
    report(of_index, read.name, read.parsed.query.source, terminal);
  };
  auto comparison = comparison_of(sides->first.parsed.query, sides->second.parsed.query, *index);
  if (!comparison) return report(comparison.error(), terminal);
  say_notes(sides->first, comparison->first_notes);
  say_notes(sides->second, comparison->second_notes);
  auto facts = facts_of_studies(*index);
  if (!facts) return report(facts.error(), terminal);
  if (int status = write(options, *sides, *comparison, *facts, terminal); status != kDone)
    return status;
  return comparison->either == 0 ? kNothingFound : kDone;
}

}  // namespace

Action declare_compare(CLI::App& app) {
  auto options = std::make_shared<CompareCall>();
  add_query_options(app, options->query);
  app.add_option("--dialects", options->dialects,
                 "Two dialects to read the string in, such as scopus,wos; with --with the first "
                 "reads QUERY and the second the other string");
  app.add_option("--with", options->with, "Compare with the string in this file");
  add_index_option(app, options->index);
  add_format_option(app, options->format);
  app.add_option("--limit", options->limit, "In text: show at most so many studies a list")
      ->capture_default_str();
  app.add_flag("--all", options->all, "In text: show all studies");
  return [options](Terminal& terminal) { return compare(*options, terminal); };
}

}  // namespace litmine
