// Documents and queries made up by a seeded generator: small vocabularies, so that hits are common.
#pragma once

#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "indexer/index.h"
#include "queries/query.h"

namespace litmine::made_up {

/// A folder that goes when the test ends.
class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() /
              ("litmine-" + name + "-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path index() const { return path_ / "index"; }

 private:
  std::filesystem::path path_;
};

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  /// 0 to `sides` - 1. Not std::uniform_int_distribution: that differs between libraries.
  std::size_t roll(std::size_t sides) { return sides == 0 ? 0 : engine_() % sides; }
  bool chance(std::size_t percent) { return roll(100) < percent; }
  template <class List>
  const auto& pick(const List& list) {
    return list[roll(std::size(list))];
  }

 private:
  std::mt19937_64 engine_;
};

/// Puts text into a document section by section.
class Scribe {
 public:
  Document document;

  Span write(const std::string& text) {
    auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    return {begin, static_cast<std::uint32_t>(document.text.size())};
  }
  void section(Part part, const std::string& heading, const std::string& body) {
    Section section;
    section.part = part;
    if (!heading.empty()) section.heading = write(heading);
    write("\n");
    section.body = write(body);
    write("\n\n");
    document.sections.push_back(section);
  }
  void entries(Part part, const std::string& heading, const std::vector<std::string>& list) {
    Section section;
    section.part = part;
    if (!heading.empty()) section.heading = write(heading);
    write("\n");
    std::vector<Span>& spans = part == Part::keywords ? document.keywords : document.references;
    auto begin = static_cast<std::uint32_t>(document.text.size());
    for (const std::string& entry : list) {
      spans.push_back(write(entry));
      write("; ");
    }
    section.body = {begin, static_cast<std::uint32_t>(document.text.size())};
    write("\n\n");
    document.sections.push_back(section);
  }
};

/// A record with a title, an abstract and keywords.
inline Document record(const std::string& file, std::uint32_t number, const std::string& title,
                       const std::string& abstract, std::optional<int> year = {}) {
  Scribe author;
  author.section(Part::title, "", title);
  author.section(Part::abstract, "", abstract);
  author.document.kind = Document::Kind::record;
  author.document.source = file;
  author.document.record = number;
  author.document.about.title = title;
  author.document.about.year = year;
  author.document.about.authors = {{"Author" + std::to_string(number), "A."}};
  return author.document;
}

}  // namespace litmine::made_up
