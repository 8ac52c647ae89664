// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace backflow {

class CaptionLine;

/// A label, the controls of one field or a few, and a caption for a note or for what is wrong.
class ControlRow : public QWidget {
  Q_OBJECT

 public:
  /// Compact rows have the label to the left of the controls; prominent ones have it above them.
  enum class Size { Compact, Prominent };
  /// A check box as the label switches the controls off.
  enum class Switch { None, OnOff };

  explicit ControlRow(Size size, Switch kind = Switch::None, QWidget* parent = nullptr);

  void setLabel(const QString& label);
  QCheckBox* checkBox() const { return m_checkBox; }
  void addControl(QWidget* control, int stretch = 0);
  /// Keeps the controls together at the left; those added later stand before it too.
  void addStretch();
  /// To the right of the label of a prominent row.
  void addHeaderControl(QWidget* control);

  /// The width that the label would like; rows that stand below each other take the widest.
  int labelWidthHint() const;
  void setLabelWidth(int width);
  /// Of a prominent row's label by itself.
  int headerLabelWidth() const;

  /// What the controls are: shown as the tooltip.
  void setHelp(const QString& help);
  /// Controls that cannot be used say why in their tooltip.
  void setAvailable(bool available, const QString& reason = {});
  bool isAvailable() const { return m_isAvailable; }

  /// In a place too narrow for it, its brief form, or the least that can be said.
  void setNote(const QString& note, const QString& brief = {}, const QString& least = {});
  /// What is wrong with an edit of these controls.
  void setProblem(const QString& problem);
  /// What a run found wrong; an edit's problem goes before it.
  void setRunProblem(const QString& problem);

  /// The scenario's fields, as dotted paths, that this row answers for.
  void setFields(const QStringList& fields) { m_fields = fields; }
  /// The length of the longest of these fields that `field` is or lies in; 0 if there is none.
  int lengthOfMatch(const QString& field) const;
  const QStringList& fields() const { return m_fields; }

  /// Whether the controls differ from the scenario as it was opened: then there is a button that
  /// puts them back.
  void setChanged(bool changed);

  /// For a row out of sight whose words or type have changed: it is not laid out anew by itself.
  void forgetSizes();

 signals:
  void putBackRequested();

 protected:
  void changeEvent(QEvent* event) override;
  void setControlsEnabled(bool enabled);

 private:
  QWidget* labelWidget() const;
  void showHelp();
  void showProblem();
  void putBackBeside();
  void fitFonts();
  void retranslate();

  Size m_size;
  QLabel* m_label = nullptr;
  QCheckBox* m_checkBox = nullptr;
  QHBoxLayout* m_header = nullptr;
  QHBoxLayout* m_body = nullptr;
  QHBoxLayout* m_lastLine = nullptr; ///< of the caption
  CaptionLine* m_caption = nullptr;
  QToolButton* m_putBack;
  std::vector<QWidget*> m_controls;
  int m_trailing = 0; ///< items of the body that stand after the controls
  bool m_isAvailable = true;
  QString m_labelText;
  QStringList m_fields;
  QString m_help;
  QString m_reason;
  QString m_problem;
  QString m_runProblem;
};

} // namespace backflow
