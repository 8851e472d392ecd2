#include "corpus/identity.h"

namespace litmine {
namespace {

/// Longer is no name, DOI or journal, but a broken export; it would only cost memory.
constexpr std::size_t kLongestField = 500;
std::string cut(const std::string& field) { return field.substr(0, kLongestField); }

/// The ends of paths: the name, and the folders that tell equal names apart.
std::string files_of(const Document& document) {
  constexpr std::size_t kLongestPath = 200, kMostLinks = 5;
  const auto end_of = [](const std::string& path) {
    return path.size() <= kLongestPath ? path : path.substr(path.size() - kLongestPath);
  };
  if (document.kind == Document::Kind::full_text)
    return end_of(document.inside.empty() ? document.source : document.inside);
  std::string links;
  for (std::size_t i = 0; i < document.about.files.size() && i < kMostLinks; ++i)
    links += (i == 0 ? "" : "\n") + end_of(document.about.files[i]);
  return links;
}

}  // namespace

std::string_view first_family(const Identity& identity) {
  const std::string_view authors = identity.authors;
  return authors.substr(0, authors.find_first_of(",;"));
}

const std::vector<Author>& known_by(const Biblio& about) {
  return about.authors.empty() ? about.editors : about.authors;
}

Identity identity_of(const Document& document) {
  const Biblio& about = document.about;
  Identity identity;
  identity.id = document.id;
  identity.kind = document.kind;
  identity.doi = cut(about.doi);
  identity.title = about.title.empty() ? document.part_text(Part::title) : about.title;
  const std::vector<Author>& names = known_by(about);
  for (std::size_t i = 0; i < names.size() && i < kMostAuthors; ++i) {
    const Author& author = names[i];
    if (i > 0) identity.authors += "; ";
    identity.authors += cut(author.family);
    if (!author.given.empty()) identity.authors += ", " + cut(author.given);
  }
  identity.year = about.year;
  identity.source = cut(about.source);
  identity.volume = cut(about.volume);
  identity.issue = cut(about.issue);
  identity.pages = cut(about.pages);
  identity.pmid = cut(about.pmid);
  identity.type = cut(about.type);
  identity.files = files_of(document);
  return identity;
}

}  // namespace litmine
