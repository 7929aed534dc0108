## English: the weekly programme

programme-head = <b>🗓 Events of the coming week</b>
programme-day = <b>{ $day }</b>
programme-line = { $time } · { $title } · { $centre }
programme-more = … and { $count } more in the list of events.
