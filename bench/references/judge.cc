// judge_references GOLD MODEL [--errors FIELD] [--train]: how well read_reference reads the tagged
// entries that judge: precision, recall and F1 a field, and the share of entries right as a whole.
// Values count as equal when their letters and digits are (case and punctuation put aside).
#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <functional>
#include <iostream>
#include <map>
#include <set>

#include "bench/references/gold.h"
#include "citations/names.h"
#include "citations/read_reference.h"
#include "corpus/study.h"
#include "text/normalize.h"

namespace litmine::bench {
namespace {

struct Count {
  std::size_t right = 0, found = 0, gold = 0;
  double f1() const {
    return found + gold == 0 ? 0
                             : 2.0 * static_cast<double>(right) / static_cast<double>(found + gold);
  }
};

std::string first_year(std::string_view text) {
  for (const RefToken& token : cut_reference(text))
    if (token.shape == 'Y' || token.shape == 'L')
      return std::string(token.where.in(text).substr(0, 4));
  return {};
}

std::string surnames(const std::vector<Name>& names) {
  std::string all;
  for (const Name& name : names) all += title_key(name.family) + ";";
  return all;
}

/// The values that are compared, by the name of the field.
using Values = std::vector<std::pair<const char*, std::string>>;

Values gold_values(const GoldReference& gold) {
  auto value = [&](RefField field) { return title_key(gold_value(gold, field)); };
  std::vector<Name> authors = gold.authors;
  if (authors.empty()) authors = read_names(gold_value(gold, RefField::author)).names;
  const std::string journal = value(RefField::journal);
  return {{"surnames", surnames(authors)},
          {"year", first_year(gold_value(gold, RefField::year))},
          {"title", value(RefField::title)},
          {"source", journal.empty() ? value(RefField::book) : journal},
          {"volume", value(RefField::volume)},
          {"issue", value(RefField::issue)},
          {"pages", value(RefField::pages)},
          {"publisher", value(RefField::publisher)},
          {"place", value(RefField::place)},
          {"editor", surnames(read_names(gold_value(gold, RefField::editor)).names)}};
}

Values read_values(const Reference& read) {
  return {
      {"surnames", surnames(read.authors)}, {"year", read.year ? std::to_string(*read.year) : ""},
      {"title", title_key(read.title)},     {"source", title_key(read.container)},
      {"volume", title_key(read.volume)},   {"issue", title_key(read.issue)},
      {"pages", title_key(read.pages)},     {"publisher", title_key(read.publisher)},
      {"place", title_key(read.place)},     {"editor", surnames(read.editors)}};
}

struct Table {
  std::size_t entries = 0, whole = 0;
  std::map<std::string, Count> fields;
  Count single_surnames;
};

/// What decides that an entry is right as a whole: what finds the work again.
const std::set<std::string> kWhole = {"surnames", "year",  "title", "source",
                                      "volume",   "issue", "pages"};

void count_names(Table& table, const std::string& gold, const std::string& read) {
  std::multiset<std::string> left;
  for (std::size_t at = 0, end; (end = gold.find(';', at)) != std::string::npos; at = end + 1)
    left.insert(gold.substr(at, end - at));
  table.single_surnames.gold += left.size();
  for (std::size_t at = 0, end; (end = read.find(';', at)) != std::string::npos; at = end + 1) {
    ++table.single_surnames.found;
    const auto found = left.find(read.substr(at, end - at));
    if (found == left.end()) continue;
    left.erase(found);
    ++table.single_surnames.right;
  }
}

void print(const std::string& name, const Table& table) {
  std::cout << fmt::format("\n{}: {} entries, {:.3f} right as a whole\n", name, table.entries,
                           static_cast<double>(table.whole) / static_cast<double>(table.entries));
  for (const auto& [field, count] : table.fields)
    if (count.gold > 0)
      std::cout << fmt::format("  {:<10} F1 {:.3f}  ({} right of {} read, {} in the gold)\n", field,
                               count.f1(), count.right, count.found, count.gold);
  std::cout << fmt::format("  {:<10} F1 {:.3f}  (each by itself, {})\n", "surname",
                           table.single_surnames.f1(), table.single_surnames.gold);
}

int main_of(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2) {
    std::cerr << "usage: judge_references GOLD MODEL [--errors FIELD] [--train]\n";
    return 2;
  }
  std::string errors;
  bool train = false;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    if (arguments[i] == "--errors" && i + 1 < arguments.size()) errors = arguments[i + 1];
    if (arguments[i] == "--train") train = true;
  }
  auto model = ReferenceModel::load(arguments[1]);
  if (!model) {
    std::cerr << model.error().what << '\n';
    return 2;
  }
  std::map<std::string, Table> tables;
  const std::vector<GoldReference> all = read_gold(arguments[0]);
  double seconds = 0;
  std::size_t read_entries = 0;
  for (const GoldReference& gold : all) {
    if (gold.judge == train) continue;
    const std::clock_t before = std::clock();
    const Reference read = read_reference(gold.text, *model);
    seconds += static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    ++read_entries;
    const Values want = gold_values(gold), got = read_values(read);
    const std::string style = gold.numbered     ? "numbered"
                              : gold.early_year ? "author-year"
                                                : "year late";
    for (const std::string& name : {gold.set, gold.set + ", " + style}) {
      Table& table = tables[name];
      ++table.entries;
      bool whole = true;
      for (std::size_t i = 0; i < want.size(); ++i) {
        Count& count = table.fields[want[i].first];
        const bool same = want[i].second == got[i].second;
        count.gold += want[i].second.empty() ? 0 : 1;
        count.found += got[i].second.empty() ? 0 : 1;
        count.right += !want[i].second.empty() && same ? 1 : 0;
        if (!same && kWhole.contains(want[i].first)) whole = false;
        if (!same && errors == want[i].first && name == gold.set)
          std::cout << fmt::format("[{}] {}\n    want {}\n    got  {}\n", gold.set, gold.text,
                                   want[i].second, got[i].second);
      }
      count_names(table, want[0].second, got[0].second);
      table.whole += whole ? 1 : 0;
    }
  }
  for (const auto& [name, table] : tables) print(name, table);
  std::cout << fmt::format("\n{} entries in {:.2f} s: {:.0f} a second on one core\n", read_entries,
                           seconds, static_cast<double>(read_entries) / seconds);
  return 0;
}

}  // namespace
}  // namespace litmine::bench

int main(int argc, char** argv) { return litmine::bench::main_of({argv + 1, argv + argc}); }
