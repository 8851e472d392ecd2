#include "queries/remarks.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "queries/diagnostic_codes.h"

namespace litmine {
namespace {

constexpr std::size_t kMostOfOneCode = 100;

bool inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

/// What every repair of this kind means, where the remark itself does not say it. A warning that
/// the vendor would read otherwise is a repair, a note is none.
void say_repair(const DiagnosticCode& row, Diagnostic& note) {
  if (!note.repaired && (!row.repairs() || note.level == Diagnostic::Level::note)) return;
  note.repaired = true;
  if (note.choice.empty()) note.choice = row.choice;
  if (note.alternative.empty()) note.alternative = row.alternative;
}

}  // namespace

void Remarks::add(Diagnostic::Level level, std::string code, Span where, std::string message,
                  std::string hint) {
  add({level, std::move(code), where, std::move(message), std::move(hint), false, {}, {}});
}

void Remarks::add(Diagnostic note) {
  if (++count_[note.code] <= kMostOfOneCode) {
    const DiagnosticCode* row = diagnostic_code(note.code);
    assert(row != nullptr && "a code that is not in queries/diagnostic_codes.cc");
    if (row != nullptr) say_repair(*row, note);
    notes_.push_back(std::move(note));
    return;
  }
  Span& rest = last_.try_emplace(note.code, note.where).first->second;
  rest = {std::min(rest.begin, note.where.begin), std::max(rest.end, note.where.end)};
}

Diagnostics Remarks::sorted() && {
  for (const auto& late : last_) {
    const std::string& code = late.first;
    auto first = std::find_if(notes_.begin(), notes_.end(),
                              [&](const Diagnostic& note) { return note.code == code; });
    Diagnostic more = *first;
    more.where = late.second;
    more.message = "and " + std::to_string(count_[code] - kMostOfOneCode) + " more of this kind";
    more.hint.clear();
    notes_.push_back(std::move(more));
  }
  std::stable_sort(notes_.begin(), notes_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.where.begin, b.level) < std::pair(b.where.begin, a.level);
  });
  return std::move(notes_);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

std::string cited(std::string_view text, std::size_t most) {
  std::string shown;
  if (text.size() > most) {
    std::size_t head = most * 2 / 3, tail = text.size() - most / 3;
    while (inside_character(text, head)) --head;
    while (inside_character(text, tail)) ++tail;
    shown = std::string(text.substr(0, head)) + "…" + std::string(text.substr(tail));
  } else {
    shown = text;
  }
  std::string line = "'";
  for (char c : shown) {
    bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!space)
      line += c;
    else if (line.back() != ' ')
      line += ' ';
  }
  return line + '\'';
}

}  // namespace litmine
