// The codebook: which words speak for which code, where they count and what silences them. All of
// it is data (TOML, one file a facet); see docs/codebook.md. A new facet is a new file.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "text/diagnostic.h"
#include "text/result.h"

namespace litmine {

/// A `yes` or `no` sentence of a rule that did not do what it says.
struct ExampleFailure {
  std::string file, rule, sentence;
  bool expected = true;  ///< a `yes` sentence
};

struct CodeEntry {
  std::string facet, code, label, definition, parent;
};

/// A column of the coding table.
struct CodebookColumn {
  std::string key, facet;
  bool parents = false;  ///< holds the labels of the parents of the facet's codes
};

/// A loaded, compiled codebook. Immutable; safe to use from several threads.
class Codebook {
 public:
  /// Reads every *.toml in `folder` (facets, zones). Errors name file, line and column and what was
  /// expected.
  static Result<Codebook> load(const std::filesystem::path& folder);
  ~Codebook();
  Codebook(Codebook&&) noexcept;
  Codebook& operator=(Codebook&&) noexcept;

  std::vector<std::string> facets() const;  ///< in the order of the zones file
  std::vector<CodeEntry> codes() const;     ///< by facet, in the order of their files
  /// Columns of the coding table that the facets fill, in the order of facets: `column` of each
  /// (else its name), then its `parent_column`.
  std::vector<CodebookColumn> columns() const;
  bool has_values(std::string_view facet) const;  ///< its codes carry a value out of the text
  std::string hash() const;                       ///< of all files, hexadecimal: a run records it
  std::size_t example_count() const;
  /// Runs the `yes` and `no` sentences of every rule.
  std::vector<ExampleFailure> check() const;

  struct Compiled;
  const Compiled& compiled() const { return *compiled_; }

 private:
  explicit Codebook(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace litmine
