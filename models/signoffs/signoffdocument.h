// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/deliveryrecord.h"
#include "models/signoffs/signoffownvalue.h"
#include "models/signoffs/signoffreading.h"

#include <QObject>

namespace packwarden {

class Workspace;

/// One document that is open: judged, signed, merged, delivered, saved. Each action is recorded in the audit before it
/// takes effect. It does not know the bus: it asks for deliveries and is told their results.
class SignoffDocument final : public QObject
{
    Q_OBJECT
public:
    explicit SignoffDocument(Workspace &workspace, QObject *parent = nullptr);

    /// Opens a file, within the bounds of filebounds.h; its heads of other logs are witnessed. Errors of DocumentFile;
    /// FileUnreadable, AuditUnwritable. Verifies every signature in the calling thread: a window has SignoffReader do
    /// so, and then calls show().
    Result<> open(const QString &path);
    /// Opens what was read. AuditUnwritable.
    Result<> show(const SignoffReading &reading);
    /// Opens what was read of a file from elsewhere, and keeps it in this store: merged with the document that is
    /// there, recorded and saved. For one in which nothing is open. Errors of mergeFile() and saveCopy().
    Result<> keep(const SignoffReading &import);
    /// The same for what is in no file: nothing is written until it gets a path.
    Result<> openBytes(const QByteArray &bytes);
    /// Starts a document over a payload, unsigned, to be written to path (a folder: with the suggested name). Malformed
    /// and the decoders' errors for a payload that nobody could read.
    Result<> create(const QByteArray &contentType, const QByteArray &payload, const QString &path);
    Result<> create(const ChangeRequest &request, const QString &path)
    {
        return create(contenttype::request, request.encode(), path);
    }

    const QString &path() const { return m_path; }
    const DocumentFile &file() const { return m_file; }
    const SignoffJudgement &judgement() const { return m_judgement; }
    SignoffState state() const { return m_judgement.state; }
    bool isBusy() const { return m_signing; }
    /// Has the one who is signed in signed with this meaning?
    bool hasSigned(Meaning meaning) const;

    /// Is the file still what is shown? An edited, replaced or removed one is not, nor is one that somebody added to.
    bool isCurrent() const;
    /// Reads the file again and judges what is there. DifferentDocument if it says something else than before; errors
    /// of open().
    Result<> reread();
    /// Takes over what came into the file without us - a receipt by the courier, a signature by mail - and judges
    /// again. A file that is gone or says something else changes nothing. Errors of open().
    Result<> follow();
    /// The parameters whose own values the one who is signed in owes before approving.
    QSet<ParameterId> ownValuesWanted(Meaning meaning) const;
    /// Compares them with the proposed ones. Malformed with a detail of ownvalue: one that differs is recorded; the
    /// last that may differ also rejects the document in that person's name.
    Result<> checkOwnValues(const ownvalue::Values &values);

    /// Reads the file again, signs what it says with the session's key, records, and saves; ends in signFinished.
    /// NotSignedIn, Malformed (unreadable; checkOwnValues), SignerRepeated (signed before with this meaning),
    /// DifferentDocument (the file says something else than what was shown), TooLarge (others who lead to pinned roots
    /// have all the places).
    void sign(Meaning meaning, const ownvalue::Values &values = {});
    /// Takes the document back: signs that, records, and saves; ends in voiceFinished. NotSignedIn, Malformed
    /// (unreadable), SignerRepeated (said before), Expired, SignerNotAuthorised (neither author nor signer), what is
    /// wrong with the key's chain.
    void withdraw();
    /// Says that one who could have signed will not. The same errors; SignerNotAuthorised: fills no seat of it.
    void reject(const QString &reason);
    /// Takes the signatures of another copy over and saves. DifferentDocument; errors of open(), whose last sentence
    /// holds here too.
    Result<> mergeFile(const QString &path);

    /// Records "begun" for each pack without a verified receipt (all packs, if again) and asks for its delivery by
    /// deliveryWanted. only: these packs; for rules, that name none.  Refuses nothing by the rehearsal: the pack
    /// decides. Malformed, AuditUnwritable.
    Result<QList<PackSerial>> deliver(bool again = false, const QList<PackSerial> &only = {});
    /// The answer to a deliveryWanted: checks the receipt, records the outcome, keeps the receipt and saves.
    /// Success: applied and proved. ReceiptInvalid, or the pack's own error.
    Result<> finishDelivery(const DeliveryResult &result);

    /// Evidence that travels with the document, by the names that the request gives. Malformed for a file that the
    /// request does not name with this hash.
    Result<> attach(const QMap<QString, QByteArray> &files);
    /// Lists that judge signatures in it, besides those that this store knows: of parties that are yet to come. Saves.
    Result<> addLists(const QList<CrlEntry> &lists);
    /// From now on the document is written there; with an empty path nothing is written until it gets one.
    void setPath(const QString &path) { m_path = path; }
    /// Writes the file whole or not at all, with what came into it since it was read. FileUnwritable, TooLarge.
    Result<> save();
    /// A copy to give away; path as in create(). A file of the same document is merged with, one of another is left
    /// alone: FileUnwritable. enclosed: what travels along without being a part of the document, by file name.
    Result<QString> saveCopy(const QString &path, const QMap<QString, QByteArray> &enclosed = {}) const;
    /// Judges again: time went on, or more is known.
    void judge();

Q_SIGNALS:
    void changed();
    void signFinished(const packwarden::Result<> &result);
    void voiceFinished(const packwarden::Result<> &result);
    /// document: as a pack receives it; contentType says what it is.
    void deliveryWanted(
        const packwarden::PackSerial &serial, const QByteArray &document, const QByteArray &contentType);
    void deliveryFinished(const packwarden::PackSerial &serial, const packwarden::Result<> &result);

private:
    std::optional<Error> whyNotSigned(Meaning meaning, const ownvalue::Values &values);
    void say(VoiceFinding::Kind kind, const QString &reason);
    std::optional<Error> whyNotHeard(VoiceFinding::Kind kind) const;
    void onSaid(VoiceFinding::Kind kind, const Result<CoseSign1> &said);
    Result<CoseSignature> withPlace(const Result<CoseSignature> &signature) const;
    DocumentFile withSignature(const CoseSignature &signature) const;
    void onSigned(Meaning meaning, const Result<CoseSignature> &signature);
    Result<> show(const Result<SignoffReading> &reading);
    Result<> recordMerge(const DocumentFile &merged);
    /// The present file with that of another copy.
    Result<DocumentFile> mergedWith(const DocumentFile &other) const;
    QList<Certificate> roots() const;
    AuditedAction act(const char *action, const QCborMap &detail) const;
    void recordFailure(AuditedAction &action, const Error &error);
    Result<> take(const DocumentFile &file);
    Result<> witness(const QList<SeenHead> &heads);
    /// What the file at our path has more of the same document; true: there was something.
    Result<bool> takeOver();
    Result<> keepReceipt(const Receipt &receipt, const QByteArray &bytes);

    Workspace &m_workspace;
    QString m_path;
    DocumentFile m_file;
    SignoffJudgement m_judgement;
    DeliveryRecord m_deliveries;
    bool m_signing = false;
};

} // namespace packwarden
