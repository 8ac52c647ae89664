// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/equation_view.h"

#include "ui/panel/appearance.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

/// Room for the line of a mark too.
constexpr int lineGap = 9;

} // namespace

EquationView::EquationView(const QString& name, QWidget* parent) : QWidget(parent) {
  setObjectName(name);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QFont EquationView::titleFont() const {
  QFont bold = font();
  bold.setBold(true);
  return bold;
}

QFont EquationView::equationFont() const {
  return prominentFont(font());
}

void EquationView::setTitle(const QString& title) {
  m_title = title;
  describe();
  updateGeometry();
  update();
}

void EquationView::setEquations(const QStringList& markup) {
  m_markup = markup;
  m_equations.clear();
  for (const QString& line : markup) {
    m_equations.push_back(equationRuns(line));
  }
  describe();
  updateGeometry();
  update();
}

void EquationView::setMark(const std::optional<RoleMark>& mark) {
  m_mark = mark;
  update();
}

QStringList EquationView::markedText() const {
  QStringList marked;
  for (const std::vector<EquationRun>& equation : m_equations) {
    QString text;
    for (const EquationRun& run : equation) {
      text += m_mark && run.role == m_mark->role ? run.text : QString();
    }
    if (!text.isEmpty()) {
      marked += text;
    }
  }
  return marked;
}

void EquationView::describe() {
  QStringList lines;
  for (const QString& line : m_markup) {
    lines += plainEquation(line);
  }
  setAccessibleName(m_title);
  setAccessibleDescription(lines.join(QLatin1Char('\n')));
}

QSize EquationView::sizeHint() const {
  double width = QFontMetricsF(titleFont()).horizontalAdvance(m_title);
  double height = QFontMetricsF(titleFont()).height() + wideGap;
  for (const std::vector<EquationRun>& equation : m_equations) {
    const QSizeF size = equationSize(equation, equationFont());
    width = std::max(width, size.width());
    height += size.height() + lineGap;
  }
  const auto whole = [](double length) {
    return static_cast<int>(std::ceil(length));
  };
  return {whole(width) + 2 * wideGap, whole(height) + 2 * wideGap};
}

void EquationView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(palette().base());
  painter.drawRoundedRect(QRectF(rect()), smallGap, smallGap);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(palette().color(QPalette::Text));
  painter.setFont(titleFont());
  QPointF corner(wideGap, wideGap);
  const QFontMetricsF metrics(titleFont());
  painter.drawText(QPointF(corner.x(), corner.y() + metrics.ascent()), m_title);
  corner.ry() += metrics.height() + wideGap;
  for (const std::vector<EquationRun>& equation : m_equations) {
    paintEquation(painter, corner, equation, equationFont(), m_mark ? &*m_mark : nullptr);
    corner.ry() += equationSize(equation, equationFont()).height() + lineGap;
  }
}

void EquationView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) {
    updateGeometry();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
