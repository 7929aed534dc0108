## Channels in which the bot may post

channel-added = The channel { $title } was added; you can choose it, too, when you send a broadcast.
channel-lost = The bot can no longer post in the channel { $title }, which is not used any more. To have it back, please make the bot an administrator of the channel again.
channel-mute = The bot is now an administrator of the channel { $title }, but it may not post there. Please grant it that right in the channel.
