# SPDX-License-Identifier: GPL-3.0-or-later
# The target QCustomPlotQt6::QCustomPlotQt6. Debian's package describes it to CMake; vcpkg's port
# has only the header and the library.
find_package(QCustomPlotQt6 QUIET)
if(NOT TARGET QCustomPlotQt6::QCustomPlotQt6)
  find_path(BACKFLOW_QCUSTOMPLOT_INCLUDE qcustomplot.h REQUIRED)
  find_library(BACKFLOW_QCUSTOMPLOT NAMES qcustomplot qcustomplot2 REQUIRED)
  add_library(QCustomPlotQt6::QCustomPlotQt6 INTERFACE IMPORTED GLOBAL)
  target_include_directories(QCustomPlotQt6::QCustomPlotQt6 INTERFACE
    ${BACKFLOW_QCUSTOMPLOT_INCLUDE})
  target_link_libraries(QCustomPlotQt6::QCustomPlotQt6 INTERFACE
    ${BACKFLOW_QCUSTOMPLOT} Qt6::Widgets Qt6::PrintSupport)
  if(WIN32)
    # The port builds a DLL.
    target_compile_definitions(QCustomPlotQt6::QCustomPlotQt6 INTERFACE QCUSTOMPLOT_USE_LIBRARY)
  endif()
endif()
