#include "indexer/expand.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/door.h"
#include "indexer/schema.h"
#include "queries/variants.h"

namespace litmine {
namespace {

/// Looks each form up; there is nothing to walk.
void look_up(const std::vector<std::string>& forms, const Store& store, std::size_t shard,
             PartTerms& found, std::vector<std::string>& words) {
  for (const std::string& form : forms) {
    std::string term = schema::letter_of(found.part) + schema::tail_of(form);
    if (store.frequency(shard, term) == 0) continue;
    found.terms.push_back(std::move(term));
    words.push_back(form);
  }
}

/// Walks the vocabulary of a part from the letters before the first gap.
void walk(const Pattern& pattern, const Store& store, std::size_t shard, PartTerms& found,
          std::vector<std::string>& words) {
  std::string beginning(schema::kept_beginning(pattern.literal_prefix()));
  store.each_term(shard, schema::letter_of(found.part) + beginning, [&](const std::string& term) {
    std::string_view tail = std::string_view(term).substr(1);
    if (!schema::is_cut(tail)) {
      if (!pattern.matches(tail)) return;
      words.emplace_back(tail);
    } else {
      std::string word = whole_word(store, shard, std::string(tail));
      if (!pattern.matches(word)) return;
      words.push_back(std::move(word));
    }
    found.terms.push_back(term);
  });
}

void tidy(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

std::string with_commas(std::size_t number) {
  std::string grouped;
  const std::string digits = std::to_string(number);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) grouped += ',';
    grouped += digits[i];
  }
  return grouped;
}

}  // namespace

std::string as_typed(const Clause& clause, const std::string& source) {
  std::string typed(clause.where.in(source));
  return typed.empty() ? to_native(clause) : typed;
}

std::string spelled_out(Parts parts) {
  constexpr int kFew = 4;
  int count = 0;
  std::string names;
  parts.each([&](Part part) {
    if (count++ > 0) names += ", ";
    names += part_name(part);
  });
  return count <= kFew ? names : parts_list(parts);
}

std::string whole_word(const Store& store, std::size_t shard, const std::string& tail) {
  if (!schema::is_cut(tail)) return tail;
  return store.metadata(schema::long_word_key(tail), shard);
}

Expanded expanded(const Clause& word, Parts parts, const Store& store, std::size_t shard) {
  Expanded result;
  if (word.pattern.empty()) return result;
  const bool literal = word.pattern.is_literal();
  std::vector<std::string> forms;
  if (literal) forms = variants_of(word.pattern.literal_prefix(), word.variants);
  parts.each([&](Part part) {
    PartTerms found{part, {}};
    if (literal)
      look_up(forms, store, shard, found, result.words);
    else
      walk(word.pattern, store, shard, found, result.words);
    if (!found.terms.empty()) result.terms.push_back(std::move(found));
  });
  tidy(result.words);
  return result;
}

void check_limit(const Clause& word, Parts parts,
                 const std::vector<const std::vector<std::string>*>& lists, std::size_t limit,
                 const std::string& source) {
  std::size_t most = 0;
  for (const auto* list : lists) most += list->size();
  if (most <= limit) return;
  std::vector<std::string> words;
  for (const auto* list : lists) words.insert(words.end(), list->begin(), list->end());
  tidy(words);
  if (words.size() <= limit) return;
  throw Failure{
      {Error::Kind::limit,
       fmt::format("'{}' stands for {} words in {}, and {} are allowed", as_typed(word, source),
                   with_commas(words.size()), spelled_out(parts), with_commas(limit)),
       "write a longer beginning, or allow more"}};
}

}  // namespace litmine
