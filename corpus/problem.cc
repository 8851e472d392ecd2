#include "corpus/problem.h"

namespace litmine {

std::string_view level_name(Problem::Level level) {
  switch (level) {
    case Problem::Level::doubtful:
      return "doubtful";
    case Problem::Level::not_read:
      return "not read";
  }
  return "not read";
}

}  // namespace litmine
