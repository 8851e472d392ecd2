// extraction_dump FILE...: what litmine reads out of files, one JSON object a line, for measure.py
// and for looking at by eye. Files are read in workers as `litmine index` does, so that one that
// crashes costs a line and not the run. Not a command of litmine: its form may change any day.
#include <fmt/format.h>

#include <atomic>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "corpus/document.h"
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

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: extraction_dump FILE...\n");
    return 2;
  }
  std::vector<std::filesystem::path> files(argv + 1, argv + argc);
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
