#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Packwarden authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""spoken.py CONSOLE STORE WORK WORLD: every page and dialog of the console as a screen reader meets it, by AT-SPI.

The console runs on an X server and a session bus of its own, over a copy of a store with packs, documents and keys (STORE, an
archive of tests/system/stores). Pages are chosen, buttons and menus are pressed by what AT-SPI offers, nothing else. Everything
that takes the focus must have a name and a role that says what it does. Then the same with a person of the demo world (WORLD) signed in,
by the fields that AT-SPI offers: what is behind a key.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30
# Qt's own parts, which speak through their owners, and its dialogs for files.
INNER = {"scroll bar", "table cell", "table column header", "table row header", "list item", "tree item", "separator", "filler",
         "layered pane", "viewport", "unknown"}
PRESSED = {"push button", "check box", "radio button", "page tab", "menu item", "check menu item", "radio menu item"}
PAGES = 7
# Of Ctrl+K, with rules pinned.
ACTIONS = ["Settings…", "About and keys…", "Manual", "Bus: details", "Invite a partner…", "Exchange…", "Forget these rules…"]
# Of a fleet manager who is signed in.
SIGNED = ["Draft a change…", "Compare and trust rules…"]
# And before any rules are.
FIRST = ["Join by invitation…", "Start a company…"]
wrong = []


def wait(condition, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")


def states(node):
    return node.get_state_set()


def showing(node):
    return states(node).contains(Atspi.StateType.SHOWING)


def children(node, most=80):
    for index in range(min(node.get_child_count(), most)):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue  # gone meanwhile
        if child is not None:
            yield child


def walk(node):
    """All that is on show, a table's cells left out after the first ones."""
    yield node
    for child in children(node, 6 if node.get_role_name() in ("table", "tree table", "list", "tree") else 80):
        if showing(child):
            yield from walk(child)


def look(node, where):
    count = 0
    for each in walk(node):
        role, name = each.get_role_name(), (each.get_name() or "").strip()
        focusable = states(each).contains(Atspi.StateType.FOCUSABLE)
        count += focusable
        if focusable and not name and role not in INNER:
            wrong.append(f"{where}: a {role} has no name")
        if focusable and role in ("unknown", "invalid"):
            wrong.append(f"{where}: {name!r} takes the focus and is a {role}")
        if role in PRESSED and states(each).contains(Atspi.StateType.ENABLED) and each.get_n_actions() == 0:
            wrong.append(f"{where}: {name!r} is a {role} that cannot be pressed")
    return count


def press(node):
    for index in range(node.get_n_actions()):
        if node.get_action_name(index).lower() in ("press", "showmenu", "toggle", "check"):
            node.do_action(index)
            return
    raise AssertionError(f"{node.get_name()!r} has no action")


def type_keys(keys):
    subprocess.run(["xdotool", "key", keys], check=True)


def has_menu(node):
    return "showmenu" in [node.get_action_name(index).lower() for index in range(node.get_n_actions())]


def named(root, role, name):
    for each in walk(root):
        if each.get_role_name() == role and each.get_name() == name:
            return each
    return None


def windows(application):
    return [each for each in children(application) if showing(each)]


class Console:
    def __init__(self, application):
        self.application = application
        self.main = wait(lambda: next((each for each in windows(application) if each.get_role_name() in ("frame", "window")), None), "a window")
        self.seen = set()

    def pages(self):
        return [each for each in walk(self.main) if each.get_role_name() == "page tab"
                and each.get_parent().get_name() == "Pages"]

    def others(self):
        return [each for each in windows(self.application) if each != self.main]

    def dialogs(self, where):
        """What a press opened: looked at, and left by its own button."""
        for dialog in self.others():
            title = dialog.get_name()
            role = dialog.get_role_name()
            if title not in self.seen:
                self.seen.add(title)
                # Qt's own dialog for files is not ours to name.
                if named(dialog, "label", "Look in:") is None and look(dialog, f"{where} > {title}") == 0:
                    wrong.append(f"{where} > {title}: nothing in this {role} takes the focus")
            self.leave(dialog)

    def leave(self, dialog):
        for name in ("Cancel", "Close", "Not now", "OK"):
            button = named(dialog, "push button", name)
            if button:
                press(button)
                break
        else:
            type_keys("Escape")
        wait(lambda: dialog not in self.others(), f"the end of {dialog.get_name()}")

    def opened(self):
        """Waits a moment for what a press opens; not everything does."""
        end = time.monotonic() + 0.7
        while time.monotonic() < end and not self.others():
            time.sleep(0.05)
        return self.others()

    def by_name(self, action):
        """What menus offer is found by Ctrl+K as well; menus themselves stand outside of the tree that AT-SPI is given."""
        # Without a window manager nothing gives the window the focus.
        subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Packwarden", "windowfocus", "--sync"], check=True)
        type_keys("ctrl+k")
        palette = wait(lambda: next(iter(self.others()), None), "Ctrl+K")
        look(palette, "Ctrl+K")
        subprocess.run(["xdotool", "type", "--delay", "5", action], check=True)
        wait(lambda: any(each.get_role_name() in ("list item", "table cell") and action in (each.get_name() or "") for each in walk(palette)),
             f"{action} below what was typed")
        type_keys("Return")
        wait(lambda: palette not in self.others(), "the end of Ctrl+K")
        if not self.opened():
            wrong.append(f"{action} opens nothing")
        self.dialogs(action)

    def press_all(self, where):
        """Each button that opens something: "Sign in…"."""
        def opens(each):
            return each.get_role_name() == "push button" and each.get_name().endswith("…") and not has_menu(each) \
                and states(each).contains(Atspi.StateType.ENABLED)
        for name in [each.get_name() for each in walk(self.main) if opens(each)]:
            button = next((each for each in walk(self.main) if opens(each) and each.get_name() == name), None)
            if button is None or name in self.seen:
                continue
            self.seen.add(name)
            press(button)
            self.opened()
            self.dialogs(f"{where} > {name}")

    def sign_in(self, key, passphrase):
        """By keyboard into the dialog that "Sign in…" opens, as a screen reader's user does."""
        subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Packwarden", "windowfocus", "--sync"], check=True)
        press(wait(lambda: next((each for each in walk(self.main) if each.get_role_name() == "push button"
                                 and each.get_name().startswith("Sign in")), None), "Sign in…"))
        dialog = wait(lambda: next(iter(self.others()), None), "the dialog")
        for role, name, text in (("text", "Key file", str(key)), ("password text", "Passphrase", passphrase)):
            field = wait(lambda role=role, name=name: named(dialog, role, name), name)
            field.get_editable_text_iface().set_text_contents(text)
        press(wait(lambda: named(dialog, "push button", "Sign in"), "the button"))
        wait(lambda: not self.others(), "the end of signing in")
        wait(lambda: next((each for each in walk(self.main) if (each.get_name() or "").startswith("Lock")), None), "who is signed in")

    def run(self, actions):
        look(self.main, "window")
        pages = [each.get_name() for each in self.pages()]
        if len(pages) != PAGES:
            wrong.append(f"the rail has the pages {pages}")
        for name in pages:
            page = next(each for each in self.pages() if each.get_name() == name)
            press(page)
            wait(lambda page=page: states(page).contains(Atspi.StateType.SELECTED), f"page {name}")
            if look(self.main, name) < PAGES + 4:
                wrong.append(f"{name}: next to nothing takes the focus")
            for tab in [each.get_name() for each in walk(self.main) if each.get_role_name() == "page tab"
                        and each.get_parent().get_name() != "Pages"]:
                press(named(self.main, "page tab", tab))
                look(self.main, f"{name} > {tab}")
            self.press_all(name)
        for action in actions:
            self.by_name(action)


def start(console, store, work):
    # The session bus starts that of assistive technology, and its registry, when they are asked for.
    said = work / "console.log"
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8",
                       XDG_CONFIG_HOME=str(work / "config"), XDG_DATA_HOME=str(work / "data"))
    wait(lambda: Atspi.init() in (0, 1), "AT-SPI")
    Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)  # a busy machine answers late
    with open(said, "w", encoding="utf-8") as log:
        process = subprocess.Popen([console, "--bus", "", "--language", "en", "--store", store], env=environment, stdout=log, stderr=log)

    def application():
        desktop = Atspi.get_desktop(0)
        return next((each for each in children(desktop) if each.get_name() == "packwarden" and windows(each)), None)
    try:
        return process, wait(application, "the console")
    except AssertionError:
        print(f"exit {process.poll()}: {said.read_text(encoding='utf-8')[-1000:]}")
        process.kill()
        raise


def main():
    console, archive, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    with tarfile.open(archive) as file:
        file.extractall(work)
    seen = set()
    world = pathlib.Path(sys.argv[4])
    shutil.copytree(world / "consoles" / "courier-fleet-manager", work / "signed")
    passphrase = (world / "keys" / "passphrase").read_text(encoding="utf-8").strip()
    for store, actions, key in ((work / "store", ACTIONS, None), (work / "empty", FIRST, None),
                                (work / "signed", SIGNED, world / "keys" / "courier-fleet-manager.p12")):
        process, application = start(console, store, work)
        try:
            it = Console(application)
            it.seen |= seen if key is None else set()  # what was looked at before
            if key is not None:
                it.sign_in(key, passphrase)
            it.run(actions)
            seen |= it.seen
        finally:
            process.terminate()
            process.wait(10)
    print("\n".join(dict.fromkeys(wrong)) or f"{len(seen)} buttons and dialogs, {PAGES} pages")
    return 1 if wrong else 0


sys.exit(main())
