"""What is said of each provider: what it costs, where its keys are, and what its fields are called."""

from dataclasses import dataclass

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks.connections import NETWORK, Connection, Standing, TestKind
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.wording import channel_name, translate


@dataclass(frozen=True)
class Story:
    """`cost` in a sentence, `where` its keys are found, `link` to that page (empty: there is none)."""

    title: str
    cost: str
    where: str
    link: str = ""


def story(name: str, title: str) -> Story:
    """What is said of a provider; `title` is its own name."""
    found = {**_mail_stories(), **_text_stories(), **_other_stories()}.get(name)
    return found or Story(title, "", "")


def _mail_stories() -> dict[str, Story]:
    by_mail = translate(
        "Providers", "You pay for each mail or a monthly plan; small shops often fit into the free one."
    )
    return {
        "smtp": Story(
            translate("Providers", "Your own mailbox"),
            translate(
                "Providers", "Costs nothing beyond your mailbox. Most hosts let some hundred mails a day through."
            ),
            translate(
                "Providers",
                "Your mail host names the outgoing server (SMTP), the user name and the password. Gmail and others ask "
                "for a password of its own for programs.",
            ),
        ),
        "imap": Story(
            translate("Providers", "What comes back to your mailbox"),
            translate("Providers", "Costs nothing. Without it bounces, answers and mailed opt-outs are not noticed."),
            translate(
                "Providers",
                "Your mail host names the incoming server (IMAP), the user name and the password. It is only read: "
                "nothing is marked, moved or deleted.",
            ),
        ),
        "resend": Story(
            "Resend",
            by_mail,
            translate("Providers", "API Keys in Resend's menu. Your domain must be verified there under Domains."),
            "https://resend.com/api-keys",
        ),
        "sendgrid": Story(
            "SendGrid",
            by_mail,
            translate("Providers", "Settings, API Keys at SendGrid; allow “Mail Send” and “Suppressions: read”."),
            "https://app.sendgrid.com/settings/api_keys",
        ),
        "postmark": Story(
            "Postmark",
            by_mail,
            translate(
                "Providers",
                "The page “API Tokens” of your server at Postmark. Messages like these go through a broadcast stream.",
            ),
            "https://account.postmarkapp.com/servers",
        ),
        "ses": Story(
            "Amazon SES",
            translate("Providers", "You pay Amazon for each mail, little; you need an AWS account out of its sandbox."),
            translate(
                "Providers",
                "A user of your AWS account that may “ses:SendEmail” and “ses:List*”, and its access key.",
            ),
            "https://console.aws.amazon.com/iam/",
        ),
    }


def _text_stories() -> dict[str, Story]:
    by_part = translate("Providers", "You pay for each part of a text message; the price depends on the country.")
    return {
        "twilio": Story(
            "Twilio",
            translate(
                "Providers", "You pay for each part of a text message and for each WhatsApp message, by country."
            ),
            translate(
                "Providers",
                "Account SID and Auth Token stand on the first page of the Twilio Console; the number under Phone "
                "Numbers.",
            ),
            "https://console.twilio.com/",
        ),
        "vonage": Story(
            "Vonage",
            by_part,
            translate("Providers", "Key and secret stand on the first page of Vonage's dashboard."),
            "https://dashboard.nexmo.com/",
        ),
        "sns": Story(
            "Amazon SNS",
            by_part,
            translate(
                "Providers",
                "A user of your AWS account that may “sns:Publish” and “sns:ListPhoneNumbersOptedOut”.",
            ),
            "https://console.aws.amazon.com/iam/",
        ),
        "whatsapp_cloud": Story(
            translate("Providers", "WhatsApp Business (Meta)"),
            translate("Providers", "You pay Meta for each marketing message, by country; answers are free."),
            translate(
                "Providers",
                "Phone number ID and a permanent token stand on the WhatsApp page of your app at Meta. Meta approves "
                "each text before it may be sent.",
            ),
            "https://developers.facebook.com/apps/",
        ),
    }


def _other_stories() -> dict[str, Story]:
    return {
        "vapi": Story(
            "Vapi",
            translate("Providers", "You pay for each minute of a call."),
            translate("Providers", "API Keys in Vapi's dashboard, the private one."),
            "https://dashboard.vapi.ai/",
        ),
        "google_wallet": Story(
            "Google Wallet",
            translate("Providers", "Costs nothing."),
            translate(
                "Providers", "The JSON key of a service account that is a user of your issuer in the Wallet console."
            ),
            "https://pay.google.com/business/console/",
        ),
        "onesignal": Story(
            "OneSignal",
            translate("Providers", "Free for small shops; you need an app or a website that customers have allowed."),
            translate("Providers", "Settings, Keys & IDs at OneSignal: the app's id and its API key."),
            "https://dashboard.onesignal.com/",
        ),
        "fcm": Story(
            "Firebase Cloud Messaging",
            translate("Providers", "Costs nothing; you need an app that customers have installed."),
            translate("Providers", "Project settings, Service accounts at Firebase: a new private key, and the id."),
            "https://console.firebase.google.com/",
        ),
        NETWORK: Story(
            translate("Providers", "Your network's proxy"),
            translate("Providers", "Most networks have none. Fill it in only where the program can't get out without."),
            translate(
                "Providers",
                "Whoever looks after your network names its address, such as http://proxy.example.com:3128, and a user "
                "name in it where one is asked for. Mail servers are reached without it.",
            ),
        ),
        "hand": Story(
            translate("Providers", "You, by hand"),
            translate("Providers", "Costs nothing but your time."),
            translate(
                "Providers",
                "Choose it for a channel above, and its messages wait in a list instead of going by themselves: you "
                "call, write or post them, and say in one click how each ended. Limits, agreement and results are the "
                "same as for any message.",
            ),
        ),
        "pretend": Story(
            translate("Providers", "Only pretend"),
            translate("Providers", "Costs nothing."),
            translate("Providers", "Needs no key: nothing leaves this PC."),
        ),
    }


def channel_goes_through(channel: ChannelName, title: str) -> str:
    """That another provider carries a channel from now on."""
    sentence = translate("Providers", "{channel} now goes through {provider}.")
    return sentence.replace("{channel}", channel_name(channel)).replace("{provider}", title)


def standing_word(standing: Standing) -> tuple[str, Tone]:
    """How a provider stands, in a word, and how good that is."""
    return {
        Standing.NOT_YET: (translate("Standing", "Not in this version"), Tone.NEUTRAL),
        Standing.NOT_CONNECTED: (translate("Standing", "Not connected"), Tone.NEUTRAL),
        Standing.UNTESTED: (translate("Standing", "Saved, not tested"), Tone.WARN),
        Standing.WORKS: (translate("Standing", "Works"), Tone.OK),
        Standing.REFUSED: (translate("Standing", "Refused"), Tone.BAD),
        Standing.LIMITED: (translate("Standing", "Limit reached"), Tone.WARN),
        Standing.UNREACHABLE: (translate("Standing", "Not reached"), Tone.WARN),
        Standing.UNASKED: (translate("Standing", "Held"), Tone.WARN),
        Standing.LOCKED: (translate("Standing", "Keys locked"), Tone.WARN),
    }[standing]


def connection_word(found: Connection) -> tuple[str, Tone]:
    """The same for one connection: on trial it works for the owner's own numbers only; a proxy need not be there."""
    if found.provider == NETWORK and found.standing is Standing.NOT_CONNECTED:
        return translate("Standing", "Not used"), Tone.NEUTRAL
    is_trial = found.answer is not None and found.answer.kind is TestKind.ON_TRIAL
    if is_trial and found.standing is Standing.WORKS:
        return translate("Standing", "On trial"), Tone.WARN
    return standing_word(found.standing)


def field_label(field: str) -> str:
    """What a field of a provider is called."""
    labels = {**_common_labels(), **_account_labels()}
    return labels.get(field, field.replace("_", " ").capitalize())


def _common_labels() -> dict[str, str]:
    return {
        "host": translate("Provider", "Server"),
        "folder": translate("Provider", "Folder"),
        "port": translate("Provider", "Port"),
        "security": translate("Provider", "Encryption"),
        "username": translate("Provider", "User name"),
        "password": translate("Provider", "Password"),
        "from_address": translate("Provider", "From (e-mail)"),
        "from_name": translate("Provider", "From (name)"),
        "unsubscribe_address": translate("Provider", "Opt-outs go to"),
        "rate_per_minute": translate("Provider", "At most"),
        "api_key": translate("Provider", "API key"),
        "api_secret": translate("Provider", "API secret"),
        "proxy": translate("Provider", "Proxy"),
        "proxy_password": translate("Provider", "Its password"),
        "api_version": translate("Provider", "API version"),
        "region": translate("Provider", "Region"),
    }


def _account_labels() -> dict[str, str]:
    return {
        "account_sid": translate("Provider", "Account SID"),
        "auth_token": translate("Provider", "Auth token"),
        "from_number": translate("Provider", "From (number)"),
        "messaging_service_sid": translate("Provider", "Messaging service SID"),
        "whatsapp_from": translate("Provider", "WhatsApp number"),
        "phone_number_id": translate("Provider", "Phone number ID"),
        "business_account_id": translate("Provider", "Business account ID"),
        "access_token": translate("Provider", "Access token"),
        "app_secret": translate("Provider", "App secret"),
        "server_token": translate("Provider", "Server token"),
        "message_stream": translate("Provider", "Message stream"),
        "access_key_id": translate("Provider", "Access key ID"),
        "secret_access_key": translate("Provider", "Secret access key"),
        "configuration_set": translate("Provider", "Configuration set"),
        "contact_list": translate("Provider", "Contact list"),
        "queue_url": translate("Provider", "Queue (SQS)"),
        "sender_id": translate("Provider", "Sender ID"),
        "postal_address": translate("Provider", "Postal address (Your shop)"),
        "issuer_id": translate("Provider", "Issuer ID"),
        "class_id": translate("Provider", "Class ID"),
        "app_id": translate("Provider", "App ID"),
        "project_id": translate("Provider", "Project ID"),
        "assistant_id": translate("Provider", "Assistant ID"),
        "service_account_json": translate("Provider", "Service account (JSON)"),
    }
