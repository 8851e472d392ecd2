// The citation network in the formats of network programs.
#pragma once

#include <ostream>
#include <string_view>
#include <vector>

#include "citations/works.h"
#include "text/result.h"

namespace litmine {

/// What an edge means: a study cites a work; two works are cited by the same studies; two studies
/// cite the same works.
enum class GraphKind : std::uint8_t { citation, co_citation, coupling };

struct GraphNode {
  std::string id, label, title;
  std::optional<int> year;
  bool in_corpus = false;
  std::size_t weight = 0;  ///< citing studies, or cited works
};
struct GraphEdge {
  std::size_t from = 0, to = 0;  ///< places in `nodes`
  std::size_t weight = 0;        ///< mentions, or works or studies in common
};
struct CitationGraph {
  bool directed = false;
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

/// Edges lighter than `least` are left out, and nodes without an edge.
CitationGraph citation_graph(const std::vector<CitingStudy>& citing, const std::vector<Work>& works,
                             GraphKind kind, std::size_t least = 1);

/// "graphml", "gexf" (1.3), "vosviewer" (its JSON) or "csv" (source, target, weight with labels).
/// Error: unknown format.
Result<void> write_graph(std::ostream& out, const CitationGraph& graph, std::string_view format);

}  // namespace litmine
