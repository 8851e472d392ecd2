#include "indexer/remarks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "indexer/door.h"
#include "indexer/expand.h"
#include "indexer/nodes.h"
#include "indexer/schema.h"
#include "text/normalize.h"
#include "text/words.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

/// How many edits apart a word may be to be offered.
std::size_t edits_for(std::size_t characters) {
  if (characters < 3) return 0;
  if (characters < 5) return 1;
  return characters < 10 ? 2 : 3;
}

struct Near {
  std::size_t edits = 0;
  std::uint64_t frequency = 0;
  std::string word;
  friend bool operator<(const Near& a, const Near& b) {
    if (a.edits != b.edits) return a.edits < b.edits;
    if (a.frequency != b.frequency) return a.frequency > b.frequency;
    return a.word < b.word;
  }
};

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
  }));
}

/// The first `count` characters of a word.
std::string_view beginning_of(std::string_view word, std::size_t count) {
  std::size_t at = 0;
  for (; at < word.size(); ++at)
    if ((static_cast<unsigned char>(word[at]) & 0xc0) != 0x80 && count-- == 0) break;
  return word.substr(0, at);
}

/// Calls `take(word, frequency)` for the short words of these parts, a word maybe more than once.
template <class Take>
void each_word(const Store& store, Parts parts, Take take) {
  for (std::size_t shard = 0; shard < store.shards(); ++shard)
    parts.each([&](Part part) {
      store.each_term(shard, std::string(1, schema::letter_of(part)), [&](const std::string& term) {
        std::string_view tail = std::string_view(term).substr(1);
        if (!schema::is_cut(tail)) take(shard, term, tail);
      });
    });
}

std::vector<Near> nearest_words(const std::string& word, Parts parts, const Store& store) {
  const std::size_t limit = edits_for(code_points(word));
  std::map<std::string, Near, std::less<>> found;
  if (limit == 0) return {};
  each_word(store, parts, [&](std::size_t shard, const std::string& term, std::string_view tail) {
    if (tail.size() > word.size() + 4 * limit || word.size() > tail.size() + 4 * limit) return;
    std::size_t edits = edit_distance(word, tail, limit);
    if (edits > limit || edits == 0) return;
    Near& near = found[std::string(tail)];
    near.edits = edits;
    near.frequency += store.frequency(shard, term);
  });
  std::vector<Near> list;
  for (auto& [text, near] : found) {
    near.word = text;
    list.push_back(std::move(near));
  }
  std::sort(list.begin(), list.end());
  return list;
}

/// Beginnings of words, as long as `stem` or a character shorter or longer, near to it.
std::vector<Near> nearest_stems(const std::string& stem, Parts parts, const Store& store) {
  const std::size_t length = code_points(stem);
  const std::size_t limit = std::min<std::size_t>(edits_for(length), 2);
  std::map<std::string, Near, std::less<>> found;
  if (limit == 0) return {};
  std::string last;  // words come sorted, so the same beginnings come in a row
  each_word(store, parts, [&](std::size_t shard, const std::string& term, std::string_view tail) {
    std::uint64_t frequency = 0;
    for (std::size_t size = length - 1; size <= length + 1; ++size) {
      std::string_view beginning = beginning_of(tail, size);
      if (code_points(beginning) != size) break;
      std::size_t edits = edit_distance(stem, beginning, limit);
      if (edits > limit || edits == 0) continue;
      if (frequency == 0) frequency = store.frequency(shard, term);
      Near& near = found[std::string(beginning)];
      near.edits = edits;
      near.frequency += frequency;
    }
  });
  std::vector<Near> list;
  for (auto& [text, near] : found) {
    near.word = text;
    list.push_back(std::move(near));
  }
  std::sort(list.begin(), list.end());
  return list;
}

/// For a person: without the signs that ask for variants.
std::string shown(Clause clause) {
  clause.variants = {};
  for (Clause& operand : clause.operands) operand.variants = {};
  return to_native(clause);
}

/// The pattern with other letters before its first gap.
Pattern with_stem(const Pattern& pattern, const std::string& stem) {
  Pattern changed(stem);
  for (std::size_t i = 1; i < pattern.pieces().size(); ++i) {
    const Pattern::Piece& piece = pattern.pieces()[i];
    if (piece.is_gap())
      changed.add_gap(piece.min, piece.max);
    else
      changed.add_letters(piece.letters);
  }
  return changed;
}

std::string studies_text(std::uint64_t studies) {
  return studies == 1 ? "1 study" : fmt::format("{} studies", studies);
}

class Remarks {
 public:
  Remarks(const Query& query, const Found& found, const Store& store, const StudyTable& table,
          const SearchOptions& options)
      : query_(query), found_(found), store_(store), table_(table), options_(options) {
    options_.expansions = false;
  }

  Diagnostics all() {
    walk(query_.root, query_.in);
    return std::move(notes_);
  }

 private:
  /// What could be meant, and how many studies have it.
  struct Offer {
    Clause clause;
    std::uint64_t studies = 0;
  };

  void walk(const Clause& clause, Parts parts);
  void on_word(const Clause& word, Parts parts);
  void on_phrase(const Clause& phrase, std::size_t number, Parts parts);
  void on_near(const Clause& near, std::size_t number);
  void on_exact(const Clause& exact, Parts parts);
  void on_heading(const Clause& heading, Parts parts);
  void on_frequent(const Clause& frequent, std::size_t number);
  void on_limit(const Clause& limit, std::size_t number);
  std::vector<Clause> near_to(const Clause& word, Parts parts) const;
  std::optional<Offer> best(const std::vector<Clause>& clauses, Parts parts) const;
  std::uint64_t studies_with(const Clause& clause, Parts parts) const;
  std::string fused_hint(const Clause& word, Parts parts) const;
  void note(const Clause& clause, std::string message, std::string hint = {},
            std::string nearest = {});
  std::string typed(const Clause& clause) const { return as_typed(clause, query_.source); }
  bool meets_none(std::size_t number) const { return found_.studies[number].empty(); }

  const Query& query_;
  const Found& found_;
  const Store& store_;
  const StudyTable& table_;
  SearchOptions options_;
  std::size_t number_ = 0;
  Diagnostics notes_;
};

void Remarks::walk(const Clause& clause, Parts parts) {
  const std::size_t number = number_++;
  if (clause.kind == Kind::within) parts = clause.parts;
  const bool none = meets_none(number);
  if (none && clause.kind == Kind::word) on_word(clause, parts);
  if (none && clause.kind == Kind::phrase) on_phrase(clause, number, parts);
  if (none && clause.kind == Kind::near) on_near(clause, number);
  if (none && clause.kind == Kind::exact) on_exact(clause, parts);
  if (none && clause.kind == Kind::heading) on_heading(clause, parts);
  if (none && clause.kind == Kind::frequent) on_frequent(clause, number);
  if (found_.without_field[number] > 0) on_limit(clause, number);
  if (clause.kind == Kind::phrase)
    number_ += clause_count(clause) - 1;
  else
    for (const Clause& operand : clause.operands) walk(operand, parts);
}

void Remarks::note(const Clause& clause, std::string message, std::string hint,
                   std::string nearest) {
  Diagnostic note;
  note.level = Diagnostic::Level::warning;
  note.code = "no-match";
  note.where = clause.where;
  note.message = std::move(message);
  note.hint = std::move(hint);
  note.alternative = std::move(nearest);
  notes_.push_back(std::move(note));
}

std::uint64_t Remarks::studies_with(const Clause& clause, Parts parts) const {
  Query query;
  query.root = clause;
  query.in = parts;
  try {
    return run_query(query, store_, table_, options_).studies.front().count();
  } catch (const Failure&) {
    return 0;  // stands for too many words: not worth offering
  }
}

/// Words or patterns that could have been meant, the most likely first.
std::vector<Clause> Remarks::near_to(const Clause& word, Parts parts) const {
  constexpr std::size_t kTried = 5;
  const std::string stem = word.pattern.literal_prefix();
  const bool literal = word.pattern.is_literal();
  std::vector<Near> list =
      literal ? nearest_words(stem, parts, store_) : nearest_stems(stem, parts, store_);
  std::vector<Clause> clauses;
  for (const Near& near : list) {
    if (clauses.size() == kTried) break;
    Clause changed = word;
    changed.where = {};
    changed.pattern = literal ? Pattern(near.word) : with_stem(word.pattern, near.word);
    clauses.push_back(std::move(changed));
  }
  return clauses;
}

std::optional<Remarks::Offer> Remarks::best(const std::vector<Clause>& clauses, Parts parts) const {
  for (const Clause& clause : clauses)
    if (std::uint64_t studies = studies_with(clause, parts); studies > 0)
      return Offer{clause, studies};
  return {};
}

/// "ecommerce" where the texts write "e-commerce".
std::string Remarks::fused_hint(const Clause& word, Parts parts) const {
  if (!word.pattern.is_literal()) return {};
  DocSet documents(store_.numbers());
  parts.each([&](Part part) {
    std::string term{schema::kFused, schema::letter_of(part)};
    term += schema::tail_of(word.pattern.literal_prefix());
    for (std::uint32_t number : store_.documents_with(term)) documents.add(number);
  });
  std::size_t studies = studies_of(documents, table_).count();
  if (studies == 0) return {};
  return fmt::format("{} write it with a hyphen, which is two words here", studies_text(studies));
}

void Remarks::on_word(const Clause& word, Parts parts) {
  std::string message = fmt::format("'{}' matches no word in {}", typed(word), spelled_out(parts));
  std::string nearest;
  if (auto offer = best(near_to(word, parts), parts)) {
    message += fmt::format("; nearest is '{}' ({})", offer->clause.pattern.text(),
                           studies_text(offer->studies));
    nearest = to_native(offer->clause);
  }
  note(word, std::move(message), fused_hint(word, parts), std::move(nearest));
}

void Remarks::on_phrase(const Clause& phrase, std::size_t number, Parts parts) {
  std::size_t missing = phrase.operands.size();
  for (std::size_t i = phrase.operands.size(); i-- > 0;)
    if (meets_none(number + 1 + i)) missing = i;
  if (missing == phrase.operands.size()) {
    note(phrase,
         fmt::format("'{}' is in no study: each word occurs, but never together", typed(phrase)));
    return;
  }
  const Clause& word = phrase.operands[missing];
  std::vector<Clause> words = near_to(word, parts);
  std::vector<Clause> phrases;
  for (const Clause& near : words) {
    Clause changed = phrase;
    changed.where = {};
    for (Clause& operand : changed.operands) operand.where = {};
    changed.operands[missing] = near;
    phrases.push_back(std::move(changed));
  }
  std::string message = fmt::format("'{}' is in no study: '{}' matches no word in {}",
                                    typed(phrase), typed(word), spelled_out(parts));
  std::string nearest;
  if (auto offer = best(phrases, parts)) {
    nearest = to_native(offer->clause);
    message +=
        fmt::format("; nearest is '{}' ({})", shown(offer->clause), studies_text(offer->studies));
  } else if (auto single = best(words, parts)) {
    message += fmt::format("; nearest is '{}' ({})", single->clause.pattern.text(),
                           studies_text(single->studies));
  }
  note(phrase, std::move(message), fused_hint(word, parts), std::move(nearest));
}

void Remarks::on_near(const Clause& near, std::size_t number) {
  std::size_t at = number + 1;
  for (const Clause& operand : near.operands) {
    if (meets_none(at)) return;  // spoken of by itself
    at += clause_count(operand);
  }
  note(near, fmt::format("'{}' is in no study: each side occurs, but never so near", typed(near)));
}

void Remarks::on_exact(const Clause& exact, Parts parts) {
  Clause phrase;
  phrase.kind = Kind::phrase;
  for (const Word& word : cut_words(exact.literal)) {
    if (word.form != Word::Form::folded) continue;
    Clause operand;
    operand.kind = Kind::word;
    operand.pattern = Pattern(unaccented(word.text));
    phrase.operands.push_back(std::move(operand));
  }
  std::string message = fmt::format("'{}' is in no study as it stands", typed(exact));
  if (!phrase.operands.empty()) {
    const Clause& sought = phrase.operands.size() == 1 ? phrase.operands.front() : phrase;
    if (std::uint64_t studies = studies_with(sought, parts))
      message += fmt::format("; without its punctuation it is in {}", studies_text(studies));
  }
  note(exact, std::move(message));
}

void Remarks::on_heading(const Clause& heading, Parts parts) {
  std::string message = fmt::format("no study has the heading '{}'", typed(heading));
  Clause plain = heading;
  plain.focus = false;
  plain.subheadings.clear();
  std::uint64_t studies = plain.same_as(heading) ? 0 : studies_with(plain, parts);
  if (studies > 0)
    message += fmt::format(
        "; {} {} '{}' without {}", studies_text(studies), studies == 1 ? "has" : "have",
        heading.literal,
        heading.subheadings.empty() ? "the mark of a main topic" : "such a subheading or mark");
  note(heading, std::move(message),
       studies > 0 ? "" : "headings are searched as the records have them in their index terms");
}

void Remarks::on_frequent(const Clause& frequent, std::size_t number) {
  if (meets_none(number + 1)) return;  // spoken of by itself
  note(frequent,
       fmt::format("'{}' is in no study: its term occurs, but nowhere {} times in one part",
                   typed(frequent), frequent.least));
}

/// Not known is neither yes nor no, so it has to be said.
void Remarks::on_limit(const Clause& limit, std::size_t number) {
  const std::string field =
      limit.kind == Kind::years ? std::string("year") : spelled_out(limit.parts);
  const std::uint64_t lacking = found_.without_field[number];
  Diagnostic note;
  note.level = Diagnostic::Level::warning;
  note.code = "field-not-known";
  note.where = limit.where;
  note.message = fmt::format("{} of {} {} not say {} {}", lacking, studies_text(table_.size()),
                             lacking == 1 ? "does" : "do", lacking == 1 ? "its" : "their", field);
  note.hint = fmt::format("{} not among the {} that meet '{}'", lacking == 1 ? "it is" : "they are",
                          found_.studies[number].count(), typed(limit));
  notes_.push_back(std::move(note));
}

}  // namespace

Diagnostics remarks_on(const Query& query, const Found& found, const Store& store,
                       const StudyTable& table, const SearchOptions& options) {
  if (table.size() == 0) return {};
  return Remarks(query, found, store, table, options).all();
}

std::vector<std::pair<std::string, std::uint64_t>> words_near(const std::string& word, Parts parts,
                                                              std::size_t limit,
                                                              const Store& store) {
  std::vector<std::pair<std::string, std::uint64_t>> words;
  for (const Near& near : nearest_words(word, parts, store)) {
    if (words.size() == limit) break;
    std::set<std::uint32_t> documents;
    parts.each([&](Part part) {
      for (std::uint32_t number : store.documents_with(schema::letter_of(part) + near.word))
        documents.insert(number);
    });
    for (std::uint32_t number : store.hidden()) documents.erase(number);
    if (!documents.empty()) words.emplace_back(near.word, documents.size());
  }
  return words;
}

}  // namespace litmine
