#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""completion.py bash|zsh|fish OUTPUT PROGRAM

Writes the completions of a program for a shell, from what the program says of itself. Files are offered where a value or
an argument is a file, folders where it is a folder, and nothing where it is a serial or a number.
"""

import sys

import helptext

FILES = {"FILE", "file", "A", "B", "CERTIFICATE", "JSON", "PEM", "REQUEST", "PERSON|CERTIFICATE", "LIST[,AUTHORITY]"}
FOLDERS = {"FOLDER", "folder", "DIR"}


def kind(value):
    """files, folders, text, or an empty string for a flag."""
    return "" if not value else "files" if value in FILES else "folders" if value in FOLDERS else "text"


def words(options):
    return [dash for each in options for dash in ([f"-{each['short']}"] if each.get("short") else []) + [f"--{each['word']}"]]


def scopes(told):
    """(noun, verb, options, arguments): one for the program without verbs, one for each verb otherwise."""
    if not told["verbs"]:
        return [("", "", told["options"], told["arguments"])]
    helps = [each for each in told["options"] if each["word"] == "help"]
    return [(each["noun"], each["verb"], each["options"] + helps, each["arguments"]) for each in told["verbs"]]


def bash(told):
    name = told["name"]
    function = "_" + name.replace("-", "_")
    every = {each["word"]: each for _, _, options, _ in scopes(told) for each in options}
    by_kind = {kind_of: sorted(dash for each in every.values() if kind(each["value"]) == kind_of for dash in words([each]))
               for kind_of in ("files", "folders", "text")}
    lines = [
        f"# bash completion for {name}", "", f"{function}()", "{",
        "    local cur prev words cword split", "    _init_completion -s -n : || return", '    case "$prev" in',
    ]
    for kind_of, action in (("files", "_filedir; return"), ("folders", "_filedir -d; return"), ("text", "return")):
        if by_kind[kind_of]:
            lines.append(f"        {' | '.join(by_kind[kind_of])}) {action} ;;")
    lines += ["    esac", "    $split && return"]
    if told["verbs"]:
        valued = " | ".join(sorted(sum(by_kind.values(), [])))
        lines += [
            "    local noun= verb= i", "    for ((i = 1; i < cword; i++)); do", '        case "${words[i]}" in',
            f"            {valued}) ((i++)) ;;", "            -*) ;;",
            '            *) if [ -z "$noun" ]; then noun="${words[i]}"; elif [ -z "$verb" ]; then verb="${words[i]}"; fi ;;',
            "        esac", "    done", '    case "$noun" in',
            f"        '') COMPREPLY=($(compgen -W '{' '.join(words(told['options']) + nouns(told))}' -- \"$cur\")); return ;;",
        ]
        for noun in nouns(told):
            verbs = [verb for of, verb, _, _ in scopes(told) if of == noun and verb]
            if verbs:
                lines.append(f"        {noun}) [ -n \"$verb\" ] || {{ COMPREPLY=($(compgen -W '{' '.join(verbs)} --help' -- \"$cur\")); return; }} ;;")
        lines += ["    esac"]
    lines += ['    case "$noun $verb" in'] if told["verbs"] else []
    for noun, verb, options, arguments in scopes(told):
        offered = f"COMPREPLY=($(compgen -W '{' '.join(words(options))}' -- \"$cur\"))"
        files = any(kind(each["name"]) == "files" for each in arguments)
        otherwise = "else _filedir; " if files else ""
        body = f"if [[ $cur == -* ]]; then {offered}; {otherwise}fi"
        if told["verbs"]:
            pattern = f"'{noun} {verb}'" if verb else f"'{noun} '*"
            lines.append(f"        {pattern}) {body} ;;")
        else:
            lines.append(f"    {body}")
    lines += ["    esac"] if told["verbs"] else []
    lines += ["} &&", f"    complete -F {function} {name}", ""]
    return "\n".join(lines)


def nouns(told):
    return [each["noun"] for each in told["nouns"]]


def quoted(text, also=""):
    for character in "\\" + also:
        text = text.replace(character, "\\" + character)
    return "'" + text.replace("'", "'\\''") + "'"


def zsh_specs(options, arguments):
    actions = {"files": ":{0}:_files", "folders": ":{0}:_files -/", "text": ":{0}:", "": ""}
    specs = []
    for each in options:
        action = actions[kind(each["value"])].format(each["value"].replace(":", " ") if each["value"] else "")
        help_text = each["help"].replace(":", "\\:").replace("[", "\\[").replace("]", "\\]")
        for dash in words([each]):
            specs.append(quoted(f"*{dash}[{help_text}]{action}"))
    if arguments:
        action = "_files" if any(kind(each["name"]) == "files" for each in arguments) else ""
        specs.append(quoted(f"*:{arguments[-1]['name'].lower()}:{action}"))
    return " ".join(specs)


def zsh(told):
    name = told["name"]
    lines = [f"#compdef {name}", ""]
    if not told["verbs"]:
        (_, _, options, arguments), = scopes(told)
        return "\n".join([*lines, f"_arguments -s {zsh_specs(options, arguments)}", ""])
    function = f"_{name}"
    lines += [f"{function}()", "{", "    local noun verb", "    local -a nouns verbs"]
    described = [quoted(f"{each['noun']}:{each['summary']}") for each in told["nouns"]]
    lines += [f"    nouns=({' '.join(described)})", "    (( CURRENT == 2 )) && { _describe noun nouns; return }",
              "    noun=$words[2] verb=$words[3]", "    case $noun in"]
    for noun in nouns(told):
        verbs = [each for each in told["verbs"] if each["noun"] == noun and each["verb"]]
        if verbs:
            described = [quoted(f"{each['verb']}:{each['summary']}") for each in verbs]
            lines.append(f"        {noun}) verbs=({' '.join(described)}) ;;")
    lines += ["    esac", "    (( CURRENT == 3 && $#verbs )) && { _describe verb verbs; return }",
              "    shift words; (( CURRENT-- ))", "    (( $#verbs )) && { shift words; (( CURRENT-- )) }", '    case "$noun $verb" in']
    for noun, verb, options, arguments in scopes(told):
        pattern = f"'{noun} {verb}'" if verb else f"'{noun} '*"
        lines.append(f"        {pattern}) _arguments -s {zsh_specs(options, arguments)} ;;")
    lines += ["    esac", "}", "", f'{function} "$@"', ""]
    return "\n".join(lines)


def fish_option(name, condition, each):
    takes = {"files": " -r -F", "folders": " -x -a '(__fish_complete_directories)'", "text": " -x", "": ""}[kind(each["value"])]
    short = f" -s {each['short']}" if each.get("short") else ""
    return f"complete -c {name}{condition}{short} -l {each['word']}{takes} -d {fish_quoted(each['help'])}"


def fish_quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def fish(told):
    name = told["name"]
    lines = [f"# fish completion for {name}", ""]
    if not told["verbs"]:
        if not any(kind(each["name"]) == "files" for each in told["arguments"]):
            lines.append(f"complete -c {name} -f")
        return "\n".join([*lines, *[fish_option(name, "", each) for each in told["options"]], ""])
    lines.append(f"complete -c {name} -f")
    any_noun = " ".join(nouns(told))
    for each in told["nouns"]:
        lines.append(f"complete -c {name} -n 'not __fish_seen_subcommand_from {any_noun}' -a {each['noun']} -d {fish_quoted(each['summary'])}")
    lines += [fish_option(name, f" -n 'not __fish_seen_subcommand_from {any_noun}'", each) for each in told["options"]]
    for noun in nouns(told):
        verbs = [each for each in told["verbs"] if each["noun"] == noun]
        all_verbs = " ".join(each["verb"] for each in verbs)
        for each in verbs:
            if each["verb"]:
                lines.append(f"complete -c {name} -n '__fish_seen_subcommand_from {noun}; and not __fish_seen_subcommand_from {all_verbs}'"
                             f" -a {each['verb']} -d {fish_quoted(each['summary'])}")
    for noun, verb, options, arguments in scopes(told):
        seen = f"__fish_seen_subcommand_from {noun}" + (f"; and __fish_seen_subcommand_from {verb}" if verb else "")
        lines += [fish_option(name, f" -n '{seen}'", each) for each in options]
        if any(kind(each["name"]) == "files" for each in arguments):
            lines.append(f"complete -c {name} -n '{seen}' -F")
    return "\n".join([*lines, ""])


def main():
    shell, output, program = sys.argv[1:]
    text = {"bash": bash, "zsh": zsh, "fish": fish}[shell](helptext.describe(program))
    with open(output, "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main()
