// One definition of a type in the whole program: two rooms that each define a litmine::Column make
// a program in which std::vector<Column> of the one works on the members of the other, and no
// compiler or linker says so.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/house/tree.h"

namespace litmine::house {
namespace {

/// The text without comments and without what stands in quotes.
std::string bare(const std::string& text) {
  static const std::regex kNoise(R"re(//[^\n]*|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])')re");
  return std::regex_replace(text, kNoise, " ");
}

/// Types that `text` defines at the level of a namespace with a name, with its names before them.
std::set<std::string> types_defined(const std::string& text) {
  static const std::regex kNamespace(R"re(^\s*(inline )?namespace\s*([\w:]*)\s*\{)re");
  static const std::regex kType(
      R"re(^(struct|class|enum class|enum)\s+(\w+)\s*(final\s*)?(:[^:].*)?\{)re");
  struct Level {
    int depth;
    std::string name;
  };
  std::set<std::string> found;
  std::vector<Level> levels;
  int depth = 0;
  for (const std::string& line : lines_of(bare(text))) {
    std::smatch match;
    if (std::regex_search(line, match, kNamespace)) levels.push_back({depth, match[2]});
    std::string place;
    bool named = depth == static_cast<int>(levels.size());
    for (const Level& level : levels) {
      named &= !level.name.empty();
      place += level.name + "::";
    }
    if (named && std::regex_search(line, match, kType)) found.insert(place + match[2].str());
    for (char c : line) depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    while (!levels.empty() && depth <= levels.back().depth) levels.pop_back();
  }
  return found;
}

TEST(OneDefinition, NoTypeOfAnyRoomHasTheNameOfAnother) {
  std::map<std::string, std::string> where;
  for (const auto& file : files_under(kRoot, is_source)) {
    const std::string room = file.begin()->string();
    if (room == "tests" || room == "bench") continue;  // programs of their own
    for (const std::string& type : types_defined(contents(kRoot / file))) {
      const auto [it, first] = where.emplace(type, file.string());
      EXPECT_TRUE(first) << type << " is defined in " << it->second << " and in " << file.string()
                         << ": give one of them another name, or move it into a namespace {}";
    }
  }
  EXPECT_GT(where.size(), 100U);
}

TEST(OneDefinition, TypesAreFound) {
  const std::set<std::string> found = types_defined(
      "namespace litmine {\n"
      "struct Row;  // struct Row {\n"
      "struct Page {\n  struct Line {};\n};\n"
      "enum class Kind : char { a };\n"
      "namespace {\nstruct Own {};\n}  // namespace\n"
      "namespace inner {\nclass Deep final : public Page {\n};\n}\n"
      "}  // namespace litmine\n");
  EXPECT_EQ(found,
            (std::set<std::string>{"litmine::Kind", "litmine::Page", "litmine::inner::Deep"}));
}

}  // namespace
}  // namespace litmine::house
