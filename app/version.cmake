# SPDX-License-Identifier: GPL-3.0-or-later
# Sets backflow_version: what `git describe` says in a checkout that has a tag v*, without the v
# (0.2.0, or 0.2.0-5-g1a2b3c4 five commits later, with -dirty if files were changed), else the
# version of the project. Configures anew after a commit or a tag.
set(backflow_version ${PROJECT_VERSION})
find_package(Git QUIET)
if(GIT_FOUND AND EXISTS ${PROJECT_SOURCE_DIR}/.git)
  foreach(tracked HEAD logs/HEAD packed-refs refs/tags)
    execute_process(COMMAND ${GIT_EXECUTABLE} rev-parse --git-path ${tracked}
      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
      OUTPUT_VARIABLE path OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    get_filename_component(path "${path}" ABSOLUTE BASE_DIR ${PROJECT_SOURCE_DIR})
    if(EXISTS ${path})
      set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    endif()
  endforeach()
  execute_process(COMMAND ${GIT_EXECUTABLE} describe --tags --match "v[0-9]*" --dirty
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    RESULT_VARIABLE failed
    OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT failed AND described MATCHES "^v([0-9].*)$")
    set(backflow_version ${CMAKE_MATCH_1})
  endif()
endif()
