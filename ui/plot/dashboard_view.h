// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_view.h"

#include <QPainter>
#include <QRect>

#include <memory>
#include <vector>

namespace backflow {

/// A whole run in one picture, for a report: the gradient flow, the states and the parameter
/// gradient beside each other, and in words what happened.
class DashboardView : public PlotView {
  Q_OBJECT

 public:
  explicit DashboardView(QWidget* parent = nullptr);
  ~DashboardView() override;

  void setFindings(const Findings& findings) override;
  void setTimeCursor(int t) override;
  void setTheme(const Theme& theme) override;
  void setCaptionShown(bool shown) override;
  void setCursorShown(bool shown) override;
  /// Of the gradient flow.
  void setHiddenCurves(const QSet<QString>& hidden) override;
  QSet<QString> hiddenCurves() const override;
  void setPictureSize(const QSize& size) override;
  void paintPicture(QPaintDevice& device, const QSizeF& extent) override;

 private:
  struct Part {
    std::unique_ptr<PlotView> view;
    QRect place;
  };

  PlotView& flow() const { return *m_parts.front().view; }
  void paintWords(QPainter& painter) const;

  Theme m_theme;
  std::shared_ptr<const Trace> m_trace;
  std::vector<Part> m_parts; ///< the gradient flow is the first
  QRect m_words;             ///< where it stands what happened
  QSize m_size;
};

} // namespace backflow
