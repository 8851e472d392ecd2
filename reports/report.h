// A report before it has a format: blocks in reading order. Built once, written by html, markdown,
// latex and docx, so that no format can say something else than another.
#pragma once

#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "reports/review_data.h"
#include "reports/svg.h"
#include "reports/tally.h"

namespace litmine {

struct ReportCell {
  std::string text;
  std::string target;   ///< "#n12" or "#s-3": where it leads in HTML; may be empty
  bool number = false;  ///< stands right
};

struct ReportTable {
  std::string caption;
  std::vector<std::string> heads;
  std::vector<std::vector<ReportCell>> rows;
  std::string note;  ///< printed below; may be empty
};

struct Block {
  enum class Kind : std::uint8_t {
    heading,  ///< level 2 or 3, with `id`
    paragraph,
    bullets,  ///< `items`
    table,
    figure,
    verbatim,  ///< printed exactly, byte for byte
  };
  Kind kind = Kind::paragraph;
  int level = 2;
  std::string id, text;
  std::vector<std::string> items;
  ReportTable table;
  Figure figure;
};

/// A set of studies behind a number.
struct NumberBehind {
  std::string what;
  StudySet studies;
};

struct WrittenReport {
  std::string title, subtitle;
  std::vector<Block> blocks;
  std::vector<NumberBehind> numbers;  ///< "#n1" is the first
  const ReviewData* data = nullptr;   ///< the studies; must outlive the report
};

/// Collects blocks; gives every set of studies an address.
class ReportBuilder {
 public:
  ReportBuilder(std::string title, std::string subtitle, const ReviewData& data);

  void heading(int level, const std::string& id, const std::string& text);
  void paragraph(const std::string& text);
  void bullets(std::vector<std::string> items);
  void verbatim(const std::string& text);
  void table(ReportTable table);
  void figure(Figure figure);

  /// The address of a set of studies: "#n12"; the same set under the same name has one. Empty for
  /// no study.
  std::string link(const StudySet& studies, const std::string& what);
  /// A number that opens its studies.
  ReportCell number(const StudySet& studies, const std::string& what);
  ReportCell study(std::size_t number) const;  ///< its name, leading to it

  WrittenReport done();

 private:
  WrittenReport report_;
  std::map<std::pair<std::string, StudySet>, std::size_t> addresses_;
};

/// "Smith et al. (2020)"; what is there of it.
std::string name_of(const ReviewedStudy& study);

/// One file, no request to anywhere: style, figures and pictures are inside.
void write_html(std::ostream& out, const WrittenReport& report);
void write_markdown(std::ostream& out, const WrittenReport& report);
/// A whole document for pdflatex or lualatex; tables are longtables.
void write_latex(std::ostream& out, const WrittenReport& report);
/// Word's format; the same bytes from the same report.
void write_docx(std::ostream& out, const WrittenReport& report);

}  // namespace litmine
