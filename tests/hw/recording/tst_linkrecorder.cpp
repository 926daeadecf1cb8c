// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/memorywire.h"
#include "hw/link/linkthread.h"
#include "hw/link/portfactory.h"
#include "hw/recording/linkrecorder.h"
#include "tests/support/fixedclock.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QCanBusFrame frameOf(quint32 id)
{
    QCanBusFrame frame(id, QByteArray(8, 'x'));
    frame.setExtendedFrameFormat(true);
    return frame;
}

RecordingState lastOf(const QSignalSpy &changed)
{
    return changed.isEmpty() ? RecordingState() : changed.constLast().constFirst().value<RecordingState>();
}

} // namespace

class LinkRecorderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsWhatALinkHearsAndSays();
    void aRecordingIsNotRecorded();
    void livesWithItsThread();

private:
    QTemporaryDir m_folder;
    FixedClock m_clock;
};

void LinkRecorderTest::recordsWhatALinkHearsAndSays()
{
    MemoryWire wire;
    MemoryPort pack(wire);
    pack.open();
    LinkRecorder recorder(m_clock);
    QSignalSpy changed(&recorder, &LinkRecorder::changed);
    QSignalSpy failed(&recorder, &LinkRecorder::failed);
    const CanPortFactory factory
        = recorder.watching([&](const QString &, QObject *parent) { return new MemoryPort(wire, parent); });
    std::unique_ptr<CanPort> port(factory(QStringLiteral("memory:can7"), nullptr));
    port->open();
    QTRY_COMPARE(port->state(), CanPort::State::Open);
    QTRY_COMPARE(pack.state(), CanPort::State::Open);
    QVERIFY(pack.send(frameOf(0x18FF0010))); // before anybody wants a recording
    QSignalSpy heard(port.get(), &CanPort::framesReceived);
    QTRY_COMPARE(heard.size(), 1);
    const QString path = m_folder.filePath(QStringLiteral("some/where/new/a.log"));
    recorder.start(path);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(lastOf(changed), (RecordingState{true, path, 1}));
    QVERIFY(port->send(frameOf(0x18DA10F1)));
    QTRY_COMPARE(lastOf(changed).frames, 2); // told now and then
    recorder.stop();
    QCOMPARE(lastOf(changed), (RecordingState{false, path, 2}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count('\n'), 2);
    QVERIFY(text.contains(" can7 18FF0010#") && text.contains(" can7 18DA10F1#"));
    recorder.start(path); // there is one already
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Code::FileUnwritable);
    QVERIFY(!lastOf(changed).recording);
}

void LinkRecorderTest::aRecordingIsNotRecorded()
{
    LinkRecorder recorder(m_clock);
    MemoryWire wire;
    CanPort *made = nullptr;
    const CanPortFactory factory
        = recorder.watching([&](const QString &, QObject *parent) { return made = new MemoryPort(wire, parent); });
    const std::unique_ptr<CanPort> port(factory(QStringLiteral("replay:/somewhere/a.log"), nullptr));
    QCOMPARE(port.get(), made);
}

void LinkRecorderTest::livesWithItsThread()
{
    const QString path = m_folder.filePath(QStringLiteral("thread.log"));
    RecordingState last;
    {
        LinkThread link(m_clock, &makeGuestPort);
        connect(link.recorder(), &LinkRecorder::changed, this, [&](const RecordingState &state) { last = state; });
        QVERIFY(link.recorder()->thread() == link.link()->thread() && link.recorder()->thread() != thread());
        QMetaObject::invokeMethod(link.recorder(), [recorder = link.recorder(), path] { recorder->start(path); });
        QTRY_VERIFY(last.recording);
    }
    QVERIFY(QFileInfo::exists(path));
}

QTEST_GUILESS_MAIN(LinkRecorderTest)
#include "tst_linkrecorder.moc"
