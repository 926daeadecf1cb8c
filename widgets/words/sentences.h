// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/verifier.h"
#include "models/core/pack/linkvalues.h"
#include "widgets/style/theme.h"

#include <QCoreApplication>

namespace packwarden {

/// What happened, and what to do about it.
struct Sentence
{
    QString cause;
    QString next;
    QString text() const { return next.isEmpty() ? cause : cause + u' ' + next; }
};

/// The one place where codes and values become sentences; the words for ids are in names.h. Every word of it is
/// translated; nothing here is HTML.
class Sentences final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::Sentences)
public:
    static Sentence of(const Error &error);

    static QString quantity(Milli value, const QString &unit);
    /// "90 % to 95 %"
    static QString fromTo(const ParameterChange &change);
    /// "Raise max SoC 90 % to 95 %"
    static QString change(const ParameterChange &change);
    /// "Raise max SoC 90 % to 95 % on SDB-DEMO-0001"
    static QString request(const ChangeRequest &request);
    /// What follows for people, in words.
    static QString consequence(const ParameterChange &change);

    static QString bus(const BusState &state);
    static Status busStatus(const BusState &state);
    static QString age(qint64 milliseconds);

    struct PackSentence
    {
        Status status = Status::Neutral;
        QString head;
        QString rest;
    };
    static PackSentence pack(const PackTelemetry &telemetry, qint64 ageMilliseconds);

private:
    static Sentence ofCode(const Error &error);
};

} // namespace packwarden
