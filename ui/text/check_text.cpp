// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/check_text.h"

#include "ui/text/number_text.h"

#include <cmath>

namespace backflow {

namespace {

QString precisionName(const Check& check) {
  return QString::fromUtf8(nameOf(check.precision).data());
}

QString kernelsName(KernelSet set) {
  return QString::fromUtf8(nameOf(set).data());
}

/// "5.7 × 10⁻¹⁴", on one line: of an error two digits are worth reading.
QString twoDigits(double error) {
  if (!std::isfinite(error) || error == 0) {
    return formatReading(error);
  }
  const double unit = std::pow(10.0, std::floor(std::log10(std::abs(error))) - 1);
  return formatReading(std::round(error / unit) * unit).replace(QChar(' '), QChar(QChar::Nbsp));
}

QString ofKernels(const QString& pattern, const Check& check, const QString& measured,
                  const QString& bound) {
  return pattern.arg(kernelsName(check.kernels), precisionName(check), measured, bound);
}

QString whole(double count) {
  return formatGrouped(static_cast<std::int64_t>(count));
}

} // namespace

QString CheckText::summary(const SelfCheck& check) {
  const int failures = check.failures();
  const auto all = static_cast<int>(check.checks.size());
  const QString kernels = kernelsName(check.chosen);
  if (failures == 0) {
    return tr("This computer computes as it should: %n check(s) passed (kernels: %1).", nullptr,
              all)
        .arg(kernels);
  }
  return tr("This computer does not compute as it should: %n of %1 checks failed (kernels: %2).",
            nullptr, failures)
      .arg(all)
      .arg(kernels);
}

QString CheckText::heading(CheckKind kind) {
  switch (kind) {
  case CheckKind::FirstSubnormal:
  case CheckKind::ExactZero:
  case CheckKind::Infinity:
    break;
  case CheckKind::ThreadSubnormals:
    return tr("Subnormal numbers are kept");
  case CheckKind::GradientDifference:
    return tr("Gradients");
  case CheckKind::KernelSubnormals:
  case CheckKind::KernelFunctions:
  case CheckKind::KernelSums:
    return tr("Kernels that this processor can run");
  }
  return tr("Exact counts");
}

QString CheckText::counted(const Check& check, const QString& passedText, const QString& failedText,
                           const QString& neverText) {
  if (passed(check)) {
    return passedText.arg(precisionName(check), whole(check.bound));
  }
  if (std::isnan(check.measured)) {
    return neverText.arg(precisionName(check), whole(check.bound));
  }
  return failedText.arg(precisionName(check), whole(check.measured), whole(check.bound));
}

QString CheckText::network(const NetworkSpec& network) {
  const bool isCourse = network.variant == Variant::Course;
  switch (network.cell) {
  case CellKind::Rnn:
    break;
  case CellKind::Gru:
    return isCourse ? tr("GRU of the course") : tr("GRU of PyTorch");
  case CellKind::Lstm:
    return isCourse ? tr("LSTM of the course") : tr("LSTM of PyTorch");
  }
  return tr("Simple RNN");
}

QString CheckText::sentence(const Check& check) {
  switch (check.kind) {
  case CheckKind::FirstSubnormal:
    break;
  case CheckKind::ExactZero:
    return counted(check,
                   tr("%1: a gradient of 3, halved at every step, is exactly zero after %2 "
                      "multiplications, as it must be."),
                   tr("%1: a gradient of 3, halved at every step, is exactly zero after %2 "
                      "multiplications; it must be after %3."),
                   tr("%1: a gradient of 3, halved at every step, is never exactly zero; it must "
                      "be after %2 multiplications."));
  case CheckKind::Infinity:
    return counted(check,
                   tr("%1: a gradient of 3, doubled at every step, is infinite after %2 "
                      "multiplications, as it must be."),
                   tr("%1: a gradient of 3, doubled at every step, is infinite after %2 "
                      "multiplications; it must be after %3."),
                   tr("%1: a gradient of 3, doubled at every step, is never infinite; it must be "
                      "after %2 multiplications."));
  case CheckKind::ThreadSubnormals:
    return passed(check)
               ? tr("All %1 threads that were asked keep subnormal numbers.")
                     .arg(whole(check.bound))
               : tr("Only %1 of %2 threads that were asked keep subnormal numbers; the others "
                    "flush them to zero.")
                     .arg(whole(check.measured), whole(check.bound));
  case CheckKind::GradientDifference:
    return tr("%1, %2: the gradient differs from finite differences in a wider format by %3 of its "
              "largest entry; %4 is allowed.")
        .arg(network(check.network), precisionName(check), twoDigits(check.measured),
             twoDigits(check.bound));
  case CheckKind::KernelSubnormals:
    return ofKernels(tr("%1, %2: %3 of %4 numbers come back from below the smallest normal number "
                        "without loss."),
                     check, whole(check.measured), whole(check.bound));
  case CheckKind::KernelFunctions:
    return ofKernels(tr("%1, %2: tanh and σ are within %3 units of the last digit; %4 are "
                        "allowed."),
                     check, twoDigits(check.measured), twoDigits(check.bound));
  case CheckKind::KernelSums:
    return ofKernels(tr("%1, %2: sums of products are off by %3 roundings at most; %4 are "
                        "allowed."),
                     check, twoDigits(check.measured), twoDigits(check.bound));
  }
  return counted(check,
                 tr("%1: a gradient of 3, halved at every step, is subnormal after %2 "
                    "multiplications, as it must be."),
                 tr("%1: a gradient of 3, halved at every step, is subnormal after %2 "
                    "multiplications; it must be after %3."),
                 tr("%1: a gradient of 3, halved at every step, is never subnormal; it must be "
                    "after %2 multiplications."));
}

} // namespace backflow
