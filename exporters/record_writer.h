// Documents out as bibliographic records, for reference managers and screening programs. What a
// format has no place for is written as a note that litmine reads again, so that nothing is lost on
// the way there and back.
#pragma once

#include <memory>
#include <ostream>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "text/result.h"

namespace litmine {

class RecordWriter {
 public:
  virtual ~RecordWriter() = default;
  virtual void record(const Document& document) = 0;
  /// After the last record; flushes. A disk that is full shows in the stream: ask it (`if (!out)`)
  /// after `end`.
  virtual void end() = 0;
};

/// "ris", "bibtex", "csl-json", "nbib", "endnote-xml" or "csv"; always UTF-8 and LF. What is
/// written and read again gives the same Biblio, abstract, keywords and references. Error: unknown
/// format, with the nearest name.
Result<std::unique_ptr<RecordWriter>> make_record_writer(std::string_view format,
                                                         std::ostream& out);
std::vector<std::string_view> record_formats();

}  // namespace litmine
