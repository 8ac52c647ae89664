// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numeric/large_pages.h"

#include <cstddef>
#include <new>
#include <type_traits>
#include <utility>

namespace backflow {

/// Numbers that begin at a cache line, so that no vector of the kernels straddles two of them; many
/// of them at a large page, if the system grants such. Zero at first unless made otherwise.
template <class Scalar> class AlignedArray {
 public:
  static_assert(std::is_trivially_copyable_v<Scalar>);

  AlignedArray() = default;
  explicit AlignedArray(std::ptrdiff_t size) : AlignedArray(uninitialised(size)) { setZero(); }
  /// Numbers that are to be written before they are read, so that no memory is touched twice.
  static AlignedArray uninitialised(std::ptrdiff_t size) {
    AlignedArray result;
    result.m_size = size;
    if (size > 0) {
      const std::size_t bytes = bytesOf(size);
      result.m_numbers = static_cast<Scalar*>(::operator new(bytes, alignmentOf(size)));
      preferLargePages(result.m_numbers, bytes);
    }
    return result;
  }
  AlignedArray(const AlignedArray& other) : AlignedArray(uninitialised(other.m_size)) {
    for (std::ptrdiff_t i = 0; i < m_size; ++i) {
      m_numbers[i] = other.m_numbers[i];
    }
  }
  AlignedArray(AlignedArray&& other) noexcept { swap(other); }
  AlignedArray& operator=(AlignedArray other) noexcept {
    swap(other);
    return *this;
  }
  ~AlignedArray() { ::operator delete(m_numbers, alignmentOf(m_size)); }

  void setZero() {
    for (std::ptrdiff_t i = 0; i < m_size; ++i) {
      m_numbers[i] = Scalar(0);
    }
  }

  Scalar* data() { return m_numbers; }
  const Scalar* data() const { return m_numbers; }
  std::ptrdiff_t size() const { return m_size; }
  Scalar& operator[](std::ptrdiff_t i) { return m_numbers[i]; }
  const Scalar& operator[](std::ptrdiff_t i) const { return m_numbers[i]; }

 private:
  static std::size_t bytesOf(std::ptrdiff_t size) {
    return sizeof(Scalar) * static_cast<std::size_t>(size);
  }
  static std::align_val_t alignmentOf(std::ptrdiff_t size) {
    return std::align_val_t(alignmentFor(bytesOf(size)));
  }

  void swap(AlignedArray& other) noexcept {
    std::swap(m_numbers, other.m_numbers);
    std::swap(m_size, other.m_size);
  }

  Scalar* m_numbers = nullptr;
  std::ptrdiff_t m_size = 0;
};

} // namespace backflow
