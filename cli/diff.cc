// litmine diff: what changed between two runs, and what it changed by.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <set>

#include "cli/command.h"
#include "cli/manifest.h"
#include "cli/report_files.h"
#include "exporters/sink.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

/// A table of a run by the key of its rows.
struct Keyed {
  std::vector<std::string> heads;
  std::map<std::string, std::vector<std::string>> rows;
};

Result<Keyed> keyed(const fs::path& file, const std::vector<std::string>& keys) {
  auto table = read_table(file);
  if (!table) return tl::unexpected(table.error());
  Keyed made{table->heads, {}};
  for (TableRows::Row& row : table->rows) {
    std::string key;
    for (const std::string& name : keys) {
      const auto at = std::find(made.heads.begin(), made.heads.end(), name) - made.heads.begin();
      if (static_cast<std::size_t>(at) < row.cells.size())
        key += (key.empty() ? "" : " / ") + row.cells[static_cast<std::size_t>(at)];
    }
    made.rows[key] = std::move(row.cells);
  }
  return made;
}

std::string cell(const Keyed& table, const std::vector<std::string>& row, const std::string& head) {
  const auto at = std::find(table.heads.begin(), table.heads.end(), head) - table.heads.begin();
  return static_cast<std::size_t>(at) < row.size() ? row[static_cast<std::size_t>(at)]
                                                   : std::string();
}

/// What differs between the inputs of two runs, in words.
class Causes {
 public:
  Causes(const Manifest& before, const Manifest& now) {
    compare(before.inputs, now.inputs, files_, "input");
    compare(before.searches, now.searches, searches_, "search");
    if (before.version != now.version)
      general_.push_back(fmt::format("litmine {} instead of {}", now.version, before.version));
    if (before.codebook != now.codebook) general_.emplace_back("the codebook's rules");
    if (before.decisions != now.decisions) general_.emplace_back("decisions of reviewers");
    if (before.protocol != now.protocol) general_.emplace_back("the protocol");
  }

  std::vector<std::string> all() const {
    std::vector<std::string> list = general_;
    for (const auto* part : {&files_, &searches_})
      for (const auto& [name, words] : *part) list.push_back(words);
    return list;
  }

  /// Why a study read from `file` may have changed.
  std::string of_study(const std::string& file) const {
    const auto found = files_.find(file.substr(0, file.find('#')));
    if (found != files_.end()) return found->second;
    if (!general_.empty()) return fmt::format("{}", fmt::join(general_, ", "));
    // A study can change by a report of it in another file.
    return files_.empty() ? "not known" : "another file: " + files_.begin()->second;
  }
  std::string of_search(const std::string& name) const {
    const auto found = searches_.find(name);
    if (found != searches_.end()) return found->second;
    std::string files;
    for (const auto& [file, words] : files_) files += (files.empty() ? "" : ", ") + words;
    if (!files.empty()) return files;
    return general_.empty() ? "not known" : fmt::format("{}", fmt::join(general_, ", "));
  }

 private:
  using Hashes = std::map<std::string, std::string>;
  static void compare(const Hashes& before, const Hashes& now, Hashes& into, const char* what) {
    for (const auto& [name, hash] : before) {
      const auto found = now.find(name);
      if (found == now.end())
        into[name] = fmt::format("{} '{}' gone", what, name);
      else if (found->second != hash)
        into[name] = fmt::format("{} '{}' changed", what, name);
    }
    for (const auto& [name, hash] : now)
      if (!before.contains(name)) into[name] = fmt::format("{} '{}' new", what, name);
  }
  Hashes files_, searches_;
  std::vector<std::string> general_;
};

struct Diff {
  Sink& sink;
  const Causes& causes;
  std::size_t changes = 0;
  void row(const char* what, const std::string& study, const std::string& field,
           const std::string& before, const std::string& now, const std::string& because) {
    ++changes;
    sink.row({std::string(what), study, field, before, now, because});
  }
};

Result<void> diff_studies(const fs::path& before, const fs::path& now, Diff& diff) {
  auto one = keyed(before / "coding-table.csv", {"key"}),
       two = keyed(now / "coding-table.csv", {"key"});
  if (!one) return tl::unexpected(one.error());
  if (!two) return tl::unexpected(two.error());
  for (const auto& [key, row] : one->rows)
    if (!two->rows.contains(key))
      diff.row("study gone", key, "", "", "", diff.causes.of_study(cell(*one, row, "file")));
  for (const auto& [key, row] : two->rows) {
    const auto found = one->rows.find(key);
    const std::string because = diff.causes.of_study(cell(*two, row, "file"));
    if (found == one->rows.end()) {
      diff.row("study new", key, "", "", "", because);
      continue;
    }
    for (const std::string& head : two->heads) {
      // What finds it stands with the searches below.
      if (head == "found_by" || head == "empty_because") continue;
      const std::string old = cell(*one, found->second, head), fresh = cell(*two, row, head);
      if (old != fresh) diff.row("code", key, head, old, fresh, because);
    }
  }
  return {};
}

Result<void> diff_hits(const fs::path& before, const fs::path& now, Diff& diff) {
  auto one = keyed(before / "hits.csv", {"search", "study"}),
       two = keyed(now / "hits.csv", {"search", "study"});
  if (!one) return tl::unexpected(one.error());
  if (!two) return tl::unexpected(two.error());
  for (const auto& [key, row] : one->rows)
    if (!two->rows.contains(key))
      diff.row("no longer found", cell(*one, row, "study"), cell(*one, row, "search"), "", "",
               diff.causes.of_search(cell(*one, row, "search")));
  for (const auto& [key, row] : two->rows)
    if (!one->rows.contains(key))
      diff.row("now found", cell(*two, row, "study"), cell(*two, row, "search"), "", "",
               diff.causes.of_search(cell(*two, row, "search")));
  return {};
}

Result<void> diff_counts(const fs::path& before, const fs::path& now, Diff& diff) {
  auto one = keyed(before / "counts.csv", {"search", "clause", "label"}),
       two = keyed(now / "counts.csv", {"search", "clause", "label"});
  if (!one) return tl::unexpected(one.error());
  if (!two) return tl::unexpected(two.error());
  for (const auto& [key, row] : two->rows) {
    const auto found = one->rows.find(key);
    const std::string fresh = cell(*two, row, "studies"),
                      old = found == one->rows.end() ? "" : cell(*one, found->second, "studies");
    if (old != fresh)
      diff.row("count", "", key, old, fresh, diff.causes.of_search(cell(*two, row, "search")));
  }
  for (const auto& [key, row] : one->rows)
    if (!two->rows.contains(key))
      diff.row("count", "", key, cell(*one, row, "studies"), "",
               diff.causes.of_search(cell(*one, row, "search")));
  return {};
}

/// The boxes of the flow, where both runs have one.
Result<void> diff_flow(const fs::path& before, const fs::path& now, Diff& diff) {
  const fs::path file = fs::path("report") / "flow.csv";
  std::error_code ignored;
  if (!fs::exists(before / file, ignored) || !fs::exists(now / file, ignored)) return {};
  auto one = keyed(before / file, {"data"}), two = keyed(now / file, {"data"});
  if (!one) return tl::unexpected(one.error());
  if (!two) return tl::unexpected(two.error());
  for (const auto& [box, row] : two->rows) {
    const auto found = one->rows.find(box);
    if (box == "NA" || found == one->rows.end()) continue;
    const std::string fresh = cell(*two, row, "n"), old = cell(*one, found->second, "n");
    if (old != fresh)
      diff.row("flow", "", box, old, fresh, fmt::format("{}", fmt::join(diff.causes.all(), ", ")));
  }
  return {};
}

struct DiffCall {
  std::string before, now, format = "text";
};

int run(const DiffCall& options, Terminal& terminal) {
  auto before = read_manifest(options.before), now = read_manifest(options.now);
  if (!before) return report(before.error(), terminal);
  if (!now) return report(now.error(), terminal);
  const Causes causes(*before, *now);
  auto sink =
      make_sink(options.format, {{"what"}, {"study"}, {"field"}, {"before"}, {"now"}, {"because"}},
                terminal.out, terminal.out_width);
  if (!sink) return report(sink.error(), terminal);
  Diff diff{**sink, causes};
  for (const auto& part : {diff_studies, diff_hits, diff_counts, diff_flow})
    if (auto done = part(options.before, options.now, diff); !done)
      return report(done.error(), terminal);
  (*sink)->end();
  for (const std::string& cause : causes.all()) terminal.err << "changed: " << cause << '\n';
  terminal.err << fmt::format("{} {}\n", diff.changes, diff.changes == 1 ? "change" : "changes");
  return diff.changes == 0 && causes.all().empty() ? kDone : kNothingFound;
}

}  // namespace

Action declare_diff(CLI::App& app) {
  auto options = std::make_shared<DiffCall>();
  app.add_option("OLD", options->before, "The results folder of the earlier run")->required();
  app.add_option("NEW", options->now, "The results folder of the later run")->required();
  app.add_option("--format", options->format,
                 fmt::format("Output: {}", fmt::join(sink_formats(), ", ")))
      ->capture_default_str();
  return [options](Terminal& terminal) { return run(*options, terminal); };
}

}  // namespace litmine
