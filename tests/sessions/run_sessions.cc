// run_sessions [--accept] FILE.t | README.md ...: runs sessions (session.h) and says what differs.
//
// Each gets a new folder that holds a copy of the sample review as corpus/sample, which $SAMPLE
// names; the program under test comes first in PATH, then what is built for tests (zipped).
// --accept writes what was printed into the files instead of failing; read the difference before
// committing it.
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>

#include "tests/house/tree.h"
#include "tests/sessions/session.h"

namespace fs = std::filesystem;

namespace litmine::house {
namespace {

/// A new folder under the system's temporary one, gone at the end.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "litmine-session-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// Nothing of the person who runs the tests may show.
void set_environment(const fs::path& folder) {
  const std::string built = LITMINE_BINARY_DIR;
  const std::string path = built + ":" + built + "/tests:" + getenv("PATH");
  setenv("PATH", path.c_str(), 1);
  setenv("HOME", folder.c_str(), 1);
  setenv("SAMPLE", (folder / "corpus/sample").c_str(), 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  setenv("TZ", "UTC", 1);
  setenv("TERM", "dumb", 1);
  for (const char* name : {"LITMINE_CODEBOOK", "LITMINE_INDEX", "COLUMNS", "XDG_CONFIG_HOME"})
    unsetenv(name);
}

void copy_sample(const fs::path& folder) {
  const fs::path sample = kRoot / "corpus/sample";
  if (!fs::exists(sample)) return;
  for (const fs::path& file : files_under(sample, [](const fs::path&) { return true; })) {
    fs::create_directories((folder / file).parent_path());
    fs::copy_file(kRoot / file, folder / file);
  }
}

bool run_file(const fs::path& file, bool accept) {
  const std::string text = contents(file);
  const bool page = file.extension() == ".md";
  Session session = page ? read_console_blocks(text) : read_session(text);
  Folder folder;
  copy_sample(folder.path());
  set_environment(folder.path());
  if (!session.problems.empty() || !run_session(session, folder.path())) accept = false;
  const std::string wrong = report(session, file.filename().string());
  if (wrong.empty()) return true;
  std::cout << wrong;
  if (!accept) return false;
  std::ofstream(file) << with_printed(text, session, page ? "" : "  ");
  std::cout << file.string() << ": written anew\n";
  return true;
}

}  // namespace
}  // namespace litmine::house

int main(int argc, char** argv) {
  const bool accept = argc > 1 && std::strcmp(argv[1], "--accept") == 0;
  bool all_passed = argc > (accept ? 2 : 1);
  for (int i = accept ? 2 : 1; i < argc; ++i)
    all_passed = litmine::house::run_file(argv[i], accept) && all_passed;
  return all_passed ? 0 : 1;
}
