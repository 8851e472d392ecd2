// The spans of the entries come from the extractor; here their lines are joined, "———" takes the
// names of the entry before, and numbers are settled.
#include <algorithm>
#include <charconv>

#include "citations/citations.h"
#include "citations/read_reference.h"

namespace litmine {
namespace {

/// Line and page ends as blanks; the length stays, so that spans do.
std::string on_one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c == '\n' || c == '\f' || c == '\t' || c == '\r') c = ' ';
  return out;
}

/// Bytes of dashes or underscores at the start that stand for the names of the entry before.
std::size_t repeated_names(std::string_view text) {
  std::size_t at = 0, dashes = 0;
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("—") || rest.starts_with("―")) {
      dashes += 2;
      at += 3;
    } else if (rest.starts_with("–") || rest.starts_with("‐") || rest.starts_with("−")) {
      dashes += 1;
      at += 3;
    } else if (rest[0] == '-' || rest[0] == '_') {
      dashes += 1;
      at += 1;
    } else if (rest[0] == ' ') {
      at += 1;
    } else {
      break;
    }
  }
  return dashes >= 2 ? at : 0;
}

void settle_number(Entry& entry, std::size_t place) {
  entry.number = static_cast<int>(place) + 1;
  const std::string& label = entry.reference.label;
  const std::size_t digit = label.find_first_of("0123456789");
  if (digit == std::string::npos) return;
  int number = 0;
  std::from_chars(label.data() + digit, label.data() + label.size(), number);
  if (number > 0) entry.number = number;
}

}  // namespace

std::vector<Entry> read_entries(const Document& document, const ReferenceModel& model) {
  std::vector<Entry> entries;
  entries.reserve(document.references.size());
  for (Span where : document.references) {
    const std::string text = on_one_line(where.in(document.text));
    Entry entry;
    entry.where = where;
    entry.reference = read_reference(text, model);
    if (repeated_names(text) > 0 && !entries.empty()) {
      entry.repeated = true;
      const Reference& before = entries.back().reference;
      entry.reference.authors = before.authors.empty() ? before.editors : before.authors;
    }
    settle_number(entry, entries.size());
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace litmine
