# litmine_room(NAME ROOMS <rooms below> LIBRARIES <third-party>): one static library a room.

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(litmine_flags INTERFACE)
target_include_directories(litmine_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(litmine_flags INTERFACE -Wall -Wextra -Wpedantic
                       $<$<BOOL:${LITMINE_WERROR}>:-Werror>)
# GCC 12 warns of overlapping copies inside std::string where there are none (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(litmine_flags INTERFACE -Wno-restrict)
endif()
target_compile_definitions(litmine_flags INTERFACE LITMINE_VERSION="${PROJECT_VERSION}")
# Our own asserts hold in every build but the release.
target_compile_options(litmine_flags INTERFACE $<$<NOT:$<CONFIG:Release>>:-UNDEBUG>)
if(LITMINE_FUZZ)
  target_compile_options(litmine_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(LITMINE_SANITIZE)
  target_compile_options(litmine_flags INTERFACE -fsanitize=${LITMINE_SANITIZE}
                         -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(litmine_flags INTERFACE -fsanitize=${LITMINE_SANITIZE})
  # GCC 12 takes the insides of std::regex for uninitialised when it adds checks to them.
  target_compile_options(litmine_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()

function(litmine_room name)
  cmake_parse_arguments(ROOM "" "" "ROOMS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${name}/*.cc)
  if(NOT sources)
    add_library(litmine_${name} INTERFACE)
    set(reach INTERFACE)
  else()
    add_library(litmine_${name} STATIC ${sources})
    set(reach PUBLIC)
  endif()
  list(TRANSFORM ROOM_ROOMS PREPEND litmine_)
  target_link_libraries(litmine_${name} ${reach} litmine_flags fmt::fmt ${ROOM_ROOMS})
  if(sources)
    target_link_libraries(litmine_${name} PRIVATE ${ROOM_LIBRARIES})
  endif()
endfunction()
