// litmine cite: who cites whom, where, in which words, and what is missing. One file a question;
// this one chooses.
#include "cli/cite.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <memory>
#include <set>
#include <utility>

#include "citations/csl.h"
#include "citations/graph.h"
#include "citations/write_reference.h"
#include "cli/options.h"
#include "cli/tables.h"
#include "corpus/study.h"
#include "queries/evaluate.h"
#include "text/normalize.h"

namespace litmine {
namespace {

/// Who a work is by, when and what, on one line.
std::string named(const Work& work) {
  const Reference& r = work.reference;
  const std::string names = listed_names(r.authors.empty() ? r.editors : r.authors);
  return fmt::format("{} ({}) {}", names.empty() ? "Anonymous" : names,
                     r.year             ? fmt::format("{}{}", *r.year, r.year_letter)
                     : r.status.empty() ? "n.d."
                                        : r.status,
                     r.title.empty() ? r.container : r.title);
}

std::set<std::size_t> citing_of(const Work& work) {
  std::set<std::size_t> citing;
  for (const CitedAt& at : work.cited_at) citing.insert(at.citing);
  return citing;
}

bool is_retracted(const CitedCorpus& corpus, const Work& work) {
  return !work.reference.doi.empty() && corpus.retracted.contains(work.reference.doi);
}

int refs(const CiteCall& options, const CitedCorpus& corpus, Terminal& terminal) {
  const std::string& study = options.what;
  const std::string& format = options.format;
  bool any = false;
  for (const CitingStudy& citing : corpus.citing)
    any = any || ((study.empty() || citing.study == study) && !citing.citations.entries.empty());
  const bool records = format == "ris" || format == "bibtex" || format == "csl-json";
  if (!records) {
    auto sink = format == "text"
                    ? make_narrow_sink(reference_columns(),
                                       {"study", "entry", "authors", "year", "title", "in_corpus"},
                                       terminal)
                    : make_sink(format, reference_columns(), terminal.out, terminal.out_width);
    if (!sink) return report(sink.error(), terminal);
    write_references(**sink, corpus, study);
    (*sink)->end();
    return any ? kDone : kNothingFound;
  }
  bool first = true;
  for (const CitingStudy& citing : corpus.citing) {
    if (!study.empty() && citing.study != study) continue;
    for (std::size_t j = 0; j < citing.citations.entries.size(); ++j) {
      const Reference& reference = citing.citations.entries[j].reference;
      const std::string id = fmt::format("{}-{}", citing.study, j + 1);
      if (format == "ris")
        write_ris(terminal.out, reference, id, {fmt::format("cited by {}", citing.study)});
      else if (format == "bibtex")
        write_bibtex(terminal.out, reference, id);
      else
        terminal.out << (std::exchange(first, false) ? "[\n" : ",\n") << csl_json(reference, id);
    }
  }
  if (format == "csl-json") terminal.out << (first ? "[]\n" : "\n]\n");
  return any ? kDone : kNothingFound;
}

/// Counts that add up, for every document, on `err`.
void say_counts(const CitedCorpus& corpus, const std::string& study, Terminal& terminal) {
  for (const CitingStudy& citing : corpus.citing) {
    if (!study.empty() && citing.study != study) continue;
    const Citations& c = citing.citations;
    terminal.err << fmt::format(
        "{}: {}; {} mentions: {} linked, {} doubtful, {} unlinked; {} entries, {} never "
        "mentioned\n",
        citing.study, citing_style_name(c.style), c.mentions.size(), c.count(Mention::Link::linked),
        c.count(Mention::Link::doubtful), c.count(Mention::Link::unlinked), c.entries.size(),
        c.never_mentioned());
  }
}

int mentions(const CiteCall& options, const CitedCorpus& corpus, Terminal& terminal) {
  auto sink = options.format == "text"
                  ? make_narrow_sink(mention_columns(),
                                     {"study", "link", "page", "part", "names", "year", "number",
                                      "entry", "why"},
                                     terminal)
                  : make_sink(options.format, mention_columns(), terminal.out, terminal.out_width);
  if (!sink) return report(sink.error(), terminal);
  write_mentions(**sink, corpus, options.what, options.link);
  (*sink)->end();
  say_counts(corpus, options.what, terminal);
  const bool any = std::any_of(corpus.citing.begin(), corpus.citing.end(), [&](const auto& citing) {
    return (options.what.empty() || citing.study == options.what) &&
           !citing.citations.mentions.empty();
  });
  return any ? kDone : kNothingFound;
}

/// Works that a DOI, a key, a study's id or a title means.
std::vector<const Work*> works_called(const CitedCorpus& corpus, const std::string& called) {
  std::string doi = called;
  for (const char* prefix : {"https://doi.org/", "http://doi.org/", "doi:"})
    if (doi.starts_with(prefix)) doi = doi.substr(std::string_view(prefix).size());
  std::transform(doi.begin(), doi.end(), doi.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  std::vector<const Work*> exact, by_title;
  const std::string title = title_key(called);
  for (const Work& work : corpus.works) {
    if (work.key == called || work.study == called ||
        (!work.reference.doi.empty() && work.reference.doi == doi))
      exact.push_back(&work);
    else if (title.size() >= 4 &&
             (title_likeness(work.reference.title, called) >= 0.8 ||
              title_key(work.reference.title).find(title) != std::string::npos))
      by_title.push_back(&work);
  }
  return exact.empty() ? by_title : exact;
}

int who(const CiteCall& options, const CitedCorpus& corpus, Terminal& terminal) {
  if (options.what.empty())
    return report(Error{Error::Kind::usage, "'cite who' needs a work",
                        "a DOI, a key of 'cite missing', a study's id, or words of the title"},
                  terminal);
  static const std::vector<Column> kColumns = {{"work"}, {"study"}, {"page", true}, {"part"},
                                               {"role"}, {"link"},  {"why"},        {"sentence"}};
  auto sink = make_sink(options.format, kColumns, terminal.out, terminal.out_width);
  if (!sink) return report(sink.error(), terminal);
  const std::vector<const Work*> works = works_called(corpus, options.what);
  for (const Work* work : works)
    for (const CitedAt& at : work->cited_at) {
      const CitingStudy& citing = corpus.citing[at.citing];
      const auto& of = citing.citations.mentions_of[at.entry];
      if (of.empty())
        (*sink)->row({work->key, citing.study, Cell{}, std::string("references"),
                      std::string("listed only"), std::string("linked"),
                      std::string("never mentioned in the text"), citing.printed[at.entry]});
      for (std::size_t i : of) {
        const Mention& mention = citing.citations.mentions[i];
        (*sink)->row({work->key, citing.study,
                      mention.page == 0 ? Cell{} : Cell{static_cast<std::int64_t>(mention.page)},
                      std::string(part_name(mention.part)),
                      std::string(mention.narrative ? "narrative" : "in brackets"),
                      std::string(link_name(mention.link)),
                      mention.why.empty() ? Cell{} : Cell{mention.why}, citing.sentences[i]});
      }
    }
  (*sink)->end();
  for (const Work* work : works)
    terminal.err << fmt::format("{}: {}{}\n", work->key, named(*work),
                                is_retracted(corpus, *work) ? " [retracted]" : "");
  if (works.empty()) terminal.err << fmt::format("no cited work is called '{}'\n", options.what);
  return works.empty() ? kNothingFound : kDone;
}

/// The title, searched as the string searches titles.
bool title_matches(const Query& query, const Reference& reference) {
  Document document;
  document.kind = Document::Kind::record;
  document.text = normalized(reference.title);
  document.sections.push_back(
      {Part::title, {0, 0}, {0, static_cast<std::uint32_t>(document.text.size())}});
  document.about.title = document.text;
  document.about.source = reference.container;
  document.about.year = reference.year;
  return matches(query, CutStudy(document));
}

/// "cited by X, page 7, theory: “sentence”", one note a mention.
std::vector<std::string> notes_of(const CitedCorpus& corpus, const Work& work) {
  std::vector<std::string> notes;
  for (const CitedAt& at : work.cited_at) {
    const CitingStudy& citing = corpus.citing[at.citing];
    const auto& of = citing.citations.mentions_of[at.entry];
    if (of.empty())
      notes.push_back(fmt::format("cited by {}, in the reference list only: {}", citing.study,
                                  citing.printed[at.entry]));
    for (std::size_t i : of) {
      const Mention& mention = citing.citations.mentions[i];
      notes.push_back(
          fmt::format("cited by {}{}, {}: \"{}\"", citing.study,
                      mention.page == 0 ? std::string() : fmt::format(", page {}", mention.page),
                      part_name(mention.part), citing.sentences[i]));
    }
  }
  return notes;
}

/// A work for a reference manager, with `notes` where the format has a place for them.
void write_work(std::ostream& out, const std::string& format, const Work& work,
                const std::vector<std::string>& notes, bool first) {
  if (format == "ris")
    write_ris(out, work.reference, work.key, notes);
  else if (format == "bibtex")
    write_bibtex(out, work.reference, work.key);
  else
    out << (first ? "[\n" : ",\n") << csl_json(work.reference, work.key);
}

/// Cited works, each once: those that the corpus lacks, or all of them.
int list_works(const CiteCall& options, const CitedCorpus& corpus, Terminal& terminal, bool all) {
  std::optional<ReadQuery> query;
  if (!options.query.query.empty() || !options.query.query_file.empty()) {
    auto read = read_query(options.query, terminal.in);
    if (!read) return report(read.error(), terminal);
    report(read->parsed.notes, read->name, read->parsed.query.source, terminal);
    query = std::move(*read);
  }
  static const std::vector<Column> kColumns = {
      {"work"},     {"studies", true}, {"mentions", true},   {"authors"},
      {"year"},     {"title"},         {"container"},        {"doi"},
      {"type"},     {"language"},      {"confidence", true}, {"retracted"},
      {"cited_by"}, {"in_corpus"},     {"joined_because"}};
  std::unique_ptr<Sink> sink;
  const bool records =
      options.format == "ris" || options.format == "bibtex" || options.format == "csl-json";
  if (!records) {
    std::vector<std::string> shown = {"work", "studies", "mentions", "title"};
    if (all) shown.emplace_back("in_corpus");
    auto made = options.format == "text"
                    ? make_narrow_sink(kColumns, shown, terminal)
                    : make_sink(options.format, kColumns, terminal.out, terminal.out_width);
    if (!made) return report(made.error(), terminal);
    sink = std::move(*made);
  }
  std::size_t shown = 0, left = 0, nothing_known = 0;
  for (const Work& work : corpus.works) {
    if (!all && !work.study.empty()) continue;
    const Reference& r = work.reference;
    const std::set<std::size_t> citing = citing_of(work);
    const bool wanted = citing.size() >= options.least &&
                        (!options.from || (r.year && *r.year >= *options.from)) &&
                        (!options.to || (r.year && *r.year <= *options.to)) &&
                        (options.language.empty() || r.language == options.language) &&
                        (!query || title_matches(query->parsed.query, r));
    if (!wanted) {
      ++left;
      if ((options.from || options.to) && !r.year) ++nothing_known;
      continue;
    }
    ++shown;
    if (options.limit != 0 && shown > options.limit) {
      ++left;
      continue;
    }
    if (!sink) {
      std::vector<std::string> notes = notes_of(corpus, work);
      notes.insert(notes.begin(), fmt::format("cited by {} of {} studies, {} mentions",
                                              citing.size(), corpus.citing.size(), work.mentions));
      if (is_retracted(corpus, work)) notes.insert(notes.begin(), "RETRACTED");
      if (!work.study.empty()) notes.insert(notes.begin(), "in the corpus as " + work.study);
      write_work(terminal.out, options.format, work, notes, shown == 1);
      continue;
    }
    std::vector<std::string> by;
    by.reserve(citing.size());
    for (std::size_t study : citing) by.push_back(corpus.citing[study].study);
    auto text = [](const std::string& value) { return value.empty() ? Cell{} : Cell{value}; };
    sink->row({work.key, static_cast<std::int64_t>(citing.size()),
               static_cast<std::int64_t>(work.mentions),
               text(listed_names(r.authors.empty() ? r.editors : r.authors)),
               text(r.year ? std::to_string(*r.year) + r.year_letter : r.status), text(r.title),
               text(r.container), text(r.doi), r.type, text(r.language),
               std::round(r.confidence * 100) / 100, is_retracted(corpus, work), by,
               text(work.study), text(work.joined_because)});
  }
  if (sink) sink->end();
  if (options.format == "csl-json") terminal.out << (shown == 0 ? "[]\n" : "\n]\n");
  std::size_t held = 0;
  for (const Work& work : corpus.works) held += work.study.empty() ? 0 : 1;
  terminal.err << fmt::format(
      "{} works cited by {} studies: {} in the corpus, {} {}listed, {} {}left out",
      corpus.works.size(), corpus.citing.size(), held,
      options.limit == 0 ? shown : std::min(shown, options.limit), all ? "" : "missing and ", left,
      all ? "" : "missing and ");
  if (nothing_known > 0) terminal.err << fmt::format(" ({} of them without a year)", nothing_known);
  if (corpus.without_list > 0)
    terminal.err << fmt::format("; {} full texts without a reference list", corpus.without_list);
  terminal.err << '\n';
  return shown > 0 ? kDone : kNothingFound;
}

int missing(const CiteCall& options, const CitedCorpus& corpus, Terminal& terminal) {
  return list_works(options, corpus, terminal, false);
}

int works(const CiteCall& options, const CitedCorpus& corpus, Terminal& terminal) {
  return list_works(options, corpus, terminal, true);
}

int graph(const CiteCall& options, const CitedCorpus& corpus, Terminal& terminal) {
  struct Kind {
    std::string_view name;
    GraphKind kind;
  };
  constexpr Kind kKinds[] = {{"citation", GraphKind::citation},
                             {"co-citation", GraphKind::co_citation},
                             {"coupling", GraphKind::coupling}};
  std::vector<std::string_view> names;
  for (const Kind& kind : kKinds) {
    names.push_back(kind.name);
    if (kind.name != options.kind) continue;
    const CitationGraph made =
        citation_graph(corpus.citing, corpus.works, kind.kind, options.least);
    auto written =
        write_graph(terminal.out, made, options.format == "text" ? "graphml" : options.format);
    if (!written) return report(written.error(), terminal);
    terminal.err << fmt::format("{} nodes, {} edges\n", made.nodes.size(), made.edges.size());
    return made.edges.empty() ? kNothingFound : kDone;
  }
  const std::string near = nearest(options.kind, names);
  return report(Error{Error::Kind::usage, fmt::format("no graph is called '{}'", options.kind),
                      near.empty() ? "kinds: citation, co-citation, coupling"
                                   : fmt::format("did you mean '{}'?", near)},
                terminal);
}

struct Question {
  std::string_view name;
  int (*answer)(const CiteCall&, const CitedCorpus&, Terminal&);
  bool takes_study;  ///< WHAT is a study's id
  /// In place of `answer`, where the texts themselves are needed.
  int (*search)(const CiteCall&, const Index&, const CitedCorpus&, Terminal&) = nullptr;
};
constexpr Question kQuestions[] = {
    {"refs", refs, true},
    {"mentions", mentions, true},
    {"who", who, false},
    {"missing", missing, false},
    {"works", works, false},
    {"graph", graph, false},
    {"check", nullptr, false, cite_check},
    {"report", cite_report, false},
    {"find", nullptr, false, cite_find},
};

Result<const Question*> question_named(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Question& question : kQuestions) {
    if (question.name == name) return &question;
    names.push_back(question.name);
  }
  const std::string near = nearest(name, names);
  return failure(Error::Kind::usage, fmt::format("'cite' has no question '{}'", name),
                 near.empty() ? fmt::format("questions: {}", fmt::join(names, ", "))
                              : fmt::format("did you mean '{}'?", near));
}

int cite(const CiteCall& options, Terminal& terminal) {
  auto question = question_named(options.question);
  if (!question) return report(question.error(), terminal);
  auto model = reference_model(options.model);
  if (!model) return report(model.error(), terminal);
  auto index = Index::open(index_folder(options.index));
  if (!index) return report(index.error(), terminal);
  CiteCall asked = options;
  if ((*question)->takes_study && !options.what.empty()) {
    auto study = index->study(options.what);
    if (!study)
      return report(
          Error{Error::Kind::not_found, fmt::format("no study is called '{}'", options.what),
                "'litmine info --studies' lists them"},
          terminal);
    asked.what = study->id;
  }
  auto corpus = read_cited_corpus(*index, *model);
  if (!corpus) return report(corpus.error(), terminal);
  if (!options.retracted.empty()) {
    auto dois = read_retractions(options.retracted);
    if (!dois) return report(dois.error(), terminal);
    corpus->retracted = std::move(*dois);
    for (const CitingStudy& citing : corpus->citing)
      if (!citing.about.doi.empty() && corpus->retracted.contains(citing.about.doi))
        terminal.err << fmt::format("{}: retracted, and held in the corpus\n", citing.study);
  }
  if ((*question)->search != nullptr) return (*question)->search(asked, *index, *corpus, terminal);
  return (*question)->answer(asked, *corpus, terminal);
}

}  // namespace

Action declare_cite(CLI::App& app) {
  auto options = std::make_shared<CiteCall>();
  app.add_option("QUESTION", options->question,
                 "refs, mentions, who, missing, works, graph, find, check or report")
      ->required();
  app.add_option(
      "WHAT", options->what,
      "Of refs and mentions: a study's id; of who: a DOI, key or title; of find: a sentence; "
      "of check: the manuscript");
  add_index_option(app, options->index);
  app.add_option("--format", options->format,
                 "text, csv, json, jsonl; refs, works and missing also ris, bibtex, csl-json; "
                 "graph: graphml, "
                 "gexf, vosviewer, csv")
      ->capture_default_str();
  app.add_option("--link", options->link, "Of mentions: only linked, doubtful or unlinked ones");
  app.add_option("--from", options->from, "Of missing and works: from this year on");
  app.add_option("--to", options->to, "Of missing and works: up to this year");
  app.add_option("--language", options->language,
                 "Of missing: works whose title is in this language, e.g. en");
  app.add_option("--query", options->query.query,
                 "Of missing: works whose title this search string finds");
  app.add_option("--query-file", options->query.query_file, "The search string from a file");
  app.add_option("--dialect,-d", options->query.dialect, "How the string is read")
      ->capture_default_str();
  app.add_option("--least", options->least,
                 "Of missing: cited by so many studies; of graph: edges of this weight")
      ->capture_default_str();
  app.add_option("--style", options->style, "Of find: apa, harvard, vancouver or chicago")
      ->capture_default_str();
  app.add_option("--limit", options->limit,
                 "Of missing: at most so many works (0: all); of find: passages (0: 10)")
      ->capture_default_str();
  app.add_option("--kind", options->kind, "Of graph: citation, co-citation or coupling")
      ->capture_default_str();
  app.add_option("--retracted", options->retracted,
                 "A CSV file with the DOIs of retracted works; they are marked");
  app.add_option("--model", options->model, "The sequence model that reads references");
  return [options](Terminal& terminal) { return cite(*options, terminal); };
}

}  // namespace litmine
