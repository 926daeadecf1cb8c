// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/aboutdialog.h"

#include "widgets/kit/papertable.h"
#include "widgets/kit/parts.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace packwarden {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Packwarden"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(grid);
    column->addWidget(makeLabel(papertable::maker(), "heading"));
    column->addWidget(makeLabel(tr("Console for software-defined batteries"), "muted"));
    auto *licence = makeLabel(tr("Free software under the GNU General Public License, version 3 or later. It comes "
                                 "without any warranty. Qt %1; the source and the licences of its parts are with it.")
                                  .arg(QLatin1String(qVersion())));
    licence->setWordWrap(true);
    column->addWidget(licence);
    column->addSpacing(grid);
    column->addWidget(makeLabel(tr("Keys"), "section"));
    auto *keys = new QGridLayout;
    keys->setHorizontalSpacing(3 * grid);
    keys->setColumnStretch(1, 1);
    const std::pair<QKeySequence, QString> rows[] = {
        {QKeySequence(Qt::CTRL | Qt::Key_K), tr("Find a page, pack, document, parameter or action")},
        {QKeySequence(Qt::CTRL | Qt::Key_1), tr("The first page; Ctrl+7 the last")},
        {QKeySequence(QKeySequence::Open), tr("Open a file")},
        {QKeySequence(QKeySequence::New), tr("Draft a change")},
        {QKeySequence(QKeySequence::Find), tr("Filter the open page")},
        {QKeySequence(QKeySequence::Print), tr("Print the table of the open page")},
        {QKeySequence(Qt::CTRL | Qt::Key_L), tr("Lock, or sign in")},
        {QKeySequence(Qt::CTRL | Qt::Key_Z), tr("Take the last edit back, where there is one")},
        {QKeySequence(Qt::CTRL | Qt::Key_Comma), tr("Settings")},
        {QKeySequence(Qt::Key_F1), tr("The manual, at the page that you are on")},
        {QKeySequence(Qt::CTRL | Qt::Key_Q), tr("Quit")},
    };
    int row = 0;
    for (const auto &[key, text] : rows) {
        keys->addWidget(makeLabel(key.toString(QKeySequence::NativeText), "section"), row, 0);
        keys->addWidget(makeLabel(text, "muted"), row++, 1);
    }
    column->addLayout(keys);
    auto *close = makeButton(tr("Close"), nullptr, nullptr, this);
    close->setObjectName(QStringLiteral("aboutClose"));
    close->setDefault(true);
    column->addSpacing(grid);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(64 * grid, sizeHint().height());
}

} // namespace packwarden
