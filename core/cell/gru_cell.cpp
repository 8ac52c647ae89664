// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/gru_cell.h"

namespace backflow {

namespace {

int addCourse(StepBuilder& builder, const LayerSite& site) {
  const int hidden = site.hidden;
  const int previous = builder.previous(site.vector("h"), hidden);
  const auto linear = [&](const char* name, const char* weight, const char* bias, int state) {
    return builder.linear(
        site.vector(name), hidden, {{site.parameter(bias), 0}},
        {site.ofInput(builder, weight, 0, hidden), site.ofState(weight, 0, state)});
  };
  const int ar = linear("a_r", "W_r", "b_r", previous);
  const int reset = builder.activate(site.vector("Gr"), Activation::Sigmoid, ar, Gate::Reset);
  const int au = linear("a_u", "W_u", "b_u", previous);
  const int update = builder.activate(site.vector("Gu"), Activation::Sigmoid, au, Gate::Update);
  const int remembered = builder.multiply(site.vector("Gr*h"), reset, previous);
  const int ac = linear("a_c", "W_c", "b_c", remembered);
  const int candidate = builder.activate(site.vector("c~"), Activation::Tanh, ac);
  const int keep = builder.complement(site.vector("(1-Gu)"), update);
  const int written = builder.multiply(site.vector("Gu*c~"), update, candidate);
  const int kept = builder.multiply(site.vector("(1-Gu)*h"), keep, previous);
  const int h = builder.add(site.vector("h"), written, kept);
  builder.setState(previous, h, false, site.layer);
  builder.program().carousel =
      Carousel{static_cast<int>(builder.program().states.size()) - 1, keep};
  return h;
}

int addPyTorch(StepBuilder& builder, const LayerSite& site) {
  const int hidden = site.hidden;
  const int previous = builder.previous(site.vector("h"), hidden);
  const auto gate = [&](const char* linearName, const char* name, int row, Gate which) {
    const int a = builder.linear(
        site.vector(linearName), hidden,
        {{site.parameter("bias_ih"), row}, {site.parameter("bias_hh"), row}},
        {site.ofInput(builder, "weight_ih", row, 0), site.ofState("weight_hh", row, previous)});
    return builder.activate(site.vector(name), Activation::Sigmoid, a, which);
  };
  const int reset = gate("a_r", "r", 0, Gate::Reset);
  const int update = gate("a_z", "z", hidden, Gate::Update);
  const int recurrent =
      builder.linear(site.vector("a_hn"), hidden, {{site.parameter("bias_hh"), 2 * hidden}},
                     {site.ofState("weight_hh", 2 * hidden, previous)});
  const int fromInput =
      builder.linear(site.vector("a_in"), hidden, {{site.parameter("bias_ih"), 2 * hidden}},
                     {site.ofInput(builder, "weight_ih", 2 * hidden, 0)});
  const int remembered = builder.multiply(site.vector("r*a_hn"), reset, recurrent);
  const int sum = builder.add(site.vector("a_n"), fromInput, remembered);
  const int candidate = builder.activate(site.vector("n"), Activation::Tanh, sum);
  const int write = builder.complement(site.vector("(1-z)"), update);
  const int written = builder.multiply(site.vector("(1-z)*n"), write, candidate);
  const int kept = builder.multiply(site.vector("z*h"), update, previous);
  const int h = builder.add(site.vector("h"), written, kept);
  builder.setState(previous, h, false, site.layer);
  builder.program().carousel =
      Carousel{static_cast<int>(builder.program().states.size()) - 1, update};
  return h;
}

} // namespace

int addGruLayer(StepBuilder& builder, const LayerSite& site, Variant variant) {
  return variant == Variant::Course ? addCourse(builder, site) : addPyTorch(builder, site);
}

} // namespace backflow
