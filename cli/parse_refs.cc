// litmine parse-refs: reference strings on standard input, one a line, to CSL-JSON lines.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "citations/csl.h"
#include "citations/read_reference.h"
#include "cli/citing.h"
#include "text/normalize.h"

namespace litmine {
namespace {

/// A line longer than this is not a reference; it is read as far as this.
constexpr std::size_t kLongestLine = 20'000;

int parse_refs(const std::string& model_file, Terminal& terminal) {
  auto model = reference_model(model_file);
  if (!model) return report(model.error(), terminal);
  std::string line;
  std::size_t number = 0, read = 0, cut = 0;
  while (std::getline(terminal.in, line)) {
    ++number;
    if (line.size() > kLongestLine) {
      ++cut;
      terminal.err << fmt::format(
          "standard input:{}:1: warning: {} characters are too long for one reference\n"
          "  hint: one reference a line; only the first {} were read\n",
          number, line.size(), kLongestLine);
      line.resize(kLongestLine);
    }
    const std::string text = normalized(line);
    if (text.find_first_not_of(" \t") == std::string::npos)
      terminal.err << fmt::format("standard input:{}:1: note: an empty line\n", number);
    else
      ++read;
    terminal.out << csl_json(read_reference(text, *model), std::to_string(number)) << '\n';
  }
  if (cut > 0) return kSomeNotRead;
  return read > 0 ? kDone : kNothingFound;
}

}  // namespace

Action declare_parse_refs(CLI::App& app) {
  auto model = std::make_shared<std::string>();
  app.add_option("--model", *model,
                 "The sequence model (default: LITMINE_CITATIONS, else the one that came along)");
  return [model](Terminal& terminal) { return parse_refs(*model, terminal); };
}

}  // namespace litmine
