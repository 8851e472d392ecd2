#include "queries/dialect.h"

#include <algorithm>

#include "queries/dialects.h"

namespace litmine {
namespace {

constexpr const Dialect* kDialects[] = {&kScopus, &kWos, &kNative};

bool same_name(std::string_view a, std::string_view b) {
  auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return upper(x) == upper(y); });
}

}  // namespace

std::span<const Dialect* const> all_dialects() { return kDialects; }

const Dialect* dialect_named(std::string_view name) {
  for (const Dialect* dialect : kDialects)
    if (same_name(dialect->name, name)) return dialect;
  return nullptr;
}

std::vector<std::string_view> dialect_names() {
  std::vector<std::string_view> names;
  for (const Dialect* dialect : kDialects) names.push_back(dialect->name);
  return names;
}

std::string_view name_of(const Dialect& dialect) { return dialect.name; }
std::string_view title_of(const Dialect& dialect) { return dialect.title; }
Parts default_parts(const Dialect& dialect) { return dialect.default_parts; }

const Field* field_named(const Dialect& dialect, std::string_view name) {
  for (const Field& field : dialect.fields)
    if (same_name(field.name, name)) return &field;
  return nullptr;
}

}  // namespace litmine
