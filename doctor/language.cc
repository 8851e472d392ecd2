// Which language the article is in, and whether that is the review's.
#include <fmt/format.h>

#include <algorithm>

#include "doctor/detect_language.h"
#include "doctor/doctor.h"
#include "doctor/excerpt.h"

namespace litmine {
namespace {

constexpr std::size_t kLeastBytes = 400;
constexpr int kMostly = 60;  // per cent

/// The running text, up to some pages of it: from the middle, where no abstract in another language
/// stands.
std::string_view middle_of(std::string_view text) {
  constexpr std::size_t kSome = 24 << 10;
  if (text.size() <= kSome) return text;
  std::size_t begin = (text.size() - kSome) / 2;
  while (begin < text.size() && text[begin] != ' ') ++begin;
  return text.substr(begin, kSome);
}

std::string body_of(const Document& document) {
  std::string body;
  for (const PageText& page : pages_without_references(document)) {
    body += page.text;
    body += '\n';
  }
  return body;
}

}  // namespace

Language language_of(const Document& document) {
  const std::string body = body_of(document);
  if (body.size() < kLeastBytes) return {};
  const DetectedLanguage found = detect_language(middle_of(body));
  if (!found.reliable) return {};
  Language language{found.code, found.name, found.percent, 0, ""};
  const auto pages = pages_without_references(document);
  const PageText& page = pages[pages.size() / 2];
  language.page = page.page;
  language.sample = excerpt(page.text, page.text.size() / 3);
  return language;
}

void examine_language(const Language& language, std::string_view expected,
                      std::vector<Symptom>& symptoms) {
  if (expected.empty() || language.code.empty() || language.code == expected ||
      language.percent < kMostly)
    return;
  symptoms.push_back({Fault::foreign_language, language.page,
                      fmt::format("{} ({} % of the text), where '{}' is expected: \"{}\"",
                                  language.name, language.percent, expected, language.sample),
                      ""});
}

}  // namespace litmine
