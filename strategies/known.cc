#include "strategies/known.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "corpus/likeness.h"
#include "corpus/study.h"
#include "text/normalize.h"

namespace litmine {
namespace {

/// No file's id holds a line end.
const DocId kItem = "\nknown item";

Identity identity_of_item(const KnownItem& item) {
  Document record;
  record.id = kItem;
  record.kind = Document::Kind::record;
  record.about = item.about;
  return identity_of(record);
}

/// What two reports that may be joined have in common: their DOI, or the letters of their title.
std::vector<std::string> keys_of(const Identity& identity) {
  std::vector<std::string> keys;
  if (!identity.doi.empty()) keys.push_back("d" + folded(identity.doi));
  std::string title = title_key(identity.title);
  std::erase(title, ' ');
  if (!title.empty()) keys.push_back("t" + title);
  return keys;
}

/// A known item often has a title and a year and nothing else, and a short title is then too little
/// to call two records of a corpus the same. Here somebody says that the item is known: the equal
/// title is enough when nothing that both say differs, and when only one study has it.
void join_by_title(const Identity& own, const std::map<DocId, Identity>& near, const Index& index,
                   JoinedItem& joined) {
  const RecordForm form = form_of(own);
  std::optional<DocId> found;
  std::string reason;
  for (const auto& [id, report] : near) {
    const Likeness likeness = compare(form, form_of(report));
    if (likeness[Trait::title] != Level::same || likeness[Trait::authors] == Level::different ||
        likeness[Trait::doi] == Level::different || likeness[Trait::pmid] == Level::different)
      continue;
    if (own.year && report.year && own.year != report.year) continue;
    const std::optional<Study> study = index.study(id);
    if (!study || (found && *found != study->id)) return;
    found = study->id;
    reason = short_words(likeness);
  }
  joined.study = found;
  joined.reason = reason;
}

}  // namespace

std::string name_of(const KnownItem& item) {
  const Biblio& about = item.about;
  if (about.title.empty()) return about.doi.empty() ? "?" : about.doi;
  std::string name;
  if (!about.authors.empty()) name = about.authors.front().family;
  if (about.year) name += fmt::format("{}{}", name.empty() ? "" : " ", *about.year);
  return name + (name.empty() ? "" : ": ") + about.title;
}

std::vector<JoinedItem> joined_to_studies(const std::vector<KnownItem>& items, const Index& index) {
  std::unordered_map<std::string, std::vector<Identity>> reports;  // by key
  for (const KnownItem& item : items)
    for (const std::string& key : keys_of(identity_of_item(item))) reports[key];
  for (const Identity& report : index.identities())
    for (const std::string& key : keys_of(report))
      if (auto wanted = reports.find(key); wanted != reports.end())
        wanted->second.push_back(report);

  // Each item for itself: what one list says twice must not keep a report from either.
  std::vector<JoinedItem> joined;
  std::map<DocId, std::size_t> first;
  for (std::size_t i = 0; i < items.size(); ++i) {
    joined.push_back({items[i], {}, {}, {}});
    std::map<DocId, Identity> near;
    const Identity own = identity_of_item(items[i]);
    for (const std::string& key : keys_of(own))
      for (const Identity& report : reports[key]) near.emplace(report.id, report);
    std::vector<Identity> together = {own};
    for (const auto& [id, report] : near) together.push_back(report);
    for (const Study& group : group_into_studies(together)) {
      if (std::find(group.reports.begin(), group.reports.end(), kItem) == group.reports.end())
        continue;
      for (const DocId& report : group.reports) {
        if (report == kItem || joined[i].study) continue;
        const std::optional<Study> study = index.study(report);
        if (!study) continue;
        joined[i].study = study->id;
        joined[i].reason = group.reason;
      }
    }
    if (!joined[i].study) join_by_title(own, near, index, joined[i]);
    if (!joined[i].study) continue;
    const auto [entry, is_new] = first.emplace(*joined[i].study, i);
    if (!is_new) joined[i].same_as = entry->second;
  }
  return joined;
}

}  // namespace litmine
