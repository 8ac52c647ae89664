// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/pinned_runs.h"

#include <algorithm>
#include <utility>

namespace backflow {

void PinnedRuns::pin(std::shared_ptr<const Trace> trace, const std::filesystem::path& folder,
                     const QString& name, std::shared_ptr<const NormPictures> pictures,
                     std::shared_ptr<const Scenario> namedAfter) {
  if (!isFull()) {
    m_removed.clear(); // their letters may be taken now
    keep({0, freeSlot(), name, std::move(trace), folder, true, std::move(pictures),
          std::move(namedAfter)});
  }
}

bool PinnedRuns::bringBack(const PinnedSettings& settings, std::shared_ptr<const Trace> trace,
                           std::shared_ptr<const NormPictures> pictures) {
  if (isFull()) {
    return false;
  }
  keep({0, slotFor(settings.slot), settings.name, std::move(trace), settings.document.folder,
        settings.isShown, std::move(pictures), settings.namedAfter});
  return true;
}

void PinnedRuns::keep(PinnedRun run) {
  run.id = ++m_lastId;
  m_runs.push_back(std::move(run));
  emit changed();
}

void PinnedRuns::rename(int id, const QString& name) {
  PinnedRun* run = find(id);
  if (run != nullptr && !name.trimmed().isEmpty() && run->name != name.trimmed()) {
    run->name = name.trimmed();
    run->namedAfter.reset();
    emit changed();
  }
}

void PinnedRuns::nameAgain(const std::function<QString(const PinnedRun&)>& nameOf) {
  bool isOther = false;
  for (PinnedRun& run : m_runs) {
    if (run.namedAfter) {
      isOther |= nameOf(run) != std::exchange(run.name, nameOf(run));
    }
  }
  if (isOther) {
    emit changed();
  }
}

void PinnedRuns::setShown(int id, bool shown) {
  PinnedRun* run = find(id);
  if (run != nullptr && std::exchange(run->isShown, shown) != shown) {
    emit changed();
  }
}

void PinnedRuns::remove(int id) {
  const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                  [id](const PinnedRun& run) { return run.id == id; });
  if (found != m_runs.end()) {
    m_removed.push_back({*found});
    m_runs.erase(found);
    emit changed();
  }
}

void PinnedRuns::removeAll() {
  if (!m_runs.empty()) {
    m_removed.push_back(std::exchange(m_runs, {}));
    emit changed();
  }
}

void PinnedRuns::undoRemove() {
  if (m_removed.empty()) {
    return;
  }
  // Others may have come back meanwhile.
  for (PinnedRun& run : m_removed.back()) {
    if (!isFull()) {
      run.slot = slotFor(run.slot);
      m_runs.push_back(std::move(run));
    }
  }
  m_removed.pop_back();
  std::sort(m_runs.begin(), m_runs.end(),
            [](const PinnedRun& a, const PinnedRun& b) { return a.id < b.id; });
  emit changed();
}

void PinnedRuns::forgetRemoved() {
  if (!m_removed.empty()) {
    m_removed.clear();
    emit changed();
  }
}

PinnedRun* PinnedRuns::find(int id) {
  const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                  [id](const PinnedRun& run) { return run.id == id; });
  return found == m_runs.end() ? nullptr : &*found;
}

bool PinnedRuns::isTaken(int slot) const {
  return slot < 0 || slot >= mostPinnedRuns ||
         std::ranges::find(m_runs, slot, &PinnedRun::slot) != m_runs.end();
}

/// The first letter that is neither taken nor reserved; else one that is reserved.
int PinnedRuns::freeSlot() const {
  const auto firstOf = [&](auto&& isFree) {
    int slot = 0;
    while (slot < mostPinnedRuns && !isFree(slot)) {
      ++slot;
    }
    return slot;
  };
  const int slot = firstOf([&](int one) {
    return !isTaken(one) && std::ranges::find(m_reserved, one) == m_reserved.end();
  });
  return slot < mostPinnedRuns ? slot : firstOf([&](int one) { return !isTaken(one); });
}

} // namespace backflow
