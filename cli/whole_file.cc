#include "cli/whole_file.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

namespace litmine {

namespace fs = std::filesystem;

Result<void> write_whole(const fs::path& path,
                         const std::function<Result<void>(std::ostream&)>& write) {
  const fs::path part = path.string() + ".part";
  {
    std::ofstream out(part, std::ios::binary);
    if (auto written = write(out); !written) return written;
    out.flush();
    if (!out)
      return failure(Error::Kind::unreadable, fmt::format("cannot write '{}'", path.string()),
                     "is the disk full, or the folder not writable?");
  }
  std::error_code error;
  fs::rename(part, path, error);
  if (error)
    return failure(Error::Kind::unreadable,
                   fmt::format("cannot write '{}': {}", path.string(), error.message()));
  return {};
}

Result<std::string> read_whole(const fs::path& path) {
  std::error_code ignored;
  std::ifstream in(path, std::ios::binary);
  if (!in || fs::is_directory(path, ignored))
    return failure(Error::Kind::not_found, fmt::format("cannot read '{}'", path.string()),
                   "check the name and the permission");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace litmine
