// litmine codebook: the codes as a list, to and from the formats of others, and the check of the
// rules' own sentences.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/codebook_files.h"
#include "cli/command.h"
#include "cli/options.h"

namespace litmine {
namespace {

struct CodebookCall {
  std::string codebook, format = "text", to_file, from_file, to_folder;
};

int list(const Codebook& codebook, const CodebookCall& options, Terminal& terminal) {
  auto sink =
      make_sink(options.format, {{"facet"}, {"code"}, {"label"}, {"definition"}, {"parent"}},
                terminal.out, terminal.out_width);
  if (!sink) return report(sink.error(), terminal);
  for (const CodeEntry& entry : codebook.codes())
    (*sink)->row({entry.facet, entry.code, entry.label, entry.definition, entry.parent});
  (*sink)->end();
  return kDone;
}

int run(const CodebookCall& options, Terminal& terminal) {
  auto folder = codebook_folder(options.codebook);
  if (!folder) return report(folder.error(), terminal);
  if (!options.from_file.empty()) {
    if (options.to_folder.empty())
      return report(Error{Error::Kind::usage, "--import needs --to FOLDER",
                          "a folder of your own, where the facets are written"},
                    terminal);
    auto written = import_codebook(options.from_file, options.to_folder, *folder);
    if (!written) return report(written.error(), terminal);
    for (const std::string& file : *written) terminal.out << "wrote " << file << '\n';
    return kDone;
  }
  auto codebook = Codebook::load(*folder);
  if (!codebook) return report(codebook.error(), terminal);
  if (options.to_file.empty()) return list(*codebook, options, terminal);
  if (auto written = export_codebook(*codebook, options.to_file); !written)
    return report(written.error(), terminal);
  terminal.out << "wrote " << options.to_file << '\n';
  return kDone;
}

}  // namespace

Action declare_codebook(CLI::App& app) {
  auto options = std::make_shared<CodebookCall>();
  add_codebook_option(app, options->codebook);
  add_format_option(app, options->format);
  app.add_option("--export", options->to_file,
                 "Write the codes to FILE.qdc (REFI-QDA) or FILE.csv");
  app.add_option("--import", options->from_file,
                 "Read codes from a .qdc, .qdpx or .csv file; --to says where they go");
  app.add_option("--to", options->to_folder, "Folder for the facets that --import reads");
  return [options](Terminal& terminal) { return run(*options, terminal); };
}

}  // namespace litmine
