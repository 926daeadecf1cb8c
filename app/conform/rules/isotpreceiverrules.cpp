// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/rule.h"
#include "app/conform/kit/segments.h"

#include <QRandomGenerator>

/// The pack as receiver of ISO-TP (ISO 15765-2:2016): what it takes, what it lets pass, and when it gives up.
namespace packwarden::conform {

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Begins a long request; false if the pack did not say at once: go on, all of it.
bool begin(Site &site, Finding &finding, const QList<QByteArray> &frames)
{
    site.bsp.tap().forget();
    site.bsp.sendFrame(frames.constFirst());
    const QByteArray flowControl = site.bsp.nextFrame(Bsp::soon);
    return finding.holds(flowControl.startsWith(bytes("30")),
        s("no flow control for a first frame: %1").arg(Finding::show(flowControl)));
}

/// The pack must begin a long answer, which is then given up.
void answers(Site &site, Finding &finding, const QString &what)
{
    const QByteArray heard = site.bsp.nextFrame(Bsp::soon);
    const bool begins = heard.size() == 8 && (quint8(heard.at(0)) & 0xF0) == 0x10;
    finding.holds(begins, s("%1: %2 instead of an answer").arg(what, Finding::show(heard)));
    site.bsp.sendFrame(bytes("32 00 00"));
    site.bsp.settle();
}

/// Nothing may come of it, and the pack must be as before.
void nothingComes(Site &site, Finding &finding, const QString &of)
{
    const QList<QByteArray> frames = site.bsp.framesUntilPresent();
    finding.holds(frames.isEmpty(), s("%1: %2").arg(of, Finding::show(frames.value(0))));
    if (!frames.isEmpty())
        site.bsp.settle();
}

struct Stray
{
    const char *what;
    const char *payload;
};

void straysAreIgnored(Site &site, Finding &finding)
{
    constexpr Stray strays[] = {{"single frame of length 0", "00 3E 00 CC CC CC CC CC"},
        {"single frame of length 8", "08 22 F1 8C F1 8C F1 8C"},
        {"single frame of length F", "0F 3E 00 CC CC CC CC CC"},
        {"first frame of 7 bytes, which fit a single one", "10 07 22 F1 8C F1 8C F1"},
        {"first frame of 1 byte", "10 01 3E 00 CC CC CC CC"},
        {"escaped first frame of length 0", "10 00 00 00 00 00 3E 00"},
        {"escaped first frame of 20 bytes, which fit the short form", "10 00 00 00 00 14 22 F1"},
        {"escaped first frame of 4095 bytes", "10 00 00 00 0F FF 22 F1"},
        {"unexpected consecutive frame", "21 F1 8C F1 8C F1 8C F1"},
        {"unexpected flow control", "30 00 00 CC CC CC CC CC"},
        {"unexpected flow control WAIT", "31 00 00 CC CC CC CC CC"}};
    for (const Stray &stray : strays) {
        site.bsp.sendFrame(bytes(stray.payload));
        nothingComes(site, finding, s(stray.what));
    }
    for (int type = 0x4; type <= 0xF; ++type) {
        site.bsp.sendFrame(QByteArray(1, char(type << 4 | 2)) + bytes("3E00"));
        nothingComes(site, finding, s("reserved frame type %1").arg(type, 0, 16));
    }
}

void shortFramesAreIgnored(Site &site, Finding &finding)
{
    constexpr Stray strays[] = {{"frame without bytes", ""}, {"single frame of 5 in 4 bytes", "05 22 F1 8C"},
        {"single frame of 2 in 2 bytes", "02 3E"}, {"first frame of 7 bytes' length", "10 14 22 F1 8C F1 91"},
        {"single byte", "02"}};
    for (const Stray &stray : strays) {
        QCanBusFrame frame(site.bsp.requestId(), bytes(stray.payload));
        frame.setExtendedFrameFormat(true);
        site.bsp.sendRaw(frame);
        nothingComes(site, finding, s(stray.what));
    }
}

void foreignFramesAreIgnored(Site &site, Finding &finding)
{
    const QByteArray present = bytes("023E00CCCCCCCCCC");
    const auto stray = [&](const QString &what, QCanBusFrame frame) {
        site.bsp.sendRaw(frame);
        nothingComes(site, finding, what);
    };
    QCanBusFrame standard(site.bsp.requestId() & 0x7FF, present);
    stray(s("11-bit identifier"), standard);
    QCanBusFrame remote(site.bsp.requestId(), QByteArray());
    remote.setFrameType(QCanBusFrame::RemoteRequestFrame);
    remote.setExtendedFrameFormat(true);
    stray(s("remote frame"), remote);
    for (const quint32 id :
        {quint32(0x18DA7EF1), site.bsp.requestId() ^ 0x01000000, site.bsp.requestId() ^ 0x3, site.bsp.answerId()}) {
        QCanBusFrame frame(id, present);
        frame.setExtendedFrameFormat(true);
        stray(s("identifier %1").arg(id, 8, 16, QLatin1Char('0')), frame);
    }
    QCanBusFrame first(Bsp::functionalId, bytes("1014 22 F18C F191 F1"));
    first.setExtendedFrameFormat(true);
    stray(s("functional first frame"), first);
}

void unpaddedIsTaken(Site &site, Finding &finding)
{
    QCanBusFrame frame(site.bsp.requestId(), bytes("023E00"));
    frame.setExtendedFrameFormat(true);
    site.bsp.tap().forget();
    site.bsp.sendRaw(frame);
    finding.answered("3E 00 in three bytes", site.bsp.nextFrame(Bsp::soon), "027E00**");
    QList<QByteArray> frames = segments(longRequest());
    if (!begin(site, finding, frames))
        return;
    for (qsizetype i = 1; i < frames.size(); ++i) {
        const bool last = i + 1 == frames.size();
        QCanBusFrame next(site.bsp.requestId(), last ? frames.at(i).left(2) : frames.at(i));
        next.setExtendedFrameFormat(true);
        site.bsp.sendRaw(next);
    }
    answers(site, finding, s("a request whose last frame is not padded"));
}

void paddingMeansNothing(Site &site, Finding &finding)
{
    site.bsp.tap().forget();
    site.bsp.sendFrame(bytes("02 3E 00 55 AA 00 FF 01"));
    finding.answered("3E 00 with other padding", site.bsp.nextFrame(Bsp::soon), "027E00**");
}

void flowControlIsWhole(Site &site, Finding &finding)
{
    const QList<QByteArray> frames = segments(longRequest());
    site.bsp.tap().forget();
    site.bsp.sendFrame(frames.constFirst());
    const QByteArray heard = site.bsp.nextFrame(Bsp::soon);
    finding.holds(heard.size() == 8 && heard.startsWith(char(0x30)) && heard.endsWith(bytes("CCCCCCCCCC")),
        s("flow control is %1").arg(Finding::show(heard)));
    site.bsp.settle();
}

void sequenceErrorsEnd(Site &site, Finding &finding)
{
    const QList<QByteArray> good = segments(longRequest());
    const auto with = [&](qsizetype at, int sequence) {
        QList<QByteArray> frames = good;
        frames[at][0] = char(0x20 | sequence);
        return frames;
    };
    const QList<std::pair<const char *, QList<QByteArray>>> rows{{"the first has number 2", with(1, 2)},
        {"the first has number 0", with(1, 0)}, {"the second has number 1", with(2, 1)},
        {"the third has number 15", with(3, 15)}};
    for (const auto &[what, frames] : rows) {
        if (!begin(site, finding, frames))
            return;
        site.bsp.sendFrames(frames.mid(1));
        nothingComes(site, finding, s(what));
    }
}

/// attack 81: each frame of a request lost, doubled, swapped with the next.
void everyLossEnds(Site &site, Finding &finding)
{
    const QList<QByteArray> good = segments(longRequest());
    for (qsizetype k = 1; k < good.size(); ++k) {
        QList<QByteArray> lost = good;
        lost.removeAt(k);
        QList<QByteArray> doubled = good;
        doubled.insert(k, good.at(k));
        QList<QByteArray> swapped = good;
        if (k + 1 < good.size())
            swapped.swapItemsAt(k, k + 1);
        for (const auto &[what, frames] : {std::pair("lost", lost), {"doubled", doubled}, {"swapped", swapped}}) {
            // The last one doubled comes after the message was whole, and is nobody's.
            if (frames == good || (frames.size() > good.size() && k + 1 == good.size()))
                continue;
            if (!begin(site, finding, frames))
                return;
            site.bsp.sendFrames(frames.mid(1));
            nothingComes(site, finding, s("consecutive frame %1 %2").arg(k).arg(s(what)));
        }
    }
    finding.answered("22 F1 8C afterwards", site.bsp.ask(bytes("22F18C")), "62F18C**");
}

void shortConsecutiveIsNone(Site &site, Finding &finding)
{
    const QList<QByteArray> good = segments(longRequest());
    for (const qsizetype k : {qsizetype(1), good.size() - 1}) {
        if (!begin(site, finding, good))
            return;
        for (qsizetype i = 1; i < good.size(); ++i) {
            const QByteArray payload = i != k ? good.at(i) : good.at(i).left(i + 1 == good.size() ? 1 : 5);
            QCanBusFrame frame(site.bsp.requestId(), payload);
            frame.setExtendedFrameFormat(true);
            site.bsp.sendRaw(frame);
        }
        nothingComes(site, finding, s("consecutive frame %1 is too short for what it must carry").arg(k));
    }
}

void newRequestEndsOld(Site &site, Finding &finding)
{
    const QList<QByteArray> good = segments(longRequest());
    if (!begin(site, finding, good))
        return;
    site.bsp.sendFrame(bytes("023E00"));
    finding.answered("a single frame during a reception", site.bsp.nextFrame(Bsp::soon), "027E00**");
    site.bsp.sendFrames(good.mid(1));
    nothingComes(site, finding, s("the rest of a request that another one ended"));
    if (!begin(site, finding, good))
        return;
    site.bsp.sendFrame(good.at(1));
    if (!begin(site, finding, good))
        return;
    site.bsp.sendFrames(good.mid(1));
    answers(site, finding, s("a first frame during a reception, and its rest"));
}

void strangersDoNotDisturb(Site &site, Finding &finding)
{
    const QList<QByteArray> good = segments(longRequest());
    constexpr Stray strays[] = {{"flow control", "30 00 00"}, {"single frame of length 0", "00 3E 00"},
        {"single frame of length 8", "08 3E 00"}, {"reserved frame type", "42 3E 00"},
        {"first frame that fits a single one", "10 06 22 F1 8C"}};
    for (const Stray &stray : strays) {
        if (!begin(site, finding, good))
            return;
        site.bsp.sendFrames(QList<QByteArray>{good.at(1), bytes(stray.payload)} + good.mid(2));
        answers(site, finding, s("a request with a %1 among its frames").arg(s(stray.what)));
    }
    // A functional request has an address pair of its own.
    if (!begin(site, finding, good))
        return;
    QCanBusFrame functional(Bsp::functionalId, bytes("02 3E 80 CC CC CC CC CC"));
    functional.setExtendedFrameFormat(true);
    site.bsp.sendRaw(functional);
    site.bsp.sendFrames(good.mid(1));
    answers(site, finding, s("a request with a functional one among its frames"));
}

void silenceEnds(Site &site, Finding &finding)
{
    constexpr int beyond = 1250; // N_Cr is 1000 ms
    constexpr int within = 800;
    const QList<QByteArray> good = segments(longRequest());
    if (!begin(site, finding, good))
        return;
    site.bsp.pause(within);
    site.bsp.sendFrame(good.at(1));
    site.bsp.pause(within);
    site.bsp.sendFrames(good.mid(2));
    answers(site, finding, s("a request with gaps of 0.8 s"));
    if (!begin(site, finding, good))
        return;
    site.bsp.sendFrame(good.at(1));
    site.bsp.pause(beyond);
    site.bsp.sendFrames(good.mid(2));
    nothingComes(site, finding, s("a request that went on after 1.25 s"));
}

void tooLongOverflows(Site &site, Finding &finding)
{
    for (const char *first : {"10 00 FF FF FF FF 22 F1", "10 00 7F FF FF FF 22 F1", "10 00 00 01 00 00 22 F1"}) {
        site.bsp.tap().forget();
        site.bsp.sendFrame(bytes(first));
        finding.answered(s("first frame %1").arg(s(first)), site.bsp.nextFrame(Bsp::soon), bytes("32"), true);
        site.bsp.sendFrame(bytes("21 F1 8C F1 8C F1 8C F1"));
        nothingComes(site, finding, s("a consecutive frame after OVFLW"));
    }
    site.bsp.tap().forget();
    site.bsp.sendFrame(bytes("10 00 00 00 FF FF 22 F1"));
    finding.answered("first frame of 65,535 bytes", site.bsp.nextFrame(Bsp::soon), "30**");
    nothingComes(site, finding, s("a message that was given up"));
}

void floodOfFirstFrames(Site &site, Finding &finding)
{
    constexpr int many = 200;
    const QByteArray first = segments(longRequest()).constFirst();
    site.bsp.sendFrames(QList<QByteArray>(many, first));
    const QList<QByteArray> frames = site.bsp.framesUntilPresent();
    for (const QByteArray &frame : frames)
        finding.answered("a first frame among many", frame, "30**");
    finding.answered("22 F1 8C afterwards", site.bsp.ask(bytes("22F18C")), "62F18C**");
}

/// attack 95
void nonsense(Site &site, Finding &finding)
{
    QRandomGenerator random(95);
    for (int sent = 0; sent < site.storm;) {
        QList<QCanBusFrame> frames;
        for (int i = 0; i < 50; ++i, ++sent) {
            QByteArray payload(random.bounded(9), '\0');
            for (char &byte : payload)
                byte = char(random.bounded(256));
            const bool isExtended = random.bounded(4) != 0;
            const int where = random.bounded(4);
            quint32 id = isExtended ? random.bounded(0x20000000u) : random.bounded(0x800u);
            if (isExtended && where < 2)
                id = where == 0 ? site.bsp.requestId() : Bsp::functionalId;
            QCanBusFrame frame(id, payload);
            frame.setExtendedFrameFormat(isExtended);
            frames.append(frame);
        }
        site.bsp.tap().forget();
        for (const QCanBusFrame &frame : frames)
            site.bsp.sendRaw(frame);
        // What came of it is of no interest, that it is still there is.
        site.bsp.framesUntilQuiet(5);
        site.bsp.sendFrame(bytes("32 00 00"));
    }
    site.bsp.pause(1100);
    site.bsp.settle();
    finding.answered("22 F1 8C after nonsense", site.bsp.ask(bytes("22F18C")), "62F18C**");
}

} // namespace

const QList<Rule> &isoTpReceiverRules()
{
    static const QList<Rule> rules{
        {"isotp.strays", "Frames that are malformed, of a reserved type or unexpected are ignored.",
            "ISO 15765-2, 9.6, 9.8.3; attacks 82, 83", false, straysAreIgnored},
        {"isotp.short-frames", "A frame that is shorter than what it announces is ignored.",
            "ISO 15765-2, 9.6; attack 83", false, shortFramesAreIgnored},
        {"isotp.foreign-frames", "Frames for others, remote frames and functional first frames are ignored.",
            "PROTOCOL.md, CAN; attack 95", false, foreignFramesAreIgnored},
        {"isotp.unpadded", "Frames without padding are taken where they hold what they announce.",
            "PROTOCOL.md, ISO-TP", false, unpaddedIsTaken},
        {"isotp.any-padding", "What the padding is does not matter.", "PROTOCOL.md, ISO-TP", false,
            paddingMeansNothing},
        {"isotp.flow-control", "Flow control has 8 bytes, padded with CC.", "PROTOCOL.md, ISO-TP", false,
            flowControlIsWhole},
        {"isotp.wrong-sequence-number", "A wrong sequence number ends the message; nothing of it is answered.",
            "ISO 15765-2, 9.6.4.4; attack 82", false, sequenceErrorsEnd},
        {"isotp.lost-frames", "A message of which a frame was lost, came twice or in another order is none.",
            "ISO 15765-2, 9.6.4.4; attack 81", false, everyLossEnds},
        {"isotp.short-consecutive", "A consecutive frame that is too short for what it must carry is ignored.",
            "PROTOCOL.md, ISO-TP; attack 83", false, shortConsecutiveIsNone},
        {"isotp.unexpected", "A new single or first frame ends a reception and is served itself.",
            "ISO 15765-2, 9.8.3; attacks 82, 88", false, newRequestEndsOld},
        {"isotp.undisturbed", "Strays and functional requests do not disturb a reception.",
            "ISO 15765-2, 9.8.3; attack 82", false, strangersDoNotDisturb},
        {"isotp.n-cr", "A reception ends 1 s after the last frame, and not much earlier.",
            "ISO 15765-2, 9.8.2 (N_Cr); attack 85", false, silenceEnds},
        {"isotp.overflow", "More than 65,535 bytes are refused by OVFLW at once; 65,535 are not.",
            "ISO 15765-2, 9.6.5.3; attack 83", false, tooLongOverflows},
        {"isotp.first-frame-flood", "Two hundred first frames leave one reception, not two hundred.", "attacks 83, 88",
            false, floodOfFirstFrames},
        {"isotp.nonsense", "Thousands of random frames leave the pack as it was.", "attack 95", false, nonsense}};
    return rules;
}

} // namespace packwarden::conform
