// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/trustbook.h"

#include <QObject>
#include <QStringList>

namespace packwarden::ctl {

class BusClient;

/// Reads facts and, if wanted, rules and a statement of several packs, one after the other.
class Survey final : public QObject
{
    Q_OBJECT
public:
    explicit Survey(BusClient &bus, QObject *parent = nullptr);

    void start(const QStringList &serials, bool withRules);

Q_SIGNALS:
    void factsRead(const packwarden::PackFacts &facts);
    void rulesRead(const packwarden::PackRules &rules);
    void statementRead(const packwarden::FreshWord &word); ///< to be verified
    void finished();
    void failed(const packwarden::Error &error);

private:
    void next();

    BusClient &m_bus;
    QStringList m_serials;
    bool m_withRules = false;
};

} // namespace packwarden::ctl
