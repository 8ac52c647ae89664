// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/kernels/kernels.h"
#include "core/numeric/precision.h"
#include "core/scenario/scenario.h"

namespace backflow {

/// What is looked at when a computer is checked.
enum class CheckKind {
  FirstSubnormal,     ///< multiplications by ½ from 3 until ∂L/∂h is subnormal: a count
  ExactZero,          ///< … until it is exactly zero: a count
  Infinity,           ///< multiplications by 2 from 3 until it is inf: a count
  ThreadSubnormals,   ///< threads that keep subnormal numbers, of those asked: a count
  GradientDifference, ///< from finite differences, by the gradient's largest entry: an error
  KernelSubnormals,   ///< numbers made subnormal and brought back without loss: a count
  KernelFunctions,    ///< of tanh and σ, in units of the last digit: an error
  KernelSums          ///< of sums of products, in roundings of what is added up: an error
};

/// One thing that was measured, beside what it has to be.
struct Check {
  CheckKind kind = CheckKind::FirstSubnormal;
  Precision precision = Precision::Float64; ///< not of `ThreadSubnormals`: it is about both
  NetworkSpec network;                      ///< of `GradientDifference` alone
  KernelSet kernels = KernelSet::Baseline;  ///< of the three about kernels alone
  double measured = 0; ///< NaN: what is counted never happened, or the error is no number
  double bound = 0;    ///< of a count what it must be, of an error the most that it may be
};

/// Whether `bound` is what has to be met, not the most that is allowed.
constexpr bool isCount(CheckKind kind) {
  return kind != CheckKind::GradientDifference && kind != CheckKind::KernelFunctions &&
         kind != CheckKind::KernelSums;
}

constexpr bool passed(const Check& check) {
  return isCount(check.kind) ? check.measured == check.bound : check.measured <= check.bound;
}

} // namespace backflow
