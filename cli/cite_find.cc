// litmine cite find "a claim": where in the corpus something of the kind is said, and how to cite
// it.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "citations/claims.h"
#include "citations/write_reference.h"
#include "cli/cite.h"
#include "cli/tables.h"
#include "queries/variants.h"
#include "text/normalize.h"
#include "text/one_line.h"
#include "text/words.h"

namespace litmine {
namespace {

/// A passage must hold so much of the claim, by weight.
constexpr double kLeastShare = 0.3;
constexpr std::size_t kPassages = 10;

const std::vector<Column> kFindColumns = {{"study"}, {"share", true}, {"page", true}, {"part"},
                                          {"whose"}, {"cites"},       {"sentence"},   {"lacking"},
                                          {"key"},   {"citation"}};

/// The words of a claim, each once, with the forms that count as it.
std::vector<ClaimWord> words_of_claim(const std::string& claim) {
  Variants variants;
  variants.plurals = variants.spelling = variants.lemmas = true;
  std::vector<ClaimWord> words;
  cut_words(normalized(claim), [&](const Word& word) {
    if (word.form != Word::Form::folded) return;
    const bool again = std::any_of(words.begin(), words.end(), [&](const ClaimWord& known) {
      return std::find(known.forms.begin(), known.forms.end(), word.text) != known.forms.end();
    });
    if (again) return;
    ClaimWord made{word.text, variants_of(unaccented(word.text), variants)};
    made.forms.push_back(word.text);
    words.push_back(std::move(made));
  });
  return words;
}

std::vector<Name> names_of_authors(const std::vector<Author>& authors) {
  std::vector<Name> names;
  names.reserve(authors.size());
  for (const Author& author : authors)
    names.push_back({author.family, author.given, author.suffix, false, Span{}});
  return names;
}

Reference reference_of(const Biblio& about) {
  Reference reference;
  reference.type = about.type;
  reference.authors = names_of_authors(about.authors);
  reference.editors = names_of_authors(about.editors);
  reference.year = about.year;
  reference.title = about.title;
  reference.container = about.source;
  reference.volume = about.volume;
  reference.issue = about.issue;
  reference.pages = about.pages;
  reference.publisher = about.publisher;
  reference.place = about.place;
  reference.doi = about.doi;
  return reference;
}

/// "(Reuber and Fischer, 2011)". No page: that of the file is not always the printed one.
std::string key_in_text(const Biblio& about) {
  const std::string names = short_authors(about.authors);
  return fmt::format("({}, {})", names.empty() ? about.title : names,
                     about.year ? std::to_string(*about.year) : "n.d.");
}

/// Works that a sentence of a study cites itself: then the claim is theirs, told again.
std::vector<std::string> cited_in(
    const CitedCorpus& corpus,
    const std::map<std::pair<std::size_t, std::size_t>, std::string>& work_of, const DocId& study,
    Span sentence) {
  std::vector<std::string> works;
  for (std::size_t i = 0; i < corpus.citing.size(); ++i) {
    if (corpus.citing[i].study != study) continue;
    for (const Mention& mention : corpus.citing[i].citations.mentions) {
      if (mention.where.begin < sentence.begin || mention.where.begin >= sentence.end) continue;
      std::string name = mention.names.empty() ? fmt::format("[{}]", mention.number)
                                               : fmt::format("{} {}", mention.names, mention.year);
      for (std::size_t entry : mention.entries)
        if (const auto found = work_of.find({i, entry}); found != work_of.end())
          name = found->second;
      if (std::find(works.begin(), works.end(), name) == works.end()) works.push_back(name);
    }
  }
  return works;
}

struct FoundStudy {
  DocId study;
  Document document;
};

void print_passage(Terminal& terminal, std::size_t rank, const DocId& study,
                   const ClaimPassage& passage, const std::vector<std::string>& cites,
                   const std::string& sentence, const std::string& citation) {
  terminal.out << fmt::format("{}. {}{}, {}: {:.0f} % of the claim\n", rank, study,
                              passage.page == 0 ? "" : fmt::format(", page {}", passage.page),
                              part_name(passage.part), passage.share * 100);
  terminal.out << fmt::format("   \"{}\"\n", sentence);
  if (!cites.empty())
    terminal.out << fmt::format("   says it of others: {}\n", fmt::join(cites, ", "));
  if (!passage.lacking.empty())
    terminal.out << fmt::format("   without: {}\n", fmt::join(passage.lacking, ", "));
  terminal.out << fmt::format("   {}\n", citation);
}

}  // namespace

int cite_find(const CiteCall& options, const Index& index, const CitedCorpus& corpus,
              Terminal& terminal) {
  std::vector<ClaimWord> claim = words_of_claim(options.what);
  if (claim.empty())
    return report(Error{Error::Kind::usage, "'cite find' needs a claim",
                        "a sentence in quotes: litmine cite find \"platforms lower entry costs\""},
                  terminal);
  if (auto style = formatted(Reference{}, options.style); !style)
    return report(style.error(), terminal);
  if (claim.size() > ClaimSearch::kMostWords)
    terminal.err << fmt::format(
        "warning: only the first {} different words of the claim are used\n",
        ClaimSearch::kMostWords);
  std::unique_ptr<Sink> sink;
  if (options.format != "text") {
    auto made = make_sink(options.format, kFindColumns, terminal.out, terminal.out_width);
    if (!made) return report(made.error(), terminal);
    sink = std::move(*made);
  }
  ClaimSearch search(std::move(claim));
  std::vector<FoundStudy> studies;
  for (const Study& study : index.studies()) {
    auto document = index.best_report(study);
    if (!document) return report(document.error(), terminal);
    search.add(*document);
    if (auto about = index.about(study)) document->about = std::move(*about);
    studies.push_back({study.id, std::move(*document)});
  }
  std::map<std::pair<std::size_t, std::size_t>, std::string> work_of;
  for (const Work& work : corpus.works)
    for (const CitedAt& at : work.cited_at)
      work_of[{at.citing, at.entry}] = work.study.empty() ? work.key : work.study;
  const std::vector<ClaimPassage> passages =
      search.best(options.limit == 0 ? kPassages : options.limit, kLeastShare);
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const ClaimPassage& passage = passages[i];
    const FoundStudy& found = studies[passage.document];
    const std::string sentence = one_line(passage.where.in(found.document.text));
    const std::vector<std::string> cites = cited_in(corpus, work_of, found.study, passage.where);
    const std::string citation =
        formatted(reference_of(found.document.about), options.style).value_or("");
    if (!sink) {
      print_passage(terminal, i + 1, found.study, passage, cites, sentence, citation);
      continue;
    }
    sink->row({found.study, std::round(passage.share * 100) / 100,
               passage.page == 0 ? Cell{} : Cell{static_cast<std::int64_t>(passage.page)},
               std::string(part_name(passage.part)),
               std::string(cites.empty() ? "own" : "of others"), cites, sentence, passage.lacking,
               key_in_text(found.document.about), citation});
  }
  if (sink) sink->end();
  terminal.err << fmt::format(
      "{} of {} sentences of {} studies; words are compared, not meanings: read before you cite\n",
      passages.size(), search.sentences(), studies.size());
  return passages.empty() ? kNothingFound : kDone;
}

}  // namespace litmine
