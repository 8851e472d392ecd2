// Which extractor reads a file: the first of the table whose sign is in the file's first bytes.
#include "extractors/extractor.h"

#include <array>
#include <exception>
#include <fstream>
#include <new>

#include "extractors/archive.h"
#include "extractors/bibtex.h"
#include "extractors/html.h"
#include "extractors/jats.h"
#include "extractors/json_records.h"
#include "extractors/pdf.h"
#include "extractors/ris.h"
#include "extractors/table_records.h"
#include "extractors/tagged.h"
#include "extractors/tei.h"
#include "extractors/text.h"
#include "extractors/text_formats.h"
#include "extractors/web_archive.h"
#include "extractors/xml_records.h"

namespace litmine {
namespace {

constexpr std::size_t kHead = 4096;

Problem problem_of(const std::filesystem::path& path, std::string code, std::string reason,
                   std::string hint = {}) {
  Problem problem;
  problem.file = path.string();
  problem.code = std::move(code);
  problem.reason = std::move(reason);
  problem.hint = std::move(hint);
  return problem;
}

/// The file's first bytes; false, with a Problem, when there are none to be had.
bool read_head(const std::filesystem::path& path, std::string& head, const Intake& intake) {
  std::error_code failed;
  std::filesystem::file_status status = std::filesystem::status(path, failed);
  if (failed || !std::filesystem::exists(status)) {
    intake.problem(problem_of(path, "not-found", "is not there"));
    return false;
  }
  if (!std::filesystem::is_regular_file(status)) {
    intake.problem(problem_of(path, "not-a-file", "is not a file that can be read"));
    return false;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    intake.problem(problem_of(path, "unreadable", "cannot be opened", "check its permissions"));
    return false;
  }
  head.resize(kHead);
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  if (head.empty()) intake.problem(problem_of(path, "empty", "is empty"));
  return !head.empty();
}

void report_unknown(std::string_view head, const std::filesystem::path& path,
                    const Intake& intake) {
  ForeignFormat foreign = foreign_format(head, path);
  std::string name = foreign.name.empty()
                         ? "neither a PDF, nor bibliographic records, nor readable text"
                         : std::string(foreign.name);
  std::string reason =
      foreign.name.empty() ? "is " + name : "is " + name + ", which litmine does not read yet";
  intake.problem(problem_of(path, "unknown-format", reason, std::string(foreign.hint)));
}

}  // namespace

const std::vector<const Extractor*>& extractors() {
  static const std::vector<const Extractor*> all = {
      &pdf_extractor(),  &zip_extractor(),    &pubmed_xml_extractor(), &endnote_xml_extractor(),
      &jats_extractor(), &tei_extractor(),    &html_extractor(),       &web_archive_extractor(),
      &json_extractor(), &ris_extractor(),    &nbib_extractor(),       &wos_extractor(),
      &enw_extractor(),  &bibtex_extractor(), &table_extractor(),
      &text_extractor(),  // last: nearly anything could be text
  };
  return all;
}

const Extractor* extractor_for(std::string_view head, const std::filesystem::path& path) {
  for (const Extractor* extractor : extractors())
    if (extractor->accepts(head, path)) return extractor;
  return nullptr;
}

void extract_file(const std::filesystem::path& path, const Intake& intake) {
  extract_file(path, intake, OcrOptions{});
}

void extract_file(const std::filesystem::path& path, const Intake& intake, const OcrOptions& ocr) {
  try {
    std::string head;
    if (!read_head(path, head, intake)) return;
    const Extractor* extractor = extractor_for(head, path);
    if (extractor == &pdf_extractor()) return extract_pdf(path, intake, ocr);
    if (extractor == &zip_extractor()) return extract_zip(path, intake, ocr);
    if (extractor != nullptr) return extractor->extract(path, intake);
    report_unknown(head, path, intake);
  } catch (const std::bad_alloc&) {
    intake.problem(problem_of(path, "memory", "needs more memory than there is"));
  } catch (const std::exception& failure) {
    intake.problem(
        problem_of(path, "damaged", std::string("could not be read: ") + failure.what()));
  }
}

}  // namespace litmine
