// Markup inside titles and abstracts: databases leave HTML and JATS tags and entities in them.
#include <array>
#include <cstdlib>

#include "extractors/records.h"
#include "extractors/structure_strings.h"

namespace litmine {
namespace {

struct Tag {
  std::string_view name;
  bool apart;  ///< stands for a line end: words on both sides are not one word
};
constexpr Tag kTags[] = {
    {"i", false},           {"b", false},       {"u", false},
    {"em", false},          {"strong", false},  {"sub", false},
    {"sup", false},         {"inf", false},     {"span", false},
    {"italic", false},      {"bold", false},    {"underline", false},
    {"sc", false},          {"scp", false},     {"small", false},
    {"font", false},        {"a", false},       {"p", true},
    {"br", true},           {"div", true},      {"title", true},
    {"sec", true},          {"abstract", true}, {"li", true},
    {"ul", true},           {"ol", true},       {"list", true},
    {"list-item", true},    {"h1", true},       {"h2", true},
    {"h3", true},           {"h4", true},       {"label", true},
    {"abstracttext", true}, {"tt", false},      {"ext-link", false},
};

struct Entity {
  std::string_view name, character;
};
constexpr Entity kEntities[] = {
    {"amp", "&"},   {"lt", "<"},    {"gt", ">"},     {"quot", "\""}, {"apos", "'"},
    {"nbsp", " "},  {"ndash", "–"}, {"mdash", "—"},  {"lsquo", "‘"}, {"rsquo", "’"},
    {"ldquo", "“"}, {"rdquo", "”"}, {"hellip", "…"}, {"deg", "°"},   {"plusmn", "±"},
    {"times", "×"}, {"alpha", "α"}, {"beta", "β"},   {"gamma", "γ"}, {"mu", "μ"},
};

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == ':';
}

/// The tag at the begin of `text` ("<jats:p>", "</i>", "<span class=...>") and its length; 0 if
/// there is none of those above.
std::size_t tag_at(std::string_view text, bool& apart) {
  std::size_t at = 1;
  if (at < text.size() && text[at] == '/') ++at;
  std::size_t begin = at;
  while (at < text.size() && at < begin + 24 && is_name_char(text[at])) ++at;
  std::string name = lower_ascii(text.substr(begin, at - begin));
  std::size_t colon = name.find(':');
  bool prefixed = colon != std::string::npos;
  if (prefixed) name.erase(0, colon + 1);
  bool mathml = prefixed && !name.empty() && text.substr(begin).starts_with("mml:");
  const Tag* known = nullptr;
  for (const Tag& tag : kTags)
    if (name == tag.name) known = &tag;
  if (!known && !mathml) return 0;
  std::size_t end = text.substr(0, 600).find('>', at);
  if (end == std::string_view::npos) return 0;
  std::string_view inside = trimmed(text.substr(at, end - at));
  bool attributes =
      inside.find("=\"") != std::string_view::npos || inside.find("='") != std::string_view::npos;
  if (!inside.empty() && inside != "/" && !attributes) return 0;
  apart = known && known->apart;
  return end + 1;
}

void append_utf8(std::string& out, unsigned long c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

/// "&amp;", "&#233;", "&#xE9;" as a character; its length, or 0.
std::size_t entity_at(std::string_view text, std::string& out) {
  std::size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 3) return 0;
  std::string name(text.substr(1, end - 1));
  if (name[0] == '#') {
    bool hex = name[1] == 'x' || name[1] == 'X';
    char* stop = nullptr;
    unsigned long c = std::strtoul(name.c_str() + (hex ? 2 : 1), &stop, hex ? 16 : 10);
    if (*stop != '\0' || stop == name.c_str() + (hex ? 2 : 1) || c < 0x20 || c > 0x10FFFF ||
        (c >= 0xD800 && c < 0xE000))
      return 0;
    append_utf8(out, c);
    return end + 1;
  }
  for (const Entity& entity : kEntities)
    if (name == entity.name) {
      out += entity.character;
      return end + 1;
    }
  return 0;
}

std::string without_one_layer(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    bool apart = false;
    std::size_t taken = 0;
    if (text[at] == '<') {
      taken = tag_at(text.substr(at), apart);
      if (taken > 0 && apart) out += ' ';
    } else if (text[at] == '&') {
      taken = entity_at(text.substr(at), out);
    }
    if (taken == 0) out += text[at++];
    at += taken;
  }
  return out;
}

constexpr int kMostLayers = 4;

}  // namespace

std::string without_markup(std::string_view text) {
  std::string out(text);
  for (int layer = 0; layer < kMostLayers && out.find_first_of("<&") != out.npos; ++layer) {
    std::string inner = without_one_layer(out);
    if (inner == out) break;
    out = std::move(inner);
  }
  return out;
}

}  // namespace litmine
