// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Comes before the first line of every source of a test program (cmake/tests.cmake), so that many test classes can
// share one program: QTEST_MAIN and its like make no main function there, but an entry under the name of their file.

#include "tests/support/patience.h"

#include <QtTest>

#ifndef QTEST_MAIN_WRAPPER
#error "This Qt makes its test mains in another way"
#endif

namespace packwarden {

using TestMain = int (*)(int argc, char *argv[]);

/// A test class of this program; made before main by the macro below.
class TestEntry final
{
public:
    /// file: __FILE__; its base name ("tst_verifier") names the test.
    TestEntry(const char *file, TestMain run);
};

/// Runs the test that argv[0] names by its last part ("build/tests/tst_verifier", a link to the program), else the one
/// that argv[1] names. 2 if there is no such test; then all names are printed.
int runTest(int argc, char *argv[]);

} // namespace packwarden

#undef QTEST_MAIN_WRAPPER
#define QTEST_MAIN_WRAPPER(TestObject, ...)                                                                            \
    namespace {                                                                                                        \
    const packwarden::TestEntry entryOf##TestObject(__FILE__, [](int argc, char *argv[]) -> int {                      \
        QT_PREPEND_NAMESPACE(QTest::Internal::callInitMain)<TestObject>();                                             \
        __VA_ARGS__                                                                                                    \
        TestObject tc;                                                                                                 \
        QTEST_SET_MAIN_SOURCE_PATH                                                                                     \
        return QTest::qExec(&tc, argc, argv);                                                                          \
    });                                                                                                                \
    }

// Qt's own sleep while they wait (tests/support/patience.h). All six, as newer versions give the usual time another
// type.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#undef QTRY_VERIFY_WITH_TIMEOUT
#undef QTRY_VERIFY2_WITH_TIMEOUT
#undef QTRY_COMPARE_WITH_TIMEOUT
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, 5000)
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, 5000)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 5000)
#define PACKWARDEN_TRY(expression, milliseconds)                                                                       \
    for (packwarden::test::Patience patience_(milliseconds); !(expression) && patience_.goOn();) { }
#define QTRY_VERIFY_WITH_TIMEOUT(expression, milliseconds)                                                             \
    do {                                                                                                               \
        PACKWARDEN_TRY(expression, milliseconds)                                                                       \
        QVERIFY(expression);                                                                                           \
    } while (false)
#define QTRY_VERIFY2_WITH_TIMEOUT(expression, message, milliseconds)                                                   \
    do {                                                                                                               \
        PACKWARDEN_TRY(expression, milliseconds)                                                                       \
        QVERIFY2(expression, message);                                                                                 \
    } while (false)
#define QTRY_COMPARE_WITH_TIMEOUT(actual, expected, milliseconds)                                                      \
    do {                                                                                                               \
        PACKWARDEN_TRY((actual) == (expected), milliseconds)                                                           \
        QCOMPARE(actual, expected);                                                                                    \
    } while (false)
