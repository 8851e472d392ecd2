// The table of faults, and what the readers of files said turned into symptoms.
#include <algorithm>
#include <iterator>
#include <tuple>

#include "doctor/doctor.h"

namespace litmine {
namespace {

constexpr FaultWords kWords[] = {
    {Fault::none, "none", "fetch the file again", false},
    {Fault::partial, "partial", "run OCR over the file (ocrmypdf --skip-text) and add the result",
     false},
    {Fault::missing_pages, "missing_pages", "compare with the journal's copy and fetch that one",
     false},
    {Fault::ocr, "ocr",
     "expect wrongly read words; search with wildcards, or fetch a copy that is not a scan", true},
    {Fault::glued_words, "glued_words",
     "phrases are missed here; fetch another copy, or run ocrmypdf --force-ocr over it", false},
    {Fault::interleaved, "interleaved",
     "phrases and sentences are torn here; fetch another copy, or read this page yourself", false},
    {Fault::bad_encoding, "bad_encoding",
     "words are missed here; fetch another copy, or run ocrmypdf --force-ocr over it", false},
    {Fault::no_references, "no_references",
     "citations cannot be followed; see whether the list is in another file", false},
    {Fault::wrong_article, "wrong_article",
     "look at both; if the file is another work, replace it or rename it", false},
    {Fault::foreign_language, "foreign_language",
     "the search string will not find its words; screen it by hand or exclude it", true},
    {Fault::cover_page, "cover_page",
     "its words are searched as if they were the article's; cut the page off if that matters",
     true},
    {Fault::doubt, "doubt", "look at the file in a viewer", true},
};
static_assert(std::size(kWords) == kFaults);

/// Which fault a code of a Problem is, when the document was read all the same.
struct Known {
  std::string_view code;
  Fault fault;
};
constexpr Known kKnown[] = {
    {"pages-without-text", Fault::partial},
    {"damaged-pages", Fault::partial},
    {"little-text", Fault::none},
    {"broken-fonts", Fault::bad_encoding},
    {"ocr", Fault::ocr},
    {"encoding", Fault::bad_encoding},
    {"truncated", Fault::partial},
    {"cut-off", Fault::partial},
};

Fault fault_of(const Problem& problem) {
  if (problem.level == Problem::Level::not_read && problem.line == 0) return Fault::none;
  const auto known = std::find_if(std::begin(kKnown), std::end(kKnown),
                                  [&](const Known& k) { return k.code == problem.code; });
  return known == std::end(kKnown) ? Fault::doubt : known->fault;
}

/// Two symptoms of one fault on one page say the same.
void sort_and_join(std::vector<Symptom>& symptoms) {
  std::stable_sort(symptoms.begin(), symptoms.end(), [](const Symptom& a, const Symptom& b) {
    return std::tie(a.fault, a.page) < std::tie(b.fault, b.page);
  });
  const auto same = [](const Symptom& a, const Symptom& b) {
    return a.fault == b.fault && a.fault != Fault::doubt &&
           (a.page == b.page || a.page == 0 || b.page == 0);
  };
  symptoms.erase(std::unique(symptoms.begin(), symptoms.end(), same), symptoms.end());
}

}  // namespace

std::span<const FaultWords> fault_words() { return kWords; }

const FaultWords& words_of(Fault fault) { return kWords[static_cast<std::size_t>(fault)]; }

std::vector<Symptom> symptoms_of(std::span<const Problem> problems) {
  std::vector<Symptom> symptoms;
  for (const Problem& problem : problems) {
    Symptom symptom;
    symptom.fault = fault_of(problem);
    symptom.page = problem.page;
    if (problem.line > 0) symptom.evidence = "line " + std::to_string(problem.line) + ": ";
    symptom.evidence += problem.reason;
    symptom.advice = problem.hint.empty() ? words_of(symptom.fault).advice : problem.hint;
    symptoms.push_back(std::move(symptom));
  }
  sort_and_join(symptoms);
  return symptoms;
}

Chart chart_of(const Document& document, std::span<const Problem> problems) {
  Chart chart;
  chart.symptoms = symptoms_of(problems);
  examine_words(document, chart.symptoms);
  examine_columns(document, chart.symptoms);
  examine_encoding(document, chart.symptoms);
  examine_references(document, chart.symptoms);
  examine_cover(document, chart.symptoms);
  chart.pages = page_witness(document);
  chart.language = language_of(document);
  chart.front = front_of(document);
  chart.title = document.about.title;
  return chart;
}

std::vector<Symptom> diagnosis(const Chart& chart, const Background& background) {
  std::vector<Symptom> symptoms = chart.symptoms;
  examine_pages(chart.pages, background.printed_pages, symptoms);
  examine_identity(chart, background.claims, symptoms);
  examine_language(chart.language, background.expected_language, symptoms);
  for (Symptom& symptom : symptoms)
    if (symptom.advice.empty()) symptom.advice = words_of(symptom.fault).advice;
  sort_and_join(symptoms);
  return symptoms;
}

}  // namespace litmine
