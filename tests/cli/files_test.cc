// Which files are found, what they are called, and what a glob takes.
#include "cli/files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace litmine {
namespace {

namespace fs = std::filesystem;

struct GlobCase {
  const char* name;
  const char* glob;
  bool fits;
};
constexpr GlobCase kGlobs[] = {
    {"articles/a.pdf", "articles", true},
    {"articles/a.pdf", "articles/", true},
    {"articles2/a.pdf", "articles", false},
    {"a.pdf", "*.pdf", true},
    {"sub/a.pdf", "*.pdf", false},
    {"sub/a.pdf", "**/*.pdf", true},
    {"a.pdf", "**/*.pdf", true},
    {"x/y/z.txt", "x/**", true},
    {"x/y/z.txt", "x/*", true},
    {"x/y/z.txt", "x/*.txt", false},
    {"ab.pdf", "a?.pdf", true},
    {"a/.pdf", "a?.pdf", false},
    {"a.pdf", "", false},
};

TEST(Globs, TakeWhatTheySay) {
  for (const GlobCase& c : kGlobs)
    EXPECT_EQ(fits_glob(c.name, c.glob), c.fits) << c.name << " with " << c.glob;
}

class FilesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("files-test-" + std::to_string(getpid()));
    fs::remove_all(folder_);
    for (const char* name : {"b.txt", "a/c.pdf", "a/.hidden/d.pdf", ".litmine/index", "a/e.txt"}) {
      fs::create_directories((folder_ / name).parent_path());
      std::ofstream(folder_ / name) << name;
    }
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::vector<std::string> found(const std::vector<fs::path>& sources,
                                 const std::vector<std::string>& exclude = {}) {
    auto files = find_files(sources, folder_, exclude, problems_);
    std::vector<std::string> names;
    if (files)
      for (const SourceFile& file : *files) names.push_back(file.name);
    return names;
  }

  fs::path folder_;
  std::vector<Problem> problems_;
};

TEST_F(FilesTest, SortedWithoutHiddenOnesAndDoubles) {
  EXPECT_EQ(found({folder_, folder_ / "b.txt"}),
            (std::vector<std::string>{"a/c.pdf", "a/e.txt", "b.txt"}));
  EXPECT_TRUE(problems_.empty());
}

TEST_F(FilesTest, ExcludesGlobs) {
  EXPECT_EQ(found({folder_}, {"**/*.pdf"}), (std::vector<std::string>{"a/e.txt", "b.txt"}));
}

TEST_F(FilesTest, ASourceThatIsNotThereIsAnError) {
  auto files = find_files({folder_ / "nowhere"}, folder_, {}, problems_);
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().kind, Error::Kind::not_found);
}

TEST_F(FilesTest, ADanglingLinkIsAProblemNotSilence) {
  fs::create_symlink("nowhere.pdf", folder_ / "link.pdf");
  EXPECT_EQ(found({folder_}).size(), 3u);
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].file, "link.pdf");
}

TEST_F(FilesTest, TheStampFollowsTheContent) {
  const SourceFile file{folder_ / "b.txt", "b.txt"};
  auto before = stamp_of(file, true);
  ASSERT_TRUE(before);
  EXPECT_EQ(before->size, 5u);
  std::ofstream(folder_ / "b.txt") << "B.txt";
  auto after = stamp_of(file, true);
  ASSERT_TRUE(after);
  EXPECT_NE(before->hash, after->hash);
  EXPECT_FALSE(stamp_of({folder_ / "none", "none"}, true));
}

}  // namespace
}  // namespace litmine
