// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"

#include <QFileInfo>

namespace packwarden {

namespace {

QMap<QString, TestMain> &entries()
{
    static QMap<QString, TestMain> all;
    return all;
}

QString baseName(const char *path)
{
    return QFileInfo(QString::fromLocal8Bit(path)).completeBaseName();
}

} // namespace

TestEntry::TestEntry(const char *file, TestMain run)
{
    entries().insert(baseName(file), run);
}

int runTest(int argc, char *argv[])
{
    for (int i = 0; i < std::min(argc, 2); ++i) {
        if (const TestMain run = entries().value(baseName(argv[i])))
            return run(argc - i, argv + i);
    }
    QTextStream(stderr) << "usage: " << argv[0] << " TEST [QT TEST OPTION...]\n"
                        << QStringList(entries().keys()).join(u'\n') << Qt::endl;
    return 2;
}

} // namespace packwarden
