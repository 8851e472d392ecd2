#include "doctor/excerpt.h"

#include <algorithm>

namespace litmine {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::string excerpt(std::string_view text, std::size_t at, std::size_t length) {
  while (at < text.size() && (is_blank(text[at]) || is_continuation(text[at]))) ++at;
  std::size_t end = std::min(text.size(), at + length);
  while (end < text.size() && !is_blank(text[end]) && end < at + length + 20) ++end;
  while (end < text.size() && is_continuation(text[end])) ++end;
  std::string out;
  for (char c : text.substr(std::min(at, text.size()), end - std::min(at, end))) {
    if (!is_blank(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return end < text.size() ? out + "…" : out;
}

std::string excerpt_around(std::string_view text, std::size_t where, std::size_t length) {
  std::size_t at = where < length / 2 ? 0 : where - length / 2;
  while (at > 0 && at < where && !is_blank(text[at])) ++at;
  return (at > 0 ? "…" : "") + excerpt(text, at, length);
}

std::vector<PageText> pages_without_references(const Document& document) {
  const std::string_view text = document.text;
  std::vector<Span> left_out;
  for (const Section& section : document.sections)
    if (section.part == Part::references) left_out.push_back(section.body);
  std::vector<PageText> pages;
  const auto add = [&](std::uint32_t page, std::uint32_t begin, std::uint32_t end) {
    for (Span list : left_out) {
      if (list.begin >= end || list.end <= begin) continue;
      // What stands before the list on this page, or else behind it.
      if (list.begin > begin)
        end = list.begin;
      else
        begin = std::min(end, list.end);
    }
    if (begin < end) pages.push_back({page, text.substr(begin, end - begin), begin});
  };
  const auto size = static_cast<std::uint32_t>(text.size());
  if (document.pages.empty()) add(0, 0, size);
  for (std::size_t i = 0; i < document.pages.size(); ++i)
    add(static_cast<std::uint32_t>(i + 1), document.pages[i],
        i + 1 < document.pages.size() ? document.pages[i + 1] : size);
  return pages;
}

}  // namespace litmine
