// The parts of a document that can be searched and weighed, and sets of them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace litmine {

/// Where in a document something stands. The first group are sections of the running text, the
/// second are facts about it (Biblio). The zones of the taggers are the sections.
enum class Part : std::uint8_t {
  title,
  abstract,
  keywords,  // the front
  introduction,
  theory,
  method,
  results,
  discussion,
  limitations,  // the body
  other,        // body text under no known heading
  references,
  back_matter,
  affiliations,  // what surrounds it
  authors,
  source,
  identifiers,
  language,
  doctype,
  index_terms,  // facts, from Biblio
};
inline constexpr int kParts = static_cast<int>(Part::index_terms) + 1;

/// Stable lower-case name used in files, options and output: "title", "back_matter", ...
std::string_view part_name(Part part);
std::optional<Part> part_named(std::string_view name);

/// A set of parts. Cheap to copy.
class Parts {
 public:
  constexpr Parts() = default;
  constexpr Parts(Part part) : bits_(bit(part)) {}  // NOLINT: a part is a set of one
  constexpr Parts(std::initializer_list<Part> parts) {
    for (Part part : parts) bits_ |= bit(part);
  }
  constexpr bool contains(Part part) const { return (bits_ & bit(part)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr Parts operator|(Parts other) const { return from_bits(bits_ | other.bits_); }
  constexpr Parts operator&(Parts other) const { return from_bits(bits_ & other.bits_); }
  constexpr Parts operator-(Parts other) const { return from_bits(bits_ & ~other.bits_); }
  constexpr std::uint32_t bits() const { return bits_; }
  static constexpr Parts from_bits(std::uint32_t bits) {
    Parts parts;
    parts.bits_ = bits;
    return parts;
  }
  friend constexpr bool operator==(Parts, Parts) = default;

  /// Calls `take(Part)` for each part in the order of the enumeration.
  template <class Take>
  void each(Take take) const {
    for (int i = 0; i < kParts; ++i)
      if (contains(static_cast<Part>(i))) take(static_cast<Part>(i));
  }

 private:
  static constexpr std::uint32_t bit(Part part) { return 1u << static_cast<unsigned>(part); }
  std::uint32_t bits_ = 0;
};

/// title, abstract, keywords: what the databases search by default.
inline constexpr Parts kFront{Part::title, Part::abstract, Part::keywords};
/// The running text between front and references.
inline constexpr Parts kBody{Part::introduction, Part::theory,      Part::method, Part::results,
                             Part::discussion,   Part::limitations, Part::other};
/// Every section of the text, references and back matter included.
inline constexpr Parts kText =
    kFront | kBody | Parts{Part::references, Part::back_matter, Part::affiliations};
/// Everything that can be searched.
inline constexpr Parts kAll = Parts::from_bits((1u << kParts) - 1);

/// Reads "title,abstract,keywords", also the group names "front", "body", "text", "all".
/// `unknown` is set to the first name that is not a part.
std::optional<Parts> parts_named(std::string_view list, std::string* unknown = nullptr);
/// "title,abstract,keywords"; a group's name where the set is exactly a group.
std::string parts_list(Parts parts);

}  // namespace litmine
