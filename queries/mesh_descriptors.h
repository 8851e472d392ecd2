// Subject headings as the Cochrane Library writes them: `[mh ^"Heart Failure"/DT]` and the lines of
// its search manager, `MeSH descriptor: [Heart Failure] explode all trees`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace litmine {

struct MeshDescriptor {
  std::size_t end = 0;                         ///< the byte after it; 0: there is none
  std::size_t begin_inner = 0, end_inner = 0;  ///< the heading's text
  bool explode = true, focus = false;
  std::vector<std::string> subheadings;  ///< lower case, as typed: "dt", "drug therapy"
};

/// The descriptor that begins at byte `at` of `text`. Looks at most a few hundred bytes ahead.
MeshDescriptor mesh_descriptor_at(std::string_view text, std::size_t at);

}  // namespace litmine
