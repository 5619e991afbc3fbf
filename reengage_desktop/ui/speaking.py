"""The window's language: our words, Qt's own, and how figures and dates are written."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from reengage_desktop.resources import resource_path

LANGUAGES = ("en", "de")
_spoken: list[QTranslator] = []


def use_language(app: QApplication, wanted: str) -> str:
    """Speaks `wanted` (`auto`: the system's language where we have it) from now on; gives the language's code."""
    system, code = QLocale.system().name()[:2], code_of(wanted)
    while _spoken:
        old = _spoken.pop()
        app.removeTranslator(old)
        old.deleteLater()
    for file, folder in (
        (f"reengage_{code}", str(resource_path("i18n"))),
        (f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    ):
        translator = QTranslator(app)
        if translator.load(file, folder):
            app.installTranslator(translator)
            _spoken.append(translator)
    if (wanted in LANGUAGES and wanted != system) or QLocale.system().language() == QLocale.Language.C:
        QLocale.setDefault(QLocale(code))
    else:
        QLocale.setDefault(QLocale.system())
    return code


def code_of(wanted: str) -> str:
    """The language that is spoken for a wish: `auto` is the system's where we have it, else English."""
    system = QLocale.system().name()[:2]
    return wanted if wanted in LANGUAGES else (system if system in LANGUAGES else LANGUAGES[0])
