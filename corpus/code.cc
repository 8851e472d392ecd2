#include "corpus/code.h"

namespace litmine {

std::string_view band_name(Band band) {
  switch (band) {
    case Band::low:
      return "low";
    case Band::medium:
      return "medium";
    case Band::high:
      return "high";
  }
  return "low";
}

}  // namespace litmine
