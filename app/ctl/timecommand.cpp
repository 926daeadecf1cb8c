// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timedocument.h"

#include "auditstore.h"
#include "busclient.h"
#include "carrier.h"
#include "clock.h"
#include "command.h"
#include "packanswers.h"
#include "session.h"
#include "workspace.h"

namespace packwarden::ctl {

namespace {

constexpr quint16 knowledgeDid = 0x0114;

/// `time SERIAL`: signs this machine's time over the pack's nonce and brings it there.
class TimeSet final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        // "time SERIAL" has no verb: the serial stands in its place.
        const auto serial = PackSerial::parse(options().verb);
        if (!serial.ok() || !options().arguments.isEmpty()) {
            usage(QStringLiteral("one serial is needed"));
            return;
        }
        m_serial = *serial;
        withIdentity([this] { withPacks({m_serial.text()}, [this] { ask(); }); });
    }

private:
    void ask()
    {
        connect(bus()->link(), &PackLink::didRead, this, [this](const QString &, quint16 did, const QByteArray &value) {
            if (did == knowledgeDid)
                sign(value);
        });
        connect(
            bus()->link(), &PackLink::readFailed, this, [this](const QString &, const Error &error) { fail(error); });
        bus()->readDids(m_serial.text(), {knowledgeDid});
    }

    void sign(const QByteArray &value)
    {
        const auto knowledge = PackKnowledge::decode(value);
        if (!knowledge.ok()) {
            fail(knowledge.error());
            return;
        }
        const qint64 now = clock().now();
        workspace()
            ->session()
            .sign(contenttype::time, TimeDocument{m_serial, knowledge->nonce, now}.encode())
            .then(this, [this, now](const Result<CoseSign1> &document) {
                if (document.ok())
                    carry(document->encode(), now);
                else
                    fail(document.error());
            });
    }

    void carry(const QByteArray &document, qint64 now)
    {
        auto *carrier = new Carrier(*workspace(), *bus(), this);
        connect(carrier, &Carrier::carried, this, [this, now](int, const Result<> &result) {
            if (!result.ok()) {
                fail(result.error());
                return;
            }
            out().text(QStringLiteral("%1 knows the time").arg(m_serial.text()));
            done({{QStringLiteral("serial"), m_serial.text()}, {QStringLiteral("time"), now}});
        });
        carrier->start({{m_serial, documentkind::time, document}});
    }

    PackSerial m_serial;
};

} // namespace

std::unique_ptr<Command> makeTimeCommand(const Options &options, const Clock &clock)
{
    return std::make_unique<TimeSet>(options, clock);
}

} // namespace packwarden::ctl
