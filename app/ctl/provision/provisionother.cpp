// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/provision/provisionother.h"

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/files.h"
#include "app/ctl/base/rulesource.h"
#include "app/tasks/carrier.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/whendone.h"
#include "models/core/base/wholefile.h"
#include "models/core/cbor/cbor.h"
#include "models/core/pki/pkifile.h"
#include "models/rules/rulesjson.h"
#include "models/signoffs/signoffjudgement.h"
#include "models/workspace/auditedaction.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QDateTime>

namespace packwarden::ctl {

namespace {

/// `provision datasheet JSON -o FILE`: what the maker of the cells says of them, signed by somebody of the
/// manufacturer.
class DataSheetSign final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const auto json = wholefile::read(options().arguments.value(0), DocumentFile::maxBytes / 16);
        const auto sheet = json.ok() ? rulesjson::dataSheetFromJson(*json) : Result<CellDataSheet>(json.error());
        if (!sheet.ok()) {
            fail(sheet.error());
            return;
        }
        withIdentity([this, payload = sheet->encode()] {
            workspace()
                ->session()
                .sign(contenttype::datasheet, payload)
                .then(this, [this](const Result<CoseSign1> &document) { keep(document); });
        });
    }

private:
    void keep(const Result<CoseSign1> &document)
    {
        AuditedAction action(*workspace(), auditaction::provision, options().arguments.constFirst(),
            {{QLatin1String("step"), QStringLiteral("datasheet")}});
        const auto recorded = action.finish(document.ok() ? Result<>::success() : Result<>(document.error()));
        if (!document.ok() || !recorded.ok()) {
            fail(document.ok() ? recorded.error() : document.error());
            return;
        }
        if (auto written = files::write(options().output, document->encode()); !written.ok()) {
            fail(written.error());
            return;
        }
        out().text(QStringLiteral("written to %1").arg(files::outputName(options().output)));
        done({{QStringLiteral("file"), options().output}});
    }
};

/// `provision first-charter SERIAL FILE`: the charter that all parties signed, with the lists that travel in its file.
class FirstCharter final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const auto serial = PackSerial::parse(options().arguments.value(0));
        if (!serial.ok()) {
            usage(QStringLiteral("%1 is no serial of a pack").arg(options().arguments.constFirst()));
            return;
        }
        const auto file = DocumentFile::read(options().arguments.at(1));
        if (!file.ok()) {
            fail(file.error());
            return;
        }
        if (file->document.contentType != contenttype::charter) {
            fail({Code::UnknownType, QString::fromLatin1(file->document.contentType)});
            return;
        }
        const auto deliver = [this, serial = *serial, upload = deliveredBytes(*file)] {
            withPacks({serial.text()}, [this, serial, upload] {
                auto *carrier = new Carrier(*workspace(), bus()->requests(), this);
                connect(carrier, &Carrier::carried, this, [this, serial](int, const Result<> &result) {
                    if (!result.ok()) {
                        fail(result.error());
                        return;
                    }
                    out().text(QStringLiteral("%1: first-charter done").arg(serial.text()));
                    done({{QStringLiteral("serial"), serial.text()},
                        {QStringLiteral("step"), QStringLiteral("first-charter")}});
                });
                carrier->start({{serial, documentkind::charter, upload}});
            });
        };
        // A document proves itself; with a key the audit names who brought it.
        if (!options().keyLocator().isEmpty())
            withIdentity(deliver);
        else if (workspace())
            deliver();
    }
};

/// `provision lists SERIAL LIST[,AUTHORITY]...`: the lists by which a pack judges who provisions it. Each proves
/// itself.
class FirstLists final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const auto serial = PackSerial::parse(options().arguments.value(0));
        const auto lists = readLists(options().arguments.mid(1));
        if (!serial.ok() || !lists.ok()) {
            fail(serial.ok() ? lists.error() : serial.error());
            return;
        }
        if (!workspace())
            return;
        for (const CrlEntry &entry : *lists)
            m_loads.append({*serial, documentkind::crl, encodeCrlEntry(entry)});
        withPacks({serial->text()}, [this] {
            auto *carrier = new Carrier(*workspace(), bus()->requests(), this);
            connect(carrier, &Carrier::carried, this, [this](int, const Result<> &result) {
                if (!result.ok() && !m_problem)
                    m_problem = result.error();
            });
            connect(carrier, &Carrier::finished, this, [this] {
                if (m_problem)
                    fail(*m_problem);
                else
                    done({{QStringLiteral("lists"), m_loads.size()}});
            });
            carrier->start(m_loads);
        });
    }

private:
    QList<Load> m_loads;
    std::optional<Error> m_problem;
};

/// `provision identify SERIAL --node N --hardware KIND --part-number P --root-certificate FILE -o CSR`: burns who a
/// blank pack is, and takes the certificate request of the key that it made itself.
class Identify final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        bool hex = false;
        m_node = options().node.toInt(&hex, 16);
        const auto serial = PackSerial::parse(options().arguments.value(0));
        if (!serial.ok() || !hex) {
            usage(serial.ok() ? QStringLiteral("--node %1 is no hexadecimal number").arg(options().node)
                              : QStringLiteral("%1 is no serial of a pack").arg(options().arguments.constFirst()));
            return;
        }
        m_serial = *serial;
        const auto root = pki::readRootFile(options().rootCertificate);
        if (!root.ok()) {
            fail(root.error());
            return;
        }
        m_record = cbor::encode(QCborMap{{QLatin1String("serial"), m_serial.text()},
            {QLatin1String("hardware"), options().hardware}, {QLatin1String("partNumber"), options().partNumber},
            {QLatin1String("manufactured"),
                QDateTime::fromSecsSinceEpoch(clock().now()).toUTC().toString(QStringLiteral("yyyy-MM-dd"))},
            {QLatin1String("root"), root->der}});
        if (!workspace())
            return;
        withNode(m_node, [this] { burn(); });
    }

private:
    void burn()
    {
        AuditedAction action(*workspace(), auditaction::provision, m_serial.text(),
            {{QLatin1String("step"), QStringLiteral("identify")}, {QLatin1String("record"), sha256(m_record)}});
        if (const auto begun = action.begin(); !begun.ok()) {
            fail(begun.error());
            return;
        }
        whenDone(this, bus()->requests().identify(m_node, m_serial.text(), m_record),
            [this, action](const ActionResult &result) mutable {
                const auto recorded = action.finish(result.done ? Result<>::success() : Result<>(result.error));
                if (recorded.ok())
                    take(result);
                else
                    fail(recorded.error());
            });
    }

    void take(const ActionResult &result)
    {
        if (!result.done) {
            fail(result.error);
            return;
        }
        if (auto written = files::write(options().output, result.data); !written.ok()) {
            fail(written.error());
            return;
        }
        out().text(QStringLiteral("%1 is who it is; its certificate request is in %2")
                       .arg(m_serial.text(), files::outputName(options().output)));
        done({{QStringLiteral("serial"), m_serial.text()}, {QStringLiteral("file"), options().output}});
    }

    PackSerial m_serial;
    QByteArray m_record;
    int m_node = 0;
};

} // namespace

std::unique_ptr<Command> makeDataSheetSign(const Options &options, const Clock &clock)
{
    return std::make_unique<DataSheetSign>(options, clock);
}

std::unique_ptr<Command> makeFirstCharter(const Options &options, const Clock &clock)
{
    return std::make_unique<FirstCharter>(options, clock);
}

std::unique_ptr<Command> makeFirstLists(const Options &options, const Clock &clock)
{
    return std::make_unique<FirstLists>(options, clock);
}

std::unique_ptr<Command> makeIdentify(const Options &options, const Clock &clock)
{
    return std::make_unique<Identify>(options, clock);
}

} // namespace packwarden::ctl
