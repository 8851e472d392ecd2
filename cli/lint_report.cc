// The three ways out of lint. Regions in SARIF carry lines and columns, characters and bytes, since
// viewers differ in which of them they follow.
#include "cli/lint_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/wording.h"
#include "queries/diagnostic_codes.h"

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;
using Level = Diagnostic::Level;

/// Lines and characters of a text, counted as SARIF counts them: code points, lines that end in LF.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}

  struct Place {
    std::size_t byte = 0, character = 0, line = 1, column = 1;  // the last two from 1
  };
  Place at(std::size_t byte) const {
    Place place;
    place.byte = std::min(byte, text_.size());
    for (std::size_t i = 0; i < place.byte; ++i) {
      const bool begins = (static_cast<unsigned char>(text_[i]) & 0xc0) != 0x80;
      place.character += begins;
      place.column += begins;
      if (text_[i] != '\n') continue;
      ++place.line;
      place.column = 1;
    }
    return place;
  }

 private:
  std::string_view text_;
};

/// Where it concerns; what concerns the whole string is all of it.
Span place_of(const Finding& finding, std::string_view source) {
  if (!finding.note.where.empty()) return finding.note.where;
  if (finding.note.where.begin > 0) return finding.note.where;
  return {0, static_cast<std::uint32_t>(source.size())};
}

/// Text that a JSON writer takes: what is not UTF-8 becomes a replacement character.
std::string written(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::size_t of_level(const LintReport& report, Level level) {
  return static_cast<std::size_t>(
      std::count_if(report.findings.begin(), report.findings.end(),
                    [&](const Finding& finding) { return finding.note.level == level; }));
}

std::string summary(const LintReport& report) {
  std::string text = counted(of_level(report, Level::error), "error") + ", " +
                     counted(of_level(report, Level::warning), "warning") + ", " +
                     counted(of_level(report, Level::note), "note");
  if (report.studies)
    text += fmt::format("; {} of {} studies", *report.studies, report.studies_total);
  return text;
}

// ---------------------------------------------------------------------------------------- JSON

Json json_of(const Finding& finding, std::string_view source, const Places& places) {
  const Diagnostic& note = finding.note;
  const Span where = place_of(finding, source);
  const Places::Place begin = places.at(where.begin), end = places.at(where.end);
  Json json;
  json["number"] = finding.code->number;
  json["code"] = note.code;
  json["family"] = family_name(finding.code->family());
  json["level"] = level_name(note.level);
  json["message"] = note.message;
  json["hint"] = note.hint;
  json["bytes"] = {begin.byte, end.byte};
  json["characters"] = {begin.character, end.character};
  json["line"] = begin.line;
  json["column"] = begin.column;
  json["text"] = where.in(source);
  json["repaired"] = note.repaired;
  if (!note.choice.empty()) json["choice"] = note.choice;
  if (!note.alternative.empty()) json["alternative"] = note.alternative;
  if (finding.choice_studies) json["choice_studies"] = *finding.choice_studies;
  if (finding.alternative_studies) json["alternative_studies"] = *finding.alternative_studies;
  for (const auto& [name, count] : finding.counts) json["counts"][std::string(name)] = count;
  return json;
}

// --------------------------------------------------------------------------------------- SARIF

std::string_view sarif_level(Level level) { return level_name(level); }  // the same three words

std::string page_of(const DiagnosticCode& code) {
  return fmt::format("docs/lint.md, section {} {}", code.number, code.code);
}

Json sarif_rule(const DiagnosticCode& code) {
  Json rule;
  rule["id"] = code.number;
  rule["name"] = code.code;
  rule["shortDescription"]["text"] = code.meaning;
  std::string help = fmt::format("{}. Family: {}.", code.meaning, family_name(code.family()));
  if (code.repairs()) help += fmt::format(" Read as: {}.", code.choice);
  help += fmt::format(" See {}.", page_of(code));
  rule["help"]["text"] = help;
  rule["help"]["markdown"] =
      fmt::format("**{} {}**: {}. See `{}`.", code.number, code.code, code.meaning, page_of(code));
  rule["properties"]["tags"] = {family_name(code.family())};
  return rule;
}

Json sarif_region(Span where, const Places& places) {
  const Places::Place begin = places.at(where.begin), end = places.at(where.end);
  Json region;
  region["startLine"] = begin.line;
  region["startColumn"] = begin.column;
  region["endLine"] = end.line;
  region["endColumn"] = end.column;
  region["charOffset"] = begin.character;
  region["charLength"] = end.character - begin.character;
  region["byteOffset"] = begin.byte;
  region["byteLength"] = end.byte - begin.byte;
  return region;
}

Json sarif_result(const Finding& finding, std::string_view source, const Places& places,
                  std::string_view uri) {
  const auto codes = diagnostic_codes();
  Json result;
  result["ruleId"] = finding.code->number;
  result["ruleIndex"] = finding.code - codes.data();
  result["level"] = sarif_level(finding.note.level);
  std::string text = finding.note.message;
  if (!finding.note.hint.empty()) text += " (" + finding.note.hint + ')';
  result["message"]["text"] = text;
  Json place;
  place["physicalLocation"]["artifactLocation"] = {{"uri", uri}, {"index", 0}};
  place["physicalLocation"]["region"] = sarif_region(place_of(finding, source), places);
  result["locations"] = {place};
  Json properties = Json::object();
  if (finding.note.repaired) properties["repaired"] = true;
  if (!finding.note.choice.empty()) properties["choice"] = finding.note.choice;
  if (!finding.note.alternative.empty()) properties["alternative"] = finding.note.alternative;
  if (finding.choice_studies) properties["choiceStudies"] = *finding.choice_studies;
  if (finding.alternative_studies) properties["alternativeStudies"] = *finding.alternative_studies;
  for (const auto& [name, count] : finding.counts) properties["counts"][std::string(name)] = count;
  if (!properties.empty()) result["properties"] = properties;
  return result;
}

/// A file's name as a relative or absolute URI reference.
std::string uri_of(std::string_view name) {
  static constexpr std::string_view kPlain = "-._~/!$&'()*+,;=@";
  std::string uri;
  for (char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kPlain.find(c) != std::string_view::npos)
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

}  // namespace

void write_lint_text(std::ostream& out, const LintReport& report, std::string_view name) {
  for (const Finding& finding : report.findings) {
    Diagnostic numbered = finding.note;
    numbered.code = fmt::format("{} {}", finding.code->number, finding.note.code);
    out << render(numbered, name, report.parsed.query.source);
  }
  out << summary(report) << '\n';
}

void write_lint_json(std::ostream& out, const LintReport& report, std::string_view name) {
  const std::string& source = report.parsed.query.source;
  const Places places(source);
  Json json;
  json["name"] = name;
  json["dialect"] = report.parsed.query.dialect;
  json["query"] = source;
  json["read_as"] = to_native(report.parsed.query.root);
  if (report.studies) {
    json["studies"] = *report.studies;
    json["studies_total"] = report.studies_total;
  }
  json["findings"] = Json::array();
  for (const Finding& finding : report.findings)
    json["findings"].push_back(json_of(finding, source, places));
  out << written(json, 2) << '\n';
}

void write_lint_sarif(std::ostream& out, const LintReport& report, std::string_view name) {
  const std::string& source = report.parsed.query.source;
  const Places places(source);
  const std::string uri = uri_of(name);
  Json driver;
  driver["name"] = "litmine";
  driver["version"] = LITMINE_VERSION;
  driver["rules"] = Json::array();
  for (const DiagnosticCode& code : diagnostic_codes()) driver["rules"].push_back(sarif_rule(code));
  Json artifact;
  artifact["location"]["uri"] = uri;
  artifact["encoding"] = "UTF-8";
  artifact["length"] = source.size();
  artifact["contents"]["text"] = source;
  Json run;
  run["tool"]["driver"] = driver;
  run["columnKind"] = "unicodeCodePoints";
  run["artifacts"] = {artifact};
  run["results"] = Json::array();
  for (const Finding& finding : report.findings)
    run["results"].push_back(sarif_result(finding, source, places, uri));
  Json log;
  log["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  log["version"] = "2.1.0";
  log["runs"] = {run};
  out << written(log, 2) << '\n';
}

}  // namespace litmine
