// Units are bytes or pairs of bytes; a line is collected as units and decoded once it is whole, so
// that a character is never cut by the end of a buffer.
#include "extractors/record_lines.h"

#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::size_t kBuffer = std::size_t{256} * 1024;

bool is_ascii(std::string_view text) {
  for (char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

}  // namespace

LineReader::LineReader(const std::filesystem::path& path) : file_(path, std::ios::binary) {
  good_ = static_cast<bool>(file_);
  if (!good_ || !fill()) return;
  std::string encoding;
  std::string_view head = std::string_view(buffer_).substr(0, 4096);
  (void)decoded(head.substr(0, head.size() / 2 * 2), &encoding);
  if (encoding == "UTF-16LE") unit_ = Unit::utf16_little;
  if (encoding == "UTF-16BE") unit_ = Unit::utf16_big;
  bool marked = buffer_.starts_with("\xFF\xFE") || buffer_.starts_with("\xFE\xFF");
  if (marked && unit_ != Unit::byte) at_ = 2;
  if (buffer_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

bool LineReader::fill() {
  buffer_.resize(kBuffer);
  file_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  buffer_.resize(static_cast<std::size_t>(file_.gcount()));
  at_ = 0;
  failed_ = failed_ || file_.bad();
  return !buffer_.empty();
}

std::optional<std::uint16_t> LineReader::unit() {
  auto byte = [&]() -> std::optional<unsigned char> {
    if (at_ >= buffer_.size() && !fill()) return std::nullopt;
    return static_cast<unsigned char>(buffer_[at_++]);
  };
  std::optional<unsigned char> first = byte();
  if (!first || unit_ == Unit::byte) return first;
  std::optional<unsigned char> second = byte();
  if (!second) return std::nullopt;
  unsigned high = unit_ == Unit::utf16_big ? *first : *second;
  unsigned low = unit_ == Unit::utf16_big ? *second : *first;
  return static_cast<std::uint16_t>(high << 8 | low);
}

std::optional<FileLine> LineReader::read() {
  FileLine line;
  std::string bytes = unit_ == Unit::byte ? "" : "\xFE\xFF";
  bool any = false;
  while (std::optional<std::uint16_t> c = unit()) {
    if (*c == '\n' && after_return_) {  // the second half of CR LF
      after_return_ = false;
      continue;
    }
    any = true;
    after_return_ = *c == '\r';
    if (*c == '\n' || *c == '\r') break;
    if (bytes.size() >= kLongestLine) {
      line.cut = true;
      continue;
    }
    if (unit_ != Unit::byte) bytes += static_cast<char>(*c >> 8);
    bytes += static_cast<char>(*c & 0xFF);
  }
  if (!any) return std::nullopt;
  line.number = ++number_;
  if (unit_ == Unit::byte && is_ascii(bytes)) {
    line.text = std::move(bytes);
    return line;
  }
  std::string encoding;
  line.text = decoded(bytes, &encoding);
  line.reencoded = unit_ == Unit::byte && encoding != "UTF-8";
  return line;
}

std::optional<FileLine> LineReader::next() {
  if (taken_ < ahead_.size()) {
    FileLine line = std::move(ahead_[taken_++]);
    if (taken_ == ahead_.size()) {
      ahead_.clear();
      taken_ = 0;
    }
    return line;
  }
  return read();
}

const FileLine* LineReader::peek_telling() {
  for (std::size_t i = taken_; i < ahead_.size(); ++i)
    if (!trimmed(ahead_[i].text).empty()) return &ahead_[i];
  while (std::optional<FileLine> line = read()) {
    bool blank = trimmed(line->text).empty();
    ahead_.push_back(std::move(*line));
    if (!blank) return &ahead_.back();
    if (ahead_.size() > 10000) break;
  }
  return nullptr;
}

}  // namespace litmine
