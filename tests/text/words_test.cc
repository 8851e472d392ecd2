// Words: a table of texts and what they are cut into.
#include "text/words.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "text/normalize.h"

namespace litmine {
namespace {

/// "0:gdańsk|gdansk 1:e +ecommerce 2:commerce": forms of one position joined by |, fused by +.
std::string written(std::string_view text, std::string_view also_letters = {}) {
  std::string out;
  for (const Word& word : cut_words(text, also_letters)) {
    switch (word.form) {
      case Word::Form::folded:
        out += (out.empty() ? "" : " ") + std::to_string(word.position) + ":" + word.text;
        break;
      case Word::Form::unaccented:
        out += "|" + word.text;
        break;
      case Word::Form::fused:
        out += "+" + word.text;
        break;
    }
  }
  return out;
}

struct Case {
  const char* text;
  const char* words;
  const char* also_letters = "";
};

constexpr Case kCases[] = {
    {"", ""},
    {"  \n\t ...!", ""},
    {"Digital Platforms", "0:digital 1:platforms"},
    {"R&D costs 3.5 %", "0:r 1:d 2:costs 3:3 4:5"},
    {"and/or snake_case a@b.c", "0:and 1:or 2:snake 3:case 4:a 5:b 6:c"},
    {"COVID19 B2B", "0:covid19 1:b2b"},
    // apostrophes
    {"women's O'Brien don't", "0:women's 1:o'brien 2:don't"},
    {"women’s O’Brien womenʼs", "0:women's 1:o'brien 2:women's"},
    {"firms' 'quoted' rock 'n' roll", "0:firms 1:quoted 2:rock 3:n 4:roll"},
    {"‘quoted’ l’été", "0:quoted 1:l'été|l'ete"},
    {"the 1990's", "0:the 1:1990 2:s"},
    {"a'", "0:a"},
    {"a''b", "0:a 1:b"},
    // hyphens
    {"e-commerce", "0:e+ecommerce 1:commerce"},
    {"E‐Commerce e‑business", "0:e+ecommerce 1:commerce 2:e+ebusiness 3:business"},
    {"state-of-the-art", "0:state+stateoftheart 1:of 2:the 3:art"},
    {"COVID-19 era", "0:covid+covid19 1:19 2:era"},
    {"small- and medium-sized", "0:small 1:and 2:medium+mediumsized 3:sized"},
    {"a--b - c -d e- f", "0:a 1:b 2:c 3:d 4:e 5:f"},
    {"2019–2020", "0:2019 1:2020"},
    {"café-théâtre", "0:café|cafe+cafetheatre 1:théâtre|theatre"},
    {"women's-only", "0:women's+women'sonly 1:only"},
    // folding
    {"Straße STRASSE", "0:strasse 1:strasse"},
    {"Gdańsk Łódź", "0:gdańsk|gdansk 1:łódź|lodz"},
    {"Ærø smørrebrød", "0:ærø|aero 1:smørrebrød|smorrebrod"},
    {"naïve nai\xCC\x88ve", "0:naïve|naive 1:naïve|naive"},
    {"İstanbul IŞIK", "0:i̇stanbul|istanbul 1:işik|isik"},
    {"ﬁrm eﬃcient", "0:firm 1:efficient"},
    {"ＡＢＣ　１２", "0:abc 1:12"},
    {"ΛΌΓΟΣ λόγος", "0:λόγοσ|λογοσ 1:λόγοσ|λογοσ"},
    {"Ёлка Платформа", "0:ёлка|елка 1:платформа"},
    {"المنصّات الرقمية", "0:المنصّات|المنصات 1:الرقمية"},
    {"हिन्दी", "0:हिन्दी"},
    {"Tiếng Việt", "0:tiếng|tieng 1:việt|viet"},
    {"Ⅳ CO₂ H₂O", "0:iv 1:co2 2:h2o"},
    // what NFKC would add
    {"firms² report¹² x⁻¹", "0:firms 1:report 2:x"},
    {"Amazon™ brand® ½ ①", "0:amazon 1:brand"},
    {"co\u0140labora", "0:collabora"},
    // invisible characters
    {"plat\u00ADform web\u200Bsite \uFEFFstart", "0:platform 1:website 2:start"},
    {"end\u00AD. next", "0:end 1:next"},
    {"\u0640'T م\u0640ن", "0:t 1:من"},  // tatweel
    // CJK
    {"数字平台", "0:数 1:字 2:平 3:台"},
    {"プラット2社 abc中", "0:プ 1:ラ 2:ッ 3:ト 4:2 5:社 6:abc 7:中"},
    {"ガ か\u3099", "0:ガ 1:が"},
    {"플랫폼 기업", "0:플랫폼 1:기업"},
    // wildcards as letters
    {"behavio*r wom?n", "0:behavio*r 1:wom?n", "*?$"},
    {"*tech e-* colo$r", "0:*tech 1:e+e* 2:* 3:colo$r", "*?$"},
    {"Gdań* women'*", "0:gdań*|gdan* 1:women'*", "*?$"},
    {"behavio*r", "0:behavio 1:r"},
    {"a†b", "0:a†b", "†"},
    // not UTF-8
    {"ab\xFF"
     "cd \xC3",
     "0:ab 1:cd"},
};

TEST(Words, AreCutAsTheTableSays) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(written(c.text, c.also_letters), c.words);
  }
}

TEST(Words, SpansCoverTheWordAsPrinted) {
  const std::string text = "“Plat\u00ADforms” of women’s e-commerce² in Łódź";
  std::string printed;
  for (const Word& word : cut_words(text)) printed += std::string(word.where.in(text)) + "|";
  EXPECT_EQ(printed, "Plat\u00ADforms|of|women’s|e|e-commerce|commerce|in|Łódź|Łódź|");
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kBits = {
      "a",       "B", "c",      "7",      "-",      "'",      "’",  " ",      ".", "é",
      "E\u0301", "ß", "\u00AD", "\u200D", "\u2010", "²",      "字", "カ",     "ﾊ", "ﾟ",
      "ŀ",       "ﬁ", "Ⅳ",      "\xFF",   "\u3164", "\u0301", "İ",  "\u0327", "ŉ", "Σ",
      "नि",      "ﷺ", "*",      "₂",      "\u1112", "\u1161", "Ǆ",  "\uFE0F", "_", "&"};
  std::string text;
  for (std::size_t n = random() % 16; n > 0; --n) text += kBits[random() % kBits.size()];
  return text;
}

TEST(Words, OfAnyTextStandInOrderAndInside) {
  std::mt19937 random(8);
  for (int i = 0; i < 30000; ++i) {
    const std::string text = random_text(random);
    SCOPED_TRACE(text);
    std::uint32_t next = 0, end = 0;
    for (const Word& word : cut_words(text)) {
      ASSERT_FALSE(word.text.empty());
      ASSERT_TRUE(word.where.begin < word.where.end && word.where.end <= text.size());
      if (word.form == Word::Form::folded) {
        ASSERT_EQ(word.position, next++);
        ASSERT_LE(end, word.where.begin);
        end = word.where.end;
      } else {
        ASSERT_EQ(word.position + 1, next);
      }
    }
  }
}

TEST(Words, AreCutTheSameOnceTheyAreFolded) {
  std::mt19937 random(9);
  for (int i = 0; i < 30000; ++i) {
    const std::string text = random_text(random);
    for (const Word& word : cut_words(text)) {
      SCOPED_TRACE(text + " → " + word.text);
      if (word.form == Word::Form::fused) continue;
      const std::vector<Word> again = cut_words(word.text);
      ASSERT_FALSE(again.empty());
      ASSERT_EQ(again.front().text, word.text);
      ASSERT_EQ(again.back().position, 0u);
    }
  }
}

TEST(Words, AreTheSameWithInvisibleCharactersInThem) {
  std::mt19937 random(10);
  for (int i = 0; i < 10000; ++i) {
    std::string plain, hyphenated;
    for (std::size_t n = random() % 12; n > 0; --n) {
      const char c = "abZ09 .-'"[random() % 9];
      plain += c;
      hyphenated += c;
      if (c != ' ' && c != '.' && c != '-' && c != '\'' && random() % 3 == 0)
        hyphenated += "\u00AD";
    }
    SCOPED_TRACE(hyphenated);
    std::string without = hyphenated;
    for (std::size_t at; (at = without.find("\u00AD")) != std::string::npos;) without.erase(at, 2);
    ASSERT_EQ(written(without), written(plain));
    ASSERT_EQ(written(hyphenated), written(plain));
  }
}

}  // namespace
}  // namespace litmine
