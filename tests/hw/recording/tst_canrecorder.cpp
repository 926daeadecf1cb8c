// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/memorywire.h"
#include "hw/can/recordingport.h"
#include "hw/recording/canrecorder.h"
#include "tests/support/fixedclock.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QStringConverter>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QCanBusFrame frameOf(quint32 id, const QByteArray &payload, bool extended = true)
{
    QCanBusFrame frame(id, payload);
    frame.setExtendedFrameFormat(extended);
    return frame;
}

QCanBusFrame fdFrame(const QByteArray &payload, bool switched = true, bool errorState = false)
{
    QCanBusFrame frame = frameOf(0x18DA10F1, payload);
    frame.setFlexibleDataRateFormat(true);
    frame.setBitrateSwitch(switched);
    frame.setErrorStateIndicator(errorState);
    return frame;
}

/// A frame that bears its number.
QCanBusFrame numbered(quint32 number)
{
    QByteArray payload(8, '\0');
    for (int i = 0; i < 4; ++i)
        payload[i] = char(number >> (24 - 8 * i));
    return frameOf(0x18FF0010, payload);
}

QList<QCanBusFrame> numbers(quint32 from, quint32 to)
{
    QList<QCanBusFrame> frames;
    for (quint32 number = from; number < to; ++number)
        frames.append(numbered(number));
    return frames;
}

bool same(const QCanBusFrame &a, const QCanBusFrame &b)
{
    return a.frameId() == b.frameId() && a.payload() == b.payload()
        && a.hasExtendedFrameFormat() == b.hasExtendedFrameFormat()
        && a.hasFlexibleDataRateFormat() == b.hasFlexibleDataRateFormat()
        && a.hasBitrateSwitch() == b.hasBitrateSwitch() && a.hasErrorStateIndicator() == b.hasErrorStateIndicator();
}

struct Read
{
    QList<LoggedFrame> frames;
    qint64 skipped = 0;
};

Read readAll(const QString &path)
{
    Read read;
    CanLogReader reader;
    if (!reader.open(path).ok())
        return read;
    while (const auto logged = reader.next())
        read.frames.append(*logged);
    read.skipped = reader.skipped();
    return read;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class CanRecorderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lines_data();
    void lines();
    void linesThatAreNone_data();
    void linesThatAreNone();
    void anyFrameComesBack();
    void anyBytesAreRead();
    void interfaceWords_data();
    void interfaceWords();
    void writtenAsItGoes();
    void beginsWithWhatWasBefore();
    void keepsNoMoreThanItShould();
    void timeNeverRunsBackwards();
    void neverWritesOver();
    void endsAtItsLimit();
    void aFullDiskEndsIt();
    void cutAnywhere();
    void killedAnywhere();
    void bothWaysInOrder();
    void asOtherToolsWrite_data();
    void asOtherToolsWrite();
    void foreignLogsAreNamed_data();
    void foreignLogsAreNamed();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("bus.log")); }

    FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void CanRecorderTest::init()
{
    m_clock = FixedClock(1'436'509'052);
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void CanRecorderTest::lines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QCanBusFrame>("frame");
    QTest::newRow("extended") << QByteArray("(1436509052.249713) can0 18DA10F1#0322F18CCCCCCCCC")
                              << frameOf(0x18DA10F1, QByteArray::fromHex("0322F18CCCCCCCCC"));
    QTest::newRow("standard") << QByteArray("(1436509052.249713) can0 044#2A366C2BBA")
                              << frameOf(0x44, QByteArray::fromHex("2A366C2BBA"), false);
    QTest::newRow("extended with a small number")
        << QByteArray("(1436509052.249713) can0 00000044#") << frameOf(0x44, {});
    QTest::newRow("CAN FD with bit rate switch")
        << QByteArray("(1436509052.249713) can0 18DA10F1##10102030405060708090A0B0C")
        << fdFrame(QByteArray::fromHex("0102030405060708090A0B0C"));
    QTest::newRow("CAN FD without") << QByteArray("(1436509052.249713) can0 18DA10F1##00102")
                                    << fdFrame(QByteArray::fromHex("0102"), false);
    QTest::newRow("CAN FD, error passive")
        << QByteArray("(1436509052.249713) can0 18DA10F1##30102") << fdFrame(QByteArray::fromHex("0102"), true, true);
}

void CanRecorderTest::lines()
{
    QFETCH(QByteArray, line);
    QFETCH(QCanBusFrame, frame);
    QCOMPARE(canlog::line({1'436'509'052'249'713, frame}, "can0"), line + '\n');
    const auto read = canlog::parse(line);
    QVERIFY(read);
    QCOMPARE(read->microseconds, 1'436'509'052'249'713);
    QVERIFY(same(read->frame, frame));
    // As other tools write it: with the direction, in small letters, with the flag that says that CAN FD is CAN FD.
    QVERIFY(canlog::parse(line + " T"));
    QVERIFY(canlog::parse(line.toLower()));
    const QByteArray flagged = QByteArray(line).replace("##1", "##5").replace("##0", "##4").replace("##3", "##7");
    QVERIFY(same(canlog::parse(flagged)->frame, frame));
}

void CanRecorderTest::linesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line :
        {"", " ", "(1436509052.249713) can0", "(1436509052.249713) 18DA10F1#01", "1436509052.249713 can0 18DA10F1#01",
            "(1436509052) can0 18DA10F1#01", "(1436509052.24) can0 18DA10F1#01", "(-1.249713) can0 18DA10F1#01",
            "(99999999999999.000000) can0 18DA10F1#01", "(1436509052.249713) can0 18DA10F1#0",
            "(1436509052.249713) can0 18DA10F1#010203040506070809", "(1436509052.249713) can0 18DA10F1#R",
            "(1436509052.249713) can0 18DA10F1#R8", "(1436509052.249713) can0 18DA10F1##",
            "(1436509052.249713) can0 18DA10F1##1010203040506070809", "(1436509052.249713) can0 18DA10F1##G01",
            "(1436509052.249713) can0 0x8DA10F1#01", "(1436509052.249713) can0 8FF#01",
            "(1436509052.249713) can0 20000004#0000000000000000", "(1436509052.249713) can0 FFFFFFFF#01",
            "(1436509052.249713) can0 18DA10F1#01 T more", "(1436509052.249713) can0 18DA10F1", "# a remark"})
        QTest::newRow(line[0] ? line : "nothing") << QByteArray(line);
}

void CanRecorderTest::linesThatAreNone()
{
    QFETCH(QByteArray, line);
    QVERIFY(!canlog::parse(line));
}

void CanRecorderTest::anyFrameComesBack()
{
    QRandomGenerator random(7);
    static const QList<int> lengths{0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 20, 24, 32, 48, 64};
    for (int i = 0; i < 20'000; ++i) {
        const bool fd = random.bounded(2) != 0;
        QByteArray payload(lengths.at(random.bounded(fd ? 16 : 9)), '\0');
        for (char &byte : payload)
            byte = char(random.generate());
        const bool extended = random.bounded(2) != 0;
        QCanBusFrame frame = frameOf(random.bounded(extended ? 0x20000000u : 0x800u), payload, extended);
        if (fd) {
            frame.setFlexibleDataRateFormat(true);
            frame.setBitrateSwitch(random.bounded(2) != 0);
            frame.setErrorStateIndicator(random.bounded(2) != 0);
        }
        const qint64 time = qint64(random.bounded(quint64(1) << 50));
        const auto read = canlog::parse(canlog::line({time, frame}, "vcan0").chopped(1));
        QVERIFY(read && read->microseconds == time && same(read->frame, frame));
    }
}

void CanRecorderTest::anyBytesAreRead()
{
    QRandomGenerator random(8);
    const QByteArray good = canlog::line({m_clock.nowMicroseconds(), numbered(1)}, "can0");
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 5000; ++i) {
        QByteArray line = good;
        for (int changes = random.bounded(4); changes >= 0; --changes)
            line[random.bounded(int(line.size()))] = char(random.generate());
        file.write(line);
    }
    file.write(QByteArray(3'000'000, 'x')); // a line without an end
    file.close();
    const Read read = readAll(path());
    QVERIFY(read.skipped > 4000);
    for (const LoggedFrame &logged : read.frames)
        QVERIFY(CanPort::acceptable(logged.frame));
}

void CanRecorderTest::interfaceWords_data()
{
    QTest::addColumn<QString>("device");
    QTest::addColumn<QByteArray>("word");
    const std::pair<const char *, const char *> rows[] = {{"virtualcan:tcp://127.0.0.1:40000/can0?fd", "can0"},
        {"socketcan:can1", "can1"}, {"peakcan:usb0", "usb0"}, {"x:a b", "a_b"}, {"x:", "can"}, {"", "can"}};
    for (const auto &[device, word] : rows)
        QTest::newRow(device) << QString::fromLatin1(device) << QByteArray(word);
}

void CanRecorderTest::interfaceWords()
{
    QFETCH(QString, device);
    QFETCH(QByteArray, word);
    QCOMPARE(canlog::interfaceWord(device), word);
}

void CanRecorderTest::writtenAsItGoes()
{
    CanRecorder recorder(m_clock);
    QVERIFY(recorder.start(path()).ok());
    QVERIFY(recorder.isRecording());
    for (quint32 i = 0; i < 100; ++i) {
        recorder.take(numbers(i * 3, i * 3 + 3), "can0");
        m_clock.advance(10);
        // Somebody else reads it while it grows.
        const Read read = readAll(path());
        QCOMPARE(read.frames.size(), qsizetype(i + 1) * 3);
        QCOMPARE(read.skipped, 0);
        QVERIFY(same(read.frames.constLast().frame, numbered(i * 3 + 2)));
    }
    QCOMPARE(recorder.frames(), 300);
    recorder.stop();
    recorder.take(numbers(0, 3), "can0");
    QCOMPARE(readAll(path()).frames.size(), 300);
    QCOMPARE(readAll(path()).frames.at(299).microseconds, 1'436'509'052'990'000);
}

void CanRecorderTest::beginsWithWhatWasBefore()
{
    CanRecorder recorder(m_clock, {1000, 5'000'000, 1 << 20});
    recorder.take(numbers(0, 10), "can0");
    m_clock.advance(2000);
    recorder.take(numbers(10, 20), "can0");
    m_clock.advance(4000);
    recorder.take(numbers(20, 30), "can0");
    QVERIFY(recorder.start(path()).ok());
    recorder.take(numbers(30, 40), "can0");
    const Read read = readAll(path());
    QCOMPARE(read.frames.size(), 30); // the first ten are six seconds old
    for (int i = 0; i < 30; ++i)
        QVERIFY(same(read.frames.at(i).frame, numbered(quint32(10 + i))));
    QCOMPARE(read.frames.at(0).microseconds, 1'436'509'054'000'000);
    // The next recording begins with what it has of this one.
    recorder.stop();
    const QString second = m_folder->filePath(QStringLiteral("second.log"));
    QVERIFY(recorder.start(second).ok());
    QCOMPARE(readAll(second).frames.size(), 30);
    QCOMPARE(recorder.frames(), 30);
}

void CanRecorderTest::keepsNoMoreThanItShould()
{
    CanRecorder recorder(m_clock, {1000, 5'000'000, 1 << 20});
    for (quint32 i = 0; i < 200; ++i)
        recorder.take(numbers(i * 100, i * 100 + 100), "can0");
    QCOMPARE(recorder.kept(), 1000);
    m_clock.advance(5001);
    recorder.take(numbers(0, 1), "can0");
    QCOMPARE(recorder.kept(), 1);
}

void CanRecorderTest::timeNeverRunsBackwards()
{
    CanRecorder recorder(m_clock);
    QVERIFY(recorder.start(path()).ok());
    for (const int step : {0, 1000, -800, 100, 100, 2000}) {
        m_clock.advance(step);
        recorder.take(numbers(0, 1), "can0");
    }
    qint64 latest = 0;
    const Read read = readAll(path());
    QCOMPARE(read.frames.size(), 6);
    for (const LoggedFrame &logged : read.frames) {
        QVERIFY(logged.microseconds >= latest);
        latest = logged.microseconds;
    }
    QCOMPARE(latest, 1'436'509'054'400'000);
}

void CanRecorderTest::neverWritesOver()
{
    CanRecorder recorder(m_clock);
    recorder.take(numbers(0, 3), "can0");
    QVERIFY(recorder.start(path()).ok());
    QCOMPARE(recorder.start(m_folder->filePath(QStringLiteral("other.log"))).code(), Code::WrongState);
    recorder.stop();
    const QByteArray before = contentOf(path());
    QCOMPARE(recorder.start(path()).code(), Code::FileUnwritable);
    QVERIFY(!recorder.isRecording());
    QCOMPARE(contentOf(path()), before);
    QCOMPARE(recorder.start(QStringLiteral("/nowhere/at/all.log")).code(), Code::FileUnwritable);
}

void CanRecorderTest::endsAtItsLimit()
{
    const qsizetype line = canlog::line({m_clock.nowMicroseconds(), numbered(0)}, "can0").size();
    CanRecorder recorder(m_clock, {1000, 5'000'000, line * 25, line * 10});
    QSignalSpy failed(&recorder, &CanRecorder::failed);
    QCOMPARE(recorder.bytesLeft(), -1);
    QVERIFY(recorder.start(path()).ok());
    for (quint32 i = 0; i < 10; ++i) {
        // It is told before it comes.
        const qint64 left = line * (25 - i * 5);
        QCOMPARE(recorder.bytesLeft(), i > 5 || left >= line * 10 ? -1 : left);
        recorder.take(numbers(i * 5, i * 5 + 5), "can0");
    }
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Code::FileUnwritable);
    QVERIFY(!recorder.isRecording());
    QCOMPARE(readAll(path()).frames.size(), 25);
    QCOMPARE(readAll(path()).skipped, 0);
}

void CanRecorderTest::aFullDiskEndsIt()
{
    // A file that may not grow stands for a disk that is full.
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const struct rlimit most
        {
            4096, 4096
        };
        ::setrlimit(RLIMIT_FSIZE, &most);
        CanRecorder recorder(m_clock);
        int told = 0;
        connect(&recorder, &CanRecorder::failed, &recorder, [&told] { ++told; });
        const bool started = recorder.start(path()).ok();
        for (quint32 i = 0; i < 500; ++i)
            recorder.take(numbers(i, i + 1), "can0");
        ::_exit(started && told == 1 && !recorder.isRecording() ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    const Read read = readAll(path());
    QVERIFY(read.frames.size() > 50);
    for (int i = 0; i < read.frames.size(); ++i)
        QVERIFY(same(read.frames.at(i).frame, numbered(quint32(i))));
}

void CanRecorderTest::cutAnywhere()
{
    CanRecorder recorder(m_clock);
    QVERIFY(recorder.start(path()).ok());
    recorder.take(numbers(0, 4) + QList{fdFrame(QByteArray(12, 'x'))}, "can0");
    recorder.stop();
    const QByteArray whole = contentOf(path());
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(whole.left(length));
        file.close();
        const Read read = readAll(path());
        // Where only the end of its line is missing, a frame of 8 bytes is whole; of CAN FD nothing tells.
        const bool isLast = length > whole.lastIndexOf('\n', -2);
        const bool isWhole = !isLast && length < whole.size() && whole.at(length) == '\n';
        QCOMPARE(read.frames.size(), whole.left(length).count('\n') + (isWhole ? 1 : 0));
        QCOMPARE(read.skipped, length == 0 || whole.at(length - 1) == '\n' || isWhole ? 0 : 1);
    }
}

/// SIGKILL amid the writing: what is there is whole but for the last line, and nothing is missing in between.
void CanRecorderTest::killedAnywhere()
{
    for (int attempt = 0; attempt < 5; ++attempt) {
        const QString file = m_folder->filePath(QStringLiteral("killed%1.log").arg(attempt));
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            CanRecorder recorder(m_clock);
            if (!recorder.start(file).ok())
                ::_exit(1);
            for (quint32 number = 0;; number += 7)
                recorder.take(numbers(number, number + 7), "can0");
        }
        const qint64 enough = 200'000 * (attempt + 1);
        const auto grown = [&] {
            return QFileInfo(file).size() > enough;
        };
        const bool wrote = waitFor(grown, 20'000);
        ::kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(wrote && WIFSIGNALED(status));
        const Read read = readAll(file);
        QVERIFY(read.skipped <= 1);
        const qsizetype line = canlog::line({m_clock.nowMicroseconds(), numbered(0)}, "can0").size();
        QVERIFY(read.frames.size() >= enough / line);
        for (int i = 0; i < read.frames.size(); ++i)
            QVERIFY(same(read.frames.at(i).frame, numbered(quint32(i))));
    }
}

void CanRecorderTest::bothWaysInOrder()
{
    MemoryWire wire;
    MemoryPort other(wire);
    other.open();
    CanRecorder recorder(m_clock);
    QVERIFY(recorder.start(path()).ok());
    auto *inner = new MemoryPort(wire);
    RecordingPort port(inner, [&](const QList<QCanBusFrame> &frames) { recorder.take(frames, "can0"); });
    QSignalSpy states(&port, &CanPort::stateChanged);
    QSignalSpy heard(&port, &CanPort::framesReceived);
    port.open();
    QTRY_COMPARE(port.state(), CanPort::State::Open);
    QTRY_COMPARE(other.state(), CanPort::State::Open);
    QCOMPARE(states.size(), 2);
    QVERIFY(port.send(numbered(0)));
    inner->refuseNext(1);
    QVERIFY(!port.send(numbered(99))); // what the bus did not take was not there
    QVERIFY(other.send(numbered(1)));
    QTRY_COMPARE(heard.size(), 1);
    QVERIFY(port.send(numbered(2)));
    const Read read = readAll(path());
    QCOMPARE(read.frames.size(), 3);
    for (int i = 0; i < 3; ++i)
        QVERIFY(same(read.frames.at(i).frame, numbered(quint32(i))));
    wire.setBroken(true);
    QCOMPARE(port.state(), CanPort::State::Failed);
    QCOMPARE(port.detail(), inner->detail());
    QVERIFY(!port.asksInFd());
    inner->setAsksInFd(true);
    QVERIFY(port.asksInFd());
}

namespace {

/// Seconds since the first frame as candump writes them, each frame with 8 bytes of its own.
QByteArray logOf(const QList<double> &seconds, const QByteArray &interface = "can0")
{
    QByteArray text;
    for (qsizetype i = 0; i < seconds.size(); ++i)
        text += canlog::line({qint64(seconds.at(i) * 1e6) + 1'764'489'600'000'000, numbered(int(i))}, interface);
    return text;
}

QByteArray utf16(const QByteArray &text)
{
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    return encoder.encode(QString::fromLatin1(text));
}

} // namespace

void CanRecorderTest::asOtherToolsWrite_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("read"); // frames, lines skipped, and what else is told
    const QByteArray plain = logOf({0, 0.1, 0.2});
    const QByteArray one = logOf({0});
    const auto row = [](const char *name, const QByteArray &bytes, const char *read) {
        QTest::newRow(name) << bytes << QString::fromLatin1(read);
    };
    row("candump -L", plain, "3 frames");
    row("ends of lines of Windows", QByteArray(plain).replace("\n", "\r\n"), "3 frames");
    row("ends of lines of an old Mac", QByteArray(plain).replace('\n', '\r'), "3 frames");
    row("tabs", QByteArray(plain).replace(' ', '\t'), "3 frames");
    row("spaces before", ' ' + QByteArray(plain).replace("\n", "\n  ").trimmed() + '\n', "3 frames");
    row("a byte order mark", "\xEF\xBB\xBF" + plain, "3 frames");
    row("no end of the last line", plain.chopped(1), "3 frames");
    row("no end of the only line", one.chopped(1), "1 frames");
    row("the last line cut off", plain.chopped(3), "2 frames, 1 skipped");
    row("the last line cut off between two bytes", plain.chopped(5), "2 frames, 1 skipped");
    row("the only line cut off", one.chopped(5), "0 frames, 1 skipped");
    row("a shorter frame as before it, without its end", "(1.000000) can0 123#0102\n(2.000000) can0 123#0304",
        "2 frames");
    row("milliseconds", QByteArray(plain).replace("000)", ")"), "3 frames");
    row("nanoseconds", QByteArray(plain).replace(")", "000)"), "3 frames");
    row("dots between the bytes", "(1.000000) can0 18FF0010#38.4A.70.FE.7C.15.53.00\n", "1 frames");
    row("directions", "(1.000000) can0 123#01 R\n(2.000000) can0 123#02 T\n", "2 frames");
    row("a fourth word that is no direction", "(1.000000) can0 123#01 x\n" + one, "1 frames, 1 skipped");
    row("raw lengths", "(1.000000) can0 18FF0010#0011223344556677_9\n(2.000000) can0 18FF0010#0011223344556677_F\n",
        "2 frames");
    row("a raw length behind too few bytes", "(1.000000) can0 18FF0010#00112233_A\n" + one, "1 frames, 1 skipped");
    row("a raw length that is none", "(1.000000) can0 18FF0010#0011223344556677_8\n" + one, "1 frames, 1 skipped");
    row("remote frames", "(1.000000) can0 123#R\n(2.000000) can0 123#R8\n" + one, "1 frames, 2 remote");
    row("error frames", "(1.000000) can0 20000004#0004000000000000\n" + one, "1 frames, 1 errors");
    row("CAN XL", "(1.000000) can0 45123#81:00:12345678#11223344.556677\n" + one, "1 frames, 1 xl");
    row("nothing but remote and error frames", "(1.000000) can0 123#R\n(2.000000) can0 20000004#00\n",
        "0 frames, 1 remote, 1 errors");
    row("the screen form with times",
        " (1.000000)  can0  18FF0010   [8]  38 4A 70 FE 7C 15 53 00\n (2.000000)  can0  123   [2]  01 02   '..'\n",
        "2 frames");
    row("the screen form with directions", " (1.000000)  can0  RX - -  18FF0010   [2]  38 4A\n", "1 frames");
    row("the screen form, CAN FD", " (1.000000)  can0  18FF0010  [12]  00 01 02 03 04 05 06 07 08 09 0A 0B\n",
        "1 frames");
    row("the screen form, remote and error frames",
        " (1.000000)  can0  123   [0]  remote request\n (2.000000)  can0  20000004   [8]  00 04 00 00 00 00 00 00   "
        "ERRORFRAME\n"
            + one,
        "1 frames, 1 remote, 1 errors");
    row("the screen form, a byte missing", " (1.000000)  can0  18FF0010   [8]  38 4A 70\n" + one,
        "1 frames, 1 skipped");
    row("two interfaces", logOf({0, 1}) + logOf({2}, "can1"), "3 frames, 2 interfaces");
    row("a pause", logOf({0, 1, 601, 602}), "4 frames, 1 pauses");
    row("a pause of ten seconds", logOf({0, 10}), "2 frames");
    row("the clock set forward", logOf({-1'764'000'000.0, -1'763'999'999.5, 0, 1}), "4 frames, 1 pauses");
    row("the clock set back", logOf({0, 1, -3600, -3599}), "4 frames, 1 back");
    row("two runs", logOf({0, 1, 2, 0, 1, 2}), "6 frames, 1 back");
    row("two runs of a minute", logOf({0, 5, 60, 0, 5, 60}), "6 frames, 2 pauses, 1 back");
    row("one frame ahead", logOf({0, 0.1, 6.1, 0.2, 0.3}), "5 frames, 1 odd");
    row("one frame behind", logOf({0, 0.1, -5, 0.2, 0.3}), "5 frames, 1 odd");
    row("all at one time", logOf({0, 0, 0}), "3 frames");
    row("after 2038", "(4294967296.000000) can0 123#01\n(4294967297.000000) can0 123#02\n", "2 frames");
}

void CanRecorderTest::asOtherToolsWrite()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, read);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    CanLogReader reader;
    QVERIFY(reader.open(path()).ok());
    int frames = 0;
    qint64 played = 0;
    while (const auto logged = reader.next()) {
        ++frames;
        QVERIFY2(logged->played >= played, "what is played runs backwards");
        played = logged->played;
    }
    const LogContents &contents = reader.contents();
    QStringList words{QStringLiteral("%1 frames").arg(frames)};
    const std::pair<qint64, const char *> counts[]
        = {{reader.skipped(), "skipped"}, {contents.remote, "remote"}, {contents.errors, "errors"}, {contents.xl, "xl"},
            {contents.pauses, "pauses"}, {contents.stepsBack, "back"}, {contents.oddStamps, "odd"}};
    for (const auto &[count, word] : counts) {
        if (count > 0)
            words.append(QStringLiteral("%1 %2").arg(count).arg(QLatin1String(word)));
    }
    if (contents.interfaces.size() > 1)
        words.append(QStringLiteral("%1 interfaces").arg(contents.interfaces.size()));
    QCOMPARE(words.join(QStringLiteral(", ")), read);
    QCOMPARE(reader.problem().has_value(), frames == 0);
    if (frames == 0 && contents.remote > 0)
        QVERIFY(reader.problem()->detail.contains(QLatin1String("1 remote frames, 1 error frames")));
}

void CanRecorderTest::foreignLogsAreNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const QByteArray &bytes, const char *kind) {
        QTest::newRow(name) << bytes << QString::fromLatin1(kind);
    };
    row("nothing", "", "an empty file");
    row("blank lines", "\xEF\xBB\xBF\r\n\n", "an empty file");
    row("remarks", "# recorded by hand\n\n", "a text without frames");
    row("UTF-16", utf16(logOf({0, 1})), "UTF-16; save it as");
    row("UTF-16 without its mark", utf16(logOf({0, 1})).mid(2), "UTF-16; save it as");
    row("a picture", "\x89PNG\r\n\x1a\n" + QByteArray(100, '\0'), "a picture");
    row("any bytes", QByteArray::fromHex("0b394154600159cdc9c2cdeae294"), "no text");
    row("gzip", QByteArray::fromHex("1f8b0800000000000003"), "compressed (gzip)");
    row("TRC 1.1", ";$FILEVERSION=1.1\r\n;\r\n     1)        0.0  Rx         18FF0010  8  38 4A 70 FE 7C 15 53 00\r\n",
        "a trace of PCAN-View (TRC); convert it with python-can: can_logconvert IN.trc OUT.log");
    row("TRC 1.0, without a head", "     1)      1841  0001  8  00 00 00 00 00 00 00 00\n",
        "a trace of PCAN-View (TRC)");
    row("ASC", "date Sun Nov 30 08:00:00.000 am 2025\nbase hex  timestamps absolute\n", "a log of Vector (ASC)");
    row("ASC, the date of another language", "date Son Nov 30\nBase HEX  timestamps absolute\n",
        "a log of Vector (ASC)");
    row("BLF", "LOGG" + QByteArray(140, '\0'), "a log of Vector (BLF)");
    row("CRTD", "1764489600.000000 CXX OVMS CRTD\n1764489600.0 1R29 18FF0010 38 4A\n",
        "a log of OVMS (CRTD); open it in SavvyCAN");
    row("CRTD, its first line lost", "1764489600.020000 R11 123 03 22\n", "a log of OVMS (CRTD)");
    row("GVRET", "Time Stamp,ID,Extended,Dir,Bus,LEN,D1,D2\r\n-1,18FF0010,true,Rx,0,8,38,4A,\r\n",
        "a table of SavvyCAN or GVRET (CSV)");
    row("python-can's table", "timestamp,arbitration_id,extended,remote,error,dlc,data\n1.0,0x1,1,0,0,1,AA==\n",
        "a table of python-can (CSV)");
    row("another table", "Index;Time;CAN ID;Len;Data\n1;0.1;0x123;8;00 01 02\n",
        "a table of frames of another program");
    row("slcan", "t1238001122334455667788\r", "what a serial adapter sends (slcan)");
    row("the screen without times", "  can0  18FF0010   [8]  38 4A 70 FE 7C 15 53 00\n",
        "candump's screen form without times");
    row("the screen with dates", " (2025-11-30 08:00:00.000000)  can0  18FF0010   [2]  38 4A\n",
        "candump's screen form with dates");
    row("Battery-Emulator", "(0.00) RX0 18FF0010 [8] 38 4A 70 FE 7C 15 53 00\r\n", "a log of Battery-Emulator");
    row("an adapter's own text", "RX 18FF0010 38 4A 70 FE 7C 15 53 00\n", "perhaps a log of another program");
    row("a DBC", "VERSION \"\"\n\nNS_ :\n", "a DBC file");
    row("JSON", "{\"frames\": []}", "JSON, not a recording");
}

void CanRecorderTest::foreignLogsAreNamed()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, kind);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    CanLogReader reader;
    QVERIFY(reader.open(path()).ok());
    QVERIFY(!reader.next());
    QVERIFY(reader.problem());
    QCOMPARE(reader.problem()->code, Code::Malformed);
    const QString expected = path() + QStringLiteral(": no frame of a CAN bus in it: ") + kind;
    QVERIFY2(reader.problem()->detail.startsWith(expected), qPrintable(reader.problem()->detail));
    const auto *told = reader.problem()->as<LogKind>();
    QVERIFY(told && textOf(*told).startsWith(kind));
}

QTEST_GUILESS_MAIN(CanRecorderTest)
#include "tst_canrecorder.moc"
