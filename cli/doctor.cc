// litmine doctor: what is wrong with the text of every file: whether it is whole, whether its words
// are words, and whether it is the work that its record or its name says.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "cli/command.h"
#include "cli/doctor_rounds.h"
#include "cli/options.h"
#include "cli/tables.h"

namespace litmine {
namespace {

struct DoctorCall {
  std::vector<std::string> paths;
  std::string index, format = "text", language;
  bool all = false;
};

const std::vector<Column> kDoctorColumns = {{"file"},       {"study"},    {"fault"}, {"level"},
                                            {"page", true}, {"evidence"}, {"advice"}};

void write_clean(Sink& sink, const ExaminedFile& file) {
  sink.row({file.name, file.study.empty() ? Cell{std::monostate{}} : Cell{file.study},
            std::string("clean"), std::string("clean"), Cell{std::monostate{}},
            Cell{std::monostate{}}, Cell{std::monostate{}}});
}

void write_finding(Sink& sink, const ExaminedFile& file, const Symptom& symptom) {
  const FaultWords& words = words_of(symptom.fault);
  sink.row(
      {file.name, file.study.empty() ? Cell{std::monostate{}} : Cell{file.study},
       std::string(words.name), std::string(words.note ? "note" : "fault"),
       symptom.page == 0 ? Cell{std::monostate{}} : Cell{static_cast<std::int64_t>(symptom.page)},
       symptom.evidence, symptom.advice});
}

bool is_fault(const Symptom& symptom) { return !words_of(symptom.fault).note; }

/// The numbers, and what to do, each advice once.
void say_summary(const std::vector<ExaminedFile>& files, Terminal& terminal) {
  std::size_t faulty = 0, noted = 0;
  std::map<Fault, std::size_t> counts;
  std::map<Fault, std::string> advice;
  for (const ExaminedFile& file : files) {
    const bool has_fault = std::any_of(file.symptoms.begin(), file.symptoms.end(), is_fault);
    faulty += has_fault ? 1 : 0;
    noted += !has_fault && !file.symptoms.empty() ? 1 : 0;
    Fault last = Fault::doubt;
    for (const Symptom& symptom : file.symptoms) {
      if (symptom.fault == Fault::doubt) continue;
      if (symptom.fault != last) ++counts[symptom.fault];
      last = symptom.fault;
      advice.emplace(symptom.fault, words_of(symptom.fault).advice);
    }
  }
  terminal.err << fmt::format("{} {}: {} with faults, {} with notes only, {} clean\n", files.size(),
                              files.size() == 1 ? "file" : "files", faulty, noted,
                              files.size() - faulty - noted);
  for (const auto& [fault, count] : counts)
    terminal.err << fmt::format("{} in {}: {}\n", words_of(fault).name, count, advice[fault]);
}

int doctor(const DoctorCall& options, Terminal& terminal) {
  auto files = options.paths.empty() ? examined_index(index_folder(options.index), options.language)
                                     : examined_files(options.paths, options.language);
  if (!files) return report(files.error(), terminal);
  auto sink =
      options.format == "text"
          ? make_narrow_sink(kDoctorColumns, {"file", "page", "fault", "evidence"}, terminal)
          : make_sink(options.format, kDoctorColumns, terminal.out);
  if (!sink) return report(sink.error(), terminal);
  bool some_not_read = false, some_faulty = false;
  for (const ExaminedFile& file : *files) {
    if (file.symptoms.empty() && options.all) write_clean(**sink, file);
    for (const Symptom& symptom : file.symptoms) {
      write_finding(**sink, file, symptom);
      some_not_read = some_not_read || symptom.fault == Fault::none;
      some_faulty = some_faulty || is_fault(symptom);
    }
  }
  (*sink)->end();
  say_summary(*files, terminal);
  if (some_not_read) return kSomeNotRead;
  return some_faulty || files->empty() ? kNothingFound : kDone;
}

}  // namespace

Action declare_doctor(CLI::App& app) {
  auto options = std::make_shared<DoctorCall>();
  app.add_option("PATH", options->paths,
                 "Files and folders to examine; without them, the files of the index");
  add_index_option(app, options->index);
  app.add_option("--language", options->language,
                 "The language to expect, as in 'en' (default: that of most of the files)");
  app.add_flag("--all", options->all, "List clean files, too");
  add_format_option(app, options->format);
  return [options](Terminal& terminal) { return doctor(*options, terminal); };
}

}  // namespace litmine
