// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/rule.h"
#include "app/conform/kit/transfer.h"
#include "hw/uds/documentkind.h"
#include "models/core/base/ids.h"

/// Upload and reading of documents (ISO 14229-1, 15; PROTOCOL.md, Documents), whatever they say.
namespace packwarden::conform {

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QByteArray &pretended()
{
    static const QByteArray document("PRETEND-DOCUMENT-020");
    return document;
}

void enter(Site &site, Finding &finding)
{
    finding.answered("10 02", site.bsp.ask(bytes("1002")), "5002**");
}

/// answer: hexadecimal; "**" at its end: and more; "A|B": either.
void ask(Site &site, Finding &finding, const QString &what, const QByteArray &request, const char *answer)
{
    const QByteArray heard = site.bsp.ask(request);
    const QList<QByteArray> either = QByteArray(answer).split('|');
    if (either.size() > 1 && either.contains(heard.toHex().toUpper()))
        return;
    const bool orMore = either.constFirst().endsWith("**");
    const QByteArray wanted = either.constFirst();
    finding.answered(what, heard, QByteArray::fromHex(orMore ? wanted.chopped(2) : wanted), orMore);
}

void announcements(Site &site, Finding &finding)
{
    enter(site, finding);
    const QByteArray head = bytes("340044");
    ask(site, finding, s("another address"), head + longWord(1) + longWord(20), "7F3431");
    ask(site, finding, s("nothing"), head + longWord(0) + longWord(0), "7F3431");
    ask(site, finding, s("more than 128 KiB"), head + longWord(0) + longWord(128 * 1024 + 1), "7F3431");
    ask(site, finding, s("4 GiB"), head + longWord(0) + longWord(0xFFFFFFFF), "7F3431");
    ask(site, finding, s("compressed"), bytes("341044") + longWord(0) + longWord(20), "7F3431");
    ask(site, finding, s("another width"), bytes("340024") + QByteArray(2, '\0') + longWord(20), "7F3431|7F3413");
    ask(site, finding, s("too short"), head + longWord(0), "7F3413");
    ask(site, finding, s("too long"), head + longWord(0) + longWord(20) + 'x', "7F3413");
    ask(site, finding, s("128 KiB"), head + longWord(0) + longWord(128 * 1024), "7420**");
}

void blocks(Site &site, Finding &finding)
{
    enter(site, finding);
    ask(site, finding, s("a block without announcement"), bytes("3601") + pretended(), "7F3624");
    finding.holds(announce(site.bsp, quint32(pretended().size())).isEmpty(), s("34 of 20 bytes is refused"));
    ask(site, finding, s("block 00 first"), bytes("3600") + pretended().left(8), "7F3673");
    ask(site, finding, s("block 02 first"), bytes("3602") + pretended().left(8), "7F3673");
    ask(site, finding, s("block 01"), bytes("3601") + pretended().left(8), "7601");
    ask(site, finding, s("block 01 once more, as its answer may have been lost"), bytes("3601") + pretended().left(8),
        "7601");
    ask(site, finding, s("block 01 with other data"), bytes("3601") + QByteArray(8, 'x'), "7F3673");
    ask(site, finding, s("block 03 after 01"), bytes("3603") + pretended().mid(8, 4), "7F3673");
    ask(site, finding, s("the end before all is there"), bytes("37"), "7F3724");
    ask(site, finding, s("more than announced"), bytes("3602") + QByteArray(13, 'x'), "7F3631");
    ask(site, finding, s("the rest"), bytes("3602") + pretended().mid(8), "7602");
    ask(site, finding, s("more when all is there"), bytes("3603") + 'x', "7F3624|7F3631");
    ask(site, finding, s("the end"), bytes("37"), "77");
    ask(site, finding, s("the end once more"), bytes("37"), "7F3724");
}

void sessionForgets(Site &site, Finding &finding)
{
    for (const char *session : {"10 02", "10 03", "10 01"}) {
        finding.holds(upload(site.bsp, pretended()), s("an upload of 20 bytes is refused"));
        finding.answered(
            s(session), site.bsp.ask(bytes(session)), QByteArray(bytes(session)).replace(0, 1, "\x50"), true);
        enter(site, finding);
        ask(site, finding, s("applying after %1").arg(s(session)), applyRequest(documentkind::request, pretended()),
            "7F3124");
    }
    enter(site, finding);
    finding.holds(announce(site.bsp, 20).isEmpty(), s("34 of 20 bytes is refused"));
    ask(site, finding, s("block 01"), bytes("3601") + pretended().left(8), "7601");
    enter(site, finding);
    ask(site, finding, s("block 02 after a new session"), bytes("3602") + pretended().mid(8), "7F3624");
}

void hashIsChecked(Site &site, Finding &finding)
{
    // One that the pack would take, if it looked at nothing but the document.
    const auto list = readDocument(site.bsp, documentkind::crl, 0);
    if (!finding.holds(list && upload(site.bsp, *list), s("a revocation list cannot be read, or not be uploaded")))
        return;
    ask(site, finding, s("another hash"), bytes("3101020104") + sha256("another document"), "7F3122");
    const QString reason = refusalReason(site.bsp);
    finding.holds(reason == s("malformed"), s("another hash: the reason is %1").arg(reason));
    // What was judged is gone.
    ask(site, finding, s("applying once more"), applyRequest(documentkind::request, pretended()), "7F3124");
}

void applying(Site &site, Finding &finding)
{
    enter(site, finding);
    ask(site, finding, s("applying nothing"), applyRequest(documentkind::request, pretended()), "7F3124");
    ask(site, finding, s("asking for a result that there is not"), bytes("31030201"), "7F3124");
    finding.holds(upload(site.bsp, pretended()), s("an upload of 20 bytes is refused"));
    for (const int kind : {0, documentkind::receipt, documentkind::silicon, documentkind::foundation, 12, 255})
        ask(site, finding, s("applying kind %1").arg(kind), applyRequest(kind, pretended()), "7F3131");
    ask(site, finding, s("applying with a short hash"), applyRequest(1, pretended()).chopped(1), "7F3113");
    const QList<QByteArray> got = site.bsp.answers(applyRequest(documentkind::request, pretended()));
    finding.answered("applying, at first", got.value(0), "7F3178");
    finding.answered("applying what is no document", got.isEmpty() ? QByteArray() : got.constLast(), "7F3122");
    const QString reason = refusalReason(site.bsp);
    finding.holds(reason == s("malformed"), s("what is no document is refused as %1").arg(reason));
}

/// attack 93: a byte that changed on the way, unseen by the bus.
void changedOnTheWay(Site &site, Finding &finding)
{
    const auto policy = readDocument(site.bsp, documentkind::policy, 0);
    if (!finding.holds(policy.has_value(), s("the policy cannot be read")))
        return;
    for (const qsizetype at : {qsizetype(0), policy->size() / 2, policy->size() - 1}) {
        QByteArray changed = *policy;
        changed[at] = char(changed.at(at) ^ 0x10);
        finding.holds(upload(site.bsp, changed), s("an upload is refused"));
        ask(site, finding, s("a document with one bit changed at %1").arg(at),
            applyRequest(documentkind::policy, *policy), "7F3122");
    }
}

void reading(Site &site, Finding &finding)
{
    enter(site, finding);
    const QByteArray head = bytes("350044");
    ask(site, finding, s("a kind that there is not"), head + longWord(0x0C000000) + longWord(0xFFFFFFFF), "7F3531");
    ask(site, finding, s("requests, which are not kept"), head + longWord(0x01000000) + longWord(0xFFFFFFFF), "7F3531");
    ask(site, finding, s("beyond the list"), head + longWord(0x02000001) + longWord(0xFFFFFFFF), "7F3531");
    ask(site, finding, s("nothing of it"), head + longWord(0x02000000) + longWord(0), "7F3531");
    ask(site, finding, s("more than there is"), head + longWord(0x02000000) + longWord(0x00FFFFFF), "7F3531");
    ask(site, finding, s("ten bytes of the policy"), head + longWord(0x02000000) + longWord(10), "7520**");
    ask(site, finding, s("while one is read"), head + longWord(0x02000000) + longWord(10), "7F3522");
    ask(site, finding, s("block 02 first"), bytes("3602"), "7F3673");
    const QByteArray block = site.bsp.ask(bytes("3601"));
    finding.holds(block.size() == 12 && block.startsWith(bytes("7601")), s("36 01: %1").arg(Finding::show(block)));
    finding.answered(s("36 01 once more"), site.bsp.ask(bytes("3601")), block);
    ask(site, finding, s("36 02, the end"), bytes("3602"), "7602");
    ask(site, finding, s("after the end"), bytes("3603"), "7F3624");
    ask(site, finding, s("37"), bytes("37"), "77");
}

/// attack 92, as far as a bus can: an upload that breaks off leaves nothing.
void brokenOff(Site &site, Finding &finding)
{
    const QByteArray before = site.bsp.ask(bytes("220103"));
    enter(site, finding);
    finding.holds(announce(site.bsp, 4000).isEmpty(), s("34 of 4,000 bytes is refused"));
    ask(site, finding, s("block 01"), bytes("3601") + QByteArray(2000, 'x'), "7601");
    site.bsp.pause(5500);
    ask(site, finding, s("block 02 after the session ended"), bytes("3602") + QByteArray(2000, 'x'), "7F367F");
    finding.answered(s("22 01 03 afterwards"), site.bsp.ask(bytes("220103")), before);
}

} // namespace

const QList<Rule> &transferRules()
{
    static const QList<Rule> rules{
        {"transfer.announcement", "Only plain data to address 0, of 1 byte to 128 KiB, are taken.",
            "PROTOCOL.md, Documents", false, announcements},
        {"transfer.blocks",
            "Blocks come in order, a repeated one is answered and not stored, and no more than announced.",
            "ISO 14229-1, 15.4; attack 81", false, blocks},
        {"transfer.session", "Entering a session forgets what was uploaded.", "PROTOCOL.md, Documents", false,
            sessionForgets},
        {"transfer.hash", "What was uploaded must have the hash that is announced.",
            "PROTOCOL.md, Documents; attack 93", false, hashIsChecked},
        {"transfer.changed", "A document of which one bit changed on its way is refused.", "attack 93", false,
            changedOnTheWay},
        {"transfer.apply", "Only what was uploaded is judged, after 78; its reason can be read.",
            "PROTOCOL.md, Documents", false, applying},
        {"transfer.reading", "Documents are read block by block; what is not there is out of range.",
            "PROTOCOL.md, Documents", false, reading},
        {"transfer.broken-off", "An upload that breaks off changes nothing.", "attack 92", false, brokenOff}};
    return rules;
}

} // namespace packwarden::conform
