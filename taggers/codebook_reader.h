// The codebook's files to compiled facets. See docs/codebook.md for the keys.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "taggers/pattern.h"
#include "taggers/rules.h"
#include "text/result.h"

namespace litmine {

/// contexts.toml: what all facets share.
struct Shared {
  WordLists words;
  std::map<std::string, Context, std::less<>> contexts;
};

/// The files of a codebook: name → content.
using TomlFiles = std::map<std::string, std::string>;

/// Each reads one file; a facet may take over the codes of another one of `others`; `name` is what
/// messages call it. Errors name file, line and column.
Result<Zones> read_zones(std::string_view content, const std::string& name);
Result<Shared> read_shared(std::string_view content, const std::string& name);
Result<Facet> read_facet(std::string_view content, const std::string& name, const Shared& shared,
                         const Zones& zones, const TomlFiles& others);
/// examples.toml: [[example]] with `rule`, `yes` and `no`, added to the rules' own.
Result<void> add_examples(std::string_view content, const std::string& name,
                          std::vector<Facet>& facets);

}  // namespace litmine
