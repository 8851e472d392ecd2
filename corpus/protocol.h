// The review's protocol: what is searched, how, and what is made of it. A small text file
// (`review.toml`) that a team keeps under version control. See docs/review-toml.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "corpus/criterion.h"
#include "corpus/part.h"
#include "text/diagnostic.h"
#include "text/result.h"

namespace litmine {

/// One search of the review: a string, and the database whose rules give it its meaning.
struct SavedSearch {
  std::string name;
  std::string dialect = "scopus";
  std::optional<Parts> in;  ///< where bare words are searched; the dialect's default when empty
  std::string query;        ///< the string itself, as typed
  std::string query_name;   ///< where it stands, for messages: the file's path or `search "name"`
  bool keep_first_operator =
      false;  ///< reading of two operators in a row: keep the first, not the second
  // What the search report says of it; each may be empty.
  std::string database, platform;        ///< "Scopus", "scopus.com"
  std::string searched;                  ///< the day it was last run there: "2023-06-30"
  std::optional<std::uint64_t> records;  ///< how many it found there
};

/// How the team screens.
struct ScreeningPlan {
  std::filesystem::path folder = "screening";  ///< the reviewers' decisions
  std::vector<std::string> reviewers;          ///< empty: whoever votes
  std::string third;                           ///< who settles conflicts; empty: nobody
  std::size_t votes = 2;                       ///< that a record needs
};

/// Everything `litmine run` is told.
struct Protocol {
  std::string title, description, question;
  std::filesystem::path folder;  ///< where the protocol stands; its paths are relative to this
  std::vector<std::filesystem::path>
      sources;                       ///< files and folders, relative to `folder` or absolute
  std::vector<std::string> exclude;  ///< paths or globs below the sources that are left out
  std::vector<SavedSearch> searches;
  std::optional<int> first_year, last_year;  ///< limits of the review, both included
  std::vector<std::string> languages;        ///< "English"; empty: any
  std::string codebook = "default";          ///< "default" or a folder, relative to `folder`
  std::filesystem::path decisions = "coding-decisions";  ///< folder of the coders' files
  std::vector<Criterion> criteria;  ///< those to include first, each kind in the file's order
  ScreeningPlan screening;
  std::filesystem::path results = "results";  ///< relative to `folder` or absolute
};

/// Reads a protocol. Errors name file, line and column, and what was expected; an unknown key is an
/// error with the nearest known one, because a misspelt limit must not go unnoticed. Query files
/// are read, too.
Result<Protocol> read_protocol(const std::filesystem::path& file);

/// A protocol for a folder without one: the folder is the source, and there is no search.
Protocol protocol_for_folder(const std::filesystem::path& folder);

/// The text of a new `review.toml`, with comments, for `litmine init`.
std::string protocol_template(const std::string& title);

}  // namespace litmine
