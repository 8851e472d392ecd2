// The file that --known names: items that a search must find.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "cli/cli.h"
#include "corpus/problem.h"
#include "strategies/known.h"
#include "text/result.h"

namespace CLI {
class App;
}

namespace litmine {

struct KnownFile {
  std::string format;  ///< "ris", "bibtex", "csv" or "dois"
  std::vector<KnownItem> items;
  std::vector<Problem> problems;  ///< lines and records that gave no item, or a doubtful one
  std::size_t not_read = 0;       ///< of these, those that gave none
};

/// --known FILE, required.
void add_known_option(CLI::App& app, std::string& file);

/// Which format it is follows from the content: RIS; BibTeX; a table whose first line names a
/// column `doi` or `title` (also `year`, `authors`; comma, semicolon or tab); else a DOI a line,
/// with or without "https://doi.org/", empty lines and lines that begin with `#` aside. "-" is
/// standard input. Errors: cannot be read, holds no item.
Result<KnownFile> read_known(const std::string& file, std::istream& in);

/// Says on `err` what of the file gave no item, or a doubtful one.
void say_problems(const KnownFile& known, Terminal& terminal);

}  // namespace litmine
