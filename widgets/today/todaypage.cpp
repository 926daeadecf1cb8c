// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/today/todaypage.h"

#include "models/workspace/keptdrafts.h"
#include "widgets/kit/parts.h"
#include "widgets/start/startcards.h"
#include "widgets/words/bushealthwords.h"
#include "widgets/words/faultwords.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"
#include "widgets/words/trustwords.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QIdentityProxyModel>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>

namespace packwarden {

namespace {

constexpr int rowHeight = 7 * grid;
constexpr int verbWidth = 13 * grid;
constexpr double milliPerPercent = 1000;

/// Who does not know it, and why.
QString missing(const TodayItem &item)
{
    constexpr int named = 8;
    QStringList away;
    QStringList coming;
    QStringList refusing;
    for (const TodayItem::Missing &each : item.missing) {
        switch (each.trouble.why) {
        case PackTrouble::Why::NotOnBus:
            away.append(each.serial);
            break;
        case PackTrouble::Why::Waiting:
        case PackTrouble::Why::Busy:
            coming.append(each.serial);
            break;
        case PackTrouble::Why::Refuses:
            refusing.append(
                TodayPage::tr("%1 did not take it: %2").arg(each.serial, Sentences::of(each.trouble.error).cause));
            break;
        }
    }
    const auto list = [](const QStringList &serials) {
        const QString first = serials.mid(0, named).join(QStringLiteral(", "));
        const int more = int(serials.size()) - named;
        return more > 0 ? TodayPage::tr("%1 and %n more", nullptr, more).arg(first) : first;
    };
    QStringList all;
    if (!coming.isEmpty())
        all.append(TodayPage::tr("This console brings it to %1 next.").arg(list(coming)));
    all += refusing.mid(0, named);
    if (!away.isEmpty())
        all.append(TodayPage::tr("Not on this bus: %1.").arg(list(away)));
    return all.join(u' ');
}

/// The words of a row for those who hear it.
class TodayWords final : public QIdentityProxyModel
{
    Q_OBJECT
public:
    TodayWords(const Charter &charter, QObject *parent)
        : QIdentityProxyModel(parent)
        , m_charter(charter)
    {
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
            return QIdentityProxyModel::data(index, role);
        const auto item = QIdentityProxyModel::data(index, TodayModel::ItemRole).value<TodayItem>();
        // Some are sentences already.
        const auto ended = [](const QString &words) {
            return words.isEmpty() || words.endsWith(u'.') ? words : words + u'.';
        };
        return QStringLiteral("%1 %2 %3")
            .arg(ended(TodayPage::titleOf(item, m_charter)),
                ended(TodayPage::detailOf(item, QDateTime::currentSecsSinceEpoch())), TodayPage::verbOf(item));
    }

private:
    const Charter &m_charter;
};

class TodayDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TodayDelegate(const Charter &charter, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_charter(charter)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {300, rowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto item = index.data(TodayModel::ItemRole).value<TodayItem>();
        const Tones &tones = tonesOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect;
        if (option.state & QStyle::State_Selected)
            painter->fillRect(row, tones.accentSoft);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(row, tones.raised);
        painter->setPen(tones.line);
        painter->drawLine(row.bottomLeft(), row.bottomRight());
        const Status status = TodayPage::statusOf(item);
        const QRect mark(row.left() + 2 * grid, row.center().y() - 14, 28, 28);
        painter->setPen(Qt::NoPen);
        painter->setBrush(statusSoft(tones, status));
        painter->drawEllipse(mark);
        painter->setPen(statusColour(tones, status));
        painter->drawText(mark, Qt::AlignCenter, shapeOf(status));
        const QRect verb(row.right() - verbWidth - 2 * grid, row.center().y() - 15, verbWidth, 30);
        painter->setPen(QPen(option.state & QStyle::State_Selected ? tones.accent : tones.line));
        painter->setBrush(tones.panel);
        painter->drawRoundedRect(QRectF(verb).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        painter->setPen(tones.accent);
        painter->drawText(verb, Qt::AlignCenter, TodayPage::verbOf(item));
        const int left = mark.right() + 2 * grid;
        const int width = verb.left() - 2 * grid - left;
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->setPen(tones.text);
        painter->drawText(QRect(left, row.top() + grid, width, 2 * grid + 4), Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(bold).elidedText(TodayPage::titleOf(item, m_charter), Qt::ElideRight, width));
        painter->setFont(option.font);
        painter->setPen(tones.muted);
        painter->drawText(QRect(left, row.top() + 3 * grid + 4, width, 2 * grid + 4), Qt::AlignVCenter | Qt::AlignLeft,
            option.fontMetrics.elidedText(
                TodayPage::detailOf(item, QDateTime::currentSecsSinceEpoch()), Qt::ElideRight, width));
        painter->restore();
    }

private:
    const Charter &m_charter;
};

} // namespace

TodayPage::TodayPage(TodayModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_start(new StartCards(this))
    , m_head(makeLabel({}, "heading", this))
    , m_rest(makeLabel({}, "muted", this))
    , m_empty(makeLabel({}, "muted", this))
    , m_list(new QListView(this))
    , m_stack(new QStackedWidget(this))
{
    m_head->setObjectName(QStringLiteral("todayHead"));
    m_rest->setWordWrap(true);
    m_empty->setObjectName(QStringLiteral("todayEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("todayList"));
    m_list->setAccessibleName(tr("What needs you"));
    auto *words = new TodayWords(m_charter, this);
    words->setSourceModel(&model);
    m_list->setModel(words);
    m_list->setItemDelegate(new TodayDelegate(m_charter, m_list));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);

    auto *card = makeCard(this);
    auto *cardColumn = new QVBoxLayout(card);
    cardColumn->setContentsMargins(1, 1, 1, 1);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    cardColumn->addWidget(m_stack);
    m_start->setObjectName(QStringLiteral("startCards"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    column->setSpacing(grid);
    column->addWidget(m_head);
    column->addWidget(m_rest);
    column->addSpacing(grid);
    column->addWidget(m_start, 1);
    column->addWidget(card, 1);
    column->addStretch();
    m_stack->setProperty("card", QVariant::fromValue<QObject *>(card));

    const auto open = [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT wanted(index.data(TodayModel::ItemRole).value<TodayItem>());
    };
    connect(m_list, &QListView::activated, this, open);
    // One click on the verb; elsewhere a click chooses the row.
    connect(m_list, &QListView::clicked, this, [this, open](const QModelIndex &index) {
        const QPoint at = m_list->viewport()->mapFromGlobal(QCursor::pos());
        if (at.x() > m_list->viewport()->width() - verbWidth - 2 * grid)
            open(index);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            m_current = index.data(TodayModel::KeyRole).toString();
    });
    connect(words, &QAbstractItemModel::modelReset, this, &TodayPage::refresh);
    connect(words, &QAbstractItemModel::dataChanged, this, &TodayPage::refresh);
    refresh();
}

void TodayPage::setFirstStart(bool first)
{
    if (std::exchange(m_first, first) != first)
        refresh();
}

void TodayPage::setConnected(bool connected)
{
    if (std::exchange(m_connected, connected) != connected)
        refresh();
}

void TodayPage::setSignedIn(bool signedIn)
{
    m_signedIn = signedIn;
    refresh();
}

void TodayPage::showEvent(QShowEvent *event)
{
    // Drafts are begun and ended on other pages.
    m_model.refresh();
    QWidget::showEvent(event);
}

void TodayPage::refresh()
{
    const int count = m_model.rowCount();
    auto *card = static_cast<QWidget *>(m_stack->property("card").value<QObject *>());
    const bool first = m_first && count == 0;
    m_start->setVisible(first);
    card->setVisible(!first);
    m_stack->setCurrentIndex(count == 0 ? 1 : 0);
    if (first) {
        m_head->setText(tr("Welcome to Packwarden"));
        m_rest->setText(tr("This console trusts no rules yet and hears no pack. Begin with one of these."));
        return;
    }
    // Rows that only tell what waits for others need nobody here.
    int mine = 0;
    for (int row = 0; row < count; ++row)
        mine += m_model.item(row).kind == TodayItem::Kind::WaitsForOthers ? 0 : 1;
    m_head->setText(mine == 0 ? tr("Nothing needs you") : tr("%n thing(s) need you", nullptr, mine));
    const QString order = count > 1 ? tr("The most pressing first.") : QString();
    m_rest->setText(m_signedIn ? order : tr("Sign in to see also what waits for your signature."));
    m_empty->setText(m_charter.positions.isEmpty()
            ? tr("This console trusts no rules yet, so it cannot tell what is in order.\nTrust the rules of a pack, or "
                 "join by invitation.")
            : m_connected
            ? tr(
                "Packs, keys, lists and documents known here are in order.\nOpen the inspector to watch a pack, or the "
                "sign-offs to draft a change.")
            : tr("Keys, lists and documents known here are in order. No bus is connected: of the packs only what they "
                 "said last is known.\nConnect to a bus to see them, or open the sign-offs to draft a change."));
    for (int row = 0; row < count; ++row) {
        const QModelIndex index = m_list->model()->index(row, 0);
        if (index.data(TodayModel::KeyRole).toString() == m_current && index != m_list->currentIndex())
            m_list->setCurrentIndex(index);
    }
    if (count > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    // A frame around rows, not around the room below them.
    const QMargins margins = card->layout()->contentsMargins();
    int rows = margins.top() + margins.bottom() + 2 * m_list->frameWidth()
        + 2 * static_cast<const QFrame *>(card)->frameWidth();
    for (int row = 0; row < count; ++row)
        rows += m_list->sizeHintForRow(row);
    card->setMaximumHeight(count == 0 ? QWIDGETSIZE_MAX : rows);
}

void TodayPage::setTrust(const Charter &charter)
{
    m_charter = charter;
    refresh();
    m_list->viewport()->update();
}

/// "Leasing, Cell data", each company once.
static QString waitsFor(const TodayItem &item, const Charter &charter)
{
    QStringList names;
    for (const SeatPlace &place : item.seats) {
        QStringList companies;
        for (const Seat &candidate : place.candidates)
            companies << Names::party(candidate.position, &charter);
        companies.removeDuplicates();
        names << companies.join(TodayPage::tr(" or "));
    }
    names.removeDuplicates();
    return names.isEmpty() ? TodayPage::tr("its author") : names.join(QStringLiteral(", "));
}

QString TodayPage::titleOf(const TodayItem &item, const Charter &charter)
{
    switch (item.kind) {
    case TodayItem::Kind::AuditReadOnly:
        return item.count > 0 ? tr("The audit of this console is damaged")
                              : tr("The audit of this console can only be read");
    case TodayItem::Kind::RolloutCutOff:
        return tr("A roll-out was cut off: %1").arg(item.subject);
    case TodayItem::Kind::StoreDamaged:
        return item.count > 0 ? tr("What was known of packs is damaged") : tr("%1 cannot be read").arg(item.subject);
    case TodayItem::Kind::RulesOffered:
        return tr("%1 offers its rules").arg(item.subject);
    case TodayItem::Kind::WaitsForOthers:
        return tr("%1 waits for %2").arg(item.subject, waitsFor(item, charter));
    case TodayItem::Kind::Contradiction:
        return tr("%1 is not what is known of it").arg(item.subject);
    case TodayItem::Kind::Bus:
        return item.bus.isEmpty()
            ? BusHealthWords::brief(item.trouble)
            : tr("%1: %2", "bus, what is wrong with it").arg(item.bus, BusHealthWords::brief(item.trouble));
    case TodayItem::Kind::Fault:
        return item.count == 1 && item.faults.size() == 1
            ? tr("%1: %2", "pack, fault").arg(Names::pack(item.subject), FaultWords::name(item.faults.constFirst()))
            : tr("%1 reports %n fault(s)", nullptr, item.count).arg(Names::pack(item.subject));
    case TodayItem::Kind::CannotStart:
        return tr("%1 will not start tomorrow").arg(item.subject);
    case TodayItem::Kind::Doubt:
        return item.count > 0 ? tr("Another node answers for %1").arg(item.subject)
                              : tr("An unsigned answer for %1 is in doubt").arg(item.subject);
    case TodayItem::Kind::SignatureWanted:
        return tr("Your signature is wanted: %1").arg(item.subject);
    case TodayItem::Kind::AnswerDue:
        return tr("%1 still waits for %2").arg(item.subject, waitsFor(item, charter));
    case TodayItem::Kind::Deliver:
        return tr("Ready for the packs: %1").arg(item.subject);
    case TodayItem::Kind::KeyExpires:
        return tr("The key of %1 runs out").arg(item.subject);
    case TodayItem::Kind::ListExpires:
        return tr("The revocation list of %1 runs out").arg(item.subject);
    case TodayItem::Kind::ListsLacking:
        return tr("%1 of %n pack(s) know revocation list %2 of %3", nullptr, item.total)
            .arg(item.count)
            .arg(item.number)
            .arg(item.subject);
    case TodayItem::Kind::OldPolicy:
        return tr("%1 holds policy %2").arg(item.subject).arg(item.count);
    case TodayItem::Kind::Worn:
        return tr("%1 has %2 % of its capacity left")
            .arg(Names::pack(item.subject), QLocale().toString(item.count / milliPerPercent, 'f', 0));
    case TodayItem::Kind::DraftKept:
        if (const QString request = QLatin1String(KeptDrafts::request); item.subject.startsWith(request)) {
            const auto parameter = ParameterId::parse(item.subject.mid(request.size()));
            return tr("You began a request: %1").arg(parameter.ok() ? Names::parameter(*parameter) : item.subject);
        }
        return tr("You began a draft of the policy");
    }
    return {};
}

QString TodayPage::detailOf(const TodayItem &item, qint64 now)
{
    const auto by = [&] {
        return item.when <= now ? tr("since %1").arg(format::dateTime(item.when))
                                : tr("on %1").arg(format::dateTime(item.when));
    };
    switch (item.kind) {
    case TodayItem::Kind::AuditReadOnly:
        return item.count > 0
            ? tr("Nothing can be signed, delivered or recorded (%1). Start the program again to begin a new one.")
                  .arg(item.subject)
            : tr("Nothing can be signed, delivered or recorded (%1). Free some space or repair the folder.")
                  .arg(item.subject);
    case TodayItem::Kind::RolloutCutOff:
        return tr("%1 of %n pack(s) have it. It goes on where it was.", nullptr, item.total).arg(item.count);
    case TodayItem::Kind::StoreDamaged:
        return item.count > 0
            ? tr("Set aside as %1, with groups and views. Packs are learnt anew on the bus or by an invitation.")
                  .arg(item.subject)
            : tr("It is left out, and stays where it is. What was in it is learnt anew when packs are on the bus.");
    case TodayItem::Kind::Contradiction:
        return TrustWords::contradiction(item.contradiction) + u' '
            + tr("Nothing that rests on this pack counts until you decide.");
    case TodayItem::Kind::Bus:
        return BusHealthWords::sentence(item.trouble).text();
    case TodayItem::Kind::Fault: {
        if (item.count == 1 && item.faults.size() == 1)
            return FaultWords::advice(item.faults.constFirst().code);
        QStringList names;
        for (const FaultId &fault : item.faults)
            names << FaultWords::name(fault);
        return names.isEmpty() ? tr("See which cell and what it measured.") : names.join(QStringLiteral("; "));
    }
    case TodayItem::Kind::Worn:
        return tr("Below %1 % a traction battery usually counts as worn out. See how far its cells differ.")
            .arg(QLocale().toString(TodayModel::wornMilliPercent / milliPerPercent, 'f', 0));
    case TodayItem::Kind::CannotStart:
        return Sentences::of(item.reason).text();
    case TodayItem::Kind::RulesOffered:
        return tr("Compare the fingerprints with a partner, then decide. Nothing can be judged before.");
    case TodayItem::Kind::Doubt:
        return TrustWords::contradiction(item.contradiction) + u' '
            + (item.count > 0 ? tr("The pack's own signature says otherwise; nothing was learnt from the other node.")
                              : tr("Nothing was learnt. The pack is asked for its signed state."));
    case TodayItem::Kind::SignatureWanted:
    case TodayItem::Kind::AnswerDue:
    case TodayItem::Kind::WaitsForOthers:
        return item.when > 0 ? tr("The document expires on %1.").arg(format::dateTime(item.when)) : QString();
    case TodayItem::Kind::Deliver:
        return tr("Every signature is there. A pack on the bus can take it now.");
    case TodayItem::Kind::KeyExpires:
        return tr("Ends %1. Ask its issuer to renew it in time.").arg(by());
    case TodayItem::Kind::ListExpires:
        return tr("Due %1. Without a new one packs stop trusting its keys.").arg(by());
    case TodayItem::Kind::ListsLacking:
        return missing(item);
    case TodayItem::Kind::OldPolicy:
        return tr("A newer policy is pinned here. Deliver it to the pack.");
    case TodayItem::Kind::DraftKept:
        return tr("It is kept as you left it, and no document yet.");
    }
    return {};
}

QString TodayPage::verbOf(const TodayItem &item)
{
    switch (item.kind) {
    case TodayItem::Kind::Fault:
    case TodayItem::Kind::Worn:
        return tr("Inspect");
    case TodayItem::Kind::Bus:
        return tr("Bus\u2026");
    case TodayItem::Kind::SignatureWanted:
        return tr("Read and sign");
    case TodayItem::Kind::AnswerDue:
    case TodayItem::Kind::WaitsForOthers:
        return tr("Read");
    case TodayItem::Kind::StoreDamaged:
        return tr("Show the file");
    case TodayItem::Kind::RulesOffered:
        return tr("Compare");
    case TodayItem::Kind::AuditReadOnly:
        return tr("Verify");
    case TodayItem::Kind::Deliver:
        return tr("Deliver");
    case TodayItem::Kind::DraftKept:
    case TodayItem::Kind::RolloutCutOff:
        return tr("Continue");
    case TodayItem::Kind::KeyExpires:
        return tr("Renew");
    case TodayItem::Kind::ListExpires:
        return tr("Renew list");
    case TodayItem::Kind::Contradiction:
    case TodayItem::Kind::CannotStart:
    case TodayItem::Kind::Doubt:
    case TodayItem::Kind::OldPolicy:
        return tr("Show pack");
    case TodayItem::Kind::ListsLacking:
        return item.isInReach() ? tr("Bring it now") : tr("Show pack");
    }
    return {};
}

Status TodayPage::statusOf(const TodayItem &item)
{
    switch (item.kind) {
    case TodayItem::Kind::AuditReadOnly:
    case TodayItem::Kind::StoreDamaged:
    case TodayItem::Kind::Contradiction:
    case TodayItem::Kind::Fault:
    case TodayItem::Kind::CannotStart:
        return Status::Alarm;
    case TodayItem::Kind::Bus:
        return BusHealthWords::status(item.trouble);
    case TodayItem::Kind::Worn:
    case TodayItem::Kind::Doubt:
        return Status::Warning;
    case TodayItem::Kind::Deliver:
        return Status::Good;
    default:
        return item.urgent ? Status::Warning : Status::Information;
    }
}

} // namespace packwarden

#include "todaypage.moc"
