// Subject headings as records have them, and as searchers ask for them.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "queries/heading_match.h"

namespace litmine {
namespace {

struct Case {
  const char* passage;
  const char* heading;
  std::vector<std::string> subheadings;
  bool focus;
  bool met;
};

const Case kCases[] = {
    {"Neoplasms", "neoplasms", {}, false, true},
    {"Neoplasms", "Neoplasm", {}, false, false},
    {"Neoplasms, Experimental", "Neoplasms", {}, false, false},
    {"Small  Business", "small business", {}, false, true},
    {"Neoplasms/drug therapy", "Neoplasms", {}, false, true},
    {"Neoplasms / drug therapy", "Neoplasms", {"dt"}, false, true},
    {"Neoplasms -- Drug Therapy", "Neoplasms", {"drug therapy"}, false, true},
    {"Neoplasms/DT", "Neoplasms", {"drug therapy"}, false, true},
    {"Neoplasms/prevention and control", "Neoplasms", {"pc"}, false, true},
    {"Neoplasms/drug therapy", "Neoplasms", {"th", "su"}, false, false},
    {"Neoplasms", "Neoplasms", {"th"}, false, false},
    {"Neoplasms/surgery/*therapy", "Neoplasms", {"th"}, true, true},
    {"Neoplasms/*surgery/therapy", "Neoplasms", {"th"}, true, false},
    {"Neoplasms/*surgery/therapy", "Neoplasms", {}, true, true},
    {"*Neoplasms/surgery", "Neoplasms", {"su"}, true, true},
    {"Neoplasms*", "Neoplasms", {}, true, true},
    {"Neoplasms", "Neoplasms", {}, true, false},
    {"*Neoplasms", "Neoplasms", {}, false, true},
    {"AC/DC", "AC/DC", {}, false, true},
    {"Gdańsk", "gdansk", {}, false, true},
    {"*", "*", {}, false, false},
    {"", "", {}, false, false},
    {"Neoplasms/", "Neoplasms", {}, false, true},
    {"Neoplasms//", "Neoplasms", {""}, true, false},
};

TEST(Heading, IsFoundAsTheRecordsWriteIt) {
  for (const Case& c : kCases) {
    Clause heading;
    heading.kind = Clause::Kind::heading;
    heading.literal = c.heading;
    heading.subheadings = c.subheadings;
    heading.focus = c.focus;
    EXPECT_EQ(is_heading(c.passage, heading), c.met) << c.passage << " for " << label(heading);
  }
}

}  // namespace
}  // namespace litmine
