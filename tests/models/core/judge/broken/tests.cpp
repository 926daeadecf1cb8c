// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"

/// What main.cpp runs in this program: the test that its first argument names.
int testMain(int argc, char *argv[])
{
    return packwarden::runTest(argc, argv);
}
