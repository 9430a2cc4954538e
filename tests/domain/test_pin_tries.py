"""The pause after wrong PINs grows, and no clock makes it longer or shorter than it is."""

from __future__ import annotations

from atlas.domain.pin_tries import PinTries


def test_every_fifth_wrong_pin_brings_a_longer_pause() -> None:
    tries, now, pauses = PinTries(), 1_000.0, []
    for _ in range(35):
        tries = tries.after_wrong(now)
        pauses.append(tries.wait(now))
        now += tries.wait(now)
    assert [p for p in pauses if p] == [30, 60, 120, 300, 900, 900, 900]
    assert all(bool(p) == ((k + 1) % 5 == 0) for k, p in enumerate(pauses))


def test_the_pause_passes_with_the_clock_and_a_clock_put_back_makes_it_no_longer() -> None:
    tries = PinTries()
    for _ in range(5):
        tries = tries.after_wrong(1_000_000.0)
    assert (tries.wait(1_000_000.0), tries.wait(1_000_029.5), tries.wait(1_000_030.0)) == (30, 1, 0)
    back = tries.at(50.0)  # a tablet whose battery was empty
    assert (back.wait(50.0), back.wait(80.0)) == (30, 0)


def test_what_someone_wrote_into_the_settings_harms_nothing() -> None:
    assert PinTries(-7, 0).after_wrong(0.0).wrong == 1
    assert PinTries(10**30, 10**40).wait(5.0) == 900
    assert PinTries(3, 10**40).wait(5.0) == 0
