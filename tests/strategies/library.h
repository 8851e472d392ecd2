// A small index for one test, and strings read over it.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "indexer/index.h"
#include "queries/dialect.h"

namespace litmine::strategies_test {

struct Paper {
  std::string id, title, abstract;
  std::vector<std::string> keywords;
  std::string body;  ///< under the heading "Introduction"
  std::vector<std::string> references;
  std::optional<int> year;
  std::string doi;
};

inline Document document_of(const Paper& paper) {
  Document document;
  auto write = [&](const std::string& text) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    return Span{begin, static_cast<std::uint32_t>(document.text.size())};
  };
  auto section = [&](Part part, const std::vector<std::string>& texts, std::vector<Span>* each) {
    if (texts.empty() || texts.front().empty()) return;
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    for (const std::string& text : texts) {
      const Span span = write(text);
      if (each != nullptr) each->push_back(span);
      write("\n");
    }
    const auto end = static_cast<std::uint32_t>(document.text.size());
    document.sections.push_back({part, {begin, begin}, {begin, end}});
    write("\n");
  };
  section(Part::title, {paper.title}, nullptr);
  section(Part::abstract, {paper.abstract}, nullptr);
  section(Part::keywords, paper.keywords, &document.keywords);
  section(Part::introduction, {paper.body}, nullptr);
  section(Part::references, paper.references, &document.references);
  document.id = paper.id;
  document.source = paper.id + ".txt";
  document.about.title = paper.title;
  document.about.year = paper.year;
  document.about.doi = paper.doi;
  return document;
}

/// An index of these papers in a folder that goes with it.
class Library {
 public:
  explicit Library(const std::vector<Paper>& papers)
      : folder_(std::filesystem::temp_directory_path() /
                ("litmine-strategies-" + std::to_string(::getpid()) + "-" +
                 testing::UnitTest::GetInstance()->current_test_info()->name())) {
    std::filesystem::remove_all(folder_);
    Result<IndexWriter> writer = IndexWriter::open(folder_);
    EXPECT_TRUE(writer) << writer.error().what;
    for (const Paper& paper : papers) {
      Document document = document_of(paper);
      document.id.clear();  // made of the file's name
      EXPECT_TRUE(writer->add(std::move(document)));
      FileStamp stamp;
      stamp.path = paper.id + ".txt";
      stamp.documents = 1;
      EXPECT_TRUE(writer->finish_file(stamp));
    }
    EXPECT_TRUE(writer->finish());
    Result<Index> opened = Index::open(folder_);
    EXPECT_TRUE(opened) << opened.error().what;
    index_.emplace(std::move(*opened));
  }
  ~Library() {
    index_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  const Index& index() const { return *index_; }

 private:
  std::filesystem::path folder_;
  std::optional<Index> index_;
};

inline Query read(const std::string& text, const char* dialect = "scopus") {
  return parse_query(text, *dialect_named(dialect)).query;
}

inline std::uint64_t count(const Index& index, const Query& query) {
  Result<Hits> hits = index.search(query);
  EXPECT_TRUE(hits);
  return hits ? hits->studies.size() : 0;
}

}  // namespace litmine::strategies_test
