#include "queries/query.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace litmine {
namespace {

using Kind = Clause::Kind;
using Json = nlohmann::ordered_json;

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::nothing:
      return "nothing";
    case Kind::word:
      return "word";
    case Kind::phrase:
      return "phrase";
    case Kind::exact:
      return "exact";
    case Kind::near:
      return "near";
    case Kind::any_of:
      return "or";
    case Kind::all_of:
      return "and";
    case Kind::except:
      return "except";
    case Kind::within:
      return "in";
    case Kind::same_entry:
      return "entry";
    case Kind::years:
      return "years";
    case Kind::heading:
      return "heading";
    case Kind::frequent:
      return "frequent";
  }
  return "";
}

std::string phrase_text(const Clause& phrase) {
  std::string text = "\"";
  for (const Clause& word : phrase.operands) {
    if (text.size() > 1) text += ' ';
    for (std::uint32_t i = 0; i < word.skip; ++i) text += "? ";
    text += word.pattern.text();
  }
  return text + '"';
}

std::string near_name(const Clause& near, std::string_view unordered, std::string_view ordered) {
  return std::string(near.ordered ? ordered : unordered) + (near.together ? "-all" : "") +
         (near.skips_stop_words ? "-but-stop-words" : "") + '/' + std::to_string(near.between);
}

/// `Neoplasms/therapy` with its signs: `exp *Neoplasms/therapy`.
std::string heading_text(const Clause& heading) {
  std::string text = heading.explode ? "exp " : "";
  if (heading.focus) text += '*';
  text += heading.literal + '/';
  for (std::size_t i = 0; i < heading.subheadings.size(); ++i)
    text += (i == 0 ? "" : ",") + heading.subheadings[i];
  return text;
}

std::string sexp_head(const Clause& clause) {
  if (clause.kind == Kind::near) return near_name(clause, "near", "pre");
  std::string head(kind_name(clause.kind));
  if (clause.kind == Kind::within) head += ' ' + parts_list(clause.parts);
  if (clause.kind == Kind::frequent) head += ' ' + std::to_string(clause.least);
  return head;
}

/// Counts characters (code points) up to a byte; asked with bytes in any order.
class CharacterCounter {
 public:
  explicit CharacterCounter(std::string_view text) : upto_(text.size() + 1) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      upto_[i] = count;
      bool last_of_character =
          i + 1 == text.size() || (static_cast<unsigned char>(text[i + 1]) & 0xc0) != 0x80;
      count += last_of_character;
    }
    upto_[text.size()] = count;
  }
  std::uint32_t at(std::uint32_t byte) const {
    return upto_[std::min<std::size_t>(byte, upto_.size() - 1)];
  }

 private:
  std::vector<std::uint32_t> upto_;
};

Json variants_json(const Variants& variants) {
  Json list = Json::array();
  if (variants.plurals) list.push_back("plurals");
  if (variants.spelling) list.push_back("spelling");
  if (variants.lemmas) list.push_back("lemmas");
  if (variants.greek) list.push_back("greek");
  return list;
}

Json clause_json(const Clause& clause, const CharacterCounter& counter, std::size_t& number) {
  Json json;
  json["number"] = number++;
  json["kind"] = kind_name(clause.kind);
  json["label"] = label(clause);
  json["bytes"] = {clause.where.begin, clause.where.end};
  json["characters"] = {counter.at(clause.where.begin), counter.at(clause.where.end)};
  switch (clause.kind) {
    case Kind::word:
      json["pattern"] = clause.pattern.text();
      json["variants"] = variants_json(clause.variants);
      break;
    case Kind::exact:
      json["literal"] = clause.literal;
      break;
    case Kind::near:
      json["between"] = clause.between;
      json["ordered"] = clause.ordered;
      if (clause.together) json["together"] = true;
      if (clause.skips_stop_words) json["skips_stop_words"] = true;
      break;
    case Kind::heading:
      json["heading"] = clause.literal;
      json["explode"] = clause.explode;
      json["focus"] = clause.focus;
      json["subheadings"] = clause.subheadings;
      break;
    case Kind::frequent:
      json["least"] = clause.least;
      break;
    case Kind::within: {
      Json parts = Json::array();
      clause.parts.each([&](Part part) { parts.push_back(part_name(part)); });
      json["parts"] = parts;
      break;
    }
    case Kind::years:
      json["from"] = clause.from;
      json["to"] = clause.to;
      break;
    case Kind::nothing:
    case Kind::phrase:
    case Kind::any_of:
    case Kind::all_of:
    case Kind::except:
    case Kind::same_entry:
      break;
  }
  if (clause.skip > 0) json["skip"] = clause.skip;
  if (clause.line > 0) json["line"] = clause.line;
  if (clause.implicit) json["implicit"] = true;
  if (clause.bracketed) json["bracketed"] = true;
  if (clause.repaired) json["repaired"] = true;
  if (!clause.operands.empty()) {
    Json operands = Json::array();
    for (const Clause& operand : clause.operands)
      operands.push_back(clause_json(operand, counter, number));
    json["operands"] = std::move(operands);
  }
  return json;
}

}  // namespace

bool Clause::same_as(const Clause& other) const {
  if (kind != other.kind || operands.size() != other.operands.size() || skip != other.skip)
    return false;
  switch (kind) {
    case Kind::word:
      if (!(pattern == other.pattern && variants == other.variants)) return false;
      break;
    case Kind::exact:
      if (literal != other.literal) return false;
      break;
    case Kind::near:
      if (between != other.between || ordered != other.ordered || together != other.together ||
          skips_stop_words != other.skips_stop_words)
        return false;
      break;
    case Kind::heading:
      if (literal != other.literal || explode != other.explode || focus != other.focus ||
          subheadings != other.subheadings)
        return false;
      break;
    case Kind::frequent:
      if (least != other.least) return false;
      break;
    case Kind::within:
      if (!(parts == other.parts)) return false;
      break;
    case Kind::years:
      if (from != other.from || to != other.to) return false;
      break;
    case Kind::nothing:
    case Kind::phrase:
    case Kind::any_of:
    case Kind::all_of:
    case Kind::except:
    case Kind::same_entry:
      break;
  }
  return std::equal(operands.begin(), operands.end(), other.operands.begin(),
                    [](const Clause& a, const Clause& b) { return a.same_as(b); });
}

std::size_t clause_count(const Clause& root) {
  std::size_t count = 0;
  each_clause(root, [&](const Clause&, std::size_t, std::size_t) { ++count; });
  return count;
}

std::string to_sexp(const Clause& clause) {
  switch (clause.kind) {
    case Kind::nothing:
      return "()";
    case Kind::word:
      return clause.pattern.text();
    case Kind::phrase:
      return phrase_text(clause);
    case Kind::exact:
      return '{' + clause.literal + '}';
    case Kind::years:
      return "(years " + std::to_string(clause.from) + ' ' + std::to_string(clause.to) + ')';
    case Kind::heading:
      return "(heading \"" + heading_text(clause) + "\")";
    case Kind::near:
    case Kind::any_of:
    case Kind::all_of:
    case Kind::except:
    case Kind::within:
    case Kind::same_entry:
    case Kind::frequent:
      break;
  }
  std::string sexp = '(' + sexp_head(clause);
  for (const Clause& operand : clause.operands) sexp += ' ' + to_sexp(operand);
  return sexp + ')';
}

std::string to_json(const Query& query) {
  std::size_t number = 0;
  CharacterCounter counter(query.source);
  Json json;
  json["dialect"] = query.dialect;
  json["source"] = query.source;
  Json parts = Json::array();
  query.in.each([&](Part part) { parts.push_back(part_name(part)); });
  json["in"] = parts;
  json["root"] = clause_json(query.root, counter, number);
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string label(const Clause& clause) {
  switch (clause.kind) {
    case Kind::nothing:
      return "nothing";
    case Kind::word:
      return clause.pattern.text();
    case Kind::phrase:
      return phrase_text(clause);
    case Kind::exact:
      return '{' + clause.literal + '}';
    case Kind::near:
      return near_name(clause, "NEAR", "PRE");
    case Kind::any_of:
      return "OR";
    case Kind::all_of:
      return "AND";
    case Kind::except:
      return "AND NOT";
    case Kind::within:
      return parts_list(clause.parts) + ':';
    case Kind::same_entry:
      return "entry:";
    case Kind::years:
      return "year:" + std::to_string(clause.from) +
             (clause.to == clause.from ? "" : '-' + std::to_string(clause.to));
    case Kind::heading:
      return heading_text(clause);
    case Kind::frequent:
      return "at least " + std::to_string(clause.least) + " times:";
  }
  return "";
}

}  // namespace litmine
