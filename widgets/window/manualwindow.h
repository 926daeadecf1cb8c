// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;
class QTextBrowser;

namespace packwarden {

/// The manual (docs/manual), which is built in: pages in the language of the window, else in English. Beside the
/// window, so that both are seen.
class ManualWindow final : public QDialog
{
    Q_OBJECT
public:
    explicit ManualWindow(QWidget *parent);

    /// "service": the name of a page without its ending.
    void openPage(const QString &page);
    /// Where the manual is in a language, "qrc:/manual/de"; in English where there is none of it.
    static QString folderOf(const QString &language);

private:
    void find(bool backwards);
    void showPlace();

    QTextBrowser *m_text;
    QLineEdit *m_search;
    QPushButton *m_back;
    QPushButton *m_contents;
};

} // namespace packwarden
