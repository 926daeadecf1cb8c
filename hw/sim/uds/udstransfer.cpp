// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/uds/udstransfer.h"

#include "hw/sim/gate/packreader.h"
#include "hw/sim/uds/udsservices.h"
#include "models/core/base/breakable.h"

namespace packwarden::sim {

using namespace uds;

void UdsTransfer::forget()
{
    m_transfer = {};
    m_uploaded.clear();
}

UdsReply UdsTransfer::request(const QByteArray &request)
{
    const bool upload = at(request, 0) == RequestDownload;
    constexpr int minimumLength = 5;
    if (request.size() < minimumLength)
        return {nrc::incorrectLength, {}};
    const int widths = (at(request, 2) >> 4) + (at(request, 2) & 0x0F);
    if (request.size() != 3 + widths)
        return {nrc::incorrectLength, {}};
    if (at(request, 1) != 0x00 || at(request, 2) != 0x44)
        return {nrc::requestOutOfRange, {}};
    const quint32 address = qFromBigEndian<quint32>(request.constData() + 3);
    const quint32 length = qFromBigEndian<quint32>(request.constData() + 7);
    Transfer next;
    if (upload) {
        if (address != 0 || length == 0 || (length > maxUpload && !broken("longest-upload")))
            return {nrc::requestOutOfRange, {}};
        next.direction = Direction::Upload;
        next.expected = length;
    } else {
        constexpr quint32 whole = 0xFFFFFFFF;
        const auto document = m_reader.document(int(address >> 24), int(address & 0x00FFFFFF));
        if (!document || length == 0 || (length != whole && length > quint32(document->size())))
            return {nrc::requestOutOfRange, {}};
        next.direction = Direction::Download;
        next.bytes = length == whole ? *document : document->left(length);
    }
    if (m_transfer.direction != Direction::None)
        return {nrc::conditionsNotCorrect, {}};
    m_transfer = next;
    if (upload)
        m_uploaded.clear();
    QByteArray answer(4, '\0');
    answer[0] = char(at(request, 0) + 0x40);
    answer[1] = char(0x20);
    qToBigEndian(quint16(maxBlockLength), answer.data() + 2);
    return {nrc::none, answer};
}

UdsReply UdsTransfer::data(const QByteArray &request)
{
    if (request.size() < 2 || request.size() > maxBlockLength)
        return {nrc::incorrectLength, {}};
    switch (m_transfer.direction) {
    case Direction::Upload:
        return receiveBlock(request);
    case Direction::Download:
        return sendBlock(request);
    default:
        return {nrc::requestSequenceError, {}};
    }
}

UdsReply UdsTransfer::receiveBlock(const QByteArray &request)
{
    if (request.size() == 2)
        return {nrc::incorrectLength, {}};
    const QByteArray block = request.mid(2);
    const quint8 counter = at(request, 1);
    const UdsReply taken{nrc::none, QByteArray(1, char(TransferData + 0x40)) + char(counter)};
    // A repeated block was taken, but its answer was lost: answer again, write nothing (ISO 14229-1, 15.4).
    if (!m_transfer.bytes.isEmpty() && counter == m_transfer.counter && block == m_transfer.lastBlock)
        return taken;
    if (counter != quint8(m_transfer.counter + 1) && !broken("block-counter"))
        return {nrc::wrongBlockSequenceCounter, {}};
    if (m_transfer.bytes.size() == m_transfer.expected)
        return {nrc::requestSequenceError, {}};
    if (m_transfer.bytes.size() + block.size() > m_transfer.expected)
        return {nrc::requestOutOfRange, {}};
    m_transfer.bytes += block;
    m_transfer.counter = counter;
    m_transfer.lastBlock = block;
    return taken;
}

UdsReply UdsTransfer::sendBlock(const QByteArray &request)
{
    if (request.size() != 2)
        return {nrc::incorrectLength, {}};
    const quint8 counter = at(request, 1);
    const bool again = counter == m_transfer.counter && (m_transfer.offset > 0 || m_transfer.ended);
    if (!again) {
        if (counter != quint8(m_transfer.counter + 1))
            return {nrc::wrongBlockSequenceCounter, {}};
        if (m_transfer.ended)
            return {nrc::requestSequenceError, {}};
        m_transfer.lastBlock = m_transfer.bytes.mid(m_transfer.offset, maxBlockLength - 2);
        m_transfer.offset += m_transfer.lastBlock.size();
        m_transfer.ended = m_transfer.lastBlock.isEmpty();
        m_transfer.counter = counter;
    }
    return {nrc::none, QByteArray(1, char(TransferData + 0x40)) + char(counter) + m_transfer.lastBlock};
}

UdsReply UdsTransfer::exit(const QByteArray &request)
{
    if (request.size() != 1)
        return {nrc::incorrectLength, {}};
    const bool incomplete = m_transfer.direction == Direction::Upload && m_transfer.bytes.size() != m_transfer.expected
        && !broken("whole-upload");
    if (m_transfer.direction == Direction::None || incomplete)
        return {nrc::requestSequenceError, {}};
    if (m_transfer.direction == Direction::Upload)
        m_uploaded = m_transfer.bytes;
    m_transfer = {};
    return {nrc::none, QByteArray(1, char(RequestTransferExit + 0x40))};
}

} // namespace packwarden::sim
