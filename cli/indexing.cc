// Files are read by workers in any order and written in the order of their names, so that the same
// files give the same index. What comes too early waits in memory; a file of records that is next
// in line streams straight through.
#include "cli/indexing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "cli/dedupe_decide.h"
#include "cli/files.h"
#include "corpus/duplicate_decisions.h"
#include "extractors/workers.h"
#include "indexer/index.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes kTimeWithOcr{10};  // for one file; a page takes seconds

/// Which of the files must be read, and which only need their stamp renewed.
struct Plan {
  std::vector<SourceFile> to_read;
  std::vector<FileStamp> touched;  ///< same content, other time
  std::vector<std::string> gone;
  struct Move {
    std::string from;
    FileStamp to;
  };
  std::vector<Move> moved;  ///< same content, other name
  std::size_t unchanged = 0;
};

bool is_below(const std::string& name, const std::vector<std::string>& folders) {
  return std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) {
    return folder == "." ? name.rfind("../", 0) != 0 && name.front() != '/'
                         : name == folder || name.rfind(folder + "/", 0) == 0;
  });
}

std::vector<std::string> names_of(const IndexingOptions& options) {
  std::vector<std::string> names;
  for (const fs::path& source : options.sources) {
    std::string name = source.lexically_normal()
                           .lexically_proximate(options.base.lexically_normal())
                           .generic_string();
    while (name.size() > 1 && name.back() == '/') name.pop_back();
    names.push_back(std::move(name));
  }
  return names;
}

/// Same content as when it was last read? Looks into the file only if its time changed.
bool is_unchanged(const SourceFile& file, const FileStamp& known, Plan& plan) {
  auto now = stamp_of(file, false);
  if (!now || now->size != known.size) return false;
  if (now->modified == known.modified) return true;
  auto hashed = stamp_of(file, true);
  if (!hashed || hashed->hash != known.hash) return false;
  FileStamp renewed = known;
  renewed.modified = hashed->modified;
  plan.touched.push_back(std::move(renewed));
  return true;
}

/// Would the file give something else now, because OCR is wanted and was not, or the other way
/// round?
bool ocr_changes(const FileStamp& known, bool wanted) {
  auto has = [&](std::string_view code) {
    return std::any_of(known.problems.begin(), known.problems.end(),
                       [&](const Problem& problem) { return problem.code == code; });
  };
  bool done = has("ocr"), missing = has("no-text") || has("pages-without-text");
  return wanted ? missing && !done : done;
}

/// A file that is gone and one that is new, of the same size and content, are one that was moved.
/// What it was not read for stays in doubt: such a file is read anew.
void find_moved(Plan& plan, std::vector<const FileStamp*>& gone, bool ocr_wanted) {
  if (gone.empty()) return;
  std::multimap<std::pair<std::uint64_t, std::string>, const FileStamp*> by_content;
  std::set<std::uint64_t> sizes;
  for (const FileStamp* stamp : gone) {
    if (stamp->hash.empty() || stamp->documents == 0 || ocr_changes(*stamp, ocr_wanted)) continue;
    by_content.emplace(std::make_pair(stamp->size, stamp->hash), stamp);
    sizes.insert(stamp->size);
  }
  std::vector<SourceFile> still_to_read;
  for (SourceFile& file : plan.to_read) {
    auto now = stamp_of(file, false);
    if (now && sizes.contains(now->size)) now = stamp_of(file, true);
    auto found = by_content.end();
    if (now) {
      const auto [begin, end] = by_content.equal_range({now->size, now->hash});
      // What a file is read as may depend on its extension.
      found = std::find_if(begin, end, [&](const auto& each) {
        return fs::path(each.second->path).extension() == file.path.extension();
      });
      if (found == end) found = by_content.end();
    }
    if (found == by_content.end()) {
      still_to_read.push_back(std::move(file));
      continue;
    }
    const FileStamp& before = *found->second;
    now->documents = before.documents;
    now->problems = before.problems;
    for (Problem& problem : now->problems) problem.file = now->path;
    plan.moved.push_back({before.path, std::move(*now)});
    gone.erase(std::find(gone.begin(), gone.end(), found->second));
    by_content.erase(found);
  }
  plan.to_read = std::move(still_to_read);
}

Plan make_plan(const std::vector<SourceFile>& files, const std::vector<FileStamp>& stamps,
               const IndexingOptions& options) {
  Plan plan;
  std::map<std::string, const FileStamp*> known;
  for (const FileStamp& stamp : stamps) known[stamp.path] = &stamp;
  for (const SourceFile& file : files) {
    auto found = known.find(file.name);
    if (found != known.end() && !ocr_changes(*found->second, options.ocr.wanted) &&
        is_unchanged(file, *found->second, plan))
      ++plan.unchanged;
    else
      plan.to_read.push_back(file);
    if (found != known.end()) known.erase(found);
  }
  const std::vector<std::string> sources = names_of(options);
  std::vector<const FileStamp*> gone;
  for (const auto& [name, stamp] : known)
    if (options.only_sources || is_below(name, sources)) gone.push_back(stamp);
  find_moved(plan, gone, options.ocr.wanted);
  for (const FileStamp* stamp : gone) plan.gone.push_back(stamp->path);
  return plan;
}

/// Writes what the workers hand over, file by file in the order of `files`.
class OrderedWriter {
 public:
  OrderedWriter(IndexWriter& index, const std::vector<SourceFile>& files,
                std::function<void(const std::string&)> finished)
      : index_(index), files_(files), waiting_(files.size()), finished_(std::move(finished)) {}

  void document(std::size_t file, Document&& document) {
    document.source = files_[file].name;
    if (file == next_)
      write(std::move(document));
    else
      waiting_[file].documents.push_back(std::move(document));
  }
  void problem(std::size_t file, Problem&& problem) {
    problem.file = files_[file].name;
    waiting_[file].problems.push_back(std::move(problem));
  }
  void done(std::size_t file, bool complete) {
    waiting_[file].done = true;
    waiting_[file].complete = complete;
    if (finished_) finished_(files_[file].name);
    while (next_ < files_.size() && waiting_[next_].done) close_next();
    if (next_ < files_.size()) drain(waiting_[next_]);
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  struct Waiting {
    std::vector<Document> documents;
    std::vector<Problem> problems;
    bool done = false, complete = true;
  };

  void keep(const Result<void>& result) {
    if (!result && !error_) error_ = result.error();
  }
  void write(Document&& document) {
    if (error_) return;
    if (!begun_) keep(index_.remove_file(files_[next_].name));
    begun_ = true;
    ++written_;
    auto added = index_.add(std::move(document));
    if (!added && !error_) error_ = added.error();
  }
  void drain(Waiting& file) {
    for (Document& document : file.documents) write(std::move(document));
    file.documents.clear();
  }
  void close_next() {
    Waiting& file = waiting_[next_];
    if (file.complete) drain(file);
    if (!file.complete || !begun_) {
      keep(index_.remove_file(files_[next_].name));
      written_ = 0;
    }
    // Whatever goes wrong with a file comes with a Problem: this one was interrupted, and the next
    // run reads it again.
    if (!file.complete && file.problems.empty()) {
      go_on();
      return;
    }
    if (written_ == 0 && file.problems.empty()) {
      Problem silent;
      silent.file = files_[next_].name;
      silent.code = "nothing-found";
      silent.reason = "was read, but holds no document";
      file.problems.push_back(std::move(silent));
    }
    auto stamp = stamp_of(files_[next_], true);
    FileStamp finished = stamp ? *stamp : FileStamp{};
    finished.path = files_[next_].name;
    finished.documents = written_;
    finished.problems = std::move(file.problems);
    if (!error_) keep(index_.finish_file(finished));
    go_on();
  }
  void go_on() {
    waiting_[next_] = {};
    waiting_[next_].done = true;
    ++next_;
    begun_ = false;
    written_ = 0;
  }

  IndexWriter& index_;
  const std::vector<SourceFile>& files_;
  std::vector<Waiting> waiting_;
  std::function<void(const std::string&)> finished_;
  std::size_t next_ = 0;
  bool begun_ = false;  ///< the next file's old documents are out, new ones may be in
  std::uint32_t written_ = 0;
  std::optional<Error> error_;
};

void summarize(const IndexWriter& index, const std::vector<SourceFile>& files,
               IndexingSummary& summary) {
  std::map<std::string, FileStamp> stamps;
  for (FileStamp& stamp : index.files()) {
    summary.documents += stamp.documents;
    stamps[stamp.path] = std::move(stamp);
  }
  for (const SourceFile& file : files) {
    auto found = stamps.find(file.name);
    if (found == stamps.end()) continue;  // interrupted before it was reached
    if (found->second.documents == 0) ++summary.not_read;
    for (Problem& problem : found->second.problems) summary.problems.push_back(std::move(problem));
  }
  std::ranges::stable_sort(summary.problems, {}, [](const Problem& problem) {
    return std::tie(problem.file, problem.line, problem.page);
  });
}

/// What stands among the sources and is none.
std::vector<std::string> not_sources(const IndexingOptions& options) {
  std::vector<std::string> globs = options.exclude;
  if (!options.decisions.empty())
    globs.push_back(options.decisions.lexically_normal()
                        .lexically_proximate(options.base.lexically_normal())
                        .generic_string());
  return globs;
}

/// Hands the index what people decided about duplicates.
Result<void> decide(IndexWriter& index, const IndexingOptions& options,
                    std::vector<Problem>& problems) {
  StandingDecisions decisions;
  if (!options.decisions.empty()) {
    auto file = DecisionFile::open(options.decisions, "", problems);
    if (!file) return tl::unexpected(file.error());
    decisions = file->standing();
  }
  for (DuplicateDecision& contested : decisions.contested) {
    Problem problem;
    problem.file = options.decisions.generic_string();
    problem.code = "contested";
    problem.reason = fmt::format("people decided differently about {} and {} ({}); they stay apart",
                                 contested.a, contested.b, contested.note);
    problem.hint = "agree, and decide the pair again with 'litmine dedupe'";
    problems.push_back(std::move(problem));
    decisions.agreed.push_back(std::move(contested));
  }
  return index.decide(decisions.agreed);
}

}  // namespace

Result<IndexingSummary> update_index(const IndexingOptions& options, const IndexingEvents& events,
                                     const std::atomic<bool>* stop) {
  IndexingSummary summary;
  auto files = find_files(options.sources, options.base, not_sources(options), summary.problems);
  if (!files) return tl::unexpected(files.error());
  summary.files = files->size();
  summary.not_read = summary.problems.size();

  auto index = IndexWriter::open(options.index);
  if (!index) return tl::unexpected(index.error());
  if (auto decided = decide(*index, options, summary.problems); !decided)
    return tl::unexpected(decided.error());
  Plan plan = make_plan(*files, index->files(), options);
  summary.unchanged = plan.unchanged;
  summary.removed = plan.gone.size();
  for (const std::string& name : plan.gone)
    if (auto removed = index->remove_file(name); !removed) return tl::unexpected(removed.error());
  summary.moved = plan.moved.size();
  for (const Plan::Move& move : plan.moved)
    if (auto moved = index->move_file(move.from, move.to); !moved)
      return tl::unexpected(moved.error());
  for (const FileStamp& stamp : plan.touched)
    if (auto renewed = index->finish_file(stamp); !renewed) return tl::unexpected(renewed.error());

  if (events.begin) events.begin(plan.to_read.size(), plan.unchanged);
  std::vector<fs::path> paths;
  for (const SourceFile& file : plan.to_read) paths.push_back(file.path);
  OrderedWriter writer(*index, plan.to_read, events.finished);
  const WorkerEvents from_workers{
      [&](std::size_t file, Document&& document) { writer.document(file, std::move(document)); },
      [&](std::size_t file, Problem&& problem) { writer.problem(file, std::move(problem)); },
      [&](std::size_t file, bool complete) { writer.done(file, complete); },
      [&] { return writer.error().has_value(); }};  // a full disk: nothing more is worth reading
  WorkerLimits limits;
  if (options.ocr.wanted) limits.time = kTimeWithOcr;
  summary.read = extract_in_workers(
      paths, options.jobs, limits, from_workers, stop,
      [&](const fs::path& path, const Intake& intake) { extract_file(path, intake, options.ocr); });
  if (writer.error()) return tl::unexpected(*writer.error());
  if (auto finished = index->finish(); !finished) return tl::unexpected(finished.error());

  summary.interrupted = stop != nullptr && stop->load();
  summarize(*index, *files, summary);
  return summary;
}

}  // namespace litmine
