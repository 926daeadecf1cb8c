// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace packwarden {

/// What people or files are called, for the text of a menu, button or check box: there Qt takes "&" for "underline the
/// next letter", and "R&D" would be read as "RD".
inline QString menuText(QString data)
{
    return data.replace(u'&', QLatin1String("&&"));
}

} // namespace packwarden
