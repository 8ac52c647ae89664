// SPDX-License-Identifier: GPL-3.0-or-later
// The names over the main sliders in the projector view, as the window changes its width.
#include "tests/ui/window/window_fixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QLayout>
#include <QSlider>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace backflow::test {
namespace {

/// Stands in a row, and hears of each measuring of it what its label said then.
class Witness : public QSpacerItem {
 public:
  explicit Witness(std::function<QString()> words) : QSpacerItem(0, 0), m_words(std::move(words)) {}

  QSize minimumSize() const override {
    if (const QString words = m_words(); m_heard.isEmpty() || m_heard.back() != words) {
      m_heard << words;
    }
    return {0, 0};
  }
  /// Since it was asked last.
  QStringList heard() { return std::exchange(m_heard, {}); }

  void standAt(const QWidget& slider) {
    slider.parentWidget()->layout()->itemAt(0)->layout()->addItem(this);
  }

 private:
  std::function<QString()> m_words;
  mutable QStringList m_heard;
};

class SliderWordsTest : public WindowTest {
 protected:
  SliderWordsTest() {
    showWindow();
    window.setProjector(true);
    window.setWindowState({});
    takeWidth(1920);
  }

  void takeWidth(int width) {
    window.resize(width, 800);
    QApplication::processEvents();
  }

  QLabel& gain() { return *child<QSlider>("gainSlider").parentWidget()->findChild<QLabel*>(); }
  QCheckBox& truncation() { return child<QCheckBox>("truncationCheck"); }
};

TEST_F(SliderWordsTest, AreWrittenOnceForAChange) {
  auto* ofGain = new Witness([this] { return gain().text(); });
  auto* ofTruncation = new Witness([this] { return truncation().text(); });
  ofGain->standAt(child<QSlider>("gainSlider"));
  ofTruncation->standAt(child<QSlider>("truncationSlider"));
  int changes = 0;
  // Below, the type shrinks with the window, and its words are measured anew.
  for (int width = 1900; width >= 1024; width -= 20) {
    QStringList gains{gain().text()};
    QStringList truncations{truncation().text()};
    ofGain->heard();
    ofTruncation->heard();
    takeWidth(width);
    for (auto* words : {&gains, &truncations}) {
      *words << (words == &gains ? ofGain : ofTruncation)->heard();
      // From what they were to what they are, with nothing tried between.
      words->erase(std::unique(words->begin(), words->end()), words->end());
      EXPECT_LE(words->size(), 2) << words->join(QStringLiteral(", ")).toStdString() << width;
      changes += static_cast<int>(words->size()) - 1;
    }
  }
  EXPECT_GT(changes, 0);
}

TEST_F(SliderWordsTest, AreWholeAgainInAWiderWindow) {
  const QString whole = gain().text();
  takeWidth(760);
  EXPECT_LT(gain().text().size(), whole.size());
  takeWidth(1920);
  EXPECT_EQ(gain().text(), whole);
}

} // namespace
} // namespace backflow::test
