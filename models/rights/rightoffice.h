// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"
#include "models/rights/rightrequest.h"

#include <QObject>

namespace packwarden {

class Workspace;

/// Who said something, as far as the signature and the chain prove it.
struct RightSpeaker
{
    QString name;
    RoleId role;
    QList<PositionId> positions; ///< of the party under whose root the key is
    QString partyName;
    qint64 at = 0;
    bool operator==(const RightSpeaker &) const = default;
};

/// A request as it was opened: proven, or not shown.
struct RightQuestion
{
    RightRequest request;
    RightSpeaker by;
    RightOutlook outlook; ///< for the one who asks
    QByteArray sha256; ///< of the payload
};

/// An answer as it was opened.
struct RightReply
{
    RightAnswer answer;
    RightSpeaker by;
    RightRequest request; ///< the own one that it answers
    bool mayAnswer = false; ///< the one who answers is one of those who can give the right
};

/// Asks for rights, answers, and hears answers: files that people send each other, signed, and recorded on both sides.
/// Belongs to the thread of the workspace.
class RightOffice final : public QObject
{
    Q_OBJECT
public:
    static constexpr char requestSuffix[] = "pwask";
    static constexpr char answerSuffix[] = "pwans";
    static bool isRequest(const QString &path);
    static bool isAnswer(const QString &path);

    explicit RightOffice(Workspace &workspace, QObject *parent = nullptr);

    /// For the one who is signed in. serial: decides which silicon limits count; may be empty.
    RightOutlook outlook(const CapabilityId &capability, const QString &serial) const;
    /// Signs, records and writes a file into the folder of the requests; ends in written or failed. NotSignedIn,
    /// Malformed (no reason), KeyUnusable, AuditUnwritable, FileUnwritable.
    void ask(const CapabilityId &capability, const QString &serial, const QString &reason);
    void answer(const RightQuestion &question, bool granted, const QString &reason);
    bool isBusy() const { return m_busy; }

    /// FileUnreadable, TooLarge, NotCanonical, Malformed, UnknownType, SignatureInvalid, RoleNotIssuable, and the
    /// reasons of chains. Changes nothing.
    Result<RightQuestion> readRequest(const QString &path) const;
    /// The same; DifferentDocument where it answers no request of this store. Recorded each time it is opened.
    Result<RightReply> hearAnswer(const QString &path);

Q_SIGNALS:
    void written(const QString &path);
    void failed(const packwarden::Error &error);

private:
    void sign(const char *contentType, const QByteArray &payload, const char *action, const QString &subject,
        const QString &fileName);
    void onSigned(const Result<CoseSign1> &made, const char *action, const QString &subject, const QString &fileName);
    Result<CoseSign1> proven(const QString &path, const char *contentType, RightSpeaker &by) const;

    Workspace &m_workspace;
    bool m_busy = false;
};

} // namespace packwarden
