// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/bit_fields.h"

#include "ui/panel/appearance.h"

#include <QEvent>
#include <QFontDatabase>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace backflow {

namespace {

constexpr int groupLength = 8;
constexpr double groupGap = 5;
constexpr double lineGap = 3;

} // namespace

BitFields::BitFields(QWidget* parent)
    : QWidget(parent), m_number(anatomyOf(0, Precision::Float32)),
      m_theme(themeOf(ThemeKind::Light)) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void BitFields::showNumber(const NumberAnatomy& number) {
  const bool hasOtherShape = number.precision != m_number.precision;
  m_number = number;
  setAccessibleDescription(QString::fromStdString(number.sign + " " + number.exponent + " " +
                                                  number.fraction + ", " + number.hex));
  if (hasOtherShape) {
    updateGeometry();
  }
  update();
}

void BitFields::setTheme(const Theme& theme) {
  m_theme = theme;
  update();
}

const std::string& BitFields::bitsOf(Field field) const {
  switch (field) {
  case Field::Sign:
    return m_number.sign;
  case Field::Exponent:
    return m_number.exponent;
  case Field::Fraction:
    break;
  }
  return m_number.fraction;
}

QString BitFields::nameOf(Field field) const {
  switch (field) {
  case Field::Sign:
    return tr("sign");
  case Field::Exponent:
    return tr("exponent");
  case Field::Fraction:
    break;
  }
  return tr("fraction");
}

QColor BitFields::colorOf(Field field) const {
  switch (field) {
  case Field::Sign:
    return m_theme.float16;
  case Field::Exponent:
    return m_theme.bfloat16;
  case Field::Fraction:
    break;
  }
  return m_theme.float64;
}

QFont BitFields::bitFont() const {
  QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  if (font().pointSizeF() > 0) {
    fixed.setPointSizeF(font().pointSizeF());
  } else {
    fixed.setPixelSize(font().pixelSize());
  }
  return fixed;
}

QSizeF BitFields::cellSize() const {
  const QFontMetricsF metrics(bitFont());
  return {metrics.horizontalAdvance(QLatin1Char('0')) + 2, metrics.height() + 1};
}

std::vector<BitFields::Group> BitFields::groupsIn(int width, double& height) const {
  std::vector<Group> result;
  const QSizeF cell = cellSize();
  const double caption = QFontMetricsF(captionFont(font())).height();
  const double line = cell.height() + caption + lineGap;
  double x = 0;
  double y = 0;
  for (const Field field : {Field::Sign, Field::Exponent, Field::Fraction}) {
    const int count = static_cast<int>(bitsOf(field).size());
    for (int first = 0; first < count; first += groupLength) {
      const int length = std::min(groupLength, count - first);
      const double extent = length * cell.width();
      // The fraction starts a line of its own where it is broken anyway: its lines then stand
      // under each other.
      const bool startsFraction =
          field == Field::Fraction && first == 0 && x > 0 && x + count * cell.width() > width;
      if (startsFraction || (x > 0 && x + extent > width)) {
        x = 0;
        y += line;
      }
      result.push_back({field, first, QRectF(x, y, extent, cell.height())});
      x += extent + groupGap;
    }
  }
  height = y + cell.height() + caption;
  return result;
}

int BitFields::heightForWidth(int width) const {
  double height = 0;
  groupsIn(width, height);
  return static_cast<int>(std::ceil(height));
}

QSize BitFields::sizeHint() const {
  const int width = static_cast<int>(2 * groupLength * cellSize().width() + groupGap) + 1;
  return {width, heightForWidth(width)};
}

QSize BitFields::minimumSizeHint() const {
  const int width = static_cast<int>(groupLength * cellSize().width()) + 1;
  return {width, static_cast<int>(cellSize().height())};
}

void BitFields::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QSizeF cell = cellSize();
  const QFont digits = bitFont();
  const QFont caption = captionFont(font());
  const QFontMetricsF captionMetrics(caption);
  double height = 0;
  const std::vector<Group> groups = groupsIn(width(), height);
  double named = -1; // up to where the line of names is taken
  double namedLine = -1;
  for (const Group& group : groups) {
    const QColor color = colorOf(group.field);
    QColor fill = color;
    fill.setAlpha(55);
    painter.fillRect(group.place, fill);
    painter.fillRect(QRectF(group.place.left(), group.place.bottom() - 2, group.place.width(), 2),
                     color);
    painter.setFont(digits);
    painter.setPen(palette().color(QPalette::WindowText));
    const std::string& bits = bitsOf(group.field);
    const double count = group.place.width() / cell.width();
    for (int k = 0; k < static_cast<int>(std::lround(count)); ++k) {
      const QRectF place(group.place.left() + k * cell.width(), group.place.top(), cell.width(),
                         cell.height());
      const auto bit = static_cast<std::size_t>(group.first + k);
      painter.drawText(place, Qt::AlignCenter, QChar::fromLatin1(bits[bit]));
    }
    if (group.first > 0) {
      continue;
    }
    const QString name = nameOf(group.field);
    const double length = captionMetrics.horizontalAdvance(name);
    if (namedLine != group.place.top()) {
      namedLine = group.place.top();
      named = -1;
    }
    const double left = std::max(group.place.left(), named + 4);
    if (left + length <= width()) {
      painter.setFont(caption);
      painter.setPen(quietTextColor(palette()));
      painter.drawText(QPointF(left, group.place.bottom() + captionMetrics.ascent()), name);
      named = left + length;
    }
  }
}

void BitFields::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) {
    updateGeometry();
  }
  if (event->type() == QEvent::LanguageChange) {
    update();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
