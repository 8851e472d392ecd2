// What a reader of the repository relies on: links lead somewhere, and nothing in here is about the
// machine it was written on.
#include <gtest/gtest.h>

#include <cctype>
#include <set>

#include "tests/house/tree.h"

namespace litmine::house {
namespace {

using std::filesystem::path;

/// The anchor that a heading of a Markdown page gets: lower case, spaces to hyphens, punctuation
/// gone.
std::string anchor_of(std::string_view heading) {
  std::string anchor;
  for (const char c : heading) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '-' || c == '_' || byte >= 0x80)
      anchor += static_cast<char>(std::tolower(byte));
    else if (c == ' ')
      anchor += '-';
  }
  return anchor;
}

bool opens_code(const std::string& line) {
  return line.starts_with("```") || line.starts_with("~~~");
}

std::set<std::string> anchors_in(const path& page) {
  std::set<std::string> anchors;
  bool code = false;
  for (const std::string& line : lines_of(contents(page))) {
    if (opens_code(line)) code = !code;
    const std::size_t hashes = line.find_first_not_of('#');
    if (code || hashes == 0 || hashes == std::string::npos || line[hashes] != ' ') continue;
    anchors.insert(anchor_of(std::string_view(line).substr(hashes + 1)));
  }
  return anchors;
}

struct Link {
  std::string target;
  int line;
};

/// `[words](target)` outside code.
std::vector<Link> links_in(std::string_view markdown) {
  std::vector<Link> links;
  bool code = false;
  int number = 0;
  for (const std::string& line : lines_of(markdown)) {
    ++number;
    if (opens_code(line)) code = !code;
    if (code) continue;
    bool quoted = false;
    for (std::size_t at = 0; at + 1 < line.size(); ++at) {
      if (line[at] == '`') quoted = !quoted;
      if (quoted || line[at] != ']' || line[at + 1] != '(') continue;
      const std::size_t close = line.find(')', at);
      if (close == std::string::npos) continue;
      links.push_back({line.substr(at + 2, close - at - 2), number});
    }
  }
  return links;
}

/// Why a link on `page` leads nowhere; empty if it leads somewhere. Addresses on the web are not
/// looked at.
std::string wrong_with(const path& page, const std::string& target) {
  if (target.find("://") != std::string::npos || target.starts_with("mailto:")) return {};
  const std::size_t hash = std::min(target.find('#'), target.size());
  const std::string file = target.substr(0, hash);
  const path there = file.empty() ? page : page.parent_path() / file;
  if (!std::filesystem::exists(there)) return "no file '" + file + "'";
  if (hash < target.size() && !anchors_in(there).contains(target.substr(hash + 1)))
    return "no heading '" + target.substr(hash) + "'";
  return {};
}

TEST(Documents, EveryLinkLeadsSomewhere) {
  for (const path& page : files_under(kRoot, [](const path& p) { return p.extension() == ".md"; }))
    for (const Link& link : links_in(contents(kRoot / page))) {
      const std::string wrong = wrong_with(kRoot / page, link.target);
      EXPECT_EQ(wrong, "") << page.string() << ":" << link.line << ": (" << link.target << ")";
    }
}

TEST(Documents, LinksAreFoundAndHeadingsHaveAnchors) {
  const std::vector<Link> links =
      links_in("[a](b.md) and [c](d.md#e)\n```\n[no](x)\n```\n`[no](y)` [f](g)\n");
  ASSERT_EQ(links.size(), 3u);
  EXPECT_EQ(links[1].target, "d.md#e");
  EXPECT_EQ(links[2].target, "g");
  EXPECT_EQ(links[2].line, 5);
  EXPECT_EQ(anchor_of("A file format: `ris`, say"), "a-file-format-ris-say");
  EXPECT_NE(wrong_with(kRoot / "README.md", "no-such-page.md"), "");
  EXPECT_NE(wrong_with(kRoot / "README.md", "#no-such-heading"), "");
  EXPECT_EQ(wrong_with(kRoot / "README.md", "LICENSE"), "");
}

// Each is written in two pieces so that this file does not find itself.
const std::string kMachine[] = {
    std::string("/wo") + "rk/main",       std::string("/wo") + "rk/shared",
    std::string("/tmp/") + "build-",      std::string("/ro") + "ot/",
    std::string("artifact") + "registry", std::string("pkg") + ".dev",
    std::string("metadata.") + "google",
};

TEST(Documents, NothingIsAboutTheMachineItWasWrittenOn) {
  for (const path& file : files_under(kRoot, [](const path&) { return true; })) {
    const std::string text = contents(kRoot / file);
    for (const std::string& trace : kMachine)
      EXPECT_EQ(text.find(trace), std::string::npos) << file.string() << " holds '" << trace << "'";
  }
}

}  // namespace
}  // namespace litmine::house
