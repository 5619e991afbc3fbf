"""Which preset files are read for a header: by the signatures alone, which are told from their text (issue 4)."""

import pytest

from reengage_desktop.connectors.vocabulary.presets import Preset, load_presets, presets_like


@pytest.mark.parametrize("preset", load_presets(), ids=lambda preset: preset.name)
def test_every_signature_finds_its_preset(preset: Preset) -> None:
    """However a file writes its lists, none is overlooked."""
    for signature in preset.signatures:
        assert preset in list(presets_like(signature | {"a further column"}))


def test_a_header_like_none_reads_no_preset() -> None:
    """The whole of the files costs more than recognising one."""
    assert list(presets_like(frozenset({"something", "else"}))) == []
