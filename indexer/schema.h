// What an index looks like inside. The one thing to know: change anything here and kFormat must go
// up, because an old index read by new rules would lose hits without a word.
//
// An index is a folder:
//
//     litmine-index      one line, "litmine index <format> shards <n>"
//     shard-0 ... n-1    Xapian databases; documents are dealt out among them in turn
//
// Terms of a document (a shard knows nothing else):
//
//     term               positions  what
//     <part><word>       yes        a word, folded or unaccented; <part> is a letter of
//                                   kPartLetters
//     N<part>            yes        where each passage of the part begins
//     H<part><fused>     no         words joined by hyphens, as one: kept apart, so that
//                                   "ecommerce" does not find "e-commerce" unasked
//     Q<id>              no         the document's id
//     F<path>            no         the file it came from
//     XK<kind>           no         "full" (full text) or "record"
//
// Each part counts its own positions, from 1. A passage begins kPassageGap after the last word of
// the one before, so that no phrase or proximity crosses from one to the next.
//
// Values of a document:
//
//     slot  what
//     0     its Identity, packed: what studies are joined by
//
// Data of a document: packed(document), whole.
//
// Metadata of shard 0 (of every shard: epoch, changed):
//
//     key                what
//     epoch              number of the last commit; shards that differ were cut off in between
//     changed            paths of the files changed by the last commit
//     unfinished         paths of the files that have documents and no stamp yet
//     file:<path>        stamp of a finished file
//     word:<hash>        a word too long for a term, whole (in the shard that has it)
//     decisions          what people decided about duplicates, one line each
//                        (corpus/duplicate_decisions.h)
//     joined             "1" when the table of studies is that of the documents
//     studies            number of studies
//     study:<n>          packed studies n * kStudiesPerBlock onwards, sorted by id
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/part.h"
#include "corpus/study.h"
#include "indexer/index.h"

namespace litmine::schema {

inline constexpr std::uint32_t kFormat = 4;
inline constexpr std::uint32_t kPassageGap = 1000;
/// Not 0: Xapian 1.4.22 writes a word at 0 and 1 as it writes one at 1 alone, and the first is
/// lost.
inline constexpr std::uint32_t kFirstPosition = 1;
inline constexpr std::size_t kStudiesPerBlock = 1024;

inline constexpr char kPassageStarts = 'N';
inline constexpr char kFused = 'H';
inline constexpr char kId = 'Q';
inline constexpr char kFile = 'F';
inline constexpr std::string_view kFullText = "XKfull";
inline constexpr std::string_view kRecord = "XKrecord";

inline constexpr unsigned kIdentitySlot = 0;

inline constexpr std::string_view kMarkerFile = "litmine-index";
inline constexpr std::string_view kEpoch = "epoch";
inline constexpr std::string_view kChanged = "changed";
inline constexpr std::string_view kUnfinished = "unfinished";
inline constexpr std::string_view kStamp = "file:";
inline constexpr std::string_view kLongWord = "word:";
inline constexpr std::string_view kDecisions = "decisions";
inline constexpr std::string_view kJoined = "joined";
inline constexpr std::string_view kStudyCount = "studies";
inline constexpr std::string_view kStudyBlock = "study:";

/// The letter that words of a part begin with in the index.
char letter_of(Part part);

/// `text` as the tail of a term. Xapian takes terms of up to 245 bytes, so what is over 200 becomes
/// its first 160 bytes or so, kLongMark and a hash of the whole; two different texts always become
/// two different tails (up to a chance of 2^-128).
std::string tail_of(std::string_view text);
inline constexpr char kLongMark = '\x01';  ///< stands in no word, id or path
/// Does the tail stand for something longer than itself?
inline bool is_cut(std::string_view tail) { return tail.find(kLongMark) != tail.npos; }
/// The bytes that every tail of a text beginning with `beginning` begins with.
std::string_view kept_beginning(std::string_view beginning);
/// The key under which the whole of a cut tail is kept.
std::string long_word_key(std::string_view tail);

std::string block_key(std::size_t block);

// Small records, packed. Unpacking checks every length; what does not fit gives nothing.
std::string packed_identity(const Identity& identity);
std::optional<Identity> unpacked_identity(std::string_view bytes);
std::string packed_stamp(const FileStamp& stamp);
std::optional<FileStamp> unpacked_stamp(std::string_view bytes);
std::string packed_list(const std::vector<std::string>& list);
std::optional<std::vector<std::string>> unpacked_list(std::string_view bytes);

}  // namespace litmine::schema
