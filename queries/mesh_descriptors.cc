#include "queries/mesh_descriptors.h"

#include <algorithm>
#include <optional>

namespace litmine {
namespace {

constexpr std::size_t kLongest = 400;  // bytes of one descriptor

bool is_gap(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Reads on in a text, one piece at a time; nothing is taken if it does not stand there.
class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text.substr(0, at + kLongest)), at_(at) {
    at_ = std::min(at_, text_.size());
  }

  std::size_t at() const { return at_; }
  void skip_gaps() {
    while (at_ < text_.size() && is_gap(text_[at_])) ++at_;
  }
  bool next_is(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool take(char c) {
    bool there = next_is(c);
    at_ += there ? 1 : 0;
    return there;
  }
  /// Words in lower case; a space stands for any gap. Spaces before them are passed over.
  bool take_words(std::string_view words) {
    std::size_t from = at_;
    skip_gaps();
    for (char c : words) {
      if (c == ' ') {
        std::size_t gap = at_;
        skip_gaps();
        if (at_ == gap) return at_ = from, false;
        continue;
      }
      if (at_ >= text_.size() || lower(text_[at_]) != c) return at_ = from, false;
      ++at_;
    }
    return true;
  }
  /// What stands before the next of `signs`, which must be there; it is not taken.
  std::optional<std::pair<std::size_t, std::size_t>> take_until(std::string_view signs) {
    std::size_t end = text_.find_first_of(signs, at_);
    if (end == std::string_view::npos) return std::nullopt;
    std::pair<std::size_t, std::size_t> taken{at_, end};
    while (taken.first < taken.second && is_gap(text_[taken.first])) ++taken.first;
    while (taken.first < taken.second && is_gap(text_[taken.second - 1])) --taken.second;
    at_ = end;
    return taken;
  }
  std::string_view slice(std::pair<std::size_t, std::size_t> bytes) const {
    return text_.substr(bytes.first, bytes.second - bytes.first);
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

/// "DT, TH" or "drug therapy - DT": the code where there is one.
void add_subheadings(std::string_view list, std::vector<std::string>& subheadings) {
  while (!list.empty()) {
    std::size_t comma = std::min(list.find(','), list.size());
    std::string_view one = list.substr(0, comma);
    if (std::size_t dash = one.rfind(" - "); dash != std::string_view::npos)
      one.remove_prefix(dash + 3);
    while (!one.empty() && is_gap(one.front())) one.remove_prefix(1);
    while (!one.empty() && is_gap(one.back())) one.remove_suffix(1);
    std::string name(one);
    std::transform(name.begin(), name.end(), name.begin(), lower);
    if (!name.empty()) subheadings.push_back(std::move(name));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

/// [mh "Heart Failure"], [mh ^"x"], [mh "x"/DT,TH], [mh "x"[mj]]
MeshDescriptor bracketed(Reader reader) {
  MeshDescriptor found;
  if (!reader.take('[') || !reader.take_words("mh ")) return found;
  found.explode = !reader.take('^');
  bool quoted = reader.take('"');
  auto text = reader.take_until(quoted ? "\"" : "/[]");
  if (!text || (quoted && !reader.take('"'))) return found;
  found.begin_inner = text->first;
  found.end_inner = text->second;
  reader.skip_gaps();
  if (reader.take('/')) {
    auto list = reader.take_until("[]");
    if (!list) return found;
    add_subheadings(reader.slice(*list), found.subheadings);
  }
  found.focus = reader.take_words("[mj]");
  reader.skip_gaps();
  if (reader.take(']')) found.end = reader.at();
  return found;
}

/// MeSH descriptor: [Heart Failure] explode all trees and with qualifier(s): [drug therapy - DT]
MeshDescriptor spelled_out(Reader reader) {
  MeshDescriptor found;
  if (!reader.take_words("mesh descriptor")) return found;
  reader.take(':');
  reader.skip_gaps();
  if (!reader.take('[')) return found;
  auto text = reader.take_until("]");
  if (!text || !reader.take(']')) return found;
  found.begin_inner = text->first;
  found.end_inner = text->second;
  // Trees of one branch only: which they are is not known here, so all are meant.
  static constexpr std::string_view kExplodes[] = {"explode all trees", "explode all",
                                                   "explode tree 1", "explode trees 1", "explode"};
  bool said = false;
  for (std::string_view words : kExplodes) said = said || reader.take_words(words);
  found.explode = said || !reader.take_words("this term only");
  if (reader.take_words("and with the qualifier") || reader.take_words("and with qualifier")) {
    reader.take_words("(s)") || reader.take('s');
    reader.take(':');
    reader.skip_gaps();
    bool bracket = reader.take('[');
    if (auto list = bracket ? reader.take_until("]") : std::nullopt) {
      add_subheadings(reader.slice(*list), found.subheadings);
      reader.take(']');
    }
  }
  found.end = reader.at();
  return found;
}

}  // namespace

MeshDescriptor mesh_descriptor_at(std::string_view text, std::size_t at) {
  bool bracket = at < text.size() && text[at] == '[';
  return bracket ? bracketed(Reader(text, at)) : spelled_out(Reader(text, at));
}

}  // namespace litmine
