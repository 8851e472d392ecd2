// Is it the work that it is taken for?
#include "corpus/identity.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/title_form.h"
#include "doctor/doctor.h"
#include "doctor/excerpt.h"
#include "text/normalize.h"
#include "text/words.h"

namespace litmine {
namespace {

std::string compact(std::string_view text) {
  std::string out;
  for (char c : title_key(text))
    if (c != ' ') out += c;
  return out;
}

std::size_t in_common(const std::vector<std::string>& wanted, const std::string& text) {
  std::vector<std::string> there;
  cut_words(text, [&](const Word& word) {
    if (word.form != Word::Form::fused) there.push_back(unaccented(word.text));
  });
  std::sort(there.begin(), there.end());
  return static_cast<std::size_t>(
      std::count_if(wanted.begin(), wanted.end(), [&](const std::string& word) {
        return std::binary_search(there.begin(), there.end(), word);
      }));
}

/// The words of a record's title that stand on the first pages, or nothing when enough do: titles
/// are set in pieces and with slips, so seven in ten.
bool stands_in(const Biblio& record, const std::string& front, std::size_t& found) {
  const std::vector<std::string> wanted = telling_words(record.title);
  found = in_common(wanted, front);
  return wanted.size() < 2 || found * 10 >= wanted.size() * 7 ||
         compact(front).find(compact(record.title)) != std::string::npos;
}

}  // namespace

std::vector<std::string> telling_words(std::string_view title) {
  std::vector<std::string> words;
  cut_words(title, [&](const Word& word) {
    if (word.form != Word::Form::folded || word.text.size() < 4 || is_small_word(word.text)) return;
    words.push_back(unaccented(word.text));
  });
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// Where a title may be printed: the first pages, whatever was left out of them, and the file's own
// idea of its title.
std::string front_of(const Document& document) {
  constexpr std::size_t kPages = 3, kBytes = 12'000;
  std::size_t end = document.text.size();
  if (document.pages.size() > kPages) end = document.pages[kPages];
  std::string front = document.text.substr(0, std::min(end, std::max(kBytes, end / 2)));
  front += '\n' + document.about.title;
  for (const std::string& line : document.furniture) front += '\n' + line;
  return front;
}

void examine_identity(const Chart& chart, const std::vector<Claim>& claims,
                      std::vector<Symptom>& symptoms) {
  constexpr std::size_t kLeastFront = 200;
  if (claims.empty() || chart.front.size() < kLeastFront) return;
  std::size_t found = 0, of_first = 0;
  for (const Claim& claim : claims) {
    if (stands_in(*claim.record, chart.front, found)) return;
    if (&claim == &claims.front()) of_first = found;
  }
  const Biblio& record = *claims.front().record;
  const std::string printed = chart.title.empty() ? excerpt(chart.front, 0, 100) : chart.title;
  symptoms.push_back(
      {Fault::wrong_article, 1,
       fmt::format("{}, whose title is \"{}\"; of its {} telling words {} {} on the first pages. "
                   "The file says \"{}\"",
                   claims.front().words, excerpt(record.title, 0, 120),
                   telling_words(record.title).size(), of_first, of_first == 1 ? "stands" : "stand",
                   excerpt(printed, 0, 120)),
       ""});
}

bool name_speaks_of(std::string_view file_name, const Biblio& record) {
  const std::size_t slash = file_name.find_last_of('/');
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  const std::size_t dot = file_name.rfind('.');
  if (dot != std::string_view::npos && dot > 0) file_name = file_name.substr(0, dot);
  std::string spaced(file_name);
  for (char& c : spaced)
    if (c == '_' || c == '-' || c == '.' || c == '+') c = ' ';
  const std::vector<std::string> title = telling_words(record.title);
  const std::size_t in_title = in_common(title, spaced);
  if (in_title >= 4) return true;
  const std::vector<Author>& names_of_it = known_by(record);
  if (names_of_it.empty() || !record.year) return false;
  const std::vector<std::string> family = telling_words(names_of_it.front().family);
  const bool names = !family.empty() && in_common(family, spaced) == family.size();
  const bool dates = in_common({std::to_string(*record.year)}, spaced) == 1;
  return names && dates;
}

}  // namespace litmine
