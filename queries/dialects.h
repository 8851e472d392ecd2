// The table that a dialect is. For this room only: the lexer, the parser and the writer read it,
// everybody else sees queries/dialect.h.
//
// To add a database, fill one Dialect in a file of its own and name it in dialect.cc. A rule that
// no field here can say becomes a new field with a default that leaves the other dialects alone.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "queries/dialect.h"
#include "queries/headings.h"
#include "queries/line_references.h"
#include "queries/query.h"

namespace litmine {

class Remarks;

/// A word (or two) that joins what stands before and after it.
struct Operator {
  std::string_view spelling;      ///< upper case; read in any case
  Clause::Kind kind;              ///< any_of, all_of, except, near, or same_entry (SAME)
  int binds;                      ///< a greater number binds tighter
  bool numbered = false;          ///< "/n" follows
  bool ordered = false;           ///< near: the left operand stands first
  int default_n = -1;             ///< n when none is typed; -1: without a number it is a word
  int n_minus = 0;                ///< words between = n - n_minus (Ovid's adj3 allows 2)
  std::string_view foreign = {};  ///< not of this database: how it writes it ("NOT", "NEAR/n")
  bool together = false, skips_stop_words = false;  ///< near: see Clause
  /// The number may follow directly (N5, adj3), between two terms; elsewhere `N95` is a word.
  bool glued = false;
};

/// A character that stands for letters.
struct Wildcard {
  static constexpr std::uint8_t kAlways = 0xff;
  char sign;
  std::uint16_t min, max;  ///< Pattern::kAnyRun: no limit
  /// At the end of a word it is removed if fewer characters stand before it.
  std::uint8_t least_before_end = 0;
};

/// What a pair of signs around text means.
struct Quote {
  enum class Meaning { phrase, exact };
  char open, close;
  Meaning meaning;
};

/// A name and the words it stands for in a field: DOCTYPE(ar) is "article".
struct Value {
  std::string_view code;
  std::string_view words;  ///< alternatives, separated by '|'; the first is how it is written
};

/// A field of the database.
struct Field {
  enum class Use {
    words,    ///< takes any expression
    years,    ///< takes years and ranges of years
    heading,  ///< takes subject headings (queries/headings.h)
    unknown,  ///< a field that litmine has no data for: left out, and said so
  };
  std::string_view name;  ///< upper case; read in any case
  Parts parts = {};
  Use use = Use::words;
  /// What has to stand in one entry: one reference, affiliation or author.
  enum class Entry {
    none,   ///< nothing: a field of text, or one that is searched as a whole
    typed,  ///< what SAME or a distance joins
    words,  ///< that, and words side by side: a name
    all,    ///< all of the expression
  };
  Entry entry = Entry::none;
  bool adjacent_or = false;  ///< adjacent words are alternatives (identifiers)
  std::span<const Value> values = {};
  std::string_view remark = {};         ///< what cannot be rebuilt here; a note
  bool explode = false, focus = false;  ///< heading: meant without a sign in the heading's text
  bool distances = false;               ///< takes a distance: "a b"[tiab:~2]
  std::string_view also = {};           ///< other names, upper case, separated by '|'
};

/// What a database's record holds, where it searches all fields.
inline constexpr Parts kRecord =
    kFront | Parts{Part::index_terms, Part::authors, Part::affiliations,
                   Part::source,      Part::doctype, Part::identifiers};
/// Where subject headings stand.
inline constexpr Parts kHeadingParts{Part::keywords, Part::index_terms};

/// How a field is written beside what is searched in it.
enum class FieldSyntax {
  function,      ///< TITLE(x)
  equals,        ///< TI=x, TI=(x)
  colon,         ///< title:x, title,abstract:(x)
  prefix,        ///< TI x, TI (x)                        (EBSCOhost)
  tag,           ///< x[tiab], behind a term              (PubMed)
  dotted,        ///< x.ti,ab., (x).ti,ab.                (Ovid)
  colon_behind,  ///< x:ti,ab, (x):ti,ab                  (Embase, Cochrane)
  name_colon,    ///< Title:x, "Document Title":x         (ACM, IEEE)
};
/// Is the field written behind what it says?
constexpr bool is_behind(FieldSyntax syntax) {
  return syntax == FieldSyntax::tag || syntax == FieldSyntax::dotted ||
         syntax == FieldSyntax::colon_behind;
}

/// What two terms side by side mean.
struct Adjacency {
  Clause::Kind kind = Clause::Kind::all_of;  ///< all_of, any_of or near; near 0 ordered: a phrase
  std::uint32_t between = 0;                 ///< near
  bool ordered = false;                      ///< near
  int binds = 0;                             ///< 0: as the operator of that kind
  bool skips_stop_words = false;             ///< near
};

/// Whether words side by side without quotes are one term, like words in quotes.
enum class JoinedWords {
  never,
  before_field,  ///< when a field stands behind them: bile duct[tiab]
  always,
};

/// What wildcards between quotes are.
enum class QuotedWildcards {
  expand,       ///< wildcards
  punctuation,  ///< nothing: the word ends there
  characters,   ///< themselves, so such a phrase finds what holds them literally
};

/// What the database's pages write beside or below a string: `Timespan=2008-2018`,
/// `LANGUAGE: (English)`, `Indexes=SCI-EXPANDED, SSCI`, `Search modes - Boolean/Phrase`.
struct Setting {
  enum class Use {
    field,  ///< another name of a field
    years,  ///< a range of years for the whole string, or words that set none
    none,   ///< up to the end of the line: no part of the string
  };
  std::string_view name;  ///< upper case; read in any case, before `:`, `=` or ` - `
  Use use = Use::none;
  std::string_view field = {};
};

struct Dialect;

/// One reading of a rule that changed or is contested. Of the readings of one rule, the first that
/// is in force on the day asked for is taken, unless the user chooses another.
struct Choice {
  std::string_view rule, reading;
  std::string_view since = {}, until = {};  ///< ISO days, half-open; empty: open
  void (*apply)(Dialect&);                  ///< changes the table
  std::string_view source;
  std::string_view meaning;     ///< for messages: "AND binds tighter than OR"
  bool said_elsewhere = false;  ///< another remark speaks of it already
  bool documented = false;      ///< the vendor says so; another reading is a choice all the same
};

/// What the database does with a word that has too few letters beside its wildcard.
struct StemRule {
  int before = 0;            ///< least number of characters before the first `*`; 0: no rule
  int after_leading = 0;     ///< least number after a leading `*`
  int doubtful = 3;          ///< stems of so few letters earn a warning: they find too much
  bool never_first = false;  ///< a wildcard may not be the first character
  bool drops = false;        ///< the wildcard is dropped; else the word is refused
  bool of_term = false;  ///< characters are counted from the beginning of the term, not of the word
};

struct VariantRule {
  Variants bare = {};    ///< words without quotes and wildcards
  Variants quoted = {};  ///< words in quotes, without wildcards
};

struct Dialect {
  std::string_view name, title;
  Parts default_parts = kFront;

  std::span<const Operator> operators = {};  ///< longest spelling first
  bool capitals_only = false;                ///< operators in lower case are words; a warning
  Adjacency adjacency = {};
  JoinedWords joined_words = JoinedWords::never;
  bool adjacency_is_error = false;    ///< say so when two words stand side by side
  bool mixing_is_error = false;       ///< AND beside OR without brackets: error instead of warning
  bool notes_operator_words = false;  ///< `sensitivity and specificity` earns a note

  std::uint32_t largest_distance = 255;
  int distance_minus = 0;       ///< words between = n - n_minus - distance_minus
  bool uniform_chains = false;  ///< `a W/3 b W/3 c` must keep one operator and one number
  bool distance_skips_stop_words = false;  ///< of `"a b"[tiab:~2]`

  std::span<const Quote> quotes = {};
  bool braces_keep_variants = false;  ///< "{advertising campaign}" has the variants of bare words
  bool phrase_distances = false;      ///< `"a b"~10`
  std::span<const Wildcard> wildcards = {};
  bool counted_wildcards = false;            ///< `{m,n}` inside a word
  bool bracketed_wildcards = false;          ///< `[*n]`: n letters at most
  std::string_view numbered_wildcards = {};  ///< each with a number, `$n`: n letters at most
  bool wildcards_at_end = false;             ///< of a term; elsewhere they are left out: a warning
  bool keeps_ending_wildcards = false;       ///< whatever Wildcard::least_before_end says
  std::string_view ending_wildcards = {};    ///< those that belong at the end of a word
  QuotedWildcards quoted_wildcards = QuotedWildcards::expand;
  std::string_view punctuation_in_quotes = {};  ///< wildcards that are none in quotes
  std::string_view doubtful_in_quotes = {};  ///< wildcards that may not work in quotes: a warning
  std::string_view remark_in_quotes = {};    ///< about wildcards in quotes: a note
  std::string_view in_a_row = {};  ///< joins adjacent words where quotes allow no wildcard: "NEXT"
  int wildcards_in_word = 0;       ///< most that the vendor allows; 0: no rule
  char any_word = 0;               ///< alone between two words of a phrase: any one word
  StemRule stems = {};

  VariantRule variants = {};
  bool variant_suffixes = false;  ///< `word~ps` asks for variants
  std::span<const std::string_view> stop_words =
      {};  ///< left out beside another word, unless quoted
  /// They are never searched; in a phrase each stands for any one word.
  bool stop_words_stand_for_any = false;

  bool heeds_every_distance = false;  ///< also where the vendor says that it ignores them
  Parts unknown_field_parts = {};     ///< none: those of bare words

  std::span<const std::string_view> without_data = {};  ///< words that are no search for a word

  HeadingSigns heading_signs = HeadingSigns::slash;
  FieldSyntax field_syntax = FieldSyntax::function;
  bool field_lists = false;       ///< function: TI,AB(x); and SU.EXACT(x), SU.EXACT.EXPLODE(x)
  bool slash_behind = false;      ///< beside colon_behind: 'x'/exp/mj
  bool bracketed_limits = false;  ///< [english]/lim, [2010-2020]/py (queries/embase_limits.h)
  bool mesh_descriptors = false;  ///< [mh ^"x"/DT], MeSH descriptor: [x] explode all trees
  std::span<const Field> fields = {};
  bool year_comparisons = false;           ///< PUBYEAR > 2015
  bool interface_limits = false;           ///< LIMIT-TO(...), EXCLUDE(...)
  bool years_need_words = false;           ///< a year alone is no query
  std::span<const Setting> settings = {};  ///< longest name first
  bool slash_headings = false;             ///< exp *Neoplasms/dt, th        (queries/ovid_syntax.h)
  bool bracket_comments = false;           ///< `[...]` is a comment
  bool set_commands = false;  ///< limit 3 to yr="2016", remove duplicates from 5, use ppez
  std::span<const Value> subheadings = {};  ///< the names of two-letter codes behind a heading

  LineSigns lines = {};  ///< how a search history calls its lines; none: it has no histories

  std::span<const Choice> choices = {};  ///< readings of one rule side by side

  bool ignores_curly_quotes = false;
  std::string_view remark_curly_quotes = {};  ///< what the database does with them
  std::string_view remark_adjacency = {};     ///< how sure the rank of the implied operator is
  std::string_view remark_untagged = {};      ///< about terms without a field: a note
  std::string_view remark_phrases = {};       ///< about phrases: a note
};

extern const Dialect kScopus, kWos, kPubmed, kOvid, kEbsco, kProquest, kProquestOld, kEmbase,
    kCochrane, kAcm, kIeee, kNative;

/// All dialects, in the order of help texts.
std::span<const Dialect* const> all_dialects();

/// The table as it is read on a day and with the choices of `options`. What is unknown there is
/// remarked.
Dialect as_chosen(const Dialect& dialect, const ReadingOptions& options, Remarks& remarks);

/// The reading of a rule that is taken. `rule` must be one of the dialect's.
const Choice& choice_taken(const Dialect& dialect, std::string_view rule,
                           const ReadingOptions& options);

/// The field of that name in a dialect, or nothing. Case does not matter.
const Field* field_named(const Dialect& dialect, std::string_view name);

}  // namespace litmine
