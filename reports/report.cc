#include "reports/report.h"

#include <fmt/format.h>

namespace litmine {

ReportBuilder::ReportBuilder(std::string title, std::string subtitle, const ReviewData& data) {
  report_.title = std::move(title);
  report_.subtitle = std::move(subtitle);
  report_.data = &data;
}

void ReportBuilder::heading(int level, const std::string& id, const std::string& text) {
  Block block;
  block.kind = Block::Kind::heading;
  block.level = level;
  block.id = id;
  block.text = text;
  report_.blocks.push_back(std::move(block));
}

void ReportBuilder::paragraph(const std::string& text) {
  Block block;
  block.text = text;
  report_.blocks.push_back(std::move(block));
}

void ReportBuilder::bullets(std::vector<std::string> items) {
  if (items.empty()) return;
  Block block;
  block.kind = Block::Kind::bullets;
  block.items = std::move(items);
  report_.blocks.push_back(std::move(block));
}

void ReportBuilder::verbatim(const std::string& text) {
  Block block;
  block.kind = Block::Kind::verbatim;
  block.text = text;
  report_.blocks.push_back(std::move(block));
}

void ReportBuilder::table(ReportTable table) {
  Block block;
  block.kind = Block::Kind::table;
  block.table = std::move(table);
  report_.blocks.push_back(std::move(block));
}

void ReportBuilder::figure(Figure figure) {
  Block block;
  block.kind = Block::Kind::figure;
  block.figure = std::move(figure);
  report_.blocks.push_back(std::move(block));
}

std::string ReportBuilder::link(const StudySet& studies, const std::string& what) {
  if (studies.empty()) return {};
  const auto [at, added] = addresses_.try_emplace({what, studies}, report_.numbers.size() + 1);
  if (added) report_.numbers.push_back({what, studies});
  return fmt::format("#n{}", at->second);
}

ReportCell ReportBuilder::number(const StudySet& studies, const std::string& what) {
  return {std::to_string(studies.size()), link(studies, what), true};
}

ReportCell ReportBuilder::study(std::size_t number) const {
  return {name_of(report_.data->studies[number]), fmt::format("#s-{}", number + 1), false};
}

WrittenReport ReportBuilder::done() { return std::move(report_); }

std::string name_of(const ReviewedStudy& study) {
  if (study.authors.empty()) return study.id;
  const std::string year = study.year ? std::to_string(*study.year) : std::string();
  // "Smith (2020)" as a table may print it has its year already.
  if (year.empty() || study.authors.find(year) != std::string::npos) return study.authors;
  return fmt::format("{} ({})", study.authors, year);
}

}  // namespace litmine
