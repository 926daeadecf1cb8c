// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rules/contractbook.h"

#include <QDialog>

class QCheckBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace packwarden {

class FileChooser;
class FileField;

/// A contract that comes new into the draft: its id, its text, and the sentences that were agreed on, one a line.
class ContractDialog final : public QDialog
{
    Q_OBJECT
public:
    ContractDialog(const Policy &policy, FileChooser &files, QWidget *parent = nullptr);

    /// The draft with it; Malformed with what is missing. Worth asking after the dialog was accepted.
    Result<Policy> policy() const;
    QString id() const;
    const QByteArray &text() const { return m_text; }

private:
    void read(const QString &path);
    static QString missing(ContractFault fault);
    void check();

    Policy m_policy;
    QByteArray m_text;
    QLineEdit *m_id;
    FileField *m_file;
    QPlainTextEdit *m_sentences;
    QLabel *m_missing;
    QPushButton *m_ok;
};

/// From when and until when the rights of a contract hold.
class ContractDatesDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ContractDatesDialog(const ContractEntry &contract, QWidget *parent = nullptr);

    qint64 from() const;
    qint64 until() const;

private:
    ContractEntry m_contract;
    QCheckBox *m_hasFrom;
    QDateEdit *m_from;
    QCheckBox *m_hasUntil;
    QDateEdit *m_until;
    QPushButton *m_ok;
};

} // namespace packwarden
