// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/consoleoptions.h"

#include <QCoreApplication>

namespace packwarden {

QString ConsoleOptions::program(const char *name) const
{
    const QString folder = programs.isEmpty() ? QCoreApplication::applicationDirPath() : programs;
    return folder + u'/' + QLatin1String(name);
}

} // namespace packwarden
