// Search strings as published, when they are at hand, and the review's own string: read without a
// crash, no byte lost, written and read again to the same tree.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "queries/normal_form.h"
#include "tests/queries/helpers.h"

namespace litmine::testing_queries {
namespace {

const std::string kStrings =
    std::string(LITMINE_SOURCE_DIR) + "/../shared/data/dialects/published-strings.jsonl";

constexpr std::string_view kReview =
    "“digitalization” OR “digital ecosystem” OR “social media” OR “digital platform” OR "
    "“e-commerce” OR “e-tailing” OR “cross-border commerce” OR “digital servic*” OR “information "
    "techonolog*” OR “e-business*” OR “global marketplace” OR AND “INV” OR “international "
    "entrepreneurship” OR “international new venture” OR “born global*” OR “micromultinational*” "
    "AND “small firm” OR “SME*” OR “small and medium enterprise*” OR “small company” OR “small "
    "and medium compan*” OR “SMC*” AND “export*” OR “international*” OR “global” OR "
    "“cross-border” OR “global value chain”";

/// Bytes that stand in no leaf of the tree and under no remark.
std::string unaccounted(const Parsed& parsed) {
  const std::string& source = parsed.query.source;
  std::vector<bool> seen(source.size() + 1);
  auto mark = [&](Span where) {
    for (std::uint32_t i = where.begin; i < where.end && i < source.size(); ++i) seen[i] = true;
  };
  each_clause(parsed.query.root, [&](const Clause& clause, std::size_t, std::size_t) {
    if (clause.operands.empty() || clause.kind == Clause::Kind::phrase) mark(clause.where);
  });
  for (const Diagnostic& note : parsed.notes)
    if (note.code != "mixed-without-brackets" && note.code != "proximity-chain") mark(note.where);
  std::string rest;
  for (std::size_t i = 0; i < source.size(); ++i) rest += seen[i] ? ' ' : source[i];
  return rest;
}

/// What may be left: brackets, operators and the names of fields.
bool is_syntax(const std::string& rest) {
  static const std::vector<std::string> kWords = {"AND NOT",
                                                  "AND",
                                                  "OR",
                                                  "NOT",
                                                  "NEAR",
                                                  "PRE",
                                                  "SAME",
                                                  "W",
                                                  "TITLE-ABS-KEY-AUTH",
                                                  "TITLE-ABS-KEY",
                                                  "TITLE-ABS",
                                                  "TITLE",
                                                  "ABS",
                                                  "AUTHKEY",
                                                  "KEY",
                                                  "INDEXTERMS",
                                                  "AUTH",
                                                  "AFFIL",
                                                  "REF",
                                                  "SRCTITLE",
                                                  "ALL",
                                                  "LANGUAGE",
                                                  "DOCTYPE",
                                                  "SRCTYPE",
                                                  "AFFILCOUNTRY",
                                                  "ISSN",
                                                  "TS",
                                                  "TI",
                                                  "AB",
                                                  "AK",
                                                  "KP",
                                                  "SO",
                                                  "AU",
                                                  "LA",
                                                  "DT",
                                                  "PY",
                                                  "DO"};
  std::string word;
  for (char c : rest + ' ') {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    bool letter = (c >= 'A' && c <= 'Z') || c == '-';
    if (letter) {
      word += c;
      continue;
    }
    if (!word.empty() && std::find(kWords.begin(), kWords.end(), word) == kWords.end())
      return false;
    word.clear();
    bool sign = std::string_view(" \n\r\t()=/:0123456789").find(c) != std::string_view::npos;
    if (!sign) return false;
  }
  return true;
}

/// Where two long strings begin to differ, for messages.
std::string difference(const std::string& one, const std::string& other) {
  auto place = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  auto at = static_cast<std::size_t>(place.first - one.begin());
  std::size_t from = at > 60 ? at - 60 : 0;
  return "…" + one.substr(from, 160) + "…\n…" + other.substr(from, 160) + "…";
}

void check_writing(const Parsed& parsed, const Dialect& dialect) {
  Diagnostics lost;
  std::string written = write_query(parsed.query, dialect, lost);
  Parsed again = parse_query(written, dialect);
  bool foreign = remark_of(parsed, "foreign-field") != nullptr;  // may need several fields here
  const std::string before = to_native(normal_form(parsed.query.root)),
                    after = to_native(normal_form(again.query.root));
  EXPECT_TRUE(foreign || before == after) << difference(before, after);
  std::string native = to_native(parsed.query.root);
  Parsed from_native = parse_query(native, *dialect_named("native"));
  EXPECT_TRUE(from_native.query.root.same_as(parsed.query.root))
      << difference(native, to_native(from_native.query.root));
}

TEST(Published, StringsAreReadWholeAndWrittenBack) {
  if (!std::filesystem::exists(kStrings)) GTEST_SKIP() << "skipped: no " << kStrings;
  std::ifstream in(kStrings);
  std::size_t scopus = 0, all = 0;
  for (std::string line; std::getline(in, line);) {
    nlohmann::json c = nlohmann::json::parse(line);
    std::string query = c.value("query", c.value("text", c.value("string", "")));
    ASSERT_FALSE(query.empty()) << line.substr(0, 200);
    ++all;
    for (std::string_view name : dialect_names()) {
      const Dialect& dialect = *dialect_named(name);
      Parsed parsed = parse_query(query, dialect);
      bool own = c.value("dialect", "") == name;
      scopus += own && name == "scopus";
      SCOPED_TRACE(std::string(name) + ": " + query.substr(0, 300));
      std::string rest = unaccounted(parsed);
      EXPECT_TRUE(!own || is_syntax(rest)) << rest;
      check_writing(parsed, dialect);
      if (::testing::Test::HasFailure()) return;
    }
  }
  std::cout << all << " strings read, " << scopus << " of them of Scopus\n";
  EXPECT_GT(scopus, 0u);
}

// The string is printed in the review with 'OR AND' in it, without brackets and with curly quotes.
TEST(Published, TheReviewsStringHasItsDocumentedReadings) {
  Parsed scopus = read("scopus", kReview), wos = read("wos", kReview);
  auto shape = [](const Clause& root) {
    std::string text;
    for (const Clause& operand : root.operands) {
      if (!text.empty()) text += ' ';
      text += operand.operands.empty() || operand.kind == Clause::Kind::phrase
                  ? label(operand)
                  : label(operand) + std::to_string(operand.operands.size());
    }
    return label(root) + ": " + text;
  };
  EXPECT_EQ(shape(scopus.query.root), "AND: OR11 OR5 OR6 OR5");
  ASSERT_EQ(wos.query.root.kind, Clause::Kind::any_of);
  EXPECT_EQ(wos.query.root.operands.size(), 24u);
  EXPECT_EQ(to_sexp(wos.query.root.operands[10]), "(and \"global marketplace\" inv)");
  EXPECT_EQ(to_sexp(wos.query.root.operands[14]), "(and micromultinational* \"small firm\")");
  EXPECT_EQ(to_sexp(wos.query.root.operands[19]), "(and smc* export*)");

  ReadingOptions keep_first;
  keep_first.doubled = ReadingOptions::Doubled::keep_first;
  Parsed or_kept = parse_query(kReview, *dialect_named("scopus"), keep_first);
  EXPECT_EQ(shape(or_kept.query.root), "AND: OR16 OR6 OR5");
  Parsed or_kept_wos = parse_query(kReview, *dialect_named("wos"), keep_first);
  EXPECT_EQ(or_kept_wos.query.root.operands.size(), 25u);
}

TEST(Published, TheReviewsStringHasItsRemarksAtTheirPlaces) {
  Parsed parsed = read("scopus", kReview);
  const Diagnostic* doubled = remark_of(parsed, "operator-doubled");
  ASSERT_NE(doubled, nullptr);
  EXPECT_EQ(doubled->where.in(kReview), "OR AND");
  EXPECT_EQ(doubled->where.begin, kReview.find("OR AND"));
  EXPECT_EQ(doubled->choice, "AND");
  EXPECT_EQ(doubled->alternative, "OR");

  const Diagnostic* curly = remark_of(parsed, "curly-quotes");
  ASSERT_NE(curly, nullptr);
  EXPECT_TRUE(curly->message.starts_with("54 curly quotes"));
  EXPECT_EQ(curly->where, (Span{0, 3}));
  EXPECT_EQ(curly->level, Diagnostic::Level::warning);

  const Diagnostic* mixed = remark_of(parsed, "mixed-without-brackets");
  ASSERT_NE(mixed, nullptr);
  EXPECT_NE(mixed->hint.find("Scopus reads ("), std::string::npos);
  EXPECT_NE(mixed->hint.find("(“global marketplace” AND “INV”)"), std::string::npos);
  EXPECT_NE(remark_of(parsed, "short-stem"), nullptr);
  EXPECT_NE(remark_of(parsed, "acronym-case"), nullptr);
  EXPECT_NE(remark_of(parsed, "hyphen"), nullptr);
  check_writing(parsed, *dialect_named("scopus"));
}

}  // namespace
}  // namespace litmine::testing_queries
