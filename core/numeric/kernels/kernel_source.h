// SPDX-License-Identifier: GPL-3.0-or-later
// The one source of all kernels, compiled by each kernel file with its own instructions.
#pragma once

#include "core/numeric/kernels/cell_parts.h"
#include "core/numeric/kernels/element_wise.h"
#include "core/numeric/kernels/kernel_table.h"
#include "core/numeric/kernels/number_classes.h"
#include "core/numeric/kernels/products.h"
#include "core/numeric/kernels/step_interpreter.h"
#include "core/numeric/kernels/tiles.h"

namespace backflow {
namespace {

template <class Scalar> constexpr Kernels<Scalar> tableOf() {
  return {BACKFLOW_KERNEL_FUSES != 0,
          panelGroup,
          static_cast<int>(tileRows<Scalar>),
          tileColumns,
          multiplyPanels<Scalar>,
          multiplyTiles<Scalar>,
          runSteps<Scalar>,
          tanhAll<Scalar>,
          logisticAll<Scalar>,
          reluAll<Scalar>,
          multiplyAll<Scalar>,
          addAll<Scalar>,
          complementAll<Scalar>,
          reverseTanhAll<Scalar>,
          reverseLogisticAll<Scalar>,
          reverseReluAll<Scalar>,
          addProductAll<Scalar>,
          reverseMultiplyAll<Scalar>,
          addColumns<Scalar>,
          subtractAll<Scalar>,
          normAll<Scalar>,
          measureAll<Scalar>,
          carryCellParts<Scalar>,
          allFiniteIn<Scalar>,
          countOnes<Scalar>,
          countZerosAndOnes<Scalar>};
}

} // namespace
} // namespace backflow
