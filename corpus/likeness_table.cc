// What every level of every trait counts: the whole model of likeness, in one table.
//
// Points are tenths of a natural logarithm of odds, rounded: 10 points make "the same" about e
// times as likely. They were set from what the fields mean and adjusted on the sets named in
// docs/duplicates.md; the sets used to judge them are named there, too.
#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "corpus/likeness.h"

namespace litmine {
namespace {

using enum Level;

constexpr Weight kWeights[] = {
    // trait         level       points  words
    {Trait::title, unknown, 0, "no title to compare"},
    {Trait::title, same, 50, "same title"},
    {Trait::title, nearly, 42, "nearly the same title"},
    {Trait::title, beginning, 34, "one title is the beginning of the other"},
    {Trait::title, contained, 26, "one title contains the other"},
    {Trait::title, alike, -2, "similar titles"},
    {Trait::title, partly, -25, "titles with half of the words in common"},
    {Trait::title, version, -20, "titles in two languages"},
    {Trait::title, part, -40, "titles that differ in a number"},
    {Trait::title, notice, -40, "one is a notice about the other"},
    {Trait::title, different, -60, "different titles"},

    {Trait::weight, unknown, 0, ""},
    {Trait::weight, telling, 12, "a title of many words"},
    {Trait::weight, short_one, -14, "a title of few words"},
    {Trait::weight, common, -34, "a title that many works have"},
    {Trait::weight, series, -20, "a title that other works have, too"},

    {Trait::authors, unknown, 0, "authors not known"},
    {Trait::authors, same, 25, "same authors"},
    {Trait::authors, beginning, 18, "one list of authors is shorter"},
    {Trait::authors, nearly, 16, "same first author, most others"},
    {Trait::authors, alike, 10, "most authors in common"},
    {Trait::authors, partly, -12, "some authors in common"},
    {Trait::authors, different, -50, "different authors"},

    {Trait::year, unknown, 0, "year not known"},
    {Trait::year, same, 10, "same year"},
    {Trait::year, apart, -4, "years one apart"},
    {Trait::year, far_apart, -22, "years too far apart for one work"},
    {Trait::year, version, 0, "years as of a preprint and its article"},
    {Trait::year, different, -35, "years far apart"},

    {Trait::source, unknown, 0, "source not known"},
    {Trait::source, same, 14, "same source"},
    {Trait::source, alike, 5, "similar source"},
    {Trait::source, version, 0, "a preprint server"},
    {Trait::source, apart, -12, "conferences named differently"},
    {Trait::source, different, -26, "another source"},

    {Trait::volume, unknown, 0, "volume not known"},
    {Trait::volume, same, 8, "same volume"},
    {Trait::volume, different, -14, "another volume"},

    {Trait::issue, unknown, 0, "issue not known"},
    {Trait::issue, same, 3, "same issue"},
    {Trait::issue, different, -2, "another issue"},

    {Trait::pages, unknown, 0, "pages not known"},
    {Trait::pages, same, 18, "same pages"},
    {Trait::pages, nearly, 10, "nearly the same pages"},
    {Trait::pages, version, 0, "pages counted from 1 in one"},
    {Trait::pages, different, -22, "other pages"},

    {Trait::doi, unknown, 0, "DOI not known"},
    {Trait::doi, same, 62, "same DOI"},
    {Trait::doi, nearly, 20, "one DOI goes on where the other ends"},
    {Trait::doi, version, 0, "DOIs of a preprint and its article"},
    {Trait::doi, different, -45, "another DOI"},

    {Trait::pmid, unknown, 0, "PMID not known"},
    {Trait::pmid, same, 62, "same PMID"},
    {Trait::pmid, different, -40, "another PMID"},

    {Trait::type, unknown, 0, ""},
    {Trait::type, same, 0, ""},
    {Trait::type, different, -15, "a conference paper and an article"},
};

constexpr std::size_t kLevels = static_cast<std::size_t>(Level::series) + 1;

/// Where each level of a trait stands in the table; 0xff when the trait does not know it.
constexpr auto kPlaces = [] {
  std::array<std::array<std::uint8_t, kLevels>, kTraits> places{};
  for (auto& row : places) row.fill(0xff);
  for (std::size_t i = 0; i < std::size(kWeights); ++i)
    places[static_cast<std::size_t>(kWeights[i].trait)]
          [static_cast<std::size_t>(kWeights[i].level)] = static_cast<std::uint8_t>(i);
  return places;
}();

}  // namespace

std::span<const Weight> weights() { return kWeights; }

const Weight& weight_of(Trait trait, Level level) {
  const std::uint8_t place =
      kPlaces[static_cast<std::size_t>(trait)][static_cast<std::size_t>(level)];
  return place == 0xff ? weight_of(trait, Level::unknown) : kWeights[place];
}

}  // namespace litmine
