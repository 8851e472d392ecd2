// Document ⇄ bytes.
//
// Magic "LMD" and a version byte, then the members in the order of the header: numbers as varints
// (seven bits a byte, low first), strings with their length before them, lists with their count.
// Spans inside the text are written as begin and size. Raise kVersion with any change: bytes of
// another version are not read, and an index is made anew.
#include <algorithm>
#include <limits>

#include "corpus/document.h"

namespace litmine {
namespace {

constexpr std::string_view kMagic = "LMD";
constexpr char kVersion = 2;

class Packer {
 public:
  std::string take() { return std::move(bytes_); }

  void raw(std::string_view bytes) { bytes_ += bytes; }
  void raw(char byte) { bytes_ += byte; }
  void put(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) bytes_ += static_cast<char>(number | 0x80);
    bytes_ += static_cast<char>(number);
  }
  void put(const std::string& text) {
    put(text.size());
    bytes_ += text;
  }
  void put(Span span) {
    put(span.begin);
    put(span.empty() ? 0 : span.size());
  }
  void put(const std::optional<int>& year) {
    // 0: none; else one more than the number with its sign in the lowest bit
    const auto number = static_cast<std::int64_t>(year.value_or(0));
    const std::uint64_t folded = number < 0 ? (static_cast<std::uint64_t>(-number) << 1) - 1
                                            : static_cast<std::uint64_t>(number) << 1;
    put(year ? folded + 1 : 0);
  }
  void put(const Author& author) {
    put(author.family);
    put(author.given);
    put(author.suffix);
  }
  void put(const EarlierDecision& decision) {
    put(decision.by);
    put(decision.verdict);
    put(decision.reason);
  }
  void put(const Fact& fact) {
    put(fact.name);
    put(fact.value);
  }
  void put(const Section& section) {
    raw(static_cast<char>(section.part));
    put(section.heading);
    put(section.body);
  }
  void put(std::uint32_t number) { put(static_cast<std::uint64_t>(number)); }
  template <class T>
  void put(const std::vector<T>& list) {
    put(static_cast<std::uint64_t>(list.size()));
    for (const T& item : list) put(item);
  }

 private:
  std::string bytes_;
};

/// Reads what a Packer wrote. After the first thing that cannot be, `good` is false and everything
/// read is empty.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  bool good() const { return good_; }
  bool at_end() const { return rest_.empty(); }
  void text_is(std::size_t size) { text_size_ = size; }

  bool expect(std::string_view bytes) {
    if (!rest_.starts_with(bytes)) return fail();
    rest_.remove_prefix(bytes.size());
    return true;
  }
  unsigned char byte() {
    if (rest_.empty()) return fail(), 0;
    const auto first = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return first;
  }
  std::uint64_t number(std::uint64_t most = std::numeric_limits<std::uint64_t>::max()) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint64_t bits = byte();
      if (shift == 63 && bits > 1) return fail(), 0;
      value |= (bits & 0x7F) << shift;
      if (bits < 0x80) return good_ && value <= most ? value : (fail(), 0);
    }
    return fail(), 0;
  }

  void get(std::string& text) {
    const std::uint64_t size = number(rest_.size());
    if (size > rest_.size()) return void(fail());
    text.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }
  void get(std::uint32_t& value) {
    value = static_cast<std::uint32_t>(number(std::numeric_limits<std::uint32_t>::max()));
  }
  void get(Span& span) {
    span.begin = static_cast<std::uint32_t>(number(text_size_));
    span.end = span.begin + static_cast<std::uint32_t>(number(text_size_ - span.begin));
  }
  void get(std::optional<int>& year) {
    const std::uint64_t folded = number(std::uint64_t{1} << 32);
    if (folded == 0) return;
    const std::int64_t sign_last = static_cast<std::int64_t>(folded) - 1;
    year = static_cast<int>(sign_last % 2 == 0 ? sign_last / 2 : -(sign_last + 1) / 2);
  }
  void get(Author& author) {
    get(author.family);
    get(author.given);
    get(author.suffix);
  }
  void get(EarlierDecision& decision) {
    get(decision.by);
    get(decision.verdict);
    get(decision.reason);
  }
  void get(Fact& fact) {
    get(fact.name);
    get(fact.value);
  }
  void get(Section& section) {
    const unsigned char part = byte();
    if (part >= kParts) return void(fail());
    section.part = static_cast<Part>(part);
    get(section.heading);
    get(section.body);
  }
  template <class T>
  void get(std::vector<T>& list) {
    // Every item takes a byte or more, so a count cannot ask for more memory than there are bytes.
    const std::uint64_t count = number(rest_.size());
    for (std::uint64_t i = 0; i < count && good_; ++i) get(list.emplace_back());
  }

 private:
  bool fail() {
    good_ = false;
    rest_ = {};
    return false;
  }

  std::string_view rest_;
  std::size_t text_size_ = 0;
  bool good_ = true;
};

/// Calls `each(member)` for the members of both records that are packed one after the other; the
/// one list for reading and writing.
template <class AboutOrConst, class Each>
void each_member_of_biblio(AboutOrConst& about, Each each) {
  each(about.type);
  each(about.title);
  each(about.authors);
  each(about.year);
  each(about.source);
  each(about.volume);
  each(about.issue);
  each(about.pages);
  each(about.publisher);
  each(about.doi);
  each(about.url);
  each(about.issn);
  each(about.pmid);
  each(about.language);
  each(about.index_terms);
  each(about.database);
  each(about.genre);
  each(about.document_types);
  each(about.date);
  each(about.short_source);
  each(about.place);
  each(about.isbn);
  each(about.pmcid);
  each(about.accession);
  each(about.key);
  each(about.editors);
  each(about.affiliations);
  each(about.files);
  each(about.decisions);
  each(about.extra);
}

/// The same for what follows the text.
template <class DocumentOrConst, class Each>
void each_member_after_text(DocumentOrConst& document, Each each) {
  each(document.sections);
  each(document.keywords);
  each(document.references);
  each(document.pages);
  each(document.furniture);
  each(document.source);
  each(document.inside);
  each(document.record);
  each(document.line);
  each(document.extractor);
}

bool pages_in_order(const Document& document) {
  return std::is_sorted(document.pages.begin(), document.pages.end()) &&
         (document.pages.empty() || document.pages.back() <= document.text.size());
}

}  // namespace

std::string packed(const Document& document) {
  Packer packer;
  packer.raw(kMagic);
  packer.raw(kVersion);
  packer.put(document.id);
  packer.raw(static_cast<char>(document.kind));
  const auto put = [&](const auto& member) { packer.put(member); };
  each_member_of_biblio(document.about, put);
  packer.put(document.text);
  each_member_after_text(document, put);
  return packer.take();
}

std::optional<Document> unpacked(std::string_view bytes) {
  Unpacker unpacker(bytes);
  if (!unpacker.expect(kMagic) || unpacker.byte() != static_cast<unsigned char>(kVersion))
    return std::nullopt;
  std::optional<Document> document(std::in_place);
  const auto get = [&](auto& member) { unpacker.get(member); };
  unpacker.get(document->id);
  const unsigned char kind = unpacker.byte();
  if (kind > static_cast<unsigned char>(Document::Kind::record)) return std::nullopt;
  document->kind = static_cast<Document::Kind>(kind);
  each_member_of_biblio(document->about, get);
  unpacker.get(document->text);
  if (document->text.size() > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  unpacker.text_is(document->text.size());
  each_member_after_text(*document, get);
  if (!unpacker.good() || !unpacker.at_end() || !pages_in_order(*document)) return std::nullopt;
  return document;
}

}  // namespace litmine
