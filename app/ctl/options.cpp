// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "options.h"

#include <QCommandLineParser>
#include <QFile>
#include <QStandardPaths>
#include <QTextStream>

#include <termios.h>
#include <unistd.h>

namespace packwarden::ctl {

namespace {

QString nouns()
{
    return QStringLiteral("pack list | show SERIAL | parameters SERIAL | read SERIAL DID... | watch SERIAL\n"
                          "request new | show FILE | verify FILE | sign FILE | merge FILE... | deliver FILE\n"
                          "request withdraw FILE | reject FILE --reason T\n"
                          "policy pull SERIAL | show [FILE]\n"
                          "keys revoke CERTIFICATE... -o FILE | crl -o FILE | push-crl SERIAL...\n"
                          "audit list | verify [FILE...]");
}

} // namespace

Result<Options::Parsed> Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Prepares, signs and delivers changes to battery packs, without a window.\n\n%1").arg(nouns()));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const auto option = [&](const QStringList &names, const QString &text, const QString &value) {
        const QCommandLineOption made(names, text, value);
        parser.addOption(made);
        return made;
    };
    const auto bus = option({QStringLiteral("bus")}, QStringLiteral("CAN interface, e.g. socketcan:can0."),
        QStringLiteral("plugin:device"));
    const auto store
        = option({QStringLiteral("store")}, QStringLiteral("Data folder of this console."), QStringLiteral("folder"));
    const auto json = option({QStringLiteral("json")}, QStringLiteral("One JSON value a line."), {});
    const auto key = option({QStringLiteral("key")}, QStringLiteral("Key file (PKCS#12)."), QStringLiteral("file"));
    const auto passphrase = option({QStringLiteral("passphrase-file")},
        QStringLiteral("File with the passphrase; else it is asked on the terminal."), QStringLiteral("file"));
    const auto pack = option({QStringLiteral("pack")}, QStringLiteral("Pack to change."), QStringLiteral("serial"));
    const auto set
        = option({QStringLiteral("set")}, QStringLiteral("Value to change."), QStringLiteral("parameter=value"));
    const auto reason = option({QStringLiteral("reason")}, QStringLiteral("Why."), QStringLiteral("text"));
    const auto evidence
        = option({QStringLiteral("evidence")}, QStringLiteral("File to attach."), QStringLiteral("file"));
    const auto until = option(
        {QStringLiteral("until")}, QStringLiteral("End of a temporary change, ISO 8601."), QStringLiteral("time"));
    const auto output = option({QStringLiteral("o"), QStringLiteral("output")},
        QStringLiteral("File to write, or a folder."), QStringLiteral("file"));
    const auto meaning = option(
        {QStringLiteral("meaning")}, QStringLiteral("author or approve (the default)."), QStringLiteral("word"));
    const auto seconds
        = option({QStringLiteral("seconds")}, QStringLiteral("How long to watch."), QStringLiteral("number"));
    parser.addPositionalArgument(QStringLiteral("noun"), QStringLiteral("pack, request, policy, keys or audit."));
    parser.addPositionalArgument(QStringLiteral("verb"), QStringLiteral("What to do, see above."));
    if (!parser.parse(arguments))
        return {Code::Malformed, parser.errorText()};
    Parsed parsed;
    if (parser.isSet(help) || parser.isSet(version)) {
        parsed.outcome = parser.isSet(help) ? Outcome::Help : Outcome::Version;
        parsed.help = parser.helpText();
        return parsed;
    }
    QStringList rest = parser.positionalArguments();
    if (rest.size() < 2)
        return {Code::Malformed, QStringLiteral("a noun and a verb are needed:\n%1").arg(nouns())};
    Options &o = parsed.options;
    o.noun = rest.takeFirst();
    o.verb = rest.takeFirst();
    o.arguments = rest;
    o.bus = parser.value(bus);
    o.store
        = parser.isSet(store) ? parser.value(store) : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    o.keyFile = parser.value(key);
    o.passphraseFile = parser.value(passphrase);
    o.json = parser.isSet(json);
    o.packs = parser.values(pack);
    o.sets = parser.values(set);
    o.reason = parser.value(reason);
    o.evidence = parser.values(evidence);
    o.until = parser.value(until);
    o.output = parser.value(output);
    o.meaning = parser.isSet(meaning) ? parser.value(meaning) : QStringLiteral("approve");
    if (parser.isSet(seconds)) {
        bool ok = false;
        o.seconds = parser.value(seconds).toInt(&ok);
        if (!ok || o.seconds < 1)
            return {Code::Malformed, QStringLiteral("--seconds wants a whole number from 1")};
    }
    if (o.meaning != QLatin1String("author") && o.meaning != QLatin1String("approve"))
        return {Code::Malformed, QStringLiteral("--meaning is author or approve")};
    return parsed;
}

Result<QString> readPassphrase(const Options &options)
{
    if (!options.passphraseFile.isEmpty()) {
        QFile file(options.passphraseFile);
        if (!file.open(QIODevice::ReadOnly))
            return {Code::FileUnreadable, options.passphraseFile};
        QByteArray line = file.readLine(4096);
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        return QString::fromUtf8(line);
    }
    termios before{};
    if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &before) != 0)
        return {Code::WrongPassphrase, QStringLiteral("no terminal to ask on; use --passphrase-file")};
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    QTextStream(stderr) << QStringLiteral("Passphrase of %1: ").arg(options.keyFile) << Qt::flush;
    QString line = QTextStream(stdin).readLine();
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    QTextStream(stderr) << u'\n';
    return line;
}

} // namespace packwarden::ctl
