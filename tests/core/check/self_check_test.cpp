// SPDX-License-Identifier: GPL-3.0-or-later
// A check is worth something if it fails where something is wrong: flushed subnormal numbers, a
// gradient with a slip, a kernel that cuts corners.
#include "core/check/self_check.h"

#include "core/check/describe_check.h"
#include "core/check/exact_counts.h"
#include "core/check/gradient_check.h"
#include "core/check/kernel_check.h"
#include "core/check/thread_check.h"
#include "core/unroll/network_run.h"
#include "tests/support/flush_to_zero.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <tuple>

namespace backflow::test {
namespace {

std::vector<Check> ofKind(const std::vector<Check>& checks, CheckKind kind) {
  std::vector<Check> result;
  std::copy_if(checks.begin(), checks.end(), std::back_inserter(result),
               [kind](const Check& check) { return check.kind == kind; });
  return result;
}

TEST(SelfCheck, PassesHereAndLooksAtEverything) {
  const SelfCheck found = checkThisComputer().value();
  for (const Check& check : found.checks) {
    EXPECT_TRUE(passed(check)) << describe(check);
  }
  EXPECT_EQ(found.failures(), 0);
  EXPECT_EQ(found.chosen, chosenKernelSet());
  EXPECT_EQ(ofKind(found.checks, CheckKind::FirstSubnormal).size(), 4U);
  EXPECT_EQ(ofKind(found.checks, CheckKind::ThreadSubnormals).size(), 1U);
  EXPECT_EQ(ofKind(found.checks, CheckKind::GradientDifference).size(),
            2 * checkedNetworks().size()); // in float32 and float64
  std::set<std::pair<KernelSet, Precision>> kernels;
  for (const Check& check : ofKind(found.checks, CheckKind::KernelSums)) {
    kernels.emplace(check.kernels, check.precision);
  }
  for (const KernelSet set : {KernelSet::Baseline, KernelSet::Avx2, KernelSet::Avx512}) {
    EXPECT_EQ(kernels.contains({set, Precision::Float32}), isAvailable(set));
    EXPECT_EQ(kernels.contains({set, Precision::Float64}), isAvailable(set));
  }
}

TEST(SelfCheck, StopsWhenAsked) {
  std::stop_source source;
  source.request_stop();
  EXPECT_FALSE(checkThisComputer(source.get_token()).has_value());
}

TEST(ExactCounts, AreThoseCountedByHand) {
  using Counts = std::tuple<Precision, int, int, int>;
  for (const auto& [precision, subnormal, zero, infinite] :
       {Counts{Precision::Float64, 1024, 1077, 1023}, Counts{Precision::Float32, 128, 152, 127},
        Counts{Precision::BFloat16, 128, 136, 127}, Counts{Precision::Float16, 16, 27, 15}}) {
    const std::vector<Check> counts = checkExactCounts(precision);
    ASSERT_EQ(counts.size(), 3U);
    EXPECT_EQ(counts[0].bound, subnormal);
    EXPECT_EQ(counts[1].bound, zero);
    EXPECT_EQ(counts[2].bound, infinite);
    for (const Check& check : counts) {
      EXPECT_EQ(check.measured, check.bound) << describe(check);
    }
  }
}

TEST(ExactCounts, FailWhereSubnormalNumbersAreFlushed) {
  if (!FlushToZero::isPossible()) {
    GTEST_SKIP() << "no way is known to flush subnormal numbers on this processor";
  }
  const FlushToZero flushing;
  for (const Precision precision : {Precision::Float32, Precision::Float64}) {
    const std::vector<Check> counts = checkExactCounts(precision);
    // It is never subnormal, but zero at once.
    EXPECT_TRUE(std::isnan(counts[0].measured));
    EXPECT_EQ(counts[1].measured, counts[0].bound);
    EXPECT_FALSE(passed(counts[0]));
    EXPECT_FALSE(passed(counts[1]));
    EXPECT_TRUE(passed(counts[2]));
    EXPECT_NE(describe(counts[0]).find("never is subnormal"), std::string::npos);
  }
}

TEST(ThreadSubnormals, CountTheThreadsThatFlush) {
  const Check without = checkSubnormalsOfThreads();
  EXPECT_GE(without.bound, 2);
  EXPECT_TRUE(passed(without));
  if (!FlushToZero::isPossible()) {
    GTEST_SKIP() << "no way is known to flush subnormal numbers on this processor";
  }
  const FlushToZero flushing;
  const Check with = checkSubnormalsOfThreads();
  EXPECT_LT(with.measured, with.bound);
  EXPECT_FALSE(passed(with));
}

TEST(GradientCheck, FindsASlipInAnyEntry) {
  for (const NetworkSpec& network : checkedNetworks()) {
    const Check check = checkGradient(network, Precision::Float64);
    EXPECT_TRUE(passed(check)) << describe(check);
    const Experiment experiment = gradientExperiment(network, Precision::Float64);
    NetworkRun<double> run(experiment, {.keepParameterGradients = true});
    run.forward({});
    run.backward({});
    Parameters& gradients = run.trace.parameterGradients;
    for (NamedMatrix& gradient : gradients) {
      SCOPED_TRACE(gradient.name);
      double& entry = gradient.values(gradient.values.rows() - 1, gradient.values.cols() - 1);
      const double kept = entry;
      entry += 1e-6 * gradient.values.cwiseAbs().maxCoeff();
      EXPECT_GT(differenceFromDifferences(experiment, gradients), check.bound);
      entry = std::numeric_limits<double>::quiet_NaN();
      EXPECT_TRUE(std::isnan(differenceFromDifferences(experiment, gradients)));
      entry = kept;
    }
  }
}

template <class Scalar> void tanhSomeUnitsOff(const Scalar* x, Scalar* y, std::ptrdiff_t count) {
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    y[i] = std::tanh(x[i]) * (1 + 4 * std::numeric_limits<Scalar>::epsilon());
  }
}

template <class Scalar>
void multiplyFlushing(const Scalar* a, const Scalar* b, Scalar* y, std::ptrdiff_t count) {
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    y[i] = a[i] * b[i];
    y[i] = std::abs(y[i]) < std::numeric_limits<Scalar>::min() ? Scalar(0) : y[i];
  }
}

/// Every sum starts at zero, whatever it should start at.
template <class Scalar> void forgetfulPanels(const PanelProduct<Scalar>& product) {
  PanelProduct<Scalar> forgetful = product;
  const std::vector<Scalar> zeros(static_cast<std::size_t>(product.panelCount) * 64);
  forgetful.initial = zeros.data();
  kernels<Scalar>().multiplyPanels(forgetful);
}

/// The same where there are fewer panels than come together.
template <class Scalar> void forgetfulFewPanels(const PanelProduct<Scalar>& product) {
  if (product.panelCount < kernels<Scalar>().panelGroup) {
    forgetfulPanels(product);
  } else {
    kernels<Scalar>().multiplyPanels(product);
  }
}

template <class Scalar> void nothing(const TileCall<Scalar>&) {}

template <class Scalar> class KernelCheck : public testing::Test {
 protected:
  /// The kinds that fail when `spoil` has changed the kernels of this process.
  template <class Spoil> static std::set<CheckKind> failuresOf(Spoil spoil) {
    Kernels<Scalar> kernel = kernels<Scalar>();
    spoil(kernel);
    std::set<CheckKind> failures;
    for (const Check& check : checkKernels(kernel, chosenKernelSet())) {
      if (!passed(check)) {
        failures.insert(check.kind);
      }
    }
    return failures;
  }
};

using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(KernelCheck, Scalars);

TYPED_TEST(KernelCheck, FindsEachKindOfFault) {
  using Kernel = Kernels<TypeParam>;
  using Kinds = std::set<CheckKind>;
  EXPECT_EQ(this->failuresOf([](Kernel&) {}), Kinds{});
  EXPECT_EQ(this->failuresOf([](Kernel& kernel) { kernel.tanh = tanhSomeUnitsOff<TypeParam>; }),
            Kinds{CheckKind::KernelFunctions});
  EXPECT_EQ(this->failuresOf([](Kernel& kernel) { kernel.logistic = kernel.tanh; }),
            Kinds{CheckKind::KernelFunctions});
  EXPECT_EQ(this->failuresOf([](Kernel& kernel) { kernel.multiply = multiplyFlushing<TypeParam>; }),
            Kinds{CheckKind::KernelSubnormals});
  EXPECT_EQ(
      this->failuresOf([](Kernel& kernel) { kernel.multiplyPanels = forgetfulPanels<TypeParam>; }),
      Kinds{CheckKind::KernelSums});
  EXPECT_EQ(this->failuresOf(
                [](Kernel& kernel) { kernel.multiplyPanels = forgetfulFewPanels<TypeParam>; }),
            Kinds{CheckKind::KernelSums});
  EXPECT_EQ(this->failuresOf([](Kernel& kernel) { kernel.multiplyTiles = nothing<TypeParam>; }),
            Kinds{CheckKind::KernelSums});
}

TYPED_TEST(KernelCheck, FindsAThreadThatFlushes) {
  if (!FlushToZero::isPossible()) {
    GTEST_SKIP() << "no way is known to flush subnormal numbers on this processor";
  }
  const FlushToZero flushing;
  EXPECT_TRUE(this->failuresOf([](Kernels<TypeParam>&) {}).contains(CheckKind::KernelSubnormals));
}

TEST(DescribeCheck, SaysWhatWasFoundAndWhatHadToBe) {
  Check count;
  count.kind = CheckKind::ExactZero;
  count.precision = Precision::Float32;
  count.measured = 152;
  count.bound = 152;
  EXPECT_EQ(describe(count), "float32: a gradient of 3 that halves at every step is exactly zero "
                             "after 152 multiplications, as it must be.");
  count.measured = 128;
  EXPECT_EQ(describe(count), "float32: a gradient of 3 that halves at every step is exactly zero "
                             "after 128; it must be after 152 multiplications.");
  Check gradient;
  gradient.kind = CheckKind::GradientDifference;
  gradient.network.cell = CellKind::Lstm;
  gradient.measured = 2.34e-14;
  gradient.bound = 1e-12;
  EXPECT_EQ(describe(gradient),
            "the course's LSTM, float64: the gradient differs from finite differences in a wider "
            "format by 2.3e-14 of its largest entry; 1e-12 is allowed.");
  SelfCheck all;
  all.checks = {count, gradient};
  EXPECT_EQ(describe(all), "This computer does not compute as it should: 1 of 2 checks failed "
                           "(kernels: baseline).");
  all.checks = {gradient};
  EXPECT_EQ(describe(all),
            "This computer computes as it should: 1 checks passed (kernels: baseline).");
}

} // namespace
} // namespace backflow::test
