// litmine screen: records one by one, each decided with one key. Every decision is on the disk
// before the next record is shown, so Ctrl-C, an empty battery or a closed window loses nothing.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <set>

#include "cli/command.h"
#include "cli/criteria.h"
#include "cli/highlight.h"
#include "cli/interrupt.h"
#include "cli/keys.h"
#include "cli/options.h"
#include "cli/screen_project.h"
#include "cli/wording.h"
#include "screening/reading_order.h"
#include "screening/stopping.h"
#include "strategies/blocks.h"
#include "text/normalize.h"
#include "text/one_line.h"

namespace litmine {
namespace {

enum class ScreenDoes : std::uint8_t {
  include,
  exclude,
  undecided,
  other_reason,
  note,
  undo,
  next,
  back,
  suggestion,
  highlights,
  place_in_order,
  where,
  find,
  other_keys,
  help,
  quit,
};

/// What a key does, in both maps: litmine's own (i for include, as in Rayyan) and ASReview's (r for
/// relevant, i for irrelevant).
struct ScreenKey {
  ScreenDoes does;
  const char* key;
  const char* asreview;
  const char* help;
};
constexpr ScreenKey kScreenKeys[] = {
    {ScreenDoes::include, "i", "r", "include"},
    {ScreenDoes::exclude, "e", "i", "exclude, without a reason"},
    {ScreenDoes::undecided, "u", "u", "undecided"},
    {ScreenDoes::other_reason, "x", "x", "exclude for a reason that you type"},
    {ScreenDoes::note, "n", "n", "write a note"},
    {ScreenDoes::undo, "z", "z", "take the last decision back"},
    {ScreenDoes::next, "j", "j", "next, also right and down; not decided"},
    {ScreenDoes::back, "k", "k", "back, also left and up"},
    {ScreenDoes::suggestion, "s", "s", "show or hide what the criteria suggest"},
    {ScreenDoes::highlights, "h", "h", "terms of the search in colour, or not"},
    {ScreenDoes::place_in_order, "t", "t", "why the record comes now: its strongest terms"},
    {ScreenDoes::where, "o", "o", "which file it is, and the page of the first hit"},
    {ScreenDoes::find, "/", "/", "go to the next record that a search finds"},
    {ScreenDoes::other_keys, "K", "K", "the other key map"},
    {ScreenDoes::help, "?", "?", "this list"},
    {ScreenDoes::quit, "q", "q", "stop; everything is written already"},
};

struct NamedKey {
  const char* name;
  ScreenDoes does;
};
constexpr NamedKey kNamedKeys[] = {{"right", ScreenDoes::next},
                                   {"down", ScreenDoes::next},
                                   {"left", ScreenDoes::back},
                                   {"up", ScreenDoes::back}};

/// The title and abstract of a study, from the first report that has them.
Result<Document> report_to_screen(const Index& index, const Study& study) {
  auto best = index.best_report(study);
  if (!best || best->has(Part::abstract)) return best;
  for (const DocId& id : study.reports) {
    auto other = index.document(id);
    if (!other) return other;
    if (other->has(Part::abstract)) return other;
  }
  return best;
}

/// What the walk is made of; read once.
struct ScreenDesk {
  ScreeningProject project;
  std::string reviewer;
  Index index;
  std::vector<Study> studies;  ///< that are screened at this stage, sorted by id
  std::vector<std::string> reasons;
  std::optional<Query> search;  ///< whose terms are coloured
  const ScreenOptions& options;
};

class ScreenWalk {
 public:
  ScreenWalk(ScreenDesk& desk, Terminal& terminal)
      : desk_(desk),
        terminal_(terminal),
        keys_(terminal.in),
        asreview_(desk.options.keys == "asreview"),
        show_suggestion_(desk.options.suggestions),
        coloured_(wants_colour(terminal)),
        passed_(desk.studies.size(), false) {
    const DecisionLog mine = desk.project.histories.all.of(desk.reviewer);
    for (const auto& [record, votes] : mine.standing(desk.project.stage))
      if (const auto vote = votes.find(desk.reviewer); vote != votes.end())
        verdicts_[record] = vote->second;
    const auto lines = mine.decisions();
    if (!lines.empty()) last_time_ = lines.back().time;
    if (desk.search) blocks_ = blocks_of(*desk.search);
    for (std::size_t i = 0; i < desk.studies.size(); ++i) {
      numbers_[desk.studies[i].id] = i;
      if (!desk.options.again && verdicts_.contains(desk.studies[i].id)) passed_[i] = true;
    }
  }

  Result<void> run() {
    if (auto ordered = make_order(); !ordered) return ordered;
    if (!advance()) {
      terminal_.out << fmt::format("nothing is left to decide: {} of {} decided by {}\n",
                                   decided_here(), counted(desk_.studies.size(), "record"),
                                   desk_.reviewer);
      return {};
    }
    bool show_it = true;
    while (!done_) {
      if (show_it)
        if (auto shown = show(); !shown) return shown;
      auto again = act();
      if (!again) return tl::unexpected(again.error());
      show_it = *again;
    }
    say_end();
    return {};
  }

 private:
  const Study& study() const { return desk_.studies[visited_[at_]]; }

  std::size_t decided_here() const {
    return static_cast<std::size_t>(
        std::count_if(verdicts_.begin(), verdicts_.end(),
                      [&](const auto& one) { return numbers_.contains(one.first); }));
  }
  std::size_t count_of(Ruling ruling) const {
    return static_cast<std::size_t>(
        std::count_if(verdicts_.begin(), verdicts_.end(), [&](const auto& one) {
          return one.second.verdict == ruling && numbers_.contains(one.first);
        }));
  }

  Result<void> make_order() {
    if (desk_.options.order != "priority") return {};
    std::vector<std::string> texts;
    for (const Study& one : desk_.studies) {
      auto report = report_to_screen(desk_.index, one);
      if (!report) return tl::unexpected(report.error());
      texts.push_back(report->about.title + '\n' + report->part_text(Part::abstract));
    }
    order_ = std::make_unique<ReadingOrder>(texts);
    for (const auto& [record, decision] : verdicts_) learn(record, decision.verdict);
    return {};
  }

  void learn(const std::string& record, Ruling ruling) {
    const auto number = numbers_.find(record);
    if (!order_ || number == numbers_.end()) return;
    order_->decide(number->second, ruling == Ruling::include   ? Label::relevant
                                   : ruling == Ruling::exclude ? Label::irrelevant
                                                               : Label::unknown);
  }

  /// To the record after this one; false when there is none.
  bool advance() {
    if (!visited_.empty() && at_ + 1 < visited_.size()) {
      ++at_;
      return true;
    }
    std::optional<std::size_t> next;
    if (order_) {
      next = order_->next(passed_);
    } else if (const auto found = std::find(passed_.begin(), passed_.end(), false);
               found != passed_.end()) {
      next = static_cast<std::size_t>(found - passed_.begin());
    }
    if (!next) return false;
    visit(*next);
    return true;
  }

  void visit(std::size_t number) {
    passed_[number] = true;
    visited_.push_back(number);
    at_ = visited_.size() - 1;
  }

  void go_on() {
    if (advance()) return;
    done_ = true;
    terminal_.out << "that was the last record\n";
  }

  // --- showing

  Result<void> show() {
    auto report = report_to_screen(desk_.index, study());
    if (!report) return tl::unexpected(report.error());
    auto about = desk_.index.about(study());
    if (!about) return tl::unexpected(about.error());
    title_ = about->title;
    doi_ = about->doi;
    auto painted = painted_in(*report);
    if (!painted) return tl::unexpected(painted.error());
    std::ostream& out = terminal_.out;
    out << '\n' << progress() << '\n' << study().id << '\n';
    say_part(*report, Part::title, *painted, title_);
    std::string facts = short_authors(about->authors);
    if (about->year) facts += fmt::format("{}{}", facts.empty() ? "" : ", ", *about->year);
    if (!about->source.empty())
      facts += fmt::format("{}{}", facts.empty() ? "" : ", ", one_line(about->source));
    if (!facts.empty()) out << facts << '\n';
    say_part(*report, Part::abstract, *painted, "(no abstract)");
    say_part(*report, Part::keywords, *painted, "");
    say_votes();
    say_criteria();
    return show_suggestion_ ? say_suggestion() : Result<void>{};
  }

  Result<std::vector<Painted>> painted_in(const Document& report) {
    std::vector<Painted> painted;
    if (!coloured_ || !desk_.search) return painted;
    auto places = desk_.index.places(*desk_.search, study().id, 100);
    if (!places) return tl::unexpected(places.error());
    for (const Place& place : *places)
      if (place.report == report.id && blocks_[place.clause] != kNoBlock)
        painted.push_back({place.where, blocks_[place.clause]});
    return painted;
  }

  void say_part(const Document& report, Part part, const std::vector<Painted>& painted,
                const std::string& otherwise) {
    bool any = false;
    for (const Section& section : report.sections) {
      if (section.part != part || section.body.empty()) continue;
      terminal_.out << painted_line(report.text, section.body, painted) << '\n';
      any = true;
    }
    if (!any && !otherwise.empty()) terminal_.out << one_line(otherwise) << '\n';
  }

  std::string progress() const {
    std::string line = fmt::format("[{} of {} decided: {} include, {} exclude, {} undecided]",
                                   decided_here(), desk_.studies.size(), count_of(Ruling::include),
                                   count_of(Ruling::exclude), count_of(Ruling::undecided));
    if (const auto own = verdicts_.find(study().id); own != verdicts_.end())
      line += fmt::format(" yours: {}{}{}", verdict_name(own->second.verdict),
                          own->second.reason.empty() ? "" : ", ", own->second.reason);
    // The clock is for people alone: what a pipe reads does not depend on it.
    if (terminal_.out_width > 0 && made_.size() >= 3) {
      const auto spent = std::chrono::steady_clock::now() - began_;
      const auto left = spent / made_.size() * (desk_.studies.size() - decided_here());
      const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(left).count();
      line += minutes < 1 ? " less than a minute left"
                          : fmt::format(" about {} left",
                                        counted(static_cast<std::size_t>(minutes), "minute"));
    }
    return line;
  }

  /// Whoever settles conflicts sees what the others said.
  void say_votes() {
    if (!desk_.options.conflicts) return;
    const auto standing = desk_.project.histories.all.standing(desk_.project.stage);
    const auto votes = standing.find(study().id);
    if (votes == standing.end()) return;
    for (const auto& [name, vote] : votes->second)
      if (name != desk_.reviewer)
        terminal_.out << fmt::format("{}: {}{}{}{}\n", name, verdict_name(vote.verdict),
                                     vote.reason.empty() ? "" : ", ", vote.reason,
                                     vote.note.empty() ? "" : " (" + one_line(vote.note) + ")");
  }

  void say_criteria() {
    if (desk_.reasons.empty()) return;
    std::string line = "exclude:";
    for (std::size_t i = 0; i < desk_.reasons.size(); ++i)
      line += i < 9 ? fmt::format("  {} {}", i + 1, desk_.reasons[i])
                    : fmt::format("  (x) {}", desk_.reasons[i]);
    terminal_.out << line << '\n';
  }

  Result<CriteriaJudge*> judge() {
    if (judge_) return &*judge_;
    auto codebook = codebook_of_criteria(desk_.options, desk_.project.protocol);
    if (!codebook) return tl::unexpected(codebook.error());
    codebook_ = std::move(*codebook);
    auto decisions =
        read_coding_decisions(desk_.project.protocol.folder / desk_.project.protocol.decisions);
    if (!decisions) return tl::unexpected(decisions.error());
    decided_codes_ = DecidedCodes(*decisions);
    auto made = CriteriaJudge::make(desk_.project.protocol, desk_.project.stage, desk_.index,
                                    codebook_ ? &*codebook_ : nullptr, decided_codes_);
    if (!made) return tl::unexpected(made.error());
    judge_ = std::move(*made);
    return &*judge_;
  }

  Result<void> say_suggestion() {
    if (!has_rules(desk_.project.protocol, desk_.project.stage)) {
      terminal_.out << "no criterion has a rule, so nothing is suggested\n";
      return {};
    }
    auto known = judge();
    if (!known) return tl::unexpected(known.error());
    auto about = desk_.index.about(study());
    if (!about) return tl::unexpected(about.error());
    auto judged = (*known)->judge(study(), *about, nullptr);
    if (!judged) return tl::unexpected(judged.error());
    const std::vector<Criterion>& criteria = (*known)->criteria();
    const ScreeningSuggestion& suggestion = judged->suggestion;
    terminal_.out << "suggestion: " << kind_name(suggestion.kind);
    if (suggestion.kind == ScreeningSuggestion::Kind::exclude && suggestion.criterion)
      terminal_.out << ", " << criteria[*suggestion.criterion].reason;
    terminal_.out << '\n';
    for (std::size_t i = 0; i < criteria.size(); ++i) say_finding(criteria[i], judged->findings[i]);
    return {};
  }

  void say_finding(const Criterion& criterion, const CriterionFinding& found) {
    terminal_.out << fmt::format("  {}: {}{}{}", criterion.name, state_name(found.state),
                                 found.because.empty() ? "" : ", ", one_line(found.because));
    if (!found.sentence.empty())
      terminal_.out << fmt::format("; {}{}: \"{}\"",
                                   found.page == 0 ? "" : fmt::format("page {}, ", found.page),
                                   found.part, one_line(found.sentence));
    terminal_.out << '\n';
  }

  // --- acting

  /// Waits for a key and does what it says; true when the record is to be shown again.
  Result<bool> act() {
    terminal_.out << (asreview_ ? "r relevant, i irrelevant, u undecided, ? all keys > "
                                : "i include, e exclude, u undecided, ? all keys > ")
                  << std::flush;
    const std::optional<std::string> pressed = keys_.key();
    if (!pressed) {
      done_ = true;
      terminal_.out << '\n';
      return false;
    }
    terminal_.out << *pressed << '\n';
    if (pressed->size() == 1 && pressed->front() >= '1' && pressed->front() <= '9')
      return exclude_by_digit(static_cast<std::size_t>(pressed->front() - '1'));
    for (const NamedKey& key : kNamedKeys)
      if (*pressed == key.name) return act_on(key.does);
    for (const ScreenKey& key : kScreenKeys)
      if (*pressed == (asreview_ ? key.asreview : key.key)) return act_on(key.does);
    terminal_.out << fmt::format("no key '{}'; '?' shows the keys\n", *pressed);
    return false;
  }

  Result<bool> act_on(ScreenDoes does) {
    switch (does) {
      case ScreenDoes::include:
        return decide(Ruling::include, "");
      case ScreenDoes::exclude:
        // PRISMA wants the reason of every exclusion at the full text.
        if (desk_.project.stage == Stage::full_text) {
          terminal_.out << "a full text is excluded for a reason: press its digit, or x\n";
          return false;
        }
        return decide(Ruling::exclude, "");
      case ScreenDoes::undecided:
        return decide(Ruling::undecided, "");
      case ScreenDoes::other_reason:
        return exclude_in_words();
      case ScreenDoes::note:
        return write_note();
      case ScreenDoes::undo:
        return undo();
      case ScreenDoes::next:
        go_on();
        return true;
      case ScreenDoes::back:
        if (at_ == 0) terminal_.out << "this is the first one shown\n";
        if (at_ > 0) --at_;
        return true;
      case ScreenDoes::suggestion:
        show_suggestion_ = !show_suggestion_;
        if (!show_suggestion_) terminal_.out << "suggestions are hidden\n";
        if (show_suggestion_)
          if (auto said = say_suggestion(); !said) return tl::unexpected(said.error());
        return false;
      case ScreenDoes::highlights:
        return switch_highlights();
      case ScreenDoes::place_in_order:
        say_place_in_order();
        return false;
      case ScreenDoes::where:
        return say_where();
      case ScreenDoes::find:
        return find();
      case ScreenDoes::other_keys:
        asreview_ = !asreview_;
        return false;
      case ScreenDoes::help:
        say_keys();
        return false;
      case ScreenDoes::quit:
        done_ = true;
        return false;
    }
    return false;
  }

  Result<bool> switch_highlights() {
    if (!desk_.search)
      terminal_.out << "the protocol has no search whose terms could be coloured\n";
    else if (!wants_colour(terminal_))
      terminal_.out << "there are no colours here\n";
    else
      coloured_ = !coloured_;
    return true;
  }

  std::string what_was_shown() const {
    std::string shown = show_suggestion_ ? "suggestion shown" : "suggestion hidden";
    shown += order_ && order_->learnt() ? "; ranked order" : "; order of the list";
    shown += coloured_ ? "; terms coloured" : "; terms plain";
    if (desk_.options.conflicts)
      shown += "; votes of others shown";
    else if (desk_.project.histories.all.is_open(desk_.project.stage))
      shown += "; stage open";
    return shown;
  }

  /// Writes a line for the record shown.
  Result<void> write(Ruling ruling, const std::string& reason, const std::string& note) {
    Decision decision;
    decision.record = study().id;
    decision.doi = doi_;
    decision.title = one_line(title_);
    decision.reviewer = desk_.reviewer;
    decision.stage = desk_.project.stage;
    decision.verdict = ruling;
    decision.reason = reason;
    decision.note = note;
    decision.time = time_after(last_time_);
    decision.shown = what_was_shown();
    if (auto written = append(desk_.project.folder, decision); !written) return written;
    last_time_ = decision.time;
    if (ruling == Ruling::withdrawn)
      verdicts_.erase(decision.record);
    else
      verdicts_[decision.record] = decision;
    learn(decision.record, ruling);
    return {};
  }

  Result<bool> decide(Ruling ruling, const std::string& reason) {
    const auto before = verdicts_.find(study().id);
    made_.push_back(
        {visited_[at_], before == verdicts_.end() ? std::nullopt : std::optional(before->second)});
    const std::string note = notes_[study().id];
    if (auto written = write(ruling, reason, note); !written)
      return tl::unexpected(written.error());
    go_on();
    return !done_;
  }

  Result<bool> exclude_by_digit(std::size_t number) {
    if (number >= desk_.reasons.size()) {
      terminal_.out
          << (desk_.reasons.empty()
                  ? "the protocol has no criteria to exclude by; x takes a reason in words\n"
                  : fmt::format("there is no reason {}; there are {}\n", number + 1,
                                desk_.reasons.size()));
      return false;
    }
    return decide(Ruling::exclude, desk_.reasons[number]);
  }

  Result<bool> exclude_in_words() {
    terminal_.out << "reason (a number, or words; empty: none after all): " << std::flush;
    const auto typed = keys_.line();
    if (!typed || one_line(*typed).empty()) return false;
    const std::string words = one_line(*typed);
    if (words.size() <= 4 && words.find_first_not_of("0123456789") == words.npos) {
      const std::size_t number = std::stoul(words);
      if (number == 0 || number > desk_.reasons.size()) {
        terminal_.out << fmt::format("there is no reason {}; there are {}\n", number,
                                     desk_.reasons.size());
        return false;
      }
      return decide(Ruling::exclude, desk_.reasons[number - 1]);
    }
    return decide(Ruling::exclude, words);
  }

  /// A note is on the disk at once: with the verdict, or with none when there is none yet.
  Result<bool> write_note() {
    terminal_.out << "note: " << std::flush;
    const auto typed = keys_.line();
    if (!typed || one_line(*typed).empty()) return false;
    notes_[study().id] = one_line(*typed);
    const auto own = verdicts_.find(study().id);
    const Ruling ruling = own == verdicts_.end() ? Ruling::withdrawn : own->second.verdict;
    const std::string reason = own == verdicts_.end() ? "" : own->second.reason;
    if (auto written = write(ruling, reason, notes_[study().id]); !written)
      return tl::unexpected(written.error());
    return false;
  }

  Result<bool> undo() {
    if (made_.empty()) {
      terminal_.out << "nothing of this session is left to take back\n";
      return false;
    }
    const Made last = made_.back();
    made_.pop_back();
    at_ = static_cast<std::size_t>(std::find(visited_.begin(), visited_.end(), last.number) -
                                   visited_.begin());
    const Study& taken = desk_.studies[last.number];
    auto about = desk_.index.about(taken);
    if (!about) return tl::unexpected(about.error());
    title_ = about->title;
    doi_ = about->doi;
    auto written = last.before ? write(last.before->verdict, last.before->reason, last.before->note)
                               : write(Ruling::withdrawn, "", "");
    if (!written) return tl::unexpected(written.error());
    terminal_.out << fmt::format("taken back: {}\n", taken.id);
    return true;
  }

  void say_place_in_order() {
    if (!order_ || !order_->learnt()) {
      terminal_.out
          << (order_ ? "in the order of the list, until one record is included and one excluded\n"
                     : "in the order of the list; --order priority ranks them\n");
      return;
    }
    std::string line;
    for (const TermWeight& term : order_->reasons(visited_[at_]))
      line += fmt::format("{}{} ({:+.2f})", line.empty() ? "" : ", ", term.term, term.adds);
    terminal_.out << "ranked by: " << (line.empty() ? "none of its terms" : line) << '\n';
  }

  Result<bool> say_where() {
    for (const DocId& id : study().reports) {
      auto report = desk_.index.document(id);
      if (!report) return tl::unexpected(report.error());
      terminal_.out << file_of(*report);
      if (!report->about.doi.empty()) terminal_.out << ", https://doi.org/" << report->about.doi;
      if (desk_.search && !report->pages.empty()) {
        auto places = desk_.index.places(*desk_.search, study().id, 1);
        if (!places) return tl::unexpected(places.error());
        for (const Place& place : *places)
          if (place.report == id && place.page > 0) {
            terminal_.out << fmt::format(", first hit on page {}", place.page);
            break;
          }
      }
      terminal_.out << '\n';
    }
    return false;
  }

  Result<bool> find() {
    terminal_.out << "find: " << std::flush;
    const auto typed = keys_.line();
    if (!typed || one_line(*typed).empty()) return false;
    const Parsed parsed = parse_query(*typed, *dialect_named("native"), {});
    SearchOptions plain;
    plain.ids_by_clause = false;
    plain.remarks = false;
    auto hits = desk_.index.search(parsed.query, plain);
    if (!hits) {
      terminal_.out << hits.error().what << '\n';
      return false;
    }
    std::size_t left = 0;
    std::optional<std::size_t> first;
    for (const DocId& id : hits->studies)
      if (const auto number = numbers_.find(id);
          number != numbers_.end() && !passed_[number->second]) {
        ++left;
        if (!first) first = number->second;
      }
    terminal_.out << fmt::format("{} not yet shown, of {} found\n", counted(left, "record"),
                                 hits->studies.size());
    if (!first) return false;
    visit(*first);
    return true;
  }

  void say_keys() {
    for (const ScreenKey& key : kScreenKeys)
      terminal_.out << fmt::format("  {}  {}\n", asreview_ ? key.asreview : key.key, key.help);
    if (!desk_.reasons.empty()) terminal_.out << "  1 to 9  exclude for this reason\n";
  }

  void say_end() {
    const std::size_t left = desk_.studies.size() - decided_here();
    terminal_.out << fmt::format("{} written to {}; {} left\n", counted(made_.size(), "decision"),
                                 (desk_.project.folder / file_of_reviewer(desk_.reviewer)).string(),
                                 counted(left, "record"));
    if (order_) say_stopping(left);
  }

  /// What the records read last say of those not read.
  void say_stopping(std::size_t left) {
    std::vector<const Decision*> by_time;
    for (const auto& [record, decision] : verdicts_)
      if (numbers_.contains(record) && decision.verdict != Ruling::undecided)
        by_time.push_back(&decision);
    std::sort(by_time.begin(), by_time.end(),
              [](const Decision* a, const Decision* b) { return a->time < b->time; });
    std::vector<bool> relevant;
    for (const Decision* decision : by_time)
      relevant.push_back(decision->verdict == Ruling::include);
    const Stopping said = stopping_estimate(relevant, left);
    if (said.found > 0)
      terminal_.out << fmt::format(
          "with 95 % confidence you have found {:.0f} % or more of what you would include; that "
          "holds as far as the ranking is no worse than chance\n",
          std::floor(100 * said.low));
  }

  struct Made {
    std::size_t number;
    std::optional<Decision> before;
  };

  ScreenDesk& desk_;
  Terminal& terminal_;
  Keys keys_;
  bool asreview_, show_suggestion_, coloured_, done_ = false;
  std::vector<bool> passed_;  ///< shown, or decided before
  std::map<std::string, std::size_t> numbers_;
  std::map<std::string, Decision> verdicts_;  ///< the reviewer's own, as they stand
  std::map<std::string, std::string> notes_;  ///< of this session
  std::vector<std::size_t> visited_, blocks_;
  std::size_t at_ = 0;
  std::vector<Made> made_;
  std::string last_time_, title_, doi_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::unique_ptr<ReadingOrder> order_;
  std::optional<Codebook> codebook_;
  DecidedCodes decided_codes_;
  std::optional<CriteriaJudge> judge_;
};

/// The records of a stage: all of them; at the full text those that the first stage included.
Result<std::vector<Study>> studies_of_stage(const ScreeningProject& project, const Index& index,
                                            bool conflicts_only) {
  std::vector<Study> studies = index.studies();
  const DecisionLog& all = project.histories.all;
  std::set<std::string> wanted;
  bool some = false;
  if (conflicts_only) {
    if (!all.is_open(project.stage))
      return failure(Error::Kind::usage,
                     fmt::format("the votes of stage '{}' are closed", stage_name(project.stage)),
                     "conflicts are shown after 'litmine screen open'");
    some = true;
    for (const auto& [record, outcome] : outcomes(all, project.stage, project.panel))
      if (outcome.state == Outcome::State::conflict) wanted.insert(record);
  } else if (project.stage == Stage::full_text && !all.standing(Stage::title_abstract).empty()) {
    if (!all.is_open(Stage::title_abstract))
      return failure(Error::Kind::usage, "stage 'title-abstract' is not finished",
                     "full texts are those that it includes; open it with 'litmine screen open'");
    some = true;
    for (const auto& [record, outcome] : outcomes(all, Stage::title_abstract, project.panel))
      if (outcome.state == Outcome::State::include) wanted.insert(record);
  }
  if (some) std::erase_if(studies, [&](const Study& one) { return !wanted.contains(one.id); });
  return studies;
}

/// The search whose terms are coloured: the one named, else the protocol's first.
Result<std::optional<Query>> coloured_search(const Protocol& protocol, const std::string& name) {
  if (protocol.searches.empty() && name.empty()) return std::optional<Query>();
  std::vector<std::string> names;
  for (const SavedSearch& search : protocol.searches) {
    names.push_back(search.name);
    if (!name.empty() && search.name != name) continue;
    auto dialect = known_dialect(search.dialect);
    if (!dialect) return tl::unexpected(dialect.error());
    ReadingOptions reading;
    reading.in = search.in;
    if (search.keep_first_operator) reading.doubled = ReadingOptions::Doubled::keep_first;
    return std::optional<Query>(parse_query(search.query, **dialect, reading).query);
  }
  const std::string near = nearest(name, names);
  return failure(Error::Kind::usage, fmt::format("the protocol has no search '{}'", name),
                 near.empty() ? fmt::format("searches: {}", fmt::join(names, ", "))
                              : fmt::format("did you mean '{}'?", near));
}

Result<void> one_of(const std::string& option, const std::string& value,
                    const std::vector<std::string>& known) {
  if (std::find(known.begin(), known.end(), value) != known.end()) return {};
  return failure(Error::Kind::usage, fmt::format("{} is '{}'", option, value),
                 fmt::format("it must be one of: {}", fmt::join(known, ", ")));
}

}  // namespace

int screen_decide(const ScreenOptions& options, Terminal& terminal) {
  for (const auto& checked : {one_of("--order", options.order, {"list", "priority"}),
                              one_of("--keys", options.keys, {"litmine", "asreview"})})
    if (!checked) return report(checked.error(), terminal);
  auto project = open_project(options, terminal);
  if (!project) return report(project.error(), terminal);
  auto reviewer = reviewer_of(options);
  if (!reviewer) return report(reviewer.error(), terminal);
  auto index = Index::open(index_of_screening(options, project->protocol));
  if (!index) return report(index.error(), terminal);
  auto studies = studies_of_stage(*project, *index, options.conflicts);
  if (!studies) return report(studies.error(), terminal);
  auto search = coloured_search(project->protocol, options.search);
  if (!search) return report(search.error(), terminal);
  if (studies->empty()) {
    terminal.out << (options.conflicts ? "no record is in conflict\n"
                                       : "there is no record to screen at this stage\n");
    return kNothingFound;
  }
  std::vector<std::string> reasons = exclusion_reasons(project->protocol, project->stage);
  if (project->stage == Stage::full_text) reasons.emplace_back(kNotRetrieved);
  ScreenDesk desk{
      std::move(*project), *reviewer, std::move(*index), std::move(*studies), std::move(reasons),
      std::move(*search),  options};
  const InterruptGuard guard;
  auto walked = ScreenWalk(desk, terminal).run();
  if (!walked) return report(walked.error(), terminal);
  return InterruptGuard::requested() ? kInterrupted : kDone;
}

}  // namespace litmine
