#include "indexer/study_table.h"

#include <xapian.h>

#include <algorithm>
#include <unordered_map>

#include "corpus/duplicate_decisions.h"
#include "indexer/packing.h"
#include "indexer/schema.h"

namespace litmine {
namespace {

std::size_t begin_of(const std::vector<std::size_t>& ends, std::uint32_t number) {
  return number == 0 ? 0 : ends[number - 1];
}

std::size_t shared_beginning(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

/// Kind and year of a report in one number: 0 when the year is not known.
void pack_facts(std::string& bytes, const Report& report) {
  bytes +=
      static_cast<char>((report.kind == Document::Kind::record ? 1 : 0) + (report.year ? 2 : 0));
  if (report.year) pack_signed(bytes, *report.year);
}

Report unpack_facts(Unpacker& from, std::uint32_t number) {
  std::uint64_t facts = from.number();
  Report report{number, (facts & 1) != 0 ? Document::Kind::record : Document::Kind::full_text, {}};
  if ((facts & 2) != 0) report.year = static_cast<int>(from.signed_number());
  return report;
}

std::vector<DuplicateDecision> decisions_in(const Store& store) {
  std::vector<Problem> none;  // lines that we wrote
  return read_decisions(store.metadata(std::string(schema::kDecisions)), "", none);
}

}  // namespace

StudyTable::StudyTable(const Store& store) {
  bool kept = !store.was_cut_off() && store.hidden().empty() &&
              store.metadata(std::string(schema::kJoined)) == "1";
  if (!kept || !unpack(store)) *this = joined_again(store);
}

StudyTable StudyTable::joined_again(const Store& store) {
  StudyTable table;
  table.study_of_.assign(store.numbers(), kNone);
  std::vector<Identity> identities;
  std::unordered_map<std::string, Report> report_of;
  const auto& hidden = store.hidden();
  store.each_value(schema::kIdentitySlot, [&](std::uint32_t number, const std::string& value) {
    if (std::binary_search(hidden.begin(), hidden.end(), number)) return;
    auto identity = schema::unpacked_identity(value);
    if (!identity) throw Xapian::DatabaseCorruptError("the identity of a document is damaged");
    report_of[identity->id] = {number, identity->kind, identity->year};
    identities.push_back(std::move(*identity));
  });
  std::vector<Study> studies = group_into_studies(identities, decisions_in(store));
  std::vector<Report> reports;
  for (const Study& study : studies) {
    reports.clear();
    for (const DocId& id : study.reports) reports.push_back(report_of.at(id));
    table.add(study.id, study.reason, reports);
  }
  return table;
}

void StudyTable::add(std::string_view id, std::string_view reason,
                     const std::vector<Report>& reports) {
  std::uint32_t study = size();
  ids_ += id;
  id_ends_.push_back(ids_.size());
  for (const Report& report : reports) study_of_[report.number] = study;
  reports_.insert(reports_.end(), reports.begin(), reports.end());
  report_ends_.push_back(reports_.size());
  if (!reason.empty()) reasons_.emplace_back(study, reason);
}

std::string_view StudyTable::id(std::uint32_t study) const {
  std::size_t begin = begin_of(id_ends_, study);
  return std::string_view(ids_).substr(begin, id_ends_[study] - begin);
}

std::string_view StudyTable::reason(std::uint32_t study) const {
  auto it = std::lower_bound(reasons_.begin(), reasons_.end(), study,
                             [](const auto& each, std::uint32_t s) { return each.first < s; });
  return it != reasons_.end() && it->first == study ? std::string_view(it->second)
                                                    : std::string_view();
}

std::span<const Report> StudyTable::reports(std::uint32_t study) const {
  std::size_t begin = begin_of(report_ends_, study);
  return std::span(reports_).subspan(begin, report_ends_[study] - begin);
}

std::optional<std::uint32_t> StudyTable::study_named(std::string_view name) const {
  std::uint32_t low = 0, high = size();
  while (low < high) {
    std::uint32_t middle = low + (high - low) / 2;
    if (id(middle) < name)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < size() && id(low) == name) return low;
  return {};
}

// A study in a block: how much of its id is that of the one before, the rest of it, the reason,
// then the reports.
void StudyTable::pack(
    const Store& store,
    const std::function<void(const std::string&, const std::string&)>& take) const {
  std::string block, previous;
  for (std::uint32_t study = 0; study < size(); ++study) {
    bool first_of_block = study % schema::kStudiesPerBlock == 0;
    std::size_t shared = first_of_block ? 0 : shared_beginning(previous, id(study));
    pack_number(block, shared);
    pack_string(block, id(study).substr(shared));
    pack_string(block, reason(study));
    pack_number(block, reports(study).size());
    for (const Report& report : reports(study)) {
      pack_number(block, store.lasting(report.number));
      pack_facts(block, report);
    }
    previous = id(study);
    if ((study + 1) % schema::kStudiesPerBlock == 0 || study + 1 == size()) {
      take(schema::block_key(study / schema::kStudiesPerBlock), block);
      block.clear();
    }
  }
  take(std::string(schema::kStudyCount), std::to_string(size()));
}

bool StudyTable::unpack(const Store& store) {
  study_of_.assign(store.numbers(), kNone);
  std::string count = store.metadata(std::string(schema::kStudyCount));
  if (count.empty() || count.find_first_not_of("0123456789") != count.npos || count.size() > 10)
    return false;
  std::size_t studies = std::stoull(count);
  for (std::size_t block = 0; block * schema::kStudiesPerBlock < studies; ++block)
    if (!unpack_block(store, store.metadata(schema::block_key(block)))) return false;
  return size() == studies;
}

bool StudyTable::unpack_block(const Store& store, std::string_view bytes) {
  std::string id;
  std::vector<Report> reports;
  for (Unpacker from(bytes); !from.at_end();) {
    std::uint64_t shared = from.number();
    if (shared > id.size()) return false;
    id.resize(shared);
    id += from.string();
    std::string_view reason = from.string();
    reports.clear();
    for (std::uint64_t left = from.number(); left > 0; --left) {
      auto number = store.number_of(from.number());
      if (!from.ok() || !number) return false;
      reports.push_back(unpack_facts(from, *number));
    }
    if (!from.ok() || reports.empty()) return false;
    add(id, reason, reports);
  }
  return true;
}

}  // namespace litmine
