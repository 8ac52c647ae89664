// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <filesystem>
#include <functional>
#include <vector>

namespace backflow {

/// A scenario with the folder that its file names are relative to.
struct Document {
  Scenario scenario;
  std::filesystem::path folder;
  bool operator==(const Document&) const = default;
};

/// The one state of the window: the scenario that is shown. It is valid at every moment; whoever
/// wants to change it hears what is wrong instead. Every change can be undone.
class AppState : public QObject {
  Q_OBJECT

 public:
  explicit AppState(QObject* parent = nullptr);

  const Scenario& scenario() const { return m_document.scenario; }
  const Document& document() const { return m_document; }
  /// The scenario as it was opened: what reset goes back to.
  const Scenario& opened() const { return m_opened.scenario; }

  /// Applies `change` to a copy of the scenario and takes it over if it is valid. Returns the
  /// problems otherwise, and then nothing has changed. Edits of one field that follow each other
  /// without a call of endEdit() are one step of undo.
  std::vector<FieldProblem> edit(const QString& field,
                                 const std::function<void(Scenario&)>& change);
  /// Ends the merging of edits: call it when a slider is let go.
  void endEdit();

  /// Opens another document: what the old one was can be had back by undo.
  void open(const Document& document);
  /// Goes back to the scenario as it was opened.
  void reset();

  QUndoStack* undoStack() { return &m_undoStack; }

 signals:
  void scenarioChanged();

 private:
  friend class ReplaceDocument;
  void replace(const Document& document, const Document& opened);

  Document m_document;
  Document m_opened;
  QUndoStack m_undoStack;
  int m_editSession = 0;
};

} // namespace backflow
