// litmine tag: suggested codes, each with its sentences; and the check of the codebook's own
// examples.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <map>
#include <memory>

#include "cli/codebook_files.h"
#include "cli/coding.h"
#include "cli/coding_decisions.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/tag_eval.h"
#include "cli/tag_more.h"
#include "cli/tag_review.h"

namespace litmine {
namespace {

struct TagCall {
  std::vector<std::string> ids;
  std::string index, codebook, format = "text";
  bool low = false, check = false, not_counted = false;
  std::string gold, corrections, keys;                                 // --eval
  std::string decisions = "coding-decisions", coder, merge, examples;  // --review
  bool review = false, again = false, decided = false;
  std::string diff, qdpx;
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

/// By facet and band: how many suggestions reviewers decided, and how many of them they accepted.
class Accepted {
 public:
  explicit Accepted(const DecidedCodes& decided) {
    for (const CodingDecision& one : decided.standing()) {
      if (one.suggested.empty() || one.decision == "note") continue;
      auto& [accepted, all] = counts_[one.facet + "/" + one.band];
      accepted += one.decision == "accept" ? 1 : 0;
      ++all;
    }
  }
  std::string in_words(const Code& code) const {
    auto found = counts_.find(code.facet + "/" + std::string(band_name(code.band)));
    if (found == counts_.end()) return {};
    return fmt::format("; {} of {} accepted in this band", found->second.first,
                       found->second.second);
  }

 private:
  std::map<std::string, std::pair<int, int>> counts_;
};

struct Shown {
  Band least = Band::medium;
  bool not_counted = false;
  const DecidedCodes& decided;
  Accepted accepted;
};

void say_suggestion(std::ostream& out, const DocId& study, const Suggestion& suggestion,
                    const Shown& shown) {
  const bool not_counted = shown.not_counted;
  out << fmt::format("    {}{}, {} ({:.2g}{}), rule {}\n", suggestion.code.label,
                     suggestion.code.role.empty() ? "" : " as " + suggestion.code.role,
                     band_name(suggestion.code.band), suggestion.code.score,
                     shown.accepted.in_words(suggestion.code),
                     suggestion.quotes.empty() ? "" : suggestion.quotes.front().rule);
  auto decisions = shown.decided.on(study, suggestion.code.facet, decided_name(suggestion.code),
                                    suggestion.code.role);
  if (!decisions.empty())
    out << fmt::format("      {}{}\n", decided_in_words(decisions),
                       is_stale(decisions, suggestion) ? "; the sentences have changed since" : "");
  for (const Quotation& quote : suggestion.quotes) say_quote(out, quote);
  if (!not_counted) return;
  for (const Quotation& quote : suggestion.also_seen) say_quote(out, quote);
}

void say_study(std::ostream& out, const CodedStudy& study, const Shown& shown) {
  out << fmt::format("{}: {}\n", study.study, study.kind);
  for (const Quotation& quote : study.kind_evidence.quotes) say_quote(out, quote);
  for (const std::string& facet : study.facets) {
    out << "  " << facet << '\n';
    bool any = false;
    if (auto found = study.suggestions.find(facet); found != study.suggestions.end())
      for (const Suggestion& suggestion : found->second)
        if (suggestion.code.band >= shown.least) {
          say_suggestion(out, study.study, suggestion, shown);
          any = true;
        }
    const std::string& reason = study.empty_because.at(facet);
    if (!any)
      out << "    " << (reason.empty() ? "only low suggestions; --low shows them" : reason) << '\n';
    if (!shown.not_counted) continue;
    for (const Quotation& quote : study.also_seen.at(facet)) say_quote(out, quote);
  }
  out << '\n';
}

/// The studies asked for, or all of them.
Result<std::vector<DocId>> studies_of(const TagCall& options, const Index& index) {
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

/// Suggestions and decisions as a project for packages of qualitative analysis.
Result<void> write_project(const TagCall& options, const Codebook& codebook, const Index& index,
                           const std::vector<CodedStudy>& coded, const DecidedCodes& decided) {
  QdaProject project;
  project.name = "litmine";
  project.time = decision_time();
  project.codes = qda_codes(codebook);
  for (const CodedStudy& study : coded) {
    auto found = index.study(study.study);
    if (!found) continue;
    auto document = index.best_report(*found);
    if (!document) return tl::unexpected(document.error());
    QdaSource source{study.study, document->text, {}, {{"document", study.kind}}};
    for (const auto& [facet, suggestions] : study.suggestions)
      for (const Suggestion& suggestion : suggestions) {
        auto decisions =
            decided.on(study.study, facet, decided_name(suggestion.code), suggestion.code.role);
        if (stands_rejected(decisions)) continue;
        if (decisions.empty() && suggestion.code.band < Band::medium) continue;
        for (const Evidence& place : suggestion.code.evidence)
          source.codings.push_back({place.sentence, qda_path(codebook, facet, suggestion.code.code),
                                    decisions.empty() ? "" : decisions.front().coder});
      }
    project.sources.push_back(std::move(source));
  }
  return write_qdpx(project, options.qdpx);
}

int compare(const TagCall& options, const std::filesystem::path& index,
            const std::vector<DocId>& ids, const std::vector<CodedStudy>& before,
            Terminal& terminal) {
  auto other = Codebook::load(options.diff);
  if (!other) return report(other.error(), terminal);
  auto after = code_studies(index, *other, ids, options.jobs);
  if (!after) return report(after.error(), terminal);
  auto sink = make_sink(options.format, difference_columns(), terminal.out, terminal.out_width);
  if (!sink) return report(sink.error(), terminal);
  const std::size_t rows =
      write_differences(**sink, before, *after, options.low ? Band::low : Band::medium);
  (*sink)->end();
  terminal.err << fmt::format("litmine: {} suggestions differ in {} studies\n", rows, ids.size());
  return rows == 0 ? kNothingFound : kDone;
}

int review(const TagCall& options, const Codebook& codebook, const std::vector<CodedStudy>& coded,
           Terminal& terminal) {
  const char* user = std::getenv("USER");
  const std::string name = user != nullptr && *user != 0 ? user : "coder";
  ReviewOptions how{options.decisions, options.coder.empty() ? name : options.coder,
                    options.low ? Band::low : Band::medium, options.again};
  auto done = review_codes(coded, codebook, how, terminal);
  return done ? kDone : report(done.error(), terminal);
}

int to_examples(const TagCall& options, const std::vector<CodedStudy>& coded,
                const DecidedCodes& decided, Terminal& terminal) {
  auto added = write_examples(coded, decided, options.examples);
  if (!added) return report(added.error(), terminal);
  auto changed = Codebook::load(options.examples);
  if (!changed) return report(changed.error(), terminal);
  terminal.out << fmt::format("{} sentences added to {}\n", *added,
                              (std::filesystem::path(options.examples) / "examples.toml").string());
  return check_codebook(*changed, terminal);
}

int tag_index(const TagCall& options, const Codebook& codebook, Terminal& terminal) {
  const std::filesystem::path folder = index_folder(options.index);
  auto index = Index::open(folder);
  if (!index) return report(index.error(), terminal);
  auto ids = studies_of(options, *index);
  if (!ids) return report(ids.error(), terminal);
  auto coded = code_studies(folder, codebook, *ids, options.jobs);
  if (!coded) return report(coded.error(), terminal);
  auto decisions = read_coding_decisions(options.decisions);
  if (!decisions) return report(decisions.error(), terminal);
  const DecidedCodes decided(*decisions);
  if (!options.diff.empty()) return compare(options, folder, *ids, *coded, terminal);
  if (options.review) return review(options, codebook, *coded, terminal);
  if (!options.examples.empty()) return to_examples(options, *coded, decided, terminal);
  if (!options.qdpx.empty()) {
    auto written = write_project(options, codebook, *index, *coded, decided);
    if (!written) return report(written.error(), terminal);
    terminal.out << fmt::format("wrote {}: {} sources\n", options.qdpx, coded->size());
    return kDone;
  }
  const Band least = options.low ? Band::low : Band::medium;
  if (options.format == "text") {
    const Shown shown{least, options.not_counted, decided, Accepted(decided)};
    for (const CodedStudy& study : *coded) say_study(terminal.out, study, shown);
  } else {
    auto facts = facts_of_studies(*index);
    if (!facts) return report(facts.error(), terminal);
    auto sink = make_sink(options.format, code_columns(), terminal.out, terminal.out_width);
    if (!sink) return report(sink.error(), terminal);
    write_codes(**sink, *coded, *facts, least, decided);
    (*sink)->end();
  }
  return coded->empty() ? kNothingFound : kDone;
}

int list_decided(const TagCall& options, Terminal& terminal) {
  auto decisions = read_coding_decisions(options.decisions);
  if (!decisions) return report(decisions.error(), terminal);
  auto sink = make_sink(options.format == "text" ? "csv" : options.format, decided_columns(),
                        terminal.out, terminal.out_width);
  if (!sink) return report(sink.error(), terminal);
  write_decided(**sink, DecidedCodes(*decisions));
  (*sink)->end();
  return decisions->empty() ? kNothingFound : kDone;
}

int merge(const TagCall& options, Terminal& terminal) {
  auto merged = merge_coding_decisions(options.merge, options.decisions);
  if (!merged) return report(merged.error(), terminal);
  terminal.out << fmt::format("{} decisions added to {}\n", *merged, options.decisions);
  return kDone;
}

int tag(const TagCall& options, Terminal& terminal) {
  if (options.decided) return list_decided(options, terminal);
  if (!options.merge.empty()) return merge(options, terminal);
  auto folder = codebook_folder(options.codebook);
  if (!folder) return report(folder.error(), terminal);
  auto codebook = Codebook::load(*folder);
  if (!codebook) return report(codebook.error(), terminal);
  if (!options.gold.empty()) {
    auto done = evaluate_tags({options.gold, options.corrections, options.keys, options.format},
                              *codebook, index_folder(options.index), options.jobs, terminal);
    return done ? *done : report(done.error(), terminal);
  }
  return options.check ? check_codebook(*codebook, terminal)
                       : tag_index(options, *codebook, terminal);
}

}  // namespace

Action declare_tag(CLI::App& app) {
  auto options = std::make_shared<TagCall>();
  app.add_option("ID", options->ids, "Studies or documents (default: all)");
  add_index_option(app, options->index);
  add_codebook_option(app, options->codebook);
  add_format_option(app, options->format);
  app.add_flag("--low", options->low, "Show suggestions of the low band, too");
  app.add_flag("--not-counted", options->not_counted,
               "In text: also the places that were seen and not counted, each with its reason");
  app.add_flag("--check", options->check,
               "Run the codebook's own 'yes' and 'no' sentences instead");
  app.add_option("--eval", options->gold,
                 "Score the suggestions against a gold table: key, facet, code (also role, coder, "
                 "split)");
  app.add_option("--corrections", options->corrections,
                 "With --eval: a table of key, facet, printed, suggested; scores against both");
  app.add_option("--keys", options->keys,
                 "With --eval: a table of key and doi or title, where keys are not ids of studies");
  app.add_flag("--review", options->review,
               "Decide on the suggestions one by one, with one key each ('?' lists them)");
  app.add_option("--coder", options->coder, "With --review: your name (default: $USER)");
  app.add_flag("--again", options->again, "With --review: also what you have decided before");
  app.add_option("--decisions", options->decisions, "Folder of the coders' decisions")
      ->capture_default_str();
  app.add_option("--merge", options->merge,
                 "Add the decisions of another folder to that of --decisions");
  app.add_flag("--decided", options->decided,
               "List what the coders decided, as a table that --eval reads");
  app.add_option("--diff", options->diff, "Show what another codebook folder would gain and lose");
  app.add_option(
      "--to-examples", options->examples,
      "Add the decided sentences to examples.toml in this codebook folder, and run them");
  app.add_option("--qdpx", options->qdpx, "Write the coded passages as a REFI-QDA project");
  app.add_option("--jobs,-j", options->jobs, "Threads (default: as many as cores)");
  return [options](Terminal& terminal) { return tag(*options, terminal); };
}

}  // namespace litmine
