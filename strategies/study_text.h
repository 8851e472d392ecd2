// One study with its reports read and cut into words: asked many questions about one string.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "indexer/index.h"
#include "queries/evaluate.h"
#include "text/result.h"

namespace litmine {

class StudyText {
 public:
  /// Errors: no such study, a damaged index. A report's id stands for its study.
  static Result<StudyText> of(const Index& index, const DocId& study);
  explicit StudyText(DocId study, std::vector<Document> reports);

  const DocId& study() const { return study_; }
  const std::vector<Document>& reports() const { return reports_; }
  const CutStudy& cut() const { return cut_; }

  /// Every word of the study, unaccented, with how often it stands where.
  struct Seen {
    std::uint32_t times = 0;
    Parts parts;
  };
  const std::map<std::string, Seen, std::less<>>& words() const { return words_; }
  bool has(std::string_view word) const { return words_.find(word) != words_.end(); }
  /// Words that stand joined by hyphens, by what they are without them: "ecommerce" gives "e",
  /// "commerce".
  const std::map<std::string, std::vector<std::string>, std::less<>>& joined() const {
    return joined_;
  }

  /// The first place where a clause is met in these parts; the whole of it, not its operands.
  std::optional<Place> first_place(const Clause& clause, Parts parts) const;

 private:
  DocId study_;
  std::vector<Document> reports_;
  CutStudy cut_;
  std::map<std::string, Seen, std::less<>> words_;
  std::map<std::string, std::vector<std::string>, std::less<>> joined_;
};

}  // namespace litmine
