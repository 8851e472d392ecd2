// Order of trust. Abstract and keywords have headings, or the run-in "Abstract: ..."; where an
// abstract has none it is the prose between the names and the introduction. The title is the
// largest print near the top that reads like one and is not the journal's name; names stand right
// under it. Whatever else stands before the body surrounds it: addresses, dates, licences.
#include "extractors/front_matter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "extractors/references.h"
#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::size_t kLongestAbstract = 6000;  ///< bytes; what goes on longer is no abstract
constexpr std::size_t kShortestAbstract = 40;   ///< words, for one without a heading

/// A first page that a repository put before the article's own.
constexpr std::string_view kCoverPhrases[] = {
    "suggested citation",
    "terms of use:",
    "nutzungsbedingungen",
    "to cite this version",
    "this version is available at",
    "downloaded from",
    "hal id:",
    "please scroll down for article",
    "the user has requested enhancement",
    "postprint",
    "empfohlene zitierung",
};

/// Lines of the first page that are about the article rather than of it.
constexpr std::string_view kAboutWords[] = {
    "received",
    "accepted",
    "published",
    "revised",
    "available online",
    "copyright",
    "©",
    "(c) 20",
    "correspondence",
    "corresponding author",
    "e-mail",
    "email",
    "@",
    "issn",
    "isbn",
    "doi:",
    "doi.org",
    "http://",
    "https://",
    "www.",
    "open access",
    "this is an open access",
    "creative commons",
    "licen",
    "academic editor",
    "edited by",
    "reviewed by",
    "editor:",
    "editors:",
    "citation:",
    "publisher",
    "jel class",
    "jel code",
    "article history",
    "funding:",
    "vol.",
    "volume",
    "all rights reserved",
    "this article",
    "handling editor",
    "conflict of interest",
    "competing interests",
    "data availability",
    "to cite",
    "cite as",
    "cite this",
    "department of",
    "university",
    "universität",
    "universidad",
    "université",
    "institute of",
    "school of",
    "faculty of",
    "specialty section",
    "keywords:",
    "how to cite",
    "permissions",
    "subject area",
    "subject categor",
};

constexpr std::string_view kInstitutions[] = {
    "university",   "universit",   "universidad", "universidade", "department", "school",
    "institut",     "facul",       "escola",      "escuela",      "école",      "istituto",
    "dipartimento", "departament", "akadem",      "college",      "laborator",  "centre",
    "center",       "hospital",    "academy",     "ministry",     "gmbh",       "inc.",
    "ltd",          "corporation", "foundation",  "hochschule",   "school",     "division of",
    "research",     "council",     "street",      "avenue",       "p.o. box",   "journal",
    "review",       "volume",      "copyright",   "agency",       "group",      "association",
    "program",      "editor",      "open access", "article",      "received",   "abstract",
    "published",    "licen",
};

/// Banner words above a title.
constexpr std::string_view kBanners[] = {
    "research article",
    "original article",
    "original research",
    "original paper",
    "review",
    "review article",
    "research paper",
    "research",
    "article",
    "open access",
    "full paper",
    "short report",
    "brief report",
    "case study",
    "case report",
    "editorial",
    "letter",
    "short communication",
    "working paper",
    "discussion paper",
    "regular article",
    "articles",
    "methodology article",
    "methodology",
    "software",
    "database",
    "perspective",
    "commentary",
    "technical note",
    "full length article",
    "research note",
    "communication",
    "paper",
    "empirical article",
    "erratum",
    "correspondence",
    "report",
    "hypothesis and theory",
    "method",
    "methods",
    "protocol",
    "systematic review",
    "opinion",
    "essay",
    "viewpoint",
    "zeitschriftenartikel / journal article",
    "journal article",
    "veröffentlichungsversion / published version",
    "konferenzbeitrag / conference paper",
    "sammelwerksbeitrag / collection article",
    "peer-reviewed article",
    "preprint",
    "accepted manuscript",
    "conference paper",
};

bool any_in(std::string_view text, const auto& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return contains_no_case(text, word); });
}

bool is_banner(std::string_view text) {
  std::string key = lower_ascii(trimmed(text));
  while (!key.empty() && (key.back() == ':' || key.back() == '.')) key.pop_back();
  return std::find(std::begin(kBanners), std::end(kBanners), key) != std::end(kBanners);
}

/// "Journal of X 12 (2020) 1-10", "International Y Review", a name with volume or ISSN.
bool is_journal_line(std::string_view text) {
  if (count_words(text) > 14) return false;
  constexpr std::string_view kBegins[] = {
      "journal of",          "international journal of", "the journal of", "european journal of",
      "american journal of", "proceedings of",           "annals of",      "bulletin of"};
  for (std::string_view word : kBegins)
    if (starts_with_no_case(text, word)) return true;
  bool numbered = contains_no_case(text, "vol.") || contains_no_case(text, "volume ") ||
                  contains_no_case(text, "issn") || contains_no_case(text, "issue ");
  return numbered && count_digits(text) > 0;
}

bool is_about(std::string_view text) { return any_in(text, kAboutWords); }

/// "Volume 17, Number 2", "ISSN 0265-1335": stands under a journal's name.
bool is_volume_line(std::string_view text) {
  return starts_with_no_case(text, "vol") || starts_with_no_case(text, "issn");
}

/// Paragraph boundaries among lines [begin, end).
struct Range {
  std::size_t begin = 0, end = 0;
  bool empty() const { return end <= begin; }
};

std::size_t paragraph_end(const Draft& draft, std::size_t at, std::size_t limit) {
  std::size_t end = at + 1;
  while (end < limit && !draft.lines[end].paragraph) ++end;
  return end;
}

std::string joined(const Draft& draft, Range range) {
  std::string text;
  for (std::size_t i = range.begin; i < range.end; ++i)
    text += (i > range.begin ? " " : "") + draft.lines[i].text;
  return text;
}

void mark_range(Draft& draft, Range range, Part part) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    draft.marks[i].part = part;
    draft.marks[i].heading = false;
    draft.marks[i].section = false;
  }
}

// ---- where things are ---------------------------------------------------------------------

/// The page with the article's beginning: 2 behind a repository's cover page, else the first.
std::uint32_t front_page(const Draft& draft) {
  if (draft.lines.empty()) return 0;
  std::uint32_t first = draft.lines.front().page;
  bool cover = false, more = false;
  for (const Line& line : draft.lines) {
    if (line.page == first && any_in(line.text, kCoverPhrases)) cover = true;
    more = more || line.page == first + 1;
    if (line.page > first + 1) break;
  }
  return cover && more ? first + 1 : first;
}

/// First line that is not on `page` or before it; all lines of a text without pages.
std::size_t page_end(const Draft& draft, std::uint32_t page) {
  std::size_t at = 0;
  while (at < draft.lines.size() && draft.lines[at].page <= page) ++at;
  return at;
}

const Heading* heading_of(const Draft& draft, Part part, std::size_t from, std::size_t to) {
  for (const Heading& heading : draft.headings)
    if (heading.begin >= from && heading.begin < to && heading.names == part) return &heading;
  return nullptr;
}

bool is_body_part(Part part) { return kBody.contains(part) && part != Part::other; }

/// A heading that could be a label of the abstract, but opens the body: it comes for the second
/// time
/// ("Background" of the abstract, then of the article), or it is the only introduction there is.
bool is_body_in_disguise(const Draft& draft, const Heading& heading, const Heading& abstract) {
  std::string words = lower_ascii(draft.lines[heading.begin].text);
  bool before = false, after = false;
  for (const Heading& other : draft.headings) {
    if (other.begin < abstract.end || lower_ascii(draft.lines[other.begin].text) != words) continue;
    before = before || other.begin < heading.begin;
    after = after || other.begin > heading.begin;
  }
  bool introduction = words.find("introduction") != std::string::npos;
  return before || (introduction && !after && heading.begin > abstract.end);
}

/// Headings of what stands between an abstract and the body, besides those that name a part.
constexpr std::string_view kAroundAbstract[] = {
    "highlight", "graphical",  "article info", "article history", "key points", "what this",
    "strengths", "impact",     "practitioner", "contents",        "correspond", "resumen",
    "résumé",    "zusammenfa", "resumo",       "plain language",  "author",     "received",
    "open",      "citation",   "significance", "lay summary",     "jel",        "classification",
    "trial",     "funding",    "subject",      "policy",          "takeaway",   "in brief",
    "edited",    "reviewed",   "copyright",    "licen",           "http",       "keyword",
};

/// An unknown heading printed as the abstract's is, when the abstract has been long enough: some
/// articles put a section of their own before the introduction.
bool opens_body_like(const Draft& draft, const Heading& heading, const Heading& abstract) {
  const Line& line = draft.lines[heading.begin];
  const Line& model = draft.lines[abstract.begin];
  if (heading.names || model.size <= 0 || model.heading > 0 || line.text.size() > 80) return false;
  bool loud = model.size > draft.manuscript->body_size + 0.7f ||
              (model.bold && model.size > draft.manuscript->body_size - 0.6f);
  bool alike = std::abs(line.size - model.size) < 0.3f && line.bold == model.bold &&
               line.italic == model.italic && line.face == model.face &&
               std::abs(line.left - model.left) < 3 &&
               all_capitals(line.text) == all_capitals(model.text);
  if (!loud || !alike || any_in(line.text, kAroundAbstract)) return false;
  std::size_t words = 0;
  for (std::size_t at = abstract.end; at < heading.begin; ++at)
    words += count_words(draft.lines[at].text);
  return words >= 60;
}

/// The first heading of the body: Introduction, or number 1, or the first that names a body part;
/// labels of a structured abstract are not asked.
const Heading* body_heading(const Draft& draft, std::size_t from, const Heading* abstract) {
  const Heading* keywords =
      abstract ? heading_of(draft, Part::keywords, abstract->end, draft.lines.size()) : nullptr;
  for (const Heading& heading : draft.headings) {
    if (heading.begin < from || (abstract && heading.begin <= abstract->begin)) continue;
    if (heading.names == Part::introduction &&
        numbering_of(draft.lines[heading.begin].text).first == 1)
      return &heading;
    bool label = abstract && !(keywords && heading.begin > keywords->begin) &&
                 is_abstract_label(draft.lines[heading.begin].text) &&
                 heading.begin < abstract->end + 120;
    if (label && !is_body_in_disguise(draft, heading, *abstract)) continue;
    if (label) return &heading;
    if (heading.names && is_body_part(*heading.names)) return &heading;
    if (abstract && opens_body_like(draft, heading, *abstract)) return &heading;
    Numbering number = numbering_of(draft.lines[heading.begin].text);
    if (number.first == 1 && number.depth == 1) return &heading;
  }
  return nullptr;
}

/// Is it near enough to the front to be where the body begins? A text without an introduction may
/// have its first heading in the middle.
bool is_near(const Draft& draft, const Heading& body, std::uint32_t page) {
  if (page > 0) return draft.lines[body.begin].page <= page + 2;
  std::size_t before = 0, all = 0;
  for (std::size_t at = 0; at < draft.lines.size(); ++at) {
    all += draft.lines[at].text.size();
    if (at < body.begin) before += draft.lines[at].text.size();
  }
  return before <= 2 * kLongestAbstract && before * 3 <= all;
}

// ---- title --------------------------------------------------------------------------------

bool could_be_title(const Draft& draft, std::size_t at) {
  const Line& line = draft.lines[at];
  const std::string& text = line.text;
  if (line.footnote || is_banner(text) || is_journal_line(text) || is_caption(text)) return false;
  if (count_letters(text) < 3 || text.find('@') != std::string::npos) return false;
  if (contains_no_case(text, "doi.org") || contains_no_case(text, "http") ||
      contains_no_case(text, "issn") || contains_no_case(text, "©"))
    return false;
  return !starts_with_no_case(text, "abstract") && !starts_with_no_case(text, "keywords");
}

/// Lines of one size that follow each other; the line after them.
std::size_t title_end(const Draft& draft, std::size_t at, std::size_t limit) {
  std::size_t end = at + 1;
  const Line& first = draft.lines[at];
  while (end < limit && end - at < 8) {
    const Line& next = draft.lines[end];
    const Line& before = draft.lines[end - 1];
    bool near = next.bottom == 0 || next.top - before.bottom < 1.6f * first.size;
    if (next.page != first.page || std::abs(next.size - first.size) > 0.6f || next.footnote ||
        !near)
      break;
    if (first.size > 0 && next.bold != first.bold) break;
    if (!names_in(next.text).empty() && names_in(next.text).size() > 1) break;
    if (is_banner(next.text)) break;
    ++end;
  }
  return end;
}

/// By print: the largest that reads like a title, on the front page before `limit`.
Range title_by_size(const Draft& draft, std::size_t from, std::size_t limit) {
  Range best;
  float best_size = 0;
  for (std::size_t at = from; at < limit;) {
    if (!could_be_title(draft, at)) {
      ++at;
      continue;
    }
    Range range{at, title_end(draft, at, limit)};
    std::string text = joined(draft, range);
    float size = draft.lines[at].size;
    bool enough = count_words(text) >= 3 || (count_words(text) == 2 && text.size() >= 12);
    bool own = draft.manuscript->body_size <= 0 || size > draft.manuscript->body_size + 0.9f ||
               (draft.lines[at].bold && size > draft.manuscript->body_size - 0.5f);
    bool fits =
        enough && own && text.size() <= 400 && (names_in(text).empty() || count_words(text) > 6);
    // The journal's banner is often larger than the title, but a word or two.
    if (fits && size > best_size + 0.6f) {
      best = range;
      best_size = size;
    }
    at = range.end;
  }
  return best;
}

/// Without fonts: the first lines that read like a title and are not a sentence.
Range title_by_words(const Draft& draft, std::size_t limit) {
  for (std::size_t at = 0; at < limit && at < 12; ++at) {
    if (!could_be_title(draft, at)) continue;
    Range range{at, paragraph_end(draft, at, limit)};
    std::string text = joined(draft, range);
    bool sentence =
        (ends_sentence(text) && !text.ends_with('?') && !text.ends_with('!')) || begins_lower(text);
    bool fits = count_words(text) >= 3 && text.size() <= 300 && range.end - at <= 4 && !sentence;
    std::vector<Author> names = names_in(text);
    bool masthead = range.end < limit && is_volume_line(draft.lines[range.end].text);
    if (masthead) continue;
    if (!fits || !names.empty() || is_about(text)) {
      if (count_words(text) > 40) return {};
      continue;
    }
    return range;
  }
  return {};
}

/// The file's own title if it reads like one: not a file name, a number or a program's remark.
bool is_plausible_title(std::string_view title) {
  if (count_words(title) < 3 || title.size() > 300) return false;
  constexpr std::string_view kRemarks[] = {"microsoft word", ".doc",     ".indd", ".pdf",
                                           ".tex",           "untitled", "doi:",  "layout 1",
                                           ".qxd",           "http",     ".dvi"};
  return !any_in(title, kRemarks) && count_letters(title) * 2 > title.size();
}

bool agrees(std::string_view a, std::string_view b) {
  auto key = [](std::string_view text) {
    std::string out;
    for (char c : folded(text))
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    return out;
  };
  std::string first = key(a), second = key(b);
  if (first.empty() || second.empty()) return false;
  return first.find(second) != std::string::npos || second.find(first) != std::string::npos;
}

/// Where the metadata's title is printed on the first pages, if it is.
Range title_as_printed(const Draft& draft, std::string_view title, std::size_t from,
                       std::size_t limit) {
  for (std::size_t at = from; at < limit; ++at) {
    if (draft.lines[at].text.size() < 4 || !agrees(title, draft.lines[at].text)) continue;
    for (std::size_t end = at + 1; end <= limit && end - at <= 6; ++end) {
      std::string text = joined(draft, {at, end});
      if (text.size() > title.size() + 12) break;
      if (text.size() + 3 >= title.size() && agrees(text, title)) return {at, end};
    }
  }
  return {};
}

Range find_title(const Draft& draft, std::size_t from, std::size_t limit) {
  const Manuscript& manuscript = *draft.manuscript;
  if (is_plausible_title(manuscript.meta_title)) {
    Range printed =
        title_as_printed(draft, squeezed(normalized(manuscript.meta_title)), from, limit);
    if (!printed.empty()) return printed;
  }
  if (manuscript.body_size > 0) return title_by_size(draft, from, limit);
  return title_by_words(draft, limit);
}

/// A title as printed in capitals stays so; a note mark at its end goes.
std::string title_text(const Draft& draft, Range range) {
  std::string text = normalized(joined(draft, range));
  constexpr std::string_view kMarks[] = {"*", "†", "‡", "§", "¹", "²", "1,", "☆", "✩"};
  for (std::string_view mark : kMarks)
    while (text.size() > mark.size() && text.ends_with(mark))
      text.resize(text.size() - mark.size());
  std::string out = squeezed(text);
  for (std::size_t at = out.find("- "); at != std::string::npos; at = out.find("- ", at + 1))
    if (at > 0 && out[at - 1] != ' ' && at + 2 < out.size() &&
        begins_lower(std::string_view(out).substr(at + 2)))
      out.erase(at + 1, 1);  // "cross- border" printed over two lines
  return out;
}

// ---- authors ------------------------------------------------------------------------------

constexpr std::string_view kParticles[] = {
    "de",  "da",  "do",  "dos", "das", "del", "della", "di",  "du",  "la",  "le",  "van",
    "von", "der", "den", "ter", "ten", "te",  "zu",    "zur", "zum", "el",  "al",  "bin",
    "ibn", "y",   "e",   "af",  "av",  "st.", "mac",   "'t",  "lo",  "vom", "und", "i",
};
constexpr std::string_view kDegrees[] = {
    "phd",       "ph.d",  "ph.d.", "md",  "m.d.", "msc", "m.sc.", "mba",    "dr",    "dr.",
    "prof",      "prof.", "dphil", "bsc", "ma",   "mph", "facs",  "jr",     "jr.",   "sr",
    "sr.",       "ii",    "iii",   "mr",  "ms",   "rn",  "dsc",   "author", "m.a.",  "b.a.",
    "professor", "frcp",  "dds",   "id",  "mb",   "mm",  "mbbs",  "mds",    "bds",   "pharmd",
    "drph",      "edd",   "jd",    "llm", "meng", "bs",  "mphil", "habil.", "orcid",
};

bool is_in(std::string_view word, const auto& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// Note marks, superscripts, digits and what stands in brackets leave the line.
std::string without_notes(std::string_view line) {
  std::string out;
  int depth = 0;
  for (std::size_t at = 0; at < line.size();) {
    CodePoint c = code_point_at(line, at);
    std::string_view bytes = line.substr(at, c.bytes);
    at += c.bytes;
    if (c.value == '(' || c.value == '[') ++depth;
    bool note = (c.value >= '0' && c.value <= '9') || c.value == '*' || c.value == '#' ||
                c.value == '+' || c.value == U'†' || c.value == U'‡' || c.value == U'§' ||
                c.value == U'¶' || c.value == U'⁎' || c.value == U'∗' || c.value == U'✉' ||
                c.value == U'¹' || c.value == U'²' || c.value == U'³' || c.value == '^' ||
                c.value == '~' || (c.value >= 0x2070 && c.value <= 0x209F) || c.value == U'‖' ||
                c.value == U'˚' || (c.value >= 0xE000 && c.value <= 0xF8FF);
    if (depth == 0 && !note) out += bytes;
    // "Ulrike Müller¹ Reto Aebi²": a mark between two names parts them.
    bool raised = c.value == U'¹' || c.value == U'²' || c.value == U'³' ||
                  (c.value >= 0x2070 && c.value <= 0x209F);
    if (depth == 0 && raised && line.substr(at).starts_with(" ") && begins_upper(line.substr(at)))
      out += ',';
    if ((c.value == ')' || c.value == ']') && depth > 0) --depth;
  }
  return out;
}

bool is_name_word(std::string_view word) {
  if (is_in(word, kParticles)) return true;
  CodePoint first = code_point_at(word, 0);
  if (!is_letter(first.value)) return false;
  bool upper = is_upper(first.value) || (first.value > 0x24F && !is_lower(first.value));
  bool elided = word.size() > 3 && (word.starts_with("d'") || word.starts_with("d’") ||
                                    word.starts_with("al-") || word.starts_with("el-"));
  if (!upper && !elided) return false;
  for (std::size_t at = 0; at < word.size();) {
    CodePoint c = code_point_at(word, at);
    if (!is_letter(c.value) && c.value != '.' && c.value != '-' && c.value != '\'' &&
        c.value != U'’' && c.value != U'‐' && c.value != U'‑' && c.value != 0x301 &&
        c.value != U'´' && c.value != '`')
      return false;
    at += c.bytes;
  }
  return true;
}

/// "Ana María Díaz" → {Díaz, Ana María}; "Díaz" alone is none.
std::optional<Author> one_name(std::string_view printed) {
  std::vector<std::string_view> words = split_at(printed, " ");
  while (!words.empty() && is_in(lower_ascii(words.front()), kDegrees)) words.erase(words.begin());
  while (!words.empty() && is_in(lower_ascii(words.back()), kDegrees)) words.pop_back();
  // A lone letter at the end is a note mark: "Smith a"; so is the icon of an ORCID: "SmithID".
  while (words.size() > 2 && words.back().size() == 1 && begins_lower(words.back()))
    words.pop_back();
  while (!words.empty() && is_in(lower_ascii(words.back()), kDegrees)) words.pop_back();
  if (!words.empty() && words.back().size() > 4 && words.back().ends_with("ID") &&
      !all_capitals(words.back()))
    words.back().remove_suffix(2);
  if (words.size() < 2 || words.size() > 6) return std::nullopt;
  std::size_t letters = 0;
  for (std::string_view word : words) {
    if (!is_name_word(word)) return std::nullopt;
    letters += count_letters(word);
  }
  if (letters < 4 || is_in(words.back(), kParticles)) return std::nullopt;
  std::size_t family = words.size() - 1;
  while (family > 1 && is_in(lower_ascii(words[family - 1]), kParticles)) --family;
  auto run = [&](std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i) out += (i > from ? " " : "") + std::string(words[i]);
    return out;
  };
  return Author{run(family, words.size()), run(0, family)};
}

/// Degrees and note marks between commas: "PhD a", "b", "MD".
bool is_aside(const std::string& lower) {
  for (std::string_view word : split_at(lower, " "))
    if (!is_in(word, kDegrees) && count_letters(word) > 1) return false;
  return true;
}

std::string names_text(const Line& line) {
  std::string text = line.text;
  if (starts_with_no_case(text, "by ")) text.erase(0, 3);
  return text;
}

/// Lines that may hold names: below the title and within its width where places are known (a
/// margin's notes are not asked), else simply the lines after it.
std::vector<std::size_t> lines_under(const Draft& draft, Range title, std::size_t from,
                                     std::size_t limit) {
  std::vector<std::size_t> lines;
  bool placed =
      draft.manuscript->body_size > 0 && !title.empty() && draft.lines[title.begin].bottom > 0;
  if (!placed) {
    for (std::size_t at = from; at < limit && at < from + 40; ++at) lines.push_back(at);
    return lines;
  }
  const Line& first = draft.lines[title.begin];
  const Line& last = draft.lines[title.end - 1];
  float left = first.left, right = first.right;
  for (std::size_t at = title.begin; at < title.end; ++at) {
    left = std::min(left, draft.lines[at].left);
    right = std::max(right, draft.lines[at].right);
  }
  for (std::size_t at = 0; at < draft.lines.size() && draft.lines[at].page <= first.page; ++at) {
    const Line& line = draft.lines[at];
    bool under =
        line.page == first.page && line.top >= last.bottom - 4 && line.top < last.bottom + 260;
    if (under && !line.footnote && line.right > left && line.left < right) lines.push_back(at);
  }
  std::stable_sort(lines.begin(), lines.end(), [&](std::size_t a, std::size_t b) {
    return draft.lines[a].top < draft.lines[b].top - 3;
  });
  return lines;
}

bool alike(const Line& a, const Line& b) {
  return std::abs(a.size - b.size) < 0.6f && a.bold == b.bold;
}

void add_names(std::vector<Author>& authors, std::vector<Author> names) {
  for (Author& name : names)
    if (std::find(authors.begin(), authors.end(), name) == authors.end())
      authors.push_back(std::move(name));
}

/// Names of lines [begin, end) of `lines`, which look alike: line by line when each holds whole
/// names, else as one text, for a name may be broken at a line's end.
std::vector<Author> names_of_lines(const Draft& draft, const std::vector<std::size_t>& lines,
                                   std::size_t begin, std::size_t end) {
  std::vector<Author> one_by_one;
  std::string together;
  bool whole = true, open = false;
  for (std::size_t i = begin; i < end; ++i) {
    std::string text = names_text(draft.lines[lines[i]]);
    std::vector<Author> names = names_in(text);
    whole = whole && !names.empty();
    open = open || text.find(',') != std::string::npos;
    add_names(one_by_one, std::move(names));
    together += (together.empty() ? "" : " ") + text;
  }
  if (end - begin == 1 || (whole && !open)) return whole ? one_by_one : std::vector<Author>{};
  return names_in(together);
}

/// "Nino Beridze, School of Management, Telavi": the name at the begin of each line that goes on
/// with an address.
std::vector<Author> names_before_addresses(const Draft& draft,
                                           const std::vector<std::size_t>& lines) {
  std::vector<Author> authors;
  for (std::size_t i = 0; i < lines.size() && i < 12; ++i) {
    const std::string& text = draft.lines[lines[i]].text;
    if (part_of_heading(text) || count_words(text) > 30) break;
    std::size_t comma = text.find(',');
    if (comma == std::string::npos || !any_in(text.substr(comma), kInstitutions)) continue;
    std::vector<Author> name = names_in(text.substr(0, comma));
    if (name.size() == 1) add_names(authors, std::move(name));
  }
  return authors;
}

/// "Sell, Saskia; Berghofer, Simon", as catalogues print them; empty if anything else is there.
std::vector<Author> inverted_names(std::string_view line) {
  if (line.size() > 600 || count_words(line) > 40) return {};
  std::vector<Author> authors;
  for (std::string_view piece : split_at(line, ";")) {
    std::size_t comma = piece.find(',');
    if (comma == std::string_view::npos || piece.find(',', comma + 1) != std::string_view::npos)
      return {};
    std::string_view family = trimmed(piece.substr(0, comma));
    std::string_view given = trimmed(piece.substr(comma + 1));
    std::optional<Author> name = one_name(std::string(given) + " " + std::string(family));
    if (!name || any_in(piece, kInstitutions) || count_words(family) > 3) return {};
    authors.push_back({std::string(family), std::string(given)});
  }
  return authors;
}

/// Names under the title, in runs of lines that look alike, as long as a run holds nothing else.
std::vector<Author> find_authors(const Draft& draft, Range title, std::size_t from,
                                 std::size_t limit) {
  std::vector<Author> authors;
  std::vector<std::size_t> lines = lines_under(draft, title, from, limit);
  bool placed = draft.manuscript->body_size > 0;
  const Line* look = nullptr;
  std::size_t strangers = 0;
  for (std::size_t i = 0; i < lines.size();) {
    const Line& line = draft.lines[lines[i]];
    bool stops = part_of_heading(line.text) == Part::abstract || count_words(line.text) > 30 ||
                 run_in_heading(line.text, nullptr) > 0;
    if (stops) break;
    std::size_t end = i + 1;
    while (end < lines.size() && end - i < 12 && alike(line, draft.lines[lines[end]]) &&
           !names_text(draft.lines[lines[end]]).empty() &&
           (placed || !names_in(draft.lines[lines[end]].text).empty()))
      ++end;
    std::vector<Author> names;
    for (std::size_t stop = end; stop > i && names.empty(); --stop) {
      names = names_of_lines(draft, lines, i, stop);
      if (!names.empty()) end = stop;
    }
    if (names.empty() || (look && !alike(*look, line))) {
      if (!placed && (++strangers > 1 || !authors.empty())) break;
      if (placed && ++strangers > 14) break;
      ++i;
      continue;
    }
    if (!look) look = &line;
    add_names(authors, std::move(names));
    i = end;
  }
  if (authors.empty()) authors = names_before_addresses(draft, lines);
  for (std::size_t i = 0; i < lines.size() && i < 6 && authors.empty(); ++i)
    authors = inverted_names(draft.lines[lines[i]].text);
  if (authors.empty() && !title.empty() && title.begin > 0)
    authors = names_in(draft.lines[title.begin - 1].text);
  return authors;
}

// ---- abstract and keywords ----------------------------------------------------------------

/// Lines of a keywords section: its paragraph, or one keyword a line under a heading.
Range keywords_body(const Draft& draft, const Heading& heading) {
  Range range{heading.end, heading.end};
  std::size_t bytes = 0;
  while (range.end < draft.lines.size()) {
    const Line& line = draft.lines[range.end];
    bool first = range.end == range.begin;
    bool marked = std::any_of(draft.headings.begin(), draft.headings.end(),
                              [&](const Heading& h) { return h.begin == range.end; });
    if (marked || line.footnote || (!first && line.page != draft.lines[range.begin].page)) break;
    if (first && (count_words(line.text) > 30 ||
                  (is_about(line.text) && !contains_no_case(line.text, "licen"))))
      break;
    bytes += line.text.size();
    if (bytes > 600 || range.end - range.begin >= 14) break;
    bool before_open = !first && (draft.lines[range.end - 1].text.ends_with(',') ||
                                  draft.lines[range.end - 1].text.ends_with(';'));
    bool short_ones =
        count_words(line.text) <= 5 && !ends_sentence(line.text) && !is_about(line.text);
    if (!first && line.paragraph && !before_open) {
      bool list = draft.lines[range.begin].text.find_first_of(",;") == std::string::npos &&
                  count_words(draft.lines[range.begin].text) <= 5;
      if (!list || !short_ones) break;
    }
    const Line& begin = draft.lines[range.begin];
    if (!first && begin.size > 0 && std::abs(line.size - begin.size) > 0.9f) break;
    if (!first && ends_sentence(draft.lines[range.end - 1].text) && count_words(line.text) > 8)
      break;
    ++range.end;
  }
  return range;
}

/// Stands in the margin left of the abstract's column.
bool in_margin(const Line& line, const Line& heading) {
  bool near = line.page == heading.page || line.page == heading.page + 1;
  return near && line.right > 0 && line.right < heading.left - 4;
}

bool stops_abstract(const Draft& draft, const Heading& heading, const Heading& abstract) {
  const std::string& words = draft.lines[heading.begin].text;
  if (heading.begin <= abstract.begin) return false;
  if (in_margin(draft.lines[heading.begin], draft.lines[abstract.begin])) return false;
  if (heading.names == Part::keywords || heading.names == Part::abstract) return true;
  if (is_abstract_label(words)) return false;
  return true;
}

/// What an abstract's heading opens: up to keywords or another heading. Paragraphs in another
/// print or about the article (margins, notes) that the page puts between are stepped over.
std::vector<Range> abstract_body(const Draft& draft, const Heading& abstract, std::size_t limit,
                                 bool body_known) {
  std::size_t stop = limit;
  bool bounded = false;  // by keywords, so that what stands before them is still the abstract
  for (const Heading& heading : draft.headings)
    if (stops_abstract(draft, heading, abstract)) {
      stop = std::min(stop, heading.begin);
      bounded = heading.names == Part::keywords && heading.begin < abstract.end + 120;
      break;
    }
  std::vector<Range> ranges;
  std::size_t words = 0, bytes = 0, skipped = 0;
  const Line* look = nullptr;
  for (std::size_t at = abstract.end; at < stop;) {
    std::size_t end = paragraph_end(draft, at, stop);
    const Line& line = draft.lines[at];
    std::string text = joined(draft, {at, end});
    bool label = is_abstract_label(text);
    // Behind its end, on another page: the names and the title that open the article's own first.
    bool opens_page = look && look->page != line.page && words > 40 && count_words(text) < 12 &&
                      !ranges.empty() && ends_sentence(draft.lines[ranges.back().end - 1].text);
    bool other_print = look && look->size > 0 && std::abs(line.size - look->size) > 0.9f && !label;
    bool about = words > 40 && count_words(text) < 40 && is_about(text);
    bool note = line.footnote && words > 20;
    bool margin = in_margin(line, draft.lines[abstract.begin]);
    if (other_print || about || note || margin || opens_page) {
      skipped += margin ? 0 : end - at;
      // Only an abstract that broke off in the middle goes on behind such things.
      bool open =
          words > 0 && !ranges.empty() && !ends_sentence(draft.lines[ranges.back().end - 1].text);
      bool far = skipped > 60 || (!open && !body_known && !bounded);
      if (!margin && (far || (!body_known && !bounded && !open))) break;
      at = end;
      continue;
    }
    bool new_paragraph = words > 60 && !ranges.empty() && !body_known && !bounded;
    if (new_paragraph) {
      const std::string& before = draft.lines[ranges.back().end - 1].text;
      std::string lead = text.substr(0, text.find_first_of(":."));
      bool goes_on = !ends_sentence(before) || is_abstract_label(before) || is_abstract_label(lead);
      if (!goes_on) break;
    }
    bytes += text.size();
    if (bytes > kLongestAbstract) break;
    words += count_words(text);
    if (!look && count_words(text) > 6) look = &line;
    if (!ranges.empty() && ranges.back().end == at)
      ranges.back().end = end;
    else
      ranges.push_back({at, end});
    at = end;
  }
  return ranges;
}

/// Prose between the names and the body, without a heading: the paragraphs that are long enough
/// and not about the article.
Range unheaded_abstract(const Draft& draft, std::size_t from, std::size_t limit) {
  Range best;
  for (std::size_t at = from; at < limit;) {
    std::size_t end = paragraph_end(draft, at, limit);
    std::string text = joined(draft, {at, end});
    bool prose = count_words(text) >= kShortestAbstract && ends_sentence(text) &&
                 text.size() <= kLongestAbstract && !draft.lines[at].footnote;
    bool about = is_about(text.substr(0, 60)) || text.find('@') != std::string::npos;
    if (prose && !about) {
      if (best.empty())
        best = {at, end};
      else if (best.end == at)
        best.end = end;
      if (joined(draft, best).size() > kLongestAbstract) return {};
    }
    at = end;
  }
  return best;
}

/// Behind the front matter, when no heading opens the body: names, dates and addresses go before
/// it.
std::size_t after_about(const Draft& draft, std::size_t at, std::uint32_t page) {
  while (at < draft.lines.size() && draft.lines[at].page <= page && draft.lines[at].paragraph) {
    const std::string& text = draft.lines[at].text;
    if (count_words(text) >= 40 || (!is_about(text) && names_in(text).empty())) break;
    at = paragraph_end(draft, at, draft.lines.size());
  }
  return at;
}

/// The first paragraph of running text from `at` on: an introduction that has no heading.
std::size_t first_prose(const Draft& draft, std::size_t at, std::size_t limit) {
  float body = draft.manuscript->body_size;
  while (at < limit) {
    std::size_t end = paragraph_end(draft, at, limit);
    const Line& line = draft.lines[at];
    std::string text = joined(draft, {at, end});
    bool printed_so = body <= 0 || std::abs(line.size - body) < 0.9f;
    if (!line.footnote && printed_so && count_words(text) >= 30 && !is_about(text.substr(0, 100)))
      return at;
    at = end;
  }
  return limit;
}

void settle_headings(Draft& draft, Range heading, Part part) {
  for (std::size_t i = heading.begin; i < heading.end; ++i) {
    draft.marks[i].part = part;
    draft.marks[i].heading = true;
    draft.marks[i].section = i == heading.begin;
    draft.marks[i].paragraph = i == heading.begin;
  }
}

/// Sections begin where the part changes.
void cut_sections(Draft& draft, std::size_t end) {
  for (std::size_t at = 0; at < end && at < draft.marks.size(); ++at) {
    Mark& mark = draft.marks[at];
    bool changes = at == 0 || draft.marks[at - 1].part != mark.part;
    if (changes) mark.section = mark.paragraph = true;
    bool after_heading = at > 0 && draft.marks[at - 1].heading && !mark.heading;
    bool opens = draft.lines[at].paragraph && mark.part != Part::title;
    mark.paragraph = mark.paragraph || opens || after_heading;
  }
}

}  // namespace

std::vector<Author> names_in(std::string_view line) {
  if (line.size() < 4 || line.size() > 4000) return {};
  std::string text = without_notes(line);
  if (any_in(text, kInstitutions) || text.find('@') != std::string::npos ||
      text.find(':') != std::string::npos)
    return {};
  for (std::string_view conjunction : {" and ", " und ", " & ", "·", "•", "|"})
    text = replaced(text, conjunction, ",");
  if (text.starts_with("and ") || text.starts_with("& ")) text.erase(0, text.find(' ') + 1);
  std::vector<Author> authors;
  for (std::string_view piece : split_at(text, ",;")) {
    std::string lower = lower_ascii(piece);
    if (is_aside(lower)) continue;
    std::optional<Author> name = one_name(piece);
    if (!name) return {};
    authors.push_back(std::move(*name));
  }
  return authors;
}

std::vector<Span> keyword_spans(std::string_view text, Span body) {
  std::string_view inside = body.in(text);
  constexpr std::string_view kSeparators[] = {";", "•", "·", "|", "—", " – ", " / ", ","};
  std::string_view separator = "\n";
  for (std::string_view candidate : kSeparators)
    if (inside.find(candidate) != std::string_view::npos) {
      separator = candidate;
      break;
    }
  std::vector<Span> spans;
  auto add = [&](std::size_t begin, std::size_t end) {
    std::string_view word = trimmed(inside.substr(begin, end - begin));
    while (!word.empty() && (word.back() == '.' || word.back() == ',' || word.back() == ';'))
      word.remove_suffix(1);
    while (!word.empty() && (word.front() == '*' || word.front() == '-' || word.front() == ':'))
      word.remove_prefix(1);
    word = trimmed(word);
    if (word.empty()) return;
    auto at = static_cast<std::uint32_t>(word.data() - text.data());
    spans.push_back({at, at + static_cast<std::uint32_t>(word.size())});
  };
  std::size_t begin = 0;
  while (begin < inside.size()) {
    std::size_t line = inside.find('\n', begin), cut = inside.find(separator, begin);
    std::size_t end = std::min({line, cut, inside.size()});
    add(begin, end);
    begin = end == cut ? end + separator.size() : end + 1;
  }
  return spans;
}

void mark_front_matter(Draft& draft) {
  std::size_t count = draft.lines.size();
  if (count == 0) return;
  std::uint32_t page = front_page(draft);
  std::size_t from = 0;
  while (from < count && draft.lines[from].page < page) ++from;
  std::size_t early = page > 0 ? page_end(draft, page + 1) : std::min<std::size_t>(count, 200);

  const Heading* abstract = heading_of(draft, Part::abstract, 0, early);
  const Heading* body = body_heading(draft, from, abstract);
  std::size_t limit = body ? body->begin : count;
  bool body_is_near = body && is_near(draft, *body, page);
  if (abstract && abstract->begin > limit) abstract = nullptr;

  std::size_t title_limit = std::min(page > 0 ? page_end(draft, page) : limit, count);
  if (abstract && abstract->begin > from + 1) title_limit = std::min(title_limit, abstract->begin);
  if (body_is_near) title_limit = std::min(title_limit, limit);
  Range title = find_title(draft, from, title_limit);
  if (title.empty() && abstract)
    title = find_title(draft, from, std::min(page > 0 ? page_end(draft, page) : limit, limit));
  bool on_cover = title.empty() && from > 0;
  if (on_cover) title = find_title(draft, 0, from);
  std::size_t after_title = title.empty() || on_cover ? from : title.end;

  std::size_t authors_limit = abstract && abstract->begin > after_title ? abstract->begin : limit;
  draft.about.authors =
      find_authors(draft, title, after_title, std::min(authors_limit, after_title + 60));

  std::vector<Range> text;
  if (abstract) {
    text = abstract_body(draft, *abstract, limit, body_is_near);
  } else if (body_is_near && (!title.empty() || !draft.about.authors.empty())) {
    Range found = unheaded_abstract(draft, after_title, limit);
    if (!found.empty()) text.push_back(found);
  }

  const Heading* keywords = heading_of(draft, Part::keywords, from, early);
  if (keywords && keywords->begin >= limit) keywords = nullptr;
  Range words = keywords ? keywords_body(draft, *keywords) : Range{};

  std::size_t front_end =
      std::max({after_title, words.end, text.empty() ? std::size_t{0} : text.back().end});
  std::size_t end = body_is_near ? limit : std::min(after_about(draft, front_end, page), limit);
  bool introduced = body && body->names == Part::introduction;
  if (body_is_near && !introduced && !text.empty() && abstract)
    end = first_prose(draft, front_end, limit);
  draft.body = end;

  mark_range(draft, {0, end}, Part::affiliations);
  if (!title.empty()) {
    mark_range(draft, title, Part::title);
    draft.about.title = title_text(draft, title);
  }
  if (abstract && !text.empty())
    settle_headings(draft, {abstract->begin, abstract->end}, Part::abstract);
  for (Range range : text) mark_range(draft, range, Part::abstract);
  if (keywords && !words.empty()) {
    settle_headings(draft, {keywords->begin, keywords->end}, Part::keywords);
    mark_range(draft, words, Part::keywords);
  }
  cut_sections(draft, end);
  if (end < count) draft.marks[end].section = draft.marks[end].paragraph = true;
}

}  // namespace litmine
