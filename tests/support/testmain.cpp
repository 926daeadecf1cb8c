// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"

int main(int argc, char *argv[])
{
    return packwarden::runTest(argc, argv);
}
