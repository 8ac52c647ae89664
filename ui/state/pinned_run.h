// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "ui/state/app_state.h"

#include <QChar>
#include <QString>

#include <filesystem>
#include <memory>

namespace backflow {

struct NormPictures;

/// More curves than this nobody tells apart.
inline constexpr int mostPinnedRuns = 6;

/// A run that is kept to be compared with what comes after it.
struct PinnedRun {
  int id = 0;   ///< no two of a session have the same
  int slot = 0; ///< 0..mostPinnedRuns − 1: its letter, its colour and its dashes
  QString name;
  std::shared_ptr<const Trace> trace;
  std::filesystem::path folder; ///< that the scenario's file names are relative to
  bool isShown = true;
  std::shared_ptr<const NormPictures> pictures = nullptr; ///< of the trace, if made already
  /// The name says in what the run differs from this one; null for a name that somebody gave it.
  std::shared_ptr<const Scenario> namedAfter = nullptr;

  QChar letter() const { return QChar(u'A' + slot); }
};

/// What a pinned run can be computed from again, to the same bits.
struct PinnedSettings {
  int slot = 0;
  QString name;
  bool isShown = true;
  Document document;
  std::shared_ptr<const Scenario> namedAfter = nullptr; ///< as in PinnedRun
};

PinnedSettings settingsOf(const PinnedRun& run);

/// The run in the widest precision: it comes nearest to what the network really does.
/// @pre the trace has a run
const RunTrace& widestRun(const Trace& trace);

} // namespace backflow
