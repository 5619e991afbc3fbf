"""What somebody wrote down in her own words about who wants no letters: `asked us to stop emailing her`."""

import re

from reengage_desktop.connectors.vocabulary.headings import normal

_ABOUT = (
    r"(?:newsletter\w*|werbung\w*|werbemail\w*|mailings?|mailing list|emailing\w*|reklam\w*|reclame\w*|publicite\w*|"
    r"publicidade?|pubblicit\w*|pub|promo\w*|marketing\w*|boletin\w*|nieuwsbrie\w*|infolettres?|correos)"
)
_MAIL = (
    r"(?:e?mails?|mailen|anmailen|anschreiben|kontaktieren|contacter|contactar|contattare|contacteren|kontaktowac|"
    r"contatar|contact)(?! (?:ad+r|direcc|indirizz|endere))"
)
"""Letters, and not the address that somebody does not have."""

_NOT = (
    r"(?:nope|not|never|don t|dont|doesn t|doesnt|kein|keine|keinen|nicht|ohne|geen|niet|pas|ne \w+ plus|"
    r"ne \w+ \w+ plus|sans|sin|nunca|non|senza|nie|bez|nao|sem)"
)
_LEFT = (
    r"(?:remov\w*|unsub\w*|abbestell\w*|abmeld\w*|abgemeld\w*|gekundigt|stop\w*|cancel\w*|disiscri\w*|rezygn\w*|"
    r"wypis\w*|bajas?|desabonn\w*|desinscri\w*|descadastr\w*|uitschrijv\w*|uitgeschr\w*|afmeld\w*|afgemeld)"
)
_TURNS = r"(?:but|only|mind|miss|sondern|problem\w*|mais|pero|sino|ma|maar|wel|mas|ale|lecz)\b"
"""What turns a no round, or ends it: `not by post but email`."""

_AT_WILL = (
    r"(?:can|may|could|kann|konnen|peux|pouvez|puedo|puede|posso|puo|kan|moge|mozna|anytime|jederzeit|"
    r"possible|moglich|posible|possibile|possivel|mogelijk)\b"
)
"""Who can leave at any time has not."""

_REFUSES = re.compile(
    rf"\b(?:{_NOT}(?: (?!{_TURNS})\w+){{0,3}} (?:{_ABOUT}|{_MAIL})|{_LEFT}(?: \w+){{0,4}} {_ABOUT}"
    rf"|{_ABOUT}(?: (?!{_AT_WILL})\w+){{0,2}} {_LEFT}(?! {_AT_WILL})"
    rf"|stop\w*(?: \w+){{0,2}} {_MAIL}|werbewidersp\w*)\b"
)
_IN_JAPANESE = re.compile(
    r"(?:メルマガ|メール|DM|ダイレクトメール|案内|配信|広告)[^。、,]{0,6}"
    r"(?:不要|停止(?!可|でき)|拒否|解除(?!可|でき)|いらない|要らない|しない|お断り)"
)
_MAY_BE = re.compile(
    r"news|werb|mail|rekl|recl|pub|promo|market|bole|nieuws|infolet|corre|kontakt|conta[ct]|メ|DM|案内|配信|広告",
    re.IGNORECASE,
)
_KINDS = re.compile(r"non[- ]?marketing|marketing[- ]?(?:kont|conta)", re.IGNORECASE)
"""What tools call those whom they count: `Non-marketing contact`."""
_CLAUSES = re.compile(r"[.,;:!?()\n]+")
_NO = re.compile(r"\bno\b(?!\.)")
"""A bare “no” is “number” in comparable form."""


def refuses_letters(remark: str) -> bool:
    """Whether a clause of a remark says that somebody wants no letters, in the languages of exports."""
    if not _MAY_BE.search(remark) or _KINDS.search(remark):
        return False
    if _IN_JAPANESE.search(remark):
        return True
    clauses = _CLAUSES.split(_NO.sub("nope", remark.casefold().replace("n't", "n t")))
    return any(_REFUSES.search(normal(clause)) for clause in clauses)
