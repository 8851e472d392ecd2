// Countries as reviewers write them, and the regions they are in.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace litmine {

/// The regions of the United Nations' M49 standard. Cyprus, Turkey and Georgia are in Asia there,
/// Russia in Europe.
enum class Region : std::uint8_t { africa, americas, asia, europe, oceania, none };
std::string_view region_name(Region region);  ///< "the Americas"

struct CountryFacts {
  std::string_view code;  ///< ISO 3166-1: "IT"
  Region region = Region::none;
  std::string_view names;  ///< the English name, then other spellings, separated by |
  std::string_view name() const;
};

std::span<const CountryFacts> all_countries();  ///< by code

/// The country of a name in any of its spellings ("U.S.", "S. Korea", "Türkiye") or of its code;
/// null for what is none ("Several", "54 countries"). Case, accents and dots do not matter.
/// Thread-safe.
const CountryFacts* country_named(std::string_view name_or_code);

}  // namespace litmine
