// litmine tag: suggested codes, each with its sentences; and the check of the codebook's own
// examples.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/coding.h"
#include "cli/command.h"
#include "cli/options.h"

namespace litmine {
namespace {

struct Options {
  std::vector<std::string> ids;
  std::string index, codebook, format = "text";
  bool low = false, check = false, not_counted = false;
  unsigned jobs = 0;
};

int check_codebook(const Codebook& codebook, Terminal& terminal) {
  const std::vector<ExampleFailure> failures = codebook.check();
  for (const ExampleFailure& failure : failures)
    terminal.out << fmt::format(
        "{}: rule '{}' {}: \"{}\"\n", failure.file, failure.rule,
        failure.expected ? "misses its 'yes' sentence" : "takes its 'no' sentence",
        failure.sentence);
  terminal.out << fmt::format("{} examples, {} wrong\n", codebook.example_count(), failures.size());
  return failures.empty() ? kDone : kNothingFound;
}

void say_quote(std::ostream& out, const Quotation& quote) {
  std::string place(part_name(quote.part));
  if (quote.page) place = fmt::format("page {}, {}", quote.page, place);
  out << fmt::format("      {}: \"{}\"", place, quote.sentence);
  if (!quote.not_counted.empty()) out << fmt::format(" (not counted: {})", quote.not_counted);
  out << '\n';
}

void say_suggestion(std::ostream& out, const Suggestion& suggestion, bool not_counted) {
  out << fmt::format("    {}{}, {} ({:.2g}), rule {}\n", suggestion.code.label,
                     suggestion.code.role.empty() ? "" : " as " + suggestion.code.role,
                     band_name(suggestion.code.band), suggestion.code.score,
                     suggestion.quotes.empty() ? "" : suggestion.quotes.front().rule);
  for (const Quotation& quote : suggestion.quotes) say_quote(out, quote);
  if (!not_counted) return;
  for (const Quotation& quote : suggestion.also_seen) say_quote(out, quote);
}

void say_study(std::ostream& out, const CodedStudy& study, Band least, bool not_counted) {
  out << fmt::format("{}: {}\n", study.study, study.kind);
  for (const Quotation& quote : study.kind_evidence.quotes) say_quote(out, quote);
  for (const std::string& facet : study.facets) {
    out << "  " << facet << '\n';
    bool any = false;
    if (auto found = study.suggestions.find(facet); found != study.suggestions.end())
      for (const Suggestion& suggestion : found->second)
        if (suggestion.code.band >= least) {
          say_suggestion(out, suggestion, not_counted);
          any = true;
        }
    const std::string& reason = study.empty_because.at(facet);
    if (!any)
      out << "    " << (reason.empty() ? "only low suggestions; --low shows them" : reason) << '\n';
    if (!not_counted) continue;
    for (const Quotation& quote : study.also_seen.at(facet)) say_quote(out, quote);
  }
  out << '\n';
}

/// The studies asked for, or all of them.
Result<std::vector<DocId>> studies_of(const Options& options, const Index& index) {
  std::vector<DocId> ids;
  for (const std::string& id : options.ids) {
    auto study = index.study(id);
    if (!study)
      return failure(Error::Kind::not_found, fmt::format("no study is called '{}'", id),
                     "'litmine info --studies' lists them");
    ids.push_back(study->id);
  }
  if (ids.empty())
    for (const Study& study : index.studies()) ids.push_back(study.id);
  return ids;
}

int tag_index(const Options& options, const Codebook& codebook, Terminal& terminal) {
  const std::filesystem::path folder = index_folder(options.index);
  auto index = Index::open(folder);
  if (!index) return report(index.error(), terminal);
  auto ids = studies_of(options, *index);
  if (!ids) return report(ids.error(), terminal);
  auto coded = code_studies(folder, codebook, *ids, options.jobs);
  if (!coded) return report(coded.error(), terminal);
  const Band least = options.low ? Band::low : Band::medium;
  if (options.format == "text") {
    for (const CodedStudy& study : *coded)
      say_study(terminal.out, study, least, options.not_counted);
  } else {
    auto facts = facts_of_studies(*index);
    if (!facts) return report(facts.error(), terminal);
    auto sink = make_sink(options.format, code_columns(), terminal.out, terminal.out_width);
    if (!sink) return report(sink.error(), terminal);
    write_codes(**sink, *coded, *facts, least);
    (*sink)->end();
  }
  return coded->empty() ? kNothingFound : kDone;
}

int tag(const Options& options, Terminal& terminal) {
  auto folder = codebook_folder(options.codebook);
  if (!folder) return report(folder.error(), terminal);
  auto codebook = Codebook::load(*folder);
  if (!codebook) return report(codebook.error(), terminal);
  return options.check ? check_codebook(*codebook, terminal)
                       : tag_index(options, *codebook, terminal);
}

}  // namespace

Action declare_tag(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("ID", options->ids, "Studies or documents (default: all)");
  add_index_option(app, options->index);
  add_codebook_option(app, options->codebook);
  add_format_option(app, options->format);
  app.add_flag("--low", options->low, "Show suggestions of the low band, too");
  app.add_flag("--not-counted", options->not_counted,
               "In text: also the places that were seen and not counted, each with its reason");
  app.add_flag("--check", options->check,
               "Run the codebook's own 'yes' and 'no' sentences instead");
  app.add_option("--jobs,-j", options->jobs, "Threads (default: as many as cores)");
  return [options](Terminal& terminal) { return tag(*options, terminal); };
}

}  // namespace litmine
