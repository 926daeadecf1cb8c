// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QByteArray>

#include <cstring>
#include <vector>

/// The main function of what is built into this program: tests.cpp, or that of the simulator, renamed by the build.
int testMain(int argc, char *argv[]);

namespace packwarden {
QByteArray brokenRule;
}

/// --break RULE switches one rule of the verifiers off; everything else is for the test.
int main(int argc, char *argv[])
{
    std::vector<char *> rest;
    for (int i = 0; i < argc; ++i) {
        if (std::strcmp(argv[i], "--break") == 0 && i + 1 < argc)
            packwarden::brokenRule = argv[++i];
        else
            rest.push_back(argv[i]);
    }
    return testMain(int(rest.size()), rest.data());
}
