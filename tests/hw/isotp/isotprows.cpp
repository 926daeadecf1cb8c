// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/hw/isotp/isotprows.h"

namespace packwarden::test {

namespace {

const QString clearToSend = QStringLiteral("@0 tx 300000CCCCCCCCCC");
const QString lateMark = QStringLiteral("@1000 failed N_TIMEOUT_Cr");

} // namespace

QStringList transfer(int length, int firstFrame)
{
    QStringList steps;
    const QByteArray bytes = pattern(length);
    steps.append(QStringLiteral("rx ") + QStringLiteral("1%1").arg(length, 3, 16, QLatin1Char('0'))
        + QString::fromLatin1(bytes.left(6).toHex()));
    int sequence = 1;
    for (int offset = 6; offset < length; offset += 7) {
        QByteArray part = bytes.mid(offset, 7);
        part.append(7 - part.size(), char(0xCC));
        steps.append(QStringLiteral("rx 2%1").arg(sequence++ & 0xF, 0, 16) + QString::fromLatin1(part.toHex()));
    }
    return steps.mid(firstFrame);
}

QList<IsoTpRow> receptionRows()
{
    QList<IsoTpRow> rows;
    const auto row = [&](const char *name, const QStringList &steps, const QStringList &expected) {
        rows.append({name, steps, expected});
    };
    const auto s = [](const char *text) {
        return QString::fromLatin1(text);
    };
    const QStringList nothing;
    row("R01 SF padded", {s("rx 0322F190CCCCCCCC")}, {s("@0 message 22F190")});
    row("R02 SF unpadded", {s("rx 0322F190")}, {s("@0 message 22F190")});
    row("R03 SF_DL 0", {s("rx 00CCCCCCCCCCCCCC")}, nothing);
    row("R04 SF_DL 8", {s("rx 0801020304050607")}, nothing);
    row("R05 SF_DL beyond DLC", {s("rx 05010203")}, nothing);
    row("R06 SF_DL 7", {s("rx 0701020304050607")}, {s("@0 message 01020304050607")});
    row("R07 empty frame", {s("rx ")}, nothing);
    QStringList reserved;
    for (int type = 4; type <= 15; ++type)
        reserved.append(QStringLiteral("rx %10300000000000000").arg(type, 0, 16).left(19));
    row("R08 reserved N_PCI", reserved, nothing);
    row("R09 foreign, standard, remote, error, CAN FD, echo",
        {s("rx-foreign 0322F190"), s("rx-standard 0322F190"), s("rx-remote 0322F190"), s("rx-error 0322F190"),
            s("rx-fd 0322F190"), s("rx-echo 0322F190")},
        nothing);
    row("R10 FF and 2 CF", transfer(20), {clearToSend, s("@0 message 20")});
    row("R11 FF_DL fits an SF", {s("rx 1007000102030405")}, nothing);
    row("R11 twin: 8 does not", {s("rx 1008000102030405")}, {clearToSend});
    row("R12 long FF of 0", {s("rx 1000000000000001")}, nothing);
    row("R13 long FF of 20", {s("rx 1000000000140001")}, nothing);
    row("R13 twin: of 4096", {s("rx 1000000010000001")}, {clearToSend});
    row("R14 FF short", {s("rx 10140001020304")}, nothing);
    row("R15 FF_DL FFFFFFFF", {s("rx 1000FFFFFFFF0001")}, {s("@0 tx 320000CCCCCCCCCC"), s("@0 failed N_BUFFER_OVFLW")});
    row("R15 one over the limit", {s("rx 1000000100000001")},
        {s("@0 tx 320000CCCCCCCCCC"), s("@0 failed N_BUFFER_OVFLW")});
    row("R15 twin: at the limit", {s("rx 10000000FFFF0001")}, {clearToSend});
    row("R16 last CF unpadded", {s("rx 1009000102030405"), s("rx 21060708")}, {clearToSend, s("@0 message 9")});
    row("R17 SN wraps", transfer(120), {clearToSend, s("@0 message 120")});
    row("R18 last CF with other padding", {s("rx 1009000102030405"), s("rx 21060708AA55AA55")},
        {clearToSend, s("@0 message 9")});
    row("R20 CF while idle", {s("rx 2101020304050607")}, nothing);
    row("R21 first CF has SN 2", {s("rx 1014000102030405"), s("rx 22060708090A0B0C"), s("rx 210D0E0F10111213")},
        {clearToSend, s("@0 failed N_WRONG_SN")});
    row("R22 SN repeated", {s("rx 1014000102030405"), s("rx 21060708090A0B0C"), s("rx 21060708090A0B0C")},
        {clearToSend, s("@0 failed N_WRONG_SN")});
    row("R23 first CF has SN 0", {s("rx 1014000102030405"), s("rx 20060708090A0B0C")},
        {clearToSend, s("@0 failed N_WRONG_SN")});
    row("R24 no CF", {s("rx 1014000102030405"), s("wait 1200"), s("rx 21060708090A0B0C")}, {clearToSend, lateMark});
    row("R24 twin: in time", QStringList{s("rx 1014000102030405"), s("wait 999")} + transfer(20, 1),
        {clearToSend, s("@999 message 20")});
    row("R25 middle CF short", {s("rx 1014000102030405"), s("rx 2106070809"), s("rx 220D0E0F10111213")},
        {clearToSend, s("@0 failed N_WRONG_SN")});
    row("R26 last CF short", {s("rx 1009000102030405"), s("rx 210607"), s("wait 1100")}, {clearToSend, lateMark});
    row("R30 SF during reception", {s("rx 1014000102030405"), s("rx 023E00")},
        {clearToSend, s("@0 failed N_UNEXP_PDU"), s("@0 message 3E00")});
    row("R31 FF during reception", QStringList{s("rx 1014000102030405")} + transfer(9),
        {clearToSend, clearToSend, s("@0 failed N_UNEXP_PDU"), s("@0 message 9")});
    const auto during = [&](const QStringList &between) {
        return transfer(20).mid(0, 2) + between + transfer(20, 2);
    };
    const QStringList undisturbed = {clearToSend, s("@0 message 20")};
    row("R32 FC during reception", during({s("rx 300000")}), undisturbed);
    row("R33 SF_DL 0 during reception", during({s("rx 00CCCCCCCCCCCCCC")}), undisturbed);
    row("R34 reserved N_PCI during reception", during({s("rx 4001020304050607")}), undisturbed);
    row("R35 CF of another sender", during({s("rx-foreign 2201020304050607")}), undisturbed);
    row("R36 functional FF", {s("rx-functional 1014000102030405")}, nothing);
    row("R36 twin: functional SF", {s("rx-functional 023E80")}, {s("@0 functional 3E80")});
    row("R36 functional SF during reception", during({s("rx-functional 023E80")}),
        {clearToSend, s("@0 functional 3E80"), s("@0 message 20")});
    // Four CF: an FC after the second, none after the last. Who does not wait for it is heard all the same.
    const QString paced = s("@0 tx 300214CCCCCCCCCC");
    row("R40 BS and STmin of the receiver",
        QStringList{s("set bs 2 st 0x14")} + transfer(34).mid(0, 3) + QStringList{s("wait 900")} + transfer(34, 3),
        {paced, paced, s("@900 message 34")});
    row("R41 sender does not wait for the next FC", QStringList{s("set bs 2 st 0x14")} + transfer(34),
        {paced, paced, s("@0 message 34")});
    row("R42 busy, then free",
        QStringList{s("busy"), s("rx 1014000102030405"), s("wait 700"), s("free")} + transfer(20, 1),
        {s("@0 tx 310000CCCCCCCCCC"), s("@500 tx 310000CCCCCCCCCC"), s("@700 tx 300000CCCCCCCCCC"),
            s("@700 message 20")});
    QStringList waits;
    for (int i = 0; i < 10; ++i)
        waits.append(QStringLiteral("@%1 tx 310000CCCCCCCCCC").arg(i * 500));
    row("R43 stays busy", {s("busy"), s("rx 1014000102030405"), s("wait 9000")},
        waits + QStringList{s("@5000 failed N_WFT_OVRN")});
    QStringList twoPairs{s("pair")};
    for (const QString &step : transfer(20))
        twoPairs << step << s("rx-foreign ") + step.mid(3);
    row("R44 two interleaved pairs", twoPairs,
        {clearToSend, s("@0 other tx 300000CCCCCCCCCC"), s("@0 message 20"), s("@0 other message 20")});
    QStringList flood;
    QStringList oneContext;
    for (int i = 0; i < 200; ++i) {
        flood << s("rx 10000000FFFF0001") << s("wait 5");
        oneContext << QStringLiteral("@%1 tx 300000CCCCCCCCCC").arg(i * 5);
        if (i > 0)
            oneContext << QStringLiteral("@%1 failed N_UNEXP_PDU").arg(i * 5);
    }
    row("R45 200 FF in a second", flood + QStringList{s("wait 1000")},
        oneContext + QStringList{s("@1995 failed N_TIMEOUT_Cr")});
    return rows;
}

QList<IsoTpRow> transmissionRows()
{
    QList<IsoTpRow> rows;
    const auto row = [&](const char *name, const QStringList &steps, const QStringList &expected) {
        rows.append({name, steps, expected});
    };
    const auto s = [](const char *text) {
        return QString::fromLatin1(text);
    };
    const QString first = s("@0 tx 1014000102030405");
    const QString cf1 = s("tx 21060708090A0B0C");
    const QString cf2 = s("tx 220D0E0F10111213");
    const QString done = s("@0 sent N_OK");
    const QStringList twenty = {first, s("@0 ") + cf1, s("@0 ") + cf2, done};
    row("T01 send 7", {s("send 7")}, {s("@0 tx 0700010203040506"), done});
    row("T01 padding", {s("send 2")}, {s("@0 tx 020001CCCCCCCCCC"), done});
    row("T01 twin: nothing", {s("send 0")}, {s("@0 busy")});
    row("T02 send 8", {s("send 8"), s("rx 300000")}, {s("@0 tx 1008000102030405"), s("@0 tx 210607CCCCCCCCCC"), done});
    row("T03 send 20", {s("send 20"), s("rx 300000CCCCCCCCCC")}, twenty);
    row("T04 FC of 3 bytes", {s("send 20"), s("rx 300000")}, twenty);
    row("T05 no FC", {s("send 20"), s("wait 3000")}, {first, s("@1000 sent N_TIMEOUT_Bs")});
    row("T06 FC of 2 bytes", {s("send 20"), s("rx 3000"), s("wait 3000")}, {first, s("@1000 sent N_TIMEOUT_Bs")});
    row("T07 BS 1", {s("send 20"), s("rx 300100"), s("wait 5"), s("rx 300100")},
        {first, s("@0 ") + cf1, s("@5 ") + cf2, s("@5 sent N_OK")});
    row("T08 BS 1, second FC missing", {s("send 20"), s("rx 300100"), s("wait 2000")},
        {first, s("@0 ") + cf1, s("@1000 sent N_TIMEOUT_Bs")});
    row("T09 WAIT twice", {s("send 20"), s("rx 310000"), s("wait 600"), s("rx 310000"), s("wait 600"), s("rx 300000")},
        {first, s("@1200 ") + cf1, s("@1200 ") + cf2, s("@1200 sent N_OK")});
    QStringList ten{s("send 20")};
    for (int i = 0; i < 10; ++i)
        ten.append(s("rx 310000"));
    row("T10 ten WAITs", ten + QStringList{s("rx 300000")}, twenty);
    row("T10 twin: eleven", ten + QStringList{s("rx 310000"), s("rx 300000")}, {first, s("@0 sent N_WFT_OVRN")});
    row("T11 WAIT, then silence", {s("send 20"), s("wait 300"), s("rx 310000"), s("wait 3000")},
        {first, s("@1300 sent N_TIMEOUT_Bs")});
    row("T12 OVFLW", {s("send 20"), s("rx 320000"), s("rx 300000")}, {first, s("@0 sent N_BUFFER_OVFLW")});
    row("T13 FS 3", {s("send 20"), s("rx 330000")}, {first, s("@0 sent N_INVALID_FS")});
    row("T14 FS F", {s("send 20"), s("rx 3F0000")}, {first, s("@0 sent N_INVALID_FS")});
    row("T15 OVFLW in a later FC", {s("send 20"), s("rx 300100"), s("rx 320000")},
        {first, s("@0 ") + cf1, s("@0 sent N_BUFFER_OVFLW")});
    row("T20 STmin 0", {s("send 20"), s("rx 300000")}, twenty);
    const std::pair<const char *, const char *> gaps[] = {{"T21 STmin 01", "1"}, {"T21 STmin 0A", "10"},
        {"T21 STmin 7F", "127"}, {"T22 STmin F1", "0.1"}, {"T22 STmin F9", "0.9"}, {"T23 STmin 80", "127"},
        {"T23 STmin F0", "127"}, {"T23 STmin FA", "127"}, {"T23 STmin FF", "127"}};
    for (const auto &[name, gap] : gaps) {
        const QString after = QStringLiteral("@%1 ").arg(QLatin1String(gap));
        row(name, {s("send 20"), s("rx 3000") + QString::fromLatin1(name).right(2), s("wait 500")},
            {first, s("@0 ") + cf1, after + cf2, after + s("sent N_OK")});
    }
    row("T30 BS and STmin of a second FC do not count", {s("send 30"), s("rx 300200"), s("rx 30017F"), s("wait 1")},
        {s("@0 tx 101E000102030405"), s("@0 ") + cf1, s("@0 ") + cf2, s("@0 tx 231415161718191A"),
            s("@0 tx 241B1C1DCCCCCCCC"), done});
    row("T31 FC while idle", {s("rx 300000")}, {});
    row("T32 SF while sending", {s("send 20"), s("rx 300100"), s("rx 023E00"), s("rx 300000")},
        {first, s("@0 ") + cf1, s("@0 message 3E00"), s("@0 ") + cf2, done});
    row("T33 extra FC in mid block", {s("send 20"), s("rx 30000A"), s("rx 300000"), s("wait 20")},
        {first, s("@0 ") + cf1, s("@10 ") + cf2, s("@10 sent N_OK")});
    row("T34 send 4095", {s("send 4095"), s("wait 1000")}, {s("@0 tx 1FFF000102030405"), s("@1000 sent N_TIMEOUT_Bs")});
    row("T35 send 4096", {s("send 4096"), s("wait 1000")}, {s("@0 tx 1000000010000001"), s("@1000 sent N_TIMEOUT_Bs")});
    row("T36 second send while one runs", {s("send 20"), s("send 7"), s("rx 300000"), s("send 1")},
        {first, s("@0 busy"), s("@0 ") + cf1, s("@0 ") + cf2, done, s("@0 tx 0100CCCCCCCCCCCC"), done});
    row("T37 bus lost", {s("send 20"), s("rx 300100"), s("lost"), s("rx 300000"), s("wait 2000")},
        {first, s("@0 ") + cf1, s("@0 sent N_TIMEOUT_A")});
    row("T38 cancelled", {s("send 20"), s("rx 300100"), s("cancel"), s("rx 300000"), s("wait 2000")},
        {first, s("@0 ") + cf1, s("@0 sent N_ERROR")});
    row("T39 own echo", {s("send 20"), s("rx-echo 300000"), s("wait 1000")}, {first, s("@1000 sent N_TIMEOUT_Bs")});
    row("T40 FC of another", {s("send 20"), s("rx-foreign 300000"), s("rx-functional 300000"), s("wait 1000")},
        {first, s("@1000 sent N_TIMEOUT_Bs")});
    return rows;
}

QList<IsoTpRow> flexibleDataRateRows()
{
    QList<IsoTpRow> rows;
    const auto row = [&](const char *name, const QStringList &steps, const QStringList &expected) {
        rows.append({name, steps, expected});
    };
    const auto s = [](const char *text) {
        return QString::fromLatin1(text);
    };
    // Header, then so many bytes of the pattern from an offset, padded to the length of the frame.
    const auto bytes = [](const char *header, int offset, int count, int length) {
        QByteArray data = QByteArray::fromHex(header) + pattern(offset + count).mid(offset);
        data.append(length - data.size(), char(0xCC));
        return QString::fromLatin1(data.toHex().toUpper());
    };
    const QString fd = s("set fd 64");
    const QString go = s("@0 tx-fd 300000CCCCCCCCCC");
    const QString done = s("@0 sent N_OK");
    const QStringList nothing;
    row("R09 classic on an FD channel", {fd, s("rx 0322F190"), s("rx 1014000102030405")}, nothing);
    row("F01 SF of 7 in 8", {fd, s("rx-fd 0701020304050607")}, {s("@0 message 01020304050607")});
    row("F02 SF of 62 in 64", {fd, s("rx-fd ") + bytes("003E", 0, 62, 64)}, {s("@0 message 62")});
    row("F03 SF of 10 in 12", {fd, s("rx-fd ") + bytes("000A", 0, 10, 12)}, {s("@0 message 10")});
    row("F04 escaped SF of 5 in 12 [recall]", {fd, s("rx-fd ") + bytes("0005", 0, 10, 12)}, nothing);
    row("F04 of 7", {fd, s("rx-fd ") + bytes("0007", 0, 10, 12)}, nothing);
    row("F04 twin: of 8", {fd, s("rx-fd ") + bytes("0008", 0, 8, 12)}, {s("@0 message 8")});
    row("F05 plain SF in 12", {fd, s("rx-fd ") + bytes("07", 8, 11, 12)}, nothing);
    row("F06 SF of 63 in 64", {fd, s("rx-fd ") + bytes("003F", 0, 62, 64)}, nothing);
    row("F06 SF of 11 in 12", {fd, s("rx-fd ") + bytes("000B", 0, 10, 12)}, nothing);
    row("F07 FF of 64 and CF of 48",
        {fd, s("rx-fd ") + bytes("1064", 0, 62, 64), s("rx-fd ") + bytes("21", 62, 38, 48)}, {go, s("@0 message 100")});
    row("F08 FF_DL 62 fits an SF", {fd, s("rx-fd ") + bytes("103E", 0, 62, 64)}, nothing);
    row("F08 twin: 63 does not", {fd, s("rx-fd ") + bytes("103F", 0, 62, 64), s("rx-fd ") + bytes("21", 62, 1, 8)},
        {go, s("@0 message 63")});
    row("F08 FF_DL 14 of 16", {fd, s("rx-fd ") + bytes("100E", 0, 14, 16)}, nothing);
    row("F09 RX_DL 16",
        {fd, s("rx-fd ") + bytes("1028", 0, 14, 16), s("rx-fd ") + bytes("21", 14, 15, 16),
            s("rx-fd ") + bytes("22", 29, 11, 12)},
        {go, s("@0 message 40")});
    row("F09 RX_DL 8",
        {fd, s("rx-fd ") + bytes("1014", 0, 6, 8), s("rx-fd ") + bytes("21", 6, 7, 8),
            s("rx-fd ") + bytes("22", 13, 7, 8)},
        {go, s("@0 message 20")});
    row("F09 middle CF short",
        {fd, s("rx-fd ") + bytes("1028", 0, 14, 16), s("rx-fd ") + bytes("21", 14, 11, 12),
            s("rx-fd ") + bytes("22", 29, 11, 16)},
        {go, s("@0 failed N_WRONG_SN")});
    row("F10 CF longer than the FF",
        {fd, s("rx-fd ") + bytes("1028", 0, 14, 16), s("rx-fd ") + bytes("21", 14, 19, 20),
            s("rx-fd ") + bytes("21", 14, 15, 16), s("rx-fd ") + bytes("22", 29, 11, 16)},
        {go, s("@0 message 40")});
    row("F11 escaped SF in 8", {fd, s("rx-fd 0006010203040506"), s("rx-fd 0008010203040506")}, nothing);
    row("F20 send 7", {fd, s("send 7")}, {s("@0 tx-fd 0700010203040506"), done});
    row("F20 send 2", {fd, s("send 2")}, {s("@0 tx-fd 020001CCCCCCCCCC"), done});
    row("F21 send 8", {fd, s("send 8")}, {s("@0 tx-fd ") + bytes("0008", 0, 8, 12), done});
    row("F21 send 11", {fd, s("send 11")}, {s("@0 tx-fd ") + bytes("000B", 0, 11, 16), done});
    row("F21 send 23", {fd, s("send 23")}, {s("@0 tx-fd ") + bytes("0017", 0, 23, 32), done});
    row("F22 send 62", {fd, s("send 62")}, {s("@0 tx-fd ") + bytes("003E", 0, 62, 64), done});
    row("F23 send 63", {fd, s("send 63"), s("rx-fd 300000")},
        {s("@0 tx-fd ") + bytes("103F", 0, 62, 64), s("@0 tx-fd ") + bytes("21", 62, 1, 8), done});
    row("F24 send 130", {fd, s("send 130"), s("rx-fd 300000")},
        {s("@0 tx-fd ") + bytes("1082", 0, 62, 64), s("@0 tx-fd ") + bytes("21", 62, 63, 64),
            s("@0 tx-fd ") + bytes("22", 125, 5, 8), done});
    row("F24 send 135", {fd, s("send 135"), s("rx-fd 300000")},
        {s("@0 tx-fd ") + bytes("1087", 0, 62, 64), s("@0 tx-fd ") + bytes("21", 62, 63, 64),
            s("@0 tx-fd ") + bytes("22", 125, 10, 12), done});
    row("F24 TX_DL 12", {s("set fd 12"), s("send 11"), s("rx-fd 300000")},
        {s("@0 tx-fd ") + bytes("100B", 0, 10, 12), s("@0 tx-fd ") + bytes("21", 10, 1, 8), done});
    row("F24 TX_DL 8", {s("set fd 8"), s("send 8"), s("rx-fd 300000")},
        {s("@0 tx-fd 1008000102030405"), s("@0 tx-fd 210607CCCCCCCCCC"), done});
    row("F25 without bit rate switch", {s("set fd 64 brs 0"), s("send 8")},
        {s("@0 tx-fd-slow ") + bytes("0008", 0, 8, 12), done});
    row("F25 with and without, and ESI, received", {fd, s("rx-fd 0101"), s("rx-fd-slow 0102"), s("rx-fd-esi 0103")},
        {s("@0 message 01"), s("@0 message 02"), s("@0 message 03")});
    row("FD: FC of the other format", {fd, s("send 63"), s("rx 300000"), s("wait 1000")},
        {s("@0 tx-fd ") + bytes("103F", 0, 62, 64), s("@1000 sent N_TIMEOUT_Bs")});
    row("FD: 4096 in the escaped form", {fd, s("send 4096"), s("wait 1000")},
        {s("@0 tx-fd ") + bytes("100000001000", 0, 58, 64), s("@1000 sent N_TIMEOUT_Bs")});
    row("FD: beyond the limit", {fd, s("rx-fd ") + bytes("100000010000", 0, 58, 64)},
        {s("@0 tx-fd 320000CCCCCCCCCC"), s("@0 failed N_BUFFER_OVFLW")});
    // Where both are heard, the answer goes as the question came, and one message does not mix them.
    const QString asked = s("set asked 64");
    row("as asked: classic at first", {asked, s("send 8"), s("rx-fd 320000"), s("rx 300000")},
        {s("@0 tx 1008000102030405"), s("@0 tx 210607CCCCCCCCCC"), done});
    row("as asked: a classic request", {asked, s("rx-fd 023E00"), s("rx 023E00"), s("send 8"), s("rx 300000")},
        {s("@0 message 3E00"), s("@0 message 3E00"), s("@0 tx 1008000102030405"), s("@0 tx 210607CCCCCCCCCC"), done});
    row("as asked: a CAN FD request", {asked, s("rx 023E00"), s("rx-fd 023E00"), s("send 8")},
        {s("@0 message 3E00"), s("@0 message 3E00"), s("@0 tx-fd ") + bytes("0008", 0, 8, 12), done});
    row("as asked: a long classic request",
        QStringList{asked, s("rx-fd 023E00")} + transfer(20) + QStringList{s("send 1")},
        {s("@0 message 3E00"), clearToSend, s("@0 message 20"), s("@0 tx 0100CCCCCCCCCCCC"), done});
    row("as asked: CF of the other format", {asked, s("rx 1009000102030405"), s("rx-fd 21FFFFFF"), s("rx 21060708")},
        {clearToSend, s("@0 message 9")});
    return rows;
}

} // namespace packwarden::test
