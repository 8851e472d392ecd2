#include "screening/exchange.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "corpus/study.h"
#include "text/normalize.h"

namespace litmine {
namespace {

/// A row by the names of its columns.
class Row {
 public:
  Row(const ExchangeTable& table, std::size_t number) : table_(table), number_(number) {}
  std::optional<std::string> at(std::string_view name) const {
    for (std::size_t i = 0; i < table_.heads.size(); ++i)
      if (folded(table_.heads[i]) == name)
        return i < table_.rows[number_].size() ? table_.rows[number_][i] : std::string();
    return std::nullopt;
  }
  std::string text(std::string_view name) const { return at(name).value_or(""); }
  std::uint32_t line() const { return static_cast<std::uint32_t>(number_ + 2); }

 private:
  const ExchangeTable& table_;
  std::size_t number_;
};

std::string bare_doi(std::string_view doi) {
  std::string bare = folded(doi);
  for (const char* before :
       {"https://doi.org/", "http://doi.org/", "http://dx.doi.org/", "https://dx.doi.org/", "doi:"})
    if (bare.starts_with(before)) bare.erase(0, std::string_view(before).size());
  return bare;
}

/// Finds the record that a row is about.
class Finder {
 public:
  explicit Finder(const std::vector<ExchangeRecord>& records) {
    for (const ExchangeRecord& record : records) {
      by_id_.emplace(record.id, &record);
      if (!record.doi.empty()) by_doi_.emplace(bare_doi(record.doi), &record);
      if (const std::string key = title_key(record.title); !key.empty())
        by_title_.emplace(key, &record);
    }
  }
  const ExchangeRecord* find(const std::string& id, const std::string& doi,
                             const std::string& title) const {
    if (const auto found = by_id_.find(id); found != by_id_.end()) return found->second;
    if (const auto found = by_doi_.find(bare_doi(doi)); !doi.empty() && found != by_doi_.end())
      return found->second;
    const auto found = by_title_.find(title_key(title));
    return found == by_title_.end() ? nullptr : found->second;
  }

 private:
  std::map<std::string, const ExchangeRecord*> by_id_, by_doi_, by_title_;
};

struct Word {
  const char* word;
  Ruling verdict;
};
constexpr Word kWords[] = {{"1", Ruling::include},         {"0", Ruling::exclude},
                           {"include", Ruling::include},   {"exclude", Ruling::exclude},
                           {"included", Ruling::include},  {"excluded", Ruling::exclude},
                           {"yes", Ruling::include},       {"no", Ruling::exclude},
                           {"relevant", Ruling::include},  {"irrelevant", Ruling::exclude},
                           {"maybe", Ruling::undecided},   {"undecided", Ruling::undecided},
                           {"unclear", Ruling::undecided}, {"withdrawn", Ruling::withdrawn}};

std::optional<Ruling> verdict_of(std::string_view word) {
  for (const Word& known : kWords)
    if (folded(word) == known.word) return known.verdict;
  return std::nullopt;
}

/// One vote of a row; several in Rayyan's.
struct Vote {
  std::string reviewer, verdict, reason, note, time, stage;
};

std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t at = text.find(before);
  if (at == text.npos) return {};
  const std::size_t begin = at + before.size();
  return std::string(text.substr(begin, text.find(after, begin) - begin));
}

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

std::vector<Vote> own_votes(const Row& row) {
  return {{row.text("reviewer"), row.text("verdict"), row.text("reason"), row.text("note"),
           row.text("time"), row.text("stage")}};
}

std::vector<Vote> asreview_votes(const Row& row) {
  std::string label = row.text("asreview_label");
  for (const char* older : {"included", "label_included", "label"})
    if (label.empty()) label = row.text(older);
  if (label.empty() || label == "-1") return {};
  return {{"", label, "", row.text("asreview_note"), row.text("asreview_time"), ""}};
}

/// RAYYAN-INCLUSION: {"Ana"=>"Included", "Ben"=>"Excluded"} | RAYYAN-EXCLUSION-REASONS: a,b
std::vector<Vote> rayyan_votes(const Row& row) {
  const std::string notes = row.text("notes");
  std::string list = between(notes, "RAYYAN-INCLUSION: {", "}");
  const std::string reason = trimmed(between(notes, "RAYYAN-EXCLUSION-REASONS:", "|"));
  std::vector<Vote> votes;
  for (std::size_t at = 0; (at = list.find('"', at)) != list.npos;) {
    const std::size_t name_end = list.find('"', at + 1);
    const std::size_t verdict = list.find("=>\"", name_end == list.npos ? at : name_end);
    if (name_end == list.npos || verdict == list.npos) break;
    const std::size_t end = list.find('"', verdict + 3);
    if (end == list.npos) break;
    Vote vote{list.substr(at + 1, name_end - at - 1),
              list.substr(verdict + 3, end - verdict - 3),
              "",
              "",
              "",
              ""};
    if (verdict_of(vote.verdict) == Ruling::exclude) vote.reason = reason;
    votes.push_back(std::move(vote));
    at = end + 1;
  }
  return votes;
}

std::vector<Vote> covidence_votes(const Row& row) {
  const std::string notes = row.text("notes");
  const std::string reason = trimmed(between(notes, "Exclusion reason:", ";"));
  return {{"", reason.empty() ? "" : "excluded", reason, "", "", ""}};
}

struct Format {
  const char* name;
  std::vector<Vote> (*votes)(const Row&);
  std::vector<const char*> needs;  ///< one of these columns
};
const std::vector<Format>& formats() {
  static const std::vector<Format> kFormats = {
      {"csv", own_votes, {"verdict"}},
      {"asreview", asreview_votes, {"asreview_label", "included", "label_included", "label"}},
      {"rayyan", rayyan_votes, {"notes"}},
      {"covidence", covidence_votes, {"title"}},
  };
  return kFormats;
}

const Format* format_named(std::string_view name) {
  for (const Format& format : formats())
    if (format.name == name) return &format;
  return nullptr;
}

tl::unexpected<Error> unknown(std::string_view format) {
  const std::string near = nearest(format, exchange_formats());
  return failure(Error::Kind::usage, fmt::format("no screening format is called '{}'", format),
                 near.empty() ? fmt::format("formats: {}", fmt::join(exchange_formats(), ", "))
                              : fmt::format("did you mean '{}'?", near));
}

bool has_one(const ExchangeTable& table, const std::vector<const char*>& columns) {
  return std::any_of(table.heads.begin(), table.heads.end(), [&](const std::string& head) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const char* column) { return folded(head) == column; });
  });
}

/// Adds the decision of a vote, or what is wrong with it.
void take(const Vote& vote, const Row& row, const ExchangeRecord& record,
          const ImportOptions& options, Imported& imported) {
  const auto wrong = [&](std::string reason) {
    imported.problems.push_back(
        {Problem::Level::not_read, "", row.line(), 0, "no-decision", std::move(reason), ""});
  };
  Decision decision;
  const auto verdict = vote.verdict.empty() ? options.verdict : verdict_of(vote.verdict);
  if (!verdict) {
    if (!vote.verdict.empty()) wrong(fmt::format("'{}' is no decision", vote.verdict));
    return;
  }
  decision.verdict = *verdict;
  decision.reviewer = vote.reviewer.empty() ? options.reviewer : vote.reviewer;
  if (decision.reviewer.empty()) {
    wrong("the table does not say who decided, and nobody was named");
    return;
  }
  decision.stage = options.stage;
  if (!vote.stage.empty()) {
    const auto stage = stage_named(vote.stage);
    if (!stage) {
      wrong(fmt::format("'{}' is no stage", vote.stage));
      return;
    }
    decision.stage = *stage;
  }
  decision.record = record.id;
  decision.doi = record.doi;
  decision.title = record.title;
  decision.reason = vote.reason;
  decision.note = vote.note;
  decision.time = vote.time.empty() ? options.time : vote.time;
  // ASReview writes "2024-05-03 10:11:12.345678".
  if (decision.time.size() > 10 && decision.time[10] == ' ') decision.time[10] = 'T';
  decision.shown = "imported";
  if (!from_line(to_line(decision))) {
    wrong(fmt::format("'{}' is no time", decision.time));
    return;
  }
  imported.decisions.push_back(std::move(decision));
}

std::string rayyan_word(Ruling verdict) {
  return verdict == Ruling::include   ? "Included"
         : verdict == Ruling::exclude ? "Excluded"
                                      : "Maybe";
}

using Votes = std::map<std::string, Decision>;

std::string rayyan_notes(const Votes& votes) {
  if (votes.empty()) return {};
  std::string list, reasons;
  for (const auto& [reviewer, vote] : votes) {
    std::string name = reviewer;
    std::erase(name, '"');
    list +=
        fmt::format("{}\"{}\"=>\"{}\"", list.empty() ? "" : ", ", name, rayyan_word(vote.verdict));
    if (!vote.reason.empty() && reasons.find(vote.reason) == reasons.npos)
      reasons += (reasons.empty() ? "" : ",") + vote.reason;
  }
  return fmt::format("RAYYAN-INCLUSION: {{{}}}{}{}", list,
                     reasons.empty() ? "" : " | RAYYAN-EXCLUSION-REASONS: ", reasons);
}

ExchangeTable own_table(const DecisionLog& history, Stage stage) {
  ExchangeTable table{
      {"record", "doi", "title", "reviewer", "stage", "verdict", "reason", "note", "time", "shown"},
      {}};
  for (const Decision& one : history.decisions())
    if (one.stage == stage && one.verdict != Ruling::opened)
      table.rows.push_back(
          {one.record, one.doi, one.title, one.reviewer, std::string(stage_name(one.stage)),
           std::string(verdict_name(one.verdict)), one.reason, one.note, one.time, one.shown});
  return table;
}

}  // namespace

std::vector<std::string> exchange_formats() {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
}

Result<Imported> import_decisions(std::string_view format, const ExchangeTable& table,
                                  const std::vector<ExchangeRecord>& records,
                                  const ImportOptions& options) {
  const Format* known = format_named(format);
  if (!known) return unknown(format);
  if (!has_one(table, known->needs))
    return failure(Error::Kind::usage,
                   fmt::format("the table has no column '{}'", known->needs.front()),
                   fmt::format("its columns: {}", fmt::join(table.heads, ", ")));
  const Finder finder(records);
  Imported imported;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Row row(table, i);
    const std::vector<Vote> votes = known->votes(row);
    if (votes.empty()) continue;
    std::string id = row.text("record");
    for (const char* other : {"record_id", "id", "key"})
      if (id.empty()) id = row.text(other);
    const ExchangeRecord* record = finder.find(id, row.text("doi"), row.text("title"));
    if (!record) {
      imported.problems.push_back({Problem::Level::not_read, "", row.line(), 0, "no-record",
                                   fmt::format("no record of the review is '{}'",
                                               row.text("title").empty() ? id : row.text("title")),
                                   "records are found by id, DOI or title"});
      continue;
    }
    for (const Vote& vote : votes) take(vote, row, *record, options, imported);
  }
  return imported;
}

Result<ExchangeTable> export_decisions(std::string_view format, const DecisionLog& history,
                                       Stage stage, const std::vector<ExchangeRecord>& records,
                                       const std::string& reviewer) {
  if (!format_named(format)) return unknown(format);
  if (format == "csv") return own_table(history, stage);
  const auto standing = history.standing(stage);
  ExchangeTable table;
  if (format == "asreview")
    table.heads = {"record_id", "title",          "abstract",      "authors",      "year",
                   "doi",       "asreview_label", "asreview_time", "asreview_note"};
  else if (format == "rayyan")
    table.heads = {"key", "title", "authors", "journal", "year", "abstract", "doi", "notes"};
  else
    table.heads = {"Ref",     "Title", "Authors", "Abstract", "Published Year",
                   "Journal", "DOI",   "Notes",   "Tags"};
  for (const ExchangeRecord& record : records) {
    const auto found = standing.find(record.id);
    const Votes votes = found == standing.end() ? Votes{} : found->second;
    if (format == "asreview") {
      const auto own = votes.find(reviewer);
      const bool decided = own != votes.end() && own->second.verdict != Ruling::undecided;
      table.rows.push_back({record.id, record.title, record.abstract, record.authors, record.year,
                            record.doi,
                            !decided                                 ? ""
                            : own->second.verdict == Ruling::include ? "1"
                                                                     : "0",
                            decided ? own->second.time : "", decided ? own->second.note : ""});
    } else if (format == "rayyan") {
      table.rows.push_back({record.id, record.title, record.authors, record.journal, record.year,
                            record.abstract, record.doi, rayyan_notes(votes)});
    } else {
      std::string notes, tags;
      for (const auto& [name, vote] : votes) {
        tags += fmt::format("{}{}: {}", tags.empty() ? "" : ", ", name, verdict_name(vote.verdict));
        if (vote.verdict == Ruling::exclude && !vote.reason.empty() && notes.empty())
          notes = fmt::format("Exclusion reason: {};", vote.reason);
      }
      table.rows.push_back({record.id, record.title, record.authors, record.abstract, record.year,
                            record.journal, record.doi, notes, tags});
    }
  }
  return table;
}

}  // namespace litmine
