// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temporary_folder.h"

#include <QTest>

#include <filesystem>

namespace backflow::test {

/// Waits until a training that was paused has made the update under way, however long that takes,
/// and has told of it. `keep` has its state written to a file.
template <typename Keep> [[nodiscard]] bool comesToRest(const Keep& keep) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "rest.training.json";
  keep(file); // after the update
  const bool isKept = QTest::qWaitFor([&] { return std::filesystem::exists(file); }, 60000);
  QTest::qWait(100); // what was made is told at the screen's rate
  return isKept;
}

} // namespace backflow::test
