// Files that belong to a record by their names.
#include "corpus/attached_files.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/study.h"

namespace litmine {
namespace {

Identity record(const std::string& id, const std::string& title, const std::string& files = {},
                const std::string& doi = {}) {
  Identity identity;
  identity.id = id;
  identity.kind = Document::Kind::record;
  identity.title = title;
  identity.doi = doi;
  identity.files = files;
  return identity;
}

Identity file(const std::string& path, const std::string& doi = {}) {
  Identity identity;
  identity.id = path;
  identity.doi = doi;
  identity.files = path;
  return identity;
}

/// "record = file (why)" for each.
std::string attached(const std::vector<Identity>& reports) {
  std::string out;
  for (const AttachedFile& one : attached_files(reports))
    out +=
        reports[one.record].id + " = " + reports[one.file].id + " (" + std::string(one.why) + ")\n";
  return out;
}

const std::string kTitle = "Exporting from a small island: how firms begin";

TEST(AttachedFiles, ByTheLinkOfTheRecord) {
  EXPECT_EQ(
      attached({record("r", kTitle, "file:///C:/Users/Ana/Zotero/storage/AB/Silva%202020.pdf"),
                record("s", "Another", "internal-pdf://77/other.pdf"),
                file("articles/silva 2020.PDF"), file("articles/x.pdf")}),
      "r = articles/silva 2020.PDF (the record links to the file)\n");
  EXPECT_EQ(attached({record("r", kTitle, "C:\\papers\\a.pdf"), file("papers/a.pdf")}),
            "r = papers/a.pdf (the record links to the file)\n");
}

TEST(AttachedFiles, EqualNamesAreToldApartByTheirFolders) {
  const Identity one = record("one", "A", "storage/AAA/main.pdf"),
                 two = record("two", "B", "storage/BBB/main.pdf");
  EXPECT_EQ(attached({one, two, file("x/AAA/main.pdf"), file("x/BBB/main.pdf")}),
            "one = x/AAA/main.pdf (the record links to the file)\n"
            "two = x/BBB/main.pdf (the record links to the file)\n");
  EXPECT_EQ(attached({one, two, file("articles/main.pdf")}), "");
}

TEST(AttachedFiles, ByTheDoiInTheName) {
  EXPECT_EQ(attached({record("r", "", "", "10.5555/isl.2020.01"), file("10.5555_isl.2020.01.pdf"),
                      file("isl.pdf")}),
            "r = 10.5555_isl.2020.01.pdf (the file is called by the DOI)\n");
}

TEST(AttachedFiles, ByTheTitleInTheName) {
  EXPECT_EQ(
      attached({record("r", kTitle), file("Silva - 2020 - Exporting from a small island.pdf")}),
      "r = Silva - 2020 - Exporting from a small island.pdf (the file is called by the "
      "title)\n");
  EXPECT_EQ(attached({record("r", kTitle), file("Exporting from a small state.pdf")}), "");
  EXPECT_EQ(attached({record("r", kTitle), record("s", kTitle + " again"),
                      file("Exporting from a small island.pdf")}),
            "");  // either
}

TEST(AttachedFiles, NeverAcrossTwoDois) {
  EXPECT_EQ(attached({record("r", kTitle, "a.pdf", "10.1/a"), file("a.pdf", "10.1/b")}), "");
}

TEST(AttachedFiles, MakeOneStudyAndSayWhy) {
  const std::vector<Study> studies =
      group_into_studies({record("r", kTitle, "scan.pdf"), file("scan.pdf"), file("other.pdf")});
  ASSERT_EQ(studies.size(), 2u);
  EXPECT_EQ(studies[1].reports, (std::vector<DocId>{"scan.pdf", "r"}));
  EXPECT_EQ(studies[1].reason, "the record links to the file");
}

}  // namespace
}  // namespace litmine
