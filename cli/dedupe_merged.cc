#include "cli/dedupe_merged.h"

#include <algorithm>

#include "exporters/record_writer.h"
#include "extractors/document_text.h"

namespace litmine {

Document document_of(const MergedPublication& publication, const DedupeRecords& records) {
  const MergedRecord& record = publication.record;
  if (publication.members.size() == 1) return records.documents[publication.members.front()];
  Document document;
  document.kind = Document::Kind::record;
  document.about = record.about;
  for (std::uint32_t member : publication.members) {
    document.about.extra.push_back({"merged from", records.names[member]});
    // An article that was among them is the full text of the record.
    const Document& of = records.documents[member];
    std::vector<std::string>& files = document.about.files;
    if (of.kind == Document::Kind::full_text && of.inside.empty() &&
        std::find(files.begin(), files.end(), of.source) == files.end())
      files.push_back(of.source);
  }
  for (const OtherValue& other : record.others)
    document.about.extra.push_back(
        {other.field + " of " + records.names[publication.members[other.record]], other.value});
  add_section(document, Part::title, document.about.title);
  add_section(document, Part::abstract, record.abstract);
  add_entries(document, Part::keywords, "", record.keywords, "; ", document.keywords);
  add_entries(document, Part::references, "", record.references, "\n", document.references);
  return document;
}

Result<void> write_publications(const std::string& format, std::ostream& out,
                                const DedupeRecords& records, const Duplicates& found) {
  auto writer = make_record_writer(format, out);
  if (!writer) return tl::unexpected(writer.error());
  each_publication(records, found, [&](const MergedPublication& publication) {
    (*writer)->record(document_of(publication, records));
  });
  (*writer)->end();
  return {};
}

}  // namespace litmine
