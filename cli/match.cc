// litmine match: texts on standard input, one JSON object a line, against one string, by the
// reference evaluator. A line with nothing but "text" is one field: a string's fields all mean it.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "queries/evaluate.h"
#include "text/normalize.h"

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;

/// The fields of a line that are searched, and the part that each is.
struct TextField {
  const char* key;
  Part part;
};
constexpr TextField kTextFields[] = {
    {"title", Part::title},
    {"abstract", Part::abstract},
    {"keywords", Part::keywords},
    {"text", Part::other},
};

void add_section(Document& document, Part part, const std::string& text) {
  if (!document.text.empty()) document.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(document.text.size());
  document.text += normalized(text);
  const auto end = static_cast<std::uint32_t>(document.text.size());
  document.sections.push_back({part, {begin, begin}, {begin, end}});
  if (part == Part::keywords) document.keywords.push_back({begin, end});
}

/// The value of a field: a text, or a list of texts (keywords), each a section of its own.
bool add_field(Document& document, Part part, const Json& value) {
  if (value.is_string()) {
    add_section(document, part, value.get<std::string>());
    return true;
  }
  if (!value.is_array()) return value.is_null();
  for (const Json& entry : value) {
    if (!entry.is_string()) return false;
    add_section(document, part, entry.get<std::string>());
  }
  return true;
}

/// All fields of the query mean the one field that there is.
Clause in_one_field(Clause clause) {
  if (clause.kind == Clause::Kind::within) clause.parts = Part::other;
  for (Clause& operand : clause.operands) operand = in_one_field(std::move(operand));
  return clause;
}

class Matcher {
 public:
  explicit Matcher(const Query& query) : query_(query), one_field_(query) {
    one_field_.in = Part::other;
    one_field_.root = in_one_field(query.root);
  }

  /// The answer to a line; an error says what is wrong with it.
  Result<Json> answer(const std::string& line) const {
    Json asked = Json::parse(line, nullptr, false);
    if (asked.is_discarded() || !asked.is_object())
      return failure(Error::Kind::usage, "not a JSON object",
                     R"(write {"id": "1", "text": "..."} on one line)");
    Document document;
    bool only_text = true;
    for (const TextField& field : kTextFields) {
      auto value = asked.find(field.key);
      if (value == asked.end()) continue;
      if (!add_field(document, field.part, *value))
        return failure(Error::Kind::usage, fmt::format("\"{}\" must be a text", field.key), "");
      if (field.part != Part::other && !value->is_null()) only_text = false;
    }
    if (auto year = asked.find("year"); year != asked.end() && year->is_number_integer())
      document.about.year = year->get<int>();
    Json answer;
    answer["id"] = asked.contains("id") ? asked["id"] : Json(nullptr);
    answer["match"] = matches(only_text ? one_field_ : query_, CutStudy(document));
    return answer;
  }

 private:
  const Query& query_;
  Query one_field_;
};

int match(const QueryOptions& options, Terminal& terminal) {
  if (options.query == "-" || options.query_file == "-")
    return report(Error{Error::Kind::usage, "standard input holds the texts, not the string",
                        "give the string as an argument or with --query-file FILE"},
                  terminal);
  auto read = read_query(options, terminal.in);
  if (!read) return report(read.error(), terminal);
  report(read->parsed.notes, read->name, read->parsed.query.source, terminal);
  const Matcher matcher(read->parsed.query);
  std::string line;
  std::size_t number = 0, wrong = 0, found = 0;
  while (std::getline(terminal.in, line)) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto answer = matcher.answer(line);
    if (!answer) {
      ++wrong;
      terminal.err << fmt::format("standard input:{}:1: error: {}\n", number, answer.error().what);
      if (!answer.error().hint.empty()) terminal.err << "  hint: " << answer.error().hint << '\n';
      continue;
    }
    found += (*answer)["match"].get<bool>() ? 1 : 0;
    terminal.out << answer->dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  }
  if (wrong > 0) return kSomeNotRead;
  return found > 0 ? kDone : kNothingFound;
}

}  // namespace

Action declare_match(CLI::App& app) {
  auto options = std::make_shared<QueryOptions>();
  add_query_options(app, *options);
  return [options](Terminal& terminal) { return match(*options, terminal); };
}

}  // namespace litmine
