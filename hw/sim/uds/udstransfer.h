// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/uds/udsreply.h"

namespace packwarden::sim {

class PackReader;

/// Services 34, 35, 36 and 37: one document up or down at a time, in blocks. Pure. The reader must outlive it.
class UdsTransfer final
{
public:
    /// Length of a whole 36 message: 4093 data bytes, the block counter and the service identifier.
    static constexpr int maxBlockLength = 4095;
    static constexpr int maxUpload = 128 * 1024;

    explicit UdsTransfer(const PackReader &reader)
        : m_reader(reader)
    {
    }

    UdsReply request(const QByteArray &request); ///< 34, 35
    UdsReply data(const QByteArray &request); ///< 36
    UdsReply exit(const QByteArray &request); ///< 37
    /// What was uploaded whole, waiting for routine 0201.
    const QByteArray &uploaded() const { return m_uploaded; }
    QByteArray takeUploaded() { return std::exchange(m_uploaded, {}); }
    void forget();

private:
    enum class Direction { None, Upload, Download };
    struct Transfer
    {
        Direction direction = Direction::None; ///< as the console sees it: Upload is towards the pack
        QByteArray bytes;
        qint64 expected = 0; ///< length announced by 34
        qsizetype offset = 0; ///< of the next block to be read by 36
        quint8 counter = 0; ///< of the last block
        QByteArray lastBlock;
        bool ended = false; ///< the empty block was given
    };

    UdsReply receiveBlock(const QByteArray &request);
    UdsReply sendBlock(const QByteArray &request);

    const PackReader &m_reader;
    Transfer m_transfer;
    QByteArray m_uploaded;
};

} // namespace packwarden::sim
