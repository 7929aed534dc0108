# Broadcasts

## Broadcasts: the message itself, and its way

broadcast-below = 👆 From Hamsayeh, about { $topic }
topic-announcements = announcements
topic-events = events
topic-polls = polls
topic-education = education
topic-neighbourhood = neighbourhood news
# Under messages.
topic-named-announcements = announcements
topic-named-events = events
topic-named-polls = polls
topic-named-education = education
topic-named-neighbourhood = neighbourhood news
topic-stop = 🔕 No more { $topic }
topic-again = 🔔 Tell me of { $topic } again
topic-turned-off = All right: no more messages about { $topic }. You can turn them on again in the settings.
topic-turned-on = We will tell you of { $topic } again.
broadcast-state-draft = draft
broadcast-state-confirming = waiting for confirmation
broadcast-state-scheduled = scheduled
broadcast-state-freezing = getting ready
broadcast-state-running = being sent
broadcast-state-paused = paused
broadcast-state-done = finished
broadcast-state-cancelled = cancelled
broadcast-head = 📣 Broadcast { $number } · { $state }
broadcast-head-begins = 📣 Broadcast { $number } · begins: { $when }
broadcast-now = right now
broadcast-bar = { $bar } { $percent }%
broadcast-reached = ✅ Delivered: { $reached } of { $total }
broadcast-away = 🚫 Have blocked the bot: { $count }
broadcast-failed = ⚠️ Failed: { $count }
broadcast-gone = 🔕 Have turned this topic off: { $count }
broadcast-capped = 🗓 Have had enough this week: { $count }
broadcast-unsure = ❔ Unsure: { $count }
broadcast-waiting = ⏳ Waiting: { $count }
broadcast-rate = ⚡️ { $rate } messages a second
broadcast-quiet = 🌙 These are quiet hours; sending goes on { $when }.
broadcast-left = ⏱ To go: { $time }
broadcast-no-persian = The Persian version of this message is missing. Please send it first.
broadcast-sent-before = This message has been sent or scheduled before. Use the broadcast command for a new one.
broadcast-too-late = The time you chose is over. Please choose another one.
broadcast-own-confirmation = An urgent message is confirmed by another administrator, not by the one who wrote it.
broadcast-decided-before = This message has been decided upon before.
broadcast-not-now = That cannot be done with this message now. Please look at its latest state.
broadcast-summary = <b>📣 Summary of broadcast { $number }</b> · { $state }
broadcast-reasons = <b>Reasons:</b>
broadcast-reason = ▫️ { $reason } · people: { $count }
button-pause = ⏸ Pause
button-resume = ▶️ Resume
button-stop = ✖️ Cancel
button-again-failed = 🔁 Again to those who failed
button-again-unsure = ❔ Again to the unsure
button-list = 📄 List of recipients
broadcast-cannot-send = Sorry, this kind of message cannot be passed on. Please send text, a photo, a video, a recording, a file or a location.
broadcast-native-poll = Sorry, a Telegram poll is counted for each person separately, and the answers never come together. Please send another message.
broadcast-too-long = Sorry, a bot can send no more than { $count } characters here. Please make it shorter and send it again.

## Writing the message

broadcast-begin =
    Send the message that people are to get: text, photo, video, voice, file, location, or several photos together.
    Send the Persian version first; you can add other languages afterwards.
broadcast-draft-gone = This draft has been sent or dropped before. Use the broadcast command for a new message.
broadcast-dropped = The draft was dropped; nothing was sent.
broadcast-panel = <b>📣 Broadcast { $number }</b> · draft
broadcast-panel-versions = 🌐 Languages: { $languages }
broadcast-panel-without = ↪️ No version in { $language } yet: its readers ({ $count }) get the Persian one.
broadcast-panel-button = 🔗 Button: { $label }
broadcast-panel-audience = 👥 Recipients: { $audience }
broadcast-panel-count = 🔢 People right now: { $count }
broadcast-panel-sample = ▫️ For example: { $home }, { $language }, last wrote { $seen }
broadcast-panel-topic = 🗂 Topic: { $topic }
broadcast-panel-when = 🕒 Time: { $when }
broadcast-panel-quiet = 🌙 That is in the quiet hours; sending begins { $when }.
broadcast-panel-spread = ↔️ Sub-district by sub-district, hours: { $count }
broadcast-panel-urgent = 🚨 Urgent: once another administrator confirms it, it goes out in the quiet hours, too.
broadcast-panel-places = 📌 Also posted in: { $places }
broadcast-panel-stars = ⭐️ Price: { $count } stars at most
broadcast-versions = Each language can have a version of its own; everybody else gets the Persian one.
broadcast-version-ask = Send the { $language } version of the message.
broadcast-button-ask =
    A button under the message: choose something that the bot does, or write the text and the link. For example:
    <code>Read more | https://example.org</code>
    For other languages, on further lines:
    <code>en: Read more</code>
broadcast-button-unclear =
    Sorry, the button could not be read. Write its text (up to forty characters), a vertical bar and the whole link. For example:
    <code>Read more | https://example.org</code>
broadcast-topic-ask = What is the message about? Whoever has turned a topic off does not get it.
broadcast-places = In which channels and groups should it be posted, too?
broadcast-places-none = No channel or group has been tied to the bot yet.
broadcast-places-gone = 📌 Broadcast { $number } was not posted everywhere: the bot no longer posts in { $count } of the chosen channels and groups.
broadcast-post-unsure = ❔ It is not certain that it was posted in { $place }.
broadcast-post-failed = ⚠️ Not posted in { $place }: { $reason }
broadcast-post-look = Please look there, and post it again only if it is missing.
broadcast-urgent-hint = An urgent message goes out once another administrator has confirmed it; neither quiet hours nor the weekly limit hold it back.
broadcast-preview-head = 👁 Preview of the { $language } version:
broadcast-when-ask =
    When should it be sent? Choose the day, or write the time. For example:
    <i>tomorrow 10 am</i> · <i>in 2 hours</i>
broadcast-spread-ask = ↔️ With the buttons at the bottom, say whether it goes out at once, or sub-district by sub-district over some hours.
broadcast-hours = over { $count } h
broadcast-no-spread = at once
broadcast-no-second = An urgent message needs the confirmation of another administrator, and there is no other one now. Invite one, or make it not urgent.
broadcast-nobody = With these recipients the message would reach nobody. Please change them.
broadcast-confirm-ask = 🚨 { $name } wants to send broadcast { $number }, shown above, urgently. Do you confirm it?
broadcast-confirmed = ✅ { $name } has confirmed broadcast { $number }; it is being sent.
broadcast-rejected = ✖️ { $name } has rejected broadcast { $number }; it is a draft again.
broadcast-confirmed-late = ⌛ The time of broadcast { $number } was over; it was not sent and is a draft again. It needs a new time before it can be sent.
broadcast-author-gone = The author of this message is no administrator any more, so it cannot be confirmed. You may reject it.
button-recipients = 👥 Recipients
button-versions = 🌐 Languages
button-link = 🔗 Button
button-topic = 🗂 Topic
button-schedule = 🕒 Schedule
button-places = 📌 Channels, groups
button-post-again = 📌 Again in { $place }
button-urgent = 🚨 Make it urgent
button-not-urgent = 🚨 Make it not urgent
button-preview = 👁 Preview
button-broadcast-send = 📤 Send
button-earlier-draft = 📝 Earlier draft
button-open-draft = 📝 Open the draft
button-version = ➕ { $language }
button-version-again = ✏️ { $language }
button-remove = 🗑 Remove
button-no-button = 🗑 No button
button-now = ⚡️ Right now
button-confirm = ✅ I confirm it
button-reject = ✖️ I reject it

## After sending

broadcast-stop-sure = Cancel broadcast { $number }? Those who are still waiting will not get it.
broadcast-stopped = Cancelled.
broadcast-unsure-sure = Nobody knows whether these people got the message. If it is sent again, some may get it twice. Send it?
broadcast-list-soon = The list is being written and comes here soon.
broadcast-list-failed = Sorry, the list of recipients could not be made. Please ask for it again a little later.
broadcast-list = 📄 Recipients of broadcast { $number }
broadcasts-head = <b>Broadcasts</b>; press one to see it:
broadcasts-none = Nothing has been broadcast yet.
broadcast-entry = { $number } · { $gist } · { $state } · { $date }
broadcast-wordless = no text
broadcast-says = 📝 { $said }
button-stop-yes = ✖️ Yes, cancel it
button-again-yes = 🔁 Yes, again
button-new-broadcast = ✍️ New message
button-refresh = 🔄 Refresh
admin-broadcasts = 📣 Broadcasts
list-person = id
list-first-name = name
list-language = language
list-state = state
list-error = error
list-time = time
recipient-waiting = waiting
recipient-sending = being sent
recipient-sent = delivered
recipient-away = has blocked the bot
recipient-failed = failed
recipient-unsure = unsure
recipient-left = has turned the topic off
recipient-capped = has had enough this week
failure-interrupted = the bot was interrupted while sending
failure-no-answer = Telegram did not answer
failure-no-connection = Telegram could not be reached
failure-place-lost = the bot may no longer write there
command-broadcast = Send a message to everybody
