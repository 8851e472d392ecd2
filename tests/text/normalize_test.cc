// Characters: normal form, folding, encodings, widths, distances.
#include "text/normalize.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "text/clusters.h"

namespace litmine {
namespace {

using namespace std::string_view_literals;

struct Pair {
  std::string_view from, to;
};

constexpr Pair kNormalized[] = {
    {"", ""},
    {"Plain ASCII,\tas is.\n", "Plain ASCII,\tas is.\n"},
    {"a\r\nb\rc\n", "a\nb\nc\n"},
    {"\r", "\n"},
    {"a\r\r\nb", "a\n\nb"},
    {"a\fb", "a\fb"},
    {"a\0b\x01"
     "c\x7F"
     "d"sv,
     "a b c d"},
    {"e\u0301 \u00E9", "\u00E9 \u00E9"},
    {"plat\u00ADform zero\u200Bwidth \uFEFFmark join\u2060er", "platform zerowidth mark joiner"},
    {"e\u00AD\u0301", "\u00E9"},
    {"eﬃcient ﬁrm ﬂow oﬀ ﬄ ﬅ ﬆ", "efficient firm flow off ffl st st"},
    {"no\u00A0break\u202Fthin\u2009em\u2003ideo\u3000", "no break thin em ideo "},
    {"line\u2028and\u2029paragraph", "line\nand\nparagraph"},
    {"“curly” – dash—and ‐", "“curly” – dash—and ‐"},
    {"bad \xFF byte, cut \xE2\x82", "bad \uFFFD byte, cut \uFFFD"},
    {"\xC0\xAF \xED\xA0\x80", "\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD"},
    {"\u0085next \u009Fc", " next  c"},
    {"\u212B \u2126", "\u00C5 \u03A9"},
    {"\u202Eleft\u202C", "left"},
    {"한글 \u1112\u1161\u11AB", "한글 한"},
};

TEST(Normalized, AsTheTableSays) {
  for (const Pair& c : kNormalized) EXPECT_EQ(normalized(c.from), c.to) << c.from;
}

std::string random_bytes(std::mt19937& random) {
  static const std::vector<std::string> kBits = {
      "a",      "Z",      " ",      "\n",       "\r",     "\t",     "\xE9",
      "\u0301", "\u00AD", "\u200D", "\uFB03",   "\u1112", "\u1161", "\U0001F600",
      "\u0344", "\u0130", "\u2126", "\xF0\x9F", "\u3099", "か",     "\u0F71",
      "\u0F80", "\u0327", "\u00C5", "\0"};
  std::string text;
  for (std::size_t n = random() % 24; n > 0; --n) text += kBits[random() % kBits.size()];
  return text;
}

TEST(Normalized, TwiceChangesNothingMore) {
  std::mt19937 random(1);
  for (int i = 0; i < 20000; ++i) {
    const std::string once = normalized(random_bytes(random));
    ASSERT_EQ(normalized(once), once);
  }
}

TEST(Folded, TwiceChangesNothingMore) {
  std::mt19937 random(2);
  for (int i = 0; i < 20000; ++i) {
    const std::string once = folded(normalized(random_bytes(random)));
    ASSERT_EQ(folded(once), once);
    const std::string plain = unaccented(once);
    ASSERT_EQ(unaccented(plain), plain) << once;
  }
}

constexpr Pair kUnaccented[] = {
    {"Gdańsk", "gdansk"},
    {"ŁÓDŹ", "lodz"},
    {"Ærøskøbing", "aeroskobing"},
    {"Œuvre", "oeuvre"},
    {"Straße", "strasse"},
    {"Þórður", "thordur"},
    {"Đặng", "dang"},
    {"Ħal", "hal"},
    {"IŞIK", "isik"},
    {"ışık", "isik"},
    {"Ångström", "angstrom"},
    {"Çelik", "celik"},
    {"Μετανάστευση", "μεταναστευση"},
    {"Ёж", "еж"},
    {"أحمد", "احمد"},
    {"ガ", "ガ"},
    {"हिन्दी", "हिन्दी"},
    {"한국", "한국"},
    {"plain", "plain"},
    {"Azərbaycan", "azerbaycan"},
    {"ŉ", "ʼn"},
};

TEST(Unaccented, AsTheTableSays) {
  for (const Pair& c : kUnaccented) EXPECT_EQ(unaccented(folded(c.from)), c.to) << c.from;
}

TEST(PlainPunctuation, MapsEveryByteBack) {
  const std::string text = "“e‑commerce” – ‘so’ ﹣ é";
  const Plain plain = plain_punctuation(text);
  EXPECT_EQ(plain.text, "\"e-commerce\" - 'so' - é");
  ASSERT_EQ(plain.origin.size(), plain.text.size() + 1);
  EXPECT_EQ(plain.origin.front(), 0u);
  EXPECT_EQ(plain.origin.back(), text.size());
  EXPECT_TRUE(std::is_sorted(plain.origin.begin(), plain.origin.end()));
  const std::size_t word = plain.text.find("commerce");
  EXPECT_EQ(text.substr(plain.origin[word], 8), "commerce");
  EXPECT_EQ(plain_punctuation("a\xFF"
                              "b")
                .text,
            "a\xFF"
            "b");
}

struct Encoded {
  std::string_view bytes, text, encoding;
};

constexpr Encoded kEncoded[] = {
    {"", "", "UTF-8"},
    {"plain", "plain", "UTF-8"},
    {"caf\xC3\xA9", "café", "UTF-8"},
    {"\xEF\xBB\xBF"
     "caf\xC3\xA9",
     "café", "UTF-8"},
    {"caf\xE9 \x93quoted\x94 \x80 \x81", "café “quoted” € \uFFFD", "windows-1252"},
    {"\xFF\xFE"
     "a\0\xE9\0"sv,
     "aé", "UTF-16LE"},
    {"\xFE\xFF\0a\xD8\x3D\xDE\x00"sv, "a😀", "UTF-16BE"},
    {"T\0I\0 \0 \0-\0 \0"sv, "TI  - ", "UTF-16LE"},
    {"\0T\0I\0 \0 \0-\0 "sv, "TI  - ", "UTF-16BE"},
    {"\xFF\xFE\0\xD8"
     "a\0b"sv,
     "\uFFFDa\uFFFD", "UTF-16LE"},
    {"cut ééééééééé off \xC3", "cut ééééééééé off \uFFFD", "UTF-8"},
};

TEST(Decoded, AsTheTableSays) {
  for (const Encoded& c : kEncoded) {
    std::string encoding;
    EXPECT_EQ(decoded(c.bytes, &encoding), c.text);
    EXPECT_EQ(encoding, c.encoding) << c.text;
    EXPECT_EQ(decoded(c.bytes), c.text);
  }
}

struct Widths {
  std::string_view text;
  std::size_t characters, cells;
};

constexpr Widths kWidths[] = {
    {"", 0, 0},    {"abc", 3, 3},         {"café", 4, 4},   {"cafe\u0301", 4, 4}, {"数字", 2, 4},
    {"ﾊﾟ", 1, 1},  {"👩‍💻", 1, 2}, {"🇫🇮", 1, 2},     {"a\u200Bb", 3, 2},   {"\r\n", 1, 0},
    {"“x”", 3, 3}, {"नि", 1, 1},          {"❤️", 1, 2}, {"\xFF\xFE", 2, 2},
};

TEST(Widths, AsTheTableSays) {
  for (const Widths& c : kWidths) {
    EXPECT_EQ(characters(c.text), c.characters) << c.text;
    EXPECT_EQ(cells(c.text), c.cells) << c.text;
  }
}

TEST(Fitted, NeverIsWider) {
  for (const Widths& c : kWidths)
    for (std::size_t width = 0; width < 6; ++width)
      EXPECT_LE(cells(fitted(c.text, width)), width) << c.text;
  EXPECT_EQ(fitted("platform", 8), "platform");
  EXPECT_EQ(fitted("platform", 7), "platfo…");
  EXPECT_EQ(fitted("platform", 1), "…");
  EXPECT_EQ(fitted("数字平台", 5), "数字…");
  EXPECT_EQ(fitted("数字平台", 6), "数字…");
}

struct Distance {
  std::string_view a, b;
  std::size_t limit, distance;
};

constexpr Distance kDistances[] = {
    {"", "", 0, 0},
    {"a", "", 3, 1},
    {"kitten", "sitting", 5, 3},
    {"kitten", "sitting", 3, 3},
    {"kitten", "sitting", 2, 3},
    {"kitten", "sitting", 0, 1},
    {"same", "same", 0, 0},
    {"josn", "json", 2, 1},
    {"techonolog", "technolog", 3, 1},
    {"łódź", "lodz", 4, 3},
    {"abcdef", "x", 3, 4},
    {"ab", "ba", 1, 1},
    {"platform", "mroftalp", 100, 7},
};

TEST(EditDistance, AsTheTableSays) {
  for (const Distance& c : kDistances) {
    EXPECT_EQ(edit_distance(c.a, c.b, c.limit), c.distance) << c.a << " " << c.b;
    EXPECT_EQ(edit_distance(c.b, c.a, c.limit), c.distance) << c.b << " " << c.a;
  }
}

/// The whole table, without a band: slow and plain.
std::size_t plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), d[i - 1][j] + 1, d[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

TEST(EditDistance, AgreesWithTheWholeTable) {
  std::mt19937 random(3);
  const auto word = [&] {
    std::string out;
    for (std::size_t n = random() % 10; n > 0; --n) out += static_cast<char>('a' + random() % 3);
    return out;
  };
  for (int i = 0; i < 20000; ++i) {
    const std::string a = word(), b = word();
    const std::size_t limit = random() % 6;
    ASSERT_EQ(edit_distance(a, b, limit), std::min(plain_distance(a, b), limit + 1))
        << a << " " << b << " " << limit;
  }
}

TEST(Nearest, IsWithinAThirdOfTheLength) {
  const std::vector<std::string_view> names = {"scopus", "wos", "native"};
  EXPECT_EQ(nearest("scopos", names), "scopus");
  EXPECT_EQ(nearest("natvie", names), "native");
  EXPECT_EQ(nearest("ws", names), "");
  EXPECT_EQ(nearest("pubmed", names), "");
  EXPECT_EQ(nearest("wos", names), "wos");
  EXPECT_EQ(nearest("x", std::vector<std::string>{}), "");
}

}  // namespace
}  // namespace litmine
