#include "text/charset.h"

#include <unicode/ucnv.h>

#include <memory>

namespace litmine {
namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

Converter converter_named(const std::string& name) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &error));
  return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

bool is_name_char(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' ||
         c == '_' || c == '.' || c == ':' || c == '+';
}

/// The name behind `word` and `=`, quoted or not.
std::string value_behind(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    std::size_t begin = at + word.size();
    while (begin < text.size() && text[begin] == ' ') ++begin;
    if (begin >= text.size() || text[begin] != '=') continue;
    ++begin;
    while (begin < text.size() && (text[begin] == ' ' || text[begin] == '"' || text[begin] == '\''))
      ++begin;
    std::size_t end = begin;
    while (end < text.size() && end < begin + 40 && is_name_char(text[end])) ++end;
    if (end > begin) return std::string(text.substr(begin, end - begin));
  }
  return {};
}

}  // namespace

std::optional<std::string> decoded_as(std::string_view bytes, std::string_view charset) {
  std::string name = lower(charset);
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii")
    name = "windows-1252";
  if (name == "gb2312" || name == "gbk") name = "gb18030";
  const Converter from = converter_named(name), to = converter_named("UTF-8");
  if (!from || !to || name.empty()) return std::nullopt;
  std::string out;
  std::string piece(std::size_t{64} * 1024, '\0');
  UChar pivot[4096];
  UChar* pivot_source = pivot;
  UChar* pivot_target = pivot;
  const char* source = bytes.data();
  const char* end = bytes.data() + bytes.size();
  bool first = true;
  for (;;) {
    UErrorCode error = U_ZERO_ERROR;
    char* target = piece.data();
    ucnv_convertEx(to.get(), from.get(), &target, piece.data() + piece.size(), &source, end, pivot,
                   &pivot_source, &pivot_target, pivot + 4096, first, true, &error);
    first = false;
    out.append(piece.data(), target);
    if (error == U_BUFFER_OVERFLOW_ERROR) continue;
    if (U_FAILURE(error)) return std::nullopt;
    return out;
  }
}

std::string declared_charset(std::string_view head) {
  const std::string text = lower(head.substr(0, 4096));
  const std::string_view view = text;
  if (view.substr(0, 64).find("<?xml") != view.npos)
    if (std::string name = value_behind(view.substr(0, view.find("?>")), "encoding"); !name.empty())
      return name;
  return value_behind(view, "charset");
}

}  // namespace litmine
