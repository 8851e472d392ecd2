// Sets of records of which it is known which are the same, as others published them, read for
// tests and for bench/duplicates.cc; and the published counting rule.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/duplicates.h"

namespace litmine::labelled {

inline std::string whole(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

/// RFC 4180: rows by the names of the first line.
inline std::vector<std::map<std::string, std::string>> csv_rows(const std::string& bytes) {
  std::vector<std::vector<std::string>> lines(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (quoted) {
      if (c != '"') {
        lines.back().back() += c;
      } else if (i + 1 < bytes.size() && bytes[i + 1] == '"') {
        lines.back().back() += c, ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      lines.back().emplace_back();
    } else if (c == '\n') {
      lines.emplace_back(1);
    } else if (c != '\r') {
      lines.back().back() += c;
    }
  }
  std::vector<std::map<std::string, std::string>> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].size() < lines[0].size() || lines[i] == std::vector<std::string>{""}) continue;
    std::map<std::string, std::string> row;
    for (std::size_t k = 0; k < lines[0].size(); ++k) row[lines[0][k]] = lines[i][k];
    rows.push_back(std::move(row));
  }
  return rows;
}

struct Set {
  std::vector<Identity> records;
  std::vector<std::vector<std::uint32_t>> groups;  ///< places in `records`
};

/// BibTeX's "A, B. and C, D." as an Identity has it.
inline std::string authors_of(std::string names) {
  for (std::size_t at; (at = names.find(" and ")) != std::string::npos;) names.replace(at, 5, "; ");
  return names;
}

/// A folder with records_pre_merged.csv and merged_record_ids.csv; no records if it is not there.
inline Set read_set(const std::filesystem::path& folder) {
  Set set;
  std::map<std::string, std::uint32_t> places;
  for (auto& row : csv_rows(whole(folder / "records_pre_merged.csv"))) {
    Identity record;
    record.kind = Document::Kind::record;
    record.id = row["ID"];
    record.title = row["title"];
    record.authors = authors_of(row["author"]);
    if (!row["year"].empty()) record.year = std::atoi(row["year"].c_str());
    record.source = row["journal"].empty() ? row["booktitle"] : row["journal"];
    record.volume = row["volume"];
    record.issue = row.contains("number") ? row["number"] : row["issue"];
    record.pages = row["pages"];
    record.doi = row["doi"];
    record.pmid = row["pmid"];
    record.type = row["ENTRYTYPE"] == "inproceedings" ? "paper-conference"
                  : row["ENTRYTYPE"] == "article"     ? "article-journal"
                                                      : "";
    places[record.id] = static_cast<std::uint32_t>(set.records.size());
    set.records.push_back(std::move(record));
  }
  for (auto& row : csv_rows(whole(folder / "merged_record_ids.csv"))) {
    set.groups.emplace_back();
    std::stringstream ids(row["merged_ids"]);
    for (std::string id; std::getline(ids, id, ';');)
      if (places.contains(id)) set.groups.back().push_back(places[id]);
  }
  return set;
}

struct Counts {
  std::size_t records = 0, true_positive = 0, false_negative = 0, false_positive = 0,
              true_negative = 0;
  double recall() const { return share(true_positive, false_negative); }
  double precision() const { return share(true_positive, false_positive); }
  double specificity() const { return share(true_negative, false_positive); }

 private:
  static double share(std::size_t part, std::size_t rest) {
    return part + rest == 0 ? 1 : static_cast<double>(part) / static_cast<double>(part + rest);
  }
};

/// Of each group found its first record stays. Of each true group one record may stay: it is a true
/// negative, each further one that stays a false negative, each removed one a true positive; if
/// none stays, one of the removed is a false positive. A unique record removed is a false positive.
/// `wrong` gets the places of the records counted as false positives and false negatives.
inline Counts count(const Set& set, const Duplicates& found,
                    std::vector<std::uint32_t>* wrong = nullptr) {
  Counts counts;
  counts.records = set.records.size();
  std::vector<bool> removed(set.records.size(), false), grouped(set.records.size(), false);
  for (const DuplicateGroup& group : found.groups)
    for (std::size_t i = 1; i < group.members.size(); ++i) removed[group.members[i]] = true;
  for (const auto& group : set.groups) {
    std::size_t gone = 0;
    for (std::uint32_t member : group) {
      grouped[member] = true;
      gone += removed[member] ? 1 : 0;
    }
    if (gone == group.size()) {
      counts.false_positive += 1;
      counts.true_positive += gone - 1;
      if (wrong) wrong->push_back(group.back());
    } else {
      counts.true_positive += gone;
      counts.true_negative += 1;
      counts.false_negative += group.size() - gone - 1;
      if (wrong && group.size() - gone > 1) wrong->push_back(group.back());
    }
  }
  for (std::uint32_t i = 0; i < set.records.size(); ++i) {
    if (grouped[i]) continue;
    if (removed[i] && wrong) wrong->push_back(i);
    (removed[i] ? counts.false_positive : counts.true_negative) += 1;
  }
  return counts;
}

}  // namespace litmine::labelled
