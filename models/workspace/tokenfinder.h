// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/tokenlist.h"

#include <QObject>
#include <QThreadPool>

namespace packwarden {

/// Looks for tokens on a thread of its own: modules may be slow. Its end waits for the search.
class TokenFinder final : public QObject
{
    Q_OBJECT
public:
    explicit TokenFinder(QObject *parent = nullptr);
    ~TokenFinder() override;

    /// One search at a time; ends in found or failed. modulePath as in pki::listTokens.
    void search(const QString &modulePath);
    bool isSearching() const { return m_searching; }

Q_SIGNALS:
    void found(const QList<packwarden::TokenInfo> &tokens);
    void failed(const packwarden::Error &error);

private:
    QThreadPool m_worker;
    bool m_searching = false;
};

} // namespace packwarden
