// Cases transcribed from the vendors' help pages, when they are at hand. What fails stands in
// known_broken.txt with the reason; a case that stands there and passes is a failure too.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "queries/normal_form.h"
#include "tests/queries/helpers.h"

namespace litmine::testing_queries {
namespace {

const std::string kCases =
    std::string(LITMINE_SOURCE_DIR) + "/../shared/data/dialects/vendor-cases.jsonl";

/// Trees that the cases describe in words.
const std::map<std::string, std::string> kTreesInWords = {
    {"same single reference contains darwin and 1859", "(in references (entry (and darwin 1859)))"},
};

/// The rule that an expectation speaks of, by a word in it.
constexpr std::pair<std::string_view, std::string_view> kRules[] = {
    {"inside a proximity operand", "operator-in-proximity"},
    {"AND inside NEAR", "operator-in-proximity"},
    {"mixed in one chain", "proximity-chain"},
    {"one wildcard per term", "several-wildcards"},
    {"fewer than 3", "short-stem"},
    {"needs quotes, otherwise AND", "operator-word"},
    {"year alone", "year-alone"},
    {"$ is not allowed in quotes", "wildcard-in-quotes"},
    {"wildcard as first character", "leading-wildcard"},
    {"fewer than 4", "short-stem"},
    {"* dropped", "short-stem"},
    {"inside a proximity expression", "distance-ignored"},
    {"lower-case operators", "lower-case-operator"},
    {"phrase index", "phrase-index"},
    {"disabled inside phrases", "wildcard-in-quotes"},
    {"phrases do not support wildcards", "wildcard-in-quotes"},
};

bool lint_holds(const Parsed& parsed, const std::string& expected) {
  if (expected.starts_with("no error")) return !has_errors(parsed.notes);
  std::string level = expected.substr(0, expected.find(':'));
  for (const auto& [words, code] : kRules) {
    if (expected.find(words) == std::string::npos) continue;
    for (const Diagnostic& note : parsed.notes)
      if (note.code == code && level_name(note.level) == level) return true;
    return false;
  }
  ADD_FAILURE() << "no rule is known for: " << expected;
  return false;
}

bool holds(const nlohmann::json& c) {
  std::string dialect = c["dialect"], query = c["query"], kind = c["kind"];
  Parsed parsed = read(dialect, query);
  if (kind == "lint") return lint_holds(parsed, c["expect"]);
  if (kind == "match") {
    static const std::map<std::string, Part> kFields = {
        {"title", Part::title}, {"abstract", Part::abstract}, {"keywords", Part::keywords}};
    std::string field = c.value("field", "abstract");
    Part part = kFields.contains(field) ? kFields.at(field) : Part::abstract;
    // Without a field the text is one, and every field of the query means it.
    std::string text = c["text"];
    Document document = c.contains("field") ? document_of({{part, text}})
                                            : document_of({{Part::title, text}, {part, text}});
    return matches(parsed.query, CutStudy(document)) == c["match"].get<bool>();
  }
  std::string equivalent = c["equivalent"];
  if (auto words = kTreesInWords.find(equivalent); words != kTreesInWords.end())
    return to_sexp(parsed.query.root) == words->second;
  return normal_form(parsed.query.root).same_as(normal_form(read(dialect, equivalent).query.root));
}

TEST(VendorCases, Hold) {
  if (!std::filesystem::exists(kCases)) GTEST_SKIP() << "skipped: no " << kCases;
  std::map<std::string, std::string> known_broken;
  for (const CaseLine& line : read_cases("known_broken.txt"))
    known_broken[line.cells.at(0)] = line.cells.at(1);

  std::ifstream in(kCases);
  std::size_t run = 0, passed = 0;
  for (std::string line; std::getline(in, line);) {
    nlohmann::json c = nlohmann::json::parse(line);
    if (dialect_named(c["dialect"].get<std::string>()) == nullptr) continue;
    ++run;
    std::string id = c["id"];
    bool ok = holds(c);
    passed += ok;
    if (known_broken.contains(id))
      EXPECT_FALSE(ok) << id << " passes now: take it out of known_broken.txt";
    else
      EXPECT_TRUE(ok)
          << c.dump() << "\n"
          << to_sexp(
                 read(c["dialect"].get<std::string>(), c["query"].get<std::string>()).query.root);
  }
  std::cout << passed << " of " << run << " vendor cases hold\n";
  EXPECT_GT(run, 0u);
}

}  // namespace
}  // namespace litmine::testing_queries
