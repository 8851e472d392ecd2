// Entries of BibTeX as records: fields of all writers in one table, LaTeX made plain, what a
// crossref inherits filled in. An entry may refer to one that stands behind it, so the file is read
// whole; up to 256 MiB.
#include "extractors/bibtex.h"

#include <algorithm>
#include <unordered_map>

#include "extractors/bibtex_parser.h"
#include "extractors/latex.h"
#include "extractors/record_lines.h"
#include "extractors/records.h"
#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::size_t kLargestFile = std::size_t{256} * 1024 * 1024;
constexpr int kDeepestCrossref = 4;

/// What stands first wins where only one value can be.
constexpr FieldName kFields[] = {
    {"title", Meaning::title},
    {"abstract", Meaning::abstract},
    {"author_keywords", Meaning::comma_words},
    {"keywords", Meaning::comma_words},
    {"keyword", Meaning::comma_words},
    {"key words", Meaning::comma_words},
    {"tags", Meaning::comma_words},
    {"keywords-plus", Meaning::index_terms},
    {"index-terms", Meaning::index_terms},
    {"journal", Meaning::source},
    {"journaltitle", Meaning::source},
    {"booktitle", Meaning::source},
    {"shortjournal", Meaning::short_source},
    {"journal-iso", Meaning::short_source},
    {"abbrev_source_title", Meaning::short_source},
    {"year", Meaning::year},
    {"date", Meaning::date},
    {"volume", Meaning::volume},
    {"number", Meaning::issue},
    {"issue", Meaning::issue},
    {"pages", Meaning::pages},
    {"article-number", Meaning::article_number},
    {"art_number", Meaning::article_number},
    {"eid", Meaning::article_number},
    {"publisher", Meaning::publisher},
    {"institution", Meaning::publisher},
    {"school", Meaning::publisher},
    {"address", Meaning::place},
    {"location", Meaning::place},
    {"doi", Meaning::doi},
    {"url", Meaning::url},
    {"issn", Meaning::issn},
    {"eissn", Meaning::issn},
    {"isbn", Meaning::isbn},
    {"pmid", Meaning::pmid},
    {"pubmed_id", Meaning::pmid},
    {"pmcid", Meaning::pmcid},
    {"pmc", Meaning::pmcid},
    {"language", Meaning::language},
    {"langid", Meaning::language},
    {"document_type", Meaning::genre},
    {"type", Meaning::maybe_genre},
    {"source", Meaning::database},
    {"database", Meaning::database},
    {"unique-id", Meaning::accession},
    {"accession-number", Meaning::accession},
    {"accession_number", Meaning::accession},
    {"affiliation", Meaning::affiliation},
    {"affiliations", Meaning::affiliations},
    {"references", Meaning::references},
    {"cited-references", Meaning::reference},
    {"note", Meaning::note},
};

/// Values that are addresses and not text.
constexpr std::string_view kVerbatim[] = {"url",    "doi",  "file", "files",     "filename",
                                          "eprint", "issn", "isbn", "local-url", "pdf"};
constexpr std::string_view kFileFields[] = {"file",     "files",     "file-1", "file-2",
                                            "filename", "local-url", "pdf"};

/// What an entry takes from the one that its crossref names, unless it says otherwise.
struct Inherited {
  std::string_view from, to;
};
constexpr Inherited kInherited[] = {
    {"booktitle", "booktitle"}, {"title", "booktitle"},
    {"year", "year"},           {"date", "date"},
    {"month", "month"},         {"publisher", "publisher"},
    {"editor", "editor"},       {"address", "address"},
    {"location", "location"},   {"series", "series"},
    {"volume", "volume"},       {"organization", "organization"},
    {"isbn", "isbn"},           {"issn", "issn"},
    {"journal", "journal"},     {"journaltitle", "journaltitle"},
};

template <std::size_t N>
bool is_one_of(const std::string_view (&names)[N], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

const RecordField* field_named(const BibtexEntry& entry, std::string_view name) {
  for (const RecordField& field : entry.fields)
    if (field.name == name) return &field;
  return nullptr;
}

/// JabRef's "description:path:type", Zotero's "path;path"; `\:` and `\;` are no separators.
std::vector<std::string> linked_files(std::string_view value) {
  std::vector<std::vector<std::string>> links{{""}};
  for (std::size_t i = 0; i < value.size(); ++i) {
    char c = value[i];
    if (c == '\\' && i + 1 < value.size() &&
        std::string_view(":;\\").find(value[i + 1]) != std::string_view::npos)
      links.back().back() += value[++i];
    else if (c == ';')
      links.push_back({""});
    else if (c == ':' && !(links.back().back().size() == 1 && value.substr(i + 1, 1) == "\\") &&
             value.substr(i, 3) != "://")
      links.back().emplace_back();
    else
      links.back().back() += c;
  }
  std::vector<std::string> files;
  for (std::vector<std::string>& link : links) {
    std::string path = link.size() >= 3 ? link[1] : link[0];
    if (link.size() == 2) path = link[0].empty() ? link[1] : link[0] + ":" + link[1];
    path = std::string(trimmed(path));
    if (!path.empty()) files.push_back(std::move(path));
  }
  return files;
}

/// "2008" and "October" → "2008-10"; what is no month stays apart.
std::string year_and_month(std::string_view year, std::string_view month) {
  static constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  std::string name = lower_ascii(trimmed(month).substr(0, 3));
  std::size_t at = name.size() == 3 ? kMonths.find(name) : std::string_view::npos;
  std::string rest(trimmed(trimmed(month).substr(std::min<std::size_t>(trimmed(month).size(), 3))));
  std::size_t number = 0;
  if (at != std::string_view::npos && at % 3 == 0)
    number = at / 3 + 1;
  else if (count_digits(name) == name.size() && !name.empty() && name.size() <= 2)
    number = std::stoul(name);
  bool day_said = count_digits(rest) > 0 || month.find_first_of("-/") != month.npos;
  if (number < 1 || number > 12 || day_said || trimmed(year).size() != 4) return {};
  return std::string(trimmed(year)) + (number < 10 ? "-0" : "-") + std::to_string(number);
}

class Reading {
 public:
  Reading(const std::filesystem::path& path, const Intake& intake)
      : records_(path, intake, "bibtex") {}

  void run(const std::filesystem::path& path) {
    LineReader lines(path);
    if (!lines.good())
      return records_.odd("unreadable", 0, "cannot be opened", Problem::Level::not_read);
    std::string text;
    if (!read_text(lines, text))
      return records_.odd("too-large", 0, "is larger than 256 MiB", Problem::Level::not_read,
                          "split it into several files");
    run_text(text);
  }

  void run_text(std::string_view text) {
    entries_ =
        parse_bibtex(text, [this](const std::string& code, std::uint32_t line,
                                  const std::string& what) { records_.odd(code, line, what); });
    for (std::size_t i = 0; i < entries_.size(); ++i)
      if (!entries_[i].key.empty()) by_key_.emplace(lower_ascii(entries_[i].key), i);
    for (const BibtexEntry& entry : entries_) take(entry);
    records_.close("BibTeX entry");
  }

 private:
  bool read_text(LineReader& lines, std::string& text) {
    while (std::optional<FileLine> line = lines.next()) {
      if (line->reencoded)
        records_.odd("encoding", line->number, "is not valid UTF-8; read as windows-1252");
      if (line->cut) records_.odd("long-line", line->number, "is longer than 4 MiB; cut off there");
      if (text.size() + line->text.size() > kLargestFile) return false;
      text += line->text;
      text += '\n';
    }
    if (lines.failed())
      records_.odd("unreadable", 0, "could not be read to its end", Problem::Level::not_read);
    return true;
  }

  void take(const BibtexEntry& child) {
    BibtexEntry entry = child;
    inherit(entry);
    records_.take(record_of(entry));
  }

  void inherit(BibtexEntry& entry) {
    std::string next;
    if (const RecordField* field = field_named(entry, "crossref"))
      next = lower_ascii(trimmed(field->value));
    for (int depth = 0; !next.empty() && depth < kDeepestCrossref; ++depth) {
      auto found = by_key_.find(next);
      if (found == by_key_.end()) {
        records_.odd("crossref-missing", entry.line,
                     "its crossref '" + next.substr(0, 60) + "' is not in this file");
        return;
      }
      const BibtexEntry& parent = entries_[found->second];
      for (const Inherited& member : kInherited) {
        const RecordField* field = field_named(parent, member.from);
        if (field && !field_named(entry, member.to) && !says_year(entry, member.to))
          entry.fields.push_back({std::string(member.to), field->value, field->line});
      }
      const RecordField* further = field_named(parent, "crossref");
      next = further ? lower_ascii(trimmed(further->value)) : "";
    }
  }

  static bool says_year(const BibtexEntry& entry, std::string_view name) {
    if (name != "year" && name != "date" && name != "month") return false;
    return field_named(entry, "year") || field_named(entry, "date");
  }

  static Record record_of(const BibtexEntry& entry) {
    Record record;
    record.line = entry.line;
    put_type(record, entry);
    bool own_key = std::any_of(entry.fields.begin(), entry.fields.end(), [](const auto& field) {
      return field.value.starts_with("litmine.key: ");
    });
    if (!own_key) put(record, Meaning::key, "key", entry.key);
    std::vector<RecordField> fields;
    for (const RecordField& field : entry.fields) put_field(record, fields, entry, field);
    put_all(record, fields, kFields);
    return record;
  }

  static void put_type(Record& record, const BibtexEntry& entry) {
    const RecordField* kind = field_named(entry, "entrysubtype");
    std::string type = entry.type;
    for (std::string_view press : {"magazine", "newspaper"})
      if (entry.type == "article" && kind && contains_no_case(kind->value, press))
        type = std::string(press) + " article";
    put(record, Meaning::type, "entry-type", type);
  }

  static void put_field(Record& record, std::vector<RecordField>& fields, const BibtexEntry& entry,
                        const RecordField& field) {
    if (field.name == "author" || field.name == "editor") return put_names(record, field);
    if (is_one_of(kFileFields, field.name)) {
      for (std::string& file : linked_files(latex_verbatim(field.value)))
        put(record, Meaning::file, field.name, file);
      return;
    }
    if (field.name.starts_with("litmine"))
      return put(record, Meaning::note, field.name, latex_text(field.value), field.line);
    if (field.name == "month") return put_month(fields, entry, field);
    if (field.name == "eprint" && is_pubmed(entry))
      return put(record, Meaning::pmid, field.name, field.value);
    bool several = field.name == "cited-references" || field.name == "affiliation";
    if (several) {
      for (std::string_view line : split_at(field.value, "\n"))
        fields.push_back({field.name, latex_text(line), field.line});
      return;
    }
    bool verbatim = is_one_of(kVerbatim, field.name);
    std::string text = verbatim ? latex_verbatim(field.value) : latex_text(field.value);
    const RecordField* more = field.name == "title" ? field_named(entry, "subtitle") : nullptr;
    if (more) text += ": " + latex_text(more->value);
    if (field.name == "subtitle" && field_named(entry, "title")) return;
    fields.push_back({field.name, std::move(text), field.line});
  }

  static void put_names(Record& record, const RecordField& field) {
    Biblio& about = record.about;
    for (std::string_view name : bibtex_names(field.value)) {
      if (name == "others") {
        put(record, Meaning::extra, field.name, "and others");
        continue;
      }
      Author author = bibtex_author(name);
      author.family = without_markup(author.family);
      if (!author.family.empty())
        (field.name == "editor" ? about.editors : about.authors).push_back(std::move(author));
    }
  }

  static void put_month(std::vector<RecordField>& fields, const BibtexEntry& entry,
                        const RecordField& field) {
    const RecordField* year = field_named(entry, "year");
    std::string date = year ? year_and_month(latex_text(year->value), latex_text(field.value)) : "";
    if (date.empty())
      fields.push_back({"month", latex_text(field.value), field.line});
    else
      fields.push_back({"date", std::move(date), field.line});
  }

  static bool is_pubmed(const BibtexEntry& entry) {
    const RecordField* type = field_named(entry, "eprinttype");
    return type && contains_no_case(type->value, "pubmed");
  }

  RecordIntake records_;
  std::vector<BibtexEntry> entries_;
  std::unordered_map<std::string, std::size_t> by_key_;
};

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

class BibtexExtractor final : public Extractor {
 public:
  std::string_view name() const override { return "bibtex"; }

  /// "@article{" at the begin of a line, before any prose; or a file called .bib.
  bool accepts(std::string_view head, const std::filesystem::path& path) const override {
    std::string ending = lower_ascii(path.extension().string());
    if (ending == ".bib" || ending == ".bibtex") return true;
    std::string text = decoded(head.substr(0, head.size() / 2 * 2));
    for (std::size_t at = text.find('@'); at < 2000; at = text.find('@', at + 1)) {
      std::size_t before = at;
      while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\t')) --before;
      bool marked = before == 3 && text.starts_with("\xEF\xBB\xBF");
      if (before > 0 && !marked && text[before - 1] != '\n' && text[before - 1] != '\r') continue;
      std::size_t end = at + 1;
      while (end < text.size() && is_letter(text[end])) ++end;
      bool word = end > at + 3;
      while (end < text.size() && text[end] == ' ') ++end;
      if (word && end < text.size() && (text[end] == '{' || text[end] == '(')) return true;
    }
    return false;
  }

  void extract(const std::filesystem::path& path, const Intake& intake) const override {
    Reading(path, intake).run(path);
  }
};

}  // namespace

const Extractor& bibtex_extractor() {
  static const BibtexExtractor extractor;
  return extractor;
}

bool is_bibtex(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  for (std::string_view line : split_at(head, "\r\n")) {
    if (line.starts_with('%')) continue;
    std::size_t end = 1;
    while (end < line.size() && is_letter(line[end])) ++end;
    std::string_view rest = trimmed(line.substr(std::min(end, line.size())));
    return line.starts_with('@') && end > 1 && (rest.starts_with('{') || rest.starts_with('('));
  }
  return false;
}

void read_bibtex(std::string_view text, const std::filesystem::path& path, const Intake& intake) {
  Intake known;
  known.document = [&](Document&& document) {
    if (!document.about.title.empty() || !document.about.doi.empty())
      return intake.document(std::move(document));
    Problem problem;
    problem.file = path.string();
    problem.line = document.line;
    problem.code = "no-title";
    problem.reason = "this entry has neither a title nor a DOI";
    intake.problem(std::move(problem));
  };
  known.problem = [&](Problem&& problem) {
    bool said = problem.code == "sum" || problem.code == "no-records" || problem.code == "no-title";
    if (!said) intake.problem(std::move(problem));
  };
  Reading(path, known).run_text(text);
}

}  // namespace litmine
