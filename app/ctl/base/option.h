// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/options.h"

#include <QList>

#include <variant>

namespace packwarden::ctl {

/// An option: its word, what follows it, where its value goes, and what it is for unless a verb says more.
struct Option
{
    using Place
        = std::variant<QString Options::*, QStringList Options::*, bool Options::*, int Options::*>; ///< int: from 1
    enum class Kind {
        Text,
        File, ///< a path; "-" is standard input or output where a verb says so
    };

    const char *word; ///< "passphrase-file"
    const char *value; ///< what follows it, as the help names it: "FILE"; null for a flag
    Place place;
    const char *help; ///< one line
    Kind kind = Kind::Text;
};

/// Every option that there is. `-o` is short for --output, `-h` for --help.
namespace option {

inline constexpr auto file = Option::Kind::File;

// Of every verb.
inline constexpr Option store{"store", "FOLDER", &Options::store, "Data folder of this console.", file};
inline constexpr Option json{"json", nullptr, &Options::json, "One JSON value a line, for programs."};

// Where a verb finds packs and keys; these may also stand before the noun, for whatever verb comes.
inline constexpr Option bus{"bus", "PLUGIN:DEVICE", &Options::buses,
    "CAN interface, such as socketcan:can0, with ?OPTION&OPTION: fd (ask in CAN FD frames), bitrate=250000, "
    "databitrate=2000000, listen (send nothing); or replay:FILE."};
inline constexpr Option key{"key", "FILE", &Options::keyFile, "Key file: PKCS#12, or PEM under a passphrase.", file};
inline constexpr Option keyName{"key-name", "NAME", &Options::keyName,
    "Which key of a file that has several: its name, or the beginning of its fingerprint. Of a token: its label."};
inline constexpr Option token{"token", "URI", &Options::token, "Key on a PKCS#11 token."};
inline constexpr Option passphraseFile{"passphrase-file", "FILE", &Options::passphraseFile,
    "File with passphrase or PIN in its first line; else the terminal asks.", file};

inline constexpr Option record{
    "record", "FILE", &Options::record, "Also record what passes the bus, as candump -L does.", file};
inline constexpr Option output{"output", "FILE", &Options::output, "File to write.", file};
inline constexpr Option force{"force", nullptr, &Options::force, "Write over the file of -o if there is one."};
inline constexpr Option reason{"reason", "TEXT", &Options::reason, "Why; all who sign read it."};
inline constexpr Option seconds{"seconds", "SECONDS", &Options::seconds, "How long; else until it is ended."};

// Of changes and commands.
inline constexpr Option pack{"pack", "SERIAL", &Options::packs, "Pack concerned; may be given several times."};
inline constexpr Option set{"set", "PARAMETER=VALUE", &Options::sets, "Value to change; may be given several times."};
inline constexpr Option evidence{
    "evidence", "FILE", &Options::evidence, "File to attach; may be given several times.", file};
inline constexpr Option until{"until", "TIME", &Options::until, "End of a temporary change, ISO 8601."};
inline constexpr Option meaning{"meaning", "WORD", &Options::meaning, "author, or approve (the default)."};
inline constexpr Option ownValue{"own-value", "PARAMETER=VALUE", &Options::ownValues,
    "Value that you found yourself, for a technical seat; may be given several times."};
inline constexpr Option crl{"crl", "LIST[,AUTHORITY]", &Options::crls,
    "Revocation list of a party that is yet to come; may be given several times."};
inline constexpr Option slot{"slot", "SLOT", &Options::slot, "Slot of the part to replace."};
inline constexpr Option component{"component", "ID", &Options::component, "Id of the new part."};

// Of packs.
inline constexpr Option csv{"csv", nullptr, &Options::csv, "A table for spreadsheets, with one row for each cell."};
inline constexpr Option interval{"interval", "SECONDS", &Options::interval, "Again after so many seconds; else once."};
inline constexpr Option purpose{"purpose", "WORD", &Options::purpose, "drive (the default), charge or feed-back."};
inline constexpr Option keep{"keep", nullptr, &Options::keep, "What is pinned of the pack stays."};
inline constexpr Option forget{
    "forget", nullptr, &Options::forget, "All that is known of the pack is dropped; it is learnt anew."};
inline constexpr Option trigger{
    "trigger", "ID", &Options::trigger, "Begin at this identifier (hex, x for any digit), with the 30 s before it."};

// Of rules.
inline constexpr Option fingerprint{"fingerprint", "HEX", &Options::fingerprints,
    "Fingerprint that you compared with other parties; once each for charter and policy."};
inline constexpr Option position{"position", "ID", &Options::position, "Position in the charter."};
inline constexpr Option party{"party", "ID", &Options::party, "Party that takes the position."};
inline constexpr Option rootCertificate{
    "root-certificate", "FILE", &Options::rootCertificate, "Root certificate of the party.", file};
inline constexpr Option signatory{"signatory", "ID", &Options::signatory, "Role that signs for the party."};

// Of provisioning.
inline constexpr Option datasheet{"datasheet", "FILE", &Options::datasheet, "Signed data sheet of the cells.", file};
inline constexpr Option hardware{"hardware", "NAME", &Options::hardware, "Kind of pack, such as nmc-96s2p."};
inline constexpr Option partNumber{"part-number", "TEXT", &Options::partNumber, "Part number."};
inline constexpr Option node{"node", "HEX", &Options::node, "CAN node of the pack, which has no serial yet."};

// Of the audit.
inline constexpr Option action{"action", "WORD", &Options::action, "What was done, such as request.sign."};
inline constexpr Option outcome{"outcome", "WORD", &Options::outcome,
    "done, begun, conflict, the reason of a refusal, or refused for all of them."};
inline constexpr Option since{"since", "TIME", &Options::since, "Only what was then or later, ISO 8601."};

// Of keys.
inline constexpr Option root{"root", nullptr, &Options::root, "A party's root, which certifies itself."};
inline constexpr Option authority{"authority", nullptr, &Options::authority, "For an issuing authority."};
inline constexpr Option unpinned{"unpinned", nullptr, &Options::unpinned, "Go on although no charter is pinned."};
inline constexpr Option person{"person", "ID", &Options::person, "Id of the person that the key is for."};
inline constexpr Option role{"role", "ID", &Options::role, "Role that the key is for."};
inline constexpr Option name{"name", "TEXT", &Options::name, "Name to show."};
inline constexpr Option organisation{"organisation", "TEXT", &Options::organisation, "Organisation to show."};
inline constexpr Option certificate{
    "certificate", "FILE", &Options::certificate, "Also write the certificate to this file.", file};
inline constexpr Option charter{
    "charter", "FILE", &Options::charter, "Judge by this charter file instead of the pinned one.", file};
inline constexpr Option previous{
    "previous", "FILE", &Options::previous, "The issuer's newest list, where this store does not know it.", file};
inline constexpr Option days{"days", "NUMBER", &Options::days, "How many days the certificate is valid."};
inline constexpr Option number{"number", "NUMBER", &Options::number, "Number of the list, at least."};

// Of exchanges.
inline constexpr Option exchange{
    "exchange", "ADDRESS", &Options::exchange, "postgresql://LOGIN@HOST/DATABASE; the password comes from ~/.pgpass."};
inline constexpr Option member{
    "member", "LOGIN=PARTY", &Options::members, "Login and its party; may be given several times."};
inline constexpr Option to{
    "to", "ID", &Options::to, "Party that may see it; may be given several times. Else all members may."};

// Of couriers.
inline constexpr Option metrics{"metrics", "FILE", &Options::metrics,
    "Figures for Prometheus, written again and again; else courier.prom in the store.", file};
// Of fleets.
inline constexpr Option where{"where", "QUERY", &Options::where,
    "Only packs for which it holds, such as \"owner:leasing soc<20 not lock:locked\"."};
inline constexpr Option group{"group", "NAME", &Options::group, "The packs of a group, and of those inside it."};
inline constexpr Option view{
    "view", "NAME", &Options::view, "A view that was saved on the page Fleet: its search, its columns and its order."};
inline constexpr Option rule{"rule", "QUERY", &Options::rule,
    "Packs for which it holds belong to the group, beside those named; none: no rule."};
inline constexpr Option inside{
    "inside", "NAME", &Options::inside, "The group that it is a part of; none: of no group."};
inline constexpr Option remove{"remove", nullptr, &Options::remove, "Take the packs named out of the group."};
inline constexpr Option stages{"stages", "LIST", &Options::stages,
    "Wait and watch after so many packs or so much of all, such as 1,10%,50%; stop at the first pack that fails."};
inline constexpr Option soak{"soak", "SECONDS", &Options::soak, "How long each stage is watched; else one minute."};
inline constexpr Option resume{"resume", nullptr, &Options::resume,
    "Go on with the last roll-out of this document; packs that have it are passed over."};

/// In the order of this file.
const QList<const Option *> &all();

} // namespace option

} // namespace packwarden::ctl
