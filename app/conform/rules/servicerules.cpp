// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/rule.h"
#include "app/conform/kit/udsexpectation.h"

#include <algorithm>

/// Services, sessions, the order of the checks, silence and time (ISO 14229-1:2020 and PROTOCOL.md, UDS).
namespace packwarden::conform {

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

struct Row
{
    const char *request;
    const char *answer; ///< "**" at the end: and more; "": none
};

void serve(Site &site, Finding &finding, std::initializer_list<Row> rows)
{
    for (const Row &row : rows)
        finding.answered(row.request, site.bsp.ask(bytes(row.request)), row.answer);
}

void orderOfChecks(Site &site, Finding &finding)
{
    serve(site, finding,
        {{"27 01", "7F 27 11"}, {"31", "7F 31 7F"}, {"10", "7F 10 13"}, {"10 07 00", "7F 10 12"},
            {"14 00 00 00", "7F 14 34"}, {"3E 00 00", "7F 3E 13"}, {"22 F1", "7F 22 13"},
            {"10 02", "50 02 00 32 01 F4"}, {"31 02 FF FF", "7F 31 12"}, {"31 01 02 20 FF", "7F 31 34"},
            {"37 00", "7F 37 13"}, {"37", "7F 37 24"}, {"34 00 44 00 00 00 01 00 00 00 04", "7F 34 31"},
            {"34 00 44 00 00 00 00 00 00 00 04", "74 20 **"}, {"34 00 44 00 00 00 00 00 00 00 04", "7F 34 22"},
            {"36 02 01", "7F 36 73"}});
}

void unknownServices(Site &site, Finding &finding)
{
    for (int service = 0; service < 0x100; ++service) {
        const QByteArray request = QByteArray(1, char(service)) + QByteArray(3, '\1');
        if (expectedOf(request, 1, false).refusal != 0x11)
            continue;
        const QByteArray wanted = QByteArray(1, char(0x7F)) + char(service) + char(0x11);
        finding.answered(s("service %1").arg(service, 2, 16), site.bsp.askOnce(request), wanted);
    }
}

void noOtherWayIn(Site &site, Finding &finding)
{
    serve(site, finding,
        {{"27 01", "7F 27 11"}, {"10 02", "50 02 **"}, {"27 01", "7F 27 11"}, {"10 03", "50 03 **"},
            {"27 02 00 00 00 00", "7F 27 11"}, {"27 11", "7F 27 11"}, {"10 01", "50 01 **"}});
}

void sessions(Site &site, Finding &finding)
{
    serve(site, finding,
        {{"10 01", "50 01 00 32 01 F4"}, {"10 02", "50 02 00 32 01 F4"}, {"10 03", "50 03 00 32 01 F4"},
            {"10 04", "7F 10 12"}, {"10 00", "7F 10 12"}, {"10 01 00", "7F 10 13"},
            {"2E 02 0F 00 00 00 00", "7F 2E 34"}, {"34 00 44 00 00 00 00 00 00 00 04", "7F 34 7F"},
            {"36 01 00", "7F 36 7F"}, {"37", "7F 37 7F"}, {"10 01", "50 01 **"}, {"2E 02 0F 00 00 00 00", "7F 2E 7F"},
            {"31 01 02 20", "7F 31 7F"}});
}

/// The session ends s3 after the last request, not earlier, and the keep-alive holds it.
void sessionTimeout(Site &site, Finding &finding)
{
    constexpr int within = 4200;
    constexpr int beyond = 5500;
    const auto isOpen = [&] {
        return !isRefusal(site.bsp.ask(bytes("31 03 02 00")), 0x7F);
    };
    finding.answered("10 03", site.bsp.ask(bytes("1003")), "5003**");
    site.bsp.pause(within);
    finding.holds(isOpen(), s("the session ended within 4.2 s"));
    for (int i = 0; i < 3; ++i) {
        site.bsp.pause(2000);
        site.bsp.sendFrame(bytes("02 3E 80"));
    }
    finding.holds(isOpen(), s("TesterPresent did not keep the session"));
    site.bsp.pause(beyond);
    finding.holds(!isOpen(), s("the session is still open 5.5 s after the last request"));
}

void suppression(Site &site, Finding &finding)
{
    const auto heard = [&](const char *request, bool functional) {
        return site.bsp.answersUntilPresent(bytes(request), functional);
    };
    const auto silent = [&](const char *request, bool functional) {
        const QList<QByteArray> got = heard(request, functional);
        finding.holds(got.isEmpty(),
            s("%1%2: %3").arg(s(request), functional ? s(" to all") : QString(), Finding::show(got.value(0))));
    };
    const auto told = [&](const char *request, bool functional, const char *answer) {
        finding.answered(request, heard(request, functional).value(0), answer);
    };
    silent("3E 80", false);
    silent("3E 80", true);
    site.bsp.tap().forget();
    QCanBusFrame present = site.bsp.requestFrame(bytes("02 3E 00"));
    present.setFrameId(Bsp::functionalId);
    site.bsp.sendRaw(present);
    finding.answered("3E 00 to all", site.bsp.nextFrame(Bsp::soon), "02 7E 00 **");
    silent("10 83", false);
    told("10 84", false, "7F 10 12");
    silent("10 04", true);
    silent("27 01", true);
    silent("22 AB CD", true);
    silent("34 00 44", true);
    told("22 F1", true, "7F 22 13");
    told("22 01 11", true, "7F 22 34");
    told("22 F1 95", true, "62 F1 95 **");
    silent("29 80", false);
    told("29 00", false, "69 00 10");
    // After a response pending the answer comes, whatever was to be suppressed.
    finding.answered("10 03", site.bsp.ask(bytes("1003")), "5003**");
    const QList<QByteArray> got = site.bsp.answers(bytes("31 81 02 40") + QByteArray(32, 'n'));
    finding.answered("31 81 02 40", got.value(0), "7F 31 78");
    finding.answered("31 81 02 40 in the end", got.isEmpty() ? QByteArray() : got.constLast(), "71 01 02 40 **");
}

void pendingIsFollowed(Site &site, Finding &finding)
{
    finding.answered("10 03", site.bsp.ask(bytes("1003")), "5003**");
    for (int i = 0; i < 5; ++i) {
        const QList<QByteArray> got = site.bsp.answers(bytes("31 01 02 40") + QByteArray(32, char(i)));
        finding.answered("a statement, at first", got.value(0), "7F 31 78");
        finding.answered("a statement", got.isEmpty() ? QByteArray() : got.constLast(), "71 01 02 40 **");
        finding.holds(site.bsp.framesUntilPresent().isEmpty(), s("a second final answer"));
    }
}

void answersInTime(Site &site, Finding &finding)
{
    constexpr int p2 = 50;
    constexpr int often = 15;
    for (const char *request : {"22 F1 8C", "22 01 01", "19 01 FF", "3E 00", "10 01", "27 00"}) {
        QList<qint64> times;
        for (int i = 0; i < often; ++i) {
            const qint64 time = site.bsp.timeToAnswer(bytes(request));
            if (!finding.holds(time >= 0, s("%1: no answer").arg(s(request))))
                return;
            times.append(time);
        }
        std::sort(times.begin(), times.end());
        const qint64 usual = times.at(often / 2);
        finding.holds(usual <= (p2 + site.slack) * 1000,
            s("%1: answered after %2 ms (P2 is 50 ms)").arg(s(request)).arg(usual / 1000));
    }
}

/// attack 109: what is right for each, by the page on the wire; and the pack stays as it was.
void everyRequest(Site &site, Finding &finding)
{
    for (int session = 1; session <= 3; ++session) {
        const QByteArray enter = QByteArray(1, 0x10) + char(session);
        finding.answered(s("10"), site.bsp.ask(enter), QByteArray(1, 0x50) + char(session), true);
        for (int service = 0; service < 0x100; ++service) {
            QList<int> subFunctions{0x00, 0x01, 0x02, 0x03, 0x08, 0x7F};
            const bool known = expectedOf(QByteArray(1, char(service)), session, false).refusal != 0x11;
            if (!known)
                subFunctions = {0x01};
            for (const int sub : std::as_const(subFunctions)) {
                for (int length = 1; length <= (known ? site.sweepLength : 2); ++length) {
                    QByteArray request(length, '\0');
                    request[0] = char(service);
                    if (length > 1)
                        request[1] = char(sub);
                    else if (sub != subFunctions.constFirst())
                        continue;
                    const UdsExpectation expected = expectedOf(request, session, false);
                    const QByteArray heard = site.bsp.ask(request);
                    const bool refused
                        = heard.size() == 3 && heard.startsWith(char(0x7F)) && heard.at(1) == request.at(0);
                    const quint8 code = refused ? quint8(heard.at(2)) : 0;
                    const bool positive = !heard.isEmpty() && quint8(heard.at(0)) == quint8(service + 0x40);
                    const bool right = expected.refusal != 0 ? code == expected.refusal
                        : refused                            ? expected.allowed.contains(code)
                                                             : positive && expected.mayBePositive;
                    finding.holds(
                        right, s("session %1, %2: %3").arg(session).arg(Finding::show(request), Finding::show(heard)));
                    // What it may have begun or entered is ended.
                    if (positive && service != 0x3E && service != 0x22 && service != 0x19)
                        site.bsp.ask(enter);
                    if (site.bsp.tap().isLost())
                        return;
                }
            }
        }
    }
}

void severalTesters(Site &site, Finding &finding)
{
    // All testers have one address: what one begins another may end, and nothing is mixed.
    finding.answered("10 02", site.bsp.ask(bytes("1002")), "5002**");
    finding.answered(s("a transfer"), site.bsp.ask(bytes("34 00 44 00 00 00 00 00 00 00 04")), bytes("74"), true);
    finding.answered("10 02 of another", site.bsp.ask(bytes("1002")), "5002**");
    finding.answered("36 of the first", site.bsp.ask(bytes("36 01 00")), "7F 36 24");
    finding.answered("22 F1 8C", site.bsp.ask(bytes("22F18C")), "62F18C**");
}

} // namespace

const QList<Rule> &serviceRules()
{
    static const QList<Rule> rules{
        {"uds.order-of-checks", "Of several things that are wrong the first in the order is named.", "PROTOCOL.md, UDS",
            false, orderOfChecks},
        {"uds.unknown-services", "Every service that is not there is refused by 11.", "ISO 14229-1, 8.7", false,
            unknownServices},
        {"uds.no-security-access", "There is no other way in than service 29.", "attack 102", false, noOtherWayIn},
        {"uds.sessions", "Sessions 01 to 03, with their times; what a session does not serve is refused by 7F.",
            "ISO 14229-1, 10.2; PROTOCOL.md, UDS", false, sessions},
        {"uds.session-timeout", "A session ends 5 s after the last request, not earlier; TesterPresent holds it.",
            "ISO 14229-2 (S3); attack 104", false, sessionTimeout},
        {"uds.suppression",
            "What was to be suppressed is; functional requests are not answered with 11, 12, 31, 7E, 7F.",
            "ISO 14229-1, 8.7.5; PROTOCOL.md, UDS", false, suppression},
        {"uds.response-pending", "After 78 the one final answer always comes.", "ISO 14229-1, A.1; attack 91", false,
            pendingIsFollowed},
        {"uds.p2", "An answer begins within 50 ms.", "ISO 14229-2 (P2)", false, answersInTime},
        {"uds.sweep", "Every service, sub-function and length is answered by something defined.", "attack 109", false,
            everyRequest},
        {"uds.several-testers", "A second tester ends what the first has begun; nothing is mixed.", "attack 88", false,
            severalTesters}};
    return rules;
}

} // namespace packwarden::conform
