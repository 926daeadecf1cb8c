// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/options.h"
#include "models/core/base/printable.h"
#include "models/core/base/wholefile.h"
#include "models/core/pki/token.h"

#include <QStringDecoder>
#include <QTextStream>

#include <termios.h>
#include <unistd.h>

namespace packwarden::ctl {

namespace {

QString ask(const QString &question, const termios &before)
{
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    QTextStream(stderr) << printable(question) << Qt::flush;
    const QString line = QTextStream(stdin).readLine();
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    QTextStream(stderr) << u'\n';
    return line;
}

} // namespace

Result<QString> readPassphrase(const Options &options, bool isNew)
{
    const Error empty{Code::WrongPassphrase, QStringLiteral("an empty passphrase protects nothing")};
    if (!options.passphraseFile.isEmpty()) {
        constexpr qint64 maxBytes = 4096;
        const auto bytes = wholefile::read(options.passphraseFile, maxBytes);
        if (!bytes.ok())
            return bytes.error();
        // Editors of Windows write UTF-16, and say so at its beginning.
        QStringDecoder decode(QStringConverter::encodingForData(*bytes).value_or(QStringConverter::Utf8));
        QString line = QString(decode(*bytes)).section(u'\n', 0, 0);
        while (line.endsWith(u'\r'))
            line.chop(1);
        return line.isEmpty() ? Result<QString>(empty) : Result<QString>(line);
    }
    // What could be read over a shoulder and in the list of processes is refused before anything is asked.
    if (holdsPin(options.keyLocator()))
        return {Code::Malformed, QStringLiteral("a PIN in the URI; leave it out, it is asked for")};
    termios before{};
    if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &before) != 0)
        return {Code::WrongPassphrase, QStringLiteral("no terminal to ask on; use --passphrase-file")};
    const QString question = options.token.isEmpty() ? QStringLiteral("Passphrase of %1: ").arg(options.keyFile)
                                                     : QStringLiteral("PIN of %1: ").arg(withoutSecrets(options.token));
    const QString line = ask(isNew ? QStringLiteral("New passphrase: ") : question, before);
    if (line.isEmpty())
        return empty;
    if (isNew && ask(QStringLiteral("Once more: "), before) != line)
        return {Code::WrongPassphrase, QStringLiteral("the two differ")};
    return line;
}

} // namespace packwarden::ctl
