// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/ctlcommand.h"
#include "models/core/base/clock.h"
#include "models/core/base/printable.h"
#include "models/core/pki/signingkey.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTextStream>
#include <QTimer>

using namespace packwarden;
using namespace packwarden::ctl;

namespace {

std::unique_ptr<Command> makeCommand(const Options &options, const Clock &clock)
{
    if (options.noun == QLatin1String("pack"))
        return makePackCommand(options, clock);
    if (options.noun == QLatin1String("request"))
        return makeRequestCommand(options, clock);
    if (options.noun == QLatin1String("policy"))
        return makePolicyCommand(options, clock);
    if (options.noun == QLatin1String("keys"))
        return makeKeysCommand(options, clock);
    if (options.noun == QLatin1String("charter"))
        return makeCharterCommand(options, clock);
    if (options.noun == QLatin1String("command"))
        return makeCommandCommand(options, clock);
    if (options.noun == QLatin1String("time"))
        return makeTimeCommand(options, clock);
    if (options.noun == QLatin1String("provision"))
        return makeProvisionCommand(options, clock);
    if (options.noun == QLatin1String("record"))
        return makeRecordCommand(options, clock);
    if (options.noun == QLatin1String("audit"))
        return makeAuditCommand(options, clock);
    return nullptr;
}

int complain(const QString &sentence)
{
    QTextStream(stderr) << QStringLiteral("packwardenctl: ") << sentence << Qt::endl;
    return Usage;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("packwarden"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PACKWARDEN_VERSION));
    const auto parsed = Options::parse(QCoreApplication::arguments());
    if (!parsed.ok())
        return complain(parsed.error().detail);
    if (parsed->outcome != Options::Outcome::Run) {
        QTextStream(stdout) << (parsed->outcome == Options::Outcome::Help
                ? parsed->help
                : QStringLiteral("packwardenctl %1\n").arg(QCoreApplication::applicationVersion()));
        return Done;
    }
    // The bus reports through the link; what Qt's back ends say besides is noise between our lines.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.canbus*=false"));
    const CryptoRuntime crypto;
    if (const auto ready = crypto.check(); !ready.ok()) {
        Output(parsed->options.json).failed(ready.error());
        return RefusedOrInvalid;
    }
    const SystemClock clock;
    const auto command = makeCommand(parsed->options, clock);
    if (!command)
        return complain(printable(QStringLiteral("unknown: %1 %2").arg(parsed->options.noun, parsed->options.verb)));
    QObject::connect(command.get(), &Command::finished, &application, &QCoreApplication::exit, Qt::QueuedConnection);
    QTimer::singleShot(0, command.get(), &Command::start);
    return QCoreApplication::exec();
}
