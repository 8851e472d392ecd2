// litmine improve: the cheapest edits that bring in known items which a string misses.
#include "strategies/improve.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/known_file.h"
#include "cli/options.h"
#include "exporters/sink.h"

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;

struct ImproveCall {
  QueryOptions query;
  std::string index, known, format = "text";
  std::size_t limit = 10;
};

std::string joined(const std::vector<std::string>& list) {
  return fmt::format("{}", fmt::join(list, "; and "));
}

std::vector<std::string> kinds_of(const Edit& edit) {
  std::vector<std::string> kinds;
  for (EditKind kind : edit.kinds) kinds.emplace_back(name_of(kind));
  return kinds;
}

std::vector<std::string> studies_of(const Improvement& improvement, const Edit& edit) {
  std::vector<std::string> studies;
  for (std::size_t item : edit.gained)
    studies.push_back(*improvement.recall.items[item].joined.study);
  return studies;
}

void say_edit(std::ostream& out, const Edit& edit, std::size_t number) {
  out << fmt::format("{:>3}  gains {}, costs {} extra, finds {}{}: {}\n     {}\n", number + 1,
                     edit.gained.size(), edit.extra, edit.found,
                     edit.fewer > 0 ? fmt::format(", loses {}", edit.fewer) : "", joined(edit.what),
                     edit.query);
}

void say(std::ostream& out, const Improvement& improvement, std::size_t limit) {
  const Recall& recall = improvement.recall;
  out << fmt::format(
      "{} known items: {} found, {} missed, {} not in the index; the string finds {} of {} "
      "studies\n",
      recall.items.size(), recall.found, recall.missed, recall.not_in_index, recall.hits,
      recall.total);
  if (recall.missed == 0) return;
  if (!improvement.edits.empty())
    out << "\nEdits, by known items gained and other studies that come with them\n";
  for (std::size_t i = 0; i < improvement.edits.size() && i < limit; ++i)
    say_edit(out, improvement.edits[i], i);
  if (improvement.edits.size() > limit)
    out << fmt::format("     and {} more (--limit shows more)\n", improvement.edits.size() - limit);
  out << "\nThe cheapest for each missed item\n";
  for (std::size_t i = 0; i < recall.items.size(); ++i) {
    const KnownResult& item = recall.items[i];
    if (item.fate != KnownResult::Fate::missed) continue;
    out << fmt::format("  {}: {}\n", *item.joined.study, name_of(item.joined.item));
    if (improvement.edits_for[i].empty()) {
      out << "     no edit brings it in\n";
      continue;
    }
    const std::size_t best = improvement.edits_for[i].front();
    if (best < limit)
      out << fmt::format("     edit {}: {}\n", best + 1, joined(improvement.edits[best].what));
    else
      say_edit(out, improvement.edits[best], best);
  }
}

Json as_json(const Improvement& improvement) {
  const Recall& recall = improvement.recall;
  Json json;
  json["known"] = recall.items.size();
  json["found"] = recall.found;
  json["missed"] = recall.missed;
  json["not_in_index"] = recall.not_in_index;
  json["studies"] = recall.hits;
  json["studies_total"] = recall.total;
  json["edits"] = Json::array();
  for (const Edit& edit : improvement.edits)
    json["edits"].push_back({{"gained", edit.gained.size()},
                             {"extra", edit.extra},
                             {"studies", edit.found},
                             {"fewer", edit.fewer},
                             {"kinds", kinds_of(edit)},
                             {"what", edit.what},
                             {"items", studies_of(improvement, edit)},
                             {"query", edit.query}});
  json["items"] = Json::array();
  for (std::size_t i = 0; i < recall.items.size(); ++i)
    if (recall.items[i].fate == KnownResult::Fate::missed)
      json["items"].push_back({{"study", *recall.items[i].joined.study},
                               {"item", name_of(recall.items[i].joined.item)},
                               {"edits", improvement.edits_for[i]}});
  return json;
}

void write_rows(Sink& sink, const Improvement& improvement) {
  std::int64_t number = 0;
  for (const Edit& edit : improvement.edits)
    sink.row({++number, static_cast<std::int64_t>(edit.gained.size()),
              static_cast<std::int64_t>(edit.extra), static_cast<std::int64_t>(edit.found),
              static_cast<std::int64_t>(edit.fewer), kinds_of(edit), edit.what,
              studies_of(improvement, edit), edit.query});
  sink.end();
}

int improve(const ImproveCall& options, Terminal& terminal) {
  auto read = read_query(options.query, terminal.in);
  if (!read) return report(read.error(), terminal);
  auto known = read_known(options.known, terminal.in);
  if (!known) return report(known.error(), terminal);
  auto index = Index::open(index_folder(options.index));
  if (!index) return report(index.error(), terminal);
  report(read->parsed.notes, read->name, read->parsed.query.source, terminal);
  say_problems(*known, terminal);
  auto improvement =
      improvement_of(read->parsed.query, *read->dialect, read->reading, known->items, *index);
  if (!improvement) return report(improvement.error(), terminal);
  if (read->reading.in)
    terminal.err << "litmine: note: run the edited strings with the same --in\n";
  if (improvement->not_tried > 0)
    terminal.err << fmt::format("litmine: warning: {} more edits were not tried\n",
                                improvement->not_tried);
  if (improvement->not_looked_into > 0)
    terminal.err << fmt::format(
        "litmine: warning: no edits were sought for the last {} of the missed studies; ask again "
        "with a list of these alone\n",
        improvement->not_looked_into);
  if (options.format == "text") {
    say(terminal.out, *improvement, options.limit);
  } else if (options.format == "json") {
    terminal.out << as_json(*improvement).dump(2, ' ', false, Json::error_handler_t::replace)
                 << '\n';
  } else {
    auto sink = make_sink(options.format,
                          {{"edit", true},
                           {"gained", true},
                           {"extra", true},
                           {"studies", true},
                           {"fewer", true},
                           {"kinds"},
                           {"what"},
                           {"items"},
                           {"query"}},
                          terminal.out);
    if (!sink) return report(sink.error(), terminal);
    write_rows(**sink, *improvement);
  }
  if (known->not_read > 0) return kSomeNotRead;
  return improvement->recall.missed > 0 && improvement->edits.empty() ? kNothingFound : kDone;
}

}  // namespace

Action declare_improve(CLI::App& app) {
  auto options = std::make_shared<ImproveCall>();
  add_query_options(app, options->query);
  add_known_option(app, options->known);
  add_index_option(app, options->index);
  add_format_option(app, options->format);
  app.add_option("--limit", options->limit, "In text: show at most so many edits")
      ->capture_default_str();
  return [options](Terminal& terminal) { return improve(*options, terminal); };
}

}  // namespace litmine
