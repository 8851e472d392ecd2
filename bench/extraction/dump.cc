// extraction_dump [--lines] FILE...: what litmine reads out of files, one JSON object a line, for
// measure.py and for looking at by eye. Files are read in workers as `litmine index` does, so that
// one that crashes costs a line and not the run. With --lines the printed lines in reading order
// with their looks, before any structure is found. Not a command of litmine: its form may change
// any day.
#include <fmt/format.h>

#include <atomic>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "extractors/pdf.h"
#include "extractors/workers.h"

namespace {

using litmine::Document;
using nlohmann::json;

std::string cut(const Document& document, litmine::Span span) {
  return std::string(span.in(document.text));
}

json json_of(const Document& document) {
  json authors = json::array(), keywords = json::array(), sections = json::array(),
       references = json::array();
  for (const litmine::Author& author : document.about.authors)
    authors.push_back({{"family", author.family}, {"given", author.given}});
  for (litmine::Span keyword : document.keywords) keywords.push_back(cut(document, keyword));
  for (const litmine::Section& section : document.sections)
    sections.push_back({{"part", litmine::part_name(section.part)},
                        {"heading", cut(document, section.heading)},
                        {"begin", section.body.begin},
                        {"end", section.body.end}});
  for (litmine::Span reference : document.references)
    references.push_back(cut(document, reference));
  return {{"title", document.about.title},
          {"authors", authors},
          {"year", document.about.year.value_or(0)},
          {"source", document.about.source},
          {"volume", document.about.volume},
          {"issue", document.about.issue},
          {"pages", document.about.pages},
          {"doi", document.about.doi},
          {"abstract", document.part_text(litmine::Part::abstract)},
          {"keywords", keywords},
          {"sections", sections},
          {"references", references},
          {"text", document.text},
          {"furniture", document.furniture}};
}

void print(const json& line) {
  fmt::print("{}\n", line.dump(-1, ' ', false, json::error_handler_t::replace));
}

void print_lines(const std::filesystem::path& path) {
  litmine::Intake intake{[](Document&&) {},
                         [](litmine::Problem&& p) { fmt::print(stderr, "{}\n", p.reason); }};
  std::optional<litmine::Manuscript> manuscript = litmine::pdf_manuscript(path, intake);
  if (!manuscript) return;
  fmt::print("{}: body {}, title '{}'\n", path.string(), manuscript->body_size,
             manuscript->meta_title);
  for (const litmine::Line& line : manuscript->lines)
    fmt::print("{:3} {:4} {:4.1f} {}{}{}{} {:5.1f}-{:5.1f} {:5.1f} {}\n", line.page, line.block,
               line.size, line.bold ? 'b' : '-', line.italic ? 'i' : '-',
               line.paragraph ? 'p' : '-', line.footnote ? 'f' : '-', line.left, line.right,
               line.top, line.text);
  for (const std::string& title : manuscript->headings) fmt::print("outline: {}\n", title);
  for (const std::string& left_out : manuscript->furniture) fmt::print("furniture: {}\n", left_out);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: extraction_dump [--lines] FILE...\n");
    return 2;
  }
  bool lines = std::string_view(argv[1]) == "--lines";
  std::vector<std::filesystem::path> files(argv + 1 + (lines ? 1 : 0), argv + argc);
  if (lines) {
    for (const std::filesystem::path& file : files) print_lines(file);
    return 0;
  }
  std::vector<json> found(files.size(), json::object());
  litmine::WorkerEvents events;
  events.document = [&](std::size_t file, Document&& document) {
    found[file]["document"] = json_of(document);
  };
  events.problem = [&](std::size_t file, litmine::Problem&& problem) {
    found[file]["problems"].push_back({{"level", litmine::level_name(problem.level)},
                                       {"code", problem.code},
                                       {"reason", problem.reason}});
  };
  litmine::extract_in_workers(files, 2, litmine::WorkerLimits{}, events, nullptr);
  for (std::size_t i = 0; i < files.size(); ++i) {
    found[i]["file"] = files[i].string();
    print(found[i]);
  }
  return 0;
}
