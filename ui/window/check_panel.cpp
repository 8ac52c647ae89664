// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/check_panel.h"

#include "ui/panel/appearance.h"
#include "ui/text/check_text.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace backflow {

namespace {

constexpr int widthInLetters = 135;
constexpr double shareOfRoom = 0.9;

QString markOf(const Check& check) {
  return passed(check) ? QStringLiteral("✓") : QStringLiteral("✗");
}

} // namespace

CheckPanel::CheckPanel(QWidget* window)
    : Overlay(window), m_title(new QLabel), m_close(new QToolButton), m_summary(new QLabel),
      m_list(new QTextBrowser), m_copy(new QPushButton), m_again(new QPushButton) {
  setObjectName(QStringLiteral("checkPanel"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(3 * wideGap, 2 * wideGap, 2 * wideGap, 2 * wideGap);
  column->setSpacing(wideGap);
  auto* head = new QHBoxLayout;
  m_close->setObjectName(QStringLiteral("checkClose"));
  m_close->setAutoRaise(true);
  m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
  head->addWidget(m_title, 1);
  head->addWidget(m_close);
  m_summary->setObjectName(QStringLiteral("checkSummary"));
  m_summary->setWordWrap(true);
  m_summary->setTextFormat(Qt::PlainText);
  m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_list->setObjectName(QStringLiteral("checkList"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setOpenLinks(false);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_copy->setObjectName(QStringLiteral("checkCopy"));
  m_again->setObjectName(QStringLiteral("checkAgain"));
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(m_copy);
  buttons->addWidget(m_again);
  column->addLayout(head);
  column->addWidget(m_summary);
  column->addWidget(m_list, 1);
  column->addLayout(buttons);
  connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
  connect(m_copy, &QPushButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(text()); });
  connect(m_again, &QPushButton::clicked, this, &CheckPanel::start);
  connect(&m_worker, &CheckWorker::checked, this, [this](const SelfCheck& check) {
    m_found = check;
    fill();
    emit shown();
  });
  connect(&m_worker, &CheckWorker::failed, this, [this](const QString& reason) {
    m_failure = reason;
    fill();
    emit shown();
  });
  retranslate();
}

void CheckPanel::start() {
  m_found.reset();
  m_failure.clear();
  fill();
  bringUp();
  m_worker.request();
}

QString CheckPanel::summary() const {
  if (!m_failure.isEmpty()) {
    return tr("This computer could not be checked: %1").arg(m_failure);
  }
  return m_found ? CheckText::summary(*m_found) : tr("Checking…");
}

QString CheckPanel::text() const {
  QString text = summary() + QLatin1Char('\n');
  if (m_found) {
    for (const Check& check : m_found->checks) {
      text += markOf(check) + QLatin1Char(' ') + CheckText::sentence(check) + QLatin1Char('\n');
    }
  }
  return text;
}

QString CheckPanel::list() const {
  QString html;
  QString heading;
  for (const Check& check : m_found->checks) {
    if (const QString next = CheckText::heading(check.kind); next != heading) {
      html += html.isEmpty() ? QString() : QStringLiteral("</table>");
      html += QStringLiteral("<p><b>%1</b></p><table width=100% cellspacing=0 cellpadding=1>")
                  .arg(next.toHtmlEscaped());
      heading = next;
    }
    const QString sentence = CheckText::sentence(check).toHtmlEscaped();
    html += passed(check)
                ? QStringLiteral("<tr><td width=3%>%1&nbsp;</td><td width=97%>%2</td></tr>")
                      .arg(markOf(check), sentence)
                : QStringLiteral("<tr><td width=3%><b><font color=\"%3\">%1&nbsp;</font></b></td>"
                                 "<td width=97%><b><font color=\"%3\">%2</font></b></td></tr>")
                      .arg(markOf(check), sentence, errorColor(palette()).name());
  }
  return html.isEmpty() ? html : html + QStringLiteral("</table>");
}

void CheckPanel::retranslate() {
  m_title->setText(tr("Check of this computer"));
  setAccessibleName(m_title->text());
  m_close->setToolTip(tr("Close (Esc)"));
  m_close->setAccessibleName(tr("Close the check of this computer"));
  m_list->setAccessibleName(tr("What was checked"));
  m_copy->setText(tr("Copy"));
  m_copy->setToolTip(tr("The sentence and all checks, as text"));
  m_again->setText(tr("Check again"));
  fill();
}

void CheckPanel::fill() {
  const bool isWrong = !m_failure.isEmpty() || (m_found && m_found->failures() > 0);
  QFont bold = prominentFont(font());
  m_summary->setFont(bold);
  QFont title = font();
  title.setBold(true);
  m_title->setFont(title);
  showWords(*m_summary, summary(), isWrong);
  m_list->setHtml(m_found ? list() : QString());
  m_copy->setEnabled(m_found.has_value());
  m_again->setEnabled(m_found || !m_failure.isEmpty());
}

QSize CheckPanel::sizeIn(const QSize& room) {
  const int letter = m_list->fontMetrics().averageCharWidth();
  const int most = static_cast<int>(shareOfRoom * room.width());
  return {std::min(most, letter * widthInLetters), static_cast<int>(shareOfRoom * room.height())};
}

void CheckPanel::changeEvent(QEvent* event) {
  Overlay::changeEvent(event);
  switch (event->type()) {
  case QEvent::LanguageChange:
    retranslate();
    break;
  case QEvent::FontChange:
  case QEvent::PaletteChange:
    fill();
    place();
    break;
  default:
    break;
  }
}

} // namespace backflow
