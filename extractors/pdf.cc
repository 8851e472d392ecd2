// PDF through poppler-cpp 22.12. Three things to know about it, each learnt from a file:
//
//   - pages() crashes on a locked document, so is_locked() is asked first.
//   - A document that cannot be opened is a null pointer; why is only told to the debug callback.
//   - text_list() makes a new output device for every page, and with it opens every colour profile
//     of the page again; see cmsOpenProfileFromMem below.
#include "extractors/pdf.h"

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <poppler-toc.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstring>
#include <fstream>
#include <memory>
#include <new>
#include <optional>
#include <unordered_map>

#include "extractors/furniture.h"
#include "extractors/layout.h"
#include "extractors/manuscript.h"

// Text needs no colour. Opening the ICC profiles of a page costs Poppler as much as reading its
// text (41 % of the time over 43 articles, all of it in lcms2's tone curves), and nothing in its
// public interface leaves them out. This definition in the executable goes before the one in lcms2
// and answers "not a profile", whereupon Poppler takes the plain colour space that every ICC space
// names as its substitute. Words and boxes come out the same, byte for byte.
extern "C" __attribute__((visibility("default"))) void* cmsOpenProfileFromMem(const void*,
                                                                              unsigned) {
  return nullptr;
}

namespace litmine {
namespace {

constexpr std::string_view kMark = "%PDF-";
constexpr std::size_t kMarkWithin = 1024;    // bytes of junk that are forgiven before the mark
constexpr std::size_t kMessagesKept = 64;    // of Poppler's, for one file
constexpr std::size_t kHeadingsKept = 2000;  // of the outline
constexpr int kOutlineDepth = 8;
constexpr std::size_t kFamiliesKept = 60000;  // of fonts
constexpr double kOcrResolution = 300;        // dots per inch, as tesseract likes it
constexpr double kMostPixels = 30e6;          // of a page's picture
constexpr std::chrono::minutes kOcrTime{8};   // for one file; the pages behind are left

bool contains_no_case(std::string_view text, std::string_view lower_case) {
  auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
  return std::search(text.begin(), text.end(), lower_case.begin(), lower_case.end(), same) !=
         text.end();
}

/// What Poppler may complain of without any word being lost, in lower case. Colours are here
/// because we withhold their profiles.
constexpr std::string_view kHarmless[] = {
    "iccbased",    "color",       "colour",    "shading",      "pattern",
    "halftone",    "annotation",  "annot",     "destination",  "link",
    "font weight", "hints table", "thumbnail", "signature",    "optional content",
    "ocg",         "jpx",         "jbig2",     "dct",          "jpeg",
    "image",       "soft mask",   "smask",     "function",     "transparen",
    "rendering",   "outline",     "pagelabel", "structparent", "structelem",
    "struct tree"};

bool is_harmless(std::string_view message) {
  return std::any_of(std::begin(kHarmless), std::end(kHarmless),
                     [&](std::string_view words) { return contains_no_case(message, words); });
}

/// What Poppler said while it read one file.
struct Messages {
  std::vector<std::string> first;
  std::size_t count = 0;

  bool any(std::string_view words) const {
    return std::any_of(first.begin(), first.end(), [&](const std::string& message) {
      return message.find(words) != std::string::npos;
    });
  }
};

/// Takes Poppler's messages for as long as it lives; before and after they go nowhere.
class Listening {
 public:
  explicit Listening(Messages& into) { poppler::set_debug_error_function(take, &into); }
  ~Listening() { poppler::set_debug_error_function(drop, nullptr); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

 private:
  static void take(const std::string& message, void* into) {
    if (is_harmless(message)) return;
    auto& messages = *static_cast<Messages*>(into);
    ++messages.count;
    if (messages.first.size() < kMessagesKept) messages.first.push_back(message);
  }
  static void drop(const std::string&, void*) {}
};

void append_utf8(std::string& out, char32_t c) {
  auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

/// UTF-8 without iconv, which poppler-cpp would open anew for every word. Half a surrogate pair
/// becomes U+FFFD.
std::string utf8(const poppler::ustring& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 &&
        text[i + 1] < 0xE000)
      c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00);
    else if (c >= 0xD800 && c < 0xE000)
      c = 0xFFFD;
    append_utf8(out, c);
  }
  return out;
}

/// Characters that say nothing: a font without a Unicode map gives control and private-use codes.
bool says_nothing(unsigned short c) {
  return c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || (c >= 0xE000 && c < 0xF900) ||
         c == 0xFFFD;
}

struct FontLook {
  bool bold = false, italic = false;
  std::uint16_t face = 0;
};

/// A PDF tells bold and italic only by the font's name. Names as Type 1 and TeX have them.
constexpr std::string_view kBoldNames[] = {"bold", "black", "heavy", "-medi", "demi",
                                           "cmbx", "cmb1",  "sfbx",  "-bd"};
constexpr std::string_view kItalicNames[] = {"italic", "oblique", "cmti", "cmsl",
                                             "cmmi",   "sfti",    "-it",  "slanted"};
/// The same at the end of a name ("AdvOTfbba3ace.B", "SabonLTStd-I").
constexpr std::string_view kBoldEndings[] = {".b", "-b", ".bi", "-bi"};
constexpr std::string_view kItalicEndings[] = {".i", "-i", ".bi", "-bi"};

/// A font's name in lower case, without the mark of a subset before it ("ABCDEF+", which some files
/// write without "+") and that of a part of its letters behind it ("+20").
std::string plain_font_name(std::string name) {
  auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  bool marked = name.size() > 7 && std::all_of(name.begin(), name.begin() + 6, is_capital);
  if (marked && name[6] == '+') name.erase(0, 7);
  std::size_t part = name.find('+');
  if (part != std::string::npos && part > 0) name.resize(part);
  for (char& c : name)
    if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
  return name;
}

/// The family that a font belongs to: "timesnewromanps-boldmt" and "timesnewromanpsmt" are one.
/// TeX has a font for every size, so digits at the end go as well.
std::string family_of(std::string_view name) {
  std::string_view family = name.substr(0, name.find_first_of("-,."));
  for (std::string_view ending : {"mt", "ps", "std", "lt"})
    if (family.size() > ending.size() + 3 && family.ends_with(ending))
      family.remove_suffix(ending.size());
  while (family.size() > 3 && family.back() >= '0' && family.back() <= '9') family.remove_suffix(1);
  return std::string(family);
}

FontLook look_of(const std::string& name) {
  auto holds = [&](std::string_view part) { return name.find(part) != std::string::npos; };
  auto ends = [&](std::string_view part) { return name.ends_with(part); };
  return {std::any_of(std::begin(kBoldNames), std::end(kBoldNames), holds) ||
              std::any_of(std::begin(kBoldEndings), std::end(kBoldEndings), ends),
          std::any_of(std::begin(kItalicNames), std::end(kItalicNames), holds) ||
              std::any_of(std::begin(kItalicEndings), std::end(kItalicEndings), ends),
          0};
}

/// One file being read.
struct Reading {
  const std::filesystem::path& path;
  const Intake& intake;
  const OcrOptions& ocr;
  Messages messages = {};
  std::unordered_map<std::string, FontLook> fonts = {};
  std::unordered_map<std::string, std::uint16_t> families = {};
  std::size_t characters = 0, empty_characters = 0;
  std::vector<std::uint32_t> pages_without_text = {}, pages_not_opened = {}, pages_recognized = {};
  std::vector<std::uint32_t> pages_of_two_states = {};
  double confidences = 0;                ///< summed over `pages_recognized`
  std::optional<Error> ocr_failed = {};  ///< the first time; no page is tried after it
  std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();

  FontLook look_of_font(const std::string& font) {
    std::string name = plain_font_name(font);
    FontLook look = look_of(name);
    if (name.empty() || families.size() >= kFamiliesKept) return look;
    auto next = static_cast<std::uint16_t>(families.size() + 1);
    look.face = families.try_emplace(family_of(name), next).first->second;
    return look;
  }

  void report(Problem::Level level, std::string code, std::string reason, std::string hint,
              std::uint32_t page = 0) const {
    Problem problem;
    problem.level = level;
    problem.page = page;
    problem.file = path.string();
    problem.code = std::move(code);
    problem.reason = std::move(reason);
    problem.hint = std::move(hint);
    intake.problem(std::move(problem));
  }
  void refuse(std::string code, std::string reason, std::string hint) const {
    report(Problem::Level::not_read, std::move(code), std::move(reason), std::move(hint));
  }
  void doubt(std::string code, std::string reason, std::string hint, std::uint32_t page = 0) const {
    report(Problem::Level::doubtful, std::move(code), std::move(reason), std::move(hint), page);
  }
};

/// What Poppler's messages mean, in words for someone who only has a file that will not open.
/// The first that fits is told.
constexpr struct {
  std::string_view message, reason;
} kReasons[] = {
    {"Unsupported version/revision of Standard security handler",
     "it is encrypted in a way that Poppler does not know"},
    {"security handler", "it is encrypted in a way that Poppler does not know"},
    {"May not be a PDF file",
     "it does not begin as a PDF file does, and nothing in it reads as one"},
    {"Couldn't find trailer dictionary",
     "its list of contents (the trailer) is missing and could not be made anew"},
    {"Couldn't read xref table", "its table of contents (xref) cannot be read or made anew"},
    {"Catalog object is wrong type", "its catalogue of pages is missing or not one"},
    {"Couldn't read page catalog", "its catalogue of pages cannot be read"},
    {"Couldn't read linearization table", "its table of contents cannot be read"},
};

std::string why_not_opened(const Messages& messages) {
  for (const auto& [message, reason] : kReasons)
    if (messages.any(message)) return std::string(reason);
  if (!messages.first.empty()) return "Poppler says: " + messages.first.front();
  return "no PDF structure could be found in it";
}

/// "page 3", "pages 3, 4, 7-9"; cut after some.
std::string page_list(const std::vector<std::uint32_t>& pages) {
  std::string list = pages.size() == 1 ? "page " : "pages ";
  std::size_t ranges = 0;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    if (++ranges > 8) return list + ", ...";
    if (ranges > 1) list += ", ";
    list += std::to_string(pages[i]);
    if (last > i) list += "-" + std::to_string(pages[last]);
    i = last + 1;
  }
  return list;
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// Publishers' log-in pages are often saved under the name of the article.
bool is_web_page(const std::filesystem::path& path) {
  std::string head(kMarkWithin, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
  return contains_no_case(head, "<!doctype html") || contains_no_case(head, "<html");
}

/// Is there a file that can be read at all? Says so if not.
bool is_there(const Reading& reading) {
  std::error_code error;
  if (std::filesystem::is_directory(reading.path, error)) {
    reading.refuse("unreadable", "is a folder, not a file", "");
    return false;
  }
  errno = 0;
  std::ifstream file(reading.path, std::ios::binary);
  if (!file) {
    reading.refuse("unreadable", fmt::format("cannot be opened: {}", std::strerror(errno)),
                   "check that the file is there and that you may read it");
    return false;
  }
  if (file.peek() == std::ifstream::traits_type::eof()) {
    reading.refuse("damaged", "the file is empty (0 bytes)", "fetch the file again");
    return false;
  }
  return true;
}

std::unique_ptr<poppler::document> open(const Reading& reading) {
  std::unique_ptr<poppler::document> pdf(poppler::document::load_from_file(reading.path.string()));
  if (pdf != nullptr && pdf->is_locked()) {
    reading.refuse("password", "needs a password to be opened",
                   "save a copy without the password and add that one");
    return nullptr;
  }
  if (pdf == nullptr && is_web_page(reading.path))
    reading.refuse("damaged", "is a web page under the name of a PDF, not a PDF",
                   "download the article itself; the page may ask to log in");
  else if (pdf == nullptr)
    reading.refuse("damaged",
                   "is damaged and cannot be opened: " + why_not_opened(reading.messages),
                   "fetch the file again, or open it in a viewer and print it to a new PDF");
  return pdf;
}

constexpr float kSmallest = 0.01F, kLargest = 1e4F;  // points, for a font

/// A broken matrix gives boxes without end or that are no numbers; no sort would survive them.
bool is_sound(const Box& box) {
  constexpr float kFarthest = 1e5F;  // points
  auto sound = [](float at) { return std::isfinite(at) && std::fabs(at) < kFarthest; };
  return sound(box.left) && sound(box.top) && sound(box.right) && sound(box.bottom);
}

std::vector<PrintedWord> words_of(const poppler::page& page, Reading& reading) {
  std::vector<poppler::text_box> boxes = page.text_list(poppler::page::text_list_include_font);
  std::vector<PrintedWord> words;
  words.reserve(boxes.size());
  for (const poppler::text_box& box : boxes) {
    poppler::ustring text = box.text();
    reading.characters += text.size();
    reading.empty_characters +=
        static_cast<std::size_t>(std::count_if(text.begin(), text.end(), says_nothing));
    PrintedWord word;
    word.text = utf8(text);
    poppler::rectf place = box.bbox();
    word.box = {static_cast<float>(place.left()), static_cast<float>(place.top()),
                static_cast<float>(place.right()), static_cast<float>(place.bottom())};
    word.turned = static_cast<std::uint8_t>(box.rotation() & 3);
    word.space_after = box.has_space_after();
    if (box.has_font_info()) {
      word.size = static_cast<float>(box.get_font_size());
      std::string name = box.get_font_name(0);
      auto [known, is_new] = reading.fonts.try_emplace(std::move(name));
      if (is_new) known->second = reading.look_of_font(known->first);
      word.bold = known->second.bold;
      word.italic = known->second.italic;
      word.face = known->second.face;
    }
    if (!(word.size > kSmallest)) word.size = word.box.height() * 0.8F;
    if (!is_sound(word.box)) continue;
    word.size = std::clamp(word.size, kSmallest, kLargest);
    words.push_back(std::move(word));
  }
  return words;
}

/// The page as gray pixels; none if it cannot be drawn.
std::optional<Picture> picture_of(const poppler::page& page, float width, float height,
                                  double resolution) {
  constexpr double kPoints = 72;  // an inch
  double inches =
      std::max(1.0, static_cast<double>(width) * static_cast<double>(height)) / (kPoints * kPoints);
  resolution = std::min(resolution, std::sqrt(kMostPixels / inches));
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  poppler::image drawn = renderer.render_page(&page, resolution, resolution);
  if (!drawn.is_valid() || drawn.format() != poppler::image::format_gray8) return std::nullopt;
  Picture picture{static_cast<std::uint32_t>(drawn.width()),
                  static_cast<std::uint32_t>(drawn.height()),
                  static_cast<float>(kPoints / resolution),
                  {}};
  for (int row = 0; row < drawn.height(); ++row) {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(drawn.const_data()) +
                        static_cast<std::ptrdiff_t>(row) * drawn.bytes_per_row();
    picture.gray.insert(picture.gray.end(), begin, begin + drawn.width());
  }
  return picture;
}

/// Is there any ink on it?
bool is_blank(const Picture& picture) {
  constexpr std::uint8_t kWhite = 245;
  return std::all_of(picture.gray.begin(), picture.gray.end(),
                     [](std::uint8_t pixel) { return pixel >= kWhite; });
}

/// Fills a page that has no text with what the recognizing program sees on it.
void recognize(const poppler::page& page, float width, float height, Reading& reading,
               PrintedPage& printed) {
  if (reading.ocr_failed || std::chrono::steady_clock::now() - reading.began > kOcrTime) return;
  std::optional<Picture> picture = picture_of(page, width, height, kOcrResolution);
  if (!picture || is_blank(*picture)) return;
  Result<RecognizedPage> found = recognized(*picture, reading.ocr);
  if (!found) {
    reading.ocr_failed = found.error();
    return;
  }
  if (found->words.empty()) return;
  for (const PrintedWord& word : found->words) reading.characters += word.text.size();
  printed = printed_page(printed.number, width, height, std::move(found->words));
  reading.pages_recognized.push_back(printed.number);
  reading.confidences += found->confidence;
}

std::vector<PrintedPage> pages_of(const poppler::document& pdf, Reading& reading) {
  std::vector<PrintedPage> pages;
  int count = pdf.pages();
  for (int i = 0; i < count; ++i) {
    auto number = static_cast<std::uint32_t>(i + 1);
    std::unique_ptr<poppler::page> page(pdf.create_page(i));
    if (page == nullptr) {
      reading.pages_not_opened.push_back(number);
      pages.push_back(PrintedPage{number, 0, 0, {}});
      continue;
    }
    poppler::rectf sheet = page->page_rect();
    auto width = static_cast<float>(sheet.width()), height = static_cast<float>(sheet.height());
    poppler::page::orientation_enum way = page->orientation();
    if (way == poppler::page::landscape || way == poppler::page::seascape) std::swap(width, height);
    pages.push_back(printed_page(number, width, height, words_of(*page, reading)));
    if (pages.back().runs.empty() && reading.ocr.wanted)
      recognize(*page, width, height, reading, pages.back());
    if (pages.back().runs.empty()) reading.pages_without_text.push_back(number);
    if (pages.back().two_states) reading.pages_of_two_states.push_back(number);
  }
  return pages;
}

void take_headings(const poppler::toc_item& item, int depth, std::vector<std::string>& headings) {
  if (depth > kOutlineDepth) return;
  for (const poppler::toc_item* child : item.children()) {
    if (headings.size() >= kHeadingsKept) return;
    std::string title = utf8(child->title());
    if (!title.empty()) headings.push_back(std::move(title));
    take_headings(*child, depth + 1, headings);
  }
}

void take_metadata(const poppler::document& pdf, Manuscript& manuscript) {
  manuscript.meta_title = utf8(pdf.get_title());
  manuscript.meta_author = utf8(pdf.get_author());
  manuscript.meta_subject = utf8(pdf.get_subject());
  manuscript.meta_keywords = utf8(pdf.get_keywords());
  std::unique_ptr<poppler::toc> outline(pdf.create_toc());
  if (outline != nullptr && outline->root() != nullptr)
    take_headings(*outline->root(), 1, manuscript.headings);
}

/// What about the file as a whole is in doubt, though there is text.
void tell_doubts(const poppler::document& pdf, const Reading& reading) {
  auto pages = static_cast<std::size_t>(pdf.pages());
  if (!reading.pages_not_opened.empty())
    reading.doubt("damaged-pages",
                  fmt::format("{} of {} could not be opened: {}",
                              counted(reading.pages_not_opened.size(), "page"), pages,
                              page_list(reading.pages_not_opened)),
                  "what they say is not searched; fetch the file again",
                  reading.pages_not_opened.front());
  if (!reading.pages_of_two_states.empty())
    reading.doubt("printed-twice",
                  fmt::format("on {} of {} ({}) two states of the text are printed over each "
                              "other, and their lines are mixed",
                              reading.pages_of_two_states.size(), counted(pages, "page"),
                              page_list(reading.pages_of_two_states)),
                  "phrases may be missed there; look for another copy of the file",
                  reading.pages_of_two_states.front());
  if (!reading.pages_recognized.empty())
    reading.doubt(
        "ocr",
        fmt::format("the text of {} of {} ({}) was recognized from pictures by {} ({}), "
                    "with a confidence of {:.0f} of 100",
                    reading.pages_recognized.size(), counted(pages, "page"),
                    page_list(reading.pages_recognized), reading.ocr.program, reading.ocr.languages,
                    reading.confidences / static_cast<double>(reading.pages_recognized.size())),
        "compare a quote with the print before you use it; index again without --ocr to "
        "leave this text out",
        reading.pages_recognized.front());
  if (reading.ocr_failed)
    reading.doubt("ocr-failed", "its pictures were not read: " + reading.ocr_failed->what,
                  reading.ocr_failed->hint);
  if (!reading.pages_without_text.empty())
    reading.doubt("pages-without-text",
                  fmt::format("no text on {} of {} ({})", reading.pages_without_text.size(),
                              counted(pages, "page"), page_list(reading.pages_without_text)),
                  "if they are scans rather than blank, run OCR over the file (ocrmypdf) and add "
                  "the result",
                  reading.pages_without_text.front());
  std::size_t good = reading.characters - reading.empty_characters;
  if (reading.empty_characters * 5 > reading.characters)
    reading.doubt("broken-fonts",
                  fmt::format("{} of {} characters cannot be read: a font in it does not say "
                              "which letters its shapes are",
                              reading.empty_characters, reading.characters),
                  "run OCR over the file (ocrmypdf --force-ocr) and add the result");
  else if (good < 40 * pages)
    reading.doubt("little-text",
                  fmt::format("hardly any text: {} on {}", counted(good, "character"),
                              counted(pages, "page")),
                  "if the pages are scans, run OCR over the file (ocrmypdf) and add the result");
  if (reading.messages.count > 0) {
    std::string first = reading.messages.first.front();
    reading.doubt("repaired",
                  fmt::format("is damaged inside and was repaired as far as possible; {} from "
                              "Poppler, the first: {}",
                              counted(reading.messages.count, "message"), first),
                  "compare what was read with the file in a viewer, or fetch it again");
  }
  if (pdf.has_embedded_files()) {
    std::string names;
    std::size_t count = 0;
    for (const poppler::embedded_file* file : pdf.embedded_files()) {
      if (file == nullptr) continue;
      if (!names.empty()) names += ", ";
      names += "'" + file->name() + "'";
      ++count;
    }
    if (count > 0)
      reading.doubt("attachments",
                    fmt::format("{} not read: {}",
                                count == 1 ? "an attached file was" : "attached files were", names),
                    "save it from a PDF viewer and add it as a file of its own");
  }
}

/// Why there is no text: damage, blank pages, or pictures.
void refuse_without_text(const poppler::document& pdf, const std::vector<PrintedPage>& pages,
                         const Reading& reading) {
  std::string all = counted(pages.size(), "page");
  if (reading.messages.count > 0) {
    reading.refuse("no-text",
                   fmt::format("has no text on its {} that can be read; it is damaged inside: "
                               "Poppler says: {}",
                               all, reading.messages.first.front()),
                   "fetch the file again, or open it in a viewer and print it to a new PDF");
    return;
  }
  constexpr std::size_t kLookedAt = 3;
  constexpr double kCoarse = 20;  // dots per inch: enough to see ink
  bool blank = true;
  for (std::size_t i = 0; i < std::min(pages.size(), kLookedAt) && blank; ++i) {
    std::unique_ptr<poppler::page> page(pdf.create_page(static_cast<int>(i)));
    if (page == nullptr) continue;
    std::optional<Picture> picture = picture_of(*page, pages[i].width, pages[i].height, kCoarse);
    blank = picture && is_blank(*picture);
  }
  if (blank) {
    reading.refuse(
        "no-text",
        pages.size() <= kLookedAt
            ? fmt::format("has no text on its {}: blank", all)
            : fmt::format("has no text on its {}; the first {} are blank", all, kLookedAt),
        "fetch the file again if there should be text");
  } else if (reading.ocr_failed) {
    reading.refuse("no-text",
                   fmt::format("has no text on its {}, only images, and they were not read: {}",
                               all, reading.ocr_failed->what),
                   reading.ocr_failed->hint);
  } else {
    reading.refuse("no-text", fmt::format("has no text on its {}, only images", all),
                   reading.ocr.wanted
                       ? "the pictures on them show no words that could be recognized"
                       : "run OCR: index it with --ocr, or run ocrmypdf over it and add the "
                         "result");
  }
}

std::optional<Manuscript> read_pdf(Reading& reading) {
  if (!is_there(reading)) return std::nullopt;
  Listening listening(reading.messages);
  std::unique_ptr<poppler::document> pdf = open(reading);
  if (pdf == nullptr) return std::nullopt;
  if (pdf->pages() <= 0) {
    bool broken = reading.messages.count > 0;
    reading.refuse("no-pages",
                   broken ? "has no pages that can be found; it is damaged: Poppler says: " +
                                reading.messages.first.front()
                          : "has no pages",
                   "fetch the file again");
    return std::nullopt;
  }
  std::vector<PrintedPage> pages = pages_of(*pdf, reading);
  if (std::all_of(pages.begin(), pages.end(),
                  [](const PrintedPage& page) { return page.runs.empty(); })) {
    refuse_without_text(*pdf, pages, reading);
    return std::nullopt;
  }
  Manuscript manuscript;
  manuscript.extractor = reading.pages_recognized.empty() ? "pdf" : "pdf+ocr";
  manuscript.page_count = static_cast<std::uint32_t>(pages.size());
  take_metadata(*pdf, manuscript);
  manuscript.body_size = body_size(pages);
  manuscript.body_face = body_face(pages);
  manuscript.furniture = take_furniture(pages, manuscript.first_page_furniture);
  for (const PrintedPage& page : pages) read_page(page, manuscript.body_size, manuscript.lines);
  tell_doubts(*pdf, reading);
  return manuscript;
}

class PdfExtractor : public Extractor {
 public:
  std::string_view name() const override { return "pdf"; }

  bool accepts(std::string_view head, const std::filesystem::path& path) const override {
    if (head.substr(0, kMarkWithin).find(kMark) != std::string_view::npos) return true;
    std::string extension = path.extension().string();
    for (char& c : extension)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return extension == ".pdf";
  }

  void extract(const std::filesystem::path& path, const Intake& intake) const override {
    extract_pdf(path, intake, OcrOptions{});
  }
};

}  // namespace

void extract_pdf(const std::filesystem::path& path, const Intake& intake, const OcrOptions& ocr) {
  Reading reading{path, intake, ocr};
  try {
    std::optional<Manuscript> manuscript = read_pdf(reading);
    if (!manuscript) return;
    Document document = to_document(*manuscript);
    document.source = path.string();
    intake.document(std::move(document));
  } catch (const std::bad_alloc&) {
    reading.refuse("memory", "needs more memory than there is", "");
  } catch (const std::exception& error) {
    reading.refuse("damaged", fmt::format("could not be read: {}", error.what()),
                   "fetch the file again");
  }
}

std::optional<Manuscript> pdf_manuscript(const std::filesystem::path& path, const Intake& intake) {
  OcrOptions none;
  Reading reading{path, intake, none};
  return read_pdf(reading);
}

const Extractor& pdf_extractor() {
  static const PdfExtractor extractor;
  return extractor;
}

}  // namespace litmine
