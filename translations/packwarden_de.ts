<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>packwarden::AuditPage</name>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search person, action, subject, outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a record to see its hash and detail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Damaged at record %1 (%2). The %n record(s) before it are intact. Nothing more is written here.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intact: all %n record(s) follow from one another.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Anchored up to record %1 by others&apos; signatures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them is witnessed by others yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record %1, hash %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::CellMap</name>
    <message>
        <source>Cell map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mV from the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balancing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first cell voltages of this pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M%1</source>
        <comment>module number</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::Chip</name>
    <message>
        <source>Layer %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::InspectorPage</name>
    <message>
        <source>Views of the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pack chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pack on the bus yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a bus with packs; they appear here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mV from mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voltage, V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cell chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balancing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age of reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contactors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Life cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last two minutes: pack current (solid), selected cell against the mean (dashed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean %1 V · spread %2 mV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charge (%1 … %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discharging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hottest, coldest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cells apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell %1 · module %2, position %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::LimitScale</name>
    <message>
        <source>Value between its limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soft limit %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charter %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silicon %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soft %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silicon %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::MainWindow</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-offs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This console trusts nobody yet. %1 offers its rules. Compare the fingerprints with somebody you trust, then accept them once.
Charter  %2
Policy   %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust these rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::MessageBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::NavigationRail</name>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::NewRequestDialog</name>
    <message>
        <source>Continue to signing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this is wanted; every signer reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for another value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1: needs the signatures of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It passes a soft limit or step, so one more must sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a value to see who must sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pack is known here yet: connect to one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::NumberEdit</name>
    <message>
        <source>New value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::ParameterView</name>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack&apos;s parameters show here as soon as it has answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silicon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silicon, charter, soft limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for another %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::SeatCards</name>
    <message>
        <source>Signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet (extra seat: beyond a soft limit or step)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature of %1 does not count: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed as author by %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by %1, but fills no seat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::Sentences</name>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most three digits may follow the decimal sign, and at least one must.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One to six digits must stand before the decimal sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value cannot be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only digits and one decimal sign are allowed; the unit stands beside the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is damaged or was not made by Packwarden (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its author for the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is not in the one permitted form (%1), so what is shown could differ from what was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is larger than a pack accepts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into several requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of document is not known here (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Packwarden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signature or certificate uses an algorithm that is not allowed (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its holder needs a new key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signature does not fit this document (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was changed after signing: ask the signer for the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signer&apos;s certificate was issued by nobody this pack trusts (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signer needs a key from a party of the charter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signer&apos;s certificate is not valid yet (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the clock, or wait until it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signer&apos;s certificate has expired (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signer renews the key and signs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signer&apos;s key was revoked (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else of that party must sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of revoked keys is too old to trust a signature (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the pack a fresh list of that party.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signer&apos;s role was issued by a party that may not issue it (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signer needs a key from the right party.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack lost its clock and cannot judge dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a signed time first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new one if it is still wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document lies in the future for this pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the clocks, or wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft it again; everyone signs the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request does not name this pack (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliver it to the pack that it names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request names another kind of pack (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft it for this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack cannot do this in its present state (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it into the state needed, then deliver again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack is theft-locked by its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner and the platform must unlock it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document was made for another charter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft it again with the charter in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack holds this version or a newer one already (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the rules from the pack and start from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version is too far ahead of what the pack holds (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliver the versions between first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value changed on the pack since this was drafted (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft it again from the present value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value passes the silicon limit (%1). Nobody can pass it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a value inside the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is prohibited on every pack (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value lies outside what the charter&apos;s contracts allow (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a value inside, or have the parties amend the charter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy would allow more than the charter does (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tighten it, or have the charter amended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy does not allow this (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the fleet manager for the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step is larger than the policy allows at once (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a smaller step, or ask for the extra signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value contradicts another value of the pack (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the other value first, or choose one that fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signer&apos;s role fills no seat of this request (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the seats for who must sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The author may not approve the own request (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another person of that party must sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person or key signed for two seats (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each seat needs its own person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signatures are missing: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the file to them; nothing changes until they have signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this nobody could change it again (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave at least one way in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a valid name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack has no parameter “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open this key file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key cannot be used (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another key file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with your key file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is another document than the one open here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it on its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bus is not available (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the interface and its cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack %1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is powered and on this bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transfer to the pack broke off (%1). Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliver again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack declined the diagnostic request (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack gave an answer that makes no sense (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack&apos;s receipt does not prove the change (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the pack&apos;s values and tell its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit is damaged: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the file as evidence; nothing more is written to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit cannot be written (%1), so the action was not carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or repair the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max SoC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min SoC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max cell voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min cell voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max cell temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min charge temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max charge temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max charge current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max discharge current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charge target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max feed-back power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balancing threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest voltage threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set max SoC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set min SoC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set charge current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set discharge current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set feed-back power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set max cell voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set min cell voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set temperature limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set balance limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set charge target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set power limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set service interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engineer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fleet manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asset manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>specialist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>platform engineer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>party, role</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 · User abuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · Service error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 · Financial harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 · Physical harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from value to value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise %1 %2</source>
        <comment>parameter, from-to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower %1 %2</source>
        <comment>parameter, from-to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request without changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>change, serial</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n packs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>More range for each charge; the cells rest at a higher voltage and age faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less range for each charge; the cells age more slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less range for each charge; more reserve against deep discharge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More range for each charge; less reserve against deep discharge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells are charged closer to the voltage at which they can be damaged or catch fire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells keep more distance from overcharging; the pack holds less energy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells keep more distance from deep discharge; the pack gives less energy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells are emptied closer to the voltage at which they can be damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More power; more heat and faster ageing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less power; less heat and slower ageing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value in force becomes larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value in force becomes smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discharging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Bus is silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bus out of reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not heard yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack must be powered and on this bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of touch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last heard %1; the figures are old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n active fault(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cell %1 is %2 mV below cell %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells are within %1 mV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes up to %1 A now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliver request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Witness another audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::SignDialog</name>
    <message>
        <source>Sign as author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve and sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You sign as %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have checked the value and what follows from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A .p12 file of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with your key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key stays in this program until you lock it. The live view needs no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key files (*.p12 *.pfx)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffDelegate</name>
    <message>
        <source>%1 of %2</source>
        <comment>seats filled</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffView</name>
    <message>
        <source>No request is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft a new one, or open or drop a file that somebody sent you.
Signatures in it are added to your copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New request…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint: compare it by voice. It is the same on every screen that shows this document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt of the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · drafted %2 · may be delivered until %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet signed by its author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffWords</name>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack is not known here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft, needs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to deliver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied on %1 of %2 packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied, receipt verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overtaken by a newer change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack would refuse it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused it: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rehearsed: what %1 holds is not known here. Connect to it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal: %1 would refuse it now. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack applied it and signed a receipt for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal: the pack&apos;s own verifier, run here, accepts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: the author signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1 signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: anyone at the pack delivers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. Nothing more to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: draft it again from the present values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: connect to the pack once, so that it can be judged here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: ask the sender for the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reads back %2 (revision %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %2. Signed by the pack %3; %n signature(s) counted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packwarden::SignoffsPage</name>
    <message>
        <source>New request…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests (*.pwreq)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed and recorded. The file is saved; send a copy to who signs next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 applied it and signed a receipt; the values were read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to see whether it is you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your key fills none of its open seats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::TitleBar</name>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated bus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No real battery is on this bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the role %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>packwarden::TrendPlot</name>
    <message>
        <source>Trend of current and of the selected cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current, A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell, mV from mean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
