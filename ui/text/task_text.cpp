// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/task_text.h"

#include <QCoreApplication>

namespace backflow {

namespace {

struct TaskText {
  Q_DECLARE_TR_FUNCTIONS(TaskText)
};

} // namespace

QString taskHelp(TaskKind task) {
  switch (task) {
  case TaskKind::Recall:
    return TaskText::tr("x_1 ~ N(0, 1), then zeros; the target at T is x_1.\n"
                        "Loss: squared error.");
  case TaskKind::Adding:
    return TaskText::tr("x_t = (u_t, m_t) with u_t ~ U(0, 1), and m_t = 1 at one step of each "
                        "half; the target at T is the sum of the two marked u.\n"
                        "Loss: squared error.");
  case TaskKind::CopyMemory:
    return TaskText::tr("Ten symbols out of eight, blanks, a mark at T − 10; the target of the "
                        "last ten steps is the ten symbols, before that blanks.\n"
                        "Loss: cross-entropy in nats, at every step.");
  case TaskKind::TemporalOrder:
    return TaskText::tr("Distractors, but A or B at two steps; the class at T, one of four, says "
                        "which came first and which second.\n"
                        "Loss: cross-entropy in nats.");
  case TaskKind::Agreement:
    return TaskText::tr("An article and a noun, distractors, and a verb at T; the class is the "
                        "noun's gender, with which the adjective has to agree.\n"
                        "Loss: cross-entropy in nats.");
  case TaskKind::Temperature:
    return TaskText::tr("The weather of T days; the target is the highest temperature of the day "
                        "after, in °C, standardised.\nLoss: squared error.");
  case TaskKind::Mood:
    return TaskText::tr("The weather of T days; the target is m_t = 0.8·m_{t−1} + warmth_t − "
                        "rain_t, standardised.\nLoss: squared error, at every step.");
  case TaskKind::Sunspots:
    return TaskText::tr("The sunspot numbers of T months; the target is that of a later month, "
                        "standardised.\nLoss: squared error.");
  case TaskKind::Characters:
    return TaskText::tr("T characters of a text, one-hot; the target is always the next one.\n"
                        "Loss: cross-entropy in nats a character, at every step.");
  }
  return {};
}

QString optimiserHelp(OptimiserKind optimiser) {
  switch (optimiser) {
  case OptimiserKind::Sgd:
    return TaskText::tr("Stochastic gradient descent: w ← w − η·g");
  case OptimiserKind::Momentum:
    return TaskText::tr("Gradient descent with momentum:\nv ← μ·v + g\nw ← w − η·v");
  case OptimiserKind::RmsProp:
    return TaskText::tr("RMSProp:\ns ← α·s + (1 − α)·g²\nw ← w − η·g / (√s + ε)");
  case OptimiserKind::Adam:
    return TaskText::tr("Adam (Kingma & Ba 2015):\nm ← β₁·m + (1 − β₁)·g\n"
                        "s ← β₂·s + (1 − β₂)·g²\n"
                        "w ← w − η·m̂ / (√ŝ + ε), with m̂ = m / (1 − β₁ⁿ) and ŝ = s / (1 − β₂ⁿ) "
                        "at update n");
  }
  return {};
}

} // namespace backflow
