// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace packwarden {

/// A person of the demo, as whom a console may be opened.
struct DemoPerson
{
    QString name; ///< of the key file, without its ending
    QString words; ///< "Leasing, asset manager"
};

using DemoPeople = QList<DemoPerson>;

} // namespace packwarden
