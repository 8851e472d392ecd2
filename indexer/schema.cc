// The tables of the schema and the small records beside the documents.
#include "indexer/schema.h"

#include <fmt/format.h>

#include "indexer/packing.h"

namespace litmine::schema {
namespace {

// By number of the part. Words are folded, so a capital letter never begins one; Q, F, H, N and X
// are taken (see the header).
constexpr char kPartLetters[] = {
    'S',  // title ("subject", as everywhere in Xapian)
    'B',  // abstract
    'K',  // keywords
    'I',  // introduction
    'T',  // theory
    'M',  // method
    'R',  // results
    'D',  // discussion
    'L',  // limitations
    'O',  // other
    'C',  // references
    'Z',  // back_matter
    'P',  // affiliations
    'A',  // authors
    'J',  // source
    'U',  // identifiers
    'G',  // language
    'Y',  // doctype
    'E',  // index_terms
};
static_assert(sizeof kPartLetters == kParts, "one letter for every part");

constexpr std::size_t kLongestTail = 200;
constexpr std::size_t kKeptOfLong = 160;

/// FNV-1a with two offsets: not against malice, only against chance.
std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = 0xcbf29ce484222325u ^ seed;
  for (unsigned char byte : bytes) {
    hash ^= byte;
    hash *= 0x100000001b3u;
  }
  hash ^= hash >> 29;
  return hash * 0xbf58476d1ce4e5b9u;
}

}  // namespace

char letter_of(Part part) { return kPartLetters[static_cast<int>(part)]; }

std::string_view kept_beginning(std::string_view beginning) {
  return beginning.substr(0, kKeptOfLong);
}

std::string tail_of(std::string_view text) {
  if (text.size() <= kLongestTail) return std::string(text);
  return fmt::format("{}{}{:016x}{:016x}", kept_beginning(text), kLongMark, hash_of(text, 0),
                     hash_of(text, 0x9e3779b97f4a7c15u));
}

std::string long_word_key(std::string_view tail) {
  return std::string(kLongWord) + std::string(tail.substr(tail.find(kLongMark) + 1));
}

std::string block_key(std::size_t block) { return fmt::format("{}{:08x}", kStudyBlock, block); }

std::string packed_identity(const Identity& identity) {
  std::string bytes;
  bytes += static_cast<char>(identity.kind);
  pack_string(bytes, identity.id);
  for (const std::string* text :
       {&identity.doi, &identity.title, &identity.authors, &identity.source, &identity.volume,
        &identity.issue, &identity.pages, &identity.pmid, &identity.type, &identity.files})
    pack_string(bytes, *text);
  if (identity.year) pack_signed(bytes, *identity.year);
  return bytes;
}

std::optional<Identity> unpacked_identity(std::string_view bytes) {
  Unpacker from(bytes);
  Identity identity;
  std::uint64_t kind = from.number();
  if (kind > 1) return {};
  identity.kind = static_cast<Document::Kind>(kind);
  identity.id = from.string();
  for (std::string* text :
       {&identity.doi, &identity.title, &identity.authors, &identity.source, &identity.volume,
        &identity.issue, &identity.pages, &identity.pmid, &identity.type, &identity.files})
    *text = from.string();
  if (from.ok() && !from.at_end()) identity.year = static_cast<int>(from.signed_number());
  if (!from.ok() || !from.at_end()) return {};
  return identity;
}

std::string packed_stamp(const FileStamp& stamp) {
  std::string bytes;
  pack_string(bytes, stamp.path);
  pack_number(bytes, stamp.size);
  pack_signed(bytes, stamp.modified);
  pack_string(bytes, stamp.hash);
  pack_number(bytes, stamp.documents);
  pack_number(bytes, stamp.problems.size());
  for (const Problem& problem : stamp.problems) {
    pack_number(bytes, static_cast<std::uint64_t>(problem.level));
    pack_number(bytes, problem.line);
    pack_number(bytes, problem.page);
    for (const std::string* text : {&problem.file, &problem.code, &problem.reason, &problem.hint})
      pack_string(bytes, *text);
  }
  return bytes;
}

std::optional<FileStamp> unpacked_stamp(std::string_view bytes) {
  Unpacker from(bytes);
  FileStamp stamp;
  stamp.path = from.string();
  stamp.size = from.number();
  stamp.modified = from.signed_number();
  stamp.hash = from.string();
  stamp.documents = static_cast<std::uint32_t>(from.number());
  for (std::uint64_t left = from.number(); left > 0 && from.ok(); --left) {
    Problem problem;
    std::uint64_t level = from.number();
    if (level > static_cast<std::uint64_t>(Problem::Level::not_read)) return {};
    problem.level = static_cast<Problem::Level>(level);
    problem.line = static_cast<std::uint32_t>(from.number());
    problem.page = static_cast<std::uint32_t>(from.number());
    for (std::string* text : {&problem.file, &problem.code, &problem.reason, &problem.hint})
      *text = from.string();
    stamp.problems.push_back(std::move(problem));
  }
  if (!from.ok() || !from.at_end()) return {};
  return stamp;
}

std::string packed_list(const std::vector<std::string>& list) {
  std::string bytes;
  for (const std::string& each : list) pack_string(bytes, each);
  return bytes;
}

std::optional<std::vector<std::string>> unpacked_list(std::string_view bytes) {
  std::vector<std::string> list;
  for (Unpacker from(bytes); !from.at_end();) {
    list.emplace_back(from.string());
    if (!from.ok()) return {};
  }
  return list;
}

}  // namespace litmine::schema
