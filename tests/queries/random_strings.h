// Search strings made by chance from a dialect's own table: its operators, quotes, wildcards and
// fields. What they mean is for the parser to say.
#pragma once

#include <random>
#include <string>

#include "queries/dialects.h"

namespace litmine::testing_queries {

class RandomStrings {
 public:
  RandomStrings(const Dialect& dialect, std::mt19937& engine)
      : dialect_(dialect), engine_(engine) {}

  std::string expression(int depth) {
    std::string text = operand(depth);
    for (int i = below(3); i > 0; --i) text += ' ' + join() + ' ' + operand(depth);
    return text;
  }

 private:
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(engine_); }
  template <class List>
  const auto& one_of(const List& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(std::size(list))))];
  }

  std::string join() {
    const Operator& op = one_of(dialect_.operators);
    std::string text(op.spelling);
    if (op.numbered) text += (op.glued ? "" : "/") + std::to_string(below(9));
    return text;
  }

  std::string word() {
    static constexpr std::string_view kWords[] = {"digital", "platform",   "firm", "women's",
                                                  "the",     "e-commerce", "of",   "größe",
                                                  "n5",      "colour"};
    std::string text(one_of(kWords));
    if (!dialect_.wildcards.empty() && below(3) == 0)
      text.insert(static_cast<std::size_t>(1 + below(static_cast<int>(text.size()) - 1)), 1,
                  one_of(dialect_.wildcards).sign);
    if (below(30) == 0 && !dialect_.wildcards.empty()) text += one_of(dialect_.wildcards).sign;
    return text;
  }

  std::string term() {
    if (below(3) != 0 || dialect_.quotes.empty()) return word();
    const Quote& quote = one_of(dialect_.quotes);
    return quote.open + word() + ' ' + word() + quote.close;
  }

  std::string operand(int depth) {
    if (depth > 0 && below(4) == 0) return '(' + expression(depth - 1) + ')';
    if (depth > 0 && below(3) == 0 && !dialect_.fields.empty()) return in_field(depth);
    return term();
  }

  std::string in_field(int depth) {
    const Field& field = one_of(dialect_.fields);
    std::string name(field.name);
    std::string inside = field.use == Field::Use::years ? "2016" : expression(depth - 1);
    if (field.use == Field::Use::heading) inside = "\"Social Media\"";
    switch (dialect_.field_syntax) {
      case FieldSyntax::function:
        return name + '(' + inside + ')';
      case FieldSyntax::equals:
        return name + "=(" + inside + ')';
      case FieldSyntax::colon:
        return name + ":(" + inside + ')';
      case FieldSyntax::prefix:
        return name + " (" + inside + ')';
      case FieldSyntax::tag:
        return term() + '[' + name + ']';
      case FieldSyntax::dotted:
        return '(' + inside + ")." + name + '.';
      case FieldSyntax::colon_behind:
        return '(' + inside + "):" + name;
      case FieldSyntax::name_colon:
        return '"' + name + "\":(" + inside + ')';
    }
    return inside;
  }

  const Dialect& dialect_;
  std::mt19937& engine_;
};

inline std::string random_string(const Dialect& dialect, std::mt19937& engine) {
  return RandomStrings(dialect, engine).expression(3);
}

}  // namespace litmine::testing_queries
