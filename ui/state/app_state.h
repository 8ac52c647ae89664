// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"
#include "ui/state/wished_steps.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
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
  /// A step of undo that makes a data file the input, by its name in the scenario and with so many
  /// time steps. The horizon is no longer than that; it comes back with an input that has more.
  std::vector<FieldProblem> readData(const std::string& file, std::size_t steps,
                                     const std::function<void(Scenario&)>& change);
  /// Ends the merging of edits: call it when a slider is let go.
  void endEdit();

  /// Opens another document: what the old one was can be had back by undo. `file` is where it was
  /// read from, if that is a user's own.
  void open(const Document& document, const std::filesystem::path& file = {});
  /// Opens a document that was changed since `opened`, which reset goes back to.
  void openChanged(const Document& document, const Scenario& opened,
                   const std::filesystem::path& file);
  /// The file that the document was opened from or last saved in; empty if there is none. Undo
  /// beyond the opening of a document brings the former one's back.
  const std::filesystem::path& file() const { return m_files[m_origin]; }
  void setFile(const std::filesystem::path& file);
  /// Goes back to the scenario as it was opened.
  void reset();

  QUndoStack* undoStack() { return &m_undoStack; }

 signals:
  /// Before scenarioChanged(): another document is opened, or this one as it was. What controls
  /// remember of settings that are switched off is over.
  void startedOver();
  void scenarioChanged();
  void fileChanged();

 private:
  friend class ReplaceDocument;
  struct Shown;
  enum class Input { IfOther, Anew };

  std::vector<FieldProblem> edit(const QString& field, const std::function<void(Scenario&)>& change,
                                 Input fitTo);
  void push(Shown shown, const QString& field);
  Shown shown() const;
  void show(const Shown& shown);

  Document m_document;
  Document m_opened;
  WishedSteps m_wished; ///< of the document
  DataLengths m_lengths;
  std::vector<std::filesystem::path> m_files{{}}; ///< of each document opened, in turn
  std::size_t m_origin = 0;                       ///< which of them is shown
  QUndoStack m_undoStack;
  int m_editSession = 0;
};

} // namespace backflow
