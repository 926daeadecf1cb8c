// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/exchangevisit.h"

#include "models/core/base/wholefile.h"
#include "models/core/pki/pkifile.h"
#include "models/exchange/exchangereason.h"

#include <algorithm>
#include <iterator>

namespace packwarden {

Result<ExchangeGift> ExchangeGift::read(const QString &path)
{
    const auto bytes = wholefile::read(path, DocumentFile::maxBytes);
    if (!bytes.ok())
        return bytes.error();
    ExchangeGift gift;
    const auto file = DocumentFile::decode(*bytes);
    if (file.ok()) {
        gift.document = *file;
        return gift;
    }
    const auto lists = pki::readListFile(path);
    if (!lists.ok())
        return file.error();
    gift.lists = *lists;
    return gift;
}

QString ExchangeGift::subject() const
{
    if (document)
        return document->fingerprint();
    QStringList numbers;
    for (const CrlEntry &entry : lists)
        numbers.append(QString::number(entry.crl.number));
    return QStringLiteral("list %1").arg(numbers.join(QStringLiteral(", ")));
}

Result<Exchange::Published> ExchangeGift::giveTo(Exchange &exchange, const QStringList &audience) const
{
    if (document)
        return exchange.publish(*document, audience);
    Exchange::Published published;
    for (const CrlEntry &entry : lists) {
        const auto isNew = exchange.publishList(encodeCrlEntry(entry));
        if (!isNew.ok())
            return isNew.error();
        published.isNew = published.isNew || *isNew;
    }
    return published;
}

ExchangeVisit::ExchangeVisit(Exchange &exchange, const ExchangeAddress &address, Workspace &workspace)
    : m_exchange(exchange)
    , m_intake(address, workspace)
{
}

Result<Exchange::Published> ExchangeVisit::publish(const QString &path, const QStringList &audience)
{
    const auto gift = ExchangeGift::read(path);
    auto published = gift.ok() ? gift->giveTo(m_exchange, audience) : Result<Exchange::Published>(gift.error());
    const Result<> outcome = published.ok() ? Result<>::success() : Result<>(published.error());
    if (auto recorded = m_intake.recordPublished(gift.ok() ? gift->subject() : QString(), outcome); !recorded.ok())
        return recorded.error();
    if (!published.ok())
        return published;
    m_intake.noteShared({SharedFile::read(path)});
    for (auto more = m_intake.receiptsToGive(); !more.list.isEmpty(); more = m_intake.receiptsToGive()) {
        if (auto given = m_exchange.giveReceipts(more.id, more.list); !given.ok())
            return given.error();
        m_intake.noteGiven(more);
    }
    return published;
}

Result<ExchangeIntake::Fetched> ExchangeVisit::fetch(const std::optional<QStringList> &ofPacks)
{
    ExchangeIntake::Fetched fetched;
    for (bool isAll = false; !isAll;) {
        const ExchangeCursor before = m_intake.lastTime();
        const auto news = m_exchange.news(before, ofPacks);
        if (!news.ok())
            return news.error();
        isAll = news->constLast().isAll;
        if (!isAll && news->constLast().cursor == before)
            return {
                Code::UnexpectedAnswer, QStringLiteral("the exchange goes round in circles"), ExchangeReason::NoEnd};
        for (const Exchange::News &slice : *news) {
            if (auto taken = take(slice, fetched); !taken.ok())
                return taken.error();
        }
    }
    return fetched;
}

Result<> ExchangeVisit::take(const Exchange::News &slice, ExchangeIntake::Fetched &fetched)
{
    for (const QByteArray &id : slice.lists) {
        if (auto taken = m_intake.takeList(m_exchange.list(id), fetched); !taken.ok())
            return taken;
    }
    for (const QByteArray &id : slice.documents) {
        int leftOut = 0;
        const auto files = m_exchange.document(id, &leftOut);
        if (auto taken = m_intake.takeDocument(ExchangeIntake::Arrival::of(id, files, leftOut), fetched); !taken.ok())
            return taken;
    }
    m_intake.noteShared(ExchangeIntake::asHeld(m_intake.taken()));
    for (auto it = slice.receipts.begin(); it != slice.receipts.end(); ++it) {
        if (auto taken = m_intake.takeReceipts(it.key(), m_exchange.receipts(it.key(), *it), fetched); !taken.ok())
            return taken;
    }
    if (!slice.packs.isEmpty()) {
        const auto words = m_exchange.packs(slice.packs);
        if (!words.ok())
            return words.error();
        for (const QString &serial : slice.packs) {
            QList<PackWord> ofOne;
            std::copy_if(words->begin(), words->end(), std::back_inserter(ofOne),
                [&](const PackWord &word) { return word.serial == serial; });
            if (auto taken = m_intake.takeWords(PackSerial::fromTrusted(serial), ofOne, fetched); !taken.ok())
                return taken;
        }
    }
    // Only now: what a stop left undone is asked for again, and is known here already where it was done.
    return m_intake.remember(slice.cursor);
}

} // namespace packwarden
