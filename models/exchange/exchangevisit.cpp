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
    m_intake.noteShared(SharedFile::read(path));
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
        isAll = news->isAll;
        if (!isAll && news->cursor == before)
            return {
                Code::UnexpectedAnswer, QStringLiteral("the exchange goes round in circles"), ExchangeReason::NoEnd};
        for (const QByteArray &id : news->lists) {
            if (auto taken = m_intake.takeList(m_exchange.list(id), fetched); !taken.ok())
                return taken.error();
        }
        for (const QByteArray &id : news->documents) {
            int leftOut = 0;
            const auto files = m_exchange.document(id, &leftOut);
            if (auto taken = m_intake.takeDocument(id, files, leftOut, fetched); !taken.ok())
                return taken.error();
        }
        for (auto it = news->receipts.begin(); it != news->receipts.end(); ++it) {
            for (qsizetype at = 0; at < it->size(); at += Exchange::maxWords) {
                const auto given = m_exchange.receipts(it.key(), it->mid(at, Exchange::maxWords));
                if (auto taken = m_intake.takeReceipts(it.key(), given, fetched); !taken.ok())
                    return taken.error();
            }
        }
        for (qsizetype at = 0; at < news->packs.size(); at += Exchange::maxWords) {
            const QStringList serials = news->packs.mid(at, Exchange::maxWords);
            const auto words = m_exchange.packs(serials);
            if (!words.ok())
                return words.error();
            for (const QString &serial : serials) {
                QList<PackWord> ofOne;
                std::copy_if(words->begin(), words->end(), std::back_inserter(ofOne),
                    [&](const PackWord &word) { return word.serial == serial; });
                if (auto taken = m_intake.takeWords(PackSerial::fromTrusted(serial), ofOne, fetched); !taken.ok())
                    return taken.error();
            }
        }
        // Only now: what a stop left undone is asked for again, and is known here already where it was done.
        if (auto kept = m_intake.remember(news->cursor); !kept.ok())
            return kept.error();
    }
    return fetched;
}

} // namespace packwarden
