// A ZIP file of some entries, for tests.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>
#include <zip.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace litmine {

using ZipEntries = std::vector<std::pair<std::string, std::string>>;

/// The bytes of an archive with these entries, in this order.
inline std::string made_zip(const ZipEntries& entries) {
  namespace fs = std::filesystem;
  const fs::path path =
      fs::temp_directory_path() / ("litmine-zip-" + std::to_string(::getpid()) + ".zip");
  fs::remove(path);
  int error = 0;
  zip* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
  EXPECT_NE(archive, nullptr);
  for (const auto& [name, bytes] : entries) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    EXPECT_GE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8), 0);
  }
  EXPECT_EQ(zip_close(archive), 0);
  std::ifstream file(path, std::ios::binary);
  std::string made((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  fs::remove(path);
  return made;
}

}  // namespace litmine
