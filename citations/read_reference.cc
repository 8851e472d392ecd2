// The model says which token belongs to which field; this turns runs of tokens into values. What
// can be known without a model (a DOI, an address, a year) is read without it.
#include "citations/read_reference.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "citations/language.h"
#include "citations/lexicon.h"
#include "citations/names.h"
#include "text/normalize.h"

namespace litmine {
namespace {

using Labels = std::vector<ReferenceModel::Labelled>;

/// Tokens [begin, end) of one field.
struct Run {
  RefField field = RefField::other;
  std::size_t begin = 0, end = 0;
  double confidence = 0;
};

class Entry {
 public:
  Entry(std::string_view text, const ReferenceModel& model)
      : text_(text), tokens_(cut_reference(text)), labels_(model.label(tokens_)) {
    trust_addresses();
    trust_editions();
    trust_books();
    find_runs();
  }

  Reference read() {
    read_label();
    read_year();
    read_addresses();
    read_people();
    read_title();
    read_container();
    read_numbers();
    read_rest();
    out_.type = type();
    out_.language = std::string(title_language(out_.title));
    set_confidence();
    std::sort(out_.places.begin(), out_.places.end(),
              [](const RefPlace& a, const RefPlace& b) { return a.where < b.where; });
    return std::move(out_);
  }

 private:
  /// An address is an address, whatever the model thinks; and nothing else is one.
  void trust_addresses() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const bool url = tokens_[i].kind == RefToken::Kind::url;
      const bool doi = tokens_[i].kind == RefToken::Kind::doi || (url && is_doi_address(i));
      if (doi)
        labels_[i] = {RefField::doi, 1};
      else if (url)
        labels_[i] = {RefField::url, 1};
      else if (labels_[i].field == RefField::doi)
        labels_[i] = {RefField::other, labels_[i].confidence};
    }
  }

  /// The number of "7. Aufl.", "2nd ed." and "(11., revised ed.)" is the edition's, not the end of
  /// the title.
  void trust_editions() {
    for (std::size_t i = 2; i < tokens_.size(); ++i) {
      if (labels_[i].field != RefField::edition || labels_[i - 1].field == RefField::edition)
        continue;
      std::size_t number = i - 1;
      while (number > 0 && (tokens_[number].shape == '.' || tokens_[number].shape == ',')) --number;
      const RefToken& token = tokens_[number];
      if (i - number > 3 || labels_[number].field != RefField::title || token.where.size() > 4 ||
          token.lower[0] < '1' || token.lower[0] > '9' || token.shape == 'Y')
        continue;
      for (std::size_t k = number; k < i; ++k) labels_[k] = labels_[i];
      if (number > 0 && tokens_[number - 1].shape == '(')
        labels_[number - 1].field = RefField::other;
    }
  }

  /// "Title, in: Engelhard, J. (Ed.): Another title" is a chapter and its book.
  void trust_books() {
    bool title = false, editors = false;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const RefField field = labels_[i].field;
      if (field == RefField::journal || field == RefField::book) return;
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const RefField field = labels_[i].field;
      if (field == RefField::title && editors) {
        labels_[i].field = RefField::book;
        continue;
      }
      title = title || field == RefField::title;
      if (field == RefField::editor)
        editors = title;
      else if (field != RefField::other)
        editors = false;  // only what follows the editors at once
    }
  }

  std::string_view text_of(std::size_t i) const { return tokens_[i].where.in(text_); }

  bool is_doi_address(std::size_t i) const {
    return text_of(i).find("doi.org/10.") != std::string_view::npos;
  }

  bool only_marks(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
      if (tokens_[i].kind != RefToken::Kind::punct && (tokens_[i].kinds & kAnd) == 0) return false;
    return true;
  }

  void find_runs() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const RefField field = labels_[i].field;
      if (field == RefField::other) continue;
      const bool goes_on = !runs_.empty() && runs_.back().field == field &&
                           runs_.back().end + 3 >= i && only_marks(runs_.back().end, i) &&
                           !(field == RefField::url || field == RefField::doi);
      if (goes_on) {
        runs_.back().end = i + 1;
      } else {
        runs_.push_back({field, i, i + 1, 0});
      }
    }
    for (Run& run : runs_) {
      double sum = 0;
      std::size_t count = 0;
      for (std::size_t i = run.begin; i < run.end; ++i)
        if (labels_[i].field == run.field) {
          sum += labels_[i].confidence;
          ++count;
        }
      run.confidence = sum / static_cast<double>(count);
    }
  }

  /// The run that speaks most for a field: the longest, weighed by confidence; of equals the first.
  const Run* best(RefField field) const {
    const Run* found = nullptr;
    double most = 0;
    for (const Run& run : runs_) {
      if (run.field != field) continue;
      const double weight = static_cast<double>(run.end - run.begin) * run.confidence;
      if (weight > most) {
        most = weight;
        found = &run;
      }
    }
    return found;
  }

  void place(RefField field, Span where, double confidence) {
    out_.places.push_back({field, where, confidence});
  }

  Span span(std::size_t begin, std::size_t end) const {
    return {tokens_[begin].where.begin, tokens_[end - 1].where.end};
  }

  /// Takes in the mark that closes what the run opened, or that ends it ("?", "!").
  std::size_t with_closing(std::size_t begin, std::size_t end) const {
    int round = 0, square = 0;
    for (std::size_t i = begin; i < end; ++i) {
      round += tokens_[i].shape == '(' ? 1 : tokens_[i].shape == ')' ? -1 : 0;
      square += tokens_[i].shape == '[' ? 1 : tokens_[i].shape == ']' ? -1 : 0;
    }
    while (end < tokens_.size() && labels_[end].field == RefField::other) {
      const char shape = tokens_[end].shape;
      if (shape == ')' && round > 0) {
        --round;
      } else if (shape == ']' && square > 0) {
        --square;
      } else if (shape != '?' && shape != '!') {
        break;
      }
      ++end;
    }
    return end;
  }

  /// The run as a value: without quotes around it and marks at its end.
  std::string value(const Run& run, std::size_t end) const {
    return std::string(span(run.begin, end).in(text_));
  }

  std::string plain_value(RefField field) {
    const Run* run = best(field);
    if (run == nullptr) return {};
    const std::size_t end = with_closing(run->begin, run->end);
    place(field, span(run->begin, end), run->confidence);
    return value(*run, end);
  }

  void read_label() {
    if (const Run* run = best(RefField::label); run != nullptr && run->begin < 3) {
      place(RefField::label, span(run->begin, run->end), run->confidence);
      out_.label = value(*run, run->end);
    }
  }

  bool take_year(std::size_t i, double confidence) {
    const RefToken& token = tokens_[i];
    if (token.shape != 'Y' && token.shape != 'L') return false;
    int year = 0;
    const std::string_view digits = text_of(i).substr(0, 4);
    std::from_chars(digits.data(), digits.data() + digits.size(), year);
    out_.year = year;
    std::size_t end = i + 1;
    if (token.shape == 'L') {
      out_.year_letter = std::string(1, token.lower[4]);
    } else if (end < tokens_.size() && tokens_[end].kind == RefToken::Kind::word &&
               tokens_[end].where.size() == 1 && tokens_[end].shape == 'x' &&
               end + 1 < tokens_.size() &&
               (tokens_[end + 1].shape == ')' || tokens_[end + 1].shape == '.' ||
                tokens_[end + 1].shape == ',')) {
      out_.year_letter = tokens_[end].lower;  // "2011 a)"
      ++end;
    }
    place(RefField::year, span(i, end), confidence);
    return true;
  }

  void read_year() {
    for (const Run& run : runs_) {
      if (run.field != RefField::year) continue;
      for (std::size_t i = run.begin; i < run.end; ++i)
        if (take_year(i, run.confidence)) return;
    }
    for (const Run& run : runs_) {
      if (run.field != RefField::year) continue;
      out_.status = value(run, with_closing(run.begin, run.end));
      place(RefField::year, span(run.begin, run.end), run.confidence);
      return;
    }
    // The model saw none: a year in brackets, then any that no other field claims.
    for (std::size_t i = 1; i + 1 < tokens_.size(); ++i)
      if (tokens_[i - 1].shape == '(' && tokens_[i + 1].shape == ')' && take_year(i, 0.5)) return;
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (labels_[i].field == RefField::other && take_year(i, 0.4)) return;
  }

  /// An address that a line end cut in two goes on as long as the model says so.
  std::size_t address_end(std::size_t i) const {
    std::size_t end = i + 1;
    while (end < tokens_.size() && labels_[end].field == RefField::url &&
           tokens_[end].kind != RefToken::Kind::url)
      ++end;
    while (end > i + 1 && tokens_[end - 1].kind == RefToken::Kind::punct) --end;
    return end;
  }

  static std::string without_blanks(std::string_view text) {
    std::string out;
    for (char c : text)
      if (c != ' ' && c != '\t' && c != '\n') out += c;
    return out;
  }

  void read_addresses() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (labels_[i].field == RefField::doi && out_.doi.empty()) {
        std::string_view doi = text_of(i);
        doi = doi.substr(doi.find("10."));
        for (char c : doi) out_.doi += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        place(RefField::doi, tokens_[i].where, 1);
      } else if (tokens_[i].kind == RefToken::Kind::url && labels_[i].field == RefField::url &&
                 out_.url.empty()) {
        const std::size_t end = address_end(i);
        out_.url = without_blanks(span(i, end).in(text_));
        place(RefField::url, span(i, end), 1);
      }
    }
  }

  /// Runs of people that stand together are one list ("and" between them is no gap).
  bool people_run(RefField field, std::size_t from, std::size_t& begin, std::size_t& end,
                  double& confidence) const {
    bool found = false;
    for (const Run& run : runs_) {
      if (run.field != field || run.begin < from) continue;
      if (!found) {
        begin = run.begin;
        end = run.end;
        confidence = run.confidence;
        found = true;
      } else if (run.begin <= end + 4 && only_marks(end, run.begin)) {
        end = run.end;
        confidence = std::min(confidence, run.confidence);
      } else {
        break;
      }
    }
    return found;
  }

  void read_people() {
    std::size_t begin = 0, end = 0;
    double confidence = 0;
    if (people_run(RefField::author, 0, begin, end, confidence)) {
      std::size_t past = std::min(end + 3, tokens_.size());
      for (std::size_t i = end; i < past; ++i)  // "et al." behind the names
        if (tokens_[i].lower == "al" || tokens_[i].lower == "others") end = i + 1;
      NameList list = read_names(text_, tokens_, begin, end);
      out_.authors = std::move(list.names);
      out_.et_al = list.et_al;
      place(RefField::author, span(begin, end), confidence);
    }
    if (people_run(RefField::editor, 0, begin, end, confidence)) {
      out_.editors = read_names(text_, tokens_, begin, end).names;
      place(RefField::editor, span(begin, end), confidence);
    }
  }

  void read_title() {
    const Run* run = best(RefField::title);
    if (run == nullptr) return;
    // A title of two sentences, or one with a quotation in it, is one run after the other.
    std::size_t begin = run->begin, end = run->end;
    for (const Run& more : runs_) {
      if (more.field != RefField::title) continue;
      if (more.begin >= end && more.begin <= end + 2 && nothing_between(end, more.begin))
        end = more.end;
    }
    end = with_closing(begin, end);
    begin = with_opening_quote(begin, end);
    place(RefField::title, span(begin, end), run->confidence);
    out_.title = std::string(span(begin, end).in(text_));
    if (end < tokens_.size() && tokens_[end].shape == '"' &&
        std::count_if(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                      tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                      [](const RefToken& t) { return t.shape == '"'; }) %
                2 ==
            1)
      out_.title = std::string(span(begin, end + 1).in(text_));
  }

  /// A title that begins with a quotation keeps the quote that it closes: "'New-wave' global
  /// firms". An apostrophe behind a plural ("firms' ") closes nothing, so the quote in front must
  /// follow another one, as in “‘It's a new game’: …”.
  std::size_t with_opening_quote(std::size_t begin, std::size_t end) const {
    if (begin < 2 || tokens_[begin - 1].shape != '\'' || tokens_[begin - 2].shape != '"')
      return begin;
    if (tokens_[begin].blank_before || labels_[begin - 1].field != RefField::other) return begin;
    for (std::size_t i = begin; i + 1 < end; ++i)
      if (tokens_[i].shape == '\'') return begin - 1;
    return begin;
  }

  bool nothing_between(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
      if (labels_[i].field != RefField::other) return false;
    return true;
  }

  void read_container() {
    const Run* journal = best(RefField::journal);
    const Run* book = best(RefField::book);
    const bool as_journal =
        journal != nullptr &&
        (book == nullptr ||
         journal->confidence * static_cast<double>(journal->end - journal->begin) >=
             book->confidence * static_cast<double>(book->end - book->begin));
    journal_ = as_journal;
    out_.container = plain_value(as_journal ? RefField::journal : RefField::book);
    out_.series = plain_value(RefField::series);
    if (!out_.title.empty() || out_.container.empty()) return;
    // A book without another title is the work itself.
    if (!as_journal) {
      out_.title = out_.container;
      out_.container.clear();
      for (RefPlace& place : out_.places)
        if (place.field == RefField::book) place.field = RefField::title;
    }
  }

  /// "153–403" with a plain dash and no blanks; what else stands there stays as printed.
  static std::string page_range(std::string_view text) {
    std::string out;
    for (char c : plain_punctuation(text).text) {
      if (c == '-' && !out.empty() && out.back() == ' ') out.pop_back();
      if (c == ' ' && !out.empty() && out.back() == '-') continue;
      if (c == '-' && !out.empty() && out.back() == '-') continue;
      out += c;
    }
    return out;
  }

  /// "H. 3", "Heft 3", "No. 3"
  bool behind_issue_word(const Run& run) const {
    const std::size_t at = run.begin >= 2 && tokens_[run.begin - 1].shape == '.' ? run.begin - 2
                           : run.begin >= 1                                      ? run.begin - 1
                                                                                 : run.begin;
    return (tokens_[at].kinds & kIssueWord) != 0;
  }

  /// "Vol. 18 Nos 3-4" that was read as two volumes is a volume and an issue.
  void split_volume() {
    const Run *first = nullptr, *second = nullptr;
    for (const Run& run : runs_) {
      if (run.field != RefField::volume) continue;
      if (first == nullptr)
        first = &run;
      else if (second == nullptr)
        second = &run;
    }
    if (second == nullptr || (second->begin > first->end + 3 && !behind_issue_word(*second)))
      return;
    std::erase_if(out_.places,
                  [](const RefPlace& place) { return place.field == RefField::volume; });
    out_.volume = value(*first, first->end);
    out_.issue = value(*second, second->end);
    place(RefField::volume, span(first->begin, first->end), first->confidence);
    place(RefField::issue, span(second->begin, second->end), second->confidence);
  }

  /// Pages are one run even where a dash became a blank.
  void read_numbers() {
    out_.volume = plain_value(RefField::volume);
    out_.issue = plain_value(RefField::issue);
    if (out_.issue.empty()) split_volume();
    const Run* run = best(RefField::pages);
    if (run == nullptr) return;
    place(RefField::pages, span(run->begin, run->end), run->confidence);
    out_.pages = page_range(value(*run, run->end));
  }

  /// "University of Nowhere). ProQuest" closes what the field did not open: it ends before.
  static std::string balanced(std::string value) {
    int open = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
      open += value[i] == '(' ? 1 : value[i] == ')' ? -1 : 0;
      if (open < 0) return value.substr(0, i);
    }
    return value;
  }

  /// A body that publishes its own report stands behind the title once more.
  void part_publisher_from_title() {
    if (!out_.publisher.empty() || out_.authors.size() != 1 || !out_.authors[0].corporate) return;
    const std::string& body = out_.authors[0].family;
    if (!out_.title.ends_with(body) || out_.title.size() < body.size() + 8) return;
    const std::size_t end = out_.title.size() - body.size() - 2;
    if (out_.title[end + 1] != ' ' || (out_.title[end] != ',' && out_.title[end] != '.')) return;
    out_.publisher = body;
    out_.title.resize(end);
    const auto cut = static_cast<std::uint32_t>(body.size());
    for (auto& title : out_.places)
      if (title.field == RefField::title) {
        const Span whole = title.where;
        const auto confidence = title.confidence;
        title.where.end = whole.end - cut - 2;
        place(RefField::publisher, {whole.end - cut, whole.end}, confidence);
        return;
      }
  }

  void read_rest() {
    out_.publisher = balanced(plain_value(RefField::publisher));
    part_publisher_from_title();
    out_.place = plain_value(RefField::place);
    out_.edition = plain_value(RefField::edition);
    out_.genre = plain_value(RefField::genre);
    out_.note = plain_value(RefField::note);
    out_.accessed = plain_value(RefField::accessed);
  }

  std::uint32_t kinds_in(RefField field) const {
    std::uint32_t kinds = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (labels_[i].field == field) kinds |= tokens_[i].kinds;
    return kinds;
  }

  std::string type() const {
    const std::uint32_t where = kinds_in(RefField::book) | kinds_in(RefField::journal);
    const std::uint32_t genre = kinds_in(RefField::genre) | kinds_in(RefField::note);
    if ((genre & kThesisWord) != 0) return "thesis";
    if (!out_.container.empty()) {
      if ((where & kMeetingWord) != 0 && (!journal_ || out_.volume.empty()))
        return "paper-conference";
      if (journal_ && out_.editors.empty()) return "article-journal";
      return "chapter";
    }
    if (((genre | kinds_in(RefField::series)) & kReportWord) != 0) return "report";
    if (!out_.publisher.empty() || !out_.place.empty() || !out_.edition.empty()) return "book";
    if (!out_.url.empty()) return "webpage";
    return out_.title.empty() ? "document" : "book";
  }

  void set_confidence() {
    double least = 1;
    for (const RefPlace& place : out_.places)
      if (place.field != RefField::note && place.field != RefField::label)
        least = std::min(least, place.confidence);
    if (out_.places.empty()) least = 0;
    if (out_.title.empty() && out_.container.empty()) least = std::min(least, 0.3);
    if (!out_.year && out_.status.empty()) least = std::min(least, 0.5);
    if (out_.authors.empty() && out_.editors.empty()) least = std::min(least, 0.6);
    out_.confidence = least;
  }

  std::string_view text_;
  std::vector<RefToken> tokens_;
  Labels labels_;
  std::vector<Run> runs_;
  Reference out_;
  bool journal_ = false;
};

}  // namespace

Reference read_reference(std::string_view text, const ReferenceModel& model) {
  if (text.empty()) return {};
  return Entry(text, model).read();
}

}  // namespace litmine
