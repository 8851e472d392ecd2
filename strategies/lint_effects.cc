// What each term adds and each condition takes away on this index, and which known studies a
// condition alone removes. All by the sets of the nodes (corpus_view.h).
#include <fmt/format.h>

#include <algorithm>

#include "queries/dialect.h"
#include "strategies/lint_parts.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;
using Level = Diagnostic::Level;

constexpr std::size_t kStudiesNamed = 10;

class Effects {
 public:
  Effects(const Examined& examined, const Redundant& redundant)
      : examined_(examined),
        layout_(examined.layout),
        corpus_(*examined.corpus),
        redundant_(redundant),
        known_(corpus_.numbers_of(examined.options.known)) {}

  Result<void> examine() {
    if (Result<void> done = missing_words(); !done) return done;
    prove_redundant();
    for (std::size_t node = 0; node < layout_.size(); ++node) {
      if (!corpus_.is_boolean(node)) continue;
      if (kind(node) == Kind::any_of) alternatives(node);
      if (kind(node) == Kind::all_of || kind(node) == Kind::except) conditions(node);
    }
    return {};
  }

 private:
  Kind kind(std::size_t node) const { return layout_[node].clause->kind; }
  Span where(std::size_t node) const { return layout_[node].clause->where; }
  Result<void> missing_words();
  void prove_redundant();
  void alternatives(std::size_t list);
  void conditions(std::size_t list);
  void removes_known(std::size_t node, const DocSet& gained);

  const Examined& examined_;
  const Layout& layout_;
  const CorpusView& corpus_;
  const Redundant& redundant_;
  DocSet known_;
};

/// The index says what is near a term that is not there; this adds how many studies it would bring.
Result<void> Effects::missing_words() {
  for (const Diagnostic& note : corpus_.hits().notes) {
    Finding& finding = examined_.add(note.level, note.code, note.where, note.message, note.hint);
    std::size_t node = layout_.size();
    for (std::size_t at : search_terms(layout_, 0))
      if (where(at) == note.where) node = at;
    if (note.alternative.empty() || node == layout_.size() || !corpus_.is_boolean(node)) continue;
    finding.note.alternative = note.alternative;
    ReadingOptions reading;
    reading.in = layout_[node].parts;
    const Query nearest = parse_query(note.alternative, *dialect_named("native"), reading).query;
    Result<DocSet> found = corpus_.find(nearest.root, nearest.in);
    if (!found) return tl::unexpected<Error>(found.error());
    const DocSet before = corpus_.result(), after = corpus_.result_with(node, std::move(*found));
    const std::uint64_t more = minus(after, before).count(), fewer = minus(before, after).count();
    finding.note.hint +=
        (finding.note.hint.empty() ? "" : "; ") +
        fmt::format("with the nearest the string would find {} more", studies_text(more)) +
        (fewer == 0 ? "" : fmt::format(" and {} fewer", fewer));
    finding.counts = {{"new", more}, {"lost", fewer}};
  }
  return {};
}

/// What the language says must show here.
void Effects::prove_redundant() {
  for (Finding& finding : examined_.findings) {
    const std::string& code = finding.note.code;
    if (code != "term-repeated" && code != "term-implied" && code != "operand-implied") continue;
    for (std::size_t node = 0; node < layout_.size(); ++node) {
      if (!redundant_.flagged[node] || where(node) != finding.note.where) continue;
      if (!corpus_.is_boolean(node)) break;
      std::optional<DocSet> without = corpus_.result_without(node);
      if (!without) break;
      DocSet differ = minus(*without, corpus_.result());
      differ |= minus(corpus_.result(), *without);
      finding.note.hint += fmt::format("; on this index {} {} it, and leaving it out changes {}",
                                       studies_text(corpus_.set(node).count()),
                                       corpus_.set(node).count() == 1 ? "meets" : "meet",
                                       studies_text(differ.count()));
      finding.counts = {{"studies", corpus_.set(node).count()}, {"new", differ.count()}};
      break;
    }
  }
}

/// All terms that are reported can go together: each is covered by those that are not.
void Effects::alternatives(std::size_t list) {
  std::vector<std::uint32_t> covering(corpus_.hits().studies_total, 0);  // by study
  std::vector<std::size_t> terms = operands_of(layout_, list);
  std::erase_if(terms, [&](std::size_t node) { return redundant_.flagged[node]; });
  for (std::size_t node : terms)
    corpus_.set(node).each([&](std::uint32_t study) { ++covering[study]; });
  std::reverse(terms.begin(), terms.end());  // of two alike the later one goes
  for (std::size_t node : terms) {
    const DocSet& found = corpus_.set(node);
    bool own = false;
    found.each([&](std::uint32_t study) { own |= covering[study] == 1; });
    if (own || found.empty()) continue;
    found.each([&](std::uint32_t study) { --covering[study]; });
    Finding& finding = examined_.add(
        Level::note, "adds-nothing", where(node),
        fmt::format("{} adds nothing here: of its {} none is its own, other terms of its list find "
                    "all of them",
                    examined_.named(node), studies_text(found.count())),
        "on another corpus it may find more");
    finding.counts = {{"studies", found.count()}, {"beside_siblings", 0}};
  }
}

void Effects::conditions(std::size_t list) {
  const std::uint64_t now = corpus_.result().count();
  for (std::size_t node : operands_of(layout_, list)) {
    const bool subtracted = kind(list) == Kind::except && layout_[node].operand > 0;
    if (kind(list) == Kind::except && !subtracted) continue;
    if (kind(list) == Kind::all_of && kind(node) == Kind::all_of) continue;  // said of its operands
    const std::optional<DocSet> without = corpus_.result_without(node);
    if (!without) continue;
    const DocSet gained = minus(*without, corpus_.result());
    const DocSet lost = minus(corpus_.result(), *without);  // below NOT
    const std::string name = (subtracted ? "NOT " : "") + examined_.named(node);
    if (gained.empty() && lost.empty()) {
      if (!redundant_.flagged[node])
        examined_.add(
            Level::note, "operand-implied-here", where(node),
            fmt::format("{} changes nothing here: with and without it the string finds {}", name,
                        studies_text(now)),
            "on another corpus it may");
      continue;
    }
    Finding& finding =
        examined_.add(Level::note, "clause-effect", where(node),
                      fmt::format("without {} the string would find {} instead of {}", name,
                                  studies_text(without->count()), now));
    finding.counts = {{"without", without->count()}, {"with", now}};
    removes_known(node, gained);
  }
}

void Effects::removes_known(std::size_t node, const DocSet& gained) {
  DocSet removed = gained;
  removed &= known_;
  if (removed.empty()) return;
  std::string names;
  std::size_t count = 0;
  for (const DocId& id : corpus_.ids(removed)) {
    if (++count <= kStudiesNamed) names += (names.empty() ? "" : ", ") + id;
    if (count == kStudiesNamed + 1) names += ", …";
  }
  Finding& finding =
      examined_.add(Level::warning, "clause-removes-known", where(node),
                    fmt::format("{} alone removes {} of the {} known studies in this index: {}",
                                examined_.named(node), removed.count(), known_.count(), names),
                    "they meet everything else");
  finding.counts = {{"removed", removed.count()}, {"known", known_.count()}};
}

}  // namespace

Result<void> lint_effects(const Examined& examined, const Redundant& redundant) {
  if (examined.corpus == nullptr) return {};
  return Effects(examined, redundant).examine();
}

}  // namespace litmine
