// litmine search: the studies that a string finds, or the places where it is met.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/tables.h"

namespace litmine {
namespace {

struct Options {
  QueryOptions query;
  std::string index, format = "text";
  bool places = false, count = false;
  std::size_t limit = 20;
};

/// What a person reads on a terminal; the other formats get every column.
const std::vector<std::string> kShownHits = {"study", "year", "authors", "title"};
const std::vector<std::string> kShownPlaces = {"study", "part", "page", "label", "quote"};

int list(const Options& options, const ReadQuery& read, const Index& index, const Hits& hits,
         Terminal& terminal) {
  auto sink = options.format == "text"
                  ? make_narrow_sink(options.places ? place_columns() : hit_columns(),
                                     options.places ? kShownPlaces : kShownHits, terminal)
                  : make_sink(options.format, options.places ? place_columns() : hit_columns(),
                              terminal.out);
  if (!sink) return report(sink.error(), terminal);
  if (options.places) {
    auto written = write_places(**sink, read.name, read.parsed.query, hits, index, options.limit);
    if (!written) return report(written.error(), terminal);
  } else {
    auto facts = facts_of_studies(index);
    if (!facts) return report(facts.error(), terminal);
    write_hits(**sink, read.name, read.parsed.query, hits, *facts, {});
  }
  (*sink)->end();
  return kDone;
}

int search(const Options& options, Terminal& terminal) {
  auto read = read_query(options.query, terminal.in);
  if (!read) return report(read.error(), terminal);
  report(read->parsed.notes, read->name, read->parsed.query.source, terminal);
  auto index = Index::open(index_folder(options.index));
  if (!index) return report(index.error(), terminal);
  auto hits = index->search(read->parsed.query);
  if (!hits) return report(hits.error(), terminal);
  report(hits->notes, read->name, read->parsed.query.source, terminal);
  if (options.count) {
    terminal.out << hits->studies.size() << '\n';
  } else if (int status = list(options, *read, *index, *hits, terminal); status != kDone) {
    return status;
  }
  terminal.err << fmt::format("{} of {} studies\n", hits->studies.size(), hits->studies_total);
  return hits->studies.empty() ? kNothingFound : kDone;
}

}  // namespace

Action declare_search(CLI::App& app) {
  auto options = std::make_shared<Options>();
  add_query_options(app, options->query);
  add_index_option(app, options->index);
  add_format_option(app, options->format);
  app.add_flag("--places", options->places, "List each place with part, page and sentence");
  app.add_option("--limit", options->limit,
                 "With --places: at most so many places a clause and study")
      ->capture_default_str();
  app.add_flag("--count", options->count, "Print the number of studies only");
  return [options](Terminal& terminal) { return search(*options, terminal); };
}

}  // namespace litmine
