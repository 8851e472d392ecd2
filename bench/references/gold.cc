#include "bench/references/gold.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>

#include "citations/lexicon.h"
#include "corpus/study.h"
#include "text/normalize.h"

namespace litmine::bench {
namespace {

/// A stretch of the text that stood in an element.
struct Element {
  std::string name, level;  ///< level: the value of its first attribute
  Span where;
};

struct Inline {
  std::string text;
  std::vector<Element> elements;
};

void append_code_point(std::string& out, unsigned long value) {
  if (value < 0x80) {
    out += static_cast<char>(value);
  } else if (value < 0x800) {
    out += static_cast<char>(0xC0 | (value >> 6));
    out += static_cast<char>(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    out += static_cast<char>(0xE0 | (value >> 12));
    out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (value & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (value >> 18));
    out += static_cast<char>(0x80 | ((value >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (value & 0x3F));
  }
}

/// An entity at `at`, or the bare "&"; moves `at` behind it.
void append_entity(std::string& out, std::string_view xml, std::size_t& at) {
  static const std::map<std::string_view, std::string_view> kNamed = {
      {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}};
  const std::size_t end = xml.find(';', at);
  if (end != std::string_view::npos && end - at < 10) {
    const std::string_view name = xml.substr(at + 1, end - at - 1);
    if (auto named = kNamed.find(name); named != kNamed.end()) {
      out += named->second;
      at = end + 1;
      return;
    }
    if (name.starts_with("#")) {
      const bool hex = name.size() > 1 && name[1] == 'x';
      append_code_point(out,
                        std::stoul(std::string(name.substr(hex ? 2 : 1)), nullptr, hex ? 16 : 10));
      at = end + 1;
      return;
    }
  }
  out += '&';
  ++at;
}

/// Text without tags, runs of white space as one blank, and where the elements stood.
Inline parse_inline(std::string_view xml) {
  Inline out;
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < xml.size();) {
    const char c = xml[at];
    if (c == '<') {
      const std::size_t end = xml.find('>', at);
      if (end == std::string_view::npos) break;
      std::string_view tag = xml.substr(at + 1, end - at - 1);
      at = end + 1;
      if (tag.starts_with("/")) {
        if (!open.empty()) {
          out.elements[open.back()].where.end = static_cast<std::uint32_t>(out.text.size());
          open.pop_back();
        }
        continue;
      }
      if (tag.ends_with("/") || tag.starts_with("?") || tag.starts_with("!")) continue;
      Element element;
      element.name = std::string(tag.substr(0, tag.find(' ')));
      if (auto quote = tag.find('"'); quote != std::string_view::npos)
        element.level = std::string(tag.substr(quote + 1, tag.find('"', quote + 1) - quote - 1));
      element.where.begin = static_cast<std::uint32_t>(out.text.size());
      open.push_back(out.elements.size());
      out.elements.push_back(std::move(element));
    } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      if (!out.text.empty() && out.text.back() != ' ') out.text += ' ';
      ++at;
    } else if (c == '&') {
      append_entity(out.text, xml, at);
    } else {
      out.text += c;
      ++at;
    }
  }
  return out;
}

struct Mapping {
  std::string_view set, name, level;  ///< level "" is any
  RefField field;
};
constexpr Mapping kMappings[] = {
    {"anystyle", "author", "", RefField::author},
    {"anystyle", "director", "", RefField::author},
    {"anystyle", "producer", "", RefField::author},
    {"anystyle", "date", "", RefField::year},
    {"anystyle", "title", "", RefField::title},
    {"anystyle", "journal", "", RefField::journal},
    {"anystyle", "container-title", "", RefField::book},
    {"anystyle", "collection-title", "", RefField::series},
    {"anystyle", "volume", "", RefField::volume},
    {"anystyle", "pages", "", RefField::pages},
    {"anystyle", "publisher", "", RefField::publisher},
    {"anystyle", "location", "", RefField::place},
    {"anystyle", "editor", "", RefField::editor},
    {"anystyle", "edition", "", RefField::edition},
    {"anystyle", "genre", "", RefField::genre},
    {"anystyle", "note", "", RefField::note},
    {"anystyle", "source", "", RefField::note},
    {"anystyle", "medium", "", RefField::note},
    {"anystyle", "isbn", "", RefField::note},
    {"anystyle", "translator", "", RefField::note},
    {"anystyle", "url", "", RefField::url},
    {"anystyle", "doi", "", RefField::doi},
    {"anystyle", "citation-number", "", RefField::label},
    {"grobid", "author", "", RefField::author},
    {"grobid", "date", "", RefField::year},
    {"grobid", "title", "a", RefField::title},
    {"grobid", "title", "j", RefField::journal},
    {"grobid", "title", "m", RefField::book},
    {"grobid", "biblScope", "vol", RefField::volume},
    {"grobid", "biblScope", "issue", RefField::issue},
    {"grobid", "biblScope", "pp", RefField::pages},
    {"grobid", "publisher", "", RefField::publisher},
    {"grobid", "pubPlace", "", RefField::place},
    {"grobid", "editor", "", RefField::editor},
    {"grobid", "orgName", "", RefField::publisher},
    {"grobid", "note", "report", RefField::genre},
    {"grobid", "note", "", RefField::note},
    {"grobid", "notes", "", RefField::note},
    {"grobid", "idno", "", RefField::note},
    {"grobid", "ptr", "", RefField::url},
    {"ssoar", "author", "", RefField::author},
    {"ssoar", "year", "", RefField::year},
    {"ssoar", "title", "", RefField::title},
    {"ssoar", "source", "", RefField::journal},
    {"ssoar", "editor", "", RefField::editor},
    {"ssoar", "volume", "", RefField::volume},
    {"ssoar", "issue", "", RefField::issue},
    {"ssoar", "fpage", "", RefField::pages},
    {"ssoar", "lpage", "", RefField::pages},
    {"ssoar", "publisher", "", RefField::publisher},
    {"ssoar", "url", "", RefField::url},
    {"ssoar", "identifier", "", RefField::doi},
    {"ssoar", "other", "", RefField::note},
};

std::optional<RefField> mapped(std::string_view set, const Element& element) {
  for (const Mapping& m : kMappings)
    if (m.set == set && m.name == element.name && (m.level.empty() || m.level == element.level))
      return m.field;
  return std::nullopt;
}

bool is_punct(const RefToken& token) { return token.kind == RefToken::Kind::punct; }

/// Words that a set puts into a field and another leaves out.
std::uint32_t leading_words(RefField field) {
  switch (field) {
    case RefField::volume:
    case RefField::issue:
    case RefField::pages:
      return kVolumeWord | kIssueWord | kPagesWord;
    case RefField::editor:
      return kEditorWord | kInWord | kAnd;
    case RefField::book:
    case RefField::author:
      return kInWord | kEditorWord;
    default:
      return 0;
  }
}

/// Marks, "pp.", "In" and "(Eds.)" at the edges of a field are `other`.
void trim_edges(GoldReference& gold) {
  for (std::size_t begin = 0; begin < gold.tokens.size();) {
    const RefField field = gold.labels[begin];
    std::size_t end = begin + 1;
    while (end < gold.tokens.size() && gold.labels[end] == field) ++end;
    const std::size_t next = end;
    if (field != RefField::other && field != RefField::url && field != RefField::doi) {
      const std::uint32_t words = leading_words(field);
      auto is_edge = [&](std::size_t i, bool front) {
        const RefToken& token = gold.tokens[i];
        if (is_punct(token)) return true;
        if (field == RefField::author || field == RefField::editor) {
          if (front)
            return field == RefField::editor && (token.kinds & kInWord) != 0 && token.shape == 'C';
          return (token.kinds & kEditorWord) != 0 && token.shape != 'X';
        }
        return (token.kinds & words) != 0 && token.kind == RefToken::Kind::word;
      };
      while (begin < end && is_edge(begin, true)) gold.labels[begin++] = RefField::other;
      while (end > begin && is_edge(end - 1, false)) gold.labels[--end] = RefField::other;
    }
    begin = next;
  }
}

/// "41(5)" and "Vol. 9, No. 3" marked as one volume are a volume and an issue.
void split_volume(GoldReference& gold) {
  bool number_seen = false, issue = false;
  for (std::size_t i = 0; i < gold.tokens.size(); ++i) {
    if (gold.labels[i] != RefField::volume) {
      if (!is_punct(gold.tokens[i])) number_seen = issue = false;
      continue;
    }
    const RefToken& token = gold.tokens[i];
    if (number_seen && (token.shape == '(' || (token.kinds & kIssueWord) != 0)) issue = true;
    if (issue)
      gold.labels[i] =
          is_punct(token) || (token.kinds & kIssueWord) != 0 ? RefField::other : RefField::issue;
    else if (token.kind == RefToken::Kind::number || token.kind == RefToken::Kind::mixed)
      number_seen = true;
  }
}

/// Between two stretches of one list ("," and "and"; the dash of pages) it goes on.
void join_lists(GoldReference& gold) {
  std::size_t last = gold.tokens.size();
  for (std::size_t i = 0; i < gold.tokens.size(); ++i) {
    if (gold.labels[i] == RefField::other) continue;
    if (last < i && gold.labels[last] == gold.labels[i] &&
        (gold.labels[i] == RefField::author || gold.labels[i] == RefField::editor ||
         gold.labels[i] == RefField::pages)) {
      bool joins = true;
      for (std::size_t j = last + 1; j < i; ++j)
        joins = joins && (is_punct(gold.tokens[j]) || (gold.tokens[j].kinds & kAnd) != 0);
      if (joins)
        for (std::size_t j = last + 1; j < i; ++j) gold.labels[j] = gold.labels[i];
    }
    last = i;
  }
}

bool has(const GoldReference& gold, RefField field) {
  return std::find(gold.labels.begin(), gold.labels.end(), field) != gold.labels.end();
}

void relabel(GoldReference& gold, RefField from, RefField to) {
  std::replace(gold.labels.begin(), gold.labels.end(), from, to);
}

/// Each set's own habits.
void even_out(GoldReference& gold) {
  if (gold.set == "grobid" && !has(gold, RefField::title) && has(gold, RefField::book))
    relabel(gold, RefField::book, RefField::title);
  if (gold.set != "ssoar") return;
  // `source` is a journal or a book; `other` before a publisher is its place; issue "6th" of "ed.".
  bool in = false;
  for (std::size_t i = 0; i < gold.tokens.size(); ++i)
    in = in || ((gold.tokens[i].kinds & kInWord) != 0 && gold.tokens[i].shape == 'C' &&
                gold.labels[i] == RefField::other);
  if (has(gold, RefField::editor) || (in && has(gold, RefField::publisher)))
    relabel(gold, RefField::journal, RefField::book);
  for (std::size_t i = 0; i < gold.tokens.size(); ++i) {
    const RefToken& token = gold.tokens[i];
    if (gold.labels[i] == RefField::note && (token.kinds & kPlaceWord) != 0) {
      for (std::size_t j = i; j < gold.tokens.size() && gold.labels[j] == RefField::note; ++j)
        gold.labels[j] = RefField::place;
      for (std::size_t j = i; j > 0 && gold.labels[j - 1] == RefField::note; --j)
        gold.labels[j - 1] = RefField::place;
    }
    if (gold.labels[i] == RefField::note && (token.kinds & kThesisWord) != 0) {
      for (std::size_t j = i; j < gold.tokens.size() && gold.labels[j] == RefField::note; ++j)
        gold.labels[j] = RefField::genre;
      for (std::size_t j = i; j > 0 && gold.labels[j - 1] == RefField::note; --j)
        gold.labels[j - 1] = RefField::genre;
    }
    if (gold.labels[i] == RefField::issue && i + 1 < gold.tokens.size() &&
        (gold.tokens[i + 1].kinds & kEditionWord) != 0)
      gold.labels[i] = RefField::edition;
    if (gold.labels[i] == RefField::other && (token.kinds & kEditionWord) != 0 && i > 0 &&
        gold.labels[i - 1] == RefField::edition)
      gold.labels[i] = RefField::edition;
  }
}

std::vector<Name> marked_names(const Inline& read) {
  std::vector<Name> names;
  for (const Element& element : read.elements) {
    if (element.name == "author") names.emplace_back();
    auto clean = [&] {
      std::string value(element.where.in(read.text));
      while (!value.empty() && (value.back() == ' ' || value.back() == ',')) value.pop_back();
      while (!value.empty() && value.front() == ' ') value.erase(0, 1);
      return value;
    };
    if (names.empty()) continue;
    if (element.name == "surname") names.back().family = clean();
    if (element.name == "given-names") names.back().given = clean();
  }
  std::erase_if(names, [](const Name& name) { return name.family.empty() && name.given.empty(); });
  return names;
}

GoldReference gold_of(std::string_view set, std::string_view xml) {
  Inline read = parse_inline(xml);
  GoldReference gold;
  gold.set = std::string(set);
  gold.text = read.text;
  while (!gold.text.empty() && gold.text.back() == ' ') gold.text.pop_back();
  gold.tokens = cut_reference(gold.text);
  gold.labels.assign(gold.tokens.size(), RefField::other);
  for (const Element& element : read.elements) {
    const auto field = mapped(set, element);
    if (!field) continue;
    for (std::size_t i = 0; i < gold.tokens.size(); ++i)
      if (element.where.contains(gold.tokens[i].where.begin)) gold.labels[i] = *field;
  }
  gold.authors = marked_names(read);
  even_out(gold);
  split_volume(gold);
  join_lists(gold);
  trim_edges(gold);
  for (std::size_t i = 0; i < gold.tokens.size(); ++i) {
    if (gold.tokens[i].shape == 'Y' || gold.tokens[i].shape == 'L') {
      gold.early_year = i * 5 < gold.tokens.size() * 3 && gold.labels[i] == RefField::year;
      break;
    }
  }
  gold.numbered = has(gold, RefField::label) || gold.text.starts_with("[");
  return gold;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The insides of every <name ...>…</name>.
std::vector<std::string_view> insides(std::string_view xml, const std::string& name) {
  std::vector<std::string_view> out;
  std::size_t at = 0;
  while ((at = xml.find("<" + name + ">", at)) != std::string_view::npos) {
    const std::size_t begin = at + name.size() + 2;
    const std::size_t end = xml.find("</" + name + ">", begin);
    if (end == std::string_view::npos) break;
    out.push_back(xml.substr(begin, end - begin));
    at = end;
  }
  return out;
}

std::uint64_t title_hash(const GoldReference& gold) {
  std::string key = title_key(gold_value(gold, RefField::title));
  if (key.size() < 12) key = title_key(gold.text);
  key = key.substr(0, 40);
  std::uint64_t hash = 0xCBF29CE484222325ull;
  for (char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return hash ^ (hash >> 32);
}

}  // namespace

std::string gold_value(const GoldReference& gold, RefField field) {
  std::size_t begin = gold.tokens.size(), end = 0;
  for (std::size_t i = 0; i < gold.tokens.size(); ++i)
    if (gold.labels[i] == field) {
      begin = std::min(begin, i);
      if (end != 0 && i > end + 2 && field != RefField::title) break;
      end = i + 1;
    }
  if (begin >= end) return {};
  return gold.text.substr(gold.tokens[begin].where.begin,
                          gold.tokens[end - 1].where.end - gold.tokens[begin].where.begin);
}

std::vector<GoldReference> read_gold(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::vector<GoldReference> all;
  auto take = [&](GoldReference gold, const std::string& file) {
    gold.file = file;
    if (!gold.tokens.empty()) all.push_back(std::move(gold));
  };
  const std::string anystyle = read_file(folder / "citations/anystyle-core.xml");
  for (std::string_view xml : insides(anystyle, "sequence"))
    take(gold_of("anystyle", xml), "anystyle-core.xml");
  const std::string grobid = read_file(folder / "citations/grobid-citations.xml");
  for (std::string_view xml : insides(grobid, "bibl"))
    take(gold_of("grobid", xml), "grobid-citations.xml");
  for (GoldReference& gold : all) gold.judge = title_hash(gold) % 5 == 0;

  std::vector<fs::path> articles;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder / "scholarly/ssoar", ignored))
    if (entry.path().string().ends_with(".refs.xml")) articles.push_back(entry.path());
  std::sort(articles.begin(), articles.end());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    std::istringstream lines(read_file(articles[i]));
    for (std::string line; std::getline(lines, line);) {
      if (line.find('<') == std::string::npos) continue;
      GoldReference gold = gold_of("ssoar", line);
      gold.judge = i % 2 == 1;
      take(std::move(gold), articles[i].filename().string());
    }
  }
  return all;
}

}  // namespace litmine::bench
