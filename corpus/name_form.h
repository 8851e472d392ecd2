// Names as they are compared: of people, in whatever order and however shortened, and of journals
// with their abbreviations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace litmine {

/// An author's name, ready to compare.
struct NameForm {
  std::string family;    ///< folded, unaccented words
  std::string given;     ///< likewise; may be initials or empty
  std::string initials;  ///< of the given names; may be empty
};

/// From "Family, Given", "Family GH" or a family name alone; family empty for what names nobody
/// ("Anonymous", "et al.").
NameForm name_form(std::string_view printed);
/// May both be the same person? Initials that contradict say no, missing ones do not.
bool may_be_same(const NameForm& a, const NameForm& b);

/// The forms of a source's name, each as words with single spaces: the whole, what stands before a
/// subtitle or bracket, both sides of "=". Empty when it holds no word.
std::vector<std::string> source_forms(std::string_view printed);

enum class SourceLikeness { same, alike, different };
/// Equal, one an abbreviation or acronym of the other, or with most words in common.
SourceLikeness compare_sources(const std::vector<std::string>& a,
                               const std::vector<std::string>& b);

}  // namespace litmine
