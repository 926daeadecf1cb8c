// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/exchange/exchange.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QVariant>

#include <memory>

namespace packwarden {

namespace exchangework {

/// "{a,b}" for a column of type text[]; the words are identifiers.
QVariant arrayOf(const QStringList &words);
/// SQLSTATE, as PostgreSQL names it.
bool isState(const QSqlError &error, const char *state);
/// What a server said at last; where it said nothing, that it is gone.
QString wordsOf(const QSqlError &error);

} // namespace exchangework

/// One transaction, in as few questions as there can be. No statement is prepared: a pooler may hand each transaction
/// to another connection of the server, and would hand on what one left behind.
class Exchange::Work
{
public:
    enum class Of { Exchange, AnyDatabase };

    /// Of::Exchange: begins only where this is an exchange of this version; see check().
    explicit Work(Exchange &exchange, Of of = Of::Exchange)
        : m_exchange(exchange)
        , m_database(QSqlDatabase::database(exchange.m_connection, false))
    {
        if (!m_database.isOpen())
            m_database.open();
        m_begun = m_database.transaction();
        if (!m_begun) {
            m_error = {Code::ExchangeUnavailable, exchangework::wordsOf(m_database.lastError())};
            return;
        }
        const QString limits
            = QStringLiteral("set local statement_timeout = '%1s'; set local client_min_messages = warning")
                  .arg(patience);
        if (of == Of::AnyDatabase)
            (void)run(limits);
        else if (const auto query = run(versionQuestion() + u';' + limits); query && query->next())
            checkVersion(query->value(0).toInt());
    }
    ~Work()
    {
        if (m_begun && !m_committed && m_database.isOpen())
            m_database.rollback();
        // What was cut off is opened anew by the next one.
        if (m_error.code == Code::ExchangeUnavailable)
            m_database.close();
    }
    Work(const Work &) = delete;
    Work &operator=(const Work &) = delete;

    bool isReady() const { return m_begun; }
    const Error &error() const { return m_error; }

    /// Each "?" stands for one of `values`, in order. Rows are read one after the other, so that whoever answers
    /// without end is left.
    std::unique_ptr<QSqlQuery> run(const QString &sql, const QVariantList &values = {})
    {
        auto query = std::make_unique<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (query->exec(filled(sql, values)))
            return query;
        m_error = m_exchange.failed(*query);
        if (m_database.isOpen())
            m_database.rollback();
        m_begun = false;
        return nullptr;
    }
    /// The first value of the first row; invalid and error() otherwise.
    QVariant value(const QString &sql, const QVariantList &values = {})
    {
        const auto query = run(sql, values);
        return query && query->next() ? query->value(0) : QVariant();
    }
    Result<> commit()
    {
        m_committed = m_database.commit();
        if (m_committed)
            return Result<>::success();
        m_error = {Code::ExchangeUnavailable, exchangework::wordsOf(m_database.lastError())};
        return m_error;
    }
    /// Is the transaction begun, and this an exchange of this version?
    Result<> check() const { return m_begun && !m_isOther ? Result<>::success() : Result<>(m_error); }
    /// For what was made since this began.
    Result<> checkAgain()
    {
        const QVariant found = value(versionQuestion());
        if (found.isValid())
            checkVersion(found.toInt());
        return check();
    }

    static QString versionQuestion() { return QStringLiteral("select version from packwarden.exchange"); }

private:
    void checkVersion(int found)
    {
        m_isOther = found != version;
        if (m_isOther)
            m_error = {Code::ExchangeRefused,
                QStringLiteral("the exchange has version %1, this program knows %2%3")
                    .arg(found)
                    .arg(version)
                    .arg(found < version ? QLatin1String(": its owner upgrades it by \"packwardenctl exchange init\"")
                                         : QLatin1String())};
    }
    /// As the driver writes values into statements.
    QString filled(const QString &sql, const QVariantList &values) const
    {
        const QStringList pieces = sql.split(u'?');
        Q_ASSERT(pieces.size() == values.size() + 1);
        QString whole = pieces.constFirst();
        for (qsizetype at = 0; at < values.size(); ++at) {
            QSqlField field(QString(), values.at(at).metaType());
            field.setValue(values.at(at));
            whole += m_database.driver()->formatValue(field) + pieces.at(at + 1);
        }
        return whole;
    }

    Exchange &m_exchange;
    QSqlDatabase m_database;
    Error m_error{Code::Internal, {}};
    bool m_begun = false;
    bool m_isOther = false; ///< of another version
    bool m_committed = false;
};

} // namespace packwarden
