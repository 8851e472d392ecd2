// The program reads the picture (PGM) from its standard input and writes its table to its standard
// output. The one thing to know: it reads all before it writes anything, so one pipe can be filled
// and closed before the other is read.
#include "extractors/ocr.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <optional>

#include "extractors/structure_strings.h"

namespace litmine {
namespace {

constexpr std::size_t kMostOutput = 8U << 20U;  // bytes of one page's table
constexpr float kSizeOfLine = 0.75F;            // font size, of the height of a line's ink
constexpr int kLineLevel = 4, kWordLevel = 5;   // in the table's first column

/// One row of the table.
struct Row {
  int level = 0, left = 0, top = 0, width = 0, height = 0;
  float confidence = -1;
  std::string_view text;
};

std::optional<float> number_in(std::string_view text) {
  float number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// level, page, block, paragraph, line, word, left, top, width, height, confidence, text
std::optional<Row> row_of(std::string_view line) {
  constexpr std::size_t kColumns = 11;  // before the text
  std::array<float, kColumns> numbers{};
  for (std::size_t i = 0; i < kColumns; ++i) {
    std::size_t tab = line.find('\t');
    std::optional<float> number = number_in(line.substr(0, tab));
    if (!number || !(*number > -1e6F && *number < 1e6F)) return std::nullopt;
    numbers[i] = *number;
    if (tab == std::string_view::npos && i + 1 < kColumns) return std::nullopt;
    line = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
  }
  auto whole = [&](std::size_t i) { return static_cast<int>(numbers[i]); };
  return Row{whole(0), whole(6), whole(7), whole(8), whole(9), numbers[10], trimmed(line)};
}

/// A program that ends without reading its input must not end us: while this lives, writing to it
/// fails instead.
class WithoutPipeSignal {
 public:
  WithoutPipeSignal() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &ignore, &before_);
  }
  ~WithoutPipeSignal() { sigaction(SIGPIPE, &before_, nullptr); }
  WithoutPipeSignal(const WithoutPipeSignal&) = delete;
  WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;

 private:
  struct sigaction before_ {};
};

struct Pipe {
  int read = -1, write = -1;
};

std::optional<Pipe> make_pipe() {
  std::array<int, 2> ends{-1, -1};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{ends[0], ends[1]};
}

bool write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t sent = ::write(to, bytes.data(), bytes.size());
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::string read_all(int from) {
  std::string bytes;
  std::array<char, 16384> some{};
  while (bytes.size() < kMostOutput) {
    ssize_t got = ::read(from, some.data(), some.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    bytes.append(some.data(), static_cast<std::size_t>(got));
  }
  return bytes;
}

/// Between fork and exec: only calls that are safe there.
[[noreturn]] void become(const std::vector<char*>& command, const Pipe& in, const Pipe& out) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  int nothing = open("/dev/null", O_WRONLY);
  dup2(in.read, STDIN_FILENO);
  dup2(out.write, STDOUT_FILENO);
  dup2(nothing, STDERR_FILENO);
  syscall(SYS_close_range, STDERR_FILENO + 1, ~0U, 0);
  execvp(command[0], command.data());
  _exit(127);
}

Error not_started(const OcrOptions& options) {
  return Error{Error::Kind::not_found, fmt::format("'{}' could not be started", options.program),
               "install it (Debian: tesseract-ocr and a language, tesseract-ocr-eng)"};
}

/// Runs a command with `input`; its output, or why there is none.
Result<std::string> output_of(const OcrOptions& options, std::string_view input) {
  std::optional<Pipe> in = make_pipe();
  if (!in) return tl::unexpected(not_started(options));
  std::optional<Pipe> out = make_pipe();
  if (!out) {
    close(in->read), close(in->write);
    return tl::unexpected(not_started(options));
  }
  std::vector<std::string> words = {options.program,   "stdin", "stdout", "-l",
                                    options.languages, "--psm", "1",      "tsv"};
  std::vector<char*> command;
  command.reserve(words.size() + 1);
  for (std::string& word : words) command.push_back(word.data());
  command.push_back(nullptr);
  pid_t child = fork();
  if (child == 0) become(command, *in, *out);
  close(in->read), close(out->write);
  std::string output;
  if (child > 0) {
    WithoutPipeSignal quiet;
    write_all(in->write, input);  // it may end without reading; its exit status tells
    close(in->write);
    output = read_all(out->read);
  } else {
    close(in->write);
  }
  close(out->read);
  if (child < 0) return tl::unexpected(not_started(options));
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 127) return tl::unexpected(not_started(options));
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    return tl::unexpected(
        Error{Error::Kind::unsupported,
              fmt::format("'{}' could not read it with the languages '{}'", options.program,
                          options.languages),
              "check with 'tesseract --list-langs' that these languages are installed"});
  return output;
}

}  // namespace

RecognizedPage words_of_tsv(std::string_view table, float points_per_pixel) {
  RecognizedPage page;
  Row line;
  double sum = 0;
  while (!table.empty()) {
    std::size_t end = table.find('\n');
    std::optional<Row> row = row_of(table.substr(0, end));
    table = end == std::string_view::npos ? std::string_view{} : table.substr(end + 1);
    if (!row || row->width <= 0 || row->height <= 0) continue;
    if (row->level == kLineLevel) line = *row;
    if (row->level != kWordLevel || row->text.empty() || row->confidence < 0) continue;
    const Row& tall = line.height > 0 ? line : *row;
    PrintedWord word;
    word.text = std::string(row->text);
    word.box = {static_cast<float>(row->left) * points_per_pixel,
                static_cast<float>(tall.top) * points_per_pixel,
                static_cast<float>(row->left + row->width) * points_per_pixel,
                static_cast<float>(tall.top + tall.height) * points_per_pixel};
    word.size = std::max(1.0F, kSizeOfLine * word.box.height());
    word.space_after = true;
    page.words.push_back(std::move(word));
    sum += row->confidence;
  }
  if (!page.words.empty())
    page.confidence = static_cast<float>(sum / static_cast<double>(page.words.size()));
  return page;
}

Result<RecognizedPage> recognized(const Picture& page, const OcrOptions& options) {
  std::string input = fmt::format("P5\n{} {}\n255\n", page.width, page.height);
  input.append(reinterpret_cast<const char*>(page.gray.data()), page.gray.size());
  Result<std::string> table = output_of(options, input);
  if (!table) return tl::unexpected(table.error());
  return words_of_tsv(*table, page.points);
}

}  // namespace litmine
