<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>packwarden::AuditPage</name>
    <message numerus="yes">
        <source>Damaged at record %1 (%2). The %n record(s) before it are intact. Nothing more is written here.</source>
        <translation>
            <numerusform>Damaged at record %1 (%2). The %n record before it is intact. Nothing more is written here.</numerusform>
            <numerusform>Damaged at record %1 (%2). The %n records before it are intact. Nothing more is written here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intact: all %n record(s) follow from one another.</source>
        <translation>
            <numerusform>Intact: the one record verifies.</numerusform>
            <numerusform>Intact: all %n records follow from one another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) after it are not yet witnessed.</source>
        <translation>
            <numerusform>%n record after it is not yet witnessed.</numerusform>
            <numerusform>%n records after it are not yet witnessed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::Sentences</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n packs</source>
        <translation>
            <numerusform>%1 on %n pack</numerusform>
            <numerusform>%1 on %n packs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n pack</numerusform>
            <numerusform>%n packs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active fault(s).</source>
        <translation>
            <numerusform>%n active fault.</numerusform>
            <numerusform>%n active faults.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffWords</name>
    <message numerus="yes">
        <source>%1: %2. Signed by the pack %3; %n signature(s) counted.</source>
        <translation>
            <numerusform>%1: %2. Signed by the pack %3; %n signature counted.</numerusform>
            <numerusform>%1: %2. Signed by the pack %3; %n signatures counted.</numerusform>
        </translation>
    </message>
</context>
</TS>
