// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/calculator/equation_comparison.h"

#include "ui/panel/appearance.h"
#include "ui/panel/calculator/equation_view.h"
#include "ui/panel/calculator/labelled_control.h"
#include "ui/panel/calculator/segment_button.h"
#include "ui/panel/choice_box.h"
#include "ui/panel/flow_layout.h"
#include "ui/text/cell_equations.h"
#include "ui/text/enum_text.h"
#include "ui/text/gate_role_text.h"

#include <QButtonGroup>
#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace backflow {

namespace {

constexpr const char* roleNames[] = {"roleNone", "roleWrite", "roleKeep", "roleHide", "roleOutput"};
constexpr std::optional<GateRole> roles[] = {std::nullopt, GateRole::WriteNew, GateRole::KeepOld,
                                             GateRole::HideForCandidate, GateRole::Output};

/// The line that marks a role, as a sample on its button.
QIcon sampleOf(const RoleMark& mark, const QSize& size, double ratio) {
  QPixmap pixmap(size * ratio);
  pixmap.setDevicePixelRatio(ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setPen(mark.line);
  constexpr double gap = 5; ///< before the words
  painter.drawLine(QPointF(0, size.height() / 2.0),
                   QPointF(size.width() - gap, size.height() / 2.0));
  return QIcon(pixmap);
}

} // namespace

EquationComparison::EquationComparison(QWidget* parent)
    : QWidget(parent), m_theme(themeOf(ThemeKind::Light)),
      m_variantBox(new ChoiceBox(QStringLiteral("equationVariant"), this)),
      m_labelledVariant(new LabelledControl(m_variantBox, this)), m_question(new QLabel(this)),
      m_gru(new EquationView(QStringLiteral("gruEquations"), this)),
      m_lstm(new EquationView(QStringLiteral("lstmEquations"), this)),
      m_sentence(new QLabel(this)) {
  setObjectName(QStringLiteral("equationComparison"));
  m_variantBox->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  m_sentence->setObjectName(QStringLiteral("likeness"));
  m_sentence->setWordWrap(true);
  m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* controls = new FlowLayout;
  controls->addWidget(m_labelledVariant);
  auto* choices = new FlowLayout;
  choices->setSpacing(smallGap);
  choices->addWidget(m_question);
  auto* group = new QButtonGroup(this);
  for (std::size_t k = 0; k < std::size(roles); ++k) {
    auto* button = new SegmentButton(QString::fromLatin1(roleNames[k]), this);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    group->addButton(button);
    choices->addWidget(button);
    m_buttons.push_back({roles[k], button});
    connect(button, &QToolButton::clicked, this, [this, role = roles[k]] {
      m_role = role;
      refresh();
    });
  }
  m_buttons.front().button->setChecked(true);
  auto* cells = new FlowLayout;
  cells->addWidget(m_gru);
  cells->addWidget(m_lstm);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(wideGap, wideGap, wideGap, wideGap);
  column->setSpacing(wideGap);
  column->addLayout(controls);
  column->addLayout(choices);
  column->addWidget(m_sentence);
  column->addLayout(cells);
  column->addStretch();
  connect(m_variantBox, &ChoiceBox::chosen, this, [this](int variant) {
    m_variant = static_cast<Variant>(variant);
    refresh();
  });
  retranslate();
}

void EquationComparison::setTheme(const Theme& theme) {
  m_theme = theme;
  refresh();
}

RoleMark EquationComparison::markOf(GateRole role) const {
  const auto mark = [&](const QColor& color, Qt::PenStyle style) {
    QPen line(color, 1.4 * m_theme.lineWidth, style, Qt::FlatCap);
    return RoleMark{role, line, m_theme.tint(color, 0.28)};
  };
  switch (role) {
  case GateRole::WriteNew:
    break;
  case GateRole::KeepOld:
    return mark(m_theme.bfloat16, Qt::DashLine);
  case GateRole::HideForCandidate:
    return mark(m_theme.float16, Qt::DotLine);
  case GateRole::Output:
    return mark(m_theme.float32, Qt::DashDotLine);
  }
  return mark(m_theme.float64, Qt::SolidLine);
}

void EquationComparison::refresh() {
  m_variantBox->setCurrent(m_variant);
  m_gru->setEquations(cellEquations(CellKind::Gru, m_variant));
  m_lstm->setEquations(cellEquations(CellKind::Lstm, m_variant));
  const std::optional<RoleMark> chosen = m_role ? std::optional(markOf(*m_role)) : std::nullopt;
  m_gru->setMark(chosen);
  m_lstm->setMark(chosen);
  m_sentence->setText(m_role ? likenessText(*m_role, m_variant) : likenessText(m_variant));
  for (const RoleButton& entry : m_buttons) {
    if (entry.role) {
      const RoleMark mark = markOf(*entry.role);
      // Long enough for three dashes of the pattern.
      const int length = std::max(2 * fontMetrics().height(), qRound(14 * mark.line.widthF()));
      const QSize size(length, fontMetrics().height());
      entry.button->setIconSize(size);
      entry.button->setIcon(sampleOf(mark, size, devicePixelRatioF()));
    }
  }
  arrange();
}

/// Both are as large as the larger: side by side where there is room, else below each other.
void EquationComparison::arrange() {
  const QSize size = m_gru->sizeHint().expandedTo(m_lstm->sizeHint());
  m_gru->setMinimumSize(size);
  m_lstm->setMinimumSize(size);
  fitSentence();
}

/// The room of the longest sentence is always kept: nothing moves when another part is chosen.
void EquationComparison::fitSentence() {
  const QFontMetrics metrics(m_sentence->font());
  const int room = std::max(100, width() - 2 * wideGap);
  int height = 0;
  for (const auto& role : roles) {
    for (const Variant variant : {Variant::Course, Variant::PyTorch}) {
      const QString text = role ? likenessText(*role, variant) : likenessText(variant);
      height = std::max(
          height, metrics.boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, text).height());
    }
  }
  m_sentence->setMinimumHeight(height + 2);
}

void EquationComparison::retranslate() {
  const QString help = tr("The equations of the course's sheet, or PyTorch's");
  m_labelledVariant->setWords(tr("Equations"), help);
  qsizetype longest = 0;
  for (const Variant variant : {Variant::Course, Variant::PyTorch}) {
    m_variantBox->setChoice(variant, displayText(variant));
    longest = std::max(longest, displayText(variant).size());
  }
  m_variantBox->setMinimumContentsLength(static_cast<int>(longest));
  m_question->setText(tr("Who plays the part:"));
  for (const RoleButton& entry : m_buttons) {
    entry.button->setText(entry.role ? displayText(*entry.role) : tr("none"));
    entry.button->setAccessibleName(entry.button->text());
  }
  m_gru->setTitle(QStringLiteral("GRU"));
  m_lstm->setTitle(QStringLiteral("LSTM"));
  refresh();
}

void EquationComparison::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  } else if (event->type() == QEvent::FontChange) {
    refresh();
  }
}

void EquationComparison::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitSentence();
}

} // namespace backflow
