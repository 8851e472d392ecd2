// A heading is told in two steps. First its look: a short line (or two or three of one look) that
// stands by itself, is not a sentence, a caption, a list item or a cell, and is larger or bolder
// than the text, numbered, in capitals, or made of known words. Then its words: the table below
// gives the part. Known headings come first; their looks then speak for the unknown ones.
#include "extractors/headings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

enum class Match : std::uint8_t {
  is,      ///< these are all the words
  begins,  ///< the words begin so
  ends,    ///< the words end so
  has,     ///< these words stand somewhere
};

struct Naming {  // NOLINT(clang-analyzer-optin.performance.Padding): the order to read it in
  Match match;
  std::string_view words;  ///< lower case, British or American: see `spelled`
  Part part;
};

/// Words that name a part, first match first. Headings joined by "and", commas or slashes are also
/// read piece by piece: the first piece that names a part decides.
constexpr Naming kNamings[] = {
    // whole headings that their pieces would mislead
    {Match::is, "data analysis and results", Part::results},
    {Match::is, "analysis and results", Part::results},
    {Match::is, "analyses and results", Part::results},
    {Match::is, "data analysis and findings", Part::results},
    {Match::is, "analysis and findings", Part::results},
    {Match::is, "analysis and discussion", Part::results},
    {Match::is, "limitations and implications", Part::limitations},
    {Match::is, "research limitations/implications", Part::limitations},
    {Match::is, "introduction and background", Part::introduction},
    {Match::is, "background and introduction", Part::introduction},
    {Match::is, "conflicts of interest", Part::back_matter},

    // around the body
    {Match::is, "abstract", Part::abstract},
    {Match::is, "summary", Part::abstract},
    {Match::is, "executive summary", Part::abstract},
    {Match::is, "structured abstract", Part::abstract},
    {Match::is, "abstract and keywords", Part::abstract},
    {Match::is, "zusammenfassung", Part::abstract},
    {Match::is, "resumen", Part::abstract},
    {Match::is, "résumé", Part::abstract},
    {Match::is, "resumo", Part::abstract},
    {Match::is, "keywords", Part::keywords},
    {Match::is, "keyword", Part::keywords},
    {Match::is, "key words", Part::keywords},
    {Match::is, "keywords and phrases", Part::keywords},
    {Match::is, "key words and phrases", Part::keywords},
    {Match::is, "index terms", Part::keywords},
    {Match::is, "author keywords", Part::keywords},
    {Match::is, "schlüsselwörter", Part::keywords},
    {Match::is, "palabras clave", Part::keywords},
    {Match::is, "mots clés", Part::keywords},
    {Match::is, "references", Part::references},
    {Match::is, "reference", Part::references},
    {Match::is, "reference list", Part::references},
    {Match::is, "list of references", Part::references},
    {Match::is, "references cited", Part::references},
    {Match::is, "cited references", Part::references},
    {Match::is, "references and notes", Part::references},
    {Match::is, "notes and references", Part::references},
    {Match::is, "bibliography", Part::references},
    {Match::is, "selected bibliography", Part::references},
    {Match::is, "works cited", Part::references},
    {Match::is, "literature cited", Part::references},
    {Match::is, "literature", Part::references},
    {Match::is, "further reading", Part::references},
    {Match::is, "literatur", Part::references},
    {Match::is, "literaturverzeichnis", Part::references},
    {Match::is, "literaturangaben", Part::references},
    {Match::is, "quellenverzeichnis", Part::references},
    {Match::is, "quellen", Part::references},
    {Match::is, "bibliographie", Part::references},
    {Match::is, "bibliografía", Part::references},
    {Match::is, "referencias", Part::references},
    {Match::is, "referências", Part::references},
    {Match::is, "références", Part::references},
    {Match::begins, "acknowledgment", Part::back_matter},
    {Match::begins, "acknowledgement", Part::back_matter},
    {Match::begins, "funding", Part::back_matter},
    {Match::is, "financial support", Part::back_matter},
    {Match::is, "financial disclosure", Part::back_matter},
    {Match::is, "grant information", Part::back_matter},
    {Match::begins, "about the author", Part::back_matter},
    {Match::begins, "author biograph", Part::back_matter},
    {Match::is, "biography", Part::back_matter},
    {Match::is, "biographies", Part::back_matter},
    {Match::is, "biographical note", Part::back_matter},
    {Match::is, "biographical notes", Part::back_matter},
    {Match::begins, "notes on contributor", Part::back_matter},
    {Match::begins, "author contribution", Part::back_matter},
    {Match::begins, "authors contribution", Part::back_matter},
    {Match::begins, "authors' contribution", Part::back_matter},
    {Match::begins, "author's contribution", Part::back_matter},
    {Match::begins, "credit author", Part::back_matter},
    {Match::begins, "authorship contribution", Part::back_matter},
    {Match::begins, "author information", Part::back_matter},
    {Match::begins, "author details", Part::back_matter},
    {Match::begins, "authors' information", Part::back_matter},
    {Match::begins, "author affiliation", Part::back_matter},
    {Match::begins, "corresponding author", Part::back_matter},
    {Match::is, "correspondence", Part::back_matter},
    {Match::begins, "appendix", Part::back_matter},
    {Match::begins, "appendices", Part::back_matter},
    {Match::begins, "annex", Part::back_matter},
    {Match::begins, "declaration", Part::back_matter},
    {Match::begins, "disclosure", Part::back_matter},
    {Match::has, "conflict of interest", Part::back_matter},
    {Match::has, "conflicts of interest", Part::back_matter},
    {Match::has, "competing interest", Part::back_matter},
    {Match::has, "competing interests", Part::back_matter},
    {Match::has, "competing financial interests", Part::back_matter},
    {Match::begins, "data availability", Part::back_matter},
    {Match::begins, "availability of data", Part::back_matter},
    {Match::begins, "data accessibility", Part::back_matter},
    {Match::begins, "data sharing", Part::back_matter},
    {Match::begins, "code availability", Part::back_matter},
    {Match::begins, "software availability", Part::back_matter},
    {Match::begins, "supplementary", Part::back_matter},
    {Match::begins, "supplemental", Part::back_matter},
    {Match::begins, "supporting information", Part::back_matter},
    {Match::begins, "additional file", Part::back_matter},
    {Match::begins, "additional information", Part::back_matter},
    {Match::begins, "ethics", Part::back_matter},
    {Match::begins, "ethical approval", Part::back_matter},
    {Match::begins, "institutional review board", Part::back_matter},
    {Match::begins, "informed consent", Part::back_matter},
    {Match::begins, "patient consent", Part::back_matter},
    {Match::begins, "provenance and peer review", Part::back_matter},
    {Match::begins, "orcid", Part::back_matter},
    {Match::begins, "credit statement", Part::back_matter},
    {Match::begins, "consent for publication", Part::back_matter},
    {Match::begins, "list of abbreviations", Part::back_matter},
    {Match::is, "abbreviations", Part::back_matter},
    {Match::is, "nomenclature", Part::back_matter},
    {Match::is, "notes", Part::back_matter},
    {Match::is, "endnotes", Part::back_matter},
    {Match::is, "footnotes", Part::back_matter},
    {Match::is, "figures", Part::back_matter},
    {Match::is, "tables", Part::back_matter},
    {Match::is, "figure legends", Part::back_matter},
    {Match::is, "figures and tables", Part::back_matter},
    {Match::is, "tables and figures", Part::back_matter},
    {Match::is, "related articles", Part::back_matter},
    {Match::is, "publisher's note", Part::back_matter},
    {Match::begins, "how to cite", Part::back_matter},
    {Match::begins, "cite this article", Part::back_matter},
    {Match::is, "danksagung", Part::back_matter},
    {Match::is, "anhang", Part::back_matter},

    // limitations before discussion and theory: "limitations of the theory" limits
    {Match::has, "limitation", Part::limitations},
    {Match::has, "limitations", Part::limitations},
    {Match::has, "future research", Part::limitations},
    {Match::has, "further research", Part::limitations},
    {Match::has, "future directions", Part::limitations},
    {Match::has, "future work", Part::limitations},
    {Match::has, "future studies", Part::limitations},
    {Match::has, "research agenda", Part::limitations},
    {Match::has, "directions for research", Part::limitations},
    {Match::is, "outlook", Part::limitations},

    // discussion before theory: "implications for theory", "theoretical contributions"
    {Match::has, "implication", Part::discussion},
    {Match::has, "implications", Part::discussion},
    {Match::has, "contribution", Part::discussion},
    {Match::has, "contributions", Part::discussion},
    {Match::begins, "discussion", Part::discussion},
    {Match::ends, "discussion", Part::discussion},
    {Match::begins, "conclusion", Part::discussion},
    {Match::begins, "conclusions", Part::discussion},
    {Match::ends, "conclusion", Part::discussion},
    {Match::ends, "conclusions", Part::discussion},
    {Match::begins, "concluding", Part::discussion},
    {Match::begins, "final remarks", Part::discussion},
    {Match::begins, "final considerations", Part::discussion},
    {Match::begins, "final thoughts", Part::discussion},
    {Match::begins, "closing remarks", Part::discussion},
    {Match::begins, "recommendations", Part::discussion},
    {Match::is, "summary of findings", Part::discussion},
    {Match::is, "diskussion", Part::discussion},
    {Match::is, "fazit", Part::discussion},
    {Match::is, "schlussfolgerungen", Part::discussion},

    {Match::begins, "introduction", Part::introduction},
    {Match::ends, "introduction", Part::introduction},
    {Match::is, "introductory remarks", Part::introduction},
    {Match::is, "einleitung", Part::introduction},
    {Match::is, "einführung", Part::introduction},
    {Match::is, "introducción", Part::introduction},
    {Match::is, "introdução", Part::introduction},
    {Match::is, "statement of need", Part::introduction},
    {Match::is, "motivation", Part::introduction},
    {Match::is, "problem statement", Part::introduction},
    {Match::is, "purpose of the study", Part::introduction},
    {Match::is, "aims", Part::introduction},
    {Match::is, "objectives", Part::introduction},
    {Match::is, "aim of the study", Part::introduction},
    {Match::is, "research questions", Part::introduction},

    {Match::has, "literature review", Part::theory},
    {Match::has, "literature reviews", Part::theory},
    {Match::has, "review of literature", Part::theory},
    {Match::has, "review of the literature", Part::theory},
    {Match::has, "previous literature", Part::theory},
    {Match::has, "related literature", Part::theory},
    {Match::is, "prior research", Part::theory},
    {Match::is, "previous research", Part::theory},
    {Match::is, "previous studies", Part::theory},
    {Match::is, "related research", Part::theory},
    {Match::begins, "related work", Part::theory},
    {Match::begins, "state of the art", Part::theory},
    {Match::has, "hypothesis development", Part::theory},
    {Match::has, "hypotheses development", Part::theory},
    {Match::has, "development of hypotheses", Part::theory},
    {Match::begins, "hypotheses", Part::theory},
    {Match::ends, "hypotheses", Part::theory},
    {Match::begins, "research hypotheses", Part::theory},
    {Match::begins, "propositions", Part::theory},
    {Match::has, "theoretical background", Part::theory},
    {Match::has, "theoretical framework", Part::theory},
    {Match::has, "theoretical foundation", Part::theory},
    {Match::has, "theoretical foundations", Part::theory},
    {Match::has, "theoretical perspective", Part::theory},
    {Match::has, "theoretical perspectives", Part::theory},
    {Match::has, "theoretical development", Part::theory},
    {Match::has, "theoretical model", Part::theory},
    {Match::has, "theoretical underpinning", Part::theory},
    {Match::has, "theoretical underpinnings", Part::theory},
    {Match::has, "theoretical lens", Part::theory},
    {Match::has, "theoretical considerations", Part::theory},
    {Match::has, "theoretical approach", Part::theory},
    {Match::has, "theoretical basis", Part::theory},
    {Match::has, "theory development", Part::theory},
    {Match::has, "conceptual framework", Part::theory},
    {Match::has, "conceptual background", Part::theory},
    {Match::has, "conceptual model", Part::theory},
    {Match::has, "conceptual development", Part::theory},
    {Match::has, "conceptual foundations", Part::theory},
    {Match::has, "research model", Part::theory},
    {Match::begins, "conceptualization", Part::theory},
    {Match::begins, "theory", Part::theory},
    {Match::ends, "theory", Part::theory},
    {Match::ends, "theories", Part::theory},
    {Match::begins, "background", Part::theory},
    {Match::ends, "background", Part::theory},
    {Match::is, "theoretischer hintergrund", Part::theory},
    {Match::is, "forschungsstand", Part::theory},

    {Match::has, "data collection", Part::method},
    {Match::has, "data sources", Part::method},
    {Match::is, "data source", Part::method},
    {Match::is, "data", Part::method},
    {Match::is, "dataset", Part::method},
    {Match::is, "the data", Part::method},
    {Match::begins, "data analysis", Part::method},
    {Match::begins, "data description", Part::method},
    {Match::begins, "data extraction", Part::method},
    {Match::is, "sample", Part::method},
    {Match::begins, "sampling", Part::method},
    {Match::begins, "sample selection", Part::method},
    {Match::begins, "sample characteristics", Part::method},
    {Match::begins, "sample description", Part::method},
    {Match::begins, "sample size", Part::method},
    {Match::is, "research sample", Part::method},
    {Match::is, "samples", Part::method},
    {Match::is, "participants", Part::method},
    {Match::is, "subjects", Part::method},
    {Match::is, "respondents", Part::method},
    {Match::is, "procedure", Part::method},
    {Match::is, "procedures", Part::method},
    {Match::is, "materials", Part::method},
    {Match::is, "material", Part::method},
    {Match::is, "measures", Part::method},
    {Match::is, "measure", Part::method},
    {Match::is, "measurement", Part::method},
    {Match::is, "measurements", Part::method},
    {Match::begins, "measurement of", Part::method},
    {Match::is, "instruments", Part::method},
    {Match::is, "instrument", Part::method},
    {Match::is, "variables", Part::method},
    {Match::is, "dependent variable", Part::method},
    {Match::is, "dependent variables", Part::method},
    {Match::is, "independent variables", Part::method},
    {Match::is, "control variables", Part::method},
    {Match::is, "case selection", Part::method},
    {Match::is, "article selection", Part::method},
    {Match::is, "search strategy", Part::method},
    {Match::is, "statistical analysis", Part::method},
    {Match::is, "statistical analyses", Part::method},
    {Match::is, "statistics", Part::method},
    {Match::has, "research design", Part::method},
    {Match::has, "study design", Part::method},
    {Match::has, "research method", Part::method},
    {Match::has, "research methods", Part::method},
    {Match::has, "research methodology", Part::method},
    {Match::has, "research approach", Part::method},
    {Match::has, "research setting", Part::method},
    {Match::has, "research context", Part::method},
    {Match::has, "empirical strategy", Part::method},
    {Match::has, "empirical approach", Part::method},
    {Match::has, "empirical setting", Part::method},
    {Match::has, "identification strategy", Part::method},
    {Match::has, "econometric model", Part::method},
    {Match::has, "econometric specification", Part::method},
    {Match::has, "experimental procedures", Part::method},
    {Match::has, "experimental design", Part::method},
    {Match::has, "experimental section", Part::method},
    {Match::has, "study protocol", Part::method},
    {Match::has, "eligibility criteria", Part::method},
    {Match::has, "inclusion criteria", Part::method},
    {Match::has, "exclusion criteria", Part::method},
    {Match::begins, "method", Part::method},
    {Match::begins, "methods", Part::method},
    {Match::begins, "methodology", Part::method},
    {Match::begins, "methodological approach", Part::method},
    {Match::ends, "method", Part::method},
    {Match::ends, "methods", Part::method},
    {Match::ends, "methodology", Part::method},
    {Match::is, "design", Part::method},
    {Match::is, "methode", Part::method},
    {Match::is, "methoden", Part::method},
    {Match::is, "methodik", Part::method},
    {Match::is, "daten", Part::method},
    {Match::is, "metodología", Part::method},
    {Match::is, "metodologia", Part::method},

    {Match::begins, "results", Part::results},
    {Match::ends, "results", Part::results},
    {Match::begins, "findings", Part::results},
    {Match::ends, "findings", Part::results},
    {Match::is, "result", Part::results},
    {Match::is, "analysis", Part::results},
    {Match::is, "analyses", Part::results},
    {Match::ends, "descriptive analysis", Part::results},
    {Match::ends, "case analysis", Part::results},
    {Match::begins, "empirical analysis", Part::results},
    {Match::begins, "hypothesis testing", Part::results},
    {Match::begins, "hypotheses testing", Part::results},
    {Match::begins, "descriptive statistics", Part::results},
    {Match::begins, "robustness", Part::results},
    {Match::begins, "evaluation", Part::results},
    {Match::is, "ergebnisse", Part::results},
    {Match::is, "resultados", Part::results},
};

/// Headings that run into their text, with the marks after which the text begins.
struct RunIn {
  std::string_view words;
  Part part;
  std::string_view marks;  ///< ASCII marks that may follow; a dash may always
};
constexpr RunIn kRunIns[] = {
    {"abstract", Part::abstract, ":."},
    {"summary", Part::abstract, ":"},
    {"zusammenfassung", Part::abstract, ":."},
    {"keywords and phrases", Part::keywords, ":."},
    {"key words and phrases", Part::keywords, ":."},
    {"author keywords", Part::keywords, ":."},
    {"keywords", Part::keywords, ":."},
    {"keyword", Part::keywords, ":"},
    {"key words", Part::keywords, ":."},
    {"key-words", Part::keywords, ":."},
    {"index terms", Part::keywords, ":."},
    {"abbreviations", Part::back_matter, ":"},
    {"abbreviation", Part::back_matter, ":"},
    {"schlüsselwörter", Part::keywords, ":."},
    {"acknowledgements", Part::back_matter, ":."},
    {"acknowledgments", Part::back_matter, ":."},
    {"acknowledgement", Part::back_matter, ":."},
    {"acknowledgment", Part::back_matter, ":."},
    {"funding", Part::back_matter, ":."},
    {"author contributions", Part::back_matter, ":."},
    {"conflicts of interest", Part::back_matter, ":."},
    {"conflict of interest", Part::back_matter, ":."},
    {"conflict of interest statement", Part::back_matter, ":."},
    {"competing interests", Part::back_matter, ":."},
    {"declaration of competing interest", Part::back_matter, ":."},
    {"declaration of interest", Part::back_matter, ":."},
    {"data availability statement", Part::back_matter, ":."},
    {"data availability", Part::back_matter, ":."},
    {"supplementary materials", Part::back_matter, ":"},
    {"institutional review board statement", Part::back_matter, ":."},
    {"informed consent statement", Part::back_matter, ":."},
    {"publisher’s note", Part::back_matter, ":."},
    {"publisher's note", Part::back_matter, ":."},
    {"about the author", Part::back_matter, ":"},
    {"about the authors", Part::back_matter, ":"},
    {"citation", Part::back_matter, ":"},
    {"how to cite this article", Part::back_matter, ":"},
    {"to cite this article", Part::back_matter, ":"},
    {"cite as", Part::back_matter, ":"},
};

constexpr std::string_view kAbstractLabels[] = {
    "purpose",
    "purpose of the study",
    "purpose of this paper",
    "design/methodology/approach",
    "design/methodology",
    "methodology/approach",
    "methodology/design",
    "design",
    "approach",
    "methodology",
    "method",
    "methods",
    "materials and methods",
    "methods and results",
    "findings",
    "results",
    "principal findings",
    "main findings",
    "main results",
    "methodology/principal findings",
    "conclusions/significance",
    "practical implications",
    "social implications",
    "managerial implications",
    "theoretical implications",
    "research limitations/implications",
    "research implications",
    "limitations",
    "originality/value",
    "originality",
    "value",
    "contribution",
    "contributions",
    "paper type",
    "background",
    "objective",
    "objectives",
    "aim",
    "aims",
    "aims and objectives",
    "conclusion",
    "conclusions",
    "discussion",
    "introduction",
    "context",
    "setting",
    "participants",
    "interpretation",
    "significance",
    "trial registration",
    "interventions",
    "study design",
    "measurements",
    "patients and methods",
    "summary",
    "implications",
    "importance",
    "subjects",
    "statement of the problem",
    "research question",
    "data",
    "sample",
    "scope",
    "motivation",
    "article classification",
    "research design",
    "main outcome measures",
    "data sources",
};

constexpr std::string_view kCaptions[] = {
    "table",     "figure", "fig.",    "fig ",     "exhibit",   "chart",    "scheme",
    "plate",     "box",    "source:", "sources:", "source(s)", "note:",    "notes:",
    "note(s)",   "image",  "photo",   "listing",  "algorithm", "equation", "tabelle",
    "abbildung", "abb.",   "tab.",    "quelle:",  "tabla",     "figura",
};

/// British and irregular spellings to the one of the tables.
std::string spelled(std::string key) {
  constexpr std::pair<std::string_view, std::string_view> kSpellings[] = {
      {"conceptualis", "conceptualiz"}, {"’", "'"}, {"&", "and"}, {" und ", " and "}, {" / ", "/"},

  };
  for (auto [from, to] : kSpellings)
    if (key.find(from) != std::string::npos) key = replaced(key, from, to);
  return key;
}

/// Letter-spaced capitals ("A B S T R A C T") close up.
std::string closed_up(std::string_view text) {
  std::vector<std::string_view> pieces = split_at(text, " ");
  if (pieces.size() < 4) return std::string(text);
  std::string out;
  for (std::string_view piece : pieces) {
    if (code_point_at(piece, 0).bytes != piece.size()) return std::string(text);
    out += piece;
  }
  return out;
}

/// The words of a heading for the tables: no numbering, marks or case.
std::string key_of(std::string_view heading) {
  std::string text = closed_up(squeezed(heading));
  std::string_view rest = text;
  while (!rest.empty() &&
         (rest.front() == '#' || rest.front() == '*' || rest.front() == '_' || rest.front() == ' '))
    rest.remove_prefix(1);
  rest.remove_prefix(numbering_of(rest).bytes);
  while (!rest.empty() && std::string_view(" *_.:;#").find(rest.back()) != std::string_view::npos)
    rest.remove_suffix(1);
  rest = trimmed(rest);
  if (rest.ends_with("—") || rest.ends_with("–")) rest.remove_suffix(3);
  return spelled(folded(rest));
}

bool has_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '/' || text[at - 1] == '-';
    std::size_t end = at + words.size();
    if (begins && (end == text.size() || text[end] == ' ' || text[end] == '/' || text[end] == ':'))
      return true;
  }
  return false;
}

bool begins_with_words(std::string_view text, std::string_view words, bool stem) {
  if (!text.starts_with(words)) return false;
  return stem || text.size() == words.size() || text[words.size()] == ' ' ||
         text[words.size()] == '/' || text[words.size()] == ':';
}

bool meets(const Naming& naming, std::string_view key) {
  switch (naming.match) {
    case Match::is:
      return key == naming.words;
    case Match::begins:
      return begins_with_words(key, naming.words, naming.part == Part::back_matter);
    case Match::ends:
      return key.ends_with(naming.words) && has_words(key, naming.words) &&
             (key.size() == naming.words.size() ||
              key[key.size() - naming.words.size() - 1] == ' ');
    case Match::has:
      return has_words(key, naming.words);
  }
  return false;
}

std::optional<Part> named_by(std::string_view key) {
  for (const Naming& naming : kNamings)
    if (meets(naming, key)) return naming.part;
  return std::nullopt;
}

std::optional<Part> named_whole(std::string_view key) {
  for (const Naming& naming : kNamings)
    if (naming.match == Match::is && key == naming.words) return naming.part;
  return std::nullopt;
}

/// What a piece of a longer heading names. What opens a list or the front stands alone, so
/// "Literature and hypotheses" is theory.
std::optional<Part> named_in_company(std::string_view piece) {
  std::optional<Part> part = named_by(piece);
  if (part == Part::references && piece == "literature") return Part::theory;
  constexpr Parts kAlone{Part::references, Part::keywords, Part::abstract};
  return part && kAlone.contains(*part) ? std::nullopt : part;
}

/// "results and discussion" → "results", "discussion".
std::vector<std::string_view> pieces_of(std::string_view key) {
  std::vector<std::string_view> pieces;
  for (std::string_view part : split_at(key, ",/:;")) {
    for (std::size_t at = part.find(" and "); at != std::string_view::npos;
         at = part.find(" and ")) {
      pieces.push_back(trimmed(part.substr(0, at)));
      part.remove_prefix(at + 5);
    }
    if (part.starts_with("and ")) part.remove_prefix(4);
    pieces.push_back(trimmed(part));
  }
  return pieces;
}

int roman_value(std::string_view digits) {
  constexpr std::pair<char, int> kValues[] = {{'I', 1}, {'V', 5}, {'X', 10}, {'L', 50}};
  auto value = [&](char c) {
    for (auto [letter, number] : kValues)
      if (letter == c) return number;
    return 0;
  };
  int total = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int here = value(digits[i]), next = i + 1 < digits.size() ? value(digits[i + 1]) : 0;
    if (here == 0) return 0;
    total += here < next ? -here : here;
  }
  return total;
}

/// "2.1.3" at the start; the words must follow after a blank.
Numbering arabic_numbering(std::string_view text) {
  Numbering found;
  std::size_t at = 0;
  int group = 0, depth = 0;
  while (at < text.size()) {
    std::size_t begin = at;
    group = 0;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < 3)
      group = group * 10 + (text[at++] - '0');
    if (at == begin) break;
    if (depth++ == 0) found.first = group;
    if (at < text.size() && text[at] == '.')
      ++at;
    else
      break;
  }
  if (depth == 0 || found.first == 0 || found.first > 20) return {};
  if (at < text.size() && (text[at] == ')' || text[at] == ':')) ++at;
  std::size_t words = text.find_first_not_of(" \t|", at);
  bool apart = words != std::string_view::npos && (words > at || text[at - 1] == '.');
  if (!apart || !begins_upper(text.substr(words))) return {};
  found.bytes = words;
  found.depth = depth;
  return found;
}

/// "IV. ", "A. ", "B) "; a bare "I" or "A" is a word, so a mark must follow.
Numbering letter_numbering(std::string_view text) {
  std::size_t end = text.find_first_not_of("IVXL");
  bool single =
      text.size() > 2 && text[0] >= 'A' && text[0] <= 'H' && (text[1] == '.' || text[1] == ')');
  if (end == std::string_view::npos || end == 0 || end > 5) end = single ? 1 : 0;
  if (end == 0 || (text[end] != '.' && text[end] != ')' && text[end] != ':')) return {};
  std::size_t words = text.find_first_not_of(" \t", end + 1);
  if (words == std::string_view::npos || words == end + 1 || !begins_upper(text.substr(words)))
    return {};
  int roman = roman_value(text.substr(0, end));
  if (roman > 0) return {words, 1, roman};
  return {words, 2, text[0] - 'A' + 1};
}

}  // namespace

Numbering numbering_of(std::string_view heading) {
  std::size_t lead = 0;
  if (starts_with_no_case(heading, "section ")) lead = 8;
  if (starts_with_no_case(heading, "chapter ")) lead = 8;
  std::string_view text = heading.substr(lead);
  if (text.empty()) return {};
  Numbering found = arabic_numbering(text);
  if (found.bytes == 0) found = letter_numbering(text);
  if (found.bytes > 0) found.bytes += lead;
  return found;
}

std::optional<Part> part_of_heading(std::string_view heading) {
  if (heading.size() > 160) return std::nullopt;
  std::string key = key_of(heading);
  if (key.empty()) return std::nullopt;
  if (std::optional<Part> whole = named_whole(key)) return whole;
  std::vector<std::string_view> pieces = pieces_of(key);
  if (pieces.size() > 1)
    for (std::string_view piece : pieces)
      if (std::optional<Part> part = named_in_company(piece)) return part;
  return named_by(key);
}

bool names_weakly(std::string_view heading) {
  std::string key = key_of(heading);
  for (const Naming& naming : kNamings)
    if (meets(naming, key)) return naming.match == Match::ends && key != naming.words;
  return false;
}

std::size_t run_in_heading(std::string_view line, Part* part) {
  constexpr std::string_view kDashes[] = {"—", "–", "-"};
  for (const RunIn& run_in : kRunIns) {
    if (!starts_with_no_case(line, run_in.words)) continue;
    std::size_t at = run_in.words.size();
    if (starts_with_no_case(line.substr(at), "(s)")) at += 3;
    bool spaced = at < line.size() && line[at] == ' ';
    while (at < line.size() && line[at] == ' ') ++at;
    std::size_t marks = at;
    if (at < line.size() && run_in.marks.find(line[at]) != std::string_view::npos) ++at;
    for (std::string_view dash : kDashes)
      if (at == marks && line.substr(at).starts_with(dash)) at += dash.size();
    std::string_view text = trimmed(line.substr(at));
    bool marked = at > marks;
    bool loud = spaced && all_capitals(line.substr(0, run_in.words.size())) && begins_upper(text) &&
                !all_capitals(text.substr(0, text.find(' ')));
    bool list =
        run_in.part == Part::keywords && spaced &&
        (text.find_first_of(",;|") != std::string_view::npos ||
         text.find("·") != std::string_view::npos || text.find("•") != std::string_view::npos) &&
        !ends_sentence(text);
    if (text.empty() || (!marked && !loud && !list)) continue;
    if (part) *part = run_in.part;
    return static_cast<std::size_t>(text.data() - line.data());
  }
  return 0;
}

bool is_abstract_label(std::string_view heading) {
  if (heading.size() > 60) return false;
  std::string key = key_of(heading);
  return std::find(std::begin(kAbstractLabels), std::end(kAbstractLabels), key) !=
         std::end(kAbstractLabels);
}

bool is_caption(std::string_view line) {
  for (std::string_view word : kCaptions) {
    if (!starts_with_no_case(line, word)) continue;
    std::string_view rest = line.substr(word.size());
    if (word.back() == ':' || word.back() == ')' || word.back() == '.') return true;
    std::size_t at = rest.find_first_not_of(" .");
    bool apart = at != std::string_view::npos && (at > 0 || word.back() == ' ');
    bool numbered =
        apart && ((rest[at] >= '0' && rest[at] <= '9') || rest.substr(at).starts_with("A1") ||
                  rest.substr(at).starts_with("S1") ||
                  rest.substr(at, 3).find_first_not_of("IVX.: ") == std::string_view::npos);
    if (numbered || rest.starts_with("s ")) return numbered;
  }
  return false;
}

namespace {

/// Headings after which nothing belongs to the body, whatever it is called.
bool opens_appendix(std::string_view words) {
  constexpr std::string_view kWords[] = {
      "appendix", "appendices",     "annex",      "figures",
      "tables",   "figure legends", "supplement", "supporting information"};
  std::string key = key_of(words);
  return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) {
    return key.starts_with(word) && part_of_heading(words) == Part::back_matter;
  });
}

/// The look of a line, as far as headings of one rank share it.
struct Look {
  int half_points = 0;
  bool bold = false, italic = false, capitals = false;
  int marked = 0;          ///< level given by Markdown
  std::uint16_t face = 0;  ///< typeface; 0 when mixed or not known
  friend auto operator<=>(const Look&, const Look&) = default;
};

Look look_of(const Line& line) {
  return {static_cast<int>(std::lround(line.size * 2)),
          line.bold,
          line.italic,
          all_capitals(line.text),
          line.heading,
          line.face};
}

bool same_look(const Line& a, const Line& b) {
  return std::abs(a.size - b.size) < 0.6f && a.bold == b.bold && a.italic == b.italic &&
         a.page == b.page && (a.face == b.face || a.face == 0 || b.face == 0);
}

/// Letters and digits in lower case: an outline and the print differ in blanks and hyphens.
std::string letters_of(std::string_view words) {
  std::string out;
  for (char c : folded(words))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U))
      out += c;
  return out;
}

/// Reading state of one pass over the lines.
class Finder {
 public:
  Finder(const std::vector<Line>& lines, const Manuscript& manuscript)
      : lines_(lines), body_(manuscript.body_size), body_face_(manuscript.body_face) {
    for (const std::string& title : manuscript.headings)
      if (std::string key = outline_key(title); key.size() >= 3) outline_.insert(std::move(key));
    std::size_t bold = 0, faced = 0;
    for (const Line& line : lines) {
      bold += line.bold ? 1 : 0;
      faced += other_face(line) ? 1 : 0;
    }
    bold_means_something_ = bold * 4 < lines.size();
    face_means_something_ = faced * 4 < lines.size();
  }

  std::vector<Heading> find() {
    for (std::size_t at = 0; at < lines_.size();) {
      std::size_t end = candidate_end(at);
      if (end > at) candidates_.push_back(judged(at, end));
      at = std::max(end, at + 1);
    }
    learn_looks();
    for (const Candidate& candidate : candidates_) ++times_[key_of(candidate.words)];
    std::vector<Heading> headings;
    for (const Candidate& candidate : candidates_)
      if (accepted(candidate)) headings.push_back(candidate.heading);
    give_levels(headings);
    return headings;
  }

 private:
  struct Candidate {
    Heading heading;
    Look look;
    std::string words;
    Numbering number;
    bool loud = false;      ///< larger or bolder than the text
    bool outlined = false;  ///< the file's own outline has it
    bool before_text = false;
  };

  static std::string outline_key(std::string_view title) { return letters_of(key_of(title)); }

  /// Is the line printed upright in a typeface that the text is not?
  bool other_face(const Line& line) const {
    return body_face_ > 0 && line.face > 0 && line.face != body_face_ && !line.italic;
  }

  bool stands_out(const Line& line) const {
    if (line.heading > 0) return true;
    if (body_ > 0 && line.size > body_ + 0.7f) return true;
    return (line.bold && bold_means_something_) || (other_face(line) && face_means_something_);
  }

  /// One to three lines of one look that stand by themselves: the line after them, or `at`.
  std::size_t candidate_end(std::size_t at) const {
    const Line& line = lines_[at];
    if (line.footnote || !could_begin(line)) return at;
    bool under_heading = !candidates_.empty() && candidates_.back().heading.end == at && at > 0 &&
                         candidates_.back().loud && lines_[at - 1].page == line.page;
    bool apart = line.paragraph || line.heading > 0 || (under_heading && stands_out(line)) ||
                 (at > 0 && !same_look(lines_[at - 1], line) && stands_out(line));
    if (!apart && at > 0) return at;
    std::size_t end = at + 1;
    if (complete(at)) return end;
    while (end < lines_.size() && end - at < 4 && same_heading(end) && !complete(end) &&
           !ends_in_outline(at, end))
      ++end;
    if (end - at > 3) return at;
    bool two = end < lines_.size() && stands_out(line) && stands_out(lines_[end]) &&
               (!same_heading(end) || ends_in_outline(at, end));
    if (end < lines_.size() && !lines_[end].paragraph && !ends_by_look(end) && !two) {
      bool names = end - at == 1 && part_of_heading(line.text).has_value() &&
                   lines_[end].page == line.page && stands_out(line);
      if (!names) return at;
    }
    return end;
  }

  std::string words_of(std::size_t begin, std::size_t end) const {
    std::string words;
    for (std::size_t i = begin; i < end; ++i) words += (i > begin ? " " : "") + lines_[i].text;
    return words;
  }

  /// Do these lines make a title of the file's outline, and the next line no longer title?
  bool ends_in_outline(std::size_t begin, std::size_t end) const {
    return !outline_.empty() && outline_.contains(outline_key(words_of(begin, end))) &&
           !outline_.contains(outline_key(words_of(begin, end + 1)));
  }

  /// A line whose words are a whole heading ("Results", "1. Introduction", "References"), after
  /// which something new begins.
  bool complete(std::size_t at) const {
    const Line& line = lines_[at];
    if (line.text.size() > 48 || ends_with_stop(line.text)) return false;
    std::string key = key_of(line.text);
    bool numbered = numbering_of(line.text).depth > 0;
    if (!named_whole(key) && !(numbered && part_of_heading(line.text))) return false;
    if (at + 1 >= lines_.size()) return true;
    const Line& next = lines_[at + 1];
    bool opens = begins_upper(next.text) || begins_digit(next.text) || next.text.starts_with('[');
    return next.paragraph || opens;
  }

  bool same_heading(std::size_t at) const {
    const Line& line = lines_[at];
    const Line& before = lines_[at - 1];
    if (line.heading > 0 || before.heading > 0 || line.footnote) return false;
    if (line.paragraph && !hangs_on(before, line)) return false;
    // "METHODS" and "Study design" under it are two, and so are two with their own numbers.
    if (all_capitals(before.text) != all_capitals(line.text)) return false;
    if (numbering_of(line.text).depth > 1) return false;
    if (before.bold && line.bold && before.italic != line.italic) {  // a Latin name in it
      Line upright = line;
      upright.italic = before.italic;
      return same_look(before, upright);
    }
    return same_look(before, line) && stands_out(line) == stands_out(before);
  }

  /// The second line of a numbered heading begins where the words of the first do; the second of a
  /// centred one further in. Both stand close below, and are not one heading each.
  bool hangs_on(const Line& before, const Line& line) const {
    if (!stands_out(before) || line.bottom <= 0 || line.left < before.left + 3) return false;
    bool close = line.top - before.bottom < 0.45f * line.size && line.top > before.top;
    bool open = !ends_sentence(before.text) && count_words(before.text) >= 3;
    return close && open && numbering_of(line.text).depth == 0 && !part_of_heading(line.text);
  }

  /// The look changes from heading to text between two lines of one block.
  bool ends_by_look(std::size_t at) const {
    return stands_out(lines_[at - 1]) &&
           (!same_look(lines_[at - 1], lines_[at]) || lines_[at].footnote);
  }

  static bool could_begin(const Line& line) {
    const std::string& text = line.text;
    if (text.size() < 3 || text.size() > 150) return false;
    if (!begins_upper(text) && !begins_digit(text) && line.heading == 0) return false;
    return !is_caption(text) && count_letters(text) >= 3;
  }

  Candidate judged(std::size_t begin, std::size_t end) const {
    Candidate found;
    found.words = words_of(begin, end);
    found.heading = {begin, end, part_of_heading(found.words), 0, 0, false, false};
    found.heading.sink = opens_appendix(found.words);
    found.heading.weak = names_weakly(found.words);
    found.look = look_of(lines_[begin]);
    found.number = numbering_of(found.words);
    found.loud = stands_out(lines_[begin]);
    found.outlined = outline_.contains(outline_key(found.words));
    found.before_text = opens_text(end);
    return found;
  }

  /// Words rather than the numbers and names of a table's row: most begin small, few are numbers.
  static bool is_prose(std::string_view text) {
    std::size_t small = 0, numbers = 0, words = 0;
    for (std::string_view word : split_at(text, " ")) {
      ++words;
      small += begins_lower(word) ? 1 : 0;
      numbers += begins_digit(word) || word == "–" || word == "-" ? 1 : 0;
    }
    return numbers * 4 <= words && (small * 4 >= words || numbers == 0);
  }

  /// What follows is running text, or another heading before it.
  bool opens_text(std::size_t at) const {
    for (std::size_t i = at; i < lines_.size() && i < at + 4; ++i) {
      const Line& line = lines_[i];
      if (count_words(line.text) >= 8) return is_prose(line.text);
      bool goes_on_wide = i + 1 < lines_.size() && !lines_[i + 1].paragraph &&
                          count_words(line.text) >= 4 && is_prose(line.text);
      if (goes_on_wide) return true;
      bool heading =
          stands_out(line) || numbering_of(line.text).depth > 0 || part_of_heading(line.text);
      if (!heading) return false;
    }
    return false;
  }

  /// The next text is as large as the body's, not a cell or a caption.
  bool opens_body_text(std::size_t at) const {
    for (std::size_t i = at; i < lines_.size() && i < at + 4; ++i)
      if (count_words(lines_[i].text) >= 5 && !stands_out(lines_[i]))
        return lines_[i].size > body_ - 0.7f;
    return false;
  }

  /// "1990s", "1946–1990": no cell of a table.
  static bool is_year(std::string_view word) {
    return word.size() >= 4 &&
           (word.starts_with("19") || word.starts_with("20") || word.starts_with("18")) &&
           count_digits(word) % 4 == 0;
  }

  static bool like_heading(const Candidate& c) {
    std::string_view words = c.words;
    std::size_t length = count_words(words);
    if (length > 16 || words.size() > 140) return false;
    if (words.ends_with(',') || words.ends_with(';') ||
        words.find("://") != std::string_view::npos || words.find('@') != std::string_view::npos)
      return false;
    if (words.ends_with('.') && (length > 6 || words.find(": ") != std::string_view::npos))
      return false;
    std::size_t letters = count_letters(words), digits = 0, numbers = 0;
    for (std::string_view word :
         split_at(words.substr(std::min(c.number.bytes, words.size())), " -"))
      if (!is_year(word)) {
        digits += count_digits(word);
        numbers += count_digits(word) == word.size() ? 1 : 0;
      }
    return letters >= 3 && digits * 4 <= letters && numbers < 3;
  }

  /// Looks that known headings have: they vouch for the unknown headings of that look.
  void learn_looks() {
    for (const Candidate& c : candidates_) {
      if (!like_heading(c) || !(c.heading.names ? known_is_heading(c) : c.outlined)) continue;
      looks_.insert(c.look);
      if (other_face(lines_[c.heading.begin])) faces_.insert(c.look.face);
    }
  }

  bool known_is_heading(const Candidate& c) const {
    bool short_enough = count_words(c.words) <= (c.loud || c.number.depth > 0 ? 14u : 8u);
    if (!short_enough) return false;
    bool tiny = body_ > 0 && c.look.half_points > 0 && c.look.half_points * 2 < body_ * 3;
    if (tiny) return false;
    if (c.loud || c.outlined || c.number.depth > 0 || c.look.capitals) return true;
    // Plain look: the words alone must carry it, and a cell of a table holds such words too.
    bool plain_text = body_ == 0;
    bool whole = named_whole(key_of(c.words)).has_value() || count_words(c.words) <= 4;
    return whole && !ends_with_stop(c.words) && (c.before_text || plain_text || is_around(c));
  }

  static bool is_around(const Candidate& c) {
    return *c.heading.names == Part::references || *c.heading.names == Part::abstract ||
           *c.heading.names == Part::keywords;
  }

  static bool ends_with_stop(std::string_view words) {
    return words.ends_with('.') || words.ends_with('?') || words.ends_with('!');
  }

  bool accepted(const Candidate& c) const {
    if (!like_heading(c)) return false;
    if (c.heading.names && known_is_heading(c)) return true;
    if (c.outlined || c.look.marked > 0) return true;
    if (is_label(c) || is_table_head(c)) return false;
    bool larger = body_ > 0 && c.look.half_points > std::lround(body_ * 2) + 1;
    bool known_face = faces_.contains(c.look.face) && face_means_something_ &&
                      c.words.find(". ") == std::string::npos && count_words(c.words) <= 12;
    if (c.loud && c.before_text &&
        (looks_.contains(c.look) || larger || c.number.depth > 0 || c.look.bold || known_face))
      return true;
    if (c.number.depth > 0 && c.before_text && !ends_with_stop(c.words) && !is_list_item(c))
      return true;
    if (body_ > 0)
      return c.before_text && (((c.look.capitals || c.look.italic) && looks_.contains(c.look)) ||
                               italic_by_itself(c));
    return plain_heading(c);
  }

  /// A short line in italics, no sentence, before an upright paragraph.
  bool italic_by_itself(const Candidate& c) const {
    std::size_t end = c.heading.end;
    if (!c.look.italic || ends_sentence(c.words) || count_words(c.words) > 10) return false;
    if (end >= lines_.size() || c.heading.begin == 0) return false;
    const Line& last = lines_[end - 1];
    const Line& next = lines_[end];
    const Line& before = lines_[c.heading.begin - 1];
    return !next.italic && !before.italic && next.paragraph && next.page == last.page &&
           std::abs(next.size - last.size) < 0.6f && count_words(next.text) >= 4 &&
           std::abs(last.size - body_) < 0.6f && begins_upper(next.text);
  }

  /// Words of a figure or a table: smaller than the text, or with units and signs.
  bool is_label(const Candidate& c) const {
    bool known = c.loud && (looks_.contains(c.look) || faces_.contains(c.look.face)) &&
                 opens_body_text(c.heading.end);
    if (body_ > 0 && c.look.half_points + 1 < std::lround(body_ * 2) && c.number.depth == 0 &&
        !known)
      return true;
    constexpr std::string_view kSigns[] = {"%",  "=", "°", "±", "<", ">",
                                           "/m", "[", "≥", "≤", "µ", "×"};
    return std::any_of(std::begin(kSigns), std::end(kSigns), [&](std::string_view sign) {
      return c.words.find(sign) != std::string::npos;
    });
  }

  /// The same words at the head of three tables or more ("Item", "Average").
  bool is_table_head(const Candidate& c) const {
    auto times = times_.find(key_of(c.words));
    return times != times_.end() && times->second >= 3 && c.number.depth == 0;
  }

  /// A numbered line is one of a list when its neighbours are numbered too.
  bool is_list_item(const Candidate& c) const {
    auto numbered = [&](std::size_t at) {
      return at < lines_.size() && numbering_of(lines_[at].text).depth == c.number.depth;
    };
    return numbered(c.heading.end) || (c.heading.begin > 0 && numbered(c.heading.begin - 1));
  }

  /// Empty lines stand before and after it (or the file marks it).
  bool by_itself(const Candidate& c) const {
    std::size_t begin = c.heading.begin, end = c.heading.end;
    bool before = begin == 0 || lines_[begin - 1].block != lines_[begin].block;
    bool after = end >= lines_.size() || lines_[end].block != lines_[end - 1].block;
    return before && after;
  }

  /// Text without fonts: a short line by itself that is no sentence and stands before one.
  bool plain_heading(const Candidate& c) const {
    if (!by_itself(c)) return false;
    if (ends_sentence(c.words) || !c.before_text || count_words(c.words) > 12) return false;
    if (begins_digit(c.words) && c.number.depth == 0) return false;
    bool prose = c.heading.end < lines_.size() && lines_[c.heading.end].paragraph &&
                 count_words(lines_[c.heading.end].text) >= 8;
    return prose && c.words.find('\t') == std::string::npos &&
           c.words.find("  ") == std::string::npos && begins_upper(c.words);
  }

  /// Levels by number, by Markdown, else by look: the looks of known main headings are level 1.
  void give_levels(std::vector<Heading>& headings) const {
    std::set<Look> main = main_looks(headings);
    std::set<Look> all = main;
    drop_flat_looks(main, headings);
    bool plain = body_ == 0;
    for (Heading& heading : headings) {
      Look look = look_of(lines_[heading.begin]);
      Numbering number = numbering_of(lines_[heading.begin].text);
      heading.number = number.first;
      if (number.depth > 0)
        heading.level = number.depth;
      else if (all.empty() || all.count(look) > main.count(look) ||
               (plain && look.marked == 0 && !look.capitals))
        heading.level = 0;
      else
        heading.level = main.contains(look) ? 1 : 2;
    }
  }

  /// The looks of main headings: the largest or loudest look among those that name a part of the
  /// body.
  std::set<Look> main_looks(const std::vector<Heading>& headings) const {
    std::set<Look> looks;
    for (const Heading& heading : headings) {
      if (!heading.names) continue;
      bool first_rank = *heading.names == Part::introduction ||
                        *heading.names == Part::references || *heading.names == Part::results ||
                        *heading.names == Part::method || *heading.names == Part::discussion;
      if (first_rank) looks.insert(look_of(lines_[heading.begin]));
    }
    int largest = 0;
    for (const Look& look : looks) largest = std::max(largest, look.half_points);
    int marked = 7;
    for (const Look& look : looks)
      if (look.marked > 0) marked = std::min(marked, look.marked);
    std::erase_if(looks, [&](const Look& look) {
      return look.half_points + 1 < largest || (look.marked > 0 && look.marked > marked);
    });
    bool any_bold = std::any_of(looks.begin(), looks.end(), [](const Look& l) { return l.bold; });
    if (any_bold) std::erase_if(looks, [](const Look& l) { return !l.bold && !l.capitals; });
    bool any_upright =
        std::any_of(looks.begin(), looks.end(), [](const Look& l) { return !l.italic; });
    if (any_upright) std::erase_if(looks, [](const Look& l) { return l.italic; });
    return looks;
  }

  /// Where a main heading is followed at once by one of the same look ("Method", "Data
  /// collection"), that look is used for more than one rank and tells none.
  void drop_flat_looks(std::set<Look>& main, const std::vector<Heading>& headings) const {
    for (std::size_t i = 0; i + 1 < headings.size(); ++i) {
      bool at_once = headings[i].end == headings[i + 1].begin && headings[i].names &&
                     lines_[headings[i].begin].heading < 9;
      Look look = look_of(lines_[headings[i].begin]);
      bool numbered = numbering_of(lines_[headings[i].begin].text).depth > 0;
      if (at_once && !numbered && look == look_of(lines_[headings[i + 1].begin])) main.erase(look);
    }
  }

  const std::vector<Line>& lines_;
  float body_;
  std::uint16_t body_face_;
  bool bold_means_something_ = false, face_means_something_ = false;
  std::set<std::string> outline_;
  std::vector<Candidate> candidates_;
  std::set<Look> looks_;
  std::map<std::string, std::size_t> times_;  ///< how often candidates say the same
  std::set<std::uint16_t> faces_;             ///< typefaces of known headings, the text's aside
};

}  // namespace

std::vector<Heading> find_headings(const std::vector<Line>& lines, const Manuscript& manuscript) {
  return Finder(lines, manuscript).find();
}

namespace {

/// Under a main section of the body a subheading names another part only where that is usual: what
/// limits a study, how it was done, or what surrounds it. "Analysis" under a method is the
/// method's.
bool stays(const Heading& heading, Part main) {
  constexpr Parts kFirst{Part::introduction, Part::other};
  if (kFirst.contains(main) || !kBody.contains(main)) return heading.weak && main != Part::other;
  Parts goes = Parts{Part::limitations, Part::method} | (kText - kBody);
  if (main == Part::results) goes = goes | Part::discussion;
  return heading.weak || !goes.contains(*heading.names);
}

}  // namespace

std::vector<Part> parts_of(std::span<const Heading> headings) {
  std::vector<Part> parts;
  Part main = Part::introduction;  // of the section that subheadings stand in
  int number = 0;                  // of that section, when it has one
  bool sunk = false;               // in an appendix, or among figures gathered at the end
  for (const Heading& heading : headings) {
    // "2.2" under a "2" that was not seen does not belong to section 1.
    bool orphan = heading.level > 1 && heading.number > 0 && number > 0 && heading.number != number;
    if (orphan) main = Part::other;
    if (heading.number > 0) number = heading.number;
    Part part = main;
    if (sunk && heading.names != Part::references && heading.names != Part::keywords) {
      part = Part::back_matter;
    } else if (heading.names && !(heading.level > 1 && stays(heading, main))) {
      part = *heading.names;
      if (heading.level <= 1) main = part;
      sunk = part == Part::back_matter && heading.sink;
    } else if (heading.level == 1 || (heading.level == 0 && main == Part::introduction)) {
      part = Part::other;
      if (heading.level == 1) main = part;
    }
    parts.push_back(part);
  }
  return parts;
}

}  // namespace litmine
