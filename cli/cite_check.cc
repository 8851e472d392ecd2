// litmine cite check DRAFT: keys without a reference, references never cited, and references that
// differ from the study that they mean.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/cite.h"
#include "cli/tables.h"
#include "cli/whole_file.h"
#include "cli/wording.h"
#include "corpus/study.h"
#include "extractors/workers.h"
#include "text/normalize.h"
#include "text/one_line.h"
#include "text/sentences.h"

namespace litmine {
namespace {

const std::vector<Column> kCheckColumns = {{"check"}, {"line", true}, {"page", true},
                                           {"key"},   {"remark"},     {"text"}};

Result<Document> draft_of(const std::string& file) {
  std::optional<Document> read;
  std::string reason;
  WorkerEvents events;
  events.document = [&](std::size_t, Document&& document) {
    if (!read) read = std::move(document);
  };
  events.problem = [&](std::size_t, Problem&& problem) {
    if (problem.level == Problem::Level::not_read) reason = problem.reason;
  };
  extract_in_workers({file}, 1, WorkerLimits{}, events);
  if (!read)
    return failure(Error::Kind::unreadable,
                   fmt::format("'{}' cannot be read{}{}", file, reason.empty() ? "" : ": ", reason),
                   "a manuscript is text, Markdown, DOCX or PDF, with its reference list");
  return std::move(*read);
}

std::string printed_year(const Reference& reference) {
  if (reference.year) return fmt::format("{}{}", *reference.year, reference.year_letter);
  return reference.status.empty() ? "no year" : reference.status;
}

std::string key_of(const Reference& reference) {
  const auto& names = reference.authors.empty() ? reference.editors : reference.authors;
  return fmt::format("{} {}", names.empty() ? "?" : names.front().family, printed_year(reference));
}

/// Where a place of the read text stands in the manuscript's file, when that is a file of lines:
/// the reader joins and drops lines, so the letters around the place are looked up in the file. A
/// DOCX or PDF has no lines, and a place whose letters are not in the file gets none.
class DraftLines {
 public:
  DraftLines(const std::string& file, const std::string& text) {
    for (char c : text) {
      before_.push_back(static_cast<std::uint32_t>(read_.size()));
      if (is_letter(c)) read_ += c;
    }
    auto bytes = read_whole(file);
    if (!bytes) return;
    std::int64_t line = 1;
    for (char c : normalized(decoded(*bytes))) {
      if (c == '\n') ++line;
      if (!is_letter(c)) continue;
      printed_ += c;
      lines_.push_back(line);
    }
  }

  std::optional<std::int64_t> line_of(std::uint32_t at) const {
    if (at >= before_.size()) return std::nullopt;
    const std::size_t here = before_[at];
    for (const std::size_t back : {std::min<std::size_t>(here, 40), std::size_t{0}}) {
      const std::string_view around = std::string_view(read_).substr(here - back, back + 40);
      const std::size_t found = printed_.find(around);
      if (around.size() >= 12 && found != std::string::npos && found + back < lines_.size())
        return lines_[found + back];
    }
    return std::nullopt;
  }

 private:
  static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
  }

  std::string read_, printed_;         ///< letters and digits only
  std::vector<std::uint32_t> before_;  ///< by byte of the text: letters in front of it
  std::vector<std::int64_t> lines_;    ///< by letter of the file
};

class Checker {
 public:
  Checker(const std::string& file, const Document& draft, const Index& index,
          const CitedCorpus& corpus, const ReferenceModel& model, Sink& sink)
      : draft_(draft),
        index_(index),
        corpus_(corpus),
        sink_(sink),
        lines_(file, draft.text),
        citations_(read_citations(draft, model)) {}

  std::size_t check() {
    mentions();
    entries();
    against_corpus();
    return remarks_;
  }
  const Citations& citations() const { return citations_; }

 private:
  void say(std::string_view check, std::uint32_t at, const std::string& key,
           const std::string& remark, Span text) {
    ++remarks_;
    const auto line = lines_.line_of(at);
    const std::uint32_t page = draft_.page_at(at);
    sink_.row({std::string(check), line ? Cell{*line} : Cell{},
               page == 0 ? Cell{} : Cell{static_cast<std::int64_t>(page)}, key, remark,
               one_line(text.in(draft_.text))});
  }

  void say(std::string_view check, const Entry& entry, const std::string& remark) {
    say(check, entry.where.begin, key_of(entry.reference), remark, entry.where);
  }

  void mentions() {
    for (const Mention& mention : citations_.mentions) {
      if (mention.link == Mention::Link::linked) continue;
      const std::string key = mention.number != 0
                                  ? fmt::format("[{}]", mention.number)
                                  : fmt::format("{} {}", mention.names, mention.year);
      say(mention.link == Mention::Link::unlinked ? "key-without-reference" : "key-differs",
          mention.where.begin, key, mention.why, sentence_around(draft_.text, mention.where.begin));
    }
  }

  void entries() {
    for (std::size_t i = 0; i < citations_.entries.size(); ++i)
      if (citations_.mentions_of[i].empty())
        say("never-cited", citations_.entries[i], "the text does not cite this reference");
  }

  /// The draft's entries are matched like those of a citing study.
  void against_corpus() {
    std::vector<CitingStudy> both = corpus_.citing;
    CitingStudy draft;
    draft.study = "the draft";
    draft.citations = citations_;
    both.push_back(std::move(draft));
    const std::size_t place = both.size() - 1;
    for (const Work& work : cited_works(both, study_identities(index_)))
      for (const CitedAt& at : work.cited_at) {
        if (at.citing != place) continue;
        const Entry& entry = citations_.entries[at.entry];
        if (!entry.reference.doi.empty() && corpus_.retracted.contains(entry.reference.doi))
          say("retracted", entry, "this work was retracted");
        if (work.study.empty())
          compare_with_lists(entry, work, place);
        else
          compare_with_study(entry, work.study);
      }
  }

  void compare_with_study(const Entry& entry, const DocId& id) {
    const auto study = index_.study(id);
    const auto about = study ? index_.about(*study) : Result<Biblio>{};
    if (!study || !about) return;
    const Reference& r = entry.reference;
    if (about->year && r.year && *about->year != *r.year)
      say("year-differs", entry, fmt::format("{} has {}", id, *about->year));
    const bool same_number = about->authors.size() == r.authors.size() || r.et_al;
    for (std::size_t i = 0; i < std::min(about->authors.size(), r.authors.size()); ++i) {
      if (i > 0 && !same_number) break;
      if (title_key(about->authors[i].family) == title_key(r.authors[i].family)) continue;
      say("name-differs", entry,
          fmt::format("{} has '{}', not '{}'", id, about->authors[i].family, r.authors[i].family));
      break;
    }
    if (!about->title.empty() && !r.title.empty() && title_key(about->title) != title_key(r.title))
      say("title-differs", entry, fmt::format("{} has '{}'", id, about->title));
  }

  /// A work that the corpus lacks, as the lists of its studies print it: a remark when none of them
  /// agrees with the draft.
  void compare_with_lists(const Entry& entry, const Work& work, std::size_t draft) {
    const Reference& r = entry.reference;
    std::map<std::string, std::size_t> years, names;
    for (const CitedAt& at : work.cited_at) {
      if (at.citing == draft) continue;
      const Reference& other = corpus_.citing[at.citing].citations.entries[at.entry].reference;
      if (other.year) ++years[std::to_string(*other.year)];
      if (!other.authors.empty()) ++names[other.authors.front().family];
    }
    const auto differs = [&](const auto& printed, const std::string& here) {
      return !printed.empty() && std::none_of(printed.begin(), printed.end(), [&](const auto& one) {
        return title_key(one.first) == title_key(here);
      });
    };
    const auto most = [](const auto& printed) {
      return *std::max_element(printed.begin(), printed.end(),
                               [](const auto& a, const auto& b) { return a.second < b.second; });
    };
    if (r.year && differs(years, std::to_string(*r.year)))
      say("year-differs", entry,
          fmt::format("of the corpus, {} has {}", counted(most(years).second, "list"),
                      most(years).first));
    if (!r.authors.empty() && differs(names, r.authors.front().family))
      say("name-differs", entry,
          fmt::format("of the corpus, {} has '{}'", counted(most(names).second, "list"),
                      most(names).first));
  }

  const Document& draft_;
  const Index& index_;
  const CitedCorpus& corpus_;
  Sink& sink_;
  DraftLines lines_;
  Citations citations_;
  std::size_t remarks_ = 0;
};

}  // namespace

int cite_check(const CiteCall& options, const Index& index, const CitedCorpus& corpus,
               Terminal& terminal) {
  if (options.what.empty())
    return report(Error{Error::Kind::usage, "'cite check' needs a manuscript", "name its file"},
                  terminal);
  auto draft = draft_of(options.what);
  if (!draft) return report(draft.error(), terminal);
  auto model = reference_model(options.model);
  if (!model) return report(model.error(), terminal);
  auto sink =
      options.format == "text"
          ? make_narrow_sink(kCheckColumns, {"check", "line", "page", "key", "remark"}, terminal)
          : make_sink(options.format, kCheckColumns, terminal.out, terminal.out_width);
  if (!sink) return report(sink.error(), terminal);
  Checker checker(options.what, *draft, index, corpus, *model, **sink);
  const std::size_t remarks = checker.check();
  (*sink)->end();
  const Citations& c = checker.citations();
  terminal.err << fmt::format(
      "{}: {} mentions: {} linked, {} doubtful, {} unlinked; {} references, {} never cited; {} "
      "remarks\n",
      options.what, c.mentions.size(), c.count(Mention::Link::linked),
      c.count(Mention::Link::doubtful), c.count(Mention::Link::unlinked), c.entries.size(),
      c.never_mentioned(), remarks);
  if (c.entries.empty()) terminal.err << "warning: no reference list was found in the manuscript\n";
  return remarks == 0 ? kDone : kNothingFound;
}

}  // namespace litmine
