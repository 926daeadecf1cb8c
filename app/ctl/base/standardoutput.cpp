// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/standardoutput.h"

#include "app/ctl/base/options.h"

#include <QTextStream>

#include <cerrno>
#include <csignal>
#include <unistd.h>

namespace packwarden::ctl::standardoutput {

namespace {

int &failure()
{
    static int number = 0; // of errno; the process has one standard output
    return number;
}

} // namespace

void prepare()
{
    std::signal(SIGPIPE, SIG_IGN);
}

void write(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size() && failure() == 0;) {
        const ssize_t count = ::write(STDOUT_FILENO, bytes.constData() + at, size_t(bytes.size() - at));
        if (count >= 0)
            at += count;
        else if (errno != EINTR)
            failure() = errno;
    }
}

bool isBroken()
{
    return failure() != 0;
}

int settle(int exitCode)
{
    if (failure() == 0)
        return exitCode;
    if (failure() == EPIPE) {
        std::signal(SIGPIPE, SIG_DFL);
        std::raise(SIGPIPE);
    }
    QTextStream(stderr) << QStringLiteral("packwardenctl: standard output: ") << qt_error_string(failure()) << Qt::endl;
    return exitCode == Done ? RefusedOrInvalid : exitCode;
}

} // namespace packwarden::ctl::standardoutput
