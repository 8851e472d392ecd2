// How many planted faults `doctor` finds, and how often it is alarmed by clean files:
// `doctor_bench FOLDER...` with folders of PDFs (default: ../shared/data/fulltext/scholarly).
// `--symptoms` lists what is found in the files as they are, `--missed` what is not found in the
// half of them that rules may be improved by: the other half only judges.
#include <fmt/format.h>

#include <cstring>
#include <filesystem>
#include <map>

#include "extractors/extractor.h"
#include "tests/doctor/planted.h"

namespace {

using namespace litmine;
namespace fs = std::filesystem;

/// The files of each folder in turn: one to improve the rules by, one to judge them by.
struct File {
  std::string name;
  bool judges = false;
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
  std::map<fs::path, int> of_folder;
  for (const fs::path& path : paths) {
    File file;
    file.name = path.filename().string();
    file.judges = of_folder[path.parent_path()]++ % 2 == 1;
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

/// Of the files to improve by and of those to judge by.
struct Tally {
  int made[2] = {0, 0}, found[2] = {0, 0};
  void add(const File& file, bool was_found) {
    ++made[file.judges ? 1 : 0];
    if (was_found) ++found[file.judges ? 1 : 0];
  }
  void add(const Tally& other) {
    for (int half = 0; half < 2; ++half) {
      made[half] += other.made[half];
      found[half] += other.found[half];
    }
  }
};

void print_row(const char* name, const Tally& tally) {
  const auto share = [](int found, int made) { return made == 0 ? 0.0 : double(found) / made; };
  const int made = tally.made[0] + tally.made[1], found = tally.found[0] + tally.found[1];
  fmt::print("| {:<40} | {:>5} | {:>5} | {:.3f} | {:.3f} | {:.3f} |\n", name, made, found,
             share(found, made), share(tally.found[0], tally.made[0]),
             share(tally.found[1], tally.made[1]));
}

/// The listed ones are of the files to improve by, unless asked for all.
enum class Listed : std::uint8_t { none, improving, all };
bool is_listed(Listed listed, const File& file) {
  return listed == Listed::all || (listed == Listed::improving && !file.judges);
}

void as_they_are(const std::vector<File>& files, Listed listed) {
  std::map<std::string, int> alarms;
  for (const File& file : files) {
    const Language language = language_of(file.document);
    if (is_listed(listed, file) && language.code != "en")
      fmt::print("  {}: language '{}'\n", file.name, language.code);
    std::map<std::string, int> of_file;
    for (const Symptom& symptom : diagnosis(chart_of(file.document, file.problems))) {
      of_file[words_of(symptom.fault).name] = 1;
      if (is_listed(listed, file)) print(file, symptom);
    }
    for (const auto& [name, one] : of_file) alarms[name] += one;
  }
  fmt::print("as they are, {} files:\n", files.size());
  for (const auto& [name, count] : alarms) fmt::print("  {:<40}{:>4} files\n", name, count);
}

Tally planted_into(const std::vector<File>& files, const planted::Planting& planting,
                   Listed listed) {
  Tally tally;
  for (std::size_t i = 0; i < files.size(); ++i) {
    planted::Loose loose = planted::loosened(files[i].document);
    // A fault that is there without us says nothing.
    if (has(diagnosis(chart_of(planted::document_of(loose))), planting.fault)) continue;
    planted::Random random(static_cast<unsigned>(i) + 1);
    if (!planting.plant(loose, random)) continue;
    const bool found = has(diagnosis(chart_of(planted::document_of(loose))), planting.fault);
    tally.add(files[i], found);
    if (!found && is_listed(listed, files[i]))
      fmt::print("  not found: {}: {}\n", files[i].name, planting.name);
  }
  return tally;
}

/// The record of the next file, and that of the file itself, which must not be found.
void records_of_others(const std::vector<File>& files, Listed listed, Tally& other, Tally& own) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::vector<Symptom> of_another, of_itself;
    const Chart chart = chart_of(files[i].document);
    const Biblio& another = files[(i + 1) % files.size()].document.about;
    examine_identity(chart, {{&another, "a record"}}, of_another);
    examine_identity(chart, {{&files[i].document.about, "a record"}}, of_itself);
    other.add(files[i], !of_another.empty());
    own.add(files[i], !of_itself.empty());
    if (of_another.empty() && is_listed(listed, files[i]))
      fmt::print("  not found: {}: another record\n", files[i].name);
  }
}

void planted_faults(const std::vector<File>& files, Listed listed) {
  std::vector<std::pair<const char*, Tally>> rows;
  Tally all;
  for (const planted::Planting& planting : planted::plantings())
    rows.emplace_back(planting.name, planted_into(files, planting, listed));
  Tally other, own;
  records_of_others(files, listed, other, own);
  rows.emplace_back("the record of another work", other);
  fmt::print("| {:<40} | {:>5} | {:>5} | share | improving half | judging half |\n", "planted",
             "into", "found");
  fmt::print("|---|---:|---:|---:|---:|---:|\n");
  for (const auto& [name, tally] : rows) {
    print_row(name, tally);
    all.add(tally);
  }
  print_row("all", all);
  print_row("its own record (must not be found)", own);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<fs::path> folders;
  Listed symptoms = Listed::none, missed = Listed::none;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--symptoms") == 0)
      symptoms = Listed::all;
    else if (std::strcmp(argv[i], "--missed") == 0)
      missed = Listed::improving;
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
