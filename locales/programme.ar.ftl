## العربية: برنامج الأسبوع

programme-head = <b>🗓 فعاليات الأسبوع القادم</b>
programme-day = <b>{ $day }</b>
programme-line = { $time } · { $title } · { $centre }
programme-more = … وفي قائمة الفعاليات { $count } غيرها.
