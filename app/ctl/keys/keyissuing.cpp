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
#include "models/keys/issuedbook.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>

namespace packwarden::ctl {

namespace {

constexpr qint64 day = 24 * 3600;

/// A certificate with what is above it, without the root: that is pinned where it counts.
QByteArray withChain(const Certificate &certificate, const QList<Certificate> &issuers)
{
    QByteArray text = certificate.toPem();
    for (const Certificate &issuer : issuers) {
        if (issuer.issuerDer != issuer.subjectDer)
            text += issuer.toPem();
    }
    return text;
}

/// What issue and renew share: nothing is written before all is checked, and each certificate has its record.
class Issuing : public KeyCommand
{
public:
    using KeyCommand::KeyCommand;

protected:
    struct Issued
    {
        Certificate certificate;
        QString path;
    };

    Result<> giveOut(const char *action, const Key &issuer, const QList<Issued> &all)
    {
        for (const Issued &issued : all) {
            if (auto free = files::mayWrite(issued.path, options().force, pki::FileKind::Certificates); !free.ok())
                return free;
        }
        const IssuedBook book(workspace()->folder());
        QJsonArray told;
        for (const Issued &issued : all) {
            const Certificate &certificate = issued.certificate;
            const Subject subject{certificate.commonName, issuer.own().organisation,
                {{QLatin1String("issuer"), issuer.own().commonName}, {QLatin1String("person"), certificate.person},
                    {QLatin1String("role"), certificate.role}, {QLatin1String("certificate"), certificate.sha256},
                    {QLatin1String("key"), certificate.spkiSha256}, {QLatin1String("until"), certificate.notAfter}}};
            auto done = record(action, subject);
            if (done.ok())
                done = book.keep(certificate);
            if (done.ok())
                done = files::write(issued.path, withChain(certificate, issuer.chain));
            if (!done.ok())
                return done;
            out().text(QStringLiteral("%1 (%2): valid until %3, written to %4")
                           .arg(certificate.commonName,
                               certificate.isAuthority ? QStringLiteral("authority") : nameOf(certificate),
                               describe::time(certificate.notAfter), files::outputName(issued.path)));
            told.append(QJsonObject{{QStringLiteral("name"), certificate.commonName},
                {QStringLiteral("person"), certificate.person}, {QStringLiteral("role"), certificate.role},
                {QStringLiteral("serialNumber"), serialText(certificate.serialNumber)},
                {QStringLiteral("key"), fingerprintText(certificate.spkiSha256)},
                {QStringLiteral("notAfter"), describe::time(certificate.notAfter)},
                {QStringLiteral("file"), issued.path}});
        }
        this->done({{QStringLiteral("issued"), told}});
        return Result<>::success();
    }

private:
    static QString nameOf(const Certificate &certificate)
    {
        return certificate.packSerial.isEmpty() ? certificate.role : certificate.packSerial;
    }
};

/// Certifies what a request asks for.
class KeysIssue final : public Issuing
{
public:
    using Issuing::Issuing;
    void start() override
    {
        if (!workspace())
            return;
        m_subject.text = options().arguments.constFirst();
        if (auto made = issue(); !made.ok())
            refuse(auditaction::issueCertificate, m_subject, made.error());
    }

private:
    Result<> issue()
    {
        const auto request = pki::readRequestFile(options().arguments.constFirst());
        if (!request.ok())
            return request.error();
        m_subject.text = request->subject.commonName;
        m_subject.detail = {{QLatin1String("person"), request->name.person},
            {QLatin1String("role"), request->name.role}, {QLatin1String("key"), request->spkiSha256}};
        const auto rules = issuingRules();
        if (!rules.ok())
            return rules.error();
        const auto issuer = openKey();
        if (!issuer.ok())
            return issuer.error();
        m_subject.party = issuer->own().organisation;
        m_subject.detail.insert(QLatin1String("issuer"), issuer->own().commonName);
        if (const std::optional<IssuingRules> &by = *rules; by) {
            if (auto good = checkIssuable(request->name, issuer->own(), *by); !good.ok())
                return good;
        }
        const auto certificate = pki::issueFromRequest(issuer->own(), issuer->key, *request,
            issuingValidity(issuer->own(), request->isAuthority, clock().now(), options().days * day));
        if (!certificate.ok())
            return certificate.error();
        const QString name
            = (request->isAuthority ? QStringLiteral("authority") : certificate->person + certificate->packSerial)
            + QStringLiteral(".pem");
        if (auto given
            = giveOut(auditaction::issueCertificate, *issuer, {{*certificate, pathIn(options().output, name)}});
            !given.ok())
            fail(given.error());
        return Result<>::success();
    }

    Subject m_subject;
};

/// The same people, roles and keys, newly dated; all or none.
class KeysRenew final : public Issuing
{
public:
    using Issuing::Issuing;
    void start() override
    {
        if (options().arguments.size() > 1 && pathIn(options().output, {}) == options().output) {
            usage(QStringLiteral("several certificates want a folder for -o"));
            return;
        }
        if (!workspace())
            return;
        m_subject.text = options().arguments.join(u' ');
        if (auto made = renew(); !made.ok())
            refuse(auditaction::renewCertificate, m_subject, made.error());
    }

private:
    Result<> renew()
    {
        const auto former = readCertificates(options().arguments);
        if (!former.ok())
            return former.error();
        const auto rules = issuingRules();
        if (!rules.ok())
            return rules.error();
        const auto issuer = openKey();
        if (!issuer.ok())
            return issuer.error();
        m_subject.party = issuer->own().organisation;
        QList<Issued> all;
        for (const Certificate &certificate : *former) {
            m_subject.text = certificate.commonName;
            if (const std::optional<IssuingRules> &by = *rules; by) {
                if (auto good = check(certificate, issuer->own(), *by); !good.ok())
                    return good;
            }
            const auto renewed = pki::renewLeaf(issuer->own(), issuer->key, certificate,
                issuingValidity(issuer->own(), false, clock().now(), options().days * day));
            if (!renewed.ok())
                return renewed.error();
            // Two people may have one id under two roles, so the serial number tells the files apart.
            const QString name
                = QStringLiteral("%1-%2.pem")
                      .arg(certificate.person + certificate.packSerial, serialText(renewed->serialNumber).left(8));
            all.append({*renewed, pathIn(options().output, name)});
        }
        if (auto given = giveOut(auditaction::renewCertificate, *issuer, all); !given.ok())
            fail(given.error());
        return Result<>::success();
    }

    static Result<> check(const Certificate &certificate, const Certificate &issuer, const IssuingRules &rules)
    {
        for (const CrlEntry &entry : rules.lists) {
            if (isListOf(entry.crl, issuer) && entry.crl.revokedSerials.contains(certificate.serialNumber))
                return {Code::CertificateRevoked, certificate.commonName};
        }
        return checkIssuable({certificate.person, certificate.role, certificate.packSerial, false}, issuer, rules);
    }

    Subject m_subject;
};

} // namespace

std::unique_ptr<Command> makeKeysIssue(const Options &options, const Clock &clock)
{
    return std::make_unique<KeysIssue>(options, clock);
}

std::unique_ptr<Command> makeKeysRenew(const Options &options, const Clock &clock)
{
    return std::make_unique<KeysRenew>(options, clock);
}

} // namespace packwarden::ctl
