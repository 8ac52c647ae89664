// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/session_store.h"

#include "core/scenario/atomic_file.h"
#include "core/scenario/text_file.h"

#include <QLockFile>
#include <QUuid>

#include <algorithm>
#include <exception>
#include <ostream>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace backflow {

namespace {

constexpr const char* ending = ".session.json";
constexpr const char* trainingEnding = ".training.json";
constexpr const char* unreadEnding = ".unread";

std::filesystem::path trainingOf(const std::filesystem::path& session) {
  const std::string name = session.string();
  return name.substr(0, name.size() - std::string_view(ending).size()) + trainingEnding;
}

std::filesystem::path lockOf(const std::filesystem::path& session) {
  return session.string() + ".lock";
}

std::unique_ptr<QLockFile> tryLock(const std::filesystem::path& session) {
  auto lock = std::make_unique<QLockFile>(QString::fromStdString(lockOf(session).string()));
  // However long a window has been open: only that its process lives counts.
  lock->setStaleLockTime(0);
  return lock->tryLock(0) ? std::move(lock) : nullptr;
}

std::optional<Session> read(const std::filesystem::path& file) {
  const TextOrProblem text = readTextFile(file);
  const auto* contents = std::get_if<std::string>(&text);
  std::optional<Session> session = contents == nullptr ? std::nullopt : sessionFrom(*contents);
  if (session) {
    session->keptIn = file;
    std::error_code error;
    if (std::filesystem::exists(trainingOf(file), error)) {
      session->training = trainingOf(file);
    }
  }
  return session;
}

/// The session files of the folder, the newest first.
std::vector<std::filesystem::path> sessionsIn(const std::filesystem::path& folder) {
  std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> found;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    std::error_code noTime;
    if (entry.path().filename().string().ends_with(ending)) {
      found.emplace_back(entry.last_write_time(noTime), entry.path());
    }
  }
  std::sort(found.rbegin(), found.rend());
  std::vector<std::filesystem::path> result;
  result.reserve(found.size());
  for (auto& [time, path] : found) {
    result.push_back(std::move(path));
  }
  return result;
}

} // namespace

SessionStore::SessionStore(std::filesystem::path folder) : m_folder(std::move(folder)) {
  std::error_code error;
  std::filesystem::create_directories(m_folder, error);
  m_file = m_folder / (QUuid::createUuid().toString(QUuid::Id128).toStdString() + ending);
  m_lock = tryLock(m_file);
}

SessionStore::~SessionStore() = default;

std::filesystem::path SessionStore::trainingFile() const {
  return trainingOf(m_file);
}

void SessionStore::adoptTraining() {
  std::error_code error;
  if (!m_leftBehind.empty() && isKeeping()) {
    std::filesystem::rename(trainingOf(m_leftBehind), trainingFile(), error);
  }
}

/// A training whose session is gone: written last by a window while it closed.
void SessionStore::dropLostTrainings() const {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(m_folder, error)) {
    const std::string name = entry.path().string();
    if (!name.ends_with(trainingEnding)) {
      continue;
    }
    const std::filesystem::path session =
        name.substr(0, name.size() - std::string_view(trainingEnding).size()) + ending;
    std::error_code ignored;
    if (session != m_file && !std::filesystem::exists(session, ignored) && tryLock(session)) {
      std::filesystem::remove(entry.path(), ignored);
    }
  }
}

std::optional<Session> SessionStore::takeLeftBehind() {
  dropLostTrainings();
  for (const std::filesystem::path& file : sessionsIn(m_folder)) {
    if (file == m_file || file == m_leftBehind) {
      continue;
    }
    std::unique_ptr<QLockFile> lock = tryLock(file);
    if (!lock) {
      continue; // its window lives
    }
    if (std::optional<Session> session = take(file, std::move(lock))) {
      return session;
    }
  }
  return std::nullopt;
}

std::optional<Session> SessionStore::takeLeftBehind(const std::filesystem::path& file) {
  std::unique_ptr<QLockFile> lock = tryLock(file);
  return lock ? take(file, std::move(lock)) : std::nullopt;
}

std::optional<Session> SessionStore::take(const std::filesystem::path& file,
                                          std::unique_ptr<QLockFile> lock) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    return std::nullopt;
  }
  if (std::optional<Session> session = read(file)) {
    m_leftBehind = file;
    m_leftBehindLock = std::move(lock);
    return session;
  }
  const std::filesystem::path aside = file.string() + unreadEnding;
  std::filesystem::rename(file, aside, error);
  if (!error) {
    m_setAside = aside;
  }
  return std::nullopt;
}

std::vector<Session> SessionStore::othersLeftBehind() const {
  std::vector<Session> others;
  for (const std::filesystem::path& file : sessionsIn(m_folder)) {
    if (file == m_file || file == m_leftBehind) {
      continue;
    }
    const std::unique_ptr<QLockFile> lock = tryLock(file);
    std::optional<Session> session = lock ? read(file) : std::nullopt;
    if (session && session->holdsWork()) {
      others.push_back(std::move(*session));
    }
  }
  return others;
}

void SessionStore::dropLeftBehind() {
  std::error_code error;
  if (!m_leftBehind.empty()) {
    std::filesystem::remove(m_leftBehind, error);
    std::filesystem::remove(trainingOf(m_leftBehind), error);
  }
  m_leftBehind.clear();
  m_leftBehindLock.reset();
}

QString SessionStore::keep(const Session& session) const {
  if (!isKeeping()) {
    return {};
  }
  try {
    std::string text = sessionText(session);
    if (text.size() > largestFile) {
      // The next start could read none of it: the scenario goes before the curves.
      Session alone = session;
      alone.pins.reset();
      text = sessionText(alone);
    }
    writeAtomically(m_file, [&](std::ostream& out) { out << text; });
  } catch (const std::exception& error) {
    return QString::fromStdString(error.what());
  }
  return {};
}

void SessionStore::forget() const {
  std::error_code error;
  std::filesystem::remove(m_file, error);
  std::filesystem::remove(trainingFile(), error);
}

} // namespace backflow
