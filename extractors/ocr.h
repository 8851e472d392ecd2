// Text of pages that are only pictures, recognized by the program tesseract when the user asks for
// it. What it says is never as sure as printed text: whoever reads pages so must say so.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layout.h"
#include "text/result.h"

namespace litmine {

struct OcrOptions {
  bool wanted = false;
  std::string languages = "eng";      ///< as tesseract names them, joined by '+': "eng+deu"
  std::string program = "tesseract";  ///< looked for along PATH
};

/// A page as gray pixels, row by row, 0 black.
struct Picture {
  std::uint32_t width = 0, height = 0;  ///< pixels
  float points = 1;                     ///< points a pixel
  std::vector<std::uint8_t> gray;       ///< width * height of them
};

struct RecognizedPage {
  std::vector<PrintedWord> words;  ///< with boxes in points
  float confidence = 0;            ///< mean over the words, 0 to 100
};

/// Words of tesseract's table (its output format `tsv`). A word's box is as high as its line, as
/// that of a printed word is, and its size follows from that. Lines it cannot read are left out.
RecognizedPage words_of_tsv(std::string_view table, float points_per_pixel);

/// Runs the program on one page. Errors: it cannot be started, or it ends with an error. It runs
/// under the limits of the process that calls this and ends with it.
Result<RecognizedPage> recognized(const Picture& page, const OcrOptions& options);

}  // namespace litmine
