// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/companyfounding.h"

#include "models/core/base/ids.h"
#include "models/core/base/wholefile.h"
#include "models/core/pki/csr.h"
#include "models/keys/issuing.h"

#include <QDir>
#include <QFile>

namespace packwarden {

namespace {

constexpr qint64 clockTolerance = 300;

QString idOf(const QString &text)
{
    QString id;
    for (const QChar letter : text.toLower()) {
        const bool plain = (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
        if (plain)
            id += letter;
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    while (id.endsWith(u'-'))
        id.chop(1);
    return id.left(24);
}

} // namespace

QString personIdOf(const QString &company, const QString &name)
{
    const QString party = idOf(company);
    const QString person = idOf(name);
    return party.isEmpty() || person.isEmpty() ? QString() : party + u'.' + person;
}

Result<FoundedCompany> foundCompany(const CompanyFounding &founding, qint64 now)
{
    const QString person = personIdOf(founding.company, founding.name);
    if (person.isEmpty() || !RoleId::parse(founding.role).ok())
        return {Code::Malformed, person.isEmpty() ? QStringLiteral("name") : QStringLiteral("role")};
    if (founding.rootPassphrase.isEmpty() || founding.passphrase.isEmpty())
        return {Code::WrongPassphrase, QStringLiteral("empty")};
    FoundedCompany made;
    const QDir folder(founding.folder);
    made.rootKeyFile = folder.filePath(QStringLiteral("root.p12"));
    made.rootCertificateFile = folder.filePath(QStringLiteral("root.pem"));
    made.keyFile = folder.filePath(person + QStringLiteral(".p12"));
    for (const QString &path : {made.rootKeyFile, made.rootCertificateFile, made.keyFile}) {
        if (QFile::exists(path))
            return {Code::FileUnwritable, QStringLiteral("%1 exists").arg(path)};
    }
    if (!folder.mkpath(QStringLiteral(".")))
        return {Code::FileUnwritable, founding.folder};
    const auto rootKey = pki::PrivateKey::generate();
    if (!rootKey.ok())
        return rootKey.error();
    const auto key = pki::PrivateKey::generate();
    if (!key.ok())
        return key.error();
    const qint64 from = now - clockTolerance;
    const auto root = pki::issueRoot(
        *rootKey, {QStringLiteral("%1 Root").arg(founding.company), founding.company}, {from, now + rootLifetime});
    if (!root.ok())
        return root.error();
    const auto leaf = pki::issueLeaf(*root, *rootKey, *key, {founding.name, founding.company},
        {person, founding.role, {}, false}, {from, now + leafLifetime});
    if (!leaf.ok())
        return leaf.error();
    made.root = *root;
    made.leaf = *leaf;
    if (const auto kept = pki::writeKeyFile(made.rootKeyFile, *rootKey, {*root}, founding.rootPassphrase); !kept.ok())
        return kept.error();
    if (const auto kept = pki::writeKeyFile(made.keyFile, *key, {*leaf}, founding.passphrase); !kept.ok())
        return kept.error();
    if (const auto kept = wholefile::write(made.rootCertificateFile, root->toPem()); !kept.ok())
        return kept.error();
    return made;
}

} // namespace packwarden
