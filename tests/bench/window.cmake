# SPDX-License-Identifier: GPL-3.0-or-later
# window_benchmark: how quickly the window answers. By hand:
#   build/release/tests/window_benchmark                  (offscreen)
#   xvfb-run -a -s "-screen 0 1920x1080x24" build/release/tests/window_benchmark
# The tests only check that it starts and gives numbers. With sanitizers its times mean nothing.
find_package(benchmark 1.7 QUIET)
if(benchmark_FOUND AND NOT BACKFLOW_SANITIZE)
  set(window_bench ${CMAKE_CURRENT_LIST_DIR})
  # Loaded by Qt itself into the real program: says when its first picture stands on the screen.
  add_library(window_start_watch MODULE ${window_bench}/window_start_watch.cpp)
  set_target_properties(window_start_watch PROPERTIES AUTOMOC ON
    LIBRARY_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/bench_plugins/generic)
  target_link_libraries(window_start_watch PRIVATE backflow::options Qt6::Widgets)

  add_executable(window_benchmark
    ${window_bench}/window_benchmark.cpp ${window_bench}/window_driver.cpp
    ${window_bench}/window_driver.h ${window_bench}/window_picture_watch.cpp
    ${window_bench}/window_picture_watch.h ${window_bench}/window_start.cpp
    ${window_bench}/window_start.h ${window_bench}/window_watched_application.cpp
    ${window_bench}/window_watched_application.h)
  set_target_properties(window_benchmark PROPERTIES AUTOMOC ON)
  target_compile_definitions(window_benchmark PRIVATE
    BACKFLOW_START_PLUGINS="${CMAKE_CURRENT_BINARY_DIR}/bench_plugins")
  target_link_libraries(window_benchmark PRIVATE
    test_support backflow::ui QCustomPlotQt6::QCustomPlotQt6 Qt6::PrintSupport
    benchmark::benchmark)
  add_dependencies(window_benchmark window_start_watch backflow)
  add_test(NAME window_benchmark_starts COMMAND window_benchmark --brief)
  set_tests_properties(window_benchmark_starts PROPERTIES
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen" TIMEOUT 120
    PASS_REGULAR_EXPRESSION "first picture after [0-9.]+ s")
endif()
