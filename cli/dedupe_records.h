// The records that `dedupe` compares: of files, read by the workers, or of an index.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "corpus/identity.h"
#include "corpus/problem.h"
#include "text/result.h"

namespace litmine {

struct DedupeRecords {
  std::vector<Document> documents;  ///< by file and record; the text only when it was asked for
  std::vector<Identity> identities;
  std::vector<std::string> names;  ///< "records.ris#12", by document
  std::vector<std::string> keys;   ///< record_key, by document
  std::size_t files = 0, not_read = 0;
  std::vector<Problem> problems;

  std::size_t size() const { return documents.size(); }
};

/// Errors: a source that is not there.
/// `exclude`: paths and globs that are no sources.
Result<DedupeRecords> records_of_files(const std::vector<std::filesystem::path>& paths,
                                       const std::vector<std::string>& exclude, bool with_text);
Result<DedupeRecords> records_of_index(const std::filesystem::path& folder, bool with_text);

/// "Scopus" when a record says so, else its file: the sources of the PRISMA box.
std::string source_of(const Document& document);

}  // namespace litmine
