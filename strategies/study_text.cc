#include "strategies/study_text.h"

#include <utility>

#include "indexer/place.h"
#include "text/normalize.h"
#include "text/words.h"

namespace litmine {
namespace {

std::vector<const Document*> pointers(const std::vector<Document>& reports) {
  std::vector<const Document*> list;
  for (const Document& report : reports) list.push_back(&report);
  return list;
}

}  // namespace

StudyText::StudyText(DocId study, std::vector<Document> reports)
    : study_(std::move(study)), reports_(std::move(reports)), cut_(pointers(reports_)) {
  for (const Document& report : reports_)
    for (const Passage& passage : passages(report)) {
      std::vector<Word> joined;
      cut_words(passage.text, [&](const Word& word) {
        if (word.form == Word::Form::fused) {
          joined.push_back(word);
          return;
        }
        if (word.form != Word::Form::folded) return;
        Seen& seen = words_[unaccented(word.text)];
        ++seen.times;
        seen.parts = seen.parts | passage.part;
      });
      for (const Word& word : joined) {
        std::vector<std::string>& parts = joined_[word.text];
        if (!parts.empty()) continue;
        cut_words(word.where.in(passage.text), [&](const Word& part) {
          if (part.form == Word::Form::folded) parts.push_back(unaccented(part.text));
        });
      }
    }
}

Result<StudyText> StudyText::of(const Index& index, const DocId& id) {
  const std::optional<Study> study = index.study(id);
  if (!study)
    return failure(Error::Kind::not_found, "there is no study '" + id + "' in the index",
                   "'litmine info --studies' lists them");
  std::vector<Document> reports;
  for (const DocId& report : study->reports) {
    Result<Document> document = index.document(report);
    if (!document) return tl::unexpected(document.error());
    reports.push_back(std::move(*document));
  }
  return StudyText(study->id, std::move(reports));
}

std::optional<Place> StudyText::first_place(const Clause& clause, Parts parts) const {
  Query query;
  query.root = clause;
  query.in = parts;
  const std::vector<Match> found = find_matches(query, cut_, 1);
  if (found.empty()) return std::nullopt;
  return place_of(found.front(), reports_[found.front().report]);
}

}  // namespace litmine
