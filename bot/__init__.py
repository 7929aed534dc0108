"""Runs the house: settings, wiring, intake, delivery, clock, command line."""

import os

# python-telegram-bot warns each time Telegram asks to wait, until it is told in which type to say for how long.
os.environ.setdefault("PTB_TIMEDELTA", "true")
