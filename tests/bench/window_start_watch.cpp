// SPDX-License-Identifier: GPL-3.0-or-later
// A plugin that Qt loads into the real program by QT_QPA_GENERIC_PLUGINS, so that the program
// itself needs no hook: it writes the time at which every plot in sight has been painted with the
// newest trace, and ends the program when no newer picture comes for a while.
#include <QApplication>
#include <QGenericPlugin>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <cstdio>
#include <set>

namespace {

constexpr int quietMs = 400;

class StartWatch : public QObject {
  Q_OBJECT

 public:
  StartWatch() {
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMs);
    connect(&m_quiet, &QTimer::timeout, QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::instance()->installEventFilter(this);
  }

  bool eventFilter(QObject* receiver, QEvent* event) override {
    if (event->type() == QEvent::Show && receiver->objectName() == QStringLiteral("mainWindow") &&
        !m_window) {
      m_window = qobject_cast<QWidget*>(receiver);
      connect(receiver, SIGNAL(traceShown()), this, SLOT(expectDrawings()));
      for (QWidget* plot : m_window->findChildren<QWidget*>(QStringLiteral("plot"))) {
        connect(plot, SIGNAL(beforeReplot()), this, SLOT(noteDrawing()));
      }
    }
    if (event->type() == QEvent::Paint && m_drawn.erase(receiver) > 0 && m_drawn.empty() &&
        m_undrawn.empty()) {
      // This comes after the paint event has been handled and the window brought to the screen.
      QMetaObject::invokeMethod(this, &StartWatch::tell, Qt::QueuedConnection);
    }
    return false;
  }

 private slots:
  void expectDrawings() {
    m_undrawn.clear();
    m_drawn.clear();
    for (QWidget* plot : m_window->findChildren<QWidget*>(QStringLiteral("plot"))) {
      if (plot->isVisible()) {
        m_undrawn.insert(plot);
      }
    }
  }

  void noteDrawing() {
    if (m_undrawn.erase(sender()) > 0) {
      m_drawn.insert(sender());
    }
  }

  // NOLINTNEXTLINE(readability-redundant-access-specifiers): these are no slots
 private:
  void tell() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    std::printf("%lld\n", static_cast<long long>(
                              std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()));
    std::fflush(stdout);
    m_quiet.start();
  }

  QPointer<QWidget> m_window;
  std::set<QObject*> m_undrawn; ///< plots in sight that do not show the newest trace yet
  std::set<QObject*> m_drawn;   ///< those that do once they are painted
  QTimer m_quiet;
};

class StartWatchPlugin : public QGenericPlugin {
  Q_OBJECT
  Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "window_start_watch.json")

 public:
  QObject* create(const QString&, const QString&) override { return new StartWatch; }
};

} // namespace

#include "window_start_watch.moc"
