// litmine verify: runs a review again from nothing and compares every byte of its results.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <sstream>

#include "cli/command.h"
#include "cli/manifest.h"
#include "cli/whole_file.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

/// A folder that is gone when its work is done.
struct TemporaryFolder {
  fs::path path;
  TemporaryFolder()
      : path(fs::temp_directory_path() / fmt::format("litmine-verify-{}", ::getpid())) {}
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
};

/// What is not as the manifest says: "changed: x", "gone: y".
std::vector<std::string> differences(const std::map<std::string, std::string>& before,
                                     const std::map<std::string, std::string>& now) {
  std::vector<std::string> list;
  for (const auto& [name, hash] : before) {
    const auto found = now.find(name);
    if (found == now.end())
      list.push_back("gone: " + name);
    else if (found->second != hash)
      list.push_back("changed: " + name);
  }
  for (const auto& [name, hash] : now)
    if (!before.contains(name)) list.push_back("new: " + name);
  return list;
}

int verify(const std::string& results, Terminal& terminal) {
  auto before = read_manifest(results);
  if (!before) return report(before.error(), terminal);
  const TemporaryFolder again;
  const std::string review = (fs::path(results) / before->review).lexically_normal().string();
  const std::string folder = again.path.string();
  std::ostringstream out, err;
  Terminal quiet{terminal.in, out, err};
  const char* const call[] = {"litmine",   "run",          review.c_str(),
                              "--results", folder.c_str(), "--quiet"};
  const int status = run_command_line(static_cast<int>(std::size(call)), call, quiet);
  if (status == kError || status == kInterrupted) {
    terminal.err << err.str();
    return status;
  }
  auto now = read_manifest(again.path);
  if (!now) return report(now.error(), terminal);
  for (const std::string& line : differences(before->inputs, now->inputs))
    terminal.out << "input " << line << '\n';
  const auto changed = differences(before->outputs, now->outputs);
  for (const std::string& line : changed) terminal.out << "result " << line << '\n';
  // What stands in the folder may have been edited since.
  std::size_t edited = 0;
  for (const auto& [name, hash] : before->outputs) {
    const auto bytes = read_whole(fs::path(results) / name);
    if (bytes && hash_of(*bytes) == hash) continue;
    ++edited;
    terminal.out << (bytes ? "edited since the run: " : "missing: ") << name << '\n';
  }
  if (changed.empty() && edited == 0) {
    terminal.out << fmt::format("{} results are the same, byte for byte\n", before->outputs.size());
    return kDone;
  }
  return kNothingFound;
}

}  // namespace

Action declare_verify(CLI::App& app) {
  auto results = std::make_shared<std::string>("results");
  app.add_option("RESULTS", *results, "The results folder of a run")->capture_default_str();
  return [results](Terminal& terminal) { return verify(*results, terminal); };
}

}  // namespace litmine
