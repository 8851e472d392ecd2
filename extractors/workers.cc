// The parent's side of reading in workers: who has which file, until when, and what became of it.
// One loop waits for whatever comes first: a message, the end of a worker, or a deadline.
#include "extractors/workers.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <string>
#include <thread>

#include "extractors/workers_messages.h"
#include "extractors/workers_process.h"

namespace litmine {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLookAround{100};  // between looks at `stop` and at memory
constexpr std::size_t kTalkKept = 4096;                // bytes of a worker's last words

/// Why we ended a worker ourselves.
enum class Ended { by_itself, too_slow, too_large, nonsense };

struct Worker {
  WorkerHandle process;
  MessageReader inbox;
  std::optional<std::size_t> file;  // the one it reads
  Clock::time_point deadline;
  std::uint64_t memory_before = 0;  // resident, where it must be watched
  std::string talk;                 // the end of what it wrote to standard error
  bool leaving = false;
};

std::string signal_name(int number) {
  const char* name = sigabbrev_np(number);
  return name != nullptr ? fmt::format("SIG{}", name) : fmt::format("signal {}", number);
}

/// What is known about the end of a worker, as a Problem of the file it had.
Problem death_problem(const Worker& worker, Ended ended, int status, const WorkerLimits& limits) {
  bool by_signal = ended == Ended::by_itself && WIFSIGNALED(status);
  int signal = by_signal ? WTERMSIG(status) : 0;
  bool said_memory = worker.talk.find("ut of memory") != std::string::npos ||
                     worker.talk.find("bad_alloc") != std::string::npos;
  Problem problem;
  if (ended == Ended::too_slow || signal == SIGXCPU) {
    problem.code = "timeout";
    problem.reason = fmt::format("reading it took longer than {} s",
                                 static_cast<double>(limits.time.count()) / 1000);
    problem.hint = "open it in a viewer and print it to a new PDF, or allow more time";
  } else if (ended == Ended::too_large || said_memory || signal == SIGKILL) {
    problem.code = "memory";
    problem.reason =
        fmt::format("reading it needs more than {} MiB of memory", limits.memory / kMebibyte);
    if (signal == SIGKILL)
      problem.reason = "the system stopped the process that read it, most likely for memory";
    problem.hint = "open it in a viewer and print it to a new PDF, or allow more memory";
  } else {
    problem.code = "crash";
    problem.hint = "open it in a viewer and print it to a new PDF";
    if (ended == Ended::nonsense)
      problem.reason = "the process that read it sent bytes that make no sense";
    else if (by_signal)
      problem.reason = fmt::format("the process that read it crashed ({})", signal_name(signal));
    else
      problem.reason = fmt::format("the process that read it ended with exit status {}",
                                   WIFEXITED(status) ? WEXITSTATUS(status) : -1);
  }
  return problem;
}

class Pool {
 public:
  Pool(const std::vector<std::filesystem::path>& files, const WorkerLimits& limits,
       const WorkerEvents& events, const std::atomic<bool>* stop, const ReadFile& read)
      : files_(files), limits_(limits), events_(events), stop_(stop), read_(read) {}
  ~Pool() { end_all(); }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  std::size_t run(unsigned jobs);

 private:
  bool stopped() const {
    return (stop_ != nullptr && stop_->load()) || (events_.give_up && events_.give_up());
  }
  bool busy() const {
    return std::any_of(workers_.begin(), workers_.end(),
                       [](const Worker& worker) { return worker.file.has_value(); });
  }
  bool start(Worker& worker);
  void give_next(Worker& worker);
  void wait();
  void hear(Worker& worker);
  void listen(Worker& worker);
  bool take(Worker& worker, const Message& message);
  void check_limits(Worker& worker);
  void finish(Worker& worker, bool complete);
  void end(Worker& worker, Ended ended);
  int reap(Worker& worker);
  void end_all();
  template <class Call>
  void tell(const Call& call);
  void tell_problem(std::size_t file, Problem&& problem);

  const std::vector<std::filesystem::path>& files_;
  const WorkerLimits& limits_;
  const WorkerEvents& events_;
  const std::atomic<bool>* stop_;
  const ReadFile& read_;
  std::vector<Worker> workers_;
  std::size_t next_ = 0, finished_ = 0;
};

/// Calls the caller back; the time it takes is nobody's fault and moves all deadlines.
template <class Call>
void Pool::tell(const Call& call) {
  Clock::time_point before = Clock::now();
  call();
  Clock::duration taken = Clock::now() - before;
  for (Worker& worker : workers_) worker.deadline += taken;
}

void Pool::tell_problem(std::size_t file, Problem&& problem) {
  if (problem.file.empty()) problem.file = files_[file].string();
  if (events_.problem) tell([&] { events_.problem(file, std::move(problem)); });
}

bool Pool::start(Worker& worker) {
  worker = Worker{};
  worker.process = start_worker(limits_, read_);
  if (worker.process.pid == 0) return false;
  if (kMemoryMustBeWatched) worker.memory_before = resident_memory(worker.process.pid);
  return true;
}

/// Sends the next file to a worker that has none, starting one if it must. When no process can be
/// started and none is left, the file is given up with that reason.
void Pool::give_next(Worker& worker) {
  std::size_t file = next_++;
  std::string path = files_[file].string();
  std::string request(sizeof(std::uint32_t), '\0');
  auto size = static_cast<std::uint32_t>(path.size());
  std::memcpy(request.data(), &size, sizeof size);
  request += path;
  for (int attempt = 0; attempt < 2; ++attempt) {
    if (worker.process.pid == 0 && !start(worker)) break;
    if (send_all(worker.process.socket, request)) {
      worker.file = file;
      worker.talk.clear();
      worker.deadline = Clock::now() + limits_.time;
      return;
    }
    end(worker, Ended::by_itself);
  }
  if (busy()) {
    next_ = file;  // another worker will come to it
    return;
  }
  Problem problem;
  problem.code = "no-worker";
  problem.reason = fmt::format("no process could be started to read it: {}",
                               std::strerror(worker.process.error));
  problem.hint = "close other programs and run again";
  tell_problem(file, std::move(problem));
  ++finished_;
  if (events_.done) tell([&] { events_.done(file, false); });
}

void Pool::finish(Worker& worker, bool complete) {
  std::size_t file = *worker.file;
  worker.file.reset();
  ++finished_;
  if (events_.done) tell([&] { events_.done(file, complete); });
}

int Pool::reap(Worker& worker) {
  int status = 0;
  pid_t gone = 0;
  do gone = waitpid(worker.process.pid, &status, 0);
  while (gone < 0 && errno == EINTR);
  listen(worker);
  close(worker.process.socket);
  close(worker.process.talk);
  worker.process.pid = 0;
  return status;
}

/// The worker is gone or has to go; the file it had is finished with a Problem.
void Pool::end(Worker& worker, Ended ended) {
  if (worker.process.pid == 0) return;
  if (ended != Ended::by_itself) kill(worker.process.pid, SIGKILL);
  int status = reap(worker);
  if (worker.file) {
    tell_problem(*worker.file, death_problem(worker, ended, status, limits_));
    finish(worker, false);
  }
}

/// Takes one message. False if it is not what a sound worker says.
bool Pool::take(Worker& worker, const Message& message) {
  if (!worker.file) return false;
  std::size_t file = *worker.file;
  switch (message.kind) {
    case MessageKind::document: {
      std::optional<Document> document = unpacked(message.body);
      if (!document) return false;
      if (events_.document) tell([&] { events_.document(file, std::move(*document)); });
      worker.deadline = Clock::now() + limits_.time;
      return true;
    }
    case MessageKind::problem: {
      std::optional<Problem> problem = unpacked_problem(message.body);
      if (!problem) return false;
      tell_problem(file, std::move(*problem));
      worker.deadline = Clock::now() + limits_.time;
      return true;
    }
    case MessageKind::leaving:
      worker.leaving = true;
      finish(worker, true);
      return true;
    case MessageKind::done:
      finish(worker, true);
      return true;
  }
  return false;
}

void Pool::hear(Worker& worker) {
  MessageReader::State state = worker.inbox.read_from(worker.process.socket);
  bool malformed = false;
  while (std::optional<Message> message = worker.inbox.next(malformed))
    if (!take(worker, *message)) {
      end(worker, Ended::nonsense);
      return;
    }
  if (malformed)
    end(worker, Ended::nonsense);
  else if (state == MessageReader::State::closed)
    end(worker, Ended::by_itself);
}

/// Keeps the last words of a worker: they tell a lack of memory from other deaths.
void Pool::listen(Worker& worker) {
  char words[4096];
  ssize_t got = 0;
  while ((got = ::read(worker.process.talk, words, sizeof words)) > 0) {
    worker.talk.append(words, static_cast<std::size_t>(got));
    if (worker.talk.size() > kTalkKept) worker.talk.erase(0, worker.talk.size() - kTalkKept);
  }
}

void Pool::check_limits(Worker& worker) {
  if (!worker.file) return;
  if (Clock::now() >= worker.deadline) {
    end(worker, Ended::too_slow);
    return;
  }
  if (kMemoryMustBeWatched &&
      resident_memory(worker.process.pid) > worker.memory_before + limits_.memory)
    end(worker, Ended::too_large);
}

/// Until something happens, at most kLookAround.
void Pool::wait() {
  std::vector<pollfd> waiting;
  auto left = kLookAround;
  for (const Worker& worker : workers_) {
    bool alive = worker.process.pid != 0;
    waiting.push_back({alive ? worker.process.socket : -1, POLLIN, 0});
    waiting.push_back({alive ? worker.process.talk : -1, POLLIN, 0});
    if (!worker.file) continue;
    auto until = std::chrono::ceil<std::chrono::milliseconds>(worker.deadline - Clock::now());
    left = std::clamp(until, std::chrono::milliseconds{0}, left);
  }
  if (poll(waiting.data(), waiting.size(), static_cast<int>(left.count())) < 0) return;
  for (std::size_t i = 0; i < workers_.size(); ++i) {
    Worker& worker = workers_[i];
    if (worker.process.pid != 0 && (waiting[2 * i + 1].revents & POLLIN) != 0) listen(worker);
    if (worker.process.pid != 0 && waiting[2 * i].revents != 0) hear(worker);
  }
}

void Pool::end_all() {
  for (Worker& worker : workers_) {
    if (worker.process.pid == 0) continue;
    kill(worker.process.pid, SIGKILL);
    reap(worker);
  }
}

std::size_t Pool::run(unsigned jobs) {
  workers_.resize(std::min<std::size_t>(jobs, files_.size()));
  while (!stopped()) {
    for (Worker& worker : workers_) {
      if (worker.leaving && !worker.file) {
        end(worker, Ended::by_itself);
        worker = Worker{};
      }
      if (!worker.file && next_ < files_.size() && !stopped()) give_next(worker);
    }
    if (!busy()) {
      if (next_ >= files_.size()) break;
      continue;
    }
    wait();
    for (Worker& worker : workers_) check_limits(worker);
  }
  std::size_t finished = finished_;
  for (Worker& worker : workers_)
    if (worker.file) finish(worker, false);
  return finished;
}

}  // namespace

std::size_t extract_in_workers(const std::vector<std::filesystem::path>& files, unsigned jobs,
                               const WorkerLimits& limits, const WorkerEvents& events,
                               const std::atomic<bool>* stop, const ReadFile& read) {
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  return Pool(files, limits, events, stop, read).run(jobs);
}

std::size_t extract_in_workers(const std::vector<std::filesystem::path>& files, unsigned jobs,
                               const WorkerLimits& limits, const WorkerEvents& events,
                               const std::atomic<bool>* stop) {
  return extract_in_workers(
      files, jobs, limits, events, stop,
      [](const std::filesystem::path& path, const Intake& intake) { extract_file(path, intake); });
}

}  // namespace litmine
