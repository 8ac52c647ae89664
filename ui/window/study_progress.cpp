// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/study_progress.h"

#include "ui/panel/appearance.h"
#include "ui/run/study_worker.h"
#include "ui/text/problem_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace backflow {

StudyProgress::StudyProgress(StudyWorker& studies, QWidget* parent)
    : QWidget(parent), m_words(new QLabel(this)), m_stop(new QToolButton(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(smallGap);
  row->addWidget(m_words);
  row->addWidget(m_stop);
  m_words->setObjectName(QStringLiteral("studyProgress"));
  m_stop->setObjectName(QStringLiteral("stopStudy"));
  m_stop->setAutoRaise(true);
  m_delay.setSingleShot(true);
  m_delay.setInterval(wordlessMs);
  connect(&m_delay, &QTimer::timeout, this, [this] {
    m_words->show();
    m_stop->show();
  });
  connect(m_stop, &QToolButton::clicked, this, [&studies] { studies.stop(); });
  connect(&studies, &StudyWorker::progressed, this,
          [this](int done, int all) { m_words->setText(tr("loss %1 of %2").arg(done).arg(all)); });
  connect(&studies, &StudyWorker::finished, this, [this] {
    m_delay.stop();
    m_words->setVisible(m_failed);
    m_stop->hide();
  });
  connect(&studies, &StudyWorker::failed, this, [this](const std::vector<FieldProblem>& problems) {
    m_failed = true;
    m_words->setText(problemsText(problems));
  });
  m_words->hide();
  m_stop->hide();
  retranslate();
}

void StudyProgress::begin() {
  m_words->setText(tr("computing…"));
  m_delay.start();
}

void StudyProgress::forgetFailure() {
  if (m_failed) {
    m_failed = false;
    m_words->hide();
  }
}

void StudyProgress::retranslate() {
  m_stop->setText(tr("Stop"));
}

void StudyProgress::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  }
  QWidget::changeEvent(event);
}

} // namespace backflow
