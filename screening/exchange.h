// Decisions out of and into other screening programs, as tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/problem.h"
#include "screening/decisions.h"
#include "text/result.h"

namespace litmine {

/// A record as the other programs know it.
struct ExchangeRecord {
  std::string id, title, authors, year, journal, doi, abstract;
};

struct ExchangeTable {
  std::vector<std::string> heads;
  std::vector<std::vector<std::string>> rows;
};

/// "csv" (ours, one row a line of the history), "asreview" (asreview_label, asreview_time,
/// asreview_note), "rayyan" (decisions in `notes`: RAYYAN-INCLUSION: {"Ana"=>"Included"}),
/// "covidence" (a list with Notes and Tags).
std::vector<std::string> exchange_formats();

struct ImportOptions {
  std::string reviewer;  ///< who decided, where the table does not say
  Stage stage = Stage::title_abstract;
  std::string time;  ///< of lines that have none
  /// Of every row, for lists that hold one kind only (Covidence's "excluded" list).
  std::optional<Ruling> verdict;
};

struct Imported {
  std::vector<Decision> decisions;
  std::vector<Problem> problems;  ///< rows without a record or with a decision that is not known
};

/// Reads decisions. A row is a record of `records` by id, else by DOI, else by title (letters and
/// digits only, case aside). Errors: an unknown format, a column that is missing, nobody named as
/// reviewer where the table does not say.
Result<Imported> import_decisions(std::string_view format, const ExchangeTable& table,
                                  const std::vector<ExchangeRecord>& records,
                                  const ImportOptions& options);

/// A table with all records and the decisions of `history` at a stage. For "asreview" those of
/// `reviewer`. Error: an unknown format.
Result<ExchangeTable> export_decisions(std::string_view format, const DecisionLog& history,
                                       Stage stage, const std::vector<ExchangeRecord>& records,
                                       const std::string& reviewer);

}  // namespace litmine
