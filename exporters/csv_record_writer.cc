// Records as a table: one row each, the columns that the reader of tables knows. A list stands in
// one cell, "; " between its items.
#include "exporters/record_parts.h"
#include "exporters/sink.h"

namespace litmine {
namespace {

constexpr std::string_view kColumns[] = {"title",
                                         "authors",
                                         "editors",
                                         "year",
                                         "date",
                                         "source_title",
                                         "journal_abbreviation",
                                         "volume",
                                         "issue",
                                         "pages",
                                         "publisher",
                                         "place",
                                         "doi",
                                         "url",
                                         "issn",
                                         "isbn",
                                         "pmid",
                                         "pmcid",
                                         "language",
                                         "csl_type",
                                         "document_type",
                                         "database",
                                         "accession_number",
                                         "key",
                                         "abstract",
                                         "keywords",
                                         "index_keywords",
                                         "affiliations",
                                         "file",
                                         "litmine_notes"};

std::vector<Column> columns() {
  std::vector<Column> list;
  for (std::string_view key : kColumns) list.push_back({std::string(key)});
  return list;
}

/// "a; b". One alone gets a ";" where another sign in it could be taken for a separator.
std::string cell_of(const std::vector<std::string_view>& list) {
  std::string cell = joined(list, "; ");
  const bool alone = list.size() == 1 && cell.find_first_of(",| [") != cell.npos;
  return alone ? cell + ";" : cell;
}

std::string names_in_cell(const std::vector<Author>& authors) {
  std::vector<std::string> names;
  names.reserve(authors.size());
  for (const Author& author : authors) names.push_back(printed_name(author));
  return cell_of(views_of(names));
}

class CsvRecordWriter final : public RecordWriter {
 public:
  explicit CsvRecordWriter(std::ostream& out)
      : sink_(std::move(*make_sink("csv", columns(), out))) {}

  void record(const Document& document) override {
    const Biblio& about = document.about;
    std::vector<Member> unsaid{Member::reference};
    const auto list = [&](const std::vector<std::string_view>& words, Member member) {
      if (!any_holds(words, ';')) return cell_of(words);
      unsaid.push_back(member);
      return std::string();
    };
    std::vector<Cell> row;
    const auto put = [&](std::string value) { row.emplace_back(std::move(value)); };
    put(about.title);
    put(names_in_cell(about.authors));
    put(names_in_cell(about.editors));
    put(about.year ? std::to_string(*about.year) : "");
    for (const std::string* value :
         {&about.date,  &about.source,    &about.short_source, &about.volume,    &about.issue,
          &about.pages, &about.publisher, &about.place,        &about.doi,       &about.url,
          &about.issn,  &about.isbn,      &about.pmid,         &about.pmcid,     &about.language,
          &about.type,  &about.genre,     &about.database,     &about.accession, &about.key})
      put(*value);
    put(abstract_of(document));
    put(list(keywords_of(document), Member::keyword));
    put(list(views_of(about.index_terms), Member::index_term));
    put(list(views_of(about.affiliations), Member::affiliation));
    if (about.files.size() > 1) unsaid.push_back(Member::file);
    put(about.files.size() == 1 ? about.files[0] : "");
    const std::vector<std::string> notes = notes_of(document, unsaid);
    put(joined(views_of(notes), "\n"));
    sink_->row(row);
  }

  void end() override { sink_->end(); }

 private:
  std::unique_ptr<Sink> sink_;
};

}  // namespace

std::unique_ptr<RecordWriter> csv_record_writer(std::ostream& out) {
  return std::make_unique<CsvRecordWriter>(out);
}

}  // namespace litmine
