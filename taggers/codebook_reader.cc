// What a newcomer would get wrong: a code's words can come in three ways, all of which make Rules.
// `name = [...]` uses the facet's [kind.name] (its anchors, contexts and example sentences);
// [[code.rule]] says everything itself; and [[code.rule]] with `kind` starts from a kind and
// changes some of it.
#include "taggers/codebook_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "taggers/toml_file.h"
#include "text/normalize.h"

namespace litmine {
namespace {

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known) {
  std::string near = nearest(name, known);
  return near.empty() ? "" : "did you mean '" + near + "'?";
}

template <class Map>
std::vector<std::string> names_of(const Map& map) {
  std::vector<std::string> names;
  names.reserve(map.size());
  for (const auto& [name, value] : map) names.push_back(name);
  return names;
}

Weights read_weights(TomlTable table, double* introduction_end) {
  Weights weights{};
  kText.each([&](Part part) {
    weights[static_cast<std::size_t>(part)] = table.number(part_name(part), 0);
  });
  if (table.has("introduction_end")) *introduction_end = table.number("introduction_end", 0);
  table.number("introduction_end", 0);
  table.no_more();
  return weights;
}

// The RE2 in a named list, which may well match the empty text.
void check_list(TomlTable& table, std::string_view name, const WordLists& lists) {
  for (const std::string& member : lists.find(name)->second) {
    if (!member.starts_with("re:")) continue;
    auto re2 = pattern_to_re2(member, lists);
    auto whole = re2 ? Expression::compile({"x(?:" + *re2 + ")"}, false) : Result<Expression>{};
    if (!whole)
      table.wrong(name, fmt::format("'{}' does not compile: {}", member, whole.error().what));
  }
}

Part one_part(TomlTable& table, std::string_view key, Part otherwise) {
  std::string name = table.text(key, part_name(otherwise));
  if (auto part = part_named(name)) return *part;
  table.wrong(key, fmt::format("no zone is called '{}'", name));
  return otherwise;
}

/// Reads one facet. Holds what its parts need of each other.
class FacetReader {
 public:
  FacetReader(TomlTable root, const Shared& shared, const Zones& zones, const TomlFiles& others)
      : root_(std::move(root)),
        shared_(shared),
        zones_(zones),
        others_(others),
        words_(shared.words) {}

  Facet read() {
    facet_.file = root_.file();
    facet_.name = root_.needed_text("facet");
    facet_.label = root_.text("label", facet_.name);
    facet_.definition = root_.text("definition");
    facet_.single = root_.flag("single");
    facet_.at_most = root_.count("at_most", 0);
    facet_.crowd = root_.count("crowd", 0);
    facet_.runner_up = root_.number("runner_up", 0);
    facet_.needs_anchor = root_.flag("needs_anchor");
    facet_.front_or_anchor = root_.flag("front_or_anchor");
    facet_.anchored_in = root_.zones("anchored_in", {});
    facet_.high_needs_anchor_in = root_.zones("high_needs_anchor_in", zones_.high_needs_anchor_in);
    facet_.gated = root_.flag("gated", true);
    facet_.column = root_.text("column");
    facet_.parent_column = root_.text("parent_column");
    facet_.default_role = root_.text("default_role");
    facet_.main_roles = root_.texts("main_roles");
    case_sensitive_ = root_.flag("case_sensitive");
    facet_contexts_ = root_.texts("not");
    read_facet_weights();
    read_words();
    for (TomlTable& table : tables("context")) read_own_context(table);
    for (TomlTable& table : tables("anchor")) read_anchor(table);
    for (TomlTable& table : tables("decoy")) read_decoy(table);
    read_kinds();
    std::vector<TomlTable> codes = tables("code");
    for (TomlTable& table : codes) read_code_names(table);
    for (std::size_t i = 0; i < codes.size(); ++i) read_code(codes[i], i);
    borrow_codes(root_.text("codes_of"));
    if (facet_.codes.empty()) root_.wrong("", "a facet needs codes, written as [[code]]");
    check_parents(codes);
    for (TomlTable& table : tables("interplay")) read_interplay(table);
    root_.no_more();
    return std::move(facet_);
  }

 private:
  /// What rules have in common: a [kind.NAME].
  struct Kind {
    std::vector<std::string> anchors, contexts, yes, no;
    bool all_anchors = true;
    bool weak = false, anchored = false, ambiguous = false, case_sensitive = false;
    Parts zones = kText;
  };

  std::vector<TomlTable> tables(std::string_view key) { return root_.tables(key); }

  void read_facet_weights() {
    auto own = zones_.weights.find(facet_.name);
    auto otherwise = zones_.weights.find("default");
    if (own != zones_.weights.end()) {
      facet_.weights = own->second;
    } else if (otherwise != zones_.weights.end()) {
      facet_.weights = otherwise->second;
    }
    if (auto end = zones_.introduction_end.find(facet_.name); end != zones_.introduction_end.end())
      facet_.introduction_end = end->second;
    TomlTable table = root_.table("weights");
    if (!table.empty()) facet_.weights = read_weights(table, &facet_.introduction_end);
  }

  void read_words() {
    TomlTable table = root_.table("words");
    for (const std::string& name : table.keys()) {
      words_[name] = table.texts(name);
      check_list(table, name, words_);
    }
  }

  Expression compile(TomlTable& table, std::string_view key, bool case_sensitive) {
    return compile(table, key, table.texts(key), case_sensitive);
  }

  Expression compile(TomlTable& table, std::string_view key,
                     const std::vector<std::string>& patterns, bool case_sensitive) {
    std::vector<std::string> re2;
    for (const std::string& pattern : patterns) {
      auto translated = pattern_to_re2(pattern, words_);
      if (!translated) {
        table.wrong(key, translated.error().what);
        return {};
      }
      re2.push_back(*translated);
    }
    std::vector<std::vector<Literal>> literals = literals_of(patterns);
    if (sure_to_compile(patterns, re2))
      return Expression::when_needed(re2, case_sensitive, literals);
    auto expression = Expression::compile(re2, case_sensitive);
    if (expression) {
      expression->set_literals(literals);
      return *expression;
    }
    table.wrong(key, fmt::format("'{}' does not compile: {}", key, expression.error().what));
    return {};
  }

  // Our own shorthand always gives good RE2, but for what a person writes in `re:` and `[ ]`, what
  // may match the empty text, and what is too long.
  bool sure_to_compile(const std::vector<std::string>& patterns,
                       const std::vector<std::string>& re2) const {
    constexpr std::size_t kLong = 20'000;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      if (re2[i].size() > kLong || pattern_literals(patterns[i], words_).empty() ||
          !plain_brackets(patterns[i]))
        return false;
    }
    return true;
  }

  static bool plain_brackets(std::string_view pattern) {
    for (std::size_t at = pattern.find('['); at != std::string_view::npos;
         at = pattern.find('[', at + 1)) {
      std::string_view inside = pattern.substr(at + 1, pattern.find(']', at) - at - 1);
      if (inside.empty() || inside.find_first_of("-^\\[") != std::string_view::npos) return false;
    }
    return true;
  }

  std::vector<std::vector<Literal>> literals_of(const std::vector<std::string>& patterns) const {
    std::vector<std::vector<Literal>> all;
    for (const std::string& pattern : patterns) all.push_back(pattern_literals(pattern, words_));
    return all;
  }

  void read_own_context(TomlTable& table) {
    Context context;
    context.name = table.needed_text("name");
    context.reason = table.needed_text("reason");
    context.when = compile(table, "when", false);
    context.unless = compile(table, "unless", false);
    context.zones = table.zones("zones", kText);
    context.yields_to_anchor = table.flag("yields_to_anchor");
    if (context.when.empty()) table.wrong("when", "[[context]] needs 'when', a list of patterns");
    table.no_more();
    own_contexts_.insert_or_assign(context.name, context);
  }

  void read_anchor(TomlTable& table) {
    Anchor anchor;
    anchor.name = table.needed_text("name");
    anchor.role = table.text("role");
    anchor.when = compile(table, "when", false);
    anchor.zones = table.zones("zones", kText);
    if (anchor.when.empty()) table.wrong("when", "[[anchor]] needs 'when', a list of patterns");
    table.no_more();
    facet_.anchors.push_back(std::move(anchor));
    ++shared_anchors_;
  }

  void read_decoy(TomlTable& table) {
    Decoy decoy;
    bool case_sensitive = table.flag("case_sensitive", case_sensitive_);
    decoy.words = compile(table, "words", case_sensitive);
    decoy.reason = table.needed_text("reason");
    if (decoy.words.empty()) table.wrong("words", "[[decoy]] needs 'words', a list of patterns");
    table.no_more();
    facet_.decoys.push_back(std::move(decoy));
  }

  void read_kinds() {
    TomlTable table = root_.table("kind");
    for (const std::string& name : table.keys()) {
      TomlTable one = table.table(name);
      Kind kind;
      kind.case_sensitive = case_sensitive_;
      read_common(one, kind);
      one.no_more();
      kinds_[name] = kind;
    }
  }

  // The keys that a kind and a rule share; what is absent stays as it is in `kind`.
  void read_common(TomlTable& table, Kind& kind) {
    if (table.has("anchors")) kind.all_anchors = false;
    for (std::string& name : table.texts("anchors")) kind.anchors.push_back(std::move(name));
    for (std::string& name : table.texts("not")) kind.contexts.push_back(std::move(name));
    if (table.has("yes")) kind.yes.clear();
    for (std::string& sentence : table.texts("yes")) kind.yes.push_back(std::move(sentence));
    if (table.has("no")) kind.no.clear();
    for (std::string& sentence : table.texts("no")) kind.no.push_back(std::move(sentence));
    kind.weak = table.flag("weak", kind.weak);
    kind.anchored = table.flag("anchored", kind.anchored);
    kind.ambiguous = table.flag("ambiguous", kind.ambiguous);
    kind.case_sensitive = table.flag("case_sensitive", kind.case_sensitive);
    kind.zones = table.zones("zones", kind.zones);
  }

  void read_code_names(TomlTable& table) {
    CodeDefinition code;
    code.code = table.needed_text("code");
    code.label = table.text("label", code.code);
    code.definition = table.text("definition");
    code.parent = table.text("parent");
    if (find_code(code.code) < facet_.codes.size())
      table.wrong("code", fmt::format("the code '{}' is defined twice", code.code));
    facet_.codes.push_back(std::move(code));
  }

  void read_code(TomlTable& table, std::size_t code) {
    for (const std::string& name : table.texts("stands_for"))
      facet_.codes[code].stands_for.push_back(known_code(table, "stands_for", name));
    for (const auto& [name, kind] : kinds_)
      if (table.has(name)) add_rule(table, name, name, code, kind);
    for (const auto& [name, kind] : kinds_) table.has(name) ? (void)table.texts(name) : (void)0;
    for (TomlTable& rule : table.tables("rule")) read_rule(rule, code);
    std::vector<std::string> known = names_of(kinds_);
    note_known(table, known);
    table.no_more();
  }

  // The codes of another facet, with those of their words whose kind this facet has, too: countries
  // of authorship are countries, in other places and with other contexts.
  void borrow_codes(const std::string& facet) {
    if (facet.empty()) return;
    auto content = others_.find(facet + ".toml");
    if (content == others_.end()) {
      root_.wrong("codes_of", fmt::format("there is no file '{}.toml' in this codebook", facet));
      return;
    }
    auto file = TomlFile::parse(content->second, facet + ".toml");
    if (!file) {
      root_.wrong("codes_of", file.error().what);
      return;
    }
    for (TomlTable& table : file->root().tables("code")) {
      std::vector<std::string> kinds;
      for (const auto& [name, kind] : kinds_)
        if (table.has(name)) kinds.push_back(name);
      std::string name = table.text("code");
      if (kinds.empty() || table.has("stands_for") || find_code(name) < facet_.codes.size())
        continue;
      facet_.codes.push_back({name, table.text("label", name), table.text("definition"), "", {}});
      for (const std::string& kind : kinds)
        add_rule(table, kind, kind, facet_.codes.size() - 1, kinds_.at(kind));
    }
    if (auto error = file->error()) root_.wrong("codes_of", error->what);
  }

  void check_parents(std::vector<TomlTable>& codes) {
    for (std::size_t i = 0; i < codes.size(); ++i)
      if (!facet_.codes[i].parent.empty()) known_code(codes[i], "parent", facet_.codes[i].parent);
  }

  // So that "did you mean" knows the kinds as well.
  static void note_known(TomlTable& table, const std::vector<std::string>& names) {
    for (const std::string& name : names)
      if (!table.has(name)) table.text(name);
  }

  void read_rule(TomlTable& table, std::size_t code) {
    std::string id = table.needed_text("id");
    Kind kind;
    kind.case_sensitive = case_sensitive_;
    if (std::string base = table.text("kind"); !base.empty()) {
      auto found = kinds_.find(base);
      if (found == kinds_.end()) {
        table.wrong("kind", fmt::format("no kind of rule is called '{}'", base),
                    did_you_mean(base, names_of(kinds_)));
      } else {
        kind = found->second;
      }
    }
    read_common(table, kind);
    std::size_t before = facet_.anchors.size();
    if (table.has("anchor")) {
      Anchor own;
      own.name = facet_.name + "." + facet_.codes[code].code + "." + id;
      own.role = table.text("role");
      own.when = compile(table, "anchor", false);
      facet_.anchors.push_back(std::move(own));
    } else {
      table.texts("anchor");
      table.text("role");
    }
    Expression needs = compile(table, "needs", false);
    std::vector<Expression> value;
    for (const std::string& piece : table.texts("value"))
      value.push_back(compile(table, "value", {piece}, kind.case_sensitive));
    std::string joint = table.text("value_joint", " ");
    bool whole_sentence = table.flag("whole_sentence");
    add_rule(table, "words", id, code, kind);
    if (!facet_.rules.empty()) {
      facet_.rules.back().needs = needs;
      facet_.rules.back().value = std::move(value);
      facet_.rules.back().value_joint = joint;
      facet_.rules.back().whole_sentence = whole_sentence;
      if (facet_.anchors.size() > before) use_anchor(facet_.rules.back(), before);
    }
    table.no_more();
  }

  void use_anchor(Rule& rule, std::size_t anchor) {
    rule.anchors.insert(rule.anchors.begin(), anchor);
    rule.any_anchor = union_of_anchors(rule);
  }

  void add_rule(TomlTable& table, std::string_view key, const std::string& id, std::size_t code,
                const Kind& kind) {
    Rule rule;
    rule.id = facet_.name + "." + facet_.codes[code].code + "." + id;
    rule.code = code;
    rule.file = facet_.file;
    for (const Rule& other : facet_.rules)
      if (other.id == rule.id) table.wrong(key, fmt::format("two rules are called '{}'", rule.id));
    std::vector<std::string> patterns = table.texts(key);
    rule.words = compile(table, key, patterns, kind.case_sensitive);
    if (rule.words.empty())
      table.wrong(key, fmt::format("the rule '{}' needs words, a list of patterns", rule.id));
    rule.zones = kind.zones;
    rule.weak = kind.weak;
    rule.anchored = kind.anchored;
    rule.ambiguous = kind.ambiguous;
    rule.anchors = kind.all_anchors ? all_shared_anchors() : named_anchors(table, kind.anchors);
    add_contexts(table, rule, facet_contexts_);
    add_contexts(table, rule, kind.contexts);
    rule.any_anchor = union_of_anchors(rule);
    rule.any_context = union_of_contexts(rule);
    std::string word = patterns.empty() ? "" : pattern_sample(patterns.front(), words_);
    for (const std::string& sentence : kind.yes) rule.yes.push_back(filled(sentence, word));
    for (const std::string& sentence : kind.no) rule.no.push_back(filled(sentence, word));
    facet_.rules.push_back(std::move(rule));
  }

  static std::string filled(std::string sentence, std::string_view word) {
    for (std::size_t at = sentence.find("{}"); at != std::string::npos;
         at = sentence.find("{}", at + word.size()))
      sentence.replace(at, 2, word);
    return sentence;
  }

  std::vector<std::size_t> all_shared_anchors() const {
    std::vector<std::size_t> all(shared_anchors_);
    for (std::size_t i = 0; i < shared_anchors_; ++i) all[i] = i;
    return all;
  }

  std::vector<std::size_t> named_anchors(TomlTable& table, const std::vector<std::string>& names) {
    std::vector<std::size_t> found;
    for (const std::string& name : names) {
      auto anchor = std::find_if(facet_.anchors.begin(), facet_.anchors.end(),
                                 [&](const Anchor& a) { return a.name == name; });
      if (anchor != facet_.anchors.end()) {
        found.push_back(static_cast<std::size_t>(anchor - facet_.anchors.begin()));
        continue;
      }
      std::vector<std::string> known;
      for (const Anchor& a : facet_.anchors) known.push_back(a.name);
      table.wrong("anchors", fmt::format("no anchor is called '{}'", name),
                  did_you_mean(name, known));
    }
    return found;
  }

  void add_contexts(TomlTable& table, Rule& rule, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      const Context* context = context_named(name);
      if (context != nullptr) {
        rule.contexts.push_back(*context);
        continue;
      }
      std::vector<std::string> known = names_of(shared_.contexts);
      for (const std::string& own : names_of(own_contexts_)) known.push_back(own);
      (table.has("not") ? table : root_)
          .wrong("not", fmt::format("no context is called '{}'", name), did_you_mean(name, known));
    }
  }

  const Context* context_named(const std::string& name) const {
    if (auto own = own_contexts_.find(name); own != own_contexts_.end()) return &own->second;
    auto found = shared_.contexts.find(name);
    return found == shared_.contexts.end() ? nullptr : &found->second;
  }

  // Rules of a facet mostly share their anchors and contexts: compile each union once.
  Expression union_of_anchors(const Rule& rule) {
    std::vector<std::string> bodies;
    for (std::size_t i : rule.anchors)
      for (std::string& body : facet_.anchors[i].when.without_literals())
        bodies.push_back(std::move(body));
    return cached_union(bodies);
  }

  Expression union_of_contexts(const Rule& rule) {
    std::vector<std::string> bodies;
    for (const Context& context : rule.contexts)
      for (std::string& body : context.when.without_literals()) bodies.push_back(std::move(body));
    return cached_union(bodies);
  }

  Expression cached_union(const std::vector<std::string>& bodies) {
    if (bodies.empty()) return {};
    auto [entry, fresh] = unions_.try_emplace(bodies);
    std::string all;
    for (const std::string& body : bodies) all += (all.empty() ? "(?:" : "|(?:") + body + ")";
    if (fresh) entry->second = Expression::when_needed({all}, false);
    return entry->second;
  }

  std::size_t find_code(std::string_view name) const {
    std::size_t i = 0;
    while (i < facet_.codes.size() && facet_.codes[i].code != name) ++i;
    return i;
  }

  std::size_t known_code(TomlTable& table, std::string_view key, const std::string& name) {
    std::size_t found = find_code(name);
    if (found < facet_.codes.size()) return found;
    std::vector<std::string> known;
    for (const CodeDefinition& code : facet_.codes) known.push_back(code.code);
    table.wrong(key, fmt::format("no code is called '{}'", name), did_you_mean(name, known));
    return 0;
  }

  void read_interplay(TomlTable& table) {
    struct Named {
      std::string_view name;
      Interplay::Kind kind;
    };
    static constexpr Named kKinds[] = {
        {"suppress", Interplay::Kind::suppress}, {"demote", Interplay::Kind::demote},
        {"join", Interplay::Kind::join},         {"collect", Interplay::Kind::collect},
        {"nothing", Interplay::Kind::nothing},   {"fallback", Interplay::Kind::fallback},
        {"alone", Interplay::Kind::alone},
    };
    Interplay interplay;
    std::string what = table.needed_text("do");
    bool known = false;
    for (const Named& named : kKinds)
      if (named.name == what) {
        interplay.kind = named.kind;
        known = true;
      }
    if (!known)
      table.wrong("do", fmt::format("'{}' is not something that can be done with a code", what),
                  "suppress, demote, join, collect, nothing, alone or fallback");
    interplay.code = facet_.codes.empty()
                         ? ""
                         : facet_.codes[known_code(table, "code", table.needed_text("code"))].code;
    interplay.below = table.text("below");
    if (!interplay.below.empty()) known_code(table, "below", interplay.below);
    interplay.reason = table.text("reason");
    interplay.codes = table.texts("codes");
    for (const std::string& code : interplay.codes) known_code(table, "codes", code);
    interplay.rules = table.texts("rules");
    for (const std::string& id : interplay.rules)
      if (std::none_of(facet_.rules.begin(), facet_.rules.end(),
                       [&](const Rule& rule) { return rule.id == id; }))
        table.wrong("rules", fmt::format("no rule is called '{}'", id));
    std::string unless = table.text("unless");
    if (std::size_t dot = unless.find('.'); dot != std::string::npos) {
      interplay.unless_facet = unless.substr(0, dot);
      interplay.unless_code = unless.substr(dot + 1);
    } else if (!unless.empty()) {
      table.wrong("unless", "'unless' must name facet.code, for example \"type.mixed\"");
    }
    interplay.zones = table.zones("zones", {});
    interplay.at_least = table.count("at_least", 0);
    interplay.yields = table.flag("yields");
    table.no_more();
    facet_.interplay.push_back(std::move(interplay));
  }

  TomlTable root_;
  const Shared& shared_;
  const Zones& zones_;
  const TomlFiles& others_;
  WordLists words_;
  Facet facet_;
  bool case_sensitive_ = false;
  std::vector<std::string> facet_contexts_;
  std::size_t shared_anchors_ = 0;
  std::map<std::string, Context, std::less<>> own_contexts_;
  std::map<std::string, Kind, std::less<>> kinds_;
  std::map<std::vector<std::string>, Expression> unions_;
};

Context shared_context(TomlTable& table, const WordLists& words) {
  Context context;
  context.name = table.needed_text("name");
  context.reason = table.needed_text("reason");
  context.zones = table.zones("zones", kText);
  context.yields_to_anchor = table.flag("yields_to_anchor");
  for (std::string_view key : {"when", "unless"}) {
    std::vector<std::string> re2;
    std::vector<std::vector<Literal>> literals;
    for (const std::string& pattern : table.texts(key)) {
      auto translated = pattern_to_re2(pattern, words);
      if (translated) {
        re2.push_back(*translated);
        literals.push_back(pattern_literals(pattern, words));
      } else {
        table.wrong(key, translated.error().what);
      }
    }
    auto expression = Expression::compile(re2, false);
    if (!expression) {
      table.wrong(key, fmt::format("'{}' does not compile: {}", key, expression.error().what));
      continue;
    }
    expression->set_literals(literals);
    (key == "when" ? context.when : context.unless) = *expression;
  }
  if (context.when.empty()) table.wrong("when", "[[context]] needs 'when', a list of patterns");
  table.no_more();
  return context;
}

void read_gate(TomlTable table, Zones& zones) {
  zones.gate = table.text("facet", zones.gate);
  zones.gate_score = table.number("score", zones.gate_score);
  zones.gate_record = table.number("record_score", zones.gate_record);
  zones.gate_no_data = table.number("no_data_below", zones.gate_no_data);
  zones.gate_codes = table.count("codes_at_medium", zones.gate_codes);
  zones.gate_facets = table.texts("counted_facets");
  table.no_more();
}

void read_positions(TomlTable table, Zones& zones) {
  zones.first = table.number("first", zones.first);
  zones.last = table.number("last", zones.last);
  if (zones.first + zones.last > 1)
    table.wrong("last", "'first' and 'last' are shares of one text: together at most 1");
  zones.first_as = one_part(table, "first_as", zones.first_as);
  zones.middle_as = one_part(table, "middle_as", zones.middle_as);
  zones.last_as = one_part(table, "last_as", zones.last_as);
  table.no_more();
}

void read_bands(TomlTable table, Zones& zones) {
  zones.high = table.number("high", zones.high);
  zones.medium = table.number("medium", zones.medium);
  zones.high_needs_anchor_in = table.zones("high_needs_anchor_in", kFront | Part::method);
  zones.runner_up = table.number("runner_up", zones.runner_up);
  table.no_more();
}

void read_hits(TomlTable table, Zones& zones) {
  zones.hits_at_most = static_cast<int>(table.count("at_most", 3));
  zones.anchored = table.number("anchored", zones.anchored);
  zones.bare = table.number("bare", zones.bare);
  zones.weak = table.number("weak", zones.weak);
  zones.end_paragraphs = table.count("introduction_end_paragraphs", zones.end_paragraphs);
  table.no_more();
}

}  // namespace

Result<Zones> read_zones(std::string_view content, const std::string& name) {
  auto file = TomlFile::parse(content, name);
  if (!file) return tl::unexpected(file.error());
  TomlTable root = file->root();
  Zones zones;
  zones.order = root.texts("order");
  read_hits(root.table("hits"), zones);
  read_bands(root.table("bands"), zones);
  read_positions(root.table("position"), zones);
  read_gate(root.table("gate"), zones);
  TomlTable weights = root.table("weights");
  for (const std::string& facet : weights.keys()) {
    double end = -1;
    zones.weights[facet] = read_weights(weights.table(facet), &end);
    if (end >= 0) zones.introduction_end[facet] = end;
  }
  root.no_more();
  if (auto error = file->error()) return tl::unexpected(*error);
  return zones;
}

Result<Shared> read_shared(std::string_view content, const std::string& name) {
  auto file = TomlFile::parse(content, name);
  if (!file) return tl::unexpected(file.error());
  TomlTable root = file->root();
  Shared shared;
  TomlTable words = root.table("words");
  for (const std::string& list : words.keys()) {
    shared.words[list] = words.texts(list);
    check_list(words, list, shared.words);
  }
  for (TomlTable& table : root.tables("context")) {
    Context context = shared_context(table, shared.words);
    shared.contexts.insert_or_assign(context.name, context);
  }
  root.no_more();
  if (auto error = file->error()) return tl::unexpected(*error);
  return shared;
}

Result<Facet> read_facet(std::string_view content, const std::string& name, const Shared& shared,
                         const Zones& zones, const TomlFiles& others) {
  auto file = TomlFile::parse(content, name);
  if (!file) return tl::unexpected(file.error());
  Facet facet = FacetReader(file->root(), shared, zones, others).read();
  if (auto error = file->error()) return tl::unexpected(*error);
  return facet;
}

Result<void> add_examples(std::string_view content, const std::string& name,
                          std::vector<Facet>& facets) {
  auto file = TomlFile::parse(content, name);
  if (!file) return tl::unexpected(file.error());
  TomlTable root = file->root();
  for (TomlTable& table : root.tables("example")) {
    const std::string id = table.needed_text("rule");
    Rule* rule = nullptr;
    for (Facet& facet : facets)
      for (Rule& one : facet.rules)
        if (one.id == id) rule = &one;
    std::vector<std::string> yes = table.texts("yes"), no = table.texts("no");
    table.text("study");
    table.text("coder");
    table.no_more();
    if (rule == nullptr) {
      table.wrong("rule", fmt::format("no rule is called '{}'", id));
      continue;
    }
    rule->yes.insert(rule->yes.end(), yes.begin(), yes.end());
    rule->no.insert(rule->no.end(), no.begin(), no.end());
  }
  root.no_more();
  if (auto error = file->error()) return tl::unexpected(*error);
  return {};
}

}  // namespace litmine
