// SPDX-License-Identifier: GPL-3.0-or-later
// onednn_peer CELL BATCH HIDDEN STEPS SECONDS: times oneDNN's fused training of one layer in
// float32 for about so long, in the calling thread's processor time, and prints the median
// microseconds a time step. It hands out no ∂L/∂h_t: that is less work than what it is held
// against.
#include <dnnl.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using dnnl::memory;
using Arguments = std::unordered_map<int, memory>;

constexpr int inputSize = 8;

struct Shape {
  std::string cell;
  memory::dim batch;
  memory::dim hidden;
  memory::dim steps;

  memory::dim gates() const { return cell == "rnn" ? 1 : cell == "gru" ? 3 : 4; }
  memory::dim biases() const { return cell == "gru" ? 4 : gates(); }
};

class FusedLayer {
 public:
  explicit FusedLayer(const Shape& shape) : m_shape(shape) {
    const auto forwards = dnnl::prop_kind::forward_training;
    const auto backwards = dnnl::prop_kind::backward;
    const auto direction = dnnl::rnn_direction::unidirectional_left2right;
    const auto tanh = dnnl::algorithm::eltwise_tanh;
    if (shape.cell == "rnn") {
      using Forward = dnnl::vanilla_rnn_forward;
      using Backward = dnnl::vanilla_rnn_backward;
      const Forward::primitive_desc forward(
          Forward::desc(forwards, tanh, direction, m_x, m_h, m_wx, m_wh, m_b, m_y, m_h), m_engine);
      const Backward::primitive_desc backward(Backward::desc(backwards, tanh, direction, m_x, m_h,
                                                             m_wx, m_wh, m_b, m_y, m_h, m_x, m_h,
                                                             m_wx, m_wh, m_b, m_y, m_h),
                                              m_engine, forward);
      build<Forward, Backward>(forward, backward);
    } else if (shape.cell == "gru") {
      // "Linear before reset": PyTorch's GRU.
      using Forward = dnnl::lbr_gru_forward;
      using Backward = dnnl::lbr_gru_backward;
      const Forward::primitive_desc forward(
          Forward::desc(forwards, direction, m_x, m_h, m_wx, m_wh, m_b, m_y, m_h), m_engine);
      const Backward::primitive_desc backward(Backward::desc(backwards, direction, m_x, m_h, m_wx,
                                                             m_wh, m_b, m_y, m_h, m_x, m_h, m_wx,
                                                             m_wh, m_b, m_y, m_h),
                                              m_engine, forward);
      build<Forward, Backward>(forward, backward);
    } else {
      using Forward = dnnl::lstm_forward;
      using Backward = dnnl::lstm_backward;
      const Forward::primitive_desc forward(
          Forward::desc(forwards, direction, m_x, m_h, m_h, m_wx, m_wh, m_b, m_y, m_h, m_h),
          m_engine);
      const Backward::primitive_desc backward(
          Backward::desc(backwards, direction, m_x, m_h, m_h, m_wx, m_wh, m_b, m_y, m_h, m_h, m_x,
                         m_h, m_h, m_wx, m_wh, m_b, m_y, m_h, m_h),
          m_engine, forward);
      build<Forward, Backward>(forward, backward);
    }
  }

  void run() {
    // It adds to the gradients of the weights.
    for (const int gradient :
         {DNNL_ARG_DIFF_WEIGHTS_LAYER, DNNL_ARG_DIFF_WEIGHTS_ITER, DNNL_ARG_DIFF_BIAS}) {
      fill(m_backwardArguments.at(gradient), 0);
    }
    m_forward.execute(m_stream, m_forwardArguments);
    m_backward.execute(m_stream, m_backwardArguments);
    m_stream.wait();
  }

 private:
  memory::desc any(const memory::dims& dims) const {
    return {dims, memory::data_type::f32, memory::format_tag::any};
  }

  /// Evenly distributed numbers of the standard deviation 1/√H, so that the spectral radius of a
  /// matrix of them is about 1; or one number throughout.
  void fill(memory& numbers, double largest) {
    auto* first = static_cast<float*>(numbers.get_data_handle());
    const std::size_t count = numbers.get_desc().get_size() / sizeof(float);
    if (largest == 0) {
      std::fill_n(first, count, 0.0F);
      return;
    }
    std::uniform_real_distribution<float> any(static_cast<float>(-largest),
                                              static_cast<float>(largest));
    std::generate_n(first, count, [&] { return any(m_random); });
  }

  memory make(const memory::desc& desc) {
    memory result(desc, m_engine);
    fill(result, std::sqrt(3.0 / static_cast<double>(m_shape.hidden)));
    return result;
  }

  template <class Forward, class Backward>
  void build(const typename Forward::primitive_desc& forward,
             const typename Backward::primitive_desc& backward) {
    m_forwardArguments = {{DNNL_ARG_SRC_LAYER, make(m_x)},
                          {DNNL_ARG_SRC_ITER, make(m_h)},
                          {DNNL_ARG_WEIGHTS_LAYER, make(forward.weights_layer_desc())},
                          {DNNL_ARG_WEIGHTS_ITER, make(forward.weights_iter_desc())},
                          {DNNL_ARG_BIAS, make(m_b)},
                          {DNNL_ARG_DST_LAYER, make(m_y)},
                          {DNNL_ARG_DST_ITER, make(m_h)},
                          {DNNL_ARG_WORKSPACE, make(forward.workspace_desc())}};
    if (m_shape.cell == "lstm") {
      m_forwardArguments[DNNL_ARG_SRC_ITER_C] = make(m_h);
      m_forwardArguments[DNNL_ARG_DST_ITER_C] = make(m_h);
    }
    m_backwardArguments = m_forwardArguments;
    m_backwardArguments[DNNL_ARG_WEIGHTS_LAYER] = make(backward.weights_layer_desc());
    m_backwardArguments[DNNL_ARG_WEIGHTS_ITER] = make(backward.weights_iter_desc());
    m_backwardArguments[DNNL_ARG_DIFF_DST_LAYER] = make(m_y);
    m_backwardArguments[DNNL_ARG_DIFF_DST_ITER] = make(m_h);
    m_backwardArguments[DNNL_ARG_DIFF_SRC_LAYER] = make(m_x);
    m_backwardArguments[DNNL_ARG_DIFF_SRC_ITER] = make(m_h);
    m_backwardArguments[DNNL_ARG_DIFF_WEIGHTS_LAYER] = make(backward.diff_weights_layer_desc());
    m_backwardArguments[DNNL_ARG_DIFF_WEIGHTS_ITER] = make(backward.diff_weights_iter_desc());
    m_backwardArguments[DNNL_ARG_DIFF_BIAS] = make(m_b);
    if (m_shape.cell == "lstm") {
      m_backwardArguments[DNNL_ARG_DIFF_DST_ITER_C] = make(m_h);
      m_backwardArguments[DNNL_ARG_DIFF_SRC_ITER_C] = make(m_h);
    }
    m_forward = Forward(forward);
    m_backward = Backward(backward);
    // The loss acts at the last step alone.
    fill(m_backwardArguments[DNNL_ARG_DIFF_DST_LAYER], 0);
  }

  Shape m_shape;
  dnnl::engine m_engine{dnnl::engine::kind::cpu, 0};
  dnnl::stream m_stream{m_engine};
  std::mt19937 m_random{1};
  memory::desc m_x{
      {m_shape.steps, m_shape.batch, inputSize}, memory::data_type::f32, memory::format_tag::tnc};
  memory::desc m_h{
      {1, 1, m_shape.batch, m_shape.hidden}, memory::data_type::f32, memory::format_tag::ldnc};
  memory::desc m_y{{m_shape.steps, m_shape.batch, m_shape.hidden},
                   memory::data_type::f32,
                   memory::format_tag::tnc};
  memory::desc m_b{
      {1, 1, m_shape.biases(), m_shape.hidden}, memory::data_type::f32, memory::format_tag::ldgo};
  memory::desc m_wx = any({1, 1, inputSize, m_shape.gates(), m_shape.hidden});
  memory::desc m_wh = any({1, 1, m_shape.hidden, m_shape.gates(), m_shape.hidden});
  dnnl::primitive m_forward;
  dnnl::primitive m_backward;
  Arguments m_forwardArguments;
  Arguments m_backwardArguments;
};

double processorSeconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    std::cerr << "onednn_peer rnn|gru|lstm BATCH HIDDEN STEPS SECONDS\n";
    return 1;
  }
  const Shape shape{argv[1], std::atol(argv[2]), std::atol(argv[3]), std::atol(argv[4])};
  const double budget = std::atof(argv[5]);
  FusedLayer layer(shape);
  layer.run();
  std::vector<double> times;
  for (const double begin = processorSeconds();
       times.size() < 2 || processorSeconds() - begin < budget;) {
    const double start = processorSeconds();
    layer.run();
    times.push_back(processorSeconds() - start);
  }
  std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2),
                   times.end());
  std::cout << times[times.size() / 2] / static_cast<double>(shape.steps) * 1e6 << '\n';
  return 0;
}
