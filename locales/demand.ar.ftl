## العربية: ما يطلبه الناس من برامج

button-demand = 🙋 طلب برنامج
button-demands = 🙋 طلبات الناس
button-demand-make = ➕ إعداد هذه الفعالية
demand-kind = 🙋 أي برنامج تودون أن يقام في الحي؟
demand-audience = لمن؟
demand-centre = في أي مركز؟
demand-say = أي برنامج؟ اكتبوا جملة أو جملتين؛ وإن كان يناسبكم يوم أو ساعة فاذكروا ذلك.
demand-thanks = 💚 شكرًا لكم. وصل طلبكم من دون اسم إلى { $centre }. إن أُعدت فعالية كهذه فستكونون أول من يعلم بها.
demand-words = يرجى كتابة الطلب بعدد حروف من { $least } إلى { $most }.
demand-enough = يمكن إرسال { $count } طلبات في الشهر. طلباتكم السابقة وصلت إلى المركز.
demand-list = <b>🙋 ما يطلبه الناس</b> (المجموعات: { $count }). الرقم بجانب كل طلب هو عدد من طلبوه.
demand-none = لم يطلب أحد شيئًا من مركزكم بعد.
demand-entry = { $count } · { $kind } · { $words }
demand-head = <b>🙋 العدد: { $count }</b> · { $kind } · { $who } · { $centre }
demand-line = 💬 { $words }
demand-gone = لم يعد هذا الطلب في القائمة؛ ربما أجاب عنه زميل لكم.
demand-answered =
    🎉 أُعدت الفعالية التي طلبتموها:
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
