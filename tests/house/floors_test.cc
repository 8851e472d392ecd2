// The floors of the house: reads tests/floors.txt and every #include of every room, and fails with
// file and line where a room reaches up or sideways or a library has wandered out of its room.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "tests/house/tree.h"

namespace litmine::house {
namespace {

struct Room {
  std::set<std::string> below;         ///< rooms it may include
  std::vector<std::string> libraries;  ///< how the headers of its libraries begin
};
using Floors = std::map<std::string, Room>;

/// The one header of ours that includes a library.
constexpr std::string_view kException[] = {"text/result.h", "tl/expected.hpp"};

/// What the operating system offers to a .cc file; the first also to a header, for pid_t.
constexpr std::string_view kSystem[] = {
    "sys/types.h",     "dirent.h",       "fcntl.h",      "linux/audit.h",  "linux/filter.h",
    "linux/seccomp.h", "malloc.h",       "poll.h",       "pthread.h",      "sched.h",
    "signal.h",        "spawn.h",        "sys/file.h",   "sys/ioctl.h",    "sys/mman.h",
    "sys/prctl.h",     "sys/resource.h", "sys/select.h", "sys/sendfile.h", "sys/stat.h",
    "sys/statvfs.h",   "sys/syscall.h",  "sys/time.h",   "sys/wait.h",     "termios.h",
    "unistd.h",
};

/// Headers of sockets stand in no list, but for the pair of sockets that litmine and its workers
/// talk over.
constexpr std::string_view kSocketPair[] = {"extractors", "sys/socket.h"};

std::vector<std::string> words(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> found;
  for (std::string word; in >> word;) found.push_back(word);
  return found;
}

/// Lines of `room | rooms below | libraries`; "-" is none.
Floors read_floors(std::string_view text) {
  Floors floors;
  for (const std::string& line : lines_of(text)) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream in(line);
    std::string name, below, libraries;
    std::getline(in, name, '|');
    std::getline(in, below, '|');
    std::getline(in, libraries);
    Room& room = floors[words(name).at(0)];
    for (const std::string& word : words(below))
      if (word != "-") room.below.insert(word);
    for (const std::string& word : words(libraries))
      if (word != "-") room.libraries.push_back(word);
  }
  return floors;
}

bool begins_with_one_of(std::string_view header, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](const std::string& prefix) { return header.starts_with(prefix); });
}

/// What is wrong with `#include "header"`; empty if nothing is.
std::string wrong_with_ours(const Floors& floors, const std::string& room,
                            const std::string& header) {
  const std::string target = header.substr(0, header.find('/'));
  if (target.size() == header.size() || !floors.contains(target))
    return "\"" + header + "\" does not begin with a room";
  if (target == room || floors.at(room).below.contains(target)) return {};
  return room + " may not include " + target + " (\"" + header + "\")";
}

/// What is wrong with `#include <header>`; empty if nothing is.
std::string wrong_with_theirs(const Floors& floors, const std::string& room,
                              const std::string& file, const std::string& header) {
  if (header.find_first_of("./") == std::string::npos) return {};  // the standard library
  if (file == kException[0] && header == kException[1]) return {};
  if (header == kSystem[0]) return {};
  if (file.ends_with(".h")) return "<" + header + "> stands in a header of ours";
  if (std::find(std::begin(kSystem), std::end(kSystem), header) != std::end(kSystem)) return {};
  if (room == kSocketPair[0] && header == kSocketPair[1]) return {};
  if (begins_with_one_of(header, floors.at(room).libraries)) return {};
  return "<" + header + "> is no library of " + room;
}

/// Everything wrong with the includes of one file, as "file:line: what".
std::vector<std::string> wrong_with(const Floors& floors, const std::string& file,
                                    std::string_view text) {
  const std::string room = file.substr(0, file.find('/'));
  std::vector<std::string> found;
  int number = 0;
  for (const std::string& line : lines_of(text)) {
    ++number;
    std::size_t at = line.find_first_not_of(" \t");
    if (at == std::string::npos || line[at] != '#') continue;
    at = line.find_first_not_of(" \t", at + 1);
    if (at == std::string::npos || line.compare(at, 7, "include") != 0) continue;
    const std::size_t open = line.find_first_of("\"<", at);
    const std::size_t close =
        open == std::string::npos ? open : line.find_first_of("\">", open + 1);
    std::string what = "cannot read this #include";
    if (close != std::string::npos) {
      const std::string header = line.substr(open + 1, close - open - 1);
      what = line[open] == '"' ? wrong_with_ours(floors, room, header)
                               : wrong_with_theirs(floors, room, file, header);
    }
    if (!what.empty()) found.push_back(fmt::format("{}:{}: {}", file, number, what));
  }
  return found;
}

Floors our_floors() { return read_floors(contents(kRoot / "tests/floors.txt")); }

TEST(Floors, NoRoomReachesUpOrSideways) {
  const Floors floors = our_floors();
  for (const auto& [room, rules] : floors) {
    if (!std::filesystem::exists(kRoot / room)) continue;
    for (const auto& file : files_under(kRoot / room, is_source))
      for (const std::string& what : wrong_with(floors, file.string(), contents(kRoot / file)))
        ADD_FAILURE() << what;
  }
}

TEST(Floors, ListEveryRoom) {
  const Floors floors = our_floors();
  const std::set<std::string> beside = {"tests", "bench"};
  for (const auto& [room, rules] : floors)
    EXPECT_TRUE(std::filesystem::is_directory(kRoot / room))
        << "tests/floors.txt names '" << room << "', which is not there";
  for (const auto& file : files_under(kRoot, is_source)) {
    const std::string room = file.begin()->string();
    EXPECT_TRUE(floors.contains(room) || beside.contains(room))
        << file.string() << " stands in no room of tests/floors.txt";
  }
}

// A room only reaches rooms that are listed before it, so there are no circles.
TEST(Floors, AreBuiltFromTheGroundUp) {
  std::set<std::string> built;
  for (const std::string& line : lines_of(contents(kRoot / "tests/floors.txt"))) {
    if (line.empty() || line[0] == '#') continue;
    const Floors one = read_floors(line);
    for (const std::string& below : one.begin()->second.below)
      EXPECT_TRUE(built.contains(below))
          << one.begin()->first << " stands on '" << below << "', which is not listed before it";
    built.insert(one.begin()->first);
  }
}

TEST(FloorsChecker, FindsWhatIsWrong) {
  const Floors floors = read_floors(
      "# a comment\n"
      "text    | -    | unicode/\n"
      "corpus  | text | -\n"
      "queries | text corpus | -\n"
      "indexer | text corpus queries | xapian re2/\n");
  struct Case {
    std::string file, text, found;  ///< `found` is empty where all is well
  };
  const Case kCases[] = {
      {"indexer/index.cc", "#include <xapian.h>\n#include \"queries/query.h\"\n", ""},
      {"indexer/deep/index.cc", "#include \"indexer/index.h\"\n", ""},
      {"text/words.cc", "#include <vector>\n#include <unicode/uchar.h>\n#include <unistd.h>\n", ""},
      {"text/result.h", "#include <tl/expected.hpp>\n", ""},
      {"corpus/part.cc", "// #include \"queries/query.h\"\nauto s = \"#include\";\n", ""},
      {"corpus/part.cc", "\n#include \"queries/query.h\"\n",
       "corpus/part.cc:2: corpus may not include queries (\"queries/query.h\")"},
      {"text/a.cc", "#  include \"corpus/part.h\"\n",
       "text/a.cc:1: text may not include corpus (\"corpus/part.h\")"},
      {"queries/a.cc", "#include <xapian.h>\n",
       "queries/a.cc:1: <xapian.h> is no library of queries"},
      {"indexer/index.h", "#include <xapian.h>\n",
       "indexer/index.h:1: <xapian.h> stands in a header of ours"},
      {"corpus/part.h", "#include <tl/expected.hpp>\n",
       "corpus/part.h:1: <tl/expected.hpp> stands in a header of ours"},
      {"indexer/a.cc", "#include <sys/socket.h>\n",
       "indexer/a.cc:1: <sys/socket.h> is no library of indexer"},
      {"indexer/a.cc", "#include \"index.h\"\n",
       "indexer/a.cc:1: \"index.h\" does not begin with a room"},
      {"indexer/a.cc", "#include HEADER\n", "indexer/a.cc:1: cannot read this #include"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.file + ": " + c.text);
    const std::vector<std::string> found = wrong_with(floors, c.file, c.text);
    if (c.found.empty()) {
      EXPECT_EQ(found, std::vector<std::string>{});
    } else {
      EXPECT_EQ(found, std::vector<std::string>{c.found});
    }
  }
}

}  // namespace
}  // namespace litmine::house
