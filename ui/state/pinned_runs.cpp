// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/pinned_runs.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace backflow {

void PinnedRuns::pin(std::shared_ptr<const Trace> trace, const std::filesystem::path& folder,
                     const QString& name, std::shared_ptr<const NormPictures> pictures) {
  PinnedSettings settings;
  settings.slot = freeSlot();
  settings.name = name;
  settings.document.folder = folder;
  bringBack(settings, std::move(trace), std::move(pictures));
}

void PinnedRuns::bringBack(const PinnedSettings& settings, std::shared_ptr<const Trace> trace,
                           std::shared_ptr<const NormPictures> pictures) {
  if (isFull()) {
    return;
  }
  PinnedRun run;
  run.id = ++m_lastId;
  run.slot = isFree(settings.slot) ? settings.slot : freeSlot();
  run.name = settings.name;
  run.trace = std::move(trace);
  run.folder = settings.document.folder;
  run.isShown = settings.isShown;
  run.pictures = std::move(pictures);
  m_runs.push_back(std::move(run));
  m_removed.clear(); // their letters may be taken now
  emit changed();
}

void PinnedRuns::rename(int id, const QString& name) {
  PinnedRun* run = find(id);
  if (run != nullptr && !name.trimmed().isEmpty() && run->name != name.trimmed()) {
    run->name = name.trimmed();
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
  std::move(m_removed.back().begin(), m_removed.back().end(), std::back_inserter(m_runs));
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

bool PinnedRuns::isFree(int slot) const {
  return slot >= 0 && slot < mostPinnedRuns &&
         std::ranges::find(m_runs, slot, &PinnedRun::slot) == m_runs.end();
}

int PinnedRuns::freeSlot() const {
  int slot = 0;
  while (!isFree(slot) && slot < mostPinnedRuns) {
    ++slot;
  }
  return slot;
}

} // namespace backflow
