#include "citations/model.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace litmine {
namespace {

const std::filesystem::path kModel =
    std::filesystem::path(LITMINE_SOURCE_DIR) / "citations/model/references.model";

class ModelFile : public testing::Test {
 protected:
  void SetUp() override { file_ = testing::TempDir() + "litmine-a.model"; }
  void TearDown() override { std::filesystem::remove(file_); }
  void write(const std::string& text) { std::ofstream(file_, std::ios::binary) << text; }
  std::string file_;
};

ReferenceModel small_model() {
  ReferenceModel model;
  model.step.assign(kRefFields * kRefFields, 0.25f);
  model.first.assign(kRefFields, -1.5f);
  model.last.assign(kRefFields, 0);
  std::vector<float> weights(kRefFields, 0);
  for (std::uint64_t feature = 1; feature < 5000; ++feature) {
    weights[feature % kRefFields] = static_cast<float>(feature % 300) / 100;
    model.add(feature * 7919, weights);
  }
  return model;
}

TEST_F(ModelFile, ComesBackAsItWas) {
  std::ostringstream first, second;
  small_model().save(first, "made for a test");
  write(first.str());
  auto model = ReferenceModel::load(file_);
  ASSERT_TRUE(model) << model.error().what;
  EXPECT_EQ(model->features(), 4999u);
  EXPECT_FLOAT_EQ(model->weights(300ull * 7919)[300 % kRefFields],
                  small_model().weights(300ull * 7919)[300 % kRefFields]);
  EXPECT_EQ(model->weights(3), nullptr);
  model->save(second, "made for a test");
  EXPECT_EQ(first.str(), second.str());
}

TEST_F(ModelFile, ThatIsBrokenIsSaidToBe) {
  std::ostringstream whole;
  small_model().save(whole, "made for a test");
  const std::string text = whole.str();
  const std::string broken[] = {"",
                                "a letter to a friend\n",
                                text.substr(0, text.size() / 2),
                                text.substr(0, text.size() - 4),
                                "litmine reference model 1\nstep 1 2 3\nend\n",
                                "litmine reference model 1\nfeatures 99999999999\nend\n",
                                "litmine reference model 1\nzz 77:1\nend\n"};
  for (const std::string& bytes : broken) {
    write(bytes);
    auto model = ReferenceModel::load(file_);
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().kind, Error::Kind::unreadable) << bytes.substr(0, 60);
  }
  auto missing = ReferenceModel::load(file_ + ".not-there");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, Error::Kind::not_found);
}

TEST(TheModel, ThatComesAlongIsWhole) {
  auto model = ReferenceModel::load(kModel);
  ASSERT_TRUE(model) << model.error().what;
  EXPECT_GT(model->features(), 10000u);
}

}  // namespace
}  // namespace litmine
