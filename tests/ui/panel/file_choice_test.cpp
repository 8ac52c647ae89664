// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/file_choice.h"

#include "tests/support/temporary_folder.h"
#include "ui/state/preferences.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QTimer>

#include <gtest/gtest.h>

#include <functional>
#include <utility>
#include <vector>

namespace backflow::test {
namespace {

/// Does what a user would to the dialogs that come, one after the other.
class Answers {
 public:
  explicit Answers(std::vector<std::function<void(QWidget&)>> answers)
      : m_answers(std::move(answers)) {
    QObject::connect(&m_look, &QTimer::timeout, &m_look, [this] {
      if (QWidget* asks = QApplication::activeModalWidget(); asks && !areGiven()) {
        m_answers[m_next++](*asks);
      }
    });
    m_look.start(10);
  }

  bool areGiven() const { return m_next == m_answers.size(); }

 private:
  std::vector<std::function<void(QWidget&)>> m_answers;
  std::size_t m_next = 0;
  QTimer m_look;
};

QLineEdit& nameField(QWidget& chooser) {
  return *chooser.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
}

std::function<void(QWidget&)> save(const QString& name, QString* proposed = nullptr) {
  return [=](QWidget& chooser) {
    if (proposed != nullptr) {
      *proposed = nameField(chooser).text();
    }
    nameField(chooser).setText(name);
    static_cast<QDialog&>(chooser).accept();
  };
}

class FileChoiceTest : public testing::Test {
 protected:
  FileChoiceTest() {
    Preferences::forgetAll();
    Preferences::setFolderOf(file("any"));
  }

  QString file(const QString& name) const {
    return QString::fromStdString(folder.path().string()) + QChar('/') + name;
  }

  QString askForScenario(const QString& name) const {
    return fileToSave(nullptr, QStringLiteral("Save"), QStringLiteral("(*.backflow.json)"),
                      {QStringLiteral("backflow.json"), QStringLiteral("json")}, name);
  }

  TemporaryFolder folder;
};

TEST_F(FileChoiceTest, ADotWithinANameBeginsNoEnding) {
  const QStringList scenario{QStringLiteral("backflow.json"), QStringLiteral("json")};
  const auto whole = [&](const char* name) {
    return withEnding(QString::fromLatin1(name), scenario, scenario.front()).toStdString();
  };
  EXPECT_EQ(whole("tanh-gain-0.9"), "tanh-gain-0.9.backflow.json");
  EXPECT_EQ(whole("mine"), "mine.backflow.json");
  EXPECT_EQ(whole("mine.Backflow.JSON"), "mine.Backflow.JSON");
  EXPECT_EQ(whole("mine.json"), "mine.json");
  EXPECT_EQ(whole(""), "");
  const QString training = QStringLiteral("training.json");
  EXPECT_EQ(withEnding(QStringLiteral("run.json"), {training}, training),
            QStringLiteral("run.training.json"));
}

TEST_F(FileChoiceTest, ANameIsProposedWithItsEndingAndOneWithoutGetsIt) {
  QString proposed;
  const Answers answers({save(QStringLiteral("half-0.5"), &proposed)});
  EXPECT_EQ(askForScenario(QStringLiteral("tanh-gain-0.9")), file("half-0.5.backflow.json"));
  EXPECT_EQ(proposed, QStringLiteral("tanh-gain-0.9.backflow.json"));
}

TEST_F(FileChoiceTest, AFileThatIsThereIsNotOverwrittenUnasked) {
  folder.write("half-0.5.backflow.json", "{}");
  QString second;
  const Answers answers({save(QStringLiteral("half-0.5")), [&](QWidget& chooser) {
                           second = nameField(chooser).text();
                           static_cast<QDialog&>(chooser).reject();
                         }});
  EXPECT_EQ(askForScenario(QStringLiteral("mine")), QString());
  EXPECT_TRUE(answers.areGiven());
  EXPECT_EQ(second, QStringLiteral("half-0.5.backflow.json")) << "the chooser asks before it saves";
}

} // namespace
} // namespace backflow::test
