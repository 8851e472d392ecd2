// Each rule proposes pairs with a rank; a pair counts where it is the one best of its record and of
// its file. The rules stand from the surest to the least sure, and what one has settled is out of
// the next.
#include "corpus/attached_files.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "corpus/likeness.h"
#include "corpus/title_form.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::size_t kMostOfOneName = 50;  // more files or records of one name say nothing

std::vector<std::string_view> parts_at(std::string_view text, char sign) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(sign, at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// "%20" is a blank, "\" parts folders.
std::string plain_path(std::string_view link) {
  std::string path;
  for (std::size_t i = 0; i < link.size(); ++i) {
    const bool escape = link[i] == '%' && i + 2 < link.size() && digit_of(link[i + 1]) >= 0 &&
                        digit_of(link[i + 2]) >= 0;
    if (!escape) {
      path += link[i] == '\\' ? '/' : link[i];
      continue;
    }
    path += static_cast<char>(digit_of(link[i + 1]) * 16 + digit_of(link[i + 2]));
    i += 2;
  }
  return folded(normalized(path));
}

std::string last_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string stem_of_path(const std::string& path) {
  const std::string name = last_of(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

std::size_t common_end(const std::string& a, const std::string& b) {
  const std::vector<std::string_view> one = parts_at(a, '/'), other = parts_at(b, '/');
  std::size_t equal = 0;
  while (equal < one.size() && equal < other.size() &&
         one[one.size() - 1 - equal] == other[other.size() - 1 - equal])
    ++equal;
  return equal;
}

/// "10.1016/j.x.2020" and "10.1016_j.x.2020": letters and digits.
std::string bare(std::string_view text) {
  std::string out;
  for (char c : text)
    if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) out += c;
  return out;
}

struct Candidate {
  std::uint32_t record = 0, file = 0;
  std::size_t rank = 0;  ///< more is better
};

class Attaching {
 public:
  explicit Attaching(const std::vector<Identity>& reports)
      : reports_(reports), settled_(reports.size(), false) {
    for (std::uint32_t i = 0; i < reports.size(); ++i)
      (is_record(i) ? records_ : texts_).push_back(i);
    for (std::uint32_t file : texts_) paths_.push_back(plain_path(reports[file].files));
  }

  std::vector<AttachedFile> all() {
    if (records_.empty() || texts_.empty()) return {};
    settle(by_link(), "the record links to the file");
    settle(by_doi(), "the file is called by the DOI");
    settle(by_title(), "the file is called by the title");
    std::sort(found_.begin(), found_.end(),
              [](const AttachedFile& a, const AttachedFile& b) { return a.file < b.file; });
    return std::move(found_);
  }

 private:
  bool is_record(std::uint32_t i) const { return reports_[i].kind == Document::Kind::record; }

  std::vector<Candidate> by_link() const {
    std::unordered_map<std::string, std::vector<std::uint32_t>> of_name;
    for (std::uint32_t i = 0; i < texts_.size(); ++i) of_name[last_of(paths_[i])].push_back(i);
    std::vector<Candidate> candidates;
    for (std::uint32_t record : records_)
      for (std::string_view link : parts_at(reports_[record].files, '\n')) {
        const std::string path = plain_path(link);
        const auto named = of_name.find(last_of(path));
        if (named == of_name.end() || named->second.size() > kMostOfOneName) continue;
        for (std::uint32_t text : named->second)
          candidates.push_back({record, texts_[text], common_end(path, paths_[text])});
      }
    return candidates;
  }

  std::vector<Candidate> by_doi() const {
    constexpr std::size_t kShortest = 9;  // letters and digits of a DOI
    std::unordered_map<std::string, std::vector<std::uint32_t>> of_name;
    for (std::uint32_t i = 0; i < texts_.size(); ++i)
      if (!settled_[texts_[i]]) of_name[bare(stem_of_path(paths_[i]))].push_back(texts_[i]);
    std::vector<Candidate> candidates;
    for (std::uint32_t record : records_) {
      const std::string doi = bare(plain_doi(reports_[record].doi));
      const auto named = doi.size() < kShortest ? of_name.end() : of_name.find(doi);
      if (settled_[record] || named == of_name.end()) continue;
      for (std::uint32_t file : named->second) candidates.push_back({record, file, 1});
    }
    return candidates;
  }

  /// Titles by their first words; a file's name is looked through word by word, for an author and a
  /// year mostly stand before the title.
  std::vector<Candidate> by_title() const {
    constexpr std::size_t kFirstWords = 4, kShortest = 25;  // letters
    const auto first_words = [](const std::vector<std::string_view>& words, std::size_t at) {
      std::string key;
      for (std::size_t i = at; i < at + kFirstWords; ++i) key.append(words[i]).append(" ");
      return key;
    };
    std::unordered_map<std::string, std::vector<std::uint32_t>> of_words;
    std::map<std::uint32_t, std::string> titles;
    for (std::uint32_t record : records_) {
      if (settled_[record]) continue;
      std::string title = title_key(reports_[record].title);
      const std::vector<std::string_view> words = parts_at(title, ' ');
      if (words.size() < kFirstWords || title.size() < kShortest) continue;
      of_words[first_words(words, 0)].push_back(record);
      titles.emplace(record, std::move(title));
    }
    std::vector<Candidate> candidates;
    for (std::uint32_t i = 0; i < texts_.size(); ++i) {
      if (settled_[texts_[i]]) continue;
      std::string name = stem_of_path(paths_[i]);
      std::replace(name.begin(), name.end(), '_', ' ');
      const std::string key = title_key(name);
      const std::vector<std::string_view> words = parts_at(key, ' ');
      for (std::size_t at = 0; at + kFirstWords <= words.size(); ++at) {
        const auto begun = of_words.find(first_words(words, at));
        if (begun == of_words.end() || begun->second.size() > kMostOfOneName) continue;
        const std::string_view rest =
            std::string_view(key).substr(static_cast<std::size_t>(words[at].data() - key.data()));
        for (std::uint32_t record : begun->second) {
          const std::string& title = titles.at(record);
          // The name may be cut off, or go on behind the title.
          const bool fits = std::string_view(title).starts_with(rest) || rest.starts_with(title);
          const std::size_t equal = std::min(rest.size(), title.size());
          if (fits && equal >= kShortest) candidates.push_back({record, texts_[i], equal});
        }
      }
    }
    return candidates;
  }

  bool contradicted(const Candidate& pair) const {
    const std::string one = plain_doi(reports_[pair.record].doi),
                      other = plain_doi(reports_[pair.file].doi);
    return !one.empty() && !other.empty() && one != other;
  }

  /// The best of a record or a file, if it is the only one that good.
  static std::map<std::uint32_t, std::optional<Candidate>> best_by(
      const std::vector<Candidate>& candidates, std::uint32_t Candidate::*side) {
    std::map<std::uint32_t, std::optional<Candidate>> best;
    std::map<std::uint32_t, std::size_t> rank;
    for (const Candidate& pair : candidates) {
      const auto [known, is_new] = rank.emplace(pair.*side, pair.rank);
      std::optional<Candidate>& slot = best[pair.*side];
      if (is_new || pair.rank > known->second) {
        slot = pair;
        known->second = pair.rank;
      } else if (pair.rank == known->second && slot &&
                 (slot->record != pair.record || slot->file != pair.file)) {
        slot.reset();
      }
    }
    return best;
  }

  void settle(const std::vector<Candidate>& candidates, std::string_view why) {
    const auto of_record = best_by(candidates, &Candidate::record);
    const auto of_file = best_by(candidates, &Candidate::file);
    for (const auto& [file, pair] : of_file) {
      if (!pair || settled_[file] || settled_[pair->record]) continue;
      const std::optional<Candidate>& back = of_record.at(pair->record);
      if (!back || back->file != file || contradicted(*pair)) continue;
      settled_[file] = settled_[pair->record] = true;
      found_.push_back({pair->record, file, why});
    }
  }

  const std::vector<Identity>& reports_;
  std::vector<std::uint32_t> records_, texts_;
  std::vector<std::string> paths_;  // of texts_
  std::vector<bool> settled_;
  std::vector<AttachedFile> found_;
};

}  // namespace

std::vector<AttachedFile> attached_files(const std::vector<Identity>& reports) {
  return Attaching(reports).all();
}

}  // namespace litmine
