"""The least that a python-telegram-bot can do: one message in, one message out. `--aiohttp` gives it our requests."""

from __future__ import annotations

import argparse
import os

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters

from benchmarks.contenders.aiohttp_request import AiohttpRequest


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


async def tell(_: Application) -> None:
    print("ready", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aiohttp", action="store_true")
    builder = ApplicationBuilder().token(os.environ["TOKEN"]).base_url(os.environ["API_URL"] + "/bot").post_init(tell)
    if parser.parse_args().aiohttp:
        builder = builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest(connections=2))
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
