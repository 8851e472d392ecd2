// What a codebook is made of, once read and compiled: the nouns behind Codebook. Plain structs;
// docs/codebook.md describes the keys of the files that they come from.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "corpus/part.h"
#include "taggers/candidates.h"
#include "taggers/codebook.h"
#include "taggers/expression.h"

namespace litmine {

/// Weight of a hit by the zone that it stands in.
using Weights = std::array<double, kParts>;

/// Silences a hit: its sentence matches `when` and not `unless`.
struct Context {
  std::string name;
  std::string reason;  ///< shown to the user: "inside a citation"
  Expression when, unless;
  Parts zones = kText;            ///< applies only here
  bool yields_to_anchor = false;  ///< an anchored hit is not silenced
};

/// A pattern of use around the words: makes a hit anchored and may give it a role.
struct Anchor {
  std::string name;
  std::string role;
  Expression when;
  Parts zones = kText;
};

/// Words that speak for a code.
struct Rule {
  std::string id;  ///< "method.survey.questionnaire"
  std::size_t code = 0;
  Expression words;
  Parts zones = kText;
  std::vector<std::size_t> anchors;    ///< into Facet::anchors, in order of precedence
  std::vector<Context> contexts;       ///< its own and the facet's
  /// All of their patterns without literals at once, to skip them together.
  Expression any_context, any_anchor;
  Expression needs;                    ///< must occur elsewhere in the body; empty: nothing
  std::vector<Expression> value;       ///< what of the words is the code's value, one after another
  std::string value_joint = " ";       ///< stands between them
  bool whole_sentence = false;         ///< the value is the sentence
  bool weak = false;                   ///< counts less and never alone
  bool anchored = false;               ///< the words are a pattern of use by themselves
  bool ambiguous = false;              ///< counts only with an anchor or another rule's support
  std::vector<std::string> yes, no;
  std::string file;
};

/// Words that look like a code's and are not ("New Mexico"): swallow the hits inside them.
struct Decoy {
  Expression words;
  std::string reason;
};

struct CodeDefinition {
  std::string code, label, definition;
  std::string parent;                   ///< the code above it; may be empty
  std::vector<std::size_t> stands_for;  ///< a group ("V4"): its hits go to these codes
};

/// What happens between codes once all hits are counted.
struct Interplay {
  enum class Kind {
    suppress,  ///< `code` is not suggested beside one of `codes`
    demote,    ///< `code` comes after `below` when a rule of `rules` has counted
    join,      ///< `code` is added when all of `codes` are anchored in `zones`
    collect,   ///< `code` is added when `at_least` codes reach medium
    nothing,   ///< `code` is added when `zones` were read and hold no anchored hit
    alone,     ///< where `code` reaches medium, the other codes lose a band
    fallback,  ///< `code` stands, at low, only when no other code reaches medium
  };
  Kind kind = Kind::suppress;
  std::string code, below, reason;
  std::vector<std::string> codes;
  std::vector<std::string> rules;         ///< ids
  std::string unless_facet, unless_code;  ///< not when that code was suggested
  Parts zones;
  std::size_t at_least = 0;
  bool yields = false;  ///< of alone: to a code at high with a better score
};

struct Facet {
  std::string name, label, definition, file;
  Weights weights{};
  double introduction_end = -1;  ///< weight in the introduction's last paragraphs; -1: as before
  bool single = false;           ///< one value per document
  std::size_t at_most = 0;       ///< suggestions at medium or above; 0: no limit
  std::size_t crowd = 0;         ///< so many codes in one sentence silence bare hits; 0: never
  double runner_up = 0;          ///< codes below this share of the best score lose a band; 0: none
  bool needs_anchor = false;     ///< without an anchor low at most
  bool front_or_anchor = false;  ///< without an anchor or a hit in the front, low at most
  Parts anchored_in;             ///< zones where every hit is anchored
  Parts high_needs_anchor_in;    ///< as Zones', for this facet
  bool gated = true;             ///< false: coded whatever kind of document it is
  std::string column, parent_column;  ///< of the coding table; may be empty
  std::string default_role;
  std::vector<std::string> main_roles;  ///< scored as one suggestion; others on their own
  std::vector<CodeDefinition> codes;
  std::vector<Anchor> anchors;
  std::vector<Decoy> decoys;
  std::vector<Rule> rules;
  std::vector<Interplay> interplay;
};

/// The general part of the codebook: zones.toml.
struct Zones {
  std::vector<std::string> order;
  std::map<std::string, Weights, std::less<>> weights;  ///< by facet, and "default"
  std::map<std::string, double, std::less<>> introduction_end;
  double high = 6, medium = 3;
  Parts high_needs_anchor_in;
  double runner_up = 0.5;
  int hits_at_most = 3;
  double anchored = 2, bare = 1, weak = 0.5;
  std::size_t end_paragraphs = 2;
  double first = 0.15, last = 0.25;  ///< shares of a text without headings
  Part first_as = Part::introduction, middle_as = Part::results, last_as = Part::discussion;
  std::string gate = "document";
  double gate_score = 3;      ///< what a kind other than empirical needs
  double gate_record = 6;     ///< the same for a record
  double gate_no_data = 1.5;  ///< below this, an article has no data of its own
  std::size_t gate_codes = 5;
  std::vector<std::string> gate_facets;
};

struct Codebook::Compiled {
  Zones zones;
  std::vector<Facet> facets;  ///< the gate among them; in order
  std::size_t gate = 0;       ///< place of the gate in `facets`
  struct Place {
    std::size_t facet = 0;
    std::size_t rule = 0;
    bool decoy = false;
  };
  std::vector<Place> places;         ///< every rule and decoy of every facet
  std::vector<int> place_of;         ///< by candidate: whose words it is one of; -1: of no rule's
  std::vector<int> always;           ///< places with a pattern that any text may hold
  Candidates candidates;             ///< the alternatives of words, anchors and contexts
  std::string hash;
};

}  // namespace litmine
