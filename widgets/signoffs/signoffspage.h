// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "models/signoffs/documentdelivery.h"
#include "models/signoffs/partsact.h"
#include "models/signoffs/signoffdocument.h"
#include "models/signoffs/signoffreader.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <memory>

class QListView;
class QMenu;

namespace packwarden {

class FileChooser;
class FleetModel;
class MessageBar;
class SignoffView;
class SignoffsModel;

/// Documents of all kinds at the left, the chosen one at the right. Files are opened or dropped in any order; what
/// belongs together is merged, what is foreign or was edited is named. It asks for deliveries and is told their
/// results; it knows no bus.
class SignoffsPage final : public QWidget
{
    Q_OBJECT
public:
    SignoffsPage(
        Workspace &workspace, SignoffsModel &model, FleetModel &fleet, FileChooser &files, QWidget *parent = nullptr);

    /// Takes a file in: shown, and merged with the copy of it that is here.
    void openFile(const QString &path);
    /// Above the document, where something came of a file that is no document.
    void say(Status status, const QString &text);
    /// The same for several, in any order; each that could not be taken is named.
    void openFiles(const QStringList &paths);
    /// pack and parameter: what the dialog starts with, if given.
    void newRequest(const QString &serial = {}, const ParameterId &parameter = {});
    /// Something that is to happen to these packs; none: the dialog asks for them.
    void newCommand(CommandKind kind, const QList<PackSerial> &packs = {});
    /// A change of the parties in the charter.
    void newAmendment(Amendment kind);
    /// Is there an exchange to publish to?
    void setExchange(bool used);
    void setDeliveryProgress(const QString &serial, qint64 done, qint64 total);
    void finishDelivery(const DeliveryResult &result);
    /// The one on show, or that is again where no other can be read.
    const SignoffDocument *document() const { return m_document.get(); }
    SignoffReader &reader() { return m_reader; }

Q_SIGNALS:
    /// Nothing is trusted yet. invitation: that came with the open document, which is named; may be empty.
    void rulesWanted(const QByteArray &invitation, const QString &document);
    void invitationOpened(const QString &path);
    void auditOpened(const QString &path); ///< an export of an audit, or the proof of one record
    void stateOpened(const QString &path); ///< what a pack signed of its state
    /// A request for a right, or an answer to one: not a document that several sign.
    void rightFileOpened(const QString &path);
    void requestFileOpened(const QString &path); ///< somebody asks for a certificate
    void keyFileOpened(const QString &path);
    void deliveryWanted(
        const packwarden::PackSerial &serial, const QByteArray &document, const QByteArray &contentType);
    void publishWanted(const QString &path);
    void signInWanted();
    /// A draft would rest on the newest signed word of these packs.
    void statementsWanted(const QList<packwarden::PackSerial> &packs);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeList();
    QMenu *makeNewMenu();
    /// Says so where nobody is signed in.
    bool mayDraft();
    void connectView();
    void chooseFile();
    /// What came of files that were opened, for the message.
    struct Opened
    {
        QStringList foreign;
        QStringList edited;
        QStringList lists;
        int documents = 0;
        int left = 0; ///< of the documents, still to be read
    };
    bool openPkiFile(const QString &path, QStringList &lists, QStringList &foreign);
    void tell(const Opened &opened);
    void showPath(const QString &path);
    void onOpened(const Result<SignoffReading> &reading);
    void onImported(const QString &path, const Result<SignoffReading> &reading);
    /// Nothing is on show any more.
    void close();
    void adopt(std::shared_ptr<SignoffDocument> document);
    void refresh();
    /// The folder was read again: the document on show may have got something too.
    void follow();
    /// Written, shown, and signed by its author at once. Errors of SignoffDocument.
    Result<> startRequest(const ChangeRequest &request, const QMap<QString, QByteArray> &evidence);
    Result<> startDraft(const QByteArray &contentType, const QByteArray &payload,
        const QMap<QString, QByteArray> &evidence = {}, const QList<CrlEntry> &lists = {});
    OtherParts partsBeside(const std::function<bool(const SignoffJudgement &)> &isDue) const;
    OtherParts partsInTheSameState() const;
    using ActEnd = void (SignoffDocument::*)(const Result<> &);
    void goOnWith(const std::shared_ptr<SignoffDocument> &document, ActEnd ended, const QList<OtherParts::Part> &parts,
        const PartsAct::Act &act);
    void sign();
    void deliver();
    void askPack();
    void acceptRules();
    void reject();
    void withdraw();
    void saveCopy();
    void select(const QString &path);
    /// Refused here, and the pack may be asked all the same.
    QString whyNotMine() const;
    void onVoice(const Result<> &result);
    /// Each pack is for itself. Says so while another delivery is under way.
    void startDelivery(const std::shared_ptr<SignoffDocument> &document, const QList<PackSerial> &packs);
    void onDelivered();
    void complain(const Error &error);

    Workspace &m_workspace;
    SignoffsModel &m_model;
    FleetModel &m_fleet;
    FileChooser &m_files;
    MessageBar *m_message;
    QListView *m_list;
    SignoffView *m_view;
    std::shared_ptr<SignoffDocument> m_document;
    SignoffReader m_reader;
    QList<Opened> m_importing; ///< what each import that is under way is told with
    DocumentDelivery m_delivery;
};

} // namespace packwarden
