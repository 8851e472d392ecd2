#include "citations/write_reference.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/normalize.h"

namespace litmine {
namespace {

std::string one_line(std::string_view text) {
  std::string line;
  for (char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string whole_name(const Name& name) {
  std::string out = name.family;
  if (!name.given.empty()) out += ", " + name.given;
  if (!name.suffix.empty()) out += ", " + name.suffix;
  return out;
}

struct Type {
  std::string_view csl, ris, bibtex;
};
constexpr Type kTypes[] = {
    {"article-journal", "JOUR", "article"},
    {"book", "BOOK", "book"},
    {"chapter", "CHAP", "incollection"},
    {"paper-conference", "CPAPER", "inproceedings"},
    {"thesis", "THES", "phdthesis"},
    {"report", "RPRT", "techreport"},
    {"webpage", "ELEC", "misc"},
};

const Type& type_of(const Reference& reference) {
  static constexpr Type kOther = {"", "GEN", "misc"};
  for (const Type& type : kTypes)
    if (type.csl == reference.type) return type;
  return kOther;
}

/// What TeX would take for a command.
std::string tex(std::string_view text) {
  std::string out;
  for (char c : one_line(text)) {
    if (c == '&' || c == '%' || c == '$' || c == '#' || c == '_') out += '\\';
    if (c == '{' || c == '}' || c == '\\' || c == '~' || c == '^') continue;
    out += c;
  }
  return out;
}

std::string year_of(const Reference& reference) {
  if (reference.year) return fmt::format("{}{}", *reference.year, reference.year_letter);
  return reference.status.empty() ? "n.d." : reference.status;
}

enum class Order : std::uint8_t { inverted, initials_behind };

std::string people(const std::vector<Name>& names, Order order, std::string_view last,
                   std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == most) return out + ", et al.";
    if (i > 0) out += i + 1 == names.size() ? std::string(last) : std::string(", ");
    if (order == Order::inverted || names[i].corporate || names[i].given.empty()) {
      out += whole_name(names[i]);
    } else {
      out += names[i].family + " ";
      for (char c : names[i].given)
        if (c >= 'A' && c <= 'Z') out += c;
    }
  }
  return out;
}

const std::vector<Name>& makers(const Reference& reference) {
  return reference.authors.empty() ? reference.editors : reference.authors;
}

/// Adds `text` between `before` and `after` when there is something to add.
void add(std::string& out, std::string_view before, std::string_view text,
         std::string_view after = {}) {
  if (text.empty()) return;
  out += before;
  out += text;
  out += after;
}

std::string imprint(const Reference& reference, std::string_view between) {
  if (reference.place.empty()) return reference.publisher;
  if (reference.publisher.empty()) return reference.place;
  return reference.place + std::string(between) + reference.publisher;
}

std::string apa(const Reference& r) {
  std::string out = people(makers(r), Order::inverted, ", & ", 20);
  add(out, out.empty() ? "(" : " (", year_of(r), "). ");
  add(out, "", r.title, ".");
  add(out, r.type == "chapter" || r.type == "paper-conference" ? " In " : " ", r.container);
  add(out, ", ", r.volume);
  add(out, "(", r.issue, ")");
  add(out, ", ", r.pages);
  add(out, r.container.empty() ? " " : ". ", imprint(r, ": "));
  if (!out.ends_with('.')) out += ".";
  add(out, " https://doi.org/", r.doi);
  return out;
}

std::string harvard(const Reference& r) {
  std::string out = people(makers(r), Order::inverted, " and ", 20);
  add(out, out.empty() ? "(" : " (", year_of(r), "), ");
  add(out, r.container.empty() ? "" : "“", r.title, r.container.empty() ? "" : "”");
  add(out, ", ", r.container);
  add(out, ", ", imprint(r, ": "));
  add(out, ", Vol. ", r.volume);
  add(out, " No. ", r.issue);
  add(out, ", pp. ", r.pages);
  add(out, ", doi: ", r.doi);
  return out + ".";
}

std::string vancouver(const Reference& r) {
  std::string out = people(makers(r), Order::initials_behind, ", ", 6);
  add(out, out.empty() ? "" : ". ", r.title, ".");
  add(out, " ", r.container, ".");
  add(out, " ", imprint(r, ": "), ";");
  add(out, " ", year_of(r));
  add(out, ";", r.volume);
  add(out, "(", r.issue, ")");
  add(out, ":", r.pages);
  out += ".";
  add(out, " doi: ", r.doi);
  return out;
}

std::string chicago(const Reference& r) {
  std::string out = people(makers(r), Order::inverted, ", and ", 10);
  if (!out.empty() && !out.ends_with('.')) out += ".";
  add(out, out.empty() ? "" : " ", year_of(r), ".");
  add(out, r.container.empty() ? " " : " “", r.title, r.container.empty() ? "." : ".”");
  add(out, " ", r.container);
  add(out, " ", r.volume);
  add(out, " (", r.issue, ")");
  add(out, ": ", r.pages);
  add(out, r.container.empty() ? " " : ". ", imprint(r, ": "));
  if (!out.ends_with('.')) out += ".";
  add(out, " https://doi.org/", r.doi, ".");
  return out;
}

}  // namespace

void write_ris(std::ostream& out, const Reference& reference, std::string_view id,
               const std::vector<std::string>& notes) {
  const auto field = [&](std::string_view tag, std::string_view value) {
    if (const std::string line = one_line(value); !line.empty())
      out << tag << "  - " << line << '\n';
  };
  field("TY", type_of(reference).ris);
  field("ID", id);
  for (const Name& name : reference.authors) field("AU", whole_name(name));
  for (const Name& name : reference.editors)
    field(reference.authors.empty() ? "AU" : "A2", whole_name(name));
  field("TI", reference.title);
  if (reference.year) field("PY", fmt::format("{}", *reference.year));
  field("T2", reference.container);
  field("T3", reference.series);
  field("VL", reference.volume);
  field("IS", reference.issue);
  const std::size_t dash = reference.pages.find('-');
  field("SP", std::string_view(reference.pages).substr(0, dash));
  if (dash != std::string::npos) field("EP", std::string_view(reference.pages).substr(dash + 1));
  field("PB", reference.publisher);
  field("CY", reference.place);
  field("ET", reference.edition);
  field("DO", reference.doi);
  field("UR", reference.url);
  field("M3", reference.genre);
  field("Y2", reference.accessed);
  field("LA", reference.language);
  if (!reference.status.empty()) field("N1", "printed as " + reference.status);
  if (reference.et_al) field("N1", "the list of authors is cut by et al.");
  for (const std::string& note : notes) field("N1", note);
  out << "ER  - \n\n";
}

void write_bibtex(std::ostream& out, const Reference& reference, std::string_view key) {
  const Type& type = type_of(reference);
  out << fmt::format("@{}{{{}", type.bibtex, key);
  const auto field = [&](std::string_view name, std::string_view value) {
    if (const std::string safe = tex(value); !safe.empty())
      out << fmt::format(",\n  {} = {{{}}}", name, safe);
  };
  const auto names = [&](std::string_view name, const std::vector<Name>& people) {
    std::string all;
    for (const Name& person : people)
      all += (all.empty() ? "" : " and ") +
             (person.corporate ? "{" + tex(person.family) + "}" : tex(whole_name(person)));
    if (!all.empty()) out << fmt::format(",\n  {} = {{{}}}", name, all);
  };
  names("author", reference.authors);
  names("editor", reference.editors);
  field("title", reference.title);
  if (reference.year) field("year", fmt::format("{}", *reference.year));
  field(type.bibtex == "article" ? "journal" : "booktitle", reference.container);
  field("series", reference.series);
  field("volume", reference.volume);
  field("number", reference.issue);
  field("pages", reference.pages);
  field(type.bibtex == "phdthesis" ? "school" : "publisher", reference.publisher);
  field("address", reference.place);
  field("edition", reference.edition);
  // Addresses stay as they are.
  if (!reference.doi.empty()) out << fmt::format(",\n  doi = {{{}}}", reference.doi);
  if (!reference.url.empty()) out << fmt::format(",\n  url = {{{}}}", reference.url);
  out << "\n}\n\n";
}

Result<std::string> formatted(const Reference& reference, std::string_view style) {
  struct Style {
    std::string_view name;
    std::string (*write)(const Reference&);
  };
  constexpr Style kStyles[] = {
      {"apa", apa}, {"harvard", harvard}, {"vancouver", vancouver}, {"chicago", chicago}};
  std::vector<std::string_view> names;
  for (const Style& known : kStyles) {
    if (known.name == style) return known.write(reference);
    names.push_back(known.name);
  }
  const std::string near = nearest(style, names);
  return failure(Error::Kind::usage, fmt::format("no citation style is called '{}'", style),
                 near.empty() ? "styles: apa, harvard, vancouver, chicago"
                              : fmt::format("did you mean '{}'?", near));
}

std::string listed_names(const std::vector<Name>& names) {
  std::string out;
  for (const Name& name : names) out += (out.empty() ? "" : "; ") + whole_name(name);
  return out;
}

}  // namespace litmine
