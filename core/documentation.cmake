# SPDX-License-Identifier: GPL-3.0-or-later
# The target `documentation`: the API of core as HTML, in build/NAME/html. A warning stops it.
find_package(Doxygen 1.9 QUIET)
if(DOXYGEN_FOUND)
  set(DOXYGEN_PROJECT_NAME "Backflow")
  set(DOXYGEN_PROJECT_BRIEF "A gradient laboratory for recurrent networks")
  set(DOXYGEN_FILE_PATTERNS *.h)
  set(DOXYGEN_STRIP_FROM_PATH ${PROJECT_SOURCE_DIR})
  set(DOXYGEN_JAVADOC_AUTOBRIEF YES)
  set(DOXYGEN_EXTRACT_ALL YES)
  set(DOXYGEN_WARN_IF_UNDOCUMENTED NO)
  set(DOXYGEN_WARN_AS_ERROR FAIL_ON_WARNINGS)
  set(DOXYGEN_QUIET YES)
  set(DOXYGEN_GENERATE_LATEX NO)
  # The kernels' insides repeat their names once for each set of instructions.
  set(DOXYGEN_EXCLUDE_PATTERNS */core/numeric/kernels/*)
  doxygen_add_docs(documentation ${PROJECT_SOURCE_DIR}/core COMMENT "The API of core as HTML")
endif()
