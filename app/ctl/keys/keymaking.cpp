// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/describe.h"
#include "app/ctl/base/files.h"
#include "app/ctl/base/keycommand.h"
#include "app/ctl/keys/keyverbs.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/pki/openkey.h"
#include "models/core/pki/pkifile.h"
#include "models/core/pki/token.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>

namespace packwarden::ctl {

namespace {

constexpr qint64 day = 24 * 3600;
constexpr qint64 clockTolerance = 300;

/// A new key in a file: a party's root, which certifies itself, or one that waits for its certificate. A key on a token
/// is made by the token's own tools; --root then certifies that.
class KeysNew final : public KeyCommand
{
public:
    using KeyCommand::KeyCommand;
    void start() override
    {
        const bool onToken = !options().token.isEmpty();
        if (!options().keyFile.isEmpty() || onToken == !options().output.isEmpty()) {
            usage(QStringLiteral("-o KEY.p12, or --token with --root, is needed, and no other key"));
            return;
        }
        if (onToken && !options().root) {
            usage(QStringLiteral("make the key with the token's own tool, then use keys request"));
            return;
        }
        if (options().root && options().name.isEmpty()) {
            usage(QStringLiteral("--root wants --name"));
            return;
        }
        if (!workspace())
            return;
        m_subject = {options().name.isEmpty() ? options().output : options().name, options().organisation, {}};
        if (auto made = make(); !made.ok())
            refuse(auditaction::makeKey, m_subject, made.error());
    }

private:
    Result<> make()
    {
        const bool onToken = !options().token.isEmpty();
        // A key that exists is never written over.
        for (const QString &path : {options().output, options().certificate}) {
            if (!path.isEmpty() && QFileInfo::exists(path))
                return {Code::FileUnwritable, QStringLiteral("%1 exists").arg(path)};
        }
        const auto secret = readPassphrase(options(), !onToken);
        if (!secret.ok())
            return secret.error();
        std::optional<pki::PrivateKey> key;
        if (auto had = onToken ? pki::readKey(options().token, *secret) : pki::PrivateKey::generate(); had.ok())
            key = *had;
        else
            return had.error();
        QList<Certificate> chain;
        if (options().root) {
            const qint64 now = clock().now();
            const qint64 life = options().days > 0 ? options().days * day : rootLifetime;
            const auto root
                = pki::issueRoot(*key, {options().name, options().organisation}, {now - clockTolerance, now + life});
            if (!root.ok())
                return root.error();
            chain.append(*root);
            m_subject.detail.insert(QLatin1String("certificate"), root->sha256);
        }
        // One user of a token at a time: what comes now logs in anew.
        if (onToken)
            key.reset();
        if (auto recorded = record(auditaction::makeKey, m_subject); !recorded.ok()) {
            fail(recorded.error());
            return Result<>::success();
        }
        const auto written = onToken ? pki::storeOnToken(*TokenUri::parse(options().token), *secret, chain)
                                     : pki::writeKeyFile(options().output, *key, chain, *secret);
        const auto published = written.ok() && !chain.isEmpty() && !options().certificate.isEmpty()
            ? wholefile::write(options().certificate, chain.constFirst().toPem())
            : written;
        if (published.ok())
            tell(chain);
        else
            fail(published.error());
        return Result<>::success();
    }

    void tell(const QList<Certificate> &chain)
    {
        if (chain.isEmpty()) {
            out().text(
                QStringLiteral("new key in %1. Ask for its certificate with keys request.").arg(options().output));
            done({{QStringLiteral("file"), options().output}});
            return;
        }
        const Certificate &root = chain.constFirst();
        out().text(QStringLiteral("new root %1, valid until %2").arg(root.commonName, describe::time(root.notAfter)));
        out().text(QStringLiteral("fingerprint %1").arg(fingerprintText(root.sha256)));
        done({{QStringLiteral("file"), options().output}, {QStringLiteral("fingerprint"), fingerprintText(root.sha256)},
            {QStringLiteral("notAfter"), describe::time(root.notAfter)}});
    }

    Subject m_subject;
};

/// The request that goes to an issuer; its signature proves that the key is held.
class KeysRequest final : public KeyCommand
{
public:
    using KeyCommand::KeyCommand;
    void start() override
    {
        const bool forPerson = !options().person.isEmpty() && !options().role.isEmpty();
        if (forPerson == options().authority) {
            usage(QStringLiteral("--person with --role is needed, or --authority"));
            return;
        }
        if (!workspace())
            return;
        const Subject subject{options().name, options().organisation,
            {{QLatin1String("person"), options().person}, {QLatin1String("role"), options().role}}};
        const auto made = make();
        if (!made.ok()) {
            refuse(auditaction::askForCertificate, subject, made.error());
            return;
        }
        Subject asked = subject;
        asked.detail.insert(QLatin1String("key"), made->spkiSha256);
        auto written = record(auditaction::askForCertificate, asked);
        if (written.ok())
            written = files::write(options().output, made->toPem());
        if (!written.ok()) {
            fail(written.error());
            return;
        }
        const QString fingerprint = fingerprintText(made->spkiSha256);
        out().text(QStringLiteral("written to %1. Tell the issuer the key's fingerprint by another way:")
                       .arg(files::outputName(options().output)));
        out().text(fingerprint);
        done({{QStringLiteral("file"), options().output}, {QStringLiteral("key"), fingerprint}});
    }

private:
    Result<pki::SigningRequest> make()
    {
        const auto opened = openKey(false);
        if (!opened.ok())
            return opened.error();
        const pki::Subject subject{options().name, options().organisation};
        const auto der = options().authority
            ? pki::makeAuthorityRequest(opened->key, subject)
            : pki::makeSigningRequest(opened->key, subject, {options().person, options().role, {}, false});
        return der.ok() ? pki::readSigningRequest(*der) : Result<pki::SigningRequest>(der.error());
    }
};

/// Puts the certificate that an issuer sent, with what is above it, beside its key.
class KeysInstall final : public KeyCommand
{
public:
    using KeyCommand::KeyCommand;
    void start() override
    {
        if (!workspace())
            return;
        m_subject = {options().arguments.constFirst(), {}, {}};
        if (auto installed = install(); !installed.ok())
            refuse(auditaction::installCertificate, m_subject, installed.error());
    }

private:
    Result<> install()
    {
        // What is no certificate is told before a passphrase is asked for.
        if (const auto file = pki::readCertificatesFile(options().arguments.constFirst()); !file.ok())
            return file.error();
        const auto secret = readPassphrase(options());
        if (!secret.ok())
            return secret.error();
        const bool onToken = !options().token.isEmpty();
        if (!onToken) {
            if (auto good = pki::checkRewritable(options().keyFile, *secret); !good.ok())
                return good;
        }
        std::optional<pki::PrivateKey> key;
        if (auto had = pki::readKey(options().keyLocator(), *secret, nullptr, options().keyName); had.ok())
            key = *had;
        else
            return had.error();
        const auto read = pki::readChainFile(options().arguments.constFirst(), *key);
        if (!read.ok())
            return read.error();
        const QList<Certificate> &chain = *read;
        const Certificate &own = chain.constFirst();
        m_subject = {own.commonName, own.organisation, {{QLatin1String("certificate"), own.sha256}}};
        // One user of a token at a time: what comes now logs in anew.
        if (onToken)
            key.reset();
        auto done = record(auditaction::installCertificate, m_subject);
        if (done.ok())
            done = onToken ? pki::storeOnToken(*TokenUri::parse(options().token), *secret, chain)
                           : pki::writeKeyFile(options().keyFile, *key, chain, *secret);
        if (!done.ok()) {
            fail(done.error());
            return Result<>::success();
        }
        out().text(QStringLiteral("%1, valid until %2")
                       .arg(chain.constFirst().commonName, describe::time(chain.constFirst().notAfter)));
        Command::done({{QStringLiteral("certificate"), fingerprintText(chain.constFirst().sha256)},
            {QStringLiteral("notAfter"), describe::time(chain.constFirst().notAfter)}});
        return Result<>::success();
    }

    Subject m_subject;
};

} // namespace

std::unique_ptr<Command> makeKeysNew(const Options &options, const Clock &clock)
{
    return std::make_unique<KeysNew>(options, clock);
}

std::unique_ptr<Command> makeKeysRequest(const Options &options, const Clock &clock)
{
    return std::make_unique<KeysRequest>(options, clock);
}

std::unique_ptr<Command> makeKeysInstall(const Options &options, const Clock &clock)
{
    return std::make_unique<KeysInstall>(options, clock);
}

} // namespace packwarden::ctl
