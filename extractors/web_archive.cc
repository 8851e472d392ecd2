// The one thing to know: a part may hold parts itself, and the boundary between them is named in
// the head of what holds them.
#include "extractors/web_archive.h"

#include <algorithm>

#include "extractors/full_text.h"
#include "extractors/html.h"
#include "extractors/structure_strings.h"

namespace litmine {
namespace {

constexpr int kDeepestParts = 4;
constexpr std::size_t kPartsRead = 10'000;

/// One part: its head, folded lines joined, in small letters up to the values; and what follows.
struct MimePart {
  std::string type, encoding, boundary;
  std::string_view body;
};

/// The next line without its end; `rest` goes on behind it.
std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// `boundary="x"` or `boundary=x` among the parameters of a field.
std::string parameter(std::string_view value, std::string_view name) {
  const std::string small = lower_ascii(value);
  const std::size_t at = small.find(std::string(name) + "=");
  if (at == std::string::npos) return {};
  std::string_view rest = value.substr(at + name.size() + 1);
  if (!rest.starts_with('"')) return std::string(rest.substr(0, rest.find_first_of("; \t")));
  rest.remove_prefix(1);
  return std::string(rest.substr(0, rest.find('"')));
}

MimePart part_of_message(std::string_view text) {
  MimePart part;
  part.type = "text/plain";
  std::string field;
  const auto take_field = [&] {
    const std::size_t colon = field.find(':');
    if (colon == std::string::npos) return;
    const std::string name = lower_ascii(field.substr(0, colon));
    const std::string_view value = trimmed(std::string_view(field).substr(colon + 1));
    if (name == "content-type") {
      part.type = lower_ascii(trimmed(value.substr(0, value.find(';'))));
      part.boundary = parameter(value, "boundary");
    } else if (name == "content-transfer-encoding") {
      part.encoding = lower_ascii(value);
    }
  };
  while (!text.empty()) {
    const std::string_view line = next_line(text);
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      field += line;
      continue;
    }
    take_field();
    field = line;
  }
  take_field();
  part.body = text;
  return part;
}

/// What stands between the lines `--boundary`.
std::vector<std::string_view> parts_between(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> parts;
  const std::string mark = "--" + boundary;
  const char* begin = nullptr;
  while (!body.empty() && parts.size() < kPartsRead) {
    const char* const here = body.data();
    const std::string_view line = next_line(body);
    if (!line.starts_with(mark)) continue;
    if (begin != nullptr) parts.emplace_back(begin, static_cast<std::size_t>(here - begin));
    begin = body.data();
    if (line.substr(mark.size()).starts_with("--")) return parts;
  }
  // The last boundary is missing where a download broke off.
  if (begin != nullptr)
    parts.emplace_back(begin, static_cast<std::size_t>(body.data() + body.size() - begin));
  return parts;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/// RFC 2045, 6.7: "=E9" is a byte, "=" at a line's end joins the lines.
std::string from_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
      continue;
    }
    std::size_t end = at + 1;
    if (end < text.size() && text[end] == '\r') ++end;
    if (end < text.size() && text[end] == '\n') {
      at = end;
      continue;
    }
    const int high = at + 1 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = at + 2 < text.size() ? hex_digit(text[at + 2]) : -1;
    if (high < 0 || low < 0) {
      out += '=';
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return out;
}

/// RFC 2045, 6.8; what is no letter of it is passed over.
std::string from_base64(std::string_view text) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (char c : text) {
    if (c == '=') break;
    const std::size_t value = kLetters.find(c);
    if (value == std::string_view::npos) continue;
    bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xFFFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
  }
  return out;
}

bool is_page(const MimePart& part) {
  return part.type == "text/html" || part.type == "application/xhtml+xml";
}

std::optional<std::string> page_in(const MimePart& part, int depth) {
  if (is_page(part)) {
    if (part.encoding == "quoted-printable") return from_quoted_printable(part.body);
    if (part.encoding == "base64") return from_base64(part.body);
    return std::string(part.body);
  }
  if (!part.type.starts_with("multipart/") || part.boundary.empty() || depth >= kDeepestParts)
    return std::nullopt;
  for (std::string_view inside : parts_between(part.body, part.boundary))
    if (std::optional<std::string> page = page_in(part_of_message(inside), depth + 1)) return page;
  return std::nullopt;
}

class WebArchiveExtractor final : public Extractor {
 public:
  std::string_view name() const override { return "mht"; }

  bool accepts(std::string_view head, const std::filesystem::path& path) const override {
    const std::string text = lower_ascii(head);
    const std::string_view begin = trimmed(std::string_view(text));
    std::size_t end = begin.find("\n\n");
    end = std::min(end, begin.find("\r\n\r\n"));
    const std::string_view fields = begin.substr(0, end);
    const std::string_view first = fields.substr(0, fields.find_first_of(": \n"));
    if (first.empty() || fields.substr(first.size(), 1) != ":") return false;
    const bool message =
        fields.find("mime-version:") != fields.npos && fields.find("content-type:") != fields.npos;
    const std::string ending = lower_ascii(path.extension().string());
    const bool named = ending == ".mht" || ending == ".mhtml";
    return message && (named || fields.find("multipart/related") != fields.npos);
  }

  void extract(const std::filesystem::path& path, const Intake& intake) const override {
    const FullText file(path, intake, name());
    const std::optional<std::string> bytes = file.bytes();
    if (!bytes) return;
    const std::optional<std::string> page = page_in_archive(*bytes);
    if (!page)
      return file.refuse("no-text", "is a saved web page (MHT) without a page of HTML in it",
                         "open it in a browser and save it as HTML or PDF");
    read_web_page(*page, name(), file);
  }
};

}  // namespace

const Extractor& web_archive_extractor() {
  static const WebArchiveExtractor extractor;
  return extractor;
}

std::optional<std::string> page_in_archive(std::string_view message) {
  while (!message.empty() && (message.front() == '\r' || message.front() == '\n'))
    message.remove_prefix(1);
  return page_in(part_of_message(message), 0);
}

}  // namespace litmine
