// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/trace.h"
#include "ui/plot/theme.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace backflow {

class BitFields;
class WordsLabel;
class ChoiceBox;
struct NumberAnatomy;

/// One number at the time cursor, as each precision of the run stores it: its bits, and how many
/// steps it has left before it runs out of the format at the rate at which it changes there.
class NumberInspector : public QWidget {
  Q_OBJECT

 public:
  enum class Quantity { Gradient, State, ParameterGradient };

  explicit NumberInspector(QWidget* parent = nullptr);

  void showTrace(std::shared_ptr<const Trace> trace);
  void setTimeCursor(int t);
  void setTheme(const Theme& theme);
  void setQuantity(Quantity quantity);
  /// What is said of the number in that precision, for a screen reader and for tests.
  QString textOf(Precision precision) const;

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  struct Block {
    Precision precision;
    QWidget* frame;
    QLabel* heading;
    BitFields* bits;
    WordsLabel* words;
  };

  void makeBlocks();
  bool isCutHere() const;
  void retranslate();
  void refresh();
  const std::vector<double>& norms(const RunTrace& run) const;
  std::optional<double> factor() const;
  QString forecast(const NumberAnatomy& number, const RunTrace& run) const;
  QString steps(int count, const QString& what) const;
  QString stepsToZero(int count, const RunTrace& run) const;

  std::shared_ptr<const Trace> m_trace;
  Theme m_theme;
  Quantity m_quantity = Quantity::Gradient;
  int m_time = 1;
  QWidget* m_scroll = nullptr; ///< around what is shown
  ChoiceBox* m_choice;
  QLabel* m_note;
  QVBoxLayout* m_column;
  std::vector<Block> m_blocks;
};

} // namespace backflow
