// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/field_problem.h"
#include "core/scenario/scenario.h"

#include <QLabel>
#include <QWidget>

#include <filesystem>
#include <functional>
#include <vector>

class QVBoxLayout;

namespace backflow {

class AppState;
class ControlRow;
class NumberRow;
class SliderRow;
struct Trace;

using ScenarioChange = std::function<void(Scenario&)>;
using NumberChange = std::function<void(Scenario&, double)>;

/// Controls that belong together under a heading. It shows the scenario, and hands what a user does
/// to the state.
class Section : public QWidget {
  Q_OBJECT

 public:
  enum class Heading { None, Shown };

  /// Shows the scenario, without disturbing who is typing.
  virtual void refresh() = 0;
  /// Shows what a run measured; nullptr when there is no run to show.
  virtual void showTrace(const Trace*) {}
  virtual void retranslate() = 0;

 protected:
  Section(AppState& state, Heading heading, QWidget* parent);

  const Scenario& scenario() const;
  const Scenario& opened() const;
  /// That the scenario's file names are relative to.
  const std::filesystem::path& folder() const;
  QVBoxLayout* column() const { return m_column; }
  void setHeading(const QString& heading);

  /// Adds a row that answers for `fields`.
  void addRow(ControlRow* row, const QStringList& fields);
  /// Edits `field`; what is wrong is shown at the row. Edits of a field that follow each other
  /// are one step of undo until endEdit.
  void edit(ControlRow* row, const QString& field, const ScenarioChange& change);
  /// What comes next is another step of undo.
  void endEdit();
  /// A whole step of undo. A change that is refused is taken back in the controls.
  void editOnce(ControlRow* row, const QString& field, const ScenarioChange& change);
  /// Edits `field` with the numbers that a user gives the row, and puts back its opened value.
  void bind(SliderRow* row, const QString& field, const NumberChange& change,
            const std::function<double(const Scenario&)>& value);
  void bind(NumberRow* row, const QString& field, const NumberChange& change);

 private:
  AppState& m_state;
  QVBoxLayout* m_column;
  QLabel* m_heading = nullptr;
};

/// A text that is only read: it is cut to the width there is, and whole in the tooltip.
class ReadOnlyText : public QLabel {
  Q_OBJECT

 public:
  explicit ReadOnlyText(const QString& name, QWidget* parent = nullptr);

  void showText(const QString& text);
  /// The name of a file, and its whole path in the tooltip.
  void showFile(const QString& path);
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
};

} // namespace backflow
