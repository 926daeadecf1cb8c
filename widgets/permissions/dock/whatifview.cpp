// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/dock/whatifview.h"

#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/permissions/dock/docklines.h"
#include "widgets/permissions/dock/votewords.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateTime>

#include <algorithm>

namespace packwarden {

namespace {

constexpr qint64 daySeconds = 24 * 3600;
constexpr qint64 onADay = -1;

/// The places in the first chooser: a key's fingerprint, or a role.
QString keyOf(const Certificate &leaf)
{
    return QStringLiteral("key ") + QString::fromLatin1(leaf.sha256.toHex());
}

QString keyOf(const RoleId &role)
{
    return QStringLiteral("role ") + role.text();
}

void setItems(QComboBox &box, const QList<QPair<QString, QVariant>> &items)
{
    // The same again, as after most edits: a list that somebody has open stays open.
    bool isSame = box.count() == items.size();
    for (int i = 0; isSame && i < box.count(); ++i)
        isSame = box.itemText(i) == items.at(i).first && box.itemData(i) == items.at(i).second;
    if (isSame)
        return;
    const QSignalBlocker quiet(box);
    const QVariant chosen = box.currentData();
    box.clear();
    for (const auto &[text, data] : items)
        box.addItem(text, data);
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

} // namespace

WhatIfView::WhatIfView(QWidget *parent)
    : QWidget(parent)
    , m_who(new Chooser(this))
    , m_pack(new Chooser(this))
    , m_when(new Chooser(this))
    , m_day(new DateField(this))
    , m_purposeLabel(makeLabel(tr("To do what"), "muted", this))
    , m_purpose(new Chooser(this))
    , m_unsaved(new QCheckBox(tr("With my unsaved edits"), this))
    , m_what(makeLabel({}, "title", this))
    , m_verdict(new Chip(this))
    , m_consequence(makeLabel({}, nullptr, this))
    , m_other(makeLabel({}, "muted", this))
    , m_votes(new DockLines(tr("What each rule says"), this))
    , m_judgedOn(makeLabel({}, "muted", this))
{
    setItems(*m_when,
        {{tr("Now"), qint64(0)}, {tr("Tomorrow"), daySeconds}, {tr("In a week"), 7 * daySeconds},
            {tr("In 30 days"), 30 * daySeconds}, {tr("On a day…"), onADay}});
    setItems(*m_purpose,
        {{tr("Whatever the role may"), QString()}, {Names::packState(QStringLiteral("drive")), QStringLiteral("drive")},
            {Names::packState(QStringLiteral("charge")), QStringLiteral("charge")},
            {Names::packState(QStringLiteral("feed-back")), QStringLiteral("feed-back")}});
    m_unsaved->setChecked(true);
    m_day->setVisible(false);
    const auto name = [](QWidget *widget, const char *object, const QString &text) {
        widget->setObjectName(QLatin1String(object));
        widget->setAccessibleName(text);
    };
    name(m_who, "whatIfWho", tr("Who"));
    name(m_pack, "whatIfPack", tr("On which pack"));
    name(m_when, "whatIfWhen", tr("When"));
    name(m_day, "whatIfDay", tr("On which day"));
    name(m_purpose, "whatIfPurpose", tr("To do what"));
    name(m_unsaved, "whatIfUnsaved", m_unsaved->text());
    m_verdict->setObjectName(QStringLiteral("whatIfVerdict"));
    m_consequence->setObjectName(QStringLiteral("whatIfConsequence"));
    m_other->setObjectName(QStringLiteral("whatIfOther"));
    m_votes->setObjectName(QStringLiteral("whatIfVotes"));
    for (QComboBox *box : {m_who, m_pack, m_when, m_purpose}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    for (QLabel *label : {m_what, m_consequence, m_other, m_judgedOn})
        label->setWordWrap(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, grid, 4, 0);
    column->setSpacing(grid);
    column->addWidget(m_what);
    const auto add = [&](const QString &text, QWidget *field, QLabel *label = nullptr) {
        column->addWidget(label ? label : makeLabel(text, "muted", this));
        column->addWidget(field);
        column->setSpacing(4);
    };
    add(tr("Who"), m_who);
    add(tr("On which pack"), m_pack);
    add(tr("When"), m_when);
    column->addWidget(m_day);
    add({}, m_purpose, m_purposeLabel);
    column->addSpacing(4);
    column->addWidget(m_unsaved);
    column->addSpacing(grid);
    column->addWidget(m_verdict, 0, Qt::AlignLeft);
    column->addWidget(m_consequence);
    column->addWidget(m_other);
    column->addSpacing(4);
    column->addWidget(m_votes);
    column->addSpacing(4);
    column->addWidget(m_judgedOn);
    column->addStretch();

    connect(m_who, &QComboBox::currentIndexChanged, this, &WhatIfView::ask);
    connect(m_pack, &QComboBox::currentIndexChanged, this, [this] {
        m_ground.pack = pack();
        Q_EMIT packChosen();
        ask();
    });
    connect(m_when, &QComboBox::currentIndexChanged, this, [this] {
        m_day->setVisible(m_when->currentData().toLongLong() == onADay);
        ask();
    });
    connect(m_day, &QDateEdit::dateChanged, this, &WhatIfView::ask);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, &WhatIfView::ask);
    connect(m_unsaved, &QCheckBox::toggled, this, &WhatIfView::ask);
}

PackSerial WhatIfView::pack() const
{
    const auto serial = PackSerial::parse(m_pack->currentData().toString());
    return serial.ok() ? *serial : PackSerial();
}

void WhatIfView::setGround(const PermissionGround &ground)
{
    m_ground = ground;
    QList<QPair<QString, QVariant>> packs;
    for (const PackLine &line : ground.trust.packs.lines()) {
        if (line.readAt > 0)
            packs << QPair<QString, QVariant>{line.serial.text(), line.serial.text()};
    }
    if (packs.isEmpty())
        packs << QPair<QString, QVariant>{tr("Any pack, by the rules alone"), QString()};
    setItems(*m_pack, packs);
    m_ground.pack = pack();
    const bool isEdited = ground.draft != ground.saved;
    m_unsaved->setEnabled(isEdited);
    m_unsaved->setToolTip(
        isEdited ? tr("Off: by the rules that are saved here, without this draft") : tr("Nothing was edited yet"));
    if (!m_day->isVisible()) {
        const QSignalBlocker quiet(m_day);
        m_day->setDate(QDateTime::fromSecsSinceEpoch(ground.now + daySeconds).date());
    }
    const bool isFirst = m_who->count() == 0;
    fillPeople();
    if (isFirst && !m_role.isEmpty())
        choosePerson();
    ask();
}

void WhatIfView::fillPeople()
{
    QList<QPair<QString, QVariant>> people;
    for (const Certificate &leaf : std::as_const(m_ground.known)) {
        const auto role = RoleId::parse(leaf.role);
        if (leaf.isAuthority || leaf.person.isEmpty() || !role.ok())
            continue;
        people << QPair<QString, QVariant>{
            tr("%1, %2").arg(DockWords::person(leaf), PermissionWords::role(m_ground.draft, *role)), keyOf(leaf)};
    }
    std::sort(
        people.begin(), people.end(), [](const auto &left, const auto &right) { return left.first < right.first; });
    for (const Role &role : m_ground.draft.roles)
        people << QPair<QString, QVariant>{tr("Any %1, %2")
                                               .arg(PermissionWords::role(m_ground.draft, role.id),
                                                   Names::party(role.position, &m_ground.frame.charter)),
            keyOf(role.id)};
    setItems(*m_who, people);
}

void WhatIfView::setCell(const CapabilityId &capability, const RoleId &role)
{
    const bool isOtherRole = role != m_role && !role.isEmpty();
    m_capability = capability;
    m_role = role;
    m_what->setText(capability.isEmpty() ? tr("Choose a cell") : PermissionWords::capability(capability));
    const bool isStart = capability.text() == QLatin1String("activate");
    m_purpose->setVisible(isStart);
    m_purposeLabel->setVisible(isStart);
    if (isOtherRole)
        choosePerson();
    ask();
}

/// Somebody known of the role if there is one, or anybody of it.
void WhatIfView::choosePerson()
{
    const QSignalBlocker quiet(m_who);
    QString wanted = keyOf(m_role);
    for (const Certificate &leaf : std::as_const(m_ground.known)) {
        if (leaf.role == m_role.text() && !leaf.isAuthority && !leaf.person.isEmpty()) {
            wanted = keyOf(leaf);
            break;
        }
    }
    m_who->setCurrentIndex(std::max(0, m_who->findData(wanted)));
}

void WhatIfView::ask()
{
    if (m_capability.isEmpty() || m_who->currentIndex() < 0)
        return;
    WhatIfAsked asked;
    asked.question.capability = m_capability;
    const QString who = m_who->currentData().toString();
    for (const Certificate &leaf : std::as_const(m_ground.known)) {
        if (keyOf(leaf) == who)
            asked.question.leaf = leaf;
    }
    if (const auto role = RoleId::parse(who.section(u' ', 1)); !asked.question.leaf && role.ok())
        asked.question.role = *role;
    if (!m_purpose->isHidden())
        asked.question.purpose = m_purpose->currentData().toString();
    const qint64 ahead = m_when->currentData().toLongLong();
    // Noon: a contract that ends on that day is not asked about at its edge.
    asked.at = ahead == onADay ? QDateTime(m_day->date(), QTime(12, 0)).toSecsSinceEpoch() : m_ground.now + ahead;
    asked.isUnsaved = m_unsaved->isEnabled() && m_unsaved->isChecked();
    // Whole, where the field is too narrow; never taken for markup.
    m_who->setToolTip(QStringLiteral("<span>%1</span>").arg(m_who->currentText().toHtmlEscaped()));
    Q_EMIT this->asked(asked);
}

void WhatIfView::tell(const WhatIfTold &told)
{
    m_other->setVisible(false);
    if (told.unknown) {
        m_verdict->set(Status::Neutral, tr("Not known"));
        m_consequence->setText(Sentences::of(*told.unknown).text());
        m_votes->setLines({});
        m_judgedOn->clear();
        return;
    }
    m_verdict->set(VoteWords::status(told.answer.outcome), VoteWords::verdict(told.answer.outcome));
    m_consequence->setText(VoteWords::consequence(told, m_ground.frame));
    if (told.other != told.answer.outcome) {
        m_other->setText((told.asked.isUnsaved ? tr("By the saved rules: %1.") : tr("With the unsaved edits: %1."))
                             .arg(VoteWords::verdict(told.other)));
        m_other->setVisible(true);
    }
    m_votes->setLines(VoteWords::votes(told, m_ground.frame));
    m_judgedOn->setText(DockWords::judgedOn(told.pack, told.readAt));
}

} // namespace packwarden
