// litmine show: one document as litmine read it, with its parts and pages.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/tables.h"
#include "indexer/index.h"

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;

struct ShowCall {
  std::string id, index, format = "text", part;
  bool furniture = false;
};

Json text_of(std::string_view text) { return Json(std::string(text)); }

Json as_json(const Document& document) {
  Json json;
  json["id"] = document.id;
  json["kind"] = document.kind == Document::Kind::record ? "record" : "full_text";
  json["file"] = file_of(document);
  json["extractor"] = document.extractor;
  const Biblio& about = document.about;
  json["title"] = about.title;
  json["authors"] = Json::array();
  for (const Author& author : about.authors)
    json["authors"].push_back({{"family", author.family}, {"given", author.given}});
  json["year"] = about.year ? Json(*about.year) : Json(nullptr);
  json["source"] = about.source;
  json["doi"] = about.doi;
  json["pages"] = document.pages.size();
  json["keywords"] = Json::array();
  for (Span keyword : document.keywords)
    json["keywords"].push_back(text_of(keyword.in(document.text)));
  json["sections"] = Json::array();
  for (const Section& section : document.sections)
    json["sections"].push_back({{"part", std::string(part_name(section.part))},
                                {"page", document.page_at(section.body.begin)},
                                {"heading", text_of(section.heading.in(document.text))},
                                {"begin", section.body.begin},
                                {"end", section.body.end},
                                {"text", text_of(section.body.in(document.text))}});
  json["references"] = Json::array();
  for (Span reference : document.references)
    json["references"].push_back(text_of(reference.in(document.text)));
  json["furniture"] = document.furniture;
  return json;
}

void say_fact(std::ostream& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out << fmt::format("{:<10}{}\n", name, value);
}

void say_facts(std::ostream& out, const Document& document) {
  const Biblio& about = document.about;
  std::string authors;
  for (const Author& author : about.authors)
    authors += (authors.empty() ? "" : "; ") + author.family +
               (author.given.empty() ? "" : ", " + author.given);
  std::string keywords;
  for (Span keyword : document.keywords)
    keywords += (keywords.empty() ? "" : "; ") + std::string(keyword.in(document.text));
  say_fact(out, "id", document.id);
  say_fact(out, "file", file_of(document));
  say_fact(out, "title", about.title);
  say_fact(out, "authors", authors);
  say_fact(out, "year", about.year ? std::to_string(*about.year) : "");
  say_fact(out, "source", about.source);
  say_fact(out, "doi", about.doi);
  say_fact(out, "keywords", keywords);
  say_fact(out, "pages", document.pages.empty() ? "" : std::to_string(document.pages.size()));
  say_fact(out, "references",
           document.references.empty() ? "" : fmt::format("{}", document.references.size()));
}

void say_section(std::ostream& out, const Document& document, const Section& section) {
  out << fmt::format("\n[{}", part_name(section.part));
  if (auto page = document.page_at(section.body.begin)) out << fmt::format(", page {}", page);
  out << ']';
  if (!section.heading.empty()) out << ' ' << section.heading.in(document.text);
  out << "\n\n" << section.body.in(document.text) << '\n';
}

void say(std::ostream& out, const Document& document, Parts parts, bool furniture) {
  say_facts(out, document);
  for (const Section& section : document.sections)
    if (parts.contains(section.part)) say_section(out, document, section);
  if (!furniture) return;
  out << "\n[left out: running heads, page numbers, stamps]\n\n";
  for (const std::string& line : document.furniture) out << line << '\n';
}

int show(const ShowCall& options, Terminal& terminal) {
  Parts parts = kAll;
  if (!options.part.empty()) {
    std::string unknown;
    auto named = parts_named(options.part, &unknown);
    if (!named)
      return report(Error{Error::Kind::usage, fmt::format("no part is called '{}'", unknown),
                          "parts are title, abstract, keywords, method, ... or front, body, text"},
                    terminal);
    parts = *named;
  }
  auto index = Index::open(index_folder(options.index));
  if (!index) return report(index.error(), terminal);
  auto document = index->document(options.id);
  if (!document) return report(document.error(), terminal);
  if (options.format == "json")
    terminal.out << as_json(*document).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  else if (options.format == "text")
    say(terminal.out, *document, parts, options.furniture);
  else
    return report(Error{Error::Kind::usage, fmt::format("no format is called '{}'", options.format),
                        "formats: text, json"},
                  terminal);
  return kDone;
}

}  // namespace

Action declare_show(CLI::App& app) {
  auto options = std::make_shared<ShowCall>();
  app.add_option("ID", options->id, "The document's id, as listed by search or info --documents")
      ->required();
  add_index_option(app, options->index);
  app.add_option("--format", options->format, "Output: text or json")->capture_default_str();
  app.add_option("--part", options->part, "Only these parts, e.g. abstract,method");
  app.add_flag("--furniture", options->furniture, "Also show what was left out as running heads");
  return [options](Terminal& terminal) { return show(*options, terminal); };
}

}  // namespace litmine
