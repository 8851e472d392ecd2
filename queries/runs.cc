// Operator precedence with two stacks. No recursion, so a run may have a million operands.
#include "queries/runs.h"

#include <algorithm>
#include <utility>

#include "queries/normal_form.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

/// A tree under construction. `grown`: joined in this run, so a further operand may be added.
struct Growing {
  Clause clause;
  bool grown = false;
};

bool can_grow(const Growing& left, const Joint& joint) {
  if (!left.grown || left.clause.kind != joint.kind) return false;
  return joint.kind != Kind::near ||
         (left.clause.between == joint.between && left.clause.ordered == joint.ordered &&
          left.clause.together == joint.together &&
          left.clause.skips_stop_words == joint.skips_stop_words);
}

Growing join(Growing left, Growing right, const Joint& joint) {
  Span where{left.clause.where.begin, std::max(left.clause.where.end, right.clause.where.end)};
  if (!can_grow(left, joint)) {
    Clause clause;
    clause.kind = joint.kind;
    clause.between = joint.between;
    clause.ordered = joint.ordered;
    clause.together = joint.together;
    clause.skips_stop_words = joint.skips_stop_words;
    clause.implicit = joint.implicit;
    clause.operands.push_back(std::move(left.clause));
    left = {std::move(clause), true};
  }
  Clause& list = left.clause;
  list.operands.push_back(std::move(right.clause));
  list.where = where;
  list.implicit &= joint.implicit;
  list.repaired |= joint.repaired;
  return left;
}

std::string operator_name(const Clause& clause) {
  if (clause.kind == Kind::except) return "NOT";
  if (clause.kind == Kind::same_entry) return "SAME";
  return label(clause);
}

std::string joint_name(const Joint& joint) {
  Clause clause;
  clause.kind = joint.kind;
  clause.between = joint.between;
  clause.ordered = joint.ordered;
  clause.together = joint.together;
  clause.skips_stop_words = joint.skips_stop_words;
  return operator_name(clause);
}

/// The run with `#0`, `#1`, ... for its operands: enough to see its shape.
Run shape_of(const Run& run) {
  Run shape;
  shape.joints = run.joints;
  for (std::size_t i = 0; i < run.operands.size(); ++i) {
    Clause operand;
    operand.kind = Kind::word;
    operand.pattern = Pattern("#" + std::to_string(i));
    shape.operands.push_back(std::move(operand));
  }
  return shape;
}

Clause reading_of(const Run& shape, const Dialect& dialect) {
  return fold(shape, [&](const Joint& joint) { return binding_of(joint, dialect); });
}

/// Writes a reading of a run with brackets and the operands as they were typed.
class Printer {
 public:
  Printer(const Run& run, std::string_view source, bool shortened)
      : run_(run), source_(source), shortened_(shortened) {}

  std::string print(const Clause& clause, bool outermost = true) const {
    if (clause.kind == Kind::word) return operand(clause);
    const std::string sign = ' ' + operator_name(clause) + ' ';
    std::string text;
    bool cut = false;
    for (std::size_t i = 0; i < clause.operands.size(); ++i) {
      if (!is_shown(clause, i)) {
        cut = true;
        continue;
      }
      if (i > 0) text += sign;
      if (std::exchange(cut, false)) text += "…" + sign;
      text += print(clause.operands[i], false);
    }
    return outermost ? text : '(' + text + ')';
  }

 private:
  /// Of a long list the beginning, the end and what has a shape of its own.
  bool is_shown(const Clause& list, std::size_t i) const {
    std::size_t size = list.operands.size();
    if (!shortened_ || size <= 4) return true;
    return i < 2 || i + 1 == size || (list.operands[i].kind != Kind::word && i < kMostShapes);
  }

  static constexpr std::size_t kMostShapes = 100;

  std::string operand(const Clause& placeholder) const {
    auto number = std::stoul(placeholder.pattern.literal_prefix().substr(1));
    std::string_view typed = run_.operands[number].where.in(source_);
    std::string text = cited(typed, shortened_ ? 28 : typed.size());
    return text.substr(1, text.size() - 2);
  }

  const Run& run_;
  std::string_view source_;
  bool shortened_;
};

/// The operators of a run, each once: "AND, OR".
std::string names_of(const Run& run) {
  std::vector<std::string> names;
  for (const Joint& joint : run.joints) {
    std::string name = joint_name(joint);
    if (joint.implicit) name.insert(0, "implied ");
    if (std::find(names.begin(), names.end(), name) == names.end() && names.size() < 4)
      names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i)
    list += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return list;
}

bool is_implied_phrase(const Joint& joint) {
  return joint.implicit && (joint.kind == Kind::near || joint.kind == Kind::same_entry);
}

/// Where words side by side are a phrase or a name, they are one operand in every database's
/// reading.
Run with_phrases_joined(const Run& run) {
  Run joined;
  for (std::size_t i = 0; i < run.operands.size(); ++i) {
    if (i > 0 && is_implied_phrase(run.joints[i - 1])) {
      joined.operands.back().where.end = run.operands[i].where.end;
      continue;
    }
    if (i > 0) joined.joints.push_back(run.joints[i - 1]);
    joined.operands.emplace_back().where = run.operands[i].where;
  }
  return joined;
}

bool all_alike(const Run& run) {
  return std::all_of(run.joints.begin(), run.joints.end(), [&](const Joint& joint) {
    return joint.kind == run.joints.front().kind && joint.binds == run.joints.front().binds;
  });
}

}  // namespace

int binding_of(const Joint& joint, const Dialect& dialect) {
  constexpr int kTightest = 100;
  if (joint.kind == Kind::same_entry && joint.implicit) return kTightest;
  int binds = 0;
  for (const Operator& op : dialect.operators) {
    if (op.kind == joint.kind && op.foreign.empty()) return op.binds;
    if (op.kind == Kind::all_of) binds = op.binds;  // what the dialect does not have is like AND
  }
  return binds;
}

Clause fold(Run run, const std::function<int(const Joint&)>& binds) {
  std::vector<Growing> operands;
  std::vector<const Joint*> waiting;
  auto join_last = [&] {
    Growing right = std::move(operands.back());
    operands.pop_back();
    Growing left = std::move(operands.back());
    operands.back() = join(std::move(left), std::move(right), *waiting.back());
    waiting.pop_back();
  };
  for (std::size_t i = 0; i < run.operands.size(); ++i) {
    if (i > 0) {
      const Joint& joint = run.joints[i - 1];
      while (!waiting.empty() && binds(*waiting.back()) >= binds(joint)) join_last();
      waiting.push_back(&joint);
    }
    operands.push_back({std::move(run.operands[i]), false});
  }
  while (!waiting.empty()) join_last();
  return std::move(operands.front().clause);
}

void remark_on_mixing(const Run& run, std::string_view source, const Dialect& dialect,
                      Remarks& remarks) {
  if (run.joints.size() < 2 || all_alike(run)) return;
  const bool phrases_are_one = dialect.adjacency.kind == Kind::near && dialect.adjacency.binds > 0;
  auto is_one = [&](const Joint& joint) {
    return is_implied_phrase(joint) && (phrases_are_one || joint.kind == Kind::same_entry);
  };
  if (std::any_of(run.joints.begin(), run.joints.end(), is_one))
    return remark_on_mixing(with_phrases_joined(run), source, dialect, remarks);
  Run shape = shape_of(run);
  Clause scopus = reading_of(shape, kScopus), wos = reading_of(shape, kWos);
  // With the joints' own ranks: the dialect may have been read with a choice.
  Clause here = fold(shape, [](const Joint& joint) { return joint.binds; });
  auto alike = [](const Clause& a, const Clause& b) {
    return normal_form(a).same_as(normal_form(b));
  };
  bool like_scopus = alike(here, scopus), like_wos = alike(here, wos);
  if (like_scopus && like_wos) return;

  Span where{run.operands.front().where.begin, run.operands.back().where.end};
  auto level = dialect.mixing_is_error ? Diagnostic::Level::error : Diagnostic::Level::warning;
  Diagnostic note{level,
                  "mixed-without-brackets",
                  where,
                  names_of(run) +
                      " are mixed without brackets, and the databases read that "
                      "differently",
                  "",
                  dialect.mixing_is_error,
                  "",
                  ""};
  Printer brief(run, source, true);
  note.hint = "Scopus reads " + brief.print(scopus) + "; Web of Science reads " + brief.print(wos);
  bool implied = std::any_of(run.joints.begin(), run.joints.end(),
                             [](const Joint& joint) { return joint.implicit; });
  if (implied && !dialect.remark_adjacency.empty())
    note.hint += "; " + std::string(dialect.remark_adjacency);
  note.hint += like_scopus ? "; read as in Scopus"
               : like_wos  ? "; read as in Web of Science"
                           : "; " + std::string(dialect.title) + " reads " + brief.print(here);
  note.hint += "; write the brackets that you mean";
  constexpr std::uint32_t kLongest = 20'000;  // both readings in full, for tools to offer
  if (where.size() <= kLongest) {
    Printer full(run, source, false);
    note.choice = full.print(here);
    note.alternative = full.print(like_scopus ? wos : scopus);
  }
  remarks.add(std::move(note));
}

}  // namespace litmine
