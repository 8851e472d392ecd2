#include "cli/coding_decisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>

#include "cli/options.h"
#include "exporters/sink.h"
#include "extractors/delimited.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

struct DecisionColumn {
  const char* column;
  std::string CodingDecision::*member;
};
constexpr DecisionColumn kDecisionColumns[] = {
    {"time", &CodingDecision::time},           {"coder", &CodingDecision::coder},
    {"study", &CodingDecision::study},         {"facet", &CodingDecision::facet},
    {"suggested", &CodingDecision::suggested}, {"role", &CodingDecision::role},
    {"band", &CodingDecision::band},           {"rule", &CodingDecision::rule},
    {"evidence", &CodingDecision::evidence},   {"decision", &CodingDecision::decision},
    {"final", &CodingDecision::final_code},    {"note", &CodingDecision::note},
};

constexpr std::string_view kKinds[] = {"accept", "reject", "replace", "add",
                                       "note",   "mute",   "undo"};

bool good_name(std::string_view coder) {
  if (coder.empty() || coder[0] == '.' || coder[0] == '-') return false;
  return std::all_of(coder.begin(), coder.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_' || c >= 0x80;
  });
}

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (auto entry = fs::directory_iterator(folder, ignored);
       !ignored && entry != fs::directory_iterator(); entry.increment(ignored))
    if (entry->path().extension() == ".csv") files.push_back(entry->path());
  std::sort(files.begin(), files.end());
  return files;
}

Result<void> read_file(const fs::path& file, std::vector<CodingDecision>& all) {
  std::istringstream nothing;
  auto content = read_all(file.string(), nothing);
  if (!content) return tl::unexpected(content.error());
  DelimitedText text = read_delimited(*content);
  if (text.unclosed_quote_line > 0)
    return failure(
        Error::Kind::unreadable,
        fmt::format("{}:{}: a quote is never closed", file.string(), text.unclosed_quote_line),
        "the file was cut off; take the last line out, and decide again");
  for (std::size_t i = 1; i < text.rows.size(); ++i) {
    CodingDecision decision;
    const auto& names = text.rows[0].cells;
    const auto& cells = text.rows[i].cells;
    for (const DecisionColumn& field : kDecisionColumns)
      for (std::size_t c = 0; c < names.size() && c < cells.size(); ++c)
        if (names[c] == field.column) decision.*field.member = cells[c];
    if (std::find(std::begin(kKinds), std::end(kKinds), decision.decision) == std::end(kKinds))
      return failure(Error::Kind::unreadable,
                     fmt::format("{}:{}: '{}' is no decision", file.string(), text.rows[i].line,
                                 decision.decision),
                     fmt::format("{}", fmt::join(kKinds, ", ")));
    all.push_back(std::move(decision));
  }
  return {};
}

std::vector<Column> columns() {
  std::vector<Column> all;
  for (const DecisionColumn& field : kDecisionColumns) all.push_back({field.column});
  return all;
}

}  // namespace

Result<std::vector<CodingDecision>> read_coding_decisions(const fs::path& folder) {
  std::vector<CodingDecision> all;
  for (const fs::path& file : files_of(folder))
    if (auto read = read_file(file, all); !read) return tl::unexpected(read.error());
  return all;
}

Result<void> append_coding_decision(const fs::path& folder, const CodingDecision& decision) {
  if (!good_name(decision.coder))
    return failure(Error::Kind::usage,
                   fmt::format("'{}' cannot be the name of a coder", decision.coder),
                   "letters, digits, dot, hyphen and underscore: it names a file");
  std::error_code error;
  fs::create_directories(folder, error);
  const fs::path file = folder / (decision.coder + ".csv");
  const bool fresh = !fs::exists(file, error) || fs::file_size(file, error) == 0;
  std::ostringstream line;
  auto sink = make_sink("csv", columns(), line);
  if (!sink) return tl::unexpected(sink.error());
  std::vector<Cell> cells;
  for (const DecisionColumn& field : kDecisionColumns) cells.emplace_back(decision.*field.member);
  (*sink)->row(cells);
  (*sink)->end();
  std::string text = line.str();
  if (!fresh) text.erase(0, text.find('\n') + 1);
  std::ofstream out(file, std::ios::binary | std::ios::app);
  out << text;
  out.flush();
  if (!out)
    return failure(Error::Kind::unreadable, fmt::format("cannot write '{}'", file.string()),
                   "is the disk full, or the folder not writable?");
  return {};
}

Result<std::size_t> merge_coding_decisions(const fs::path& from, const fs::path& into) {
  auto theirs = read_coding_decisions(from);
  if (!theirs) return tl::unexpected(theirs.error());
  auto ours = read_coding_decisions(into);
  if (!ours) return tl::unexpected(ours.error());
  std::vector<CodingDecision> lacking;
  for (const CodingDecision& decision : *theirs)
    if (std::find(ours->begin(), ours->end(), decision) == ours->end()) lacking.push_back(decision);
  std::stable_sort(lacking.begin(), lacking.end(),
                   [](const auto& a, const auto& b) { return a.time < b.time; });
  for (const CodingDecision& decision : lacking)
    if (auto written = append_coding_decision(into, decision); !written)
      return tl::unexpected(written.error());
  return lacking.size();
}

std::string decision_time() {
  std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  if (const char* given = std::getenv("SOURCE_DATE_EPOCH"); given && *given)
    now = static_cast<std::time_t>(std::strtoll(given, nullptr, 10));
  std::tm utc{};
  gmtime_r(&now, &utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1,
                     utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec);
}

std::string evidence_fingerprint(const Suggestion& suggestion) {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const Quotation& quote : suggestion.quotes)
    for (unsigned char byte : quote.sentence + "\n") hash = (hash ^ byte) * 1099511628211ULL;
  return fmt::format("{:016x}", hash);
}

std::string decided_name(const Code& code) { return code.value.empty() ? code.code : code.value; }

DecidedCodes::DecidedCodes(const std::vector<CodingDecision>& decisions) {
  std::map<std::string, std::vector<CodingDecision>> by_coder;
  for (const CodingDecision& decision : decisions) {
    std::vector<CodingDecision>& standing = by_coder[decision.coder];
    if (decision.decision != "undo") {
      standing.push_back(decision);
    } else if (!standing.empty()) {
      standing.pop_back();
    }
  }
  for (auto& [coder, standing] : by_coder)
    standing_.insert(standing_.end(), standing.begin(), standing.end());
}

std::vector<CodingDecision> DecidedCodes::on(const DocId& study, const std::string& facet,
                                             const std::string& suggested,
                                             const std::string& role) const {
  std::map<std::string, CodingDecision> last;
  for (const CodingDecision& decision : standing_) {
    if (decision.study != study || decision.facet != facet || decision.suggested != suggested ||
        decision.role != role || decision.decision == "note" || decision.decision == "add")
      continue;
    last[decision.coder] = decision;
  }
  std::vector<CodingDecision> all;
  all.reserve(last.size());
  for (auto& [coder, decision] : last) all.push_back(std::move(decision));
  return all;
}

std::vector<CodingDecision> DecidedCodes::added(const DocId& study,
                                                const std::string& facet) const {
  std::vector<CodingDecision> all;
  for (const CodingDecision& decision : standing_)
    if (decision.study == study && decision.facet == facet &&
        (decision.decision == "add" || decision.decision == "replace"))
      all.push_back(decision);
  return all;
}

bool DecidedCodes::muted(const DocId& study, const std::string& rule) const {
  return std::any_of(standing_.begin(), standing_.end(), [&](const CodingDecision& decision) {
    return decision.decision == "mute" && decision.study == study && decision.rule == rule;
  });
}

std::string decided_in_words(const std::vector<CodingDecision>& decisions) {
  std::string words;
  for (const CodingDecision& decision : decisions) {
    if (!words.empty()) words += "; ";
    if (decision.decision == "accept") words += "accepted";
    if (decision.decision == "reject") words += "rejected";
    if (decision.decision == "mute") words += "rejected, rule muted";
    if (decision.decision == "replace") words += "replaced by " + decision.final_code;
    words += fmt::format(" ({})", decision.coder);
  }
  return words;
}

bool stands_rejected(const std::vector<CodingDecision>& decisions) {
  int votes = 0;
  for (const CodingDecision& decision : decisions) votes += decision.decision == "accept" ? 1 : -1;
  return votes < 0;
}

bool is_stale(const std::vector<CodingDecision>& decisions, const Suggestion& suggestion) {
  const std::string now = evidence_fingerprint(suggestion);
  return std::any_of(decisions.begin(), decisions.end(), [&](const CodingDecision& decision) {
    return !decision.evidence.empty() && decision.evidence != now;
  });
}

}  // namespace litmine
