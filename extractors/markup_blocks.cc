// The walk keeps its own stack: a file may be nested deeper than the stack of a process. The one
// thing to know: inside a heading, a row or a note a block ends no paragraph, it is a blank.
#include "extractors/markup_blocks.h"

#include <algorithm>
#include <pugixml.hpp>

#include "extractors/records.h"
#include "extractors/structure_strings.h"

namespace litmine {
namespace {

constexpr std::string_view kRaised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr int kDeepestLevel = 6;

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

class Walk {
 public:
  explicit Walk(const RoleOf& role_of) : role_of_(role_of) {}

  std::vector<MarkupBlock> over(pugi::xml_node root) {
    enter_all(root);
    flush();
    return std::move(blocks_);
  }

 private:
  struct Open {
    pugi::xml_node node;
    Role role = Role::inline_text;
  };
  /// What is being written: the running paragraph, or a note within it.
  struct Writing {
    std::string text;
    std::string kind;
    int heading = 0;  ///< level of the open heading
    int rows = 0;     ///< open ones
  };

  void enter_all(pugi::xml_node root) {
    pugi::xml_node at = root.first_child();
    while (at) {
      if (enter(at)) {
        if (at.first_child()) {
          at = at.first_child();
          continue;
        }
        leave();
      }
      while (at && !at.next_sibling()) {
        at = at.parent();
        if (at == root || !at) return;
        leave();
      }
      at = at.next_sibling();
    }
  }

  /// True when it was opened and must be left.
  bool enter(pugi::xml_node node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) add(node.value());
    if (node.type() != pugi::node_element) return false;
    ElementRole what = role_of_(node);
    if (what.role == Role::left_out) return false;
    open_.push_back({node, what.role});
    switch (what.role) {
      case Role::block:
        part();
        if (!held()) now_.kind = std::move(what.kind);
        break;
      case Role::section:
        part();
        ++depth_;
        break;
      case Role::heading:
        part();
        if (held()) break;
        now_.heading = std::min(what.level > 0 ? what.level : std::max(depth_, 1), kDeepestLevel);
        now_.kind = std::move(what.kind);
        break;
      case Role::row:
        part();
        ++now_.rows;
        break;
      case Role::cell:
        if (now_.rows > 0 && !trimmed(now_.text).empty()) now_.text += " | ";
        break;
      case Role::note:
        outer_.push_back(std::move(now_));
        now_ = {};
        break;
      case Role::blank:
        now_.text += ' ';
        break;
      case Role::raised:
        ++raised_;
        break;
      case Role::inline_text:
      case Role::left_out:
        break;
    }
    return true;
  }

  void leave() {
    const Role role = open_.back().role;
    open_.pop_back();
    switch (role) {
      case Role::block:
        part();
        break;
      case Role::section:
        part();
        --depth_;
        break;
      case Role::heading:
        if (now_.heading > 0)
          flush();
        else
          part();
        break;
      case Role::row:
        --now_.rows;
        part();
        break;
      case Role::note:
        notes_.push_back(std::move(now_.text));
        now_ = std::move(outer_.back());
        outer_.pop_back();
        break;
      case Role::raised:
        --raised_;
        break;
      case Role::cell:
      case Role::blank:
      case Role::inline_text:
      case Role::left_out:
        break;
    }
  }

  void add(std::string_view text) {
    if (raised_ == 0) {
      now_.text += text;
      return;
    }
    const bool letter = !now_.text.empty() && is_letter(now_.text.back());
    if (letter && !text.empty() && is_letter(text.front())) now_.text += ' ';  // "Smith a"
    for (char c : text)
      if (c >= '0' && c <= '9')
        now_.text += kRaised[static_cast<std::size_t>(c - '0')];
      else
        now_.text += c;
  }

  bool held() const { return now_.heading > 0 || now_.rows > 0 || !outer_.empty(); }

  /// Ends the paragraph, where one may end.
  void part() {
    if (held())
      now_.text += ' ';
    else
      flush();
  }

  void flush() {
    std::string line = on_one_line(now_.text);
    if (!line.empty()) blocks_.push_back({now_.heading, std::move(line), std::move(now_.kind)});
    now_.text.clear();
    now_.kind.clear();
    now_.heading = 0;
    for (const std::string& note : notes_)
      if (std::string text = on_one_line(note); !text.empty())
        blocks_.push_back({0, std::move(text), {}, true});
    notes_.clear();
  }

  const RoleOf& role_of_;
  std::vector<MarkupBlock> blocks_;
  std::vector<Open> open_;
  std::vector<Writing> outer_;
  std::vector<std::string> notes_;
  Writing now_;
  int depth_ = 0, raised_ = 0;
};

}  // namespace

std::vector<MarkupBlock> blocks_of(const pugi::xml_node& root, const RoleOf& role_of) {
  return Walk(role_of).over(root);
}

std::string line_of(const pugi::xml_node& root, const RoleOf& role_of) {
  std::string line;
  for (const MarkupBlock& block : blocks_of(root, role_of))
    line.append(line.empty() ? "" : " ").append(block.text);
  return line;
}

void take_out(pugi::xml_node element) {
  constexpr const char* kTakenOut = "litmine-taken-out";
  pugi::xml_node root = element.root();
  pugi::xml_node place = root.child(kTakenOut);
  if (!place) place = root.append_child(kTakenOut);
  place.append_move(element);
}

std::string_view local_name(const pugi::xml_node& element) {
  std::string_view name = element.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(const pugi::xml_node& element, std::string_view path) {
  pugi::xml_node at = element;
  while (at && !path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    pugi::xml_node child = at.first_child();
    while (child && local_name(child) != name) child = child.next_sibling();
    at = child;
  }
  return at;
}

std::vector<pugi::xml_node> children_named(const pugi::xml_node& element, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (pugi::xml_node child : element.children())
    if (local_name(child) == name) found.push_back(child);
  return found;
}

namespace {

template <class Fits>
std::vector<pugi::xml_node> all_below(const pugi::xml_node& element, const Fits& is_one,
                                      bool outermost) {
  std::vector<pugi::xml_node> found;
  pugi::xml_node at = element.first_child();
  while (at) {
    const bool fits = at.type() == pugi::node_element && is_one(at);
    if (fits) found.push_back(at);
    if (at.first_child() && !(fits && outermost)) {
      at = at.first_child();
      continue;
    }
    while (at && !at.next_sibling()) {
      at = at.parent();
      if (at == element) return found;
    }
    at = at.next_sibling();
  }
  return found;
}

}  // namespace

std::vector<pugi::xml_node> elements_where(const pugi::xml_node& element,
                                           const std::function<bool(const pugi::xml_node&)>& fits) {
  return all_below(element, fits, false);
}

std::vector<pugi::xml_node> all_named(const pugi::xml_node& element, std::string_view name) {
  return all_below(
      element, [&](const pugi::xml_node& one) { return local_name(one) == name; }, false);
}

std::vector<pugi::xml_node> outermost_named(const pugi::xml_node& element, std::string_view name) {
  return all_below(
      element, [&](const pugi::xml_node& one) { return local_name(one) == name; }, true);
}

}  // namespace litmine
