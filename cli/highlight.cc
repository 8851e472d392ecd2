#include "cli/highlight.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "strategies/blocks.h"

namespace litmine {
namespace {

// Bold: yellow, green, cyan, magenta, blue, red. Read on light and dark ground.
constexpr std::string_view kColours[] = {"\x1b[1;33m", "\x1b[1;32m", "\x1b[1;36m",
                                         "\x1b[1;35m", "\x1b[1;34m", "\x1b[1;31m"};
constexpr std::string_view kPlain = "\x1b[0m";

std::string_view colour_of(std::size_t block) { return kColours[block % std::size(kColours)]; }

/// Adds text with white space as single blanks, and nothing that could steer the terminal.
void add_plain(std::string& line, std::string_view text) {
  for (char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space && (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)) continue;
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
}

/// Sentences of one study with their places, in the order of the text.
struct Sentence {
  DocId report;
  Span where;
  Part part = Part::other;
  std::uint32_t page = 0;
  std::string fact;  ///< a fact has no place in the text
  std::vector<Painted> painted;
};

std::vector<Sentence> sentences_of(const std::vector<Place>& places,
                                   const std::vector<std::size_t>& blocks) {
  std::vector<Sentence> sentences;
  for (const Place& place : places) {
    const std::size_t block = blocks[place.clause];
    if (block == kNoBlock) continue;
    auto same = std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& one) {
      return one.report == place.report && !place.sentence.empty() && one.where == place.sentence;
    });
    if (same == sentences.end()) {
      sentences.push_back({place.report,
                           place.sentence,
                           place.part,
                           place.page,
                           place.sentence.empty() ? place.quote : std::string(),
                           {}});
      same = sentences.end() - 1;
    }
    same->painted.push_back({place.where, block});
  }
  return sentences;
}

}  // namespace

bool wants_colour(const Terminal& terminal) {
  const char* refused = std::getenv("NO_COLOR");
  return terminal.out_width > 0 && (refused == nullptr || *refused == '\0');
}

std::string painted_line(std::string_view text, Span stretch, std::vector<Painted> painted) {
  std::sort(painted.begin(), painted.end(), [](const Painted& a, const Painted& b) {
    return std::tuple(a.where.begin, b.where.end, a.block) <
           std::tuple(b.where.begin, a.where.end, b.block);
  });
  std::string line;
  std::uint32_t at = stretch.begin;
  for (const Painted& one : painted) {
    if (one.where.begin < at || !stretch.contains(one.where)) continue;
    add_plain(line, Span{at, one.where.begin}.in(text));
    line += colour_of(one.block);
    add_plain(line, one.where.in(text));
    line += kPlain;
    at = one.where.end;
  }
  add_plain(line, Span{at, stretch.end}.in(text));
  return line;
}

Result<void> show_highlighted(const Query& query, const Hits& hits, const Index& index,
                              const std::map<DocId, StudyFacts>& facts, std::size_t limit,
                              Terminal& terminal) {
  const std::vector<std::size_t> blocks = blocks_of(query);
  for (const DocId& study : hits.studies) {
    Result<std::vector<Place>> places = index.places(query, study, limit);
    if (!places) return tl::unexpected(places.error());
    std::string title = study;
    if (auto fact = facts.find(study); fact != facts.end()) {
      title += ": ";
      add_plain(title, fact->second.about.title);
    }
    terminal.out << title << '\n';
    for (const Sentence& sentence : sentences_of(*places, blocks)) {
      terminal.out << "  " << part_name(sentence.part)
                   << (sentence.page > 0 ? fmt::format(", page {}", sentence.page) : "") << ": ";
      if (!sentence.fact.empty()) {
        std::string line;
        add_plain(line, sentence.fact);
        terminal.out << line << '\n';
        continue;
      }
      Result<Document> report = index.document(sentence.report);
      if (!report) return tl::unexpected(report.error());
      terminal.out << painted_line(report->text, sentence.where, sentence.painted) << '\n';
    }
  }
  return {};
}

}  // namespace litmine
