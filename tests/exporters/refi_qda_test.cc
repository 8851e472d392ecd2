// REFI-QDA: what the schema asks of elements and their order, and positions that cut the quoted
// text.
#include "exporters/refi_qda.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <regex>

namespace litmine {
namespace {

// The characters from `begin` to `end`, as a package of the other side would cut them.
std::string cut(const std::string& text, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t next = i + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    if (at >= begin && at < end) out += text.substr(i, next - i);
    ++at;
    i = next;
  }
  return out;
}

QdaProject project() {
  QdaProject project;
  project.name = "trade & \"platforms\"";
  project.time = "2024-08-21T09:30:00Z";
  QdaCode survey{"", "Survey", "A questionnaire.", "", true, {}};
  project.codes = {{"", "method", "", "#3366CC", true, {survey}}};
  const std::string text = "Côté 😀 wrote:\nWe surveyed 40 cafés.\n\nThe end 😀.";
  const std::string quote = "We surveyed 40 cafés.";
  auto at = static_cast<std::uint32_t>(text.find(quote));
  Span where{at, at + static_cast<std::uint32_t>(quote.size())};
  project.sources.push_back({"cote-2020",
                             text,
                             {{where, {"method", "Survey"}, "ana"},
                              {where, {"method"}, ""},
                              {{0, 4}, {"no", "such code"}, ""}},
                             {{"country", "FR"}}});
  return project;
}

TEST(Qdpx, PositionsCutTheQuotedText) {
  QdaFiles files = qdpx_files(project());
  const std::regex selection(
      "<PlainTextSelection [^>]*startPosition=\"([0-9]+)\" endPosition=\"([0-9]+)\"");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(files.project, found, selection));
  EXPECT_EQ(cut(files.sources[0].second, std::stoul(found[1]), std::stoul(found[2])),
            "We surveyed 40 cafés.");
}

TEST(Qdpx, HasTheElementsInTheOrderOfTheSchema) {
  const std::string text = qdpx_files(project()).project;
  std::size_t last = 0;
  for (const char* element : {"<Project xmlns=\"urn:QDA-XML:project:1.0\"", "<Users>", "<CodeBook>",
                              "<Codes>", "<Variables>", "<Sources>", "<TextSource ",
                              "<PlainTextSelection ", "<Coding ", "<CodeRef ", "<VariableValue>"}) {
    std::size_t at = text.find(element);
    ASSERT_NE(at, std::string::npos) << element;
    EXPECT_GT(at + 1, last) << element;
    last = at;
  }
  EXPECT_EQ(text.find("xmlns=\"\""), std::string::npos);
  EXPECT_EQ(text.find("such code"), std::string::npos);
  EXPECT_NE(text.find("trade &amp; &quot;platforms&quot;"), std::string::npos);
  // One selection with two codings.
  EXPECT_EQ(text.find("<PlainTextSelection "), text.rfind("<PlainTextSelection "));
  EXPECT_NE(text.find("<Coding "), text.rfind("<Coding "));
}

TEST(Qdpx, EveryReferenceHasItsTarget) {
  const std::string text = qdpx_files(project()).project;
  const std::regex guid("(guid|GUID|creatingUser|creatingUserGUID)=\"([^\"]*)\"");
  const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  for (std::sregex_iterator it(text.begin(), text.end(), guid), end; it != end; ++it)
    EXPECT_TRUE(std::regex_match((*it)[2].str(), form)) << (*it)[2];
  const std::regex target("targetGUID=\"([^\"]*)\"");
  for (std::sregex_iterator it(text.begin(), text.end(), target), end; it != end; ++it)
    EXPECT_NE(text.find(" guid=\"" + (*it)[1].str() + "\""), std::string::npos);
}

TEST(Qdpx, IsTheSameFileTwice) {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("litmine-qdpx-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  auto bytes = [&](const char* name) {
    auto written = write_qdpx(project(), folder / name);
    EXPECT_TRUE(written) << written.error().what;
    std::ifstream in(folder / name, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  };
  EXPECT_EQ(bytes("a.qdpx"), bytes("b.qdpx"));
  auto files = read_zip(folder / "a.qdpx");
  ASSERT_TRUE(files) << files.error().what;
  ASSERT_EQ(files->size(), 2U);
  EXPECT_EQ((*files)[0].first, "project.qde");
  EXPECT_EQ((*files)[1].second, project().sources[0].text);
  EXPECT_TRUE(read_zip(folder / "a.qdpx", 10).error().kind == Error::Kind::limit);
  std::filesystem::remove_all(folder);
}

TEST(Qdc, ComesBackAsItWasWritten) {
  std::vector<QdaCode> codes = project().codes;
  auto read = read_qdc(qdc_text(codes));
  ASSERT_TRUE(read) << read.error().what;
  ASSERT_EQ(read->size(), 1U);
  EXPECT_EQ((*read)[0].name, "method");
  EXPECT_EQ((*read)[0].color, "#3366CC");
  EXPECT_EQ((*read)[0].children[0].description, "A questionnaire.");
  EXPECT_EQ(qdc_text(*read), qdc_text(codes));  // GUIDs, too
}

TEST(Qdc, OfOtherPackagesIsRead) {
  auto read = read_qdc(
      "<?xml version=\"1.0\"?><q:CodeBook xmlns:q=\"urn:QDA-XML:codebook:1.0\" origin=\"X\">"
      "<q:Codes><q:Code guid=\"{00000000-0000-0000-0000-00000000000A}\" name=\"Ma&#xF1;ana 😀\" "
      "isCodable=\"false\"><q:Code guid=\"b\" name=\"below\"/></q:Code></q:Codes></q:CodeBook>");
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ((*read)[0].guid, "00000000-0000-0000-0000-00000000000A");
  EXPECT_EQ((*read)[0].name, "Mañana 😀");
  EXPECT_FALSE((*read)[0].codable);
  EXPECT_EQ((*read)[0].children[0].name, "below");
}

TEST(Qdc, WhatIsNoneIsSaid) {
  EXPECT_FALSE(read_qdc("no xml"));
  EXPECT_FALSE(read_qdc(""));
  EXPECT_NE(read_qdc("<html/>").error().what.find("<html>"), std::string::npos);
}

}  // namespace
}  // namespace litmine
