// What a worker does, from fork to _exit. It is forked without exec: the program is in memory
// already, and nothing has to be found on disk. The one thing to know: after the fork it must never
// return into its parent's code, nor run its parent's exit handlers; it ends by _exit only.
#include "extractors/workers_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <new>
#include <string>

#include "extractors/workers_messages.h"

#if defined(__SANITIZE_ADDRESS__)
#define LITMINE_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LITMINE_ADDRESS_SANITIZER 1
#endif
#endif

namespace litmine {

#ifdef LITMINE_ADDRESS_SANITIZER
const bool kMemoryMustBeWatched = true;
#else
const bool kMemoryMustBeWatched = false;
#endif

namespace {

constexpr unsigned kFilesPerProcess = 200;                // then a fresh one, against leaks
constexpr std::uint64_t kGrownTooMuch = 256 * kMebibyte;  // bytes resident, after a file
constexpr std::uint64_t kOpenFiles = 64;                  // fonts and maps of characters need a few
constexpr int kSocket = 3;                                // where the worker keeps its end

/// Pages of memory, mapped and resident, from /proc; zeros if they cannot be told.
struct Memory {
  std::uint64_t mapped = 0, resident = 0;  // bytes
};

Memory memory_of(const char* statm) {
  Memory memory;
  std::FILE* file = std::fopen(statm, "re");
  if (file == nullptr) return memory;
  unsigned long long mapped = 0, resident = 0;
  if (std::fscanf(file, "%llu %llu", &mapped, &resident) == 2) {  // NOLINT(cert-err34-c)
    auto page = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    memory = {mapped * page, resident * page};
  }
  std::fclose(file);
  return memory;
}

/// The soft limit; the hard one stays, so that it can be set again for the next file.
void limit(__rlimit_resource what, std::uint64_t most) {
  rlimit value{};
  if (getrlimit(what, &value) != 0) return;
  value.rlim_cur = std::min<rlim_t>(most, value.rlim_max);
  setrlimit(what, &value);
}

/// The parent's clock is what ends a slow file; this is for the day the parent cannot.
void limit_processor_time(const WorkerLimits& limits) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  auto so_far = static_cast<std::uint64_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  auto allowed = static_cast<std::uint64_t>(limits.time.count()) / 1000;
  limit(RLIMIT_CPU, so_far + 2 * allowed + 10);
}

void limit_memory(const WorkerLimits& limits) {
  if (kMemoryMustBeWatched) return;
  Memory now = memory_of("/proc/self/statm");
  if (now.mapped > 0) limit(RLIMIT_AS, now.mapped + limits.memory);
}

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kArchitecture = 0;
#endif

/// From here on no socket can be made or connected: the kernel answers EPERM. The pair to the
/// parent exists already. Where the kernel has no seccomp the worker goes without.
void forbid_network() {
  if (kArchitecture == 0) return;
  constexpr std::uint32_t kDenied = SECCOMP_RET_ERRNO | EPERM;
  constexpr std::uint32_t kForeignCalls = 0x40000000;  // x32 on x86-64: other numbers, same calls
  std::array filter{
      sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
      sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0),
      sock_filter BPF_STMT(BPF_RET | BPF_K, kDenied),
      sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      sock_filter BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, kForeignCalls, 5, 0),
      sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_socket, 4, 0),
      sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_connect, 3, 0),
      sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_bind, 2, 0),
      sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_io_uring_setup, 1, 0),
      sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      sock_filter BPF_STMT(BPF_RET | BPF_K, kDenied),
  };
  sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

void close_all_from(int first) {
  if (syscall(SYS_close_range, first, ~0U, 0) == 0) return;
  long most = sysconf(_SC_OPEN_MAX);
  for (int fd = first; fd < (most > 0 ? most : 1024); ++fd) close(fd);
}

/// Nothing of the parent's stays open: not its terminal, not the index it writes.
void keep_only(int socket, int talk) {
  constexpr int kOutOfTheWay = 10;
  socket = fcntl(socket, F_DUPFD, kOutOfTheWay);
  talk = fcntl(talk, F_DUPFD, kOutOfTheWay);
  int nothing = open("/dev/null", O_RDWR);
  nothing = fcntl(nothing, F_DUPFD, kOutOfTheWay);
  if (socket < 0 || talk < 0 || nothing < 0) _exit(126);
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  dup2(talk, STDERR_FILENO);
  dup2(socket, kSocket);
  close_all_from(kSocket + 1);
}

void settle_signals(pid_t parent) {
  for (int number = 1; number < NSIG; ++number) std::signal(number, SIG_DFL);
  std::signal(SIGINT, SIG_IGN);  // Ctrl-C goes to the whole group; the parent decides
  std::signal(SIGQUIT, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);  // it died before we could ask to be told
}

Problem out_of_memory(const WorkerLimits& limits) {
  Problem problem;
  problem.code = "memory";
  problem.reason =
      fmt::format("reading it needs more than {} MiB of memory", limits.memory / kMebibyte);
  return problem;
}

/// Reads one file and sends what it gives. False when the parent is gone.
bool read_one(const std::filesystem::path& path, const WorkerLimits& limits, const ReadFile& read) {
  bool heard = true;
  Intake intake;
  intake.document = [&](Document&& document) {
    heard = heard && send_message(kSocket, MessageKind::document, packed(document));
    limit_processor_time(limits);
  };
  intake.problem = [&](Problem&& problem) {
    heard = heard && send_message(kSocket, MessageKind::problem, packed_problem(problem));
    limit_processor_time(limits);
  };
  limit_memory(limits);
  limit_processor_time(limits);
  try {
    read(path, intake);
  } catch (const std::bad_alloc&) {
    intake.problem(out_of_memory(limits));
  } catch (const std::exception& error) {
    Problem problem;
    problem.code = "crash";
    problem.reason = fmt::format("could not be read: {}", error.what());
    intake.problem(std::move(problem));
  } catch (...) {
    Problem problem;
    problem.code = "crash";
    problem.reason = "could not be read: an unknown exception";
    intake.problem(std::move(problem));
  }
  return heard;
}

/// Set once, before a worker reads its first file; a worker has one thread.
WorkerLimits& own_limits() {
  static WorkerLimits limits;
  return limits;
}

[[noreturn]] void work(const WorkerLimits& limits, const ReadFile& read) {
  own_limits() = limits;
  std::uint64_t at_start = memory_of("/proc/self/statm").resident;
  std::string path;
  for (unsigned files = 1;; ++files) {
    std::uint32_t size = 0;
    if (!receive_all(kSocket, reinterpret_cast<char*>(&size), sizeof size)) _exit(0);
    path.resize(size);
    if (!receive_all(kSocket, path.data(), size)) _exit(0);
    if (!read_one(path, limits, read)) _exit(0);
    std::uint64_t now = memory_of("/proc/self/statm").resident;
    bool leaving = files >= kFilesPerProcess || now > at_start + kGrownTooMuch;
    if (!send_message(kSocket, leaving ? MessageKind::leaving : MessageKind::done, {}) || leaving)
      _exit(0);
  }
}

}  // namespace

const WorkerLimits& limits_here() { return own_limits(); }

std::uint64_t resident_memory(pid_t pid) {
  return memory_of(fmt::format("/proc/{}/statm", pid).c_str()).resident;
}

WorkerHandle start_worker(const WorkerLimits& limits, const ReadFile& read) {
  WorkerHandle worker;
  std::array<int, 2> sockets{-1, -1}, talk{-1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0) {
    worker.error = errno;
    return worker;
  }
  if (pipe2(talk.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
    worker.error = errno;
    for (int fd : sockets) close(fd);
    return worker;
  }
  pid_t parent = getpid();
  pid_t pid = fork();
  if (pid == 0) {
    settle_signals(parent);
    keep_only(sockets[1], talk[1]);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, kOpenFiles);
    forbid_network();
    work(limits, read);
  }
  int error = errno;
  close(sockets[1]);
  close(talk[1]);
  if (pid < 0) {
    worker.error = error;
    close(sockets[0]);
    close(talk[0]);
    return worker;
  }
  worker.pid = pid;
  worker.socket = sockets[0];
  worker.talk = talk[0];
  return worker;
}

}  // namespace litmine
