// Tagged reference strings of other projects, read into one form: the text and which stretch of it
// is which field. The sets differ in what they call a field and in whether its punctuation belongs
// to it; both are evened out here, once, for training and for judging.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "citations/tokens.h"
#include "corpus/reference.h"

namespace litmine::bench {

struct GoldReference {
  std::string set;   ///< "anystyle", "grobid", "ssoar"
  std::string file;  ///< of the entry
  std::string text;
  std::vector<RefToken> tokens;
  std::vector<RefField> labels;  ///< one a token
  std::vector<Name> authors;     ///< as marked; empty when the set marks no single names
  bool judge = false;            ///< kept from training and from making rules
  bool numbered = false, early_year = false;  ///< the style, for the table
};

/// The value of a field: its first and last labelled token and what stands between; empty if none.
std::string gold_value(const GoldReference& gold, RefField field);

/// All entries of citations/*.xml and scholarly/ssoar/*.refs.xml below `folder`
/// (shared/data/fulltext). Entries of one title are all on one side: of each title one in five
/// judges, of the social-science articles those whose number is odd in the order of their names.
std::vector<GoldReference> read_gold(const std::filesystem::path& folder);

}  // namespace litmine::bench
