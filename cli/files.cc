#include "cli/files.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace litmine {
namespace {

namespace fs = std::filesystem;

bool hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.size() > 1 && name[0] == '.' && name != "..";
}

std::string name_of(const fs::path& path, const fs::path& base) {
  fs::path relative = path.lexically_normal().lexically_proximate(base.lexically_normal());
  const std::string name = relative.generic_string();
  return name.rfind("../", 0) == 0 ? path.lexically_normal().generic_string() : name;
}

Problem unreadable(const std::string& name, const std::error_code& why) {
  Problem problem;
  problem.file = name;
  problem.code = "unreadable";
  problem.reason = fmt::format("cannot be opened: {}", why.message());
  problem.hint = "check the permission";
  return problem;
}

/// FNV-1a, 64 bits: tells versions of a file apart; it protects against accidents, not attacks.
class ContentHash {
 public:
  void add(const char* bytes, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      value_ ^= static_cast<unsigned char>(bytes[i]);
      value_ *= 0x100000001b3ull;
    }
  }
  std::string text() const { return fmt::format("{:016x}", value_); }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325ull;
};

}  // namespace

bool fits_glob(std::string_view name, std::string_view glob) {
  while (!glob.empty() && glob.back() == '/') glob.remove_suffix(1);
  if (glob.empty()) return name.empty() || name.front() == '/';
  if (glob.substr(0, 2) == "**") {
    std::string_view rest = glob.substr(2);
    if (!rest.empty() && rest.front() == '/' && fits_glob(name, rest.substr(1))) return true;
    for (std::size_t i = 0; i <= name.size(); ++i)
      if (fits_glob(name.substr(i), rest)) return true;
    return false;
  }
  if (glob.front() == '*') {
    for (std::size_t i = 0; i <= name.size(); ++i) {
      if (fits_glob(name.substr(i), glob.substr(1))) return true;
      if (i < name.size() && name[i] == '/') break;
    }
    return false;
  }
  if (name.empty()) return false;
  if (glob.front() != name.front() && (glob.front() != '?' || name.front() == '/')) return false;
  return fits_glob(name.substr(1), glob.substr(1));
}

Result<std::vector<SourceFile>> find_files(const std::vector<fs::path>& sources,
                                           const fs::path& base,
                                           const std::vector<std::string>& exclude,
                                           std::vector<Problem>& problems) {
  std::vector<SourceFile> found;
  auto take = [&](const fs::path& path) {
    std::string name = name_of(path, base);
    for (const std::string& glob : exclude)
      if (fits_glob(name, glob)) return;
    found.push_back({path, std::move(name)});
  };
  for (const fs::path& source : sources) {
    std::error_code error;
    const fs::file_status status = fs::status(source, error);
    if (!fs::exists(status))
      return failure(Error::Kind::not_found, fmt::format("'{}' is not there", source.string()),
                     "name a file or a folder");
    if (!fs::is_directory(status)) {
      take(source);
      continue;
    }
    auto options = fs::directory_options::none;
    fs::recursive_directory_iterator walk(source, options, error), end;
    if (error) problems.push_back(unreadable(name_of(source, base), error));
    while (!error && walk != end) {
      const fs::path path = walk->path();
      std::error_code kind_error;
      if (hidden(path)) {
        walk.disable_recursion_pending();
      } else if (walk->is_regular_file(kind_error)) {
        take(path);
      } else if (walk->is_directory(kind_error) && !walk->is_symlink(kind_error) &&
                 access(path.c_str(), R_OK | X_OK) != 0) {
        problems.push_back(unreadable(name_of(path, base), {errno, std::generic_category()}));
        walk.disable_recursion_pending();
      } else if (walk->is_symlink(kind_error) && !fs::exists(path, kind_error)) {
        problems.push_back(unreadable(name_of(path, base),
                                      std::make_error_code(std::errc::no_such_file_or_directory)));
      }
      walk.increment(error);
      if (error) problems.push_back(unreadable(name_of(path, base), error));
    }
  }
  std::sort(found.begin(), found.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.name < b.name; });
  auto same = [](const SourceFile& a, const SourceFile& b) { return a.name == b.name; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

Result<FileStamp> stamp_of(const SourceFile& file, bool with_hash) {
  struct stat facts = {};
  if (stat(file.path.c_str(), &facts) != 0)
    return failure(Error::Kind::unreadable,
                   fmt::format("'{}' cannot be opened: {}", file.name, std::strerror(errno)),
                   "check the permission");
  FileStamp stamp;
  stamp.path = file.name;
  stamp.size = static_cast<std::uint64_t>(facts.st_size);
  stamp.modified = facts.st_mtim.tv_sec * 1'000'000'000ll + facts.st_mtim.tv_nsec;
  if (!with_hash) return stamp;
  std::ifstream in(file.path, std::ios::binary);
  ContentHash hash;
  std::array<char, 1 << 16> buffer;
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0)
    hash.add(buffer.data(), static_cast<std::size_t>(in.gcount()));
  if (!in.eof())
    return failure(Error::Kind::unreadable, fmt::format("'{}' cannot be read", file.name),
                   "check the permission and the disk");
  stamp.hash = hash.text();
  return stamp;
}

}  // namespace litmine
