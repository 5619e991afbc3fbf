"""What the rest of the program may ask of the place where secrets are kept."""

from typing import Protocol


class SecretsFault(Exception):
    """The place where secrets are kept can't be used; the text says what happened and what cures it."""


class Secrets(Protocol):
    """The secrets of one shop: the operating system's keyring, or memory where there is none.

    Every method but the two properties may raise SecretsFault.
    """

    @property
    def backend_name(self) -> str:
        """Where the secrets are kept, in the owner's words, such as “GNOME keyring”."""
        ...

    @property
    def is_lasting(self) -> bool:
        """Whether secrets outlive the program; if not, nothing is sent in the background."""
        ...

    def get(self, provider: str, field: str) -> str | None:
        """The secret, or None when none was set."""
        ...

    def set(self, provider: str, field: str, secret: str) -> None:
        """Keep a secret in place of the one before."""
        ...

    def delete(self, provider: str, field: str) -> bool:
        """Forget a secret completely; False when there was none."""
        ...
