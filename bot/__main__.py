"""python -m bot."""

import sys
from contextlib import suppress

with suppress(KeyboardInterrupt):  # Ctrl-C while the program is still being loaded
    from bot.cli import main

    sys.exit(main())
