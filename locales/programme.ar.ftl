## العربية: برنامج الأسبوع

programme-head = <b>🗓 فعاليات الأسبوع القادم</b>
programme-followed = مما تتابعونه:
programme-near = <b>📍 في { $area }</b>
programme-elsewhere = <b>🏙 في أماكن أخرى</b>
programme-hint = إن أردتم بعض هذه الفعاليات فقط، فاختاروا المراكز أو الأنواع أو الفئات أو النواحي في «الأخبار والتذكيرات».
programme-day = <b>{ $day }</b>
programme-line = { $time } · { $title } · { $centre }
programme-more = … وفي قائمة الفعاليات { $count } غيرها.

## العربية: فعاليات الغد في ملخص الصباح

digest-events = 🎭 فعاليات الغد: { $count }
digest-event = ▫️ { $time } · { $title } · { $centre } · المسجلون: { $count }
digest-event-seats = ▫️ { $time } · { $title } · { $centre } · المسجلون: { $count } من { $capacity }
digest-events-more = … و { $count } غيرها.
