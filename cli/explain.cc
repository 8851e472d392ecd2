// litmine explain: how a string is read, what it became, and what every clause finds.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/explain_study.h"
#include "cli/options.h"
#include "cli/tables.h"
#include "queries/rules_applied.h"
#include "strategies/dropping.h"

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;

struct ExplainCall {
  QueryOptions query;
  std::string index, format = "text", document;
  std::size_t words = 12;
};

/// Everything that explain tells, before it is written.
struct Explanation {
  const ReadQuery& read;
  std::vector<QueryToken> tokens;
  std::optional<Hits> hits;  ///< none without an index
  std::vector<Dropped> dropped;
};

const Clause& clause_numbered(const Query& query, std::size_t wanted) {
  const Clause* found = &query.root;
  each_clause(query.root, [&](const Clause& clause, std::size_t number, std::size_t) {
    if (number == wanted) found = &clause;
  });
  return *found;
}

std::string one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line)
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  return line;
}

void say_tokens(std::ostream& out, const Explanation& explanation) {
  out << "Tokens\n";
  for (const QueryToken& token : explanation.tokens)
    out << fmt::format("  {:>5}  {:<10} {}\n", token.where.begin, token.kind,
                       one_line(token.where.in(explanation.read.parsed.query.source)));
}

std::vector<AppliedRule> rules_of(const Explanation& explanation) {
  return rules_applied(explanation.read.parsed.query, *explanation.read.dialect,
                       explanation.read.reading);
}

void say_rules(std::ostream& out, const Explanation& explanation) {
  const std::vector<AppliedRule> rules = rules_of(explanation);
  if (!rules.empty()) out << "\nRules of the database that it was read by\n";
  for (const AppliedRule& rule : rules)
    out << fmt::format("  {}: {} [{}]\n", rule.about, rule.rule, rule.source);
}

void say_expansions(std::ostream& out, const Explanation& explanation, std::size_t most) {
  bool any = false;
  for (const Expansion& expansion : explanation.hits->expansions) {
    const Clause& word = clause_numbered(explanation.read.parsed.query, expansion.clause);
    if (word.pattern.is_literal() && !word.variants.any()) continue;
    if (!any) out << "\nWords that stand for several (with the number of studies)\n";
    any = true;
    out << fmt::format("  {} stands for {} {} here", label(word), expansion.words.size(),
                       expansion.words.size() == 1 ? "word" : "words");
    for (std::size_t i = 0; i < expansion.words.size() && i < most; ++i)
      out << (i == 0 ? ": " : ", ") << expansion.words[i].first << ' ' << expansion.words[i].second;
    if (expansion.words.size() > most)
      out << fmt::format(", and {} more (--words shows more)", expansion.words.size() - most);
    out << '\n';
  }
}

void say_dropping(std::ostream& out, const Explanation& explanation) {
  if (explanation.dropped.empty()) return;
  const Query& query = explanation.read.parsed.query;
  std::vector<std::pair<std::string, std::string>> changes;
  std::size_t width = 0;
  for (const Dropped& one : explanation.dropped) {
    const Counted& counted = one.counted;
    std::string change;
    if (counted.more > 0) change = fmt::format("{} more", counted.more);
    if (counted.fewer > 0)
      change += fmt::format("{}{} fewer", change.empty() ? "" : ", ", counted.fewer);
    if (change.empty()) change = "nothing";
    width = std::max(width, change.size());
    changes.emplace_back(change, typed(query, clause_numbered(query, one.clause), 80));
  }
  out << "\nWhat dropping each clause would change (number of studies)\n";
  for (const auto& [change, name] : changes)
    out << fmt::format("  {:>{}}  without {}\n", change, width, name);
}

void say(std::ostream& out, const Explanation& explanation, std::size_t most) {
  const Query& query = explanation.read.parsed.query;
  out << fmt::format("Read as {}; words without a field are searched in {}.\n\n",
                     title_of(*explanation.read.dialect), in_words(query.in));
  say_tokens(out, explanation);
  out << "\nAs read, fully bracketed\n  " << to_native(query.root) << '\n';
  say_rules(out, explanation);
  if (!explanation.hits) {
    out << "\nThere is no index, so there are no counts; 'litmine index PATH' makes one.\n";
    return;
  }
  out << fmt::format("\nStudies that each clause finds, of {}\n", explanation.hits->studies_total);
  std::string tree = counts_tree(query, *explanation.hits);
  for (std::size_t at = 0, end; at < tree.size(); at = end + 1) {
    end = tree.find('\n', at);
    out << "  " << tree.substr(at, end - at) << '\n';
  }
  say_expansions(out, explanation, most);
  say_dropping(out, explanation);
}

Json as_json(const Explanation& explanation) {
  const Parsed& parsed = explanation.read.parsed;
  Json json;
  json["dialect"] = std::string(name_of(*explanation.read.dialect));
  json["in"] = parts_list(parsed.query.in);
  json["source"] = parsed.query.source;
  json["tokens"] = Json::array();
  for (const QueryToken& token : explanation.tokens)
    json["tokens"].push_back({{"begin", token.where.begin},
                              {"end", token.where.end},
                              {"kind", std::string(token.kind)},
                              {"text", std::string(token.where.in(parsed.query.source))}});
  json["tree"] = Json::parse(to_json(parsed.query));
  json["native"] = to_native(parsed.query.root);
  json["rules"] = Json::array();
  for (const AppliedRule& rule : rules_of(explanation))
    json["rules"].push_back({{"about", rule.about}, {"rule", rule.rule}, {"source", rule.source}});
  json["diagnostics"] = Json::array();
  auto add_notes = [&](const Diagnostics& notes) {
    for (const Diagnostic& note : notes)
      json["diagnostics"].push_back({{"level", std::string(level_name(note.level))},
                                     {"code", note.code},
                                     {"begin", note.where.begin},
                                     {"end", note.where.end},
                                     {"message", note.message},
                                     {"hint", note.hint}});
  };
  add_notes(parsed.notes);
  if (!explanation.hits) return json;
  add_notes(explanation.hits->notes);
  json["studies"] = explanation.hits->studies.size();
  json["studies_total"] = explanation.hits->studies_total;
  json["counts"] = Json::array();
  for (const ClauseCount& count : explanation.hits->counts)
    json["counts"].push_back({{"studies", count.studies}, {"without_field", count.without_field}});
  json["expansions"] = Json::array();
  for (const Expansion& expansion : explanation.hits->expansions) {
    Json words = Json::array();
    for (const auto& [word, studies] : expansion.words)
      words.push_back({{"word", word}, {"studies", studies}});
    json["expansions"].push_back({{"clause", expansion.clause}, {"words", words}});
  }
  json["without"] = Json::array();
  for (const Dropped& one : explanation.dropped)
    json["without"].push_back({{"clause", one.clause},
                               {"studies", one.counted.found},
                               {"more", one.counted.more},
                               {"fewer", one.counted.fewer}});
  return json;
}

int explain(const ExplainCall& options, Terminal& terminal) {
  auto read = read_query(options.query, terminal.in);
  if (!read) return report(read.error(), terminal);
  if (options.format != "text" && options.format != "json")
    return report(Error{Error::Kind::usage, fmt::format("no format is called '{}'", options.format),
                        "formats: text, json"},
                  terminal);
  report(read->parsed.notes, read->name, read->parsed.query.source, terminal);
  Explanation explanation{*read, tokens_of(read->parsed.query.source, *read->dialect), {}, {}};
  auto index = Index::open(index_folder(options.index));
  if (!index && (!options.index.empty() || index.error().kind != Error::Kind::not_found))
    return report(index.error(), terminal);
  if (!options.document.empty()) {
    if (!index) return report(index.error(), terminal);
    return explain_study(*read, *index, options.document, options.format, terminal);
  }
  if (index) {
    SearchOptions searching;
    searching.expansions = true;
    auto hits = index->search(read->parsed.query, searching);
    if (!hits) return report(hits.error(), terminal);
    report(hits->notes, read->name, read->parsed.query.source, terminal);
    explanation.hits = std::move(*hits);
    auto dropped = dropping_each(read->parsed.query, *index);
    if (!dropped) return report(dropped.error(), terminal);
    explanation.dropped = std::move(*dropped);
  }
  if (options.format == "json")
    terminal.out << as_json(explanation).dump(2, ' ', false, Json::error_handler_t::replace)
                 << '\n';
  else
    say(terminal.out, explanation, options.words);
  return explanation.hits && explanation.hits->studies.empty() ? kNothingFound : kDone;
}

}  // namespace

Action declare_explain(CLI::App& app) {
  auto options = std::make_shared<ExplainCall>();
  add_query_options(app, options->query);
  add_index_option(app, options->index);
  app.add_option("--format", options->format, "Output: text or json")->capture_default_str();
  app.add_option("--document", options->document,
                 "Explain why this study is found or not: each clause with yes or no, and the "
                 "nearest text to those that lost it");
  app.add_option("--words", options->words, "Show at most so many words of an expansion")
      ->capture_default_str();
  return [options](Terminal& terminal) { return explain(*options, terminal); };
}

}  // namespace litmine
