#include "queries/translate.h"

#include "queries/dialects.h"
#include "queries/normal_form.h"

namespace litmine {

Translation translate(const Query& query, const Dialect& into, const ReadingOptions& reading) {
  Translation translation;
  translation.text = write_query(query, into, translation.lost);
  translation.query = parse_query(translation.text, into, reading).query;
  const Clause before = normal_form(query), after = normal_form(translation.query);
  translation.same = before.same_as(after);
  if (!translation.same && translation.lost.empty())
    translation.lost.push_back(
        {Diagnostic::Level::warning,
         "lost-meaning",
         query.root.where,
         std::string(into.title) + " reads the translation as another query",
         "compare both with `litmine parse`; with --index the studies that differ are shown",
         false,
         {},
         {}});
  return translation;
}

}  // namespace litmine
