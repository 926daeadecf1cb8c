// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/keys/keydetail.h"

#include "models/core/base/clock.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"
#include "widgets/keys/keyswords.h"
#include "widgets/kit/parts.h"
#include "widgets/words/format.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace packwarden {

KeyDetail::KeyDetail(Workspace &workspace, const KeysModel &keys, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_keys(keys)
    , m_name(makeLabel({}, "heading", this))
    , m_facts(makeLabel({}, nullptr, this))
    , m_warning(makeLabel({}, "warning", this))
    , m_rest(new QWidget(this))
    , m_reach(makeLabel({}, nullptr, m_rest))
    , m_fingerprint(makeLabel({}, "section", m_rest))
    , m_compare(new QLineEdit(m_rest))
    , m_compared(makeLabel({}, nullptr, m_rest))
{
    setProperty("surface", QStringLiteral("card"));
    setFixedWidth(40 * grid);
    for (QLabel *label : {m_name, m_facts, m_warning, m_reach, m_fingerprint, m_compared})
        label->setWordWrap(true);
    m_name->setObjectName(QStringLiteral("keyName"));
    m_facts->setObjectName(QStringLiteral("keyFacts"));
    m_warning->setObjectName(QStringLiteral("keyNameWarning"));
    m_reach->setObjectName(QStringLiteral("keyReach"));
    m_fingerprint->setObjectName(QStringLiteral("keyFingerprint"));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_compared->setObjectName(QStringLiteral("fingerprintVerdict"));
    m_compare->setObjectName(QStringLiteral("compareFingerprint"));
    m_compare->setAccessibleName(tr("Fingerprint to compare"));
    m_compare->setPlaceholderText(tr("Paste the other fingerprint"));
    auto *rest = new QVBoxLayout(m_rest);
    rest->setContentsMargins(0, grid, 0, 0);
    rest->setSpacing(grid);
    rest->addWidget(makeLabel(tr("Reach"), "section"));
    rest->addWidget(m_reach);
    rest->addSpacing(grid);
    rest->addWidget(makeLabel(tr("Fingerprint"), "section"));
    rest->addWidget(m_fingerprint);
    rest->addWidget(m_compare);
    rest->addWidget(m_compared);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    column->addWidget(m_name);
    column->addWidget(m_warning);
    column->addWidget(m_facts);
    column->addWidget(m_rest);
    column->addStretch();
    connect(m_compare, &QLineEdit::textChanged, this, &KeyDetail::compareFingerprint);
}

void KeyDetail::showKey(const QModelIndex &index)
{
    m_certificate = index.data(KeysModel::CertificateRole).value<Certificate>();
    const Certificate &certificate = m_certificate;
    const bool any = !certificate.der.isEmpty();
    const auto kind = KeysModel::Kind(index.data(KeysModel::KindRole).toInt());
    const bool revoked = index.data(KeysModel::RevokedRole).toBool();
    m_rest->setVisible(any);
    m_compare->clear();
    m_compared->clear();
    m_reachJob.cancel();
    if (!any) {
        m_name->setText(tr("No key chosen"));
        m_facts->setText(tr("Choose a key to see what it is good for, which packs it opens, and what to compare by "
                            "voice with its holder."));
        m_warning->hide();
        return;
    }
    const auto state = KeyState(index.data(KeysModel::StateRole).toInt());
    m_name->setText(
        lookalike::visible(index.siblingAtColumn(KeysModel::NameColumn).data(KeysModel::ValueRole).toString()));
    const QString warning = KeysWords::warning(
        lookalike::Flags(index.data(KeysModel::FlagsRole).toInt()), index.data(KeysModel::TwinsRole).toStringList());
    m_warning->setText(shapeOf(Status::Warning) + u' ' + warning);
    m_warning->setVisible(!warning.isEmpty());
    QStringList facts{tr("State: %1 (NIST SP 800-57: %2)")
                          .arg(KeysWords::state(state, revoked), KeysWords::nistState(state, revoked)),
        tr("Valid: %1 to %2").arg(format::dateTime(certificate.notBefore), format::dateTime(certificate.notAfter))};
    if (!certificate.person.isEmpty())
        facts.append(tr("Person: %1").arg(lookalike::visible(certificate.person)));
    if (!certificate.role.isEmpty())
        facts.append(tr("Role: %1").arg(KeysWords::role(certificate.role)));
    facts.append(tr("Serial number: %1").arg(serialText(certificate.serialNumber)));
    if (kind == KeysModel::Kind::Party && !index.data(KeysModel::PinnedRole).toBool())
        facts.append(tr("This root is not one of the charter's: nothing under it counts."));
    if (certificate.issuerGeneratedKey)
        facts.append(tr("Its issuer made this key: it fills no seat in layers 3 and 4."));
    m_facts->setText(facts.join(u'\n'));
    m_fingerprint->setText(fingerprintText(certificate.sha256));
    if (kind == KeysModel::Kind::Party)
        m_reach->setText(tr("A root opens nothing by itself."));
    else
        judgeReach(certificate, revoked);
}

void KeyDetail::judgeReach(const Certificate &certificate, bool revoked)
{
    m_reach->setText(tr("Asking what the packs know\u2026"));
    m_reachJob.start([certificate, trust = m_workspace.trust().snapshot(), known = m_keys.known(),
                         now = m_workspace.clock().now()] { return reachOf(certificate, trust, known, now); },
        [this, revoked](const QList<PackReach> &found) { m_reach->setText(KeysWords::reach(found, revoked)); });
}

void KeyDetail::compareFingerprint()
{
    static const QRegularExpression blanks(QStringLiteral("[\\s:-]"));
    const QString typed = QString(m_compare->text()).remove(blanks).toLower();
    const QString mine = QString(m_fingerprint->text()).remove(blanks).toLower();
    if (typed.isEmpty()) {
        m_compared->clear();
        return;
    }
    const QString whole = QString::fromLatin1(m_certificate.sha256.toHex());
    const bool same = typed == mine || typed == whole;
    setTone(m_compared, same ? "good" : "alarm");
    m_compared->setText(same ? shapeOf(Status::Good) + u' ' + tr("The same, every digit.")
                             : shapeOf(Status::Alarm) + u' '
                + (typed.size() < mine.size() ? tr("Not the same: digits are missing.")
                                              : tr("Not the same. Do not rely on this key.")));
}

} // namespace packwarden
