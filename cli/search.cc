// litmine search: the studies that a string finds, or the places where it is met.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <tuple>

#include "cli/command.h"
#include "cli/facets.h"
#include "cli/highlight.h"
#include "cli/options.h"
#include "cli/tables.h"
#include "exporters/record_writer.h"
#include "extractors/records.h"
#include "text/normalize.h"

namespace litmine {
namespace {

struct SearchCall {
  QueryOptions query;
  std::string index, format = "text", facets, sort = "study", codebook;
  bool places = false, count = false;
  std::size_t limit = 20;
};

/// What a person reads on a terminal; the other formats get every column.
const std::vector<std::string> kShownHits = {"study", "year", "authors", "title"};
const std::vector<std::string> kShownPlaces = {"study", "part", "page", "label", "quote"};

using Facts = std::map<DocId, StudyFacts>;

// Orders of the hits ---------------------------------------------------------------------------

/// How many places a study has; counted as far as anybody compares.
constexpr std::size_t kMostPlaces = 1000;

using SortKey = std::tuple<std::int64_t, std::string>;
Result<SortKey> key_by_study(const Biblio&, const DocId&, const Query&, const Index&) {
  return SortKey{0, {}};
}
/// The newest first, what has no year last.
Result<SortKey> key_by_year(const Biblio& about, const DocId&, const Query&, const Index&) {
  return SortKey{about.year ? -std::int64_t{*about.year} : 1, {}};
}
Result<SortKey> key_by_title(const Biblio& about, const DocId&, const Query&, const Index&) {
  return SortKey{about.title.empty() ? 1 : 0, title_key(about.title)};
}
Result<SortKey> key_by_author(const Biblio& about, const DocId&, const Query&, const Index&) {
  if (about.authors.empty()) return SortKey{1, {}};
  return SortKey{0, unaccented(folded(about.authors.front().family))};
}
/// The most places first.
Result<SortKey> key_by_places(const Biblio&, const DocId& study, const Query& query,
                              const Index& index) {
  auto places = index.places(query, study, kMostPlaces);
  if (!places) return tl::unexpected(places.error());
  return SortKey{-static_cast<std::int64_t>(places->size()), {}};
}

struct Order {
  std::string_view name;
  Result<SortKey> (*key)(const Biblio&, const DocId&, const Query&, const Index&);
};
constexpr Order kOrders[] = {
    {"study", key_by_study},   {"year", key_by_year},        {"title", key_by_title},
    {"author", key_by_author}, {"relevance", key_by_places},
};

std::vector<std::string_view> order_names() {
  std::vector<std::string_view> names;
  for (const Order& order : kOrders) names.push_back(order.name);
  return names;
}

Result<void> sort_hits(const std::string& by, const Query& query, const Index& index,
                       const Facts& facts, Hits& hits) {
  const auto order = std::find_if(std::begin(kOrders), std::end(kOrders),
                                  [&](const Order& one) { return one.name == by; });
  if (order == std::end(kOrders)) {
    const std::string near = nearest(by, order_names());
    return failure(Error::Kind::usage, fmt::format("hits cannot be sorted by '{}'", by),
                   near.empty() ? fmt::format("orders: {}", fmt::join(order_names(), ", "))
                                : fmt::format("did you mean '{}'?", near));
  }
  std::vector<std::pair<SortKey, DocId>> keyed;
  for (const DocId& study : hits.studies) {
    const auto fact = facts.find(study);
    auto key = order->key(fact == facts.end() ? Biblio{} : fact->second.about, study, query, index);
    if (!key) return tl::unexpected(key.error());
    keyed.emplace_back(std::move(*key), study);
  }
  std::sort(keyed.begin(), keyed.end());
  for (std::size_t i = 0; i < keyed.size(); ++i) hits.studies[i] = std::move(keyed[i].second);
  return {};
}

// Ways out -------------------------------------------------------------------------------------

bool is_record_format(std::string_view format) {
  const std::vector<std::string_view> formats = record_formats();
  const std::vector<std::string_view> tables = sink_formats();
  return std::ranges::find(tables, format) == tables.end() &&
         std::ranges::find(formats, format) != formats.end();
}

/// The facts of a study with the first abstract and the first keywords among its reports.
Result<Document> as_record(const DocId& study, const StudyFacts& facts, const Index& index) {
  Record record;
  record.about = facts.about;
  record.about.key = study;
  for (const DocId& id : facts.reports) {
    auto report = index.document(id);
    if (!report) return tl::unexpected(report.error());
    if (record.abstract.empty()) record.abstract = report->part_text(Part::abstract);
    if (!record.keywords.empty()) continue;
    for (Span keyword : report->keywords) record.keywords.emplace_back(keyword.in(report->text));
  }
  std::vector<RecordDoubt> doubts;
  return record_document(std::move(record), "", doubts);
}

Result<void> write_records_of(const Hits& hits, const Index& index, const Facts& facts,
                              const std::string& format, std::ostream& out) {
  auto writer = make_record_writer(format, out);
  if (!writer) return tl::unexpected(writer.error());
  for (const DocId& study : hits.studies) {
    const auto fact = facts.find(study);
    if (fact == facts.end()) continue;
    auto record = as_record(study, fact->second, index);
    if (!record) return tl::unexpected(record.error());
    (*writer)->record(*record);
  }
  (*writer)->end();
  return {};
}

Result<void> write_facets(const SearchCall& options, const Hits& hits, const Facts& facts,
                          Terminal& terminal) {
  auto counts = facets_of({options.facets, index_folder(options.index), options.codebook},
                          hits.studies, facts);
  if (!counts) return tl::unexpected(counts.error());
  auto sink = make_sink(options.format, {{"facet"}, {"value"}, {"studies", true}}, terminal.out,
                        options.format == "text" ? terminal.out_width : 0);
  if (!sink) return tl::unexpected(sink.error());
  const bool text = options.format == "text";
  for (const FacetCount& count : *counts)
    (*sink)->row({count.facet,
                  !count.value.empty() ? Cell{count.value}
                  : text               ? Cell{std::string("(not known)")}
                                       : Cell{std::monostate{}},
                  static_cast<std::int64_t>(count.studies)});
  (*sink)->end();
  return {};
}

Result<void> list(const SearchCall& options, const ReadQuery& read, const Index& index, Hits& hits,
                  Terminal& terminal) {
  const Query& query = read.parsed.query;
  if (options.places && options.sort == "study" && options.facets.empty() &&
      !(options.format == "text" && wants_colour(terminal))) {
    auto sink = options.format == "text" ? make_narrow_sink(place_columns(), kShownPlaces, terminal)
                                         : make_sink(options.format, place_columns(), terminal.out);
    if (!sink) return tl::unexpected(sink.error());
    if (auto done = write_places(**sink, read.name, query, hits, index, options.limit); !done)
      return done;
    (*sink)->end();
    return {};
  }
  auto facts = facts_of_studies(index);
  if (!facts) return tl::unexpected(facts.error());
  if (!options.facets.empty()) return write_facets(options, hits, *facts, terminal);
  if (auto done = sort_hits(options.sort, query, index, *facts, hits); !done) return done;
  if (is_record_format(options.format))
    return write_records_of(hits, index, *facts, options.format, terminal.out);
  if (options.places && options.format == "text" && wants_colour(terminal))
    return show_highlighted(query, hits, index, *facts, options.limit, terminal);
  const auto& columns = options.places ? place_columns() : hit_columns();
  auto sink = options.format == "text"
                  ? make_narrow_sink(columns, options.places ? kShownPlaces : kShownHits, terminal)
                  : make_sink(options.format, columns, terminal.out);
  if (!sink) return tl::unexpected(sink.error());
  if (options.places) {
    if (auto done = write_places(**sink, read.name, query, hits, index, options.limit); !done)
      return done;
  } else {
    write_hits(**sink, read.name, query, hits, *facts, {});
  }
  (*sink)->end();
  return {};
}

int search(const SearchCall& options, Terminal& terminal) {
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
  } else if (auto done = list(options, *read, *index, *hits, terminal); !done) {
    return report(done.error(), terminal);
  }
  terminal.err << fmt::format("{} of {} studies\n", hits->studies.size(), hits->studies_total);
  return hits->studies.empty() ? kNothingFound : kDone;
}

}  // namespace

Action declare_search(CLI::App& app) {
  auto options = std::make_shared<SearchCall>();
  add_query_options(app, options->query);
  add_index_option(app, options->index);
  app.add_option("--format", options->format,
                 fmt::format("Output: {}; as records: ris, bibtex, csl-json, nbib, endnote-xml",
                             fmt::join(sink_formats(), ", ")))
      ->capture_default_str();
  app.add_flag("--places", options->places, "List each place with part, page and sentence");
  app.add_option("--limit", options->limit,
                 "With --places: at most so many places a clause and study")
      ->capture_default_str();
  app.add_option("--sort", options->sort,
                 fmt::format("Order of the hits: {}", fmt::join(order_names(), ", ")))
      ->capture_default_str();
  app.add_option("--facets", options->facets,
                 "List how many hits have which year, language, type, source, author, or code of "
                 "the codebook (year,country,method)");
  add_codebook_option(app, options->codebook);
  app.add_flag("--count", options->count, "Print the number of studies only");
  return [options](Terminal& terminal) { return search(*options, terminal); };
}

}  // namespace litmine
