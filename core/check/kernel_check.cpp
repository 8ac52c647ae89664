// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/kernel_check.h"

#include "core/numeric/aligned_array.h"
#include "core/numeric/random.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backflow {

namespace {

/// What the kernels are compared with.
using Exact = long double;

constexpr std::ptrdiff_t addends = 63; ///< a rest for every number of partial sums
constexpr int vectorLength = 70;       ///< whole vectors of every set, and a rest

// Where nothing wider than float64 is to be had the reference errs as much as a kernel may.
template <class Scalar>
constexpr bool referenceIsWider =
    std::numeric_limits<Exact>::digits > std::numeric_limits<Scalar>::digits;

template <class Scalar> class KernelTrial {
 public:
  explicit KernelTrial(const Kernels<Scalar>& kernel) : m_kernel(kernel) {}

  /// Of vectorLength normal numbers, how many a power of two makes subnormal and another brings
  /// back without loss: nothing is flushed to zero, neither what comes out nor what goes in.
  double subnormals() {
    using Limits = std::numeric_limits<Scalar>;
    const Scalar factor = std::ldexp(Scalar(1), 1 - Limits::digits);
    std::vector<Scalar> normal;
    for (int i = 1; i <= vectorLength; ++i) {
      normal.push_back(Limits::min() * Scalar(i));
    }
    const std::vector<Scalar> down(vectorLength, factor);
    const std::vector<Scalar> up(vectorLength, 1 / factor);
    std::vector<Scalar> subnormal(vectorLength);
    std::vector<Scalar> back(vectorLength);
    m_kernel.multiply(normal.data(), down.data(), subnormal.data(), vectorLength);
    m_kernel.multiply(subnormal.data(), up.data(), back.data(), vectorLength);
    int kept = 0;
    for (std::size_t i = 0; i < normal.size(); ++i) {
      kept += back[i] == normal[i] ? 1 : 0;
    }
    return kept;
  }

  double functions() {
    std::vector<Scalar> x;
    for (int k = -1200; k <= 1200; ++k) {
      x.push_back(static_cast<Scalar>(k) / Scalar(64)); // to ±18.75: all where they bend
    }
    for (int exponent = std::numeric_limits<Scalar>::min_exponent; exponent < 0; exponent += 3) {
      x.push_back(static_cast<Scalar>(std::scalbn(1.37, exponent)));
    }
    return std::max(worstOf(x, m_kernel.tanh, [](Exact a) { return std::tanh(a); }),
                    worstOf(x, m_kernel.logistic, [](Exact a) { return 1 / (1 + std::exp(-a)); }));
  }

  double sums() { return std::max(panels(), tiles()); }

 private:
  using Function = void (*)(const Scalar*, Scalar*, std::ptrdiff_t);

  AlignedArray<Scalar> drawn(std::ptrdiff_t count) {
    AlignedArray<Scalar> numbers(count);
    for (std::ptrdiff_t i = 0; i < count; ++i) {
      numbers.data()[i] = static_cast<Scalar>(m_random.normal());
    }
    return numbers;
  }

  /// The largest |f(x) − exact(x)| in units of the last digit of exact(x). NaN if one is.
  template <class ExactFunction>
  double worstOf(const std::vector<Scalar>& x, Function function, ExactFunction exact) {
    using Limits = std::numeric_limits<Scalar>;
    std::vector<Scalar> y(x.size());
    function(x.data(), y.data(), static_cast<std::ptrdiff_t>(x.size()));
    double worst = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const Exact expected = exact(static_cast<Exact>(x[i]));
      const int exponent = expected == 0 ? Limits::min_exponent - 1
                                         : std::max(std::ilogb(expected), Limits::min_exponent - 1);
      const Exact unit = std::scalbn(Exact(1), exponent + 1 - Limits::digits);
      worst = worseOf(worst, std::abs(static_cast<Exact>(y[i]) - expected) / unit);
    }
    return worst;
  }

  /// NaN stays, unlike with std::max.
  static double worseOf(double worst, Exact error) {
    const auto here = static_cast<double>(error);
    return here <= worst || std::isnan(worst) ? worst : here;
  }

  /// The largest error of sums y + Σ_k left_ik right_kj, entry (i, j) at found[i + j·rows], in
  /// roundings of the sum of the addends' sizes.
  static double worstSum(const Scalar* left, const Scalar* right, const Scalar* before,
                         const Scalar* found, std::ptrdiff_t rows, std::ptrdiff_t columns) {
    const Exact unit = std::scalbn(Exact(1), -std::numeric_limits<Scalar>::digits);
    double worst = 0;
    for (std::ptrdiff_t j = 0; j < columns; ++j) {
      for (std::ptrdiff_t i = 0; i < rows; ++i) {
        auto sum = static_cast<Exact>(before[i + j * rows]);
        Exact size = std::abs(sum);
        for (std::ptrdiff_t k = 0; k < addends; ++k) {
          const Exact product =
              static_cast<Exact>(left[i + k * rows]) * static_cast<Exact>(right[j + k * columns]);
          sum += product;
          size += std::abs(product);
        }
        worst =
            worseOf(worst, std::abs(static_cast<Exact>(found[i + j * rows]) - sum) / (unit * size));
      }
    }
    return worst;
  }

  /// One matrix and one vector, as a step of a network multiplies them: as many panels side by side
  /// as there can be, and fewer, whose sums are gathered in other ways.
  double panels() {
    double worst = 0;
    for (int panels = 1; panels <= m_kernel.panelGroup; ++panels) {
      worst = worseOf(worst, panelsSideBySide(panels));
    }
    return worst;
  }

  double panelsSideBySide(int panels) {
    constexpr std::ptrdiff_t panelRows = 64 / static_cast<std::ptrdiff_t>(sizeof(Scalar));
    const std::ptrdiff_t rows = panels * panelRows;
    const AlignedArray<Scalar> matrix = drawn(rows * addends);
    const AlignedArray<Scalar> x = drawn(addends);
    const AlignedArray<Scalar> before = drawn(rows);
    AlignedArray<Scalar> result(rows);
    std::vector<PanelPlace> places;
    places.reserve(static_cast<std::size_t>(panels));
    for (int panel = 0; panel < panels; ++panel) {
      places.push_back({0, panel * static_cast<int>(panelRows), static_cast<int>(panelRows)});
    }
    const ProductSegment<Scalar> segment{x.data(), addends};
    Scalar* const block = result.data();
    m_kernel.multiplyPanels({.panels = matrix.data(),
                             .places = places.data(),
                             .panelCount = panels,
                             .columns = addends,
                             .skippedColumns = 0,
                             .segments = &segment,
                             .segmentCount = 1,
                             .initial = before.data(),
                             .starts = nullptr,
                             .blocks = &block});
    return worstSum(matrix.data(), x.data(), before.data(), result.data(), rows, 1);
  }

  /// One tile of a product of matrices, as the gradient of weights is gathered.
  double tiles() {
    const std::ptrdiff_t rows = m_kernel.tileRows;
    const std::ptrdiff_t columns = m_kernel.tileColumns;
    const AlignedArray<Scalar> left = drawn(rows * addends);
    const AlignedArray<Scalar> right = drawn(columns * addends);
    const AlignedArray<Scalar> before = drawn(rows * columns);
    AlignedArray<Scalar> result(rows * columns);
    m_kernel.multiplyTiles({left.data(), rows * addends, right.data(), columns * addends, addends,
                            before.data(), rows, result.data(), rows, rows, columns});
    return worstSum(left.data(), right.data(), before.data(), result.data(), rows, columns);
  }

  const Kernels<Scalar>& m_kernel;
  PortableRandom m_random{1, RandomStream::Input};
};

} // namespace

template <class Scalar>
std::vector<Check> checkKernels(const Kernels<Scalar>& kernel, KernelSet set) {
  const auto check = [set](CheckKind kind, double measured, double bound) {
    Check result;
    result.kind = kind;
    result.precision = precisionOf<Scalar>();
    result.kernels = set;
    result.measured = measured;
    result.bound = bound;
    return result;
  };
  KernelTrial<Scalar> trial(kernel);
  constexpr double ofReference = referenceIsWider<Scalar> ? 0 : 1;
  return {check(CheckKind::KernelSubnormals, trial.subnormals(), vectorLength),
          check(CheckKind::KernelFunctions, trial.functions(), 2.5 + ofReference),
          check(CheckKind::KernelSums, trial.sums(), (addends + 1) * (1 + ofReference))};
}

template std::vector<Check> checkKernels(const Kernels<float>&, KernelSet);
template std::vector<Check> checkKernels(const Kernels<double>&, KernelSet);

} // namespace backflow
