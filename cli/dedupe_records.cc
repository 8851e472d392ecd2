#include "cli/dedupe_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "cli/files.h"
#include "cli/tables.h"
#include "corpus/duplicate_decisions.h"
#include "extractors/workers.h"
#include "indexer/index.h"

namespace litmine {
namespace {

/// What is not compared or shown is let go: an export of 100,000 records has much text.
void keep(DedupeRecords& records, Document&& document, bool with_text) {
  Identity identity = identity_of(document);
  identity.id = file_of(document);
  if (!with_text) {
    const std::string title = identity.title;
    document.text.clear();
    document.sections.clear();
    document.keywords.clear();
    document.references.clear();
    document.pages.clear();
    document.furniture.clear();
    document.about.index_terms.clear();
    if (document.about.title.empty()) document.about.title = title;
  }
  records.names.push_back(identity.id);
  records.keys.push_back(record_key(identity));
  records.identities.push_back(std::move(identity));
  records.documents.push_back(std::move(document));
}

void keep_all(DedupeRecords& records, std::vector<Document>&& documents, bool with_text) {
  std::stable_sort(documents.begin(), documents.end(), [](const Document& a, const Document& b) {
    return std::tie(a.source, a.record) < std::tie(b.source, b.record);
  });
  for (Document& document : documents) keep(records, std::move(document), with_text);
}

}  // namespace

Result<DedupeRecords> records_of_files(const std::vector<std::filesystem::path>& paths,
                                       const std::vector<std::string>& exclude, bool with_text) {
  DedupeRecords records;
  auto files = find_files(paths, ".", exclude, records.problems);
  if (!files) return tl::unexpected(files.error());
  records.files = files->size();
  std::vector<std::filesystem::path> to_read;
  for (const SourceFile& file : *files) to_read.push_back(file.path);
  std::vector<std::vector<Document>> documents(files->size());
  WorkerEvents events;
  events.document = [&](std::size_t file, Document&& document) {
    document.source = (*files)[file].name;
    documents[file].push_back(std::move(document));
  };
  events.problem = [&](std::size_t file, Problem&& problem) {
    problem.file = (*files)[file].name;
    records.problems.push_back(std::move(problem));
  };
  events.done = [&](std::size_t file, bool complete) {
    // Half a file would make wrong numbers: it counts as not read, and says so.
    if (!complete) documents[file].clear();
    records.not_read += documents[file].empty() ? 1 : 0;
  };
  extract_in_workers(to_read, 0, {}, events);
  for (std::vector<Document>& list : documents) keep_all(records, std::move(list), with_text);
  std::stable_sort(records.problems.begin(), records.problems.end(),
                   [](const Problem& a, const Problem& b) {
                     return std::tie(a.file, a.line) < std::tie(b.file, b.line);
                   });
  return records;
}

Result<DedupeRecords> records_of_index(const std::filesystem::path& folder, bool with_text) {
  auto index = Index::open(folder);
  if (!index) return tl::unexpected(index.error());
  DedupeRecords records;
  records.files = index->files().size();
  std::vector<Document> documents;
  for (const Study& study : index->studies())
    for (const DocId& id : study.reports) {
      auto document = index->document(id);
      if (!document) return tl::unexpected(document.error());
      documents.push_back(std::move(*document));
    }
  keep_all(records, std::move(documents), with_text);
  return records;
}

std::string source_of(const Document& document) {
  return document.about.database.empty() ? document.source : document.about.database;
}

}  // namespace litmine
