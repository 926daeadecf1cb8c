// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/titlebar.h"

#include "models/core/pack/busaddress.h"
#include "widgets/bus/bushealthpopup.h"
#include "widgets/kit/menutext.h"
#include "widgets/kit/parts.h"
#include "widgets/style/icons.h"
#include "widgets/window/fileacts.h"
#include "widgets/words/bushealthwords.h"
#include "widgets/words/names.h"
#include "widgets/words/recordingwords.h"
#include "widgets/words/sentences.h"
#include "widgets/words/trustwords.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace packwarden {

namespace {

constexpr int stripHeight = 4;

/// The same part has the same colour in every console; none of them is a status colour or a layer.
QColor partColour(const QString &part, bool dark)
{
    static constexpr int hues[] = {190, 290, 60, 330, 95, 230, 20, 260, 310, 170, 40, 210};
    // Any other odd number would do as well, but by this one no two companies of the demo look alike.
    constexpr uint multiplier = 5449;
    uint sum = 0;
    for (const QChar letter : part)
        sum = sum * multiplier + letter.unicode();
    return QColor::fromHsl(hues[(sum >> 16) % std::size(hues)], 130, dark ? 150 : 100);
}

} // namespace

TitleBar::TitleBar(QWidget *parent)
    : QFrame(parent)
    , m_title(makeLabel({}, "title", this))
    , m_partLabel(makeLabel({}, "section", this))
    , m_contradictions(new Chip(this))
    , m_exchange(new Chip(this))
    , m_simulated(new Chip(this))
    , m_listening(new Chip(this))
    , m_bus(new Chip(this))
    , m_identity(new Chip(this))
    , m_key(makeButton(tr("Sign in\u2026"), "key", nullptr, this))
    , m_busButton(addTool("bus", tr("How the bus is, reconnect"), "busButton"))
    , m_busHealth(new BusHealthPopup(this))
    , m_table(addTool("save", tr("The table of this page as a file, or on paper"), "tableButton"))
    , m_find(addTool("find", tr("Find (Ctrl+K)"), "findButton"))
    , m_more(addTool("more", tr("Settings, about"), "moreButton"))
    , m_openAs(new QMenu(tr("Open as"), this))
{
    m_title->setObjectName(QStringLiteral("pageTitle"));
    setProperty("surface", QStringLiteral("bar"));
    setFixedHeight(6 * grid);
    m_simulated->set(Status::Warning, tr("Simulated bus"));
    m_simulated->setToolTip(tr("No real battery is on this bus."));
    m_simulated->hide();
    m_listening->setObjectName(QStringLiteral("listeningChip"));
    m_listening->set(Status::Information, tr("Only listening"));
    m_listening->setToolTip(tr("Nothing is sent on this bus: packs are watched, and asked nothing."));
    m_listening->hide();
    m_contradictions->setObjectName(QStringLiteral("contradictionsChip"));
    m_contradictions->hide();
    m_exchange->setObjectName(QStringLiteral("exchangeChip"));
    m_exchange->hide();
    m_partLabel->setObjectName(QStringLiteral("partLabel"));
    m_partLabel->hide();
    m_bus->setObjectName(QStringLiteral("busChip"));
    m_identity->setObjectName(QStringLiteral("identityChip"));
    m_key->setObjectName(QStringLiteral("signInButton"));
    auto *menu = new QMenu(this);
    menu->addAction(tr("Settings\u2026"), this, &TitleBar::settingsClicked);
    menu->addAction(tr("Manual"), this, &TitleBar::manualClicked);
    menu->addAction(tr("About and keys\u2026"), this, &TitleBar::aboutClicked);
    menu->addSeparator();
    menu->addAction(tr("Join by invitation\u2026"), this, &TitleBar::joinClicked);
    menu->addAction(tr("Invite a partner\u2026"), this, &TitleBar::inviteClicked);
    menu->addAction(tr("Exchange\u2026"), this, &TitleBar::exchangeClicked);
    m_forget = menu->addAction(tr("Forget these rules\u2026"), this, &TitleBar::forgetClicked);
    menu->addSeparator();
    menu->addAction(tr("Try the demo"), this, &TitleBar::demoClicked);
    menu->addMenu(m_openAs);
    m_leaveDemo = menu->addAction(tr("Leave the demo"), this, &TitleBar::leaveDemoClicked);
    m_discardDemo = menu->addAction(tr("Throw the demo away\u2026"), this, &TitleBar::discardDemoClicked);
    setDemo(false, false);
    setTrusting(false);
    m_openAs->menuAction()->setVisible(false);
    m_openAs->setObjectName(QStringLiteral("openAsMenu"));
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * grid, stripHeight, grid, 0);
    row->setSpacing(grid);
    row->addWidget(m_title);
    row->addWidget(m_partLabel);
    row->addStretch();
    row->addWidget(m_contradictions);
    row->addWidget(m_exchange);
    row->addWidget(m_simulated);
    row->addWidget(m_listening);
    row->addWidget(m_bus);
    row->addWidget(m_busButton);
    row->addWidget(m_identity);
    row->addWidget(m_key);
    row->addWidget(m_table);
    row->addWidget(m_find);
    row->addWidget(m_more);
    setIdentity(std::nullopt);
    setBus({}, -1);
    connect(m_key, &QPushButton::clicked, this, [this] {
        if (m_signedIn)
            Q_EMIT lockClicked();
        else
            Q_EMIT signInClicked();
    });
    connect(m_busButton, &QToolButton::clicked, this, [this] { m_busHealth->openUnder(m_busButton); });
    connect(m_busHealth, &BusHealthPopup::connectionWanted, this, &TitleBar::busClicked);
    connect(m_find, &QToolButton::clicked, this, &TitleBar::findClicked);
}

QToolButton *TitleBar::addTool(const char *iconName, const QString &title, const char *name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(QLatin1String(iconName)));
    button->setIconSize(QSize(18, 18));
    button->setFixedSize(4 * grid, 4 * grid);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(title);
    button->setToolTip(title);
    return button;
}

void TitleBar::setContradictions(int packs)
{
    m_contradictions->setVisible(packs > 0);
    m_contradictions->set(Status::Alarm, tr("%n pack(s) in contradiction", nullptr, packs));
}

void TitleBar::setExchange(Status status, const QString &text)
{
    m_exchange->setVisible(!text.isEmpty());
    m_exchange->set(status, text);
}

void TitleBar::setFileActs(FileActs &acts)
{
    QMenu *menu = m_more->menu();
    auto *file = new QMenu(tr("File"), menu);
    file->setObjectName(QStringLiteral("fileMenu"));
    connect(file, &QMenu::aboutToShow, this, [file, &acts] {
        file->clear();
        acts.fill(*file);
    });
    menu->insertMenu(menu->actions().constFirst(), file);
    auto *table = new QMenu(m_table);
    table->setObjectName(QStringLiteral("tableMenu"));
    acts.fillTable(*table);
    m_table->setMenu(table);
    m_table->setPopupMode(QToolButton::InstantPopup);
}

void TitleBar::setHasTables(bool has)
{
    m_table->setVisible(has);
}

void TitleBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void TitleBar::setBus(const BusState &state, qint64 ageMilliseconds, int unproved)
{
    // Of what is heard all the time the age says nothing new ten times a second.
    constexpr qint64 fresh = 1000;
    const auto isFresh = [](qint64 age) {
        return age >= 0 && age < fresh;
    };
    const bool same = state == m_busState && unproved == m_unproved && isFresh(m_busAge) && isFresh(ageMilliseconds);
    m_unproved = unproved;
    m_busState = state;
    m_busAge = ageMilliseconds;
    if (!same)
        showBus();
}

void TitleBar::setBusFigures(const BusFigures &figures)
{
    m_figures = BusHealthWords::told(figures, m_busState);
    showBus();
}

void TitleBar::setOtherBuses(const QList<BusNow> &others)
{
    if (others == m_others)
        return;
    m_others = others;
    showBus();
}

void TitleBar::showBus()
{
    const auto isListening = [](const BusState &state) {
        return BusAddress::parse(state.interfaceName).listen;
    };
    m_simulated->setVisible(m_busState.simulated
        || std::any_of(m_others.begin(), m_others.end(), [](const BusNow &other) { return other.state.simulated; }));
    m_listening->setVisible(isListening(m_busState)
        || std::any_of(
            m_others.begin(), m_others.end(), [&](const BusNow &other) { return isListening(other.state); }));
    const bool isOne = m_others.isEmpty();
    const QString name = BusHealthWords::name(m_busState);
    QString quiet = isOne ? name : tr("%n bus(es)", nullptr, int(m_others.size()) + 1);
    if (m_busAge >= 0)
        quiet += QStringLiteral(" \u00B7 ") + Sentences::age(m_busAge);
    QString toolTip = m_busState.interfaceName;
    if (const QString detail = RecordingWords::detail(m_busState); !detail.isEmpty())
        toolTip += u'\n' + detail;
    // Of several buses it is said which one is not well.
    const auto named = [&](const QString &words) {
        return isOne ? words : tr("%1: %2", "bus, what is wrong with it").arg(name, words);
    };
    const Status condition = Sentences::busStatus(m_busState);
    if (const BusTrouble *worst = m_figures.worst()) {
        // The words need the room; the rest is in the tool tip and behind the button.
        m_bus->set(BusHealthWords::status(*worst), named(BusHealthWords::brief(*worst)));
        toolTip += u'\n' + BusHealthWords::sentence(*worst).text();
    } else if (!isOne && m_busState.condition == BusCondition::Connected) {
        BusState all = m_busState;
        for (const BusNow &other : m_others)
            all.packs += other.state.packs;
        m_bus->set(TrustWords::earned(condition, m_unproved == 0), Sentences::bus(all), quiet);
    } else {
        m_bus->set(TrustWords::earned(condition, m_unproved == 0), named(Sentences::bus(m_busState)), quiet);
    }
    for (const BusNow &other : m_others)
        toolTip += QStringLiteral("\n%1: %2").arg(other.state.interfaceName, BusHealthWords::brief(other));
    if (m_unproved > 0 && !m_figures.worst())
        toolTip += u'\n' + tr("%n pack(s) have not proved who they are.", nullptr, m_unproved);
    m_bus->setToolTip(toolTip);
    m_busHealth->setBus(m_busState, m_figures, m_others);
}

void TitleBar::setIdentity(const std::optional<Identity> &identity, bool onToken)
{
    m_signedIn = identity.has_value();
    if (identity) {
        m_identity->set(Status::Information, identity->name,
            QStringLiteral("%1 \u00B7 %2").arg(identity->partyName, onToken ? tr("token") : tr("key file")));
        m_identity->setToolTip(tr("%1 in the role %2").arg(identity->person, Names::role(identity->role)));
    } else {
        m_identity->set(Status::Waiting, tr("Not signed in"));
        m_identity->setToolTip({});
    }
    m_key->setText(m_signedIn ? tr("Lock") : tr("Sign in\u2026"));
    m_key->setIcon(icon(m_signedIn ? QStringLiteral("lock") : QStringLiteral("key")));
    m_key->setEnabled(true);
}

void TitleBar::setBusy(bool opening)
{
    m_key->setEnabled(!opening);
}

void TitleBar::setPart(const DemoPerson &part)
{
    m_part = part.name;
    m_partLabel->setText(part.words);
    m_partLabel->setVisible(!part.name.isEmpty());
    update();
}

void TitleBar::setDemoPeople(const DemoPeople &people)
{
    m_openAs->clear();
    for (const auto &[name, words] : people)
        m_openAs->addAction(menuText(words), this, [this, name = name] { Q_EMIT openAsClicked(name); });
    m_openAs->menuAction()->setVisible(!people.isEmpty());
}

void TitleBar::setDemo(bool exists, bool runs)
{
    m_leaveDemo->setVisible(runs);
    m_discardDemo->setVisible(exists);
}

void TitleBar::setTrusting(bool trusting)
{
    m_forget->setVisible(trusting);
}

void TitleBar::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (m_part.isEmpty())
        return;
    QPainter painter(this);
    painter.fillRect(0, 0, width(), stripHeight, partColour(m_part, isDark(palette())));
}

} // namespace packwarden
