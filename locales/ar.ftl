# العربية. تصل الأرقام والتواريخ جاهزة؛ وتُكتب علامات HTML في هذا الملف.
# نخاطب الأهالي بصيغة الجمع احترامًا، وتبدأ الأسطر بحرف عربي أو برمز؛ وما بين \u2066 و \u2069 يُقرأ من اليسار.

language-name = العربية
list-comma = {"، "}

## القائمة والبداية

menu-report = 📝 تقديم بلاغ
menu-mine = 📂 بلاغاتي
menu-settings = ⚙️ الإعدادات
menu-help = ❓ المساعدة

greeting =
    مرحبًا { $name }، أهلًا بكم في «همسايه»، أي الجار 🌿
    أرسلوا صورة المشكلة في حيّكم مع مكانها؛ تصل إلى المسؤولين في ناحيتكم وتُتابَع حتى نتيجة واضحة.
    لا نحفظ من حسابكم في تلغرام إلا الاسم الأول واللغة والمعرّف، ولا نحفظ رقم الهاتف.

    للبدء، أرسلوا الآن صورة أو نصًا.
    { $notice }
help =
    <b>دليل همسايه</b>

    📝 <b>تقديم بلاغ</b>: التقطوا صورة واكتبوا كلمتين أو ثلاثًا وأرسلوا الموقع. الترتيب غير مهم.
    📂 <b>بلاغاتي</b>: شاهدوا حالة كل بلاغ، أو أضيفوا توضيحًا أو صورة، أو اسحبوا البلاغ.
    🔎 اكتبوا رمز المتابعة هنا ليُفتح البلاغ.
    🙈 إن لم ترغبوا في ظهور اسمكم، فاضغطوا «بدون اسم» قبل الإرسال.

    الأوامر: {"\u2066"}/report{"\u2069"} تقديم بلاغ، {"\u2066"}/reports{"\u2069"} بلاغاتي، {"\u2066"}/settings{"\u2069"} اللغة، {"\u2066"}/cancel{"\u2069"} إلغاء

    <b>عند الخطر العاجل اتصلوا:</b> الإطفاء ١٢٥، الإسعاف ١١٥، الشرطة ١١٠، الغاز ١٩٤، الكهرباء ١٢١، الماء ١٢٢، الطوارئ الاجتماعية ١٢٣
chatter =
    مرحبًا! يسعدنا وجودكم هنا 🌿
    إن رأيتم مشكلة في الحي، فأرسلوا صورتها أو وصفها هنا.
cancelled = أُلغي الأمر ولم يُرسل شيء. يمكنكم البدء من جديد متى شئتم.
nothing-to-cancel = لا يوجد ما يُلغى. لبلاغ جديد، أرسلوا صورة أو نصًا.
command-unknown = عذرًا، هذا الأمر غير معروف. استعملوا الأزرار في الأسفل أو أرسلوا {"\u2066"}/help{"\u2069"}.
error-number = أهالينا الكرام، نعتذر: حدث خطأ عند معالجة هذه الرسالة (رقم الخطأ: { $number }). رسالتكم محفوظة وسننظر فيها؛ يُرجى المحاولة بعد قليل.
button-old = عذرًا، هذا الزر لم يعد يعمل. تابعوا من رسالة أحدث أو من القائمة في الأسفل.

## أزرار مشتركة

button-cancel = ✖️ إلغاء
button-back = ↩️ رجوع
button-continue = ▶️ متابعة البلاغ
button-afresh = 📝 بلاغ جديد
button-go-on = ▶️ متابعة البلاغ
button-newer = ◀️ الأحدث
button-older = الأقدم ▶️
button-previous = ◀️ السابق
button-next = التالي ▶️
button-never-mind = ✖️ لا داعي
never-mind = حسنًا، لم يتغيّر شيء.

## بلاغ قيد الإعداد

report-begin =
    أرسلوا المشكلة هنا: صورة أو نصًا أو فيديو أو صوتًا.
    بعد ذلك نسأل عن المكان والموضوع فقط.
report-ask-content = ما المشكلة؟ اكتبوا بضع كلمات أو أرسلوا صورة.
report-not-understood = عذرًا، لا يمكن إضافة هذا النوع من الرسائل إلى البلاغ. أرسلوا نصًا أو صورة أو فيديو أو صوتًا أو موقعًا.
report-too-long = عذرًا، لم يُضَف هذا الجزء لأن الحد الأقصى لنص البلاغ هو { $count } من الأحرف. يُرجى الاختصار.
report-too-many = عذرًا، لم تُضَف هذه الأخيرة لأن الحد الأقصى للصور والملفات في البلاغ هو { $count }. تابعوا بما أرسلتم.
report-edited = عُدّل نص البلاغ حسب تعديلكم.
report-new-words = أرسلوا النص الجديد؛ سيحل محل السابق.
report-new-media = أرسلوا الصورة أو الملف الجديد؛ يحلّ محل السابق.
draft-again = لديكم بلاغ غير مكتمل: «{ $gist }». هل تتابعون؟
draft-gone = هذا البلاغ أُرسل أو أُلغي من قبل. لبلاغ جديد، أرسلوا صورة أو نصًا.

limit-day = أهالينا الكرام، نعتذر: بلغ عدد بلاغاتكم في آخر ٢٤ ساعة { $count }، وهو الحد الأقصى. مسودّتكم محفوظة؛ يُرجى الضغط غدًا على «إرسال البلاغ».
limit-minutes = أهالينا الكرام، نعتذر: بلغ عدد بلاغاتكم في آخر عشر دقائق { $count }، وهو الحد الأقصى. مسودّتكم محفوظة؛ يُرجى الضغط بعد دقائق على «إرسال البلاغ».

## خطر عاجل

urgent-fire = 🚒 إن كان هناك حريق، فاتصلوا الآن بالإطفاء { $number }. البلاغ هنا لا يغني عن الاتصال.
urgent-ambulance = 🚑 إن كانت حياة أحد في خطر، فاتصلوا الآن بالإسعاف { $number }. البلاغ هنا لا يغني عن الاتصال.
urgent-police = 🚓 إن كان هناك خطر أو جريمة الآن، فاتصلوا حالًا بالشرطة { $number }. البلاغ هنا لا يغني عن الاتصال.
urgent-gas = ⚠️ إن شممتم رائحة غاز، فلا تلمسوا مفاتيح الكهرباء، وابتعدوا، واتصلوا الآن بطوارئ الغاز { $number }.
urgent-electricity = ⚡️ عند انقطاع الكهرباء أو وجود سلك مكهرب، اتصلوا الآن بالكهرباء { $number } ولا تقتربوا من السلك.
urgent-water = 🚰 عند انقطاع الماء أو انفجار أنبوب، اتصلوا الآن بطوارئ الماء { $number }.
urgent-social = 🤝 عند إيذاء طفل أو عنف في المنزل أو وجود شخص في خطر، اتصلوا الآن بالطوارئ الاجتماعية { $number }. الاتصال سرّي.

## المكان

place-ask =
    أين هذه المشكلة؟
    اضغطوا «إرسال موقعي»، أو اكتبوا العنوان وأقرب مكان معروف (مثلًا: مقابل المخبز).
place-choose = اختاروا الحي:
place-which = في أي حي يقع «{ $landmark }»؟
place-chosen = 📍 الحي: { $area }
place-outside = عذرًا، هذه النقطة خارج منطقتنا. أقرب حي لدينا هو { $area }. إن كانت المشكلة هناك فاضغطوا «تسجيله في { $area }»، وإلا فاختاروا الحي أو أرسلوا موقعًا آخر.
button-location = 📍 إرسال موقعي
button-neighbourhood = 🏘 اختيار الحي
button-nearest = ✅ تسجيله في { $area }

## الموضوع

category-guess =
    يبدو أن الموضوع «{ $name }». هل هذا صحيح؟
    اضغطوا الموضوع المناسب:
category-ask = ما موضوع البلاغ؟
button-all-categories = 🗂 كل المواضيع

## بلاغات مشابهة

compare-intro = ربما سبقكم أحد إلى الإخبار. عدد البلاغات المفتوحة قرب هذا المكان: { $count }. إن كان أحدها المشكلة نفسها فانضموا إليه لتصلكم أخباره أيضًا.
compare-card =
    <b>{ $category }</b>
    📏 على بُعد { $distance } من مكانكم
    🕒 { $age }
    🔖 { $state }
    👥 المنضمّون: { $supporters }
button-same = 🤝 هي المشكلة نفسها
button-different = ➡️ مشكلة أخرى
joined =
    🤝 انضممتم إلى هذا البلاغ؛ من الآن يصلكم كل خبر عنه.
    رمز المتابعة: { $code }
    عدد المنضمّين: { $supporters }
join-closed = عذرًا، هذا البلاغ لم يعد مفتوحًا. اضغطوا «مشكلة أخرى» ليُسجَّل بلاغكم على حدة.

## المعاينة والإرسال

preview-head = <b>معاينة البلاغ</b>
preview-category = الموضوع: <b>{ $name }</b>
preview-place = 📍 الحي: { $area }
preview-landmark = 🪧 العنوان: { $landmark }
preview-media = 📎 المرفقات: { $list }
preview-words = 📝 { $words }
preview-named = 👤 باسم { $name }
preview-anonymous = 🙈 بدون اسم: لا يرى المسؤولون اسمكم، لكن ردّهم يصلكم.
preview-outside = ☎️ هذا الموضوع في الأصل من عمل { $body } ({ $phone })؛ ونحن نتابعه أيضًا.
media-photo = صور ({ $count })
media-video = مقاطع فيديو ({ $count })
media-voice = رسائل صوتية ({ $count })
media-video-note = رسائل فيديو ({ $count })
media-animation = صور متحركة ({ $count })
media-audio = ملفات صوتية ({ $count })
media-document = ملفات ({ $count })
button-send = ✅ إرسال البلاغ
button-edit = ✏️ تعديل
button-anonymous = 🙈 بدون اسم
button-named = 👤 مع الاسم
button-edit-words = 📝 النص
button-edit-place = 📍 المكان
button-edit-category = 🗂 الموضوع
button-edit-media = 📎 الصور
button-without-media = 🚫 بدون صور

filed =
    ✅ سُجّل بلاغكم. نشكر اهتمامكم.
    رمز المتابعة: { $code }
    الموضوع: { $category }
    ⏳ مهلة المعالجة: حتى { $until }
    👥 المتابعة لدى الإدارة الاجتماعية في { $desk }

    سنخبركم هنا بكل جديد.

## الحالات

state-new = مسجَّل
state-claimed = قيد المراجعة
state-in-progress = قيد المعالجة
state-waiting = بانتظار ردّ مقدّم البلاغ
state-partly = عولج جزئيًا
state-reopened = أُعيد فتحه
state-done = أُنجز
state-confirmed = عولج وأُغلق
state-impossible = تعذّرت معالجته
state-referred = أُحيل إلى جهة خارج البلدية
state-withdrawn = مسحوب

## بلاغاتي

mine-head = <b>بلاغاتكم</b>؛ اضغطوا أي بلاغ لعرضه:
mine-none = ليس لديكم بلاغ بعد. للبدء، أرسلوا صورة المشكلة أو وصفها هنا.
mine-entry = { $emoji } { $category } · { $state } · { $date }
mine-report =
    { $emoji } <b>{ $category }</b>
    رمز المتابعة: { $code }
    🔖 الحالة: <b>{ $state }</b>
    📍 { $area } · المتابعة لدى الإدارة الاجتماعية في { $desk }
    ⏳ مهلة المعالجة: حتى { $due }
    👥 المنضمّون: { $supporters }
mine-report-closed =
    { $emoji } <b>{ $category }</b>
    رمز المتابعة: { $code }
    🔖 الحالة: <b>{ $state }</b>
    📍 { $area } · المتابعة لدى الإدارة الاجتماعية في { $desk }
    👥 المنضمّون: { $supporters }
timeline = ▫️ { $when }: { $what }
timeline-note = ▫️ { $when }: { $what } — { $note }
event-file = سُجّل البلاغ
event-claim = بدأت المراجعة
event-start = بدأت المعالجة
event-ask = طُرح سؤال على مقدّم البلاغ
event-answer = وصل الرد
event-add = أُضيف توضيح
event-missing = ذُكر ما بقي من المشكلة
event-done = أُنجز العمل
event-impossible = تعذّرت المعالجة
event-refer = أُحيل إلى ناحية أخرى
event-refer-outside = أُحيل إلى جهة خارج البلدية
event-confirm = تأكّد حلّ المشكلة
event-silence = أُغلق بعد أسبوع بلا رد
event-partly = قيل إن المشكلة حُلّت جزئيًا
event-reopen = أُعيد فتح البلاغ
event-withdraw = سُحب البلاغ
event-join = انضمّ شخص آخر
button-add = ➕ إضافة صورة أو توضيح
button-withdraw = 🗑 سحب البلاغ
button-withdraw-yes = نعم، أسحبه
withdraw-sure = هل تسحبون البلاغ { $code }؟ ستتوقف معالجته.
withdrawn = سُحب البلاغ { $code }.
withdraw-not-yours = عذرًا، لا يمكن سحب البلاغ إلا لمن قدّمه.
mine-add = أرسلوا توضيحًا أو صورة أو صوتًا للبلاغ { $code }؛ يصل مباشرة إلى المسؤولين.
added = أُضيف إلى البلاغ { $code } ووصل إلى المسؤولين. شكرًا لكم.
add-closed = عذرًا، أُغلق البلاغ { $code } ولا يُضاف إليه شيء بعد الآن. إن كانت المشكلة ما زالت قائمة فيُرجى إرسال بلاغ جديد.
code-unknown = عذرًا، لا يوجد بين بلاغاتكم بلاغ بالرمز { $code }. يُرجى التحقق من الرمز. لا يُفتح البلاغ إلا لمن قدّمه ولمن انضمّ إليه.
report-unknown = عذرًا، لم نجد هذا البلاغ بين بلاغاتكم. يُرجى فتح «بلاغاتي».

## النتيجة كما يراها الأهالي

outcome-fixed = ✅ حُلّت
outcome-partly = 🟡 جزئيًا
outcome-not = ❌ لم تُحلّ
outcome-thanks = يسعدنا أن مشكلة البلاغ { $code } حُلّت. شكرًا لتعاونكم 🌿
outcome-partly-ask = شكرًا لكم. اكتبوا أو أرسلوا صورة: ما الذي بقي في البلاغ { $code }؟
outcome-reopen-ask = نعتذر منكم. أُعيد فتح البلاغ { $code } وأُخبر المسؤولون. إن أمكن، فاكتبوا أو أرسلوا صورة لما بقي.
missing-passed = أُخبر المسؤولون بما بقي في البلاغ { $code }. تستمر المتابعة حتى نتيجة واضحة.
button-answer = 💬 سأجيب
answer-ask =
    سؤال عن البلاغ { $code }:
    «{ $question }»

    اكتبوا الجواب أو أرسلوا صورة.
answer-passed = وصل جوابكم عن البلاغ { $code } إلى المسؤولين. شكرًا لكم.

## أخبار للأهالي

told-claim = 👀 بدأت الإدارة الاجتماعية في { $desk } مراجعة البلاغ { $code } ({ $category }).
told-start = 🛠 بدأت معالجة البلاغ { $code } ({ $category }) في { $desk }.
told-ask =
    💬 تسأل الإدارة الاجتماعية في { $desk } عن البلاغ { $code } ({ $category }):
    «{ $note }»

    أجيبوا بالزر أدناه، أو بالرد على هذه الرسالة.
told-done =
    ✅ تقول الإدارة الاجتماعية في { $desk } إن عمل البلاغ { $code } ({ $category }) أُنجز.

    هل حُلّت المشكلة في رأيكم؟
told-done-note =
    ✅ تقول الإدارة الاجتماعية في { $desk } إن عمل البلاغ { $code } ({ $category }) أُنجز:
    «{ $note }»

    هل حُلّت المشكلة في رأيكم؟
told-impossible =
    أهالينا الكرام، نعتذر: تعذّرت معالجة البلاغ { $code } ({ $category }).
    السبب: { $note }

    شكرًا لأنكم أخبرتمونا. إن تغيّرت الحال، فأرسلوا بلاغًا جديدًا.
told-refer = ↪️ أُحيل البلاغ { $code } ({ $category }) إلى الإدارة الاجتماعية في { $desk }. المهلة كما هي: حتى { $due }.
told-refer-outside =
    ↪️ أهالينا الكرام، نعتذر: البلاغ { $code } ({ $category }) خارج صلاحيات البلدية، والجهة المسؤولة عنه هي { $body }.
    يُرجى الاتصال بالرقم { $phone }. شكرًا لأنكم أخبرتمونا.
told-confirm = ✅ تأكّد حلّ مشكلة البلاغ { $code } ({ $category }) وأُغلق البلاغ.
told-silence = ✅ بعد أسبوع بلا رد، عُدّت مشكلة البلاغ { $code } ({ $category }) محلولة وأُغلق. إن بقيت المشكلة، فأرسلوا بلاغًا جديدًا.
told-partly = 🟡 قيل إن مشكلة البلاغ { $code } ({ $category }) حُلّت جزئيًا؛ والمتابعة مستمرة.
told-reopen = 🔁 أُعيد فتح البلاغ { $code } ({ $category })؛ والمتابعة مستمرة.
told-withdraw = سُحب البلاغ { $code } ({ $category }) بطلب ممن قدّمه. إن بقيت المشكلة، فأرسلوا بلاغًا جديدًا.

## بطاقة البلاغ في مجموعة المسؤولين

card-head = { $emoji } <b>{ $category }</b> · { $code }
card-state = 🔖 { $state }
card-state-worker = 🔖 { $state } · المتابعة لدى: { $worker }
card-place = 📍 { $area }
card-place-landmark = 📍 { $area } · { $landmark }
card-times =
    🕒 التسجيل: { $filed } ({ $age })
    ⏳ المهلة: { $due }
card-times-late =
    🕒 التسجيل: { $filed } ({ $age })
    🔴 انتهت المهلة: { $due }
card-sensitive = 🔒 موضوع حسّاس؛ لا يُفتح النص إلا لمن يبدأ المراجعة، وفي محادثة خاصة.
card-anonymous = 🙈 بلاغ بدون اسم
card-reporter = 👤 مقدّم البلاغ: { $name }
card-supporters = 👥 المنضمّون: { $count }
card-outside = ☎️ الجهة المسؤولة: { $body } ({ $phone })
card-claim = 👀 سأراجعه
card-start = 🛠 قيد المعالجة
card-done = ✅ أُنجز
card-ask = 💬 سؤال لمقدّم البلاغ
card-refer = ↪️ إحالة
card-impossible = ⛔️ تتعذّر المعالجة
card-read = 🔒 قراءة النص
card-added =
    ➕ إضافة من الأهالي إلى البلاغ { $code }:
    { $words }
card-added-sensitive = ➕ وصلت إضافة إلى البلاغ { $code }. لقراءتها في محادثة خاصة اضغطوا «قراءة النص».
card-answer =
    💬 جواب مقدّم البلاغ { $code }:
    { $words }
card-missing =
    🔁 ما بقي في البلاغ { $code } في رأي مقدّمه:
    { $words }
card-partly = 🟡 في رأي مقدّم البلاغ { $code }، حُلّت المشكلة جزئيًا.
card-reopen = ❌ في رأي مقدّم البلاغ { $code }، لم تُحلّ المشكلة. أُعيد فتح البلاغ.
card-referred = ↪️ أُحيل البلاغ { $code } إلى { $area }.
card-moved = ↪️ انتقل البلاغ { $code } إلى مجموعة أخرى.
card-text =
    🔒 نص البلاغ { $code }؛ يُرجى الحفاظ على سرّيته.
    { $landmark }
    { $words }
card-reply-hint = لذكر النتيجة، اضغطوا «أُنجز» أو أرسلوا صورة النتيجة ردًّا على البطاقة.

claimed = مراجعة هذا البلاغ لديكم الآن.
started = سُجّل: قيد المعالجة.
claimed-before = هذا البلاغ قيد المراجعة من قبل لدى { $name }.
step-refused = عذرًا، لا يمكن ذلك: حالة البلاغ الآن «{ $state }». يُرجى النظر في آخر حالة له.
not-manager = عذرًا، هذا متاح لمسؤولي { $area } فقط. اطلبوا رابط دعوة من إدارة النظام.
note-missing = عذرًا، لم يصل نص. اكتبوا بضع كلمات ردًّا على رسالة البوت.
photo-needed = عذرًا، لا يُسجَّل إنجاز هذا الموضوع بدون صورة. أرسلوا صورة النتيجة ردًّا على الرسالة نفسها.
read-claim-first = عذرًا، حفاظًا على الخصوصية لا يُفتح هذا النص إلا لمن ضغط «سأراجعه».
shown-privately = أُرسل النص إلى محادثتكم الخاصة مع البوت.
answer-below = اكتبوا ردًّا على رسالة البوت.
placeholder-reply = الرد على هذه الرسالة…
ask-done = إلى { $name }: اكتبوا نتيجة البلاغ { $code } ردًّا على هذه الرسالة؛ ويمكنكم إرسال صورة أيضًا.
ask-done-photo = إلى { $name }: أرسلوا صورة نتيجة البلاغ { $code } مع ملاحظة قصيرة ردًّا على هذه الرسالة.
ask-question = إلى { $name }: اكتبوا السؤال الموجّه إلى مقدّم البلاغ { $code } ردًّا على هذه الرسالة.
ask-reason = إلى { $name }: اكتبوا سبب تعذّر معالجة البلاغ { $code } ردًّا على هذه الرسالة؛ سيصل إلى مقدّم البلاغ.
done-recorded = ✅ سُجّلت نتيجة البلاغ { $code } وسألنا مقدّم البلاغ عن رأيه.
question-sent = 💬 أُرسل السؤال عن البلاغ { $code } إلى مقدّمه.
impossible-choose = لماذا تتعذّر معالجة البلاغ { $code }؟ سيصل هذا السبب إلى مقدّم البلاغ.
impossible-recorded = ⛔️ أُغلق البلاغ { $code } مع ذكر السبب، وأُخبر مقدّمه.
reason-remit = هذا الموضوع ليس من مهام البلدية.
reason-private = المكان ملك خاص ولا يحق للبلدية دخوله.
reason-budget = لا اعتماد له في خطة هذه السنة؛ سيُقترح في خطة السنة القادمة.
reason-plan = يجري تنفيذ مشروع في هذا المكان وستُحلّ المشكلة به.
reason-notfound = عند المعاينة، لم تُشاهَد المشكلة في المكان.
reason-own = ✍️ سبب آخر (سأكتبه)
refer-choose = إلى أين يُحال البلاغ { $code }؟
referred = ↪️ أُحيل البلاغ { $code } إلى { $area }؛ ومهلته كما هي.
referred-outside = ↪️ أُحيل البلاغ { $code } إلى جهة خارج البلدية وأُخبر مقدّمه.

## المجموعات

group-hello = مرحبًا. لكي تصل بلاغات ناحية إلى هذه المجموعة، ترسل إدارة النظام هنا {"\u2066"}/bind{"\u2069"}.
bind-in-group = أرسلوا هذا الأمر في مجموعة مسؤولي الناحية، لا في محادثة خاصة.
bind-choose = لأي نطاق تعمل هذه المجموعة؟
bound = ✅ من الآن تعمل هذه المجموعة من أجل { $area }؛ وتصل البلاغات والخلاصة اليومية إلى هنا.
bound-moved = عدد البلاغات المفتوحة التي وصلت إلى هذه المجموعة: { $count }
bind-missing = ليس لدى { $area } مجموعة بعد، ولذلك وصلكم هذا البلاغ. اكتبوا في مجموعة مسؤوليها: {"\u2066"}/bind { $code }{"\u2069"}
group-lost = لم يعد البوت في مجموعة { $area } وانتقلت بلاغاتها إلى المستوى الأعلى. أضيفوا البوت إلى المجموعة من جديد واكتبوا فيها: {"\u2066"}/bind { $code }{"\u2069"}
area-unknown = عذرًا، لا يوجد نطاق بالرمز { $area }. أرسلوا الأمر بدون رمز لتظهر القائمة.
nothing-bound-here = هذه المحادثة لا تعمل لأي نطاق بعد. ترسل إدارة النظام {"\u2066"}/bind{"\u2069"} في مجموعة المسؤولين.

## الخلاصة اليومية والقوائم

digest =
    <b>الخلاصة اليومية: { $area }</b>
    🗓 { $day }

    📥 جديد لم يُنظر فيه بعد: { $new }
    📂 مفتوح: { $open }
    🔴 تجاوز المهلة: { $overdue }
    🔁 أُعيد فتحه: { $reopened }
    💬 بانتظار ردّ مقدّم البلاغ: { $waiting }
    ✅ أُنجز أمس: { $done } · اليوم: { $today }
digest-oldest = <b>الأكثر تأخّرًا:</b>
list-open = <b>البلاغات المفتوحة: { $area }</b>
list-open-none = لا بلاغات مفتوحة في { $area } 🌿
list-overdue = <b>البلاغات المتجاوزة للمهلة: { $area }</b>
list-overdue-none = لا بلاغات متجاوزة للمهلة في { $area } 🌿
list-name = { $emoji } { $category }
list-line = ▫️ { $name } · { $code } · { $area } · { $state } · تنتهي المهلة بعد { $time }
list-late = 🔴 { $name } · { $code } · { $area } · { $state } · متأخر منذ { $time }

## إدارة النظام

only-administrators = عذرًا، هذا متاح لإدارة النظام فقط.
admin-menu =
    <b>إدارة همسايه</b>
    الرسائل الموضوعة جانبًا: { $aside }
admin-invite = ✉️ دعوة مسؤول
admin-people = 👥 المسؤولون والأدوار
admin-groups = 🏢 المجموعات والنطاقات
admin-groups-head = <b>مجموعة كل نطاق</b>
admin-group = ✅ { $area }: { $title }
admin-group-none = ▫️ { $area }: لا مجموعة بعد؛ اكتبوا في مجموعته {"\u2066"}/bind { $code }{"\u2069"}
admin-people-head = <b>الأدوار</b>؛ اضغطوا أي دور لإزالته:
admin-people-none = ليس لأحد دور بعد. أنشئوا رابط دعوة من «دعوة مسؤول».
admin-remove = 🗑 { $role } · { $name }
admin-removed = أُزيل الدور.
admin-removed-before = هذا الدور أُزيل من قبل.
role-manager = الإدارة الاجتماعية
role-manager-of = الإدارة الاجتماعية في { $area }
role-administrator = إدارة النظام
invite-choose = لأي دور يُنشأ رابط الدعوة؟
invite-link =
    رابط الدعوة إلى «{ $role }»:
    { $link }

    يعمل مرة واحدة وحتى { $until }. أرسلوه إلى الشخص نفسه فقط.
invite-accepted = أهلًا بكم. دوركم من الآن: «{ $role }».
invite-void = عذرًا، رابط الدعوة هذا لم يعد يعمل: إما استُعمل أو انتهت مدته. اطلبوا رابطًا جديدًا من إدارة النظام.
set-aside-told = لم تُعالَج رسالة ووُضعت جانبًا (الرقم { $number }): { $error }. انظروا فيها على الخادم: {"\u2066"}<code>python -m bot check</code>{"\u2069"}
database-told = قاعدة البيانات غير متاحة ({ $error }). تبقى الرسائل الجديدة في تلغرام وتُعالَج بعد عودتها.

## الرسائل العامة: الرسالة وطريقها

broadcast-below = 👆 من «همسايه» عن { $topic }
topic-announcements = الإعلانات
topic-events = الفعاليات
topic-polls = الاستطلاعات
topic-education = التعليم
topic-neighbourhood = أخبار الحي
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

## الإعدادات

settings = اللغة الحالية: { $language }. لتغييرها، اختاروا إحدى هذه اللغات:
language-changed = تغيّرت اللغة إلى العربية.

## الأوامر والتعريف

command-report = تقديم بلاغ
command-reports = بلاغاتي
command-settings = الإعدادات
command-help = المساعدة
command-cancel = إلغاء
command-admin = الإدارة
command-invite = دعوة مسؤول أو إدارة نظام
command-bind = تخصيص هذه المجموعة لنطاق
command-digest = الخلاصة اليومية الآن
command-open = البلاغات المفتوحة
command-overdue = البلاغات المتجاوزة للمهلة
description =
    همسايه (الجار) جسر بين الأهالي والبلدية. أرسلوا صورة المشكلة في حيّكم مع مكانها: تصل إلى المسؤولين في ناحيتكم، وتُخبَرون بكل خطوة، وفي النهاية تقولون أنتم هل حُلّت أم لا.
short-description = أرسلوا صورة المشكلة في حيّكم وتابعوها حتى نتيجة واضحة.

## ما يُرسَل إلى الجميع

broadcast-cannot-send = عذرًا، لا يمكن إرسال هذا النوع من الرسائل إلى الآخرين. يُرجى إرسال نص أو صورة أو فيديو أو تسجيل أو ملف أو موقع.
broadcast-native-poll = عذرًا، يُحسب استطلاع تيليجرام لكل شخص على حدة ولا تُجمع إجاباته. يُرجى إرسال رسالة أخرى.
broadcast-too-long = عذرًا، لا يستطيع البوت أن يرسل هنا نصًا أطول من { $count } من الأحرف. يُرجى الاختصار ثم الإرسال من جديد.
