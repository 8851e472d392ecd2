#include "reports/stored_zip.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace litmine {
namespace {

/// CRC-32 of ISO 3309, as ZIP wants it.
std::uint32_t crc32(std::string_view bytes) {
  static const std::array<std::uint32_t, 256> kTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
      std::uint32_t value = i;
      for (int k = 0; k < 8; ++k) value = (value >> 1) ^ ((value & 1) != 0 ? 0xEDB88320U : 0U);
      table[i] = value;
    }
    return table;
  }();
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes)
    crc = kTable[(crc ^ static_cast<unsigned char>(c)) & 0xFF] ^ (crc >> 8);
  return crc ^ 0xFFFFFFFFU;
}

std::string number(std::uint64_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFF);
  return text;
}

/// What the header of a file and its entry in the list share.
std::string common(const std::string& name, const std::string& content) {
  constexpr std::uint64_t kVersion = 20, kUtf8 = 1 << 11, kStored = 0, kTime = 0,
                          kDate = (0 << 9) | (1 << 5) | 1;
  return number(kVersion, 2) + number(kUtf8, 2) + number(kStored, 2) + number(kTime, 2) +
         number(kDate, 2) + number(crc32(content), 4) + number(content.size(), 4) +
         number(content.size(), 4) + number(name.size(), 2) + number(0, 2);
}

}  // namespace

void write_stored_zip(std::ostream& out,
                      const std::vector<std::pair<std::string, std::string>>& files) {
  std::string list;
  std::uint64_t at = 0;
  for (const auto& [name, content] : files) {
    const std::string header = number(0x04034b50, 4) + common(name, content) + name;
    list += number(0x02014b50, 4) + number(20, 2) + common(name, content) + number(0, 2) +
            number(0, 2) + number(0, 2) + number(0, 4) + number(at, 4) + name;
    out << header << content;
    at += header.size() + content.size();
  }
  out << list << number(0x06054b50, 4) << number(0, 2) << number(0, 2) << number(files.size(), 2)
      << number(files.size(), 2) << number(list.size(), 4) << number(at, 4) << number(0, 2);
}

}  // namespace litmine
