#include "cli/tag_review.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cli/coding_decisions.h"
#include "cli/interrupt.h"
#include "cli/keys.h"
#include "text/normalize.h"

namespace litmine {
namespace {

struct ReviewKey {
  char key;
  const char* decision;  ///< nullptr: moves about only
  const char* help;
};
constexpr ReviewKey kKeys[] = {
    {'a', "accept", "accept the code"},
    {'r', "reject", "reject it"},
    {'m', "mute", "reject it, and mute its rule for this paper"},
    {'c', "replace", "change it for another code of the facet"},
    {'+', "add", "add a code that was not suggested"},
    {'n', "note", "write a note"},
    {'u', "undo", "take the last decision back"},
    {'j', nullptr, "next, undecided"},
    {'k', nullptr, "back"},
    {'v', nullptr, "show what was seen and not counted"},
    {'q', nullptr, "stop; everything is written already"},
    {'?', nullptr, "this list"},
};

class Review {
 public:
  Review(const std::vector<CodedStudy>& coded, const Codebook& codebook,
         const ReviewOptions& options, std::vector<CodingDecision> before, Terminal& terminal)
      : codebook_(codebook),
        options_(options),
        decisions_(std::move(before)),
        terminal_(terminal),
        keys_(terminal.in) {
    const DecidedCodes decided(decisions_);
    for (const CodedStudy& study : coded)
      for (const std::string& facet : study.facets)
        if (auto found = study.suggestions.find(facet); found != study.suggestions.end())
          for (const Suggestion& suggestion : found->second)
            if (suggestion.code.band >= options.least && to_decide(decided, study, suggestion))
              items_.push_back({&study, &suggestion});
  }

  Result<std::size_t> run() {
    terminal_.out << fmt::format("{} suggestions to decide; '?' shows the keys\n", items_.size());
    while (at_ < items_.size() && !done_) {
      show(items_[at_]);
      if (auto decided = decide(items_[at_]); !decided) return tl::unexpected(decided.error());
    }
    terminal_.out << fmt::format("{} decisions written to {}\n", written_,
                                 (options_.decisions / (options_.coder + ".csv")).string());
    return written_;
  }

 private:
  struct Item {
    const CodedStudy* study;
    const Suggestion* suggestion;
  };

  bool to_decide(const DecidedCodes& decided, const CodedStudy& study,
                 const Suggestion& suggestion) const {
    if (options_.again) return true;
    std::vector<CodingDecision> mine = decided.on(
        study.study, suggestion.code.facet, decided_name(suggestion.code), suggestion.code.role);
    std::erase_if(mine, [&](const auto& one) { return one.coder != options_.coder; });
    if (mine.empty())
      return suggestion.quotes.empty() ||
             !decided.muted(study.study, suggestion.quotes.front().rule);
    return is_stale(mine, suggestion);
  }

  void show(const Item& item) {
    std::ostream& out = terminal_.out;
    const Code& code = item.suggestion->code;
    out << fmt::format("\n[{} of {}] {}\n{}: {}{}, {} ({:.2g}), rule {}\n", at_ + 1, items_.size(),
                       item.study->study, code.facet, code.label,
                       code.role.empty() ? "" : " as " + code.role, band_name(code.band),
                       code.score,
                       item.suggestion->quotes.empty() ? "" : item.suggestion->quotes.front().rule);
    for (const Quotation& quote : item.suggestion->quotes) say(quote);
    const DecidedCodes decided(decisions_);
    auto earlier = decided.on(item.study->study, code.facet, decided_name(code), code.role);
    if (!earlier.empty())
      out << fmt::format(
          "  {}{}\n", decided_in_words(earlier),
          is_stale(earlier, *item.suggestion) ? "; the sentences have changed since" : "");
  }

  void say(const Quotation& quote) {
    std::string place(part_name(quote.part));
    if (quote.page != 0) place = fmt::format("page {}, {}", quote.page, place);
    terminal_.out << fmt::format("  {}: \"{}\"", place, quote.sentence);
    if (!quote.not_counted.empty())
      terminal_.out << fmt::format(" (not counted: {})", quote.not_counted);
    terminal_.out << '\n';
  }

  Result<void> decide(const Item& item) {
    terminal_.out << "> " << std::flush;
    const std::optional<std::string> pressed = keys_.key();
    if (!pressed) {
      done_ = true;
      terminal_.out << '\n';
      return {};
    }
    terminal_.out << *pressed << '\n';
    const auto* known = std::find_if(std::begin(kKeys), std::end(kKeys), [&](const ReviewKey& one) {
      return pressed->size() == 1 && one.key == pressed->front();
    });
    if (known == std::end(kKeys)) {
      terminal_.out << fmt::format("no key '{}'; '?' shows the keys\n", *pressed);
      return {};
    }
    if (known->decision == nullptr) {
      move(item, known->key);
      return {};
    }
    return write(item, known->decision);
  }

  void move(const Item& item, char key) {
    if (key == 'j') ++at_;
    if (key == 'k' && at_ > 0) --at_;
    if (key == 'q') done_ = true;
    if (key == 'v') {
      for (const Quotation& quote : item.suggestion->also_seen) say(quote);
      if (item.suggestion->also_seen.empty()) terminal_.out << "  nothing else was seen\n";
    }
    if (key == '?')
      for (const ReviewKey& one : kKeys)
        terminal_.out << fmt::format("  {}  {}\n", one.key, one.help);
  }

  Result<void> write(const Item& item, const std::string& kind) {
    const Code& code = item.suggestion->code;
    CodingDecision decision;
    decision.time = decision_time();
    decision.coder = options_.coder;
    decision.study = item.study->study;
    decision.facet = code.facet;
    decision.decision = kind;
    if (kind == "undo") {
      if (written_ == 0) {
        terminal_.out << "nothing to take back\n";
        return {};
      }
      decision.study.clear();
      decision.facet.clear();
    } else if (kind == "add") {
      if (!ask_code(code.facet, decision.final_code)) return {};
    } else {
      decision.suggested = decided_name(code);
      decision.role = code.role;
      decision.band = band_name(code.band);
      decision.evidence = evidence_fingerprint(*item.suggestion);
      if (!item.suggestion->quotes.empty()) decision.rule = item.suggestion->quotes.front().rule;
      if (kind == "replace" && !ask_code(code.facet, decision.final_code)) return {};
      if (kind == "note") {
        terminal_.out << "note: " << std::flush;
        decision.note = keys_.line().value_or("");
        if (decision.note.empty()) return {};
      }
    }
    if (auto written = append_coding_decision(options_.decisions, decision); !written)
      return written;
    decisions_.push_back(decision);
    if (kind == "undo") {
      --written_;
      if (!trail_.empty()) {
        at_ = trail_.back();
        trail_.pop_back();
      }
      return {};
    }
    ++written_;
    trail_.push_back(at_);
    if (kind != "note" && kind != "add") ++at_;
    if (kind == "mute") skip_muted(decision);
    return {};
  }

  // What else the rule says of this paper needs no decision.
  void skip_muted(const CodingDecision& decision) {
    while (at_ < items_.size() && items_[at_].study->study == decision.study &&
           !items_[at_].suggestion->quotes.empty() &&
           items_[at_].suggestion->quotes.front().rule == decision.rule)
      ++at_;
  }

  // A code of the facet; what is not in the codebook may be given where the facet has values.
  bool ask_code(const std::string& facet, std::string& answer) {
    terminal_.out << fmt::format("code of {} (empty: none after all): ", facet) << std::flush;
    answer = keys_.line().value_or("");
    if (answer.empty()) return false;
    std::vector<std::string> codes;
    for (const CodeEntry& entry : codebook_.codes())
      if (entry.facet == facet) codes.push_back(entry.code);
    if (std::find(codes.begin(), codes.end(), answer) != codes.end()) return true;
    if (codebook_.has_values(facet)) return true;
    const std::string near = nearest(answer, codes);
    terminal_.out << fmt::format("the facet {} has no code '{}'{}\n", facet, answer,
                                 near.empty() ? "" : "; did you mean '" + near + "'?");
    return false;
  }

  const Codebook& codebook_;
  const ReviewOptions& options_;
  std::vector<CodingDecision> decisions_;
  Terminal& terminal_;
  Keys keys_;
  std::vector<Item> items_;
  std::vector<std::size_t> trail_;  ///< where decisions of this session were made
  std::size_t at_ = 0, written_ = 0;
  bool done_ = false;
};

}  // namespace

Result<std::size_t> review_codes(const std::vector<CodedStudy>& coded, const Codebook& codebook,
                                 const ReviewOptions& options, Terminal& terminal) {
  auto before = read_coding_decisions(options.decisions);
  if (!before) return tl::unexpected(before.error());
  const InterruptGuard guard;  // every decision is on the disk already
  return Review(coded, codebook, options, std::move(*before), terminal).run();
}

}  // namespace litmine
