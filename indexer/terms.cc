#include "indexer/terms.h"

#include <xapian.h>

#include <array>

#include "corpus/study.h"
#include "indexer/schema.h"
#include "text/words.h"

namespace litmine {
namespace {

using Keep = std::function<void(const std::string&, const std::string&)>;

/// What is compared of a title; a longer one is no title.
constexpr std::size_t kLongestTitle = 2000;

/// Adds words passage by passage; each part counts its own positions.
class Terms {
 public:
  Terms(Xapian::Document& into, const Keep& keep) : into_(into), keep_(keep) {
    next_.fill(schema::kFirstPosition);
  }

  void add(const Passage& passage) {
    const char letter = schema::letter_of(passage.part);
    Xapian::termpos& next = next_[static_cast<std::size_t>(passage.part)];
    const Xapian::termpos begin = next;
    Xapian::termpos end = begin;
    begin_term(schema::kPassageStarts);
    term_ += letter;
    into_.add_posting(term_, begin, 0);
    cut_words(passage.text, [&](const Word& word) {
      if (word.form == Word::Form::fused) return add_fused(letter, word);
      begin_term(letter);
      append(word.text);
      into_.add_posting(term_, begin + word.position, word.form == Word::Form::folded ? 1 : 0);
      end = begin + word.position + 1;
    });
    next = end + schema::kPassageGap;
  }

 private:
  void begin_term(char letter) { term_.assign(1, letter); }

  void append(const std::string& word) {
    constexpr std::size_t kSurelyShort = 64;
    if (word.size() <= kSurelyShort) {
      term_ += word;
      return;
    }
    std::string tail = schema::tail_of(word);
    if (schema::is_cut(tail)) keep_(schema::long_word_key(tail), word);
    term_ += tail;
  }

  void add_fused(char letter, const Word& word) {
    begin_term(schema::kFused);
    term_ += letter;
    term_ += schema::tail_of(word.text);
    into_.add_boolean_term(term_);
  }

  Xapian::Document& into_;
  const Keep& keep_;
  std::array<Xapian::termpos, kParts> next_{};
  std::string term_;
};

}  // namespace

void add_terms(const Document& document, Xapian::Document& into, const Keep& keep) {
  Terms terms(into, keep);
  for (const Passage& passage : passages(document)) terms.add(passage);
  into.add_boolean_term(schema::kId + schema::tail_of(document.id));
  into.add_boolean_term(schema::kFile + schema::tail_of(document.source));
  const bool full = document.kind == Document::Kind::full_text;
  into.add_boolean_term(std::string(full ? schema::kFullText : schema::kRecord));
  Identity identity = identity_of(document);
  if (identity.title.size() > kLongestTitle) identity.title.resize(kLongestTitle);
  into.add_value(schema::kIdentitySlot, schema::packed_identity(identity));
  into.set_data(packed(document));
}

}  // namespace litmine
