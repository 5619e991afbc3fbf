"""When somebody was there last, whatever it was for: `Letzter Sehtest`, `Última revisión`, `Last Stamped`."""

from collections.abc import Mapping

from reengage_desktop.connectors.values.profiles import Profile, is_evidently
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.domain.vocabulary import ImportKind

_LAST = frozenset(
    "last letzte letzter letztes letzten dernier derniere ultimo ultima laatste laatst ostatni ostatnia "
    "ostatnie ostatniego ostatniej".split()
)
_NO_VISIT = frozenset(
    "login logged logon seen active activity online contact contacted contacto contatto contato kontakt update updated "
    "change changed changes edit edited modified modification modificado modificacion modifica modificato geandert "
    "anderung aktualisierung mise jour actualizacion aggiornamento gewijzigd wijziging zmiana atualizacao email mail "
    "emailed message messaged open opened click clicked sent campaign kampagne newsletter sync synced import imported "
    "export call called sms reminder reminded erinnerung rappel aviso promemoria herinnering przypomnienie connexion "
    "conexion acceso accesso acesso anmeldung zugriff logowanie name invoice payment declined failed viewed view "
    "ingelogd inloggen inloggning inloggad indlogget innlogget logget eingeloggt access accessed session sesion sessao "
    "sessione sesja sign signin signed connected connection connecte bewerkt bearbeitet verzonden gesendet versendet "
    "envoye envoi enviado envio inviato invio wyslano note nota notiz nachricht mensaje messaggio mensagem bericht "
    "cancelled cancellation aktivitat attivita actividad activite activiteit atividade aktywnosc".split()
)
"""What happened last without her buying: a letter, a change, a login."""


def find_last_visit(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """The first day of a list of people that something happened last, where no column is named for her last order."""
    if kind is not ImportKind.CUSTOMERS or "last_order_at" in chosen:
        return
    for column, profile in profiles.items():
        tokens = set(normal(column).split())
        is_last = bool(tokens & _LAST) or normal(column).startswith("最終")
        is_other = tokens & _NO_VISIT or any(part in column for part in ("ログイン", "更新", "配信"))
        if is_last and not is_other and column not in chosen.values() and is_evidently(profile, ValueType.MOMENT):
            chosen["last_order_at"] = column
            return
