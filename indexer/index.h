// Articles in, hits out: the only room that knows Xapian.
//
// An index is a folder (by default `.litmine/index`). It holds every Document whole, so nothing is
// extracted twice, and it can be deleted at any time: the files are the truth.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/document.h"
#include "corpus/problem.h"
#include "corpus/study.h"
#include "indexer/doc_set.h"
#include "queries/evaluate.h"
#include "queries/query.h"
#include "text/diagnostic.h"
#include "text/result.h"

namespace litmine {

struct DuplicateDecision;

/// What is remembered of a source file, to see whether it changed.
struct FileStamp {
  std::string path;
  std::uint64_t size = 0;
  std::int64_t modified = 0;      ///< nanoseconds since 1970
  std::string hash;               ///< 64-bit content hash, hexadecimal; empty when not taken
  std::uint32_t documents = 0;    ///< how many documents it gave
  std::vector<Problem> problems;  ///< what was wrong with it
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

struct WriterOptions {
  unsigned shards = 0;  ///< for a new index; each is written by a thread of its own. 0: one a core,
                        ///< at most four. Results do not depend on it.
};

/// Writes an index. One writer at a time; readers may read meanwhile. Not thread-safe. A writer
/// that goes away commits what it can.
class IndexWriter {
 public:
  /// Opens or makes the index in `folder`. Errors: another writer holds it (kind `limit`), not a
  /// litmine index, written by another format version (`unsupported`, the hint says to index
  /// again), no permission.
  static Result<IndexWriter> open(const std::filesystem::path& folder,
                                  const WriterOptions& options = {});
  ~IndexWriter();
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;

  /// Stamps of all files in the index, sorted by path.
  std::vector<FileStamp> files() const;
  /// What people decided about duplicates, agreed ones only; in place of all decisions before.
  /// `finish` joins the studies anew when they are others than those that the index holds.
  Result<void> decide(const std::vector<DuplicateDecision>& agreed);
  /// The file `from` is now at `to.path`, its content the same: its documents are taken from the
  /// index and not read again. They get ids as if they were new. Error: `from` is not finished.
  Result<void> move_file(const std::string& from, const FileStamp& to);
  /// Takes out all documents and the stamp of a file.
  Result<void> remove_file(const std::string& path);
  /// Adds a document; it must have no id yet and gets one. Returns the id.
  Result<DocId> add(Document document);
  /// Remembers that a file is finished. Documents of a file without a stamp are taken out when the
  /// index is next opened for writing, so an interrupted run never leaves half a file.
  Result<void> finish_file(const FileStamp& stamp);
  /// Makes everything since the last commit visible and safe. Called by itself from time to time.
  Result<void> commit();
  /// Joins reports into studies (after the last file) and commits.
  Result<void> finish();

 private:
  struct Impl;
  explicit IndexWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Exact numbers for one node of a query.
struct ClauseCount {
  std::uint64_t studies = 0;  ///< studies that match the node on its own
  /// Limits on year, language and document type: studies of which it is not known. They are not
  /// among `studies`, and a NOT of the limit keeps them.
  std::uint64_t without_field = 0;
};

/// Does the clause ask for something that a study may not say: its year, its language, its type?
bool is_limit(const Clause& clause);

/// What a pattern or a word with variants became.
struct Expansion {
  std::size_t clause = 0;  ///< number of the word's node
  std::vector<std::pair<std::string, std::uint64_t>>
      words;  ///< each with its number of studies, sorted by word
};

struct SearchOptions {
  std::size_t expansion_limit = 100'000;  ///< words one pattern may stand for, over all parts
  bool expansions = false;                ///< fill `Hits::expansions`
  bool ids_by_clause = true;  ///< fill `Hits::by_clause`; it is empty lists otherwise, and faster
  bool remarks = true;        ///< fill `Hits::notes`
  bool sets = false;          ///< fill `Hits::sets`
  /// From so many documents on, shards are searched by several threads; below, starting them takes
  /// longer than it saves. The answer is the same.
  std::uint32_t threads_from = 20'000;
};

struct Hits {
  std::vector<DocId> studies;       ///< ids of the studies that match, sorted
  std::vector<ClauseCount> counts;  ///< by number of the node (each_clause)
  std::vector<std::vector<DocId>>
      by_clause;             ///< ids of the matching studies for every node, sorted
  std::vector<DocSet> sets;  ///< the matching studies for every node, as numbers (Index::study_at):
                             ///< for whoever asks what another tree of these nodes would find
  std::vector<Expansion> expansions;
  std::uint64_t studies_total = 0;
  Diagnostics notes;  ///< e.g. a word that matches nothing, with the nearest that exists (in
                      ///< `alternative`: the whole term with it, in native writing)
};

/// A place of a hit, ready to show.
struct Place {
  std::size_t clause = 0;
  DocId report;
  Part part = Part::other;
  std::uint32_t page = 0;  ///< from 1; 0 when there are no pages
  Span where;              ///< the match, bytes in the report's text
  Span sentence;           ///< the sentence around it, bytes in the report's text; contains `where`
  std::string quote;       ///< the sentence's words, white space as single spaces
  std::string match;       ///< the matched words, likewise; a part of `quote`
};

struct IndexInfo {
  std::uint64_t documents = 0, studies = 0, full_texts = 0, records = 0, files = 0, words = 0;
  std::uint32_t format = 0;
};

/// Reads an index. Safe to use from several threads if each has its own.
class Index {
 public:
  static Result<Index> open(const std::filesystem::path& folder);
  ~Index();
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;

  /// All matching studies and an exact count for every node. Errors: a pattern stands for more
  /// words than the limit (with the number and the place), a damaged index.
  Result<Hits> search(const Query& query, const SearchOptions& options = {}) const;
  /// Where a study meets a query: at most `limit` places a node, in the order of the text.
  Result<std::vector<Place>> places(const Query& query, const DocId& study,
                                    std::size_t limit = 20) const;

  IndexInfo info() const;
  std::vector<FileStamp> files() const;  ///< sorted by path
  std::vector<Study> studies() const;    ///< sorted by id
  /// What every report was joined by, in no order; read without looking at the documents.
  std::vector<Identity> identities() const;
  /// The id of a study's number: its place in `studies()`, from 0. Numbers hold until the index is
  /// written again. Empty for a number that there is not.
  DocId study_at(std::uint32_t number) const;
  /// The study of that id, or the one that a report of that id belongs to.
  std::optional<Study> study(const DocId& id) const;
  Result<Document> document(const DocId& id) const;
  /// The report of a study to quote and tag from: the first full text, else the first record.
  Result<Document> best_report(const Study& study) const;
  /// Facts of a study: those of the records fill what the full text does not say.
  Result<Biblio> about(const Study& study) const;
  /// Words in these parts within `distance` edits of `word`, nearest and most frequent first, with
  /// their number of documents.
  std::vector<std::pair<std::string, std::uint64_t>> near_words(const std::string& word,
                                                                Parts parts,
                                                                std::size_t limit = 5) const;

 private:
  struct Impl;
  explicit Index(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace litmine
