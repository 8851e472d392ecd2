#include "cli/citing.h"

#include <cstdlib>

namespace litmine {
namespace {

namespace fs = std::filesystem;

Result<fs::path> reference_model_file(const std::string& given) {
  if (!given.empty()) return fs::path(given);
  if (const char* variable = std::getenv("LITMINE_CITATIONS"); variable && *variable)
    return fs::path(variable);
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const fs::path& share : {program / "share", program / ".." / "share"})
    if (fs::path file = share / "litmine" / "citations" / "references.model";
        fs::exists(file, ignored))
      return file.lexically_normal();
  return failure(Error::Kind::not_found, "the reference model is not where it was installed",
                 "name its file in LITMINE_CITATIONS");
}

}  // namespace

Result<ReferenceModel> reference_model(const std::string& given) {
  auto file = reference_model_file(given);
  if (!file) return tl::unexpected(file.error());
  return ReferenceModel::load(*file);
}

}  // namespace litmine
