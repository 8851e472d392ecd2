#include "cli/codebook_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>

#include "cli/options.h"
#include "exporters/sink.h"
#include "extractors/delimited.h"
#include "text/normalize.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGate = "document";  // its rules decide what is coded: never replaced

const CodeEntry* find_entry(const std::vector<CodeEntry>& entries, const std::string& facet,
                            const std::string& code) {
  for (const CodeEntry& entry : entries)
    if (entry.facet == facet && entry.code == code) return &entry;
  return nullptr;
}

std::vector<std::string> path_of(const std::vector<CodeEntry>& entries, const std::string& facet,
                                 const std::string& code) {
  std::vector<std::string> path;
  std::string at = code;
  for (int depth = 0; depth < 20 && !at.empty(); ++depth) {
    const CodeEntry* entry = find_entry(entries, facet, at);
    if (entry == nullptr) break;
    path.push_back(entry->label);
    at = entry->parent;
  }
  path.push_back(facet);
  std::reverse(path.begin(), path.end());
  return path;
}

QdaCode& child(std::vector<QdaCode>& codes, const std::string& name) {
  for (QdaCode& code : codes)
    if (code.name == name) return code;
  codes.push_back({});
  codes.back().name = name;
  return codes.back();
}

Result<void> write_text(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.flush();
  if (!out)
    return failure(Error::Kind::unreadable, fmt::format("cannot write '{}'", file.string()),
                   "is the disk full, or the folder not writable?");
  return {};
}

std::string slug(std::string_view name) {
  std::string out;
  for (char c : unaccented(folded(name))) {
    bool letter =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
    if (letter) out += c;
    if (!letter && !out.empty() && out.back() != '_') out += '_';
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out.empty() ? "code" : out;
}

/// One facet as TOML, its codes with their parents, each with an id of its own.
std::string facet_text(const QdaCode& facet) {
  std::string text = fmt::format("facet = {}\nlabel = {}\n", toml_quoted(slug(facet.name)),
                                 toml_quoted(facet.name));
  if (!facet.description.empty())
    text += fmt::format("definition = {}\n", toml_quoted(facet.description));
  std::set<std::string> taken;
  std::function<void(const std::vector<QdaCode>&, const std::string&)> write =
      [&](const std::vector<QdaCode>& codes, const std::string& parent) {
        for (const QdaCode& code : codes) {
          std::string id = slug(code.name);
          for (int i = 2; !taken.insert(id).second; ++i)
            id = fmt::format("{}_{}", slug(code.name), i);
          text += fmt::format("\n[[code]]\ncode = {}\nlabel = {}\n", toml_quoted(id),
                              toml_quoted(code.name));
          if (!code.description.empty())
            text += fmt::format("definition = {}\n", toml_quoted(code.description));
          if (!parent.empty()) text += fmt::format("parent = {}\n", toml_quoted(parent));
          write(code.children, id);
        }
      };
  write(facet.children, "");
  return text;
}

std::string first_of(const std::map<std::string, std::string>& row,
                     std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (auto found = row.find(name); found != row.end() && !found->second.empty())
      return found->second;
  return {};
}

Result<std::vector<QdaCode>> codes_of_csv(const std::string& content, const fs::path& file) {
  const DelimitedText table = read_delimited(decoded(content));
  struct Row {
    std::string facet, code, label, definition, parent;
  };
  std::vector<Row> rows;
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    std::map<std::string, std::string> row;
    for (std::size_t c = 0; c < table.rows[i].cells.size() && c < table.rows[0].cells.size(); ++c)
      row[folded(table.rows[0].cells[c])] = table.rows[i].cells[c];
    Row one{first_of(row, {"facet"}), first_of(row, {"code", "tag", "path", "name"}),
            first_of(row, {"label", "name"}), first_of(row, {"definition", "description"}),
            first_of(row, {"parent"})};
    if (!one.code.empty()) rows.push_back(one);
  }
  if (rows.empty())
    return failure(Error::Kind::usage, fmt::format("'{}' holds no code", file.string()),
                   "its first line must name the columns: code (or tag, name, path), and perhaps "
                   "facet, label, definition, parent");
  std::vector<QdaCode> facets;
  for (const Row& row : rows) {
    std::vector<std::string> path = {row.facet.empty() ? file.stem().string() : row.facet};
    std::vector<std::string> above;
    std::string at = row.parent;
    for (int depth = 0; depth < 20 && !at.empty(); ++depth) {
      auto parent = std::find_if(rows.begin(), rows.end(), [&](const Row& other) {
        return other.facet == row.facet && other.code == at;
      });
      if (parent == rows.end()) break;
      above.push_back(parent->label.empty() ? parent->code : parent->label);
      at = parent->parent;
    }
    path.insert(path.end(), above.rbegin(), above.rend());
    std::istringstream names(row.label.empty() ? row.code : row.label);
    for (std::string name; std::getline(names, name, row.label.empty() ? '/' : '\n');)
      path.push_back(name);
    std::vector<QdaCode>* level = &facets;
    QdaCode* code = nullptr;
    for (const std::string& name : path) {
      code = &child(*level, name);
      level = &code->children;
    }
    code->description = row.definition;
  }
  return facets;
}

Result<std::vector<QdaCode>> codes_of_file(const fs::path& file) {
  std::string content;
  if (file.extension() == ".qdpx") {
    auto files = read_zip(file);
    if (!files) return tl::unexpected(files.error());
    for (const auto& [name, text] : *files)
      if (fs::path(name).extension() == ".qde") content = text;
    if (content.empty())
      return failure(Error::Kind::unreadable, fmt::format("'{}' has no project.qde", file.string()),
                     "a .qdpx file is a ZIP with a project.qde");
  } else {
    std::istringstream nothing;
    auto read = read_all(file.string(), nothing);
    if (!read) return tl::unexpected(read.error());
    content = std::move(*read);
  }
  if (file.extension() == ".csv" || file.extension() == ".tsv") return codes_of_csv(content, file);
  auto codes = read_qdc(content);
  if (!codes) {
    Error error = codes.error();
    error.what = fmt::format("'{}': {}", file.string(), error.what);
    return tl::unexpected(error);
  }
  // A codebook without groups is one facet, named as its file.
  bool grouped = std::any_of(codes->begin(), codes->end(),
                             [](const QdaCode& code) { return !code.children.empty(); });
  if (grouped) return codes;
  QdaCode facet;
  facet.name = file.stem().string();
  facet.children = std::move(*codes);
  return std::vector<QdaCode>{facet};
}

/// What every codebook needs, without the order of the facets that are not there.
Result<void> lay_ground(const fs::path& folder, const fs::path& basis) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (fs::exists(folder / "zones.toml", error)) return {};
  for (const char* name : {"contexts.toml", "document.toml"})
    fs::copy_file(basis / name, folder / name, fs::copy_options::skip_existing, error);
  std::istringstream nothing;
  auto zones = read_all((basis / "zones.toml").string(), nothing);
  if (!zones) return tl::unexpected(zones.error());
  std::size_t order = zones->find("order = [");
  if (order != std::string::npos)
    zones->replace(order, zones->find(']', order) + 1 - order, "order = []");
  return write_text(folder / "zones.toml", *zones);
}

}  // namespace

std::string toml_quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  }
  return out + "\"";
}

std::vector<QdaCode> qda_codes(const Codebook& codebook) {
  std::vector<QdaCode> facets;
  const std::vector<CodeEntry> entries = codebook.codes();
  for (const CodeEntry& entry : entries) {
    std::vector<QdaCode>* level = &facets;
    QdaCode* code = nullptr;
    for (const std::string& name : path_of(entries, entry.facet, entry.code)) {
      code = &child(*level, name);
      level = &code->children;
    }
    if (code != nullptr) code->description = entry.definition;
  }
  return facets;
}

std::vector<std::string> qda_path(const Codebook& codebook, const std::string& facet,
                                  const std::string& code) {
  return path_of(codebook.codes(), facet, code);
}

Result<void> export_codebook(const Codebook& codebook, const fs::path& file) {
  if (file.extension() == ".qdc") return write_text(file, qdc_text(qda_codes(codebook)));
  if (file.extension() != ".csv")
    return failure(Error::Kind::usage,
                   fmt::format("'{}': a codebook is written as .qdc or .csv", file.string()));
  std::ostringstream out;
  auto sink = make_sink("csv", {{"facet"}, {"code"}, {"label"}, {"definition"}, {"parent"}}, out);
  if (!sink) return tl::unexpected(sink.error());
  for (const CodeEntry& entry : codebook.codes())
    (*sink)->row({entry.facet, entry.code, entry.label, entry.definition, entry.parent});
  (*sink)->end();
  return write_text(file, out.str());
}

Result<std::vector<std::string>> import_codebook(const fs::path& file, const fs::path& folder,
                                                 const fs::path& basis) {
  auto facets = codes_of_file(file);
  if (!facets) return tl::unexpected(facets.error());
  if (auto laid = lay_ground(folder, basis); !laid) return tl::unexpected(laid.error());
  std::vector<std::string> written;
  for (const QdaCode& facet : *facets) {
    if (facet.children.empty() || slug(facet.name) == kGate) continue;
    const fs::path target = folder / (slug(facet.name) + ".toml");
    std::error_code ignored;
    if (fs::exists(target, ignored))
      return failure(Error::Kind::usage, fmt::format("'{}' is there already", target.string()),
                     "name another folder with --to, or take the file away");
    if (auto done = write_text(target, facet_text(facet)); !done)
      return tl::unexpected(done.error());
    written.push_back(target.string());
  }
  if (written.empty())
    return failure(Error::Kind::usage, fmt::format("'{}' holds no code", file.string()));
  return written;
}

}  // namespace litmine
