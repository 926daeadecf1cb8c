// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/bus/busdialog.h"

#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/words/bushealthwords.h"
#include "widgets/words/recordingwords.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

namespace packwarden {

namespace {

QString rateText(int bitsASecond)
{
    return BusDialog::tr("%1 kbit/s").arg(QLocale().toString(bitsASecond / 1000.0, 'g', 6));
}

} // namespace

BusDialog::BusDialog(QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_add(makeButton(tr("Add as another bus"), "add", nullptr, this))
    , m_remove(makeButton(tr("Remove this bus"), nullptr, nullptr, this))
    , m_state(makeLabel({}, "heading", this))
    , m_next(makeLabel({}, "muted", this))
    , m_bus(new Chooser(this))
    , m_problem(makeLabel({}, "warning", this))
    , m_suggestion(makeButton({}, nullptr, "link", this))
    , m_rate(new Chooser(this))
    , m_rateNote(makeLabel({}, "muted", this))
    , m_listen(new QCheckBox(tr("Only listen"), this))
    , m_missing(makeLabel({}, "muted", this))
    , m_connect(makeButton({}, "bus", "primary", this))
{
    setObjectName(QStringLiteral("busDialog"));
    setWindowTitle(tr("Bus"));
    setMinimumWidth(64 * grid);
    m_state->setObjectName(QStringLiteral("busDialogState"));
    m_next->setWordWrap(true);
    m_bus->setEditable(true);
    m_bus->setInsertPolicy(QComboBox::NoInsert);
    m_list->setObjectName(QStringLiteral("busList"));
    m_list->setAccessibleName(tr("Buses of this desk"));
    m_list->hide();
    m_add->setObjectName(QStringLiteral("busAdd"));
    m_add->setToolTip(tr("The packs of both buses are shown together."));
    m_remove->setObjectName(QStringLiteral("busRemove"));
    m_bus->setObjectName(QStringLiteral("busChoice"));
    m_bus->setAccessibleName(tr("Bus"));
    m_bus->lineEdit()->setObjectName(QStringLiteral("busName"));
    m_bus->lineEdit()->setAccessibleName(tr("Bus"));
    m_bus->lineEdit()->setPlaceholderText(QStringLiteral("socketcan:can0"));
    m_problem->setObjectName(QStringLiteral("busProblem"));
    m_problem->setWordWrap(true);
    m_suggestion->setObjectName(QStringLiteral("busSuggestion"));
    m_rate->setObjectName(QStringLiteral("busRate"));
    m_rate->setAccessibleName(tr("Bit rate"));
    m_rate->addItem(tr("as the interface is set"), 0);
    for (const int rate : {125'000, 250'000, 500'000, 1'000'000})
        m_rate->addItem(rateText(rate), rate);
    m_rateNote->setWordWrap(true);
    m_listen->setObjectName(QStringLiteral("busListen"));
    m_listen->setToolTip(tr("Packs are watched, and asked nothing. The interface still acknowledges what it hears, "
                            "unless its driver is set to listen only."));
    m_missing->setObjectName(QStringLiteral("busMissing"));
    m_missing->setWordWrap(true);
    m_missing->hide();
    m_connect->setObjectName(QStringLiteral("busConnect"));
    m_connect->setDefault(true);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * grid);
    form->setVerticalSpacing(grid);
    for (const QString &title : {tr("Interface"), tr("Last heard"), tr("Frames a second"), tr("Cause")}) {
        auto *value = makeLabel({}, nullptr, this);
        value->setWordWrap(true);
        form->addRow(makeLabel(title, "muted"), value);
        m_values.append(value);
    }
    form->addRow(makeLabel(tr("Bus"), "muted"), m_bus);
    auto *wrong = new QHBoxLayout;
    wrong->setSpacing(grid);
    wrong->addWidget(m_problem, 1);
    wrong->addWidget(m_suggestion);
    form->addRow(QString(), wrong);
    form->addRow(makeLabel(tr("Bit rate"), "muted"), m_rate);
    form->addRow(QString(), m_rateNote);
    form->addRow(QString(), m_listen);
    auto *listening = makeLabel(tr("This program then sends nothing on the bus."), "muted", this);
    listening->setWordWrap(true);
    form->addRow(QString(), listening);
    form->addRow(m_missing);
    auto *close = makeButton(tr("Close"), nullptr, nullptr, this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_add);
    buttons->addWidget(m_connect);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(m_list);
    column->addWidget(m_remove, 0, Qt::AlignLeft);
    column->addWidget(m_state);
    column->addWidget(m_next);
    column->addLayout(form);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    // The list has words beside the names; the field has the name alone.
    connect(m_bus, &QComboBox::activated, this,
        [this](int index) { m_bus->setEditText(m_bus->itemData(index).toString()); });
    connect(m_suggestion, &QPushButton::clicked, this,
        [this] { m_bus->setEditText(BusAddress::parse(wanted()).suggestion); });
    connect(m_rate, &QComboBox::activated, this, &BusDialog::takeOptions);
    connect(m_listen, &QCheckBox::clicked, this, &BusDialog::takeOptions);
    connect(m_bus, &QComboBox::editTextChanged, this, &BusDialog::refresh);
    connect(m_connect, &QPushButton::clicked, this, [this] {
        const QString bus = wanted();
        want(with(bus, Place::InsteadOfChosen), bus);
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        const QString bus = wanted();
        m_chosen = int(m_names.size());
        want(with(bus, Place::Beside), bus);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        QStringList left = m_names;
        left.removeAt(m_chosen);
        m_chosen = 0;
        m_bus->setEditText(left.value(0));
        want(left);
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &BusDialog::choose);
    refresh();
}

QString BusDialog::wanted() const
{
    return m_bus->currentText().trimmed();
}

void BusDialog::takeOptions()
{
    BusAddress address = BusAddress::parse(wanted());
    address.bitRate = m_rate->currentData().toInt();
    address.listen = m_listen->isChecked();
    m_bus->setEditText(address.text());
}

void BusDialog::showOptions(const BusAddress &address)
{
    int index = m_rate->findData(address.bitRate);
    if (index < 0) {
        m_rate->addItem(rateText(address.bitRate), address.bitRate);
        index = m_rate->count() - 1;
    }
    m_rate->setCurrentIndex(index);
    m_rate->setEnabled(address.ok() && address.setsBitRate());
    m_listen->setChecked(address.listen);
    m_listen->setEnabled(address.ok() && !address.isRecording());
    m_rateNote->setText(address.isSimulated() ? tr("A simulated bus has no bit rate.")
            : address.plugin == QLatin1String("socketcan")
            ? tr("The system sets the bit rate of this interface (ip link set %1 type can bitrate \u2026).")
                  .arg(address.device)
            : QString());
    m_rateNote->setVisible(!m_rateNote->text().isEmpty());
}

QString BusDialog::problem(const BusAddress &address) const
{
    switch (address.problem) {
    case BusAddress::Problem::None:
    case BusAddress::Problem::Empty:
        return {};
    case BusAddress::Problem::NoPlugin:
        return tr("\u201C%1\u201D does not say what kind of interface it is.").arg(address.culprit);
    case BusAddress::Problem::NoDevice:
        return tr("\u201C%1\u201D names no interface.").arg(address.culprit);
    case BusAddress::Problem::Option:
        return tr("There is no option \u201C%1\u201D, or it stands there twice. Options are fd, bitrate=250000, "
                  "databitrate=2000000 and listen.")
            .arg(address.culprit);
    case BusAddress::Problem::Rate:
        return address.setsBitRate()
            ? tr("\u201C%1\u201D: a CAN bus has %2 to %3 bits a second.")
                  .arg(
                      address.culprit, QLocale().toString(BusAddress::slowest), QLocale().toString(BusAddress::fastest))
            : tr("\u201C%1\u201D: the bit rate of this interface cannot be set from here.").arg(address.culprit);
    }
    return {};
}

void BusDialog::refresh()
{
    const QString name = wanted();
    const BusAddress address = BusAddress::parse(name);
    showOptions(address);
    const QString wrong = problem(address);
    m_problem->setText(wrong.isEmpty() ? QString() : shapeOf(Status::Warning) + u' ' + wrong);
    m_problem->setVisible(!wrong.isEmpty());
    m_suggestion->setText(tr("Use %1").arg(address.suggestion));
    m_suggestion->setVisible(!address.suggestion.isEmpty());
    const bool isChosen = !name.isEmpty() && name == m_names.value(m_chosen);
    m_connect->setText(isChosen ? tr("Reconnect") : tr("Connect"));
    m_connect->setEnabled(address.ok() && !hasAlready(address, Place::InsteadOfChosen));
    // A recording takes the place of every bus: what was must not pass for what is.
    const bool isPlaying = std::any_of(m_names.begin(), m_names.end(), [](const QString &bus) {
        return BusAddress::parse(bus).isRecording();
    }) || address.isRecording();
    m_add->setVisible(!m_names.isEmpty() && !isPlaying && m_names.size() < mostBuses);
    m_add->setEnabled(address.ok() && !hasAlready(address, Place::Beside));
    m_add->setDefault(false);
    m_remove->setVisible(m_names.size() > 1);
}

QStringList BusDialog::with(const QString &bus, Place place) const
{
    QStringList buses = m_names;
    if (place == Place::InsteadOfChosen && m_chosen < buses.size())
        buses[m_chosen] = bus;
    else
        buses.append(bus);
    return buses;
}

/// One interface is opened once, whatever its options are.
bool BusDialog::hasAlready(const BusAddress &address, Place place) const
{
    for (int i = 0; i < m_names.size(); ++i) {
        if ((place == Place::Beside || i != m_chosen) && BusAddress::parse(m_names.at(i)).bus() == address.bus())
            return true;
    }
    return false;
}

void BusDialog::want(const QStringList &buses, const QString &again)
{
    m_names = buses;
    Q_EMIT busesWanted(buses, again);
    refresh();
}

void BusDialog::choose(int row)
{
    if (row < 0 || row == m_chosen)
        return;
    m_chosen = row;
    m_bus->setEditText(m_names.value(row));
    showState();
    refresh();
}

void BusDialog::setInterfaces(const QList<BusInterface> &interfaces)
{
    const QString typed = m_bus->currentText();
    m_bus->clear();
    QStringList missing;
    for (const BusInterface &one : interfaces) {
        if (!one.trouble.isEmpty()) {
            missing.append(
                tr("%1 cannot be used here: %2", "kind of interface, cause").arg(one.device.chopped(1), one.trouble));
            continue;
        }
        const QString words = one.device.startsWith(QLatin1String("virtualcan:")) ? tr("simulated bus of this computer")
                                                                                  : one.description;
        m_bus->addItem(
            words.isEmpty() ? one.device : tr("%1 (%2)", "interface, what it is").arg(one.device, words), one.device);
    }
    m_bus->setEditText(typed);
    m_missing->setText(missing.join(u'\n'));
    m_missing->setVisible(!missing.isEmpty());
    refresh();
}

void BusDialog::setBuses(const QList<BusNow> &buses, qint64 ageMilliseconds)
{
    const bool isFirst = m_buses.isEmpty();
    m_buses = buses;
    m_age = ageMilliseconds;
    QStringList names;
    for (const BusNow &bus : buses) {
        if (!bus.state.interfaceName.isEmpty())
            names.append(bus.state.interfaceName);
    }
    if (names != m_names) {
        m_names = names;
        m_chosen = std::clamp(m_chosen, 0, std::max(0, int(names.size()) - 1));
        if (isFirst)
            m_bus->setEditText(names.value(m_chosen));
        refresh();
    }
    const QSignalBlocker quiet(m_list);
    while (m_list->count() > names.size())
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < names.size())
        m_list->addItem(QString());
    for (int i = 0; i < names.size() && names.size() == buses.size(); ++i)
        m_list->item(i)->setText(
            QStringLiteral("%1 %2: %3")
                .arg(shapeOf(BusHealthWords::status(buses.at(i))), names.at(i), BusHealthWords::brief(buses.at(i))));
    m_list->setCurrentRow(m_chosen);
    m_list->setVisible(names.size() > 1);
    m_list->setFixedHeight(std::clamp(int(names.size()), 2, 5) * 28 + 8);
    showState();
}

void BusDialog::showState()
{
    const BusState state = m_buses.value(m_chosen).state;
    const qint64 ageMilliseconds = m_age;
    m_state->setText(shapeOf(Sentences::busStatus(state)) + u' ' + Sentences::bus(state));
    switch (state.condition) {
    case BusCondition::NotConnected:
        m_next->setText(tr("Choose an interface from the list, or type its name, and connect."));
        break;
    case BusCondition::Connecting:
        m_next->setText(tr("It is tried again every second."));
        break;
    case BusCondition::Connected:
        m_next->setText(BusAddress::parse(state.interfaceName).listen
                ? tr("Packs are heard, and nothing is sent. If they fall silent, the bus is closed and opened again by "
                     "itself.")
                : tr("Packs are heard. If they fall silent, the bus is closed and opened again by itself."));
        break;
    case BusCondition::Silent:
        m_next->setText(tr("The interface is open, but nothing arrives. Check cable, termination and bit rate, and "
                           "whether a pack is powered."));
        break;
    case BusCondition::Failed:
        m_next->setText(!state.replay
                ? tr("The interface does not open; the cause stands below. It is tried again every second.")
                : state.replay->hasEnded ? tr("To play it again, connect to it again.")
                                         : tr("No more of it can be played; the cause stands below."));
        break;
    }
    const QString detail = RecordingWords::detail(state);
    const QStringList words = {state.interfaceName.isEmpty() ? tr("none") : state.interfaceName,
        ageMilliseconds >= 0 ? Sentences::age(ageMilliseconds) : tr("never"), QString::number(state.framesPerSecond),
        detail.isEmpty() ? tr("none") : detail};
    for (int i = 0; i < words.size(); ++i)
        m_values.at(i)->setText(words.at(i));
}

} // namespace packwarden
