#include "cli/tag_more.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "cli/codebook_files.h"

namespace litmine {
namespace {

using CodeKey = std::tuple<std::string, std::string, std::string>;  // facet, code or value, role

std::map<CodeKey, const Suggestion*> by_key(const CodedStudy& study) {
  std::map<CodeKey, const Suggestion*> all;
  if (!study.kind_evidence.quotes.empty())
    all[{"document", study.kind_evidence.code.code, ""}] = &study.kind_evidence;
  for (const auto& [facet, suggestions] : study.suggestions)
    for (const Suggestion& suggestion : suggestions)
      all[{facet, decided_name(suggestion.code), suggestion.code.role}] = &suggestion;
  return all;
}

Band band_in(const std::map<CodeKey, const Suggestion*>& all, const CodeKey& key) {
  auto found = all.find(key);
  return found == all.end() ? Band::low : found->second->code.band;
}

}  // namespace

const std::vector<Column>& difference_columns() {
  static const std::vector<Column> kColumns = {{"change"}, {"study"}, {"facet"},
                                               {"code"},   {"label"}, {"role"},
                                               {"before"}, {"after"}, {"sentence"}};
  return kColumns;
}

std::size_t write_differences(Sink& sink, const std::vector<CodedStudy>& before,
                              const std::vector<CodedStudy>& after, Band least) {
  std::size_t rows = 0;
  for (std::size_t i = 0; i < before.size() && i < after.size(); ++i) {
    const auto old_codes = by_key(before[i]), new_codes = by_key(after[i]);
    std::set<CodeKey> keys;
    for (const auto& [key, suggestion] : old_codes) keys.insert(key);
    for (const auto& [key, suggestion] : new_codes) keys.insert(key);
    for (const CodeKey& key : keys) {
      const Band was = band_in(old_codes, key), is = band_in(new_codes, key);
      if (was == is || std::max(was, is) < least) continue;
      const bool gone = is < least;
      const char* change = gone ? "lost" : was < least ? "gained" : "band";
      auto of = (gone ? old_codes : new_codes).find(key);
      const Suggestion& shown = *of->second;
      sink.row({std::string(change), before[i].study, shown.code.facet, decided_name(shown.code),
                shown.code.label, shown.code.role,
                old_codes.contains(key) ? std::string(band_name(was)) : std::string(),
                new_codes.contains(key) ? std::string(band_name(is)) : std::string(),
                shown.quotes.empty() ? std::string() : shown.quotes.front().sentence});
      ++rows;
    }
  }
  return rows;
}

Result<std::size_t> write_examples(const std::vector<CodedStudy>& coded,
                                   const DecidedCodes& decided,
                                   const std::filesystem::path& codebook) {
  const std::filesystem::path file = codebook / "examples.toml";
  std::ifstream in(file, std::ios::binary);
  std::string known{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::string added;
  std::size_t count = 0;
  for (const CodedStudy& study : coded)
    for (const auto& [facet, suggestions] : study.suggestions)
      for (const Suggestion& suggestion : suggestions) {
        auto decisions =
            decided.on(study.study, facet, decided_name(suggestion.code), suggestion.code.role);
        if (decisions.empty() || suggestion.quotes.empty()) continue;
        const Quotation& quote = suggestion.quotes.front();
        const std::string sentence = toml_quoted(quote.sentence);
        const std::string entry =
            fmt::format("\n[[example]]\nrule = \"{}\"\nstudy = {}\ncoder = {}\n{} = [{}]\n",
                        quote.rule, toml_quoted(study.study), toml_quoted(decisions.back().coder),
                        stands_rejected(decisions) ? "no" : "yes", sentence);
        if (known.find(entry) != std::string::npos || added.find(entry) != std::string::npos)
          continue;
        added += entry;
        ++count;
      }
  if (count == 0) return count;
  if (known.empty())
    added = "# Sentences on which reviewers decided: `litmine tag --check` runs them.\n" + added;
  std::ofstream out(file, std::ios::binary | std::ios::app);
  out << added;
  out.flush();
  if (!out)
    return failure(Error::Kind::unreadable, fmt::format("cannot write '{}'", file.string()),
                   "name a folder of your own: a copy of the codebook");
  return count;
}

const std::vector<Column>& decided_columns() {
  static const std::vector<Column> kColumns = {{"key"}, {"facet"}, {"code"}, {"role"}, {"coder"}};
  return kColumns;
}

void write_decided(Sink& sink, const DecidedCodes& decided) {
  // study, facet, coder → code and role; empty when all was rejected.
  std::map<std::tuple<std::string, std::string, std::string>,
           std::map<std::pair<std::string, std::string>, bool>>
      rows;
  for (const CodingDecision& decision : decided.standing()) {
    if (decision.decision == "note") continue;
    auto& codes = rows[{decision.study, decision.facet, decision.coder}];
    if (!decision.suggested.empty()) codes.erase({decision.suggested, decision.role});
    if (decision.decision == "accept") codes[{decision.suggested, decision.role}] = true;
    if (!decision.final_code.empty()) codes[{decision.final_code, decision.role}] = true;
  }
  for (const auto& [key, codes] : rows) {
    const auto& [study, facet, coder] = key;
    if (codes.empty()) sink.row({study, facet, std::string(), std::string(), coder});
    for (const auto& [code, given] : codes)
      sink.row({study, facet, code.first, code.second, coder});
  }
}

}  // namespace litmine
