#include "extractors/zip_entries.h"

#include <zip.h>

#include <algorithm>

#include "extractors/records.h"

namespace litmine {
namespace {

constexpr std::size_t kBlock = std::size_t{256} * 1024;
constexpr std::uint64_t kSmall = std::uint64_t{1024} * 1024;  // any ratio is harmless below

std::string reason_of(int code) {
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  return reason;
}

std::string in_mebibytes(std::uint64_t bytes) {
  return std::to_string(bytes / (std::uint64_t{1024} * 1024)) + " MiB";
}

}  // namespace

void ZipFile::Close::operator()(zip* archive) const { zip_discard(archive); }

ZipFile::ZipFile(zip* archive) : archive_(archive) {
  const auto count =
      static_cast<zip_uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive, 0), 0));
  unlisted_ = count > kMostEntries ? count - kMostEntries : 0;
  for (zip_uint64_t i = 0; i < std::min<zip_uint64_t>(count, kMostEntries); ++i) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    ZipEntry entry;
    if (zip_stat_index(archive, i, ZIP_FL_ENC_GUESS, &stat) == 0 && stat.name != nullptr)
      entry.name = on_one_line(stat.name);
    if (entry.name.empty()) {
      ++unlisted_;
      continue;
    }
    entry.size = (stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0;
    entry.packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
    entry.index = i;
    entry.locked =
        (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
    if (!entry.name.ends_with('/')) entries_.push_back(std::move(entry));
  }
}

ZipFile::~ZipFile() = default;
ZipFile::ZipFile(ZipFile&&) noexcept = default;
ZipFile& ZipFile::operator=(ZipFile&&) noexcept = default;

std::optional<ZipFile> ZipFile::open(const std::filesystem::path& path, std::string& error) {
  int code = 0;
  zip* archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
  if (!archive) {
    error = reason_of(code);
    return std::nullopt;
  }
  return ZipFile(archive);
}

const ZipEntry* ZipFile::entry(std::string_view name) const {
  for (const ZipEntry& entry : entries_)
    if (entry.name == name) return &entry;
  return nullptr;
}

std::optional<std::string> ZipFile::read(const ZipEntry& entry, std::string& error,
                                         std::uint64_t most) const {
  const auto refuse = [&](std::string reason) {
    error = std::move(reason);
    return std::nullopt;
  };
  if (entry.locked) return refuse("needs a password");
  if (entry.size > most) return refuse("is larger than " + in_mebibytes(most));
  zip_file_t* file = zip_fopen_index(archive_.get(), entry.index, 0);
  if (!file) return refuse(zip_strerror(archive_.get()));
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> close(file, zip_fclose);
  std::string bytes, block(kBlock, '\0');
  for (;;) {
    const zip_int64_t got = zip_fread(file, block.data(), block.size());
    if (got < 0) return refuse(std::string("is damaged: ") + zip_file_strerror(file));
    if (got == 0) return bytes;
    bytes.append(block.data(), static_cast<std::size_t>(got));
    if (bytes.size() > most) return refuse("is larger than " + in_mebibytes(most));
    const bool blown_up = bytes.size() > kSmall &&
                          bytes.size() / kLargestRatio > std::max<std::uint64_t>(entry.packed, 1);
    if (blown_up) return refuse("unpacks to more than 400 times its size, as no article does");
  }
}

std::string ZipFile::text(std::string_view name) const {
  const ZipEntry* found = entry(name);
  std::string error;
  return found ? read(*found, error).value_or("") : "";
}

}  // namespace litmine
