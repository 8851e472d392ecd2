// The files of a report, and the tables that it is made from.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/review.h"
#include "reports/coding_table.h"
#include "reports/review_report.h"

namespace litmine {

/// Reads a table (comma, semicolon or tab; first row the names). Error: cannot be read, no row.
Result<TableRows> read_table(const std::filesystem::path& file);

/// Reads published figures: a table with the columns `figure`, `published`, `condition`, and counts
/// them again. Errors name file and line.
Result<std::vector<PublishedFigure>> read_figures(const std::filesystem::path& file,
                                                  const ReviewData& data);

/// A PRISMA flow from a file; not yet checked.
Result<Flow> read_flow_file(const std::filesystem::path& file);

/// Writes report.html, report-tables.md, .tex and .docx, flow.csv and figures/*.svg into `folder`;
/// each whole or not at all. Gives their names.
Result<std::vector<std::string>> write_report(const WrittenReport& report,
                                              const std::optional<Flow>& flow,
                                              const std::filesystem::path& folder);

/// The studies that the reviewers included; as long as they have not finished a stage, those that a
/// search found within the limits (all, without a search). With the codes
/// suggested of medium band or better, each with its sentence.
ReviewData data_of(const ReviewRun& run);
/// What a run knows of the flow: records by file, joined ones as duplicates, and what the reviewers
/// decided.
Flow flow_of(const ReviewRun& run);
/// The sections of a run's report.
ReviewReport report_of(const ReviewRun& run);

/// More studies than this are not printed one by one: they want to be screened first.
inline constexpr std::size_t kMostStudies = 3000;
/// Writes the report of a run into `results`/report. Gives the names, from `results`; none when
/// there are more than kMostStudies.
Result<std::vector<std::string>> write_run_report(const ReviewRun& run,
                                                  const std::filesystem::path& results);

}  // namespace litmine
