// How alike two records are: whether they are the same publication, told by another database, or
// another work that only looks like it. Neither an equal DOI nor an equal title and year is enough
// alone: supplements share a DOI, editorials and columns share a title. So every field of the two
// is compared and falls on a level, every level has points (likeness_table.cc), and their sum
// decides.
//
// The one thing to know: points for and against are not simply added. What speaks against two
// records must be outweighed by facts of the same kind, that is by the place of publication (DOI,
// PMID, source, volume, pages); otherwise the same title by the same authors, printed twice, would
// be one.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/identity.h"
#include "corpus/name_form.h"
#include "corpus/title_form.h"

namespace litmine {

/// What is compared.
enum class Trait : std::uint8_t {
  title,
  weight,  ///< how much a title tells, equal or not
  authors,
  year,
  source,
  volume,
  issue,
  pages,
  doi,
  pmid,
  type,
};
inline constexpr std::size_t kTraits = 11;

/// How a trait of two records compares; not every trait knows every level.
enum class Level : std::uint8_t {
  unknown,    ///< at least one of them doesn't say
  same,       ///< the same, in whatever writing
  nearly,     ///< slips of spelling
  beginning,  ///< one ends earlier: a lost subtitle, a list of authors cut off
  contained,  ///< one is within the other: a translation beside the original
  alike,
  partly,
  apart,      ///< numbers: one apart
  far_apart,  ///< numbers: two apart
  version,    ///< another, as it is between a preprint and the article
  different,
  part,       ///< the same but for a number: "Part 1", "Part 2"
  notice,     ///< one is about the other: its erratum, a comment on it
  short_one,  ///< weight: a title of few words
  common,     ///< weight: a title that many works have
  telling,    ///< weight: a title that hardly two works have
  series,     ///< weight: works of different years or authors have it, in this corpus or by habit
};

/// One level of a trait with its points.
struct Weight {
  Trait trait;
  Level level;
  int points;
  const char* words;  ///< for people: "same DOI"
};
/// All weights, in the order of the traits.
std::span<const Weight> weights();
const Weight& weight_of(Trait trait, Level level);

/// From these points on two records are the same publication.
inline constexpr int kSamePoints = 60;
/// From these on a person should look.
inline constexpr int kDoubtfulPoints = 38;
/// What speaks against may outweigh the place of publication by so much and no more.
inline constexpr int kMostAgainst = 20;

enum class Relation : std::uint8_t {
  same,       ///< the same publication
  doubtful,   ///< may be; a person should decide
  linked,     ///< another report of the same study: conference paper and article, parts, errata
  different,  ///< none of these
};
std::string_view name_of(Relation relation);

struct Likeness {
  std::array<Level, kTraits> levels{};
  int points = 0;
  int against = 0;            ///< how far what speaks against outweighs the place of publication
  bool contradicted = false;  ///< strong evidence against: never the same, whatever the points
  Relation relation = Relation::different;

  Level operator[](Trait trait) const { return levels[static_cast<std::size_t>(trait)]; }
};

/// "same title (+50), same authors (+25), another volume (-14)": all that counted, in the order of
/// the traits.
std::string in_words(const Likeness& likeness);
/// The same without points and without what speaks against: "same title, authors and year".
std::string short_words(const Likeness& likeness);

/// A record, ready to compare: every field in the one form in which equal means equal.
struct RecordForm {
  std::string doi, pmid;
  std::vector<TitleForm> titles;  ///< the title, and the title without remarks in brackets; none
                                  ///< when there is no title
  TitleNotice notice = TitleNotice::none;
  bool shared_title = false;  ///< in this corpus, works of other years or authors have it
  std::vector<NameForm> authors;
  bool more_authors = false;  ///< the list was cut off: "et al."
  std::optional<int> year;
  std::vector<std::string> sources;  ///< forms of its name: "Chung Hua ... = Chinese Journal ..."
  std::string volume, issue;
  std::string first_page, last_page;
  std::string type;         ///< CSL's name
  bool preprint = false;    ///< of a preprint server
  bool conference = false;  ///< of a conference, by its type or the name of its source
  bool recurring = false;   ///< a title that comes back every year: "Introduction to the minitrack"
};

RecordForm form_of(const Identity& identity);

/// Symmetric; thread-safe.
Likeness compare(const RecordForm& a, const RecordForm& b);

/// "https://doi.org/10.1/X." → "10.1/x".
std::string plain_doi(std::string_view doi);

}  // namespace litmine
