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

QStringList DesktopFileChooser::allFilters(const QStringList &filters)
{
    const QString all = tr("All files (*)");
    QStringList result;
    for (const QString &filter : filters) {
        if (filter == all)
            continue;
        const qsizetype patterns = filter.lastIndexOf(u'(');
        QString anyCase = filter.left(patterns + 1);
        for (const QChar c : filter.mid(patterns + 1)) {
            if (c.isLetter())
                anyCase += QStringLiteral("[%1%2]").arg(c.toLower(), c.toUpper());
            else
                anyCase += c;
        }
        result.append(anyCase);
    }
    return result << all;
}

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
    dialog->setNameFilters(allFilters(filters));
    dialog->setOption(QFileDialog::HideNameFilterDetails);
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
