// BibTeX, with BibLaTeX's fields where BibTeX has none. Letters stay UTF-8; only the signs that
// LaTeX reads as commands are escaped.
#include <algorithm>

#include "exporters/record_parts.h"

namespace litmine {
namespace {

constexpr TypeWord kTypes[] = {
    {"article-journal", "article"},
    {"book", "book"},
    {"chapter", "incollection"},
    {"paper-conference", "inproceedings"},
    {"thesis", "thesis"},
    {"report", "report"},
    {"webpage", "online"},
    {"software", "software"},
    {"dataset", "dataset"},
    {"manuscript", "unpublished"},
    {"patent", "patent"},
    {"pamphlet", "booklet"},
    {"periodical", "periodical"},
    {"motion_picture", "movie"},
    {"graphic", "artwork"},
    {"legislation", "legislation"},
    {"legal_case", "jurisdiction"},
    {"standard", "standard"},
    {"personal_communication", "letter"},
    {"entry-encyclopedia", "inreference"},
};

/// Signs that LaTeX takes for its own.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    bool again = i > 0 && text[i - 1] == c;
    switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '{':
        out += "\\textbraceleft{}";
        break;
      case '}':
        out += "\\textbraceright{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
        out += '\\';
        out += c;
        break;
      case '-':
      case '`':
      case '\'':
        if (again) out += "{}";  // two of them are one sign
        out += c;
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// Braces cannot be escaped in an address.
std::string address(std::string_view text) {
  std::string out;
  for (char c : text)
    if (c == '{' || c == '}')
      out += c == '{' ? "%7B" : "%7D";
    else
      out += c;
  return out;
}

std::string file_link(std::string_view path) {
  std::string out;
  for (char c : path) {
    if (c == ':' || c == ';' || c == '\\') out += '\\';
    if (c != '{' && c != '}') out += c;
  }
  return out;
}

/// A part of a name; braces keep a comma or an "and" in it.
std::string name_part(const std::string& text) {
  bool apart = text.find(',') != text.npos || text.find(" and ") != text.npos;
  return apart ? "{" + escaped(text) + "}" : escaped(text);
}

std::string bibtex_name(const Author& author) {
  if (author.given.empty() && author.suffix.empty()) return "{" + escaped(author.family) + "}";
  std::string name = name_part(author.family) + ", ";
  if (!author.suffix.empty()) name += name_part(author.suffix) + ", ";
  return name + name_part(author.given);
}

bool is_key(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return c > ' ' && std::string_view(",={}\"#%\\~()'").find(c) == std::string_view::npos;
  });
}

class BibtexWriter final : public RecordWriter {
 public:
  explicit BibtexWriter(std::ostream& out) : out_(out) {}

  void record(const Document& document) override {
    const Biblio& about = document.about;
    std::vector<Member> unsaid;
    std::string_view type = word_for(kTypes, about.type);
    if (type.empty()) unsaid.push_back(Member::type);
    ++count_;
    bool named = is_key(about.key);
    if (!named) unsaid.push_back(Member::key);
    out_ << '@' << (type.empty() ? "misc" : type) << '{'
         << (named ? about.key : "litmine:" + std::to_string(count_));
    text("title", about.title);
    names("author", about.authors);
    names("editor", about.editors);
    if (about.year) text("year", std::to_string(*about.year));
    text("date", about.date);
    bool journal = about.type.starts_with("article") || type.empty();
    text(journal ? "journal" : "booktitle", about.source);
    text("shortjournal", about.short_source);
    text("volume", about.volume);
    text("number", about.issue);
    pages(about.pages);
    text("publisher", about.publisher);
    text("address", about.place);
    field("doi", address(about.doi));
    field("url", address(about.url));
    field("issn", about.issn);
    field("isbn", about.isbn);
    text("pmid", about.pmid);
    text("pmcid", about.pmcid);
    text("language", about.language);
    text("document_type", about.genre);
    text("accession-number", about.accession);
    text("database", about.database);
    abstract(document);
    list("keywords", keywords_of(document), Member::keyword, unsaid);
    list("index-terms", views_of(about.index_terms), Member::index_term, unsaid);
    lines("affiliation", views_of(about.affiliations));
    lines("cited-references", references_of(document));
    files(about.files);
    std::size_t number = 0;
    for (const std::string& note : notes_of(document, unsaid))
      text("litmine-" + std::to_string(++number), note);
    out_ << "\n}\n\n";
  }

  void end() override { out_.flush(); }

 private:
  void field(std::string_view name, std::string_view value) {
    if (!value.empty()) out_ << ",\n  " << name << " = {" << value << '}';
  }
  void text(std::string_view name, std::string_view value) { field(name, escaped(value)); }

  void names(std::string_view name, const std::vector<Author>& authors) {
    std::string joined;
    for (const Author& author : authors)
      joined += (joined.empty() ? "" : " and ") + bibtex_name(author);
    field(name, joined);
  }

  void pages(const std::string& pages) {
    std::string dashed;
    for (char c : pages) dashed += c == '-' ? "--" : escaped({&c, 1});
    field("pages", dashed);
  }

  /// A line that begins with "@" would begin an entry: the paragraphs are indented.
  void abstract(const Document& document) {
    std::string value;
    for (char c : escaped(abstract_of(document))) {
      if (!value.empty() && value.back() == '\n' && c != '\n') value += "    ";
      value += c;
    }
    field("abstract", value);
  }

  /// "a; b"; a lone entry with a comma in it gets a ";" so that it is not cut there.
  void list(std::string_view name, const std::vector<std::string_view>& words, Member member,
            std::vector<Member>& unsaid) {
    if (any_holds(words, ';')) return unsaid.push_back(member);
    std::string value = joined(words, "; ");
    if (words.size() == 1 && any_holds(words, ',')) value += ';';
    text(name, value);
  }

  void lines(std::string_view name, const std::vector<std::string_view>& entries) {
    std::string value;
    for (std::string_view entry : entries) value += "\n    " + escaped(entry);
    field(name, value);
  }

  void files(const std::vector<std::string>& files) {
    std::string value;
    for (const std::string& file : files) value += (value.empty() ? "" : ";") + file_link(file);
    field("file", value);
  }

  std::ostream& out_;
  std::size_t count_ = 0;
};

}  // namespace

std::unique_ptr<RecordWriter> bibtex_writer(std::ostream& out) {
  return std::make_unique<BibtexWriter>(out);
}

}  // namespace litmine
