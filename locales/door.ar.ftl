## العربية: ما يحمله المشارك معه، والدخول

button-ticket = 🎫 بطاقة الدخول
button-calendar = 📅 التقويم
ticket = 🎫 <b>{ $title }</b>
    الموعد: { $when }
    المكان: { $place }
    عدد الأشخاص: { $count }
    يرجى إبراز هذه البطاقة عند الدخول.
ticket-calendar = 📅 افتحوا هذا الملف لتضاف الفعالية مع تذكيراتها إلى تقويم هاتفكم.
button-door = 🚪 الدخول
button-door-list = 📋 قائمة الدخول
button-door-scan = 📷 الدخول بالبطاقة
button-door-file = 📄 ملف التسجيلات
button-door-undo = ↩️ لم يحضر
button-door-end = ✔️ إنهاء الدخول
door-caption = دخول
door-guest = { $mark } { $name } · { $count }
door-people = { $count }
door-turnout = حضر حتى الآن { $came } من { $seats }. (عدد التسجيلات: { $parties })
door-scan = 📷 أرسلوا هنا صور بطاقات الدخول إلى { $title } واحدة بعد أخرى. وإن لم تكن مع أحدهم بطاقته فاكتبوا اسمه.
door-found = التسجيلات بهذا الاسم: { $count }. اضغطوا على من حضر.
door-nobody = لا أحد في قائمة هذه الفعالية يبدأ اسمه بـ «{ $name }».
door-came = ✅ أهلًا بـ { $name }: { $count }.
door-before = ☑️ { $name } دخل من قبل، الساعة { $time }: { $count }.
door-undone = ↩️ أُلغي دخول { $name }.
door-unknown = لا نعرف هذه البطاقة. ربما تغير التسجيل؛ يرجى البحث عن الاسم في القائمة.
door-other = ⚠️ هذه البطاقة لفعالية أخرى: { $title }، { $when }.
door-no-code = لم نجد بطاقة في هذه الصورة. يرجى التصوير من مسافة أقرب وبإضاءة أفضل.
door-no-picture = تعذرت قراءة هذه الصورة. يرجى إرسالها من جديد أو كتابة اسم الضيف.
door-closed = يمكن تسجيل الدخول من ست ساعات قبل البداية إلى يوم بعد نهاية الفعالية.
door-not-registered = ليس لهذا الضيف مكان في هذه الفعالية الآن.
door-too-many = هذا التسجيل لعدد من الأشخاص: { $count }.
guests-sheet = التسجيلات
guests-caption = 📄 تسجيلات { $title }
guests-not-made = تعذر إعداد القائمة. يرجى طلبها من جديد بعد قليل.
guests-name = الاسم
guests-state = الحالة
guests-seats = العدد
guests-came = حضر
guests-came-at = وقت الدخول
guests-at = وقت التسجيل
guests-registered = مسجل
guests-waiting = في الانتظار
guests-offered = عُرض عليه مكان
