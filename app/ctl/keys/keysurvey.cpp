// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/busclient.h"
#include "app/ctl/base/describe.h"
#include "app/ctl/base/keycommand.h"
#include "app/ctl/base/survey.h"
#include "app/ctl/keys/keyverbs.h"
#include "models/core/base/clock.h"
#include "models/core/pki/openkey.h"
#include "models/keys/issuedbook.h"
#include "models/trust/reach.h"
#include "models/workspace/workspace.h"

#include <QJsonArray>

#include <algorithm>

namespace packwarden::ctl {

namespace {

/// Every certificate and list that this store has come across, and what has become of it.
class KeysKnown final : public KeyCommand
{
public:
    using KeyCommand::KeyCommand;
    void start() override
    {
        if (!workspace())
            return;
        const TrustSnapshot &trust = workspace()->trust().snapshot();
        const QList<CrlEntry> lists = trust.newestLists(clock().now());
        const QList<Certificate> known = knownCertificates(*workspace());
        QList<Certificate> shown = known;
        if (!options().keyLocator().isEmpty()) {
            const auto key = openKey();
            if (!key.ok()) {
                fail(key.error());
                return;
            }
            shown = key->chain;
        }
        QJsonArray certificates;
        for (const Certificate &certificate : shown) {
            const QString state = stateOf(certificate, known, lists);
            out().text(QStringLiteral("%1  %2  until %3  %4")
                           .arg(fingerprintText(certificate.sha256), certificate.commonName,
                               describe::time(certificate.notAfter), state));
            certificates.append(QJsonObject{{QStringLiteral("name"), certificate.commonName},
                {QStringLiteral("organisation"), certificate.organisation},
                {QStringLiteral("person"), certificate.person}, {QStringLiteral("role"), certificate.role},
                {QStringLiteral("pack"), certificate.packSerial},
                {QStringLiteral("authority"), certificate.isAuthority},
                {QStringLiteral("serialNumber"), serialText(certificate.serialNumber)},
                {QStringLiteral("fingerprint"), fingerprintText(certificate.sha256)},
                {QStringLiteral("notAfter"), describe::time(certificate.notAfter)}, {QStringLiteral("state"), state}});
        }
        QJsonArray held;
        for (const CrlEntry &entry : lists) {
            const QString issuer = issuerOf(entry.crl, known);
            out().text(QStringLiteral("list %1 of %2: %3 revoked, good until %4")
                           .arg(entry.crl.number)
                           .arg(issuer)
                           .arg(entry.crl.revokedSerials.size())
                           .arg(describe::time(entry.crl.nextUpdate)));
            held.append(QJsonObject{{QStringLiteral("issuer"), issuer}, {QStringLiteral("number"), entry.crl.number},
                {QStringLiteral("revoked"), entry.crl.revokedSerials.size()},
                {QStringLiteral("nextUpdate"), describe::time(entry.crl.nextUpdate)}});
        }
        done({{QStringLiteral("certificates"), certificates}, {QStringLiteral("lists"), held}});
    }

private:
    QString stateOf(const Certificate &certificate, const QList<Certificate> &known, const QList<CrlEntry> &lists) const
    {
        for (const CrlEntry &entry : lists) {
            const bool its = std::any_of(known.begin(), known.end(), [&](const Certificate &issuer) {
                return isListOf(entry.crl, issuer) && isIssuedBy(certificate, issuer);
            });
            if (its && entry.crl.revokedSerials.contains(certificate.serialNumber))
                return codeName(Code::CertificateRevoked);
        }
        if (clock().now() < certificate.notBefore)
            return codeName(Code::CertificateNotYetValid);
        if (clock().now() > certificate.notAfter)
            return codeName(Code::CertificateExpired);
        return QStringLiteral("valid");
    }

    static QString issuerOf(const Crl &crl, const QList<Certificate> &known)
    {
        for (const Certificate &certificate : known) {
            if (isListOf(crl, certificate))
                return certificate.commonName;
        }
        return QStringLiteral("unknown issuer");
    }
};

/// Which packs know that a certificate is revoked, and which it still opens. With a bus the packs are asked, else the
/// store's memory of them answers.
class KeysReach final : public KeyCommand
{
public:
    using KeyCommand::KeyCommand;
    void start() override
    {
        if (!pinnedWorkspace())
            return;
        const auto read = readCertificates(options().arguments);
        if (!read.ok()) {
            fail(read.error());
            return;
        }
        m_certificate = read->constFirst();
        if (options().bus().isEmpty()) {
            tell();
            return;
        }
        withPacks({}, [this] { ask(); });
    }

private:
    void ask()
    {
        QStringList serials;
        for (const PackTelemetry &pack : bus()->packs()) {
            if (!pack.serial.isEmpty())
                serials.append(pack.serial);
        }
        auto *survey = new Survey(*bus(), this);
        connect(survey, &Survey::rulesRead, this, [this](const PackRules &rules) {
            if (auto learnt = workspace()->trust().learn(rules); !learnt.ok())
                warn(QStringLiteral("%1: %2").arg(rules.serial.text(), codeName(learnt.code())));
        });
        connect(survey, &Survey::factsRead, this, [this](const PackFacts &facts) {
            // Only when it was read matters here.
            if (auto learnt = workspace()->trust().learn(facts); !learnt.ok())
                warn(QStringLiteral("%1: %2").arg(facts.serial.text(), codeName(learnt.code())));
        });
        connect(survey, &Survey::failed, this, [this](const Error &error) { fail(error); });
        connect(survey, &Survey::finished, this, &KeysReach::tell);
        survey->start(serials, true);
    }

    void tell()
    {
        const QList<PackReach> packs
            = reachOf(m_certificate, workspace()->trust().snapshot(), knownCertificates(*workspace()), clock().now());
        QJsonArray all;
        for (const PackReach &pack : packs) {
            const QString words = pack.opens() ? QStringLiteral("opens it") : QString(codeName(pack.refusal->code));
            const QString number = pack.number ? QString::number(*pack.number) : QStringLiteral("none");
            out().text(QStringLiteral("%1: list %2, read %3: %4")
                           .arg(pack.serial.text(), number, describe::time(pack.readAt), words));
            QJsonObject line{{QStringLiteral("serial"), pack.serial.text()}, {QStringLiteral("knows"), pack.knows},
                {QStringLiteral("opens"), pack.opens()}, {QStringLiteral("readAt"), describe::time(pack.readAt)}};
            if (pack.number)
                line.insert(QStringLiteral("number"), *pack.number);
            if (pack.refusal)
                line.insert(QStringLiteral("refusal"), codeName(pack.refusal->code));
            all.append(line);
        }
        const auto knowing = std::count_if(packs.begin(), packs.end(), [](const PackReach &p) { return p.knows; });
        const auto open = std::count_if(packs.begin(), packs.end(), [](const PackReach &p) { return p.opens(); });
        out().text(
            QStringLiteral("%1 of %2 packs know; this key still opens %3").arg(knowing).arg(packs.size()).arg(open));
        done({{QStringLiteral("packs"), all}, {QStringLiteral("know"), qint64(knowing)},
            {QStringLiteral("of"), packs.size()}, {QStringLiteral("opens"), qint64(open)}});
    }

    Certificate m_certificate;
};

} // namespace

std::unique_ptr<Command> makeKeysKnown(const Options &options, const Clock &clock)
{
    return std::make_unique<KeysKnown>(options, clock);
}

std::unique_ptr<Command> makeKeysReach(const Options &options, const Clock &clock)
{
    return std::make_unique<KeysReach>(options, clock);
}

} // namespace packwarden::ctl
