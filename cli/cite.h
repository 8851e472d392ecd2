// The questions of `litmine cite` that have a file of their own.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cli/citing.h"
#include "cli/citing_studies.h"
#include "cli/options.h"

namespace litmine {

struct CiteCall {
  std::string question, what, index, model, format = "text", link, language, kind = "citation",
                                            style = "apa";
  std::string retracted;
  std::optional<int> from, to;
  std::size_t least = 1, limit = 0;
  QueryOptions query;
};

/// A manuscript against its own list and against the corpus.
int cite_check(const CiteCall& options, const Index& index, const CitedCorpus& corpus,
               Terminal& terminal);
/// What a review must say about its citation searching, after the TARCiS statement (Hirt et al.
/// 2024, BMJ 385, e078384), as Markdown with the numbers filled in.
int cite_report(const CiteCall& options, const CitedCorpus& corpus, Terminal& terminal);

/// Passages that speak of a claim, each with the sentence, its page and a formatted citation.
int cite_find(const CiteCall& options, const Index& index, const CitedCorpus& corpus,
              Terminal& terminal);

}  // namespace litmine
