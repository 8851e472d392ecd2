// Reads review.toml. The one thing to know: every key is taken from the tables below, and a key
// that is not there is an error, since a limit that is silently ignored changes the review.
#include "corpus/protocol.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <fstream>
#include <iterator>

#include "text/normalize.h"

namespace litmine {
namespace {

using Keys = std::vector<std::string>;

const Keys kTop = {"title",  "description", "question", "sources",   "searches",
                   "limits", "coding",      "criteria", "screening", "results"};
const Keys kSources = {"paths", "exclude"};
const Keys kSearch = {"name",       "dialect",          "fields",   "query",
                      "query_file", "doubled_operator", "database", "platform",
                      "searched",   "records"};
const Keys kLimits = {"years", "languages"};
const Keys kYears = {"from", "to"};
const Keys kCoding = {"codebook", "decisions"};
const Keys kCriteria = {"include", "exclude"};
const Keys kCriterion = {"name",  "reason", "stage", "years",   "languages",
                         "types", "codes",  "query", "dialect", "fields"};
const Keys kScreening = {"folder", "reviewers", "third", "votes"};
const Keys kResults = {"folder"};

/// Stops the reading at a wrong place; caught at the door of this file.
struct Wrong {
  toml::source_position where;
  std::string what, hint;
};

[[noreturn]] void wrong(const toml::node& node, std::string what, std::string hint = {}) {
  throw Wrong{node.source().begin, std::move(what), std::move(hint)};
}

void check_keys(const toml::table& table, const Keys& known, std::string_view where) {
  for (const auto& [key, node] : table) {
    std::string name(key.str());
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    std::string near = nearest(name, known);
    throw Wrong{key.source().begin, fmt::format("'{}' is not a key of {}", name, where),
                near.empty() ? fmt::format("known keys: {}", fmt::join(known, ", "))
                             : fmt::format("did you mean '{}'?", near)};
  }
}

std::string text_at(const toml::table& table, std::string_view key, std::string otherwise = {}) {
  const toml::node* node = table.get(key);
  if (!node) return otherwise;
  if (auto value = node->value<std::string>(); node->is_string()) return *value;
  wrong(*node, fmt::format("'{}' must be a text in quotes", key));
}

std::vector<std::string> texts_at(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (!node) return {};
  const toml::array* list = node->as_array();
  if (!list) wrong(*node, fmt::format("'{}' must be a list of texts: [\"a\", \"b\"]", key));
  std::vector<std::string> texts;
  for (const toml::node& entry : *list) {
    if (!entry.is_string()) wrong(entry, fmt::format("'{}' must hold texts in quotes only", key));
    texts.push_back(*entry.value<std::string>());
  }
  return texts;
}

std::optional<int> year_at(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (!node) return std::nullopt;
  auto value = node->value<std::int64_t>();
  if (!node->is_integer() || *value < 1000 || *value > 2999)
    wrong(*node, fmt::format("'{}' must be a year such as 2016, without quotes", key));
  return static_cast<int>(*value);
}

/// A whole number of `least` or more.
std::optional<std::uint64_t> count_at(const toml::table& table, std::string_view key,
                                      std::int64_t least) {
  const toml::node* node = table.get(key);
  if (!node) return std::nullopt;
  auto value = node->value<std::int64_t>();
  if (!node->is_integer() || *value < least)
    wrong(*node, fmt::format("'{}' must be a whole number of {} or more", key, least));
  return static_cast<std::uint64_t>(*value);
}

/// "2023-06-30", written with or without quotes.
std::string day_at(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (!node) return {};
  if (auto day = node->value<toml::date>(); node->is_date())
    return fmt::format("{:04}-{:02}-{:02}", day->year, unsigned{day->month}, unsigned{day->day});
  std::string text = node->is_string() ? *node->value<std::string>() : std::string();
  bool good = text.size() == 10 && text[4] == '-' && text[7] == '-';
  for (std::size_t i = 0; good && i < text.size(); ++i)
    good = i == 4 || i == 7 || (text[i] >= '0' && text[i] <= '9');
  if (!good) wrong(*node, fmt::format("'{}' must be a day: 2023-06-30", key));
  return text;
}

/// The table under `key`, or an empty one.
const toml::table& table_at(const toml::table& table, std::string_view key) {
  static const toml::table kEmpty;
  const toml::node* node = table.get(key);
  if (!node) return kEmpty;
  if (const toml::table* found = node->as_table()) return *found;
  wrong(*node, fmt::format("'{}' must be a table: [{}]", key, key));
}

Result<std::string> whole_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file))
    return failure(Error::Kind::not_found, fmt::format("cannot read '{}'", file.string()),
                   "check the name and the permission");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void read_query(const toml::table& table, const std::filesystem::path& folder,
                SavedSearch& search) {
  const toml::node* file = table.get("query_file");
  const toml::node* inline_query = table.get("query");
  if ((file == nullptr) == (inline_query == nullptr))
    wrong(table, fmt::format("search '{}' needs either 'query' or 'query_file'", search.name));
  if (inline_query) {
    search.query = text_at(table, "query");
    search.query_name = fmt::format("search \"{}\"", search.name);
    return;
  }
  std::filesystem::path path = text_at(table, "query_file");
  auto content = whole_file(folder / path);
  if (!content) wrong(*file, content.error().what, content.error().hint);
  search.query = *content;
  while (!search.query.empty() && (search.query.back() == '\n' || search.query.back() == '\r'))
    search.query.pop_back();
  search.query_name = path.string();
}

std::optional<Parts> parts_at(const toml::table& table) {
  const auto fields = texts_at(table, "fields");
  if (fields.empty()) return std::nullopt;
  std::string unknown;
  const auto parts = parts_named(fmt::format("{}", fmt::join(fields, ",")), &unknown);
  if (!parts)
    wrong(*table.get("fields"), fmt::format("'{}' is not a part of a document", unknown),
          "parts are title, abstract, keywords, ... or front, body, text, all");
  return parts;
}

SavedSearch read_search(const toml::table& table, const std::filesystem::path& folder,
                        std::size_t number) {
  check_keys(table, kSearch, "[[searches]]");
  SavedSearch search;
  search.name = text_at(table, "name", fmt::format("search {}", number));
  search.dialect = text_at(table, "dialect", "scopus");
  search.in = parts_at(table);
  std::string doubled = text_at(table, "doubled_operator", "second");
  if (doubled != "first" && doubled != "second")
    wrong(*table.get("doubled_operator"), "'doubled_operator' must be \"first\" or \"second\"",
          "which of two operators in a row is kept");
  search.keep_first_operator = doubled == "first";
  read_query(table, folder, search);
  search.database = text_at(table, "database");
  search.platform = text_at(table, "platform");
  search.searched = day_at(table, "searched");
  search.records = count_at(table, "records", 0);
  return search;
}

/// `years = {from = 2016, to = 2023}`.
void read_years(const toml::table& table, std::optional<int>& first, std::optional<int>& last) {
  const toml::table& years = table_at(table, "years");
  check_keys(years, kYears, "years");
  first = year_at(years, "from");
  last = year_at(years, "to");
  if (first && last && *first > *last)
    wrong(years, fmt::format("years run from {} to {}, which is backwards", *first, *last));
}

Criterion read_criterion(const toml::table& table, bool excludes) {
  check_keys(table, kCriterion, "a criterion");
  Criterion criterion;
  criterion.excludes = excludes;
  criterion.name = text_at(table, "name");
  if (criterion.name.empty()) wrong(table, "a criterion has no name", "name = \"empirical study\"");
  criterion.reason = text_at(table, "reason");
  const std::string stage = text_at(table, "stage", "both");
  if (stage != "both" && stage != "full-text")
    wrong(*table.get("stage"), fmt::format("a criterion has no stage '{}'", stage),
          "\"both\", which is so without the key, or \"full-text\"");
  criterion.full_text_only = stage == "full-text";
  read_years(table, criterion.first_year, criterion.last_year);
  criterion.languages = texts_at(table, "languages");
  criterion.types = texts_at(table, "types");
  criterion.codes = texts_at(table, "codes");
  for (const std::string& code : criterion.codes)
    if (const auto slash = code.find('/'); slash == 0 || slash + 1 >= code.size())
      wrong(*table.get("codes"), fmt::format("'{}' is not the name of a code", code),
            "write facet and code: \"firm/sme\"; 'litmine codebook' lists them");
  criterion.query = text_at(table, "query");
  criterion.dialect = text_at(table, "dialect", "scopus");
  criterion.in = parts_at(table);
  return criterion;
}

/// Criteria are tables with rules, or words for people.
void read_criteria(const toml::table& table, Protocol& protocol) {
  check_keys(table, kCriteria, "[criteria]");
  for (const char* key : {"include", "exclude"}) {
    const toml::node* node = table.get(key);
    if (!node) continue;
    const toml::array* list = node->as_array();
    if (!list)
      wrong(*node,
            fmt::format("'{}' must be a list of texts, or written as [[criteria.{}]]", key, key));
    const bool excludes = std::string_view(key) == "exclude";
    for (const toml::node& entry : *list) {
      Criterion criterion;
      if (const toml::table* rules = entry.as_table())
        criterion = read_criterion(*rules, excludes);
      else if (entry.is_string())
        criterion.name = *entry.value<std::string>();
      else
        wrong(entry, fmt::format("'{}' must hold texts in quotes, or tables with a name", key));
      criterion.excludes = excludes;
      if (criterion.reason.empty())
        criterion.reason = excludes ? criterion.name : "not: " + criterion.name;
      for (const Criterion& other : protocol.criteria)
        if (other.reason == criterion.reason)
          wrong(entry, fmt::format("two criteria exclude as '{}'", criterion.reason),
                "give each its own name, or a reason");
      protocol.criteria.push_back(std::move(criterion));
    }
  }
}

void read_screening(const toml::table& table, ScreeningPlan& plan) {
  check_keys(table, kScreening, "[screening]");
  plan.folder = text_at(table, "folder", "screening");
  plan.reviewers = texts_at(table, "reviewers");
  plan.third = text_at(table, "third");
  plan.votes = count_at(table, "votes", 1).value_or(plan.votes);
}

void read_limits(const toml::table& limits, Protocol& protocol) {
  check_keys(limits, kLimits, "[limits]");
  read_years(limits, protocol.first_year, protocol.last_year);
  protocol.languages = texts_at(limits, "languages");
}

Protocol read(const toml::table& top, const std::filesystem::path& folder) {
  check_keys(top, kTop, "the protocol");
  Protocol protocol;
  protocol.folder = folder;
  protocol.title = text_at(top, "title");
  protocol.description = text_at(top, "description");
  protocol.question = text_at(top, "question");

  const toml::table& sources = table_at(top, "sources");
  check_keys(sources, kSources, "[sources]");
  for (std::string& path : texts_at(sources, "paths")) protocol.sources.emplace_back(path);
  protocol.exclude = texts_at(sources, "exclude");
  if (protocol.sources.empty())
    wrong(top, "the protocol names no source",
          "add [sources] with paths = [\"articles\", \"records.ris\"]");

  if (const toml::node* node = top.get("searches")) {
    const toml::array* searches = node->as_array();
    if (!searches) wrong(*node, "'searches' must be written as [[searches]]");
    for (const toml::node& entry : *searches) {
      if (!entry.is_table()) wrong(entry, "'searches' must be written as [[searches]]");
      protocol.searches.push_back(
          read_search(*entry.as_table(), folder, protocol.searches.size() + 1));
    }
  }
  read_limits(table_at(top, "limits"), protocol);

  const toml::table& coding = table_at(top, "coding");
  check_keys(coding, kCoding, "[coding]");
  protocol.codebook = text_at(coding, "codebook", "default");
  protocol.decisions = text_at(coding, "decisions", "coding-decisions");

  read_criteria(table_at(top, "criteria"), protocol);
  read_screening(table_at(top, "screening"), protocol.screening);

  const toml::table& results = table_at(top, "results");
  check_keys(results, kResults, "[results]");
  protocol.results = text_at(results, "folder", "results");
  return protocol;
}

}  // namespace

Result<Protocol> read_protocol(const std::filesystem::path& file) {
  auto content = whole_file(file);
  if (!content) return tl::unexpected(content.error());
  auto place = [&](toml::source_position where) {
    return fmt::format("{}:{}:{}: ", file.string(), where.line, where.column);
  };
  try {
    std::filesystem::path folder = file.parent_path();
    return read(toml::parse(*content), folder.empty() ? "." : folder);
  } catch (const Wrong& problem) {
    return failure(Error::Kind::usage, place(problem.where) + problem.what, problem.hint);
  } catch (const toml::parse_error& problem) {
    return failure(Error::Kind::usage,
                   place(problem.source().begin) + std::string(problem.description()),
                   "the file must be TOML: key = \"value\", lists in [ ], texts in quotes");
  }
}

Protocol protocol_for_folder(const std::filesystem::path& folder) {
  Protocol protocol;
  protocol.title = folder.filename().empty() ? folder.parent_path().filename().string()
                                             : folder.filename().string();
  protocol.folder = folder;
  protocol.sources = {"."};
  return protocol;
}

std::string protocol_template(const std::string& title) {
  std::string quoted;
  for (char c : title) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return fmt::format(R"(# The protocol of the review. Run it with: litmine run
title = "{}"
description = ""
question = ""

[sources]
# Files and folders with PDFs, texts and database exports, relative to this file.
paths = ["articles"]
exclude = []

# One block a search. The dialect gives the string its meaning: scopus, wos or native.
[[searches]]
name = "main"
dialect = "scopus"
fields = ["title", "abstract", "keywords"]
# searched = 2024-05-31        # the day it was last run there, for the search report
# platform = "scopus.com"
# records = 289                # how many it found there
query = '''
("digital platform*" OR "e-commerce") AND ("SME*" OR "small firm*") AND (international* OR export*)
'''

[limits]
# Studies outside are marked in the results, never dropped.
years = {{ from = 2000, to = 2100 }}
languages = ["English"]

[coding]
codebook = "default"  # or a folder with your own

# Who may be in the review. A criterion is met when all its rules are met: years, languages, types
# (document types), query (with dialect and fields), codes (one of a list; 'litmine codebook' lists
# them). One without a rule is for people alone. 'litmine screen suggest' says of each record what
# the criteria suggest, with the sentence; they never decide. The reason is what an exclusion for it
# is called. stage = "full-text" asks it of full texts only.
[[criteria.include]]
name = "published since 2000"
reason = "too early"
years = {{ from = 2000 }}

[[criteria.include]]
name = "small firms"
reason = "not about small firms"
query = '"SME*" OR "small firm*" OR "small business*"'

[[criteria.include]]
name = "empirical study"
reason = "not empirical"
stage = "full-text"
codes = ["document/empirical"]

[[criteria.exclude]]
name = "retracted"

[screening]
# Each reviewer's decisions are a file in this folder.
folder = "screening"
votes = 2                # that a record needs
# reviewers = ["ana", "ben"]
# third = "carla"        # settles conflicts

[results]
folder = "results"
)",
                     quoted);
}

}  // namespace litmine
