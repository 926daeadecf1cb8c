// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/start/startcards.h"

#include "widgets/kit/parts.h"

#include <QHBoxLayout>

namespace packwarden {

StartCards::StartCards(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * grid);
    const auto add = [&](const QString &title, const QString &text, const QString &verb, const char *iconName,
                         const char *name, auto signal, bool first) {
        auto *card = makeCard(this);
        card->setMaximumWidth(48 * grid);
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        auto *column = new QVBoxLayout(card);
        column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 3 * grid);
        column->setSpacing(grid);
        column->addWidget(makeLabel(title, "heading"));
        auto *words = makeLabel(text, "muted");
        words->setWordWrap(true);
        column->addWidget(words, 1, Qt::AlignTop);
        auto *button = makeButton(verb, iconName, first ? "primary" : nullptr, card);
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(verb);
        button->setAccessibleDescription(text);
        column->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, signal);
        row->addWidget(card, 1);
    };
    add(tr("Look around"),
        tr("Four simulated packs, seven companies and their keys on this computer. Nothing real can be harmed, and you "
           "can play every part."),
        tr("Try the demo"), "inspector", "startDemo", &StartCards::demoWanted, true);
    add(tr("Begin anew"),
        tr("Makes the root key of your company and your own first key, each in a file with a passphrase. Partners get "
           "the certificate, never the key."),
        tr("Start a company"), "key", "startCompany", &StartCards::companyWanted, false);
    add(tr("Come to partners"),
        tr("A partner sent you the charter and the policy. Compare their fingerprints by voice; only packs with "
           "these rules are then trusted."),
        tr("Join by invitation"), "open", "startJoin", &StartCards::joinWanted, false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addStretch();
}

} // namespace packwarden
