// A text that cites rightly, and every small slip in it by itself: each must be reported, and
// nothing else may be.
#include <gtest/gtest.h>

#include "citations/citations.h"
#include "citations/names.h"

namespace litmine {
namespace {

constexpr const char* kFamilies[] = {"Almeida",    "Bergstrom", "Castellani", "Dombrowski",
                                     "Eriksson",   "Ferreira",  "Grunewald",  "Hofstetter",
                                     "Ishikawa",   "Jorgensen", "Kowalski",   "Lindqvist",
                                     "Montgomery", "Nakamura",  "Okonkwo",    "Petersen"};
constexpr std::size_t kEntries = std::size(kFamilies);

/// Entry i has one, two or three authors, of which the first is kFamilies[i].
struct Slip {
  std::size_t at = kEntries;  ///< the entry whose mention or entry is wrong; none
  enum class Kind { none, year, letters, entry_gone, mention_gone } kind = Kind::none;
  int years = 0;
};

int year_of_entry(std::size_t i) { return 1990 + static_cast<int>(i * 7 % 31); }

std::string family_in_text(std::size_t i, const Slip& slip) {
  std::string family = kFamilies[i];
  if (slip.at == i && slip.kind == Slip::Kind::letters) std::swap(family[3], family[4]);
  return family;
}

std::string mention_in_text(std::size_t i, const Slip& slip) {
  if (slip.at == i && slip.kind == Slip::Kind::mention_gone) return "Nothing is said here. ";
  std::string names = family_in_text(i, slip);
  if (i % 3 == 1) names += i % 2 == 0 ? " & Zimmer" : " and Zimmer";
  if (i % 3 == 2) names += " et al.";
  const std::string year = std::to_string(
      year_of_entry(i) + (slip.at == i && slip.kind == Slip::Kind::year ? slip.years : 0));
  switch (i % 4) {
    case 0:
      return "It grew (" + names + ", " + year + "). ";
    case 1:
      return names + " (" + year + ") found growth. ";
    case 2:
      return "Some hold otherwise (e.g., " + names + " " + year + ", p. 12). ";
    default:
      return "In " + names + (names.back() == '.' ? "'s (" : "’s (") + year + ") words it did. ";
  }
}

Citations read_with(const Slip& slip) {
  Document document;
  Citations citations;
  for (std::size_t i = 0; i < kEntries; ++i) {
    document.text += mention_in_text(i, slip);
    if (slip.at == i && slip.kind == Slip::Kind::entry_gone) continue;
    const std::string others = i % 3 == 0   ? ""
                               : i % 3 == 1 ? " and Zimmer, K."
                                            : ", Zimmer, K. and Young, P.";
    Entry entry;
    entry.reference.authors = read_names(std::string(kFamilies[i]) + ", A." + others).names;
    entry.reference.year = year_of_entry(i);
    entry.reference.title = "A title that says little";
    citations.entries.push_back(entry);
  }
  document.sections.push_back(
      {Part::theory, {0, 0}, {0, static_cast<std::uint32_t>(document.text.size())}});
  find_mentions(document, citations);
  return citations;
}

TEST(Slips, AreNoneInARightText) {
  const Citations citations = read_with({});
  EXPECT_EQ(citations.mentions.size(), kEntries);
  EXPECT_EQ(citations.count(Mention::Link::linked), kEntries);
  EXPECT_EQ(citations.never_mentioned(), 0u);
}

TEST(Slips, OfAYearOrAName) {
  for (std::size_t i = 0; i < kEntries; ++i)
    for (const Slip& slip : {Slip{i, Slip::Kind::year, 1}, Slip{i, Slip::Kind::year, -1},
                             Slip{i, Slip::Kind::year, 9}, Slip{i, Slip::Kind::letters, 0}}) {
      SCOPED_TRACE(mention_in_text(i, slip));
      const Citations citations = read_with(slip);
      EXPECT_EQ(citations.mentions.size(), kEntries);
      EXPECT_EQ(citations.count(Mention::Link::linked), kEntries - 1);
    }
}

TEST(Slips, OfAnEntryOrAMentionLeftOut) {
  for (std::size_t i = 0; i < kEntries; ++i) {
    SCOPED_TRACE(kFamilies[i]);
    const Citations gone = read_with({i, Slip::Kind::entry_gone, 0});
    EXPECT_EQ(gone.count(Mention::Link::unlinked), 1u);
    EXPECT_EQ(gone.count(Mention::Link::linked), kEntries - 1);
    EXPECT_EQ(read_with({i, Slip::Kind::mention_gone, 0}).never_mentioned(), 1u);
  }
}

}  // namespace
}  // namespace litmine
