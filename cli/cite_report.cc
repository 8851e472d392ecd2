// litmine cite report: Markdown with the numbers that litmine knows, and a gap where only the
// reviewers know.
#include <fmt/format.h>

#include <set>

#include "cli/cite.h"

namespace litmine {

int cite_report(const CiteCall&, const CitedCorpus& corpus, Terminal& terminal) {
  std::size_t entries = 0, mentions = 0, linked = 0, doubtful = 0, unlinked = 0, never = 0;
  std::size_t unsure = 0, with_doi = 0;
  for (const CitingStudy& study : corpus.citing) {
    const Citations& c = study.citations;
    entries += c.entries.size();
    mentions += c.mentions.size();
    linked += c.count(Mention::Link::linked);
    doubtful += c.count(Mention::Link::doubtful);
    unlinked += c.count(Mention::Link::unlinked);
    never += c.never_mentioned();
    for (const Entry& entry : c.entries) {
      unsure += entry.reference.confidence < 0.5 ? 1 : 0;
      with_doi += entry.reference.doi.empty() ? 0 : 1;
    }
  }
  std::size_t held = 0, several = 0;
  for (const Work& work : corpus.works) {
    held += work.study.empty() ? 0 : 1;
    std::set<std::size_t> citing;
    for (const CitedAt& at : work.cited_at) citing.insert(at.citing);
    several += work.study.empty() && citing.size() > 1 ? 1 : 0;
  }
  const std::size_t missing = corpus.works.size() - held;
  std::ostream& out = terminal.out;
  out << "# Citation searching\n\n"
         "After the TARCiS statement (Hirt et al. 2024, BMJ 385, e078384). Numbers are litmine's; "
         "[…] is for the reviewers to fill in.\n\n";
  out << "1. Terms: backward citation searching by reading the reference lists of the seed "
         "references. No forward, co-cited or co-citing citation searching was done by litmine: "
         "[…].\n";
  out << "2. Why: the topic is [hard, easy] to find by a search string because […].\n";
  out << "3. Role: [a supplement to the database search, a check of its sensitivity].\n";
  out << fmt::format(
      "4. Seed references: {} studies whose full text was read; {} of them have no reference list "
      "that could be found. Chosen because […].\n",
      corpus.citing.size(), corpus.without_list);
  out << fmt::format(
      "5. What was screened: titles as the lists print them ({} entries, {} read with little "
      "confidence), with the sentences that cite them ({} mentions: {} linked, {} doubtful, {} "
      "unlinked; {} entries never mentioned). Abstracts: […].\n",
      entries, unsure, mentions, linked, doubtful, unlinked, never);
  out << fmt::format(
      "6. Source: the full texts themselves, offline; no citation index ({} of {} entries print a "
      "DOI). Citation indexes used besides: […].\n",
      with_doi, entries);
  out << fmt::format(
      "7. Duplicates: entries were joined to {} works by DOI, else by author, year and title; {} "
      "of "
      "them are in the corpus.\n",
      corpus.works.size(), held);
  out << fmt::format(
      "8. Results: {} works that the corpus lacks, {} of them cited by more than one study.\n",
      missing, several);
  out << "9. Iterations: 1; further rounds and why they ended: […].\n";
  out << "10. Screening: screened by […], included from citation searching: […]. Date of the "
         "search: […].\n";
  out << "\n## Seed references\n\n"
         "| study | style | references | mentions | linked | doubtful | unlinked | never mentioned "
         "|\n"
         "|---|---|---|---|---|---|---|---|\n";
  for (const CitingStudy& study : corpus.citing) {
    const Citations& c = study.citations;
    out << fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", study.study,
                       citing_style_name(c.style), c.entries.size(), c.mentions.size(),
                       c.count(Mention::Link::linked), c.count(Mention::Link::doubtful),
                       c.count(Mention::Link::unlinked), c.never_mentioned());
  }
  return corpus.citing.empty() ? kNothingFound : kDone;
}

}  // namespace litmine
