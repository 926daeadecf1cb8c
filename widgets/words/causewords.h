// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace packwarden {

/// The causes that readers of files and judges give in an Error's detail, in the language of the screens. Files, the
/// command line and the audit have them as they are, in English; so a cause is known by its English form.
class CauseWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::CauseWords)
public:
    /// The cause, with the path or line in front of it. What is not known shows as it is.
    static QString of(const QString &cause);
};

} // namespace packwarden
