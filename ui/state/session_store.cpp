// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/session_store.h"

#include "core/scenario/atomic_file.h"
#include "core/scenario/json_text.h"
#include "core/scenario/scenario_json.h"
#include "core/scenario/text_file.h"

#include <nlohmann/json.hpp>

#include <QLockFile>
#include <QUuid>

#include <algorithm>
#include <exception>
#include <ostream>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace backflow {

namespace {

constexpr const char* ending = ".session.json";
constexpr const char* unreadEnding = ".unread";
constexpr const char* format = "backflow-session";
constexpr int version = 1;

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
  if (contents == nullptr) {
    return std::nullopt;
  }
  std::vector<FieldProblem> problems;
  const nlohmann::json json = parseJson(*contents, problems);
  if (!problems.empty() || !json.is_object()) {
    return std::nullopt;
  }
  try {
    if (json.at("format") != format) {
      return std::nullopt;
    }
    auto scenario = scenarioFrom(json.at("scenario"));
    if (std::holds_alternative<std::vector<FieldProblem>>(scenario)) {
      return std::nullopt;
    }
    Session session;
    session.document.scenario = std::get<Scenario>(std::move(scenario));
    session.document.folder = json.at("folder").get<std::string>();
    session.file = json.at("file").get<std::string>();
    session.closedProperly = json.at("closed").get<bool>();
    return session;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
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

std::optional<Session> SessionStore::takeLeftBehind() {
  for (const std::filesystem::path& file : sessionsIn(m_folder)) {
    if (file == m_file || file == m_leftBehind) {
      continue;
    }
    std::unique_ptr<QLockFile> lock = tryLock(file);
    if (!lock) {
      continue; // its window lives
    }
    if (std::optional<Session> session = read(file)) {
      m_leftBehind = file;
      m_leftBehindLock = std::move(lock);
      return session;
    }
    const std::filesystem::path aside = file.string() + unreadEnding;
    std::error_code error;
    std::filesystem::rename(file, aside, error);
    if (!error) {
      m_setAside = aside;
    }
  }
  return std::nullopt;
}

void SessionStore::dropLeftBehind() {
  std::error_code error;
  if (!m_leftBehind.empty()) {
    std::filesystem::remove(m_leftBehind, error);
  }
  m_leftBehind.clear();
  m_leftBehindLock.reset();
}

QString SessionStore::keep(const Session& session) const {
  if (!isKeeping()) {
    return {};
  }
  const nlohmann::ordered_json json{{"format", format},
                                    {"version", version},
                                    {"closed", session.closedProperly},
                                    {"folder", session.document.folder.string()},
                                    {"file", session.file.string()},
                                    {"scenario", toJson(session.document.scenario)}};
  try {
    writeAtomically(m_file, [&](std::ostream& out) { out << json.dump(1); });
  } catch (const std::exception& error) {
    return QString::fromStdString(error.what());
  }
  return {};
}

void SessionStore::forget() const {
  std::error_code error;
  std::filesystem::remove(m_file, error);
}

} // namespace backflow
