// The studies of a review with what was coded of each, wherever the codes came from: a coding table
// made elsewhere, or litmine's own.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace litmine {

/// Where a value comes from: a sentence with its page, or a row of a table.
struct Proof {
  std::string sentence;    ///< empty when a table is all there is
  std::uint32_t page = 0;  ///< from 1; 0 when there are no pages
  std::string part;        ///< "method"
  std::string file;        ///< "articles/a.pdf", "table2.csv"
  std::uint32_t line = 0;  ///< of a table, from 1; 0 otherwise
  std::string picture;     ///< the page as PNG bytes, the sentence marked; may be empty
};

/// One value of a facet of one study.
struct CodedValue {
  std::string label;  ///< as printed: "survey, online"
  std::string group;  ///< what it is counted as: "survey"
  std::vector<Proof> proofs;
};

/// The group of a study that has no value in a facet ("n.a.", an empty cell).
inline constexpr const char* kNoValue = "not given";
/// The group of "Several", "various", "54 countries": more than one, but not which.
inline constexpr const char* kSeveral = "several";

struct ReviewedStudy {
  std::string id, authors, title, journal, doi;
  std::optional<int> year;
  /// By facet; each has at least one value (kNoValue when there is none) once `group_values` ran.
  std::map<std::string, std::vector<CodedValue>> facets;
  std::map<std::string, std::string> texts;  ///< sample, industry as printed, focus, findings ...
  std::vector<Proof> proofs;                 ///< of the study itself: its row or file
};

/// One study of the review cites another; places in `studies`.
struct StudyCitation {
  std::size_t from = 0, to = 0;
  friend auto operator<=>(const StudyCitation&, const StudyCitation&) = default;
};

struct ReviewData {
  std::vector<ReviewedStudy> studies;  ///< in the order of the source
  std::vector<std::string> facets;     ///< keys, in the order of the source: "type", "theory"
  std::string source;                  ///< "table2.csv"; for the report
  /// Labels that differ and are counted as one: facet, group, labels.
  struct Joined {
    std::string facet, group;
    std::vector<std::string> labels;
  };
  std::vector<Joined> joined;
  std::vector<StudyCitation> citations;  ///< sorted; empty where no reference list was read
};

/// "country" and "authorship" hold countries.
bool holds_countries(const std::string& facet);
/// A heading for people: "Country studied"; an unknown facet is its own name.
std::string facet_title(const std::string& facet);

/// Sets the group of every value and gives studies without one kNoValue; notes in `joined` what was
/// put together. Countries are known by all their spellings; of methods the family counts (survey,
/// case study, ...: the table in groups.cc) and a method that names two families counts in both;
/// elsewhere labels are one that differ in case, accents, plural, brackets or in a last word such
/// as "theory" or "platform" only, and the most frequent spelling is the name. Deterministic.
void group_values(ReviewData& data);

}  // namespace litmine
