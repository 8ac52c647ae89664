// SPDX-License-Identifier: GPL-3.0-or-later
// How the window looks: themes, the view for a projector and the language.
#include "ui/panel/event_panel.h"
#include "ui/panel/happenings_panel.h"
#include "ui/panel/number_inspector.h"
#include "ui/panel/time_bar.h"
#include "ui/plot/norm_plot.h"
#include "ui/text/language.h"
#include "ui/window/check_panel.h"
#include "ui/window/compare_row.h"
#include "ui/window/export_bar.h"
#include "ui/window/glossary_page.h"
#include "ui/window/hints.h"
#include "ui/window/key_list.h"
#include "ui/window/lower_views.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/plot_column.h"
#include "ui/window/projector_view.h"
#include "ui/window/system_appearance.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QScreen>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>

#include <algorithm>
#include <initializer_list>

namespace backflow {

namespace {

constexpr double projectorPointSize = 20;
/// Smaller ones, and larger type of the desktop, which makes a screen smaller, have smaller type.
constexpr QSize leastForWholeType(1024, 720);
constexpr double leastTypeScale = 0.5;
/// Of what happened, on a projector.
constexpr int lettersInARow = 36;
constexpr double happeningsPointSize = 17; ///< the whole story, in half a dozen lines

double typeScaleFor(const QSize& screen) {
  const double width = static_cast<double>(screen.width()) / leastForWholeType.width();
  const double height = static_cast<double>(screen.height()) / leastForWholeType.height();
  return std::clamp(std::min(width, height), leastTypeScale, 1.0);
}

} // namespace

void MainWindow::connectAppearance() {
  connect(m_appearance, &SystemAppearance::changed, this, &MainWindow::applyTheme);
  connect(m_projectorView, &ProjectorView::leaveWished, this, [this] { setProjector(false); });
  connect(m_projectorView, &ProjectorView::timeStepWished, m_timeBar,
          [this](int steps) { m_timeBar->setTime(m_timeBar->time() + steps); });
  connect(m_projectorView, &ProjectorView::lowerPlotsToggled, m_plots,
          &PlotColumn::toggleLowerViews);
  connect(m_projectorView, &ProjectorView::happeningsToggled, this, &MainWindow::toggleHappenings);
  connect(m_projectorView, &ProjectorView::playWished, m_plots, &PlotColumn::playBeforeClass);
  connect(m_plots, &PlotColumn::heightBecameScarce, this, [this] {
    fitLineOfKeys();
    liftMessages();
  });
  connect(m_plots, &PlotColumn::workChanged, m_projectorView,
          [this] { m_projectorView->setWork(m_plots->work()); });
  connect(m_projectorView, &ProjectorView::scenarioStepWished, this, &MainWindow::stepScenario);
}

void MainWindow::setThemeChoice(ThemeChoice choice) {
  m_themeChoice = choice;
  applyTheme();
}

void MainWindow::applyTheme() {
  const bool dark = m_themeChoice == ThemeChoice::Dark ||
                    (m_themeChoice == ThemeChoice::System && m_appearance->prefersDark());
  if (m_projectorView->isOn()) {
    setThemeKind(dark ? ThemeKind::ProjectorDark : ThemeKind::Projector);
  } else {
    setThemeKind(dark ? ThemeKind::Dark : ThemeKind::Light);
  }
}

/// The type of all that stays in sight in the projector view, and of what a key brings back.
void MainWindow::setProjectorType(double scale) {
  m_typeScale = scale;
  const bool on = m_projectorView->isOn();
  QFont type = QApplication::font();
  type.setPointSizeF(on ? projectorPointSize * scale : type.pointSizeF());
  centralWidget()->setFont(type);
  QFont ofHappenings;
  if (on) {
    ofHappenings.setPointSizeF(happeningsPointSize * scale);
  }
  m_rightTabs->setFont(ofHappenings);
  m_rightTabs->setMinimumWidth(on ? m_events->fontMetrics().averageCharWidth() * lettersInARow : 0);
  m_keyList->setTypeSize(type.pointSizeF());
  m_glossary->setTypeSize(type.pointSizeF());
  m_projectorView->setTypeSize(projectorPointSize * scale);
  fitLineOfKeys();
}

/// Where there is too little room for the type, there is too little for all the keys.
void MainWindow::fitLineOfKeys() {
  m_projectorView->setCompact(m_plots->isHeightScarce() || m_typeScale < 1);
}

/// A projector may be another screen, or the desktop's type may change. A window that is to fill
/// the screen may not be as large yet.
void MainWindow::fitProjectorType() {
  const double scale = typeScaleFor(isFullScreen() ? screen()->size().expandedTo(size()) : size());
  if (m_projectorView->isOn() && scale != m_typeScale) {
    setProjectorType(scale);
    applyTheme();
    m_plots->makeRoom();
    liftMessages();
  }
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  fitProjectorType();
}

void MainWindow::setProjector(bool on) {
  if (on == m_projectorView->isOn()) {
    return;
  }
  m_keyList->setShown(false);
  m_glossary->setShown(false);
  m_hints->hide();
  if (on) {
    m_columnsBefore = m_columns->saveState();
    m_plotsBefore = m_plots->heights();
    m_rightTabBefore = m_rightTabs->currentIndex();
    m_inspectorWasFolded = m_happenings->isInspectorFolded();
  }
  foldInspector(on || m_inspectorWasFolded);
  m_lower->setStripsAlone(false);
  m_projectorView->setOn(on);
  setProjectorType(typeScaleFor(screen()->size()));
  m_message->setBeforeClass(on);
  if (on && m_lower->wantsRoom()) {
    m_lower->setVisible(true); // what is worked on stays in sight
  }
  m_plots->setForClass(on);
  liftMessages();
  m_projector->setChecked(on);
  setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
  applyTheme();
  if (!on) {
    m_rightTabs->setCurrentIndex(m_rightTabBefore);
    // Once the panels have the room that the smaller type takes.
    QTimer::singleShot(0, this, [this] {
      if (!m_projectorView->isOn()) {
        m_columns->restoreState(m_columnsBefore);
        m_plots->setHeights(m_plotsBefore);
      }
    });
  }
  takeFocus();
}

/// No control has the focus: letters typed are the projector view's keys.
void MainWindow::takeFocus() {
  centralWidget()->setFocusPolicy(Qt::ClickFocus);
  centralWidget()->setFocus();
}

/// Without remembering it as what the user likes.
void MainWindow::foldInspector(bool folded) {
  const QSignalBlocker blocker(m_happenings);
  m_happenings->setInspectorFolded(folded);
}

void MainWindow::toggleHappenings() {
  const bool isShown = !m_rightTabs->isHidden() && m_rightTabs->currentWidget() == m_happenings;
  m_rightTabs->setCurrentWidget(m_happenings);
  m_rightTabs->setVisible(!isShown);
}

/// Takes one thing away that Escape closes, the most urgent first. False if there is none.
bool MainWindow::closeWhatIsOpen() {
  if (!m_message->text().isEmpty()) {
    m_message->clear();
    return true;
  }
  if (m_hints->isVisible()) {
    m_hints->finish();
    return true;
  }
  for (QWidget* open :
       std::initializer_list<QWidget*>{m_keyList, m_glossary, m_checkPanel, m_exportBar}) {
    if (open->isVisible()) {
      if (open->isAncestorOf(focusWidget())) {
        takeFocus(); // else whatever comes next would have it
      }
      open->hide();
      return true;
    }
  }
  return false;
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && closeWhatIsOpen()) {
    return;
  }
  if (!m_projectorView->press(*event)) {
    QMainWindow::keyPressEvent(event);
  }
}

void MainWindow::setThemeKind(ThemeKind kind) {
  const Theme theme = themeOf(kind, m_projectorView->isOn() ? m_typeScale : 1);
  QApplication::setPalette(paletteOf(theme));
  m_flow->setTheme(theme);
  m_lower->setTheme(theme);
  m_compare->setTheme(theme);
  m_events->setTheme(theme);
  m_happenings->inspector()->setTheme(theme);
  m_exportBar->setTheme(kind);
  m_dark->setChecked(theme.isDark());
  const QAction* const chosen[] = {m_themeSystem, m_themeLight, m_themeDark};
  for (QAction* action : {m_themeSystem, m_themeLight, m_themeDark}) {
    action->setChecked(action == chosen[static_cast<int>(m_themeChoice)]);
  }
}

void MainWindow::setLanguage(const QString& language) {
  useLanguage(language);
  for (QAction* choice : m_languages->actions()) {
    choice->setChecked(choice->data() == currentLanguage());
  }
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && m_scenarioButton != nullptr) {
    retranslate();
    m_message->clear(); // it was in the former language
  }
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::WindowStateChange && m_projectorView != nullptr) {
    fitProjectorType();
  }
  if (event->type() == QEvent::FontChange && m_switches != nullptr) {
    holdSwitches();
  }
}

} // namespace backflow
