// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/precision.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// One experiment, as a user writes it down: the contents of a `*.backflow.json` file. Every
/// member has the value that the window shows at its first start.
namespace backflow {

/// Numbers row by row; every row of a valid table is equally long.
using Rows = std::vector<std::vector<double>>;

enum class CellKind { Rnn, Gru, Lstm };
/// Which equations a gated cell has: those of the course's sheet, or PyTorch's.
enum class Variant { Course, PyTorch };
enum class Readout { State, Attention };
/// A gate of a cell: of a GRU `Update` (Γu; PyTorch's z = 1 − Γu) and `Reset`; of an LSTM `Update`
/// (Γu, PyTorch's input gate i), `Forget` and `Output`.
enum class Gate { Update, Reset, Forget, Output };
enum class Activation { Tanh, Relu, Sigmoid, Identity };
enum class WeightInit { Gaussian, Orthogonal, Identity, Uniform, Explicit };
enum class InputKind { Noise, Impulse, Constant, Sine, Csv, Text, Explicit };
enum class InitialStateKind { Zero, Noise, Explicit };
enum class LossKind { Inject, SquaredError, CrossEntropy };
enum class LossPlace { Last, Every };
enum class TruncationMode { Windows, FromLoss };
enum class ClipMode { Norm, Value, StateNorm };
enum class TaskKind {
  Recall,        ///< the first input, at the end
  Adding,        ///< the two marked numbers
  CopyMemory,    ///< ten symbols after a long blank
  TemporalOrder, ///< which two symbols came, in which order
  Agreement,     ///< the gender of the adjective, from a noun far away
  Temperature,   ///< tomorrow's highest temperature
  Mood,          ///< of a dog, from the weather up to today
  Sunspots,      ///< some months ahead
  Characters     ///< the next one of a text
};
enum class OptimiserKind { Sgd, Momentum, RmsProp, Adam };

struct NetworkSpec {
  CellKind cell = CellKind::Rnn;
  Activation activation = Activation::Tanh; ///< `rnn` only
  int hidden = 64;                          ///< H, the number of units of a layer and direction
  Variant variant = Variant::Course;        ///< `gru` and `lstm` only
  int layers = 1;                           ///< each reads the states of the one below
  bool bidirectional = false;               ///< every layer also reads from T to 1
  Readout readout = Readout::State;
  bool operator==(const NetworkSpec&) const = default;
};

struct WeightsSpec {
  WeightInit init = WeightInit::Gaussian;
  double gain = 0.9;    ///< g, applied to the recurrent matrix; not used by `explicit`
  double inputGain = 1; ///< the same for the input weights of the first layer
  std::uint64_t seed = 1;
  double forgetBias = 0; ///< added to the bias of the forget gate
  double updateBias = 0; ///< added to the bias of the update gate
  /// T_max of the chrono initialisation (Tallec & Ollivier 2018), in steps: the biases of the gates
  /// are drawn for memories of 1..T_max steps. Takes the place of the two biases above.
  std::optional<double> chrono;
  /// By parameter name, as parameterShapes() has them, for `explicit` only. Input weights and
  /// biases may be missing and are then zero.
  std::map<std::string, Rows> parameters;
  bool operator==(const WeightsSpec&) const = default;
};

/// Columns of a CSV file, row by row in time.
struct CsvColumns {
  std::string file;                 ///< relative to the scenario's folder
  std::vector<std::string> columns; ///< by the names in the file's first line
  bool standardize = true;          ///< to mean 0 and standard deviation 1 over the rows used
  bool operator==(const CsvColumns&) const = default;
};

struct InputSpec {
  InputKind kind = InputKind::Noise;
  int size = 1; ///< D; `csv` and `explicit` have the size of their data
  double std = 0.1;
  std::uint64_t seed = 2;
  int step = 1;           ///< `impulse`: the time t at which it is not zero
  double amplitude = 1.0; ///< `impulse`, `constant`, `sine`
  double period = 20.0;   ///< `sine`: in steps
  CsvColumns csv;
  std::string text; ///< `text`: the file, relative to the scenario's folder
  Rows values;      ///< `explicit`: T rows of D numbers
  bool operator==(const InputSpec&) const = default;
};

struct InitialStateSpec {
  InitialStateKind kind = InitialStateKind::Zero;
  double std = 0.1;
  std::uint64_t seed = 4;
  std::vector<double> values; ///< `explicit`: H numbers for each layer and direction
  std::vector<double> cell;   ///< `explicit`, `lstm`: c_0, as many; empty for zero
  bool operator==(const InitialStateSpec&) const = default;
};

/// Targets read from the columns of a CSV file, `ahead` rows after the input's row.
struct CsvTarget {
  CsvColumns source;
  int ahead = 1;
  bool operator==(const CsvTarget&) const = default;
};

struct LossSpec {
  LossKind kind = LossKind::Inject;
  LossPlace at = LossPlace::Last;
  std::uint64_t seed = 3;       ///< `inject` without `gradient`: a random unit vector from it
  std::vector<double> gradient; ///< `inject`: v, H numbers; empty for a random one
  /// `squared_error`: T rows for `every`, one row for `last`. Rows of K < H numbers compare only
  /// the first K units. Empty: the target is zero.
  Rows target;
  std::optional<CsvTarget> csvTarget; ///< in place of `target`
  /// Loss scaling (Micikevicius et al. 2018): the loss gradient is multiplied by it before the way
  /// back and the parameter gradient divided by it after. A power of two changes no digit.
  double scale = 1;
  bool operator==(const LossSpec&) const = default;
};

struct TruncationSpec {
  TruncationMode mode = TruncationMode::FromLoss;
  int length = 20; ///< k, in steps
  bool operator==(const TruncationSpec&) const = default;
};

struct UnrollSpec {
  int horizon = 100; ///< T, in steps
  std::optional<TruncationSpec> truncation;
  /// Whether the states are recomputed in segments on the way back (Chen et al. 2016) and not all
  /// held; nothing: where they would take much memory. Not one bit of the results depends on it.
  std::optional<bool> checkpointing;
  bool operator==(const UnrollSpec&) const = default;
};

struct ClipSpec {
  ClipMode mode = ClipMode::Norm;
  double threshold = 1.0; ///< θ
  bool operator==(const ClipSpec&) const = default;
};

/// A gate held at a constant over a range of steps, in every layer; its own gradient is then zero.
struct PinSpec {
  Gate gate = Gate::Update;
  double value = 0;
  int from = 1; ///< first time step
  int to = 1;   ///< last time step
  bool operator==(const PinSpec&) const = default;
};

/// Norms of ∂L/∂h_t beyond which a gradient is called vanished or exploded.
struct ThresholdsSpec {
  double vanish = 0x1p-31;
  double explode = 0x1p31;
  bool operator==(const ThresholdsSpec&) const = default;
};

struct TaskSpec {
  TaskKind kind = TaskKind::Recall;
  std::string file; ///< data of the task, relative to the scenario's folder; not for made-up ones
  int ahead = 60;   ///< `sunspots`: months
  bool operator==(const TaskSpec&) const = default;
};

struct OptimiserSpec {
  OptimiserKind kind = OptimiserKind::Sgd;
  double rate = 0.01;    ///< learning rate
  double momentum = 0.9; ///< `momentum`
  double decay = 0.99;   ///< `rmsprop`: of the mean of squares
  double beta1 = 0.9;    ///< `adam`
  double beta2 = 0.999;  ///< `adam`
  double epsilon = 1e-8; ///< `rmsprop`, `adam`
  bool operator==(const OptimiserSpec&) const = default;
};

/// How the network is trained. Sequences are as long as the horizon; truncation and clipping are
/// those of the scenario, its input and loss are not used.
struct TrainingSpec {
  TaskSpec task;
  OptimiserSpec optimiser;
  int batch = 32; ///< sequences an update
  int updates = 1000;
  std::uint64_t seed = 5;                   ///< of the sequences
  Precision precision = Precision::Float32; ///< float32 or float64
  double regulariser = 0; ///< factor of Ω (Pascanu et al. 2013, equation 9); plain layer only
  int evaluateEvery = 50; ///< updates between two looks at held-out sequences
  bool operator==(const TrainingSpec&) const = default;
};

struct Scenario {
  std::string title;
  NetworkSpec network;
  WeightsSpec weights;
  InputSpec input;
  InitialStateSpec initialState;
  LossSpec loss;
  UnrollSpec unroll;
  std::optional<ClipSpec> clip;
  std::vector<Precision> precisions{Precision::Float32, Precision::Float64};
  ThresholdsSpec thresholds;
  std::vector<PinSpec> pins;
  std::optional<TrainingSpec> training;
  bool operator==(const Scenario&) const = default;
};

/// D: the numbers that enter the network at each step; 0 for `text`, where the file tells.
int inputSize(const InputSpec& input);

} // namespace backflow
