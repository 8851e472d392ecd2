#include "citations/names.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace litmine {
namespace {

/// "Family|Given|Suffix; ..."; a body is "=Body".
std::string shown(const NameList& list) {
  std::string out;
  for (const Name& name : list.names) {
    if (!out.empty()) out += "; ";
    out += (name.corporate ? "=" : "") + name.family;
    if (!name.given.empty() || !name.suffix.empty()) out += "|" + name.given;
    if (!name.suffix.empty()) out += "|" + name.suffix;
  }
  return out + (list.et_al ? "; ..." : "");
}

struct Case {
  const char* printed;
  const char* names;
};

constexpr Case kCases[] = {
    // APA, Harvard
    {"Hansen, M. T., & Levin, D. Z.", "Hansen|M. T.; Levin|D. Z."},
    {"Reuber, A.R., Tippmann, E. and Monaghan, S.", "Reuber|A.R.; Tippmann|E.; Monaghan|S."},
    {"van der Berg, J.-P., de Vries, A. & Lee, K.", "van der Berg|J.-P.; de Vries|A.; Lee|K."},
    {"Rialp-Criado, A. and Alarcón-del-Amo, M.", "Rialp-Criado|A.; Alarcón-del-Amo|M."},
    {"Davis, F. D., Jr., & Smith, J. A.", "Davis|F. D.|Jr.; Smith|J. A."},
    {"Saltveit, M. E. Jr., and Boe, A.", "Saltveit|M. E.|Jr.; Boe|A."},
    {"Özbilgin, M. F.", "Özbilgin|M. F."},
    {"LEE, J. and NG, A.", "LEE|J.; NG|A."},
    {"Ahsan, M. et al.", "Ahsan|M.; ..."},
    // Vancouver
    {"Smith JA, van der Berg J, Lee K-H, et al", "Smith|JA; van der Berg|J; Lee|K-H; ..."},
    {"Agha Beigi L.", "Agha Beigi|L."},
    // IEEE and the like
    {"J. M. Ponte and W. B. Croft", "Ponte|J. M.; Croft|W. B."},
    {"A. Cau, R. Kuiper, and W.-P. de Roever", "Cau|A.; Kuiper|R.; de Roever|W.-P."},
    // whole given names
    {"Amodeo, Maryann & Griffin, Margaret", "Amodeo|Maryann; Griffin|Margaret"},
    {"Amodeo, Maryann, Griffin, Margaret and Lee, Ann",
     "Amodeo|Maryann; Griffin|Margaret; Lee|Ann"},
    {"Jackson, Debra; Usher, Kim & O’Brien, Louise", "Jackson|Debra; Usher|Kim; O’Brien|Louise"},
    {"Cove, John J., and George F. MacDonald", "Cove|John J.; MacDonald|George F."},
    {"Smith, John, Mary Jones, and Bob Brown", "Smith|John; Jones|Mary; Brown|Bob"},
    {"Elson Manoel Pereira, Mathieu Perrin", "Pereira|Elson Manoel; Perrin|Mathieu"},
    {"Randall Packard, Luise White", "Packard|Randall; White|Luise"},
    {"Ludwig van Beethoven", "van Beethoven|Ludwig"},
    // German, Portuguese
    {"Hess, S. / Binder, J. / Moser, J.", "Hess|S.; Binder|J.; Moser|J."},
    {"Müller, Anna/Schmidt, Bernd", "Müller|Anna; Schmidt|Bernd"},
    {"SILVA, J. C.; OLIVEIRA, Maria", "SILVA|J. C.; OLIVEIRA|Maria"},
    {"García, J. y López, M.", "García|J.; López|M."},
    {"ROCHA, A. da; SILVA, J. F. da; CARNEIRO, J.", "ROCHA|A. da; SILVA|J. F. da; CARNEIRO|J."},
    {"Jad Al-Rab, Sayed Mohamed", "Jad Al-Rab|Sayed Mohamed"},
    {"Stone, Kathryn J., Hill Marion J.", "Stone|Kathryn J.; Hill|Marion J."},
    {"Silva J. da", "Silva|J. da"},
    // an initial in front of a given name
    {"A. Rebecca Reuber and Eileen Fischer", "Reuber|A. Rebecca; Fischer|Eileen"},
    {"A. Rialp Criado and J. Rialp", "Rialp Criado|A.; Rialp|J."},
    // bodies
    {"OECD", "=OECD"},
    {"World Health Organization", "=World Health Organization"},
    {"Ministry of Education and Research", "=Ministry of Education and Research"},
    {"Alliance for Excellent Education", "=Alliance for Excellent Education"},
    // one name, nothing
    {"Plato", "Plato"},
    {"", ""},
    {", . &", ""},
};

TEST(Names, AreReadInAllOrders) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.printed);
    EXPECT_EQ(shown(read_names(c.printed)), c.names);
  }
}

TEST(Names, StandAnything) {
  std::mt19937 random(7);
  constexpr const char* kPieces[] = {
      "Smith ",  "J. ",  "da ",      "de ",  ", ",     "; ",   "and ",   "& ",   "Jr. ", "III ",
      "et al. ", "(",    ") ",       "LEE ", "AB ",    "van ", "Al-Rab", "der ", "-",    ".",
      "/",       "\xFF", "\xC3\xA9", "e ",   "Press ", "K-H",  "Dr. ",   "2010 "};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = random() % 9; i > 0; --i) text += kPieces[random() % std::size(kPieces)];
    for (const Name& name : read_names(text).names) {
      EXPECT_FALSE(name.family.empty()) << text;
      EXPECT_LE(name.where.end, text.size()) << text;
    }
  }
}

TEST(Names, ShowTheirPlace) {
  const std::string text = "Reuber, A.R. and Fischer, E.";
  const NameList list = read_names(text);
  ASSERT_EQ(list.names.size(), 2u);
  EXPECT_EQ(list.names[1].where.in(text).substr(0, 10), "Fischer, E");
}

}  // namespace
}  // namespace litmine
