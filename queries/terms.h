// From the characters of one term to words: wildcards become patterns, hyphens make phrases.
#pragma once

#include <string>
#include <vector>

#include "queries/dialects.h"
#include "queries/gaps.h"
#include "queries/query_text.h"
#include "queries/remarks.h"

namespace litmine {

/// Reads the terms of one search string and remembers what is said once for all of them.
class TermReader {
 public:
  TermReader(const QueryText& text, const Dialect& dialect, Remarks& remarks)
      : text_(text), dialect_(dialect), remarks_(remarks) {}

  struct Term {
    std::size_t begin, end;  ///< bytes of the text, quotes not included
    bool quoted = false;
    Parts parts;                  ///< where it is searched: names and codes have no plurals
    bool keeps_variants = false;  ///< quoted, but with the variants of bare words
  };
  /// The words in `term`, none of them if it holds no letter and no digit (then that is remarked).
  std::vector<Clause> words(const Term& term);
  /// Variants asked for by the letters after `~`; an unknown letter is remarked.
  Variants suffix_variants(std::string_view letters, std::size_t begin);
  /// What concerns all terms together: to be called once, last.
  void report();
  /// A word of the dialect's list, in the form that is searched.
  bool is_stop_word(std::string_view form) const;

 private:
  struct Suffix {
    std::size_t at;
    Variants variants;
  };
  struct Letters {
    std::string text, also;  // `also`: signs that are letters here
    std::vector<Gap> gaps;
    std::vector<Suffix> suffixes;
  };
  Letters letters_of(const Term& term);
  std::string_view kept_of(std::string_view form) const;
  Pattern pattern_of(std::string_view form, std::size_t from, const Letters& letters) const;
  bool is_any_word(std::string_view form, const Term& term, bool several) const;
  void give_variants(std::vector<Clause>& found, const std::vector<std::size_t>& ends,
                     bool any_wildcard, const Term& term, const Letters& letters) const;
  void notice_whole(std::string_view letters, std::size_t words, const Term& term);
  void remark_on_lone_wildcard(std::string_view raw, Span where);
  /// What stands before a wildcard, in characters.
  struct Stem {
    std::size_t of_term = 0, of_word = 0;
    bool last_word = false, at_end = false;  ///< of the term
    void begin_word(bool last) {
      of_term += of_term > 0 ? 1 : 0;  // the space
      of_word = 0;
      last_word = last;
    }
    void add(char c) {
      bool begins_character = (static_cast<unsigned char>(c) & 0xc0) != 0x80;
      of_term += begins_character ? 1 : 0;
      of_word += begins_character ? 1 : 0;
    }
  };
  bool keeps_wildcard(const Stem& stem, std::string_view raw, Span where);
  std::string heeded(std::string_view form, Stem& stem, std::string_view raw, Span where);
  void check_wildcards(const Pattern& pattern, const Term& term, bool one_word, std::size_t begin,
                       std::size_t end);
  void notice(std::string_view typed, Span where);

  std::string_view slice(std::size_t begin, std::size_t end) const {
    return std::string_view(text_.text).substr(begin, end - begin);
  }

  const QueryText& text_;
  const Dialect& dialect_;
  Remarks& remarks_;
  struct Noticed {
    std::size_t count = 0;
    Span first;
    std::string examples;
    void add(std::string_view example, Span where);
  };
  Noticed acronyms_, hyphens_, in_quotes_, doubtful_, foreign_, dropped_, stop_words_;
};

/// Variants of a word in a term without wildcards, searched in `parts`.
Variants variants_for(const Dialect& dialect, bool quoted, Parts parts);

}  // namespace litmine
