// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/kernels/panel_product.h"
#include "core/numeric/kernels/step_code.h"

#include <cstddef>

namespace backflow {

/// C ← S + Σ_k left_k right_kᵀ, k in the order in which they are packed. See TileProduct.
template <class Scalar> struct TileCall {
  const Scalar* left; ///< panels of tileRows numbers a step
  std::ptrdiff_t leftPanelStride;
  const Scalar* right; ///< panels of tileColumns numbers a step
  std::ptrdiff_t rightPanelStride;
  std::ptrdiff_t steps;
  const Scalar* start; ///< S, column by column; may be the result itself
  std::ptrdiff_t startStride;
  Scalar* result; ///< column by column
  std::ptrdiff_t resultStride;
  std::ptrdiff_t rows;
  std::ptrdiff_t columns;
};

/// Vectors one after another that are added to a sum, the first one first.
template <class Scalar> struct ColumnSum {
  const Scalar* first;
  std::ptrdiff_t stride; ///< from a vector to the next
  std::ptrdiff_t columns;
  Scalar* sum;
  std::ptrdiff_t size;
};

/// One step of the two parts that ∂L/∂c of an LSTM is made of (see recordCellParts()): what came
/// straight through c, and what came through the gates.
template <class Scalar> struct CellParts {
  const Scalar* output;   ///< o
  const Scalar* squashed; ///< tanh(c) where h = o ⊙ tanh(c), else null
  const Scalar* keep;     ///< f
  const Scalar* state;    ///< ∂L/∂h
  const Scalar* loss;     ///< the loss's own part of it, or null
  double* direct;
  double* gates;
  double* keepLater; ///< f of the step later; becomes this step's
  std::ptrdiff_t size;
};

/// ‖·‖₂ of the two parts.
struct CellPartNorms {
  double direct;
  double gates;
};

/// The way back through a ⊙ b. Its two targets are not the same. An addend that is null is zero.
template <class Scalar> struct ReversedProduct {
  const Scalar* left;     ///< a
  const Scalar* right;    ///< b
  const Scalar* upstream; ///< ∂L/∂(a ⊙ b)
  const Scalar* leftAddend;
  Scalar* leftTarget; ///< ← leftAddend + b ⊙ upstream
  const Scalar* rightAddend;
  Scalar* rightTarget; ///< ← rightAddend + a ⊙ upstream
  std::ptrdiff_t size;
};

/// The operations that a run spends its time in, compiled once for each set of instructions.
///
/// Every entry of every result is computed by the same operations in the same order however long
/// the vectors are and wherever the entry stands in them (in a product of a packed matrix its shape
/// has a say, see PackedMatrix), so that one kernel always gives the same bits. Where a product is
/// added to a sum the two are rounded once if `fuses`, else twice; every other operation is rounded
/// by itself. Nothing is flushed to zero; inf and NaN pass as IEEE 754 has it. Source and target
/// may be the same vector, but not overlap otherwise.
template <class Scalar> struct Kernels {
  bool fuses;
  int panelGroup;  ///< panels of a packed matrix that stand side by side
  int tileRows;    ///< of TileCall
  int tileColumns; ///< of TileCall

  void (*multiplyPanels)(const PanelProduct<Scalar>&);
  void (*multiplyTiles)(const TileCall<Scalar>&);
  /// The very numbers that the functions here give, one instruction after another. Null where
  /// there is none: the narrow formats compute step by step.
  void (*runSteps)(const StepCall<Scalar>&);

  /// Within 2.5 units of the last digit, odd bit for bit, and ±1 only where tanh rounds to it.
  void (*tanh)(const Scalar* x, Scalar* y, std::ptrdiff_t count);
  /// 1/(1 + e⁻ˣ) within 2.5 units of the last digit, subnormal numbers included; 0 and 1 only
  /// where it rounds to them.
  void (*logistic)(const Scalar* x, Scalar* y, std::ptrdiff_t count);
  void (*relu)(const Scalar* x, Scalar* y, std::ptrdiff_t count);
  void (*multiply)(const Scalar* a, const Scalar* b, Scalar* y, std::ptrdiff_t count);
  void (*add)(const Scalar* a, const Scalar* b, Scalar* y, std::ptrdiff_t count);
  void (*complement)(const Scalar* x, Scalar* y, std::ptrdiff_t count);

  /// target ← addend + φ′ ⊙ upstream, φ′ from h = φ(a); relu's is a mask and no factor.
  void (*reverseTanh)(const Scalar* h, const Scalar* upstream, const Scalar* addend, Scalar* target,
                      std::ptrdiff_t count);
  void (*reverseLogistic)(const Scalar* h, const Scalar* upstream, const Scalar* addend,
                          Scalar* target, std::ptrdiff_t count);
  void (*reverseRelu)(const Scalar* h, const Scalar* upstream, const Scalar* addend, Scalar* target,
                      std::ptrdiff_t count);
  /// target ← addend + a ⊙ b
  void (*addProduct)(const Scalar* a, const Scalar* b, const Scalar* addend, Scalar* target,
                     std::ptrdiff_t count);
  /// Both of a product's in one pass: the numbers that addProduct() gives one after the other.
  void (*reverseMultiply)(const ReversedProduct<Scalar>&);
  /// Entry by entry in the order of the columns.
  void (*addColumns)(const ColumnSum<Scalar>&);
  /// target ← from − x
  void (*subtract)(const Scalar* x, const Scalar* from, Scalar* target, std::ptrdiff_t count);

  /// ‖x‖₂ as a double: NaN if an entry is NaN, else inf if one is infinite, else finite (at most
  /// the largest double); zero only if every entry is zero.
  double (*norm)(const Scalar* x, std::ptrdiff_t count);
  /// The same and the classes of the numbers, in one pass.
  double (*measure)(const Scalar* x, std::ptrdiff_t count, ClassCounts& counts);
  /// direct ← direct ⊙ keepLater + p ⊙ loss, gates ← gates ⊙ keepLater + p ⊙ (state − loss), with
  /// p = ∂h/∂c within the step: o, or o ⊙ (1 − tanh² c). Every operation is rounded by itself. The
  /// norms are those that the kernels of double give.
  CellPartNorms (*carryCellParts)(const CellParts<Scalar>&);
  bool (*allFinite)(const Scalar* x, std::ptrdiff_t count);
  /// How many are 1 or −1, the values at which tanh′ is exactly zero.
  int (*countOnes)(const Scalar* x, std::ptrdiff_t count);
  /// How many are 0 or 1, the values at which the logistic function's derivative is exactly zero.
  int (*countZerosAndOnes)(const Scalar* x, std::ptrdiff_t count);
};

extern const Kernels<float> baselineKernelsFloat;
extern const Kernels<double> baselineKernelsDouble;
#ifdef BACKFLOW_X86_KERNELS
extern const Kernels<float> avx2KernelsFloat;
extern const Kernels<double> avx2KernelsDouble;
extern const Kernels<float> avx512KernelsFloat;
extern const Kernels<double> avx512KernelsDouble;
#endif

} // namespace backflow
