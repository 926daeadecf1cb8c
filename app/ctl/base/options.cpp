// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/options.h"

#include "models/core/base/printable.h"

#include <QCommandLineParser>
#include <QStandardPaths>

namespace packwarden::ctl {

namespace {

QString nouns()
{
    return QStringLiteral(
        "pack list | show SERIAL | parameters SERIAL | read SERIAL DID... | watch SERIAL\n"
        "request new | show FILE | verify FILE | sign FILE | merge FILE... | deliver FILE\n"
        "request withdraw FILE | reject FILE --reason T\n"
        "pack statement SERIAL -o FILE | repository SERIAL | faults SERIAL\n"
        "pack settle [SERIAL --keep | --forget]\n"
        "pack set SERIAL PARAMETER=VALUE | activate SERIAL | deactivate SERIAL | clear-faults SERIAL\n"
        "command theft-lock | theft-unlock | replace-component | tighten | decommission -o FILE\n"
        "policy pull SERIAL | show [FILE] | check [FILE] | diff [A] B\n"
        "policy export [FILE] -o JSON | import JSON -o FILE\n"
        "charter show [FILE] | check [FILE] | diff [A] B | amend JSON... -o FILE\n"
        "charter admit-party | remove-party | rotate-root | handover | transfer-ownership -o FILE\n"
        "time SERIAL [-o FILE] | sign FILE | deliver FILE\n"
        "provision datasheet JSON -o FILE | lists SERIAL LIST[,AUTHORITY]...\n"
        "provision identify | pair | limits | foundation | device-certificate | protect | seal SERIAL\n"
        "provision first-charter SERIAL FILE\n"
        "keys list | new [--root] -o KEY | request -o FILE | install CERTIFICATE\n"
        "keys issue REQUEST -o FILE | renew CERTIFICATE... -o FILE\n"
        "keys revoke CERTIFICATE... -o FILE | crl -o FILE | push-crl SERIAL...\n"
        "keys compromised PERSON|CERTIFICATE -o FILE | reach CERTIFICATE\n"
        "audit list | verify [FILE...] | export -o FILE | witnesses [SERIAL...] | settle NAME | restart\n"
        "record start -o FILE | replay FILE");
}

/// One option: its word, what it is for, what it is called in the help, and where it goes.
template <typename Member> struct Option
{
    const char *word;
    const char *help;
    const char *value;
    Member Options::*member;
};

const Option<QString> texts[] = {
    {"bus", "CAN interface, e.g. socketcan:can0, with ?fd to ask in CAN FD frames; or replay:FILE.", "plugin:device",
        &Options::bus},
    {"record", "Also record what passes the bus, as candump -L.", "file", &Options::record},
    {"trigger", "record start: begin at this identifier (hex, x for any digit), with the 30 s before.", "id",
        &Options::trigger},
    {"store", "Data folder of this console.", "folder", &Options::store},
    {"key", "Key file (PKCS#12).", "file", &Options::keyFile},
    {"token", "Key on a PKCS#11 token.", "uri", &Options::token},
    {"passphrase-file", "File with passphrase or PIN; else it is asked on the terminal.", "file",
        &Options::passphraseFile},
    {"reason", "Why.", "text", &Options::reason},
    {"until", "End of a temporary change, ISO 8601.", "time", &Options::until},
    {"output", "File to write, or a folder.", "file", &Options::output},
    {"meaning", "author or approve (the default).", "word", &Options::meaning},
    {"purpose", "drive (the default), charge or feed-back.", "word", &Options::purpose},
    {"slot", "Slot of the part to replace.", "slot", &Options::slot},
    {"component", "Id of the new part.", "id", &Options::component},
    {"position", "Place in the charter.", "id", &Options::position},
    {"party", "Party that takes the place.", "id", &Options::party},
    {"root-certificate", "Root certificate of the party.", "file", &Options::rootCertificate},
    {"signatory", "Role that signs for the party.", "id", &Options::signatory},
    {"datasheet", "Signed data sheet of the cells.", "file", &Options::datasheet},
    {"hardware", "Kind of pack, e.g. nmc-96s2p.", "name", &Options::hardware},
    {"part-number", "Part number.", "text", &Options::partNumber},
    {"node", "CAN node of a pack without a name, in hex.", "node", &Options::node},
    {"person", "Id of the person that a key is for.", "id", &Options::person},
    {"role", "Role that a key is for.", "id", &Options::role},
    {"name", "Name to show.", "text", &Options::name},
    {"organisation", "Organisation to show.", "text", &Options::organisation},
    {"certificate", "Also write the certificate to this file.", "file", &Options::certificate},
    {"charter", "Judge by this charter file instead of the pinned one.", "file", &Options::charter},
    {"previous", "The newest list of an issuer that this store does not know.", "file", &Options::previous},
};

const Option<QStringList> lists[] = {
    {"pack", "Pack to change.", "serial", &Options::packs},
    {"set", "Value to change.", "parameter=value", &Options::sets},
    {"evidence", "File to attach.", "file", &Options::evidence},
    {"own-value", "Value that you found yourself, for a technical seat.", "parameter=value", &Options::ownValues},
    {"fingerprint", "policy pull: fingerprint that you compared with other parties; once for charter and policy each.",
        "hex", &Options::fingerprints},
    {"crl", "List of a party that is yet to come; LIST or LIST,AUTHORITY.", "file", &Options::crls},
};

const Option<bool> flags[] = {
    {"json", "One JSON value a line.", nullptr, &Options::json},
    {"root", "A party's root.", nullptr, &Options::root},
    {"authority", "An issuing authority.", nullptr, &Options::authority},
    {"keep", "pack settle: what is pinned of the pack stays.", nullptr, &Options::keep},
    {"forget", "pack settle: nothing of the pack is known any more, it is learnt anew.", nullptr, &Options::forget},
    {"unpinned", "Certify although no charter is pinned.", nullptr, &Options::unpinned},
};

const Option<int> numbers[] = {
    {"seconds", "How long to watch.", "number", &Options::seconds},
    {"days", "How long a certificate is valid.", "number", &Options::days},
    {"number", "Number of a list, at least.", "number", &Options::number},
};

QStringList words(const char *word)
{
    QStringList all{QString::fromLatin1(word)};
    if (all.constFirst() == QLatin1String("output"))
        all.prepend(QStringLiteral("o"));
    return all;
}

template <typename Member, std::size_t Count>
void declare(QCommandLineParser &parser, const Option<Member> (&options)[Count])
{
    for (const auto &option : options)
        parser.addOption({words(option.word), QString::fromUtf8(option.help), QString::fromUtf8(option.value)});
}

} // namespace

Result<Options::Parsed> Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Prepares, signs and delivers changes to battery packs, without a window.\n\n%1").arg(nouns()));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    declare(parser, texts);
    declare(parser, lists);
    declare(parser, flags);
    declare(parser, numbers);
    parser.addPositionalArgument(QStringLiteral("noun"),
        QStringLiteral("pack, request, command, charter, policy, keys, time, provision, audit or record."));
    parser.addPositionalArgument(QStringLiteral("verb"), QStringLiteral("What to do, see above."));
    if (!parser.parse(arguments))
        return {Code::Malformed, printable(parser.errorText())};
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
    for (const auto &option : texts)
        o.*option.member = parser.value(QString::fromLatin1(option.word));
    for (const auto &option : lists)
        o.*option.member = parser.values(QString::fromLatin1(option.word));
    for (const auto &option : flags)
        o.*option.member = parser.isSet(QString::fromLatin1(option.word));
    for (const auto &option : numbers) {
        const QString word = QString::fromLatin1(option.word);
        bool good = true;
        if (parser.isSet(word))
            o.*option.member = parser.value(word).toInt(&good);
        if (parser.isSet(word) && (!good || o.*option.member < 1))
            return {Code::Malformed, QStringLiteral("--%1 wants a whole number from 1").arg(word)};
    }
    if (o.store.isEmpty())
        o.store = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (o.meaning.isEmpty())
        o.meaning = QStringLiteral("approve");
    if (o.purpose.isEmpty())
        o.purpose = QStringLiteral("drive");
    if (o.meaning != QLatin1String("author") && o.meaning != QLatin1String("approve"))
        return {Code::Malformed, QStringLiteral("--meaning is author or approve")};
    if (!o.keyFile.isEmpty() && !o.token.isEmpty())
        return {Code::Malformed, QStringLiteral("--key or --token, not both")};
    return parsed;
}

} // namespace packwarden::ctl
