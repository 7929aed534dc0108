## Persian: the weekly programme

programme-head = <b>🗓 برنامهٔ هفتهٔ پیش رو</b>
programme-day = <b>{ $day }</b>
programme-line = { $time } · { $title } · { $centre }
programme-more = … و { $count } رویداد دیگر، در فهرست رویدادها.
