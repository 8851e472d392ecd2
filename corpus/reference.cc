#include "corpus/reference.h"

#include <algorithm>
#include <iterator>

namespace litmine {
namespace {

constexpr std::string_view kNames[kRefFields] = {
    "other", "author",   "year",      "title",  "journal", "book",    "volume",
    "issue", "pages",    "publisher", "place",  "editor",  "edition", "doi",
    "url",   "accessed", "genre",     "series", "note",    "label",
};

}  // namespace

std::string_view ref_field_name(RefField field) { return kNames[static_cast<std::size_t>(field)]; }

std::optional<RefField> ref_field_named(std::string_view name) {
  const auto* found = std::find(std::begin(kNames), std::end(kNames), name);
  if (found == std::end(kNames)) return std::nullopt;
  return static_cast<RefField>(found - std::begin(kNames));
}

}  // namespace litmine
