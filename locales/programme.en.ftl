## English: the weekly programme

programme-head = <b>🗓 Events of the coming week</b>
programme-followed = Of what you follow:
programme-near = <b>📍 In { $area }</b>
programme-elsewhere = <b>🏙 Elsewhere</b>
programme-hint = If you want only some of these events, choose centres, kinds, audiences or areas under “News and reminders”.
programme-day = <b>{ $day }</b>
programme-line = { $time } · { $title } · { $centre }
programme-more = … and { $count } more in the list of events.

## English: tomorrow's events in the morning's digest

digest-events = 🎭 Tomorrow’s events: { $count }
digest-event = ▫️ { $time } · { $title } · { $centre } · registered: { $count }
digest-event-seats = ▫️ { $time } · { $title } · { $centre } · registered: { $count } of { $capacity }
digest-events-more = … and { $count } more.
