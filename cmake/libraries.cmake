# The libraries litmine stands on, all packaged in Debian 12 (Makefile.dist lists the packages).
find_package(PkgConfig REQUIRED)
find_package(ICU 70 REQUIRED COMPONENTS uc i18n data)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tl-expected REQUIRED)
pkg_check_modules(POPPLER_CPP REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core)

find_library(LIBLINEAR linear REQUIRED)
find_path(LIBLINEAR_INCLUDE linear.h REQUIRED)

find_path(TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED)
add_library(litmine_tomlplusplus INTERFACE)
target_include_directories(litmine_tomlplusplus SYSTEM INTERFACE ${TOMLPLUSPLUS_INCLUDE})
add_library(litmine::tomlplusplus ALIAS litmine_tomlplusplus)
