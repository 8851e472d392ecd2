// Sinks: the same rows in every format, compared byte for byte.
#include "exporters/sink.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "text/normalize.h"

namespace litmine {
namespace {

using Rows = std::vector<std::vector<Cell>>;
using List = std::vector<std::string>;

std::string written(std::string_view format, const std::vector<Column>& columns, const Rows& rows,
                    std::size_t width = 0) {
  std::ostringstream out;
  auto sink = make_sink(format, columns, out, width);
  if (!sink) return sink.error().what;
  for (const auto& row : rows) (*sink)->row(row);
  (*sink)->end();
  return out.str();
}

const std::vector<Column> kColumns = {{"study"}, {"n", true}, {"title"}};

const Rows kRows = {
    {std::string("smith-2020"), std::int64_t{7}, std::string("Women, “platforms” and \"trust\"")},
    {std::string("łódź"), std::int64_t{1234}, std::monostate{}},
    {std::string("数字"), 0.1, List{"a", "b; c"}},
    {std::string("two\nlines"), true, std::string(" padded ")},
};

TEST(Sinks, Text) {
  EXPECT_EQ(written("text", kColumns, kRows),
            "study          n  title\n"
            "smith-2020     7  Women, “platforms” and \"trust\"\n"
            "łódź        1234\n"
            "数字         0.1  a; b; c\n"
            "two lines   true   padded \n");
}

TEST(Sinks, TextOfNoRowsIsNothing) { EXPECT_EQ(written("text", kColumns, {}), ""); }

TEST(Sinks, TextIsCutToTheTerminal) {
  EXPECT_EQ(written("text", kColumns, kRows, 32),
            "study          n  title\n"
            "smith-2020     7  Women, “platf…\n"
            "łódź        1234\n"
            "数字         0.1  a; b; c\n"
            "two lines   true   padded \n");
  EXPECT_EQ(written("text", kColumns, kRows, 20),
            "study      n  title\n"
            "smith…     7  Women…\n"
            "łódź    1234\n"
            "数字     0.1  a; b;…\n"
            "two l…  true   padd…\n");
}

TEST(Sinks, TextNeverLeavesTheTerminal) {
  for (std::size_t width = 1; width < 60; ++width) {
    std::istringstream lines(written("text", kColumns, kRows, width));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(cells(line), width) << line;
  }
}

TEST(Sinks, TextDoesNotSteerTheTerminal) {
  EXPECT_EQ(written("text", {{"a"}}, {{std::string("x\x1b[31m\ty")}}), "a\nx [31m y\n");
}

TEST(Sinks, Csv) {
  EXPECT_EQ(written("csv", kColumns, kRows),
            "study,n,title\n"
            "smith-2020,7,\"Women, “platforms” and \"\"trust\"\"\"\n"
            "łódź,1234,\n"
            "数字,0.1,a; b; c\n"
            "\"two\nlines\",true,\" padded \"\n");
}

TEST(Sinks, CsvKeepsDataExactly) {
  const Rows rows = {{std::string("=1+1")},   {std::string("-x")}, {std::string("a\rb")},
                     {std::string()},         {std::monostate{}},  {std::string("\"")},
                     {std::string("caf\xE9")}};
  EXPECT_EQ(written("csv", {{"a"}}, rows),
            "a\n=1+1\n-x\n\"a\rb\"\n\"\"\n\"\"\n\"\"\"\"\ncaf\xE9\n");
}

TEST(Sinks, Json) {
  EXPECT_EQ(written("json", kColumns, kRows),
            "[\n"
            R"({"study":"smith-2020","n":7,"title":"Women, “platforms” and \"trust\""},)"
            "\n"
            R"({"study":"łódź","n":1234,"title":null},)"
            "\n"
            R"({"study":"数字","n":0.1,"title":["a","b; c"]},)"
            "\n"
            R"({"study":"two\nlines","n":true,"title":" padded "})"
            "\n]\n");
  EXPECT_EQ(written("json", kColumns, {}), "[]\n");
}

TEST(Sinks, JsonLines) {
  EXPECT_EQ(written("jsonl", {{"b"}, {"a"}}, {{std::int64_t{-1}, List{}}, {std::string(), false}}),
            "{\"b\":-1,\"a\":[]}\n{\"b\":\"\",\"a\":false}\n");
  EXPECT_EQ(written("jsonl", {{"a"}}, {}), "");
}

TEST(Sinks, JsonIsValidWhateverTheBytes) {
  for (const char* format : {"json", "jsonl"}) {
    const std::string text =
        written(format, {{"a"}, {"b"}}, {{std::string("caf\xE9 \xF0\x9F"), List{"\xFF"}}});
    const nlohmann::json read = nlohmann::json::parse(text);
    const nlohmann::json& row = read.is_array() ? read.at(0) : read;
    EXPECT_EQ(row.at("a"), "caf\uFFFD \uFFFD");
    EXPECT_EQ(row.at("b").at(0), "\uFFFD");
  }
}

TEST(Sinks, NumbersReadBackTheSame) {
  for (const double number : {0.1, 1.0 / 3, 1e300, 5e-324, 123456789.125, -0.5, 3.0}) {
    const std::string csv = written("csv", {{"a"}}, {{number}});
    EXPECT_EQ(std::strtod(csv.c_str() + 2, nullptr), number) << csv;
    EXPECT_EQ(nlohmann::json::parse(written("jsonl", {{"a"}}, {{number}})).at("a"), number);
  }
  EXPECT_EQ(written("csv", {{"a"}, {"b"}}, {{0.1, 3.0}}), "a,b\n0.1,3\n");
  const double none = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(written("csv", {{"a"}, {"b"}}, {{none, HUGE_VAL}}), "a,b\n,\n");
  EXPECT_EQ(written("jsonl", {{"a"}}, {{none}}), "{\"a\":null}\n");
}

TEST(Sinks, UnknownFormatsAreRefusedWithTheNearest) {
  std::ostringstream out;
  const auto sink = make_sink("josn", kColumns, out);
  ASSERT_FALSE(sink.has_value());
  EXPECT_EQ(sink.error().kind, Error::Kind::usage);
  EXPECT_EQ(written("xlsx", kColumns, {}), "no format is called 'xlsx'");
  EXPECT_EQ(sink.error().what, "no format is called 'josn'; did you mean 'json'?");
  EXPECT_EQ(sink.error().hint, "the formats are text, csv, json, jsonl");
  EXPECT_EQ(out.str(), "");
}

TEST(Sinks, EveryFormatCanBeMade) {
  for (std::string_view format : sink_formats()) {
    std::ostringstream out;
    EXPECT_TRUE(make_sink(format, kColumns, out).has_value()) << format;
  }
}

TEST(Sinks, AFullDiskShowsInTheStream) {
  for (std::string_view format : sink_formats()) {
    std::ostringstream out;
    auto sink = make_sink(format, kColumns, out);
    out.setstate(std::ios::badbit);
    (*sink)->row(kRows[0]);
    (*sink)->end();
    EXPECT_FALSE(out.good()) << format;
  }
}

}  // namespace
}  // namespace litmine
