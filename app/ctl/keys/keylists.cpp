// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/describe.h"
#include "app/ctl/base/files.h"
#include "app/ctl/base/keycommand.h"
#include "app/ctl/keys/keyverbs.h"
#include "models/audit/auditrecord.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/pki/openkey.h"
#include "models/core/pki/pkifile.h"
#include "models/core/pki/token.h"
#include "models/keys/compromise.h"
#include "models/keys/issuance.h"
#include "models/keys/issuedbook.h"
#include "models/keys/revocation.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustlack.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>
#include <QJsonArray>

namespace packwarden::ctl {

namespace {

/// What makes an issuer's next list, for whatever cause.
class NextList : public KeyCommand
{
public:
    using KeyCommand::KeyCommand;

protected:
    /// What is to be revoked; says what it found by told.
    virtual Result<QList<Certificate>> revoked(const Key &issuer) = 0;
    virtual bool isCompromise() const { return false; }
    virtual void addTo(QJsonObject &result) { Q_UNUSED(result) }

    void makeList()
    {
        if (!workspace())
            return;
        m_subject.text = withoutSecrets(options().keyLocator());
        if (auto made = make(); !made.ok())
            refuse(auditaction::makeList, m_subject, made.error());
    }

private:
    Result<> make()
    {
        TrustBook &trust = workspace()->trust();
        if (trust.isEmpty() && !options().unpinned)
            return nothingPinned("; use policy pull, or --unpinned");
        const auto issuer = openKey();
        if (!issuer.ok())
            return issuer.error();
        m_subject = {issuer->own().commonName, issuer->own().organisation, {}};
        const auto serials = revoked(*issuer);
        if (!serials.ok())
            return serials.error();
        QStringList words;
        for (const Certificate &certificate : *serials)
            words.append(serialText(certificate.serialNumber));
        m_subject.detail = {{QLatin1String("revoked"), words.join(u' ')}};
        const auto plan = planOf(*serials, issuer->own());
        const auto next = plan.ok() ? nextList(issuer->own(), issuer->key, *plan) : Result<CrlEntry>(plan.error());
        if (!next.ok())
            return next.error();
        if (auto good = Issuance::check(*workspace(), *next); !good.ok())
            return good;
        if (auto free = checkOutput(*next); !free.ok())
            return free;
        const auto published
            = Issuance(*workspace(), *issuer).publish(*next, *serials, isCompromise(), [this](const QByteArray &bytes) {
                  return files::write(options().output, bytes);
              });
        if (published.ok()) {
            m_empty = *published;
            tell(*next);
        } else {
            fail(published.error());
        }
        return Result<>::success();
    }

    Result<ListPlan> planOf(const QList<Certificate> &revoking, const Certificate &issuer)
    {
        ListPlan plan;
        plan.revoked = revoking;
        plan.number = options().number;
        plan.now = clock().now();
        if (!workspace()->trust().isEmpty())
            plan.held = workspace()->trust().snapshot().newestLists(plan.now);
        if (!options().previous.isEmpty()) {
            const auto lists = pki::readListFile(options().previous);
            if (!lists.ok())
                return lists.error();
            plan.previous = lists->constFirst().crl;
            for (const CrlEntry &each : *lists) {
                const bool newer = !isListOf(*plan.previous, issuer) || each.crl.number > plan.previous->number;
                if (newer && isListOf(each.crl, issuer))
                    plan.previous = each.crl;
            }
        }
        return plan;
    }

    /// A list of the same issuer may be written over, anything else not.
    Result<> checkOutput(const CrlEntry &next) const
    {
        const QString &path = options().output;
        if (files::isDash(path) || !QFileInfo::exists(path))
            return Result<>::success();
        const auto held = pki::readListFile(path);
        if (held.ok() && held->size() == 1 && held->constFirst().crl.issuerDer == next.crl.issuerDer)
            return Result<>::success();
        return {Code::FileUnwritable, QStringLiteral("%1 exists and is no list of this issuer").arg(path)};
    }

    void tell(const CrlEntry &list)
    {
        out().text(QStringLiteral("%1: list %2, %3 revoked, good until %4")
                       .arg(m_subject.text)
                       .arg(list.crl.number)
                       .arg(list.crl.revokedSerials.size())
                       .arg(describe::time(list.crl.nextUpdate)));
        out().text(QStringLiteral("written to %1. Packs know it after keys push-crl.")
                       .arg(files::outputName(options().output)));
        QJsonObject result{{QStringLiteral("issuer"), m_subject.text}, {QStringLiteral("number"), list.crl.number},
            {QStringLiteral("revoked"), list.crl.revokedSerials.size()},
            {QStringLiteral("nextUpdate"), describe::time(list.crl.nextUpdate)},
            {QStringLiteral("file"), options().output}};
        for (const QString &role : m_empty)
            warn(QStringLiteral("no person known here holds %1 any more").arg(role));
        result.insert(QStringLiteral("rolesLeftEmpty"), QJsonArray::fromStringList(m_empty));
        addTo(result);
        done(result);
    }

    Subject m_subject;
    QStringList m_empty; ///< roles that lose their last holder
};

/// revoke and crl: with or without further revocations.
class KeysList final : public NextList
{
public:
    using NextList::NextList;
    void start() override { makeList(); }

protected:
    Result<QList<Certificate>> revoked(const Key &) override { return readCertificates(options().arguments); }
};

/// Revokes all that derives from a person's or an authority's key, and names what he signed that is still under way.
class KeysCompromised final : public NextList
{
public:
    using NextList::NextList;
    void start() override { makeList(); }

protected:
    Result<QList<Certificate>> revoked(const Key &issuer) override
    {
        const QString who = options().arguments.constFirst();
        const QList<Certificate> known = knownCertificates(*workspace());
        // An id has no slash and is no file here: what can be read as a certificate is one.
        if (!QFileInfo::exists(who)) {
            const auto found = compromiseOf(who, issuer.own(), known);
            return found.ok() ? take(*found) : Result<QList<Certificate>>(found.error());
        }
        const auto certificate = readCertificates({who});
        if (!certificate.ok())
            return certificate.error();
        const auto found = compromiseOf(certificate->constFirst(), issuer.own(), known);
        return found.ok() ? take(*found) : Result<QList<Certificate>>(found.error());
    }

    bool isCompromise() const override { return true; }
    void addTo(QJsonObject &result) override
    {
        result.insert(QStringLiteral("certificates"), names(m_compromise.revocable));
        result.insert(QStringLiteral("elsewhere"), names(m_compromise.elsewhere));
        result.insert(QStringLiteral("voided"), names(m_compromise.voided));
        for (const Certificate &certificate : m_compromise.revocable)
            out().text(QStringLiteral("revoked: %1").arg(certificate.commonName));
        for (const Certificate &certificate : m_compromise.elsewhere)
            out().text(QStringLiteral("to be revoked by its own issuer: %1").arg(certificate.commonName));
        for (const Certificate &certificate : m_compromise.voided)
            out().text(QStringLiteral("falls with it: %1").arg(certificate.commonName));
        QJsonArray pending;
        for (const PendingDocument &document : pendingSignedBy(*workspace(), m_compromise.all(), clock().now())) {
            out().text(QStringLiteral("under way with such a signature: %1 %2 (%3)")
                           .arg(document.fingerprint, document.title, document.signers.join(QStringLiteral(", "))));
            pending.append(QJsonObject{{QStringLiteral("file"), document.path},
                {QStringLiteral("fingerprint"), document.fingerprint}, {QStringLiteral("title"), document.title},
                {QStringLiteral("signers"), QJsonArray::fromStringList(document.signers)}});
        }
        result.insert(QStringLiteral("pending"), pending);
    }

private:
    Result<QList<Certificate>> take(const Compromise &found)
    {
        m_compromise = found;
        return found.revocable;
    }

    static QJsonArray names(const QList<Certificate> &certificates)
    {
        QJsonArray all;
        for (const Certificate &certificate : certificates)
            all.append(QJsonObject{{QStringLiteral("name"), certificate.commonName},
                {QStringLiteral("person"), certificate.person}, {QStringLiteral("role"), certificate.role},
                {QStringLiteral("serialNumber"), serialText(certificate.serialNumber)}});
        return all;
    }

    Compromise m_compromise;
};

} // namespace

std::unique_ptr<Command> makeKeysList(const Options &options, const Clock &clock)
{
    return std::make_unique<KeysList>(options, clock);
}

std::unique_ptr<Command> makeKeysCompromised(const Options &options, const Clock &clock)
{
    return std::make_unique<KeysCompromised>(options, clock);
}

} // namespace packwarden::ctl
