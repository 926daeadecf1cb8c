// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/base/survey.h"
#include "app/ctl/pack/packverbs.h"
#include "models/core/base/clock.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

#include <QTimer>

namespace packwarden::ctl {

namespace {

class PackList final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        withPacks({}, [this] {
            for (const PackTelemetry &pack : bus()->packs()) {
                out().text(describe::telemetryLine(pack));
                out().line(describe::telemetry(pack, clock().nowMicroseconds()));
            }
            done({{QStringLiteral("packs"), bus()->packs().size()}});
        });
    }
};

/// show and parameters: both read all facts of one pack.
class PackShow final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        withPacks(options().arguments, [this] {
            auto *survey = new Survey(*bus(), this);
            connect(survey, &Survey::factsRead, this, &PackShow::show);
            connect(survey, &Survey::failed, this, [this](const Error &error) { fail(error); });
            survey->start(options().arguments, false);
        });
    }

private:
    void show(const PackFacts &facts)
    {
        const bool table = options().verb == QLatin1String("parameters");
        const QStringList lines
            = table ? describe::parameterLines(facts.parameters, facts.lifeCycle.now) : describe::factsLines(facts);
        for (const QString &line : lines)
            out().text(line);
        QJsonObject result = describe::facts(facts);
        if (table)
            result.insert(QStringLiteral("parameters"), describe::parameters(facts.parameters, facts.lifeCycle.now));
        done(result);
    }
};

class PackRead final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        QStringList arguments = options().arguments;
        QList<quint16> dids;
        const QString serial = arguments.takeFirst();
        for (const QString &text : std::as_const(arguments)) {
            bool ok = false;
            const uint did = text.toUInt(&ok, 16);
            if (!ok || did > 0xFFFF || text.size() != 4) {
                usage(QStringLiteral("%1 is no data identifier (four hex digits)").arg(text));
                return;
            }
            dids.append(quint16(did));
        }
        withPacks({serial}, [this, serial, dids] {
            connect(bus()->link(), &PackLink::didRead, this, &PackRead::show);
            connect(bus()->link(), &PackLink::didsRead, this, [this] { done({{QStringLiteral("values"), m_values}}); });
            connect(bus()->link(), &PackLink::readFailed, this,
                [this](const QString &, const Error &error) { fail(error); });
            bus()->readDids(serial, dids);
        });
    }

private:
    void show(const QString &, quint16 did, const QByteArray &value)
    {
        const QString name = QStringLiteral("%1").arg(did, 4, 16, QLatin1Char('0')).toUpper();
        const QString hex = QString::fromLatin1(value.toHex());
        out().text(QStringLiteral("%1  %2").arg(name, hex));
        m_values.insert(name, hex);
    }

    QJsonObject m_values;
};

class PackWatch final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        withPacks(options().arguments, [this] {
            connect(bus(), &BusClient::telemetry, this, &PackWatch::show);
            connect(&m_end, &QTimer::timeout, this, [this] { done({{QStringLiteral("lines"), m_lines}}); });
            m_end.setSingleShot(true);
            if (options().seconds > 0)
                m_end.start(options().seconds * 1000);
        });
    }

private:
    void show(const QList<PackTelemetry> &packs)
    {
        // A reader follows two lines a second; the screens are for more.
        const qint64 now = clock().monotonicMilliseconds();
        if (now - m_shownAt < 500)
            return;
        for (const PackTelemetry &pack : packs) {
            if (pack.serial != options().arguments.constFirst())
                continue;
            m_shownAt = now;
            ++m_lines;
            out().text(describe::telemetryLine(pack));
            out().line(describe::telemetry(pack, clock().nowMicroseconds()));
        }
        if (out().isBroken())
            done();
    }

    QTimer m_end;
    qint64 m_shownAt = 0;
    int m_lines = 0;
};

} // namespace

std::unique_ptr<Command> makePackList(const Options &options, const Clock &clock)
{
    return std::make_unique<PackList>(options, clock);
}

std::unique_ptr<Command> makePackShow(const Options &options, const Clock &clock)
{
    return std::make_unique<PackShow>(options, clock);
}

std::unique_ptr<Command> makePackRead(const Options &options, const Clock &clock)
{
    return std::make_unique<PackRead>(options, clock);
}

std::unique_ptr<Command> makePackWatch(const Options &options, const Clock &clock)
{
    return std::make_unique<PackWatch>(options, clock);
}

} // namespace packwarden::ctl
