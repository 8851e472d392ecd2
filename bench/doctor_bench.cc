// How many planted faults `doctor` finds, and how often it is alarmed by clean files:
// `doctor_bench FOLDER...` with folders of PDFs (default: ../shared/data/fulltext/scholarly).
// `--symptoms` lists what is found in the files as they are, `--missed` what is not found.
#include <fmt/format.h>

#include <cstring>
#include <filesystem>
#include <map>

#include "extractors/extractor.h"
#include "tests/doctor/planted.h"

namespace {

using namespace litmine;
namespace fs = std::filesystem;

struct File {
  std::string name;
  Document document;
  std::vector<Problem> problems;
};

std::vector<File> files_in(const std::vector<fs::path>& folders) {
  std::vector<fs::path> paths;
  for (const fs::path& folder : folders)
    if (fs::exists(folder))
      for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".pdf") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<File> files;
  for (const fs::path& path : paths) {
    File file;
    file.name = path.filename().string();
    bool read = false;
    extract_file(path, {[&](Document&& document) {
                          file.document = std::move(document);
                          read = true;
                        },
                        [&](Problem&& problem) { file.problems.push_back(std::move(problem)); }});
    if (read) files.push_back(std::move(file));
  }
  return files;
}

bool has(const std::vector<Symptom>& symptoms, Fault fault) {
  return std::any_of(symptoms.begin(), symptoms.end(),
                     [&](const Symptom& symptom) { return symptom.fault == fault; });
}

void print(const File& file, const Symptom& symptom) {
  fmt::print("  {}: {}, page {}: {}\n", file.name, words_of(symptom.fault).name, symptom.page,
             symptom.evidence);
}

void as_they_are(const std::vector<File>& files, bool list) {
  std::map<std::string, int> alarms;
  for (const File& file : files) {
    const Language language = language_of(file.document);
    if (list && language.code != "en")
      fmt::print("  {}: language '{}'\n", file.name, language.code);
    std::map<std::string, int> of_file;
    for (const Symptom& symptom : diagnosis(chart_of(file.document, file.problems))) {
      of_file[words_of(symptom.fault).name] = 1;
      if (list) print(file, symptom);
    }
    for (const auto& [name, one] : of_file) alarms[name] += one;
  }
  fmt::print("as they are, {} files:\n", files.size());
  for (const auto& [name, count] : alarms) fmt::print("  {:<40}{:>4} files\n", name, count);
}

void planted_faults(const std::vector<File>& files, bool list) {
  fmt::print("planted:{:<36}{:>8}{:>8}{:>8}\n", "", "planted", "found", "share");
  int all = 0, all_found = 0;
  for (const planted::Planting& planting : planted::plantings()) {
    int made = 0, found = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
      planted::Loose loose = planted::loosened(files[i].document);
      // A fault that is there without us says nothing.
      if (has(diagnosis(chart_of(planted::document_of(loose))), planting.fault)) continue;
      planted::Random random(static_cast<unsigned>(i) + 1);
      if (!planting.plant(loose, random)) continue;
      ++made;
      const auto symptoms = diagnosis(chart_of(planted::document_of(loose)));
      if (has(symptoms, planting.fault))
        ++found;
      else if (list)
        fmt::print("  not found: {}: {}\n", files[i].name, planting.name);
    }
    fmt::print("  {:<42}{:>8}{:>8}{:>8.3f}\n", planting.name, made, found,
               made == 0 ? 0.0 : double(found) / made);
    all += made;
    all_found += found;
  }
  // Another work's record claims each file.
  int made = 0, found = 0, false_alarms = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::vector<Symptom> other, own;
    const Chart chart = chart_of(files[i].document);
    const Biblio& another = files[(i + 1) % files.size()].document.about;
    examine_identity(chart, {{&another, "a record"}}, other);
    examine_identity(chart, {{&files[i].document.about, "a record"}}, own);
    ++made;
    found += other.empty() ? 0 : 1;
    false_alarms += own.empty() ? 0 : 1;
    if (list && other.empty()) fmt::print("  not found: {}: another record\n", files[i].name);
  }
  fmt::print("  {:<42}{:>8}{:>8}{:>8.3f}\n", "the record of another work", made, found,
             double(found) / std::max(made, 1));
  fmt::print("  {:<42}{:>8}{:>8}\n", "its own record (must not be found)", made, false_alarms);
  all += made;
  all_found += found;
  fmt::print("  {:<42}{:>8}{:>8}{:>8.3f}\n", "all", all, all_found,
             double(all_found) / std::max(all, 1));
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<fs::path> folders;
  bool symptoms = false, missed = false;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--symptoms") == 0)
      symptoms = true;
    else if (std::strcmp(argv[i], "--missed") == 0)
      missed = true;
    else
      folders.emplace_back(argv[i]);
  }
  if (folders.empty()) folders.emplace_back("../shared/data/fulltext/scholarly");
  const std::vector<File> files = files_in(folders);
  if (files.empty()) {
    fmt::print("no PDF in {}: skipped\n", folders.front().string());
    return 0;
  }
  as_they_are(files, symptoms);
  planted_faults(files, missed);
}
