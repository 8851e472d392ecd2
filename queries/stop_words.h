// Words that say nothing by themselves: what `Clause::skips_stop_words` does not count.
#pragma once

#include <span>
#include <string_view>

namespace litmine {

/// PubMed's stop words, sorted, in the form that texts are searched in. Source: the table
/// "Stopwords" of the PubMed help, 132 words as of 2023.
std::span<const std::string_view> stop_words();

}  // namespace litmine
