// What is wrong with the text of a document: whether it is whole, whether its words are words, and
// whether it is the work that it is taken for. Every symptom names its place and quotes what speaks
// for it.
//
// The one thing to know: a symptom is about the text that was read, since all later numbers stand
// on that. What the reader of the file said already (corpus/problem.h) is taken over, not found
// again.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/problem.h"
#include "doctor/printed_numbers.h"

namespace litmine {

enum class Fault : std::uint8_t {
  none,              ///< nothing was read
  partial,           ///< some pages were not read
  missing_pages,     ///< pages are not in the file
  ocr,               ///< the text was recognised from an image
  glued_words,       ///< blanks between words are lost
  interleaved,       ///< the lines of two columns were read across
  bad_encoding,      ///< characters are lost or others than printed
  no_references,     ///< the text cites, and no reference list was found
  wrong_article,     ///< another work than the record or the file's name says
  foreign_language,  ///< another language than the rest
  cover_page,        ///< the first page is not of the article
  doubt,             ///< anything else that the reader of the file was in doubt about
};
inline constexpr std::size_t kFaults = 12;

/// How a fault is told; one row for each, in the order of the enum.
struct FaultWords {
  Fault fault;
  const char* name;    ///< stable: "glued_words"
  const char* advice;  ///< what to do, when the symptom has no better
  bool note;           ///< good to know; the text can be used as it is
};
std::span<const FaultWords> fault_words();
const FaultWords& words_of(Fault fault);

struct Symptom {
  Fault fault = Fault::doubt;
  std::uint32_t page = 0;  ///< from 1, where to look first; 0 when there are no pages
  std::string evidence;    ///< numbers and a quotation
  std::string advice;
  friend bool operator==(const Symptom&, const Symptom&) = default;
};

/// The language of the running text.
struct Language {
  std::string code;        ///< ISO 639-1: "en"; empty when it cannot be told
  std::string name;        ///< "English"
  int percent = 0;         ///< of the text
  std::uint32_t page = 0;  ///< where `sample` stands
  std::string sample;
};

/// Whether all pages are there, as the file itself tells.
struct PageWitness {
  PrintedNumbers numbers;
  std::string half_beginning, half_ending;  ///< quoted, when the text begins or ends in a sentence
};

/// What the doctor keeps of a document when its text has gone: some kilobytes.
struct Chart {
  std::vector<Symptom> symptoms;  ///< those that need nothing besides the document
  PageWitness pages;
  Language language;
  std::string front;  ///< words of the first pages, in which a title may be printed
  std::string title;  ///< as printed
};
/// Looks at a full text; `problems` is what its reader said of the file. Thread-safe.
Chart chart_of(const Document& document, std::span<const Problem> problems = {});

/// A record that claims to be the work in a file, and by what: "the record has its DOI".
struct Claim {
  const Biblio* record = nullptr;
  std::string words;
};
/// What is known besides the file.
struct Background {
  std::string_view printed_pages = {};      ///< as a record says: "1240-1258"
  std::string_view expected_language = {};  ///< ISO 639-1; empty: not asked
  std::vector<Claim> claims = {};           ///< one that is right is enough
};

/// All that is wrong, by fault, then page, each with advice.
std::vector<Symptom> diagnosis(const Chart& chart, const Background& background = {});

/// What the reader of a file said, as symptoms: for a file that gave no document.
std::vector<Symptom> symptoms_of(std::span<const Problem> problems);

// The single examinations.
void examine_words(const Document& document, std::vector<Symptom>& symptoms);
void examine_columns(const Document& document, std::vector<Symptom>& symptoms);
void examine_encoding(const Document& document, std::vector<Symptom>& symptoms);
void examine_references(const Document& document, std::vector<Symptom>& symptoms);
void examine_cover(const Document& document, std::vector<Symptom>& symptoms);
PageWitness page_witness(const Document& document);
void examine_pages(const PageWitness& witness, std::string_view printed_pages,
                   std::vector<Symptom>& symptoms);
Language language_of(const Document& document);
void examine_language(const Language& language, std::string_view expected,
                      std::vector<Symptom>& symptoms);
std::string front_of(const Document& document);
/// Another work than the ones it is taken for? Nothing when the title of one of them stands on the
/// first pages.
void examine_identity(const Chart& chart, const std::vector<Claim>& claims,
                      std::vector<Symptom>& symptoms);

/// Does the file's name speak of this record: its first author's family name and its year, or four
/// telling words of its title?
bool name_speaks_of(std::string_view file_name, const Biblio& record);
/// Words of four letters and more that tell something, folded and unaccented, each once, sorted.
std::vector<std::string> telling_words(std::string_view text);

}  // namespace litmine
