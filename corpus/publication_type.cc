// Types of publications in the words of every format, and what a search for document types finds.
// The words to be found are those of queries/values.h: article, review, conference, chapter, book,
// editorial, letter, note, survey, erratum, dataset.
#include "corpus/publication_type.h"

#include <algorithm>

namespace litmine {
namespace {

struct TypeName {
  std::string_view word, csl;
};

/// In lower case. Of words that stand for several types the commonest is taken.
constexpr TypeName kTypes[] = {
    // RIS
    {"jour", "article-journal"},
    {"jfull", "periodical"},
    {"ejour", "article-journal"},
    {"inpr", "article-journal"},
    {"abst", "article-journal"},
    {"mgzn", "article-magazine"},
    {"news", "article-newspaper"},
    {"book", "book"},
    {"ebook", "book"},
    {"edbook", "book"},
    {"whole", "book"},
    {"ser", "book"},
    {"chap", "chapter"},
    {"echap", "chapter"},
    {"conf", "paper-conference"},
    {"cpaper", "paper-conference"},
    {"thes", "thesis"},
    {"rprt", "report"},
    {"govdoc", "report"},
    {"elec", "webpage"},
    {"icomm", "post"},
    {"blog", "post-weblog"},
    {"comp", "software"},
    {"data", "dataset"},
    {"aggr", "dataset"},
    {"dbase", "dataset"},
    {"unpb", "manuscript"},
    {"unpd", "manuscript"},
    {"manscpt", "manuscript"},
    {"pat", "patent"},
    {"case", "legal_case"},
    {"stat", "legislation"},
    {"bill", "bill"},
    {"encyc", "entry-encyclopedia"},
    {"dict", "entry-dictionary"},
    {"map", "map"},
    {"video", "motion_picture"},
    {"mpct", "motion_picture"},
    {"sound", "song"},
    {"music", "musical_score"},
    {"pcomm", "personal_communication"},
    {"pamp", "pamphlet"},
    {"stand", "standard"},
    {"hear", "hearing"},
    {"art", "graphic"},
    {"figure", "figure"},
    {"slide", "speech"},
    {"gen", "document"},
    // Web of Science: PT
    {"j", "article-journal"},
    {"b", "book"},
    {"s", "chapter"},
    {"p", "patent"},
    // BibTeX and BibLaTeX
    {"article", "article-journal"},
    {"mvbook", "book"},
    {"collection", "book"},
    {"mvcollection", "book"},
    {"inbook", "chapter"},
    {"bookinbook", "chapter"},
    {"suppbook", "chapter"},
    {"incollection", "chapter"},
    {"suppcollection", "chapter"},
    {"inproceedings", "paper-conference"},
    {"conference", "paper-conference"},
    {"proceedings", "book"},
    {"mvproceedings", "book"},
    {"phdthesis", "thesis"},
    {"mastersthesis", "thesis"},
    {"thesis", "thesis"},
    {"techreport", "report"},
    {"report", "report"},
    {"manual", "report"},
    {"unpublished", "manuscript"},
    {"booklet", "pamphlet"},
    {"periodical", "periodical"},
    {"suppperiodical", "article-journal"},
    {"online", "webpage"},
    {"electronic", "webpage"},
    {"www", "webpage"},
    {"misc", "document"},
    {"patent", "patent"},
    {"dataset", "dataset"},
    {"software", "software"},
    {"movie", "motion_picture"},
    {"video", "motion_picture"},
    {"audio", "song"},
    {"music", "song"},
    {"artwork", "graphic"},
    {"image", "graphic"},
    {"legislation", "legislation"},
    {"legal", "legislation"},
    {"jurisdiction", "legal_case"},
    {"standard", "standard"},
    {"letter", "personal_communication"},
    {"inreference", "entry-encyclopedia"},
    {"reference", "book"},
    {"review", "article-journal"},
    // EndNote, Crossref, OpenAlex and databases
    {"journal article", "article-journal"},
    {"journal-article", "article-journal"},
    {"journalarticle", "article-journal"},
    {"journal articles", "article-journal"},
    {"electronic article", "article-journal"},
    {"article in press", "article-journal"},
    {"review article", "article-journal"},
    {"editorial", "article-journal"},
    {"erratum", "article-journal"},
    {"note", "article-journal"},
    {"short survey", "article-journal"},
    {"data paper", "article-journal"},
    {"peer-review", "review"},
    {"magazine article", "article-magazine"},
    {"newspaper article", "article-newspaper"},
    {"edited book", "book"},
    {"edited-book", "book"},
    {"reference-book", "book"},
    {"monograph", "book"},
    {"electronic book", "book"},
    {"book section", "chapter"},
    {"book-section", "chapter"},
    {"book-chapter", "chapter"},
    {"book chapter", "chapter"},
    {"booksection", "chapter"},
    {"book-part", "chapter"},
    {"electronic book section", "chapter"},
    {"conference paper", "paper-conference"},
    {"conference proceedings", "paper-conference"},
    {"conferencepaper", "paper-conference"},
    {"proceedings paper", "paper-conference"},
    {"proceedings-article", "paper-conference"},
    {"conferences", "paper-conference"},
    {"dissertation", "thesis"},
    {"dissertations", "thesis"},
    {"report-component", "report"},
    {"government document", "report"},
    {"web page", "webpage"},
    {"posted-content", "article"},
    {"preprint", "article"},
    {"computer program", "software"},
    {"unpublished work", "manuscript"},
    {"encyclopedia", "entry-encyclopedia"},
    {"dictionary", "entry-dictionary"},
    {"reference-entry", "entry"},
    {"film or broadcast", "motion_picture"},
    {"audiovisual material", "motion_picture"},
    {"pamphlet", "pamphlet"},
    {"graphic", "graphic"},
    {"generic", "document"},
    {"other", "document"},
    {"document", "document"},
};

/// What a word of a database is found as. Words that are not here are found as they are.
struct FoundAs {
  std::string_view word, first, second;
};
constexpr FoundAs kFoundAs[] = {
    {"proceedings paper", "conference paper", ""},
    {"conference review", "conference", ""},
    {"review article", "review", ""},
    {"book chapter", "chapter", ""},
    {"correction", "correction", "erratum"},
    {"correction, addition", "correction", "erratum"},
    {"published erratum", "erratum", ""},
    {"data paper", "data paper", "dataset"},
    {"editorial material", "editorial", ""},
    {"short survey", "short survey", ""},
    {"journal-article", "article", ""},
    {"book-chapter", "chapter", ""},
};

/// Kinds of documents that databases name, besides those above.
constexpr std::string_view kKnownGenres[] = {
    "article",
    "review",
    "editorial",
    "letter",
    "note",
    "short survey",
    "erratum",
    "book",
    "chapter",
    "conference paper",
    "article in press",
    "early access",
    "meeting abstract",
    "news item",
    "book review",
    "retracted",
    "retracted publication",
    "biographical-item",
    "reprint",
    "dissertation",
    "conference abstract",
    "systematic review",
    "case reports",
    "meta-analysis",
};

std::string_view trimmed(std::string_view text) {
  std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

std::string lower_case(std::string_view text) {
  std::string out(trimmed(text));
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

}  // namespace

std::string_view csl_type_of(std::string_view word) {
  std::string lower = lower_case(word);
  for (const TypeName& name : kTypes)
    if (lower == name.word) return name.csl;
  return {};
}

std::vector<std::string_view> genres_in(std::string_view genre) {
  std::vector<std::string_view> words;
  while (!genre.empty()) {
    std::size_t end = std::min(genre.find(';'), genre.size());
    std::string_view word = trimmed(genre.substr(0, end));
    if (!word.empty()) words.push_back(word);
    genre.remove_prefix(std::min(genre.size(), end + 1));
  }
  return words;
}

std::vector<std::string> document_types_of(std::string_view genre) {
  std::vector<std::string> types;
  const auto add = [&](std::string_view word) {
    if (!word.empty() && std::find(types.begin(), types.end(), word) == types.end())
      types.emplace_back(word);
  };
  for (std::string_view word : genres_in(genre)) {
    std::string lower = lower_case(word);
    const auto* known = std::find_if(std::begin(kFoundAs), std::end(kFoundAs),
                                     [&](const FoundAs& as) { return lower == as.word; });
    if (known == std::end(kFoundAs)) {
      add(word);
      continue;
    }
    add(known->first);
    add(known->second);
  }
  return types;
}

bool is_known_genre(std::string_view word) {
  std::string lower = lower_case(word);
  const auto same = [&](const auto& known) { return lower == known; };
  return std::any_of(std::begin(kKnownGenres), std::end(kKnownGenres), same) ||
         std::any_of(std::begin(kFoundAs), std::end(kFoundAs),
                     [&](const FoundAs& as) { return lower == as.word; });
}

}  // namespace litmine
