// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/filechooser.h"

#include <QFileDialog>

namespace packwarden {

namespace {

void ask(QFileDialog *dialog, FileChooser::Answer answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(answer));
    dialog->open();
}

} // namespace

void FileChooser::folder(QWidget *, const QString &, Answer) { }

void DesktopFileChooser::folder(QWidget *parent, const QString &title, Answer answer)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    ask(dialog, std::move(answer));
}

void DesktopFileChooser::open(QWidget *parent, const QString &title, const QStringList &filters, Answer answer)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(filters);
    ask(dialog, std::move(answer));
}

void DesktopFileChooser::save(QWidget *parent, const QString &title, const QString &suggestedName, Answer answer)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    ask(dialog, std::move(answer));
}

} // namespace packwarden
