#include "taggers/toml_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <utility>

#include "text/normalize.h"

namespace litmine {

struct TomlTable::State {
  std::string name;
  toml::table root;
  std::optional<Error> error;

  void note(const toml::source_region& where, std::string_view what, std::string hint) {
    if (error) return;
    error = Error{Error::Kind::usage,
                  fmt::format("{}:{}:{}: {}", name, where.begin.line, where.begin.column, what),
                  std::move(hint)};
  }
};

namespace {

const toml::table& as_table(const void* node) { return *static_cast<const toml::table*>(node); }

std::string_view kind_of(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "an array";
    case toml::node_type::string:
      return "a text";
    case toml::node_type::integer:
    case toml::node_type::floating_point:
      return "a number";
    case toml::node_type::boolean:
      return "true or false";
    case toml::node_type::date:
    case toml::node_type::time:
    case toml::node_type::date_time:
      return "a date or time";
    case toml::node_type::none:
      break;
  }
  return "nothing";
}

}  // namespace

TomlTable::TomlTable(std::shared_ptr<State> state, const void* node, std::string name)
    : state_(std::move(state)), node_(node), name_(std::move(name)) {}

std::string TomlTable::file() const { return state_->name; }

bool TomlTable::has(std::string_view key) const {
  return node_ != nullptr && as_table(node_).contains(key);
}

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::pair<toml::source_position, std::string>> found;
  if (node_ == nullptr) return {};
  for (const auto& [key, value] : as_table(node_))
    found.emplace_back(key.source().begin, std::string(key.str()));
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first.line, a.first.column) < std::pair(b.first.line, b.first.column);
  });
  std::vector<std::string> names;
  names.reserve(found.size());
  for (auto& [where, name] : found) names.push_back(std::move(name));
  return names;
}

void TomlTable::wrong(std::string_view key, const std::string& what, std::string hint) {
  if (node_ == nullptr) return;
  const toml::table& table = as_table(node_);
  const toml::node* value = key.empty() ? nullptr : table.get(key);
  state_->note(value != nullptr ? value->source() : table.source(), what, std::move(hint));
}

std::string TomlTable::text(std::string_view key, std::string_view otherwise) {
  asked_.emplace_back(key);
  if (!has(key)) return std::string(otherwise);
  const toml::node& node = *as_table(node_).get(key);
  if (const auto* value = node.as_string()) return value->get();
  wrong(key, fmt::format("'{}' must be a text, here it is {}", key, kind_of(node)));
  return std::string(otherwise);
}

std::string TomlTable::needed_text(std::string_view key) {
  std::string value = text(key);
  if (value.empty()) wrong(key, fmt::format("{} needs '{}', a text", name_, key));
  return value;
}

bool TomlTable::flag(std::string_view key, bool otherwise) {
  asked_.emplace_back(key);
  if (!has(key)) return otherwise;
  const toml::node& node = *as_table(node_).get(key);
  if (const auto* value = node.as_boolean()) return value->get();
  wrong(key, fmt::format("'{}' must be true or false, here it is {}", key, kind_of(node)));
  return otherwise;
}

double TomlTable::number(std::string_view key, double otherwise) {
  asked_.emplace_back(key);
  if (!has(key)) return otherwise;
  const toml::node& node = *as_table(node_).get(key);
  if (auto value = node.value<double>(); value && (node.is_integer() || node.is_floating_point())) {
    if (*value >= 0 && *value <= 1e6) return *value;
    wrong(key, fmt::format("'{}' must lie between 0 and 1,000,000", key));
    return otherwise;
  }
  wrong(key, fmt::format("'{}' must be a number, here it is {}", key, kind_of(node)));
  return otherwise;
}

std::size_t TomlTable::count(std::string_view key, std::size_t otherwise) {
  double value = number(key, static_cast<double>(otherwise));
  if (value != static_cast<double>(static_cast<std::size_t>(value)))
    wrong(key, fmt::format("'{}' must be a whole number", key));
  return static_cast<std::size_t>(value);
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
  asked_.emplace_back(key);
  if (!has(key)) return {};
  const toml::node& node = *as_table(node_).get(key);
  if (const auto* one = node.as_string()) return {one->get()};
  const auto* many = node.as_array();
  if (many == nullptr) {
    wrong(key, fmt::format("'{}' must be a list of texts, here it is {}", key, kind_of(node)));
    return {};
  }
  std::vector<std::string> values;
  for (const toml::node& member : *many) {
    if (const auto* text = member.as_string()) {
      values.push_back(text->get());
    } else {
      state_->note(member.source(),
                   fmt::format("'{}' must hold texts only, here is {}", key, kind_of(member)), {});
    }
  }
  return values;
}

Parts TomlTable::zones(std::string_view key, Parts otherwise) {
  if (!has(key)) {
    asked_.emplace_back(key);
    return otherwise;
  }
  Parts parts;
  for (const std::string& name : texts(key)) {
    std::string unknown;
    if (auto named = parts_named(name, &unknown)) {
      parts = parts | *named;
      continue;
    }
    std::vector<std::string> names;
    kText.each([&](Part part) { names.emplace_back(part_name(part)); });
    std::string near = nearest(name, names);
    wrong(key, fmt::format("no zone is called '{}'", name),
          near.empty() ? "" : "did you mean '" + near + "'?");
  }
  return parts;
}

TomlTable TomlTable::table(std::string_view key) {
  asked_.emplace_back(key);
  std::string name = fmt::format("[{}]", key);
  if (!has(key)) return {state_, nullptr, name};
  const toml::node& node = *as_table(node_).get(key);
  if (const auto* table = node.as_table()) return {state_, table, name};
  wrong(key, fmt::format("'{}' must be a table, here it is {}", key, kind_of(node)));
  return {state_, nullptr, name};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
  asked_.emplace_back(key);
  std::vector<TomlTable> found;
  if (!has(key)) return found;
  const toml::node& node = *as_table(node_).get(key);
  const auto* many = node.as_array();
  if (many == nullptr || !many->is_array_of_tables()) {
    wrong(key, fmt::format("'{}' must be written as [[{}]]", key, key));
    return found;
  }
  for (const toml::node& member : *many)
    found.push_back(TomlTable(state_, member.as_table(), fmt::format("[[{}]]", key)));
  return found;
}

void TomlTable::no_more() {
  if (node_ == nullptr) return;
  for (const std::string& key : keys()) {
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    std::string near = nearest(key, asked_);
    const toml::table& table = as_table(node_);
    state_->note(table.find(key)->first.source(), fmt::format("{} has no key '{}'", name_, key),
                 near.empty() ? "" : "did you mean '" + near + "'?");
    return;
  }
}

Result<TomlFile> TomlFile::parse(std::string_view content, std::string name) {
  TomlFile file;
  file.state_ = std::make_shared<TomlTable::State>();
  file.state_->name = std::move(name);
  try {
    file.state_->root = toml::parse(content);
  } catch (const toml::parse_error& error) {
    const toml::source_position& at = error.source().begin;
    return failure(
        Error::Kind::usage,
        fmt::format("{}:{}:{}: {}", file.state_->name, at.line, at.column, error.description()),
        "this is not valid TOML; see docs/codebook.md for how the files are written");
  }
  return file;
}

TomlTable TomlFile::root() { return {state_, &state_->root, "the file"}; }

std::optional<Error> TomlFile::error() const { return state_->error; }

}  // namespace litmine
