// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/uds/documentkind.h"
#include "hw/uds/udsclient.h"

namespace packwarden {

/// Moves documents through an open programming session: RequestDownload (34) to address 0, RequestUpload (35) from
/// kind x 2^24 + index, TransferData (36), RequestTransferExit (37). One at a time. A block that gets no answer is sent
/// once more with its own counter, which the pack takes as a repetition (ISO 14229-1, 14.5).
class DocumentTransfer final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<QByteArray> &)>;
    using Progress = std::function<void(qint64 done, qint64 total)>;

    /// The longest block that either side sends in one TransferData.
    static constexpr int largestBlock = 4093;
    /// A longer list or document is not believed.
    static constexpr int largestDocument = 16 * 1024 * 1024;

    explicit DocumentTransfer(UdsClient &client, QObject *parent = nullptr);

    /// Done with empty bytes.
    void upload(const QByteArray &bytes, Progress progress, Done done);
    /// The whole document. An index beyond the list: NegativeResponse with detail "35 31".
    void read(int kind, int index, Done done);

private:
    void sendBlock(const QByteArray &bytes, qsizetype offset, quint8 counter, Progress progress, Done done);
    void readBlock(QByteArray soFar, quint8 counter, Done done);
    void exit(const QByteArray &bytes, Done done);

    UdsClient &m_client;
    int m_block = largestBlock;
};

} // namespace packwarden
