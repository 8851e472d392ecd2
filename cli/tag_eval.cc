#include "cli/tag_eval.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

#include "cli/options.h"
#include "extractors/delimited.h"
#include "taggers/evaluation.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::string_view kDestination = "destination";
constexpr std::string_view kTagger = "litmine";

/// A table with named columns.
class GoldTable {
 public:
  static Result<GoldTable> read(const std::string& file,
                                std::initializer_list<const char*> needed) {
    std::istringstream nothing;
    auto content = read_all(file, nothing);
    if (!content) return tl::unexpected(content.error());
    GoldTable table;
    table.text_ = read_delimited(decoded(*content));
    if (!table.text_.rows.empty())
      for (std::size_t i = 0; i < table.text_.rows[0].cells.size(); ++i)
        table.columns_[folded(table.text_.rows[0].cells[i])] = i;
    for (const char* name : needed)
      if (!table.columns_.contains(name))
        return failure(
            Error::Kind::usage, fmt::format("'{}' has no column '{}'", file, name),
            fmt::format("its first line must name the columns {}", fmt::join(needed, ", ")));
    return table;
  }
  bool has(const std::string& column) const { return columns_.contains(column); }
  std::size_t size() const { return text_.rows.empty() ? 0 : text_.rows.size() - 1; }
  std::string cell(std::size_t row, const std::string& column) const {
    auto found = columns_.find(column);
    const auto& cells = text_.rows[row + 1].cells;
    if (found == columns_.end() || found->second >= cells.size()) return {};
    return cells[found->second];
  }

 private:
  DelimitedText text_;
  std::map<std::string, std::size_t> columns_;
};

struct GoldRow {
  std::string key, facet, code, coder, split, as_printed;
};

std::vector<GoldRow> gold_rows(const GoldTable& table) {
  std::vector<GoldRow> rows;
  for (std::size_t i = 0; i < table.size(); ++i) {
    GoldRow row{table.cell(i, "key"),   table.cell(i, "facet"), table.cell(i, "code"),
                table.cell(i, "coder"), table.cell(i, "split"), table.cell(i, "as_printed")};
    if (row.key.empty() || row.facet.empty()) continue;
    if (table.cell(i, "role") == kDestination) row.facet += " (destination)";
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Replaces what the corrections name; gives back how many were applied.
std::size_t correct(std::vector<GoldRow>& rows, const GoldTable& corrections,
                    std::vector<std::string>& unknown) {
  std::size_t applied = 0;
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    const std::string key = corrections.cell(i, "key"), facet = corrections.cell(i, "facet");
    const std::string printed = corrections.cell(i, "printed");
    bool found = false;
    for (GoldRow& row : rows) {
      if (row.key != key || row.facet != facet) continue;
      if (!printed.empty() && row.code != printed && row.as_printed != printed) continue;
      row.code = corrections.cell(i, "suggested");
      found = true;
    }
    if (found) {
      ++applied;
    } else {
      unknown.push_back(fmt::format("{} {}: '{}'", key, facet, printed));
    }
  }
  return applied;
}

std::string title_key(const std::string& title) {
  std::string key;
  for (char c : unaccented(folded(title)))
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) key += c;
  return key;
}

/// Gold key → study.
Result<std::map<std::string, DocId>> studies_of_keys(const std::vector<GoldRow>& rows,
                                                     const EvalOptions& options,
                                                     const std::map<DocId, StudyFacts>& facts) {
  std::map<std::string, DocId> studies, by_doi, by_title;
  for (const auto& [id, fact] : facts) {
    if (!fact.about.doi.empty()) by_doi.emplace(folded(fact.about.doi), id);
    if (!fact.about.title.empty()) by_title.emplace(title_key(fact.about.title), id);
    for (const DocId& report : fact.reports) studies.emplace(report, id);
    studies.insert_or_assign(id, id);
  }
  if (!options.keys.empty()) {
    auto keys = GoldTable::read(options.keys, {"key"});
    if (!keys) return tl::unexpected(keys.error());
    for (std::size_t i = 0; i < keys->size(); ++i) {
      auto doi = by_doi.find(folded(keys->cell(i, "doi")));
      auto title = by_title.find(title_key(keys->cell(i, "title")));
      if (doi != by_doi.end()) {
        studies.emplace(keys->cell(i, "key"), doi->second);
      } else if (title != by_title.end()) {
        studies.emplace(keys->cell(i, "key"), title->second);
      }
    }
  }
  std::map<std::string, DocId> wanted;
  for (const GoldRow& row : rows)
    if (auto found = studies.find(row.key); found != studies.end())
      wanted.emplace(row.key, found->second);
  return wanted;
}

std::vector<SuggestedCode> suggestions_of(const std::map<DocId, CodedStudy>& coded,
                                          const std::map<std::string, DocId>& studies) {
  std::vector<SuggestedCode> all;
  for (const auto& [key, id] : studies) {
    const CodedStudy& study = coded.at(id);
    all.push_back({key, "document", study.kind, study.kind_evidence.code.band});
    for (const auto& [facet, suggestions] : study.suggestions)
      for (const Suggestion& suggestion : suggestions) {
        const Code& code = suggestion.code;
        if (code.band < Band::medium) continue;
        all.push_back({key, code.role == kDestination ? facet + " (destination)" : facet,
                       code.value.empty() ? code.code : code.value, code.band});
      }
  }
  return all;
}

/// One measure, for CSV and JSON.
const std::vector<Column>& measure_columns() {
  static const std::vector<Column> kColumns = {
      {"gold"},     {"split"},     {"facet"},       {"code"},      {"measure"},
      {"of", true}, {"all", true}, {"value", true}, {"low", true}, {"high", true}};
  return kColumns;
}

class Report {
 public:
  Report(const EvalOptions& options, const std::map<DocId, CodedStudy>& coded,
         const std::map<std::string, DocId>& studies, Terminal& terminal)
      : coded_(coded), studies_(studies), terminal_(terminal), text_(options.format == "text") {}

  Result<void> open(const std::string& format) {
    if (text_) return {};
    auto sink = make_sink(format, measure_columns(), terminal_.out, terminal_.out_width);
    if (!sink) return tl::unexpected(sink.error());
    sink_ = std::move(*sink);
    return {};
  }
  void close() {
    if (sink_) sink_->end();
  }

  void part(const std::string& gold, const std::string& split, std::size_t studies) {
    gold_ = gold;
    split_ = split;
    if (text_)
      terminal_.out << fmt::format("gold as {}{}, {} studies\n\n", gold,
                                   split.empty() ? "" : ", split " + split, studies);
  }

  void facet(const FacetScore& score) {
    if (text_) return say(score);
    retrieval_rows(score.facet, "", score.all);
    row(score.facet, "", "exact_rows", score.exact);
    row(score.facet, "", "false_alarms", score.false_alarms);
    for (const auto& [band, right] : score.by_band)
      row(score.facet, "", fmt::format("right_at_{}", band_name(band)), right);
    for (const auto& [code, retrieval] : score.by_code)
      retrieval_rows(score.facet, code, retrieval);
  }

  void agree(const CoderAgreement& found) {
    struct Named {
      const char* name;
      const Coefficient* coefficient;
    };
    const Agreement& a = found.agreement;
    const Named kCoefficients[] = {{"observed_agreement", &a.observed},
                                   {"kappa", &a.kappa},
                                   {"alpha", &a.alpha},
                                   {"ac1", &a.ac1}};
    if (text_)
      terminal_.out << fmt::format("  {}: {}; {} units ({}), {} with one coder only\n", found.facet,
                                   fmt::join(found.coders, ", "), a.units,
                                   found.by_code ? "study and code" : "study", a.unpaired);
    for (const Named& named : kCoefficients) {
      const Coefficient& c = *named.coefficient;
      if (!text_) {
        sink_->row({gold_, split_, found.facet, fmt::format("{}", fmt::join(found.coders, " / ")),
                    std::string(named.name), std::monostate{}, static_cast<std::int64_t>(a.units),
                    number(c.value), number(c.low), number(c.high)});
      } else if (!c.value) {
        terminal_.out << fmt::format("    {:<20} not defined\n", named.name);
      } else if (c.low) {
        terminal_.out << fmt::format("    {:<20} {:.3f} [{:.3f}, {:.3f}]\n", named.name, *c.value,
                                     *c.low, *c.high);
      } else {
        terminal_.out << fmt::format("    {:<20} {:.3f}\n", named.name, *c.value);
      }
    }
  }

 private:
  static Cell number(const std::optional<double>& value) {
    return value ? Cell{*value} : Cell{std::monostate{}};
  }

  void row(const std::string& facet, const std::string& code, const std::string& measure,
           const Share& share) {
    bool none = share.all == 0;
    sink_->row({gold_, split_, facet, code.empty() ? Cell{std::monostate{}} : Cell{code}, measure,
                static_cast<std::int64_t>(share.of), static_cast<std::int64_t>(share.all),
                none ? Cell{std::monostate{}} : Cell{share.value},
                none ? Cell{std::monostate{}} : Cell{share.low},
                none ? Cell{std::monostate{}} : Cell{share.high}});
  }

  void retrieval_rows(const std::string& facet, const std::string& code, const Retrieval& r) {
    row(facet, code, "precision", r.precision);
    row(facet, code, "recall", r.recall);
    Share f1 = r.f1;
    f1.of = 2 * r.found;
    f1.all = 2 * r.found + r.wrong + r.missed;
    row(facet, code, "f1", f1);
  }

  static std::string in_words(const Share& share) {
    if (share.all == 0) return "no case";
    return fmt::format("{:.2f} [{:.2f}, {:.2f}] ({} of {})", share.value, share.low, share.high,
                       share.of, share.all);
  }

  void say(const FacetScore& score) {
    std::ostream& out = terminal_.out;
    out << fmt::format("{} ({} studies)\n", score.facet, score.rows);
    out << fmt::format("  precision     {}\n", in_words(score.all.precision));
    out << fmt::format("  recall        {}\n", in_words(score.all.recall));
    out << fmt::format("  F1            {:.2f} [{:.2f}, {:.2f}]\n", score.all.f1.value,
                       score.all.f1.low, score.all.f1.high);
    out << fmt::format("  exact rows    {}\n", in_words(score.exact));
    out << fmt::format("  false alarms  {} of the rows that are empty in gold\n",
                       in_words(score.false_alarms));
    for (auto band = score.by_band.rbegin(); band != score.by_band.rend(); ++band)
      out << fmt::format("  right at {:<7}{}\n", band_name(band->first), in_words(band->second));
    for (const auto& [code, r] : score.by_code)
      out << fmt::format(
          "    {:<28} right {:>3}, wrong {:>3}, missed {:>3}; F1 {:.2f} [{:.2f}, {:.2f}]\n", code,
          r.found, r.wrong, r.missed, r.f1.value, r.f1.low, r.f1.high);
    for (const Confusion& confusion : score.confusions) say(confusion);
    out << '\n';
  }

  void say(const Confusion& confusion) {
    std::ostream& out = terminal_.out;
    const CodedStudy& study = coded_.at(studies_.at(confusion.study));
    for (const std::string& code : confusion.wrong) {
      out << fmt::format("  {}: {} is not in gold ({})\n", confusion.study, code,
                         confusion.missed.empty()
                             ? "gold has nothing for it"
                             : fmt::format("{}", fmt::join(confusion.missed, ", ")));
      if (const Suggestion* suggestion = find(study, confusion.facet, code))
        for (const Quotation& quote : suggestion->quotes) say(quote);
    }
    for (const std::string& code : confusion.missed) {
      out << fmt::format("  {}: {} was not suggested", confusion.study, code);
      const Suggestion* low = find(study, confusion.facet, code);
      out << (low != nullptr ? ", or low only\n" : "\n");
      if (low != nullptr)
        for (const Quotation& quote : low->quotes) say(quote);
      auto reason = study.empty_because.find(base(confusion.facet));
      if (low == nullptr && reason != study.empty_because.end() && !reason->second.empty())
        out << fmt::format("      {}\n", reason->second);
    }
  }

  void say(const Quotation& quote) {
    std::string place(part_name(quote.part));
    if (quote.page != 0) place = fmt::format("page {}, {}", quote.page, place);
    terminal_.out << fmt::format("      {}: \"{}\"\n", place, quote.sentence);
  }

  static std::string base(const std::string& facet) { return facet.substr(0, facet.find(" (")); }

  static const Suggestion* find(const CodedStudy& study, const std::string& facet,
                                const std::string& code) {
    auto found = study.suggestions.find(base(facet));
    if (found == study.suggestions.end()) return nullptr;
    for (const Suggestion& suggestion : found->second) {
      const Code& one = suggestion.code;
      bool destination = one.role == kDestination;
      if (destination == (facet == base(facet))) continue;
      if (comparable(one.value.empty() ? one.code : one.value) == code) return &suggestion;
    }
    return nullptr;
  }

  const std::map<DocId, CodedStudy>& coded_;
  const std::map<std::string, DocId>& studies_;
  Terminal& terminal_;
  bool text_;
  std::unique_ptr<Sink> sink_;
  std::string gold_, split_;
};

std::set<std::string> values_of(const std::vector<GoldRow>& rows, std::string GoldRow::*member) {
  std::set<std::string> values;
  for (const GoldRow& row : rows) values.insert(row.*member);
  return values;
}

/// Facets in the order of the codebook, `document` first; only those that gold has.
std::vector<std::string> facets_in_order(const std::vector<GoldRow>& rows,
                                         const Codebook& codebook) {
  std::set<std::string> have = values_of(rows, &GoldRow::facet);
  std::vector<std::string> order = {"document"}, known;
  for (const std::string& facet : codebook.facets()) {
    order.push_back(facet);
    order.push_back(facet + " (destination)");
  }
  for (const std::string& facet : order)
    if (have.contains(facet)) known.push_back(facet);
  return known;
}

/// The coding of one coder (all of them when `coder` is nothing): every study that has any row is
/// a row in every facet.
Coding coding_of(const std::vector<GoldRow>& rows, const std::vector<std::string>& facets,
                 const std::optional<std::string>& coder) {
  Coding coding;
  for (const GoldRow& row : rows) {
    if (coder && row.coder != *coder) continue;
    if (!coder)
      for (const std::string& facet : facets)
        if (facet != "document") coding.try_emplace({row.key, facet});
    auto& codes = coding[{row.key, row.facet}];
    if (!row.code.empty()) codes.insert(row.code);
  }
  return coding;
}

void evaluate(Report& report, const std::vector<GoldRow>& rows, const Codebook& codebook,
              const std::vector<SuggestedCode>& suggested, Terminal& terminal, bool text) {
  const std::vector<std::string> facets = facets_in_order(rows, codebook);
  const Coding gold = coding_of(rows, facets, std::nullopt);
  for (const std::string& facet : facets) report.facet(score_facet(facet, gold, suggested));
  std::set<std::string> coders = values_of(rows, &GoldRow::coder);
  coders.erase("");
  if (coders.empty()) coders.insert("");
  if (text) terminal.out << "agreement\n";
  for (const std::string& facet : facets) {
    std::map<std::string, Coding> codings;
    Coding tagged;
    for (const std::string& coder : coders) {
      Coding coding = coding_of(rows, facets, coder);
      for (const auto& [key, codes] : coding) tagged.try_emplace(key);
      codings[coder.empty() ? "gold" : coder] = std::move(coding);
    }
    if (coders.size() > 1) report.agree(coder_agreement(facet, codings));
    for (const SuggestedCode& one : suggested)
      if (auto row = tagged.find({one.study, one.facet}); row != tagged.end())
        row->second.insert(one.code);
    for (const auto& [coder, coding] : codings)
      report.agree(coder_agreement(facet, {{coder, coding}, {std::string(kTagger), tagged}}));
  }
  if (text) terminal.out << '\n';
}

}  // namespace

Result<int> evaluate_tags(const EvalOptions& options, const Codebook& codebook,
                          const std::filesystem::path& folder, unsigned jobs, Terminal& terminal) {
  auto table = GoldTable::read(options.gold, {"key", "facet", "code"});
  if (!table) return tl::unexpected(table.error());
  auto index = Index::open(folder);
  if (!index) return tl::unexpected(index.error());
  auto facts = facts_of_studies(*index);
  if (!facts) return tl::unexpected(facts.error());
  std::vector<GoldRow> rows = gold_rows(*table);
  auto studies = studies_of_keys(rows, options, *facts);
  if (!studies) return tl::unexpected(studies.error());
  if (studies->empty())
    return failure(Error::Kind::not_found,
                   fmt::format("no key of '{}' is a study of this index", options.gold),
                   "keys are ids of studies ('litmine info --studies'); or give --keys FILE, a "
                   "table of key and doi or title");
  std::set<std::string> absent;
  std::erase_if(rows, [&](const GoldRow& row) {
    if (studies->contains(row.key)) return false;
    absent.insert(row.key);
    return true;
  });
  if (!absent.empty())
    terminal.err << fmt::format(
        "litmine: {} keys of '{}' are not in the index and not counted: {}\n", absent.size(),
        options.gold, fmt::join(absent, ", "));

  std::vector<DocId> ids;
  for (const auto& [key, id] : *studies) ids.push_back(id);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  auto coded = code_studies(folder, codebook, ids, jobs);
  if (!coded) return tl::unexpected(coded.error());
  std::map<DocId, CodedStudy> by_id;
  for (CodedStudy& study : *coded) by_id[study.study] = std::move(study);
  const std::vector<SuggestedCode> suggested = suggestions_of(by_id, *studies);

  Report report(options, by_id, *studies, terminal);
  if (auto opened = report.open(options.format); !opened) return tl::unexpected(opened.error());
  std::vector<std::pair<std::string, std::vector<GoldRow>>> golds = {{"printed", rows}};
  if (!options.corrections.empty()) {
    auto corrections =
        GoldTable::read(options.corrections, {"key", "facet", "printed", "suggested"});
    if (!corrections) return tl::unexpected(corrections.error());
    std::vector<std::string> unknown;
    golds.emplace_back("corrected", rows);
    std::size_t applied = correct(golds[1].second, *corrections, unknown);
    terminal.err << fmt::format("litmine: {} corrections applied\n", applied);
    for (const std::string& one : unknown)
      terminal.err << fmt::format("litmine: no gold row for the correction {}\n", one);
  }
  for (const auto& [gold, all] : golds)
    for (const std::string& split : values_of(all, &GoldRow::split)) {
      std::vector<GoldRow> some;
      for (const GoldRow& row : all)
        if (row.split == split) some.push_back(row);
      report.part(gold, split, values_of(some, &GoldRow::key).size());
      evaluate(report, some, codebook, suggested, terminal, options.format == "text");
    }
  report.close();
  return kDone;
}

}  // namespace litmine
