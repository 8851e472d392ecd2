// Studies: duplicates of the same publication, and the ids of documents.
#include "corpus/study.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "corpus/attached_files.h"
#include "corpus/duplicate_decisions.h"
#include "corpus/duplicates.h"
#include "text/normalize.h"
#include "text/words.h"

namespace litmine {
namespace {

/// Why the two of a pair were joined that belong together by name; the smaller place first.
using FilesOfRecords = std::map<std::pair<std::uint32_t, std::uint32_t>, std::string_view>;

/// Adds them to the decisions, where people have not decided otherwise.
FilesOfRecords attach(const std::vector<Identity>& reports, std::vector<PairDecision>& decisions) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> decided;
  for (const PairDecision& decision : decisions)
    decided.insert(std::minmax(decision.a, decision.b));
  FilesOfRecords attached;
  for (const AttachedFile& one : attached_files(reports)) {
    const std::pair<std::uint32_t, std::uint32_t> pair = std::minmax(one.record, one.file);
    if (decided.contains(pair)) continue;
    decisions.push_back({pair.first, pair.second, Relation::same});
    attached.emplace(pair, one.why);
  }
  return attached;
}

Study study_of(const DuplicateGroup& group, const std::vector<Identity>& reports,
               const FilesOfRecords& attached) {
  std::vector<std::uint32_t> members = group.members;
  std::sort(members.begin(), members.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(reports[a].kind, reports[a].id) < std::tie(reports[b].kind, reports[b].id);
  });
  Study study;
  for (std::uint32_t member : members) study.reports.push_back(reports[member].id);
  study.id = study.reports.front();
  std::set<std::string> reasons;
  for (const ComparedPair& pair : group.because) {
    std::string words = short_words(pair.likeness);
    constexpr std::string_view kSameDoi = "same DOI";
    if (const std::size_t at = words.find(kSameDoi); at != std::string::npos)
      words.insert(at + kSameDoi.size(), " " + plain_doi(reports[pair.a].doi));
    const auto by_name = attached.find({pair.a, pair.b});
    if (by_name != attached.end())
      words.insert(0, std::string(by_name->second) + (words.empty() ? "" : ", "));
    else if (pair.decided)
      words.insert(0, words.empty() ? "decided" : "decided, ");
    reasons.insert(std::move(words));
  }
  for (const std::string& reason : reasons)
    study.reason += (study.reason.empty() ? "" : "; ") + reason;
  return study;
}

// Ids

constexpr std::size_t kLongestId = 48;

/// Lower-case ASCII letters and digits with single hyphens between. `lost` counts letters and
/// digits of other scripts, which have no place in it.
std::string slug(std::string_view text, std::size_t* lost = nullptr) {
  std::string out;
  cut_words(text, [&](const Word& word) {
    if (word.form != Word::Form::folded) return;
    if (!out.empty() && out.back() != '-') out += '-';
    for (char c : unaccented(word.text)) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        out += c;
      else if ((static_cast<unsigned char>(c) & 0xC0) == 0xC0 && lost != nullptr)
        ++*lost;
    }
  });
  while (out.ends_with('-')) out.pop_back();
  return out;
}

/// Whole parts of a slug, up to the longest an id may be.
std::string shortened(std::string slug) {
  if (slug.size() <= kLongestId) return slug;
  const std::size_t hyphen = slug.rfind('-', kLongestId);
  slug.resize(hyphen == std::string::npos || hyphen < kLongestId / 2 ? kLongestId : hyphen);
  return slug;
}

std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of('/') == std::string::npos ? 0 : path.find_last_of('/') + 1);
}

/// The name of a file without its extension: "J. Smith 2020.pdf" → "J. Smith 2020".
std::string_view stem_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return name;
  const std::string_view extension = name.substr(dot + 1);
  const bool is_one = !extension.empty() && extension.size() <= 5 &&
                      std::all_of(extension.begin(), extension.end(),
                                  [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; });
  return is_one ? name.substr(0, dot) : name;
}

std::string hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return fmt::format("{:08x}", hash);
}

std::string fallback_id(const Document& document) {
  return "document-" + hash_of(file_name(document.source) + "\n" + document.about.title);
}

/// "westerlund-2020-online-smes": family, year and the first three telling words of the title.
std::string id_from_facts(const Biblio& about, std::size_t& lost) {
  std::string name = known_by(about).empty() ? "" : known_by(about).front().family;
  if (about.year) name += fmt::format(" {}", *about.year);
  const std::string key = title_key(about.title);
  std::size_t taken = 0;
  for (std::size_t at = 0; at < key.size() && taken < 3;) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    const std::string word = key.substr(at, end - at);
    if (!is_small_word(word)) name += " " + word, ++taken;
    at = end + 1;
  }
  return slug(name, &lost);
}

std::string wanted_id(const Document& document) {
  std::size_t lost = 0;
  const std::string name = file_name(document.source);
  const bool is_record = document.record > 0;
  std::string id = is_record ? id_from_facts(document.about, lost) : slug(stem_of(name), &lost);
  const auto letters = static_cast<std::size_t>(
      std::count_if(id.begin(), id.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
  if (lost > 0 && lost >= letters) return fallback_id(document);
  if (letters == 0 && is_record) {
    const std::string file = shortened(slug(stem_of(name)));
    id = fmt::format("{}-{}", file.empty() ? "record" : file, document.record);
  }
  return id.empty() ? fallback_id(document) : shortened(std::move(id));
}

}  // namespace

std::vector<Study> group_into_studies(const std::vector<Identity>& reports) {
  return group_into_studies(reports, {});
}

std::vector<Study> group_into_studies(const std::vector<Identity>& reports,
                                      const std::vector<DuplicateDecision>& decisions) {
  DuplicateOptions options;
  options.find_doubtful = false;
  if (!decisions.empty()) {
    std::vector<std::string> keys;
    keys.reserve(reports.size());
    for (const Identity& report : reports) keys.push_back(record_key(report));
    options.decisions = decisions_on(decisions, keys);
  }
  const FilesOfRecords attached = attach(reports, options.decisions);
  const Duplicates found = find_duplicates(reports, options);
  std::vector<Study> studies;
  std::vector<bool> grouped(reports.size(), false);
  for (const DuplicateGroup& group : found.groups) {
    for (std::uint32_t member : group.members) grouped[member] = true;
    studies.push_back(study_of(group, reports, attached));
  }
  for (std::size_t i = 0; i < reports.size(); ++i)
    if (!grouped[i]) studies.push_back({reports[i].id, {reports[i].id}, ""});
  std::sort(studies.begin(), studies.end(),
            [](const Study& a, const Study& b) { return a.id < b.id; });
  return studies;
}

DocId new_id(const Document& document, const std::function<bool(const DocId&)>& taken) {
  DocId wanted = wanted_id(document);
  if (!taken(wanted)) return wanted;
  for (std::uint64_t number = 2;; ++number)
    if (DocId id = fmt::format("{}-{}", wanted, number); !taken(id)) return id;
}

}  // namespace litmine
