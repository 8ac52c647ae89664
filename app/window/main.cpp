// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/termination.h"
#include "core/numeric/freed_memory.h"
#include "core/numeric/kernels/kernels.h"
#include "core/numeric/precision.h"
#include "core/scenario/library.h"
#include "ui/state/preferences.h"
#include "ui/text/language.h"
#include "ui/window/main_window.h"
#include "ui/window/outlined_style.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>

namespace {

/// app/run reads it.
constexpr int noDisplayStatus = 69; // EX_UNAVAILABLE of sysexits.h

/// As asked for now, else as chosen once, else as the system has it.
QString startLanguage(const QString& asked) {
  if (!asked.isEmpty()) {
    return asked;
  }
  const QString chosen = backflow::Preferences::language();
  return chosen.isEmpty() ? backflow::systemLanguage() : chosen;
}

/// The icon in every size there is, so that none has to be scaled far.
QIcon windowIcon() {
  QIcon icon;
  for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
    icon.addFile(QStringLiteral(":/icons/%1x%1/apps/org.backflow.Backflow.png").arg(size));
  }
  return icon;
}

/// Whether only words are asked for, which need no display.
bool asksForWords(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "-h" || word == "--help" || word == "--help-all" || word == "-v" ||
        word == "--version") {
      return true;
    }
  }
  return false;
}

/// Qt ends a program that finds no display with abort(), as if it had crashed. While the
/// application is being made there is nothing to lose: one sentence, and a status of its own.
void tellOfNoDisplay(QtMsgType type, const QMessageLogContext&, const QString& words) {
  if (type == QtFatalMsg) {
    std::fputs("backflow: no display can be reached (DISPLAY, WAYLAND_DISPLAY, QT_QPA_PLATFORM); "
               "start it in a desktop, or draw with `backflow-cli render`\n",
               stderr);
    std::_Exit(noDisplayStatus);
  }
  if (type != QtInfoMsg && type != QtDebugMsg) {
    std::fprintf(stderr, "%s\n", qPrintable(words));
  }
}

} // namespace

int main(int argc, char** argv) {
  try {
    backflow::requireSubnormals();
    backflow::keepFreedMemory();
    if (const std::string complaint = backflow::kernelComplaint(); !complaint.empty()) {
      std::fprintf(stderr, "backflow: %s\n", complaint.c_str());
    }
    if (asksForWords(argc, argv)) {
      qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QtMessageHandler usual = qInstallMessageHandler(tellOfNoDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(usual);
    QApplication::setApplicationName(QStringLiteral("backflow"));
    QApplication::setApplicationDisplayName(QStringLiteral("Backflow"));
    QApplication::setApplicationVersion(QStringLiteral(BACKFLOW_VERSION));
    // The desktop file: by it the shell finds the program's name and icon.
    QApplication::setDesktopFileName(QStringLiteral("org.backflow.Backflow"));
    QApplication::setWindowIcon(windowIcon());
    QApplication::setStyle(new backflow::OutlinedStyle);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Shows why gradients vanish and explode in recurrent networks."));
    parser.addHelpOption();
    parser.addVersionOption();
    QStringList codes;
    for (const backflow::Language& one : backflow::languages()) {
      codes << one.code;
    }
    const QCommandLineOption language(QStringLiteral("lang"), codes.join(QStringLiteral(" or ")),
                                      QStringLiteral("language"));
    const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("light on dark"));
    parser.addOptions({language, dark});
    parser.addPositionalArgument(
        QStringLiteral("FILE"),
        QStringLiteral("a scenario (*.backflow.json), a training (*.training.json) or "
                       "data (*.csv, *.tsv, *.txt) to open"),
        QStringLiteral("[FILE]"));
    if (!parser.parse(QApplication::arguments())) {
      QString complaint = parser.errorText();
      if (complaint.endsWith(QLatin1Char('.'))) {
        complaint.chop(1);
      }
      std::fprintf(stderr, "backflow: %s; `backflow --help` lists what it takes\n",
                   qPrintable(complaint));
      return 2;
    }
    parser.process(application);
    if (parser.isSet(language) && !codes.contains(parser.value(language))) {
      std::fprintf(stderr, "backflow: --lang: \"%s\" is no language of this program; give %s\n",
                   qPrintable(parser.value(language)),
                   qPrintable(codes.join(QStringLiteral(" or "))));
      return 2;
    }

    backflow::useLanguage(startLanguage(parser.value(language)));
    backflow::MainWindow window(backflow::libraryGroups());
    window.begin(parser.positionalArguments().value(0).toStdString());
    if (parser.isSet(dark)) {
      window.setThemeChoice(backflow::ThemeChoice::Dark);
    }
    window.show();
    backflow::closeOnTermination();
    return QApplication::exec();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "backflow: %s\n", error.what());
    return 1;
  }
}
