# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed beside the programs, and the Debian package:
#   cmake --build BUILD --target package
include(GNUInstallDirs)

set(backflow_id org.backflow.Backflow)
set(desktop ${PROJECT_SOURCE_DIR}/resources/desktop)
set(made ${PROJECT_BINARY_DIR}/packaging)

# Where the programs look for it: ../share/backflow beside their own folder. Translations and the
# window's icon are inside the programs; pictures are the README's.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/
  DESTINATION ${CMAKE_INSTALL_DATADIR}/backflow
  PATTERN desktop EXCLUDE
  PATTERN icons EXCLUDE
  PATTERN man EXCLUDE
  PATTERN pictures EXCLUDE
  PATTERN translations EXCLUDE)
install(FILES ${PROJECT_SOURCE_DIR}/COPYING ${desktop}/copyright
  DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Draws the PNG icons anew; they are kept beside the SVG so that a build needs no program for it.
find_program(BACKFLOW_RSVG_CONVERT rsvg-convert)
if(BACKFLOW_RSVG_CONVERT)
  set(hicolor ${PROJECT_SOURCE_DIR}/resources/icons/hicolor)
  add_custom_target(update_icons)
  foreach(size 16 22 24 32 48 64 128 256 512)
    add_custom_command(TARGET update_icons POST_BUILD
      COMMAND ${BACKFLOW_RSVG_CONVERT} --width ${size} --height ${size}
              ${hicolor}/scalable/apps/${backflow_id}.svg
              --output ${hicolor}/${size}x${size}/apps/${backflow_id}.png
      VERBATIM)
  endforeach()
endif()

if(NOT UNIX OR APPLE)
  return()
endif()

configure_file(${desktop}/${backflow_id}.metainfo.xml.in ${made}/${backflow_id}.metainfo.xml @ONLY)
install(FILES ${desktop}/${backflow_id}.desktop
  DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${made}/${backflow_id}.metainfo.xml
  DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${desktop}/${backflow_id}.mime.xml
  DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
  RENAME ${backflow_id}.xml)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/icons/hicolor
  DESTINATION ${CMAKE_INSTALL_DATADIR}/icons)

# A Debian version may have a hyphen only before the package's own revision, which there is none of.
string(REPLACE "-" "+" debian_version ${backflow_version})
set(BACKFLOW_MAINTAINER "The Backflow authors <backflow@localhost>" CACHE STRING
    "Who answers for the Debian package: name <address>")
string(TIMESTAMP changelog_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(${desktop}/changelog.in ${made}/changelog @ONLY)

# Manual pages and the changelog are installed as packages have them, compressed.
find_program(BACKFLOW_GZIP gzip)
set(compressed)
function(backflow_install_compressed source destination)
  get_filename_component(name ${source} NAME)
  if(NOT BACKFLOW_GZIP)
    install(FILES ${source} DESTINATION ${destination})
    return()
  endif()
  set(output ${made}/${destination}/${name}.gz)
  get_filename_component(folder ${output} DIRECTORY)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND ${BACKFLOW_GZIP} -9 --no-name --stdout ${source} > ${output}
    DEPENDS ${source}
    VERBATIM)
  install(FILES ${output} DESTINATION ${destination})
  set(compressed ${compressed} ${output} PARENT_SCOPE)
endfunction()
set(man ${PROJECT_SOURCE_DIR}/resources/man)
backflow_install_compressed(${man}/backflow.1 ${CMAKE_INSTALL_MANDIR}/man1)
backflow_install_compressed(${man}/backflow-cli.1 ${CMAKE_INSTALL_MANDIR}/man1)
backflow_install_compressed(${man}/pt_BR/backflow.1 ${CMAKE_INSTALL_MANDIR}/pt_BR/man1)
backflow_install_compressed(${made}/changelog ${CMAKE_INSTALL_DOCDIR})
add_custom_target(backflow_compressed ALL DEPENDS ${compressed})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME backflow)
set(CPACK_PACKAGE_VERSION ${backflow_version})
set(CPACK_PACKAGE_CONTACT ${BACKFLOW_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "gradient laboratory for recurrent networks")
set(CPACK_PACKAGE_DESCRIPTION
"Backflow unrolls recurrent networks (plain, GRU and LSTM) and shows how their
gradient fades or blows up on its way back from the loss, in float16, bfloat16,
float32 and float64 at once: where a number becomes subnormal, zero, infinite
or NaN, and which operation did it.
.
This package has the window, backflow, for lecturers and students, in English
and Brazilian Portuguese, and backflow-cli, which does the same from a script.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_PACKAGE_VERSION ${debian_version})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no library tells of: letters to draw with, and Qt's own words in Portuguese.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-dejavu-core | fonts-freefont-ttf | ttf-bitstream-vera")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "hicolor-icon-theme, qt6-translations-l10n, qt6-wayland")
include(CPack)
