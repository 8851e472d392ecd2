#include "cli/doctor_rounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>

#include "cli/files.h"
#include "corpus/identity.h"
#include "extractors/workers.h"
#include "indexer/index.h"

namespace litmine {
namespace {

/// A file of the round, and what is kept of it: the text of thousands has no room.
struct RoundFile {
  std::string name;
  DocId study;
  std::vector<Problem> problems;
  std::unique_ptr<Chart> chart;       ///< none when it gave no full text
  std::vector<const Biblio*> joined;  ///< records of the same study
};

class DoctorRound {
 public:
  RoundFile& file(const std::string& name) {
    RoundFile& file = files_[name];
    file.name = name;
    return file;
  }
  const Biblio* keep_record(const Biblio& about) {
    return records_.emplace_back(std::make_unique<Biblio>(about)).get();
  }

  std::vector<ExaminedFile> symptoms(std::string expected) {
    if (expected.empty()) expected = language_of_most();
    know_words();
    std::vector<ExaminedFile> all;
    for (auto& [name, file] : files_) {
      ExaminedFile examined{file.name, file.study, {}};
      if (file.chart == nullptr) {
        examined.symptoms = symptoms_of(file.problems);
      } else {
        Background background;
        background.expected_language = expected;
        for (const Biblio* record : file.joined)
          if (!record->pages.empty()) background.printed_pages = record->pages;
        background.claims = claims_on(file);
        examined.symptoms = diagnosis(*file.chart, background);
      }
      all.push_back(std::move(examined));
    }
    return all;
  }

 private:
  /// Of at least three files, and of six in ten of those of which it is known.
  std::string language_of_most() const {
    std::map<std::string, std::size_t> counts;
    std::size_t known = 0;
    for (const auto& [name, file] : files_)
      if (file.chart != nullptr && !file.chart->language.code.empty()) {
        ++counts[file.chart->language.code];
        ++known;
      }
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (known < 3 || most->second * 10 < known * 6) return {};
    return most->first;
  }

  /// Telling words of titles and first authors' names → records.
  void know_words() {
    for (std::uint32_t i = 0; i < records_.size(); ++i) {
      std::set<std::string> words;
      for (std::string& word : telling_words(records_[i]->title)) words.insert(std::move(word));
      if (const auto& names = known_by(*records_[i]); !names.empty())
        for (std::string& word : telling_words(names.front().family)) words.insert(std::move(word));
      for (const std::string& word : words) by_word_[word].push_back(i);
    }
  }

  std::vector<Claim> claims_on(const RoundFile& file) const {
    std::vector<Claim> claims;
    for (const Biblio* record : file.joined)
      if (!record->title.empty()) claims.push_back({record, "it was joined with a record"});
    if (!claims.empty()) return claims;
    // A file that no record was joined with may still be named after one.
    constexpr std::size_t kTooMany = 200;  // records that share a word
    std::string spaced(file.name.substr(file.name.find_last_of('/') + 1));
    for (char& c : spaced)
      if (c == '_' || c == '-' || c == '.' || c == '+') c = ' ';
    std::set<std::uint32_t> seen;
    for (const std::string& word : telling_words(spaced))
      if (auto found = by_word_.find(word);
          found != by_word_.end() && found->second.size() <= kTooMany)
        seen.insert(found->second.begin(), found->second.end());
    for (std::uint32_t record : seen)
      if (name_speaks_of(file.name, *records_[record]))
        claims.push_back({records_[record].get(), "its name is that of a record"});
    return claims;
  }

  std::map<std::string, RoundFile> files_;
  std::vector<std::unique_ptr<Biblio>> records_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_word_;
};

/// Which records are of the study of which file.
struct RoundJoining {
  std::vector<Identity> identities;
  std::map<DocId, const Biblio*> records;
  std::map<DocId, std::string> files;

  void join(DoctorRound& round) const {
    for (const Study& study : group_into_studies(identities))
      for (const DocId& report : study.reports) {
        const auto file = files.find(report);
        if (file == files.end()) continue;
        for (const DocId& other : study.reports)
          if (auto record = records.find(other); record != records.end())
            round.file(file->second).joined.push_back(record->second);
      }
  }
};

}  // namespace

Result<std::vector<ExaminedFile>> examined_files(const std::vector<std::string>& paths,
                                                 const std::string& language) {
  std::vector<std::filesystem::path> sources;
  for (const std::string& path : paths)
    sources.push_back(std::filesystem::path(path).lexically_normal());
  std::vector<Problem> problems;
  auto files = find_files(sources, ".", {}, problems);
  if (!files) return tl::unexpected(files.error());
  DoctorRound round;
  RoundJoining joining;
  for (Problem& problem : problems) round.file(problem.file).problems.push_back(std::move(problem));
  std::vector<std::filesystem::path> to_read;
  for (const SourceFile& file : *files) {
    to_read.push_back(file.path);
    round.file(file.name);
  }
  // A file of several full texts (an archive) is examined one by one, under names of its own.
  WorkerEvents events;
  std::vector<std::size_t> documents(files->size(), 0);
  std::vector<std::string> charted(files->size());
  events.document = [&](std::size_t number, Document&& document) {
    const std::string& name = (*files)[number].name;
    document.id = fmt::format("{}#{}", name, ++documents[number]);
    joining.identities.push_back(identity_of(document));
    if (document.kind == Document::Kind::record) {
      joining.records[document.id] = round.keep_record(document.about);
      return;
    }
    RoundFile& file = round.file(charted[number].empty() ? name : document.id);
    charted[number] = file.name;
    joining.files[document.id] = file.name;
    file.chart = std::make_unique<Chart>(chart_of(document));
  };
  events.problem = [&](std::size_t number, Problem&& problem) {
    problem.file = (*files)[number].name;
    round.file(problem.file).problems.push_back(std::move(problem));
  };
  events.done = [&](std::size_t number, bool) {
    RoundFile& file = round.file((*files)[number].name);
    if (file.chart == nullptr) return;
    const auto said = symptoms_of(file.problems);
    file.chart->symptoms.insert(file.chart->symptoms.begin(), said.begin(), said.end());
  };
  extract_in_workers(to_read, 0, {}, events);
  joining.join(round);
  return round.symptoms(language);
}

Result<std::vector<ExaminedFile>> examined_index(const std::filesystem::path& folder,
                                                 const std::string& language) {
  auto index = Index::open(folder);
  if (!index) return tl::unexpected(index.error());
  DoctorRound round;
  for (FileStamp& stamp : index->files())
    round.file(stamp.path).problems = std::move(stamp.problems);
  for (const Study& study : index->studies()) {
    std::vector<std::string> full_texts;
    std::vector<const Biblio*> records;
    for (const DocId& id : study.reports) {
      auto document = index->document(id);
      if (!document) return tl::unexpected(document.error());
      if (document->kind == Document::Kind::record) {
        records.push_back(round.keep_record(document->about));
        continue;
      }
      RoundFile* file = &round.file(document->source);
      if (file->chart != nullptr) file = &round.file(document->source + "#" + id);
      file->study = study.id;
      file->chart = std::make_unique<Chart>(chart_of(*document, file->problems));
      full_texts.push_back(file->name);
    }
    for (const std::string& name : full_texts) round.file(name).joined = records;
  }
  return round.symptoms(language);
}

}  // namespace litmine
