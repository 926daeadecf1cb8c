// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What packs say of themselves: receipts and statements.

#include "models/core/judge/judgement.h"
#include "models/core/judge/verifier.h"
#include "models/core/pack/statement.h"

#include <algorithm>

namespace packwarden {

namespace {

Error invalid(const QString &why)
{
    return {Code::ReceiptInvalid, why};
}

/// A word signed by the device key of the pack with this serial.
Result<CoseSign1> readWord(const QByteArray &bytes, const char *contentType, const Charter &charter,
    const QList<CrlEntry> &crls, QString &serial)
{
    const auto word = CoseSign1::decode(bytes);
    if (!word.ok() || word->contentType != contentType)
        return invalid(QStringLiteral("not of type %1").arg(QLatin1String(contentType)));
    auto chain = judgement::readChain(word->chain);
    if (!chain.ok() || !word->verifies())
        return invalid(QStringLiteral("signature"));
    const Certificate leaf = chain.value().takeFirst();
    serial = leaf.packSerial;
    const auto root = Certificate::fromDer(
        charter.positions.value(PositionId::fromTrusted(QStringLiteral("manufacturer"))).rootDer);
    if (!root.ok())
        return invalid(QStringLiteral("no manufacturer in the charter"));
    // It is kept for years: it is judged at its own time, or at the newest list's if that came later.
    qint64 at = word->at;
    for (const CrlEntry &entry : crls) {
        if (isListOf(entry.crl, *root))
            at = std::max(at, entry.crl.thisUpdate);
    }
    if (const auto trusted = validateChain(leaf, *chain, {{*root}, crls}, ChainPurpose::Device, at, INT32_MAX);
        !trusted.ok())
        return invalid(QStringLiteral("%1: %2").arg(codeName(trusted.code()), trusted.error().detail));
    return *word;
}

/// Counted up, also where a hostile document names the last number there is.
qint64 next(qint64 revision)
{
    return qint64(quint64(revision) + 1);
}

/// The values that the document asks of this pack. Nothing: it does not concern the pack, or cannot be read.
std::optional<QList<AppliedValue>> askedOf(const CoseSign &document, const PackSerial &serial)
{
    QList<AppliedValue> asked;
    if (document.contentType == contenttype::request) {
        const auto request = ChangeRequest::decode(document.payload);
        const PackChanges *changes = request.ok() ? request->forPack(serial) : nullptr;
        if (!changes)
            return std::nullopt;
        for (const ParameterChange &change : changes->changes)
            asked.append({change.parameter, change.to, next(change.revision)});
        return asked;
    }
    if (document.contentType == contenttype::command) {
        const auto command = Command::decode(document.payload);
        const PackTarget *target = command.ok() ? command->forPack(serial) : nullptr;
        if (!target)
            return std::nullopt;
        if (command->kind == CommandKind::Tighten)
            asked.append({command->parameter, command->to, next(target->revision)});
        return asked;
    }
    if (document.contentType == contenttype::provision) {
        const auto step = ProvisionDocument::decode(document.payload);
        return step.ok() && step->serial == serial ? std::optional(asked) : std::nullopt;
    }
    if (document.contentType == contenttype::policy || document.contentType == contenttype::charter)
        return asked;
    return std::nullopt;
}

} // namespace

Result<Receipt> verifyReceipt(const QByteArray &bytes, const CoseSign &document, const PackSerial &serial,
    const Charter &charter, const QList<CrlEntry> &crls)
{
    QString signer;
    const auto word = readWord(bytes, contenttype::receipt, charter, crls, signer);
    if (!word.ok())
        return word.error();
    if (signer != serial.text())
        return invalid(QStringLiteral("signed by %1").arg(signer));
    auto receipt = Receipt::decode(word->payload);
    if (!receipt.ok())
        return invalid(receipt.error().detail);
    if (receipt->document != sha256(document.payload) || receipt->serial != serial)
        return invalid(QStringLiteral("for another document"));
    const auto asked = askedOf(document, serial);
    if (!asked || asked->size() != receipt->applied.size())
        return invalid(QStringLiteral("other values than requested"));
    for (const AppliedValue &value : *asked) {
        if (!receipt->applied.contains(value))
            return invalid(QStringLiteral("%1 was not applied").arg(value.parameter.text()));
    }
    return receipt;
}

Result<Statement> verifyStatement(
    const QByteArray &bytes, const QByteArray &nonce, const Charter &charter, const QList<CrlEntry> &crls)
{
    QString signer;
    const auto word = readWord(bytes, contenttype::statement, charter, crls, signer);
    if (!word.ok())
        return word.error();
    auto statement = Statement::decode(word->payload);
    if (!statement.ok())
        return invalid(statement.error().detail);
    if (statement->serial.isEmpty() || signer != statement->serial.text())
        return invalid(QStringLiteral("signed by %1").arg(signer));
    if (!nonce.isEmpty() && statement->nonce != nonce)
        return invalid(QStringLiteral("nonce"));
    return statement;
}

} // namespace packwarden
