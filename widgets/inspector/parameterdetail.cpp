// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/parameterdetail.h"

#include "widgets/kit/parts.h"
#include "widgets/signoffs/signoffwords.h"
#include "widgets/values/nestedlimits.h"
#include "widgets/values/numberedit.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QScrollArea>

namespace packwarden {

namespace {

constexpr int detailWidth = 38 * grid;
constexpr int historyShown = 12;

QLabel *wrapped(const char *name, const char *tone, QWidget *parent)
{
    QLabel *label = makeLabel({}, tone, parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString stateWords(SignoffState state)
{
    switch (state) {
    case SignoffState::Draft:
        return ParameterDetail::tr("draft");
    case SignoffState::Collecting:
        return ParameterDetail::tr("collecting signatures");
    case SignoffState::Ready:
        return ParameterDetail::tr("ready to deliver");
    case SignoffState::PartlyApplied:
        return ParameterDetail::tr("applied on other packs");
    case SignoffState::RefusedByPack:
        return ParameterDetail::tr("refused by the pack");
    case SignoffState::Refused:
        return ParameterDetail::tr("would be refused");
    default:
        return ParameterDetail::tr("not judged yet");
    }
}

} // namespace

ParameterDetail::ParameterDetail(QWidget *parent)
    : QFrame(parent)
    , m_name(wrapped("parameterName", "title", this))
    , m_layer(new Chip(this))
    , m_scale(new NestedLimits(this))
    , m_facts(new QWidget(this))
    , m_grid(new QGridLayout(m_facts))
    , m_proposedTitle(makeLabel(tr("Proposed"), "section", this))
    , m_proposed(new QWidget(this))
    , m_proposedList(new QVBoxLayout(m_proposed))
    , m_historyTitle(makeLabel(tr("How it came"), "section", this))
    , m_history(wrapped("parameterHistory", nullptr, this))
    , m_why(wrapped("parameterWhy", "muted", this))
    , m_value(new NumberEdit(this))
    , m_set(makeButton(tr("Set…"), nullptr, nullptr, this))
    , m_question(wrapped("parameterQuestion", nullptr, this))
    , m_yes(makeButton(tr("Set it now"), nullptr, "primary", this))
    , m_no(makeButton(tr("Leave it"), nullptr, nullptr, this))
    , m_propose(makeButton(tr("Propose a change…"), "sign", nullptr, this))
    , m_signIn(makeButton(tr("Sign in…"), "key", nullptr, this))
    , m_askRight(makeButton(tr("Ask for this right…"), nullptr, "link", this))
    , m_outcome(wrapped("parameterOutcome", nullptr, this))
{
    setProperty("surface", QStringLiteral("card"));
    setFixedWidth(detailWidth);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(2 * grid, grid + 4, 2 * grid, grid + 4);
    column->setSpacing(grid);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(grid);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_proposedList->setContentsMargins(0, 0, 0, 0);
    m_proposedList->setSpacing(2);
    column->addWidget(m_name);
    column->addWidget(m_layer, 0, Qt::AlignLeft);
    column->addWidget(m_scale);
    column->addWidget(m_facts);
    makeEditor(column);
    column->addWidget(m_proposedTitle);
    column->addWidget(m_proposed);
    column->addWidget(m_historyTitle);
    column->addWidget(m_history);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("The chosen parameter"));
    scroll->setWidget(content);
    // The card shows through.
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 1, 1);
    all->addWidget(scroll);
    clear();
}

void ParameterDetail::makeEditor(QVBoxLayout *column)
{
    m_value->setObjectName(QStringLiteral("settingValue"));
    m_set->setObjectName(QStringLiteral("setParameter"));
    m_yes->setObjectName(QStringLiteral("setParameterYes"));
    m_no->setObjectName(QStringLiteral("setParameterNo"));
    m_propose->setObjectName(QStringLiteral("proposeParameter"));
    m_signIn->setObjectName(QStringLiteral("settingSignIn"));
    m_askRight->setObjectName(QStringLiteral("askForRight"));
    m_value->setCompact();
    auto *line = new QHBoxLayout;
    line->setSpacing(grid);
    line->addWidget(m_value, 1, Qt::AlignTop);
    line->addWidget(m_set, 0, Qt::AlignTop);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(grid);
    answers->addWidget(m_yes);
    answers->addWidget(m_no);
    answers->addStretch();
    column->addWidget(m_why);
    column->addLayout(line);
    column->addWidget(m_question);
    column->addLayout(answers);
    column->addWidget(m_signIn, 0, Qt::AlignLeft);
    column->addWidget(m_propose, 0, Qt::AlignLeft);
    column->addWidget(m_askRight, 0, Qt::AlignLeft);
    column->addWidget(m_outcome);
    connect(m_value, &NumberEdit::textChanged, this, &ParameterDetail::typed);
    connect(m_set, &QPushButton::clicked, this, &ParameterDetail::ask);
    connect(m_no, &QPushButton::clicked, this, [this] {
        m_asked.reset();
        refreshEditor();
    });
    connect(m_yes, &QPushButton::clicked, this, [this] {
        const auto to = std::exchange(m_asked, std::nullopt);
        if (!to || m_busy)
            return;
        setBusy();
        Q_EMIT setWanted(m_info, *to);
    });
    connect(m_propose, &QPushButton::clicked, this, [this] { Q_EMIT changeWanted(parameter()); });
    connect(m_signIn, &QPushButton::clicked, this, &ParameterDetail::signInWanted);
    connect(m_askRight, &QPushButton::clicked, this,
        [this] { Q_EMIT rightWanted(m_info.definition.capability, m_serial); });
}

/// Read and judged once for each change of the text; what was asked was another value.
void ParameterDetail::typed(const QString &text)
{
    m_typed = TypedNumber::read(text, m_info.definition.silicon.min.value < 0);
    const QString reason = refusal();
    m_isGood = m_typed.value && reason.isEmpty();
    m_value->setReason(reason);
    m_asked.reset();
    m_outcome->hide();
    refreshEditor();
}

QString ParameterDetail::refusal() const
{
    if (m_typed.problem)
        return Sentences::of(*m_typed.problem).text();
    if (!m_typed.value)
        return {};
    // Setting the value itself ends a temporary one, so the value itself may be set again.
    if (*m_typed.value == m_info.stored.base && !isOverlaid())
        return tr("It is this already.");
    return m_judge ? m_judge(m_info.definition.id, *m_typed.value).value_or(QString()) : QString();
}

void ParameterDetail::setJudge(Judge judge)
{
    m_judge = std::move(judge);
}

bool ParameterDetail::isOverlaid() const
{
    return m_info.stored.overlay && m_now < m_info.stored.overlayEnds;
}

bool ParameterDetail::isForOneKey() const
{
    return m_info.definition.layer <= 2;
}

void ParameterDetail::clear()
{
    m_info = {};
    m_serial.clear();
    m_name->setText(tr("Choose a parameter to see its limits, what is proposed for it and how it came."));
    for (QWidget *part :
        std::initializer_list<QWidget *>{m_layer, m_scale, m_facts, m_proposedTitle, m_proposed, m_historyTitle,
            m_history, m_why, m_value, m_set, m_question, m_yes, m_no, m_propose, m_signIn, m_askRight, m_outcome})
        part->hide();
}

void ParameterDetail::show(const QString &serial, const ParameterInfo &info, qint64 now)
{
    const bool isOther = serial != m_serial || info.definition.id != m_info.definition.id;
    if (!isOther && info == m_info && now == m_now)
        return;
    m_serial = serial;
    m_info = info;
    m_now = now;
    const QString name = Names::parameter(info.definition.id);
    m_name->setText(name.left(1).toUpper() + name.mid(1));
    m_name->setToolTip(info.definition.id.text());
    m_layer->setLayer(info.definition.layer);
    if (isOther) {
        m_asked.reset();
        m_busy = false;
        m_outcome->hide();
        m_value->clear();
        m_value->setFieldName(tr("New %1").arg(name));
        m_value->setUnit(info.definition.unit);
        setStory({}, {});
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_layer, m_scale, m_facts})
        part->show();
    fillFacts();
    refreshEditor();
}

void ParameterDetail::addFact(const QString &name, const QString &value)
{
    const int row = m_grid->rowCount();
    auto *what = makeLabel(name, "muted", m_facts);
    auto *is = makeLabel(value, nullptr, m_facts);
    is->setAlignment(Qt::AlignRight);
    is->setWordWrap(true);
    is->setTextInteractionFlags(Qt::TextSelectableByMouse);
    is->setObjectName(QStringLiteral("fact%1").arg(row));
    m_grid->addWidget(what, row, 0, Qt::AlignTop);
    m_grid->addWidget(is, row, 1);
}

void ParameterDetail::fillFacts()
{
    const QList<QLabel *> old = m_facts->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(old);
    const ParameterDefinition &definition = m_info.definition;
    const StoredValue &stored = m_info.stored;
    const auto quantity = [&](Milli value) {
        return Sentences::quantity(value, definition.unit);
    };
    addFact(tr("Now"), quantity(stored.inForce(m_now)));
    if (isOverlaid()) {
        addFact(tr("Until"), format::dateTime(stored.overlayEnds));
        addFact(tr("Then again"), quantity(stored.base));
    }
    addFact(tr("By default"), quantity(definition.defaultValue));
    addFact(tr("Largest step"), m_info.step.value > 0 ? quantity(m_info.step) : tr("any"));
    addFact(tr("Changed"),
        m_story.history.isEmpty() ? tr("not that it is known here")
                                  : tr("%n time(s) known here", nullptr, int(m_story.history.size())));
    addFact(tr("Revision"), QString::number(stored.revision));
    std::optional<Milli> proposed;
    if (m_story.proposals.size() == 1 && !m_story.proposals.constFirst().isHidden)
        proposed = m_story.proposals.constFirst().to;
    m_scale->setValues(scaleOf(m_info, m_now, proposed), definition.defaultValue);
}

void ParameterDetail::setStory(const ValueStory &story, const Charter &charter)
{
    m_story = story;
    qDeleteAll(m_proposed->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    const QString unit = m_info.definition.unit;
    for (const ValueStory::Proposal &proposal : story.proposals) {
        QString text = proposal.isHidden ? tr("A value that you may see after you found your own")
                                         : Sentences::quantity(proposal.to, unit);
        if (proposal.periodEnd > 0 && !proposal.isHidden)
            text = tr("%1 until %2").arg(text, format::dateTime(proposal.periodEnd));
        text = tr("%1: %2, %3 of %4 signed")
                   .arg(text, stateWords(proposal.state))
                   .arg(proposal.filled)
                   .arg(proposal.seats);
        const QString missing = signoffwords::seats(proposal.missing, charter);
        auto *open = makeButton(text, nullptr, "link", m_proposed);
        open->setObjectName(QStringLiteral("openProposal"));
        open->setToolTip(proposal.title.toHtmlEscaped());
        open->setAccessibleName(tr("Open the request: %1").arg(text));
        connect(open, &QPushButton::clicked, this, [this, path = proposal.path] { Q_EMIT documentWanted(path); });
        m_proposedList->addWidget(open, 0, Qt::AlignLeft);
        if (!missing.isEmpty()) {
            auto *still = makeLabel(tr("Still missing: %1").arg(missing), "muted", m_proposed);
            still->setObjectName(QStringLiteral("proposalMissing"));
            still->setWordWrap(true);
            m_proposedList->addWidget(still);
        }
    }
    const bool chosen = !m_serial.isEmpty();
    m_proposedTitle->setVisible(chosen && !story.proposals.isEmpty());
    m_proposed->setVisible(chosen && !story.proposals.isEmpty());
    QStringList lines;
    for (const ValueStory::Change &change : story.history) {
        if (lines.size() == historyShown)
            break;
        const QString to = Sentences::quantity(change.to, unit);
        QString what
            = change.from ? tr("%1 to %2").arg(Sentences::quantity(*change.from, unit), to) : tr("to %1").arg(to);
        if (change.isByOneKey)
            what = tr("%1, by one key").arg(what);
        QString line = tr("%1: %2 (%3)")
                           .arg(format::dateTime(change.at), what,
                               change.who.isEmpty() ? tr("no person named") : change.who.join(QStringLiteral(", ")));
        if (!change.title.isEmpty())
            line += u'\n' + tr("\u201c%1\u201d").arg(change.title);
        lines << line;
    }
    if (story.history.size() > historyShown)
        lines << tr("and %n earlier change(s)", nullptr, int(story.history.size()) - historyShown);
    m_history->setText(lines.isEmpty() ? tr("Nothing known here has changed it. What other consoles delivered shows in "
                                            "the pack's own log.")
                                       : lines.join(u'\n'));
    m_historyTitle->setVisible(chosen);
    m_history->setVisible(chosen);
    if (chosen)
        fillFacts();
}

bool ParameterDetail::beginChange()
{
    QWidget *field = m_signedIn ? static_cast<QWidget *>(m_value) : m_signIn;
    if (m_serial.isEmpty() || !isForOneKey() || !m_refusal.isEmpty() || !field->isVisibleTo(this))
        return false;
    field->setFocus();
    return true;
}

void ParameterDetail::setPermit(bool signedIn, const QString &permit)
{
    m_signedIn = signedIn;
    m_refusal = permit;
    refreshEditor();
}

void ParameterDetail::refreshEditor()
{
    if (m_serial.isEmpty())
        return;
    const bool oneKey = isForOneKey();
    const bool may = oneKey && m_signedIn && m_refusal.isEmpty();
    m_why->setText(!oneKey ? tr("Several companies must sign for another value.")
            : !m_signedIn  ? tr("One key is enough to set it. Sign in first.")
            : m_refusal.isEmpty()
            ? tr("Your key alone is enough to set it, within the soft limit and the largest step.")
            : m_refusal);
    m_why->show();
    m_value->setVisible(may);
    m_value->setEnabled(!m_busy);
    m_set->setVisible(may && !m_asked);
    m_set->setEnabled(!m_busy && m_isGood);
    m_signIn->setVisible(oneKey && !m_signedIn);
    m_propose->setVisible(!may);
    m_askRight->setVisible(oneKey && m_signedIn && !m_refusal.isEmpty());
    m_question->setVisible(m_asked.has_value());
    m_yes->setVisible(m_asked.has_value());
    m_no->setVisible(m_asked.has_value());
}

void ParameterDetail::ask()
{
    m_asked = m_isGood ? m_typed.value : std::nullopt;
    if (!m_asked || m_busy)
        return;
    const QString unit = m_info.definition.unit;
    m_question->setText(
        tr("Set %1 of %2 from %3 to %4? The pack does it at once and keeps who did it.")
            .arg(Names::parameter(parameter()), m_serial, Sentences::quantity(m_info.stored.inForce(m_now), unit),
                Sentences::quantity(*m_asked, unit)));
    if (isOverlaid()) {
        m_question->setText(m_question->text() + u' '
            + tr("The temporary value ends with it; it would have been in force until %1, and %2 after that.")
                  .arg(format::dateTime(m_info.stored.overlayEnds), Sentences::quantity(m_info.stored.base, unit)));
    }
    refreshEditor();
    // Return must not say yes to a question that nobody read.
    m_no->setFocus();
}

void ParameterDetail::setBusy()
{
    m_busy = true;
    m_outcome->setText(tr("Asking the pack…"));
    setTone(m_outcome, "muted");
    m_outcome->show();
    refreshEditor();
}

void ParameterDetail::showOutcome(Status status, const QString &text)
{
    m_busy = false;
    m_outcome->setText(shapeOf(status) + u' ' + text);
    setTone(m_outcome, status == Status::Good ? "good" : status == Status::Alarm ? "alarm" : "warning");
    m_outcome->show();
    if (status == Status::Good) {
        m_value->clear();
        m_outcome->show(); // clearing the field hid it
    }
    refreshEditor();
}

} // namespace packwarden
