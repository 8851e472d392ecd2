// Text that is data (JSON, CSV, XML, ...) must not be taken for an article: its words would be
// found, and wrongly counted. So the formats that litmine knows by sight but does not read are in
// these tables; to read one, write an extractor and take it out here.
#include "extractors/text_formats.h"

#include <algorithm>
#include <string>

#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::string_view kToPdf = "save it as PDF or plain text and index that";
constexpr std::string_view kToRis =
    "no records that litmine knows are in it; export them as RIS, BibTeX or CSV with titles";
constexpr std::string_view kNotText = "leave it out of the folder, or ignore this line";

struct Magic {
  std::string_view bytes;
  std::size_t at;
  std::string_view name, hint;
};

using namespace std::string_view_literals;

constexpr Magic kMagic[] = {
    {"PK\x05\x06"sv, 0, "an empty ZIP archive", kNotText},
    {"\x1F\x8B"sv, 0, "a gzip archive", "unpack it first"},
    {"BZh"sv, 0, "a bzip2 archive", "unpack it first"},
    {"\xFD"
     "7zXZ"sv,
     0, "an xz archive", "unpack it first"},
    {"7z\xBC\xAF"sv, 0, "a 7-Zip archive", "unpack it first"},
    {"Rar!"sv, 0, "a RAR archive", "unpack it first"},
    {"\x28\xB5\x2F\xFD"sv, 0, "a zstd archive", "unpack it first"},
    {"\x89PNG"sv, 0, "a PNG picture", kNotText},
    {"\xFF\xD8\xFF"sv, 0, "a JPEG picture", kNotText},
    {"GIF8"sv, 0, "a GIF picture", kNotText},
    {"II*\0"sv, 0, "a TIFF picture", kNotText},
    {"MM\0*"sv, 0, "a TIFF picture", kNotText},
    {"WEBP"sv, 8, "a WebP picture", kNotText},
    {"\xD0\xCF\x11\xE0"sv, 0, "an old Microsoft Office file (DOC, XLS)", kToPdf},
    {R"({\rtf)"sv, 0, "RTF", kToPdf},
    {"%!PS"sv, 0, "PostScript", kToPdf},
    {"AT&TFORM"sv, 0, "DjVu", kToPdf},
    {"SQLite format 3"sv, 0, "an SQLite database", kNotText},
    {"\x7F"
     "ELF"sv,
     0, "a program", kNotText},
    {"MZ\x90"sv, 0, "a Windows program", kNotText},
    {"ustar"sv, 257, "a tar archive", "unpack it first"},
    {"OggS"sv, 0, "an Ogg recording", kNotText},
    {"ID3"sv, 0, "an MP3 recording", kNotText},
    {"ftyp"sv, 4, "an MP4 video", kNotText},
    {"BOOKMOBI"sv, 60, "a Kindle book", kToPdf},
    {"#!"sv, 0, "a script", kNotText},
};

/// Text formats, by how the first text begins (case aside).
constexpr Magic kOpenings[] = {
    {"<?xml", 0, "XML", kToRis},
    {"<!doctype html", 0, "HTML", kToPdf},
    {"<html", 0, "HTML", kToPdf},
    {"<head", 0, "HTML", kToPdf},
    {"<!--", 0, "HTML or XML", kToPdf},
    {"<svg", 0, "an SVG picture", kNotText},
    {"<!doctype", 0, "XML", kToRis},
    {"<tei", 0, "XML", kToPdf},
    {"<article", 0, "XML", kToPdf},
    {"<records", 0, "XML", kToRis},
    {"<rdf", 0, "RDF", kNotText},
    {"\\documentclass", 0, "LaTeX", kToPdf},
    {"\\documentstyle", 0, "LaTeX", kToPdf},
    {"%pdf-", 0, "a PDF file", kNotText},
    {"@prefix", 0, "Turtle (RDF)", kNotText},
    {"@base", 0, "Turtle (RDF)", kNotText},
};

struct Ending {
  std::string_view ending, name, hint;
};
constexpr Ending kEndings[] = {
    {".json", "JSON", kToRis},
    {".jsonl", "JSON Lines", kToRis},
    {".ndjson", "JSON Lines", kToRis},
    {".csv", "CSV", kToRis},
    {".tsv", "TSV", kToRis},
    {".tab", "tab-separated values", kToRis},
    {".xml", "XML", kToRis},
    {".nxml", "XML", kToPdf},
    {".html", "HTML", kToPdf},
    {".htm", "HTML", kToPdf},
    {".xhtml", "HTML", kToPdf},
    {".tex", "LaTeX", kToPdf},
    {".sty", "LaTeX", kNotText},
    {".cls", "LaTeX", kNotText},
    {".rtf", "RTF", kToPdf},
    {".ttl", "Turtle (RDF)", kNotText},
    {".rdf", "RDF", kNotText},
    {".nt", "RDF", kNotText},
    {".yml", "YAML", kNotText},
    {".yaml", "YAML", kNotText},
    {".toml", "TOML", kNotText},
    {".ini", "a settings file", kNotText},
    {".cfg", "a settings file", kNotText},
    {".query", "a search string", kNotText},
    {".sql", "SQL", kNotText},
    {".css", "a style sheet", kNotText},
    {".js", "program source", kNotText},
    {".ts", "program source", kNotText},
    {".py", "program source", kNotText},
    {".r", "program source", kNotText},
    {".c", "program source", kNotText},
    {".cc", "program source", kNotText},
    {".cpp", "program source", kNotText},
    {".h", "program source", kNotText},
    {".hpp", "program source", kNotText},
    {".java", "program source", kNotText},
    {".go", "program source", kNotText},
    {".rs", "program source", kNotText},
    {".sh", "program source", kNotText},
    {".pl", "program source", kNotText},
    {".rb", "program source", kNotText},
    {".cmake", "program source", kNotText},
    {".svg", "an SVG picture", kNotText},
    {".ps", "PostScript", kToPdf},
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// `{"key": ...` or `[{`, `["`, `[1,`: JSON and not a sentence in brackets.
bool is_json(std::string_view text) {
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return false;
  std::string_view rest = trimmed(text.substr(1));
  if (text[0] == '{') return rest.starts_with('"') || rest.starts_with('}');
  return rest.starts_with('{') || rest.starts_with('[') || rest.starts_with('"') ||
         rest.starts_with(']');
}

/// The first lines all hold the same number of tabs (3 or more) or of semicolons and commas outside
/// quotes (5 or more).
bool is_table(std::string_view text) {
  std::size_t lines = 0, tabs = 0;
  while (!text.empty() && lines < 6) {
    std::size_t end = text.find('\n');
    if (end == std::string_view::npos) break;  // the last line may be cut off
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    auto count = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
    if (count < 3 || (lines > 0 && count != tabs)) return false;
    tabs = count;
    ++lines;
  }
  return lines >= 3;
}

std::string_view without_mark(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}

}  // namespace

ForeignFormat foreign_format(std::string_view head, const std::filesystem::path& path) {
  for (const Magic& magic : kMagic)
    if (head.size() >= magic.at && head.substr(magic.at).starts_with(magic.bytes))
      return {magic.name, magic.hint};
  std::string decoded_head = decoded(head);
  std::string_view text = without_mark(decoded_head);
  for (const Magic& opening : kOpenings)
    if (starts_with_no_case(text, opening.bytes)) return {opening.name, opening.hint};
  if (is_json(text)) return {"JSON", kToRis};
  std::string ending = lower_ascii(path.extension().string());
  for (const Ending& known : kEndings)
    if (ending == known.ending) return {known.name, known.hint};
  if (ending != ".txt" && ending != ".md" && is_table(text))
    return {"a table of tab-separated values", kToRis};
  return {};
}

bool is_readable_text(std::string_view head) {
  std::string text = decoded(head);
  std::size_t seen = 0, odd = 0;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = code_point_at(text, at);
    at += c.bytes;
    ++seen;
    bool control = (c.value < 0x20 && c.value != '\n' && c.value != '\r' && c.value != '\t' &&
                    c.value != '\f') ||
                   (c.value >= 0x7F && c.value < 0xA0);
    if (control || c.value == 0xFFFD) ++odd;
  }
  return odd * 50 <= seen;
}

}  // namespace litmine
