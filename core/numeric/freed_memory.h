// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace backflow {

/// Has the process keep what a run frees for the run that comes next: memory that goes back to the
/// system comes again cleared, one page at a time, which takes up to a tenth of a run with wide
/// layers. At the end of the main thread's heap up to 128 MiB are kept (if there are more, all go
/// back), in that of another thread up to 64. To be called once, when a program starts. False, and
/// nothing changes, where the allocator cannot be asked (glibc's alone is).
bool keepFreedMemory();

} // namespace backflow
