// Faults planted into documents, for tests and for bench/doctor_bench.cc: what was whole before is
// broken in a way that happens, and the doctor has to say so.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "doctor/doctor.h"
#include "doctor/excerpt.h"

namespace litmine::planted {

using Random = std::mt19937;

inline std::uint32_t below(Random& random, std::size_t count) {
  return static_cast<std::uint32_t>(random() % count);
}

/// A document as a list of pages, easy to break.
struct Loose {
  std::vector<std::string> pages;
  std::vector<std::vector<std::string>> furniture;  ///< of each page, without "page N: "
  bool has_references = true;
  Biblio about;
};

inline Loose loosened(const Document& document) {
  Loose loose;
  loose.about = document.about;
  loose.has_references = !document.references.empty();
  loose.pages.resize(std::max<std::size_t>(document.pages.size(), 1));
  loose.furniture.resize(loose.pages.size());
  for (const PageText& page : pages_without_references(document))
    loose.pages[page.page == 0 ? 0 : page.page - 1] = std::string(page.text);
  for (const std::string& line : document.furniture) {
    const std::size_t colon = line.find(": ");
    if (!line.starts_with("page ") || colon == std::string::npos) continue;
    const std::size_t page = std::stoul(line.substr(5));
    if (page >= 1 && page <= loose.pages.size())
      loose.furniture[page - 1].push_back(line.substr(colon + 2));
  }
  return loose;
}

inline Document document_of(const Loose& loose) {
  Document document;
  document.about = loose.about;
  for (std::size_t i = 0; i < loose.pages.size(); ++i) {
    document.pages.push_back(static_cast<std::uint32_t>(document.text.size()));
    document.text += loose.pages[i];
    for (const std::string& line : loose.furniture[i])
      document.furniture.push_back("page " + std::to_string(i + 1) + ": " + line);
  }
  if (loose.has_references && !document.text.empty()) document.references.push_back({0, 1});
  return document;
}

/// Pages with enough words on them to be broken.
inline std::vector<std::size_t> full_pages(const Loose& loose) {
  std::vector<std::size_t> full;
  for (std::size_t i = 0; i < loose.pages.size(); ++i)
    if (loose.pages[i].size() > 1500) full.push_back(i);
  return full;
}

/// Each breaks a document; false when it cannot be broken like that.
using Plant = std::function<bool(Loose&, Random&)>;

inline bool on_a_page(Loose& loose, Random& random,
                      const std::function<void(std::string&)>& do_it) {
  const std::vector<std::size_t> full = full_pages(loose);
  if (full.empty()) return false;
  do_it(loose.pages[full[below(random, full.size())]]);
  return true;
}

inline void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
}

/// Every `nth` blank between words goes.
inline void glue(std::string& text, Random& random, std::uint32_t nth) {
  std::string out;
  for (char c : text)
    if (c != ' ' || below(random, nth) != 0) out += c;
  text = out;
}

/// Lines of a page cut at the width of a column, the left and the right half read across.
inline void weave(std::string& text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = std::min(text.size(), at + width);
    while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
    std::string line = text.substr(at, end - at);
    std::replace(line.begin(), line.end(), '\n', ' ');
    lines.push_back(line);
    at = end + 1;
  }
  std::string out;
  const std::size_t half = (lines.size() + 1) / 2;
  for (std::size_t i = 0; i < half; ++i) {
    out += lines[i] + " ";
    if (half + i < lines.size()) out += lines[half + i] + " ";
  }
  text = out;
}

struct Planting {
  const char* name;
  Fault fault;
  Plant plant;
};

inline const std::vector<Planting>& plantings() {
  static const std::vector<Planting> kPlantings = {
      {"half of a page's blanks lost", Fault::glued_words,
       [](Loose& loose, Random& random) {
         return on_a_page(loose, random, [&](std::string& page) { glue(page, random, 2); });
       }},
      {"all blanks of a page lost", Fault::glued_words,
       [](Loose& loose, Random& random) {
         return on_a_page(loose, random, [&](std::string& page) { glue(page, random, 1); });
       }},
      {"one blank in twenty lost throughout", Fault::glued_words,
       [](Loose& loose, Random& random) {
         for (std::string& page : loose.pages) glue(page, random, 20);
         return !full_pages(loose).empty();
       }},
      {"two columns of a page read across", Fault::interleaved,
       [](Loose& loose, Random& random) {
         return on_a_page(loose, random, [](std::string& page) { weave(page, 45); });
       }},
      {"two columns read across throughout", Fault::interleaved,
       [](Loose& loose, Random&) {
         for (std::string& page : loose.pages) weave(page, 50);
         return !full_pages(loose).empty();
       }},
      {"a page in the middle taken out", Fault::missing_pages,
       [](Loose& loose, Random& random) {
         if (loose.pages.size() < 6) return false;
         const auto at = static_cast<std::ptrdiff_t>(2 + below(random, loose.pages.size() - 4));
         loose.pages.erase(loose.pages.begin() + at);
         loose.furniture.erase(loose.furniture.begin() + at);
         return true;
       }},
      {"slips of text recognition", Fault::ocr,
       [](Loose& loose, Random& random) {
         constexpr std::array<std::array<const char*, 2>, 11> kSlips = {{{" the ", " tbe "},
                                                                         {" and ", " aud "},
                                                                         {" which ", " wliich "},
                                                                         {" with ", " witb "},
                                                                         {" that ", " tliat "},
                                                                         {" from ", " frorn "},
                                                                         {" und ", " nnd "},
                                                                         {" der ", " dcr "},
                                                                         {" nicht ", " niclit "},
                                                                         {" für ", " fiir "},
                                                                         {" sich ", " sicli "}}};
         for (std::string& page : loose.pages)
           for (const auto& slip : kSlips)
             for (std::size_t at = 0; (at = page.find(slip[0], at)) != std::string::npos; ++at)
               if (below(random, 8) == 0)
                 page.replace(at, std::string_view(slip[0]).size(), slip[1]);
         return !full_pages(loose).empty();
       }},
      {"fi, fl and ff lost", Fault::bad_encoding,
       [](Loose& loose, Random&) {
         for (std::string& page : loose.pages)
           for (std::string_view pair : {"ffi", "ff", "fi", "fl"}) replace_all(page, pair, " ");
         return !full_pages(loose).empty();
       }},
      {"UTF-8 read as Windows-1252", Fault::bad_encoding,
       [](Loose& loose, Random&) {
         // Every text has some of these; where one has none, it is not harmed either.
         std::size_t harmed = 0;
         constexpr std::array<std::array<const char*, 2>, 6> kRead = {
             {{"’", "â€™"}, {"“", "â€œ"}, {"–", "â€“"}, {"é", "Ã©"}, {"ü", "Ã¼"}, {"—", "â€”"}}};
         for (std::string& page : loose.pages)
           for (const auto& read : kRead)
             for (std::size_t at = 0; (at = page.find(read[0], at)) != std::string::npos; ++harmed)
               page.replace(at, std::string_view(read[0]).size(), read[1]), at += 3;
         return harmed >= 3;
       }},
      {"a font that does not say its letters", Fault::bad_encoding,
       [](Loose& loose, Random& random) {
         return on_a_page(loose, random, [](std::string& page) {
           for (char& c : page)
             if (c >= 'a' && c <= 'z') c = static_cast<char>('a' + (c - 'a' + 7) % 26);
         });
       }},
      {"characters that could not be read", Fault::bad_encoding,
       [](Loose& loose, Random& random) {
         return on_a_page(loose, random, [&](std::string& page) {
           for (std::size_t at = 0; at < page.size(); ++at)
             if (page[at] >= 'a' && page[at] <= 'z' && below(random, 30) == 0)
               page.replace(at, 1, "\uFFFD"), at += 2;
         });
       }},
      {"the reference list not found", Fault::no_references,
       [](Loose& loose, Random&) {
         if (!loose.has_references) return false;
         loose.has_references = false;
         return true;
       }},
      {"a cover of a repository before it", Fault::cover_page,
       [](Loose& loose, Random& random) {
         const char* kCovers[] = {
             "University of Somewhere\n\nPlatforms of firms\nSmith, Jane\n\nPublished in: Journal "
             "of Firms\n\nDocument Version\nPublisher's PDF\n\nGeneral rights\nCopyright and moral "
             "rights for the publications are retained by the authors.\n\nTake down policy\nWrite "
             "to us.\n\n",
             "See discussions, stats, and author profiles for this publication at: "
             "https://www.example.org/publication/1\n\nPlatforms of firms\nArticle, 2019\n\n12 "
             "citations, 300 reads\n\n",
             "Your use of the JSTOR archive indicates your acceptance of the terms\n\nPlatforms of "
             "firms\nAuthor(s): Jane Smith\nStable URL: http://www.example.org/stable/1\n\n",
             "To cite this article: Jane Smith (2019) Platforms of firms\n\nTo link to this "
             "article: https://example.org/1\n\nSubmit your article to this journal\n\nArticle "
             "views: 71\n\nView related articles\n\n"};
         loose.pages.insert(loose.pages.begin(), kCovers[below(random, std::size(kCovers))]);
         loose.furniture.insert(loose.furniture.begin(), std::vector<std::string>{});
         return true;
       }},
  };
  return kPlantings;
}

}  // namespace litmine::planted
