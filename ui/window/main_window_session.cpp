// SPDX-License-Identifier: GPL-3.0-or-later
// What a former window left behind: how it is offered, and how it comes back.
#include "ui/panel/time_bar.h"
#include "ui/plot/view_names.h"
#include "ui/run/session_keeper.h"
#include "ui/run/training_keeper.h"
#include "ui/state/variant_names.h"
#include "ui/text/scenario_text.h"
#include "ui/window/compare_row.h"
#include "ui/window/lower_views.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/scenario_files.h"
#include "ui/window/training_lab.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace backflow {

namespace {

/// Another window may have written the file since, or somebody have removed it.
bool isHeldByItsFile(const Session& session) {
  if (session.file.empty()) {
    return true; // it comes with the program
  }
  const auto read = readDocument(session.file);
  const auto* document = std::get_if<Document>(&read);
  return document != nullptr && document->scenario == session.document.scenario;
}

/// So that two of the same scenario can be told apart.
QString contentsOf(const Session& session) {
  QStringList parts{ScenarioText::presentName(session.document.scenario)};
  if (!session.file.empty()) {
    parts << QString::fromStdString(session.file.filename().string());
  }
  if (session.pinCount() > 0) {
    parts << MainWindow::tr("%n pinned run(s)", nullptr, static_cast<int>(session.pinCount()));
  }
  if (!session.training.empty()) {
    parts << MainWindow::tr("a training");
  }
  return parts.join(QStringLiteral(", "));
}

/// When it was kept last.
QString timeOf(const Session& session) {
  const QFileInfo file(QString::fromStdString(session.keptIn.string()));
  return QLocale().toString(file.lastModified(), QLocale::ShortFormat);
}

} // namespace

/// Told once; empty if nothing was.
QString MainWindow::whatWasSetAside() {
  const QString file = QString::fromStdString(m_session->setAside().string());
  m_session->forgetSetAside();
  return file.isEmpty() ? QString()
                        : tr("What an earlier window left behind could not be read. It is kept in "
                             "“%1”.")
                              .arg(file);
}

QString MainWindow::whatWasLeft(const Session& session) const {
  const QString title = ScenarioText::name(session.document.scenario);
  const int pins = static_cast<int>(session.pinCount());
  const bool hasTraining = !session.training.empty();
  QString text;
  if (!session.closedProperly) {
    text = tr("Backflow was not closed properly. The scenario “%1” was kept.").arg(title);
  } else if (session.isUnsaved) {
    text = tr("“%1” has changes from last time that were not saved.").arg(title);
  } else {
    text = pins > 0 ? tr("%n pinned curve(s) stayed from last time.", nullptr, pins)
                    : tr("A training of “%1” stayed from last time.").arg(title);
    return pins > 0 && hasTraining ? text + QChar(' ') + tr("A training goes with it.") : text;
  }
  if (pins > 0) {
    text += QChar(' ') + tr("%n pinned curve(s) go(es) with it.", nullptr, pins);
  }
  if (hasTraining) {
    text += QChar(' ') + tr("A training goes with it.");
  }
  return text;
}

/// What else is to be told stands before the offer, which would take its place.
void MainWindow::offerLeftBehind() {
  auto session = m_session->takeLeftBehind();
  while (session && !session->holdsWork()) {
    m_session->discardLeftBehind(); // a file, or the program itself, holds all of it
    session = m_session->takeLeftBehind();
  }
  const QString aside = whatWasSetAside();
  QStringList words{m_message->text(), aside};
  if (session) {
    words.prepend(whatWasLeft(*session));
  }
  words.removeAll(QString());
  const QString text = words.join(QChar('\n'));
  if (session) {
    offer(*session, text);
  } else if (!aside.isEmpty()) {
    m_message->showProblem(text);
  }
}

/// Where several windows left something, each can be chosen from a list.
void MainWindow::offer(const Session& session, const QString& text) {
  MessageBar::Others others;
  std::vector<std::filesystem::path> files;
  for (const Session& other : m_session->othersLeftBehind()) {
    files.push_back(other.keptIn);
    others.names << QStringLiteral("%1: %2").arg(timeOf(other), contentsOf(other));
  }
  others.label = tr("%n other session(s)", nullptr, static_cast<int>(files.size()));
  others.choose = [this, session, text, files](int index) {
    offerInPlaceOf(session, text, files[static_cast<std::size_t>(index)]);
  };
  m_message->offer(
      files.empty() ? text : QStringLiteral("%1: %2").arg(timeOf(session), text),
      tr("Go on with it"), tr("Discard it…"),
      [this, session, text](bool accepted) {
        accepted ? goOnWith(session) : askBeforeDiscarding(session, text);
      },
      std::move(others));
}

/// What was offered before stays, and stands in the list now.
void MainWindow::offerInPlaceOf(const Session& session, const QString& text,
                                const std::filesystem::path& other) {
  if (const auto chosen = m_session->takeLeftBehind(other)) {
    offer(*chosen, whatWasLeft(*chosen));
  } else {
    offer(session, text); // another window has taken it meanwhile
  }
}

/// `offered`: the words that come back with who thinks better of it.
void MainWindow::askBeforeDiscarding(const Session& session, const QString& offered) {
  // What keeps it stands where “Discard it…” stood: a double click discards nothing.
  m_message->offer(tr("Discard “%1” for good?").arg(ScenarioText::name(session.document.scenario)),
                   tr("Discard for good"), tr("Keep it"), [this, session, offered](bool discards) {
                     if (discards) {
                       m_session->discardLeftBehind();
                       offerLeftBehind(); // another window's, if there was one
                     } else {
                       offer(session, offered);
                     }
                   });
}

void MainWindow::goOnWith(const Session& session) {
  m_state.openChanged(session.document, session.opened, session.file);
  if (!session.isUnsaved) {
    isHeldByItsFile(session) ? m_session->noteSaved() : m_session->noteUnheld();
  }
  if (session.pins) {
    m_compare->bringBack(*session.pins);
  }
  const bool hasTraining = bringTrainingBack(session);
  bringViewBack(session);
  m_session->goOnWithLeftBehind(hasTraining);
}

/// False if there is none, or none that can be read.
bool MainWindow::bringTrainingBack(const Session& session) {
  if (session.training.empty()) {
    return false;
  }
  auto read = readTraining(session.training);
  if (const auto* problem = std::get_if<QString>(&read)) {
    m_message->showProblem(*problem);
    return false;
  }
  const auto& saved = std::get<SavedTraining>(read);
  const auto variant = enumNamed<TrainingVariant>(session.beside);
  m_lower->trainingLab()->pair().bringBack(saved.state, saved.document,
                                           variant.value_or(TrainingVariant::None));
  m_trainingKeeper->noteBroughtBack();
  return true;
}

void MainWindow::bringViewBack(const Session& session) {
  if (const auto view = enumNamed<ViewKind>(session.view)) {
    m_lower->bringForward(*view);
  }
  if (session.time > 0) {
    connect(
        this, &MainWindow::traceShown, this, [this, t = session.time] { m_timeBar->setTime(t); },
        Qt::SingleShotConnection);
  }
}

void MainWindow::noteView() {
  const TrainingPair& pair = m_lower->trainingLab()->pair();
  m_session->noteView(m_timeBar->time(), std::string(enumName(m_lower->current())),
                      std::string(enumName(pair.variant())));
}

} // namespace backflow
