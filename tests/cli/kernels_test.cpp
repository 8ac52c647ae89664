// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numeric/kernels/kernels.h"
#include "core/scenario/library.h"
#include "tests/support/command_line.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace backflow {
namespace {

using Json = nlohmann::json;

/// Sets BACKFLOW_KERNEL for the programs that are started, as long as this lives.
class ChosenKernel {
 public:
  explicit ChosenKernel(const std::string& key) {
    if (const char* before = std::getenv(variable)) {
      m_before = before;
    }
    ::setenv(variable, key.c_str(), 1);
  }
  ~ChosenKernel() {
    if (m_before.empty()) {
      ::unsetenv(variable);
    } else {
      ::setenv(variable, m_before.c_str(), 1);
    }
  }
  ChosenKernel(const ChosenKernel&) = delete;
  ChosenKernel& operator=(const ChosenKernel&) = delete;

 private:
  static constexpr const char* variable = "BACKFLOW_KERNEL";
  std::string m_before;
};

std::string traceUnder(const std::string& key, const LibraryEntry& entry) {
  const ChosenKernel chosen(key);
  const ProcessResult result = cli({"run", entry.file.string(), "--out", "-", "--gradients"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.err, "");
  return result.out;
}

double numberOf(const Json& json) {
  if (!json.is_string()) {
    return json.is_null() ? std::numeric_limits<double>::quiet_NaN() : json.get<double>();
  }
  constexpr double inf = std::numeric_limits<double>::infinity();
  return json == "inf" ? inf : json == "-inf" ? -inf : std::numeric_limits<double>::quiet_NaN();
}

/// |a − b| / max(|a|, |b|): 0 for the same number, inf for two that are not to be compared.
double relativeDistance(double a, double b) {
  if (a == b || (std::isnan(a) && std::isnan(b))) {
    return 0;
  }
  const double distance = std::abs(a - b) / std::max(std::abs(a), std::abs(b));
  return std::isfinite(distance) ? distance : std::numeric_limits<double>::infinity();
}

/// How far two kernels may be from each other. They round a sum in another order, or a product and
/// a sum at once; what a hundred steps make of that is bounded here.
struct Bound {
  double relative;
  double smallest; ///< below it lie subnormal numbers, which have fewer digits
};

Bound boundOf(const std::string& precision) {
  if (precision == "float64") {
    return {1e-12, 1e-300};
  }
  return precision == "float32" ? Bound{5e-4, 1e-36} : Bound{0, 0};
}

void expectClose(const Json& one, const Json& other) {
  const std::string precision = one["precision"];
  SCOPED_TRACE(precision);
  const Bound bound = boundOf(precision);
  EXPECT_EQ(one["status"], other["status"]);
  for (const char* norm : {"state_norm", "gradient_norm", "parameter_gradient_norm"}) {
    const Json& left = one["steps"][norm];
    const Json& right = other["steps"][norm];
    ASSERT_EQ(left.size(), right.size());
    for (std::size_t t = 0; t < left.size(); ++t) {
      const double a = numberOf(left[t]);
      const double b = numberOf(right[t]);
      if (!(std::max(a, b) < bound.smallest)) {
        ASSERT_LE(relativeDistance(a, b), bound.relative) << norm << ", t = " << t + 1;
      }
    }
  }
  const Json& events = one["events"];
  ASSERT_EQ(events.size(), other["events"].size());
  for (std::size_t k = 0; k < events.size(); ++k) {
    for (const char* key : {"kind", "quantity", "t"}) {
      EXPECT_EQ(events[k][key], other["events"][k][key]) << events[k].dump();
    }
  }
}

std::vector<std::pair<KernelSet, std::string>> availableSets() {
  std::vector<std::pair<KernelSet, std::string>> sets;
  for (const auto& [set, key] :
       {std::pair{KernelSet::Baseline, "baseline"}, std::pair{KernelSet::Avx2, "avx2"},
        std::pair{KernelSet::Avx512, "avx512"}}) {
    if (isAvailable(set)) {
      sets.emplace_back(set, key);
    }
  }
  return sets;
}

TEST(KernelSets, AgreeOnEveryShippedScenarioWithinTheirBounds) {
  const auto sets = availableSets();
  if (sets.size() < 2) {
    GTEST_SKIP() << "this processor has the baseline alone";
  }
  // Chaotic: neighbours part by a factor a step, so that no bound on single numbers can be kept.
  const std::set<std::string> chaotic{"tanh-gain-2", "tanh-gain-3"};
  for (const LibraryEntry& entry : libraryEntries()) {
    SCOPED_TRACE(entry.name);
    const Json baseline = Json::parse(traceUnder("baseline", entry));
    for (std::size_t k = 1; k < sets.size(); ++k) {
      SCOPED_TRACE(sets[k].second);
      const Json trace = Json::parse(traceUnder(sets[k].second, entry));
      ASSERT_EQ(trace["runs"].size(), baseline["runs"].size());
      for (std::size_t run = 0; run < trace["runs"].size(); ++run) {
        if (!chaotic.contains(entry.name)) {
          expectClose(baseline["runs"][run], trace["runs"][run]);
        }
      }
      // What the curves say holds for all: within a factor of ten, where both are above nothing.
      for (std::size_t t = 0; t < baseline["reference"]["gradient_log2"].size(); ++t) {
        const double a = numberOf(baseline["reference"]["gradient_log2"][t]);
        const double b = numberOf(trace["reference"]["gradient_log2"][t]);
        EXPECT_TRUE(a == b || std::abs(a - b) < std::log2(10.0) || std::isnan(a)) << t;
      }
    }
  }
}

TEST(KernelSets, EachGivesTheSameBytesEveryTime) {
  for (const auto& [set, key] : availableSets()) {
    for (const char* name : {"tanh-gain-3", "lstm-forget-3", "bidirectional", "attention"}) {
      const LibraryEntry entry = *libraryEntry(name);
      const std::string trace = traceUnder(key, entry);
      EXPECT_EQ(trace, traceUnder(key, entry)) << key << ", " << name;
    }
    const ChosenKernel chosen(key);
    EXPECT_NE(cli({"--version"}).out.find(", kernels: " + std::string(nameOf(set))),
              std::string::npos)
        << key;
  }
}

TEST(KernelSets, AnUnknownOneIsToldAndTheBestIsTaken) {
  const auto [best, bestKey] = availableSets().back();
  for (const char* wanted : {"avx3", "AVX2", "-1"}) {
    const ChosenKernel chosen(wanted);
    const ProcessResult result = cli({"--version"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.err.rfind("backflow-cli: BACKFLOW_KERNEL: \"" + std::string(wanted) +
                                   "\" is no set of kernels; give ",
                               0),
              0U)
        << result.err;
    EXPECT_NE(result.err.find("baseline"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find(bestKey), std::string::npos) << result.err;
    EXPECT_NE(result.out.find(nameOf(best)), std::string::npos) << result.out;
    EXPECT_EQ(std::ranges::count(result.err, '\n'), 1) << result.err;
  }
  const ChosenKernel none("");
  EXPECT_EQ(cli({"--version"}).err, "");
}

} // namespace
} // namespace backflow
