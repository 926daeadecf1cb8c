<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>packwarden::AuditPage</name>
    <message numerus="yes">
        <source>%n record(s) written to %1. The file can be checked without this console.</source>
        <translation>
            <numerusform>%n record written to %1. The file can be checked without this console.</numerusform>
            <numerusform>%n records written to %1. The file can be checked without this console.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) so far…</source>
        <translation>
            <numerusform>%n row so far…</numerusform>
            <numerusform>%n rows so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::AuditWords</name>
    <message numerus="yes">
        <source> (%n byte(s))</source>
        <translation>
            <numerusform> (%n byte)</numerusform>
            <numerusform> (%n bytes)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. Nothing is said about this audit; %n record(s) were looked at.</source>
        <translation>
            <numerusform>Stopped. Nothing is said about this audit; %n record was looked at.</numerusform>
            <numerusform>Stopped. Nothing is said about this audit; %n records were looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged at record %1 (%2). The %n record(s) before it are intact. Nothing more is written here.</source>
        <translation>
            <numerusform>Damaged at record %1 (%2). The record before it is intact. Nothing more is written here.</numerusform>
            <numerusform>Damaged at record %1 (%2). The %n records before it are intact. Nothing more is written here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged (%1), though all %n record(s) follow from one another. Nothing more is written here.</source>
        <translation>
            <numerusform>Damaged (%1), though its one record is intact. Nothing more is written here.</numerusform>
            <numerusform>Damaged (%1), though all %n records follow from one another. Nothing more is written here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intact: all %n record(s) follow from one another.</source>
        <translation>
            <numerusform>Intact: there is one record.</numerusform>
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
    <message numerus="yes">
        <source>Checkpoints are damaged or missing, though all %n record(s) follow from one another. Export this audit, and compare it with what others hold.</source>
        <translation>
            <numerusform>Checkpoints are damaged or missing, though there is only one record. Export this audit, and compare it with what others hold.</numerusform>
            <numerusform>Checkpoints are damaged or missing, though all %n records follow from one another. Export this audit, and compare it with what others hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is damaged at record %1 (%2). The %n record(s) before it are intact.</source>
        <translation>
            <numerusform>It is damaged at record %1 (%2). The %n record before it is intact.</numerusform>
            <numerusform>It is damaged at record %1 (%2). The %n records before it are intact.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::BusHealthPopup</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::BusHealthWords</name>
    <message numerus="yes">
        <source>%n error frame(s)</source>
        <translation>
            <numerusform>%n error frame</numerusform>
            <numerusform>%n error frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) lost</source>
        <translation>
            <numerusform>%n frame lost</numerusform>
            <numerusform>%n frames lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n malformed frame(s)</source>
        <translation>
            <numerusform>%n malformed frame</numerusform>
            <numerusform>%n malformed frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) late</source>
        <translation>
            <numerusform>%n frame late</numerusform>
            <numerusform>%n frames late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error frame(s) in the last ten seconds.</source>
        <translation>
            <numerusform>%n error frame in the last ten seconds.</numerusform>
            <numerusform>%n error frames in the last ten seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) of the packs did not arrive in the last ten seconds.</source>
        <translation>
            <numerusform>%n frame of the packs did not arrive in the last ten seconds.</numerusform>
            <numerusform>%n frames of the packs did not arrive in the last ten seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the last ten seconds are not what a pack sends. They were not used.</source>
        <translation>
            <numerusform>%n frame in the last ten seconds is not what a pack sends. It was not used.</numerusform>
            <numerusform>%n frames in the last ten seconds are not what a pack sends. They were not used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) came later than after twice their cycle in the last ten seconds.</source>
        <translation>
            <numerusform>%n frame came later than after twice its cycle in the last ten seconds.</numerusform>
            <numerusform>%n frames came later than after twice their cycle in the last ten seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::CoalitionView</name>
    <message numerus="yes">
        <source>No company opens any of these %n right(s) alone.</source>
        <translation>
            <numerusform>No company opens this right alone.</numerusform>
            <numerusform>No company opens any of these %n rights alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n right(s) can be opened by one company alone.</source>
        <translation>
            <numerusform>%1 of %n right can be opened by one company alone.</numerusform>
            <numerusform>%1 of %n rights can be opened by one company alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::CompanyDialog</name>
    <message numerus="yes">
        <source>The root certifies your people: keep its file offline and its passphrase in a safe. Passphrases have at least %n characters and differ.</source>
        <translation>
            <numerusform>The root certifies your people: keep its file offline and its passphrase in a safe. Passphrases have at least %n characters and differ.</numerusform>
            <numerusform>The root certifies your people: keep its file offline and its passphrase in a safe. Passphrases have at least %n characters and differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The passphrase of the root has fewer than %n characters.</source>
        <translation>
            <numerusform>The passphrase of the root has fewer than %n character.</numerusform>
            <numerusform>The passphrase of the root has fewer than %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The passphrase of your key has fewer than %n characters.</source>
        <translation>
            <numerusform>The passphrase of your key has fewer than %n character.</numerusform>
            <numerusform>The passphrase of your key has fewer than %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::Console</name>
    <message numerus="yes">
        <source>%n document(s) or list(s) came from the exchange.</source>
        <translation>
            <numerusform>%n document or list came from the exchange.</numerusform>
            <numerusform>%n documents or lists came from the exchange.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) of the exchange were refused. %1</source>
        <translation>
            <numerusform>%n document of the exchange was refused. %1</numerusform>
            <numerusform>%n documents of the exchange were refused. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::ContractDatesDialog</name>
    <message numerus="yes">
        <source>The same for all %n right(s) that rest on it.</source>
        <translation>
            <numerusform>The same for the one right that rests on it.</numerusform>
            <numerusform>The same for all %n rights that rest on it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::ContractsView</name>
    <message numerus="yes">
        <source>%n clause(s)</source>
        <translation>
            <numerusform>%n clause</numerusform>
            <numerusform>%n clauses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%n right</numerusform>
            <numerusform>%n rights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With it lapse %n right(s).</source>
        <translation>
            <numerusform>With it lapses %n right.</numerusform>
            <numerusform>With it lapse %n rights.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s) rest on it; take those away first, or let them rest on another clause.</source>
        <translation>
            <numerusform>%n right rests on it; take it away first, or let it rest on another clause.</numerusform>
            <numerusform>%n rights rest on it; take those away first, or let them rest on another clause.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::DistributionStrip</name>
    <message numerus="yes">
        <source>Not known of %n pack(s).</source>
        <translation>
            <numerusform>Not known of %n pack.</numerusform>
            <numerusform>Not known of %n packs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::DockWords</name>
    <message numerus="yes">
        <source>can take part, with %n other(s)</source>
        <translation>
            <numerusform>can take part, with one other</numerusform>
            <numerusform>can take part, with %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needs %n other(s) now</source>
        <translation>
            <numerusform>needs one other now</numerusform>
            <numerusform>needs %n others now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needs %n other(s) instead of %1</source>
        <translation>
            <numerusform>needs %n other instead of %1</numerusform>
            <numerusform>needs %n others instead of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n person(s)</source>
        <translation>
            <numerusform>at least %n person</numerusform>
            <numerusform>at least %n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n company(s)</source>
        <translation>
            <numerusform>%1 of %n company</numerusform>
            <numerusform>%1 of %n companies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of at least %n company(s)</source>
        <translation>
            <numerusform>%1 of at least %n company</numerusform>
            <numerusform>%1 of at least %n companies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::DraftWords</name>
    <message numerus="yes">
        <source>%1: %n right(s) end.</source>
        <translation>
            <numerusform>%1: %n right ends.</numerusform>
            <numerusform>%1: %n rights end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n right(s) go to the new company&apos;s people; the old keys open nothing.</source>
        <translation>
            <numerusform>%1: %n right goes to the new company&apos;s people; the old keys open nothing.</numerusform>
            <numerusform>%1: %n rights go to the new company&apos;s people; the old keys open nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) will not start. A vehicle on the road is not stopped: its pack locks at standstill.</source>
        <translation>
            <numerusform>%n pack will not start. A vehicle on the road is not stopped: its pack locks at standstill.</numerusform>
            <numerusform>%n packs will not start. A vehicle on the road is not stopped: its pack locks at standstill.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) start again for those who have the right.</source>
        <translation>
            <numerusform>%n pack starts again for those who have the right.</numerusform>
            <numerusform>%n packs start again for those who have the right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) never start again. This cannot be undone.</source>
        <translation>
            <numerusform>%n pack never starts again. This cannot be undone.</numerusform>
            <numerusform>%n packs never start again. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s), %1, now %2: %3</source>
        <comment>packs that start from the same value</comment>
        <translation>
            <numerusform>%n pack, %1, now %2: %3</numerusform>
            <numerusform>%n packs, %1, now %2: %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::ExchangeDialog</name>
    <message numerus="yes">
        <source>%n document(s) wait to go there.</source>
        <translation>
            <numerusform>%n document waits to go there.</numerusform>
            <numerusform>%n documents wait to go there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchange: %n waiting</source>
        <translation>
            <numerusform>Exchange: %n waiting</numerusform>
            <numerusform>Exchange: %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchange offline, %n waiting</source>
        <translation>
            <numerusform>Exchange offline, %n waiting</numerusform>
            <numerusform>Exchange offline, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::FaultsCard</name>
    <message numerus="yes">
        <source>%n more, and the memory…</source>
        <translation>
            <numerusform>%n more, and the memory…</numerusform>
            <numerusform>%n more, and the memory…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s); the pack has not told yet which.</source>
        <translation>
            <numerusform>%n fault; the pack has not told yet which.</numerusform>
            <numerusform>%n faults; the pack has not told yet which.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::FaultsView</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::FleetPage</name>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n list</numerusform>
            <numerusform>%n lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n pack</numerusform>
            <numerusform>%n packs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::FleetWords</name>
    <message numerus="yes">
        <source>Tomorrow: %n pack(s) could not start.</source>
        <translation>
            <numerusform>Tomorrow: %n pack could not start.</numerusform>
            <numerusform>Tomorrow: %n packs could not start.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more.</source>
        <translation>
            <numerusform>and %n more.</numerusform>
            <numerusform>and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n pack(s) this console cannot tell.</source>
        <translation>
            <numerusform>Of %n pack this console cannot tell.</numerusform>
            <numerusform>Of %n packs this console cannot tell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n known key(s) starts it tomorrow.</source>
        <translation>
            <numerusform>The one known key does not start it tomorrow.</numerusform>
            <numerusform>None of %n known keys starts it tomorrow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::GroupsDialog</name>
    <message numerus="yes">
        <source>Put in the %n chosen</source>
        <translation>
            <numerusform>Put in the chosen one</numerusform>
            <numerusform>Put in the %n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take out the %n chosen</source>
        <translation>
            <numerusform>Take out the chosen one</numerusform>
            <numerusform>Take out the %n chosen</numerusform>
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
        <source>Type a name. As it stands, %n known pack(s) would belong to it.</source>
        <translation>
            <numerusform>Type a name. As it stands, %n known pack would belong to it.</numerusform>
            <numerusform>Type a name. As it stands, %n known packs would belong to it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known pack(s) belong to it now.</source>
        <translation>
            <numerusform>%n known pack belongs to it now.</numerusform>
            <numerusform>%n known packs belong to it now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::InviteDialog</name>
    <message numerus="yes">
        <source>%n pack(s) that hold these rules</source>
        <translation>
            <numerusform>%n pack that holds these rules</numerusform>
            <numerusform>%n packs that hold these rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::JoinDialog</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::KeysPage</name>
    <message numerus="yes">
        <source>A pack goes on accepting the key until a console brings it the list: %n pack(s) have to hear of it.</source>
        <translation>
            <numerusform>A pack goes on accepting the key until a console brings it the list: %n pack has to hear of it.</numerusform>
            <numerusform>A pack goes on accepting the key until a console brings it the list: %n packs have to hear of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) end within 60 days</source>
        <translation>
            <numerusform>%n key ends within 60 days</numerusform>
            <numerusform>%n keys end within 60 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renew %n certificate(s)</source>
        <translation>
            <numerusform>Renew %n certificate</numerusform>
            <numerusform>Renew %n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) of %1 are revoked in the issuer&apos;s next list:</source>
        <translation>
            <numerusform>%n certificate of %1 is revoked in the issuer&apos;s next list:</numerusform>
            <numerusform>%n certificates of %1 are revoked in the issuer&apos;s next list:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more certificate(s) of this person or key stay valid: revoke them as well if they must not be used.</source>
        <translation>
            <numerusform>%n more certificate of this person or key stays valid: revoke it as well if it must not be used.</numerusform>
            <numerusform>%n more certificates of this person or key stay valid: revoke them as well if they must not be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::KeysWords</name>
    <message numerus="yes">
        <source>Can be mistaken for %n other name(s): %1. Compare the fingerprints.</source>
        <translation>
            <numerusform>Can be mistaken for %n other name: %1. Compare the fingerprints.</numerusform>
            <numerusform>Can be mistaken for %n other names: %1. Compare the fingerprints.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>By what they said when last read, %1 of %n pack(s) accept this key.</source>
        <translation>
            <numerusform>By what they said when last read, %1 of %n pack accept this key.</numerusform>
            <numerusform>By what they said when last read, %1 of %n packs accept this key.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pack(s) know; this key still opens %2.</source>
        <translation>
            <numerusform>%1 of %n pack knows; this key still opens %2.</numerusform>
            <numerusform>%1 of %n packs know; this key still opens %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>List %1 revokes %n certificate(s). Packs know it once a console brings it.</source>
        <translation>
            <numerusform>List %1 revokes %n certificate. Packs know it once a console brings it.</numerusform>
            <numerusform>List %1 revokes %n certificates. Packs know it once a console brings it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) under way carry such a signature.</source>
        <translation>
            <numerusform>%n document under way carries such a signature.</numerusform>
            <numerusform>%n documents under way carry such a signature.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n driver(s)</source>
        <translation>
            <numerusform>%n driver</numerusform>
            <numerusform>%n drivers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>%n pack</numerusform>
            <numerusform>%n packs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::ListFreshness</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::MatrixKeys</name>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::NewCommandDialog</name>
    <message numerus="yes">
        <source>Asking %n pack(s)…</source>
        <translation>
            <numerusform>Asking %n pack…</numerusform>
            <numerusform>Asking %n packs…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::NewKeyDialog</name>
    <message numerus="yes">
        <source>A certificate carries names of at most %n characters.</source>
        <translation>
            <numerusform>A certificate carries names of at most %n character.</numerusform>
            <numerusform>A certificate carries names of at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The passphrase has fewer than %n characters.</source>
        <translation>
            <numerusform>The passphrase has fewer than %n character.</numerusform>
            <numerusform>The passphrase has fewer than %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::NewRequestDialog</name>
    <message numerus="yes">
        <source>Asking %n pack(s)…</source>
        <translation>
            <numerusform>Asking %n pack…</numerusform>
            <numerusform>Asking %n packs…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::NoticeDesk</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) want your signature</source>
        <translation>
            <numerusform>%n document wants your signature</numerusform>
            <numerusform>%n documents want your signature</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::OddPacks</name>
    <message numerus="yes">
        <source>and %n other value(s) or hardware</source>
        <translation>
            <numerusform>and %n other value or hardware</numerusform>
            <numerusform>and %n other values or hardware</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n pack(s)</source>
        <translation>
            <numerusform>Leave out %n pack</numerusform>
            <numerusform>Leave out %n packs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::OnionFilter</name>
    <message numerus="yes">
        <source>Layer %1: %n capability(s)</source>
        <translation>
            <numerusform>Layer %1: %n capability</numerusform>
            <numerusform>Layer %1: %n capabilities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Layer %1: %2 of %n capability(s) shown</source>
        <translation>
            <numerusform>Layer %1: %2 of %n capability shown</numerusform>
            <numerusform>Layer %1: %2 of %n capabilities shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::PackChooser</name>
    <message numerus="yes">
        <source>%n pack(s) chosen.</source>
        <translation>
            <numerusform>%n pack chosen.</numerusform>
            <numerusform>%n packs chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::ParameterDetail</name>
    <message numerus="yes">
        <source>and %n earlier change(s)</source>
        <translation>
            <numerusform>and %n earlier change</numerusform>
            <numerusform>and %n earlier changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) known here</source>
        <translation>
            <numerusform>%n time known here</numerusform>
            <numerusform>%n times known here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::PartsBox</name>
    <message numerus="yes">
        <source>Sign the other %n part(s), too</source>
        <translation>
            <numerusform>Sign the other part, too</numerusform>
            <numerusform>Sign the other %n parts, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject the other %n part(s), too</source>
        <translation>
            <numerusform>Reject the other part, too</numerusform>
            <numerusform>Reject the other %n parts, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw the other %n part(s), too</source>
        <translation>
            <numerusform>Withdraw the other part, too</numerusform>
            <numerusform>Withdraw the other %n parts, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>serial numbers</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They propose the same for %n more pack(s):</source>
        <translation>
            <numerusform>It proposes the same for %n more pack:</numerusform>
            <numerusform>They propose the same for %n more packs:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::PermissionWords</name>
    <message numerus="yes">
        <source>any one key of %n</source>
        <translation>
            <numerusform>one key</numerusform>
            <numerusform>any one key of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The charter bars %n of these cells; they stay as they are.</source>
        <translation>
            <numerusform>The charter bars %n of these cells; it stays as it is.</numerusform>
            <numerusform>The charter bars %n of these cells; they stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) stay as they are.</source>
        <translation>
            <numerusform>%n cell stays as it is.</numerusform>
            <numerusform>%n cells stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::PermissionsPage</name>
    <message numerus="yes">
        <source>charter %1 · %n change(s)</source>
        <translation>
            <numerusform>charter %1 · %n change</numerusform>
            <numerusform>charter %1 · %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your draft of %1 is here again, with %n change(s). It was not proposed yet.</source>
        <translation>
            <numerusform>Your draft of %1 is here again, with %n change. It was not proposed yet.</numerusform>
            <numerusform>Your draft of %1 is here again, with %n changes. It was not proposed yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>charter %1, draft · %n change(s)</source>
        <translation>
            <numerusform>charter %1, draft · %n change</numerusform>
            <numerusform>charter %1, draft · %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%n right</numerusform>
            <numerusform>%n rights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::ProposalDialog</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::RightsDialog</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::RoleActs</name>
    <message numerus="yes">
        <source>Show %n hidden column(s)</source>
        <translation>
            <numerusform>Show %n hidden column</numerusform>
            <numerusform>Show %n hidden columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::RoleDialog</name>
    <message numerus="yes">
        <source>%n right(s) are not copied, as the role must sign there.</source>
        <translation>
            <numerusform>%n right is not copied, as the role must sign there.</numerusform>
            <numerusform>%n rights are not copied, as the role must sign there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::RolloutPanel</name>
    <message numerus="yes">
        <source>To %n pack(s).</source>
        <translation>
            <numerusform>To %n pack.</numerusform>
            <numerusform>To %n packs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The document does not name %n of those chosen.</source>
        <translation>
            <numerusform>The document does not name %n of those chosen.</numerusform>
            <numerusform>The document does not name %n of those chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last roll-out: %1. %2 of %n pack(s) applied it.</source>
        <translation>
            <numerusform>Last roll-out: %1. %2 of %n pack applied it.</numerusform>
            <numerusform>Last roll-out: %1. %2 of %n packs applied it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::RuleWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SeatCards</name>
    <message numerus="yes">
        <source>for %n rules</source>
        <translation>
            <numerusform>for %n rule</numerusform>
            <numerusform>for %n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SecurityView</name>
    <message numerus="yes">
        <source>Locked or unlocked %n time(s)</source>
        <translation>
            <numerusform>Locked or unlocked %n time</numerusform>
            <numerusform>Locked or unlocked %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Started %n time(s)</source>
        <translation>
            <numerusform>Started %n time</numerusform>
            <numerusform>Started %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawal(s)</source>
        <translation>
            <numerusform>%n withdrawal</numerusform>
            <numerusform>%n withdrawals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n audit(s) with two histories</source>
        <translation>
            <numerusform>%n audit with two histories</numerusform>
            <numerusform>%n audits with two histories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s), none empty</source>
        <translation>
            <numerusform>%n slot, none empty</numerusform>
            <numerusform>%n slots, none empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s) empty</source>
        <translation>
            <numerusform>%n slot empty</numerusform>
            <numerusform>%n slots empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not paired</source>
        <translation>
            <numerusform>%n not paired</numerusform>
            <numerusform>%n not paired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refusal(s)</source>
        <translation>
            <numerusform>%n refusal</numerusform>
            <numerusform>%n refusals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out of date</source>
        <translation>
            <numerusform>%n out of date</numerusform>
            <numerusform>%n out of date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Heads of %n audit(s), from the signatures it counted</source>
        <translation>
            <numerusform>Heads of %n audit, from the signatures it counted</numerusform>
            <numerusform>Heads of %n audits, from the signatures it counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation>
            <numerusform>%n contradiction</numerusform>
            <numerusform>%n contradictions</numerusform>
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
    <message numerus="yes">
        <source>Recording of %n pack(s)</source>
        <translation>
            <numerusform>Recording of %n pack</numerusform>
            <numerusform>Recording of %n packs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more fault(s).</source>
        <translation>
            <numerusform>%n more fault.</numerusform>
            <numerusform>%n more faults.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SettingsDialog</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::Shell</name>
    <message numerus="yes">
        <source>Locked after %n minute(s) without a touch. The live view goes on.</source>
        <translation>
            <numerusform>Locked after %n minute without a touch. The live view goes on.</numerusform>
            <numerusform>Locked after %n minutes without a touch. The live view goes on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rules are accepted. %n pack(s) are known from the invitation; no pack has proved anything here yet.</source>
        <translation>
            <numerusform>The rules are accepted. %n pack is known from the invitation; no pack has proved anything here yet.</numerusform>
            <numerusform>The rules are accepted. %n packs are known from the invitation; no pack has proved anything here yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This console then trusts no rules: no document can be judged, and nothing can be delivered, until you compare and accept rules again. What is known of %n pack(s) is forgotten too. Documents, keys and the audit stay.</source>
        <translation>
            <numerusform>This console then trusts nobody: no document can be judged, and nothing can be delivered, until you compare and accept rules again. What is known of %n pack is forgotten too. Documents, keys and the audit stay.</numerusform>
            <numerusform>This console then trusts nobody: no document can be judged, and nothing can be delivered, until you compare and accept rules again. What is known of %n packs is forgotten too. Documents, keys and the audit stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffContents</name>
    <message numerus="yes">
        <source>%n packs</source>
        <translation>
            <numerusform>%n pack</numerusform>
            <numerusform>%n packs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Charter %1: %n rule(s) differ</source>
        <translation>
            <numerusform>Charter %1: %n rule differs</numerusform>
            <numerusform>Charter %1: %n rules differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s) new</source>
        <translation>
            <numerusform>%n right new</numerusform>
            <numerusform>%n rights new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <comment>rights</comment>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) changed</source>
        <translation>
            <numerusform>%n rule changed</numerusform>
            <numerusform>%n rules changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) start as before: no right, lock or list changes.</source>
        <translation>
            <numerusform>%n pack starts as before: no right, lock or list changes.</numerusform>
            <numerusform>%n packs start as before: no right, lock or list changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is theft-locked and does not start anyway.</source>
        <translation>
            <numerusform>%n is theft-locked and does not start anyway.</numerusform>
            <numerusform>%n are theft-locked and do not start anyway.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) are not known here.</source>
        <translation>
            <numerusform>%n pack is not known here.</numerusform>
            <numerusform>%n packs are not known here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 can no longer start any pack; %n known pack(s) would take this.</source>
        <translation>
            <numerusform>%1 can no longer start any pack; %n known pack would take this.</numerusform>
            <numerusform>%1 can no longer start any pack; %n known packs would take this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, on %n packs</source>
        <translation>
            <numerusform>, on %n pack</numerusform>
            <numerusform>, on %n packs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdrawn here, not yet effective on %1 of %n pack(s). The next visit brings it along.</source>
        <translation>
            <numerusform>Withdrawn here, not yet effective on %1 of %n pack. The next visit brings it along.</numerusform>
            <numerusform>Withdrawn here, not yet effective on %1 of %n packs. The next visit brings it along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signed statement(s) of packs</source>
        <translation>
            <numerusform>%n signed statement of packs</numerusform>
            <numerusform>%n signed statements of packs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffView</name>
    <message numerus="yes">
        <source>%n item(s), show</source>
        <translation>
            <numerusform>%n item, show</numerusform>
            <numerusform>%n items, show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)…</source>
        <translation>
            <numerusform>Reading %n file…</numerusform>
            <numerusform>Reading %n files…</numerusform>
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
<context>
    <name>packwarden::SignoffsPage</name>
    <message numerus="yes">
        <source>%n file(s) taken in.</source>
        <translation>
            <numerusform>%n file taken in.</numerusform>
            <numerusform>%n files taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applied on all %n packs.</source>
        <translation>
            <numerusform>Applied on the pack.</numerusform>
            <numerusform>Applied on all %n packs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applied on %1 of %n pack(s); %2 failed, %3 cancelled before they began. See the reasons below.</source>
        <translation>
            <numerusform>Applied on %1 of %n pack; %2 failed, %3 cancelled before they began. See the reasons below.</numerusform>
            <numerusform>Applied on %1 of %n packs; %2 failed, %3 cancelled before they began. See the reasons below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) do not fit into one document.</source>
        <translation>
            <numerusform>%n pack does not fit into one document.</numerusform>
            <numerusform>%n packs do not fit into one document.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They are in %n part(s), which are in the list; the first one offers to sign the others, too.</source>
        <translation>
            <numerusform>They are in %n part, which is in the list; the first one offers to sign the others, too.</numerusform>
            <numerusform>They are in %n parts, which are in the list; the first one offers to sign the others, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n part(s) are done and recorded.</source>
        <translation>
            <numerusform>%n part is done and recorded.</numerusform>
            <numerusform>All %n parts are done and recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) are done. Part %1: %2 Open it to do the same there.</source>
        <translation>
            <numerusform>%n part is done. Part %1: %2 Open it to do the same there.</numerusform>
            <numerusform>%n parts are done. Part %1: %2 Open it to do the same there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SpokenMatrix</name>
    <message numerus="yes">
        <source>%n key(s) known here</source>
        <translation>
            <numerusform>%n key known here</numerusform>
            <numerusform>%n keys known here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n role</numerusform>
            <numerusform>%n roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::StoreDoor</name>
    <message numerus="yes">
        <source>What is known of %n pack(s) is moved into one file. This happens once.</source>
        <translation>
            <numerusform>What is known of %n pack is moved into one file. This happens once.</numerusform>
            <numerusform>What is known of %n packs is moved into one file. This happens once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::TitleBar</name>
    <message numerus="yes">
        <source>%n pack(s) in contradiction</source>
        <translation>
            <numerusform>%n pack in contradiction</numerusform>
            <numerusform>%n packs in contradiction</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s) have not proved who they are.</source>
        <translation>
            <numerusform>%n pack has not proved who it is.</numerusform>
            <numerusform>%n packs have not proved who they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bus(es)</source>
        <translation>
            <numerusform>%n bus</numerusform>
            <numerusform>%n buses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::TodayPage</name>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n thing needs you</numerusform>
            <numerusform>%n things need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::TodayWords</name>
    <message numerus="yes">
        <source>%1 reports %n fault(s)</source>
        <translation>
            <numerusform>%1 reports %n fault</numerusform>
            <numerusform>%1 reports %n faults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pack(s) know revocation list %2 of %3</source>
        <translation>
            <numerusform>%1 of %n pack knows revocation list %2 of %3</numerusform>
            <numerusform>%1 of %n packs know revocation list %2 of %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pack(s) have it. It goes on where it was.</source>
        <translation>
            <numerusform>%1 of %n pack has it. It goes on where it was.</numerusform>
            <numerusform>%1 of %n packs have it. It goes on where it was.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::VoteWords</name>
    <message numerus="yes">
        <source>Foundation: %n signature(s)</source>
        <translation>
            <numerusform>Foundation: %n signature</numerusform>
            <numerusform>Foundation: %n signatures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> of %n company(s)</source>
        <translation>
            <numerusform> of %n company</numerusform>
            <numerusform> of %n companies</numerusform>
        </translation>
    </message>
</context>
</TS>
