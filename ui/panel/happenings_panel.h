// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSplitter;
class QToolButton;

namespace backflow {

class EventPanel;
class NumberInspector;

/// What happened, and under it the number at the time cursor, bit by bit, which can be folded away.
class HappeningsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit HappeningsPanel(QWidget* parent = nullptr);

  EventPanel* events() const { return m_events; }
  NumberInspector* inspector() const { return m_inspector; }

  bool isInspectorFolded() const;
  void setInspectorFolded(bool folded);

 signals:
  void inspectorFolded(bool folded);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void fitHeader();

  EventPanel* m_events;
  NumberInspector* m_inspector;
  QSplitter* m_splitter;
  QWidget* m_lower;
  QToolButton* m_fold;
};

} // namespace backflow
