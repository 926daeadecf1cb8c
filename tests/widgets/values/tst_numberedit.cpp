// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/typednumber.h"
#include "models/fleet/fleetmodel.h"
#include "models/packs/packsmodel.h"
#include "models/trust/trustbook.h"
#include "tests/models/support/modelworld.h"
#include "tests/widgets/support/stubfilechooser.h"
#include "widgets/drafts/newrequestdialog.h"
#include "widgets/values/numberedit.h"
#include "widgets/words/sentences.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDropEvent>
#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QWheelEvent>

using namespace packwarden;

namespace {

/// A field and who reads it, as dialogs do; atMost: what the reader lets pass.
struct Owned
{
    explicit Owned(qint64 atMost = INT64_MAX)
    {
        QObject::connect(&edit, &NumberEdit::textChanged, &edit, [this, atMost](const QString &text) {
            const TypedNumber typed = TypedNumber::read(text, false);
            const bool isTooHigh = typed.value && typed.value->value > atMost;
            value = isTooHigh ? std::nullopt : typed.value;
            edit.setReason(isTooHigh ? QStringLiteral("too high")
                    : typed.problem  ? Sentences::of(*typed.problem).text()
                                     : QString());
        });
    }
    NumberEdit edit;
    std::optional<Milli> value;
};

} // namespace

/// What is typed is taken as a whole or refused as a whole, and always stays as typed.
class NumberEditTest final : public QObject
{
    Q_OBJECT

    CryptoRuntime m_crypto;

    static QLineEdit *fieldOf(QWidget &edit) { return edit.findChild<QLineEdit *>(QStringLiteral("number")); }

    static void type(QLineEdit *field, const QString &text)
    {
        for (const QChar c : text) {
            if (c.unicode() > 31 && c.unicode() < 127)
                QTest::keyClick(field, char(c.unicode()));
            else
                field->insert(c); // no key of QTest's, but a paste
        }
    }

    /// Case 65: each of these has one result, whatever the locale. -1: refused.
    static QList<std::pair<const char *, qint64>> texts()
    {
        return {{"1.234,5", -1}, {"4.250", 4250}, {"4,250", -1}, {"0,250", 250}, {"12,500", -1}, {"-4,250", -1},
            {"4 250", -1}, {"4'250", -1}, {".25", -1}, {"4.", -1}, {"4..2", -1}, {"4e3", -1}, {"0x10", -1}, {"nan", -1},
            {"inf", -1}, {"-0", -1}, {"+4.2", -1}, {"\uFF14.\uFF12", -1}, {"\u0664\u066B\u0662", -1}, {"4.25V", -1},
            {"4250m", -1}, {"4.25", 4250}, {"4,25", 4250}, {"4.2500", -1}, {" 4.25", -1}, {"4.25 ", -1}, {"-4.25", -1},
            {"1234567", -1}, {"4,2,5", -1}};
    }

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void case63_tooMuchIsRefusedAndStaysAsTyped()
    {
        Owned owned(4250);
        NumberEdit &edit = owned.edit;
        edit.setUnit(QStringLiteral("V"));
        type(fieldOf(edit), QStringLiteral("5.25"));
        QCOMPARE(edit.text(), QStringLiteral("5.25"));
        QVERIFY(!owned.value);
        QVERIFY(edit.reason().contains(QStringLiteral("too high")));
        // The same by a paste over it, and after the focus left.
        fieldOf(edit)->selectAll();
        fieldOf(edit)->insert(QStringLiteral("6.25"));
        QTest::keyClick(fieldOf(edit), Qt::Key_Tab);
        QCOMPARE(edit.text(), QStringLiteral("6.25"));
        QVERIFY(!owned.value);
    }

    void case64_65_everyTextMeansTheSameInEveryLocale_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("milli");
        for (const char *locale : {"C", "en_US", "de_DE", "fi_FI", "fr_CH", "de_CH", "ar_EG"}) {
            for (const auto &[text, milli] : texts())
                QTest::addRow("case 64, 65: %s %s", locale, text)
                    << QString::fromLatin1(locale) << QString::fromUtf8(text) << milli;
        }
    }

    void case64_65_everyTextMeansTheSameInEveryLocale()
    {
        QFETCH(QString, locale);
        QFETCH(QString, typed);
        QFETCH(qint64, milli);
        QLocale::setDefault(QLocale(locale));
        Owned owned;
        NumberEdit &edit = owned.edit;
        edit.setLocale(QLocale(locale));
        type(fieldOf(edit), typed);
        QCOMPARE(edit.text(), typed);
        QCOMPARE(owned.value ? owned.value->value : -1, milli);
        QCOMPARE(edit.reason().isEmpty(), milli >= 0);
    }

    void case66_pastedAndDroppedTextIsJudgedAsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("case 66: plain") << QStringLiteral("4.25") << true;
        QTest::newRow("case 66: newline") << QStringLiteral("4.25\n") << false;
        QTest::newRow("case 66: two lines") << QStringLiteral("4.25\n4.30") << false;
        QTest::newRow("case 66: tab") << QStringLiteral("\t4.25") << false;
        QTest::newRow("case 66: no-break space") << QStringLiteral("4.25\u00A0") << false;
        QTest::newRow("case 66: zero-width space") << QStringLiteral("4\u200B.25") << false;
        QTest::newRow("case 66: right-to-left override") << QStringLiteral("\u202E52.4") << false;
        QTest::newRow("case 66: very long") << QString(5000, u'1') << false;
    }

    void case66_pastedAndDroppedTextIsJudgedAsTyped()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        Owned pasted;
        QApplication::clipboard()->setText(text);
        fieldOf(pasted.edit)->paste();
        QCOMPARE(pasted.edit.text(), text);
        QCOMPARE(pasted.value.has_value(), good);

        Owned dropped;
        dropped.edit.show();
        QMimeData data;
        data.setText(text);
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(fieldOf(dropped.edit), &enter);
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(fieldOf(dropped.edit), &drop);
        QCOMPARE(dropped.edit.text(), text);
        QCOMPARE(dropped.value.has_value(), good);
    }

    void case69_wheelArrowsAndFocusChangeNothing()
    {
        Owned owned;
        NumberEdit &edit = owned.edit;
        edit.setText(QStringLiteral("4.20"));
        edit.show();
        auto *field = fieldOf(edit);
        field->setFocus();
        for (int key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown})
            QTest::keyClick(field, Qt::Key(key));
        for (int turn : {120, -120, 1200}) {
            QWheelEvent wheel(QPointF(5, 5), field->mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, turn), Qt::NoButton,
                Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(field, &wheel);
        }
        field->clearFocus();
        field->setFocus();
        QCOMPARE(edit.text(), QStringLiteral("4.20"));
        QCOMPARE(owned.value, std::optional(Milli{4200}));
    }

    void case69_theWheelChoosesNoPackAndNoParameter()
    {
        test::TestWorld world;
        const PackState pack = world.pack();
        test::Desk desk(world, pack);
        test::StubFileChooser files;
        PacksModel packs;
        FleetModel fleet(desk.workspace(), packs);
        NewRequestDialog dialog(desk.workspace().trust(), fleet, desk.clock(), QByteArray(32, 'a'), files);
        dialog.show();
        for (auto *box : dialog.findChildren<QComboBox *>()) {
            const int before = box->currentIndex();
            QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120), Qt::NoButton,
                Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(box, &wheel);
            QCOMPARE(box->currentIndex(), before);
        }
        auto *day = dialog.findChild<QDateEdit *>(QStringLiteral("draftUntil"));
        const QDate before = day->date();
        QWheelEvent wheel(QPointF(5, 5), day->mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120), Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(day, &wheel);
        QCOMPARE(day->date(), before);
    }

    void case63_67_theDialogSaysWhatWasProbablyMeant_data()
    {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("hint"); // empty: refused without one
        QTest::newRow("case 63: 5.25 for max 4.25")
            << QStringLiteral("cell.voltage.max") << QStringLiteral("5.25") << QString();
        QTest::newRow("case 67: mV in a V field") << QStringLiteral("cell.voltage.max") << QStringLiteral("4230")
                                                  << QStringLiteral("Did you mean 4.23\u00A0V?");
        QTest::newRow("case 67: per pack") << QStringLiteral("cell.voltage.max") << QStringLiteral("398.4")
                                           << QStringLiteral("Did you mean 4.15\u00A0V?");
        QTest::newRow("case 67: fraction")
            << QStringLiteral("soc.max") << QStringLiteral("0.95") << QStringLiteral("Did you mean 95\u00A0%?");
        QTest::newRow("held already") << QStringLiteral("cell.voltage.max") << QStringLiteral("4.20")
                                      << QStringLiteral("The pack already holds this value.");
        QTest::newRow("case 68: missing decimal sign")
            << QStringLiteral("cell.voltage.max") << QStringLiteral("425") << QString();
    }

    void case63_67_theDialogSaysWhatWasProbablyMeant()
    {
        QFETCH(QString, parameter);
        QFETCH(QString, typed);
        QFETCH(QString, hint);
        test::TestWorld world;
        const PackState pack = world.pack();
        test::Desk desk(world, pack);
        test::StubFileChooser files;
        PacksModel packs;
        FleetModel fleet(desk.workspace(), packs);
        NewRequestDialog dialog(desk.workspace().trust(), fleet, desk.clock(), QByteArray(32, 'a'), files);
        dialog.choose(pack.serial.text(), ParameterId::fromTrusted(parameter));
        dialog.findChild<QLineEdit *>(QStringLiteral("draftReason"))->setText(QStringLiteral("Winter"));
        auto *edit = dialog.findChild<NumberEdit *>();
        type(fieldOf(*edit), typed);
        QCOMPARE(edit->text(), typed);
        QVERIFY(!edit->reason().isEmpty());
        QVERIFY2(edit->reason().contains(hint), qPrintable(edit->reason()));
        QVERIFY2(!edit->reason().contains(QStringLiteral("damaged")), qPrintable(edit->reason()));
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("draftNext"))->isEnabled());
    }

    void case79_languageDirectionAndFontLeaveTheValueAlone()
    {
        Owned owned;
        NumberEdit &edit = owned.edit;
        edit.show();
        edit.setText(QStringLiteral("4,2"));
        edit.setLayoutDirection(Qt::RightToLeft);
        QEvent language(QEvent::LanguageChange);
        QApplication::sendEvent(&edit, &language);
        QLocale::setDefault(QLocale(QStringLiteral("ar_EG")));
        QEvent locale(QEvent::LocaleChange);
        QApplication::sendEvent(&edit, &locale);
        QFont twice = edit.font();
        twice.setPointSizeF(twice.pointSizeF() * 2);
        edit.setFont(twice);
        edit.setUnit(QStringLiteral("V"));
        QCOMPARE(edit.text(), QStringLiteral("4,2"));
        QCOMPARE(owned.value, std::optional(Milli{4200}));
        // And going on typing goes on where it was.
        fieldOf(edit)->setCursorPosition(3);
        QTest::keyClick(fieldOf(edit), '1');
        QCOMPARE(owned.value, std::optional(Milli{4210}));
        // A comma before three digits may part thousands: both numbers are named.
        QTest::keyClick(fieldOf(edit), '5');
        QVERIFY(!owned.value);
        QVERIFY2(edit.reason().contains(QStringLiteral("4.215")) && edit.reason().contains(QStringLiteral("4215")),
            qPrintable(edit.reason()));
    }
};

QTEST_MAIN(NumberEditTest)
#include "tst_numberedit.moc"
