// litmine recall: how many of the known items a string finds, and what loses the others.
#include "strategies/recall.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/explain_study.h"
#include "cli/known_file.h"
#include "cli/options.h"
#include "cli/tables.h"

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;
using Fate = KnownResult::Fate;

struct RecallCall {
  QueryOptions query;
  std::string index, known, format = "text";
  double at_least = 0;
};

struct Told {
  const RecallCall& options;
  const ReadQuery& read;
  const KnownFile& known;
  const Recall& recall;
  Layout layout;
};

const Query& query_of(const Told& told) { return told.read.parsed.query; }

std::string clause_name(const Told& told, const Loss& loss, std::size_t most) {
  return (loss.by.excludes ? "NOT " : "") +
         typed(query_of(told), *told.layout[loss.by.clause].clause, most);
}

std::string in_percent(double share) { return fmt::format("{:.1f} %", 100 * share); }

/// "no abstract and no keywords in the index"
std::string lacking(Parts parts) {
  std::string list;
  parts.each([&](Part part) {
    list += fmt::format("{}no {}", list.empty() ? "" : ", ", part_name(part));
  });
  return list;
}

void say_missed(std::ostream& out, const Told& told) {
  bool any = false;
  for (const KnownResult& item : told.recall.items) {
    if (item.fate != Fate::missed) continue;
    if (!std::exchange(any, true)) out << "\nMissed\n";
    out << fmt::format("  {}: {} (line {})\n", *item.joined.study, name_of(item.joined.item),
                       item.joined.item.line);
    if (!item.without.empty())
      out << fmt::format("    the index has {} of it to search in\n", lacking(item.without));
    for (const Loss& loss : item.losses)
      out << fmt::format("    lost by {}\n", clause_name(told, loss, 90))
          << said_of_loss(query_of(told), told.layout, loss, "      ");
  }
}

void say_clauses(std::ostream& out, const Told& told) {
  std::map<std::size_t, std::pair<std::size_t, std::size_t>> lost;  // in all, and as the only one
  std::map<std::size_t, std::string> names;
  for (const KnownResult& item : told.recall.items)
    for (const Loss& loss : item.losses) {
      auto& [all, alone] = lost[loss.by.clause];
      ++all;
      alone += item.losses.size() == 1 ? 1 : 0;
      names[loss.by.clause] = clause_name(told, loss, 80);
    }
  if (lost.empty()) return;
  out << "\nClauses that lost items (in all, and as the only one)\n";
  for (const auto& [clause, count] : lost)
    out << fmt::format("  {:>4} {:>4}  {}\n", count.first, count.second, names[clause]);
}

void say_others(std::ostream& out, const Told& told, Fate fate, const char* heading) {
  bool any = false;
  for (const KnownResult& item : told.recall.items) {
    if (item.fate != fate) continue;
    if (!std::exchange(any, true)) out << '\n' << heading << '\n';
    out << fmt::format("  {} (line {}", name_of(item.joined.item), item.joined.item.line);
    if (item.joined.same_as)
      out << fmt::format("; as in line {}: {}",
                         told.recall.items[*item.joined.same_as].joined.item.line,
                         item.joined.reason);
    out << ")\n";
  }
}

void say(std::ostream& out, const Told& told) {
  const Recall& recall = told.recall;
  out << fmt::format("{} known items: {} found, {} missed, {} not in the index",
                     recall.items.size(), recall.found, recall.missed, recall.not_in_index);
  if (recall.same_study > 0) out << fmt::format(", {} named twice", recall.same_study);
  out << '\n';
  if (recall.found + recall.missed > 0)
    out << fmt::format("recall {} of {} = {} (95 % confidence: {} to {})\n", recall.found,
                       recall.found + recall.missed, in_percent(recall.share.value),
                       in_percent(recall.share.low), in_percent(recall.share.high));
  const auto lacks = [&](const KnownResult& item) { return item.without.contains(Part::abstract); };
  if (const auto count = std::ranges::count_if(recall.items, lacks); count > 0)
    out << fmt::format("of the missed, {} without an abstract in the index\n", count);
  out << fmt::format("the string finds {} of {} studies\n", recall.hits, recall.total);
  say_clauses(out, told);
  say_missed(out, told);
  say_others(out, told, Fate::not_in_index,
             "Not in the index (this says nothing about the string)");
  say_others(out, told, Fate::same_study, "Named twice (counted once)");
}

Json as_json(const Told& told) {
  const Recall& recall = told.recall;
  Json json;
  json["known"] = recall.items.size();
  json["found"] = recall.found;
  json["missed"] = recall.missed;
  json["not_in_index"] = recall.not_in_index;
  json["same_study"] = recall.same_study;
  const bool any = recall.found + recall.missed > 0;
  json["recall"] = any ? Json(recall.share.value) : Json(nullptr);
  json["low"] = any ? Json(recall.share.low) : Json(nullptr);
  json["high"] = any ? Json(recall.share.high) : Json(nullptr);
  json["interval"] = "Wilson, 95 %";
  json["studies"] = recall.hits;
  json["studies_total"] = recall.total;
  json["items"] = Json::array();
  for (const KnownResult& item : recall.items) {
    const KnownItem& known = item.joined.item;
    Json one = {{"line", known.line},
                {"item", name_of(known)},
                {"doi", known.about.doi},
                {"fate", std::string(name_of(item.fate))},
                {"study", item.joined.study ? Json(*item.joined.study) : Json(nullptr)},
                {"joined_by", item.joined.reason},
                {"lacks", item.without.empty() ? "" : parts_list(item.without)}};
    one["lost_by"] = Json::array();
    for (const Loss& loss : item.losses)
      one["lost_by"].push_back(Json::parse(loss_as_json(query_of(told), told.layout, loss)));
    json["items"].push_back(std::move(one));
  }
  return json;
}

/// One row an item; of what lost it the clauses, and the nearest text of all.
void write_rows(Sink& sink, const Told& told) {
  for (const KnownResult& item : told.recall.items) {
    const KnownItem& known = item.joined.item;
    std::vector<std::string> lost_by;
    const NearText* nearest = nullptr;
    for (const Loss& loss : item.losses) {
      lost_by.push_back(clause_name(told, loss, 0));
      if (nearest == nullptr && !loss.nearest.empty()) nearest = &loss.nearest.front();
    }
    std::vector<Cell> row = {static_cast<std::int64_t>(known.line),
                             name_of(known),
                             text_or_none(known.about.doi),
                             std::string(name_of(item.fate)),
                             item.joined.study ? Cell{*item.joined.study} : Cell{std::monostate{}},
                             text_or_none(item.joined.reason),
                             text_or_none(item.without.empty() ? "" : parts_list(item.without)),
                             lost_by};
    if (nearest != nullptr) {
      const Place& place = nearest->form.place;
      row.insert(row.end(),
                 {typed(query_of(told), *told.layout[nearest->term].clause, 0),
                  std::string(name_of(nearest->form.how)), std::string(part_name(place.part)),
                  place.page == 0 ? Cell{std::monostate{}} : Cell{std::int64_t{place.page}},
                  place.match, place.quote});
    } else {
      row.resize(row.size() + 6);
    }
    sink.row(row);
  }
  sink.end();
}

int write(const Told& told, Terminal& terminal) {
  const std::string& format = told.options.format;
  if (format == "text") {
    say(terminal.out, told);
  } else if (format == "json") {
    terminal.out << as_json(told).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  } else {
    auto sink = make_sink(format,
                          {{"line", true},
                           {"item"},
                           {"doi"},
                           {"fate"},
                           {"study"},
                           {"joined_by"},
                           {"lacks"},
                           {"lost_by"},
                           {"nearest_term"},
                           {"how"},
                           {"part"},
                           {"page", true},
                           {"match"},
                           {"quote"}},
                          terminal.out);
    if (!sink) return report(sink.error(), terminal);
    write_rows(**sink, told);
  }
  return kDone;
}

int recall(const RecallCall& options, Terminal& terminal) {
  auto read = read_query(options.query, terminal.in);
  if (!read) return report(read.error(), terminal);
  auto known = read_known(options.known, terminal.in);
  if (!known) return report(known.error(), terminal);
  auto index = Index::open(index_folder(options.index));
  if (!index) return report(index.error(), terminal);
  report(read->parsed.notes, read->name, read->parsed.query.source, terminal);
  say_problems(*known, terminal);
  auto recall = recall_of(read->parsed.query, known->items, *index);
  if (!recall) return report(recall.error(), terminal);
  const std::size_t counted = recall->found + recall->missed;
  if (counted < kFewKnown)
    terminal.err << fmt::format(
        "litmine: warning: only {} known {} in the index: a recall of so few says little\n",
        counted, counted == 1 ? "item is" : "items are");
  const Told told{options, *read, *known, *recall, layout_of(read->parsed.query)};
  if (int status = write(told, terminal); status != kDone) return status;
  if (known->not_read > 0) return kSomeNotRead;
  if (recall->found == 0) return kNothingFound;
  return recall->share.value < options.at_least ? kNothingFound : kDone;
}

}  // namespace

Action declare_recall(CLI::App& app) {
  auto options = std::make_shared<RecallCall>();
  add_query_options(app, options->query);
  add_known_option(app, options->known);
  add_index_option(app, options->index);
  add_format_option(app, options->format);
  app.add_option("--at-least", options->at_least,
                 "Exit with 1 if the recall is under this share (0 to 1)")
      ->check(CLI::Range(0.0, 1.0));
  return [options](Terminal& terminal) { return recall(*options, terminal); };
}

}  // namespace litmine
