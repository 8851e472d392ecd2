#include "cli/citing_studies.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <tuple>

#include "citations/write_reference.h"
#include "text/one_line.h"
#include "text/sentences.h"

namespace litmine {
namespace {

CitingStudy citing_study(const DocId& id, const Document& document, const ReferenceModel& model) {
  CitingStudy study;
  study.study = id;
  study.about = document.about;
  study.citations = read_citations(document, model);
  for (const Entry& entry : study.citations.entries)
    study.printed.push_back(one_line(entry.where.in(document.text)));
  for (const Mention& mention : study.citations.mentions)
    study.sentences.push_back(
        one_line(sentence_around(document.text, mention.where.begin).in(document.text)));
  return study;
}

Cell text_or_nothing(const std::string& text) {
  return text.empty() ? Cell{std::monostate{}} : Cell{text};
}

Cell number_or_nothing(std::size_t number) {
  return number == 0 ? Cell{std::monostate{}} : Cell{static_cast<std::int64_t>(number)};
}

/// The work of each entry: places in `works`.
std::vector<std::vector<std::size_t>> work_of_entries(const CitedCorpus& corpus) {
  std::vector<std::vector<std::size_t>> of;
  for (const CitingStudy& study : corpus.citing) of.emplace_back(study.citations.entries.size(), 0);
  for (std::size_t work = 0; work < corpus.works.size(); ++work)
    for (const CitedAt& at : corpus.works[work].cited_at) of[at.citing][at.entry] = work;
  return of;
}

}  // namespace

std::vector<Identity> study_identities(const Index& index) {
  // The identity of a study is that of its reports; a study may be met by any of them.
  std::vector<Identity> identities = index.identities();
  for (Identity& identity : identities)
    if (auto study = index.study(identity.id)) identity.id = study->id;
  std::sort(identities.begin(), identities.end(), [](const Identity& a, const Identity& b) {
    return std::tie(a.id, a.doi, a.title) < std::tie(b.id, b.doi, b.title);
  });
  return identities;
}

Result<CitedCorpus> read_cited_corpus(const Index& index, const ReferenceModel& model) {
  CitedCorpus corpus;
  for (const Study& study : index.studies()) {
    auto document = index.best_report(study);
    if (!document) return tl::unexpected(document.error());
    if (document->kind != Document::Kind::full_text) continue;
    if (document->references.empty()) ++corpus.without_list;
    corpus.citing.push_back(citing_study(study.id, *document, model));
  }
  corpus.works = cited_works(corpus.citing, study_identities(index));
  return corpus;
}

Result<std::set<std::string>> read_retractions(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return failure(Error::Kind::not_found, "'" + file + "' cannot be read",
                   "name a CSV file with the DOIs of retracted works");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  std::set<std::string> dois;
  for (std::size_t at = text.find("10."); at != std::string::npos; at = text.find("10.", at + 3)) {
    std::string doi;
    for (std::size_t i = at;
         i < text.size() && text[i] > ' ' && text[i] != ',' && text[i] != '"' && text[i] != ';';
         ++i)
      doi += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] | 0x20) : text[i];
    if (doi.find('/') != std::string::npos) dois.insert(doi);
  }
  return dois;
}

const std::vector<Column>& reference_columns() {
  static const std::vector<Column> kColumns = {{"study"},
                                               {"entry", true},
                                               {"authors"},
                                               {"year"},
                                               {"title"},
                                               {"container"},
                                               {"volume"},
                                               {"issue"},
                                               {"pages"},
                                               {"publisher"},
                                               {"doi"},
                                               {"type"},
                                               {"language"},
                                               {"confidence", true},
                                               {"mentions", true},
                                               {"work"},
                                               {"in_corpus"},
                                               {"retracted"},
                                               {"printed"}};
  return kColumns;
}

const std::vector<Column>& mention_columns() {
  static const std::vector<Column> kColumns = {
      {"study"},        {"link"},      {"page", true},  {"part"}, {"names"}, {"year"},
      {"number", true}, {"narrative"}, {"entry", true}, {"work"}, {"why"},   {"sentence"}};
  return kColumns;
}

void write_references(Sink& sink, const CitedCorpus& corpus, const std::string& study) {
  const auto work_of = work_of_entries(corpus);
  for (std::size_t i = 0; i < corpus.citing.size(); ++i) {
    const CitingStudy& citing = corpus.citing[i];
    if (!study.empty() && citing.study != study) continue;
    for (std::size_t j = 0; j < citing.citations.entries.size(); ++j) {
      const Entry& entry = citing.citations.entries[j];
      const Reference& r = entry.reference;
      const Work& work = corpus.works[work_of[i][j]];
      const std::string year = r.year ? std::to_string(*r.year) + r.year_letter : r.status;
      sink.row({citing.study, static_cast<std::int64_t>(j + 1),
                text_or_nothing(listed_names(r.authors.empty() ? r.editors : r.authors)),
                text_or_nothing(year), text_or_nothing(r.title), text_or_nothing(r.container),
                text_or_nothing(r.volume), text_or_nothing(r.issue), text_or_nothing(r.pages),
                text_or_nothing(r.publisher), text_or_nothing(r.doi), r.type,
                text_or_nothing(r.language), std::round(r.confidence * 100) / 100,
                static_cast<std::int64_t>(citing.citations.mentions_of[j].size()), work.key,
                text_or_nothing(work.study), !r.doi.empty() && corpus.retracted.contains(r.doi),
                citing.printed[j]});
    }
  }
}

void write_mentions(Sink& sink, const CitedCorpus& corpus, const std::string& study,
                    const std::string& link) {
  const auto work_of = work_of_entries(corpus);
  for (std::size_t i = 0; i < corpus.citing.size(); ++i) {
    const CitingStudy& citing = corpus.citing[i];
    if (!study.empty() && citing.study != study) continue;
    for (std::size_t j = 0; j < citing.citations.mentions.size(); ++j) {
      const Mention& mention = citing.citations.mentions[j];
      if (!link.empty() && link_name(mention.link) != link) continue;
      std::vector<std::string> entries, works;
      for (std::size_t entry : mention.entries) {
        entries.push_back(std::to_string(entry + 1));
        works.push_back(corpus.works[work_of[i][entry]].key);
      }
      sink.row({citing.study, std::string(link_name(mention.link)), number_or_nothing(mention.page),
                std::string(part_name(mention.part)), text_or_nothing(mention.names),
                text_or_nothing(mention.year),
                number_or_nothing(static_cast<std::size_t>(mention.number)), mention.narrative,
                entries, works, text_or_nothing(mention.why), citing.sentences[j]});
    }
  }
}

}  // namespace litmine
