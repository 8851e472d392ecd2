#include "screening/decisions.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <tuple>

#include "text/normalize.h"

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

template <class Value>
struct Named {
  Value value;
  std::string_view name;
};
constexpr Named<Stage> kStages[] = {{Stage::title_abstract, "title-abstract"},
                                    {Stage::full_text, "full-text"}};
constexpr Named<Ruling> kVerdicts[] = {{Ruling::include, "include"},
                                       {Ruling::exclude, "exclude"},
                                       {Ruling::undecided, "undecided"},
                                       {Ruling::withdrawn, "withdrawn"},
                                       {Ruling::opened, "opened"}};

template <class Value, std::size_t n>
std::string_view name_in(const Named<Value> (&table)[n], Value value) {
  for (const auto& row : table)
    if (row.value == value) return row.name;
  return {};
}
template <class Value, std::size_t n>
std::optional<Value> value_in(const Named<Value> (&table)[n], std::string_view name) {
  for (const auto& row : table)
    if (row.name == name) return row.value;
  return std::nullopt;
}

/// A text of a line: a string, or nothing where the key is missing. False if it is something else.
bool take(const Json& line, const char* key, std::string& into) {
  const auto at = line.find(key);
  if (at == line.end()) return true;
  if (!at->is_string()) return false;
  into = at->get<std::string>();
  return true;
}

bool is_time(std::string_view time) {
  constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:dd";
  if (time.size() < kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i)
    if (kForm[i] == 'd' ? time[i] < '0' || time[i] > '9' : time[i] != kForm[i]) return false;
  return true;
}

/// Milliseconds: nanoseconds since 1970 end in the year 2262, and a line may hold any year.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

std::string utc(Moment when) {
  const auto days = std::chrono::floor<std::chrono::days>(when);
  const std::chrono::year_month_day date(days);
  const std::chrono::hh_mm_ss time(when - days);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count(),
                     time.subseconds().count());
}

/// A moment from "2026-11-22T05:41:39.120Z"; nothing if it is written otherwise.
std::optional<Moment> moment(std::string_view time) {
  if (!is_time(time)) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t digits) {
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i) value = value * 10 + (time[i] - '0');
    return value;
  };
  const std::chrono::year_month_day date{std::chrono::year(number(0, 4)),
                                         std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                         std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  if (!date.ok()) return std::nullopt;
  int thousandths = 0;
  if (time.size() >= 23 && time[19] == '.' && time.find_first_not_of("0123456789", 20) >= 23)
    thousandths = number(20, 3);
  return std::chrono::sys_days(date) + std::chrono::hours(number(11, 2)) +
         std::chrono::minutes(number(14, 2)) + std::chrono::seconds(number(17, 2)) +
         std::chrono::milliseconds(thousandths);
}

/// The votes that count for a record: those of the panel, the third's apart.
Outcome outcome_of(const std::map<std::string, Decision>& votes, const Panel& panel) {
  Outcome outcome;
  const Decision* third = nullptr;
  std::vector<const Decision*> counted;
  for (const auto& [reviewer, vote] : votes) {
    outcome.votes.push_back(vote);
    if (!panel.third.empty() && reviewer == panel.third)
      third = &vote;
    else if (panel.reviewers.empty() || std::find(panel.reviewers.begin(), panel.reviewers.end(),
                                                  reviewer) != panel.reviewers.end())
      counted.push_back(&vote);
  }
  const auto settle = [&](const Decision& by) {
    outcome.state =
        by.verdict == Ruling::include ? Outcome::State::include : Outcome::State::exclude;
    if (by.verdict == Ruling::exclude) outcome.reason = by.reason;
  };
  if (third != nullptr && third->verdict != Ruling::undecided) {
    settle(*third);
    outcome.by_third = true;
    return outcome;
  }
  if (counted.empty()) return outcome;
  const bool agree = std::all_of(counted.begin(), counted.end(), [&](const Decision* vote) {
    return vote->verdict == counted.front()->verdict && vote->verdict != Ruling::undecided;
  });
  if (counted.size() < std::max<std::size_t>(panel.votes, 1)) return outcome;
  if (!agree) {
    outcome.state = Outcome::State::conflict;
    return outcome;
  }
  settle(*counted.front());
  for (const Decision* vote : counted) {
    if (outcome.reason.empty()) outcome.reason = vote->reason;
    outcome.reasons_differ = outcome.reasons_differ || vote->reason != counted.front()->reason;
  }
  if (outcome.state == Outcome::State::include) {
    outcome.reason.clear();
    outcome.reasons_differ = false;
  }
  return outcome;
}

Error cannot_write(const fs::path& file) {
  return {Error::Kind::unreadable, fmt::format("cannot write '{}'", file.string()),
          "is the disk full, or the folder not writable? no decision was lost before this one"};
}

/// One write and a flush to the disk: a decision that was answered is kept.
bool write_at_end(const fs::path& file, std::string_view lines) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0) return false;
  bool good = true;
  while (good && !lines.empty()) {
    const ssize_t written = ::write(fd, lines.data(), lines.size());
    good = written > 0;
    if (good) lines.remove_prefix(static_cast<std::size_t>(written));
  }
  good = good && ::fsync(fd) == 0;
  return ::close(fd) == 0 && good;
}

/// Does a file end in the middle of a line, as after a power cut or an editor?
bool ends_inside_line(const fs::path& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in || in.tellg() <= 0) return false;
  in.seekg(-1, std::ios::end);
  return in.get() != '\n';
}

}  // namespace

std::string_view stage_name(Stage stage) { return name_in(kStages, stage); }
std::optional<Stage> stage_named(std::string_view name) { return value_in(kStages, name); }
std::string_view verdict_name(Ruling verdict) { return name_in(kVerdicts, verdict); }
std::optional<Ruling> verdict_named(std::string_view name) { return value_in(kVerdicts, name); }

std::string_view state_name(Outcome::State state) {
  switch (state) {
    case Outcome::State::pending:
      return "pending";
    case Outcome::State::include:
      return "include";
    case Outcome::State::exclude:
      return "exclude";
    case Outcome::State::conflict:
      return "conflict";
  }
  return {};
}

std::string to_line(const Decision& decision) {
  Json line;
  const std::pair<const char*, std::string_view> kKeys[] = {
      {"time", decision.time},
      {"reviewer", decision.reviewer},
      {"stage", stage_name(decision.stage)},
      {"verdict", verdict_name(decision.verdict)},
      {"record", decision.record},
      {"doi", decision.doi},
      {"title", decision.title},
      {"reason", decision.reason},
      {"note", decision.note},
      {"shown", decision.shown},
  };
  for (const auto& [key, value] : kKeys)
    if (!value.empty()) line[key] = std::string(value);
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Decision> from_line(std::string_view line) {
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  Decision decision;
  std::string stage, verdict;
  const std::pair<const char*, std::string*> kKeys[] = {
      {"time", &decision.time},   {"reviewer", &decision.reviewer}, {"stage", &stage},
      {"verdict", &verdict},      {"record", &decision.record},     {"doi", &decision.doi},
      {"title", &decision.title}, {"reason", &decision.reason},     {"note", &decision.note},
      {"shown", &decision.shown},
  };
  for (const auto& [key, into] : kKeys)
    if (!take(json, key, *into)) return std::nullopt;
  const auto known_stage = stage_named(stage);
  const auto known_verdict = verdict_named(verdict);
  if (!known_stage || !known_verdict || decision.reviewer.empty() || !is_time(decision.time))
    return std::nullopt;
  if (decision.record.empty() != (*known_verdict == Ruling::opened)) return std::nullopt;
  decision.stage = *known_stage;
  decision.verdict = *known_verdict;
  return decision;
}

bool DecisionLog::ByTime::operator()(const Decision& a, const Decision& b) const {
  return std::tie(a.time, a) < std::tie(b.time, b);
}

void DecisionLog::add(Decision decision) { decisions_.insert(std::move(decision)); }

void DecisionLog::merge(const DecisionLog& other) {
  decisions_.insert(other.decisions_.begin(), other.decisions_.end());
}

std::vector<Decision> DecisionLog::decisions() const {
  return {decisions_.begin(), decisions_.end()};
}

DecisionLog DecisionLog::of(const std::string& reviewer) const {
  DecisionLog own;
  for (const Decision& decision : decisions_)
    if (decision.reviewer == reviewer) own.decisions_.insert(own.decisions_.end(), decision);
  return own;
}

std::vector<std::string> DecisionLog::reviewers() const {
  std::set<std::string> names;
  for (const Decision& decision : decisions_) names.insert(decision.reviewer);
  return {names.begin(), names.end()};
}

bool DecisionLog::is_open(Stage stage) const {
  return std::any_of(decisions_.begin(), decisions_.end(), [&](const Decision& decision) {
    return decision.verdict == Ruling::opened && decision.stage == stage;
  });
}

DecisionLog DecisionLog::visible_to(const std::string& reviewer) const {
  std::set<Stage> open;
  for (const auto& stage : kStages)
    if (is_open(stage.value)) open.insert(stage.value);
  DecisionLog visible;
  for (const Decision& decision : decisions_)
    if (decision.reviewer == reviewer || decision.verdict == Ruling::opened ||
        open.contains(decision.stage))
      visible.decisions_.insert(visible.decisions_.end(), decision);
  return visible;
}

std::map<std::string, std::map<std::string, Decision>> DecisionLog::standing(Stage stage) const {
  std::map<std::string, std::map<std::string, Decision>> standing;
  for (const Decision& decision : decisions_) {
    if (decision.stage != stage || decision.verdict == Ruling::opened) continue;
    auto& votes = standing[decision.record];
    if (decision.verdict == Ruling::withdrawn)
      votes.erase(decision.reviewer);
    else
      votes[decision.reviewer] = decision;
  }
  std::erase_if(standing, [](const auto& record) { return record.second.empty(); });
  return standing;
}

std::map<std::string, Outcome> outcomes(const DecisionLog& history, Stage stage,
                                        const Panel& panel) {
  std::map<std::string, Outcome> found;
  for (const auto& [record, votes] : history.standing(stage))
    found.emplace(record, outcome_of(votes, panel));
  return found;
}

Result<Histories> read_history(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in || fs::is_directory(file))
    return failure(Error::Kind::unreadable, fmt::format("cannot read '{}'", file.string()),
                   "check the name and the permission");
  Histories read;
  std::uint32_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.find_first_not_of(" \t") == line.npos) continue;
    if (auto decision = from_line(line))
      read.all.add(std::move(*decision));
    else
      read.problems.push_back({Problem::Level::not_read, file.string(), number, 0, "no-decision",
                               "this line is no decision",
                               "lines are JSON objects with time, reviewer, stage, verdict and "
                               "record; a conflict that git left open is settled by keeping both "
                               "sides"});
  }
  return read;
}

Result<Histories> read_histories(const fs::path& folder) {
  Histories read;
  std::error_code error;
  if (!fs::is_directory(folder, error)) return read;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("decisions-") && name.ends_with(".jsonl")) files.push_back(entry.path());
  }
  if (error)
    return failure(Error::Kind::unreadable, fmt::format("cannot read '{}'", folder.string()),
                   error.message());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    auto one = read_history(file);
    if (!one) return tl::unexpected(one.error());
    read.all.merge(one->all);
    read.problems.insert(read.problems.end(), one->problems.begin(), one->problems.end());
  }
  return read;
}

Result<std::size_t> append(const fs::path& folder, const std::vector<Decision>& decisions) {
  std::error_code error;
  fs::create_directories(folder, error);
  std::map<std::string, std::vector<Decision>> by_file;
  for (const Decision& decision : decisions)
    by_file[file_of_reviewer(decision.reviewer)].push_back(decision);
  std::size_t added = 0;
  for (const auto& [name, lines] : by_file) {
    const fs::path file = folder / name;
    DecisionLog there;
    if (fs::exists(file, error)) {
      auto read = read_history(file);
      if (!read) return tl::unexpected(read.error());
      there = std::move(read->all);
    }
    std::string text = ends_inside_line(file) ? "\n" : "";
    for (const Decision& decision : lines) {
      const std::size_t before = there.size();
      there.add(decision);
      if (there.size() == before) continue;
      text += to_line(decision) + '\n';
      ++added;
    }
    if (text.size() > 1 && !write_at_end(file, text)) return tl::unexpected(cannot_write(file));
  }
  return added;
}

Result<void> append(const fs::path& folder, const Decision& decision) {
  std::error_code error;
  fs::create_directories(folder, error);
  const fs::path file = folder / file_of_reviewer(decision.reviewer);
  if (!write_at_end(file, (ends_inside_line(file) ? "\n" : "") + to_line(decision) + '\n'))
    return tl::unexpected(cannot_write(file));
  return {};
}

std::string file_of_reviewer(std::string_view reviewer) {
  std::string name;
  for (char c : unaccented(folded(reviewer))) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      name += c;
    else if (byte >= 0x80)
      name += fmt::format("{:02x}", byte);
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return fmt::format("decisions-{}.jsonl", name.empty() ? "reviewer" : name);
}

std::string time_after(std::string_view last) {
  Moment now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  if (const auto before = moment(last); before && now <= *before + std::chrono::milliseconds(1))
    now = *before + std::chrono::milliseconds(1);
  return utc(now);
}

}  // namespace litmine
