"""What somebody wrote down in her own words about who wants no letters: `asked us to stop emailing her`."""

import re
from collections.abc import Collection
from itertools import combinations

from reengage_desktop.connectors.vocabulary.headings import normal

_ABOUT = (
    r"(?:newsletter\w*|nyhe[dt]sbrev\w*|utskick|mar(?:knad|ked)sforing\w*|werbung\w*|werbemail\w*|mailings?|"
    r"mailing list|emailing\w*|reklam\w*|reclame\w*|publicite\w*|"
    r"zusendung\w*|publicidade?|pubblicit\w*|pub|promo\w*|marketing\w*|boletin\w*|nieuwsbrie\w*|infolettres?|mailers|ads|rundmails?|infopost|infomails?|correos|sahkopost\w*|uutiskirj\w*)"
)
_MAIL = (
    r"(?:e ?mails?|mails?|mailen|anmailen|anschreiben|kontaktieren|contacter|contactar|contattare|contacteren|"
    r"kontaktowac|contatar|contact(?! (?:since|deliver|lens))|be (?:contacted|e?mailed|texted)|"
    r"kontakt(?:aufnahme|iert werden)?(?! seit)|"
    r"an(?:geschrieben|gemailt) werden|mailow|mail[iy]|mejl\w*"
    r")"
)
"""Writing to somebody."""
_NO_OFFER = r"(?! (?:code|used|applied|rabatt|discount|voucher|coupon|gutschein|jobs|budget|ad+r))"
_NO_ADDRESS = (
    r"(?! (?:ad+r|direcc|indirizz|endere|on file|known|given|provided|available|back\b|vorhanden|bekannt|bekend|"
    r"hinterlegt|confirmation|invoice|receipt|yet\b|on \w+days?\b|before\b|for (?:appoint|order)))"
)
"""And not what comes with a letter, the address that somebody does not have, a paper, or a day."""

_NOT = (
    r"(?:nope|not|never|don t|dont|doesn t|doesnt|kein|keine|keinen|nicht|geen|niet|pas|ne plus|ne \w+ plus|"
    r"ne \w+ \w+ plus|nunca|non|nie|bez|nao|basta|"
    r"inte|inga|ikke|ingen|neposilat|nezasilat|nechce|nepreje si)(?! (?:gets?|getting|receiving)\b)"
)
_LEFT = (
    r"(?:remov\w*|unsub\w*|abbestell\w*|abmeld\w*|abgemeld\w*|gekundigt|stop\w*|cancel\w*|disiscri\w*|rezygn\w*|"
    r"wypis\w*|bajas?|desabonn\w*|desinscri\w*|descadastr\w*|uitschrijv\w*|uitgeschr\w*|afmeld\w*|afgemeld)"
)
_WITHOUT = r"(?:ohne|sans|sin|senza|sem|zonder|niente)"
_TURNS = (
    r"(?:but|only|mind|miss\w*|forget|sondern|problem\w*|mais|pero|sino|ma|maar|wel|mas|ale|lecz|yet|received|arrived|got|opens?|"
    r"opened|reads?|checks?|uses?|have|has|had|ha(?= (?:ancora )?e?mail)|tem|"
    r"recu|odbiera|respond\w*|respon\w*|repon\w*|rispond\w*|reactie|reageert|odpowiada|odpisuje|neodpov\w*|svar\w*|"
    r"reply|invoices?|receipts?|rechnung\w*|factur\w*|fattur\w*|factuur|antwort\w*|lit|liest|leest|legge|czyta|rabatt|discount)\b"
)
"""What turns a no round, or ends it: `not by post but email`; or what became of a letter: `never opens emails`."""

_BETWEEN = rf"(?: (?!{_TURNS})\w+){{0,3}}"
_HAS_NONE = r"(?<!\bhat )(?<!\bhar )(?<!\bn a )(?<!\bheeft )(?<!\blit )(?<!\bleest )"
"""In front of a no: who has no e-mail has refused none."""

_OFF_THE_LIST = (
    r"aus (?:dem |unserem )?(?:mail)?verteiler|van (?:de|onze) (?:mail)?lijst|odhlas\w*"
    r"|aus (?:dem )?newsletter (?:raus|entfern|genommen|gelosch|austrag)\w*|raus aus (?:dem )?newsletter"
    r"|(?:retir\w*|quit\w*|remov\w*|togli\w*|cancell\w*|enlev\w*|sacar) (?:de|da|dalla|du)(?: la| las| nos| nuestra)?"
    r" (?:list[ae]s?|mailing list|newsletter)(?! (?:d[ei] (?:espera|attesa)|d attente))"
)
_AT_WILL = (
    r"(?:can|may|could|kann|konnen|peux|pouvez|puedo|puede|posso|puo|kan|moge|mozna|anytime|jederzeit|"
    r"possible|moglich|posible|possibile|possivel|mogelijk)\b"
)
"""Who can leave at any time has not."""

_CONSENT = (
    r"(?:consent|permission|consents|permissions|einwilligung|werbeeinwilligung|zustimmung|erlaubnis|consentement|"
    r"consentimiento|consenso|toestemming|zgod[aey]|consentimento|samtykke|samtycke|suostumus)"
)
_TAKEN_BACK = (
    r"(?:withdr[ae]w\w*|revok\w*|widerruf(?!lich)\w*|zuruckgezogen|entzogen|retire[er]?|retrait|revoco|revocad[ao]|"
    r"retirad[ao]|revocat[ao]|ritirat[ao]|ingetrokken|wycofa\w*|cofnie\w*|revogad[ao]|revogou|trukket|aterkalla\w*)"
)
_BETWEEN_THEM = rf"(?: (?!{_AT_WILL}|{_NOT}\b)\w+){{0,3}}"
_HER_DATA = (
    r"(?:my|her|his|their|all|meine|seine|ihre|alle|mes|ses|mis|sus|miei|suoi|mijn|zijn|haar|moje|swoje|meus|seus)"
    r"(?: \w+)? (?:data|daten|donnees|datos|dati|gegevens|dane|dados)"
)
_DELETED = (
    r"(?:delet\w+|eras\w+|losch\w*|gelosch\w*|supprim\w*|effac\w*|borr\w*|elimin\w*|suprim\w*|cancell\w*|"
    r"verwijder\w*|usun\w*|apag\w*|exclu\w*)"
)
_BY_TEXT = r"(?:sms|smses|texts|texting|text messages?|text (?:me|her|him|them|us))"
_NO_TEXT = (
    r"(?! (?:received|erhalten|bekommen|recus?|recibido|arrived|codes?|number|reply|before|after|until|on \w+days?))"
)
"""And not one that never came, or that comes at the wrong hour."""
_BY_CHAT = r"(?:whatsapps?|whatsapp(?:nachrichten| messages?)|appjes?|appen|zaps?)"
_WANTS = (
    r"(?:wants?|wish(?:es)?|likes?|like to|to|be|any|more|mehr|mas|piu|meer|d|de|cold|sales|marketing|wunscht|will|"
    r"mochte|veut|souhaite|quiere|recibir|vuole|ricevere|wil|chce|quer|receber|receive|recevoir)"
)
_RINGS = (
    r"(?:call|phone|ring|telephone|called|phoned|anrufen|telefonieren|angerufen|appeler|telephoner|llamar|llamen|"
    r"telefonear|chiamare|telefonare|bellen|gebeld|ligar|telefonar|dzwonic|telefonowac)"
)
_CALLS = r"(?:phone calls?|calls|(?:werbe)?anrufe|appels|llamadas|chiamate|telefonate|telefoontjes|ligacoes|telefonow)"
_BY_CALL = (
    r"(?:(?:do not|don t|dont|never|not to|not (?:want )?(?:to )?be|nicht|nicht mehr|pas|plus|nope|non|niet|nao|nie)"
    rf"(?: (?:please|cold|ever|me|l|la|le))? {_RINGS}|(?:{_NOT}|{_WITHOUT})(?: {_WANTS})* {_CALLS})\b"
    r"(?!(?: \w+){0,2} (?:before|after|between|during|at|until|till|back|again|out|on|in|yet|from|number|nope|"
    r"answered|returned|received|am|an|le|entgegen|vor|nach|zwischen|avant|apres|antes|despues|prima|dopo|voor|na|przed|po)\b)"
)
"""Ringing somebody up, but not at the wrong hour, and not what came of it."""
_OFFERS = r"(?:offers|angebote|aktionen|ofertas|offres|offerte|aanbiedingen|oferty)"
_PLEASE = r"(?:please|bitte|svp|schicken|senden|zusenden|mehr|enviar|inviare|sturen|wysylac)"
_MESSAGES = r"(?:messages?|messaggi|mensajes|mensagens|nachrichten|berichten|wiadomosci)"

_REFUSES = re.compile(
    rf"\b(?:(?:{_NOT}|{_WITHOUT}){_BETWEEN} {_ABOUT}{_NO_OFFER}|{_HAS_NONE}{_NOT}{_BETWEEN} {_MAIL}{_NO_ADDRESS}"
    rf"|(?:refus|rechaz|rifiut|weiger)\w*(?: \w+){{0,2}} {_ABOUT}|{_LEFT}(?: \w+){{0,4}} {_ABOUT}"
    rf"|{_OFF_THE_LIST}"
    rf"|{_ABOUT}(?: (?!{_AT_WILL})\w+){{0,2}} {_LEFT}(?! {_AT_WILL})"
    rf"|stop\w*(?: \w+){{0,2}} {_MAIL}|werbe(?:widersp|verbot|stop|sperr)\w*"
    rf"|(?<!en )plus (?:de|d|aucune?) (?:{_ABOUT}|{_MAIL})"
    rf"|(?:{_ABOUT}|{_MAIL}) (?:untersagt|unerwunscht|verboten|verbeten)|nope spam"
    rf"|(?:kein|keine|keinen|geen) nl|nicht mehr schreiben|{_NOT}{_BETWEEN} {_BY_TEXT}{_NO_TEXT}"
    rf"|{_HAS_NONE}(?:{_NOT}|{_WITHOUT}){_BETWEEN} {_BY_CHAT}{_NO_TEXT}"
    rf"|(?<!did )(?<!hat ){_BY_CALL}|{_NOT}(?: {_WANTS})+ {_MESSAGES}"
    rf"|{_NOT}(?: (?:special|{_WANTS}))* {_OFFERS}(?: {_PLEASE})*$|nl {_LEFT}"
    r"|loschung (?:beantragt|verlangt)|hausverbot"
    r"|(?:said|asked|told|texted|replied|wrote|sent|requested)(?: (?:us|me|to))* stop$"
    rf"|{_NOT} want to be on (?:\w+ )*list"
    r"|(?:do not|don t|never) send (?:(?:her|him|them|me) )?(?:anything|stuff|offers)"
    rf"|(?:\w+ )?{_CONSENT}{_BETWEEN_THEM} {_TAKEN_BACK}|{_TAKEN_BACK}{_BETWEEN_THEM} {_CONSENT}"
    rf"|{_HER_DATA}(?: \w+){{0,2}} {_DELETED}|{_DELETED}(?: \w+)? {_HER_DATA}|datenlosch\w*"
    rf"|(?:dsgvo|gdpr|rgpd|rodo|avg) {_DELETED}|stop\w*(?: \w+)? {_BY_TEXT}|(?:e ?mail|sms) opt ?(?:ed )?out"
    r"|stop (?:spamming|messaging|contacting|sending (?:me|her|him|us|them|stuff|anything))|(?:nope|not?) solicit\w*"
    r"|(?:do not|don t|not to) (?:be )?market(?:ed)?|(?:report|mark|flag)\w* us as spam"
    rf"|ikke (?:have|ha|fa|modtage|motta) (?:\w+ )?(?:{_ABOUT}|{_MAIL})"
    r"|ei (?:halua|enaa)(?: \w+){0,2} (?:sahkopost|uutiskirj|mainok|markkinoin)\w*"
    r"|(?:remov\w*|off|delet\w*)(?: (?:me|her|him|them|from|of|the|your|our|my))*"
    r"(?: (?:e?mail|mailing|marketing|contact))? lists?(?! price)"
    r"|(?:remove|delete|unsubscribe|erase) (?:me|my (?:data|details|account))|leave (?:me|her|him|us) alone|erasure"
    r"|to be (?:deleted|removed|erased|forgotten|taken off)|passed away|"
    r"nichts mehr (?:bekommen|schicken|senden|zusenden|erhalten|horen)|wish\w* to hear from us|hat widersprochen"
    rf"|(?:desinscri|desabonn|uitschrijv)\w*(?! {_AT_WILL})"
    r"|(?:dar(?:se|me)?|dio|dado|dada|pedido|pide|solicit\w+) (?:de |la )*baja)\b"
)
_SAYS_NO = re.compile(
    rf"\b(?:(?P<letters>{_ABOUT}|e-?mails?|mails?)|(?P<texts>sms|texts)|(?P<chats>whats ?app)|(?P<calls>calls|anrufe))"
    r"\s*[:=\u2013-]?\s*(?:opted[ -]?out|nein|nee|nao|não|non|nie|no(?!\.|\s*\d)|stop(?:p|ped)?|off|aus)\b"
    r"\s*(?:[.,;!)]|$)"
)
"""The answer behind what was asked: `Newsletter: nein`."""

_WAYS = (
    r"(?P<letters>e ?mails?|mails?|correos?|courriels?)|(?P<texts>sms|texts|text messages?)|(?P<chats>whatsapp|zap)"
    r"|(?P<calls>phone|calls?|telefon|telefonisch|anrufe?|telephone|telefono|telefonicamente|telefoon|telefonicznie)"
    r"|(?P<post>post|briefpost|brief|briefe|courrier|posta|poczta|letters?)"
)
_WISHES = r"(?:please|bitte|svp|contact|kontakt|reach|wants?|mochte|will|wunscht|veut|quiere|vuole|wil|quer)"
_ONLY = re.compile(
    rf"(?:{_WISHES} )*(?:only|nur|ausschliesslich|uniquement|seulement|solo|soltanto|alleen|tylko|so|apenas|somente) "
    rf"(?:contact |kontakt )?(?:(?:by|via|per|par|por|door|przez) )?(?:{_WAYS})"
    r"(?: (?:kontaktieren|contact|anschreiben|bitte))*"
)
_ONLY_BEHIND = re.compile(rf"(?:(?:{_WISHES}|by|via) )*(?:{_WAYS}) only(?: please)?")
"""The one way by which somebody wants to be reached: `nur per Post`, `text only`."""

_WITHOUT_BLANKS = re.compile(
    r"(?:メルマガ|メール|DM|ダイレクトメール|案内|配信|広告|連絡|電話)[^。、,]{0,6}"
    r"(?:不要|停止(?!可|でき)|拒否|解除(?!可|でき)|いらない|要らない|しない|お断り|"
    r"送らない|送付しない|ご遠慮|お控え|不可|禁止|NG)"
    r"|(?:拒绝|拒絕|不接受|不要|不想|停止|取消|请勿|請勿)[^\uff0c。,]{0,6}"
    r"(?:营销|行銷|邮件|郵件|短信|簡訊|广告|廣告|推广|订阅|訂閱|促销)"
    r"|退订|退訂|勿扰|勿擾"
)
_BY_ANY_WAY = re.compile("^連絡|营销|行銷|促销|勿扰|勿擾")
_MAY_BE = (
    "news nyh utskick mejl werb mail rekl recl pub promo mark bole nieuws zusend anschr passed hear nichts "
    "verteiler lijst odhl text plus taken infolet corre courri kontakt contac contat spam list remov delet eras "
    "forgot consent consenso permission einwillig zustimm erlaub toestemm zgod samtyk samtyc suostum data daten "
    "date dati datos dane dados donne donné gegevens dsgvo gdpr rgpd sms solicit nl stop uutis schreib schrieb "
    "mainok opt sähk sahk alone uns inscri abonn uitschrijv baja widersp call phon ring anruf telef téléph teleph "
    "appel llam chiam bellen gebeld ligar ligaç ligac dzwoni appen appje zap messag mensa nachricht bericht "
    "wiadomo ads offer angebot aktion ofert offre aanbied anything hausverb lösch losch infopost infomail whats "
    "post brief letter poczt メ dm 案内 配信 広告 連絡 電話 退 拒 勿 取 订 訂 不接 不要 不想 停止"
).split()
"""Parts of words without which nobody refuses anything: most remarks hold none of them."""
_KINDS = re.compile(r"non[- ]?(?:marketing|profit|member|stop)|marketing[- ]?(?:kont|conta)", re.IGNORECASE)
"""What tools call those whom they count, `Non-marketing contact`, and a “non” that denies something else."""
_CLAUSES = re.compile(r"[.,;:!?()\n]+|\s[-\u2013\u2014]+\s")
_MORE = re.compile(r"\bmás\b|(\b(?:quer|quier\w+|dese\w+|envi(?:ar|en|em)|receber|recibir|mand(?:ar|en|em)) )mai?s\b")
"""More of them; without its accent, or in another language, it were a “but”."""
_NO = re.compile(r"\bno\b(?!\.)")
"""A bare “no” is “number” in comparable form."""


_KINDS_OF = {
    "letters": re.compile(
        rf"\b(?:(?!werbung|marketing|reklam|reclame|pub|promo){_ABOUT}"
        rf"|(?!conta|kontak|be contacted){_MAIL}|nl|lists?)\b"
    ),
    "texts": re.compile(rf"\b{_BY_TEXT}\b"),
    "chats": re.compile(rf"\b{_BY_CHAT}\b"),
    "calls": re.compile(rf"\b(?:{_BY_CALL}|{_CALLS}\b|call\b)"),
}
"""What says that it was only letters, texts, chats or calls that somebody wants none of."""
_LISTED_BEFORE = re.compile(r"(?:\w+ (?:and|or|und|oder|et|ou|y|o|e|ed|en|of|i|lub) )+$")

EVERYTHING, LETTERS, TEXTS = "do not contact", "do not email", "no texts"
"""The words for what somebody refused: to be written to at all, by mail, or only to her phone."""


_OF_A_PHONE = ("calls", "chats", "texts")


def _word_for(kinds: frozenset[str]) -> str:
    """The word for what was refused together: letters with anything else are everything, and so is what has no name."""
    if "letters" in kinds:
        return LETTERS if len(kinds) == 1 else EVERYTHING
    return _all_named(kinds) if kinds else EVERYTHING


def _all_named(kinds: Collection[str]) -> str:
    return f"no {' '.join(sorted(kinds))}"


BY_KIND = {
    kind: frozenset(
        _all_named(kinds)
        for count in (1, 2, 3)
        for kinds in combinations((*_OF_A_PHONE, "letters"), count)
        if kind in kinds
    )
    for kind in (*_OF_A_PHONE, "letters")
}
"""By what may be sent, the words that `refusal_in` has for who wants none of it, beside those for everything."""


def refusal_in(remark: str) -> str:
    """What a clause of a remark says that somebody wants none of, in the languages of exports; empty for nothing."""
    folded = remark.casefold()
    if not any(part in folded for part in _MAY_BE) or _KINDS.search(remark):
        return ""
    if found := _WITHOUT_BLANKS.search(remark):
        if found[0].startswith("電話"):
            return _word_for(frozenset({"calls"}))
        return EVERYTHING if _BY_ANY_WAY.search(found[0]) else LETTERS
    text = _MORE.sub(r"\1more", folded.replace("n't", "n t"))
    clauses = [*map(normal, _CLAUSES.split(_NO.sub("nope", text)))]
    refused = [frozenset({str(found.lastgroup)}) for found in _SAYS_NO.finditer(text)]
    refused += [_what(clause, found.start()) for clause in clauses if (found := _REFUSES.search(clause))]
    left_open = [
        found.lastgroup for clause in clauses if (found := _ONLY.fullmatch(clause) or _ONLY_BEHIND.fullmatch(clause))
    ]
    if not (refused or left_open):
        return ""
    told = frozenset().union(*refused)
    if not all(refused) or "post" in left_open:
        return EVERYTHING
    return _all_named(told | {*_OF_A_PHONE, "letters"} - {*left_open}) if left_open else _word_for(told)


def _what(clause: str, at: int) -> frozenset[str]:
    """What a clause names that refuses something from a place on, with what was listed before it; nothing for all."""
    listed = _LISTED_BEFORE.search(clause[:at])
    said = clause[listed.start() if listed else at :]
    return frozenset(kind for kind, pattern in _KINDS_OF.items() if pattern.search(said))
