// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/seed_band_worker.h"
#include "ui/state/app_state.h"
#include "ui/state/findings.h"

#include <QObject>

#include <memory>

class QAction;
class QLabel;
class QWidget;

namespace backflow {

class ChoiceBox;

/// The band over many seeds that the present curves are compared with: how many, and how far it has
/// come. It is computed while action() is on. Its widgets stand in a row of somebody else's.
class SeedBandControls : public QObject {
  Q_OBJECT

 public:
  explicit SeedBandControls(AppState& state, QObject* parent = nullptr);
  ~SeedBandControls() override;

  /// How many seeds.
  QWidget* settings() const { return m_settings; }
  QWidget* news() const;
  void retranslate();

  /// Switches the band on and off.
  QAction* action() const { return m_action; }
  /// The newest one; nothing while it is off.
  std::shared_ptr<const SeedBandStudy> band() const { return m_band; }

 signals:
  /// band() has changed.
  void bandChanged();

 private:
  void request();
  void tellRange();
  void refreshAction();

  AppState& m_state;
  SeedBandWorker m_worker;
  std::shared_ptr<const SeedBandStudy> m_band;
  QAction* m_action;
  QLabel* m_label;
  ChoiceBox* m_count;
  QWidget* m_settings;
  QLabel* m_news;
};

} // namespace backflow
