## Persian: the weekly programme

programme-head = <b>🗓 برنامهٔ هفتهٔ پیش رو</b>
programme-followed = از آنچه دنبال می‌کنید:
programme-near = <b>📍 در { $area }</b>
programme-elsewhere = <b>🏙 در جاهای دیگر</b>
programme-hint = اگر تنها بخشی از این رویدادها را می‌خواهید، در «خبرها و یادآوری‌ها» مرکز، نوع، مخاطب یا ناحیهٔ دلخواهتان را انتخاب کنید.
programme-day = <b>{ $day }</b>
programme-line = { $time } · { $title } · { $centre }
programme-more = … و { $count } رویداد دیگر، در فهرست رویدادها.

## Persian: tomorrow's events in the morning's digest

digest-events = 🎭 رویدادهای فردا: { $count }
digest-event = ▫️ { $time } · { $title } · { $centre } · ثبت‌نام‌شده: { $count }
digest-event-seats = ▫️ { $time } · { $title } · { $centre } · ثبت‌نام‌شده: { $count } از { $capacity }
digest-events-more = … و { $count } رویداد دیگر.
