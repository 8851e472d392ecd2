// One value into one field, and the Document at the end. Nothing is dropped: a second value for a
// field that takes one, and a value that is not of the field's shape, become extra facts.
#include "extractors/records.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <unordered_map>

#include "corpus/decision.h"
#include "corpus/publication_type.h"
#include "extractors/document_text.h"
#include "extractors/front_matter.h"
#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::uint64_t kShownPerKind = 20;
constexpr std::size_t kMostExtra = 10000;  // facts; a record with more is not one

/// Members of a record that a foreign format has no place for stand in notes as
/// "litmine.<name>: value", written by exporters/record_parts.
constexpr FieldName kOwnNames[] = {
    {"type", Meaning::csl_type},
    {"genre", Meaning::genre},
    {"title", Meaning::title},
    {"author", Meaning::author},
    {"editor", Meaning::editor},
    {"year", Meaning::year},
    {"date", Meaning::date},
    {"source", Meaning::source},
    {"short-source", Meaning::short_source},
    {"volume", Meaning::volume},
    {"issue", Meaning::issue},
    {"pages", Meaning::pages},
    {"publisher", Meaning::publisher},
    {"place", Meaning::place},
    {"doi", Meaning::doi},
    {"url", Meaning::url},
    {"issn", Meaning::issn},
    {"isbn", Meaning::isbn},
    {"pmid", Meaning::pmid},
    {"pmcid", Meaning::pmcid},
    {"accession", Meaning::accession},
    {"language", Meaning::language},
    {"database", Meaning::database},
    {"key", Meaning::key},
    {"keyword", Meaning::keyword},
    {"index-term", Meaning::index_term},
    {"affiliation", Meaning::affiliation},
    {"reference", Meaning::reference},
    {"file", Meaning::file},
};
constexpr std::string_view kOwn = "litmine.";
constexpr std::string_view kOwnExtra = "extra.";

void keep(Record& record, std::string_view name, std::string value) {
  if (value.empty()) return;
  std::vector<Fact>& extra = record.about.extra;
  if (extra.size() < kMostExtra)
    extra.push_back({std::string(name), std::move(value)});
  else if (extra.size() == kMostExtra)
    record.doubts.push_back({"many-fields",
                             "the record has more than 10,000 further fields; the rest is left out",
                             record.line});
}

/// The first value stays, another one is kept under its name.
void put_single(Record& record, std::string& slot, std::string_view name, std::string value) {
  if (value.empty() || slot == value) return;
  if (slot.empty())
    slot = std::move(value);
  else
    keep(record, name, std::move(value));
}

void put_list(std::vector<std::string>& list, std::string value) {
  if (!value.empty()) list.push_back(std::move(value));
}

void put_joined(std::string& slot, const std::string& value) {
  if (value.empty()) return;
  if (!slot.empty()) slot += "; ";
  slot += value;
}

void put_pieces(std::vector<std::string>& list, std::string_view value,
                std::string_view separators) {
  for (std::string_view piece : split_at(value, separators)) put_list(list, on_one_line(piece));
}

void put_comma_words(std::vector<std::string>& list, std::string_view value) {
  bool semicolons = value.find(';') != std::string_view::npos;
  put_pieces(list, value, semicolons ? ";" : ",");
}

/// Scopus writes "A.; B., Title, Journal, 5, (2023); C., ...": the ";" between authors and between
/// entries is the same, and only the year tells where an entry ends.
void put_references(std::vector<std::string>& list, std::string_view value) {
  static const RE2 kYear(R"(\((1[5-9]|20)\d\d[a-z]?\))");
  if (!RE2::PartialMatch(re2::StringPiece(value.data(), value.size()), kYear))
    return put_pieces(list, value, ";\n");
  std::string entry;
  for (std::string_view piece : split_at(value, ";")) {
    put_joined(entry, on_one_line(piece));
    if (!RE2::PartialMatch(re2::StringPiece(piece.data(), piece.size()), kYear)) continue;
    put_list(list, std::move(entry));
    entry.clear();
  }
  put_list(list, std::move(entry));
}

/// "2020/05/01/" → "2020-05-01"; what is no such date stays as it is.
std::string plain_date(const std::string& given) {
  static const RE2 kParts(
      R"(\s*((?:1[5-9]|20)\d\d)(?:[-/.](0?[1-9]|1[0-2])?(?:[-/.](0?[1-9]|[12]\d|3[01])?)?)?[-/]*\s*)");
  static const RE2 kDigits(R"(((?:1[5-9]|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01]))");
  std::string year, month, day;
  if (!RE2::FullMatch(given, kParts, &year, &month, &day) &&
      !RE2::FullMatch(given, kDigits, &year, &month, &day))
    return given;
  for (std::string* part : {&month, &day})
    if (part->size() == 1) part->insert(0, "0");
  if (month.empty()) return year;
  return year + "-" + month + (day.empty() ? "" : "-" + day);
}

std::optional<int> year_in(const std::string& given) {
  static const RE2 kYear(R"((?:^|\D)((?:1[5-9]|20)\d\d)(?:[01]\d[0-3]\d)?(?:\D|$))");
  int year = 0;
  if (RE2::PartialMatch(given, kYear, &year)) return year;
  return std::nullopt;
}

/// "in press", "n.d.": says truly that there is no year yet, or none.
bool says_no_year(std::string_view given) {
  constexpr std::string_view kWords[] = {"press",    "forthcoming", "n.d",       "no date",
                                         "accepted", "submitted",   "to appear", "undated"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view words) { return contains_no_case(given, words); });
}

void put_year(Record& record, std::string_view name, const std::string& given, std::uint32_t line) {
  if (given.empty()) return;
  std::optional<int> year = year_in(given);
  if (!year) {
    if (!says_no_year(given))
      record.doubts.push_back(
          {"year", "the year '" + given.substr(0, 40) + "' is none that can be read", line});
    return keep(record, name, given);
  }
  if (!record.about.year)
    record.about.year = year;
  else if (record.about.year != year)
    return keep(record, name, given);
  std::string date = plain_date(given);
  if (date.size() > 4 && record.about.date.empty()) record.about.date = date;
}

void put_date(Record& record, std::string_view name, const std::string& given) {
  if (given.empty()) return;
  std::string date = plain_date(given);
  std::optional<int> year = year_in(given);
  if (!record.about.year) record.about.year = year;
  if (date.size() == 4 && record.about.year == year) return;
  put_single(record, record.about.date, name, date);
}

std::string plain_pages(std::string pages) {
  pages = replaced(replaced(pages, "\xE2\x80\x93", "-"), "\xE2\x80\x94", "-");
  pages = replaced(pages, "--", "-");
  if (starts_with_no_case(pages, "pp") || starts_with_no_case(pages, "p."))
    pages.erase(0, std::min(pages.size(), pages.find_first_not_of("pP. ")));
  // Ovid's "No Specified", split over two tags
  return pages == "No" || pages == "Specified" || pages == "-" ? "" : replaced(pages, " - ", "-");
}

void put_issn(Record& record, std::string_view name, const std::string& value) {
  static const RE2 kName(R"((?i)^ISSN[-:\s]*)");
  static const RE2 kIssn(R"((?:^|[^\d-])(\d{4})[-\x{2010}-\x{2013}]?(\d{3}[\dXx])(?:[^\d-]|$))");
  std::string head, tail, number = value;
  RE2::Replace(&number, kName, "");
  if (!RE2::PartialMatch(number, kIssn, &head, &tail)) return keep(record, name, value);
  std::string issn = head + "-" + tail;
  if (issn.back() == 'x') issn.back() = 'X';
  if (record.about.issn.empty()) record.about.issn = issn;
  // "03064530 (ISSN)" says no more than the number; "1999-7777(Electronic),0222-6666(Print)" does.
  bool more = count_digits(value) > 8;
  if (record.about.issn != issn || more) keep(record, name, value);
}

void put_isbn(Record& record, std::string_view name, const std::string& value) {
  std::string digits;
  for (char c : value)
    if ((c >= '0' && c <= '9') || c == 'X') digits += c;
  bool shaped = (digits.size() == 10 || digits.size() == 13) && count_letters(value) <= 6;
  if (record.about.isbn.empty() && shaped)
    record.about.isbn = digits;
  else if (record.about.isbn != digits || !shaped)
    keep(record, name, value);
}

void put_serial(Record& record, std::string_view name, const std::string& value) {
  std::size_t digits = count_digits(value);
  bool issn = digits <= 8 || (digits > 13 && value.find('-') == 4);
  issn ? put_issn(record, name, value) : put_isbn(record, name, value);
}

/// "%2F" → "/" in what was cut out of an address.
std::string unescaped(std::string_view text) {
  auto hex = [](char c) {
    return c >= '0' && c <= '9'                     ? c - '0'
           : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                    : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool escape =
        text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;
    if (!escape) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
    i += 2;
  }
  return out;
}

/// The value of a field for DOIs, all of it: a DOI may hold "<", ">" and brackets, at which one
/// that stands in running text would end.
std::string whole_doi(const std::string& value) {
  std::string rest = lower_ascii(unescaped(value));
  for (std::string_view lead : {"https://", "http://", "dx.", "www.", "doi.org/", "doi:", "doi"}) {
    if (rest.starts_with(lead)) rest.erase(0, lead.size());
    rest.erase(0, std::min(rest.find_first_not_of(' '), rest.size()));
  }
  bool whole = rest.starts_with("10.") && rest.find('/') != std::string::npos &&
               rest.find(' ') == std::string::npos;
  if (!whole) return doi_in(value);
  while (rest.ends_with('.') || rest.ends_with(',') || rest.ends_with(';')) rest.pop_back();
  return rest;
}

void put_doi(Record& record, std::string_view name, const std::string& value) {
  std::string doi = whole_doi(value);
  if (doi.empty())
    keep(record, name, value);
  else
    put_single(record, record.about.doi, name, doi);
}

void put_pmid(Record& record, std::string_view name, const std::string& value) {
  static const RE2 kNumber(
      R"((?:PMID:?|MEDLINE:|https?://pubmed\.ncbi\.nlm\.nih\.gov/)?\s*(\d{1,9})/?)");
  std::string number;
  if (RE2::FullMatch(value, kNumber, &number))
    put_single(record, record.about.pmid, name, number);
  else
    keep(record, name, value);
}

void put_pmcid(Record& record, std::string_view name, const std::string& value) {
  static const RE2 kNumber(R"((?:.*/|PMCID:\s*)?(PMC\d+)(?:\.\d+)?/?)");
  std::string number;
  if (RE2::FullMatch(value, kNumber, &number))
    put_single(record, record.about.pmcid, name, number);
  else
    keep(record, name, value);
}

void put_type(Record& record, std::string_view name, const std::string& value) {
  std::string_view type = csl_type_of(value);
  if (type == "document") return;  // any kind
  if (type.empty()) return put_joined(record.about.genre, value);
  put_single(record, record.about.type, name, std::string(type));
}

void put_note(Record& record, std::string_view name, std::string_view value, std::uint32_t line) {
  std::string note = on_one_line(without_markup(value));
  if (note.starts_with(kOwn)) {
    std::string_view own = std::string_view(note).substr(kOwn.size());
    std::size_t colon = own.find(": ");
    if (colon != std::string_view::npos) {
      std::string_view member = own.substr(0, colon), fact = own.substr(colon + 2);
      if (member.starts_with(kOwnExtra))
        return keep(record, member.substr(kOwnExtra.size()), std::string(fact));
      for (const FieldName& known : kOwnNames)
        if (known.name == member) return put(record, known.field, name, fact, line);
    }
  }
  for (EarlierDecision& decision : take_decisions(note))
    record.about.decisions.push_back(std::move(decision));
  keep(record, name, std::move(note));
}

void put_decision(Record& record, std::string_view name, const std::string& value) {
  std::string_view verdict = verdict_of(value);
  if (verdict.empty()) return keep(record, name, value);
  record.about.decisions.push_back({std::string(name), std::string(verdict), ""});
}

void put_authors(std::vector<Author>& list, std::string_view value) {
  std::string names = normalized(value);
  for (std::string_view name : split_at(names, ";\n")) {
    Author author = author_of(name);
    if (!author.family.empty() || !author.given.empty()) list.push_back(std::move(author));
  }
}

/// "J.A.", "JA", "R.": initials and nothing else.
bool is_initials(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    CodePoint c = code_point_at(word, at);
    at += c.bytes;
    if (is_upper(c.value))
      ++letters;
    else if (c.value != '.' && c.value != '-')
      return false;
  }
  return letters >= 1 && letters <= 4;
}

std::string doi_in_address(std::string_view address) {
  std::string value = unescaped(address.substr(0, 2000));
  std::size_t begin = value.find("10.");
  if (begin == std::string::npos) return {};
  return doi_in(std::string_view(value).substr(0, value.find('&', begin)));
}

/// A note may hold a list of references: only one that is a DOI and nothing else counts.
std::string doi_in_note(std::string_view note) {
  std::string value = unescaped(trimmed(note).substr(0, 2000));
  bool only = starts_with_no_case(value, "doi") || value.starts_with("10.") ||
              starts_with_no_case(value, "https://doi");
  return only ? doi_in(value) : std::string();
}

/// Where a DOI also stands, in this order.
void find_doi(Biblio& about) {
  constexpr std::string_view kPlaces[] = {"M3", "L3", "L2", "LK", "N1", "note", "AID", "LID"};
  if (!about.doi.empty()) return;
  about.doi = doi_in_address(about.url);
  for (std::string_view place : kPlaces)
    for (const Fact& fact : about.extra) {
      if (!about.doi.empty()) return;
      if (fact.name != place) continue;
      about.doi = fact.value.starts_with("http") && place != "N1" ? doi_in_address(fact.value)
                                                                  : doi_in_note(fact.value);
    }
}

void find_pmid(Biblio& about) {
  static const RE2 kAddress(R"(pubmed(?:\.ncbi\.nlm\.nih\.gov)?/(\d{4,9}))");
  if (!about.pmid.empty()) return;
  if (RE2::PartialMatch(about.url, kAddress, &about.pmid)) return;
  for (const Fact& fact : about.extra)
    if ((fact.name == "UR" || fact.name == "L2") &&
        RE2::PartialMatch(fact.value, kAddress, &about.pmid))
      return;
}

void find_pages(Record& record) {
  std::string first = plain_pages(std::move(record.first_page));
  std::string last = plain_pages(std::move(record.last_page));
  std::string both = first.empty() ? last : first;
  if (!first.empty() && !last.empty() && first != last && first.find('-') == std::string::npos)
    both = first + "-" + last;
  put_single(record, record.about.pages, "pages", std::move(both));
  put_single(record, record.about.pages, "article-number",
             plain_pages(std::move(record.article_number)));
}

void find_type(Biblio& about) {
  about.document_types = document_types_of(about.genre);
  for (std::string_view word : genres_in(about.genre)) {
    std::string_view type = csl_type_of(word);
    // Among kinds of documents a letter is one to the editor.
    if (type == "personal_communication") type = "article-journal";
    if (about.type.empty() && type != "document") about.type = type;
  }
}

void without_doubles(std::vector<std::string>& list) {
  std::unordered_map<std::string_view, bool> seen;
  std::vector<std::string> kept;
  std::vector<bool> first(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) first[i] = seen.emplace(list[i], true).second;
  for (std::size_t i = 0; i < list.size(); ++i)
    if (first[i]) kept.push_back(list[i]);
  list = std::move(kept);
}

/// Does it hold anything to find or to show, beyond its type and its name?
bool has_content(Record& record) {
  static const Biblio kNothing;
  std::string type = std::move(record.about.type), key = std::move(record.about.key);
  record.about.type.clear();
  record.about.key.clear();
  bool any = !record.abstract.empty() || !record.keywords.empty() || !record.references.empty() ||
             !record.first_page.empty() || !record.last_page.empty() ||
             !record.article_number.empty() || !(record.about == kNothing);
  record.about.type = std::move(type);
  record.about.key = std::move(key);
  return any;
}

std::string with_commas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

}  // namespace

std::string on_one_line(std::string_view value) { return squeezed(normalized(value)); }

std::string running_text(std::string_view value) {
  std::string out;
  std::string text = normalized(value);
  bool blank = false;
  for (std::string_view rest = text; !rest.empty();) {
    std::size_t end = rest.find('\n');
    std::string line = squeezed(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.empty()) {
      blank = true;
      continue;
    }
    if (!out.empty()) out += blank ? "\n\n" : " ";
    out += line;
    blank = false;
  }
  return out;
}

void put(Record& record, Meaning field, std::string_view name, std::string_view value,
         std::uint32_t line) {
  Biblio& about = record.about;
  const auto text = [&] { return on_one_line(value); };
  switch (field) {
    case Meaning::extra:
      return keep(record, name, text());
    case Meaning::left_out:
      return;
    case Meaning::title:
      return put_single(record, about.title, name, on_one_line(without_markup(value)));
    case Meaning::abstract: {
      std::string abstract = running_text(without_markup(value));
      if (record.abstract.empty()) return void(record.abstract = std::move(abstract));
      return abstract == record.abstract ? void() : keep(record, name, on_one_line(abstract));
    }
    case Meaning::keyword:
      return put_list(record.keywords, text());
    case Meaning::keywords:
      return put_pieces(record.keywords, value, ";\n");
    case Meaning::comma_words:
      return put_comma_words(record.keywords, value);
    case Meaning::index_term:
      return put_list(about.index_terms, text());
    case Meaning::index_terms:
      return put_pieces(about.index_terms, value, ";\n");
    case Meaning::author:
      return put_authors(about.authors, value);
    case Meaning::literal_author: {
      std::string whole = text();
      if (!whole.empty()) about.authors.push_back({std::move(whole), ""});
      return;
    }
    case Meaning::editor:
      return put_authors(about.editors, value);
    case Meaning::affiliation:
      return put_list(about.affiliations, text());
    case Meaning::affiliations:
      return put_pieces(about.affiliations, value, ";\n");
    case Meaning::source:
      return put_single(record, about.source, name, on_one_line(without_markup(value)));
    case Meaning::other_source: {
      std::string other = text();
      if (other == about.source) return;
      return put_single(record, about.source.empty() ? about.source : about.short_source, name,
                        std::move(other));
    }
    case Meaning::short_source:
      return put_single(record, about.short_source, name, text());
    case Meaning::year:
      return put_year(record, name, text(), line ? line : record.line);
    case Meaning::date:
      return put_date(record, name, text());
    case Meaning::volume:
      return put_single(record, about.volume, name, text());
    case Meaning::issue:
      return put_single(record, about.issue, name, text());
    case Meaning::pages:
      return put_single(record, about.pages, name, plain_pages(text()));
    case Meaning::first_page:
      return put_single(record, record.first_page, name, text());
    case Meaning::last_page:
      return put_single(record, record.last_page, name, text());
    case Meaning::article_number:
      return put_single(record, record.article_number, name, text());
    case Meaning::publisher:
      return put_single(record, about.publisher, name, text());
    case Meaning::place:
      return put_single(record, about.place, name, text());
    case Meaning::doi:
      return put_doi(record, name, text());
    case Meaning::url:
      return put_single(record, about.url, name, text());
    case Meaning::issn:
      return put_issn(record, name, text());
    case Meaning::isbn:
      return put_isbn(record, name, text());
    case Meaning::serial:
      return put_serial(record, name, text());
    case Meaning::pmid:
      return put_pmid(record, name, text());
    case Meaning::pmcid:
      return put_pmcid(record, name, text());
    case Meaning::accession:
      return put_single(record, about.accession, name, text());
    case Meaning::language: {
      std::string language = text();
      return about.language == language ? void() : put_joined(about.language, language);
    }
    case Meaning::type:
      return put_type(record, name, text());
    case Meaning::csl_type: {
      std::string type = text();
      return type == "document" ? void() : put_single(record, about.type, name, std::move(type));
    }
    case Meaning::genre:
      return put_joined(about.genre, text());
    case Meaning::maybe_genre: {
      std::string genre = text();
      return is_known_genre(genre) ? put_joined(about.genre, genre)
                                   : keep(record, name, std::move(genre));
    }
    case Meaning::database:
      return put_single(record, about.database, name, text());
    case Meaning::reference:
      return put_list(record.references, text());
    case Meaning::references:
      return put_references(record.references, value);
    case Meaning::file:
      return put_list(about.files, text());
    case Meaning::note:
      return put_note(record, name, value, line);
    case Meaning::key: {
      std::string key = text();
      // A name that litmine gave to a record without one.
      return key.starts_with("litmine:") ? void()
                                         : put_single(record, about.key, name, std::move(key));
    }
    case Meaning::decision:
      return put_decision(record, name, text());
  }
}

void put_all(Record& record, const std::vector<RecordField>& fields,
             std::span<const FieldName> table) {
  std::unordered_map<std::string_view, std::size_t> rank_of;
  for (std::size_t i = 0; i < table.size(); ++i) rank_of.emplace(table[i].name, i);
  std::vector<std::pair<std::size_t, const RecordField*>> ordered;
  ordered.reserve(fields.size());
  for (const RecordField& field : fields) {
    auto known = rank_of.find(field.name);
    ordered.emplace_back(known == rank_of.end() ? table.size() : known->second, &field);
  }
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [rank, field] : ordered)
    put(record, rank < table.size() ? table[rank].field : Meaning::extra, field->name, field->value,
        field->line);
}

Author author_of(std::string_view printed) {
  std::string name = squeezed(printed);
  if (name.ends_with(",,")) return {name.substr(0, name.size() - 2), ""};
  std::size_t comma = name.find(',');
  if (comma != std::string::npos) {
    std::string_view family = trimmed(std::string_view(name).substr(0, comma));
    std::string_view rest = std::string_view(name).substr(comma + 1);
    std::size_t second = rest.find(',');
    Author author{std::string(family), std::string(trimmed(rest.substr(0, second)))};
    if (second != std::string_view::npos) author.suffix = trimmed(rest.substr(second + 1));
    if (author.family.empty()) std::swap(author.family, author.given);
    return author;
  }
  std::vector<std::string_view> words = split_at(name, " ");
  if (words.size() < 2 || words.size() > 4) return {name, ""};
  auto join = [&](std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i) out += (i > from ? " " : "") + std::string(words[i]);
    return out;
  };
  if (is_initials(words.back()) && !all_capitals(words.front()))
    return {join(0, words.size() - 1), std::string(words.back())};
  bool middle = words.size() == 2;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) middle = middle || is_initials(words[i]);
  if (!middle) return {name, ""};
  return {std::string(words.back()), join(0, words.size() - 1)};
}

Document record_document(Record record, std::string_view extractor,
                         std::vector<RecordDoubt>& doubts) {
  find_pages(record);
  Document document;
  document.kind = Document::Kind::record;
  document.extractor = extractor;
  document.line = record.line;
  Biblio& about = document.about = std::move(record.about);
  find_doi(about);
  find_pmid(about);
  find_type(about);
  if (about.source == about.title) about.source.clear();
  if (about.source.empty() && about.short_source != about.title) about.source = about.short_source;
  without_doubles(record.keywords);
  without_doubles(about.index_terms);
  without_doubles(about.affiliations);
  add_section(document, Part::title, about.title);
  add_section(document, Part::abstract, record.abstract);
  add_entries(document, Part::keywords, "", record.keywords, "; ", document.keywords);
  add_entries(document, Part::references, "", record.references, "\n", document.references);
  for (RecordDoubt& doubt : record.doubts) doubts.push_back(std::move(doubt));
  if (about.title.empty()) doubts.push_back({"no-title", "the record has no title", record.line});
  return document;
}

void RecordIntake::take(Record&& record) {
  std::uint32_t line = record.line;
  if (!has_content(record)) {
    ++empty_;
    return odd("empty-record", line, "a record with nothing in it", Problem::Level::not_read);
  }
  std::vector<RecordDoubt> doubts;
  Document document = record_document(std::move(record), extractor_, doubts);
  document.record = ++records_;
  document.source = path_.string();
  intake_.document(std::move(document));
  for (const RecordDoubt& doubt : doubts) odd(doubt.code, doubt.line, doubt.reason);
}

void RecordIntake::odd(const std::string& code, std::uint32_t line, const std::string& reason,
                       Problem::Level level, const std::string& hint) {
  Kind& kind = kinds_[code];
  if (first_.empty())
    first_ = (line > 0 ? "line " + with_commas(line) + ": " : std::string()) + reason;
  if (++kind.count > kShownPerKind) return;
  kind.level = level;
  report(code, line, reason, level, hint);
}

void RecordIntake::lost(const std::string& code, std::uint32_t line, const std::string& reason) {
  ++lost_;
  odd(code, line, reason, Problem::Level::not_read);
}

void RecordIntake::expect(std::uint64_t records, std::uint32_t line, const std::string& where) {
  if (records == records_) return;
  odd("count", line,
      fmt::format("{} {} records, and {} were read", where, with_commas(records),
                  with_commas(records_)));
}

void RecordIntake::close(std::string_view name) {
  if (records_ == 0 && lost_ == 0 && empty_ == 0 && !kinds_.contains("unreadable"))
    report("no-records", 0, fmt::format("holds no {}", name), Problem::Level::not_read);
  for (const auto& [code, kind] : kinds_) {
    if (kind.count <= kShownPerKind) continue;
    report(code, 0, fmt::format("{} more of this kind in this file", kind.count - kShownPerKind),
           kind.level);
  }
  if (kinds_.empty() || records_ + lost_ + empty_ == 0) return;
  std::uint64_t places = 0;
  for (const auto& [code, kind] : kinds_) places += kind.count;
  std::string empty = empty_ == 0 ? "" : fmt::format(", {} empty", with_commas(empty_));
  const std::string places_said = places == 1
                                      ? first_
                                      : fmt::format("{} places in doubt or repaired, the first: {}",
                                                    with_commas(places), first_);
  report("sum", 0,
         fmt::format("{} record{} read, {} lost{}; {}", with_commas(records_),
                     records_ == 1 ? "" : "s", with_commas(lost_), empty, places_said),
         Problem::Level::doubtful);
}

void RecordIntake::report(const std::string& code, std::uint32_t line, const std::string& reason,
                          Problem::Level level, const std::string& hint) {
  Problem problem;
  problem.level = level;
  problem.file = path_.string();
  problem.line = line;
  problem.code = code;
  problem.reason = reason;
  problem.hint = hint;
  intake_.problem(std::move(problem));
}

}  // namespace litmine
