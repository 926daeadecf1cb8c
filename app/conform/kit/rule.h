// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/conform/kit/bsp.h"

#include <QStringList>

#include <memory>

namespace packwarden::conform {

class Kit;

/// What a rule finds. A rule holds if it was run and nothing deviates.
class Finding final
{
public:
    /// Notes a deviation unless it holds; what: as a sentence about the pack. Returns holds.
    bool holds(bool holds, const QString &what);
    /// The pack must have said exactly this; "**" at the end: and whatever follows.
    bool answered(const QString &to, const QByteArray &heard, const QByteArray &wanted, bool orMore = false);
    bool answered(const char *to, const QByteArray &heard, const char *wantedHex);
    void notRun(const QString &why);

    const QStringList &deviations() const { return m_deviations; }
    const QString &whyNotRun() const { return m_whyNotRun; }

    /// For people: bytes in hexadecimal, long ones cut; "nothing" for none.
    static QString show(const QByteArray &bytes);

private:
    static constexpr qsizetype most = 12; ///< who deviates everywhere need not say so a thousand times
    QStringList m_deviations;
    QString m_whyNotRun;
};

/// Where the rules are tried.
struct Site
{
    Bsp &bsp;
    Kit *kit = nullptr; ///< keys of the world that the pack lives in; none: rules that need keys are not run
    int sweepLength = 8; ///< longest request of the sweep over all services
    int storm = 5000; ///< frames of nonsense
    int slack = 50; ///< milliseconds that bus and machine may add to an answer
    QList<BusTap::Heard> broadcasts = {}; ///< of five seconds, once somebody asked for them
};

/// One rule of the wire, or one attack on it.
struct Rule
{
    const char *name; ///< stable: "isotp.wrong-sequence-number"
    const char *demand; ///< what is asked of a pack, as a sentence
    const char *source; ///< where that is written; "attack 97": of the catalogue that the tests name, too
    bool needsKeys;
    void (*check)(Site &site, Finding &finding);
};

const QList<Rule> &telemetryRules();
const QList<Rule> &isoTpReceiverRules();
const QList<Rule> &isoTpSenderRules();
const QList<Rule> &serviceRules();
const QList<Rule> &dataRules();
const QList<Rule> &faultRules();
const QList<Rule> &authenticationRules();
const QList<Rule> &actionRules();
const QList<Rule> &transferRules();
const QList<Rule> &documentRules();
const QList<Rule> &listRules();
const QList<Rule> &timeRules();
const QList<Rule> &commandRules();
/// All of them, in the order in which they are run.
QList<Rule> allRules();

} // namespace packwarden::conform
