// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/survey.h"

#include "app/ctl/base/busclient.h"
#include "models/core/base/whendone.h"

namespace packwarden::ctl {

Survey::Survey(BusClient &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    connect(bus.link(), &PackLink::factsRead, this, [this](const PackFacts &facts) {
        Q_EMIT factsRead(facts);
        if (m_withRules)
            m_bus.readRules(facts.serial.text());
        else
            next();
    });
    connect(bus.link(), &PackLink::rulesRead, this, [this](const PackRules &rules) {
        Q_EMIT rulesRead(rules);
        const QByteArray nonce = randomBytes(32);
        whenDone(
            this, m_bus.requests().statement(rules.serial.text(), nonce), [this, nonce](const ActionResult &result) {
                // Without it a rehearsal knows values, but neither lock nor parts: no reason to give up what was read.
                if (result.done)
                    Q_EMIT statementRead({result.data, nonce});
                next();
            });
    });
    connect(bus.link(), &PackLink::readFailed, this,
        [this](const QString &serial, const Error &error) { Q_EMIT failed(error.at(serial)); });
}

void Survey::start(const QStringList &serials, bool withRules)
{
    m_serials = serials;
    m_withRules = withRules;
    next();
}

void Survey::next()
{
    if (m_serials.isEmpty())
        Q_EMIT finished();
    else
        m_bus.readFacts(m_serials.takeFirst());
}

} // namespace packwarden::ctl
