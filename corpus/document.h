// The nouns of a document: what an extractor makes, the index keeps and everybody quotes from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/part.h"
#include "text/span.h"

namespace litmine {

/// Name of a document within a corpus: short, stable, readable ("westerlund-2020-online-smes").
using DocId = std::string;

struct Author {
  std::string family, given;  ///< `given` may be initials or empty; a corporate name is all family
  std::string suffix = {};    ///< "Jr.", "III"; mostly empty
  friend bool operator==(const Author&, const Author&) = default;
};

/// What a reviewer decided about a record elsewhere, as its export says.
struct EarlierDecision {
  std::string by;       ///< the program or the reviewer: "ASReview", "Rayyan: Ana", a column's name
  std::string verdict;  ///< "included", "excluded", "maybe", "not seen"
  std::string reason;   ///< why, or under which labels; mostly empty
  friend bool operator==(const EarlierDecision&, const EarlierDecision&) = default;
};

/// What a record says that has no member of its own in Biblio.
struct Fact {
  std::string name;   ///< the tag, column or key under which it stood
  std::string value;  ///< on one line
  friend bool operator==(const Fact&, const Fact&) = default;
};

/// Facts about a publication, from a record or read from its first page. Empty means not known.
struct Biblio {
  std::string type;  ///< CSL's names: article-journal, chapter, paper-conference, book, ...
  std::string title;
  std::vector<Author> authors;
  std::optional<int> year;
  std::string source;  ///< journal or book title
  std::string volume, issue, pages, publisher;
  std::string doi;  ///< lower case, without "https://doi.org/"
  std::string url, issn, pmid;
  std::string language;                  ///< as given: "English", "en"
  std::vector<std::string> index_terms;  ///< the database's own headings (MeSH, Keywords Plus, ...)
  std::string database;                  ///< where the record came from, when it says so

  // What only records tell.
  std::string genre;  ///< kind of document in the database's own words: "Article; Early Access"
  /// Where a search for document types looks, one word or name each; follows from `genre`. The
  /// type stands in when there is none.
  std::vector<std::string> document_types;
  std::string date;          ///< "2020-05-01", "2020-05"; as given when it is not that plain
  std::string short_source;  ///< abbreviated journal title
  std::string place;         ///< of the publisher
  std::string isbn, pmcid;
  std::string accession;  ///< the record's number in `database`
  std::string key;        ///< the record's name in its file: a citation key
  std::vector<Author> editors;
  std::vector<std::string> affiliations;  ///< one each, as given
  std::vector<std::string> files;         ///< links to attached files, as given
  std::vector<EarlierDecision> decisions;
  std::vector<Fact> extra;  ///< all the rest, in the order of the record
  friend bool operator==(const Biblio&, const Biblio&) = default;
};

/// A stretch of the text: its heading (may be empty) and what stands under it. Sections do not
/// overlap and stand in the order of the text.
struct Section {
  Part part = Part::other;
  Span heading, body;
  friend bool operator==(const Section&, const Section&) = default;
};

/// What came from one file, or one record of a file: one *report* in PRISMA's words.
struct Document {
  enum class Kind : std::uint8_t { full_text, record };

  DocId id;  ///< given when it enters a corpus; empty before
  Kind kind = Kind::full_text;
  Biblio about;
  std::string text;  ///< normalized() once, never edited after; every Span below is in here
  std::vector<Section> sections;
  std::vector<Span> keywords;        ///< each author keyword, inside a `keywords` section
  std::vector<Span> references;      ///< each entry of the reference list, inside `references`
  std::vector<std::uint32_t> pages;  ///< byte where each page starts; empty when there are no pages
  std::vector<std::string>
      furniture;             ///< running heads and page numbers that were left out, with page
  std::string source;        ///< path of the file, as reached from where litmine was run
  std::string inside;        ///< path within `source` when that is an archive; mostly empty
  std::uint32_t record = 0;  ///< which record of the file, from 1; 0 when the file is one document
  std::uint32_t line =
      0;                  ///< line in the file where the record begins, from 1; 0 when not a record
  std::string extractor;  ///< "pdf", "text", "ris"

  /// The part that a byte of the text stands in; `other` if in none.
  Part part_at(std::uint32_t byte) const;
  /// Page from 1 that a byte stands on; 0 when there are no pages.
  std::uint32_t page_at(std::uint32_t byte) const;
  /// The running text of a part, all its sections joined by an empty line; a copy.
  std::string part_text(Part part) const;
  bool has(Part part) const;

  friend bool operator==(const Document&, const Document&) = default;
};

/// A run of words that a phrase may not leave: a heading, a section's body, one keyword, one
/// reference, one author, one fact of the Biblio. Searching, indexing and explaining all walk
/// these.
struct Passage {
  Part part = Part::other;
  std::string_view text;  ///< points into the document
  std::uint32_t at = 0;   ///< byte of `text` in Document::text, if `in_text`
  bool in_text = true;    ///< false for facts from Biblio
};

/// All passages of a document: by section in the order of the text (heading, then body; the
/// keywords and references one by one when their spans are known, and what stands between them),
/// then the facts: title, each author (family and given name are two passages), each affiliation,
/// source and its short form, identifiers, language, document types, each index term. Text outside
/// of all sections is `other`. Stretches without a word are left out. The Biblio's title is a
/// passage only when the text has no title section. The views live as long as the document.
std::vector<Passage> passages(const Document& document);

/// Document ⇄ bytes, for the index and for the pipe from a worker. The format has a version;
/// reading checks every length and span, so bytes from a broken worker give nothing rather than
/// harm.
std::string packed(const Document& document);
std::optional<Document> unpacked(std::string_view bytes);

}  // namespace litmine
