// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/kernels/kernels.h"
#include "core/numeric/precision.h"
#include "core/scenario/library.h"
#include "ui/state/preferences.h"
#include "ui/text/language.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

namespace {

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

} // namespace

int main(int argc, char** argv) {
  try {
    backflow::requireSubnormals();
    if (const std::string complaint = backflow::kernelComplaint(); !complaint.empty()) {
      std::fprintf(stderr, "backflow: %s\n", complaint.c_str());
    }
    if (asksForWords(argc, argv)) {
      qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("backflow"));
    QApplication::setApplicationDisplayName(QStringLiteral("Backflow"));
    QApplication::setApplicationVersion(QStringLiteral(BACKFLOW_VERSION));
    // The desktop file: by it the shell finds the program's name and icon.
    QApplication::setDesktopFileName(QStringLiteral("org.backflow.Backflow"));
    QApplication::setWindowIcon(windowIcon());
    QApplication::setStyle(QStringLiteral("Fusion"));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Shows why gradients vanish and explode in recurrent networks."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption language(QStringLiteral("lang"), QStringLiteral("en or pt_BR"),
                                      QStringLiteral("language"));
    const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("light on dark"));
    parser.addOptions({language, dark});
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("a scenario to open (*.backflow.json)"),
                                 QStringLiteral("[FILE]"));
    parser.process(application);

    backflow::useLanguage(startLanguage(parser.value(language)));
    backflow::MainWindow window(backflow::libraryGroups());
    window.begin(parser.positionalArguments().value(0).toStdString());
    if (parser.isSet(dark)) {
      window.setThemeChoice(backflow::ThemeChoice::Dark);
    }
    window.show();
    return QApplication::exec();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "backflow: %s\n", error.what());
    return 1;
  }
}
