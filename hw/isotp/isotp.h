// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCanBusFrame>
#include <QList>

#include <optional>

namespace packwarden::isotp {

/// N_Result of ISO 15765-2:2016, 8.3.8; resultName() gives the name as the standard writes it.
enum class NResult {
    Ok,
    TimeoutA,
    TimeoutBs,
    TimeoutCr,
    WrongSn,
    InvalidFs,
    UnexpPdu,
    WftOvrn,
    BufferOvflw,
    Error, ///< any other failure: cancelled, or not sendable
};
QLatin1String resultName(NResult result);

/// Which frames are accepted, and how this end sends.
enum class Format {
    Classic,
    Fd, ///< CAN FD frames only
    AsAsked, ///< both; answers go as the last message of the peer came
};

/// One end of an address pair. Times are microseconds of a monotonic clock.
struct Config
{
    quint32 transmitId = 0; ///< 29-bit identifier of what this end sends
    quint32 receiveId = 0; ///< 29-bit identifier of what it accepts
    quint32 functionalId = 0; ///< single frames are accepted from it, too; 0: none
    Format format = Format::Classic;
    int frameLength = 64; ///< TX_DL of CAN FD: 8, 12, 16, 20, 24, 32, 48 or 64; classic frames have 8
    bool bitRateSwitch = true; ///< BRS of the CAN FD frames sent
    quint8 blockSize = 0; ///< BS of every FC sent
    quint8 separationTime = 0; ///< STmin of every FC sent
    int receiveLimit = 65535; ///< longer messages are answered by FC OVFLW
    quint8 padding = 0xCC;
    int maxWaits = 10; ///< N_WFTmax, both as sender of FC WAIT and as the one who accepts them
    qint64 timeout = 1'000'000; ///< N_As, N_Ar, N_Bs, N_Cr
    qint64 waitInterval = 500'000; ///< N_Br: from one FC WAIT to the next
    /// With STmin 0 no more than burst frames leave at once, then burstInterval passes: no CAN interface has back
    /// pressure, and its queue is short.
    int burst = 8;
    qint64 burstInterval = 1'000;
};

struct Message
{
    QByteArray bytes;
    bool functional = false;
    bool operator==(const Message &) const = default;
};

/// What a step asked for or brought about, in order.
struct Output
{
    QList<QCanBusFrame> frames; ///< to be sent now
    QList<Message> messages; ///< received whole (N_USData.indication, N_OK)
    QList<NResult> receiveFailures; ///< receptions ended without a message
    QList<NResult> confirmations; ///< one for each accepted send() (N_USData.confirm)
    bool receptionStarted = false; ///< a first frame was accepted (N_USData_FF.indication)
};

/// ISO 15765-2 over classic CAN and CAN FD, normal fixed addressing, as a pure state machine: frames and time go in;
/// frames, messages and results come out. No clock, no device, no allocation beyond the receive limit. Symmetric:
/// console and pack use it alike. Full duplex; one transfer per direction, all its frames of one format. The first FC
/// of a message fixes BS and STmin (what a later FC says of them is ignored); a CF that the block did not allow for is
/// taken all the same.
class Channel final
{
public:
    explicit Channel(const Config &config);

    /// False (and nothing else happens) if a transmission runs, or the message is empty.
    bool send(const QByteArray &message, qint64 now, Output &out);
    /// Any frame of the bus; what is not for this channel or malformed is ignored.
    void receive(const QCanBusFrame &frame, qint64 now, Output &out);
    /// To be called at nextDeadline() or later; earlier it does nothing.
    void advance(qint64 now, Output &out);
    /// The device did not take this frame of an Output now. It is offered again after burstInterval; after the time-out
    /// the transfer ends with N_TIMEOUT_A.
    void refused(const QCanBusFrame &frame, qint64 now);
    /// To be called while nothing is under way.
    void setFormat(Format format) { m_config.format = format; }
    void setBurst(int frames) { m_config.burst = frames; }
    /// While busy, a reception is held up by FC WAIT at its next block.
    void setBusy(bool busy, qint64 now, Output &out);
    /// Ends the transmission with NResult::Error; the peer sees N_TIMEOUT_Cr.
    void cancel(Output &out);
    /// Nobody wants what is being received: the rest of it is ignored.
    void dropReception() { m_rx = {}; }
    /// The bus is gone: ends both directions with N_TIMEOUT_A.
    void busLost(Output &out);

    bool isSending() const { return m_tx.state != TxState::Idle; }
    bool isReceiving() const { return m_rx.active; }
    std::optional<qint64> nextDeadline() const;
    const Config &config() const { return m_config; }

private:
    enum class TxState { Idle, WaitFlowControl, Sending, Finishing };
    /// Frames that the device refused, to be offered again.
    struct Held
    {
        QList<QCanBusFrame> frames;
        std::optional<qint64> since;
        qint64 retryAt = 0;
    };
    struct Transmission
    {
        TxState state = TxState::Idle;
        bool fd = false;
        QByteArray bytes;
        qsizetype offset = 0;
        quint8 sequence = 1;
        bool flowControlSeen = false;
        int blockSize = 0;
        int leftInBlock = 0;
        qint64 gap = 0;
        int waits = 0;
        qint64 deadline = 0;
        Held held;
    };
    struct Reception
    {
        bool active = false;
        bool waiting = false; ///< FC WAIT was sent
        bool fd = false;
        qsizetype frameLength = 8; ///< RX_DL, as the FF has shown it
        QByteArray bytes;
        qsizetype length = 0;
        quint8 sequence = 1;
        int leftInBlock = 0;
        int waits = 0;
        qint64 deadline = 0;
        Held held;
    };

    bool accepts(const QCanBusFrame &frame) const;
    void receiveSingle(const QCanBusFrame &frame, Output &out);
    void receiveFirst(const QCanBusFrame &frame, qint64 now, Output &out);
    void receiveConsecutive(const QCanBusFrame &frame, qint64 now, Output &out);
    void receiveFlowControl(const QCanBusFrame &frame, qint64 now, Output &out);
    enum class Offer { Nothing, Offered, TimedOut };
    Offer offerHeld(Held &held, qint64 now, Output &out);
    void advanceTransmission(qint64 now, Output &out);
    void advanceReception(qint64 now, Output &out);
    void sendConsecutive(qint64 now, Output &out);
    void grant(qint64 now, Output &out);
    void endReception(NResult result, Output &out);
    void endTransmission(NResult result, Output &out);
    bool answersInFd() const;
    QCanBusFrame frame(QByteArray data, bool fd) const;
    QCanBusFrame flowControl(quint8 status, bool fd) const;

    Config m_config;
    Transmission m_tx;
    Reception m_rx;
    bool m_busy = false;
    bool m_askedInFd = false; ///< how the peer's last message came
};

/// STmin as microseconds; reserved values count as 127 ms (9.6.5.5).
qint64 separationMicroseconds(quint8 stMin);

} // namespace packwarden::isotp
