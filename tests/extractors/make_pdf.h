// The smallest PDF files that have one feature, written by the tests themselves:
//
//   MakePdf pdf;
//   pdf.page().text(72, 100, 10, "Some words");     // points from the left and the top
//   pdf.write(path);
//
// Fonts are the standard ones, so nothing is embedded.
#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace litmine::testing {

class PdfPage {
 public:
  enum Font { roman = 1, bold = 2, italic = 3 };

  PdfPage& text(double left, double down, double size, std::string_view words, Font font = roman) {
    content_ += fmt::format("BT /F{} {} Tf 1 0 0 1 {} {} Tm ({}) Tj ET\n", static_cast<int>(font),
                            size, left, kHeight - down, escaped(words));
    return *this;
  }
  /// Upwards along the side of the page.
  PdfPage& upwards(double left, double down, double size, std::string_view words) {
    content_ += fmt::format("BT /F1 {} Tf 0 1 -1 0 {} {} Tm ({}) Tj ET\n", size, left,
                            kHeight - down, escaped(words));
    return *this;
  }
  /// Anything else.
  PdfPage& draw(std::string_view operators) {
    content_ += std::string(operators) + "\n";
    return *this;
  }
  PdfPage& rotated(int degrees) {
    rotated_ = degrees;
    return *this;
  }

  static constexpr double kWidth = 600, kHeight = 800;

 private:
  friend class MakePdf;
  static std::string escaped(std::string_view words) {
    std::string out;
    for (char c : words) {
      if (c == '(' || c == ')' || c == '\\') out += '\\';
      out += c;
    }
    return out;
  }
  std::string content_;
  int rotated_ = 0;
};

class MakePdf {
 public:
  PdfPage& page() { return pages_.emplace_back(); }
  MakePdf& title(std::string_view title, std::string_view author) {
    info_ = fmt::format("/Title ({}) /Author ({}) /Keywords (exports, firms)", title, author);
    return *this;
  }
  MakePdf& heading(std::string_view heading) {
    headings_.emplace_back(heading);
    return *this;
  }
  MakePdf& attach(std::string_view name, std::string_view bytes) {
    attached_.emplace_back(name, bytes);
    return *this;
  }
  /// Locked with a password that nobody knows.
  MakePdf& lock() {
    locked_ = true;
    return *this;
  }

  std::string bytes() const {
    std::vector<std::string> objects(2);  // 1 the catalogue, 2 the page tree
    auto add = [&](std::string object) {
      objects.push_back(std::move(object));
      return objects.size();
    };
    std::string fonts;
    const char* const kNames[] = {"Times-Roman", "Times-Bold", "Times-Italic"};
    for (int i = 0; i < 3; ++i)
      fonts += fmt::format("/F{} {} 0 R ", i + 1,
                           add(fmt::format("<< /Type /Font /Subtype /Type1 /BaseFont /{} "
                                           "/Encoding /WinAnsiEncoding >>",
                                           kNames[i])));
    std::string kids;
    for (const PdfPage& page : pages_) {
      std::size_t content = add(fmt::format("<< /Length {} >>\nstream\n{}endstream",
                                            page.content_.size(), page.content_));
      kids += fmt::format(
          "{} 0 R ",
          add(fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] "
                          "/Rotate {} /Resources << /Font << {}>> >> "
                          "/Contents {} 0 R >>",
                          PdfPage::kWidth, PdfPage::kHeight, page.rotated_, fonts, content)));
    }
    std::string catalogue = "/Type /Catalog /Pages 2 0 R";
    if (!headings_.empty()) catalogue += outline(objects);
    if (!attached_.empty()) catalogue += attachments(objects);
    objects[0] = "<< " + catalogue + " >>";
    objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages_.size());
    std::string trailer = "/Root 1 0 R";
    if (!info_.empty()) trailer += fmt::format(" /Info {} 0 R", add("<< " + info_ + " >>"));
    if (locked_) {
      std::string secret(64, '7');  // 32 bytes in hexadecimal
      trailer += fmt::format(" /Encrypt {} 0 R /ID [<00> <00>]",
                             add(fmt::format("<< /Filter /Standard /V 1 /R 2 /O <{}> /U <{}> "
                                             "/P -4 >>",
                                             secret, secret)));
    }
    return file_of(objects, trailer);
  }

  void write(const std::filesystem::path& path) const {
    std::ofstream(path, std::ios::binary) << bytes();
  }

 private:
  std::string outline(std::vector<std::string>& objects) const {
    std::size_t root = objects.size() + 1, first = root + 1, last = root + headings_.size();
    objects.push_back(fmt::format("<< /Type /Outlines /First {} 0 R /Last {} 0 R /Count {} >>",
                                  first, last, headings_.size()));
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      std::string next = first + i < last ? fmt::format("/Next {} 0 R", first + i + 1) : "";
      objects.push_back(
          fmt::format("<< /Title ({}) /Parent {} 0 R {} >>", headings_[i], root, next));
    }
    return fmt::format(" /Outlines {} 0 R", root);
  }
  std::string attachments(std::vector<std::string>& objects) const {
    std::string names;
    for (const auto& [name, bytes] : attached_) {
      objects.push_back(fmt::format("<< /Type /EmbeddedFile /Length {} >>\nstream\n{}\nendstream",
                                    bytes.size(), bytes));
      objects.push_back(fmt::format("<< /Type /Filespec /F ({}) /UF ({}) /EF << /F {} 0 R >> >>",
                                    name, name, objects.size()));
      names += fmt::format("({}) {} 0 R ", name, objects.size());
    }
    return fmt::format(" /Names << /EmbeddedFiles << /Names [{}] >> >>", names);
  }
  static std::string file_of(const std::vector<std::string>& objects, const std::string& trailer) {
    std::string file = "%PDF-1.4\n";
    std::string xref = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t i = 0; i < objects.size(); ++i) {
      xref += fmt::format("{:010} 00000 n \n", file.size());
      file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    std::size_t at = file.size();
    return file + xref +
           fmt::format("trailer\n<< /Size {} {} >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1,
                       trailer, at);
  }

  std::vector<PdfPage> pages_;
  std::vector<std::string> headings_;
  std::vector<std::pair<std::string, std::string>> attached_;
  std::string info_;
  bool locked_ = false;
};

}  // namespace litmine::testing
