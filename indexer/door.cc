#include "indexer/door.h"

#include <fmt/format.h>
#include <xapian.h>

#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <new>

namespace litmine {
namespace {

constexpr const char* kIndexAgain = "delete the folder and index again; the files are the truth";

}  // namespace

Error error_at_the_door(const std::filesystem::path& folder) {
  const std::string name = "'" + folder.string() + "'";
  try {
    throw;
  } catch (const Failure& failure) {
    return failure.error;
  } catch (const Xapian::DatabaseLockError&) {
    return {Error::Kind::limit, "the index in " + name + " is being written by another litmine",
            "wait until that one has finished"};
  } catch (const Xapian::DatabaseVersionError&) {
    return {Error::Kind::unsupported,
            "the index in " + name + " was written by another version of Xapian", kIndexAgain};
  } catch (const Xapian::DatabaseModifiedError&) {
    return {Error::Kind::limit,
            "the index in " + name + " is being rewritten faster than it can be read",
            "wait until the indexing has finished"};
  } catch (const Xapian::DatabaseError& error) {
    std::string system = error.get_error_string() ? error.get_error_string() : "";
    if (system == std::strerror(ENOSPC))
      return {Error::Kind::limit, "no space is left for the index in " + name,
              "make room and run the same command again; what was indexed before is kept"};
    return {Error::Kind::unreadable,
            fmt::format("the index in {} cannot be read or written: {}{}", name, error.get_msg(),
                        system.empty() ? "" : " (" + system + ")"),
            kIndexAgain};
  } catch (const Xapian::Error& error) {
    return {Error::Kind::internal,
            fmt::format("the index in {}: {}: {}", name, error.get_type(), error.get_msg()),
            kIndexAgain};
  } catch (const std::filesystem::filesystem_error& error) {
    return {Error::Kind::unreadable, fmt::format("{}: {}", name, error.code().message()),
            "check the path and the permissions"};
  } catch (const std::bad_alloc&) {
    return {Error::Kind::limit, "not enough memory for the index in " + name, {}};
  } catch (const std::exception& error) {
    return {Error::Kind::internal, fmt::format("the index in {}: {}", name, error.what()), {}};
  }
}

bool was_overtaken() {
  try {
    throw;
  } catch (const Xapian::DatabaseModifiedError&) {
    return true;
  } catch (...) {
    return false;
  }
}

}  // namespace litmine
