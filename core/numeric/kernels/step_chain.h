// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/kernels/step_code.h"

#include <cstdint>

namespace backflow {

/// One of the operations of a chain. An operand that an earlier one computes is told by that one's
/// number, any other is -1.
struct ChainLink {
  StepCode code;
  std::int8_t left = -1;
  std::int8_t right = -1;
  std::int8_t addend = -1;
};

// Operations, entry by entry, that follow one another in every step of a gated cell. Done as one
// instruction, an entry passes from each to the next in a register.

inline constexpr ChainLink pytorchGruChain[] = {
    {StepCode::Logistic},       // 0: r
    {StepCode::Logistic},       // 1: z
    {StepCode::Multiply, 0},    // 2: r ⊙ a_hn
    {StepCode::Add, -1, 2},     // 3: a_n
    {StepCode::Tanh, 3},        // 4: n
    {StepCode::Complement, 1},  // 5: 1 − z
    {StepCode::Multiply, 5, 4}, // 6: (1 − z) ⊙ n
    {StepCode::Multiply, 1},    // 7: z ⊙ h
    {StepCode::Add, 6, 7},      // 8: h
};
inline constexpr ChainLink pytorchGruReverseChain[] = {
    {StepCode::Add},                     // 0: (1 − z) ⊙ n
    {StepCode::Add},                     // 1: z ⊙ h
    {StepCode::AddProduct, -1, 1},       // 2: z
    {StepCode::AddProduct, -1, 1},       // 3: h before
    {StepCode::AddProduct, -1, 0},       // 4: 1 − z
    {StepCode::AddProduct, -1, 0},       // 5: n
    {StepCode::Subtract, 4, -1, 2},      // 6: z
    {StepCode::ReverseTanh, -1, 5},      // 7: a_n
    {StepCode::Add, -1, 7},              // 8: a_in
    {StepCode::Add, -1, 7},              // 9: r ⊙ a_hn
    {StepCode::AddProduct, -1, 9},       // 10: r
    {StepCode::AddProduct, -1, 9},       // 11: a_hn
    {StepCode::ReverseLogistic, -1, 6},  // 12: a_z
    {StepCode::ReverseLogistic, -1, 10}, // 13: a_r
};
inline constexpr ChainLink pytorchLstmChain[] = {
    {StepCode::Logistic},       // 0: i
    {StepCode::Logistic},       // 1: f
    {StepCode::Tanh},           // 2: g
    {StepCode::Logistic},       // 3: o
    {StepCode::Multiply, 0, 2}, // 4: i ⊙ g
    {StepCode::Multiply, 1},    // 5: f ⊙ c
    {StepCode::Add, 4, 5},      // 6: c
    {StepCode::Tanh, 6},        // 7: tanh c
    {StepCode::Multiply, 3, 7}, // 8: h
};
inline constexpr ChainLink pytorchLstmReverseChain[] = {
    {StepCode::AddProduct},             // 0: o
    {StepCode::AddProduct},             // 1: tanh c
    {StepCode::ReverseTanh, -1, 1},     // 2: c
    {StepCode::Add, -1, 2},             // 3: i ⊙ g
    {StepCode::Add, -1, 2},             // 4: f ⊙ c
    {StepCode::AddProduct, -1, 4},      // 5: f
    {StepCode::AddProduct, -1, 4},      // 6: c before
    {StepCode::AddProduct, -1, 3},      // 7: i
    {StepCode::AddProduct, -1, 3},      // 8: g
    {StepCode::ReverseLogistic, -1, 0}, // 9: a_o
    {StepCode::ReverseTanh, -1, 8},     // 10: a_g
    {StepCode::ReverseLogistic, -1, 5}, // 11: a_f
    {StepCode::ReverseLogistic, -1, 7}, // 12: a_i
};
inline constexpr ChainLink courseGruGatesChain[] = {
    {StepCode::Logistic},    // 0: Γr
    {StepCode::Logistic},    // 1: Γu
    {StepCode::Multiply, 0}, // 2: Γr ⊙ h
};
inline constexpr ChainLink courseGruStateChain[] = {
    {StepCode::Tanh},            // 0: ĉ
    {StepCode::Complement},      // 1: 1 − Γu
    {StepCode::Multiply, -1, 0}, // 2: Γu ⊙ ĉ
    {StepCode::Multiply, 1},     // 3: (1 − Γu) ⊙ h
    {StepCode::Add, 2, 3},       // 4: h
};
inline constexpr ChainLink courseGruStateReverseChain[] = {
    {StepCode::Add},                // 0: Γu ⊙ ĉ
    {StepCode::Add},                // 1: (1 − Γu) ⊙ h
    {StepCode::AddProduct, -1, 1},  // 2: 1 − Γu
    {StepCode::AddProduct, -1, 1},  // 3: h before
    {StepCode::AddProduct, -1, 0},  // 4: Γu
    {StepCode::AddProduct, -1, 0},  // 5: ĉ
    {StepCode::Subtract, 2, -1, 4}, // 6: Γu
    {StepCode::ReverseTanh, -1, 5}, // 7: a_c
};
inline constexpr ChainLink courseGruGatesReverseChain[] = {
    {StepCode::AddProduct},             // 0: Γr
    {StepCode::AddProduct},             // 1: h before
    {StepCode::ReverseLogistic},        // 2: a_u
    {StepCode::ReverseLogistic, -1, 0}, // 3: a_r
};
inline constexpr ChainLink courseLstmChain[] = {
    {StepCode::Tanh},           // 0: ĉ
    {StepCode::Logistic},       // 1: Γu
    {StepCode::Logistic},       // 2: Γf
    {StepCode::Logistic},       // 3: Γo
    {StepCode::Multiply, 1, 0}, // 4: Γu ⊙ ĉ
    {StepCode::Multiply, 2},    // 5: Γf ⊙ c
    {StepCode::Add, 4, 5},      // 6: c
    {StepCode::Multiply, 3, 6}, // 7: a
};
inline constexpr ChainLink courseLstmReverseChain[] = {
    {StepCode::AddProduct},             // 0: Γo
    {StepCode::AddProduct},             // 1: c
    {StepCode::Add, -1, 1},             // 2: Γu ⊙ ĉ
    {StepCode::Add, -1, 1},             // 3: Γf ⊙ c
    {StepCode::AddProduct, -1, 3},      // 4: Γf
    {StepCode::AddProduct, -1, 3},      // 5: c before
    {StepCode::AddProduct, -1, 2},      // 6: Γu
    {StepCode::AddProduct, -1, 2},      // 7: ĉ
    {StepCode::ReverseLogistic, -1, 0}, // 8: a_o
    {StepCode::ReverseLogistic, -1, 4}, // 9: a_f
    {StepCode::ReverseLogistic, -1, 6}, // 10: a_u
    {StepCode::ReverseTanh, -1, 7},     // 11: a_c
};

} // namespace backflow
