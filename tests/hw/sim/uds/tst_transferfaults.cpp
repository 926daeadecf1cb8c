// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/isotp/isotp.h"
#include "hw/uds/documentkind.h"
#include "models/core/documents/documentfile.h"
#include "tests/hw/sim/support/testpack.h"
#include "tests/support/sample.h"

#include <QtEndian>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

enum class Fault { None, Lost, Repeated, Swapped, Delayed, Flipped, PowerCut };

constexpr qint64 millisecond = 1'000;

/// A tester and a pack with a bus between them, in time that the test owns. One frame of the bus meets the fault.
class FaultyBus final
{
public:
    explicit FaultyBus(TestPack &pack)
        : m_pack(pack)
        , m_tester({0x18DA10F1, 0x18DAF110})
        , m_node({0x18DAF110, 0x18DA10F1})
    {
    }

    /// Uploads and applies; true if the pack said that it applied it, now or before.
    bool deliver(const QByteArray &document, int kind)
    {
        QByteArray length(4, '\0');
        qToBigEndian(quint32(document.size()), length.data());
        if (!positive(QByteArray::fromHex("1002")) || !positive(QByteArray::fromHex("34004400000000") + length))
            return false;
        constexpr int block = sim::UdsServer::maxBlockLength - 2;
        quint8 counter = 0;
        for (qsizetype offset = 0; offset < document.size(); offset += block) {
            if (!positive(QByteArray(1, char(0x36)) + char(++counter) + document.mid(offset, block)))
                return false;
        }
        return positive(QByteArray::fromHex("37")) && positive(m_pack.applyRequest(document, kind));
    }

    void setFault(Fault fault, qsizetype index)
    {
        m_fault = fault;
        m_faultAt = index;
        m_frames = 0;
    }
    qsizetype frames() const { return m_frames; }
    /// Whatever was open times out, at both ends.
    void rest()
    {
        run([] { return false; }, 12'000 * millisecond);
        m_answers.clear();
    }

private:
    struct Flying
    {
        QCanBusFrame frame;
        bool toPack = false;
        qint64 at = 0;
    };

    bool positive(const QByteArray &request)
    {
        m_answers.clear();
        isotp::Output out;
        if (!m_tester.send(request, m_now, out))
            return false;
        take(out, true);
        const auto answered = [&] {
            // A response pending is no answer yet.
            while (!m_answers.isEmpty() && m_answers.constFirst().startsWith(QByteArray::fromHex("7f"))
                && m_answers.constFirst().endsWith('\x78'))
                m_answers.removeFirst();
            return !m_answers.isEmpty();
        };
        run(answered, 6'000 * millisecond);
        return !m_answers.isEmpty() && quint8(m_answers.constFirst().at(0)) == quint8(request.at(0)) + 0x40;
    }

    void take(const isotp::Output &out, bool fromTester)
    {
        for (const QCanBusFrame &frame : out.frames)
            transmit(frame, fromTester);
        for (const isotp::Message &message : out.messages) {
            if (fromTester)
                m_answers.append(message.bytes);
            else
                m_requests.append(message.bytes);
        }
    }

    void transmit(const QCanBusFrame &frame, bool toPack)
    {
        const bool hit = m_frames++ == m_faultAt;
        const Flying flying{frame, toPack, m_now + 250};
        if (!hit || m_fault == Fault::None) {
            m_flying.append(flying);
            return;
        }
        switch (m_fault) {
        case Fault::Lost:
            break;
        case Fault::Repeated:
            m_flying.append(flying);
            m_flying.append(flying);
            break;
        case Fault::Swapped:
            // Behind the next one of its direction, which leaves a little later.
            m_flying.append({frame, toPack, m_now + 2'000});
            break;
        case Fault::Delayed:
            m_flying.append({frame, toPack, m_now + 1'500 * millisecond});
            break;
        case Fault::Flipped: {
            QByteArray payload = frame.payload();
            payload[payload.size() / 2] = char(payload.at(payload.size() / 2) ^ 0x10);
            QCanBusFrame other = frame;
            other.setPayload(payload);
            m_flying.append({other, toPack, flying.at});
            break;
        }
        case Fault::PowerCut:
            m_pack.files.reboot(MemoryFiles::Loss::Unsynced);
            m_pack.boot();
            m_node = isotp::Channel(m_node.config());
            m_requests.clear();
            m_toSend.clear();
            break;
        case Fault::None:
            break;
        }
    }

    void run(const std::function<bool()> &done, qint64 patience)
    {
        const qint64 end = m_now + patience;
        while (m_now < end && !done()) {
            step();
            // To the next thing that happens, or a while if nothing is planned.
            qint64 next = m_now + 50 * millisecond;
            for (const Flying &flying : std::as_const(m_flying))
                next = std::min(next, flying.at);
            for (const isotp::Channel *channel : {&m_tester, &m_node}) {
                if (const auto deadline = channel->nextDeadline())
                    next = std::min(next, *deadline);
            }
            m_now = std::max(next, m_now + 1);
        }
    }

    void step()
    {
        std::stable_sort(
            m_flying.begin(), m_flying.end(), [](const Flying &a, const Flying &b) { return a.at < b.at; });
        while (!m_flying.isEmpty() && m_flying.constFirst().at <= m_now) {
            const Flying arrived = m_flying.takeFirst();
            isotp::Output out;
            (arrived.toPack ? m_node : m_tester).receive(arrived.frame, m_now, out);
            take(out, !arrived.toPack);
        }
        isotp::Output fromTester;
        m_tester.advance(m_now, fromTester);
        take(fromTester, true);
        isotp::Output fromNode;
        m_node.advance(m_now, fromNode);
        take(fromNode, false);
        const qint64 now = m_now / millisecond;
        while (!m_requests.isEmpty())
            m_toSend += m_pack.pack->uds().receive(m_requests.takeFirst(), false, now);
        if (m_toSend.isEmpty() && !m_node.isSending())
            m_toSend += m_pack.pack->uds().work(now);
        if (!m_toSend.isEmpty() && !m_node.isSending()) {
            isotp::Output out;
            m_node.send(m_toSend.takeFirst(), m_now, out);
            take(out, false);
        }
    }

    TestPack &m_pack;
    isotp::Channel m_tester;
    isotp::Channel m_node;
    QList<Flying> m_flying;
    QList<QByteArray> m_requests;
    QList<QByteArray> m_answers;
    QList<QByteArray> m_toSend;
    qint64 m_now = 1'000 * millisecond;
    Fault m_fault = Fault::None;
    qsizetype m_faultAt = -1;
    qsizetype m_frames = 0;
};

} // namespace

/// What becomes of a delivery when one of its frames meets a fault, for every frame (a sample of them, but for ./test
/// --long): the old state or the new one, never something between, and a clean delivery works right afterwards.
class TestTransferFaults final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aListAtEveryFrame_data();
    void aListAtEveryFrame();
    void aRequestAtManyFrames_data();
    void aRequestAtManyFrames();

private:
    void faultsAt(Fault fault, const QByteArray &document, int kind, const std::function<bool(qsizetype)> &isTried);

    CryptoRuntime m_crypto;
    TestWorld m_world;
    const PackState m_state = m_world.pack();
};

void TestTransferFaults::aListAtEveryFrame_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("case 81: lost") << int(Fault::Lost);
    QTest::newRow("case 81: repeated") << int(Fault::Repeated);
    QTest::newRow("case 81: out of order") << int(Fault::Swapped);
    QTest::newRow("case 81: delayed") << int(Fault::Delayed);
    QTest::newRow("case 92: power cut of the pack") << int(Fault::PowerCut);
    QTest::newRow("case 93: changed without notice") << int(Fault::Flipped);
}

void TestTransferFaults::faultsAt(
    Fault fault, const QByteArray &document, int kind, const std::function<bool(qsizetype)> &isTried)
{
    qsizetype frames = 0;
    {
        TestPack pack(m_world, m_state);
        FaultyBus bus(pack);
        QVERIFY(bus.deliver(document, kind));
        frames = bus.frames();
        QVERIFY(frames > 50);
    }
    TestPack pristine(m_world, m_state);
    const sim::PackContents before = pristine.contents();
    int applied = 0;
    for (qsizetype k = 0; k < frames; ++k) {
        if (!isTried(k))
            continue;
        TestPack pack(m_world, m_state);
        FaultyBus bus(pack);
        bus.setFault(fault, k);
        const bool said = bus.deliver(document, kind);
        const bool isNew = pack.contents().crls != before.crls || pack.contents().values != before.values;
        applied += isNew;
        QVERIFY2(!said || isNew, qPrintable(QStringLiteral("frame %1: applied, it said").arg(k)));
        if (!isNew)
            QVERIFY2(pack.contents().receipts == before.receipts, qPrintable(QStringLiteral("frame %1").arg(k)));
        bus.setFault(Fault::None, -1);
        bus.rest();
        QVERIFY2(bus.deliver(document, kind), qPrintable(QStringLiteral("frame %1: clean afterwards").arg(k)));
    }
    qInfo("%lld frames, applied in spite of the fault %d times", qint64(frames), applied);
}

void TestTransferFaults::aListAtEveryFrame()
{
    QFETCH(const int, fault);
    const Sample sample(6);
    faultsAt(Fault(fault), encodeCrlEntry(m_world.crl(QStringLiteral("celldata"), {}, 2)), documentkind::crl,
        [&](qsizetype frame) { return sample.takes(frame); });
}

void TestTransferFaults::aRequestAtManyFrames_data()
{
    aListAtEveryFrame_data();
}

void TestTransferFaults::aRequestAtManyFrames()
{
    QFETCH(const int, fault);
    const QByteArray document = m_world.signedBytes(m_world.request(m_state, QStringLiteral("soc.max"), 95000),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    constexpr int stride = 97;
    faultsAt(Fault(fault), document, documentkind::request, [](qsizetype frame) { return frame % stride == 0; });
}

QTEST_GUILESS_MAIN(TestTransferFaults)
#include "tst_transferfaults.moc"
