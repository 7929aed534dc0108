"""The chat page: this Telegram in a browser, one chat client for each of its people."""
