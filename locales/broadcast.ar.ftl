# الرسائل العامة

## الرسائل العامة: الرسالة وطريقها

broadcast-below = 👆 من «همسايه» عن { $topic }
topic-announcements = الإعلانات
topic-events = الفعاليات
topic-polls = الاستطلاعات
topic-education = التعليم
topic-neighbourhood = أخبار الحي
# تحت الرسائل.
topic-named-announcements = الإعلانات
topic-named-events = الفعاليات
topic-named-polls = الاستطلاعات
topic-named-education = التعليم
topic-named-neighbourhood = أخبار الحي
topic-stop = 🔕 لا ترسل { $topic } بعد الآن
topic-again = 🔔 أرسل { $topic } من جديد
topic-turned-off = حسنًا، لن نرسل إليكم { $topic } بعد الآن. يمكنكم تشغيلها من جديد في الإعدادات.
topic-turned-on = سنرسل إليكم { $topic } من جديد.
broadcast-state-draft = مسودة
broadcast-state-confirming = بانتظار التأكيد
broadcast-state-scheduled = مجدولة
broadcast-state-freezing = قيد التحضير
broadcast-state-running = قيد الإرسال
broadcast-state-paused = متوقفة مؤقتًا
broadcast-state-done = منتهية
broadcast-state-cancelled = ملغاة
broadcast-head = 📣 الرسالة العامة { $number } · { $state }
broadcast-head-begins = 📣 الرسالة العامة { $number } · تبدأ: { $when }
broadcast-now = الآن
broadcast-bar = { $bar } { $percent }٪
broadcast-reached = ✅ وصلت إلى: { $reached } من { $total }
broadcast-away = 🚫 حظروا البوت: { $count }
broadcast-failed = ⚠️ تعذر الإرسال: { $count }
broadcast-gone = 🔕 أوقفوا هذا الموضوع: { $count }
broadcast-capped = 🗓 بلغوا حد الأسبوع: { $count }
broadcast-unsure = ❔ غير مؤكد: { $count }
broadcast-waiting = ⏳ في الانتظار: { $count }
broadcast-rate = ⚡️ { $rate } رسالة في الثانية
broadcast-quiet = 🌙 هذه ساعات الهدوء؛ يستمر الإرسال { $when }.
broadcast-left = ⏱ المتبقي: { $time }
broadcast-no-persian = النسخة الفارسية من هذه الرسالة غير جاهزة بعد. يرجى إرسالها أولًا.
broadcast-sent-before = أُرسلت هذه الرسالة أو جُدولت من قبل. استخدموا أمر الرسالة العامة لكتابة رسالة جديدة.
broadcast-too-late = مضى الوقت الذي اخترتموه. يرجى اختيار وقت آخر.
broadcast-own-confirmation = الرسالة العاجلة يؤكدها مدير آخر، لا كاتبها.
broadcast-decided-before = اتُّخذ قرار بشأن هذه الرسالة من قبل.
broadcast-not-now = لا يمكن ذلك والرسالة في حالتها الحالية. يرجى الاطلاع على آخر حالة لها.
broadcast-summary = <b>📣 ملخص الرسالة العامة { $number }</b> · { $state }
broadcast-reasons = <b>الأسباب:</b>
broadcast-reason = ▫️ { $reason } · الأشخاص: { $count }
button-pause = ⏸ إيقاف مؤقت
button-resume = ▶️ متابعة
button-stop = ✖️ إلغاء
button-again-failed = 🔁 إعادة لمن تعذر إليهم
button-again-unsure = ❔ إعادة لغير المؤكدين
button-list = 📄 قائمة المستلمين
broadcast-cannot-send = عذرًا، لا يمكن إرسال هذا النوع من الرسائل إلى الآخرين. يُرجى إرسال نص أو صورة أو فيديو أو تسجيل أو ملف أو موقع.
broadcast-native-poll = عذرًا، يُحسب استطلاع تيليجرام لكل شخص على حدة ولا تُجمع إجاباته. يُرجى إرسال رسالة أخرى.
broadcast-too-long = عذرًا، لا يستطيع البوت أن يرسل هنا نصًا أطول من { $count } من الأحرف. يُرجى الاختصار ثم الإرسال من جديد.

## كتابة الرسالة

broadcast-begin =
    أرسلوا هنا الرسالة التي يجب أن تصل إلى الناس: نصًا أو صورة أو فيديو أو صوتًا أو ملفًا أو موقعًا أو عدة صور معًا.
    أرسلوا النسخة الفارسية أولًا، ويمكنكم إضافة اللغات الأخرى بعدها.
broadcast-draft-gone = أُرسلت هذه المسودة أو أُهملت من قبل. استخدموا أمر الرسالة العامة لكتابة رسالة جديدة.
broadcast-dropped = أُهملت المسودة ولم يُرسل شيء.
broadcast-panel = <b>📣 الرسالة العامة { $number }</b> · مسودة
broadcast-panel-versions = 🌐 اللغات: { $languages }
broadcast-panel-without = ↪️ لا توجد نسخة { $language } بعد؛ من اختاروا هذه اللغة ({ $count }) تصلهم النسخة الفارسية.
broadcast-panel-button = 🔗 الزر: { $label }
broadcast-panel-audience = 👥 المستلمون: { $audience }
broadcast-panel-count = 🔢 عددهم الآن: { $count }
broadcast-panel-sample = ▫️ مثلًا: { $home }، { $language }، آخر رسالة { $seen }
broadcast-panel-topic = 🗂 الموضوع: { $topic }
broadcast-panel-when = 🕒 الوقت: { $when }
broadcast-panel-quiet = 🌙 هذا الوقت ضمن ساعات الهدوء؛ يبدأ الإرسال { $when }.
broadcast-panel-spread = ↔️ ناحية بعد ناحية، عدد الساعات: { $count }
broadcast-panel-urgent = 🚨 عاجلة: بعد تأكيد مدير آخر تُرسل في ساعات الهدوء أيضًا.
broadcast-panel-places = 📌 وتُنشر أيضًا في: { $places }
broadcast-panel-stars = ⭐️ الكلفة: { $count } نجمة على الأكثر
broadcast-versions = يمكن أن تكون لكل لغة نسختها، ويرى الآخرون النسخة الفارسية.
broadcast-version-ask = أرسلوا نسخة الرسالة: { $language }
broadcast-button-ask =
    الزر تحت الرسالة: اختاروا عملًا من أعمال البوت، أو اكتبوا نص الزر والرابط. مثلًا:
    {"\u2068"}<code>اقرأ المزيد | https://example.org</code>{"\u2069"}
    وللغات الأخرى في الأسطر التالية:
    {"\u2068"}<code>en: Read more</code>{"\u2069"}
broadcast-button-unclear =
    عذرًا، لم نتمكن من قراءة الزر. اكتبوا نصه (حتى أربعين حرفًا) ثم خطًا عموديًا ثم الرابط كاملًا. مثلًا:
    {"\u2068"}<code>اقرأ المزيد | https://example.org</code>{"\u2069"}
broadcast-topic-ask = ما موضوع الرسالة؟ من أوقف موضوعًا لا تصله.
broadcast-places = في أي قنوات ومجموعات تُنشر أيضًا؟
broadcast-places-none = لم تُربط أي قناة أو مجموعة بالبوت بعد.
broadcast-places-gone = 📌 لم تُنشر الرسالة العامة { $number } في قنوات أو مجموعات لم تعد تابعة للبوت، وعددها { $count }.
broadcast-post-unsure = ❔ ليس مؤكدًا أنها نُشرت في { $place }.
broadcast-post-failed = ⚠️ لم تُنشر في { $place }: { $reason }
broadcast-post-look = يُرجى التحقق هناك، وإعادة النشر فقط إن لم تكن الرسالة موجودة.
broadcast-urgent-hint = تُرسل الرسالة العاجلة بعد تأكيد مدير آخر، ولا تمنعها ساعات الهدوء ولا حد الأسبوع.
broadcast-preview-head = 👁 معاينة النسخة: { $language }
broadcast-when-ask =
    متى تُرسل الرسالة؟ اختاروا اليوم أو اكتبوا الوقت. مثلًا:
    <i>غدًا الساعة ١٠ صباحًا</i> · <i>بعد ساعتين</i>
broadcast-spread-ask = ↔️ حدّدوا بالأزرار في الأسفل هل تُرسل الرسالة دفعة واحدة، أو ناحية بعد ناحية خلال ساعات.
broadcast-hours = خلال { $count } س
broadcast-no-spread = دفعة واحدة
broadcast-no-second = الرسالة العاجلة تحتاج إلى تأكيد شخص آخر من إدارة النظام، ولا يوجد الآن غيركم فيها. ادعوا شخصًا إليها أو اجعلوها غير عاجلة.
broadcast-nobody = بهؤلاء المستلمين لن تصل الرسالة إلى أحد. يرجى تغييرهم.
broadcast-confirm-ask = 🚨 يريد { $name } إرسال الرسالة العامة { $number } المعروضة أعلاه على وجه السرعة. هل تؤكدون؟
broadcast-confirmed = ✅ أكد { $name } الرسالة العامة { $number } وستُرسل.
broadcast-rejected = ✖️ رفض { $name } الرسالة العامة { $number } فعادت مسودة.
broadcast-confirmed-late = ⌛ كان وقت الرسالة العامة { $number } قد فات؛ لم تُرسل وعادت مسودة. تحتاج إلى وقت جديد قبل إرسالها.
broadcast-author-gone = كاتب هذه الرسالة لم يعد مديرًا، فلا يمكن تأكيدها. يمكنكم رفضها.
button-recipients = 👥 المستلمون
button-versions = 🌐 اللغات
button-link = 🔗 الزر
button-topic = 🗂 الموضوع
button-schedule = 🕒 الجدولة
button-places = 📌 القنوات والمجموعات
button-post-again = 📌 مرة أخرى في { $place }
button-urgent = 🚨 اجعلها عاجلة
button-not-urgent = 🚨 اجعلها غير عاجلة
button-preview = 👁 معاينة
button-broadcast-send = 📤 إرسال
button-earlier-draft = 📝 المسودة السابقة
button-open-draft = 📝 فتح المسودة
button-version = ➕ { $language }
button-version-again = ✏️ { $language }
button-remove = 🗑 حذف
button-no-button = 🗑 دون زر
button-now = ⚡️ الآن
button-confirm = ✅ أؤكد
button-reject = ✖️ أرفض

## بعد الإرسال

broadcast-stop-sure = هل تُلغى الرسالة العامة { $number }؟ لن تصل إلى من بقوا في الانتظار.
broadcast-stopped = أُلغيت.
broadcast-unsure-sure = لا يُعرف هل وصلت الرسالة إلى هؤلاء. إذا أُرسلت من جديد فقد تصل إلى بعضهم مرتين. هل تُرسل؟
broadcast-list-soon = القائمة قيد التحضير وتصل إلى هنا قريبًا.
broadcast-list-failed = عذرًا، تعذّر إعداد قائمة المستلمين. يُرجى طلبها مرة أخرى بعد قليل.
broadcast-list = 📄 مستلمو الرسالة العامة { $number }
broadcasts-head = <b>الرسائل العامة</b>؛ اضغطوا إحداها لرؤيتها:
broadcasts-none = لم تُرسل أي رسالة عامة بعد.
broadcast-entry = { $number } · { $gist } · { $state } · { $date }
broadcast-wordless = دون نص
broadcast-says = 📝 { $said }
button-stop-yes = ✖️ نعم، إلغاء
button-again-yes = 🔁 نعم، من جديد
button-new-broadcast = ✍️ رسالة جديدة
button-refresh = 🔄 تحديث
admin-broadcasts = 📣 الرسائل العامة
list-person = المعرف
list-first-name = الاسم
list-language = اللغة
list-state = الحالة
list-error = الخطأ
list-time = الوقت
recipient-waiting = في الانتظار
recipient-sending = قيد الإرسال
recipient-sent = وصلت
recipient-away = حظر البوت
recipient-failed = تعذر الإرسال
recipient-unsure = غير مؤكد
recipient-left = أوقف الموضوع
recipient-capped = بلغ حد الأسبوع
failure-interrupted = انقطع عمل البوت أثناء الإرسال
failure-no-answer = لم يُجب تيليجرام
failure-no-connection = تعذّر الاتصال بتيليجرام
failure-place-lost = لم يعد للبوت إذن بالكتابة هناك
command-broadcast = إرسال رسالة إلى الجميع
