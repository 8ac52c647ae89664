// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/enum_text.h"

#include <QCoreApplication>

namespace backflow {

namespace {

struct EnumText {
  Q_DECLARE_TR_FUNCTIONS(EnumText)
};

} // namespace

QString displayText(CellKind kind) {
  switch (kind) {
  case CellKind::Rnn:
    return EnumText::tr("Simple RNN");
  case CellKind::Gru:
    return EnumText::tr("GRU");
  case CellKind::Lstm:
    return EnumText::tr("LSTM");
  }
  return {};
}

QString displayText(Variant variant) {
  switch (variant) {
  case Variant::Course:
    return EnumText::tr("as in the course");
  case Variant::PyTorch:
    return EnumText::tr("as in PyTorch");
  }
  return {};
}

QString displayText(Readout readout) {
  switch (readout) {
  case Readout::State:
    return EnumText::tr("the state h");
  case Readout::Attention:
    return EnumText::tr("attention over all h");
  }
  return {};
}

QString displayText(Gate gate) {
  switch (gate) {
  case Gate::Update:
    return EnumText::tr("update");
  case Gate::Reset:
    return EnumText::tr("reset");
  case Gate::Forget:
    return EnumText::tr("forget");
  case Gate::Output:
    return EnumText::tr("output");
  }
  return {};
}

QString displayText(Activation activation) {
  switch (activation) {
  case Activation::Tanh:
    return EnumText::tr("tanh");
  case Activation::Relu:
    return EnumText::tr("ReLU");
  case Activation::Sigmoid:
    return EnumText::tr("sigmoid");
  case Activation::Identity:
    return EnumText::tr("identity (linear)");
  }
  return {};
}

QString displayText(WeightInit init) {
  switch (init) {
  case WeightInit::Gaussian:
    return EnumText::tr("Gaussian, N(0, g²/H)");
  case WeightInit::Orthogonal:
    return EnumText::tr("Orthogonal, g·Q");
  case WeightInit::Identity:
    return EnumText::tr("Identity, g·I");
  case WeightInit::Uniform:
    return EnumText::tr("Uniform, g·U(±1/√H)");
  case WeightInit::Explicit:
    return EnumText::tr("Given by the scenario");
  }
  return {};
}

QString displayText(InputKind kind) {
  switch (kind) {
  case InputKind::Noise:
    return EnumText::tr("Gaussian noise");
  case InputKind::Impulse:
    return EnumText::tr("Impulse");
  case InputKind::Constant:
    return EnumText::tr("Constant");
  case InputKind::Sine:
    return EnumText::tr("Sine");
  case InputKind::Csv:
    return EnumText::tr("CSV file");
  case InputKind::Text:
    return EnumText::tr("Text, character by character");
  case InputKind::Explicit:
    return EnumText::tr("Given by the scenario");
  }
  return {};
}

QString displayText(InitialStateKind kind) {
  switch (kind) {
  case InitialStateKind::Zero:
    return EnumText::tr("Zero");
  case InitialStateKind::Noise:
    return EnumText::tr("Gaussian noise");
  case InitialStateKind::Explicit:
    return EnumText::tr("Given by the scenario");
  }
  return {};
}

QString displayText(LossKind kind) {
  switch (kind) {
  case LossKind::Inject:
    return EnumText::tr("Injected, L = v·h");
  case LossKind::SquaredError:
    return EnumText::tr("Squared error");
  case LossKind::CrossEntropy:
    return EnumText::tr("Cross-entropy of the next character");
  }
  return {};
}

QString displayText(LossPlace place) {
  switch (place) {
  case LossPlace::Last:
    return EnumText::tr("Last step only");
  case LossPlace::Every:
    return EnumText::tr("Every step");
  }
  return {};
}

QString displayText(TruncationMode mode) {
  switch (mode) {
  case TruncationMode::Windows:
    return EnumText::tr("windows");
  case TruncationMode::FromLoss:
    return EnumText::tr("from the loss");
  }
  return {};
}

QString displayText(ClipMode mode) {
  switch (mode) {
  case ClipMode::Norm:
    return EnumText::tr("by norm");
  case ClipMode::Value:
    return EnumText::tr("by value");
  case ClipMode::StateNorm:
    return EnumText::tr("state norm");
  }
  return {};
}

QString displayText(Precision precision) {
  switch (precision) {
  case Precision::Float16:
    return EnumText::tr("float16");
  case Precision::BFloat16:
    return EnumText::tr("bfloat16");
  case Precision::Float32:
    return EnumText::tr("float32");
  case Precision::Float64:
    return EnumText::tr("float64");
  }
  return {};
}

QString displayText(TaskKind kind) {
  switch (kind) {
  case TaskKind::Recall:
    return EnumText::tr("Recall the first input");
  case TaskKind::Adding:
    return EnumText::tr("Adding problem");
  case TaskKind::CopyMemory:
    return EnumText::tr("Copy memory");
  case TaskKind::TemporalOrder:
    return EnumText::tr("Temporal order");
  case TaskKind::Agreement:
    return EnumText::tr("Gender agreement (Portuguese)");
  case TaskKind::Temperature:
    return EnumText::tr("Next-day temperature");
  case TaskKind::Mood:
    return EnumText::tr("Dog's mood");
  case TaskKind::Sunspots:
    return EnumText::tr("Sunspots");
  case TaskKind::Characters:
    return EnumText::tr("Next character");
  }
  return {};
}

QString displayText(OptimiserKind kind) {
  switch (kind) {
  case OptimiserKind::Sgd:
    return EnumText::tr("SGD");
  case OptimiserKind::Momentum:
    return EnumText::tr("Momentum");
  case OptimiserKind::RmsProp:
    return EnumText::tr("RMSProp");
  case OptimiserKind::Adam:
    return EnumText::tr("Adam");
  }
  return {};
}

} // namespace backflow
