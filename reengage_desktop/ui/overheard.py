"""English sentences of the program's other parts, known again by their words: as faults, or as kept in the database.

They are listed here once, with a name in braces for what changes in them; `hear` finds which one a text is. What a
provider or the owner wrote is not among them and stays as it was written.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

_OF_FILES = (
    "The import is not taken back to its end yet. The next start goes on with it.",
    "A file was not found. Nothing was changed; check the path.",
    "“{file}” was not found. Nothing was changed; check the path.",
    "A file is a folder. Nothing was changed; name a file.",
    "“{file}” is a folder. Nothing was changed; name a file.",
    "A file may not be read or written. Nothing was changed; check its permissions.",
    "“{file}” may not be read or written. Nothing was changed; check its permissions.",
    "A file is already there. Nothing was changed; choose another name.",
    "“{file}” is already there. Nothing was changed; choose another name.",
    "“{file}” is already there. Nothing was saved; name a file that is not.",
    "A file can't be used ({reason}). Nothing was changed; check the disk and try again.",
    "“{file}” can't be used ({reason}). Nothing was changed; check the disk and try again.",
    "“{folder}” is no folder on this PC. Nothing was changed; choose another one.",
    "“{file}” is too large for a template. Nothing was saved.",
    "“{file}” is no UTF-8 text. Nothing was saved; save it as UTF-8 and try again.",
)
_OF_THE_SHOP = (
    "Another program holds the shop's database. Nothing was changed and nothing was sent; close it and try again.",
    "The disk is full. Nothing was changed and nothing is sent meanwhile; free some space and try again.",
    "The disk is full. Nothing was sent; free some space, and the messages go on by themselves.",
    (
        "The disk is full or can't be read. Nothing more is sent meanwhile; "
        "free some space, check the disk and try again."
    ),
    (
        "The clock of this PC can't be right: it lies behind what was already recorded, or far ahead of it. Nothing is "
        "sent and nothing was changed. Set date and time of this PC; if they are right, say so in the window, under "
        "Home."
    ),
    (
        "This date can't be right: the program was written later. Nothing is sent until you set date and time of this "
        "PC."
    ),
    "The shop's database is damaged. Nothing is sent from it; restore the newest good backup.",
    "The shop's database file is damaged or no database. Nothing is sent from it; restore the newest good backup.",
    "The shop's database file is empty. Nothing is sent from it; restore the newest good backup.",
    "The shop's database file is gone. Nothing is sent from it; restore the newest good backup.",
    "The shop's database may not be written. Nothing was changed; check the folder's permissions.",
    "The shop's database can't be opened here. Nothing was changed; check the folder and its permissions.",
    (
        "The shop's database can't be used, and no good copy of it is in “{folder}”. Nothing is sent from it; put a "
        "copy that you kept elsewhere there and try again. Without one, move “shop.db” and that folder away: a new "
        "shop begins, which still knows who must not be written to."
    ),
    (
        "This shop's database was written by a newer version of the program (schema {schema}, this one knows "
        "{known}). Nothing was changed or sent; install the newer version."
    ),
    (
        "This backup was written by a newer version of the program (schema {schema}, this one knows {known}). Nothing"
        " was changed; install the newer version."
    ),
    "This file is a database, but no backup of a shop. Nothing was changed; choose another.",
    "This file is damaged or no backup of a shop. Nothing was changed; choose another one.",
    (
        "This backup and the shop as it is contradict each other, so that it can't be told who was written to. "
        "Nothing was changed and nobody is written to twice; restore another backup."
    ),
    "{sentence} It is {copy}.",
    "{sentence} Or go back to the shop as it was before that: {copy}.",
    (
        "“{what}” can't start: it is held up by another process. Nothing was changed; wait until that has ended and "
        "try again."
    ),
    (
        "“{what}” can't start: it is held up by {holder} of process {number}, since {since}. Nothing was changed; "
        "wait until that has ended and try again."
    ),
    (
        "This PC has no password store, so keys are kept only until the program closes and nothing is sent in the "
        "background. On Linux install and start GNOME Keyring, KWallet or KeePassXC, then start the program again."
    ),
    (
        "Something went wrong that the program did not expect. Nothing more was done and nothing is sent twice; try "
        "again, and if it stays, send the newest file of the “logs” folder to support (it holds no addresses and no "
        "keys)."
    ),
    (
        "Messages are being sent already, by the window or by another command. Nothing is sent twice and nothing is "
        "lost; wait until that has ended."
    ),
    (
        "DISABLE_AUTO_ENGAGEMENT is set on this PC: no job runs and nobody is written to. Take it out of the "
        "environment to let jobs run; “send --payload” still works."
    ),
)
_OF_THE_SAMPLE = (
    "Stopped. The sample shop is not complete; start the demo again to build it anew.",
    "“{folder}” holds something else than a sample shop. Nothing was touched.",
    (
        "“{folder}” holds something else than a sample shop. Nothing was touched; move it away, or name another "
        "folder with --data-dir."
    ),
    "The sample shop is open in a window. Nothing was touched; close the window and try again.",
    "The old sample shop in “{folder}” can't be removed; close what uses it.",
    (
        "The sample shop in “{folder}” could not be removed whole ({reason}). Your own shop is untouched; close what "
        "uses the folder and remove it again."
    ),
)
_OF_CUSTOMERS = (
    "There is no customer number {number}.",
    "No customer is known by this phone, e-mail or id. Check it, or import her first.",
    "Both are the same customer. Nothing was changed; name two different ones.",
    "The wording is empty. Nothing was changed; write down what the customer agreed to.",
    "The tag is empty. Nothing was changed; write a word.",
    "A purchase of {amount} can't be. Nothing was recorded; name an amount above zero.",
    "{amount} has more decimals than {currency} has ({most}). Nothing was recorded; name what was paid.",
    "{bought_on} is before {year}. Nothing was recorded; name the day when it was bought.",
    "{bought_on} is still to come. Nothing was recorded; name the day when it was bought.",
    "This is no e-mail address. Nothing was kept; mend it and try again.",
    "This is no phone number. Nothing was kept; mend it and try again.",
    "Without an e-mail address or a phone nobody could be told apart. Nothing was kept; mend it and try again.",
    "A yes needs the words of what was agreed to. Nothing was kept; mend it and try again.",
    "There is no group number {number}. Nothing was done; “groups list” names them all.",
    "The group has no name. Nothing was saved; give it one.",
    "Another group is called “{name}”. Nothing was saved; choose another name.",
    "There is a group “{name}” again already. It stays as it is.",
)
_OF_CAMPAIGNS = (
    "There is no campaign of your own with the number {number}. Nothing was done; “campaigns list” names them all.",
    "The campaign is not over yet. Nothing was changed; stop it first.",
    "The campaign is over and stays as it was. Duplicate it to send something like it again.",
    (
        "The campaign has started: {keys} can't be changed any more. Nothing was changed; its name, description and "
        "pace can be, and a duplicate can say something else."
    ),
    "The campaign was not started and nobody was written to.",
    "The campaign was put away. Nothing was started; bring it back first.",
    "The campaign is running. Nothing was deleted; stop it first.",
    (
        "Messages of this campaign have gone out: what customers got stays in the history. Nothing was deleted; "
        "archive the campaign instead."
    ),
    "The first message has already left. It can't be called back; stop the campaign and nobody else gets one.",
    "The campaign {step}: {standing}. Nothing was changed and nothing is sent because of this; possible now: {steps}.",
    "The shop's postal address is empty: no e-mail starts without it. Fill it in under Settings.",
    "A file is being brought in. Nobody is chosen meanwhile; try again when that has ended.",
    "Not connected yet: {channels}. Nobody could be written to; connect it under Settings. {sentence}",
    "Nobody would get this message now.",
    "The template “{name}” is for none of the campaign's channels. Choose another one.",
    "The template “{name}” is not for {channel}. Choose another one for that channel.",
    "The wordings to compare are for none of the campaign's channels.",
    "There is no template for {kind} on {channel}. Choose one or write one.",
    "There is no template for “{kind}” on {channel}; write one first.",
    "There is no template “{name}”. `templates list` names them all.",
    "The template “{name}” is at fault: {sentence}",
    "There is a template “{name}” already. Nothing was saved; choose another name.",
    "There is a template “{name}” already. Nothing was changed; choose another name.",
    "“{name}” ships with the program and keeps its name. Copy it to have one of your own.",
    "“{name}” ships with the program and can't be deleted.",
    "“{name}” ships with the program and stays as it is. Save your copy under another name; it is used in its place.",
    "“{name}” is used by {users}. Choose another template there first.",
    "The template was not saved. Line {line}, column {column}: {sentence} “templates check” lists every fault.",
    "The template was not saved: {sentence}",
)
_OF_MESSAGES = (
    (
        "This message is not yours to do any more: it is done, was taken out or went another way. Nothing was "
        "changed; look at the list again."
    ),
    "There is no message {numbers}. Nothing was changed; see: reengage-desktop queue",
    "There is no address to send the test to. Type your own; nothing was sent.",
    "“{typed}” is not an e-mail address. Nothing was sent; check it and try again.",
    "“{typed}” is not a phone number. Nothing was sent; check it and try again.",
    "“{name}” is written for {channel}, not for {other_channel}. Nothing was sent.",
    "Line {line}, column {column}: {sentence} Nothing was sent.",
    "The secret is empty. Nothing was saved; paste it from the provider's page and try again.",
    "{provider} is not connected: {lacking} under Settings, Connections.",
    "{provider} is not connected: {lacking} under Settings, Connections. Nothing was sent.",
    "The channel was given to another provider at this very moment.",
    "She has not written within the last 24 hours, so WhatsApp takes an approved template only.",
    "The program ended while this message was being handed over. It may have arrived; it is not sent again.",
    "It was sent before an older copy of the shop took this one's place.",
    "The provider took the message without giving it an id.",
    "The provider gave no id.",
    "The message is empty.",
    "The script is empty.",
    "The message has more than {number} characters.",
    "The message is too long for a push message.",
    "The message holds half a character, which can't be written into an e-mail.",
    "An address can't be written into an e-mail.",
    "The address is not valid.",
    "A field of the approved template is empty for this customer.",
    "The customer has no such pass on her phone any more.",
    "{number} messages in a row came back. {sentence}",
)
_OF_CONNECTIONS = (
    "The server did not answer in time.",
    "The connection broke before the answer came.",
    "The server's certificate is not trusted by this PC, so nothing was sent.",
    "The server could not be reached in time.",
    "The server could not be reached.",
    "The server's name was not found; the PC is probably offline.",
    "The server's answer was far too long to be one.",
    (
        "The key holds a line break or a letter that no key has, so nothing was sent. Enter it again, as the provider "
        "shows it."
    ),
    "The proxy that is set under Settings did not lead to the server, so nothing was sent.",
    "The proxy that is set under Settings wants another user name or password; nothing was sent.",
    "The mail server's certificate is not trusted by this PC, or it speaks no TLS on this port.",
    "The mail server's name was not found; the PC is probably offline.",
    "The mail server did not answer in time.",
    "Nobody answers at the mail server's address and port.",
    "The connection to the mail server broke.",
    "The mail server answered with code {code}.",
    "The mail server can't deliver to addresses with letters outside of ASCII.",
    "The mail server offers no STARTTLS; set “providers.smtp.security” to tls, with its port.",
    "The mail server takes no password on this port; use the port and security that your mail host names.",
    "The user name or password holds characters that mail servers can't take.",
    "The user name or password holds characters that this mailbox can't take.",
    "Without TLS the password would be readable on the way; set “{key}” to tls or starttls.",
    "The mailbox's certificate is not trusted by this PC, or it speaks no TLS on this port.",
    "The mailbox's server was not found; the PC is probably offline.",
    "The mailbox did not answer in time.",
    "Nobody answers at the mailbox's address and port.",
    "The connection to the mailbox broke.",
    "The mailbox has no folder “{folder}”; check “providers.imap.folder”.",
    "The mailbox did not take the user name and password: {said}",
    "The mailbox refused: {said}",
    "The mails in the mailbox could not be read.",
    "The mailbox could not be searched.",
    "The provider answered with HTTP status {code}.",
    "The provider's address sends requests elsewhere; check “base_url”. Nothing was sent there.",
    "{provider} answered with HTTP status {code}.",
    "{provider} answered with status {code}.",
    "{provider}'s answer could not be read.",
    "The service account is no complete key file of Google's; create a new JSON key and save it again.",
    "Google did not accept the service account.",
    "Resend has not verified the sender's domain.",
    "Resend does not take this address.",
    "WhatsApp blocks marketing messages to numbers that begin with +1.",
    "WhatsApp through Twilio needs an approved template: name it by its Content SID, which begins with HX.",
    "WhatsApp needs the name and language of a template that Meta has approved; this message has none.",
    "Twilio has the message and could not send it.",
    "OneSignal knows no device of this customer's.",
    "No device of this customer's is subscribed any more.",
    "Vapi did not take the call.",
    "Vapi did not call: its account or number does not allow it.",
    "Vapi did not call: too many calls at once or today. You may try again.",
    "The number can't be called.",
    "Something broke on the way, not at the customer's. You may try again.",
    "{provider} was asked and has no such mail.",
    "{provider} was asked and has no such text.",
    "{provider} was asked and has no such call.",
    "{provider} was asked and has no such message.",
)

SENTENCES = (
    *_OF_FILES,
    *_OF_THE_SHOP,
    *_OF_THE_SAMPLE,
    *_OF_CUSTOMERS,
    *_OF_CAMPAIGNS,
    *_OF_MESSAGES,
    *_OF_CONNECTIONS,
)
"""Every sentence that is known again."""

_PLACE = re.compile(r"\\\{(\w+)\\\}")


@lru_cache(maxsize=512)
def hear(text: str) -> tuple[str, Mapping[str, str]] | None:
    """Which of the sentences a text is, also without its full stop, and what stands in its places; None for none."""
    for whole in (text, f"{text}."):
        for head, tail, sentence in _ordered():
            # The ends first: to read all the sentences as patterns takes as long as painting a page.
            found = _pattern(sentence).fullmatch(whole) if whole.startswith(head) and whole.endswith(tail) else None
            if found is not None:
                return sentence, found.groupdict()
    return None


@lru_cache(maxsize=1)
def _ordered() -> tuple[tuple[str, str, str], ...]:
    """The sentences with what they begin and end with; those with fewer places first, because they say more."""
    ordered = sorted(SENTENCES, key=lambda each: (each.count("{"), -len(each)))
    return tuple((each.partition("{")[0], each.rpartition("}")[2], each) for each in ordered)


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile(_PLACE.sub(r"(?P<\1>.+?)", re.escape(sentence)), re.DOTALL)
