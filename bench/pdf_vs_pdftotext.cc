// pdf_vs_pdftotext LITMINE FOLDER: what `litmine index` costs beside pdftotext over the same PDFs.
//
// Both run in turn, three rounds, in the same minute on the same cores; only the ratios of the
// medians say something. pdftotext is started once a file and its text thrown away; litmine makes a
// finished index. CPU time includes that of child processes. PDFS=FOLDER in the environment
// replaces FOLDER.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

constexpr int kRounds = 3;
constexpr rlim_t kSecondsAFile = 60;  // some broken files keep pdftotext busy for ever

/// Seconds, and how many of the calls did not end with 0.
struct Cost {
  double wall = 0, cpu = 0;
  int failed = 0;
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Runs one program, its output thrown away; it is killed after `limit` seconds of CPU time.
Cost run(const std::vector<std::string>& command, rlim_t limit = RLIM_INFINITY) {
  std::vector<char*> argv;
  argv.reserve(command.size() + 1);
  for (const std::string& word : command) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    const int nothing = open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) dup2(nothing, stream);
    const rlimit cpu{limit, limit};
    setrlimit(RLIMIT_CPU, &cpu);
    execvp(argv[0], argv.data());
    _exit(127);
  }
  int end = 0;
  rusage used{};
  wait4(child, &end, 0, &used);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  return {wall.count(), seconds(used.ru_utime) + seconds(used.ru_stime),
          WIFEXITED(end) && WEXITSTATUS(end) == 0 ? 0 : 1};
}

Cost run_pdftotext(const std::vector<std::string>& pdfs) {
  Cost sum;
  for (const std::string& pdf : pdfs) {
    const Cost one = run({"pdftotext", pdf, "-"}, kSecondsAFile);
    sum = {sum.wall + one.wall, sum.cpu + one.cpu, sum.failed + one.failed};
  }
  return sum;
}

Cost run_litmine(const std::string& litmine, const std::vector<std::string>& pdfs, int jobs,
                 const fs::path& index) {
  fs::remove_all(index);
  std::vector<std::string> command = {litmine,        "index",  "--index",
                                      index.string(), "--jobs", std::to_string(jobs)};
  command.insert(command.end(), pdfs.begin(), pdfs.end());
  return run(command);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

Cost median(const std::vector<Cost>& rounds) {
  std::vector<double> wall, cpu;
  for (const Cost& cost : rounds) {
    wall.push_back(cost.wall);
    cpu.push_back(cost.cpu);
  }
  return {median(wall), median(cpu), rounds.back().failed};
}

std::vector<std::string> pdfs_under(const fs::path& folder) {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == ".pdf")
      found.push_back(entry.path().string());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

int main(int argc, char** argv) {
  const char* chosen = getenv("PDFS");
  if (argc != 3) {
    fmt::print(stderr, "usage: pdf_vs_pdftotext LITMINE FOLDER\n");
    return 2;
  }
  const fs::path folder = chosen != nullptr && *chosen != '\0' ? chosen : argv[2];
  if (!fs::is_directory(folder)) {
    fmt::print(stderr, "pdf_vs_pdftotext: '{}' is not a folder\n", folder.string());
    return 2;
  }
  if (std::system("command -v pdftotext >/dev/null") != 0) {
    fmt::print("skipped: pdftotext is not installed (Debian: poppler-utils)\n");
    return 0;
  }
  const std::vector<std::string> pdfs = pdfs_under(folder);
  if (pdfs.empty()) {
    fmt::print("skipped: no PDF under '{}'\n", folder.string());
    return 0;
  }

  const fs::path index =
      fs::temp_directory_path() / fmt::format("litmine-bench-{}", static_cast<long>(getpid()));
  std::vector<Cost> pdftotext, one_job, two_jobs;
  for (int round = 0; round < kRounds; ++round) {
    pdftotext.push_back(run_pdftotext(pdfs));
    one_job.push_back(run_litmine(argv[1], pdfs, 1, index));
    two_jobs.push_back(run_litmine(argv[1], pdfs, 2, index));
  }
  fs::remove_all(index);

  const Cost base = median(pdftotext);
  fmt::print("{} PDFs under {}, {} rounds in turn, medians\n\n", pdfs.size(), folder.string(),
             kRounds);
  fmt::print("{:<24}{:>9}{:>9}{:>17}{:>17}\n", "", "wall s", "CPU s", "wall/pdftotext",
             "CPU/pdftotext");
  const auto line = [&](const char* name, const std::vector<Cost>& rounds) {
    const Cost cost = median(rounds);
    fmt::print("{:<24}{:>9.2f}{:>9.2f}{:>17.2f}{:>17.2f}{}\n", name, cost.wall, cost.cpu,
               cost.wall / base.wall, cost.cpu / base.cpu,
               cost.failed > 0 ? fmt::format("   {} calls did not end well", cost.failed) : "");
  };
  line("pdftotext, file by file", pdftotext);
  line("litmine index --jobs 1", one_job);
  line("litmine index --jobs 2", two_jobs);
  return 0;
}
