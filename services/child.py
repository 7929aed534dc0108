"""Heavy work in a process of its own, which ends with it: what it loads is given back, and nobody waits for it."""

from __future__ import annotations

import asyncio
import sys

PATIENCE = 30.0  # seconds


class ChildFailed(Exception):
    """It ended with an error, or took too long."""


async def run(module: str, *arguments: str, given: bytes = b"", patience: float = PATIENCE) -> bytes:
    """What `python -m module` writes when it reads `given`. Raises ChildFailed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(patience):
            said, errors = await process.communicate(given)
    except TimeoutError:
        raise ChildFailed(f"{module} took longer than {patience:g} s") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        lines = errors.decode(errors="replace").strip().splitlines()
        raise ChildFailed(f"{module}: {lines[-1] if lines else process.returncode}")
    return said
