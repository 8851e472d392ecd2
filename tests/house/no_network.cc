// no_network PROGRAM ARGUMENTS...: runs a program that is killed as soon as it asks the kernel for
// a network socket. A run that ends well has opened no connection.
// no_network --self-check: shows that such a program is killed, and one that asks for none is not.
//
// A seccomp filter does it: every socket() other than AF_UNIX, and io_uring, which could open one
// unseen, end the process and are inherited by its children.
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <iterator>

namespace {

constexpr int kSkipped = 77;  // SKIP_RETURN_CODE in tests/CMakeLists.txt

#if defined(__x86_64__)
constexpr unsigned kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kMachine = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned kMachine = 0;
#endif

/// False if this kernel has no such filters.
bool forbid_network() {
  const auto at = [](std::size_t offset) { return static_cast<unsigned>(offset); };
  const unsigned kill = SECCOMP_RET_KILL_PROCESS;
  sock_filter rules[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, at(offsetof(seccomp_data, arch))),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kMachine, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, kill),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, at(offsetof(seccomp_data, nr))),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 4, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 2),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, at(offsetof(seccomp_data, args))),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_RET | BPF_K, kill),
  };
  const sock_fprog program{static_cast<unsigned short>(std::size(rules)), rules};
  return kMachine != 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

int skip() {
  std::puts("skipped: this kernel offers no seccomp filter");
  return kSkipped;
}

/// How a child ends that asks for a socket of this family under the filter.
int end_of_child_that_opens(int family) {
  const pid_t child = fork();
  if (child == 0) {
    if (!forbid_network()) _exit(kSkipped);
    if (family >= 0) close(socket(family, SOCK_STREAM, 0));
    _exit(0);
  }
  int end = 0;
  waitpid(child, &end, 0);
  return end;
}

int self_check() {
  const int quiet = end_of_child_that_opens(-1);
  if (WIFEXITED(quiet) && WEXITSTATUS(quiet) == kSkipped) return skip();
  bool good = WIFEXITED(quiet) && WEXITSTATUS(quiet) == 0;
  const int local = end_of_child_that_opens(AF_UNIX);
  good = good && WIFEXITED(local) && WEXITSTATUS(local) == 0;
  for (const int family : {AF_INET, AF_INET6, AF_NETLINK, AF_PACKET}) {
    const int end = end_of_child_that_opens(family);
    const bool killed = WIFSIGNALED(end) && WTERMSIG(end) == SIGSYS;
    std::printf("socket family %d: %s\n", family, killed ? "killed" : "NOT killed");
    good = good && killed;
  }
  return good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: no_network --self-check | PROGRAM ARGUMENTS...\n", stderr);
    return 2;
  }
  if (std::strcmp(argv[1], "--self-check") == 0) return self_check();
  if (!forbid_network()) return skip();
  execvp(argv[1], argv + 1);
  std::fprintf(stderr, "no_network: %s: %s\n", argv[1], std::strerror(errno));
  return 2;
}
