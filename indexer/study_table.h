// Which documents are one study, as tables of numbers. Studies are numbered from 0 in the order of
// their ids, so sorting numbers sorts ids. The table is kept in the index by `finish`; when it does
// not fit the documents (an interrupted run), it is made again in memory.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/document.h"
#include "corpus/study.h"
#include "indexer/store.h"

namespace litmine {

/// What the table knows of a report without looking at the document.
struct Report {
  std::uint32_t number = 0;  ///< of the document
  Document::Kind kind = Document::Kind::full_text;
  std::optional<int> year;
};

class StudyTable {
 public:
  static constexpr std::uint32_t kNone = 0xffffffffu;

  /// The table kept in the index if it is that of the documents, else a new one.
  explicit StudyTable(const Store& store);
  /// A new one, from the identities of the documents.
  static StudyTable joined_again(const Store& store);

  std::uint32_t size() const { return static_cast<std::uint32_t>(id_ends_.size()); }
  std::uint32_t documents() const { return static_cast<std::uint32_t>(reports_.size()); }
  std::string_view id(std::uint32_t study) const;
  std::string_view reason(std::uint32_t study) const;
  std::span<const Report> reports(std::uint32_t study) const;
  /// The study of a document, or kNone if it is hidden or deleted.
  std::uint32_t study_of(std::uint32_t document) const { return study_of_[document]; }
  std::optional<std::uint32_t> study_named(std::string_view id) const;

  /// Calls `take(key, value)` for everything to be kept in the metadata.
  void pack(const Store& store,
            const std::function<void(const std::string&, const std::string&)>& take) const;

 private:
  StudyTable() = default;
  bool unpack(const Store& store);
  bool unpack_block(const Store& store, std::string_view bytes);
  void add(std::string_view id, std::string_view reason, const std::vector<Report>& reports);

  std::string ids_;
  std::vector<std::size_t> id_ends_;
  std::vector<Report> reports_;
  std::vector<std::size_t> report_ends_;
  std::vector<std::pair<std::uint32_t, std::string>> reasons_;  // by study; most have none
  std::vector<std::uint32_t> study_of_;
};

}  // namespace litmine
