// A criterion of the review: what a study must be, or must not be, to be in it. In words for the
// people who screen, and where it can be looked up, as a rule.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/part.h"

namespace litmine {

/// One criterion. A plain struct. It is met when every rule that is given is met; without any rule
/// it is for people alone.
struct Criterion {
  std::string name;       ///< "published 2016 to 2023"
  bool excludes = false;  ///< a study that meets it is out; otherwise one that does not meet it
  std::string reason;     ///< what an exclusion for it is called: "not empirical"
  bool full_text_only = false;  ///< is not asked when titles and abstracts are screened

  std::optional<int> first_year, last_year;  ///< both included
  std::vector<std::string> languages;        ///< one of these: "English"
  std::vector<std::string> types;            ///< one of these document types: "article"
  std::vector<std::string> codes;            ///< one of these codes, or of those below: "firm/sme"
  std::string query;                         ///< a search string, as typed
  std::string dialect = "scopus";            ///< whose rules give it its meaning
  std::optional<Parts> in;  ///< where its words are searched; the dialect's default

  bool has_years() const { return first_year || last_year; }
  bool has_rule() const {
    return has_years() || !languages.empty() || !types.empty() || !codes.empty() || !query.empty();
  }
};

}  // namespace litmine
