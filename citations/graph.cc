#include "citations/graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "text/normalize.h"

namespace litmine {
namespace {

/// Text in XML: marks as entities, what XML 1.0 forbids left out.
std::string xml(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') out += c;
    }
  }
  return out;
}

std::string csv(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string out = "\"";
  for (char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string label_of(const std::string& family, std::optional<int> year) {
  return fmt::format("{}{}", family.empty() ? "Anonymous" : family,
                     year ? fmt::format(" {}", *year) : std::string());
}

GraphNode node_of(const CitingStudy& study) {
  GraphNode node;
  node.id = study.study;
  node.title = study.about.title;
  node.year = study.about.year;
  node.in_corpus = true;
  node.label =
      label_of(study.about.authors.empty() ? study.study : study.about.authors.front().family,
               study.about.year);
  return node;
}

GraphNode node_of(const Work& work) {
  GraphNode node;
  node.id = work.study.empty() ? work.key : work.study;
  node.title = work.reference.title;
  node.year = work.reference.year;
  node.in_corpus = !work.study.empty();
  const auto& names =
      work.reference.authors.empty() ? work.reference.editors : work.reference.authors;
  node.label = label_of(names.empty() ? std::string() : names.front().family, work.reference.year);
  node.weight = work.cited_at.size();
  return node;
}

using Pairs = std::map<std::pair<std::size_t, std::size_t>, std::size_t>;

/// Keeps edges of `least` and more, and the nodes that they join.
CitationGraph pruned(std::vector<GraphNode> nodes, const Pairs& pairs, std::size_t least,
                     bool directed) {
  CitationGraph graph;
  graph.directed = directed;
  std::vector<std::size_t> place(nodes.size(), nodes.size());
  auto kept = [&](std::size_t node) {
    if (place[node] == nodes.size()) {
      place[node] = graph.nodes.size();
      graph.nodes.push_back(nodes[node]);
    }
    return place[node];
  };
  for (const auto& [pair, weight] : pairs)
    if (weight >= least) {
      const std::size_t from = kept(pair.first), to = kept(pair.second);
      graph.edges.push_back({from, to, weight});
    }
  return graph;
}

CitationGraph cited_by(const std::vector<CitingStudy>& citing, const std::vector<Work>& works,
                       std::size_t least) {
  std::vector<GraphNode> nodes;
  std::map<std::string, std::size_t> by_id;
  auto place = [&](GraphNode node) {
    auto [found, fresh] = by_id.emplace(node.id, nodes.size());
    if (fresh) nodes.push_back(std::move(node));
    return found->second;
  };
  Pairs pairs;
  for (const CitingStudy& study : citing) place(node_of(study));
  for (const Work& work : works) {
    const std::size_t to = place(node_of(work));
    nodes[to].weight = work.cited_at.size();
    for (const CitedAt& at : work.cited_at) {
      const auto& of = citing[at.citing].citations.mentions_of;
      pairs[{by_id.at(citing[at.citing].study), to}] +=
          std::max<std::size_t>(1, at.entry < of.size() ? of[at.entry].size() : 0);
    }
  }
  return pruned(std::move(nodes), pairs, least, true);
}

/// Of each work the studies that cite it.
std::vector<std::set<std::size_t>> citing_of(const std::vector<Work>& works) {
  std::vector<std::set<std::size_t>> of;
  for (const Work& work : works) {
    std::set<std::size_t> studies;
    for (const CitedAt& at : work.cited_at) studies.insert(at.citing);
    of.push_back(std::move(studies));
  }
  return of;
}

CitationGraph together(const std::vector<CitingStudy>& citing, const std::vector<Work>& works,
                       bool coupling, std::size_t least) {
  std::vector<std::vector<std::size_t>> groups;
  std::vector<GraphNode> nodes;
  const auto of = citing_of(works);
  if (coupling) {
    for (const CitingStudy& study : citing) nodes.push_back(node_of(study));
    for (const auto& studies : of) {
      groups.emplace_back(studies.begin(), studies.end());
      for (std::size_t study : studies) ++nodes[study].weight;
    }
  } else {
    for (const Work& work : works) nodes.push_back(node_of(work));
    groups.resize(citing.size());
    for (std::size_t work = 0; work < works.size(); ++work)
      for (std::size_t study : of[work]) groups[study].push_back(work);
  }
  Pairs pairs;
  for (const auto& group : groups)
    for (std::size_t i = 0; i < group.size(); ++i)
      for (std::size_t j = i + 1; j < group.size(); ++j) ++pairs[{group[i], group[j]}];
  return pruned(std::move(nodes), pairs, least, false);
}

void write_graphml(std::ostream& out, const CitationGraph& graph) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
         "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
         "  <key id=\"title\" for=\"node\" attr.name=\"title\" attr.type=\"string\"/>\n"
         "  <key id=\"year\" for=\"node\" attr.name=\"year\" attr.type=\"int\"/>\n"
         "  <key id=\"in_corpus\" for=\"node\" attr.name=\"in_corpus\" attr.type=\"boolean\"/>\n"
         "  <key id=\"weight\" for=\"all\" attr.name=\"weight\" attr.type=\"int\"/>\n"
      << fmt::format("  <graph edgedefault=\"{}\">\n", graph.directed ? "directed" : "undirected");
  for (const GraphNode& node : graph.nodes) {
    out << fmt::format(
        "    <node id=\"{}\"><data key=\"label\">{}</data><data key=\"title\">{}</data>",
        xml(node.id), xml(node.label), xml(node.title));
    if (node.year) out << fmt::format("<data key=\"year\">{}</data>", *node.year);
    out << fmt::format("<data key=\"in_corpus\">{}</data><data key=\"weight\">{}</data></node>\n",
                       node.in_corpus, node.weight);
  }
  for (const GraphEdge& edge : graph.edges)
    out << fmt::format(
        "    <edge source=\"{}\" target=\"{}\"><data key=\"weight\">{}</data></edge>\n",
        xml(graph.nodes[edge.from].id), xml(graph.nodes[edge.to].id), edge.weight);
  out << "  </graph>\n</graphml>\n";
}

void write_gexf(std::ostream& out, const CitationGraph& graph) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
      << fmt::format("  <graph defaultedgetype=\"{}\">\n",
                     graph.directed ? "directed" : "undirected")
      << "    <attributes class=\"node\">\n"
         "      <attribute id=\"0\" title=\"title\" type=\"string\"/>\n"
         "      <attribute id=\"1\" title=\"year\" type=\"integer\"/>\n"
         "      <attribute id=\"2\" title=\"in_corpus\" type=\"boolean\"/>\n"
         "      <attribute id=\"3\" title=\"weight\" type=\"integer\"/>\n"
         "    </attributes>\n    <nodes>\n";
  for (const GraphNode& node : graph.nodes) {
    out << fmt::format(
        "      <node id=\"{}\" label=\"{}\"><attvalues><attvalue for=\"0\" value=\"{}\"/>",
        xml(node.id), xml(node.label), xml(node.title));
    if (node.year) out << fmt::format("<attvalue for=\"1\" value=\"{}\"/>", *node.year);
    out << fmt::format(
        "<attvalue for=\"2\" value=\"{}\"/><attvalue for=\"3\" value=\"{}\"/></attvalues></node>\n",
        node.in_corpus, node.weight);
  }
  out << "    </nodes>\n    <edges>\n";
  for (std::size_t i = 0; i < graph.edges.size(); ++i)
    out << fmt::format("      <edge id=\"{}\" source=\"{}\" target=\"{}\" weight=\"{}\"/>\n", i,
                       xml(graph.nodes[graph.edges[i].from].id),
                       xml(graph.nodes[graph.edges[i].to].id), graph.edges[i].weight);
  out << "    </edges>\n  </graph>\n</gexf>\n";
}

/// VOSviewer's JSON: items and links by whole numbers from 1.
void write_vosviewer(std::ostream& out, const CitationGraph& graph) {
  using Json = nlohmann::ordered_json;
  Json items = Json::array(), links = Json::array();
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const GraphNode& node = graph.nodes[i];
    Json item = {{"id", i + 1},
                 {"label", node.label},
                 {"description", node.title},
                 {"weights", {{"Citations", node.weight}}}};
    if (node.year) item["scores"] = {{"Year", *node.year}};
    items.push_back(std::move(item));
  }
  for (const GraphEdge& edge : graph.edges)
    links.push_back(
        {{"source_id", edge.from + 1}, {"target_id", edge.to + 1}, {"strength", edge.weight}});
  const Json network = {{"network", {{"items", items}, {"links", links}}}};
  out << network.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

void write_csv(std::ostream& out, const CitationGraph& graph) {
  out << "source,target,weight,source_label,target_label\n";
  for (const GraphEdge& edge : graph.edges) {
    const GraphNode &from = graph.nodes[edge.from], &to = graph.nodes[edge.to];
    out << fmt::format("{},{},{},{},{}\n", csv(from.id), csv(to.id), edge.weight, csv(from.label),
                       csv(to.label));
  }
}

}  // namespace

CitationGraph citation_graph(const std::vector<CitingStudy>& citing, const std::vector<Work>& works,
                             GraphKind kind, std::size_t least) {
  if (kind == GraphKind::citation) return cited_by(citing, works, least);
  return together(citing, works, kind == GraphKind::coupling, least);
}

Result<void> write_graph(std::ostream& out, const CitationGraph& graph, std::string_view format) {
  struct Writer {
    std::string_view name;
    void (*write)(std::ostream&, const CitationGraph&);
  };
  constexpr Writer kWriters[] = {{"graphml", write_graphml},
                                 {"gexf", write_gexf},
                                 {"vosviewer", write_vosviewer},
                                 {"csv", write_csv}};
  std::vector<std::string_view> names;
  for (const Writer& writer : kWriters) {
    if (writer.name == format) {
      writer.write(out, graph);
      return {};
    }
    names.push_back(writer.name);
  }
  const std::string near = nearest(format, names);
  return failure(Error::Kind::usage, fmt::format("no graph format is called '{}'", format),
                 near.empty() ? "formats: graphml, gexf, vosviewer, csv"
                              : fmt::format("did you mean '{}'?", near));
}

}  // namespace litmine
