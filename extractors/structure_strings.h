// Small questions about a line, asked all over the reading of an article's structure. Everything
// here works on UTF-8 and never allocates unless it gives back a string.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace litmine {

/// Without white space at either end.
std::string_view trimmed(std::string_view text);
/// Trimmed, every run of white space inside one blank.
std::string squeezed(std::string_view text);
/// ASCII letters to lower case; other bytes stay.
std::string lower_ascii(std::string_view text);
bool starts_with_no_case(std::string_view text, std::string_view prefix);
/// True if `part` stands in `text`, ASCII case aside. `part` must be lower case.
bool contains_no_case(std::string_view text, std::string_view part);

/// Code point at a byte and its length; a broken byte is itself, one byte long.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;  ///< 0 at the end of the text
};
CodePoint code_point_at(std::string_view text, std::size_t byte);
CodePoint last_code_point(std::string_view text);

/// Letters of Latin, Greek and Cyrillic have a case; others are letters without one.
bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);

/// The first letter or digit, behind quotes and brackets, is a lower-case letter.
bool begins_lower(std::string_view text);
bool begins_upper(std::string_view text);
bool begins_digit(std::string_view text);
/// Ends with a full stop, question or exclamation mark or colon, perhaps behind quotes, brackets
/// or a superscript note number.
bool ends_sentence(std::string_view text);

std::size_t count_letters(std::string_view text);
std::size_t count_digits(std::string_view text);
std::size_t count_words(std::string_view text);  ///< runs without white space
/// At least three letters, none of them lower case.
bool all_capitals(std::string_view text);

/// Every `from` made `to`.
std::string replaced(std::string_view text, std::string_view from, std::string_view to);

/// Cut at any of the ASCII `separators`; pieces are trimmed, empty ones left out.
std::vector<std::string_view> split_at(std::string_view text, std::string_view separators);

}  // namespace litmine
