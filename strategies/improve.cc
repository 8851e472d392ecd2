// In three steps:
//   1. Each missed item says which changes of which clause would mend that clause for it.
//   2. Each change makes an edited string; it is written, read again, and asked whether it meets
//      the item. An item that failed several clauses gets the cheapest change of each together, and
//      the dropping of all of them.
//   3. All strings that gain an item are counted on the index.
#include "strategies/improve.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "strategies/build.h"
#include "strategies/counted.h"

namespace litmine {
namespace {

/// A missed item, read.
struct Missed {
  std::size_t item = 0;  ///< number in Recall::items
  StudyText text;
  std::vector<LostBy> lost_by;
};

/// A string that was written and read again.
struct Form {
  std::vector<const Candidate*> changes;
  std::string text;
  Query query;
  std::vector<std::size_t> gained;  ///< numbers in the list of missed
  Counted counted;
};

/// Studies that are new and not among the items gained.
std::uint64_t extra_of(const Form& form) {
  const std::uint64_t gained = form.gained.size();
  return form.counted.more > gained ? form.counted.more - gained : 0;
}

Clause flattened(const Clause& clause) {
  Clause flat = clause;
  flat.operands.clear();
  for (const Clause& operand : clause.operands) {
    Clause below = flattened(operand);
    if (clause.kind == Clause::Kind::any_of && below.kind == Clause::Kind::any_of)
      for (Clause& one : below.operands) flat.operands.push_back(std::move(one));
    else
      flat.operands.push_back(std::move(below));
  }
  return flat;
}

class Improving {
 public:
  Improving(const Query& query, const Dialect& dialect, const ReadingOptions& reading,
            const Index& index, const ImproveOptions& options)
      : query_(query),
        dialect_(dialect),
        reading_(reading),
        index_(index),
        options_(options),
        layout_(layout_of(query)) {}

  Result<Improvement> run(const std::vector<KnownItem>& known);

 private:
  Result<void> read_missed(const Recall& recall);
  void gather_candidates();
  void make_single_forms();
  Result<void> make_joint_forms();
  std::optional<Form> form_of(const std::vector<const Candidate*>& changes) const;
  bool is_met(const Form& form, const Missed& missed) const {
    return matches(form.query, missed.text.cut());
  }
  Result<void> count(std::vector<Form>& forms);
  std::vector<Edit> ranked();
  std::vector<const Candidate*> cheapest_for(const Missed& missed);

  const Query& query_;
  const Dialect& dialect_;
  const ReadingOptions& reading_;
  const Index& index_;
  const ImproveOptions& options_;
  Layout layout_;

  std::vector<Missed> missed_;
  /// By what they change into what; the items (numbers in missed_) that each was made for.
  std::map<std::tuple<EditKind, std::size_t, std::string>,
           std::pair<Candidate, std::vector<std::size_t>>>
      candidates_;
  std::map<const Candidate*, std::uint64_t> cost_;  ///< studies that a single change lets in
  std::vector<Form> forms_;
  std::size_t not_tried_ = 0, not_looked_into_ = 0;
};

Result<void> Improving::read_missed(const Recall& recall) {
  for (std::size_t i = 0; i < recall.items.size(); ++i) {
    if (recall.items[i].fate != KnownResult::Fate::missed) continue;
    if (missed_.size() == options_.most_items) {
      ++not_looked_into_;
      continue;
    }
    Result<StudyText> text = StudyText::of(index_, *recall.items[i].joined.study);
    if (!text) return tl::unexpected(text.error());
    Missed missed{i, std::move(*text), {}};
    for (const Loss& loss : recall.items[i].losses) missed.lost_by.push_back(loss.by);
    missed_.push_back(std::move(missed));
  }
  return {};
}

void Improving::gather_candidates() {
  for (std::size_t m = 0; m < missed_.size(); ++m)
    for (const LostBy& lost : missed_[m].lost_by)
      for (Candidate& candidate : candidates_for(query_, layout_, lost, missed_[m].text)) {
        std::tuple key(candidate.kind, candidate.change.clause,
                       candidate.change.replacement ? to_sexp(*candidate.change.replacement) : "");
        auto [entry, is_new] = candidates_.try_emplace(std::move(key), std::move(candidate),
                                                       std::vector<std::size_t>());
        if (entry->second.second.empty() || entry->second.second.back() != m)
          entry->second.second.push_back(m);
      }
}

/// The edited string; none if there is no tree left, or the dialect cannot write or read it.
std::optional<Form> Improving::form_of(const std::vector<const Candidate*>& changes) const {
  std::vector<Change> list;
  for (const Candidate* candidate : changes) list.push_back(candidate->change);
  std::optional<Clause> root = changed(query_.root, list);
  if (!root) return std::nullopt;
  Query edited = query_;
  edited.root = flattened(*root);
  edited.in = default_parts(dialect_);  // where bare words are searched stays an option of the call
  Form form;
  form.changes = changes;
  Diagnostics lost;
  form.text = write_query(edited, dialect_, lost);
  Parsed again = parse_query(form.text, dialect_, reading_);
  if (has_errors(again.notes)) return std::nullopt;
  form.query = std::move(again.query);
  return form;
}

/// Only an item that failed one clause can be gained by a change of one.
void Improving::make_single_forms() {
  std::vector<std::pair<const Candidate*, const std::vector<std::size_t>*>> order;
  for (const auto& [key, entry] : candidates_) order.emplace_back(&entry.first, &entry.second);
  // When there are too many: what was made for many items, then what is gentlest.
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return std::tuple(b.second->size(), a.first->kind == EditKind::add_term, a.first->weight) <
           std::tuple(a.second->size(), b.first->kind == EditKind::add_term, b.first->weight);
  });
  std::set<std::string> written;
  for (const auto& [candidate, items] : order) {
    if (forms_.size() == options_.most_candidates) {
      ++not_tried_;
      continue;
    }
    std::optional<Form> form = form_of({candidate});
    if (!form || !written.insert(form->text).second) continue;
    for (std::size_t m = 0; m < missed_.size(); ++m)
      if (missed_[m].lost_by.size() == 1 && missed_[m].lost_by[0].clause == candidate->lost_by &&
          is_met(*form, missed_[m]))
        form->gained.push_back(m);
    forms_.push_back(std::move(*form));
  }
}

Result<void> Improving::count(std::vector<Form>& forms) {
  std::vector<Query> queries;
  for (const Form& form : forms) queries.push_back(form.query);
  Result<std::vector<Counted>> counts = counted(query_, queries, index_);
  if (!counts) return tl::unexpected(counts.error());
  for (std::size_t i = 0; i < forms.size(); ++i) forms[i].counted = (*counts)[i];
  return {};
}

/// For each clause that the item failed, the change that lets in the fewest studies.
std::vector<const Candidate*> Improving::cheapest_for(const Missed& missed) {
  const auto m = static_cast<std::size_t>(&missed - missed_.data());
  std::vector<const Candidate*> chosen;
  for (const LostBy& lost : missed.lost_by) {
    const Candidate* best = nullptr;
    for (const auto& [key, entry] : candidates_) {
      const auto& [candidate, items] = entry;
      if (candidate.lost_by != lost.clause ||
          std::find(items.begin(), items.end(), m) == items.end() || !cost_.contains(&candidate))
        continue;
      const auto rank = [&](const Candidate* c) {
        return std::tuple(cost_.at(c), c->kind, c->weight, c->what);
      };
      if (best == nullptr || rank(&candidate) < rank(best)) best = &candidate;
    }
    if (best == nullptr) return {};
    chosen.push_back(best);
  }
  return chosen;
}

Result<void> Improving::make_joint_forms() {
  std::set<std::string> written;
  std::vector<Form> joint;
  for (const Missed& missed : missed_) {
    if (missed.lost_by.size() < 2) continue;
    std::vector<std::vector<const Candidate*>> tries = {cheapest_for(missed), {}};
    for (const LostBy& lost : missed.lost_by)
      for (const auto& [key, entry] : candidates_)
        if (entry.first.lost_by == lost.clause && entry.first.kind == EditKind::drop_clause)
          tries.back().push_back(&entry.first);
    for (const auto& changes : tries) {
      if (changes.size() != missed.lost_by.size()) continue;
      std::optional<Form> form = form_of(changes);
      if (!form || !written.insert(form->text).second) continue;
      for (std::size_t m = 0; m < missed_.size(); ++m)
        if (is_met(*form, missed_[m])) form->gained.push_back(m);
      if (!form->gained.empty()) joint.push_back(std::move(*form));
    }
  }
  if (auto done = count(joint); !done) return done;
  for (Form& form : joint) forms_.push_back(std::move(form));
  return {};
}

std::vector<Edit> Improving::ranked() {
  const auto rank = [&](const Form& form) {
    std::uint32_t weight = 0;
    EditKind hardest = EditKind::other_form;
    std::string what;
    for (const Candidate* change : form.changes) {
      weight += change->weight;
      hardest = std::max(hardest, change->kind);
      what += change->what;
    }
    return std::tuple(missed_.size() - form.gained.size(), extra_of(form), form.counted.fewer,
                      form.changes.size(), hardest, weight, what);
  };
  std::erase_if(forms_, [](const Form& form) { return form.gained.empty(); });
  std::stable_sort(forms_.begin(), forms_.end(),
                   [&](const Form& a, const Form& b) { return rank(a) < rank(b); });
  std::vector<Edit> edits;
  for (const Form& form : forms_) {
    Edit edit;
    for (const Candidate* change : form.changes) {
      edit.kinds.push_back(change->kind);
      edit.what.push_back(change->what);
    }
    edit.query = form.text;
    for (std::size_t m : form.gained) edit.gained.push_back(missed_[m].item);
    edit.found = form.counted.found;
    edit.extra = extra_of(form);
    edit.fewer = form.counted.fewer;
    edits.push_back(std::move(edit));
  }
  return edits;
}

Result<Improvement> Improving::run(const std::vector<KnownItem>& known) {
  Result<Recall> recall = recall_of(query_, known, index_);
  if (!recall) return tl::unexpected(recall.error());
  Improvement improvement;
  improvement.recall = std::move(*recall);
  if (auto done = read_missed(improvement.recall); !done) return tl::unexpected(done.error());
  gather_candidates();
  make_single_forms();
  if (auto done = count(forms_); !done) return tl::unexpected(done.error());
  for (const Form& form : forms_) cost_[form.changes.front()] = form.counted.more;
  if (auto done = make_joint_forms(); !done) return tl::unexpected(done.error());
  improvement.edits = ranked();
  improvement.not_tried = not_tried_;
  improvement.not_looked_into = not_looked_into_;
  improvement.edits_for.resize(improvement.recall.items.size());
  for (std::size_t i = 0; i < improvement.edits.size(); ++i)
    for (std::size_t item : improvement.edits[i].gained) improvement.edits_for[item].push_back(i);
  for (auto& list : improvement.edits_for)
    std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      return improvement.edits[a].extra < improvement.edits[b].extra;
    });
  return improvement;
}

}  // namespace

Result<Improvement> improvement_of(const Query& query, const Dialect& dialect,
                                   const ReadingOptions& reading,
                                   const std::vector<KnownItem>& known, const Index& index,
                                   const ImproveOptions& options) {
  return Improving(query, dialect, reading, index, options).run(known);
}

}  // namespace litmine
