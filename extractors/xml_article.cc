#include "extractors/xml_article.h"

#include <algorithm>
#include <pugixml.hpp>

#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

/// Behind a label: the words that it belongs to, if they follow at once.
pugi::xml_node words_behind(pugi::xml_node label) {
  pugi::xml_node at = label.next_sibling();
  while (at && at.type() != pugi::node_element) {
    if (!trimmed(at.value()).empty()) return {};
    at = at.next_sibling();
  }
  while (at && local_name(at) == "caption") at = at.first_child();
  while (at && at.type() != pugi::node_element) at = at.next_sibling();
  const std::string_view name = local_name(at);
  return name == "title" || name == "p" || name == "head" ? at : pugi::xml_node();
}

/// What is nested deeper than any article is: looking into each element once more for every one
/// around it would take for ever.
class TooDeep final : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    constexpr int kDeepest = 300;
    if (depth() == kDeepest && node.type() == pugi::node_element) found.push_back(node);
    return true;
  }
  std::vector<pugi::xml_node> found;
};

}  // namespace

XmlFile::XmlFile(std::string_view bytes, Content content)
    : tree_(std::make_unique<pugi::xml_document>()) {
  const std::string text = decoded_markup(bytes, &encoding_doubt_);
  const unsigned blanks =
      content == Content::data ? pugi::parse_ws_pcdata_single : pugi::parse_ws_pcdata;
  const pugi::xml_parse_result parsed = tree_->load_buffer(
      text.data(), text.size(), pugi::parse_default | blanks, pugi::encoding_utf8);
  TooDeep deep;
  tree_->traverse(deep);
  for (const pugi::xml_node& node : deep.found) take_out(node);
  if (!deep.found.empty()) damage_ = "elements nested more than 300 deep, left out";
  if (parsed) return;
  damage_ = parsed.description();
  const auto stop = std::min(static_cast<std::ptrdiff_t>(text.size()), parsed.offset);
  damaged_line_ =
      1 + static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + stop, '\n'));
}

XmlFile::~XmlFile() = default;
XmlFile::XmlFile(XmlFile&&) noexcept = default;

void XmlFile::tell_doubts(const FullText& file) const {
  if (!encoding_doubt_.empty())
    file.doubt("encoding", encoding_doubt_, "save it as UTF-8 if letters look wrong");
  if (!damage_.empty())
    file.doubt("damaged", "is damaged XML and was not read whole: " + damage_,
               "fetch the file again", damaged_line_);
}

bool is_xml_with(std::string_view head, const std::vector<std::string_view>& signs) {
  const std::string text = decoded(head.substr(0, head.size() / 2 * 2));
  std::string_view begin = trimmed(std::string_view(text));
  if (begin.starts_with("\xEF\xBB\xBF")) begin = trimmed(begin.substr(3));
  if (!begin.starts_with('<')) return false;
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return begin.find(sign) != begin.npos; });
}

void labels_into_titles(const pugi::xml_node& root) {
  for (pugi::xml_node label : all_named(root, "label")) {
    pugi::xml_node words = words_behind(label);
    if (!words) continue;
    pugi::xml_node space = words.prepend_child(pugi::node_pcdata);
    space.set_value(" ");
    words.prepend_move(label);
  }
}

std::string tidy(std::string_view text) {
  std::string out;
  for (char c : text) {
    const bool closes = c == ',' || c == '.' || c == ';' || c == ')' || c == ']' || c == ':';
    if (closes && out.ends_with(' ')) out.pop_back();
    if (c == ' ' && (out.ends_with('(') || out.ends_with('[') || out.ends_with(' '))) continue;
    out += c;
  }
  return out;
}

}  // namespace litmine
