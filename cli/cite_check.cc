// litmine cite check DRAFT: keys without a reference, references never cited, and references that
// differ from the study that they mean.
#include <fmt/format.h>

#include <map>

#include "citations/write_reference.h"
#include "cli/cite.h"
#include "corpus/study.h"
#include "extractors/workers.h"
#include "text/diagnostic.h"

namespace litmine {
namespace {

const std::vector<Column> kColumns = {{"check"}, {"line", true}, {"key"}, {"remark"}};

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

std::string year_of(const Reference& reference) {
  if (reference.year) return fmt::format("{}{}", *reference.year, reference.year_letter);
  return reference.status.empty() ? "no year" : reference.status;
}

std::string key_of(const Reference& reference) {
  const auto& names = reference.authors.empty() ? reference.editors : reference.authors;
  return fmt::format("{} {}", names.empty() ? "?" : names.front().family, year_of(reference));
}

/// How the corpus prints a work: its study's facts, else what most other lists say.
struct Held {
  std::string where;
  std::optional<int> year;
  std::vector<std::string> families;
  std::string title;
};

class Checker {
 public:
  Checker(const Document& draft, const CitedCorpus& corpus, const ReferenceModel& model, Sink& sink)
      : draft_(draft), corpus_(corpus), sink_(sink), citations_(read_citations(draft, model)) {}

  std::size_t check() {
    mentions();
    entries();
    against_corpus();
    return remarks_;
  }
  const Citations& citations() const { return citations_; }

 private:
  void say(std::string_view check, std::uint32_t at, const std::string& key,
           const std::string& remark) {
    ++remarks_;
    sink_.row({std::string(check), static_cast<std::int64_t>(line_and_column(draft_.text, at).line),
               key, remark});
  }

  void mentions() {
    for (const Mention& mention : citations_.mentions) {
      if (mention.link == Mention::Link::linked) continue;
      const std::string key = mention.number != 0
                                  ? fmt::format("[{}]", mention.number)
                                  : fmt::format("{} {}", mention.names, mention.year);
      say(mention.link == Mention::Link::unlinked ? "key-without-reference" : "key-differs",
          mention.where.begin, key, mention.why);
    }
  }

  void entries() {
    for (std::size_t i = 0; i < citations_.entries.size(); ++i)
      if (citations_.mentions_of[i].empty())
        say("never-cited", citations_.entries[i].where.begin,
            key_of(citations_.entries[i].reference), "the text does not cite this reference");
  }

  /// The draft's entries are matched like those of a citing study.
  void against_corpus() {
    std::vector<CitingStudy> both = corpus_.citing;
    CitingStudy draft;
    draft.study = "the draft";
    draft.citations = citations_;
    both.push_back(std::move(draft));
    std::vector<Identity> identities;
    std::map<DocId, const CitingStudy*> held;
    for (const CitingStudy& study : corpus_.citing) {
      Document document;
      document.id = study.study;
      document.about = study.about;
      identities.push_back(identity_of(document));
      held[study.study] = &study;
    }
    const std::size_t place = both.size() - 1;
    for (const Work& work : cited_works(both, identities))
      for (const CitedAt& at : work.cited_at) {
        if (at.citing != place) continue;
        const Entry& entry = citations_.entries[at.entry];
        if (!entry.reference.doi.empty() && corpus_.retracted.contains(entry.reference.doi))
          say("retracted", entry.where.begin, key_of(entry.reference), "this work was retracted");
        if (!work.study.empty() && held.contains(work.study)) compare(entry, *held[work.study]);
      }
  }

  void compare(const Entry& entry, const CitingStudy& study) {
    const Reference& r = entry.reference;
    const Biblio& about = study.about;
    if (about.year && r.year && *about.year != *r.year)
      say("year-differs", entry.where.begin, key_of(r),
          fmt::format("{} has {}", study.study, *about.year));
    if (!about.authors.empty() && !r.authors.empty() &&
        title_key(about.authors.front().family) != title_key(r.authors.front().family))
      say("name-differs", entry.where.begin, key_of(r),
          fmt::format("{} has '{}'", study.study, about.authors.front().family));
    if (!about.title.empty() && !r.title.empty() && title_key(about.title) != title_key(r.title))
      say("title-differs", entry.where.begin, key_of(r),
          fmt::format("{} has '{}'", study.study, about.title));
  }

  const Document& draft_;
  const CitedCorpus& corpus_;
  Sink& sink_;
  Citations citations_;
  std::size_t remarks_ = 0;
};

}  // namespace

int cite_check(const CiteCall& options, const CitedCorpus& corpus, Terminal& terminal) {
  if (options.what.empty())
    return report(Error{Error::Kind::usage, "'cite check' needs a manuscript", "name its file"},
                  terminal);
  auto draft = draft_of(options.what);
  if (!draft) return report(draft.error(), terminal);
  auto model = reference_model(options.model);
  if (!model) return report(model.error(), terminal);
  auto sink = make_sink(options.format, kColumns, terminal.out, terminal.out_width);
  if (!sink) return report(sink.error(), terminal);
  Checker checker(*draft, corpus, *model, **sink);
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
