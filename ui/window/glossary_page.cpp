// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/glossary_page.h"

#include "ui/panel/appearance.h"
#include "ui/text/glossary.h"
#include "ui/text/number_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace backflow {

namespace {

/// Of a line that is comfortable to read.
constexpr int lettersInALine = 84;
constexpr int mostLines = 36;

QString htmlOf(const GlossaryPart& part) {
  QString html = QStringLiteral("<h3>%1</h3>").arg(part.heading.toHtmlEscaped());
  for (const GlossaryEntry& entry : part.entries) {
    html += QStringLiteral("<p><b>%1</b><br>%2</p>")
                .arg(entry.word.toHtmlEscaped(), withUnbrokenPowers(entry.meaning).toHtmlEscaped());
  }
  return html;
}

} // namespace

GlossaryPage::GlossaryPage(QWidget* window)
    : Overlay(window), m_title(new QLabel), m_close(new QToolButton), m_words(new QTextBrowser) {
  setObjectName(QStringLiteral("glossaryPage"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(3 * wideGap, 2 * wideGap, 2 * wideGap, 3 * wideGap);
  auto* head = new QHBoxLayout;
  setTypeSize(font().pointSizeF());
  m_close->setAutoRaise(true);
  m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
  head->addWidget(m_title, 1);
  head->addWidget(m_close);
  column->addLayout(head);
  m_words->setObjectName(QStringLiteral("glossaryWords"));
  m_words->setFrameShape(QFrame::NoFrame);
  column->addWidget(m_words, 1);
  connect(m_close, &QToolButton::clicked, this, [this] { setShown(false); });
  nameParts();
}

void GlossaryPage::setShown(bool shown) {
  if (shown) {
    fill();
    bringUp();
    m_words->setFocus(); // the arrows scroll
  } else {
    hide();
  }
}

void GlossaryPage::setTypeSize(double points) {
  QFont type = font();
  type.setPointSizeF(points);
  setFont(type);
  QFont bold = type;
  bold.setBold(true);
  m_title->setFont(bold);
}

void GlossaryPage::nameParts() {
  m_title->setText(tr("Glossary"));
  setAccessibleName(m_title->text());
  m_words->setAccessibleName(m_title->text());
  m_close->setToolTip(tr("Close (Esc)"));
  m_close->setAccessibleName(tr("Close the glossary"));
}

void GlossaryPage::fill() {
  nameParts();
  QString html;
  for (const GlossaryPart& part : Glossary::parts()) {
    html += htmlOf(part);
  }
  m_words->setHtml(html);
}

QSize GlossaryPage::sizeIn(const QSize& room) {
  const QSize wished(lettersInALine * fontMetrics().averageCharWidth(),
                     mostLines * fontMetrics().lineSpacing());
  return wished.boundedTo(room);
}

void GlossaryPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && isVisible()) {
    fill();
  }
  Overlay::changeEvent(event);
}

} // namespace backflow
