// zipped OUT FILE...: a ZIP of the files, by the names they are given with, for the sessions: DOCX,
// ODT and EPUB are such archives, and their fixtures are readable in the session itself.
#include <zip.h>

#include <iostream>

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: zipped OUT FILE...\n";
    return 2;
  }
  int error = 0;
  zip_t* archive = zip_open(argv[1], ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (archive == nullptr) {
    std::cerr << "zipped: '" << argv[1] << "' cannot be written\n";
    return 2;
  }
  bool all_added = true;
  for (int i = 2; i < argc; ++i) {
    zip_source_t* source = zip_source_file(archive, argv[i], 0, 0);
    const bool added =
        source != nullptr && zip_file_add(archive, argv[i], source, ZIP_FL_ENC_UTF_8) >= 0;
    if (!added) std::cerr << "zipped: '" << argv[i] << "' cannot be added\n";
    all_added = all_added && added;
  }
  return zip_close(archive) == 0 && all_added ? 0 : 2;
}
