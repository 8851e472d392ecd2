// Grapheme clusters from ICU's character break iterator. Making one costs far more than using it,
// so each thread keeps its own.
#include "text/clusters.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

namespace litmine {
namespace {

icu::BreakIterator* breaker() {
  thread_local const std::unique_ptr<icu::BreakIterator> kept = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) made.reset();
    return made;
  }();
  // The analyzer lets a thread_local end with the function.
  return kept.get();  // NOLINT(clang-analyzer-cplusplus.NewDelete)
}

bool is_wide(UChar32 c) {
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ||
         u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION);
}

std::uint8_t cells_of(UChar32 c) {
  switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return c == 0x00AD ? 1 : 0;
    default:
      return is_wide(c) ? 2 : 1;
  }
}

/// A cluster is as wide as its widest character.
std::uint8_t cells_of(std::string_view cluster) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(cluster.data());
  std::uint8_t widest = 0;
  for (std::size_t at = 0; at < cluster.size();) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, cluster.size(), c);
    widest = std::max(widest, cells_of(c));
    if (c == 0xFE0F) widest = 2;  // asks for the picture of an emoji
  }
  return widest;
}

bool is_simple(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::vector<Cluster> one_by_one(std::string_view text) {
  std::vector<Cluster> found(text.size());
  for (std::uint32_t at = 0; at < text.size(); ++at) found[at] = {at, at + 1, 1};
  return found;
}

}  // namespace

std::vector<Cluster> clusters(std::string_view text) {
  if (is_simple(text) || breaker() == nullptr) return one_by_one(text);
  UErrorCode status = U_ZERO_ERROR;
  UText* opened =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  std::vector<Cluster> found;
  found.reserve(text.size());
  breaker()->setText(opened, status);
  std::int32_t begin = breaker()->first();
  for (std::int32_t end = breaker()->next(); end != icu::BreakIterator::DONE;
       end = breaker()->next()) {
    const auto from = static_cast<std::uint32_t>(begin), to = static_cast<std::uint32_t>(end);
    found.push_back({from, to, cells_of(text.substr(from, to - from))});
    begin = end;
  }
  utext_close(opened);
  return found;
}

std::string fitted(std::string_view text, std::size_t width) {
  std::size_t used = 0, end = 0;
  for (const Cluster& cluster : clusters(text)) {
    if (used + cluster.cells > width) {
      return width == 0 ? std::string() : std::string(text.substr(0, end)) + "…";
    }
    used += cluster.cells;
    if (used < width) end = cluster.end;
  }
  return std::string(text);
}

}  // namespace litmine
