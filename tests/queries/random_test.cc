// Random trees are written in litmine's own writing and read back the same; random and hostile
// strings are read in every dialect without harm. Other strings: LITMINE_RANDOM_SEED=11.
#include <gtest/gtest.h>

#include <random>

#include "queries/normal_form.h"
#include "tests/queries/helpers.h"

namespace litmine::testing_queries {
namespace {

class RandomTrees {
 public:
  explicit RandomTrees(unsigned seed) : engine_(seed) {}

  Clause clause(int depth) {
    int most = depth <= 0 ? 4 : 14;
    switch (below(most)) {
      case 0:
      case 1:
        return word();
      case 2:
        return phrase();
      case 3:
        return below(4) == 0 ? years() : exact();
      case 4:
      case 5:
        return list(Clause::Kind::any_of, depth);
      case 6:
      case 7:
        return list(Clause::Kind::all_of, depth);
      case 8:
        return list(Clause::Kind::except, depth);
      case 9:
        return near(depth);
      case 10:
        return within(depth);
      case 11:
        return heading();
      case 12:
        return frequent(depth);
      default:
        return one(Clause::Kind::same_entry, clause(depth - 1));
    }
  }

  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(engine_); }

  Clause word() {
    static const char* kWords[] = {"digital", "platform", "and", "near",  "or", "firm",
                                   "women's", "e",        "中",  "größe", "3d", "w"};
    Clause clause;
    clause.kind = Clause::Kind::word;
    clause.pattern = Pattern(kWords[below(12)]);
    bool pattern = below(3) == 0;
    if (pattern) {
      switch (below(5)) {
        case 0:
          clause.pattern.add_gap(0, Pattern::kAnyRun);
          break;
        case 1:
          clause.pattern.add_gap(1, 1);
          break;
        case 2:
          clause.pattern.add_gap(0, 1);
          break;
        case 3:
          clause.pattern.add_gap(2, 5);
          break;
        default:
          clause.pattern.add_gap(1, Pattern::kAnyRun);
          break;
      }
      if (below(2) == 0) clause.pattern.add_letters("xy");
    }
    // "größe" and its like must be as the parser would have them.
    if (below(2) == 0)
      clause.variants = {below(2) == 0, below(2) == 0, below(2) == 0, below(2) == 0};
    if (!clause.pattern.is_literal()) clause.variants = {};
    // Each ideograph is a word of its own, so none stands beside a wildcard.
    if (clause.pattern.literal_prefix().starts_with("中")) clause.pattern = Pattern("中");
    if (clause.pattern.literal_prefix().starts_with("größe")) clause.pattern = Pattern("grosse");
    return clause;
  }

 private:
  Clause one(Clause::Kind kind, Clause operand) {
    Clause clause;
    clause.kind = kind;
    clause.operands.push_back(std::move(operand));
    return clause;
  }
  Clause phrase() {
    Clause clause;
    clause.kind = Clause::Kind::phrase;
    for (int i = 2 + below(2); i > 0; --i) {
      clause.operands.push_back(word());
      bool gap = clause.operands.size() > 1 && below(6) == 0;
      if (gap) clause.operands.back().skip = static_cast<std::uint32_t>(1 + below(3));
    }
    return clause;
  }
  Clause heading() {
    static const char* kHeadings[] = {"Neoplasms", "Diabetes Mellitus, Type 2", "exp Foo",
                                      "*HIV/AIDS {a}", "C++ \\ x"};
    Clause clause;
    clause.kind = Clause::Kind::heading;
    clause.literal = kHeadings[below(5)];
    clause.explode = below(2) == 0;
    clause.focus = below(2) == 0;
    static const char* kSubheadings[] = {"th", "drug therapy", "a,b/c"};
    for (int i = below(3); i > 0; --i) clause.subheadings.emplace_back(kSubheadings[below(3)]);
    return clause;
  }
  Clause frequent(int depth) {
    int which = below(3);
    Clause clause = one(Clause::Kind::frequent, which == 0   ? word()
                                                : which == 1 ? phrase()
                                                             : near(depth - 1));
    clause.least = static_cast<std::uint32_t>(1 + below(9));
    return clause;
  }
  Clause exact() {
    static const char* kLiterals[] = {"heart-attack", "C++ (lang)", "a } b \\ c", "health care?",
                                      "3,5"};
    Clause clause;
    clause.kind = Clause::Kind::exact;
    clause.literal = kLiterals[below(5)];
    return clause;
  }
  Clause years() {
    Clause clause;
    clause.kind = Clause::Kind::years;
    clause.from = below(3) == 0 ? 0 : 1990 + below(10);
    clause.to = below(3) == 0 ? 9999 : 2000 + below(10);
    return clause;
  }
  Clause list(Clause::Kind kind, int depth) {
    Clause clause;
    clause.kind = kind;
    for (int i = 2 + below(3); i > 0; --i) clause.operands.push_back(this->clause(depth - 1));
    return clause;
  }
  Clause near_operand(int depth) {
    if (depth <= 0 || below(2) == 0)
      return below(2) == 0 ? word() : below(2) == 0 ? phrase() : exact();
    if (below(2) == 0) return near(depth - 1);
    Clause any;
    any.kind = Clause::Kind::any_of;
    for (int i = 2 + below(2); i > 0; --i) any.operands.push_back(near_operand(depth - 1));
    return any;
  }
  Clause near(int depth) {
    Clause clause;
    clause.kind = Clause::Kind::near;
    clause.between = static_cast<std::uint32_t>(below(30));
    clause.ordered = below(2) == 0;
    clause.together = !clause.ordered && below(4) == 0;
    clause.skips_stop_words = below(4) == 0;
    for (int i = 2 + below(2); i > 0; --i)
      clause.operands.push_back(clause.together ? single() : near_operand(depth - 1));
    return clause;
  }
  /// What may stand in a proximity of all together.
  Clause single() {
    if (below(3) != 0) return word();
    Clause any;
    any.kind = Clause::Kind::any_of;
    for (int i = 2 + below(2); i > 0; --i) any.operands.push_back(word());
    return any;
  }
  Clause within(int depth) {
    Clause clause = one(Clause::Kind::within, this->clause(depth - 1));
    static const Parts kSets[] = {Part::title, kFront, kBody, Parts{Part::title, Part::method},
                                  kText};
    clause.parts = kSets[below(5)];
    return clause;
  }

  std::mt19937 engine_;
};

TEST(Random, TreesAreReadBackTheSame) {
  RandomTrees random(random_seed(20240607));
  for (int i = 0; i < 20'000; ++i) {
    Clause tree = random.clause(4);
    std::string native = to_native(tree);
    Parsed parsed = read("native", native);
    ASSERT_TRUE(parsed.query.root.same_as(tree)) << native << "\n" << to_native(parsed.query.root);
    ASSERT_FALSE(has_errors(parsed.notes)) << native << "\n" << parsed.notes.front().message;
  }
}

/// What the engines rely on (queries/query.h).
void check_promises(const Clause& clause, bool in_near, const std::string& query) {
  using Kind = Clause::Kind;
  std::size_t size = clause.operands.size();
  switch (clause.kind) {
    case Kind::nothing:
    case Kind::word:
    case Kind::exact:
      ASSERT_EQ(size, 0u) << query;
      break;
    case Kind::phrase:
      ASSERT_GE(size, 2u) << query;
      for (const Clause& word : clause.operands) ASSERT_EQ(word.kind, Kind::word) << query;
      break;
    case Kind::near:
    case Kind::any_of:
      ASSERT_GE(size, 2u) << query;
      break;
    case Kind::all_of:
    case Kind::except:
      ASSERT_GE(size, 2u) << query;
      ASSERT_FALSE(in_near) << query;
      break;
    case Kind::within:
    case Kind::same_entry:
    case Kind::frequent:
      ASSERT_EQ(size, 1u) << query;
      ASSERT_FALSE(in_near) << query;
      break;
    case Kind::years:
    case Kind::heading:
      ASSERT_EQ(size, 0u) << query;
      ASSERT_FALSE(in_near) << query;
      break;
  }
  for (const Clause& operand : clause.operands)
    check_promises(operand, in_near || clause.kind == Kind::near, query);
}

TEST(Random, StringsAreReadWrittenAndReadAgain) {
  static const char* kPieces[] = {"a",
                                  "firm*",
                                  "*ing",
                                  "colo$r",
                                  "AND",
                                  "OR",
                                  "NOT",
                                  "AND NOT",
                                  "W/3",
                                  "PRE/2",
                                  "NEAR/4",
                                  "NEAR",
                                  "SAME",
                                  "(",
                                  ")",
                                  "(",
                                  ")",
                                  "\"",
                                  "\"digital platform\"",
                                  "“born global*”",
                                  "{heart-attack}",
                                  "{",
                                  "}",
                                  "TITLE(",
                                  "TS=(",
                                  "TI=",
                                  "title:",
                                  "PUBYEAR > 2015",
                                  "PY=2016-2023",
                                  "REF(",
                                  "AD=",
                                  "e-commerce",
                                  "R&D",
                                  "",
                                  "~ps",
                                  "?",
                                  "the",
                                  "of",
                                  "women's",
                                  "LIMIT-TO(DOCTYPE,\"ar\")",
                                  "EXCLUDE(DOCTYPE,re)",
                                  "LANGUAGE(english)",
                                  "SUBJAREA(BUSI)",
                                  "\xff",
                                  "\xc2\xa0",
                                  "#1",
                                  "[tiab]",
                                  "DO=(10.1/a 10.1/b)",
                                  "[Title/Abstract:~2]",
                                  "\"hip pain\"[tiab:~2]",
                                  "[mh]",
                                  "\"Neoplasms/therapy\"[Mesh]",
                                  "[majr:noexp]",
                                  "2016:2023[dp]",
                                  "\"2010/01/01\"[dp] : \"3000\"[dp]",
                                  "bile duct",
                                  "and",
                                  "NEXT/2",
                                  "NEXT",
                                  "'heart attack'",
                                  "'x'/exp/mj",
                                  "/exp",
                                  "/de/dm_th",
                                  ":ti,ab,kw",
                                  ":au",
                                  "[english]/lim",
                                  "[2010-2020]/py",
                                  "[humans]/lim",
                                  "[mh ^\"Heart Failure\"/dt,th]",
                                  "MeSH descriptor: [Asthma] explode all trees",
                                  "\"lung cancer*\"",
                                  "\"a b\"~10",
                                  "Title:(",
                                  "\"Document Title\":",
                                  "ONEAR/3",
                                  "adj3",
                                  "adj",
                                  ".ti,ab.",
                                  ".ab./freq=2",
                                  "exp *Firms/dt, th",
                                  "dog$2",
                                  "limit a to yr=\"2016 -Current\"",
                                  "[note]",
                                  "\n1. x",
                                  "\nor/1-2"};
  std::mt19937 engine(random_seed(7));
  auto below = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(engine);
  };
  for (int i = 0; i < 20'000; ++i) {
    std::string query;
    for (std::size_t n = 1 + below(12); n > 0; --n) {
      query += kPieces[below(std::size(kPieces))];
      if (below(8) != 0) query += ' ';
    }
    for (std::string_view name : dialect_names()) {
      const Dialect& dialect = *dialect_named(name);
      Parsed parsed = parse_query(query, dialect);
      check_promises(parsed.query.root, false, query);
      for (const Diagnostic& note : parsed.notes) ASSERT_LE(note.where.end, query.size()) << query;
      Diagnostics lost;
      std::string written = write_query(parsed.query, dialect, lost);
      Parsed again = parse_query(written, dialect);
      if (lost.empty() && remark_of(parsed, "foreign-field") == nullptr) {
        ASSERT_EQ(to_native(normal_form(again.query.root)),
                  to_native(normal_form(parsed.query.root)))
            << name << ": " << query << "\n"
            << written;
      }
      Parsed native = read("native", to_native(parsed.query.root));
      ASSERT_TRUE(native.query.root.same_as(parsed.query.root)) << name << ": " << query << "\n"
                                                                << to_native(parsed.query.root);
    }
  }
}

/// What is not linear shows by taking minutes, or all memory; there is no clock here.
TEST(Random, HostileStringsAreReadToTheirEnd) {
  auto times = [](std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
  };
  for (const char* piece : {"(",      ")",          "()",           "\"",
                            "\"\" ",  "{",          "OR ",          "a OR b AND ",
                            "NOT ",   "a NOT ",     "a W/1 b W/2 ", "TS=",
                            "TITLE(", "title:",     "LIMIT-TO(",    "LIMIT-TO(X,\"",
                            "[",      "*",          "a* ",          "(a ",
                            "“a ",    "\xff",       "a-",           "{0,5}",
                            "a~p ",   "PUBYEAR > ", "a NEAR ",      "a W/3 (b AND c) ",
                            "AND  ",  "'a ",        "a W/1 ",       "a[ti] ",
                            "a ",     "a[dp]:",     "2010[dp] : ",  "[mh ",
                            "[mh \"", "[x]/",       "'a'/exp",      "/exp/mj",
                            "a:ti,",  "\"a b\"~9 ", "\"Title",      "MeSH descriptor: [",
                            "'a'b'"}) {
    std::string query = times(piece, 20'000);
    for (std::string_view name : dialect_names()) {
      Parsed parsed = parse_query(query, *dialect_named(name));
      Diagnostics lost;
      write_query(parsed.query, *dialect_named(name), lost);
      EXPECT_TRUE(!parsed.notes.empty() || parsed.query.root.kind != Clause::Kind::nothing)
          << name << ": " << piece;
    }
  }
}

TEST(Random, DeepNestingIsAnErrorAndNoCrash) {
  std::string query = std::string(1'000'000, '(') + "a" + std::string(1'000'000, ')');
  Parsed parsed = read("scopus", query);
  const Diagnostic* note = remark_of(parsed, "too-deep");
  ASSERT_NE(note, nullptr);
  EXPECT_EQ(note->level, Diagnostic::Level::error);
  std::string fine = std::string(150, '(') + "a" + std::string(150, ')');
  EXPECT_EQ(to_sexp(read("scopus", fine).query.root), "a");
}

}  // namespace
}  // namespace litmine::testing_queries
