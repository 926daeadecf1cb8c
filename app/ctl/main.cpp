// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/commandline.h"
#include "app/ctl/base/files.h"
#include "app/ctl/base/standardoutput.h"
#include "app/ctl/nouns.h"
#include "models/core/base/argumenttext.h"
#include "models/core/base/clock.h"
#include "models/core/base/terminationwatch.h"
#include "models/core/pki/signingkey.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTextStream>
#include <QTimer>

using namespace packwarden;
using namespace packwarden::ctl;

namespace {

int complain(const QString &sentence, bool json)
{
    const Output out(json);
    if (json)
        out.failed({Code::Malformed, sentence});
    else
        QTextStream(stderr) << QStringLiteral("packwardenctl: ") << sentence << Qt::endl;
    return Usage;
}

} // namespace

int main(int argc, char *argv[])
{
    standardoutput::prepare();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("packwarden"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PACKWARDEN_VERSION));
    const QStringList arguments = QCoreApplication::arguments();
    if (const QString odd = argumentThatIsNoText(argc, argv); !odd.isEmpty())
        return complain(odd, asksForJson(arguments));
    const auto line = CommandLine::parse(arguments, nouns());
    if (!line.ok())
        return complain(line.error().detail, asksForJson(arguments));
    if (line->ask != CommandLine::Ask::Run) {
        Output(false).raw((line->ask == CommandLine::Ask::Help
                ? line->text
                : QStringLiteral("packwardenctl %1\n").arg(QCoreApplication::applicationVersion()))
                              .toUtf8());
        return standardoutput::settle(Done);
    }
    if (line->verb->isService)
        TerminationWatch::block();
    // The bus reports through the link; what Qt's back ends say besides is noise between our lines.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.canbus*=false"));
    const CryptoRuntime crypto;
    if (const auto ready = crypto.check(); !ready.ok()) {
        Output(line->options.json).failed(ready.error());
        return RefusedOrInvalid;
    }
    if (const auto good = files::mayWrite(*line->verb, line->options); !good.ok()) {
        Output(line->options.json).failed(good.error());
        return RefusedOrInvalid;
    }
    const SystemClock clock;
    const auto command = line->verb->make(line->options, clock);
    QObject::connect(command.get(), &Command::finished, &application, &QCoreApplication::exit, Qt::QueuedConnection);
    QTimer::singleShot(0, command.get(), &Command::start);
    return standardoutput::settle(QCoreApplication::exec());
}
