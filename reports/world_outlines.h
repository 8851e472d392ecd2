// The outlines of the countries; see the .cc for source, licence and form.
#pragma once

#include <span>
#include <string_view>

namespace litmine {

/// One text a country, sorted by code.
std::span<const std::string_view> world_outlines();

}  // namespace litmine
