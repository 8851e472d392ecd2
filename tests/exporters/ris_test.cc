#include "exporters/ris.h"

#include <gtest/gtest.h>

#include <sstream>

namespace litmine {
namespace {

TEST(Ris, AStudyAsARecord) {
  RisStudy study;
  study.id = "smith-2020";
  study.about.type = "chapter";
  study.about.title = "A title\nover two lines";
  study.about.authors = {{"Smith", "A."}, {"The Office", ""}};
  study.about.year = 2020;
  study.about.pages = "12\u201319";
  study.about.doi = "10.5555/a";
  study.abstract = "  One.\n\nTwo. ";
  study.keywords = {"web", ""};
  std::ostringstream out;
  write_ris(out, study);
  EXPECT_EQ(out.str(),
            "TY  - CHAP\nID  - smith-2020\nTI  - A title over two lines\nAU  - Smith, A.\n"
            "AU  - The Office\nPY  - 2020\nSP  - 12\nEP  - 19\nDO  - 10.5555/a\n"
            "AB  - One. Two.\nKW  - web\nER  - \n\n");
}

TEST(Ris, WhatIsNotKnownIsLeftOut) {
  std::ostringstream out;
  write_ris(out, {});
  EXPECT_EQ(out.str(), "TY  - JOUR\nER  - \n\n");
}

}  // namespace
}  // namespace litmine
