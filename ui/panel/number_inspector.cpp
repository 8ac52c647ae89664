// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/number_inspector.h"

#include "core/numeric/number_anatomy.h"
#include "core/record/rounding_hold.h"
#include "core/record/step_factor.h"
#include "core/unroll/truncation.h"
#include "ui/panel/appearance.h"
#include "ui/panel/bit_fields.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/words_label.h"
#include "ui/text/number_text.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

/// "1e-45" as it is written by hand: "1 × 10⁻⁴⁵".
QString handwritten(const std::string& decimal) {
  QString text = QString::fromStdString(decimal);
  if (text == QStringLiteral("nan")) {
    return QStringLiteral("NaN");
  }
  text.replace(QStringLiteral("inf"), QStringLiteral("∞"));
  const qsizetype split = text.indexOf(QLatin1Char('e'));
  QString digits = split < 0 ? text : text.left(split);
  digits.replace(QLatin1Char('.'), QLocale().decimalPoint());
  digits.replace(QLatin1Char('-'), QChar(0x2212));
  return split < 0 ? digits
                   : digits + QStringLiteral(" × 10") + superscript(text.mid(split + 1).toLong());
}

QString className(NumberClass kind) {
  switch (kind) {
  case NumberClass::Normal:
    return NumberInspector::tr("normal");
  case NumberClass::Subnormal:
    return NumberInspector::tr("subnormal");
  case NumberClass::Zero:
    return NumberInspector::tr("exactly 0");
  case NumberClass::Infinite:
    return NumberInspector::tr("infinite");
  case NumberClass::NotANumber:
    break;
  }
  return NumberInspector::tr("NaN");
}

} // namespace

NumberInspector::NumberInspector(QWidget* parent)
    : QWidget(parent), m_theme(themeOf(ThemeKind::Light)),
      m_choice(new ChoiceBox(QStringLiteral("inspectedQuantity"))), m_note(new QLabel) {
  setObjectName(QStringLiteral("numberInspector"));
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->setSpacing(smallGap);
  auto* content = new QWidget;
  m_column = new QVBoxLayout(content);
  m_column->setContentsMargins(wideGap, 0, wideGap, smallGap);
  m_column->setSpacing(smallGap);
  m_note->setWordWrap(true);
  m_note->setFont(captionFont(font()));
  m_column->addWidget(m_choice);
  m_column->addWidget(m_note);
  m_column->addStretch(1);
  auto* scroll = new QScrollArea;
  m_scroll = scroll;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(content);
  outer->addWidget(scroll);
  connect(m_choice, &ChoiceBox::chosen, this,
          [this](int key) { setQuantity(static_cast<Quantity>(key)); });
  retranslate();
}

void NumberInspector::showTrace(std::shared_ptr<const Trace> trace) {
  m_trace = std::move(trace);
  makeBlocks();
  refresh();
}

void NumberInspector::setTimeCursor(int t) {
  m_time = t;
  refresh();
}

void NumberInspector::setTheme(const Theme& theme) {
  m_theme = theme;
  for (const Block& block : m_blocks) {
    block.bits->setTheme(theme);
  }
  refresh();
}

void NumberInspector::setQuantity(Quantity quantity) {
  m_quantity = quantity;
  m_choice->setCurrent(quantity);
  refresh();
}

/// A block for each precision; they stay as long as the precisions do.
void NumberInspector::makeBlocks() {
  const std::vector<RunTrace> none;
  const std::vector<RunTrace>& runs = m_trace ? m_trace->runs : none;
  const bool fits =
      std::equal(runs.begin(), runs.end(), m_blocks.begin(), m_blocks.end(),
                 [](const RunTrace& run, const Block& b) { return run.precision == b.precision; });
  if (fits) {
    return;
  }
  for (const Block& block : m_blocks) {
    delete block.frame;
  }
  m_blocks.clear();
  for (const RunTrace& run : runs) {
    const QString name = QString::fromUtf8(nameOf(run.precision).data());
    Block block{run.precision, new QWidget, new QLabel, new BitFields, new WordsLabel};
    block.heading->setObjectName(name + QStringLiteral("Heading"));
    block.bits->setObjectName(name + QStringLiteral("Bits"));
    block.bits->setTheme(m_theme);
    block.words->setObjectName(name + QStringLiteral("Words"));
    auto* column = new QVBoxLayout(block.frame);
    column->setContentsMargins(0, smallGap, 0, 0);
    column->setSpacing(2);
    column->addWidget(block.heading);
    column->addWidget(block.bits);
    column->addWidget(block.words);
    m_column->insertWidget(m_column->count() - 1, block.frame);
    m_blocks.push_back(block);
  }
}

const std::vector<double>& NumberInspector::norms(const RunTrace& run) const {
  switch (m_quantity) {
  case Quantity::State:
    return run.steps.stateNorm;
  case Quantity::ParameterGradient:
    return run.steps.parameterGradientNorm;
  case Quantity::Gradient:
    break;
  }
  return run.steps.gradientNorm;
}

/// The rate at the cursor: of the gradient along the reference, whose exponent is unbounded, else
/// along the norms of the widest precision. None where two directions of reading mix, and where
/// attention adds to a gradient at every step what never came through a later one.
std::optional<double> NumberInspector::factor() const {
  const NetworkSpec& network = m_trace->scenario.network;
  if (network.bidirectional ||
      (m_quantity != Quantity::State && network.readout == Readout::Attention)) {
    return std::nullopt;
  }
  if (m_quantity == Quantity::Gradient && m_trace->scenario.clip &&
      m_trace->scenario.clip->mode == ClipMode::StateNorm) {
    return std::nullopt; // what rescales at every step has no rate of its own
  }
  if (m_quantity == Quantity::Gradient) {
    return stepFactor(m_trace->referenceLog2, m_time, ComputedTowards::Earlier);
  }
  const auto widest = std::max_element(
      m_trace->runs.begin(), m_trace->runs.end(), [](const RunTrace& a, const RunTrace& b) {
        return limitsOf(a.precision).bytes < limitsOf(b.precision).bytes;
      });
  const std::vector<double>& all = norms(*widest);
  // No more of a long run than stepFactor() looks at.
  const int horizon = static_cast<int>(all.size());
  const int first = std::max(1, m_time - stepFactorWindow);
  const int last = std::min(horizon, m_time + stepFactorWindow);
  std::vector<double> log2;
  for (int t = first; t <= last; ++t) {
    log2.push_back(std::log2(all[static_cast<std::size_t>(t) - 1]));
  }
  return stepFactor(log2, m_time - first + 1,
                    m_quantity == Quantity::State ? ComputedTowards::Later
                                                  : ComputedTowards::Earlier);
}

/// "zero in 35 steps (t = 7)"
QString NumberInspector::steps(int count, const QString& what) const {
  const int horizon = m_trace->scenario.unroll.horizon;
  const bool forth = m_quantity == Quantity::State;
  const int available = forth ? horizon - m_time : m_time - 1;
  const Truncation truncation(m_trace->scenario);
  if (m_quantity == Quantity::Gradient && truncation.earliest() > 1 &&
      count > m_time - truncation.earliest()) {
    return tr("%1 only after %n step(s), beyond the truncation", nullptr, count).arg(what);
  }
  if (count <= available) {
    return tr("%1 in %n step(s) (t = %2)", nullptr, count)
        .arg(what)
        .arg(forth ? m_time + count : m_time - count);
  }
  return forth ? tr("%1 only after %n step(s), beyond T", nullptr, count).arg(what)
               : tr("%1 only after %n step(s), beyond t = 1", nullptr, count).arg(what);
}

/// The count is without rounding, which may keep the run from zero for ever.
QString NumberInspector::stepsToZero(int count, const RunTrace& run) const {
  QString counted = steps(count, tr("zero"));
  if (m_quantity != Quantity::Gradient || count >= m_time || !heldByRoundingFrom(*m_trace, run)) {
    return counted;
  }
  return tr("%1 but for rounding, which holds it at %2")
      .arg(counted, formatReading(run.steps.gradientNorm.front()));
}

QString NumberInspector::forecast(const NumberAnatomy& number, const RunTrace& run) const {
  const std::optional<double> rate = factor();
  if (!rate) {
    return {};
  }
  const StepsLeft left = stepsLeft(number.value, *rate, number.precision);
  QStringList parts;
  if (left.toSubnormal && *left.toSubnormal > 0) {
    parts << steps(*left.toSubnormal, tr("subnormal"));
  }
  if (left.toZero) {
    parts << stepsToZero(*left.toZero, run);
  }
  if (left.toInfinity) {
    parts << steps(*left.toInfinity, tr("infinite"));
  }
  if (parts.isEmpty()) {
    return {};
  }
  return tr("At ×%1 a step: %2.").arg(formatReading(*rate), parts.join(QStringLiteral(", ")));
}

/// Whether truncation lets no loss's gradient come to the cursor: a zero there is no underflow.
bool NumberInspector::isCutHere() const {
  return m_quantity != Quantity::State && !Truncation(m_trace->scenario).reaches(m_time);
}

void NumberInspector::refresh() {
  if (!m_trace || !isVisible()) {
    return;
  }
  m_time = std::clamp(m_time, 1, m_trace->scenario.unroll.horizon);
  QStringList all;
  for (std::size_t k = 0; k < m_blocks.size(); ++k) {
    const Block& block = m_blocks[k];
    const double norm = norms(m_trace->runs[k])[static_cast<std::size_t>(m_time) - 1];
    const NumberAnatomy number = anatomyOf(norm, block.precision);
    const QString name = QString::fromUtf8(nameOf(block.precision).data());
    const QString kind =
        norm == 0 && isCutHere() ? tr("0: cut by truncation") : className(number.kind);
    block.heading->setText(QStringLiteral("<b><font color=\"%1\">%2</font></b> · %3")
                               .arg(m_theme.colorOf(block.precision).name(), name, kind));
    block.bits->showNumber(number);
    block.bits->setAccessibleName(tr("Bits in %1").arg(name));
    QStringList lines{QString::fromStdString(number.hex) + QStringLiteral(" = ") +
                      handwritten(number.decimal)};
    if (number.exponentValue) {
      lines << tr("exponent %1, next number %2 away")
                   .arg(QString::number(*number.exponentValue)
                            .replace(QLatin1Char('-'), QChar(0x2212)),
                        formatReading(*number.ulp));
    }
    const QString left = forecast(number, m_trace->runs[k]);
    if (!left.isEmpty()) {
      lines << left;
    }
    block.words->setText(withUnbrokenPowers(lines.join(QChar('\n'))));
    all << name + QStringLiteral(": ") + kind + QStringLiteral(", ") +
               lines.join(QStringLiteral(", "));
  }
  setAccessibleDescription(all.join(QChar('\n')));
}

QString NumberInspector::textOf(Precision precision) const {
  const auto block = std::find_if(m_blocks.begin(), m_blocks.end(), [precision](const Block& one) {
    return one.precision == precision;
  });
  return block == m_blocks.end() ? QString() : block->words->text();
}

void NumberInspector::retranslate() {
  setAccessibleName(tr("Number at the time cursor"));
  m_scroll->setAccessibleName(accessibleName());
  m_choice->setAccessibleName(tr("Which number to show"));
  m_choice->setChoice(Quantity::Gradient, tr("gradient ‖∂L/∂hₜ‖₂"));
  m_choice->setChoice(Quantity::State, tr("state ‖hₜ‖₂"));
  m_choice->setChoice(Quantity::ParameterGradient, tr("parameter gradient ‖∂⁺L/∂θₜ‖₂"));
  m_note->setText(tr("The recorded norm, a float64 number, rounded to the format."));
  refresh();
}

void NumberInspector::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  } else if (event->type() == QEvent::FontChange) {
    m_note->setFont(captionFont(font()));
  }
  QWidget::changeEvent(event);
}

void NumberInspector::showEvent(QShowEvent* event) {
  // Nothing was computed while nobody looked.
  refresh();
  QWidget::showEvent(event);
}

} // namespace backflow
