// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/documenttransfer.h"

namespace packwarden {

namespace {

enum Service : quint8 { RequestDownload = 0x34, RequestUpload = 0x35, TransferData = 0x36, RequestTransferExit = 0x37 };
constexpr quint8 plainFormat = 0x00; // neither compressed nor encrypted
constexpr quint8 fourAndFour = 0x44; // addressAndLengthFormatIdentifier
constexpr quint32 wholeDocument = 0xFFFFFFFF;
constexpr int blockOverhead = 2; // service and counter, which maxNumberOfBlockLength includes

QByteArray longWord(quint32 value)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.append(char(value >> shift & 0xFF));
    return bytes;
}

QByteArray transferRequest(Service service, quint32 address, quint32 length)
{
    QByteArray request(1, char(service));
    request.append(char(plainFormat)).append(char(fourAndFour));
    return request + longWord(address) + longWord(length);
}

/// Data bytes a block from lengthFormatIdentifier and maxNumberOfBlockLength; 0 if they make no sense.
int blockLength(const QByteArray &data)
{
    const int width = data.isEmpty() ? 0 : quint8(data.at(0)) >> 4;
    if (width < 1 || width > 4 || data.size() != 1 + width)
        return 0;
    qint64 length = 0;
    for (int i = 0; i < width; ++i)
        length = length << 8 | quint8(data.at(1 + i));
    return int(qBound<qint64>(0, length - blockOverhead, qint64(DocumentTransfer::largestBlock)));
}

} // namespace

DocumentTransfer::DocumentTransfer(UdsClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void DocumentTransfer::upload(const QByteArray &bytes, Progress progress, Done done)
{
    const QByteArray request = transferRequest(RequestDownload, 0, quint32(bytes.size()));
    m_client.request(request, [this, bytes, progress, done](const UdsAnswer &answer) {
        if (!answer.ok())
            return done(answer.error);
        m_block = blockLength(answer.data);
        if (m_block == 0)
            return done({Code::UnexpectedAnswer, QStringLiteral("74")});
        sendBlock(bytes, 0, 1, progress, done);
    });
}

void DocumentTransfer::sendBlock(
    const QByteArray &bytes, qsizetype offset, quint8 counter, Progress progress, Done done)
{
    progress(qMin(offset, bytes.size()), bytes.size());
    if (offset >= bytes.size())
        return exit({}, done);
    QByteArray request(1, char(TransferData));
    request.append(char(counter)).append(bytes.mid(offset, m_block));
    auto next = [=, this](const UdsAnswer &answer) {
        if (!answer.ok())
            return done(answer.error);
        sendBlock(bytes, offset + m_block, quint8(counter + 1), progress, done);
    };
    m_client.request(request, next, 1);
}

void DocumentTransfer::read(int kind, int index, Done done)
{
    const quint32 address = quint32(kind) << 24 | quint32(index);
    m_client.request(transferRequest(RequestUpload, address, wholeDocument), [this, done](const UdsAnswer &answer) {
        if (!answer.ok())
            return done(answer.error);
        if (blockLength(answer.data) == 0)
            return done({Code::UnexpectedAnswer, QStringLiteral("75")});
        readBlock({}, 1, done);
    });
}

void DocumentTransfer::readBlock(QByteArray soFar, quint8 counter, Done done)
{
    QByteArray request(1, char(TransferData));
    request.append(char(counter));
    auto next = [=, this](const UdsAnswer &answer) {
        if (!answer.ok())
            return done(answer.error);
        const QByteArray block = answer.data.mid(1);
        if (soFar.size() + block.size() > largestDocument)
            return done({Code::TooLarge, QStringLiteral("35")});
        // An empty block is the end.
        if (block.isEmpty())
            exit(soFar, done);
        else
            readBlock(soFar + block, quint8(counter + 1), done);
    };
    m_client.request(request, next, 1);
}

void DocumentTransfer::exit(const QByteArray &bytes, Done done)
{
    m_client.request(QByteArray(1, char(RequestTransferExit)), [bytes, done](const UdsAnswer &answer) {
        if (answer.ok())
            done(bytes);
        else
            done(answer.error);
    });
}

} // namespace packwarden
