// Any words at any places: a PDF may print them outside the page, turned, or nowhere at all.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "bench/fuzz/document_checks.h"
#include "extractors/furniture.h"
#include "extractors/layout.h"

namespace {

using namespace litmine;

/// Takes the input apart; gives zeros once it is used up.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  bool left() const { return size_ > 0; }
  template <class T>
  T take() {
    T value{};
    const std::size_t n = std::min(sizeof(T), size_);
    std::memcpy(&value, data_, n);
    data_ += n;
    size_ -= n;
    return value;
  }
  /// Mostly a place on a page, now and then any float there is.
  float place() {
    const auto kind = take<std::uint8_t>();
    return kind < 250 ? static_cast<float>(take<std::uint16_t>() % 900) : take<float>();
  }
  std::string text() {
    static constexpr const char* kWords[] = {"the", "Method", "1.", "•",
                                             "co-", "(2020)", "",   "ﬁrm"};
    return kWords[take<std::uint8_t>() % std::size(kWords)];
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
};

PrintedWord word_from(Bytes& bytes) {
  PrintedWord word;
  word.text = bytes.text();
  word.box.left = bytes.place();
  word.box.top = bytes.place();
  word.box.right = word.box.left + static_cast<float>(bytes.take<std::uint8_t>());
  word.box.bottom = word.box.top + static_cast<float>(bytes.take<std::uint8_t>() % 40);
  word.size = static_cast<float>(bytes.take<std::uint8_t>() % 40);
  const auto flags = bytes.take<std::uint8_t>();
  word.bold = (flags & 1) != 0;
  word.italic = (flags & 2) != 0;
  word.space_after = (flags & 4) != 0;
  word.turned = (flags & 64) != 0 ? (flags >> 4) & 3 : 0;
  return word;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  std::vector<PrintedPage> pages;
  while (bytes.left() && pages.size() < 8) {
    const float width = bytes.place(), height = bytes.place();
    std::vector<PrintedWord> words;
    for (int n = bytes.take<std::uint8_t>(); n > 0 && bytes.left(); --n)
      words.push_back(word_from(bytes));
    const auto number = static_cast<std::uint32_t>(pages.size() + 1);
    pages.push_back(printed_page(number, width, height, std::move(words)));
  }
  Manuscript manuscript;
  manuscript.page_count = static_cast<std::uint32_t>(pages.size());
  manuscript.extractor = "pdf";
  manuscript.furniture = take_furniture(pages, manuscript.first_page_furniture);
  manuscript.body_size = body_size(pages);
  for (const PrintedPage& page : pages) read_page(page, manuscript.body_size, manuscript.lines);
  fuzz::check_document(to_document(manuscript));
  return 0;
}
