#include "extractors/full_text.h"

#include <fstream>
#include <sstream>

#include "extractors/structure_strings.h"
#include "text/charset.h"
#include "text/normalize.h"

namespace litmine {
namespace {

void put_fact(std::string& fact, const std::string& better) {
  if (!better.empty()) fact = better;
}

template <class T>
void put_fact(std::vector<T>& facts, const std::vector<T>& better) {
  if (!better.empty()) facts = better;
}

}  // namespace

std::optional<std::string> FullText::bytes() const {
  std::error_code failed;
  const std::uintmax_t size = std::filesystem::file_size(path_, failed);
  if (!failed && size > kLargestMarkup) {
    refuse("too-large", "is larger than 64 MiB, which no article's text is",
           "split it into one file an article");
    return std::nullopt;
  }
  std::ifstream file(path_, std::ios::binary);
  std::ostringstream bytes;
  if (!file || !(bytes << file.rdbuf())) {
    refuse("unreadable", "could not be opened or read", "check that you may read it");
    return std::nullopt;
  }
  return std::move(bytes).str();
}

bool FullText::take(Document&& document) const {
  if (count_letters(document.text) == 0) {
    refuse("no-text", "holds no words");
    return false;
  }
  document.source = path_.string();
  document.extractor = extractor_;
  intake_.document(std::move(document));
  return true;
}

void FullText::refuse(std::string code, std::string reason, std::string hint) const {
  report(Problem::Level::not_read, std::move(code), std::move(reason), std::move(hint), 0);
}

void FullText::doubt(std::string code, std::string reason, std::string hint,
                     std::uint32_t line) const {
  report(Problem::Level::doubtful, std::move(code), std::move(reason), std::move(hint), line);
}

void FullText::report(Problem::Level level, std::string code, std::string reason, std::string hint,
                      std::uint32_t line) const {
  Problem problem;
  problem.level = level;
  problem.file = path_.string();
  problem.line = line;
  problem.code = std::move(code);
  problem.reason = std::move(reason);
  problem.hint = std::move(hint);
  intake_.problem(std::move(problem));
}

std::string decoded_markup(std::string_view bytes, std::string* doubt) {
  std::string encoding;
  std::string text = decoded(bytes, &encoding);
  doubt->clear();
  if (encoding == "UTF-8" || encoding.starts_with("UTF-16")) return text;
  const std::string declared = declared_charset(bytes.substr(0, 4096));
  const bool says_other = !declared.empty() && lower_ascii(declared) != "utf-8";
  if (says_other)
    if (std::optional<std::string> known = decoded_as(bytes, declared)) return *known;
  *doubt = says_other ? "is in an encoding that litmine does not know (" + declared +
                            "); read as " + encoding
                      : "is not valid UTF-8; read as " + encoding;
  return text;
}

void put_facts(Biblio& about, const Biblio& better) {
  put_fact(about.type, better.type);
  put_fact(about.title, better.title);
  put_fact(about.authors, better.authors);
  if (better.year) about.year = better.year;
  put_fact(about.source, better.source);
  put_fact(about.volume, better.volume);
  put_fact(about.issue, better.issue);
  put_fact(about.pages, better.pages);
  put_fact(about.publisher, better.publisher);
  put_fact(about.doi, better.doi);
  put_fact(about.url, better.url);
  put_fact(about.issn, better.issn);
  put_fact(about.pmid, better.pmid);
  put_fact(about.language, better.language);
  put_fact(about.index_terms, better.index_terms);
  put_fact(about.database, better.database);
  put_fact(about.genre, better.genre);
  put_fact(about.document_types, better.document_types);
  put_fact(about.date, better.date);
  put_fact(about.short_source, better.short_source);
  put_fact(about.place, better.place);
  put_fact(about.isbn, better.isbn);
  put_fact(about.pmcid, better.pmcid);
  put_fact(about.accession, better.accession);
  put_fact(about.key, better.key);
  put_fact(about.editors, better.editors);
  put_fact(about.affiliations, better.affiliations);
  put_fact(about.extra, better.extra);
}

}  // namespace litmine
