// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>

namespace backflow {

/// Replaces the contents of a file as a whole or not at all: `write` fills a new file beside it,
/// which takes the old one's place (and permissions) once it is safely on the disk. A symbolic
/// link stays one: the file it points to is replaced. What is no regular file, such as a pipe or
/// /dev/null, is written to directly.
/// @throws std::system_error with one sentence that names the file and the reason; whatever
/// `write` throws passes through. No new file is left then, and the old one is as it was.
void writeAtomically(const std::filesystem::path& file,
                     const std::function<void(std::ostream&)>& write);

} // namespace backflow
