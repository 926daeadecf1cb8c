// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/otherparts.h"
#include "models/signoffs/signoffdocument.h"
#include "models/signoffs/signoffreader.h"

#include <QObject>

#include <functional>
#include <memory>

namespace packwarden {

class Workspace;

/// Does with each of several parts what a person did with one of them: one after the other, each read anew and held
/// against what was compared, with its own record in the audit. One that fails stops no other: what is left can be done
/// by the same act again. Lives until it has finished.
class PartsAct final : public QObject
{
    Q_OBJECT
public:
    /// Begins the act on a document; it ends in signFinished or voiceFinished.
    using Act = std::function<void(SignoffDocument &)>;

    PartsAct(Workspace &workspace, QList<OtherParts::Part> parts, Act act, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// done: how many parts. failed: the number of the first one that failed, 0 for none, and why.
    void finished(int done, int failed, const packwarden::Error &why);

private:
    void next();
    void take(const Result<SignoffReading> &reading);
    void end(const Result<> &result);
    QByteArray person() const;

    Workspace &m_workspace;
    QList<OtherParts::Part> m_parts; ///< the first one is under way
    Act m_act;
    QByteArray m_person; ///< SHA-256 of the leaf of who began: nobody else's key goes on
    SignoffReader m_reader;
    std::unique_ptr<SignoffDocument> m_document;
    int m_done = 0;
    int m_failed = 0;
    Error m_why;
};

} // namespace packwarden
