// References as CSL-JSON, the data format of Citation Style Language processors (schema 1.0.2).
#pragma once

#include <string>
#include <string_view>

#include "corpus/reference.h"

namespace litmine {

/// One object on one line. What CSL has no variable for stands under `custom`: `confidence`,
/// `et_al`, and `fields`, where each field stands in `text` ([begin, end) in bytes, and how sure).
/// `id` is left out when empty. Bytes that are not UTF-8 become U+FFFD. Thread-safe.
std::string csl_json(const Reference& reference, std::string_view id = {});

}  // namespace litmine
