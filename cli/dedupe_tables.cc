#include "cli/dedupe_tables.h"

#include <fmt/format.h>

#include <map>

#include "cli/dedupe_merged.h"
#include "cli/tables.h"
#include "corpus/decision.h"
#include "corpus/merge.h"

namespace litmine {
namespace {

Cell text(const std::string& value) { return value.empty() ? Cell{std::monostate{}} : Cell{value}; }
Cell number(std::size_t value) { return Cell{static_cast<std::int64_t>(value)}; }
Cell year(const std::optional<int>& value) {
  return value ? Cell{static_cast<std::int64_t>(*value)} : Cell{std::monostate{}};
}

std::string because(const DedupeRecords& records, const ComparedPair& pair,
                    std::uint32_t seen_from) {
  const std::uint32_t other = pair.a == seen_from ? pair.b : pair.a;
  return fmt::format("{}{}: {}", pair.decided ? "decided, " : "", records.names[other],
                     in_words(pair.likeness));
}

/// Of each record the group in `found`, or none.
std::vector<const DuplicateGroup*> groups_of(const DedupeRecords& records,
                                             const Duplicates& found) {
  std::vector<const DuplicateGroup*> groups(records.size(), nullptr);
  for (const DuplicateGroup& group : found.groups)
    for (std::uint32_t member : group.members) groups[member] = &group;
  return groups;
}

void write_pairs(Sink& sink, const DedupeRecords& records, const std::vector<ComparedPair>& pairs) {
  for (const ComparedPair& pair : pairs)
    sink.row({text(std::string(name_of(pair.likeness.relation))),
              Cell{std::int64_t{pair.likeness.points}}, text(records.names[pair.a]),
              text(records.names[pair.b]), text(records.documents[pair.a].about.title),
              text(records.documents[pair.b].about.title), text(in_words(pair.likeness)),
              Cell{pair.decided}});
}

std::vector<std::string> written(const std::vector<Author>& authors) {
  std::vector<std::string> out;
  out.reserve(authors.size());
  for (const Author& author : authors)
    out.push_back(author.family + (author.given.empty() ? "" : ", " + author.given) +
                  (author.suffix.empty() ? "" : ", " + author.suffix));
  return out;
}

}  // namespace

std::size_t removed_by(const Duplicates& found) {
  std::size_t removed = 0;
  for (const DuplicateGroup& group : found.groups) removed += group.members.size() - 1;
  return removed;
}

const std::vector<Column>& group_columns() {
  static const std::vector<Column> kColumns = {
      {"group", true}, {"kept"},     {"record"},       {"key"},     {"year", true},
      {"authors"},     {"title"},    {"source"},       {"volume"},  {"pages"},
      {"doi"},         {"database"}, {"points", true}, {"because"},
  };
  return kColumns;
}

const std::vector<Column>& pair_columns() {
  static const std::vector<Column> kColumns = {
      {"relation"}, {"points", true}, {"record"},  {"other"},
      {"title"},    {"other_title"},  {"because"}, {"decided"},
  };
  return kColumns;
}

const std::vector<Column>& flow_columns() {
  static const std::vector<Column> kColumns = {
      {"source"}, {"identified", true}, {"duplicates_removed", true}, {"left", true}};
  return kColumns;
}

const std::vector<Column>& merged_columns() {
  static const std::vector<Column> kColumns = {
      {"records"},     {"type"},           {"genre"},        {"year", true}, {"date"},
      {"authors"},     {"editors"},        {"title"},        {"source"},     {"short_source"},
      {"volume"},      {"issue"},          {"pages"},        {"publisher"},  {"place"},
      {"doi"},         {"pmid"},           {"pmcid"},        {"issn"},       {"isbn"},
      {"url"},         {"language"},       {"database"},     {"accession"},  {"keywords"},
      {"index_terms"}, {"document_types"}, {"affiliations"}, {"files"},      {"decisions"},
      {"abstract"},    {"others"},
  };
  return kColumns;
}

void write_groups(Sink& sink, const DedupeRecords& records, const Duplicates& found) {
  std::size_t name = 0;
  for (const DuplicateGroup& group : found.groups) {
    ++name;
    for (std::uint32_t member : group.members) {
      // The surest pair by which this record came in; for the one that stays, none is needed.
      const ComparedPair* reason = nullptr;
      for (const ComparedPair& pair : group.because)
        if (member != group.members.front() && (pair.a == member || pair.b == member) &&
            (reason == nullptr || pair.likeness.points > reason->likeness.points))
          reason = &pair;
      const Biblio& about = records.documents[member].about;
      sink.row({number(name), text(member == group.members.front() ? "yes" : "no"),
                text(records.names[member]), text(records.keys[member]), year(about.year),
                text(short_authors(known_by(about))), text(about.title), text(about.source),
                text(about.volume), text(about.pages), text(about.doi),
                text(source_of(records.documents[member])),
                reason ? Cell{std::int64_t{reason->likeness.points}} : Cell{std::monostate{}},
                reason ? text(because(records, *reason, member)) : Cell{std::monostate{}}});
    }
  }
}

void write_doubtful(Sink& sink, const DedupeRecords& records, const Duplicates& found) {
  write_pairs(sink, records, found.doubtful);
}

void write_linked(Sink& sink, const DedupeRecords& records, const Duplicates& found) {
  write_pairs(sink, records, found.linked);
}

void write_flow(Sink& sink, const DedupeRecords& records, const Duplicates& found) {
  struct Count {
    std::size_t identified = 0, removed = 0;
  };
  std::map<std::string, Count> counts;
  Count total;
  const auto groups = groups_of(records, found);
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    const bool removed = groups[i] != nullptr && groups[i]->members.front() != i;
    for (Count* count : {&counts[source_of(records.documents[i])], &total}) {
      ++count->identified;
      count->removed += removed ? 1 : 0;
    }
  }
  for (const auto& [source, count] : counts)
    sink.row({text(source), number(count.identified), number(count.removed),
              number(count.identified - count.removed)});
  sink.row({text("all"), number(total.identified), number(total.removed),
            number(total.identified - total.removed)});
}

void write_merged(Sink& sink, const DedupeRecords& records, const Duplicates& found) {
  each_publication(records, found, [&](const MergedPublication& publication) {
    const MergedRecord& record = publication.record;
    std::vector<std::string> names, others;
    for (std::uint32_t member : publication.members) names.push_back(records.names[member]);
    for (const OtherValue& other : record.others)
      others.push_back(fmt::format("{}: {} ({})", other.field, other.value, names[other.record]));
    const Biblio& about = record.about;
    std::vector<std::string> decisions;
    for (const EarlierDecision& decision : about.decisions) decisions.push_back(note_of(decision));
    sink.row({Cell{names},
              text(about.type),
              text(about.genre),
              year(about.year),
              text(about.date),
              Cell{written(about.authors)},
              Cell{written(about.editors)},
              text(about.title),
              text(about.source),
              text(about.short_source),
              text(about.volume),
              text(about.issue),
              text(about.pages),
              text(about.publisher),
              text(about.place),
              text(about.doi),
              text(about.pmid),
              text(about.pmcid),
              text(about.issn),
              text(about.isbn),
              text(about.url),
              text(about.language),
              text(about.database),
              text(about.accession),
              Cell{record.keywords},
              Cell{about.index_terms},
              Cell{about.document_types},
              Cell{about.affiliations},
              Cell{about.files},
              Cell{decisions},
              text(record.abstract),
              Cell{others}});
  });
}

}  // namespace litmine
