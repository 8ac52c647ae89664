// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/training_profile_plot.h"

#include "ui/plot/axis_label.h"
#include "ui/plot/axis_style.h"
#include "ui/plot/axis_tickers.h"
#include "ui/plot/chart_drawing.h"
#include "ui/plot/color_maps.h"
#include "ui/plot/text_breaking.h"
#include "ui/text/training_text.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

constexpr int sideMargin = 8;
constexpr double noStretch = 0.001;
/// As many as a wide picture can show.
constexpr int mostColumns = 600;
constexpr int mostUpdates = 4; ///< of a map that have their number

} // namespace

class TrainingProfilePlot::Drawing final : public ChartDrawing {
 public:
  explicit Drawing(TrainingProfilePlot& widget)
      : ChartDrawing(widget), m_title(new QCPTextElement(m_plot)),
        m_caption(new QCPTextElement(m_plot)), m_scale(new QCPColorScale(m_plot)) {
    m_plot->legend->setVisible(false);
    arrange();
    QObject::connect(m_plot, &QCustomPlot::beforeReplot, &widget, [this] { fitWidth(); });
    QObject::connect(m_plot, &QCustomPlot::afterLayout, &widget, [this] { fitLabels(); });
    setTheme(themeOf(ThemeKind::Light));
  }

  void setFindings(const Findings& findings) override {
    // Many updates are made between two looks at the profile, and all that time the map stays.
    std::size_t looks = 0;
    for (const auto& history : findings.trainings) {
      looks += static_cast<std::size_t>(
          std::count_if(history->records.begin(), history->records.end(),
                        [](const UpdateRecord& record) { return !record.profile.empty(); }));
    }
    const bool isSame = findings.trainings == m_trainings && looks == m_looks;
    m_trainings = findings.trainings;
    m_looks = looks;
    if (!isSame) {
      redraw();
    }
  }

  void setTheme(const Theme& theme) override {
    m_theme = theme;
    m_plot->setBackground(theme.background);
    m_title->setFont(theme.titleFont());
    m_title->setTextColor(theme.text);
    m_caption->setFont(theme.smallFont());
    m_caption->setTextColor(theme.mutedText);
    for (const Map& map : m_maps) {
      map.notice->setFont(theme.font);
      map.notice->setColor(theme.text);
      for (QCPAxis* axis : map.rect->axes()) {
        dressAxis(*axis, theme);
      }
    }
    dressAxis(*m_scale->axis(), theme);
    m_scale->axis()->setTickLabelFont(theme.smallFont());
    redraw();
  }

  void setCaptionShown(bool shown) override {
    m_captionShown = shown;
    redraw();
  }

  void redraw() override {
    m_plot->setLocale(QLocale());
    std::vector<ProfilePicture> pictures;
    for (const auto& history : m_trainings) {
      pictures.push_back(profilePictureOf(*history));
    }
    bool hasAny = false;
    double lowest = 0;
    double highest = 0;
    for (const ProfilePicture& picture : pictures) {
      if (picture.values.cols() > 0) {
        lowest = hasAny ? std::min(lowest, picture.lowest) : picture.lowest;
        highest = hasAny ? std::max(highest, picture.highest) : picture.highest;
        hasAny = true;
      }
    }
    int last = 1;
    for (const ProfilePicture& picture : pictures) {
      last = std::max(last, picture.updates.empty() ? 1 : picture.updates.back());
    }
    const auto hasProfile = [&](std::size_t k) {
      return k < pictures.size() && pictures[k].values.cols() > 0;
    };
    for (std::size_t k = 0; k < m_maps.size(); ++k) {
      show(m_maps[k], hasProfile(k));
      if (hasProfile(k)) {
        draw(k, pictures[k], last);
        showUpdates(*m_maps[k].rect, !hasProfile(k + 1));
      }
      m_maps[k].notice->setVisible(!hasProfile(k) && k < std::max<std::size_t>(1, pictures.size()));
    }
    placeSecond(pictures.size() > 1);
    m_scale->setVisible(hasAny);
    m_scale->setGradient(gradient());
    m_scale->setDataRange({lowest, highest});
    fitWidth();
    queueReplot();
  }

 private:
  struct Map {
    QCPAxisRect* rect;
    QCPColorMap* map;
    QCPItemRect* lost;   ///< where the profile is no longer finite
    QCPItemText* notice; ///< why there is no map
    AxisLabel time;
  };

  static QString tr(const char* text) { return TrainingProfilePlot::tr(text); }

  void arrange() {
    auto* header = new QCPLayoutGrid;
    auto* body = new QCPLayoutGrid;
    m_stack = new QCPLayoutGrid;
    QCPLayoutGrid* rows = m_plot->plotLayout();
    QCPAxisRect* first = m_plot->axisRect();
    rows->take(first);
    rows->simplify();
    for (QCPTextElement* text : {m_title, m_caption}) {
      text->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
      text->setMargins({sideMargin, 2, sideMargin, 0});
    }
    rows->addElement(0, 0, header);
    rows->addElement(1, 0, body);
    rows->setRowStretchFactor(0, noStretch);
    rows->setRowSpacing(0);
    header->addElement(0, 0, m_title);
    header->addElement(1, 0, m_caption);
    header->setRowSpacing(0);
    body->addElement(0, 0, m_stack);
    body->addElement(0, 1, m_scale);
    body->setColumnStretchFactor(1, noStretch);
    m_stack->addElement(0, 0, first);
    m_stack->addElement(1, 0, new QCPAxisRect(m_plot));
    auto* sides = new QCPMarginGroup(m_plot);
    for (int k = 0; k < 2; ++k) {
      addMap(k, *static_cast<QCPAxisRect*>(m_stack->element(k, 0)), sides);
    }
    m_scale->setType(QCPAxis::atRight);
    m_scale->setBarWidth(8);
    m_scale->setRangeDrag(false);
    m_scale->setRangeZoom(false);
    m_scale->axis()->setTicker(magnitudeTicker());
    m_scale->setMargins({4, 10, sideMargin, 30});
  }

  void addMap(int k, QCPAxisRect& rect, QCPMarginGroup* sides) {
    rect.setupFullAxesBox(true);
    rect.setMarginGroup(QCP::msLeft | QCP::msRight, sides);
    rect.setMinimumMargins({0, 6, sideMargin, 0});
    for (QCPAxis* axis : rect.axes()) {
      axis->setLayer(QStringLiteral("axes"));
      axis->grid()->setVisible(false);
      axis->setTicker(stepTicker());
    }
    for (const auto side : {QCPAxis::atTop, QCPAxis::atRight}) {
      rect.axis(side)->setTicks(false);
      rect.axis(side)->setTickLabels(false);
    }
    auto* map = new QCPColorMap(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft));
    map->setObjectName(QStringLiteral("map%1").arg(k + 1));
    map->setInterpolate(false);
    map->setColorScale(m_scale);
    auto* lost = new QCPItemRect(m_plot);
    lost->setClipAxisRect(&rect);
    lost->setPen(Qt::NoPen);
    for (QCPItemPosition* position : {lost->topLeft, lost->bottomRight}) {
      position->setAxisRect(&rect);
      position->setAxes(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft));
      position->setTypeX(QCPItemPosition::ptPlotCoords);
      position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    auto* notice = new QCPItemText(m_plot);
    notice->setClipToAxisRect(false);
    notice->setObjectName(QStringLiteral("notice%1").arg(k + 1));
    notice->setTextAlignment(Qt::AlignCenter);
    notice->position->setAxisRect(&rect);
    notice->position->setTypeX(QCPItemPosition::ptAbsolute);
    notice->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_maps.push_back({&rect, map, lost, notice, {}});
  }

  static void show(const Map& map, bool shown) {
    map.rect->setVisible(shown);
    map.map->setVisible(shown);
    map.lost->setVisible(false);
    for (QCPAxis* axis : map.rect->axes()) {
      axis->setVisible(shown);
    }
  }

  QCPColorGradient gradient() const {
    QCPColorGradient result = cividis();
    result.setNanHandling(QCPColorGradient::nhNanColor);
    result.setNanColor(m_theme.background);
    return result;
  }

  /// The second map takes room only where there is a second training.
  void placeSecond(bool shown) {
    QCPAxisRect* rect = m_maps[1].rect;
    if (shown == m_stack->hasElement(1, 0)) {
      return;
    }
    if (shown) {
      m_stack->addElement(1, 0, rect);
    } else {
      m_stack->take(rect);
      m_stack->simplify();
    }
  }

  void draw(std::size_t run, const ProfilePicture& picture, int lastUpdate) {
    Map& map = m_maps[run];
    const auto steps = static_cast<int>(picture.values.rows());
    // A cell for each update, or for a few of them: it shows the newest look until then.
    const int last = picture.updates.back();
    const int columns = std::min(last, mostColumns);
    QCPColorMapData* data = map.map->data();
    data->setSize(columns, steps);
    const double width = columns > 1 ? (last - 1.0) / (columns - 1) : 1;
    data->setRange(columns > 1 ? QCPRange(1, last) : QCPRange(0.5, 1.5),
                   steps > 1 ? QCPRange(1, steps) : QCPRange(0.5, 1.5));
    std::size_t look = 0;
    for (int column = 0; column < columns; ++column) {
      while (look + 1 < picture.updates.size() &&
             picture.updates[look + 1] <= 1 + column * width + width / 2) {
        ++look;
      }
      for (int t = 0; t < steps; ++t) {
        data->setCell(column, t, picture.values(t, static_cast<Eigen::Index>(look)));
      }
    }
    map.map->setGradient(gradient());
    map.rect->axis(QCPAxis::atBottom)->setRange(0.5, std::max(last, lastUpdate) + 0.5);
    map.rect->axis(QCPAxis::atLeft)->setRange(0.5, steps + 0.5);
    map.time = {m_trainings.size() > 1 ? tr("t, %1").arg(nameOf(run)) : tr("time step t"),
                QStringLiteral("t")};
    if (picture.firstNonFinite > 0) {
      map.lost->setVisible(true);
      map.lost->setBrush(QBrush(m_theme.float32, Qt::BDiagPattern));
      map.lost->topLeft->setCoords(picture.firstNonFinite - 0.5, 0);
      const bool isDead = m_trainings[run]->status == TrainingStatus::Dead;
      map.lost->bottomRight->setCoords((isDead ? std::max(last, lastUpdate) : last) + 0.5, 1);
    }
  }

  static void showUpdates(QCPAxisRect& rect, bool shown) {
    rect.axis(QCPAxis::atBottom)->setLabel(shown ? tr("update") : QString());
    rect.axis(QCPAxis::atBottom)->setTickLabels(shown);
  }

  /// Of one of two trainings.
  QString nameOf(std::size_t run) const {
    return TrainingText::name(m_trainings[run]->scenario, &m_trainings[1 - run]->scenario);
  }

  /// Why there is nothing to see of a training, which may be one that is still to begin.
  QString absenceOf(std::size_t run) const {
    if (run < m_trainings.size() && m_trainings[run]->made() > 0) {
      return tr("No profile over t was kept of these updates: it comes as training goes on.");
    }
    return m_trainings.size() > 1
               ? tr("%1: the profile over t comes with its first update.").arg(nameOf(run))
               : tr("The gradient's profile over t comes with the first update.");
  }

  void fitWidth() {
    m_title->setText(brokenAtSpaces(tr("‖∂L/∂hₜ‖₂ as training goes on"),
                                    QFontMetrics(m_theme.titleFont()),
                                    m_plot->width() - 2 * sideMargin));
    QString words = tr("empty: exactly zero · hatched: inf or NaN");
    if (m_captionShown && !m_trainings.empty()) {
      words = TrainingText::caption(m_trainings[0]->scenario) + QStringLiteral(" · ") + words;
    }
    m_caption->setText(
        brokenAtDots(words, QFontMetrics(m_theme.smallFont()), m_plot->width() - 2 * sideMargin));
  }

  void fitLabels() {
    bool changed = false;
    for (const Map& map : m_maps) {
      QCPAxis& axis = *map.rect->axis(QCPAxis::atLeft);
      changed = (axis.visible() && fitAxisLabel(axis, map.time, m_theme.font)) || changed;
      const QCPAxis& updates = *map.rect->axis(QCPAxis::atBottom);
      const int steps = std::min(mostUpdates, stepsThatFit(updates.range().upper, map.rect->width(),
                                                           QFontMetrics(m_theme.font)));
      changed = changed || updates.ticker()->tickCount() != steps;
      updates.ticker()->setTickCount(steps);
    }
    if (changed) {
      layOutAgain(*m_plot);
    }
    fitNotices();
  }

  /// Beside the colours, if they are there.
  void fitNotices() {
    const int right = m_scale->visible() ? m_scale->outerRect().left() : m_plot->width();
    for (std::size_t k = 0; k < m_maps.size(); ++k) {
      if (QCPItemText& notice = *m_maps[k].notice; notice.visible()) {
        notice.setText(
            brokenAtSpaces(absenceOf(k), QFontMetrics(m_theme.font), right - 4 * sideMargin));
        notice.position->setCoords(right / 2.0, 0.5);
      }
    }
  }

  QCPLayoutGrid* m_stack = nullptr; ///< of the maps
  QCPTextElement* m_title;
  QCPTextElement* m_caption;
  QCPColorScale* m_scale;
  std::vector<Map> m_maps;
  Theme m_theme;
  Trainings m_trainings;
  std::size_t m_looks = 0;
  bool m_captionShown = false;
};

TrainingProfilePlot::TrainingProfilePlot(QWidget* parent) : ChartView(parent) {
  keep(std::make_unique<Drawing>(*this));
}

} // namespace backflow
