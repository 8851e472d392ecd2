// Every entry is read as a file of its own, by content, in memory. Archives stand in archives only
// one deep. The one thing to know: a small file can unpack to terabytes, so each entry, and all of
// them together, have limits that count what really came out.
#include "extractors/archive.h"

#include <algorithm>
#include <exception>
#include <new>

#include "extractors/full_text.h"
#include "extractors/memory_file.h"
#include "extractors/office.h"
#include "extractors/pdf.h"
#include "extractors/structure_strings.h"
#include "extractors/text_formats.h"
#include "extractors/workers.h"
#include "extractors/zip_entries.h"

namespace litmine {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{4} * 1024 * 1024 * 1024;  // of all entries
constexpr std::size_t kMostFiles = 10'000;

/// A kind of ZIP file, by an entry that no other kind has.
struct Kind {
  std::string_view entry;
  std::string_view extractor;
  void (*read)(const ZipFile& zip, const FullText& file);
  std::string_view name;  ///< of what is not read
};
constexpr Kind kKinds[] = {
    {"word/document.xml", "docx", read_docx, ""},
    {"word/document2.xml", "docx", read_docx, ""},  // of some versions of Word on the web
    {"META-INF/container.xml", "epub", read_epub, ""},
    {"xl/workbook.xml", "", nullptr, "an Excel workbook"},
    {"ppt/presentation.xml", "", nullptr, "a PowerPoint presentation"},
};
/// Of OpenDocument and EPUB, which say their kind in an entry of its own.
constexpr Kind kMimeTypes[] = {
    {"application/vnd.oasis.opendocument.text", "odt", read_odt, ""},
    {"application/vnd.oasis.opendocument.text-template", "odt", read_odt, ""},
    {"application/epub+zip", "epub", read_epub, ""},
    {"application/vnd.oasis.opendocument.spreadsheet", "", nullptr, "an OpenDocument spreadsheet"},
    {"application/vnd.oasis.opendocument.presentation", "", nullptr,
     "an OpenDocument presentation"},
    {"application/vnd.oasis.opendocument.graphics", "", nullptr, "an OpenDocument drawing"},
};

/// What systems put beside the files of a folder.
bool is_litter(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  const std::string_view last = slash == name.npos ? name : name.substr(slash + 1);
  return name.starts_with("__MACOSX/") || last.starts_with('.') || last == "Thumbs.db" ||
         last == "desktop.ini";
}

const Kind* kind_of(const ZipFile& zip) {
  if (const ZipEntry* mime = zip.entry("mimetype"); mime && mime->size < 200) {
    const std::string type = zip.text("mimetype");
    for (const Kind& kind : kMimeTypes)
      if (trimmed(type) == kind.entry) return &kind;
  }
  for (const Kind& kind : kKinds)
    if (zip.entry(kind.entry)) return &kind;
  return nullptr;
}

/// What came out of the outermost archive so far, those within it included.
struct Sum {
  std::uint64_t bytes = 0;
  std::size_t files = 0;
};

class Archive {
 public:
  Archive(const ZipFile& zip, const Intake& intake, const OcrOptions& ocr, int depth, Sum& sum)
      : zip_(zip), intake_(intake), ocr_(ocr), depth_(depth), sum_(sum) {}

  void read() {
    std::vector<const ZipEntry*> files;
    for (const ZipEntry& entry : zip_.entries())
      if (!is_litter(entry.name)) files.push_back(&entry);
    std::sort(files.begin(), files.end(), [](const ZipEntry* a, const ZipEntry* b) {
      return a->name != b->name ? a->name < b->name : a->index < b->index;
    });
    if (files.empty() && zip_.unlisted() == 0)
      return report("", "empty", "is an archive without files", "");
    if (zip_.unlisted() > 0)
      report("", "archive-entry",
             "is an archive with " + std::to_string(zip_.unlisted()) +
                 " entries that cannot be read, because its list of files is damaged or too long",
             "unpack it and index the folder");
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (sum_.files == kMostFiles || sum_.bytes > kMostBytes)
        return report("", "too-large",
                      "is an archive of more than 10,000 files or 4 GiB; " +
                          std::to_string(files.size() - i) + " files were not read",
                      "unpack it and index the folder");
      ++sum_.files;
      read_one(*files[i]);
    }
  }

 private:
  void read_one(const ZipEntry& entry) {
    try {
      std::string error;
      std::optional<std::string> bytes = zip_.read(entry, error);
      if (!bytes) return report(entry.name, "archive-entry", error, "unpack the archive and see");
      sum_.bytes += bytes->size();
      if (bytes->empty()) return report(entry.name, "empty", "is empty", "");
      read_bytes(entry.name, std::move(*bytes));
    } catch (const std::bad_alloc&) {
      report(entry.name, "memory", "needs more memory than there is", "unpack it and index it");
    } catch (const std::exception& failure) {
      report(entry.name, "damaged", std::string("could not be read: ") + failure.what(),
             "unpack it and see");
    }
  }

  void read_bytes(const std::string& entry, std::string bytes) {
    const std::string head = bytes.substr(0, 4096);
    const std::filesystem::path name = std::filesystem::path(entry).filename();
    const Intake inside = intake_of(entry);
    const Extractor* extractor = extractor_for(head, name);
    if (extractor == &pdf_extractor()) return read_apart(entry, bytes, inside);
    const MemoryFile file(bytes);
    if (!file.good()) return report(entry, "memory", "needs more memory than there is", "");
    bytes = {};
    if (extractor == &zip_extractor()) return read_zip(file.path(), inside);
    if (extractor) return extractor->extract(file.path(), inside);
    const ForeignFormat foreign = foreign_format(head, name);
    report(entry, "unknown-format",
           foreign.name.empty()
               ? "is neither an article nor records"
               : "is " + std::string(foreign.name) + ", which litmine does not read",
           std::string(foreign.hint));
  }

  /// What the reader of an entry says, as said of the archive.
  Intake intake_of(const std::string& entry) const {
    Intake inside;
    inside.document = [this, entry](Document&& document) {
      document.inside = document.inside.empty() ? entry : entry + "/" + document.inside;
      intake_.document(std::move(document));
    };
    inside.problem = [this, entry](Problem&& problem) {
      const bool deeper = problem.reason.starts_with('\'');
      problem.reason =
          "'" + entry + (deeper ? "/" + problem.reason.substr(1) : "' " + problem.reason);
      intake_.problem(std::move(problem));
    };
    return inside;
  }

  /// A PDF is read in a process of its own: one that crashes, hangs or eats memory costs itself and
  /// not the rest of the archive.
  void read_apart(const std::string& entry, const std::string& bytes, const Intake& inside) const {
    WorkerLimits limits = limits_here();
    limits.time = limits.time * 4 / 5;  // before whoever waits for this process loses patience
    WorkerEvents events;
    events.document = [&](std::size_t, Document&& document) {
      inside.document(std::move(document));
    };
    events.problem = [&](std::size_t, Problem&& problem) {
      const bool died = problem.code == "timeout" || problem.code == "crash" ||
                        problem.code == "no-worker" || problem.reason.starts_with("reading it ");
      if (died) problem.reason = "was not read: " + problem.reason;
      inside.problem(std::move(problem));
    };
    extract_in_workers({entry}, 1, limits, events, nullptr,
                       [&](const std::filesystem::path&, const Intake& intake) {
                         const MemoryFile file(bytes);
                         extract_pdf(file.path(), intake, ocr_);
                       });
  }

  void read_zip(const std::filesystem::path& path, const Intake& inside) const;

  void report(std::string_view entry, std::string code, const std::string& reason,
              std::string hint) const {
    Problem problem;
    problem.code = std::move(code);
    problem.reason = entry.empty() ? reason : "'" + std::string(entry) + "' " + reason;
    problem.hint = std::move(hint);
    intake_.problem(std::move(problem));
  }

  const ZipFile& zip_;
  const Intake& intake_;
  const OcrOptions& ocr_;
  int depth_;
  Sum& sum_;
};

void read_zip_file(const std::filesystem::path& path, const Intake& intake, const OcrOptions& ocr,
                   int depth, Sum& sum) {
  constexpr int kDeepest = 1;
  std::string error;
  const std::optional<ZipFile> zip = ZipFile::open(path, error);
  if (!zip)
    return FullText(path, intake, "zip")
        .refuse("damaged", "is a ZIP file that cannot be opened: " + error, "fetch it again");
  const Kind* kind = kind_of(*zip);
  if (kind && kind->read) return kind->read(*zip, FullText(path, intake, kind->extractor));
  if (kind)
    return FullText(path, intake, "zip")
        .refuse("unknown-format", "is " + std::string(kind->name) + ", which litmine does not read",
                "save its records as CSV, its text as PDF");
  if (depth > kDeepest)
    return FullText(path, intake, "zip")
        .refuse("archive-entry", "is an archive in an archive in an archive",
                "unpack the outer ones first");
  Archive(*zip, intake, ocr, depth, sum).read();
}

void Archive::read_zip(const std::filesystem::path& path, const Intake& inside) const {
  read_zip_file(path, inside, ocr_, depth_ + 1, sum_);
}

class ZipExtractor final : public Extractor {
 public:
  std::string_view name() const override { return "zip"; }

  bool accepts(std::string_view head, const std::filesystem::path&) const override {
    return head.starts_with("PK\x03\x04");
  }

  void extract(const std::filesystem::path& path, const Intake& intake) const override {
    extract_zip(path, intake, OcrOptions{});
  }
};

}  // namespace

const Extractor& zip_extractor() {
  static const ZipExtractor extractor;
  return extractor;
}

void extract_zip(const std::filesystem::path& path, const Intake& intake, const OcrOptions& ocr) {
  Intake outer;
  outer.document = [&](Document&& document) {
    document.source = path.string();
    intake.document(std::move(document));
  };
  outer.problem = [&](Problem&& problem) {
    problem.file = path.string();
    intake.problem(std::move(problem));
  };
  Sum sum;
  read_zip_file(path, outer, ocr, 0, sum);
}

}  // namespace litmine
