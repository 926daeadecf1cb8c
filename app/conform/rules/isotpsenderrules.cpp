// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/rule.h"
#include "app/conform/kit/segments.h"

/// The pack as sender of ISO-TP (ISO 15765-2:2016): how its frames look, and how it obeys flow control.
namespace packwarden::conform {

namespace {

constexpr int milli = 1000;
constexpr int nBs = 1000;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Asks for the parameter table, some kilobytes; the first frame of the answer.
QByteArray askLong(Site &site, Finding &finding)
{
    site.bsp.settle();
    site.bsp.sendFrame(bytes("03 22 01 09"));
    const QByteArray first = site.bsp.nextFrame(Bsp::soon);
    const bool good = finding.holds(first.size() == 8 && (quint8(first.at(0)) & 0xF0) == 0x10,
        s("22 01 09 begins with %1").arg(Finding::show(first)));
    return good ? first : QByteArray();
}

void giveUp(Site &site)
{
    site.bsp.sendFrame(bytes("32 00 00"));
    // Who does not obey that waits for flow control until N_Bs, or sends it all.
    site.bsp.framesUntilQuiet(50);
}

/// count consecutive frames, or as many as come; when the first and the last came.
struct Burst
{
    int count = 0;
    qint64 first = 0;
    qint64 last = 0;
};
Burst listen(Site &site, int count, int patience)
{
    Burst burst;
    qint64 at = 0;
    while (burst.count < count && !site.bsp.nextFrame(patience, &at).isEmpty()) {
        if (burst.count++ == 0)
            burst.first = at;
        burst.last = at;
    }
    return burst;
}

void shape(Site &site, Finding &finding)
{
    site.bsp.tap().forget();
    site.bsp.sendFrame(bytes("023E00"));
    finding.answered("3E 00", site.bsp.nextFrame(Bsp::soon), "027E00CCCCCCCCCC");
    const QByteArray first = askLong(site, finding);
    if (first.isEmpty())
        return;
    const int length = (quint8(first.at(0)) & 0x0F) << 8 | quint8(first.at(1));
    if (length == 0) {
        finding.notRun(s("the parameter table has more than 4095 bytes"));
        giveUp(site);
        return;
    }
    site.bsp.sendFrame(bytes("30 00 00"));
    int left = length - 6;
    for (int number = 1; left > 0; number = (number + 1) & 0x0F) {
        const QByteArray frame = site.bsp.nextFrame(Bsp::soon);
        if (!finding.holds(frame.size() == 8 && quint8(frame.at(0)) == (0x20 | number),
                s("consecutive frame %1: %2").arg(number).arg(Finding::show(frame))))
            return;
        left -= 7;
        if (left < 0) {
            finding.holds(frame.endsWith(QByteArray(-left, char(0xCC))),
                s("the last frame is padded otherwise: %1").arg(Finding::show(frame)));
        }
    }
    finding.holds(site.bsp.nextFrame(20).isEmpty(), s("something follows the last consecutive frame"));
}

void waitsForFlowControl(Site &site, Finding &finding)
{
    if (askLong(site, finding).isEmpty())
        return;
    finding.holds(site.bsp.nextFrame(nBs + 250).isEmpty(), s("goes on without flow control"));
    site.bsp.sendFrame(bytes("30 00 00"));
    finding.holds(site.bsp.nextFrame(100).isEmpty(), s("goes on with a flow control that came after 1.25 s"));
    site.bsp.settle();
}

void shortFlowControlIsTaken(Site &site, Finding &finding)
{
    if (askLong(site, finding).isEmpty())
        return;
    QCanBusFrame frame(site.bsp.requestId(), bytes("30 01 00"));
    frame.setExtendedFrameFormat(true);
    site.bsp.sendRaw(frame);
    finding.answered("a flow control of three bytes", site.bsp.nextFrame(Bsp::soon), "21**");
    giveUp(site);
}

void obeysBlockSize(Site &site, Finding &finding)
{
    for (const int size : {1, 3, 8}) {
        if (askLong(site, finding).isEmpty())
            return;
        const QByteArray go = bytes("30 00 00").replace(1, 1, QByteArray(1, char(size)));
        for (int block = 0; block < 3; ++block) {
            site.bsp.sendFrame(go);
            const int came = listen(site, size, 200).count;
            finding.holds(came == size, s("BS %1: %2 frames in block %3").arg(size).arg(came).arg(block + 1));
            finding.holds(site.bsp.nextFrame(30).isEmpty(), s("BS %1: more than the block").arg(size));
        }
        giveUp(site);
    }
}

void secondFlowControlMissing(Site &site, Finding &finding)
{
    if (askLong(site, finding).isEmpty())
        return;
    site.bsp.sendFrame(bytes("30 02 00"));
    listen(site, 2, 200);
    finding.holds(site.bsp.nextFrame(nBs + 250).isEmpty(), s("goes on without the next flow control"));
    site.bsp.sendFrame(bytes("30 02 00"));
    finding.holds(site.bsp.nextFrame(100).isEmpty(), s("goes on with a flow control that came after 1.25 s"));
    site.bsp.settle();
}

void obeysSeparationTime(Site &site, Finding &finding)
{
    struct Row
    {
        int code;
        int gap; ///< milliseconds
        int frames;
    };
    for (const Row &row : {Row{0x0A, 10, 12}, Row{0x32, 50, 6}, Row{0x7F, 127, 4}}) {
        if (askLong(site, finding).isEmpty())
            return;
        QByteArray go = bytes("30 00 00");
        go[1] = char(row.frames); // a sender cannot be told to stop in mid block
        go[2] = char(row.code);
        site.bsp.sendFrame(go);
        const Burst burst = listen(site, row.frames, row.gap + 1000);
        // Over several gaps, as the first frame may have been held up on its way here.
        const qint64 wanted = qint64(row.gap) * (row.frames - 1) * milli;
        finding.holds(burst.count == row.frames && burst.last - burst.first >= wanted - site.slack * milli,
            s("STmin %1 ms: %2 frames in %3 ms").arg(row.gap).arg(burst.count).arg((burst.last - burst.first) / milli));
        giveUp(site);
    }
}

void reservedSeparationTime(Site &site, Finding &finding)
{
    for (const int code : {0x80, 0xF0, 0xFA, 0xFF}) {
        if (askLong(site, finding).isEmpty())
            return;
        site.bsp.sendFrame(bytes("30 04 00").replace(2, 1, QByteArray(1, char(code))));
        const Burst burst = listen(site, 4, 1200);
        finding.holds(burst.count == 4 && burst.last - burst.first >= (3 * 127 - site.slack) * milli,
            s("reserved STmin %1: %2 frames in %3 ms instead of 127 ms apart")
                .arg(code, 2, 16)
                .arg(burst.count)
                .arg((burst.last - burst.first) / milli));
        giveUp(site);
    }
}

void firstFlowControlCounts(Site &site, Finding &finding)
{
    if (askLong(site, finding).isEmpty())
        return;
    site.bsp.sendFrame(bytes("30 03 50"));
    listen(site, 3, 500);
    site.bsp.sendFrame(bytes("30 00 00"));
    const Burst burst = listen(site, 4, 200);
    finding.holds(burst.count == 3, s("the second flow control changed the block to more than %1").arg(3));
    finding.holds(
        burst.last - burst.first >= (2 * 80 - site.slack) * milli, s("the second flow control changed STmin"));
    giveUp(site);
}

void waitHoldsUp(Site &site, Finding &finding)
{
    if (askLong(site, finding).isEmpty())
        return;
    for (int i = 0; i < 3; ++i) {
        site.bsp.sendFrame(bytes("31 00 00"));
        finding.holds(site.bsp.nextFrame(600).isEmpty(), s("goes on although told to wait"));
    }
    site.bsp.sendFrame(bytes("30 01 00"));
    finding.answered("CTS after three WAITs over 1.8 s", site.bsp.nextFrame(Bsp::soon), "21**");
    giveUp(site);
}

void waitsAreCounted(Site &site, Finding &finding)
{
    constexpr int nWftMax = 10;
    for (const int waits : {nWftMax, nWftMax + 1}) {
        if (askLong(site, finding).isEmpty())
            return;
        for (int i = 0; i < waits; ++i)
            site.bsp.sendFrame(bytes("31 00 00"));
        site.bsp.sendFrame(bytes("30 01 00"));
        const bool goesOn = !site.bsp.nextFrame(100).isEmpty();
        finding.holds(goesOn == (waits == nWftMax),
            goesOn ? s("waits for ever: %1 WAITs").arg(waits) : s("gives up after %1 WAITs").arg(waits));
        giveUp(site);
        site.bsp.settle();
    }
}

void overflowEnds(Site &site, Finding &finding)
{
    for (const char *end : {"32 00 00", "33 00 00", "3F 00 00"}) {
        if (askLong(site, finding).isEmpty())
            return;
        site.bsp.sendFrame(bytes(end));
        site.bsp.sendFrame(bytes("30 00 00"));
        const QByteArray heard = site.bsp.nextFrame(100);
        finding.holds(heard.isEmpty(), s("goes on after flow control %1: %2").arg(s(end), Finding::show(heard)));
        site.bsp.framesUntilQuiet(50);
    }
}

void noFasterThanAllowed(Site &site, Finding &finding)
{
    if (askLong(site, finding).isEmpty())
        return;
    site.bsp.sendFrame(bytes("30 04 1E"));
    listen(site, 1, 500);
    site.bsp.sendFrame(bytes("30 00 00"));
    const Burst burst = listen(site, 8, 200);
    finding.holds(burst.count == 3, s("a flow control in mid block: %1 frames instead of 3").arg(burst.count));
    giveUp(site);
}

void flowControlOfOthers(Site &site, Finding &finding)
{
    if (askLong(site, finding).isEmpty())
        return;
    for (const quint32 id : {site.bsp.requestId() ^ 0x7, site.bsp.requestId() ^ 0x100, Bsp::functionalId}) {
        QCanBusFrame frame(id, bytes("30 00 00 CC CC CC CC CC"));
        frame.setExtendedFrameFormat(true);
        site.bsp.sendRaw(frame);
    }
    finding.holds(site.bsp.nextFrame(100).isEmpty(), s("obeys flow control of another identifier"));
    giveUp(site);
}

void fullDuplex(Site &site, Finding &finding)
{
    if (askLong(site, finding).isEmpty())
        return;
    site.bsp.sendFrame(bytes("30 06 0A"));
    listen(site, 2, 500);
    // One that wants no answer is served meanwhile; one that wants its own must not get between.
    site.bsp.sendFrame(bytes("02 3E 80"));
    site.bsp.sendFrame(bytes("03 22 F1 91"));
    for (int number = 3; number <= 6; ++number) {
        const QByteArray frame = site.bsp.nextFrame(500);
        finding.holds(frame.startsWith(char(0x20 | number)),
            s("an answer under way is disturbed by a request: %1").arg(Finding::show(frame)));
    }
    giveUp(site);
    site.bsp.settle();
}

void answersInTheFormatOfTheRequest(Site &site, Finding &finding)
{
    if (!site.bsp.inFd()) {
        finding.notRun(s("the bus was not named with ?fd"));
        return;
    }
    finding.answered("22 F1 8C in CAN FD frames", site.bsp.ask(bytes("22F18C")), "62F18C**");
    finding.answered("a long request in CAN FD frames", site.bsp.ask(longRequest()), "62F18C**");
    site.bsp.tap().forget();
    site.bsp.sendFrame(bytes("03 22 F1 8C"));
    const QByteArray heard = site.bsp.nextFrame(Bsp::soon);
    finding.holds(heard.size() == 8, s("22 F1 8C in a classic frame: %1").arg(Finding::show(heard)));
    giveUp(site);
}

} // namespace

const QList<Rule> &isoTpSenderRules()
{
    static const QList<Rule> rules{
        {"isotp.answer-frames", "Answers have frames of 8 bytes, padded with CC, numbered 1 to F and 0.",
            "ISO 15765-2, 9.6; PROTOCOL.md, ISO-TP", false, shape},
        {"isotp.n-bs", "Without flow control within 1 s an answer ends.", "ISO 15765-2, 9.8.2 (N_Bs)", false,
            waitsForFlowControl},
        {"isotp.short-flow-control", "Flow control of three bytes is taken.", "PROTOCOL.md, ISO-TP", false,
            shortFlowControlIsTaken},
        {"isotp.block-size", "No more frames leave than the block size says.", "ISO 15765-2, 9.6.5.4; attack 84", false,
            obeysBlockSize},
        {"isotp.next-flow-control", "Without the next flow control within 1 s an answer ends.",
            "ISO 15765-2, 9.8.2 (N_Bs)", false, secondFlowControlMissing},
        {"isotp.separation-time", "Frames leave no closer than STmin.", "ISO 15765-2, 9.6.5.5; attack 84", false,
            obeysSeparationTime},
        {"isotp.reserved-separation-time", "A reserved STmin is 127 ms.", "ISO 15765-2, 9.6.5.6; attack 84", false,
            reservedSeparationTime},
        {"isotp.first-flow-control", "BS and STmin of the first flow control hold for the message.",
            "PROTOCOL.md, ISO-TP", false, firstFlowControlCounts},
        {"isotp.wait", "WAIT holds an answer up, each time for up to 1 s.", "ISO 15765-2, 9.6.5.3; attack 84", false,
            waitHoldsUp},
        {"isotp.wait-limit", "Ten WAITs in a row are borne, the eleventh ends the answer.",
            "ISO 15765-2, 9.7 (N_WFTmax); attack 84", false, waitsAreCounted},
        {"isotp.flow-status", "OVFLW and reserved flow states end an answer.", "ISO 15765-2, 9.6.5.3; attack 84", false,
            overflowEnds},
        {"isotp.unasked-flow-control", "Flow control in mid block does not speed the pack up.", "ISO 15765-2, 9.8.3",
            false, noFasterThanAllowed},
        {"isotp.foreign-flow-control", "Flow control of another identifier is ignored.", "attack 84", false,
            flowControlOfOthers},
        {"isotp.full-duplex", "Requests do not get between the frames of an answer.", "ISO 15765-2, 9.8.1; attack 88",
            false, fullDuplex},
        {"isotp.fd", "Who asks in CAN FD frames is answered in them, who asks in classic ones in those.",
            "PROTOCOL.md, ISO-TP", false, answersInTheFormatOfTheRequest}};
    return rules;
}

} // namespace packwarden::conform
