// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/ctlcommand.h"
#include "models/core/documents/request.h"

#include <QJsonArray>

namespace packwarden {
class SignoffDocument;
}

namespace packwarden::ctl {

/// A command that ends in a file signed by its author: opens the key, reads the packs if there is a bus, then has the
/// payload made and written.
class DraftCommand : public Command
{
public:
    DraftCommand(const Options &options, const Clock &clock);
    ~DraftCommand() override;

protected:
    /// Key, pinned trust, and what the packs hold now; then next. Fails where one of them is missing.
    void prepare(const QStringList &serials, const std::function<void()> &next);
    /// The common fields: a new id, now, 30 days, the one who is signed in, the reason of --reason.
    Result<DocumentHead> head(const QString &title) const;
    /// Writes the payload to --output, signs it as its author, says what it is. Ends the command.
    void write(
        const QByteArray &contentType, const QByteArray &payload, const QMap<QString, QByteArray> &attachments = {});
    /// The same for the parts of one request, one file after the other: "change-1of3.pwreq" beside "change.pwreq".
    void writeParts(const QByteArray &contentType, const QList<QByteArray> &payloads,
        const QMap<QString, QByteArray> &attachments = {});
    /// The evidence that --evidence names, added to the head; the bytes are to be attached.
    Result<QMap<QString, QByteArray>> evidence(DocumentHead &head) const;
    /// The serials of --pack and of the arguments.
    Result<QList<PackSerial>> packs() const;

private:
    void refresh(const QStringList &serials, const std::function<void()> &next);
    void writeNext();
    Result<QString> pathOfNext() const;

    std::optional<Error> m_problem;
    std::unique_ptr<SignoffDocument> m_document;
    QByteArray m_contentType;
    QList<QByteArray> m_payloads;
    QMap<QString, QByteArray> m_attachments;
    QJsonArray m_written;
};

} // namespace packwarden::ctl
