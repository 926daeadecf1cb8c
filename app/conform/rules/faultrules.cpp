// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/rule.h"

#include <QSet>

/// The fault memory for strangers (PROTOCOL.md, Faults).
namespace packwarden::conform {

namespace {

constexpr quint8 keptBits = 0x2F;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Code and status of each.
QList<QByteArray> entries(const QByteArray &answer)
{
    QList<QByteArray> list;
    for (qsizetype at = 3; at + 4 <= answer.size(); at += 4)
        list.append(answer.mid(at, 4));
    return list;
}

void reports(Site &site, Finding &finding)
{
    for (const char *mask : {"FF", "01", "08", "2F", "00"}) {
        const QByteArray count = site.bsp.ask(bytes("1901") + QByteArray::fromHex(mask));
        const QByteArray list = site.bsp.ask(bytes("1902") + QByteArray::fromHex(mask));
        if (!finding.holds(count.size() == 6 && count.startsWith(bytes("59012F01")),
                s("19 01 %1: %2").arg(s(mask), Finding::show(count)))
            || !finding.holds(list.startsWith(bytes("59022F")) && (list.size() - 3) % 4 == 0,
                s("19 02 %1: %2").arg(s(mask), Finding::show(list))))
            continue;
        const int number = quint8(count.at(4)) << 8 | quint8(count.at(5));
        finding.holds(entries(list).size() == number,
            s("mask %1: %2 are counted and %3 listed").arg(s(mask)).arg(number).arg(entries(list).size()));
        for (const QByteArray &entry : entries(list)) {
            const quint8 status = quint8(entry.at(3));
            finding.holds((status & QByteArray::fromHex(mask).at(0)) != 0 && (status & ~keptBits) == 0,
                s("status %1 for mask %2").arg(status, 2, 16).arg(s(mask)));
            finding.holds(quint8(entry.at(0)) == 0x1A, s("fault code %1").arg(Finding::show(entry)));
        }
    }
}

void supported(Site &site, Finding &finding)
{
    const QByteArray list = site.bsp.ask(bytes("190A"));
    if (!finding.holds(list.startsWith(bytes("590A2F")) && list.size() > 3 && (list.size() - 3) % 4 == 0,
            s("19 0A: %1").arg(Finding::show(list))))
        return;
    QSet<QByteArray> codes;
    for (const QByteArray &entry : entries(list)) {
        finding.holds(!codes.contains(entry.left(2)), s("%1 comes twice").arg(Finding::show(entry)));
        codes.insert(entry.left(2));
        finding.holds(entry.at(3) == 0, s("%1 has a status").arg(Finding::show(entry)));
    }
}

void form(Site &site, Finding &finding)
{
    struct Row
    {
        const char *request;
        const char *answer;
    };
    for (const Row &row : {Row{"19 01", "7F1913"}, Row{"19 01 FF 00", "7F1913"}, Row{"19 02", "7F1913"},
             Row{"19 0A 00", "7F1913"}, Row{"19 03", "7F1912"}, Row{"19 0B", "7F1912"}, Row{"19", "7F1913"},
             Row{"14 FF FF FF", "7F1434"}, Row{"14 FF", "7F1413"}})
        finding.answered(row.request, site.bsp.ask(bytes(row.request)), row.answer);
    const QList<QByteArray> got = site.bsp.answersUntilPresent(bytes("1981FF"), false);
    finding.holds(got.isEmpty(), s("19 81 FF: %1").arg(Finding::show(got.value(0))));
}

} // namespace

const QList<Rule> &faultRules()
{
    static const QList<Rule> rules{
        {"faults.reports", "Number and list of the faults agree for each mask, with the status bits that are kept.",
            "ISO 14229-1, 12.3; PROTOCOL.md, Faults", false, reports},
        {"faults.supported", "Every kind of fault is listed once, without a status.", "PROTOCOL.md, Faults", false,
            supported},
        {"faults.form", "Reports that are not there, and requests of another length, are refused.",
            "ISO 14229-1, 12.3; PROTOCOL.md, Faults", false, form}};
    return rules;
}

} // namespace packwarden::conform
