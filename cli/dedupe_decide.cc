#include "cli/dedupe_decide.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

#include "cli/tables.h"

namespace litmine {
namespace {

/// One key without Enter, as long as this lives; nothing when the keys come from a file.
class KeyByKey {
 public:
  explicit KeyByKey(const std::istream& in) {
    if (&in != &std::cin || !isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    changed_ = tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0;
  }
  ~KeyByKey() {
    if (changed_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
  }
  KeyByKey(const KeyByKey&) = delete;
  KeyByKey& operator=(const KeyByKey&) = delete;

 private:
  termios before_{};
  bool changed_ = false;
};

/// The next key; q at the end.
char key_from(std::istream& in) {
  for (char c; in.get(c);)
    if (c != '\n' && c != '\r' && c != ' ' && c != '\t') return static_cast<char>(c | 32);
  return 'q';
}

std::string authors_of(const Document& document) {
  std::string out;
  for (const Author& author : known_by(document.about))
    out += (out.empty() ? "" : "; ") + author.family +
           (author.given.empty() ? "" : ", " + author.given);
  return out;
}

void show_record(const DedupeRecords& records, std::uint32_t place, std::ostream& out) {
  const Biblio& about = records.documents[place].about;
  out << fmt::format("  {}\n    {}\n", records.names[place],
                     about.title.empty() ? "(no title)" : about.title);
  const std::string authors = authors_of(records.documents[place]);
  if (!authors.empty()) out << "    " << authors << '\n';
  std::string where = about.year ? std::to_string(*about.year) : "no year";
  if (!about.source.empty()) where += ", " + about.source;
  if (!about.volume.empty()) where += ", " + about.volume;
  if (!about.issue.empty()) where += " (" + about.issue + ")";
  if (!about.pages.empty()) where += ", " + about.pages;
  if (!about.doi.empty()) where += ", doi " + about.doi;
  if (!about.pmid.empty()) where += ", pmid " + about.pmid;
  out << "    " << where << '\n';
}

struct Answer {
  char key;
  Relation relation;
};
constexpr Answer kAnswers[] = {
    {'s', Relation::same}, {'d', Relation::different}, {'l', Relation::linked}};
constexpr const char* kQuestion =
    "  [s]ame  [d]ifferent  [l]inked reports of one study  [n]ext  [u]ndo  [q]uit: ";

}  // namespace

Result<DecisionFile> DecisionFile::open(const std::filesystem::path& path,
                                        const std::string& person, std::vector<Problem>& problems) {
  DecisionFile file;
  file.path_ = path;
  file.person_ = person;
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return file;
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  if (!in || std::filesystem::is_directory(path, error))
    return failure(Error::Kind::unreadable,
                   fmt::format("'{}' cannot be read as a file of decisions", path.string()),
                   "give another file with --decisions");
  file.decisions_ = read_decisions(text.str(), path.string(), problems);
  return file;
}

std::vector<PairDecision> DecisionFile::on(const DedupeRecords& records, Terminal& terminal) const {
  const StandingDecisions all = standing();
  for (const DuplicateDecision& decision : all.contested)
    terminal.err << fmt::format("{}: people decided differently about {} and {}: {}\n",
                                path_.string(), decision.a, decision.b, decision.note);
  std::size_t elsewhere = 0;
  auto found = decisions_on(all.agreed, records.keys, &elsewhere);
  for (const PairDecision& contested : decisions_on(all.contested, records.keys))
    found.push_back(contested);
  if (elsewhere > 0)
    terminal.err << fmt::format("{}: {} of {} decisions are about records that are not here\n",
                                path_.string(), elsewhere, all.agreed.size());
  return found;
}

Result<void> DecisionFile::decide(const std::vector<std::string>& words,
                                  const DedupeRecords& records) {
  std::uint32_t places[2] = {};
  for (int i = 0; i < 2; ++i) {
    const auto found = std::find(records.names.begin(), records.names.end(), words[i + 1]);
    if (found == records.names.end())
      return failure(Error::Kind::usage, fmt::format("there is no record '{}'", words[i + 1]),
                     "records are named as in the listing: 'scopus.ris#12'");
    places[i] = static_cast<std::uint32_t>(found - records.names.begin());
  }
  if (words[0] == "open") return decide(std::nullopt, places[0], places[1], records);
  for (Relation relation : {Relation::same, Relation::linked, Relation::different})
    if (words[0] == name_of(relation)) return decide(relation, places[0], places[1], records);
  return failure(Error::Kind::usage, fmt::format("'{}' is not a decision", words[0]),
                 "it is same, linked, different or open");
}

Result<void> DecisionFile::decide(std::optional<Relation> relation, std::uint32_t a,
                                  std::uint32_t b, const DedupeRecords& records) {
  if (records.keys[a] == records.keys[b])
    return failure(Error::Kind::usage,
                   fmt::format("'{}' and '{}' say the same, word for word", records.names[a],
                               records.names[b]),
                   "nothing tells them apart; they are always one");
  DuplicateDecision decision;
  decision.relation = relation;
  decision.a = std::min(records.keys[a], records.keys[b]);
  decision.b = std::max(records.keys[a], records.keys[b]);
  decision.person = person_;
  decision.note = records.documents[a].about.title + " | " + records.documents[b].about.title;
  return append(std::move(decision));
}

Result<void> DecisionFile::undo(Terminal& terminal) {
  std::vector<std::pair<std::string, std::string>> open;
  for (auto at = decisions_.rbegin(); at != decisions_.rend(); ++at) {
    const DuplicateDecision& last = *at;
    if (last.person != person_) continue;
    const auto pair = std::make_pair(last.a, last.b);
    if (std::find(open.begin(), open.end(), pair) != open.end()) continue;
    open.push_back(pair);
    if (!last.relation) continue;
    DuplicateDecision back = last;
    terminal.err << fmt::format("taken back: {}, {}\n", name_of(*back.relation), back.note);
    back.relation.reset();
    return append(std::move(back));
  }
  return failure(Error::Kind::not_found,
                 fmt::format("there is no decision to take back in '{}'", path_.string()), "");
}

Result<void> DecisionFile::append(DuplicateDecision decision) {
  std::error_code error;
  const bool is_new = !std::filesystem::exists(path_, error);
  std::string text;
  if (is_new)
    text = "# litmine: decisions about duplicates; the last line about two records counts\n";
  text += line_of(decision);
  // One write at the end of the file: what others add meanwhile stays.
  const int fd = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  std::size_t written = 0;
  while (fd >= 0 && written < text.size()) {
    const ssize_t step = ::write(fd, text.data() + written, text.size() - written);
    if (step < 0 && errno == EINTR) continue;
    if (step <= 0) break;
    written += static_cast<std::size_t>(step);
  }
  const int why = errno;
  const bool closed = fd >= 0 && ::close(fd) == 0;
  if (written < text.size() || !closed)
    return failure(Error::Kind::unreadable,
                   fmt::format("cannot write '{}': {}", path_.string(), std::strerror(why)),
                   "give another file with --decisions");
  decisions_.push_back(std::move(decision));
  return {};
}

Result<void> review(const Duplicates& found, const DedupeRecords& records, DecisionFile& file,
                    Terminal& terminal) {
  KeyByKey keys(terminal.in);
  std::vector<std::size_t> decided;  // pairs decided in this review, in order
  for (std::size_t at = 0; at < found.doubtful.size();) {
    const ComparedPair& pair = found.doubtful[at];
    terminal.out << fmt::format("{} of {}, {} points: {}\n", at + 1, found.doubtful.size(),
                                pair.likeness.points, in_words(pair.likeness));
    show_record(records, pair.a, terminal.out);
    show_record(records, pair.b, terminal.out);
    for (bool asking = true; asking;) {
      terminal.out << kQuestion << std::flush;
      const char key = key_from(terminal.in);
      terminal.out << key << '\n';
      asking = false;
      const auto answer = std::find_if(std::begin(kAnswers), std::end(kAnswers),
                                       [&](const Answer& a) { return a.key == key; });
      if (answer != std::end(kAnswers)) {
        auto written = file.decide(answer->relation, pair.a, pair.b, records);
        if (!written) return written;
        decided.push_back(at++);
      } else if (key == 'n') {
        ++at;
      } else if (key == 'q') {
        return {};
      } else if (key == 'u' && !decided.empty()) {
        const ComparedPair& last = found.doubtful[decided.back()];
        auto written = file.decide(std::nullopt, last.a, last.b, records);
        if (!written) return written;
        at = decided.back();
        decided.pop_back();
      } else {
        terminal.out << (key == 'u' ? "  nothing to undo in this review; 'litmine dedupe --undo' "
                                      "takes back earlier decisions\n"
                                    : "  that is none of the keys\n");
        asking = true;
      }
    }
  }
  terminal.out << "no doubtful pair is left\n";
  return {};
}

}  // namespace litmine
