// One TOML file of the codebook, read with care: whatever is missing, misspelt or of the wrong
// kind becomes one error with file, line, column and what was expected. Keeps toml++ out of our
// headers.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/part.h"
#include "text/result.h"

namespace litmine {

/// A table of the file. The first thing found wrong, anywhere in the file, is kept (see
/// TomlFile::error) and reading goes on with defaults, so that callers need no checks of their
/// own. Views into the TomlFile, which must outlive it.
class TomlTable {
 public:
  struct State;

  bool has(std::string_view key) const;
  std::vector<std::string> keys() const;  ///< in the order of the file

  std::string text(std::string_view key, std::string_view otherwise = {});
  std::string needed_text(std::string_view key);
  bool flag(std::string_view key, bool otherwise = false);
  double number(std::string_view key, double otherwise);
  std::size_t count(std::string_view key, std::size_t otherwise);
  /// One string or an array of strings.
  std::vector<std::string> texts(std::string_view key);
  /// Names of zones, one or an array.
  Parts zones(std::string_view key, Parts otherwise);
  /// `[key]`, or an empty table.
  TomlTable table(std::string_view key);
  /// `[[key]]`, or none.
  std::vector<TomlTable> tables(std::string_view key);

  /// Call when everything is read: any other key is an error, with the nearest known one.
  void no_more();
  /// Notes an error at the value of `key` (or at the table when the key is empty).
  void wrong(std::string_view key, const std::string& what, std::string hint = {});

  std::string file() const;
  bool empty() const { return node_ == nullptr; }

 private:
  friend class TomlFile;
  TomlTable(std::shared_ptr<State> state, const void* node, std::string name);

  std::shared_ptr<State> state_;
  const void* node_ = nullptr;  // toml::table
  std::string name_;            // "[[code.rule]]", for messages
  std::vector<std::string> asked_;
};

class TomlFile {
 public:
  /// `name` is what messages call the file.
  static Result<TomlFile> parse(std::string_view content, std::string name);
  TomlTable root();
  std::optional<Error> error() const;

 private:
  std::shared_ptr<TomlTable::State> state_;
};

}  // namespace litmine
