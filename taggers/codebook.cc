// Loading: every *.toml of a folder; zones.toml and contexts.toml are shared, every other file is
// a facet. Checking: each rule's own sentences, run as the abstract of a document.
#include "taggers/codebook.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

#include "taggers/codebook_reader.h"
#include "taggers/hits.h"
#include "taggers/rules.h"

namespace litmine {
namespace {

constexpr std::string_view kZonesFile = "zones.toml";
constexpr std::string_view kSharedFile = "contexts.toml";
constexpr std::string_view kExamplesFile =
    "examples.toml";  // what reviewers decided; may be absent

using Files = TomlFiles;  // in order of names

Result<Files> read_files(const std::filesystem::path& folder) {
  std::error_code problem;
  if (!std::filesystem::is_directory(folder, problem))
    return failure(Error::Kind::not_found,
                   fmt::format("there is no codebook folder '{}'", folder.string()),
                   "a codebook is a folder with zones.toml and one file a facet");
  Files files;
  for (auto entry = std::filesystem::directory_iterator(folder, problem);
       !problem && entry != std::filesystem::directory_iterator(); entry.increment(problem)) {
    if (entry->path().extension() != ".toml") continue;
    std::ifstream in(entry->path(), std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.good() && !in.eof())
      return failure(Error::Kind::unreadable,
                     fmt::format("'{}' cannot be read", entry->path().string()));
    files[entry->path().filename().string()] = std::move(content);
  }
  if (problem)
    return failure(Error::Kind::unreadable,
                   fmt::format("'{}' cannot be read: {}", folder.string(), problem.message()));
  if (!files.contains(std::string(kZonesFile)))
    return failure(Error::Kind::not_found,
                   fmt::format("'{}' has no {}", folder.string(), kZonesFile),
                   "it holds the order of the facets and the weights of the zones");
  return files;
}

// FNV-1a over names and contents: tells two codebooks apart, guards against nothing else.
std::string hash_of(const Files& files) {
  std::uint64_t hash = 14695981039346656037ULL;
  auto take = [&](std::string_view text) {
    for (unsigned char byte : text) hash = (hash ^ byte) * 1099511628211ULL;
    hash = (hash ^ 0xFF) * 1099511628211ULL;
  };
  for (const auto& [name, content] : files) {
    take(name);
    take(content);
  }
  return fmt::format("{:016x}", hash);
}

// The gate first, then the order of zones.toml, then the others by name.
void put_in_order(std::vector<Facet>& facets, const Zones& zones) {
  auto rank = [&](const Facet& facet) {
    if (facet.name == zones.gate) return std::size_t{0};
    auto found = std::find(zones.order.begin(), zones.order.end(), facet.name);
    return static_cast<std::size_t>(found - zones.order.begin()) + 1;
  };
  std::stable_sort(facets.begin(), facets.end(), [&](const Facet& a, const Facet& b) {
    return std::pair(rank(a), a.name) < std::pair(rank(b), b.name);
  });
}

Result<void> check_facets(const std::vector<Facet>& facets, const Zones& zones,
                          const std::string& zones_name) {
  for (std::size_t i = 1; i < facets.size(); ++i)
    if (facets[i].name == facets[i - 1].name)
      return failure(Error::Kind::usage,
                     fmt::format("{} and {} both define the facet '{}'", facets[i - 1].file,
                                 facets[i].file, facets[i].name));
  auto known = [&](const std::string& name) {
    return std::any_of(facets.begin(), facets.end(),
                       [&](const Facet& facet) { return facet.name == name; });
  };
  if (!known(zones.gate))
    return failure(Error::Kind::usage, fmt::format("{}: the gate '{}' is no facet of this codebook",
                                                   zones_name, zones.gate));
  for (const std::string& name : zones.order)
    if (!known(name))
      return failure(Error::Kind::usage,
                     fmt::format("{}: 'order' names '{}', which is no facet of this codebook",
                                 zones_name, name));
  return {};
}

// Numbers the alternatives of all words first, then those of anchors and contexts.
void prepare_candidates(Codebook::Compiled& compiled) {
  std::vector<std::vector<Literal>> literals;
  auto take = [&](const Expression& words, Codebook::Compiled::Place place) {
    const int number = static_cast<int>(compiled.places.size());
    compiled.places.push_back(place);
    words.number(literals);
    compiled.place_of.resize(literals.size(), number);
    if (!words.without_literals().empty()) compiled.always.push_back(number);
  };
  for (std::size_t f = 0; f < compiled.facets.size(); ++f) {
    const Facet& facet = compiled.facets[f];
    for (std::size_t r = 0; r < facet.rules.size(); ++r) take(facet.rules[r].words, {f, r, false});
    for (std::size_t d = 0; d < facet.decoys.size(); ++d) take(facet.decoys[d].words, {f, d, true});
  }
  for (const Facet& facet : compiled.facets) {
    for (const Anchor& anchor : facet.anchors) anchor.when.number(literals);
    for (const Rule& rule : facet.rules)
      for (const Context& context : rule.contexts) {
        context.when.number(literals);
        context.unless.number(literals);
      }
  }
  compiled.place_of.resize(literals.size(), -1);
  compiled.candidates = Candidates(literals);
}

// A document whose only sentence stands where the rule counts.
Document example_document(const Facet& facet, const Rule& rule, std::string_view sentence) {
  Part zone = Part::abstract;
  if (!rule.zones.contains(zone) || weight_at(facet, zone, false) <= 0) {
    bool found = false;
    rule.zones.each([&](Part part) {
      if (found || !kBody.contains(part) || weight_at(facet, part, false) <= 0) return;
      zone = part;
      found = true;
    });
    rule.zones.each([&](Part part) {
      if (found || weight_at(facet, part, false) <= 0) return;
      zone = part;
      found = true;
    });
  }
  Document document;
  document.text = sentence;
  Span all{0, static_cast<std::uint32_t>(document.text.size())};
  document.sections.push_back({zone, {0, 0}, all});
  if (zone == Part::keywords) document.keywords.push_back(all);
  return document;
}

bool speaks(const Codebook::Compiled& compiled, std::size_t facet, std::size_t rule,
            std::string_view sentence) {
  const Facet& of = compiled.facets[facet];
  Document document = example_document(of, of.rules[rule], sentence);
  Reading reading(document, compiled.zones);
  std::vector<std::vector<Hit>> hits = find_hits(reading, compiled);
  return std::any_of(hits[facet].begin(), hits[facet].end(),
                     [&](const Hit& hit) { return hit.rule == rule && hit.counts(); });
}

}  // namespace

Codebook::Codebook(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Codebook::~Codebook() = default;
Codebook::Codebook(Codebook&&) noexcept = default;
Codebook& Codebook::operator=(Codebook&&) noexcept = default;

Result<Codebook> Codebook::load(const std::filesystem::path& folder) {
  auto files = read_files(folder);
  if (!files) return tl::unexpected(files.error());
  auto compiled = std::make_unique<Compiled>();
  auto named = [&](std::string_view file) { return (folder / file).string(); };
  auto zones = read_zones(files->at(std::string(kZonesFile)), named(kZonesFile));
  if (!zones) return tl::unexpected(zones.error());
  compiled->zones = std::move(*zones);
  Shared shared;
  if (auto file = files->find(std::string(kSharedFile)); file != files->end()) {
    auto read = read_shared(file->second, named(kSharedFile));
    if (!read) return tl::unexpected(read.error());
    shared = std::move(*read);
  }
  for (const auto& [name, content] : *files) {
    if (name == kZonesFile || name == kSharedFile || name == kExamplesFile) continue;
    auto facet = read_facet(content, named(name), shared, compiled->zones, *files);
    if (!facet) return tl::unexpected(facet.error());
    compiled->facets.push_back(std::move(*facet));
  }
  put_in_order(compiled->facets, compiled->zones);
  if (auto good = check_facets(compiled->facets, compiled->zones, named(kZonesFile)); !good)
    return tl::unexpected(good.error());
  compiled->gate = 0;
  if (auto file = files->find(std::string(kExamplesFile)); file != files->end())
    if (auto read = add_examples(file->second, named(kExamplesFile), compiled->facets); !read)
      return tl::unexpected(read.error());
  prepare_candidates(*compiled);
  compiled->hash = hash_of(*files);
  return Codebook(std::move(compiled));
}

std::vector<std::string> Codebook::facets() const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < compiled_->facets.size(); ++i)
    if (i != compiled_->gate) names.push_back(compiled_->facets[i].name);
  return names;
}

std::vector<CodebookColumn> Codebook::columns() const {
  std::vector<CodebookColumn> columns;
  for (std::size_t i = 0; i < compiled_->facets.size(); ++i) {
    if (i == compiled_->gate) continue;
    const Facet& facet = compiled_->facets[i];
    columns.push_back({facet.column.empty() ? facet.name : facet.column, facet.name, false});
    if (!facet.parent_column.empty()) columns.push_back({facet.parent_column, facet.name, true});
  }
  return columns;
}

std::vector<CodeEntry> Codebook::codes() const {
  std::vector<CodeEntry> entries;
  for (const Facet& facet : compiled_->facets)
    for (const CodeDefinition& code : facet.codes)
      if (code.stands_for.empty())
        entries.push_back({facet.name, code.code, code.label, code.definition, code.parent});
  return entries;
}

bool Codebook::has_values(std::string_view name) const {
  for (const Facet& facet : compiled_->facets)
    if (facet.name == name)
      return std::any_of(facet.rules.begin(), facet.rules.end(), [](const Rule& rule) {
        return !rule.value.empty() || rule.whole_sentence;
      });
  return false;
}

std::string Codebook::hash() const { return compiled_->hash; }

std::size_t Codebook::example_count() const {
  std::size_t count = 0;
  for (const Facet& facet : compiled_->facets)
    for (const Rule& rule : facet.rules) count += rule.yes.size() + rule.no.size();
  return count;
}

std::vector<ExampleFailure> Codebook::check() const {
  std::vector<ExampleFailure> failures;
  for (std::size_t f = 0; f < compiled_->facets.size(); ++f) {
    const Facet& facet = compiled_->facets[f];
    for (std::size_t r = 0; r < facet.rules.size(); ++r) {
      const Rule& rule = facet.rules[r];
      for (const std::string& sentence : rule.yes)
        if (!speaks(*compiled_, f, r, sentence))
          failures.push_back({rule.file, rule.id, sentence, true});
      for (const std::string& sentence : rule.no)
        if (speaks(*compiled_, f, r, sentence))
          failures.push_back({rule.file, rule.id, sentence, false});
    }
  }
  return failures;
}

}  // namespace litmine
