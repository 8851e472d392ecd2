#include "extractors/furniture.h"

namespace litmine {

std::vector<std::string> take_furniture(std::vector<PrintedPage>& pages,
                                        std::vector<Line>& first_page) {
  (void)pages;
  (void)first_page;
  return {};
}

}  // namespace litmine
