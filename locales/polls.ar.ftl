# الاستطلاعات

menu-polls = 🗳 الاستطلاعات
command-polls = الاستطلاعات المفتوحة ونتائج المنتهية
command-newpoll = إعداد استطلاع

## أمام المصوّت

poll-question = 🗳 <b>{ $question }</b>
poll-question-number = السؤال { $number } من { $count }
poll-question-short = السؤال { $number }
poll-hint-several = اختاروا { $count } على الأكثر ثم اضغطوا «تسجيل الاختيارات».
poll-hint-scale = من ١ (قليل جدًا) إلى ٥ (كثير جدًا)
poll-hint-words = اضغطوا «كتابة الجواب» واكتبوا رأيكم بكلماتكم.
poll-anonymous = 🔒 بلا اسم: لا يُسجَّل اسمكم مع الجواب.
poll-named = 👤 بالاسم: يرى المديرون بماذا أجبتم.
poll-until = ⏳ مفتوح حتى { $when }، ويمكنكم حتى ذلك الحين تغيير صوتكم.
poll-yes = نعم
poll-no = لا
poll-unsure = لا أدري
poll-voted = سُجّل صوتكم: { $option }
poll-taken = ✅ سُجّل صوتكم. شكرًا لمشاركتكم.
poll-thanks = ✅ شكرًا لكم؛ سُجّلت أجوبتكم عن «{ $title }».
poll-skipped = لم تجيبوا عن أي سؤال من «{ $title }». يمكنكم ذلك في أي وقت حتى نهاية الاستطلاع.
poll-reminder = 🔔 تذكير: ما زال رأيكم ناقصًا. هذا هو التذكير الوحيد لهذا الاستطلاع.
poll-write = اكتبوا جوابكم هنا وأرسلوه.
poll-write-anonymous = اكتبوا جوابكم هنا وأرسلوه. ولكي يبقى بلا اسم، لا تكتبوا اسمًا ولا عنوانًا ولا رقم هاتف.
poll-home-ask = 📍 في أي حيّ تسكنون؟ يُحسب صوتكم عندئذ في نتيجة ذلك الحيّ أيضًا.
poll-home-must = 📍 هذا الاستطلاع لسكان نطاق معيّن. اختاروا حيّكم من فضلكم.
poll-home-taken = حيّكم: { $area }

button-poll-submit = ✅ تسجيل الاختيارات
button-poll-write = ✍️ كتابة الجواب
button-poll-skip = تخطٍّ ›
button-poll-change = ✏️ تغيير الجواب
button-poll-answer = 🗳 أجيب
button-poll-result = 📊 النتيجة
button-poll-picture = 🖼 الرسم البياني
button-poll-home = 📍 حيّي
button-poll-no-home = لا أريد أن أقول
button-poll-live-elsewhere = أسكن في مكان آخر

poll-gone = لم يعد هذا الاستطلاع متاحًا. ترون الاستطلاعات المفتوحة في القائمة أدناه.
poll-not-open = شكرًا لاهتمامكم، انتهى وقت هذا الاستطلاع.
poll-over = انتهى هذا الاستطلاع؛ هذه نتيجته.
poll-not-yours = عذرًا، هذا الاستطلاع لسكان نطاق آخر.
poll-home-needed = لهذا الاستطلاع يجب أن نعرف في أي حيّ تسكنون.
poll-sealed = حُسب صوتكم من قبل ولم يعد تغييره ممكنًا.
poll-choose = اختاروا خيارًا واحدًا على الأقل من فضلكم.
poll-choose-most = لا يمكن اختيار أكثر من { $count }.
poll-words-long = الجواب يحتاج إلى كلمات، وأقصاه { $count } حرفًا. اختصروه من فضلكم.
poll-words-late = وصلتنا هذه الإجابة متأخرة ولم تُسجَّل. إن كنتم ما زلتم ترغبون في إرسالها فأرسلوها مرة أخرى من فضلكم.

## النتيجة

poll-answers = 📊 الأجوبة: { $answers }
poll-answers-to = 📊 <b>{ $question }</b> · الأجوبة: { $answers }
poll-result = { $bar } { $share } · { $option } (الأصوات: { $votes })
poll-percent = { $share }٪
poll-mean = المتوسط: { $mean } من ٥
poll-more-options = … وخيارات أخرى: { $count }
poll-more = … وغيرها: { $count }
poll-words-kept = الأجوبة المكتوبة يقرؤها المديرون ولا تُنشر.
poll-result-now = <b>نتيجة «{ $title }» حتى الآن</b>
poll-result-closed = <b>نتيجة «{ $title }»</b> · انتهى في { $day }
poll-result-told = 📣 <b>نتيجة «{ $title }»</b>؛ شكرًا لرأيكم.
poll-closed-kept = انتهى استطلاع «{ $title }». وصلت نتيجته إلى المديرين لاتخاذ القرار.
poll-closed-told = 🗳 انتهى استطلاع «{ $title }». النتيجة:
poll-result-after = تظهر النتيجة بعد أن تصوّتوا.
poll-result-closing = تظهر النتيجة بعد انتهاء الاستطلاع.
poll-your-area = 📍 <b>{ $area }</b> مقابل الكل:
poll-versus-title = السؤال: { $question }
poll-versus = ▫️ { $option }: { $share } (الكل: { $whole })
poll-versus-count = ▫️ { $option }: الأصوات { $votes } (الكل: { $whole })
poll-versus-hidden = ▫️ { $option }: لا يُعرض (الكل: { $whole })
poll-hidden = —
poll-hidden-note = <i>الأعداد الأقل من ٥، وكل عدد يمكن حسابها منه، لا تُعرض لكي تبقى الأصوات بلا أسماء.</i>
poll-whole = الكل
poll-rate = نسبة الاستجابة: { $answered } من { $reached } وصلهم الاستطلاع ({ $share })
poll-interval = فاصل الثقة ٩٥ بالمئة: من { $low } إلى { $high } (طريقة ويلسون، ١٩٢٧)
poll-decision-said = 🏛 <b>القرار:</b> { $words }
poll-follow-up-said = 🔧 <b>المتابعة:</b> { $words }
poll-decision-told = 🤝 <b>قلتم ففعلنا</b> · عن استطلاع «{ $title }»

poll-chart-answers = الأجوبة: { $answers }
poll-chart-mean = { $note } · المتوسط { $mean } من ٥
poll-chart-more = { $note } · خيارات أخرى: { $count }
poll-chart-anonymous = استطلاع بلا أسماء
poll-chart-named = استطلاع بالأسماء
poll-chart-foot = همسايه · { $day } · { $kept }
poll-picture-caption = 📊 { $title }
poll-picture-drawn = يُعدّ الرسم البياني ويُرسل هنا.
poll-picture-failed = عذرًا، لم يُعدّ الرسم البياني. حاولوا مرة أخرى بعد قليل من فضلكم.

## القائمة

polls-head = <b>الاستطلاعات</b>؛ اضغطوا أحدها للإجابة أو لرؤية نتيجته:
polls-none = لا استطلاع الآن. عندما يكون هناك استطلاع نخبركم هنا.
poll-entry-open = 🗳 { $title }
poll-entry-answered = ✅ { $title }
poll-entry-closed = 📊 { $title }
poll-entry-manage = { $state } · { $title }
polls-manage-head = <b>كل الاستطلاعات</b>
button-poll-manage = ⚙️ إدارة الاستطلاعات
button-poll-manage-one = ⚙️ إدارة هذا الاستطلاع
button-poll-new = ➕ استطلاع جديد

## الإعداد

poll-begin =
    اكتبوا سؤال الاستطلاع هنا.
    إن كنتم تعرفون الخيارات أيضًا فأرسلوا الكل في رسالة واحدة بعد الأمر {"\u2066"}/newpoll{"\u2069"}: السطر الأول هو السؤال، وكل خيار في سطر يبدأ بشرطة.
poll-ask-question = اكتبوا السؤال التالي.
poll-ask-kind = كيف يُجاب عن هذا السؤال؟
poll-kind-one = ☝️ خيار واحد
poll-kind-several = ☑️ عدة خيارات
poll-kind-scale = 🔢 من ١ إلى ٥
poll-kind-yesno = 👍 نعم، لا، لا أدري
poll-kind-words = ✍️ جواب مكتوب
poll-ask-options = أرسلوا الخيارات: كلها في رسالة واحدة وكل خيار في سطر، أو واحدًا واحدًا. ولخيار مصوّر أرسلوا الصورة وتحتها اسم الخيار.
poll-photo-caption = أرسلوا الصورة وتحتها اسم الخيار من فضلكم؛ كل صورة خيار.
poll-option-more = الخيارات حتى الآن { $count } (والأقصى { $most }). أرسلوا الخيار التالي، أو اضغطوا «اكتملت الخيارات».
button-poll-options-done = ✅ اكتملت الخيارات
poll-ask-most = كم خيارًا لكل شخص على الأكثر؟
poll-most = خيارات: { $count }
poll-panel = <b>معاينة الاستطلاع</b>
poll-panel-kind = نوع الجواب: { $kind }
poll-panel-several = عدة خيارات، أقصاها { $count }
poll-panel-option = ▫️ { $option }
poll-panel-option-pictured = 🖼 { $option }
poll-panel-shown = 👁 النتيجة: { $shown }
poll-panel-opens = 🟢 البداية: { $when }
poll-panel-closes = 🔴 النهاية: { $when }
poll-panel-remind = 🔔 قبل النهاية بيوم يُذكَّر من لم يجب.
poll-panel-no-remind = 🔕 لا يُذكَّر أحد.
poll-panel-places = 📡 يُنشر أيضًا { $how } في { $count } من القنوات والمجموعات
poll-panel-audience = 👥 لأجل: { $audience } · عدد الأشخاص: { $people }
poll-panel-few = ⚠️ يصل هذا الاستطلاع إلى أقل من { $fewest } شخصًا: في استطلاع بلا أسماء قد تكشف أعداد مجموعة صغيرة كهذه صوت أحدهم.
poll-recipients-nameless = 📄 مستلمو الرسالة العامة { $number }. اختيروا بحسب مشاركتهم في استطلاع بلا أسماء، ولذلك لا تتضمن القائمة أرقامهم ولا أسماءهم ولا لغاتهم ولا الأوقات.
poll-recipients-withheld = <i>🔒 الاستطلاع بلا أسماء: لا تُعرض أمثلة من المستلمين، وستكون قائمتهم بلا أسماء.</i>
poll-shown-live = مباشرة، منذ البداية
poll-shown-after = بعد التصويت
poll-shown-closing = بعد الانتهاء
poll-shown-managers = للمديرين فقط
poll-mirror-link = رابط
poll-panel-as-link = كرابط
poll-mirror-native = استطلاع تلغرام
poll-panel-as-native = كاستطلاع تلغرام
poll-mirror-first = استطلاع تلغرام يضم السؤال الأول فقط؛ وبالرابط تُطرح الأسئلة كلها.
poll-mirror-words = استطلاع تلغرام لا يقبل أجوبة مكتوبة؛ فيُنشر رابط بدلًا منه.
poll-ask-shown = متى تُرى النتيجة؟
poll-ask-places = في أي القنوات والمجموعات يُنشر أيضًا؟ بالرابط تُحسب الأصوات معًا؛ أما أصوات استطلاع تلغرام فتبقى منفصلة.
poll-ask-audience = لمن هذا الاستطلاع؟ إن لم يكن للجميع فاختاروا شرطًا أو أكثر. شرط مكان السكن يسري على من يأتي برابط أيضًا.
poll-ask-opens = متى يبدأ الاستطلاع؟ اختاروا اليوم أو اكتبوه: غدًا ١٠ صباحًا.
poll-ask-closes = متى ينتهي الاستطلاع؟ اختاروا اليوم أو اكتبوه: الجمعة الساعة ٢٠.
poll-days = الأيام: { $count }
button-poll-add = ➕ سؤال آخر
button-poll-drop = ➖ حذف السؤال الأخير
button-poll-make-named = 👤 اجعله بالاسم
button-poll-make-anonymous = 🔒 اجعله بلا اسم
button-poll-shown = 👁 عرض النتيجة
button-poll-audience = 👥 لمن
button-poll-places = 📡 القنوات
button-poll-opens = 🟢 البداية
button-poll-closes = 🔴 النهاية
button-poll-remind = 🔔 مع تذكير
button-poll-no-remind = 🔕 بلا تذكير
button-poll-look = 👀 معاينة
button-poll-send = 📨 إرسال
button-poll-discard = ✖️ إلغاء
poll-discarded = أُلغي الاستطلاع ولم يُرسل شيء.
poll-draft-gone = أُرسلت هذه المسودة أو أُلغيت من قبل. لاستطلاع جديد اضغطوا {"\u2066"}/newpoll{"\u2069"}.
poll-sent = فُتح الاستطلاع ويُرسل الآن إلى الناس.
poll-scheduled = يُفتح الاستطلاع في وقته.

poll-questions-most = لكل استطلاع { $count } أسئلة على الأكثر.
poll-question-long = السؤال يحتاج إلى كلمات، وأقصاه { $count } حرفًا.
poll-options-count = لكل سؤال من { $fewest } إلى { $most } خيارات، ولم يُعدّ شيء. صحّحوا الخيارات وأرسلوها من جديد من فضلكم.
poll-option-long = أقصى الخيار { $count } حرفًا. اختصروه وأرسلوه من جديد من فضلكم.
poll-option-twice = ورد خيار مرتين. أرسلوا الخيارات من جديد من فضلكم.
poll-form-no-question = يجب أن يكون السطر الأول هو السؤال، ولم يُعدّ شيء. اكتبوا السؤال، وكل خيار في سطر يبدأ بشرطة.
poll-form-line = لم نفهم هذا السطر ولم يُعدّ شيء: «{ $line }». يجب أن يبدأ كل خيار بشرطة.
poll-form-option-long = خيار هذا السطر أطول من { $count } حرفًا ولم يُعدّ شيء: «{ $line }»
poll-form-option-twice = خيار هذا السطر ورد مرتين ولم يُعدّ شيء: «{ $line }»
poll-sent-before = أُرسل هذا الاستطلاع من قبل.
poll-no-question = لا سؤال في هذا الاستطلاع بعد. أضيفوا سؤالًا أولًا من فضلكم.
poll-too-late = مضى هذا الوقت. اختاروا وقتًا آخر من فضلكم.
poll-ends-before = يجب أن تكون نهاية الاستطلاع بعد بدايته. اختاروا وقتًا آخر من فضلكم.
poll-not-now = هذا غير ممكن في الوضع الحالي للاستطلاع.
poll-reminded-before = أُرسل تذكير هذا الاستطلاع من قبل، ولا يُرسل إلا مرة واحدة.

## المسؤولية

poll-manage = 🗳 <b>{ $title }</b> · { $state }
poll-manage-closed = 🔴 انتهى: { $when }
poll-state-draft = مسودة
poll-state-dropped = ملغى
poll-state-scheduled = ينتظر البداية
poll-state-open = مفتوح
poll-state-closed = منتهٍ
poll-state-decided = صدر فيه قرار
poll-not-manager = هذا لمديري نطاق الاستطلاع فقط.
button-poll-areas = 🗺 الأحياء
button-poll-refresh = 🔄 تحديث
button-poll-words = ✍️ الأجوبة المكتوبة
button-poll-csv = 📄 تصدير {"\u2066"}CSV{"\u2069"}
button-poll-xlsx = 📗 تصدير {"\u2066"}Excel{"\u2069"}
button-poll-link = 🔗 الرابط والرمز المصوّر
button-poll-close = 🔴 إنهاء
button-poll-close-yes = 🔴 نعم، أنهوه
button-poll-remind-now = 🔔 تذكير
button-poll-recall = ↩️ إعادة إلى المسودة
button-poll-decide = 🏛 تسجيل قرار
button-poll-follow = 🔧 تسجيل متابعة
poll-close-ask = هل ينتهي استطلاع «{ $title }» الآن؟ تصل النتيجة فورًا إلى كل من صوّت، ولا يُفتح التصويت من جديد.
poll-reminded = يُذكَّر الآن من لم يجب.
poll-recalled = عاد الاستطلاع مسودة.
poll-decision-ask = ماذا تقرّر بشأن «{ $title }»؟ اكتبوه ليصل إلى كل من صوّت.
poll-follow-up-ask = ماذا فعلتم بشأن «{ $title }»؟ اكتبوه ليصل إلى كل من صوّت.
poll-decision-long = يجب أن يكون النص من حرف إلى { $count } حرفًا.
poll-decided = ✅ سُجّل ويصل إلى كل من صوّت في «{ $title }».
poll-areas-head = 🗺 <b>{ $area }</b>: { $question }
poll-areas-later = <i>لكي تبقى الأصوات بلا أسماء، تُعرض نتائج المناطق والأحياء بعد انتهاء الاستطلاع.</i>
poll-counting = تُعدّ الأجوبة الآن؛ عودوا بعد لحظات من فضلكم.
poll-area-line = ▫️ <b>{ $area }</b>: { $cells }
poll-cell = { $option } { $votes }
poll-cell-share = { $share } ({ $votes })
poll-words-head = ✍️ <b>{ $question }</b> · الأجوبة: { $answers }
poll-words-group = ▫️ <b>{ $word }</b>: الأجوبة { $answers }
poll-words-line = 💬 { $words }
poll-public = للإجابة اضغطوا الزر أدناه. لكل شخص صوت واحد.
poll-poster =
    🔗 الرابط والرمز المصوّر لاستطلاع «{ $title }»
    اطبعوا هذه الصورة لجدار مركز ثقافي أو لوحة الحيّ.
    { $link }
poll-export-begun = يُعدّ الملف ويُرسل هنا.
poll-export-done = 📄 الأجوبة، سطر لكل جواب. في استطلاع بلا أسماء لا اسم فيه، والحيّ لا يرد إلا بقدر ما تعرضه النتيجة.
poll-export-failed = عذرًا، لم يُعدّ الملف. حاولوا مرة أخرى بعد قليل من فضلكم.
poll-sheet = الأجوبة
poll-column-question = السؤال
poll-column-answer = الجواب
poll-column-desk = الناحية
poll-column-area = الحيّ
poll-column-person = الاسم
digest-poll-open = 🗳 استطلاع مفتوح: <b>{ $title }</b> · الأجوبة: { $answers }
digest-poll-closed = 🗳 استطلاع منتهٍ: <b>{ $title }</b> · الأجوبة: { $answers }

## المخاطبون

audience-answered = 🗳 المصوّتون
audience-unanswered = 🗳 من لم يصوّت
audience-answered-ask = من صوّت في أي استطلاع؟
audience-unanswered-ask = من لم يصوّت في أي استطلاع؟
audience-answered-rule = المصوّتون في الاستطلاع { $number }
audience-unanswered-rule = من لم يصوّت في الاستطلاع { $number }
