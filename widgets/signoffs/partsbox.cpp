// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/partsbox.h"

#include "widgets/kit/parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>

namespace packwarden {

namespace {

QString numbered(const QList<int> &numbers)
{
    QStringList words;
    for (const int number : numbers)
        words.append(QString::number(number));
    return words.join(QStringLiteral(", "));
}

QStringList packsOf(const OtherParts &others)
{
    QStringList serials;
    for (const OtherParts::Part &part : others.open) {
        for (const PackSerial &serial : part.packs)
            serials.append(serial.text());
    }
    return serials;
}

} // namespace

PartsBox::PartsBox(const OtherParts &others, Act act, QWidget *parent)
    : QWidget(parent)
    , m_others(others)
{
    setObjectName(QStringLiteral("partsBox"));
    setVisible(others.isPart());
    if (!others.isPart())
        return;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    const auto say = [&](const QString &text, const char *style, const char *name) {
        auto *label = makeLabel(text, style, this);
        label->setObjectName(QLatin1String(name));
        label->setWordWrap(true);
        column->addWidget(label);
        return label;
    };
    say(tr("This is part %1 of %2 of one request.").arg(others.number).arg(others.of), "muted", "partsWhat");
    if (!others.open.isEmpty()) {
        const int parts = int(others.open.size());
        m_all = new QCheckBox(act == Act::Sign ? tr("Sign the other %n part(s), too", nullptr, parts)
                : act == Act::Reject           ? tr("Reject the other %n part(s), too", nullptr, parts)
                                               : tr("Withdraw the other %n part(s), too", nullptr, parts),
            this);
        m_all->setObjectName(QStringLiteral("partsAll"));
        column->addWidget(m_all);
        QStringList packs = packsOf(others);
        constexpr qsizetype most = 8;
        const qsizetype more = packs.size() - most;
        QString named = packs.mid(0, most).join(QStringLiteral(", "));
        if (more > 0)
            named = tr("%1 and %n more", "serial numbers", int(more)).arg(named);
        say(tr("They propose the same for %n more pack(s):", nullptr, int(packs.size())) + u' ' + named, "muted",
            "partsPacks")
            ->setToolTip(packs.mid(0, 200).join(u'\n'));
    }
    if (!others.differing.isEmpty())
        say(tr("Part %1 proposes something else. Look at it by itself.").arg(numbered(others.differing)), "warning",
            "partsDiffering");
    if (!others.missing.isEmpty())
        say(tr("Part %1 is not here. Ask the author for it.").arg(numbered(others.missing)), "warning", "partsMissing");
}

QList<OtherParts::Part> PartsBox::chosen() const
{
    return m_all && m_all->isChecked() ? m_others.open : QList<OtherParts::Part>();
}

} // namespace packwarden
