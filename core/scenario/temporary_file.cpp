// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/temporary_file.h"

#include <cerrno>
#include <string>
#include <system_error>

namespace backflow {

void failToWrite(const std::filesystem::path& file, int reason) {
  // A stream may fail without telling why; "Success" would be a strange reason.
  throw std::system_error(reason == 0 ? EIO : reason, std::generic_category(),
                          file.string() + ": cannot be written");
}

} // namespace backflow
