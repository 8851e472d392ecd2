// Names of parts and of groups of parts: one table each, used for reading and for writing.
#include "corpus/part.h"

#include <algorithm>

namespace litmine {
namespace {

// In the order of the enumeration.
constexpr std::string_view kNames[] = {
    "title",       "abstract",    "keywords",     "introduction", "theory",
    "method",      "results",     "discussion",   "limitations",  "other",
    "references",  "back_matter", "affiliations", "authors",      "source",
    "identifiers", "language",    "doctype",      "index_terms",
};
static_assert(std::size(kNames) == kParts);

struct Group {
  std::string_view name;
  Parts parts;
};
constexpr Group kGroups[] = {{"front", kFront}, {"body", kBody}, {"text", kText}, {"all", kAll}};

std::string_view trimmed(std::string_view name) {
  const std::size_t begin = name.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return name.substr(begin, name.find_last_not_of(" \t") - begin + 1);
}

std::optional<Parts> parts_or_group_named(std::string_view name) {
  for (const Group& group : kGroups)
    if (group.name == name) return group.parts;
  if (const std::optional<Part> part = part_named(name)) return Parts(*part);
  return std::nullopt;
}

}  // namespace

std::string_view part_name(Part part) { return kNames[static_cast<std::size_t>(part)]; }

std::optional<Part> part_named(std::string_view name) {
  const auto* found = std::find(std::begin(kNames), std::end(kNames), name);
  if (found == std::end(kNames)) return std::nullopt;
  return static_cast<Part>(found - std::begin(kNames));
}

std::optional<Parts> parts_named(std::string_view list, std::string* unknown) {
  Parts parts;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string_view name = trimmed(list.substr(begin, end - begin));
    const std::optional<Parts> named = parts_or_group_named(name);
    if (!named) {
      if (unknown != nullptr) *unknown = name;
      return std::nullopt;
    }
    parts = parts | *named;
    begin = end + 1;
  }
  return parts;
}

std::string parts_list(Parts parts) {
  for (const Group& group : kGroups)
    if (group.parts == parts) return std::string(group.name);
  std::string list;
  parts.each([&](Part part) { list.append(list.empty() ? "" : ",").append(part_name(part)); });
  return list;
}

}  // namespace litmine
