// The remarks of one reading, gathered in any order and given back in the order of the string.
#pragma once

#include <map>
#include <string>

#include "text/diagnostic.h"

namespace litmine {

class Remarks {
 public:
  /// Adds a remark. Of one code only the first hundred are kept; a last one says how many more.
  void add(Diagnostic::Level level, std::string code, Span where, std::string message,
           std::string hint = {});
  void add(Diagnostic note);

  /// Everything, by place.
  Diagnostics sorted() &&;

 private:
  Diagnostics notes_;
  std::map<std::string, std::size_t> count_;
  std::map<std::string, Span> last_;
};

/// "3 curly quotes", "1 curly quote".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// `text` in single quotes, cut in the middle when longer than `most` bytes, white space as single
/// spaces.
std::string cited(std::string_view text, std::size_t most = 40);

}  // namespace litmine
