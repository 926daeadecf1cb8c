// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/canbits.h"

namespace packwarden {

namespace {

constexpr int acknowledgeBits = 3; // delimiter of the CRC, acknowledge, its delimiter
constexpr int endBits = 7;
constexpr int betweenFrames = 3;

/// Counts the bits and puts a stuff bit after each five of a kind.
class Stuffer final
{
public:
    void add(bool bit)
    {
        const bool crcBit = bit != ((m_crc >> 14 & 1) != 0);
        m_crc = (m_crc << 1) & 0x7FFF;
        if (crcBit)
            m_crc ^= 0x4599;
        addRaw(bit);
    }
    void add(quint32 value, int bits)
    {
        while (bits-- > 0)
            add((value >> bits & 1) != 0);
    }
    /// The CRC of 15 bits of all that was added; stuffed, too.
    void addCrc()
    {
        const quint32 crc = m_crc;
        for (int bit = 14; bit >= 0; --bit)
            addRaw((crc >> bit & 1) != 0);
    }
    /// In CAN FD none follows the last bit of the data: a fixed one does.
    int bitsWithoutLastStuff() const { return m_bits - (m_stuffedLast ? 1 : 0); }
    int bits() const { return m_bits; }

private:
    void addRaw(bool bit)
    {
        m_run = m_bits > 0 && bit == m_previous ? m_run + 1 : 1;
        m_previous = bit;
        ++m_bits;
        m_stuffedLast = m_run == 5;
        if (m_stuffedLast) {
            m_previous = !bit;
            m_run = 1;
            ++m_bits;
        }
    }

    quint32 m_crc = 0;
    int m_bits = 0;
    int m_run = 0;
    bool m_previous = false;
    bool m_stuffedLast = false;
};

int lengthCode(qsizetype length)
{
    constexpr int longer[] = {12, 16, 20, 24, 32, 48, 64};
    if (length <= 8)
        return int(length);
    int code = 9;
    for (int limit : longer) {
        if (length <= limit)
            break;
        ++code;
    }
    return code;
}

void addIdentifier(Stuffer &stuffer, const QCanBusFrame &frame, bool remote, bool fd)
{
    stuffer.add(false); // start of frame
    if (!frame.hasExtendedFrameFormat()) {
        stuffer.add(frame.frameId(), 11);
        stuffer.add(remote && !fd);
        stuffer.add(false);
        return;
    }
    stuffer.add(frame.frameId() >> 18, 11);
    stuffer.add(0b11, 2); // substitute, extension
    stuffer.add(frame.frameId() & 0x3FFFF, 18);
    stuffer.add(remote && !fd);
}

WireBits classicBits(const QCanBusFrame &frame)
{
    const bool remote = frame.frameType() == QCanBusFrame::RemoteRequestFrame;
    const QByteArray payload = remote ? QByteArray() : frame.payload();
    Stuffer stuffer;
    addIdentifier(stuffer, frame, remote, false);
    stuffer.add(0, frame.hasExtendedFrameFormat() ? 2 : 1); // reserved
    stuffer.add(quint32(frame.payload().size()), 4);
    for (const char byte : payload)
        stuffer.add(quint8(byte), 8);
    stuffer.addCrc();
    return {stuffer.bits() + acknowledgeBits + endBits + betweenFrames, 0};
}

WireBits fdBits(const QCanBusFrame &frame)
{
    const QByteArray payload = frame.payload();
    Stuffer stuffer;
    addIdentifier(stuffer, frame, false, true);
    stuffer.add(0b10, 2); // CAN FD, reserved
    stuffer.add(frame.hasBitrateSwitch());
    const int before = stuffer.bits();
    stuffer.add(frame.hasErrorStateIndicator());
    stuffer.add(quint32(lengthCode(payload.size())), 4);
    for (const char byte : payload)
        stuffer.add(quint8(byte), 8);
    // The count of the stuff bits and the CRC have fixed stuff bits: one before, and one after each four bits.
    const int check = 4 + (payload.size() <= 16 ? 17 : 21);
    const int fast = stuffer.bitsWithoutLastStuff() - before + check + 1 + check / 4 + 1; // with the CRC's delimiter
    const int slow = before + acknowledgeBits - 1 + endBits + betweenFrames;
    return frame.hasBitrateSwitch() ? WireBits{slow, fast} : WireBits{slow + fast, 0};
}

} // namespace

WireBits wireBits(const QCanBusFrame &frame)
{
    return frame.hasFlexibleDataRateFormat() ? fdBits(frame) : classicBits(frame);
}

double wireSeconds(const QCanBusFrame &frame, int bitRate, int dataRate)
{
    const WireBits bits = wireBits(frame);
    return double(bits.nominal) / bitRate + double(bits.data) / (dataRate > 0 ? dataRate : bitRate);
}

} // namespace packwarden
