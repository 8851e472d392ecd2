// litmine init: a new review.toml to fill in.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <memory>

#include "cli/command.h"
#include "corpus/protocol.h"

namespace litmine {
namespace {

struct InitCall {
  std::string folder = ".", title = "A literature review";
};

int init(const InitCall& options, Terminal& terminal) {
  namespace fs = std::filesystem;
  const fs::path file = fs::path(options.folder) / "review.toml";
  std::error_code error;
  if (fs::exists(file, error))
    return report(Error{Error::Kind::usage, fmt::format("'{}' is there already", file.string()),
                        "it is left as it is; remove it first, or name another folder"},
                  terminal);
  fs::create_directories(options.folder, error);
  std::ofstream out(file, std::ios::binary);
  out << protocol_template(options.title);
  out.flush();
  if (!out)
    return report(Error{Error::Kind::unreadable, fmt::format("cannot write '{}'", file.string()),
                        "check the folder's permission"},
                  terminal);
  terminal.out << fmt::format("wrote {}; fill in sources and searches, then: litmine run {}\n",
                              file.lexically_normal().string(), file.lexically_normal().string());
  return kDone;
}

}  // namespace

Action declare_init(CLI::App& app) {
  auto options = std::make_shared<InitCall>();
  app.add_option("FOLDER", options->folder, "Where the protocol goes")->capture_default_str();
  app.add_option("--title", options->title, "Title of the review")->capture_default_str();
  return [options](Terminal& terminal) { return init(*options, terminal); };
}

}  // namespace litmine
