// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/app_state.h"
#include "ui/state/pinned_run.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace backflow {

/// The work of one window as it is kept on disk.
struct Session {
  Document document;
  std::filesystem::path file;  ///< that it was opened from or saved in; empty if none
  bool closedProperly = false; ///< false after a crash or a power cut
  Scenario opened{};           ///< what reset goes back to
  bool isUnsaved = true;       ///< no file holds the scenario
  std::shared_ptr<const std::vector<PinnedSettings>> pins = nullptr; ///< null if there are none
  int time = 0;         ///< of the cursor; 0 if it was not noted
  std::string view{};   ///< in front, by its name; empty if it was not noted
  std::string beside{}; ///< the variant of a second training, by its name; empty if not noted
  /// The kept training, to be read as any saved one; empty if there is none. Not in the text.
  std::filesystem::path training{};
  std::filesystem::path keptIn{}; ///< its own file; empty if it was not read. Not in the text

  std::size_t pinCount() const { return pins ? pins->size() : 0; }
  /// Whether there is something in it that neither a file nor the program itself holds.
  bool holdsWork() const { return isUnsaved || pinCount() > 0 || !training.empty(); }
};

/// The text of a session file (JSON).
std::string sessionText(const Session& session);

/// The session that a text holds; none if it is not one, or is damaged.
std::optional<Session> sessionFrom(const std::string& text);

} // namespace backflow
