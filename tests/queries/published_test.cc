// Search strings as published, when they are at hand, and the review's own string: read without a
// crash, no byte lost, written and read again to the same tree.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "queries/line_references.h"
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

/// Which bytes of the string something accounts for.
class Coverage {
 public:
  explicit Coverage(const Parsed& parsed) : source_(parsed.query.source) {
    terms_.resize(source_.size());
    nodes_.resize(source_.size());
    remarks_.resize(source_.size());
    each_clause(parsed.query.root, [&](const Clause& clause, std::size_t, std::size_t) {
      bool leaf = clause.operands.empty() || clause.kind == Clause::Kind::phrase;
      bool a_line = clause.line > 0;  // stands for another line, whose words are elsewhere
      if (leaf || a_line) mark(terms_, clause.where);
      mark(nodes_, clause.where);
    });
    for (const Diagnostic& note : parsed.notes) {
      history_ |= note.code == "history-read" && note.level == Diagnostic::Level::note;
      if (!says_what_was_done(note)) continue;
      mark(terms_, note.where);
      mark(nodes_, note.where);
      mark(remarks_, note.where);
    }
  }

  /// The first piece of the string that nothing accounts for: words must stand in a leaf of the
  /// tree or under a remark, operators, brackets and fields in some node or under a remark.
  std::string first_lost(const Dialect& dialect) const {
    const std::vector<QueryToken> tokens = tokens_of(source_, dialect);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const QueryToken& token = tokens[i];
      // What is left out takes its operator along.
      bool beside = (i > 0 && is_remarked(tokens[i - 1])) ||
                    (i + 1 < tokens.size() && is_remarked(tokens[i + 1]));
      if (token.kind == "operator" && beside) continue;
      // Typographic spaces are said once, with their number.
      if (token.kind == "other" && !has_plain_sign(token.where.in(source_))) continue;
      bool syntax = token.kind == "operator" || token.kind == "bracket" || token.kind == "field" ||
                    token.kind == "limit" || token.kind == "line";
      const std::vector<bool>& accounted = syntax ? nodes_ : terms_;
      bool quoted = token.kind == "quoted" || token.kind == "exact";
      bool any = false, all = true;
      for (std::uint32_t at = token.where.begin; at < token.where.end; ++at) {
        bool here = accounted[at];
        any |= here;
        all &= here || !is_letter(source_[at]);
      }
      // Punctuation beside the letters of a word belongs to it; a quote's signs to what is inside.
      bool fine = syntax || quoted ? any : all && any;
      const std::string_view typed = token.where.in(source_);
      bool number_of_line =
          history_ && (is_number(typed) || is_only_references(typed) || token.kind == "other");
      if (!fine && !number_of_line)
        return std::string(token.kind) + " " + std::string(token.where.in(source_));
    }
    return "";
  }

 private:
  /// Remarks on a whole list say how it is read, not that a piece of it was seen.
  static bool says_what_was_done(const Diagnostic& note) {
    return note.code != "mixed-without-brackets" && note.code != "proximity-chain" &&
           note.code != "contested-rule" && note.code != "changed-rule" &&
           note.code != "operator-in-proximity";
  }
  bool is_remarked(const QueryToken& token) const {
    return std::any_of(remarks_.begin() + token.where.begin, remarks_.begin() + token.where.end,
                       [](bool remarked) { return remarked; });
  }
  static bool has_plain_sign(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
  }
  static bool is_number(std::string_view text) {
    return text.find_first_not_of("0123456789.#") == std::string_view::npos;
  }
  static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
  }
  static void mark(std::vector<bool>& bytes, Span where) {
    for (std::uint32_t i = where.begin; i < where.end && i < bytes.size(); ++i) bytes[i] = true;
  }

  std::string_view source_;
  std::vector<bool> terms_, nodes_, remarks_;
  bool history_ = false;  // then lines begin with numbers
};

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
  const std::string before = to_native(normal_form(parsed.query)),
                    after = to_native(normal_form(again.query));
  EXPECT_TRUE(!lost.empty() || before == after) << difference(before, after);
  std::string native = to_native(parsed.query.root);
  Parsed from_native = parse_query(native, *dialect_named("native"));
  EXPECT_TRUE(from_native.query.root.same_as(parsed.query.root))
      << difference(native, to_native(from_native.query.root));
}

struct Published {
  std::string id, dialect, query;
};
std::vector<Published> published_strings() {
  std::vector<Published> strings;
  std::ifstream in(kStrings);
  for (std::string line; std::getline(in, line);) {
    nlohmann::json c = nlohmann::json::parse(line);
    strings.push_back({c.value("id", ""), c.value("dialect", ""),
                       c.value("query", c.value("text", c.value("string", "")))});
  }
  return strings;
}

TEST(Published, StringsAreReadWholeAndWrittenBack) {
  if (!std::filesystem::exists(kStrings)) GTEST_SKIP() << "skipped: no " << kStrings;
  const Document document = document_of("maternal mortality and digital platforms for children");
  const CutStudy study(document);
  std::map<std::string, std::size_t> of_dialect;
  for (const Published& published : published_strings()) {
    ASSERT_FALSE(published.query.empty()) << published.id;
    for (std::string_view name : dialect_names()) {
      const Dialect& dialect = *dialect_named(name);
      SCOPED_TRACE(published.id + " as " + std::string(name) + ": " +
                   published.query.substr(0, 300));
      Parsed parsed = parse_query(published.query, dialect);
      EXPECT_EQ(Coverage(parsed).first_lost(dialect), "");
      check_writing(parsed, dialect);
      matches(parsed.query, study);
      of_dialect[std::string(name)] += published.dialect == name;
      if (::testing::Test::HasFailure()) return;
    }
  }
  for (const auto& [name, count] : of_dialect) std::cout << count << " strings of " << name << "\n";
  EXPECT_GT(of_dialect["scopus"], 0u);
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
