// citations_dump MODEL FILE...: the entries and mentions that are read out of files, one JSON
// object a line, for articles.py. Not a command of litmine: its form may change any day.
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "citations/citations.h"
#include "citations/csl.h"
#include "corpus/document.h"
#include "extractors/workers.h"

namespace {

using litmine::Document;
using nlohmann::json;

json json_of(const Document& document, const litmine::ReferenceModel& model, double& seconds) {
  const std::clock_t before = std::clock();
  const litmine::Citations citations = litmine::read_citations(document, model);
  seconds += static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
  json entries = json::array(), mentions = json::array();
  for (const litmine::Entry& entry : citations.entries)
    entries.push_back({{"text", std::string(entry.where.in(document.text))},
                       {"number", entry.number},
                       {"csl", json::parse(litmine::csl_json(entry.reference))}});
  for (const litmine::Mention& mention : citations.mentions)
    mentions.push_back(
        {{"link", litmine::link_name(mention.link)},
         {"text", std::string(mention.where.in(document.text))},
         {"at", mention.where.begin},
         {"around", document.text.substr(mention.where.begin < 60 ? 0 : mention.where.begin - 60,
                                         mention.where.size() + 90)},
         {"part", litmine::part_name(mention.part)},
         {"names", mention.names},
         {"year", mention.year},
         {"number", mention.number},
         {"entries", mention.entries},
         {"why", mention.why}});
  return {{"style", litmine::citing_style_name(citations.style)},
          {"entries", entries},
          {"mentions", mentions}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: citations_dump MODEL FILE...\n");
    return 2;
  }
  auto model = litmine::ReferenceModel::load(argv[1]);
  if (!model) {
    fmt::print(stderr, "{}\n", model.error().what);
    return 2;
  }
  std::vector<std::filesystem::path> files(argv + 2, argv + argc);
  std::vector<json> found(files.size(), json::object());
  double seconds = 0;
  std::size_t entries = 0;
  litmine::WorkerEvents events;
  events.document = [&](std::size_t file, Document&& document) {
    found[file]["document"] = json_of(document, *model, seconds);
    entries += document.references.size();
  };
  events.problem = [&](std::size_t file, litmine::Problem&& problem) {
    found[file]["problems"].push_back(problem.reason);
  };
  litmine::extract_in_workers(files, 2, litmine::WorkerLimits{}, events, nullptr);
  for (std::size_t i = 0; i < files.size(); ++i) {
    found[i]["file"] = files[i].string();
    fmt::print("{}\n", found[i].dump(-1, ' ', false, json::error_handler_t::replace));
  }
  fmt::print(stderr, "{} files, {} entries: reading and linking took {:.2f} s of one core\n",
             files.size(), entries, seconds);
  return 0;
}
