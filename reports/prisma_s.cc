// The search report. Headings in our own words after the 16 items of PRISMA-S.
#include <fmt/format.h>

#include "reports/review_report.h"

namespace litmine {
namespace {

struct Item {
  const char* heading;
  /// What is known of it without asking; empty when nothing is.
  std::string (*known)(const SearchReport&);
};

std::string databases(const SearchReport& search) {
  std::string list;
  for (const SearchAsRun& one : search.searches) {
    const std::string entry =
        fmt::format("{}{}", one.database, one.platform.empty() ? "" : " (" + one.platform + ")");
    if (list.find(entry) == std::string::npos) list += (list.empty() ? "" : "; ") + entry;
  }
  return list.empty() ? "" : list + ".";
}

std::string limits(const SearchReport& search) {
  if (search.limits.empty()) return "No limits were applied.";
  std::string list;
  for (const std::string& limit : search.limits) list += (list.empty() ? "" : "; ") + limit;
  return "Limits: " + list + ".";
}

std::string dates(const SearchReport& search) {
  std::string list;
  for (const SearchAsRun& one : search.searches)
    list += fmt::format("{}{}: {}", list.empty() ? "" : "; ", one.name,
                        one.date.empty() ? kForTheAuthor : one.date);
  return list;
}

std::string totals(const SearchReport& search) {
  std::string list;
  for (const NamedNumber& source : search.sources)
    list += fmt::format("{}{}: {}", list.empty() ? "" : "; ", source.name, source.n);
  if (search.records)
    list += fmt::format("{}in all {} records", list.empty() ? "" : "; ", *search.records);
  return list.empty() ? "" : list + ".";
}

std::string joining(const SearchReport& search) {
  if (search.deduplication.empty()) return {};
  std::string text = search.deduplication;
  if (search.records && search.studies)
    text += fmt::format(" {} records became {} studies.", *search.records, *search.studies);
  return text;
}

std::string nothing(const SearchReport& /*search*/) { return {}; }

constexpr Item kItems[] = {
    {"Databases, each with its platform", databases},
    {"Several databases searched together on one platform", nothing},
    {"Study registries", nothing},
    {"Online and print sources browsed", nothing},
    {"Citation searching", nothing},
    {"People and organisations contacted", nothing},
    {"Other methods", nothing},
    {"Full strategies, exactly as run", nothing},
    {"Limits and restrictions", limits},
    {"Published search filters", nothing},
    {"Strategies taken from earlier work", nothing},
    {"Updates of the search", nothing},
    {"Dates of the searches", dates},
    {"Peer review of the search", nothing},
    {"Records in total", totals},
    {"Deduplication", joining},
};

}  // namespace

void add_prisma_s(ReportBuilder& report, const SearchReport& search) {
  report.heading(2, "prisma-s", "Search report (PRISMA-S)");
  for (std::size_t i = 0; i < std::size(kItems); ++i) {
    report.heading(3, fmt::format("prisma-s-{}", i + 1),
                   fmt::format("{}. {}", i + 1, kItems[i].heading));
    const std::string words =
        i < search.author_words.size() ? search.author_words[i] : std::string();
    const std::string known = kItems[i].known(search);
    if (!words.empty()) report.paragraph(words);
    if (!known.empty()) report.paragraph(known);
    const bool strategies = i == 7;
    if (strategies)
      for (const SearchAsRun& one : search.searches) {
        report.paragraph(
            fmt::format("{}: {}, searched in {}{}.", one.name, one.database,
                        one.fields.empty() ? "the database's default fields" : one.fields,
                        one.found ? fmt::format("; found {}", *one.found) : ""));
        report.verbatim(one.strategy);
      }
    if (words.empty() && known.empty() && !(strategies && !search.searches.empty()))
      report.paragraph(kForTheAuthor);
  }
}

std::string too_old(const SearchAsRun& search, const std::string& today) {
  const auto is_date = [](const std::string& date) {
    return date.size() == 10 && date[4] == '-' && date[7] == '-';
  };
  if (!is_date(search.date) || !is_date(today)) return {};
  // The same day a year later, as text: dates of this form sort as they are.
  std::string limit =
      std::to_string(std::stoi(search.date.substr(0, 4)) + 1) + search.date.substr(4);
  if (today <= limit) return {};
  return fmt::format("search '{}' was last run on {}, more than 12 months before {}; run it again",
                     search.name, search.date, today);
}

}  // namespace litmine
