// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/spectrum_plot.h"

#include "ui/plot/axis_label.h"
#include "ui/plot/axis_style.h"
#include "ui/plot/axis_tickers.h"
#include "ui/plot/chart_drawing.h"
#include "ui/plot/dot_graph.h"
#include "ui/plot/legend_layout.h"
#include "ui/plot/text_breaking.h"
#include "ui/text/scenario_text.h"
#include "ui/text/theory_text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

constexpr int sideMargin = 8;
constexpr double noStretch = 0.001;
/// With less, what theory says is left to the tooltip.
constexpr int leastLinesOfAxes = 4;
/// The numbers below the axes and what they count.
constexpr int linesBelowAxes = 3;
constexpr int mostTicks = 5;

/// What a level axis measures: in brief where the axis is too short.
void labelLevelAxis(QCPAxis& axis, const AxisLabel& label, const QFont& font) {
  const bool fits = QFontMetrics(font).horizontalAdvance(label.whole) <= axis.axisRect()->width();
  axis.setLabel(fits ? label.whole : label.brief);
}

} // namespace

class SpectrumPlot::Drawing final : public ChartDrawing {
 public:
  explicit Drawing(SpectrumPlot& widget)
      : ChartDrawing(widget), m_plane(m_plot->axisRect()), m_ranks(new QCPAxisRect(m_plot)),
        m_title(new QCPTextElement(m_plot)), m_words(new QCPTextElement(m_plot)),
        m_circle(new QCPItemEllipse(m_plot)), m_notice(new QCPItemText(m_plot)) {
    arrange();
    m_circle->topLeft->setAxes(m_plane->axis(QCPAxis::atBottom), m_plane->axis(QCPAxis::atLeft));
    m_circle->bottomRight->setAxes(m_plane->axis(QCPAxis::atBottom),
                                   m_plane->axis(QCPAxis::atLeft));
    m_circle->topLeft->setCoords(-1, 1);
    m_circle->bottomRight->setCoords(1, -1);
    m_circle->setClipAxisRect(m_plane);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setClipToAxisRect(false);
    m_notice->position->setType(QCPItemPosition::ptViewportRatio);
    m_notice->position->setCoords(0.5, 0.6);
    QObject::connect(m_plot, &QCustomPlot::beforeReplot, &widget, [this] {
      if (m_plot->size() != m_brokenFor) {
        breakWords();
      }
    });
    QObject::connect(m_plot, &QCustomPlot::afterLayout, &widget, [this] {
      fitAxes();
      keepCircleRound();
    });
    setTheme(themeOf(ThemeKind::Light));
  }

  void setFindings(const Findings& findings) override {
    if (findings.spectrum != m_study) { // else the drawing waits for what is being computed
      m_study = findings.spectrum;
      redraw();
    }
  }

  void setTheme(const Theme& theme) override {
    m_theme = theme;
    m_plot->setBackground(theme.background);
    for (QCPAxisRect* rect : {m_plane, m_ranks}) {
      for (QCPAxis* axis : rect->axes()) {
        dressAxis(*axis, theme);
      }
    }
    m_title->setFont(theme.titleFont());
    m_title->setTextColor(theme.text);
    m_words->setFont(theme.font);
    m_words->setTextColor(theme.text);
    m_notice->setFont(theme.font);
    m_notice->setColor(theme.text);
    m_plot->legend->setFont(theme.font);
    m_plot->legend->setTextColor(theme.text);
    const QFontMetrics metrics(theme.font);
    m_plot->legend->setIconSize(metrics.averageCharWidth() * 3, metrics.height());
    m_circle->setPen(QPen(theme.mutedText, theme.lineWidth));
    redraw();
  }

  void setCaptionShown(bool shown) override {
    m_captionShown = shown;
    redraw();
  }

  void redraw() override {
    m_title->setText(tr("Spectrum"));
    m_plot->setLocale(QLocale());
    m_plot->clearPlottables();
    const bool hasAny = m_study && (m_study->analysis.recurrent || m_study->step);
    for (QCPAxisRect* rect : {m_plane, m_ranks}) {
      rect->setVisible(hasAny);
      for (QCPAxis* axis : rect->axes()) {
        axis->setVisible(hasAny);
        axis->grid()->setVisible(hasAny && (axis->axisType() == QCPAxis::atBottom ||
                                            axis->axisType() == QCPAxis::atLeft));
      }
    }
    m_circle->setVisible(hasAny);
    m_plot->legend->setVisible(hasAny);
    m_notice->setVisible(!hasAny);
    m_largest = 1;
    m_sigma = 1;
    if (hasAny) {
      draw();
    }
    breakWords();
    queueReplot();
  }

 private:
  static QString tr(const char* text) { return SpectrumPlot::tr(text); }

  void arrange() {
    m_header = new QCPLayoutGrid;
    auto* body = new QCPLayoutGrid;
    QCPLayoutGrid* rows = m_plot->plotLayout();
    QCPLegend* legend = m_plot->legend;
    legend->setVisible(true);
    legend->setBorderPen(Qt::NoPen);
    legend->setBrush(Qt::NoBrush);
    legend->setMargins({sideMargin, 2, sideMargin, 0});
    m_plane->insetLayout()->take(legend);
    rows->take(m_plane);
    rows->simplify();
    m_header->setRowSpacing(0);
    m_header->addElement(0, 0, m_title);
    m_header->addElement(0, 1, legend);
    m_header->setColumnStretchFactor(0, noStretch);
    m_header->setColumnStretchFactor(1, noStretch);
    m_header->addElement(0, 2, new QCPLayoutElement(m_plot));
    body->addElement(0, 0, m_plane);
    body->addElement(0, 1, m_ranks);
    rows->addElement(0, 0, m_header);
    rows->addElement(1, 0, m_words);
    rows->addElement(2, 0, body);
    rows->setRowStretchFactor(0, noStretch);
    rows->setRowStretchFactor(1, noStretch);
    rows->setRowSpacing(0);
    for (QCPTextElement* text : {m_title, m_words}) {
      text->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
      text->setMargins({sideMargin, 2, sideMargin, 0});
    }
    m_ranks->setupFullAxesBox(true);
    m_plane->setupFullAxesBox(true);
    m_ranks->axis(QCPAxis::atBottom)->setTicker(stepTicker());
    for (QCPAxis* axis : m_ranks->axes()) {
      axis->setLayer(QStringLiteral("axes"));
      axis->grid()->setLayer(QStringLiteral("grid"));
    }
  }

  void draw() {
    const Analysis& analysis = m_study->analysis;
    if (analysis.recurrent) {
      drawSpectrum(*analysis.recurrent, QStringLiteral("W"), m_theme.float64, false);
    }
    if (m_study->step) {
      drawSpectrum(*m_study->step, QStringLiteral("J"), m_theme.float32, true);
    }
    const double gamma = analysis.criteria ? analysis.criteria->gamma : 1;
    auto* limit = new QCPGraph(m_ranks->axis(QCPAxis::atBottom), m_ranks->axis(QCPAxis::atLeft));
    limit->setObjectName(QStringLiteral("limit"));
    limit->setName(analysis.criteria ? tr("1/γ") : tr("1"));
    limit->setPen(QPen(m_theme.mutedText, m_theme.lineWidth, Qt::DashLine));
    limit->addData(0, 1 / gamma);
    m_sigma = std::max(m_sigma, 1 / gamma);
    const std::size_t ranks =
        std::max(analysis.recurrent ? analysis.recurrent->singularValues.size() : 0,
                 m_study->step ? m_study->step->singularValues.size() : 0);
    limit->addData(static_cast<double>(ranks) + 1, 1 / gamma);
    m_ranks->axis(QCPAxis::atBottom)->setRange(0.5, static_cast<double>(ranks) + 0.5);
    m_ranks->axis(QCPAxis::atLeft)->setRange(0, 1.08 * m_sigma);
    for (const auto type : {QCPAxis::atTop, QCPAxis::atRight}) {
      m_ranks->axis(type)->setTickLabels(false);
      m_plane->axis(type)->setTickLabels(false);
      m_ranks->axis(type)->setTicks(false);
      m_plane->axis(type)->setTicks(false);
    }
  }

  void drawSpectrum(const Spectrum& spectrum, const QString& id, const QColor& color, bool filled) {
    const double size = std::max(3.0, m_theme.markerSize * (filled ? 0.5 : 0.9));
    const QCPScatterStyle style(filled ? QCPScatterStyle::ssDisc : QCPScatterStyle::ssCircle,
                                QPen(color, std::max(1.0, m_theme.lineWidth / 1.5)),
                                filled ? QBrush(color) : QBrush(Qt::NoBrush), size);
    auto* points = addDotGraph(m_plane->axis(QCPAxis::atBottom), m_plane->axis(QCPAxis::atLeft));
    points->setObjectName(QStringLiteral("eigenvalues") + id);
    points->setName(nameOf(filled, false));
    points->setLineStyle(QCPGraph::lsNone);
    points->setScatterStyle(style);
    for (const std::complex<double>& value : spectrum.eigenvalues) {
      points->addData(value.real(), value.imag());
      m_largest = std::max(m_largest, std::abs(value));
    }
    auto* ranks = addDotGraph(m_ranks->axis(QCPAxis::atBottom), m_ranks->axis(QCPAxis::atLeft));
    ranks->removeFromLegend();
    ranks->setObjectName(QStringLiteral("singularValues") + id);
    ranks->setLineStyle(QCPGraph::lsNone);
    ranks->setScatterStyle(style);
    for (std::size_t k = 0; k < spectrum.singularValues.size(); ++k) {
      ranks->addData(static_cast<double>(k) + 1, spectrum.singularValues[k]);
      m_sigma = std::max(m_sigma, spectrum.singularValues[k]);
    }
  }

  QString nameOf(bool step, bool brief) const {
    if (step) {
      return (brief ? tr("Jacobian, t = %1") : tr("step Jacobian at t = %1")).arg(m_study->time);
    }
    return brief ? QStringLiteral("Wₕ") : tr("recurrent matrix Wₕ");
  }

  /// Beside the title if it has room there, and in brief where that saves a line. Returns how many
  /// lines it takes under the title.
  int fitLegend() {
    QCPLegend* legend = m_plot->legend;
    const int width = m_plot->width() - 2 * sideMargin;
    const int title =
        QFontMetrics(m_theme.titleFont()).horizontalAdvance(m_title->text()) + 4 * sideMargin;
    LegendFit fit;
    for (const bool brief : {false, true}) {
      std::vector<int> entries;
      for (int k = 0; k < legend->itemCount(); ++k) {
        auto* item = qobject_cast<QCPPlottableLegendItem*>(legend->item(k));
        if (item == nullptr) {
          continue; // the last line is not full
        }
        QCPAbstractPlottable* curve = item->plottable();
        if (curve->objectName().startsWith(QLatin1String("eigenvalues"))) {
          curve->setName(nameOf(curve->objectName().endsWith(QLatin1Char('J')), brief));
        }
        entries.push_back(legendEntryWidth(*legend, m_theme.font, curve->name()));
      }
      fit = backflow::fitLegend(entries, width - title, width);
      if (fit.isBeside && fit.lines <= 1) {
        break;
      }
    }
    const int row = fit.isBeside ? 0 : 1;
    const int column = fit.isBeside ? 1 : 0;
    if (!m_header->hasElement(row, column)) {
      m_header->take(legend);
      m_header->addElement(row, column, legend);
    }
    arrangeEntries(*legend, fit);
    return fit.isBeside ? fit.lines - 1 : fit.lines;
  }

  QString broken(const QString& line, int width) const {
    const QFontMetrics metrics(m_theme.font);
    return brokenAtSpaces(brokenAtDots(line, metrics, width), metrics, width);
  }

  /// As much of what theory says as leaves the axes their room; a picture that leaves the window,
  /// which has no tooltip, has all of it.
  void breakWords() {
    const int linesOfLegend = m_study ? fitLegend() : 0;
    const int width = m_plot->width() - 2 * sideMargin;
    m_notice->setText(
        broken(!m_study ? tr("computing…")
               : m_study->scenario.network.bidirectional
                   ? tr("Two directions have no common step Jacobian: read forward only.")
                   : tr("The step Jacobian is too large, or not finite."),
               width));
    const QStringList all = m_study ? theoryLines(*m_study) : QStringList();
    QStringList lines;
    if (m_study && m_captionShown) {
      lines +=
          brokenAtDots(ScenarioText::caption(m_study->scenario), QFontMetrics(m_theme.font), width);
    }
    const int lineHeight = QFontMetrics(m_theme.font).lineSpacing();
    const int room =
        m_plot->height() / lineHeight - 2 - linesOfLegend - linesBelowAxes - leastLinesOfAxes;
    qsizetype taken = 0;
    qsizetype shown = 0;
    for (const QString& line : all) {
      const QString words = broken(line, width);
      taken += words.count(QChar('\n')) + 1;
      if (!m_captionShown && taken > room) {
        break;
      }
      lines += words;
      ++shown;
    }
    m_words->setText(lines.join(QChar('\n')));
    m_words->setVisible(!lines.isEmpty());
    m_plot->setToolTip(shown < all.size() ? all.join(QChar('\n')) : QString());
    m_brokenFor = m_plot->size();
  }

  /// As many numbers, and as much of what the axes measure, as there is room for.
  void fitAxes() {
    const QFontMetrics metrics(m_theme.font);
    const int line = std::max(1, metrics.height());
    labelLevelAxis(*m_plane->axis(QCPAxis::atBottom),
                   {tr("eigenvalues: real part"), tr("real part")}, m_theme.font);
    labelLevelAxis(*m_ranks->axis(QCPAxis::atBottom),
                   {tr("singular values by rank"), tr("σ by rank")}, m_theme.font);
    fitAxisLabel(*m_plane->axis(QCPAxis::atLeft), {tr("imaginary part"), tr("imag.")},
                 m_theme.font);
    fitAxisLabel(*m_ranks->axis(QCPAxis::atLeft), {QStringLiteral("σ"), {}}, m_theme.font);
    for (const QCPAxisRect* rect : {m_plane, m_ranks}) {
      const int up = std::clamp(rect->height() / (2 * line), 2, mostTicks);
      rect->axis(QCPAxis::atLeft)->ticker()->setTickCount(up);
    }
    m_plane->axis(QCPAxis::atBottom)
        ->ticker()
        ->setTickCount(
            std::clamp(m_plane->width() / (2 * metrics.horizontalAdvance(QStringLiteral("-0,5"))),
                       2, mostTicks));
    m_ranks->axis(QCPAxis::atBottom)
        ->ticker()
        ->setTickCount(stepsThatFit(m_ranks->axis(QCPAxis::atBottom)->range().upper,
                                    m_ranks->width(), metrics));
    layOutAgain(*m_plot);
  }

  /// The same scale on both axes of the complex plane.
  void keepCircleRound() {
    fitPlane();
    // The labels of these ranges may be wider than those that the margins were measured for.
    m_plot->plotLayout()->update(QCPLayoutElement::upMargins);
    m_plot->plotLayout()->update(QCPLayoutElement::upLayout);
    fitPlane();
  }

  /// Gives both axes the scale at which the largest eigenvalue still fits.
  void fitPlane() {
    const QSize size = m_plane->size();
    const double half = 1.1 * m_largest;
    const double scale = 2 * half / std::max(1, std::min(size.width(), size.height()));
    m_plane->axis(QCPAxis::atBottom)->setRange(-scale * size.width() / 2, scale * size.width() / 2);
    m_plane->axis(QCPAxis::atLeft)->setRange(-scale * size.height() / 2, scale * size.height() / 2);
    m_plane->update(QCPLayoutElement::upPreparation); // the ticks were those of the former range
  }

  QCPAxisRect* m_plane;
  QCPAxisRect* m_ranks;
  QCPLayoutGrid* m_header = nullptr;
  QCPTextElement* m_title;
  QCPTextElement* m_words;
  QCPItemEllipse* m_circle;
  QCPItemText* m_notice;
  Theme m_theme;
  std::shared_ptr<const SpectrumStudy> m_study;
  double m_largest = 1; ///< the largest |eigenvalue| shown, at least 1
  double m_sigma = 1;
  bool m_captionShown = false;
  QSize m_brokenFor; ///< the plot's size that the words are broken for
};

SpectrumPlot::SpectrumPlot(QWidget* parent) : ChartView(parent) {
  keep(std::make_unique<Drawing>(*this));
}

} // namespace backflow
