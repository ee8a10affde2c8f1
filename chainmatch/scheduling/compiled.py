"""How inner loops are compiled: by numba, once per machine and version of the code."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LOOPS = ("chains.py", "compiled.py", "exchanges.py", "moves.py", "state.py")


def _cache_folder() -> Path:
    """Beside the source like .pyc, else in the home of the user; a new one where loops change.

    numba itself looks at one file only and would go on with functions of others as they were.
    """
    text = b"".join((HERE / name).read_bytes() for name in LOOPS)
    name = f"numba-{hashlib.sha256(text).hexdigest()[:12]}"
    for folder in (HERE / "__pycache__", Path.home() / ".cache" / "chainmatch"):
        try:
            (folder / name).mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder / name, os.W_OK):
            return folder / name
    return Path(tempfile.mkdtemp(prefix="chainmatch-"))


os.environ.setdefault("NUMBA_CACHE_DIR", str(_cache_folder()))

import numba  # noqa: E402 - reads the variable above when it is imported
import numpy as np  # noqa: E402 - stays with numba


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a loop over arrays that makes none; the global interpreter lock is let go."""
    options = {"cache": True, "nogil": True, "error_model": "numpy", "_nrt": False}
    return numba.njit(**options)(function)


def new_dice(seed: int) -> np.ndarray:
    """Return the state of a random generator: the same seed throws the same numbers."""
    mixed = (seed * 0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019) % 2**64
    return np.array([mixed or 1], np.uint64)


@compiled
def throw(dice, sides):
    """Return a number from 0 to ``sides`` - 1 (xorshift64, Marsaglia 2003)."""
    x = dice[0]
    x ^= x << np.uint64(13)
    x ^= x >> np.uint64(7)
    x ^= x << np.uint64(17)
    dice[0] = x
    return np.int64((x >> np.uint64(11)) % np.uint64(sides))


@compiled
def is_accepted(dice, worse, warmth):
    """Accept every gain, and a loss with the chance of Metropolis et al. (1953)."""
    if worse <= 0:
        return True
    return throw(dice, 1 << 40) < np.exp(-worse / warmth) * (1 << 40)
