// What a function gives back when it may not work out.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace litmine {

/// Why something did not work, in words for the person who asked for it.
struct Error {
  enum class Kind {
    usage,        ///< the call itself is wrong: an unknown dialect, a missing file name
    not_found,    ///< a file, document or index that is not there
    unreadable,   ///< there, but damaged or not permitted
    unsupported,  ///< understood, but litmine cannot do it (a locked PDF)
    limit,        ///< it would take more time, memory or words than allowed
    internal,     ///< a library failed in a way we do not know
  };
  Kind kind = Kind::internal;
  std::string what;  ///< names the thing and what was found: "'a.pdf' needs a password"
  std::string hint;  ///< what to do; may be empty

  friend bool operator==(const Error&, const Error&) = default;
};

/// A value, or the Error that stood in its way. `Result<void>` when there is no value to give.
template <class T>
using Result = tl::expected<T, Error>;

/// `return failure(Error::Kind::usage, "...", "...");`
inline tl::unexpected<Error> failure(Error::Kind kind, std::string what, std::string hint = {}) {
  return tl::unexpected<Error>(Error{kind, std::move(what), std::move(hint)});
}

}  // namespace litmine
