// The report of a review: which tables, figures and sections, in which order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reports/flow.h"
#include "reports/report.h"

namespace litmine {

/// One search as it was run, for the search report.
struct SearchAsRun {
  std::string name;
  std::string database;  ///< "Scopus"; the dialect's database where nothing else is said
  std::string platform;  ///< "scopus.com"; may be empty
  std::string date;      ///< "2023-06-30", the day it was last run; may be empty
  std::string strategy;  ///< byte for byte as stored
  std::string fields;    ///< "title, abstract, keywords"
  std::optional<std::uint64_t> found;  ///< records or studies that it found
};

/// What the search report can say by itself; what is empty is for the author to complete.
struct SearchReport {
  std::vector<SearchAsRun> searches;
  std::vector<NamedNumber> sources;               ///< records by source file
  std::optional<std::uint64_t> records, studies;  ///< read in all, and after joining
  std::vector<std::string> limits;                ///< "years 2016 to 2023"; empty: none
  std::string deduplication;                      ///< how records of one study were found
  /// By item of PRISMA-S (1 to 16), in the author's words; printed before what is known.
  std::vector<std::string> author_words;
};

struct ReviewReport {
  std::string title, subtitle;
  std::optional<Flow> flow;
  std::vector<PublishedFigure> figures;                        ///< published ones to be checked
  std::vector<std::pair<std::string, std::string>> crossings;  ///< further facets to cross
  SearchReport search;
  std::vector<std::string> methods;  ///< sentences of the methods paragraph
  std::vector<std::string> criteria;
  std::vector<std::string> remarks;  ///< warnings: a search older than 12 months, ...
};

/// Everything in the order in which a paper has it. `data` must outlive what comes back.
WrittenReport review_report(const ReviewData& data, const ReviewReport& wanted);

/// The search report alone: 16 headings in PRISMA-S's order (M. L. Rethlefsen et al., Systematic
/// Reviews 10:39, 2021), each filled or marked for the author.
void add_prisma_s(ReportBuilder& report, const SearchReport& search);

/// What a reader has to complete carries this.
inline constexpr const char* kForTheAuthor = "[author to complete]";

/// The age of a search: a warning if `date` ("2023-06-30") is more than 12 months before `today`;
/// empty otherwise, and for dates that are none.
std::string too_old(const SearchAsRun& search, const std::string& today);

}  // namespace litmine
