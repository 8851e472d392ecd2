#include "queries/dialect.h"

#include <algorithm>
#include <cassert>

#include "queries/dialects.h"
#include "queries/remarks.h"

namespace litmine {
namespace {

constexpr const Dialect* kDialects[] = {&kScopus,   &kWos,      &kPubmed,      &kOvid,
                                        &kEbsco,    &kProquest, &kProquestOld, &kEmbase,
                                        &kCochrane, &kAcm,      &kIeee,        &kNative};

bool same_name(std::string_view a, std::string_view b) {
  auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return upper(x) == upper(y); });
}

/// `names` are separated by '|'.
bool is_one_of(std::string_view names, std::string_view name) {
  while (!names.empty()) {
    std::size_t bar = std::min(names.find('|'), names.size());
    if (same_name(names.substr(0, bar), name)) return true;
    names.remove_prefix(std::min(bar + 1, names.size()));
  }
  return false;
}

/// "2012" is the first of January, "2012-03" the first of March.
std::string first_day_of(std::string day) {
  if (day.size() == 4) day += "-01";
  if (day.size() == 7) day += "-01";
  return day;
}

}  // namespace

std::span<const Dialect* const> all_dialects() { return kDialects; }

const Dialect* dialect_named(std::string_view name) {
  for (const Dialect* dialect : kDialects)
    if (same_name(dialect->name, name)) return dialect;
  return nullptr;
}

std::vector<std::string_view> dialect_names() {
  std::vector<std::string_view> names;
  for (const Dialect* dialect : kDialects) names.push_back(dialect->name);
  return names;
}

std::string_view name_of(const Dialect& dialect) { return dialect.name; }
std::string_view title_of(const Dialect& dialect) { return dialect.title; }
Parts default_parts(const Dialect& dialect) { return dialect.default_parts; }

std::vector<RuleReading> rules_of(const Dialect& dialect) {
  std::vector<RuleReading> rules;
  for (const Choice& choice : dialect.choices)
    rules.push_back({choice.rule, choice.reading, choice.since, choice.until,
                     &choice == &choice_taken(dialect, choice.rule, {}), choice.source});
  return rules;
}

const Choice& choice_taken(const Dialect& dialect, std::string_view rule,
                           const ReadingOptions& options) {
  const Choice* taken = nullptr;
  const std::string day = first_day_of(options.as_of);
  for (const Choice& choice : dialect.choices) {
    if (choice.rule != rule) continue;
    // Without a day, the rule of today: one that has not ended.
    bool begun = day.empty() || choice.since.empty() || choice.since <= day;
    bool ended = !choice.until.empty() && (day.empty() || choice.until <= day);
    if (taken == nullptr && begun && !ended) taken = &choice;
  }
  for (const auto& [wanted, reading] : options.rules)
    for (const Choice& choice : dialect.choices)
      if (choice.rule == rule && wanted == rule && choice.reading == reading) taken = &choice;
  assert(taken != nullptr);  // the readings of a rule leave no day without one (a test)
  return *taken;
}

/// See ReadingOptions::heed_ignored.
static void heed_what_is_ignored(Dialect& dialect) {
  dialect.stop_words = {};
  dialect.stop_words_stand_for_any = false;
  dialect.wildcards_at_end = false;
  dialect.stems.drops = false;
  dialect.stems.before = dialect.stems.after_leading = 0;
  dialect.keeps_ending_wildcards = true;
  dialect.heeds_every_distance = true;
}

Dialect as_chosen(const Dialect& dialect, const ReadingOptions& options, Remarks& remarks) {
  for (const auto& [rule, reading] : options.rules) {
    std::vector<std::string> readings;
    for (const Choice& choice : dialect.choices)
      if (choice.rule == rule) readings.emplace_back(choice.reading);
    if (std::find(readings.begin(), readings.end(), reading) != readings.end()) continue;
    std::string known;
    for (const Choice& choice : dialect.choices) {
      if (!readings.empty() && choice.rule != rule) continue;
      if (!known.empty()) known += ", ";
      known.append(choice.rule).append("=").append(choice.reading);
    }
    remarks.add(Diagnostic::Level::error, "unknown-rule", {},
                std::string(dialect.title) + " has no choice '" + rule + '=' + reading + '\'',
                known.empty() ? "no rule of it can be chosen" : "there are " + known);
  }
  Dialect chosen = dialect;
  const Choice* before = nullptr;
  for (const Choice& choice : dialect.choices) {
    const Choice& taken = choice_taken(dialect, choice.rule, options);
    if (&taken != before) taken.apply(chosen);
    before = &taken;
  }
  if (options.heed_ignored) heed_what_is_ignored(chosen);
  if (options.unknown_fields_are_all) chosen.unknown_field_parts = kAll;
  return chosen;
}

const Field* field_named(const Dialect& dialect, std::string_view name) {
  for (const Field& field : dialect.fields)
    if (same_name(field.name, name) || is_one_of(field.also, name)) return &field;
  return nullptr;
}

}  // namespace litmine
