"""What we say on the wire, held against the providers' published descriptions (openapi-core; forms key by key)."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

import botocore.session
import pytest
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.exceptions import OpenAPIError
from werkzeug.datastructures import Headers, ImmutableMultiDict

from reengage_desktop.channels.protocol import Channel, Pending, SupportsLookup, SupportsStatusPull
from reengage_desktop.domain.vocabulary import ChannelName
from tests.channels.letters import (
    TEMPLATE_SID,
    fcm,
    google_wallet,
    onesignal,
    outgoing,
    postmark,
    resend,
    sendgrid,
    ses,
    sns,
    soon,
    twilio_sms,
    twilio_whatsapp,
    vapi,
    vonage,
    whatsapp_cloud,
)
from tests.servers.aws import CONTACTS, FakeSes, FakeSns
from tests.servers.google import FakeFcm, FakeWallet
from tests.servers.http import Asked, FakeProvider
from tests.servers.onesignal import FakeOneSignal
from tests.servers.postmark import FakePostmark
from tests.servers.resend import FakeResend
from tests.servers.sendgrid import FakeSendGrid
from tests.servers.twilio import FakeTwilio
from tests.servers.vapi import FakeVapi
from tests.servers.vonage import FakeVonage
from tests.servers.whatsapp import BUSINESS_ACCOUNT_ID, FakeWhatsApp

pytestmark = pytest.mark.shared

Published = Callable[[str], OpenAPI]


@pytest.fixture(scope="module")
def published(shared_dir: Path) -> Published:
    """A contract by its file name, read once."""
    read: dict[str, OpenAPI] = {}

    def get(name: str) -> OpenAPI:
        if name not in read:
            raw = json.loads((shared_dir / "contracts" / name).read_text(encoding="utf-8"))
            if name == "vonage_reports.json":
                _mend(raw)
            read[name] = OpenAPI.from_dict(raw, config=Config(spec_validator_cls=None))
        return read[name]

    return get


def _mend(raw: dict[str, Any]) -> None:
    """Vonage's file calls two moments dates, and has a default that it forbids, against its own words beside them."""
    for parameter in raw["paths"]["/v2/reports/records"]["get"]["parameters"]:
        if parameter.get("name") in ("date_start", "date_end"):
            parameter["schema"]["format"] = "date-time"
        if parameter.get("name") == "status":
            del parameter["schema"]["default"]


class OnTheWire:
    """A request that a server received, as openapi-core reads one; `host` is the provider's real one."""

    def __init__(self, asked: Asked, host: str) -> None:
        self._asked = asked
        self.host_url = host
        query = parse_qsl(urlsplit(asked.target).query, keep_blank_values=True)
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(query), header=Headers(asked.headers), cookie=ImmutableMultiDict(), path={}
        )

    @property
    def path(self) -> str:
        return self._asked.path

    @property
    def method(self) -> str:
        return self._asked.method.lower()

    @property
    def body(self) -> bytes | None:
        return self._asked.body or None

    @property
    def content_type(self) -> str:
        return self._asked.headers.get("Content-Type", "").partition(";")[0]


def check(contract: OpenAPI, asked: Asked, host: str) -> None:
    """Raises OpenAPIError where the request breaks the contract."""
    contract.validate_request(OnTheWire(asked, host))


def form_fields(contract: OpenAPI, path: str) -> Mapping[str, Any]:
    """The fields that a form of this path may hold."""
    operation = cast("dict[str, Any]", contract.spec.read_value())["paths"][path]["post"]
    content = operation["requestBody"]["content"]["application/x-www-form-urlencoded"]
    return cast("Mapping[str, Any]", content["schema"]["properties"])


TWILIO = "twilio_api_v2010.json"
META = "derived/whatsapp_v23.0.patched.json"


def test_twilio_takes_all_that_we_ask(published: Published) -> None:
    """C11, C12: sending, testing, looking up and reading the list fit Twilio's own description, forms key by key."""
    contract = published(TWILIO)
    with FakeTwilio() as server:
        texts, chats = twilio_sms(server), twilio_whatsapp(server)
        service = twilio_sms(server, messaging_service_sid="MG" + "c3" * 16)
        for channel in (texts, service):
            channel.send(outgoing(ChannelName.SMS), soon())
        chats.send(outgoing(ChannelName.WHATSAPP, template_name=TEMPLATE_SID), soon())
        chats.send(replace(outgoing(ChannelName.WHATSAPP, 2, template_name=None), may_be_free=True), soon())
        texts.find(outgoing(ChannelName.SMS), server.moment() - server.moment(), soon())
        server.page_size_limit = 1
        cursor, now = None, server.moment()
        for _ in range(5):
            cursor = texts.pull(cursor, now, [], soon()).cursor  # type: ignore[union-attr]
        texts.test()
        asked = server.asked
    assert len(asked) >= 10
    known = form_fields(contract, "/2010-04-01/Accounts/{AccountSid}/Messages.json")
    for request in asked:
        check(contract, request, "https://api.twilio.com")
        assert set(request.form) <= set(known)
    listed = [request.query for request in asked if request.method == "GET" and "Messages.json" in request.path]
    assert any("DateSent>" in query for query in listed)


def test_meta_takes_all_that_we_ask(published: Published) -> None:
    """C12: sending, testing and the history fit Meta's own description."""
    contract = published(META)
    with FakeWhatsApp() as server:
        channel = whatsapp_cloud(server, business_account_id=BUSINESS_ACCOUNT_ID)
        channel.send(outgoing(ChannelName.WHATSAPP), soon())
        channel.send(outgoing(ChannelName.WHATSAPP, 2, parameters=()), soon())
        channel.pull(None, server.moment(), [Pending(1, "rd-1", "wamid.1", server.moment())], soon())
        channel.test()
        asked = server.asked
    assert len(asked) == 5
    for request in asked:
        check(contract, request, "https://graph.facebook.com")


def test_meta_s_message_has_no_key_of_our_own(published: Published) -> None:
    """The schemas leave further keys open, so a misspelt one would pass: compare them with the published names."""
    schemas = cast("dict[str, Any]", published(META).spec.read_value())["components"]["schemas"]
    template = schemas["TemplateObject"]["properties"]
    with FakeWhatsApp() as server:
        whatsapp_cloud(server).send(outgoing(ChannelName.WHATSAPP), soon())
        free = replace(outgoing(ChannelName.WHATSAPP, template_name=None), may_be_free=True)
        whatsapp_cloud(server).send(free, soon())
        body, text = (asked.json for asked in server.asked)
    base = set(schemas["BaseMessageProperties"]["properties"]) | {"template"}
    # Meta's own file closes a text message to every key but its own two, so that none can pass it: keys one by one.
    own = schemas["TextMessage"]["allOf"][1]["properties"]
    assert set(text) - base == {"biz_opaque_callback_data", "text"}
    assert text["type"] in own["type"]["enum"]
    assert set(text["text"]) == set(own["text"]["properties"])
    # Meta documents our reference for calls and takes it on messages; its own kit sends it (providers.md 9).
    assert set(body) - base == {"biz_opaque_callback_data"}
    assert set(body["template"]) <= set(template)


@dataclass(frozen=True)
class Service:
    """A provider whose requests are held against its own descriptions: file, host, and the paths that it describes."""

    make: Callable[[], FakeProvider]
    build: Callable[[Any], Channel]
    carries: ChannelName
    contracts: Mapping[str, tuple[str, str]]
    message_path: str
    # Keys that the provider's kit sends and its published file (an old one) doesn't name; providers.md says where from.
    beyond: frozenset[str] = frozenset()


SERVICES = {
    "resend": Service(
        FakeResend, resend, ChannelName.EMAIL, {"/": ("resend.json", "https://api.resend.com")}, "/emails"
    ),
    "sendgrid": Service(
        FakeSendGrid,
        sendgrid,
        ChannelName.EMAIL,
        {
            "/v3/mail": ("sendgrid_mail_v3.json", "https://api.sendgrid.com"),
            "/v3/suppression": ("sendgrid_suppressions_v3.json", "https://api.sendgrid.com"),
            "/v3/scopes": ("sendgrid_scopes_v3.json", "https://api.sendgrid.com"),
        },
        "/v3/mail/send",
    ),
    "postmark": Service(
        FakePostmark,
        postmark,
        ChannelName.EMAIL,
        # The published file knows no streams: the list of suppressions is left out.
        dict.fromkeys(("/email", "/messages", "/server"), ("postmark_server.json", "//api.postmarkapp.com")),
        "/email",
        frozenset({"MessageStream", "Metadata"}),
    ),
    "vonage": Service(
        FakeVonage,
        vonage,
        ChannelName.SMS,
        {
            "/sms": ("derived/vonage_sms.json", "https://rest.nexmo.com"),
            "/account": ("vonage_account.json", "https://rest.nexmo.com"),
            "/v2/reports": ("vonage_reports.json", "https://api.nexmo.com"),
        },
        "/sms/{format}",
    ),
    "ses": Service(
        FakeSes,
        lambda server: ses(server, contact_list=CONTACTS, configuration_set="shop"),
        ChannelName.EMAIL,
        {"/v2/email": ("derived/aws_sesv2.openapi.json", "https://email.us-east-1.amazonaws.com")},
        "/v2/email/outbound-emails",
    ),
    "fcm": Service(
        FakeFcm,
        fcm,
        ChannelName.PUSH,
        {"/v1/projects": ("derived/google_fcm_v1.openapi.json", "https://fcm.googleapis.com")},
        "/v1/projects/{projectsId}/messages:send",
    ),
    "google_wallet": Service(
        FakeWallet,
        google_wallet,
        ChannelName.WALLET,
        {"/walletobjects": ("derived/google_walletobjects_v1.openapi.json", "https://walletobjects.googleapis.com")},
        "/walletobjects/v1/loyaltyObject/{resourceId}/addMessage",
    ),
    "onesignal": Service(
        FakeOneSignal,
        onesignal,
        ChannelName.PUSH,
        {"/notifications": ("derived/onesignal.json", "https://api.onesignal.com")},
        "/notifications",
    ),
    "vapi": Service(
        FakeVapi,
        vapi,
        ChannelName.CALL,
        dict.fromkeys(("/call", "/phone-number", "/assistant"), ("derived/vapi.json", "https://api.vapi.ai")),
        "/call",
    ),
}


@pytest.mark.parametrize("name", SERVICES)
def test_the_services_take_all_that_we_ask(published: Published, name: str) -> None:
    """C10, C11: sending, testing, looking up and asking fit the provider's own description, message keys one by one."""
    service = SERVICES[name]
    with service.make() as server:
        channel = service.build(server)
        sent = channel.send(outgoing(service.carries), soon())
        pending = [Pending(1, "rd-shop1-1", getattr(sent, "provider_id", "") or "", server.moment())]
        if isinstance(channel, SupportsLookup):
            channel.find(outgoing(service.carries), timedelta(minutes=9), soon())
        cursor: str | None = None
        for _ in range(6):
            if isinstance(channel, SupportsStatusPull):
                cursor = getattr(channel.pull(cursor, server.moment(), pending, soon()), "cursor", None)
        channel.test()
        asked = server.asked
    checked = 0
    for request in asked:
        for path, (file, host) in service.contracts.items():
            if request.path.startswith(path):
                check(published(file), request, host)
                checked += 1
    assert checked > 1
    message = next(request for request in asked if server.is_message(request))
    said = message.form if "form" in message.headers.get("Content-Type", "") else message.json
    spec, schema = _message_schema(published, service)
    assert set(_unknown(spec, schema, said)) == service.beyond


def _message_schema(published: Published, service: Service) -> tuple[dict[str, Any], dict[str, Any]]:
    spec = cast("dict[str, Any]", published(next(iter(service.contracts.values()))[0]).spec.read_value())
    body = _resolved(spec, spec["paths"][service.message_path]["post"]["requestBody"])
    return spec, next(iter(body["content"].values()))["schema"]


def _unknown(spec: dict[str, Any], schema: dict[str, Any], said: object, place: str = "") -> Iterator[str]:
    """The keys of a message that its description does not name, at any depth; a map of free keys names none."""
    known = _named(spec, schema)
    if isinstance(said, list):
        for entry in said:
            yield from _unknown(spec, _resolved(spec, schema).get("items", {}), entry, place)
    elif isinstance(said, dict) and known:
        for name, value in said.items():
            if name not in known:
                yield f"{place}{name}"
            else:
                yield from _unknown(spec, known[name], value, f"{place}{name}.")


def _named(spec: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    found = _resolved(spec, schema)
    named = dict(found.get("properties", {}))
    for part in (part for way in ("allOf", "oneOf", "anyOf") for part in found.get(way, ())):
        named = {**_named(spec, part), **named}
    return named


def test_a_misspelt_key_is_found_at_any_depth(published: Published) -> None:
    """The control: the schemas leave further keys open, so only this finds a word that Google does not know."""
    spec, schema = _message_schema(published, SERVICES["fcm"])
    said = {"message": {"token": "t", "notifcation": {"title": "x"}, "data": {"any": "thing"}}, "validateonly": True}
    assert set(_unknown(spec, schema, said)) == {"message.notifcation", "validateonly"}


def _resolved(spec: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in schema:
        return schema
    found: Any = spec
    for part in schema["$ref"].removeprefix("#/").split("/"):
        found = found[part]
    return _resolved(spec, found)


def test_sns_knows_every_field_of_our_forms() -> None:
    """C11: Amazon describes SNS in botocore: each action, and each field down to its name's last part."""
    model = botocore.session.get_session().get_service_model("sns")
    with FakeSns() as server:
        channel = sns(server, sender_id="SHOP")
        channel.send(outgoing(ChannelName.SMS), soon())
        channel.pull(None, server.moment(), [], soon())
        channel.test()
        forms = [asked.form for asked in server.asked]
    assert {form.pop("Action") for form in [dict(each) for each in forms]} == {
        "Publish", "ListPhoneNumbersOptedOut", "GetSMSAttributes",
    }  # fmt: skip
    for form in forms:
        action, version = form.pop("Action"), form.pop("Version")
        assert version == model.api_version
        shape = model.operation_model(action).input_shape
        assert [name for name in form if not _describes(shape, name.split("."))] == []
    assert not _describes(model.operation_model("Publish").input_shape, ["Mesage"]), "the control: a misspelt field"
    assert not _describes(model.operation_model("Publish").input_shape, "MessageAttributes.entry.1.Key".split("."))


def _describes(shape: Any, parts: list[str]) -> bool:
    """Whether a field's name, part by part, is one that this shape has in Amazon's query protocol."""
    if shape.type_name == "structure":
        return bool(parts) and parts[0] in shape.members and _describes(shape.members[parts[0]], parts[1:])
    if shape.type_name == "list":
        return len(parts) > 1 and parts[0] == "member" and parts[1].isdigit() and _describes(shape.member, parts[2:])
    if shape.type_name == "map":
        ends = {shape.key.serialization.get("name", "key"): shape.key}
        ends[shape.value.serialization.get("name", "value")] = shape.value
        is_entry = len(parts) > 2 and parts[0] == "entry" and parts[1].isdigit() and parts[2] in ends
        return is_entry and _describes(ends[parts[2]], parts[3:])
    return not parts


@pytest.mark.parametrize("fault", ["no To", "no sender's account", "JSON"])
def test_the_contract_notices_what_is_wrong(published: Published, fault: str) -> None:
    """The control: a request that Twilio would refuse is refused here, so that passing means something."""
    with FakeTwilio() as server:
        twilio_sms(server).send(outgoing(ChannelName.SMS), soon())
        good = server.asked[0]
    wrong = {
        "no To": Asked("POST", good.target, good.headers, b"From=%2B12025550100&Body=Hi"),
        "no sender's account": Asked("POST", "/2010-04-01/Accounts/XYZ/Messages.json", good.headers, good.body),
        "JSON": Asked("POST", good.target, {**good.headers, "Content-Type": "application/json"}, b"{}"),
    }
    with pytest.raises(OpenAPIError):
        check(published(TWILIO), wrong[fault], "https://api.twilio.com")


@pytest.mark.parametrize("broken", [{"language": "en_US"}, {"name": None}])
def test_meta_s_contract_notices_what_is_wrong(published: Published, broken: dict[str, Any]) -> None:
    """The same control for Meta."""
    with FakeWhatsApp() as server:
        whatsapp_cloud(server).send(outgoing(ChannelName.WHATSAPP), soon())
        good = server.asked[0]
    body = good.json
    body["template"] |= broken
    wrong = Asked("POST", good.target, good.headers, json.dumps(body).encode())
    with pytest.raises(OpenAPIError):
        check(published(META), wrong, "https://graph.facebook.com")


def test_our_servers_answer_as_published(published: Published) -> None:
    """The stand-ins are no easier than the real ones: what they answer to a message fits the published schema."""
    spec = cast("dict[str, Any]", published(TWILIO).spec.read_value())
    schema = spec["components"]["schemas"]["api.v2010.account.message"]
    with FakeTwilio() as server:
        twilio_sms(server).send(outgoing(ChannelName.SMS), soon())
        message = server.messages[0]
    assert set(message) <= set(schema["properties"])
    statuses = spec["components"]["schemas"]["message_enum_status"]["enum"]
    directions = spec["components"]["schemas"]["message_enum_direction"]["enum"]
    assert message["status"] in statuses
    assert message["direction"] in directions
    assert re.fullmatch(schema["properties"]["sid"]["pattern"], message["sid"])
