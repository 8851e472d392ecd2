#include "citations/language.h"

#include <array>

#include "text/words.h"

namespace litmine {
namespace {

struct Row {
  std::string_view language, words;  ///< words with a blank on both sides
};

constexpr Row kRows[] = {
    {"en",
     " the of and in for on to with from an by is are at as how what its their between "
     "towards toward through does new using "},
    {"de",
     " der die das und des dem den im zur zum von für mit auf eine einer ein eines über bei "
     "als zwischen durch nach wie aus ist sich nicht "},
    {"fr",
     " le la les des du et une un dans pour sur au aux en par de l'analyse est entre ses son "
     "leur d'une à vers qui que "},
    {"es",
     " el la los las del y en una un para por con sobre al entre su sus de se como desde "
     "hacia lo es "},
    {"pt",
     " o a os as do da dos das e em uma um para por com sobre no na nos nas ao entre sua seu "
     "de à pelo pela não "},
    {"it",
     " il lo la gli le di del della dei delle e in una un per con sul sulla nel nella tra da "
     "al alla dal è "},
    {"nl", " de het een van en in voor met op bij naar tot uit over door als aan zijn "},
};

}  // namespace

std::string_view title_language(std::string_view title) {
  std::array<int, std::size(kRows)> seen{};
  cut_words(title, [&](const Word& word) {
    if (word.form != Word::Form::folded) return;
    const std::string padded = " " + word.text + " ";
    for (std::size_t i = 0; i < std::size(kRows); ++i)
      if (kRows[i].words.find(padded) != std::string_view::npos) ++seen[i];
  });
  std::size_t best = 0;
  bool tied = false;
  for (std::size_t i = 1; i < std::size(kRows); ++i) {
    if (seen[i] > seen[best]) {
      best = i;
      tied = false;
    } else if (seen[i] == seen[best]) {
      tied = true;
    }
  }
  return seen[best] == 0 || tied ? std::string_view{} : kRows[best].language;
}

}  // namespace litmine
