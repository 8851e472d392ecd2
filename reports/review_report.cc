#include "reports/review_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "reports/figures.h"

namespace litmine {
namespace {

using Builder = ReportBuilder;

bool has(const ReviewData& data, const std::string& facet) {
  return std::find(data.facets.begin(), data.facets.end(), facet) != data.facets.end();
}

LinkTo linker(Builder& report) {
  return [&report](const StudySet& studies, const std::string& what) {
    return report.link(studies, what);
  };
}

StudySet all_of(const ReviewData& data) {
  StudySet all(data.studies.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  return all;
}

void add_published(Builder& report, const ReviewReport& wanted) {
  if (wanted.figures.empty()) return;
  report.heading(2, "published", "Published figures, counted again");
  ReportTable table{"What was published and what the coding table holds",
                    {"figure", "published", "counted", "", "condition"},
                    {},
                    ""};
  std::size_t failed = 0;
  for (const PublishedFigure& figure : wanted.figures) {
    failed += figure.holds() ? 0 : 1;
    table.rows.push_back({{figure.what, "", false},
                          {std::to_string(figure.published), "", true},
                          report.number(figure.counted, figure.what),
                          {figure.holds() ? "holds" : "does not hold", "", false},
                          {figure.condition, "", false}});
  }
  table.note = fmt::format("{} of {} figures hold. A counted number opens the rows behind it.",
                           wanted.figures.size() - failed, wanted.figures.size());
  report.table(std::move(table));
}

void add_counts(Builder& report, const ReviewData& data, const std::string& facet) {
  const std::vector<Count> counts = tally(data, facet);
  ReportTable table{facet_title(facet), {facet_title(facet), "studies"}, {}, ""};
  std::size_t sum = 0;
  for (const Count& count : counts) {
    if (count.studies.empty()) continue;
    sum += count.studies.size();
    table.rows.push_back(
        {{count.group, "", false},
         report.number(count.studies, fmt::format("{}: {}", facet_title(facet), count.group))});
  }
  if (sum > data.studies.size())
    table.note = fmt::format(
        "{} studies; one with several values counts in each, so the column sums "
        "to {}.",
        data.studies.size(), sum);
  else
    table.note = fmt::format("{} studies.", data.studies.size());
  report.table(std::move(table));
}

void add_cross(Builder& report, const ReviewData& data, const std::string& rows,
               const std::string& columns) {
  const Cross crossed = cross(data, rows, columns);
  report.figure(grid_figure(rows + "-by-" + columns,
                            fmt::format("{} by {}", facet_title(rows), facet_title(columns)),
                            crossed, linker(report)));
}

void add_descriptive(Builder& report, const ReviewData& data, const ReviewReport& wanted) {
  report.heading(2, "descriptive", "Descriptive analysis");
  const LinkTo link = linker(report);
  report.figure(bar_figure("year", "Studies by year", tally(data, "year"), link));
  if (has(data, "type")) {
    report.figure(
        stacked_figure("type-by-year", "Type by year", cross(data, "type", "year"), link));
    add_counts(report, data, "type");
  }
  for (const char* facet : {"document", "method", "theory", "platform", "industry"})
    if (has(data, facet)) {
      report.heading(3, std::string("by-") + facet, facet_title(facet));
      add_counts(report, data, facet);
    }
  for (const char* facet : {"country", "authorship"})
    if (has(data, facet)) {
      report.heading(3, std::string("by-") + facet, facet_title(facet));
      report.figure(
          map_figure(std::string("map-") + facet, facet_title(facet), tally(data, facet), link));
      add_counts(report, data, facet);
    }
  std::vector<std::pair<std::string, std::string>> crossings;
  if (has(data, "theory") && has(data, "method")) crossings.emplace_back("theory", "method");
  if (has(data, "theory") && has(data, "platform")) crossings.emplace_back("theory", "platform");
  for (const auto& crossing : wanted.crossings)
    if (std::find(crossings.begin(), crossings.end(), crossing) == crossings.end())
      crossings.push_back(crossing);
  if (!crossings.empty()) report.heading(3, "crossed", "Facets crossed");
  for (const auto& [rows, columns] : crossings) add_cross(report, data, rows, columns);
  if (has(data, "theory")) {
    const std::vector<ValuePair> together = pairs(data, "theory");
    if (!together.empty())
      report.figure(pairs_figure("theories-together", "Theories used together", together,
                                 tally(data, "theory"), link));
  }
}

void add_citations(Builder& report, const ReviewData& data) {
  if (data.citations.empty()) return;
  report.heading(3, "citations", "Who cites whom");
  report.figure(citation_figure("citations", "Citations among the studies", data, linker(report)));
  ReportTable table{"Citations among the studies", {"Study", "cited by", "cites"}, {}, ""};
  std::map<std::size_t, StudySet> cited_by, cites;
  for (const StudyCitation& one : data.citations) {
    cited_by[one.to].push_back(one.from);
    cites[one.from].push_back(one.to);
  }
  for (std::size_t i = 0; i < data.studies.size(); ++i)
    if (cited_by.contains(i) || cites.contains(i))
      table.rows.push_back({report.study(i),
                            report.number(cited_by[i], "Cites " + name_of(data.studies[i])),
                            report.number(cites[i], "Cited by " + name_of(data.studies[i]))});
  report.table(std::move(table));
}

std::string labels_of(const ReviewedStudy& study, const std::string& facet) {
  std::string list;
  if (const auto values = study.facets.find(facet); values != study.facets.end())
    for (const CodedValue& value : values->second) {
      const std::string& label = value.label.empty() ? "n.a." : value.label;
      // A label that counts in two groups stands there once.
      if (("; " + list + "; ").find("; " + label + "; ") == std::string::npos)
        list += (list.empty() ? "" : "; ") + label;
    }
  return list;
}

std::string text_of(const ReviewedStudy& study, const std::string& name) {
  const auto found = study.texts.find(name);
  return found == study.texts.end() ? std::string() : found->second;
}

void add_coding_table(Builder& report, const ReviewData& data) {
  struct Column {
    const char* head;
    const char* facet;
    const char* text;
  };
  constexpr Column kColumns[] = {{"Type", "type", ""},
                                 {"Method", "method", ""},
                                 {"Theory", "theory", ""},
                                 {"Countries studied", "country", ""},
                                 {"Authorship", "authorship", ""},
                                 {"Sample", "", "sample"},
                                 {"Industry", "industry", ""},
                                 {"Platform", "platform", ""}};
  std::vector<Column> there;
  for (const Column& column : kColumns) {
    const bool in_texts = *column.text && std::any_of(data.studies.begin(), data.studies.end(),
                                                      [&](const ReviewedStudy& study) {
                                                        return !text_of(study, column.text).empty();
                                                      });
    if (in_texts || (*column.facet && has(data, column.facet))) there.push_back(column);
  }
  if (there.empty()) return;
  report.heading(2, "coding", "The studies as coded");
  ReportTable table{"Characteristics of the studies", {"Study"}, {}, ""};
  for (const Column& column : there) table.heads.emplace_back(column.head);
  for (std::size_t i = 0; i < data.studies.size(); ++i) {
    auto& row = table.rows.emplace_back();
    row.push_back(report.study(i));
    for (const Column& column : there)
      row.push_back({*column.text ? text_of(data.studies[i], column.text)
                                  : labels_of(data.studies[i], column.facet),
                     "", false});
  }
  report.table(std::move(table));
}

void add_findings(Builder& report, const ReviewData& data) {
  constexpr std::pair<const char*, const char*> kColumns[] = {
      {"Focus", "focus"}, {"Issues", "issues"}, {"Main findings", "findings"}};
  ReportTable table{"Focus, issues and main findings", {"Study"}, {}, ""};
  for (const auto& [head, name] : kColumns) table.heads.emplace_back(head);
  bool any = false;
  for (std::size_t i = 0; i < data.studies.size(); ++i) {
    auto& row = table.rows.emplace_back();
    row.push_back(report.study(i));
    for (const auto& [head, name] : kColumns) {
      row.push_back({text_of(data.studies[i], name), "", false});
      any = any || !row.back().text.empty();
    }
  }
  if (!any) return;
  report.heading(2, "findings", "Findings");
  report.table(std::move(table));
}

void add_joined(Builder& report, const ReviewData& data) {
  if (data.joined.empty()) return;
  report.heading(3, "joined", "Labels counted together");
  ReportTable table{"What the tables count as one", {"facet", "counted as", "labels"}, {}, ""};
  for (const ReviewData::Joined& joined : data.joined) {
    std::string labels;
    for (const std::string& label : joined.labels) labels += (labels.empty() ? "" : "; ") + label;
    table.rows.push_back(
        {{facet_title(joined.facet), "", false}, {joined.group, "", false}, {labels, "", false}});
  }
  report.table(std::move(table));
}

void add_flow(Builder& report, const ReviewData& data, const ReviewReport& wanted) {
  if (!wanted.flow) return;
  report.heading(2, "flow", "Flow of the studies");
  const bool same =
      wanted.flow->at("new_studies") == static_cast<std::int64_t>(data.studies.size());
  report.figure(flow_figure(*wanted.flow, [&](const std::string& box) {
    return same && box == "new_studies" ? report.link(all_of(data), "New studies included")
                                        : std::string();
  }));
}

}  // namespace

WrittenReport review_report(const ReviewData& data, const ReviewReport& wanted) {
  Builder report(wanted.title, wanted.subtitle, data);
  if (!wanted.remarks.empty()) {
    report.heading(2, "remarks", "To know first");
    report.bullets(wanted.remarks);
  }
  if (!data.studies.empty()) {
    report.heading(2, "summary", "Summary");
    report.table({"The studies of this report",
                  {"", "studies"},
                  {{{"in all", "", false}, report.number(all_of(data), "All studies")}},
                  ""});
  }
  add_flow(report, data, wanted);
  add_published(report, wanted);
  if (!data.studies.empty()) {
    add_descriptive(report, data, wanted);
    add_citations(report, data);
    add_joined(report, data);
    add_coding_table(report, data);
    add_findings(report, data);
  }
  if (!wanted.methods.empty()) {
    report.heading(2, "methods", "Methods");
    std::string text;
    for (const std::string& sentence : wanted.methods) text += (text.empty() ? "" : " ") + sentence;
    report.paragraph(text);
    report.bullets(wanted.criteria);
  }
  add_prisma_s(report, wanted.search);
  return report.done();
}

}  // namespace litmine
