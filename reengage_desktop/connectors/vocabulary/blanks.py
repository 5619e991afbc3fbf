"""The many ways in which exports write "nothing"."""

import re

from reengage_desktop.connectors.vocabulary.headings import normal

BLANK_WORDS = frozenset(
    {
        "", "-", "--", "---", "–", "—", "n/a", "na", "#n/a", "null", "none", "nil", "nan", "nat", "never", "tbd",
        "unknown", "undefined", "(empty)", "(none)", "(null)", "0000-00-00", "0000-00-00 00:00:00", "?", "\\n", "nie",
        "k. a.", "k.a.", "s/o", "0/0/00", "0/0/0000", "00/00/0000", "0000/00/00", "00.00.0000", "0.0.00", "00.00.00",
        "no phone", "no email", "no e-mail", "sem telefone", "sem e-mail", "sem email", "sin telefono", "sin teléfono",
        "sin correo", "sin email", "kein telefon", "keine e-mail", "sans téléphone", "sans email", "pas de téléphone",
        "nessun telefono", "geen telefoon", "geen e-mail", "brak", "brak telefonu", "n.v.t.", "nvt", "entfällt",
        "not provided", "not available", "no aplica", "なし", "[]", "{}", "[ ]", "未登録", "未設定", "無し",
        "unlimited", "unbegrenzt", "illimité", "illimitée", "ilimitado", "illimitato", "onbeperkt", "無制限",
    }
)  # fmt: skip
"""In small letters."""


_NAMELESS = frozenset(
    "sem nome|sin nombre|no name|ohne namen|ohne name|sans nom|senza nome|"
    "zonder naam|geen naam|bez nazwy|名前なし|名無し|publico en general|"
    "público en general|laufkundschaft|barverkauf|client comptoir|"
    "cliente mostrador|unknown customer|walk-in|walk in|walk-in customer|"
    "walk in customer".split("|")
)

_UNWRITTEN = frozenset(word for word in BLANK_WORDS if re.search(r"[^\w\s]", word)) | {"(no name)", "undefined"}
"""Words for nothing that nobody is called: all with a sign in them."""
_OF_PROGRAMS = frozenset({"null", "NULL", "nan", "NaN", "undefined"})
"""As programs write that there is nothing, and not as a name begins."""

_NO_LETTER = re.compile(r"[-\u2013\u2014]+")
_ERRORS = re.compile(r"#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|ERROR!)")

_MASKED_NAME = re.compile(r"\*{3}|[^\W\d_]\*\*|\*\*[^\W\d_]")
"""Stars in the place of letters (`M**a`), not a sum in somebody's name (`1024**3`)."""


def is_nameless(text: str) -> bool:
    """Whether a cell of names says that there is none: `Walk-in`, `----`, `#REF!`, `NULL`; Ms Null is somebody."""
    low = text.casefold()
    is_unsaid = low in _NAMELESS or low in _UNWRITTEN or (bool(text) and _OF_PROGRAMS.issuperset(text.split()))
    return is_unsaid or bool(_MASKED_NAME.search(text) or _NO_LETTER.fullmatch(text)) or is_error(text)


_UNASSIGNED = frozenset(
    "unassigned|not assigned|nobody|no owner|no agent|nicht zugewiesen|nicht zugeordnet|niemand|ohne betreuer|"
    "non assigne|non attribue|sin asignar|no asignado|non assegnato|niet toegewezen|nao atribuido|sem responsavel|"
    "nieprzypisany|担当なし|未割当|未割り当て|未定".split("|")
)


def is_nobodys(text: str) -> bool:
    """Whether a cell of those who look after somebody says that nobody does, so that no letter is signed with it."""
    return normal(text) in _UNASSIGNED


def is_error(text: str) -> bool:
    """Whether a spreadsheet program put its error in the place of a value; no name, id or text is one."""
    return text[:1] == "#" and bool(_ERRORS.fullmatch(text))


def has_errors(text: str) -> bool:
    """Whether such an error stands anywhere in a text of many cells."""
    return "#" in text and bool(_ERRORS.search(text))


def is_masked(text: str) -> bool:
    """Whether a marketplace made a value unreadable (`i***mik`, `(+60)17***99`): strangers may share what is left."""
    return "**" in text


NOBODY = "0"
"""The customer's number that shop systems give to all of their guests."""

_NOBODIES = _NAMELESS | frozenset(
    "-1|guest|guests|guest user|guest customer|guest checkout|guest order|gast|gastkunde|gastbestellung|"
    "gastkonto|invite|invité|client invité|commande invité|invitado|invitada|cliente invitado|ospite|"
    "cliente ospite|convidado|gość|zakup bez rejestracji|gäst|gjest|gæst|vendég|ゲスト|非会員|anonymous|anonym|"
    "anonyme|anónimo|anonimo|anoniem|anonimowy|unbekannt|inconnu|desconocido|sconosciuto|onbekend|"
    "nieznany|desconhecido|不明|cash|cash sale|cash customer|counter sale|barkunde|einmalkunde|diverse|"
    "divers|client de passage|client divers|passant|consumidor final|cliente varios|cliente generico|"
    "cliente generica|particulier|toonbankklant|klient detaliczny|not registered|not logged in|"
    "unregistered|no customer|no account|kein kunde|kein konto|(blank)|(leer)|(vide)|default|deleted|"
    "deleted user|gelöscht|redacted".split("|")
)


def nobodies(*, has_guests: bool) -> frozenset[str]:
    """What stands, in small letters, in the place of a customer's number where there is none; strangers share it.

    `has_guests`: a nought, however long, is no number either.
    """
    return _NOBODIES | {NOBODY * length for length in range(1, 13)} if has_guests else _NOBODIES


def is_blank(text: str) -> bool:
    """Whether a value's cell says nothing; for dates, numbers, ids and addresses, never for names."""
    return text.casefold() in BLANK_WORDS or is_masked(text)
