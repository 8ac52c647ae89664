// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/seed_band_worker.h"
#include "ui/state/app_state.h"
#include "ui/state/findings.h"

#include <QWidget>

#include <memory>

class QAction;
class QLabel;

namespace backflow {

class ChoiceBox;

/// The band over many seeds that the present curves are compared with: how many, and how far it has
/// come. It is computed while action() is on.
class SeedBandBar : public QWidget {
  Q_OBJECT

 public:
  explicit SeedBandBar(AppState& state, QWidget* parent = nullptr);
  ~SeedBandBar() override;

  /// Switches the band on and off.
  QAction* action() const { return m_action; }
  /// The newest one; nothing while it is off.
  std::shared_ptr<const SeedBandStudy> band() const { return m_band; }

 signals:
  /// band() has changed.
  void bandChanged();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void layOut();
  void request();
  void tellRange();
  void refreshAction();
  void retranslate();

  AppState& m_state;
  SeedBandWorker m_worker;
  std::shared_ptr<const SeedBandStudy> m_band;
  QAction* m_action;
  QLabel* m_label;
  ChoiceBox* m_count;
  QLabel* m_news;
};

} // namespace backflow
