// The order of elements is fixed by the schema: in a project Users, CodeBook, Variables, Cases,
// Sources; in a source the selections first, VariableValue last. Descendants inherit the namespace
// of the root, so none may write its own.
#include "exporters/refi_qda.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <set>
#include <sstream>

namespace litmine {
namespace {

constexpr const char* kCodebookSpace = "urn:QDA-XML:codebook:1.0";
constexpr const char* kProjectSpace = "urn:QDA-XML:project:1.0";
constexpr const char* kOrigin = "litmine";
constexpr int kDeepest = 64;  // nesting of codes that is read

std::uint64_t fnv(std::string_view text, std::uint64_t hash) {
  for (unsigned char byte : text) hash = (hash ^ byte) * 1099511628211ULL;
  return hash;
}

// XML 1.0 has no control characters but tab, LF and CR: pugixml would write them as they are.
std::string clean(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') c = ' ';
  return out;
}

std::string printed(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
  return out.str();
}

void declare(pugi::xml_document& document) {
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "utf-8";
}

void fill_guids(std::vector<QdaCode>& codes, const std::string& above) {
  for (QdaCode& code : codes) {
    const std::string path = above + "\x1f" + code.name;
    if (code.guid.empty()) code.guid = guid_of("code" + path);
    fill_guids(code.children, path);
  }
}

void append_codes(pugi::xml_node parent, const std::vector<QdaCode>& codes) {
  for (const QdaCode& code : codes) {
    pugi::xml_node node = parent.append_child("Code");
    node.append_attribute("guid") = code.guid.c_str();
    node.append_attribute("name") = clean(code.name).c_str();
    node.append_attribute("isCodable") = code.codable ? "true" : "false";
    if (!code.color.empty()) node.append_attribute("color") = code.color.c_str();
    if (!code.description.empty())
      node.append_child("Description").text().set(clean(code.description).c_str());
    append_codes(node, code.children);
  }
}

// Some packages write a prefix: <qda:Code>.
std::string_view local_name(const pugi::xml_node& node) {
  std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

std::string bare_guid(std::string guid) {
  std::erase_if(guid, [](char c) { return c == '{' || c == '}'; });
  return guid;
}

std::vector<QdaCode> codes_below(const pugi::xml_node& parent, int depth) {
  std::vector<QdaCode> codes;
  if (depth > kDeepest) return codes;
  for (const pugi::xml_node& node : parent.children()) {
    if (local_name(node) != "Code") continue;
    QdaCode code;
    code.guid = bare_guid(node.attribute("guid").value());
    code.name = node.attribute("name").value();
    code.color = node.attribute("color").value();
    code.codable = node.attribute("isCodable").as_bool(true);
    for (const pugi::xml_node& child : node.children())
      if (local_name(child) == "Description") code.description = child.text().get();
    code.children = codes_below(node, depth + 1);
    codes.push_back(std::move(code));
  }
  return codes;
}

/// Bytes of a UTF-8 text to characters; asked in ascending order mostly, so it goes on from where
/// it was.
class Characters {
 public:
  explicit Characters(std::string_view text) : text_(text) {}
  std::size_t before(std::size_t byte) {
    if (byte < byte_) {
      byte_ = 0;
      count_ = 0;
    }
    for (; byte_ < byte && byte_ < text_.size(); ++byte_)
      if ((static_cast<unsigned char>(text_[byte_]) & 0xC0) != 0x80) ++count_;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0, count_ = 0;
};

const QdaCode* find_code(const std::vector<QdaCode>& codes, const std::vector<std::string>& path,
                         std::size_t depth = 0) {
  for (const QdaCode& code : codes) {
    if (depth >= path.size() || code.name != path[depth]) continue;
    return depth + 1 == path.size() ? &code : find_code(code.children, path, depth + 1);
  }
  return nullptr;
}

using Guids = std::map<std::string, std::string>;  // name → guid

void append_users(pugi::xml_node root, const Guids& users) {
  pugi::xml_node all = root.append_child("Users");
  for (const auto& [name, guid] : users) {
    pugi::xml_node user = all.append_child("User");
    user.append_attribute("guid") = guid.c_str();
    user.append_attribute("name") = name.c_str();
  }
}

void append_source(pugi::xml_node sources, const QdaSource& source, const QdaProject& project,
                   const std::string& guid, const Guids& users, const Guids& variables) {
  pugi::xml_node node = sources.append_child("TextSource");
  node.append_attribute("guid") = guid.c_str();
  node.append_attribute("name") = clean(source.name).c_str();
  node.append_attribute("plainTextPath") = fmt::format("internal://{}.txt", guid).c_str();
  node.append_attribute("creationDateTime") = project.time.c_str();
  std::vector<const QdaCoding*> codings;
  for (const QdaCoding& coding : source.codings)
    if (find_code(project.codes, coding.code) != nullptr) codings.push_back(&coding);
  std::stable_sort(codings.begin(), codings.end(), [](const QdaCoding* a, const QdaCoding* b) {
    return std::pair(a->where.begin, a->where.end) < std::pair(b->where.begin, b->where.end);
  });
  Characters characters(source.text);
  for (std::size_t i = 0; i < codings.size();) {
    const Span where = codings[i]->where;
    const std::string at = fmt::format("{} {} {}", guid, where.begin, where.end);
    pugi::xml_node selection = node.append_child("PlainTextSelection");
    selection.append_attribute("guid") = guid_of("selection " + at).c_str();
    std::string name(where.in(source.text).substr(0, 60));
    while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0x80) != 0) name.pop_back();
    selection.append_attribute("name") = clean(name).c_str();
    selection.append_attribute("startPosition") =
        static_cast<unsigned>(characters.before(where.begin));
    selection.append_attribute("endPosition") = static_cast<unsigned>(characters.before(where.end));
    for (; i < codings.size() && codings[i]->where == where; ++i) {
      const QdaCode* code = find_code(project.codes, codings[i]->code);
      const std::string& user = users.at(codings[i]->coder.empty() ? kOrigin : codings[i]->coder);
      pugi::xml_node coding = selection.append_child("Coding");
      coding.append_attribute("guid") =
          guid_of(fmt::format("coding {}{}{}", at, code->guid, user)).c_str();
      coding.append_attribute("creatingUser") = user.c_str();
      coding.append_attribute("creationDateTime") = project.time.c_str();
      coding.append_child("CodeRef").append_attribute("targetGUID") = code->guid.c_str();
    }
  }
  for (const QdaVariable& variable : source.variables) {
    pugi::xml_node value = node.append_child("VariableValue");
    value.append_child("VariableRef").append_attribute("targetGUID") =
        variables.at(variable.name).c_str();
    value.append_child("TextValue").text().set(clean(variable.value).c_str());
  }
}

struct CloseZip {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Zip = std::unique_ptr<zip_t, CloseZip>;

tl::unexpected<Error> cannot_write(const std::filesystem::path& file, const std::string& why) {
  return failure(Error::Kind::unreadable, fmt::format("cannot write '{}': {}", file.string(), why));
}

}  // namespace

std::string guid_of(std::string_view name) {
  std::uint64_t high = fnv(name, 14695981039346656037ULL);
  std::uint64_t low = fnv(name, high ^ 0x9E3779B97F4A7C15ULL);
  high = (high & ~0xF000ULL) | 0x8000ULL;                       // version 8: of our own making
  low = (low & 0x3FFFFFFFFFFFFFFFULL) | 0x8000000000000000ULL;  // RFC 9562's variant
  return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, (high >> 16) & 0xFFFF,
                     high & 0xFFFF, low >> 48, low & 0xFFFFFFFFFFFFULL);
}

std::string qdc_text(std::vector<QdaCode> codes) {
  fill_guids(codes, "");
  pugi::xml_document document;
  declare(document);
  pugi::xml_node root = document.append_child("CodeBook");
  root.append_attribute("xmlns") = kCodebookSpace;
  root.append_attribute("origin") = kOrigin;
  append_codes(root.append_child("Codes"), codes);
  return printed(document);
}

Result<std::vector<QdaCode>> read_qdc(std::string_view xml) {
  pugi::xml_document document;
  pugi::xml_parse_result parsed = document.load_buffer(xml.data(), xml.size(), pugi::parse_default);
  if (!parsed)
    return failure(Error::Kind::unreadable,
                   fmt::format("byte {}: {}", parsed.offset, parsed.description()),
                   "a .qdc file is XML");
  pugi::xml_node root = document.document_element();
  if (local_name(root) == "Project")
    for (const pugi::xml_node& child : root.children())
      if (local_name(child) == "CodeBook") root = child;
  if (local_name(root) != "CodeBook")
    return failure(Error::Kind::unsupported,
                   fmt::format("its root is <{}>, not <CodeBook>", root.name()),
                   "export the codebook as REFI-QDA");
  for (const pugi::xml_node& child : root.children())
    if (local_name(child) == "Codes") return codes_below(child, 0);
  return std::vector<QdaCode>{};
}

QdaFiles qdpx_files(const QdaProject& given) {
  QdaProject project = given;
  fill_guids(project.codes, "");
  Guids users{{kOrigin, guid_of(std::string("user ") + kOrigin)}}, variables;
  for (const QdaSource& source : project.sources) {
    for (const QdaCoding& coding : source.codings)
      if (!coding.coder.empty()) users.emplace(coding.coder, guid_of("user " + coding.coder));
    for (const QdaVariable& variable : source.variables)
      variables.emplace(variable.name, guid_of("variable " + variable.name));
  }
  QdaFiles files;
  pugi::xml_document document;
  declare(document);
  pugi::xml_node root = document.append_child("Project");
  root.append_attribute("xmlns") = kProjectSpace;
  root.append_attribute("name") = clean(project.name).c_str();
  root.append_attribute("origin") = kOrigin;
  root.append_attribute("creatingUserGUID") = users.at(kOrigin).c_str();
  root.append_attribute("creationDateTime") = project.time.c_str();
  append_users(root, users);
  append_codes(root.append_child("CodeBook").append_child("Codes"), project.codes);
  if (!variables.empty()) {
    pugi::xml_node all = root.append_child("Variables");
    for (const auto& [name, guid] : variables) {
      pugi::xml_node variable = all.append_child("Variable");
      variable.append_attribute("guid") = guid.c_str();
      variable.append_attribute("name") = name.c_str();
      variable.append_attribute("typeOfVariable") = "Text";
    }
  }
  pugi::xml_node sources = root.append_child("Sources");
  for (const QdaSource& source : project.sources) {
    const std::string guid = guid_of("source " + source.name);
    append_source(sources, source, project, guid, users, variables);
    files.sources.emplace_back(fmt::format("sources/{}.txt", guid), source.text);
  }
  files.project = printed(document);
  return files;
}

Result<void> write_qdpx(const QdaProject& project, const std::filesystem::path& file) {
  const QdaFiles files = qdpx_files(project);
  std::vector<std::pair<std::string, std::string>> all = {{"project.qde", files.project}};
  all.insert(all.end(), files.sources.begin(), files.sources.end());
  int error = 0;
  Zip archive(zip_open(file.string().c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_error_t why;
    zip_error_init_with_code(&why, error);
    std::string words = zip_error_strerror(&why);
    zip_error_fini(&why);
    return cannot_write(file, words);
  }
  for (const auto& [name, content] : all) {
    zip_source_t* source = zip_source_buffer(archive.get(), content.data(), content.size(), 0);
    if (source == nullptr) return cannot_write(file, zip_strerror(archive.get()));
    zip_int64_t at = zip_file_add(archive.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
      zip_source_free(source);
      return cannot_write(file, zip_strerror(archive.get()));
    }
    // 1 January 1980, the first day a ZIP knows: the same project gives the same bytes.
    zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(at), 0, 0x21, 0);
  }
  if (zip_close(archive.get()) != 0) return cannot_write(file, zip_strerror(archive.get()));
  static_cast<void>(archive.release());
  return {};
}

Result<std::vector<std::pair<std::string, std::string>>> read_zip(const std::filesystem::path& file,
                                                                  std::uint64_t limit) {
  int error = 0;
  Zip archive(zip_open(file.string().c_str(), ZIP_RDONLY, &error));
  if (!archive)
    return failure(Error::Kind::unreadable, fmt::format("'{}' is no ZIP file", file.string()));
  std::vector<std::pair<std::string, std::string>> files;
  std::uint64_t total = 0;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
    zip_stat_t entry;
    zip_stat_init(&entry);
    if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &entry) != 0) continue;
    total += entry.size;
    if (total > limit)
      return failure(Error::Kind::limit,
                     fmt::format("'{}' unpacks to more than {} bytes", file.string(), limit));
    std::string content(entry.size, '\0');
    zip_file_t* opened = zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(i), 0);
    if (opened == nullptr) continue;
    zip_int64_t got = zip_fread(opened, content.data(), content.size());
    zip_fclose(opened);
    content.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    files.emplace_back(entry.name, std::move(content));
  }
  return files;
}

}  // namespace litmine
