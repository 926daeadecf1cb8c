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
#include "models/keys/issuance.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>

namespace packwarden::ctl {

namespace {

constexpr qint64 day = 24 * 3600;

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
        Issuance issuance(*workspace(), issuer);
        QJsonArray told;
        for (const Issued &issued : all) {
            const Certificate &certificate = issued.certificate;
            const auto done = issuance.giveOut(
                action, certificate, [&](const QByteArray &bytes) { return files::write(issued.path, bytes); });
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
        const auto certificate = certify(*issuer, *request, *rules, clock().now(), options().days * day);
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
        if (former->size() == 1)
            m_subject.text = former->constFirst().commonName;
        const auto renewed = renewAll(*issuer, *former, *rules, clock().now(), options().days * day);
        if (!renewed.ok())
            return renewed.error();
        QList<Issued> all;
        for (const Certificate &certificate : *renewed)
            all.append({certificate, pathIn(options().output, certificateFileName(certificate))});
        if (auto given = giveOut(auditaction::renewCertificate, *issuer, all); !given.ok())
            fail(given.error());
        return Result<>::success();
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
