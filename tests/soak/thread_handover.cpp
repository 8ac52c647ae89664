// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/thread_handover.h"

#include <QEvent>
#include <QMetaObject>

#ifdef __SANITIZE_THREAD__

#include <dlfcn.h>

#include <stdexcept>

extern "C" {
void __tsan_acquire(void* address);
void __tsan_release(void* address);
void AnnotateIgnoreWritesBegin(const char* file, int line);
void AnnotateIgnoreWritesEnd(const char* file, int line);
}

namespace {

char postedCalls; ///< its address stands for the queues of all threads

} // namespace

// QMetaObject::invokeMethod() of a function object is a template that ends here, in Qt's library.
// This definition comes before that one.
bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot,
                                   Qt::ConnectionType type, void* result) {
  using Function = bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*);
  static const auto function = reinterpret_cast<Function>(
      dlsym(RTLD_NEXT, "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN"
                       "2Qt14ConnectionTypeEPv"));
  if (function == nullptr) {
    throw std::logic_error("Qt has no QMetaObject::invokeMethodImpl()");
  }
  __tsan_release(&postedCalls);
  // The event that Qt makes of it now passes under Qt's own lock, which is not seen either.
  AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
  const bool invoked = function(object, slot, type, result);
  AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
  return invoked;
}

#endif

namespace backflow::test {

bool HandoverApplication::notify(QObject* receiver, QEvent* event) {
#ifdef __SANITIZE_THREAD__
  if (event->type() == QEvent::MetaCall) {
    __tsan_acquire(&postedCalls);
  }
#endif
  return QCoreApplication::notify(receiver, event);
}

} // namespace backflow::test
