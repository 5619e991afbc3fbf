"""Makes `resources/countries.json` from the library's names of countries: `python -m tests.connectors.countries`."""

import json
from contextlib import suppress

from babel import Locale
from babel.core import UnknownLocaleError, get_global
from babel.languages import get_official_languages

from reengage_desktop.resources import resource_path

_LANGUAGES = tuple("en de fr es it nl pt pl ja sv da nb fi cs hu ro sk tr".split())
_UNITED = {"EU", "UN", "EZ", "ZZ"}


def known_names() -> dict[str, str]:
    """The codes of all countries by their code, their code of three letters and their names, in small letters.

    The names are those of the languages in which exports come, and of the country's own.
    """
    known = {code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha()} - _UNITED
    codes = {code.casefold(): code for code in sorted(known)}
    for alias, targets in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and targets and targets[0] in known:
            codes[alias.casefold()] = targets[0]
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if code in known:
                codes.setdefault(str(name).casefold(), str(code))
    for code in sorted(known):
        for language in get_official_languages(code, regional=True, de_facto=True):
            with suppress(UnknownLocaleError):
                name = Locale.parse(language).territories.get(code, code)
                codes.setdefault(str(name).casefold(), code)
    return codes


if __name__ == "__main__":
    text = json.dumps(known_names(), ensure_ascii=False, indent=0, sort_keys=True)
    resource_path("countries.json").write_text(text + "\n", "utf-8")
