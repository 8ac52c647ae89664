// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/spectrum_plot.h"

#include "ui/plot/chart_drawing.h"
#include "ui/plot/legend_layout.h"
#include "ui/plot/spectrum_axes.h"
#include "ui/plot/text_breaking.h"
#include "ui/text/scenario_text.h"
#include "ui/text/theory_text.h"

#include <qcustomplot.h>

namespace backflow {

namespace {

constexpr int sideMargin = 8;
constexpr double noStretch = 0.001;
/// With less, what theory says is left to the tooltip.
constexpr int leastLinesOfAxes = 4;
/// The numbers below the axes and what they count.
constexpr int linesBelowAxes = 3;

} // namespace

class SpectrumPlot::Drawing final : public ChartDrawing {
 public:
  explicit Drawing(SpectrumPlot& widget)
      : ChartDrawing(widget), m_notice(new QCPItemText(m_plot)), m_axes(*m_plot),
        m_title(new QCPTextElement(m_plot)), m_words(new QCPTextElement(m_plot)) {
    arrange();
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setClipToAxisRect(false);
    m_notice->position->setType(QCPItemPosition::ptViewportRatio);
    m_notice->position->setCoords(0.5, 0.6);
    QObject::connect(m_plot, &QCustomPlot::beforeReplot, &widget, [this] {
      if (m_plot->size() != m_brokenFor) {
        breakWords();
      }
    });
    QObject::connect(m_plot, &QCustomPlot::afterLayout, &widget, [this] { m_axes.fit(); });
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
    m_axes.setTheme(theme);
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
    m_axes.setVisible(hasAny);
    m_plot->legend->setVisible(hasAny);
    m_notice->setVisible(!hasAny);
    if (hasAny) {
      m_axes.draw(*m_study);
    }
    breakWords();
    queueReplot();
  }

 private:
  static QString tr(const char* text) { return SpectrumPlot::tr(text); }

  void arrange() {
    m_header = new QCPLayoutGrid;
    QCPLayoutGrid* rows = m_plot->plotLayout();
    QCPLegend* legend = m_plot->legend;
    legend->setVisible(true);
    legend->setBorderPen(Qt::NoPen);
    legend->setBrush(Qt::NoBrush);
    legend->setMargins({sideMargin, 2, sideMargin, 0});
    legend->layout()->take(legend); // out of the plot's own axes
    m_header->setRowSpacing(0);
    m_header->addElement(0, 0, m_title);
    m_header->addElement(0, 1, legend);
    m_header->setColumnStretchFactor(0, noStretch);
    m_header->setColumnStretchFactor(1, noStretch);
    m_header->addElement(0, 2, new QCPLayoutElement(m_plot));
    rows->addElement(0, 0, m_header);
    rows->addElement(1, 0, m_words);
    rows->addElement(2, 0, m_axes.layout());
    rows->setRowStretchFactor(0, noStretch);
    rows->setRowStretchFactor(1, noStretch);
    rows->setRowSpacing(0);
    for (QCPTextElement* text : {m_title, m_words}) {
      text->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
      text->setMargins({sideMargin, 2, sideMargin, 0});
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

  QCPItemText* m_notice; ///< before the axes: an item is made in a plot that has its own
  SpectrumAxes m_axes;
  QCPLayoutGrid* m_header = nullptr;
  QCPTextElement* m_title;
  QCPTextElement* m_words;
  Theme m_theme;
  std::shared_ptr<const SpectrumStudy> m_study;
  bool m_captionShown = false;
  QSize m_brokenFor; ///< the plot's size that the words are broken for
};

SpectrumPlot::SpectrumPlot(QWidget* parent) : ChartView(parent) {
  keep(std::make_unique<Drawing>(*this));
}

} // namespace backflow
