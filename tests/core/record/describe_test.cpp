// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/describe.h"

#include <gtest/gtest.h>

#include <limits>
#include <ostream>

namespace backflow {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Said {
  Cause cause;
  Precision precision;
  std::string clause;
};
void PrintTo(const Said& said, std::ostream* out) {
  *out << said.clause;
}

class DescribeCause : public testing::TestWithParam<Said> {};

TEST_P(DescribeCause, SaysTheOperationAndWhatItMeans) {
  EXPECT_EQ(describe(GetParam().cause, GetParam().precision), GetParam().clause);
}

constexpr Precision f32 = Precision::Float32;
constexpr Precision f64 = Precision::Float64;
using K = CauseKind;

INSTANTIATE_TEST_SUITE_P(
    Kinds, DescribeCause,
    testing::Values(
        Said{{K::BelowThreshold, "norm", 3.49246e-10, "threshold", 0x1p-31, 0},
             f64,
             "norm 3.492e-10 < threshold 4.657e-10"},
        Said{{K::AboveThreshold, "norm", 3e9, "threshold", 0x1p31, 0},
             f64,
             "norm 3e+09 > threshold 2.147e+09"},
        Said{{}, f64, "it is so from the loss, the input or the weights on"},
        Said{{K::Given, "loss gradient_9[1]", inf, "", 0, inf},
             f64,
             "loss gradient_9[1] was already inf"},
        Said{{K::ProductUnderflow, "W_h[1,1]", 0.5, "dL/da_9[1]", 0x1p-149, 0},
             f32,
             "W_h[1,1] × dL/da_9[1] = 0.5 × 1.401e-45 = 0, rounds to zero: at most half of "
             "float32's smallest number 1.401e-45"},
        Said{{K::ProductUnderflow, "W_h[1,1]", 0.5, "dL/da_9[1]", 0x1p-1022, 0x1p-1023},
             f64,
             "W_h[1,1] × dL/da_9[1] = 0.5 × 2.225e-308 = 1.113e-308, subnormal, with fewer "
             "digits: below float64's smallest normal number 2.225e-308"},
        Said{{K::ProductUnderflow, "W_h[1,1]", 0.5, "dL/da_9[1]", -0x1p-126, 0x1p-130},
             f32,
             "W_h[1,1] × dL/da_9[1] = 0.5 × (-1.175e-38) = -5.877e-39 is the largest term of a sum "
             "that is 7.347e-40, subnormal, with fewer digits: below float32's smallest normal "
             "number 1.175e-38"},
        Said{{K::ZeroFactor, "W_h[1,2]", 0, "dL/da_9[1]", 3, 0},
             f32,
             "W_h[1,2] × dL/da_9[1] = 0 × 3 = 0: every product has an exactly zero factor"},
        Said{{K::ZeroDerivative, "phi'(a)_9[1]", 0, "dL/dh_9[1]", 3, 0},
             f32,
             "phi'(a)_9[1] × dL/dh_9[1] = 0 × 3 = 0: φ′ is exactly 0 in every unit that still had "
             "a gradient"},
        Said{{K::Cancellation, "partial sum", 2, "flow 2", -2, 0},
             f32,
             "partial sum + flow 2 = 2 + (-2) = 0: the terms cancel exactly"},
        Said{{K::Cancellation, "W_h[1,1]", 2, "dL/da_9[1]", 3, 0},
             f32,
             "W_h[1,1] × dL/da_9[1] = 2 × 3 is not zero, but the terms of the sum cancel exactly"},
        Said{{K::ProductOverflow, "W_h[1,1]", 2, "dL/da_9[1]", 0x1p127, inf},
             f32,
             "W_h[1,1] × dL/da_9[1] = 2 × 1.701e+38 = inf, beyond float32's largest number "
             "3.403e+38"},
        Said{{K::SumOverflow, "partial sum", 1.5e308, "b[1]", 1e308, inf},
             f64,
             "partial sum + b[1] = 1.5e+308 + 1e+308 = inf, beyond float64's largest number "
             "1.798e+308"},
        Said{{K::InfMinusInf, "partial sum", inf, "x", -inf, -nan},
             f64,
             "partial sum + x = inf + (-inf) = nan: opposite infinities have no sum"},
        Said{{K::ZeroTimesInf, "W_h[1,1]", 0, "dL/da_9[1]", inf, nan},
             f64,
             "W_h[1,1] × dL/da_9[1] = 0 × inf = nan: zero times infinity has no value"},
        Said{{K::InfOverInf, "gradient", inf, "norm", inf, nan},
             f64,
             "gradient ÷ norm = inf ÷ inf = nan: infinity over infinity has no value"},
        Said{{K::Inherited, "W_h[1,2]", 7, "dL/da[2]", inf, inf},
             f64,
             "W_h[1,2] × dL/da[2] = 7 × inf = inf: dL/da[2] was already inf"},
        Said{{K::Inherited, "W_h[1,2]", nan, "dL/da[2]", 1, nan},
             f64,
             "W_h[1,2] × dL/da[2] = nan × 1 = nan: W_h[1,2] was already nan"},
        Said{{K::Inherited, "threshold", 1, "norm", inf, 0}, f64, "norm was already inf"},
        Said{{K::Inherited, "b[1]", -inf, "", 0, -inf}, f64, "b[1] was already -inf"},
        Said{{K::SquareOverflow, "largest entry", 2e19, "norm", 3e19, inf},
             f32,
             "the square of the largest entry 2e+19 is beyond float32's largest number 3.403e+38; "
             "the true norm is 3e+19"},
        Said{{K::SquareOverflow, "largest entry", 1.5e19, "norm", 3e19, inf},
             f32,
             "the sum of the squares, the largest entry being 1.5e+19, is beyond float32's largest "
             "number 3.403e+38; the true norm is 3e+19"},
        Said{{K::SquareUnderflow, "largest entry", 1e-30, "", 0, 0},
             f32,
             "the square of the largest entry 1e-30 rounds to zero: at most half of float32's "
             "smallest number 1.401e-45"},
        Said{{K::SaturatedUnit, "a_3[2]", 20, "h_3[2]", 1, 0},
             f64,
             "h_3[2] = 1 at a_3[2] = 20: φ′ is exactly 0 there"}));

TEST(DescribeEvent, CountsStepsBackAndTheValue) {
  const Event event{EventKind::UnderflowZero,
                    Phase::Backward,
                    f32,
                    "dL/dh",
                    8,
                    152,
                    {},
                    {K::ProductUnderflow, "W_h[1,1]", 0.5, "dL/da_9[1]", 0x1p-149, 0}};
  EXPECT_EQ(describe(event),
            "float32: ∂L/∂h_t is exactly zero from t = 8 back (152 steps back, value 153): "
            "W_h[1,1] × dL/da_9[1] = 0.5 × 1.401e-45 = 0, rounds to zero: at most half of "
            "float32's smallest number 1.401e-45.");
}

TEST(DescribeEvent, NamesTheUnitOnTheWayForward) {
  const Event event{EventKind::Saturation,
                    Phase::Forward,
                    f64,
                    "h",
                    99,
                    1,
                    2,
                    {K::SaturatedUnit, "a_99[2]", 20, "h_99[2]", 1, 0}};
  EXPECT_EQ(describe(event), "float64: unit 2 of h_t is saturated at t = 99 (1 step back): "
                             "h_99[2] = 1 at a_99[2] = 20: φ′ is exactly 0 there.");
}

TEST(DescribeEvent, HasNoTimeForTheWholeSequence) {
  const Event event{EventKind::NormOverflow,
                    Phase::Clip,
                    f32,
                    "norm",
                    0,
                    0,
                    {},
                    {K::SquareOverflow, "largest entry", 2e19, "norm", 3e19, inf}};
  EXPECT_EQ(describe(event),
            "float32: the norm that clips is infinite, though every entry is finite: the square of "
            "the largest entry 2e+19 is beyond float32's largest number 3.403e+38; the true norm "
            "is 3e+19.");
}

TEST(DescribeEvent, SaysSomethingForEveryKindAndCause) {
  for (int kind = 0; kind <= static_cast<int>(EventKind::Saturation); ++kind) {
    for (int cause = 0; cause <= static_cast<int>(CauseKind::SaturatedUnit); ++cause) {
      Event event{static_cast<EventKind>(kind),
                  Phase::Backward,
                  f64,
                  "dL/dW_h",
                  3,
                  4,
                  5,
                  {static_cast<CauseKind>(cause), "left", 1, "right", 2, 3}};
      const std::string sentence = describe(event);
      EXPECT_EQ(sentence.back(), '.');
      EXPECT_EQ(sentence.find(": ."), std::string::npos) << sentence;
      EXPECT_FALSE(nameOf(event.kind).empty());
    }
  }
}

} // namespace
} // namespace backflow
