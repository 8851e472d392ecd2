// The main job on real articles and exports, where they are at hand: what it must show on them.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>

#include "cli/cli.h"
#include "cli/coding.h"
#include "cli/indexing.h"
#include "cli/options.h"
#include "indexer/index.h"
#include "strategies/compare.h"
#include "strategies/explained_study.h"
#include "strategies/improve.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

const fs::path kData = fs::path(LITMINE_SOURCE_DIR) / ".." / "shared" / "data";

class RealInput : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(kData)) GTEST_SKIP() << "skipped: the real inputs are not here";
    folder_ = fs::path(testing::TempDir()) /
              ("litmine-real-" + std::to_string(::getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
  }
  void TearDown() override {
    if (!folder_.empty()) fs::remove_all(folder_);
  }

  IndexingSummary index(const std::vector<fs::path>& sources,
                        const std::vector<std::string>& exclude = {}) {
    IndexingOptions options;
    options.index = folder_ / "index";
    options.base = kData;
    options.sources = sources;
    options.exclude = exclude;
    auto summary = update_index(options, {}, nullptr);
    EXPECT_TRUE(summary) << summary.error().what;
    return summary ? *summary : IndexingSummary{};
  }

  std::map<DocId, CodedStudy> coded() {
    auto codebook = Codebook::load(fs::path(LITMINE_SOURCE_DIR) / "taggers" / "codebook");
    EXPECT_TRUE(codebook) << codebook.error().what;
    auto index = Index::open(folder_ / "index");
    EXPECT_TRUE(index) << index.error().what;
    std::vector<DocId> ids;
    for (const Study& study : index->studies()) ids.push_back(study.id);
    auto studies = code_studies(folder_ / "index", *codebook, ids, 0);
    EXPECT_TRUE(studies) << studies.error().what;
    std::map<DocId, CodedStudy> by_id;
    for (CodedStudy& study : *studies) by_id[study.study] = std::move(study);
    return by_id;
  }

  fs::path folder_;
};

/// Codes of a facet that are shown, best first.
std::vector<std::string> shown(const CodedStudy& study, const std::string& facet) {
  std::vector<std::string> codes;
  auto found = study.suggestions.find(facet);
  if (found == study.suggestions.end()) return codes;
  for (const Suggestion& suggestion : found->second) {
    if (suggestion.code.band < Band::medium) continue;
    codes.push_back(suggestion.code.code);
    EXPECT_FALSE(suggestion.quotes.empty()) << facet << ": a code without a sentence";
  }
  return codes;
}

TEST_F(RealInput, AnEmpiricalArticleAndThreeThatAreNot) {
  index({kData / "articles"});
  const std::map<DocId, CodedStudy> studies = coded();
  const CodedStudy& westerlund = studies.at("westerlund-2020-online-smes");
  EXPECT_EQ(westerlund.kind, "empirical");
  EXPECT_EQ(shown(westerlund, "type"), std::vector<std::string>{"quantitative"});
  ASSERT_FALSE(shown(westerlund, "method").empty());
  EXPECT_EQ(shown(westerlund, "method").front(), "secondary_data");
  EXPECT_EQ(shown(westerlund, "country"), std::vector<std::string>{"CA"});
  EXPECT_EQ(shown(westerlund, "theory"), std::vector<std::string>{});

  const std::pair<const char*, const char*> kNotEmpirical[] = {
      {"darocha-2024-review", "review"},
      {"herve-2020-digital-technologies", "conceptual"},
      {"msme-digitalization-chapter", "conceptual"},
  };
  for (const auto& [id, kind] : kNotEmpirical) {
    SCOPED_TRACE(id);
    const CodedStudy& study = studies.at(id);
    EXPECT_EQ(study.kind, kind);
    EXPECT_FALSE(study.kind_evidence.quotes.empty()) << "no sentence says so";
    for (const char* facet : {"type", "method", "theory", "country", "platform"}) {
      EXPECT_EQ(shown(study, facet), std::vector<std::string>{}) << facet;
      EXPECT_NE(study.empty_because.at(facet), "") << facet;
    }
  }
}

/// The string as the review printed it, and a study that fails exactly one of its groups: shown to
/// fail that one, and brought in by the cheapest edit, whose count is that of a run.
void fails_one_group_and_is_brought_in(const fs::path& index_folder, const DocId& study,
                                       const std::string& group_begins) {
  std::istringstream none;
  auto source = read_all(
      (fs::path(LITMINE_SOURCE_DIR) / "corpus" / "sample" / "queries" / "as-printed.txt").string(),
      none);
  ASSERT_TRUE(source);
  const Dialect& scopus = *dialect_named("scopus");
  const Query query = parse_query(*source, scopus).query;
  auto index = Index::open(index_folder);
  ASSERT_TRUE(index) << index.error().what;
  auto explained = explained_study(query, *index, study);
  ASSERT_TRUE(explained) << explained.error().what;
  EXPECT_FALSE(explained->verdict.found);
  ASSERT_EQ(query.root.operands.size(), 4u) << "four groups, read as Scopus does";
  ASSERT_EQ(explained->losses.size(), 1u);
  const Layout layout = layout_of(query);
  const Clause& group = *layout[explained->losses[0].by.clause].clause;
  EXPECT_EQ(std::string(group.where.in(query.source)).substr(0, group_begins.size()), group_begins);

  KnownItem known;
  known.about = explained->about;
  auto improvement = improvement_of(query, scopus, {}, {known}, *index);
  ASSERT_TRUE(improvement) << improvement.error().what;
  ASSERT_FALSE(improvement->edits_for.at(0).empty());
  const Edit& cheapest = improvement->edits[improvement->edits_for[0].front()];
  auto hits = index->search(parse_query(cheapest.query, scopus).query);
  ASSERT_TRUE(hits);
  EXPECT_EQ(hits->studies.size(), cheapest.found);
  EXPECT_EQ(cheapest.found, improvement->recall.hits + 1 + cheapest.extra);
  EXPECT_TRUE(std::binary_search(hits->studies.begin(), hits->studies.end(), explained->study));
}

TEST_F(RealInput, AnArticleThatThePrintedStringMisses) {
  index({kData / "articles"});
  fails_one_group_and_is_brought_in(folder_ / "index", "westerlund-2020-online-smes", "“INV”");
}

TEST(SampleInput, AnArticleThatThePrintedStringMisses) {
  const fs::path folder = fs::path(testing::TempDir()) / "sample-missed";
  fs::remove_all(folder);
  IndexingOptions options;
  options.index = folder / "index";
  options.base = fs::path(LITMINE_SOURCE_DIR) / "corpus" / "sample";
  options.sources = {options.base / "articles", options.base / "records"};
  options.exclude = {"articles/sources"};
  ASSERT_TRUE(update_index(options, {}, nullptr));
  fails_one_group_and_is_brought_in(options.index, "tanaka-2020-pickles", "“INV”");
  fails_one_group_and_is_brought_in(options.index, "kaya-2021-statistics-office",
                                    "“digitalization”");
  fs::remove_all(folder);
}

/// fulltext/hard is left to the extractors' own test, which waits for the file that never ends.
TEST_F(RealInput, EveryFileIsInTheIndexOrNamedWithAReason) {
  const IndexingSummary summary = index({kData}, {"fulltext/hard"});
  std::set<std::string> named;
  for (const Problem& problem : summary.problems) {
    EXPECT_FALSE(problem.reason.empty()) << problem.file;
    if (problem.level == Problem::Level::not_read) named.insert(problem.file);
  }
  auto index = Index::open(folder_ / "index");
  ASSERT_TRUE(index);
  std::size_t read = 0;
  for (const FileStamp& file : index->files()) {
    if (file.documents > 0) ++read;
    EXPECT_TRUE(file.documents > 0 || named.count(file.path) > 0) << file.path;
  }
  EXPECT_EQ(index->files().size(), summary.files);
  EXPECT_GT(read, 50u) << "of " << summary.files;
  std::cout << summary.files << " files, " << read << " with documents, " << named.size()
            << " named as not read\n";
}

}  // namespace
}  // namespace litmine
