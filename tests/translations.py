"""Keeps the translations in step with the window's words: `uv run python -m tests.translations`.

Reads the words from the syntax tree (lupdate misses some of them), merges them into the .ts files without losing a
translation, and compiles these. A word of `%Ln` has two forms, also in English.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from reengage_desktop.connectors.vocabulary.presets import load_presets
from reengage_desktop.ui import overheard

REPOSITORY = Path(__file__).resolve().parent.parent
FOLDER = REPOSITORY / "resources" / "i18n"
LANGUAGES = ("en", "de")


@dataclass(frozen=True, order=True)
class Words:
    """One text of the window: its context, itself, and whether a number decides between two forms."""

    context: str
    source: str
    is_counted: bool


def find_words() -> list[Words]:
    """Every text that the window can say, in order of context and text."""
    found = set()
    for file in sorted((REPOSITORY / "reengage_desktop" / "ui").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        found |= set(_words_in(tree, ""))
    heard = {Words("Told", text, False) for text in overheard.SENTENCES}
    return sorted(found | heard | set(_words_of_presets()))


def _words_of_presets() -> Iterator[Words]:
    """What known exports are called, why some are refused and what is told about others."""
    for preset in load_presets():
        notes = [note for kind in preset.notes.values() for note in kind]
        yield from (Words("Exports", text, False) for text in (preset.title, preset.refusal, *notes) if text)


def _words_in(node: ast.AST, context: str) -> Iterator[Words]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            words = _words_of(child, inner)
            if words is not None:
                yield words
        yield from _words_in(child, inner)


def _words_of(call: ast.Call, context: str) -> Words | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in ("tr", "translate"):
        return None
    texts = [each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    if name == "tr" and texts:
        return Words(context, texts[0], len(call.args) > 2)
    if name == "translate" and len(texts) > 1:
        return Words(texts[0], texts[1], len(call.args) > 3)
    return None


def read_translations(language: str) -> dict[tuple[str, str], list[str]]:
    """What the .ts file holds: the forms by context and text; empty forms are unfinished."""
    file = FOLDER / f"reengage_{language}.ts"
    if not file.exists():
        return {}
    found = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else [form.text or "" for form in translation.iter("numerusform")]
            text = "" if translation is None else (translation.text or "")
            found[name, message.findtext("source", "")] = forms or [text]
    return found


def write_translations(language: str, words: list[Words], known: dict[tuple[str, str], list[str]]) -> None:
    """Writes the .ts file anew; in English only what is counted needs one."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for each in words:
        if language == "en" and not each.is_counted:
            continue
        if each.context not in contexts:
            contexts[each.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[each.context], "name").text = each.context
        forms = known.get((each.context, each.source), [""])
        message = ET.SubElement(contexts[each.context], "message")
        if each.is_counted:
            message.set("numerus", "yes")
        ET.SubElement(message, "source").text = each.source
        translation = ET.SubElement(message, "translation")
        if not all(forms):
            translation.set("type", "unfinished")
        if each.is_counted:
            for form in (forms * 2)[:2]:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0]
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    file = FOLDER / f"reengage_{language}.ts"
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def compile_translations(language: str) -> None:
    """Makes the .qm file that the window loads; a running window keeps the one it has."""
    source = FOLDER / f"reengage_{language}.ts"
    made = source.with_suffix(".qm.new")
    command = [Path(sys.executable).with_name("pyside6-lrelease"), "-silent", source, "-qm", made]
    subprocess.run([str(word) for word in command], check=True)
    # Qt maps the file into memory: written over in place it would change, or end, under the window's feet.
    made.replace(source.with_suffix(".qm"))


def main() -> None:
    """Brings all languages up to date."""
    words = find_words()
    for language in LANGUAGES:
        write_translations(language, words, read_translations(language))
        compile_translations(language)


if __name__ == "__main__":
    main()
