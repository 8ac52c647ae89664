// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/render_command.h"

#include "app/cli/failure.h"
#include "app/cli/files.h"
#include "core/scenario/field_problem.h"
#include "ui/plot/export.h"

#include <CLI/CLI.hpp>
#include <QApplication>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace backflow {

namespace {

/// As given; read only once the whole command line is known.
struct RenderArguments {
  std::string file;
  std::string out;
  std::string plot = "gradient-flow";
  std::string width = "1280";
  std::string height = "720";
  std::string dpi = "96";
  std::string language = "en";
  std::string theme = "light";
  std::string fontScale = "1";
};

template <class Number>
Number numberFrom(const char* option, const std::string& text, Number least, Number most) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end || !(number >= least && number <= most)) {
    FieldProblem problem;
    problem.field = option;
    problem.value = text;
    problem.complaint = "does not fit";
    problem.remedy = std::is_integral_v<Number> ? Remedy::WholeNumber : Remedy::Number;
    problem.least = static_cast<double>(least);
    problem.most = static_cast<double>(most);
    throw BadInput(describe(problem));
  }
  return number;
}

template <class Value> using Choices = std::vector<std::pair<std::string, Value>>;

template <class Value>
Value choiceFrom(const char* option, const std::string& text, const Choices<Value>& choices) {
  FieldProblem problem;
  for (const auto& [name, value] : choices) {
    if (name == text) {
      return value;
    }
    problem.choices.push_back(name);
  }
  problem.field = option;
  problem.value = text;
  problem.complaint = "is not offered";
  problem.remedy = Remedy::Choice;
  throw BadInput(describe(problem));
}

void requirePictureName(const std::string& file) {
  std::string extension = std::filesystem::path(file).extension().string();
  std::ranges::transform(extension, extension.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  if (extension != ".png" && extension != ".svg" && extension != ".pdf") {
    throw BadInput("--out: " + file +
                   " does not say what to draw; give a name that ends in .png, .svg or .pdf");
  }
}

void renderCommand(const RenderArguments& arguments) {
  requirePictureName(arguments.out);
  refuseToOverwrite(arguments.file, arguments.out, "--out");
  const auto plot = choiceFrom<PlotKind>("--plot", arguments.plot,
                                         {{"gradient-flow", PlotKind::GradientFlow},
                                          {"states", PlotKind::States},
                                          {"parameter-gradient", PlotKind::ParameterGradient}});
  PictureOptions options;
  options.width = numberFrom("--width", arguments.width, 160, 16384);
  options.height = numberFrom("--height", arguments.height, 160, 16384);
  options.dpi = numberFrom("--dpi", arguments.dpi, 30, 1200);
  options.fontScale = numberFrom("--font-scale", arguments.fontScale, 0.5, 4.0);
  options.language = QString::fromStdString(
      choiceFrom<std::string>("--lang", arguments.language, {{"en", "en"}, {"pt_BR", "pt_BR"}}));
  options.theme = choiceFrom<ThemeKind>("--theme", arguments.theme,
                                        {{"light", ThemeKind::Light},
                                         {"dark", ThemeKind::Dark},
                                         {"projector", ThemeKind::Projector}});

  // Before Qt starts: it sets the C library's locale, and files have decimal points in every one.
  const auto trace = std::make_shared<const Trace>(runScenarioFile(arguments.file, {}));

  // Qt's remarks on the surroundings (fonts, locale, runtime folder) are no errors of the user's.
  qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
  qputenv("QT_QPA_PLATFORM", "offscreen");
  int count = 1;
  char name[] = "backflow-cli";
  char* values[] = {name, nullptr};
  const QApplication application(count, values);
  const QString error = renderPicture(trace, plot, options, QString::fromStdString(arguments.out));
  if (!error.isEmpty()) {
    throw BadInput(error.toStdString());
  }
}

} // namespace

void addRenderCommand(CLI::App& app) {
  const auto arguments = std::make_shared<RenderArguments>();
  CLI::App* command =
      app.add_subcommand("render", "Draw a scenario's run as the window exports it");
  command
      ->add_option("FILE", arguments->file, "Scenario (*.backflow.json), or - for standard input")
      ->required()
      ->check(problemOfName);
  command->add_option("--out", arguments->out, "Picture to write: *.png, *.svg or *.pdf")
      ->required()
      ->type_name("NAME");
  command->add_option("--plot", arguments->plot, "gradient-flow, states or parameter-gradient")
      ->capture_default_str()
      ->type_name("WORD");
  command->add_option("--width", arguments->width, "In pixels, 160 to 16384")
      ->capture_default_str()
      ->type_name("NUMBER");
  command->add_option("--height", arguments->height, "In pixels, 160 to 16384")
      ->capture_default_str()
      ->type_name("NUMBER");
  command->add_option("--dpi", arguments->dpi, "Pixels an inch, 30 to 1200")
      ->capture_default_str()
      ->type_name("NUMBER");
  command->add_option("--lang", arguments->language, "en or pt_BR")
      ->capture_default_str()
      ->type_name("WORD");
  command->add_option("--theme", arguments->theme, "light, dark or projector")
      ->capture_default_str()
      ->type_name("WORD");
  command->add_option("--font-scale", arguments->fontScale, "Size of the text, 0.5 to 4")
      ->capture_default_str()
      ->type_name("NUMBER");
  command->callback([arguments] { renderCommand(*arguments); });
}

} // namespace backflow
