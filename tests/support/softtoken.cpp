// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/softtoken.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>

namespace packwarden::test {

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

/// What the tool said; empty if it failed.
QString run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0) {
        qWarning("%s: %s", qPrintable(program), process.readAll().constData());
        return {};
    }
    return QString::fromUtf8(process.readAll());
}

} // namespace

SoftToken::SoftToken()
{
    const QStringList places{QStringLiteral("/usr/lib/softhsm/libsofthsm2.so"),
        QStringLiteral("/usr/lib64/pkcs11/libsofthsm2.so"), QStringLiteral("/usr/lib64/softhsm/libsofthsm2.so")};
    for (const QString &place : places) {
        if (m_module.isEmpty() && QFile::exists(place))
            m_module = place;
    }
    QDir(m_folder.path()).mkdir(QStringLiteral("tokens"));
    const QString configuration = m_folder.filePath(QStringLiteral("softhsm2.conf"));
    write(configuration,
        "directories.tokendir = " + m_folder.filePath(QStringLiteral("tokens")).toUtf8()
            + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    qputenv("SOFTHSM2_CONF", configuration.toUtf8());
    qputenv("PACKWARDEN_TOKEN_MODULE", m_module.toUtf8());
    qputenv("PACKWARDEN_TOKEN_FAULT", m_folder.filePath(QStringLiteral("fault")).toUtf8());
}

QString SoftToken::addEmpty(const QString &label)
{
    const QString words = run(QStringLiteral("softhsm2-util"),
        {QStringLiteral("--init-token"), QStringLiteral("--free"), QStringLiteral("--label"), label,
            QStringLiteral("--so-pin"), QStringLiteral("so-pin-0"), QStringLiteral("--pin"), QLatin1String(pin)});
    const auto slot = QRegularExpression(QStringLiteral("to slot (\\d+)")).match(words).captured(1);
    if (slot.isEmpty())
        return {};
    const QString shown = run(QStringLiteral("softhsm2-util"), {QStringLiteral("--show-slots")});
    const QRegularExpression serial(QStringLiteral("Slot %1\\b.*?Serial number: +([0-9a-f]+)").arg(slot),
        QRegularExpression::DotMatchesEverythingOption);
    return serial.match(shown).captured(1);
}

QString SoftToken::add(const QString &label, const QString &keyId, int bits)
{
    const QString serial = addEmpty(label);
    const QString made = tool(serial,
        {QStringLiteral("--keypairgen"), QStringLiteral("--key-type"), QStringLiteral("rsa:%1").arg(bits),
            QStringLiteral("--id"), keyId, QStringLiteral("--label"), QStringLiteral("key")});
    return made.isEmpty() ? QString() : serial;
}

bool SoftToken::load(const QString &serial, const Load &load)
{
    const auto put = [&](const char *type, const QByteArray &bytes, const QStringList &more) {
        const QString path = m_folder.filePath(QLatin1String(type));
        const bool good = write(path, bytes)
            && !tool(serial,
                QStringList{QStringLiteral("--write-object"), path, QStringLiteral("--type"), QLatin1String(type),
                    QStringLiteral("--id"), load.keyId, QStringLiteral("--label"), load.keyLabel}
                    + more)
                    .isEmpty();
        QFile::remove(path);
        return good;
    };
    const QStringList always = load.alwaysAuthenticate ? QStringList{QStringLiteral("--always-auth")} : QStringList();
    const QStringList hidden = load.isPrivate ? QStringList{QStringLiteral("--private")} : QStringList();
    const auto pem = QString::fromLatin1(load.keyPem).split(u'\n').filter(QRegularExpression(QStringLiteral("^[^-]")));
    return (load.keyPem.isEmpty() || put("privkey", QByteArray::fromBase64(pem.join(QString()).toLatin1()), always))
        && (load.certificateDer.isEmpty() || put("cert", load.certificateDer, hidden));
}

QString SoftToken::tool(const QString &serial, const QStringList &arguments) const
{
    const QString shown = run(QStringLiteral("softhsm2-util"), {QStringLiteral("--show-slots")});
    // Of the last slot before this serial number.
    const qsizetype end = serial.isEmpty() ? -1 : shown.indexOf(serial);
    const qsizetype begin = end < 0 ? -1 : shown.lastIndexOf(QLatin1String("\nSlot "), end);
    const auto slot = QRegularExpression(QStringLiteral("\\d+")).match(shown, std::max(begin, qsizetype(0))).captured();
    if (begin < 0)
        return {};
    return run(QStringLiteral("pkcs11-tool"),
        QStringList{QStringLiteral("--module"), m_module, QStringLiteral("--slot"), slot, QStringLiteral("--login"),
            QStringLiteral("--pin"), QLatin1String(pin)}
            + arguments);
}

QString SoftToken::uri(const QString &label, const QString &keyId) const
{
    return QStringLiteral("pkcs11:token=%1;id=%%2?module-path=%3")
        .arg(label, keyId, QStringLiteral(PACKWARDEN_FAULTY_TOKEN));
}

void SoftToken::setFault(const QString &word)
{
    write(m_folder.filePath(QStringLiteral("fault")), word.toUtf8());
}

} // namespace packwarden::test
