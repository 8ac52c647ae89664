// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/thread_priority.h"

#include <QtGlobal>

#if defined(Q_OS_LINUX)
#include <sys/resource.h>
#elif defined(Q_OS_MACOS)
#include <pthread/qos.h>
#elif defined(Q_OS_WIN)
#include <windows.h>
#endif

namespace backflow {

void yieldToWindow() {
#if defined(Q_OS_LINUX)
  // There, unlike what POSIX says, the nice value is that of the calling thread alone. QThread's
  // priorities do nothing under the usual scheduler.
  constexpr int more = 10;
  setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + more);
#elif defined(Q_OS_MACOS)
  pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0);
#elif defined(Q_OS_WIN)
  SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
#endif
}

} // namespace backflow
