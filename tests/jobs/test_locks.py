"""Turns between processes: one at a time, and who has it is said."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reengage_desktop.jobs.locks import DAILY_RUN, Held, exclusive, is_held

_NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


def test_second_one_is_told_who_has_it(tmp_path: Path) -> None:
    """B2: not already running."""
    with exclusive(tmp_path, DAILY_RUN, "the daily run", _NOW):
        assert is_held(tmp_path, DAILY_RUN)
        held = exclusive(tmp_path, DAILY_RUN, "the restore of a backup", _NOW)
        with pytest.raises(Held, match=r"the daily run of process .* since 2026-11-21T09:00:00") as told, held:
            pass
        assert "the restore of a backup" in str(told.value)
    assert not is_held(tmp_path, DAILY_RUN)
    with exclusive(tmp_path, DAILY_RUN, "the daily run", _NOW):
        pass


def test_note_that_can_not_be_read(tmp_path: Path) -> None:
    with exclusive(tmp_path, DAILY_RUN, "the daily run", _NOW):
        (tmp_path / f"{DAILY_RUN}.holder").write_text("{half", encoding="utf-8")
        with pytest.raises(Held, match="another process"), exclusive(tmp_path, DAILY_RUN, "it", _NOW):
            pass


def test_lock_of_a_fault_is_free_again(tmp_path: Path) -> None:
    with pytest.raises(KeyError), exclusive(tmp_path, DAILY_RUN, "it", _NOW):
        raise KeyError
    assert not is_held(tmp_path, DAILY_RUN)
