## العربية: برنامج الأسبوع

programme-head = <b>🗓 فعاليات الأسبوع القادم</b>
programme-day = <b>{ $day }</b>
programme-line = { $time } · { $title } · { $centre }
programme-more = … وفي قائمة الفعاليات { $count } غيرها.

## العربية: فعاليات الغد في ملخص الصباح

digest-events = 🎭 فعاليات الغد: { $count }
digest-event = ▫️ { $time } · { $title } · { $centre } · المسجلون: { $count }
digest-event-seats = ▫️ { $time } · { $title } · { $centre } · المسجلون: { $count } من { $capacity }
digest-events-more = … و { $count } غيرها.
