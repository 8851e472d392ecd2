// litmine screen simulate: what the ranking would have saved on reviews whose decisions are known.
#include <fmt/format.h>

#include <algorithm>

#include "cli/command.h"
#include "cli/labelled_file.h"
#include "cli/screen.h"
#include "exporters/sink.h"
#include "screening/simulate.h"
#include "screening/stopping.h"

namespace litmine {
namespace {

constexpr double kWanted = 0.95;  // the recall at which a team would stop

/// What the stopping estimate would have said on the way.
struct StoppingCheck {
  std::size_t asked = 0, held = 0;  ///< every 5 % of the records: did the interval hold the recall?
  double stop_share = 1;            ///< share read when its lower end first reaches .95
  double stop_recall = 1;           ///< the true recall then
};

StoppingCheck check_stopping(const Simulation& simulation) {
  StoppingCheck check;
  const std::size_t records = simulation.relevant.size();
  const auto all =
      static_cast<double>(std::count(simulation.relevant.begin(), simulation.relevant.end(), true));
  std::vector<bool> read;
  double found = 0;
  bool stopped = false;
  for (std::size_t percent = 1; percent < 100; ++percent) {
    while (read.size() < records * percent / 100) {
      read.push_back(simulation.relevant[read.size()]);
      found += read.back() ? 1 : 0;
    }
    const Stopping said = stopping_estimate(read, records - read.size());
    const double recall = found / all;
    if (percent % 5 == 0) {
      ++check.asked;
      check.held += said.low <= recall && recall <= said.high ? 1 : 0;
    }
    if (!stopped && said.found > 0 && said.low >= kWanted) {
      stopped = true;
      check.stop_share = static_cast<double>(read.size()) / static_cast<double>(records);
      check.stop_recall = recall;
    }
  }
  return check;
}

struct Run {
  std::uint64_t seed = 0;
  Simulation simulation;
  StoppingCheck stopping;
};

struct Summary {
  double mean = 0, least = 0, most = 0;
};

template <class Value>
Summary summary(const std::vector<Run>& runs, Value value) {
  Summary made{0, value(runs.front()), value(runs.front())};
  for (const Run& run : runs) {
    made.mean += value(run) / static_cast<double>(runs.size());
    made.least = std::min(made.least, value(run));
    made.most = std::max(made.most, value(run));
  }
  return made;
}

struct Measure {
  const char* name;
  double (*of)(const Run&);
};
constexpr Measure kMeasures[] = {
    {"work saved at 95 % recall (WSS@95)", [](const Run& run) { return run.simulation.wss95; }},
    {"recall after reading 10 % (RRF@10)", [](const Run& run) { return run.simulation.rrf10; }},
    {"average time to discovery (ATD)", [](const Run& run) { return run.simulation.atd; }},
    {"read until the stopping estimate says 95 %",
     [](const Run& run) { return run.stopping.stop_share; }},
    {"true recall then", [](const Run& run) { return run.stopping.stop_recall; }},
};

void say(const std::string& file, const LabelledFile& read, const std::vector<Run>& runs,
         std::ostream& out) {
  out << fmt::format("{}: {} records, {} included (column '{}')\n", file, read.labels.size(),
                     std::count(read.labels.begin(), read.labels.end(), Label::relevant),
                     read.label_column);
  out << fmt::format(
      "{} {}, each from one included and one excluded record; they are not counted\n", runs.size(),
      runs.size() == 1 ? "run" : "runs");
  out << fmt::format("{:<44}{:>8}{:>8}{:>8}\n", "", "mean", "least", "most");
  for (const Measure& measure : kMeasures) {
    const Summary of = summary(runs, measure.of);
    out << fmt::format("{:<44}{:>8.3f}{:>8.3f}{:>8.3f}\n", measure.name, of.mean, of.least,
                       of.most);
  }
  std::size_t asked = 0, held = 0;
  for (const Run& run : runs) {
    asked += run.stopping.asked;
    held += run.stopping.held;
  }
  out << fmt::format("the 95 % interval held the true recall in {} of {} checks\n", held, asked);
}

const std::vector<Column> kRunColumns = {{"file"},
                                         {"run", true},
                                         {"seed", true},
                                         {"records", true},
                                         {"included", true},
                                         {"wss95", true},
                                         {"rrf10", true},
                                         {"atd", true},
                                         {"stop_read", true},
                                         {"stop_recall", true},
                                         {"interval_checks", true},
                                         {"interval_held", true}};
const std::vector<Column> kCurveColumns = {
    {"file"}, {"percent_read", true}, {"recall", true}, {"least", true}, {"most", true}};

void add_runs(Sink& sink, const std::string& file, const LabelledFile& read,
              const std::vector<Run>& runs) {
  std::int64_t number = 0;
  for (const Run& run : runs)
    sink.row({file, ++number, static_cast<std::int64_t>(run.seed),
              static_cast<std::int64_t>(read.labels.size()),
              static_cast<std::int64_t>(
                  std::count(read.labels.begin(), read.labels.end(), Label::relevant)),
              run.simulation.wss95, run.simulation.rrf10, run.simulation.atd,
              run.stopping.stop_share, run.stopping.stop_recall,
              static_cast<std::int64_t>(run.stopping.asked),
              static_cast<std::int64_t>(run.stopping.held)});
}

void add_curve(Sink& sink, const std::string& file, const std::vector<Run>& runs) {
  std::vector<std::vector<double>> curves;
  for (const Run& run : runs) curves.push_back(recall_curve(run.simulation));
  for (std::size_t percent = 0; percent <= 100; ++percent) {
    double sum = 0, least = 1, most = 0;
    for (const auto& curve : curves) {
      sum += curve[percent];
      least = std::min(least, curve[percent]);
      most = std::max(most, curve[percent]);
    }
    sink.row({file, static_cast<std::int64_t>(percent), sum / static_cast<double>(curves.size()),
              least, most});
  }
}

}  // namespace

int screen_simulate(const ScreenOptions& options, Terminal& terminal) {
  if (options.files.empty())
    return report(Error{Error::Kind::usage, "no table of records with decisions is named",
                        "litmine screen simulate LABELLED.csv"},
                  terminal);
  if (options.runs == 0)
    return report(Error{Error::Kind::usage, "--runs must be 1 or more", ""}, terminal);
  auto sink = make_sink(options.format, options.curve ? kCurveColumns : kRunColumns, terminal.out);
  if (!sink) return report(sink.error(), terminal);
  const bool for_people = options.format == "text" && !options.curve;
  bool some_left_out = false;
  for (const std::string& file : options.files) {
    auto read = read_labelled(file, options.label_column);
    if (!read) return report(read.error(), terminal);
    for (const Problem& problem : read->problems)
      terminal.err << fmt::format("not read: {}:{}: {}\n", problem.file, problem.line,
                                  problem.reason);
    some_left_out = some_left_out || !read->problems.empty();
    const TextFeatures features(read->texts);
    std::vector<Run> runs;
    for (std::size_t i = 0; i < options.runs; ++i) {
      Run run{options.seed + i, {}, {}};
      auto simulated = simulate(features, read->labels, {run.seed, options.retrain_every});
      if (!simulated) return report(simulated.error(), terminal);
      run.simulation = std::move(*simulated);
      run.stopping = check_stopping(run.simulation);
      runs.push_back(std::move(run));
    }
    if (for_people)
      say(file, *read, runs, terminal.out);
    else if (options.curve)
      add_curve(**sink, file, runs);
    else
      add_runs(**sink, file, *read, runs);
  }
  if (!for_people) (*sink)->end();
  return some_left_out ? kSomeNotRead : kDone;
}

}  // namespace litmine
