"""Where a provider may be: https:// anywhere, http:// only on this PC (promise 27)."""

import ipaddress
from urllib.parse import urlsplit


class BaseUrlRefused(ValueError):
    """An address that a provider must not have; the text says why."""


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this PC itself."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def beside(base_url: str, public_url: str, other_url: str) -> str:
    """Another address of the same provider, unless the owner's own base address takes the place of all of them."""
    return other_url if base_url == public_url else base_url


def check_base_url(text: str) -> str:
    """The base address without a closing slash; raises BaseUrlRefused with the reason."""
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        raise BaseUrlRefused("The provider's address is not an address.") from None
    if parts.scheme == "http" and not is_loopback(host):
        raise BaseUrlRefused(
            f"“{parts.scheme}://{host}” would send keys and customers' addresses unprotected. Use https://; "
            "http:// is only for a server on this PC."
        )
    if parts.scheme not in ("http", "https") or not host:
        raise BaseUrlRefused("The provider's address must begin with https://.")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise BaseUrlRefused("The provider's address must hold only the host, a port and a path.")
    return text.rstrip("/")
