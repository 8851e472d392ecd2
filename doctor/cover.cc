// Is the first page a cover that a repository or a publisher put before the article?
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "doctor/doctor.h"
#include "doctor/excerpt.h"
#include "text/normalize.h"

namespace litmine {
namespace {

/// What covers say, folded. One of the strong ones is enough; of the others it takes two.
struct Sign {
  std::string_view words;
  bool strong;
};
constexpr Sign kSigns[] = {
    {"see discussions, stats, and author profiles for this publication", true},
    {"your use of the jstor archive indicates", true},
    {"jstor is a not-for-profit", true},
    {"this is a pdf file of an unedited manuscript", false},
    {"is a multi-disciplinary open access archive", true},
    {"munich personal repec archive", true},
    {"make your publications visible", true},
    {"empfohlene zitierung", true},
    {"suggested citation", false},
    {"nutzungsbedingungen", false},
    {"terms of use", false},
    {"citation for published version", true},
    {"citation for the original published paper", true},
    {"take down policy", true},
    {"general rights", false},
    {"document version", false},
    {"link to publication", false},
    {"published in:", false},
    {"to cite this article", false},
    {"to cite this document", true},
    {"to cite this version", true},
    {"to link to this article", true},
    {"to link to this document", true},
    {"users who downloaded this article also", true},
    {"access to this document was granted through", true},
    {"full terms & conditions of access and use", true},
    {"view related articles", false},
    {"view supplementary material", false},
    {"submit your article to this journal", false},
    {"article views", false},
    {"citing articles", false},
    {"this is an author produced version", true},
    {"this is the author's accepted", true},
    {"this is the accepted version", true},
    {"this is the peer reviewed version", true},
    {"this is a repository copy of", true},
    {"this item was submitted to", true},
    {"copyright and moral rights", true},
    {"downloaded from", false},
    {"content downloaded from", false},
    {"stable url", false},
    {"discover the world's research", true},
    {"view the article online for updates", true},
    {"you may also like", false},
    {"permalink", false},
    {"peer reviewed", false},
    {"escholarship.org", false},
    {"powered by the california digital library", true},
    {"digitalcommons", false},
    {"recommended citation", true},
    {"follow this and additional works at", true},
    {"provided in cooperation with", true},
    {"document status and date", true},
    {"please check the document version", true},
};

constexpr std::size_t kMostWords = 520;  // more, and the article has begun

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::string single_blanks(std::string_view text) { return excerpt(text, 0, text.size()); }

}  // namespace

void examine_cover(const Document& document, std::vector<Symptom>& symptoms) {
  if (document.pages.size() < 2) return;
  const std::string_view first =
      std::string_view(document.text)
          .substr(document.pages[0], document.pages[1] - document.pages[0]);
  // What is repeated on every page, or was seen to be a cover, was left out of the text.
  std::string page = single_blanks(first);
  for (const std::string& line : document.furniture)
    if (line.starts_with("page 1: ")) page += " " + line.substr(8);
  if (words_in(page) > kMostWords) return;
  const std::string low = folded(page);
  std::size_t found = 0;
  const Sign* shown = nullptr;
  for (const Sign& sign : kSigns) {
    if (low.find(sign.words) == std::string::npos) continue;
    found += sign.strong ? 2 : 1;
    if (shown == nullptr || (sign.strong && !shown->strong)) shown = &sign;
  }
  if (found < 2) return;
  symptoms.push_back(
      {Fault::cover_page, 1,
       fmt::format("says \"{}\"", excerpt(low, low.find(shown->words), shown->words.size() + 20)),
       ""});
}

}  // namespace litmine
