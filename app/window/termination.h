// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace backflow {

/// From now on SIGTERM, SIGINT and SIGHUP close the windows, as a user would: a logout or Ctrl-C in
/// the terminal is no crash. To be called once, while the application lives. Does nothing on
/// Windows.
void closeOnTermination();

} // namespace backflow
