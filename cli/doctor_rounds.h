// The doctor's rounds: every file of a folder or of an index, with what the records say of it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/study.h"
#include "doctor/doctor.h"
#include "text/result.h"

namespace litmine {

struct ExaminedFile {
  std::string name;  ///< of the file
  DocId study;       ///< empty when it is in no index
  std::vector<Symptom> symptoms;
};

/// By name. `language` is the ISO 639-1 code to expect; empty: that of most of the files, when
/// there are three and more. Errors: a source that is not there, an index that cannot be read.
Result<std::vector<ExaminedFile>> examined_files(const std::vector<std::string>& paths,
                                                 const std::string& language);
Result<std::vector<ExaminedFile>> examined_index(const std::filesystem::path& folder,
                                                 const std::string& language);

}  // namespace litmine
