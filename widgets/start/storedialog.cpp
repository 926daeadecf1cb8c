// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/start/storedialog.h"

#include "widgets/kit/filechooser.h"
#include "widgets/kit/parts.h"
#include "widgets/words/sentences.h"

#include <QBoxLayout>
#include <QDir>

namespace packwarden {

StoreDialog::StoreDialog(FileChooser &files, QWidget *parent)
    : FittedDialog(parent)
    , m_what(makeLabel({}, nullptr, this))
    , m_folder(makeLabel({}, "muted", this))
    , m_way(makeLabel({}, "muted", this))
    , m_anew(makeButton(tr("Begin a new audit"), nullptr, nullptr, this))
    , m_read(makeButton(tr("Open to read only"), nullptr, nullptr, this))
    , m_retry(makeButton(tr("Try again"), nullptr, nullptr, this))
{
    setObjectName(QStringLiteral("storeDialog"));
    setWindowTitle(tr("The data of this console"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/packwarden.svg")));
    setMinimumWidth(80 * grid);
    m_what->setObjectName(QStringLiteral("storeWhat"));
    for (QLabel *label : {m_what, m_folder, m_way}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_anew->setObjectName(QStringLiteral("storeAnew"));
    m_read->setObjectName(QStringLiteral("storeRead"));
    m_retry->setObjectName(QStringLiteral("storeRetry"));
    auto *other = makeButton(tr("Another folder\u2026"), "open", nullptr, this);
    other->setObjectName(QStringLiteral("storeOther"));
    auto *quit = makeButton(tr("Quit"), nullptr, nullptr, this);
    quit->setObjectName(QStringLiteral("storeQuit"));
    auto *ways = new QHBoxLayout;
    ways->setSpacing(grid);
    for (QPushButton *button : {m_anew, m_read, other, m_retry})
        ways->addWidget(button);
    ways->addStretch();
    ways->addWidget(quit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(tr("The data of this console cannot be used as they are"), "heading"));
    column->addWidget(m_what);
    column->addWidget(m_folder);
    column->addWidget(m_way);
    column->addLayout(ways);
    connect(m_anew, &QPushButton::clicked, this, &StoreDialog::anewWanted);
    connect(m_read, &QPushButton::clicked, this, &StoreDialog::readOnlyWanted);
    connect(m_retry, &QPushButton::clicked, this, &StoreDialog::retryWanted);
    connect(quit, &QPushButton::clicked, this, &QDialog::reject);
    connect(other, &QPushButton::clicked, this, [this, &files] {
        files.folder(this, tr("The folder for the data of this console"),
            [this](const QString &path) { Q_EMIT folderChosen(path); });
    });
}

void StoreDialog::tell(const QString &folder, const Error &why, bool canRead)
{
    const bool damaged = why.code == Code::AuditDamaged;
    m_what->setText(shapeOf(Status::Alarm) + u' ' + Sentences::of(why).text());
    m_folder->setText(tr("Folder: %1").arg(QDir::toNativeSeparators(folder)));
    m_way->setText(damaged ? tr("With a new audit, the damaged file stays beside it as evidence, and the first record "
                                "says which one it follows. Rules, documents and keys stay.")
                           : tr("Nothing was changed. Make room, or give yourself the right to write there, then try "
                                "again; or keep the data in another folder."));
    m_anew->setVisible(damaged);
    m_read->setVisible(canRead);
    m_retry->setVisible(!damaged);
    (damaged ? m_anew : m_retry)->setDefault(true);
}

} // namespace packwarden
