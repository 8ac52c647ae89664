// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/spectrum_plot.h"

#include "ui/plot/axis_style.h"
#include "ui/plot/axis_tickers.h"
#include "ui/plot/chart_drawing.h"
#include "ui/plot/dot_graph.h"
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
      if (m_plot->width() != m_brokenFor) {
        breakWords();
      }
    });
    QObject::connect(m_plot, &QCustomPlot::afterLayout, &widget, [this] { keepCircleRound(); });
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
    m_circle->setPen(QPen(theme.mutedText, theme.lineWidth));
    redraw();
  }

  void setCaptionShown(bool shown) override {
    m_captionShown = shown;
    redraw();
  }

  void redraw() override {
    m_title->setText(tr("Spectrum"));
    m_plane->axis(QCPAxis::atBottom)->setLabel(tr("eigenvalues: real part"));
    m_plane->axis(QCPAxis::atLeft)->setLabel(tr("imaginary part"));
    m_ranks->axis(QCPAxis::atBottom)->setLabel(tr("singular values by rank"));
    m_ranks->axis(QCPAxis::atLeft)->setLabel(QStringLiteral("σ"));
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
    m_notice->setText(!m_study ? tr("computing…")
                      : m_study->scenario.network.bidirectional
                          ? tr("Two directions have no common step Jacobian: read forward only.")
                          : tr("The step Jacobian is too large, or not finite."));
    breakWords();
    m_largest = 1;
    m_sigma = 1;
    if (hasAny) {
      draw();
    }
    queueReplot();
  }

 private:
  static QString tr(const char* text) { return SpectrumPlot::tr(text); }

  void arrange() {
    auto* header = new QCPLayoutGrid;
    auto* body = new QCPLayoutGrid;
    QCPLayoutGrid* rows = m_plot->plotLayout();
    QCPLegend* legend = m_plot->legend;
    legend->setVisible(true);
    legend->setBorderPen(Qt::NoPen);
    legend->setBrush(Qt::NoBrush);
    legend->setWrap(0);
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true);
    m_plane->insetLayout()->take(legend);
    rows->take(m_plane);
    rows->simplify();
    header->addElement(0, 0, m_title);
    header->addElement(0, 1, legend);
    header->setColumnStretchFactor(0, noStretch);
    header->setColumnStretchFactor(1, noStretch);
    header->addElement(0, 2, new QCPLayoutElement(m_plot));
    body->addElement(0, 0, m_plane);
    body->addElement(0, 1, m_ranks);
    rows->addElement(0, 0, header);
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
      drawSpectrum(*analysis.recurrent, QStringLiteral("W"), tr("recurrent matrix Wₕ"),
                   m_theme.float64, false);
    }
    if (m_study->step) {
      drawSpectrum(*m_study->step, QStringLiteral("J"),
                   tr("step Jacobian at t = %1").arg(m_study->time), m_theme.float32, true);
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

  void drawSpectrum(const Spectrum& spectrum, const QString& id, const QString& name,
                    const QColor& color, bool filled) {
    const double size = std::max(3.0, m_theme.markerSize * (filled ? 0.5 : 0.9));
    const QCPScatterStyle style(filled ? QCPScatterStyle::ssDisc : QCPScatterStyle::ssCircle,
                                QPen(color, std::max(1.0, m_theme.lineWidth / 1.5)),
                                filled ? QBrush(color) : QBrush(Qt::NoBrush), size);
    auto* points = addDotGraph(m_plane->axis(QCPAxis::atBottom), m_plane->axis(QCPAxis::atLeft));
    points->setObjectName(QStringLiteral("eigenvalues") + id);
    points->setName(name);
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

  void breakWords() {
    QStringList lines;
    if (m_study && m_captionShown) {
      lines += ScenarioText::caption(m_study->scenario);
    }
    if (m_study) {
      lines += theoryLines(*m_study);
    }
    const int width = m_plot->width() - 2 * sideMargin;
    const QFontMetrics metrics(m_theme.font);
    for (QString& line : lines) {
      line = line.contains(QStringLiteral(" · ")) ? brokenAtDots(line, metrics, width)
                                                  : brokenAtSpaces(line, metrics, width);
    }
    m_words->setText(lines.join(QChar('\n')));
    m_brokenFor = m_plot->width();
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
  QCPTextElement* m_title;
  QCPTextElement* m_words;
  QCPItemEllipse* m_circle;
  QCPItemText* m_notice;
  Theme m_theme;
  std::shared_ptr<const SpectrumStudy> m_study;
  double m_largest = 1; ///< the largest |eigenvalue| shown, at least 1
  double m_sigma = 1;
  bool m_captionShown = false;
  int m_brokenFor = 0; ///< the plot's width that the words are broken for
};

SpectrumPlot::SpectrumPlot(QWidget* parent) : ChartView(parent) {
  keep(std::make_unique<Drawing>(*this));
}

} // namespace backflow
