"""What somebody wrote down in her own words about who wants no letters: `asked us to stop emailing her`."""

import re

from reengage_desktop.connectors.vocabulary.headings import normal

_ABOUT = (
    r"(?:newsletter\w*|nyhe[dt]sbrev\w*|utskick|mar(?:knad|ked)sforing\w*|werbung\w*|werbemail\w*|mailings?|"
    r"mailing list|emailing\w*|reklam\w*|reclame\w*|publicite\w*|"
    r"zusendung\w*|publicidade?|pubblicit\w*|pub|promo\w*|marketing\w*|boletin\w*|nieuwsbrie\w*|infolettres?|correos|sahkopost\w*|uutiskirj\w*)"
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

_REFUSES = re.compile(
    rf"\b(?:(?:{_NOT}|{_WITHOUT}){_BETWEEN} {_ABOUT}{_NO_OFFER}|{_HAS_NONE}{_NOT}{_BETWEEN} {_MAIL}{_NO_ADDRESS}"
    rf"|(?:refus|rechaz|rifiut|weiger)\w*(?: \w+){{0,2}} {_ABOUT}|{_LEFT}(?: \w+){{0,4}} {_ABOUT}"
    rf"|{_OFF_THE_LIST}"
    rf"|{_ABOUT}(?: (?!{_AT_WILL})\w+){{0,2}} {_LEFT}(?! {_AT_WILL})"
    rf"|stop\w*(?: \w+){{0,2}} {_MAIL}|werbe(?:widersp|verbot|stop|sperr)\w*"
    rf"|(?<!en )plus (?:de|d|aucune?) (?:{_ABOUT}|{_MAIL})"
    rf"|(?:{_ABOUT}|{_MAIL}) (?:untersagt|unerwunscht|verboten|verbeten)|nope spam"
    rf"|(?:kein|keine|keinen|geen) nl|nicht mehr schreiben|{_NOT}{_BETWEEN} {_BY_TEXT}{_NO_TEXT}"
    rf"|{_CONSENT}{_BETWEEN_THEM} {_TAKEN_BACK}|{_TAKEN_BACK}{_BETWEEN_THEM} {_CONSENT}"
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
    rf"\b{_ABOUT}\s*[:=\u2013-]?\s*(?:opted[ -]?out|nein|nee|nao|não|non|nie|no(?!\.|\s*\d)|stop(?:p|ped)?|off|aus)\b"
    r"\s*(?:[.,;!)]|$)"
)
"""The answer behind what was asked: `Newsletter: nein`."""

_WITHOUT_BLANKS = re.compile(
    r"(?:メルマガ|メール|DM|ダイレクトメール|案内|配信|広告|連絡)[^。、,]{0,6}"
    r"(?:不要|停止(?!可|でき)|拒否|解除(?!可|でき)|いらない|要らない|しない|お断り|"
    r"送らない|送付しない|ご遠慮|お控え)"
    r"|(?:拒绝|拒絕|不接受|不要|不想|停止|取消|请勿|請勿)[^\uff0c。,]{0,6}"
    r"(?:营销|行銷|邮件|郵件|短信|簡訊|广告|廣告|推广|订阅|訂閱|促销)"
    r"|退订|退訂|勿扰|勿擾"
)
_BY_ANY_WAY = re.compile("^連絡|营销|行銷|促销|勿扰|勿擾")
_MAY_BE = re.compile(
    r"news|nyh|utskick|mejl|werb|mail|rekl|recl|pub|promo|mark|bole|nieuws|zusend|anschr|passed|hear|nichts|verteiler|lijst|odhl|text|"
    r"ne plus|taken|infolet|corre|kontakt|conta[ct]|spam|list|angeschr|remov|delet|eras|forgot|"
    r"consent|consenso|permission|einwillig|zustimm|erlaub|toestemm|zgod|samty[kc]|suostum|\bda(?:t[aeio]|ne|dos)|donn[eé]es|"
    r"gegevens|dsgvo|gdpr|rgpd|sms|solicit|\bnl\b|schreib|stop|uutis|mainok|opt(?:ed)?[ -]?out|s[aä]hk[oö]|"
    r"alone|uns|d[eé]s(?:inscri|abonn)|uitschrijv|baja|widersp|"
    r"メ|DM|案内|配信|広告|連絡|[退拒勿取订訂]|不接|不要|不想|停止",
    re.IGNORECASE,
)
_KINDS = re.compile(r"non[- ]?(?:marketing|profit|member|stop)|marketing[- ]?(?:kont|conta)", re.IGNORECASE)
"""What tools call those whom they count, `Non-marketing contact`, and a “non” that denies something else."""
_CLAUSES = re.compile(r"[.,;:!?()\n]+")
_MORE = re.compile(r"\bmás\b|(\b(?:quer|quier\w+|dese\w+|envi(?:ar|en|em)|receber|recibir|mand(?:ar|en|em)) )mai?s\b")
"""More of them; without its accent, or in another language, it were a “but”."""
_NO = re.compile(r"\bno\b(?!\.)")
"""A bare “no” is “number” in comparable form."""


_LETTERS = re.compile(
    rf"\b(?:(?!werbung|marketing|reklam|reclame|pub|promo){_ABOUT}|(?!conta|kontak|be contacted){_MAIL}|nl|lists?)\b"
)
_TEXTS = re.compile(rf"\b{_BY_TEXT}\b")
"""What says that it was only letters, or texts, that somebody wants none of."""

EVERYTHING, LETTERS, TEXTS = "do not contact", "do not email", "no texts"
"""The words for what somebody refused: to be written to at all, by mail, or only to her phone."""


def refusal_in(remark: str) -> str:
    """What a clause of a remark says that somebody wants none of, in the languages of exports; empty for nothing."""
    if not _MAY_BE.search(remark) or _KINDS.search(remark):
        return ""
    if found := _WITHOUT_BLANKS.search(remark):
        return EVERYTHING if _BY_ANY_WAY.search(found[0]) else LETTERS
    text = _MORE.sub(r"\1more", remark.casefold().replace("n't", "n t"))
    if _SAYS_NO.search(text):
        return LETTERS
    clauses = map(normal, _CLAUSES.split(_NO.sub("nope", text)))
    refused = {_what(clause) for clause in clauses if _REFUSES.search(clause)}
    return refused.pop() if len(refused) == 1 else EVERYTHING if refused else ""


def _what(clause: str) -> str:
    """What a clause that refuses something names: letters, texts, or neither or both."""
    is_letters, is_texts = bool(_LETTERS.search(clause)), bool(_TEXTS.search(clause))
    return EVERYTHING if is_letters == is_texts else LETTERS if is_letters else TEXTS
