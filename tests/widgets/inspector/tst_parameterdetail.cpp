// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/parameterdetail.h"
#include "widgets/values/numberedit.h"
#include "widgets/words/names.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace packwarden;

namespace {

constexpr qint64 now = 1'780'000'000;
const QString serial = QStringLiteral("SDB-TEST-0001");

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

ParameterInfo interval()
{
    ParameterInfo info;
    info.definition.id = ParameterId::fromTrusted(s("service.interval"));
    info.definition.number = 4;
    info.definition.unit = s("cycles");
    info.definition.layer = 2;
    info.definition.silicon = {Milli{1000}, Milli{999'000}};
    info.definition.defaultValue = Milli{400'000};
    info.charter = info.definition.silicon;
    info.soft = {Milli{100'000}, Milli{800'000}};
    info.step = Milli{200'000};
    info.stored = {Milli{500'000}, 3, {}, 0};
    return info;
}

ParameterInfo overlaid()
{
    ParameterInfo info = interval();
    info.stored.overlay = Milli{300'000};
    info.stored.overlayEnds = now + 3600;
    return info;
}

} // namespace

/// One parameter of a pack: what is asked before one key sets it, what is proposed and how it came.
class TestParameterDetail final : public QObject
{
    Q_OBJECT

    std::unique_ptr<ParameterDetail> m_detail;
    Charter m_charter;

    QString text(const char *name)
    {
        const auto *label = m_detail->findChild<QLabel *>(QLatin1String(name));
        return label ? label->text().replace(QChar::Nbsp, u' ') : QString();
    }
    QLineEdit *field() { return m_detail->findChild<NumberEdit *>()->findChild<QLineEdit *>(); }
    QPushButton *button(const char *name) { return m_detail->findChild<QPushButton *>(QLatin1String(name)); }

private Q_SLOTS:
    void init()
    {
        m_detail = std::make_unique<ParameterDetail>();
        m_detail->resize(304, 700);
        m_detail->setPermit(true, {});
        m_detail->QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(m_detail.get()));
    }

    void whatIsTheSame_data()
    {
        QTest::addColumn<bool>("temporary");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("another") << false << s("600") << true;
        QTest::newRow("with a comma") << false << s("600,5") << true;
        QTest::newRow("with a point") << false << s("600.5") << true;
        QTest::newRow("what it is") << false << s("500") << false;
        QTest::newRow("what it is, to the last digit") << false << s("500.000") << false;
        QTest::newRow("the value itself, which ends the temporary one") << true << s("500") << true;
        QTest::newRow("the temporary value, from now on for good") << true << s("300") << true;
        QTest::newRow("two separators") << false << s("6,0,0") << false;
    }

    void whatIsTheSame()
    {
        QFETCH(bool, temporary);
        QFETCH(QString, typed);
        QFETCH(bool, accepted);
        m_detail->show(serial, temporary ? overlaid() : interval(), now);
        field()->setText(typed);
        QCOMPARE(button("setParameter")->isEnabled(), accepted);
        QCOMPARE(m_detail->findChild<NumberEdit *>()->reason().isEmpty(), accepted);
    }

    void theQuestionSaysWhatEnds()
    {
        m_detail->show(serial, interval(), now);
        field()->setText(s("600"));
        QTest::mouseClick(button("setParameter"), Qt::LeftButton);
        QVERIFY(text("parameterQuestion").contains(s("from 500 cycles to 600 cycles")));
        QVERIFY(!text("parameterQuestion").contains(s("emporary")));
        m_detail->show(s("SDB-TEST-0002"), overlaid(), now);
        field()->setText(s("600"));
        QTest::mouseClick(button("setParameter"), Qt::LeftButton);
        QVERIFY(text("parameterQuestion").contains(s("from 300 cycles to 600 cycles")));
        QVERIFY2(text("parameterQuestion").contains(s("temporary value ends")), qPrintable(text("parameterQuestion")));
        QVERIFY(text("parameterQuestion").contains(s("500 cycles after that")));
        // Over by now: there is nothing left to end.
        m_detail->show(s("SDB-TEST-0003"), overlaid(), now + 7200);
        field()->setText(s("600"));
        QTest::mouseClick(button("setParameter"), Qt::LeftButton);
        QVERIFY(!text("parameterQuestion").contains(s("emporary")));
    }

    void byKeyboardAlone()
    {
        QSignalSpy wanted(m_detail.get(), &ParameterDetail::setWanted);
        m_detail->show(serial, interval(), now);
        m_detail->findChild<NumberEdit *>()->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), s("600"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), button("setParameter"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        // The safe answer has the focus; Return does not say yes.
        QCOMPARE(QApplication::focusWidget(), button("setParameterNo"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), button("setParameterYes"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().at(1).value<Milli>(), Milli{600'000});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
    }

    void whoHasNoKeyIsOfferedToSignIn()
    {
        m_detail->setPermit(false, {});
        m_detail->show(serial, interval(), now);
        QVERIFY(!m_detail->findChild<NumberEdit *>()->isVisible());
        QVERIFY(!button("setParameter")->isVisible());
        QVERIFY(button("settingSignIn")->isVisible());
        QVERIFY(button("proposeParameter")->isVisible());
        QSignalSpy signIn(m_detail.get(), &ParameterDetail::signInWanted);
        QTest::mouseClick(button("settingSignIn"), Qt::LeftButton);
        QCOMPARE(signIn.size(), 1);
    }

    void whoMayNotAsksForTheRight()
    {
        m_detail->show(serial, interval(), now);
        QVERIFY(!button("askForRight")->isVisible()); // who may needs not ask
        m_detail->setPermit(true, s("Your role may not set this."));
        QVERIFY(button("askForRight")->isVisible());
        QSignalSpy wanted(m_detail.get(), &ParameterDetail::rightWanted);
        button("askForRight")->setFocus();
        QTest::keyClick(button("askForRight"), Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().at(0).value<CapabilityId>(), interval().definition.capability);
        QCOMPARE(wanted.constFirst().at(1).toString(), serial);
        m_detail->setPermit(false, {});
        QVERIFY(!button("askForRight")->isVisible());
    }

    void proposals()
    {
        m_detail->show(serial, interval(), now);
        const Seat owner{PositionId::fromTrusted(s("owner")), RoleId::fromTrusted(s("asset-manager"))};
        m_charter.positions[owner.position].partyName = s("Leasing");
        ValueStory story;
        ValueStory::Proposal open{s("/a/request.pwreq"), s("For the <b>winter</b>"), Milli{600'000}, false,
            SignoffState::Collecting, 1, 2, 0, {{owner}}};
        ValueStory::Proposal hidden = open;
        hidden.path = s("/a/other.pwreq");
        hidden.isHidden = true;
        hidden.missing.clear();
        story.proposals = {open, hidden};
        m_detail->setStory(story, m_charter);
        const auto buttons = m_detail->findChildren<QPushButton *>(s("openProposal"));
        QCOMPARE(buttons.size(), 2);
        QVERIFY(buttons.at(0)->text().replace(QChar::Nbsp, u' ').contains(s("600 cycles")));
        QVERIFY(!buttons.at(1)->text().contains(s("600")));
        const auto missing = m_detail->findChildren<QLabel *>(s("proposalMissing"));
        QCOMPARE(missing.size(), 1);
        QVERIFY(missing.constFirst()->text().contains(s("Leasing, asset manager")));
        QVERIFY(!buttons.at(0)->toolTip().contains(s("<b>")));
        QSignalSpy wanted(m_detail.get(), &ParameterDetail::documentWanted);
        buttons.at(1)->setFocus();
        QTest::keyClick(buttons.at(1), Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().toString(), s("/a/other.pwreq"));
        m_detail->setStory({}, {});
        QVERIFY(m_detail->findChildren<QPushButton *>(s("openProposal")).isEmpty());
    }

    void history()
    {
        m_detail->show(serial, interval(), now);
        QVERIFY(text("parameterHistory").contains(s("Nothing known here")));
        ValueStory story;
        story.history = {{now, Milli{500'000}, Milli{600'000}, {}, {s("service.technician")}, true},
            {now - 60, std::nullopt, Milli{500'000}, {}, {s("service.technician")}, true},
            {now - 3600, Milli{400'000}, Milli{450'000}, s("For the winter"), {s("ann"), s("bob")}, false}};
        m_detail->setStory(story, m_charter);
        const QStringList lines = text("parameterHistory").split(u'\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(0).contains(s("500 cycles to 600 cycles, by one key (service.technician)")));
        QVERIFY(lines.at(1).contains(s("to 500 cycles, by one key")));
        QVERIFY(lines.at(2).contains(s("400 cycles to 450 cycles (ann, bob)")) && !lines.at(2).contains(s("one key")));
        QVERIFY(lines.at(3).contains(s("For the winter")));
    }
};

QTEST_MAIN(TestParameterDetail)
#include "tst_parameterdetail.moc"
