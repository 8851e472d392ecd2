#include "exporters/ris.h"

#include <fmt/format.h>

namespace litmine {
namespace {

struct Type {
  std::string_view csl, ris;
};
constexpr Type kTypes[] = {
    {"article-journal", "JOUR"},
    {"article-magazine", "MGZN"},
    {"article-newspaper", "NEWS"},
    {"book", "BOOK"},
    {"chapter", "CHAP"},
    {"paper-conference", "CPAPER"},
    {"thesis", "THES"},
    {"report", "RPRT"},
    {"webpage", "ELEC"},
    {"dataset", "DATA"},
    {"manuscript", "UNPB"},
    {"patent", "PAT"},
};

std::string_view ris_type(const std::string& csl) {
  for (const Type& type : kTypes)
    if (type.csl == csl) return type.ris;
  return csl.empty() ? "JOUR" : "GEN";
}

/// A value is one line.
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

}  // namespace

void write_ris(std::ostream& out, const RisStudy& study) {
  const auto field = [&](std::string_view tag, std::string_view value) {
    if (const std::string line = one_line(value); !line.empty())
      out << tag << "  - " << line << '\n';
  };
  const Biblio& about = study.about;
  field("TY", ris_type(about.type));
  field("ID", study.id);
  field("TI", about.title);
  for (const Author& author : about.authors)
    field("AU", author.given.empty() ? author.family : author.family + ", " + author.given);
  if (about.year) field("PY", fmt::format("{}", *about.year));
  field("T2", about.source);
  field("VL", about.volume);
  field("IS", about.issue);
  const std::size_t dash = about.pages.find_first_of("-\xE2");  // a hyphen or a dash
  field("SP", std::string_view(about.pages).substr(0, dash));
  if (dash != std::string::npos) {
    const std::size_t last = about.pages.find_first_of("0123456789eES", dash + 1);
    if (last != std::string::npos) field("EP", std::string_view(about.pages).substr(last));
  }
  field("PB", about.publisher);
  field("SN", about.issn);
  field("DO", about.doi);
  field("UR", about.url);
  field("LA", about.language);
  field("DB", about.database);
  field("AB", study.abstract);
  for (const std::string& keyword : study.keywords) field("KW", keyword);
  out << "ER  - \n\n";
}

}  // namespace litmine
