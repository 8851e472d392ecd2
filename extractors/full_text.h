// One file that is one article, on its way to a Document: what the readers of HTML, XML and office
// files share.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/extractor.h"

namespace litmine {

/// Larger files of markup are no article's.
inline constexpr std::uintmax_t kLargestMarkup = std::uintmax_t{64} * 1024 * 1024;

class FullText {
 public:
  FullText(const std::filesystem::path& path, const Intake& intake, std::string_view extractor)
      : path_(path), intake_(intake), extractor_(extractor) {}

  /// The whole file; none, with a Problem, if it is larger than kLargestMarkup or cannot be read.
  std::optional<std::string> bytes() const;

  /// Hands the document over; false, with a Problem, if there is no word in it.
  bool take(Document&& document) const;

  void refuse(std::string code, std::string reason, std::string hint = {}) const;
  void doubt(std::string code, std::string reason, std::string hint = {},
             std::uint32_t line = 0) const;

 private:
  void report(Problem::Level level, std::string code, std::string reason, std::string hint,
              std::uint32_t line) const;

  const std::filesystem::path& path_;
  const Intake& intake_;
  std::string_view extractor_;
};

/// Markup as UTF-8: by byte order mark, by what is valid, by the encoding that it declares. `doubt`
/// says what is doubtful about that; empty if nothing is.
std::string decoded_markup(std::string_view bytes, std::string* doubt);

/// Every fact that `better` has goes into `about`, over what is there.
void put_facts(Biblio& about, const Biblio& better);

}  // namespace litmine
