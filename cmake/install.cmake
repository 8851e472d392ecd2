# What is installed and packaged: the program, its manual and completions, the codebook and the
# sample review. The manual page and the completions are printed by litmine itself, from the
# declarations that its commands are made of. It finds its data beside itself, so an installed tree can
# be moved.

# litmine_prints(FILE arguments...): `litmine arguments...` makes FILE (under build/share) with install_files.
set(LITMINE_SHARE ${CMAKE_BINARY_DIR}/share)
function(litmine_prints file)
  add_custom_command(OUTPUT ${LITMINE_SHARE}/${file}
    COMMAND litmine ${ARGN} > ${LITMINE_SHARE}/${file}
    DEPENDS litmine COMMENT "Printing ${file}" VERBATIM)
  set_property(TARGET install_files APPEND PROPERTY SOURCES ${LITMINE_SHARE}/${file})
endfunction()

if(TARGET litmine)
  file(MAKE_DIRECTORY ${LITMINE_SHARE})
  #                 all files that installing needs, the program included
  add_custom_target(install_files ALL DEPENDS litmine)
  litmine_prints(litmine.1    man)
  litmine_prints(litmine.bash completions bash)
  litmine_prints(_litmine     completions zsh)
  litmine_prints(litmine.fish completions fish)

  install(TARGETS litmine)
  install(FILES ${LITMINE_SHARE}/litmine.1    DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${LITMINE_SHARE}/litmine.bash RENAME litmine
          DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${LITMINE_SHARE}/_litmine     DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
  install(FILES ${LITMINE_SHARE}/litmine.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()

file(GLOB manuals CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/docs/man/*.[1-8] ${CMAKE_SOURCE_DIR}/docs/*.[1-8])
foreach(manual ${manuals})
  string(REGEX REPLACE ".*\\." "" section ${manual})
  install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
endforeach()
install(DIRECTORY taggers/codebook DESTINATION ${CMAKE_INSTALL_DATADIR}/litmine
        OPTIONAL FILES_MATCHING PATTERN "*.toml")
install(DIRECTORY citations/model/ DESTINATION ${CMAKE_INSTALL_DATADIR}/litmine/citations
        OPTIONAL FILES_MATCHING PATTERN "*.model")
install(DIRECTORY corpus/sample DESTINATION ${CMAKE_INSTALL_DATADIR}/litmine
        OPTIONAL PATTERN .litmine EXCLUDE PATTERN results EXCLUDE)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md")
install(FILES README.md CHANGELOG.md ARCHITECTURE.md CONTRIBUTING.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES cmake/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME litmine)
set(CPACK_PACKAGE_VENDOR "The litmine project")
set(CPACK_PACKAGE_CONTACT "litmine maintainers <maintainers@litmine.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
"litmine reads a folder of PDFs, texts and database exports, runs the search
string of a literature review over them as Scopus or Web of Science would,
suggests codes with the sentence that speaks for each, and writes the tables
and reports of the review.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS poppler-data)
include(CPack)
