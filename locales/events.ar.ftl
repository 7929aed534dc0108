# فعاليات المراكز الثقافية

menu-events = 🎭 الفعاليات
command-events = فعاليات المراكز الثقافية
command-newevent = إنشاء فعالية جديدة

## مسؤول المركز

role-officer = مسؤول فعاليات مركز
role-officer-of = مسؤول فعاليات { $area }
button-officers = 🏛 مسؤول فعاليات مركز
invite-choose-centre = لفعاليات أي مركز هذه الدعوة؟
only-officers = هذا العمل لمسؤولي فعاليات المراكز. إن كان ينبغي أن يكون لكم هذا الدور فاطلبوا من المدير رابط دعوة.

## بطاقة الفعالية

event-title = <b>{ $title }</b>
event-untitled = بلا عنوان
event-state-draft = ✏️ مسودة: لا يراها أحد بعد.
event-state-cancelled = ❌ ألغيت هذه الفعالية.
event-state-over = 🏁 انتهت هذه الفعالية.
event-state-begun = ▶️ بدأت هذه الفعالية.
event-sort = 🏷 { $kind } · { $who }
event-kind-class = درس
event-kind-workshop = ورشة
event-kind-sport = رياضة
event-kind-art = فن ومسرح
event-kind-talk = ندوة
event-kind-trip = رحلة
event-kind-celebration = احتفال
event-kind-other = برنامج آخر
event-for-all = الجميع
event-for-families = العائلات
event-for-children = الأطفال
event-for-teenagers = اليافعون
event-for-women = النساء
event-for-elderly = كبار السن
event-when = 🗓 { $when } ({ $lasts })
event-weekly = 🔁 كل أسبوع، حتى { $until }
event-where = 📍 { $place }
event-at-the-pin = المكان المبيَّن على الخريطة
event-cost = 💳 التكلفة: { $cost } تومان
event-free = 💚 مجانًا
event-no-limit = 🎟 يوجد مكان للجميع
event-left = 🎟 المقاعد الباقية: { $count } من { $capacity }
event-none-left = 🎟 امتلأت المقاعد.
event-none-left-waiting = 🎟 امتلأت المقاعد؛ في قائمة الانتظار { $count }.
event-entry = { $mark }{ $day } { $time } · { $title }
event-near = في نطاق حي { $area }
event-share = { $title }؛ التسجيل في بوت همسايه
event-announced = 🎭 فعالية جديدة
button-open-event = 🎭 عرض الفعالية
button-all-events = ↩️ كل الفعاليات
button-map = 🗺 الخريطة
button-share = 🔗 مشاركة
button-manage = ⚙️ إدارة الفعالية

## الحضور وعدمه

button-coming = ✅ سأحضر
button-not-coming = ✖️ لن أحضر
button-waiting-list = ⏳ قائمة الانتظار
button-wait-on = ⏳ أنتظر مقاعد أكثر
button-how-many = 👥 تغيير العدد
event-how-many = كم شخصًا سيحضر؟ احسبوا أنفسكم أيضًا.
event-seats = العدد { $count }
event-you-come = ✅ اسمكم في القائمة، والعدد { $count }. نحن في انتظاركم.
event-you-wait = ⏳ أنتم في قائمة الانتظار، العدد { $count } والدور { $place }. نخبركم فور توفر مكان.
event-you-are-offered = 🎁 حجزنا لكم مقاعد، عددها { $count }، حتى { $until }.
event-you-lapsed = ⌛️ انتقل المكان الذي حجزناه لكم إلى من يليكم. يمكنكم التسجيل من جديد.
event-toast-come = سجلنا اسمكم، والعدد { $count }.
event-toast-wait = أنتم في قائمة الانتظار، والعدد { $count }.
event-toast-offered = يوجد مكان الآن؛ يرجى التأكيد.
event-toast-left = سجلنا أنكم لن تحضروا. شكرًا لإخبارنا.
event-offer =
    🎁 توفر مكان لكم، العدد { $count }
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
    نحجزه لكم حتى { $until }. هل ستحضرون؟
event-offer-fewer =
    🎁 طلبتم { $wanted } من المقاعد، وتوفر منها الآن { $count }.
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
    نحجزها لكم حتى { $until }. يمكنكم الحضور بهذا العدد، أو البقاء في دوركم حتى يتوفر أكثر.
event-lapsed =
    ⌛️ انتقل المكان الذي حجزناه لكم إلى من يليكم.
    <b>{ $title }</b> · { $when }
    إن كنتم لا تزالون تريدون الحضور فيمكنكم دخول قائمة الانتظار من جديد.
event-passed =
    ⌛️ انتقلت تلك المقاعد القليلة إلى من يليكم؛ وبقيتم في دوركم.
    <b>{ $title }</b> · { $when } · { $place }
event-changed = 🔄 تغيرت فعالية سجلتم فيها: <b>{ $title }</b>. من الآن:
event-called-off =
    ❌ نأسف، ألغيت هذه الفعالية:
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
event-reminder-day =
    🔔 تذكير: غدًا الفعالية التي سجلتم فيها (العدد { $count })
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
    إن كنتم لن تحضروا فأخبرونا بلمسة ليصل مكانكم إلى غيركم.
event-reminder-hours =
    🔔 تذكير: بعد ساعتين (العدد { $count })
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
event-unknown = لم نجد هذه الفعالية. ربما لم تنشر بعد.
event-cancelled = نأسف، ألغيت هذه الفعالية.
event-begun = بدأت هذه الفعالية أو انتهت.
event-full = نأسف، حُجز آخر مقعد للتو. يمكنكم دخول قائمة الانتظار.
event-seats-left = بقي من المقاعد { $count } فقط. يرجى اختيار عدد أقل.
event-seats-most = لكل تسجيل مقعد واحد على الأقل و{ $count } على الأكثر.
event-waiting-for-fewer = ما دمتم في قائمة الانتظار يمكنكم تقليل العدد فقط. لعدد أكبر اخرجوا من القائمة أولًا.
event-offer-gone = انتهى هذا العرض. الوضع الحالي على بطاقة الفعالية.
event-not-registered = اسمكم ليس في قائمة هذه الفعالية.
event-has-come = سُجّل دخولكم، فلا يمكن تقليل العدد أو إلغاء التسجيل بعد ذلك.

## قوائم الفعاليات

events-head-week = <b>🎭 فعاليات هذا الأسبوع</b>
events-head-all = <b>🎭 الفعاليات القادمة</b>
events-head-near = <b>📍 فعاليات قرب { $of }</b>، الأقرب أولًا
events-head-mine = <b>🗓 فعالياتي</b>
events-head-centre = <b>🏛 { $of }</b>
events-head-kind = <b>🏷 { $of }</b>
events-head-audience = <b>👥 { $of }</b>
events-none = لا توجد فعاليات في هذه القائمة الآن.
events-hint = 🔔 هل تريدون معرفة الفعاليات الجديدة في حيكم أو مركزكم؟ اضغطوا زر الأخبار.
button-this-week = 🗓 هذا الأسبوع
button-near = 📍 قريب مني
button-my-events = ✅ فعالياتي
button-by-centre = 🏛 المراكز
button-by-kind = 🏷 الأنواع
button-by-audience = 👥 لمن
button-subscriptions = 🔔 الأخبار والتذكيرات
button-desk = ⚙️ إدارة الفعاليات
events-choose = أيها نعرض؟
events-where-are-you = أين أنتم؟ أرسلوا موقعكم أو اكتبوا اسم الحي.
events-where-unknown = لم أعرف هذا المكان. اكتبوا اسم الحي أو أرسلوا الموقع من فضلكم.
events-found-you = حيكم: { $area }

## الأخبار والتذكيرات

events-wishes =
    <b>🔔 أخبار الفعاليات وتذكيراتها</b>
    نخبركم مرة واحدة بكل فعالية جديدة توافق أحد اختياراتكم. إن كنتم تفضلون رسالة واحدة في الأسبوع فشغلوا البرنامج الأسبوعي.
events-follow-none = لم تختاروا شيئًا بعد، فلا نرسل أخبارًا.
events-follow-none-weekly = لم تختاروا شيئًا بعد؛ فبرنامجكم الأسبوعي يشمل كل الفعاليات، وما في ناحيتكم أولًا.
events-follow-these = اختياراتكم: { $names }
events-follow-choose = كل لمسة تشغل أو توقف.
button-follow-centre = 🏛 المراكز
button-follow-kind = 🏷 الأنواع
button-follow-audience = 👥 لمن
button-follow-area = 📍 النواحي
events-wish-day = تذكير قبل يوم
events-wish-hours = تذكير قبل ساعتين
events-wish-weekly = برنامج أسبوعي بدل الرسائل المفردة

## إنشاء فعالية

event-draft-there = لديكم مسودة: <b>{ $title }</b>. هل تتابعونها أم تنشئون جديدة؟
button-earlier-event = ✏️ متابعة المسودة
button-new-event = ➕ فعالية جديدة
event-unclear-head = لم تنشأ الفعالية، لأن هذه السطور غير واضحة:
event-unclear =
    ▫️ <code>{ $line }</code>
    { $why }
event-unclear-line = لا يبدأ هذا السطر باسم حقل مثل العنوان أو الوقت أو المدة أو المكان أو السعة أو الوصف.
event-unclear-twice = ورد هذا الحقل مرتين.
event-unclear-title = لا يجوز أن يكون العنوان فارغًا أو أطول من { $count } حرفًا.
event-unclear-words = لا يجوز أن يكون الوصف فارغًا أو أطول من { $count } حرفًا.
event-unclear-place = لا يجوز أن يكون العنوان التفصيلي فارغًا أو أطول من { $count } حرفًا.
event-unclear-when = لم أفهم هذا الوقت. اكتبوا مثلًا: ٢٠٢٦-١٢-٠١ ١٦:٠٠ أو غدا ١٦:٠٠.
event-unclear-until = لم أفهم هذا التاريخ. اكتبوا مثلًا: ٢٠٢٧-٠٣-٠١.
event-unclear-where = لم أعرف هذا المركز. اكتبوا اسمه أو رمزه كما هو مسجل.
event-unclear-minutes = لم أفهم هذه المدة. اكتبوها بالدقائق مثل ٩٠، أو مثل ٢ ساعة.
event-unclear-capacity = يجب أن تكون السعة عددًا، أو عبارة بلا حد.
event-unclear-seats = يجب أن يكون عدد المقاعد لكل تسجيل من ١ إلى ٢٠.
event-unclear-cost = اكتبوا التكلفة بالتومان عددًا، أو اكتبوا مجاني.
event-unclear-kind = لم أعرف هذا النوع. هو أحد هذه: درس، ورشة، رياضة، فن ومسرح، ندوة، رحلة، احتفال، برنامج آخر.
event-unclear-audience = لم أعرف هذه الفئة. هي إحدى هذه: الجميع، العائلات، الأطفال، اليافعون، النساء، كبار السن.
event-unclear-photo = أرسلوا صورة من فضلكم.
event-in-the-past = مضى هذا الوقت. يرجى اختيار وقت آخر.
event-incomplete = عنوان هذه الفعالية أو وقتها أو مكانها غير واضح بعد.
event-until-before = ينتهي التكرار قبل بداية الفعالية.
event-seats-over-capacity = مقاعد التسجيل الواحد أكثر من السعة.
event-series-too-long = يمكن إنشاء { $count } من الأسابيع على الأكثر دفعة واحدة. يرجى اختيار نهاية أقرب.
event-capacity-taken = حجز من مقاعد هذه الفعالية { $count }؛ لا يمكن أن تكون السعة أقل.
event-not-your-centre = دوركم ليس لهذا المركز.
event-not-now = لا يمكن ذلك في الوضع الحالي للفعالية.
event-draft-gone = لم تعد هذه الفعالية في أيديكم.
event-panel = 👆 معاينة. كل زر يغير جزءًا منها؛ وبعد النشر يبدأ التسجيل.
event-field-title = العنوان
event-field-when = الوقت
event-field-minutes = المدة
event-field-where = المركز
event-field-place = العنوان التفصيلي
event-field-audience = لمن
event-field-kind = النوع
event-field-capacity = السعة
event-field-seats = لكل تسجيل
event-field-cost = التكلفة
event-field-until = التكرار
event-field-words = الوصف
event-field-photo = الصورة
event-ask-title = ما عنوان الفعالية؟
event-ask-when = متى تبدأ؟ اختاروا اليوم والساعة، أو اكتبوهما مثل غدا ١٦:٠٠.
event-ask-minutes = كم تدوم؟ يمكنكم كتابة الدقائق.
event-ask-where = أي مركز يقيمها؟
event-ask-place = إن كانت في غير المركز نفسه فاكتبوا العنوان أو أرسلوا الموقع.
event-ask-audience = لمن هي؟
event-ask-kind = ما نوعها؟
event-ask-capacity = كم مقعدًا فيها؟ يمكنكم كتابة العدد.
event-ask-seats = كم شخصًا يمكن أن يحضر بتسجيل واحد على الأكثر؟
event-ask-cost = كم تومانًا تكلف للشخص الواحد؟
event-ask-until = إن كانت تتكرر كل أسبوع فاكتبوا تاريخ النهاية مثل ٢٠٢٧-٠٣-٠١.
event-ask-words = اكتبوا وصف الفعالية.
event-ask-photo = أرسلوا صورة أو ملصقًا.
event-minutes = { $count } دقيقة
event-unlimited = بلا حد
event-costs-nothing = مجاني
event-once = بلا تكرار
event-without = بدونها
event-at-centre = في المركز نفسه
button-publish = 📢 نشر
button-drop-event = 🗑 حذف المسودة
event-dropped = حذفت المسودة.
event-published = ✅ نشرت. نخبر المتابعين لمثل هذه الفعاليات، وعددهم { $count }.
event-published-quietly = ✅ نشرت. لم يطلب أحد بعد أخبار مثل هذه الفعاليات؛ يمكنكم مشاركة رابطها.
event-published-weeks = 🔁 أنشئت مواعيد أسبوعية عددها { $count }.

## إدارة الفعالية

events-desk = <b>⚙️ فعاليات مركزكم</b>
events-desk-none = لا توجد فعاليات لمركزكم بعد.
event-saved = ✅ حفظ. إن كان في التغيير ما يجب أن يعرفوه فقد أخبرنا كل المسجلين.
event-count-registered = 👥 المسجلون: { $parties } · المقاعد: { $count }
event-count-waiting = ⏳ في الانتظار: { $count }
event-scope-one = ☝️ التغييرات: هذا الموعد فقط
event-scope-all = 🔁 التغييرات: هذا وما بعده
button-call-off = ❌ إلغاء الفعالية
button-as-resident = 👁 بطاقة الفعالية
event-call-off-sure = هل تلغى <b>{ $title }</b>؟ نخبر المسجلين فورًا، وعددهم { $count }.
button-call-off-yes = ❌ نعم، ألغها
button-call-off-all = ❌ هذا وكل المواعيد التالية
event-is-called-off = ❌ ألغيت وأخبرناهم. عدد المواعيد: { $count }

## جمهور الرسائل العامة

audience-registered = 🎭 المسجلون
audience-registered-ask = المسجلون في أي فعالية؟
audience-registered-rule = المسجلون في الفعالية { $number }
