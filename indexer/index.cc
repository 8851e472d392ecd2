// Reading an index: the calls of index.h, in terms of the store, the table of studies and runs of
// queries. When a writer overtakes a reader, everything is opened again and the call repeated.
#include "indexer/index.h"

#include <xapian.h>

#include <algorithm>
#include <map>

#include "indexer/door.h"
#include "indexer/place.h"
#include "indexer/remarks.h"
#include "indexer/schema.h"
#include "indexer/search.h"
#include "indexer/store.h"
#include "indexer/study_table.h"

namespace litmine {
namespace fs = std::filesystem;
namespace {

constexpr int kTries = 5;

Document document_at(const Store& store, std::uint32_t number) {
  std::optional<Document> document = unpacked(store.data(number));
  if (!document) throw Xapian::DatabaseCorruptError("a stored document is damaged");
  return std::move(*document);
}

DocId id_at(const Store& store, std::uint32_t number) {
  auto identity = schema::unpacked_identity(store.value(number, schema::kIdentitySlot));
  if (!identity) throw Xapian::DatabaseCorruptError("the identity of a document is damaged");
  return identity->id;
}

/// Takes from `other` what `about` does not say.
void fill(Biblio& about, const Biblio& other) {
  for (auto text : {&Biblio::type,     &Biblio::title, &Biblio::source,    &Biblio::volume,
                    &Biblio::issue,    &Biblio::pages, &Biblio::publisher, &Biblio::doi,
                    &Biblio::url,      &Biblio::issn,  &Biblio::pmid,      &Biblio::language,
                    &Biblio::database, &Biblio::genre, &Biblio::date,      &Biblio::short_source,
                    &Biblio::place,    &Biblio::isbn,  &Biblio::pmcid,     &Biblio::accession,
                    &Biblio::key})
    if ((about.*text).empty()) about.*text = other.*text;
  for (auto list : {&Biblio::index_terms, &Biblio::document_types, &Biblio::affiliations})
    if ((about.*list).empty()) about.*list = other.*list;
  if (about.authors.empty()) about.authors = other.authors;
  if (about.editors.empty()) about.editors = other.editors;
  if (!about.year) about.year = other.year;
}

}  // namespace

struct Index::Impl {
  fs::path folder;
  std::unique_ptr<Store> store;
  std::unique_ptr<StudyTable> table;
  std::vector<FileStamp> files;

  explicit Impl(fs::path from) : folder(std::move(from)) { open(); }
  void open();
  const StudyTable& studies() const { return *table; }
  Study study_at(std::uint32_t number) const;
  std::optional<std::uint32_t> number_of(const DocId& id) const;

  /// Runs `work`, again when a writer replaced what was being read.
  template <class Work>
  auto reading(Work&& work) -> decltype(work()) {
    return at_the_door(folder, [&]() -> decltype(work()) {
      for (int tries = 1;; ++tries) {
        try {
          return work();
        } catch (...) {
          if (!was_overtaken() || tries == kTries) throw;
        }
        open();
      }
    });
  }
};

/// Reads what nearly every call needs at once, so that damage shows here, as an Error.
void Index::Impl::open() {
  store = std::make_unique<Store>(folder);
  table = std::make_unique<StudyTable>(*store);
  files.clear();
  const auto& unfinished = store->unfinished();
  store->each_metadata(std::string(schema::kStamp), [&](const std::string& bytes) {
    auto stamp = schema::unpacked_stamp(bytes);
    if (!stamp) throw Xapian::DatabaseCorruptError("the stamp of a file is damaged");
    if (!std::binary_search(unfinished.begin(), unfinished.end(), stamp->path))
      files.push_back(std::move(*stamp));
  });
  std::sort(files.begin(), files.end(),
            [](const FileStamp& a, const FileStamp& b) { return a.path < b.path; });
}

Study Index::Impl::study_at(std::uint32_t number) const {
  Study study;
  study.id = studies().id(number);
  study.reason = studies().reason(number);
  for (const Report& report : studies().reports(number))
    study.reports.push_back(study.reports.empty() ? study.id : id_at(*store, report.number));
  return study;
}

std::optional<std::uint32_t> Index::Impl::number_of(const DocId& id) const {
  for (std::uint32_t number : store->documents_with(schema::kId + schema::tail_of(id)))
    if (studies().study_of(number) != StudyTable::kNone) return number;
  return {};
}

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

Result<Index> Index::open(const fs::path& folder) {
  for (int tries = 1;; ++tries) {
    try {
      return Index(std::make_unique<Impl>(folder));
    } catch (...) {
      if (!was_overtaken() || tries == kTries)
        return tl::unexpected<Error>(error_at_the_door(folder));
    }
  }
}

Result<Hits> Index::search(const Query& query, const SearchOptions& options) const {
  return impl_->reading([&]() -> Result<Hits> {
    const StudyTable& table = impl_->studies();
    Found found = run_query(query, *impl_->store, table, options);
    Hits hits;
    hits.studies_total = table.size();
    hits.expansions = std::move(found.expansions);
    hits.by_clause.resize(found.studies.size());
    for (std::size_t number = 0; number < found.studies.size(); ++number) {
      std::vector<DocId>& ids = hits.by_clause[number];
      hits.counts.push_back({found.studies[number].count(), found.without_field[number]});
      if (!options.ids_by_clause) continue;
      ids.reserve(hits.counts.back().studies);
      found.studies[number].each([&](std::uint32_t study) { ids.emplace_back(table.id(study)); });
    }
    found.studies.front().each(
        [&](std::uint32_t study) { hits.studies.emplace_back(table.id(study)); });
    if (options.sets) hits.sets = found.studies;
    if (options.remarks) hits.notes = remarks_on(query, found, *impl_->store, table, options);
    return hits;
  });
}

Result<std::vector<Place>> Index::places(const Query& query, const DocId& id,
                                         std::size_t limit) const {
  return impl_->reading([&]() -> Result<std::vector<Place>> {
    std::optional<Study> study = this->study(id);
    if (!study) return failure(Error::Kind::not_found, "there is no study '" + id + "'");
    std::vector<Document> reports;
    for (const DocId& report : study->reports)
      if (auto number = impl_->number_of(report))
        reports.push_back(document_at(*impl_->store, *number));
    std::vector<const Document*> pointers;
    pointers.reserve(reports.size());
    for (const Document& report : reports) pointers.push_back(&report);
    std::vector<Place> places;
    for (const Match& match : find_matches(query, CutStudy(pointers), limit))
      places.push_back(place_of(match, reports[match.report]));
    return places;
  });
}

IndexInfo Index::info() const {
  auto info = impl_->reading([&]() -> Result<IndexInfo> {
    const StudyTable& table = impl_->studies();
    IndexInfo counted;
    counted.format = schema::kFormat;
    counted.studies = table.size();
    counted.documents = table.documents();
    for (std::uint32_t study = 0; study < table.size(); ++study)
      for (const Report& report : table.reports(study))
        (report.kind == Document::Kind::full_text ? counted.full_texts : counted.records) += 1;
    counted.files = impl_->files.size();
    counted.words = impl_->store->words();
    return counted;
  });
  return info.value_or(IndexInfo{});
}

std::vector<FileStamp> Index::files() const { return impl_->files; }

std::vector<Study> Index::studies() const {
  auto list = impl_->reading([&]() -> Result<std::vector<Study>> {
    std::vector<Study> studies;
    for (std::uint32_t number = 0; number < impl_->studies().size(); ++number)
      studies.push_back(impl_->study_at(number));
    return studies;
  });
  return list.value_or(std::vector<Study>{});
}

std::vector<Identity> Index::identities() const {
  auto list = impl_->reading([&]() -> Result<std::vector<Identity>> {
    std::vector<Identity> identities;
    impl_->store->each_value(
        schema::kIdentitySlot, [&](std::uint32_t number, const std::string& value) {
          if (impl_->studies().study_of(number) == StudyTable::kNone) return;  // hidden
          auto identity = schema::unpacked_identity(value);
          if (!identity)
            throw Xapian::DatabaseCorruptError("the identity of a document is damaged");
          identities.push_back(std::move(*identity));
        });
    return identities;
  });
  return list.value_or(std::vector<Identity>{});
}

DocId Index::study_at(std::uint32_t number) const {
  auto id = impl_->reading([&]() -> Result<DocId> {
    const StudyTable& table = impl_->studies();
    return number < table.size() ? DocId(table.id(number)) : DocId();
  });
  return id.value_or(DocId{});
}

std::optional<Study> Index::study(const DocId& id) const {
  auto study = impl_->reading([&]() -> Result<std::optional<Study>> {
    const StudyTable& table = impl_->studies();
    if (auto number = table.study_named(id)) return impl_->study_at(*number);
    if (auto document = impl_->number_of(id)) return impl_->study_at(table.study_of(*document));
    return std::nullopt;
  });
  return study.value_or(std::nullopt);
}

Result<Document> Index::document(const DocId& id) const {
  return impl_->reading([&]() -> Result<Document> {
    if (auto number = impl_->number_of(id)) return document_at(*impl_->store, *number);
    return failure(Error::Kind::not_found, "there is no document '" + id + "' in the index");
  });
}

Result<Document> Index::best_report(const Study& study) const {
  if (study.reports.empty())
    return failure(Error::Kind::not_found, "the study '" + study.id + "' has no report");
  return document(study.reports.front());  // full texts come first
}

Result<Biblio> Index::about(const Study& study) const {
  Biblio about;
  for (bool records : {false, true})
    for (const DocId& id : study.reports) {
      Result<Document> report = document(id);
      if (!report) return tl::unexpected<Error>(report.error());
      if ((report->kind == Document::Kind::record) == records) fill(about, report->about);
    }
  return about;
}

std::vector<std::pair<std::string, std::uint64_t>> Index::near_words(const std::string& word,
                                                                     Parts parts,
                                                                     std::size_t limit) const {
  using Words = std::vector<std::pair<std::string, std::uint64_t>>;
  auto words = impl_->reading(
      [&]() -> Result<Words> { return words_near(word, parts, limit, *impl_->store); });
  return words.value_or(Words{});
}

}  // namespace litmine
