#include "cli/manifest.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/files.h"
#include "cli/whole_file.h"
#include "screening/decisions.h"

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr const char* kFile = "manifest.json";

std::string hash_of_decisions(const fs::path& folder) {
  const auto histories = read_histories(folder);
  if (!histories || histories->all.size() == 0) return {};
  std::string lines;
  for (const Decision& decision : histories->all.decisions()) lines += to_line(decision) + '\n';
  return hash_of(lines);
}

/// The index does not always need a hash; the manifest does.
std::string hash_of_input(const FileStamp& stamp, const ReviewRun& run) {
  if (!stamp.hash.empty()) return stamp.hash;
  const auto hashed = stamp_of({run.protocol.folder / stamp.path, stamp.path}, true);
  return hashed ? hashed->hash : std::string();
}

}  // namespace

std::string hash_of(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return fmt::format("{:016x}", hash);
}

Result<Manifest> read_manifest(const fs::path& results) {
  auto bytes = read_whole(results / kFile);
  if (!bytes)
    return failure(Error::Kind::not_found, fmt::format("'{}' holds no {}", results.string(), kFile),
                   "name the results folder of 'litmine run'");
  const Json json = Json::parse(*bytes, nullptr, false);
  const auto damaged = [&] {
    return failure(Error::Kind::unreadable,
                   fmt::format("'{}' is damaged", (results / kFile).string()),
                   "run the review again");
  };
  if (!json.is_object()) return damaged();
  Manifest manifest;
  const std::pair<const char*, std::string*> kTexts[] = {{"litmine", &manifest.version},
                                                         {"review", &manifest.review},
                                                         {"protocol", &manifest.protocol},
                                                         {"codebook", &manifest.codebook},
                                                         {"decisions", &manifest.decisions}};
  for (const auto& [key, into] : kTexts) {
    const auto at = json.find(key);
    if (at == json.end() || !at->is_string()) return damaged();
    *into = at->get<std::string>();
  }
  const std::pair<const char*, std::map<std::string, std::string>*> kLists[] = {
      {"inputs", &manifest.inputs},
      {"searches", &manifest.searches},
      {"outputs", &manifest.outputs}};
  for (const auto& [key, into] : kLists) {
    const auto at = json.find(key);
    if (at == json.end() || !at->is_object()) return damaged();
    for (const auto& [name, hash] : at->items()) {
      if (!hash.is_string()) return damaged();
      (*into)[name] = hash.get<std::string>();
    }
  }
  return manifest;
}

Result<void> write_manifest(const ReviewRun& run, const std::vector<FileStamp>& inputs,
                            const fs::path& review, const std::vector<std::string>& outputs,
                            const fs::path& results) {
  Json json;
  json["litmine"] = LITMINE_VERSION;
  std::error_code ignored;
  json["review"] =
      fs::proximate(fs::absolute(review), fs::absolute(results), ignored).generic_string();
  const auto protocol = read_whole(review);
  json["protocol"] = protocol ? hash_of(*protocol) : "";
  json["codebook"] = run.codebook_hash;
  json["decisions"] = hash_of_decisions(run.protocol.folder / run.protocol.screening.folder);
  json["inputs"] = Json::object();
  for (const FileStamp& stamp : inputs) json["inputs"][stamp.path] = hash_of_input(stamp, run);
  json["searches"] = Json::object();
  for (const SearchRun& one : run.searches)
    json["searches"][one.search.name] = hash_of(
        one.search.dialect + '\n' + in_words(one.parsed.query.in) + '\n' + one.search.query);
  json["outputs"] = Json::object();
  for (const std::string& name : outputs) {
    auto bytes = read_whole(results / name);
    if (!bytes) return tl::unexpected(bytes.error());
    json["outputs"][name] = hash_of(*bytes);
  }
  return write_whole(results / kFile, [&](std::ostream& out) -> Result<void> {
    out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return {};
  });
}

}  // namespace litmine
