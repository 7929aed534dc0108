# رویدادهای مراکز فرهنگی

menu-events = 🎭 رویدادها
command-events = رویدادهای مراکز فرهنگی
command-newevent = ساختن رویداد تازه

## نقش مسئول مرکز

role-officer = مسئول رویدادهای یک مرکز
role-officer-of = مسئول رویدادهای { $area }
button-officers = 🏛 مسئول رویدادهای یک مرکز
invite-choose-centre = این دعوت برای رویدادهای کدام مرکز باشد؟
only-officers = این کار با مسئولان رویدادهای مرکز است. اگر فکر می‌کنید باید این نقش را داشته باشید، از مدیر سامانه پیوند دعوت بخواهید.

## کارت رویداد

event-title = <b>{ $title }</b>
event-untitled = بی‌عنوان
event-state-draft = ✏️ پیش‌نویس: هنوز کسی آن را نمی‌بیند.
event-state-cancelled = ❌ این رویداد لغو شده است.
event-state-over = 🏁 این رویداد برگزار شده است.
event-state-begun = ▶️ این رویداد آغاز شده است.
event-sort = 🏷 { $kind } · برای { $who }
event-kind-class = کلاس
event-kind-workshop = کارگاه
event-kind-sport = ورزش
event-kind-art = هنر و نمایش
event-kind-talk = نشست و گفت‌وگو
event-kind-trip = گردش
event-kind-celebration = جشن
event-kind-other = برنامهٔ دیگر
event-for-all = همه
event-for-families = خانواده‌ها
event-for-children = کودکان
event-for-teenagers = نوجوانان
event-for-women = بانوان
event-for-elderly = سالمندان
event-when = 🗓 { $when } ({ $lasts })
event-weekly = 🔁 هر هفته، تا { $until }
event-where = 📍 { $place }
event-at-the-pin = جایی که روی نقشه نشان داده‌ایم
event-cost = 💳 هزینه: { $cost } تومان
event-free = 💚 رایگان
event-no-limit = 🎟 بدون محدودیت جا
event-left = 🎟 جای خالی: { $count } از { $capacity }
event-none-left = 🎟 ظرفیت پر شده است.
event-none-left-waiting = 🎟 ظرفیت پر شده است؛ { $count } نفر در فهرست انتظارند.
event-entry = { $mark }{ $day } { $time } · { $title }
event-near = محدودهٔ محلهٔ { $area }
event-share = { $title }؛ ثبت‌نام در ربات همسایه
event-announced = 🎭 رویداد تازه
button-open-event = 🎭 دیدن رویداد
button-all-events = ↩️ همهٔ رویدادها
button-map = 🗺 نقشه
button-share = 🔗 هم‌رسانی
button-manage = ⚙️ ادارهٔ رویداد

## آمدن و نیامدن

button-coming = ✅ می‌آیم
button-not-coming = ✖️ نمی‌آیم
button-waiting-list = ⏳ فهرست انتظار
button-wait-on = ⏳ برای جای بیشتر صبر می‌کنم
button-how-many = 👥 تغییر تعداد
event-how-many = چند نفر می‌آیید؟ خودتان را هم بشمارید.
event-seats = { $count } نفر
event-you-come = ✅ نام شما ثبت شده است: { $count } نفر. چشم‌به‌راهتان هستیم.
event-you-wait = ⏳ شما در فهرست انتظارید: { $count } نفر، نوبت { $place }. همین که جا باز شود خبرتان می‌کنیم.
event-you-are-offered = 🎁 { $count } جا برای شما نگه داشته‌ایم، تا { $until }.
event-you-lapsed = ⌛️ جایی که برایتان نگه داشته بودیم به نفر بعدی رسید. می‌توانید دوباره نام بنویسید.
event-toast-come = نام شما ثبت شد: { $count } نفر.
event-toast-wait = در فهرست انتظار هستید: { $count } نفر.
event-toast-offered = همین حالا جا باز است؛ لطفاً تأیید کنید.
event-toast-left = ثبت شد که نمی‌آیید. سپاس که خبر دادید.
event-offer =
    🎁 { $count } جا برای شما باز شد
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
    این جا را تا { $until } برایتان نگه می‌داریم. می‌آیید؟
event-offer-fewer =
    🎁 از { $wanted } جایی که خواسته بودید { $count } جا باز شد.
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
    این جا را تا { $until } برایتان نگه می‌داریم. می‌توانید با همین تعداد بیایید، یا در نوبت خود بمانید تا جای بیشتری باز شود.
event-lapsed =
    ⌛️ جایی که برایتان نگه داشته بودیم به نفر بعدی رسید.
    <b>{ $title }</b> · { $when }
    اگر هنوز می‌خواهید بیایید، می‌توانید دوباره در فهرست انتظار نام بنویسید.
event-passed =
    ⌛️ آن چند جا به نفر بعدی رسید؛ شما در نوبت خود مانده‌اید.
    <b>{ $title }</b> · { $when } · { $place }
event-changed = 🔄 رویدادی که برای آن نام نوشته‌اید تغییر کرد: <b>{ $title }</b>. از این پس:
event-called-off =
    ❌ با پوزش، این رویداد لغو شد:
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
event-reminder-day =
    🔔 یادآوری: رویدادی که در آن نام نوشته‌اید فرداست ({ $count } نفر)
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
    اگر نمی‌آیید، با یک اشاره خبر دهید تا جایتان به دیگری برسد.
event-reminder-hours =
    🔔 یادآوری: تا دو ساعت دیگر ({ $count } نفر)
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
event-unknown = این رویداد پیدا نشد. شاید هنوز منتشر نشده باشد.
event-cancelled = با پوزش، این رویداد لغو شده است.
event-begun = این رویداد آغاز شده یا پایان یافته است.
event-full = با پوزش، ظرفیت همین حالا پر شد. می‌توانید به فهرست انتظار بروید.
event-seats-left = فقط { $count } جای خالی مانده است. لطفاً تعداد کمتری انتخاب کنید.
event-seats-most = در هر ثبت‌نام دست‌کم یک و حداکثر { $count } جا می‌توان گرفت.
event-waiting-for-fewer = تا در فهرست انتظارید فقط می‌توانید تعداد را کم کنید. برای تعداد بیشتر، نخست از فهرست بیرون بیایید.
event-offer-gone = این پیشنهاد دیگر برقرار نیست. وضعیت تازه را روی کارت رویداد ببینید.
event-not-registered = نام شما در این رویداد نیست.
event-has-come = ورود شما ثبت شده است؛ ثبت‌نام را دیگر نمی‌توان کم یا لغو کرد.

## فهرست رویدادها

events-head-week = <b>🎭 رویدادهای این هفته</b>
events-head-all = <b>🎭 رویدادهای پیش رو</b>
events-head-near = <b>📍 رویدادهای نزدیک { $of }</b>، نزدیک‌ترها بالاتر
events-head-mine = <b>🗓 رویدادهای من</b>
events-head-centre = <b>🏛 { $of }</b>
events-head-kind = <b>🏷 { $of }</b>
events-head-audience = <b>👥 برای { $of }</b>
events-none = فعلاً رویدادی در این فهرست نیست.
events-hint = 🔔 می‌خواهید از رویدادهای تازهٔ محله یا مرکزتان باخبر شوید؟ دکمهٔ خبرها را بزنید.
button-this-week = 🗓 این هفته
button-near = 📍 نزدیک من
button-my-events = ✅ رویدادهای من
button-by-centre = 🏛 مرکزها
button-by-kind = 🏷 نوع‌ها
button-by-audience = 👥 برای چه کسانی
button-subscriptions = 🔔 خبرها و یادآوری‌ها
button-desk = ⚙️ ادارهٔ رویدادها
events-choose = کدام را نشان بدهیم؟
events-where-are-you = کجا هستید؟ موقعیت مکانی‌تان را بفرستید یا نام محله را بنویسید.
events-where-unknown = این محل را نشناختم. لطفاً نام محله را بنویسید یا موقعیت مکانی بفرستید.
events-found-you = محلهٔ شما: { $area }

## خبرها و یادآوری‌ها

events-wishes =
    <b>🔔 خبرها و یادآوری‌های رویدادها</b>
    از هر رویداد تازه‌ای که به یکی از انتخاب‌های شما بخورد یک بار خبرتان می‌کنیم. اگر یک پیام در هفته را بیشتر می‌پسندید، برنامهٔ هفتگی را روشن کنید.
events-follow-none = هنوز چیزی انتخاب نکرده‌اید؛ خبری هم نمی‌فرستیم.
events-follow-none-weekly = هنوز چیزی انتخاب نکرده‌اید؛ برنامهٔ هفتگی شما همهٔ رویدادها را دارد، آنچه در ناحیهٔ خودتان است بالاتر.
events-follow-these = انتخاب‌های شما: { $names }
events-follow-choose = با هر اشاره روشن یا خاموش می‌شود.
button-follow-centre = 🏛 مرکزها
button-follow-kind = 🏷 نوع‌ها
button-follow-audience = 👥 برای چه کسانی
button-follow-area = 📍 ناحیه‌ها
events-wish-day = یادآوری یک روز پیش از رویداد
events-wish-hours = یادآوری دو ساعت پیش از رویداد
events-wish-weekly = برنامهٔ هفتگی به جای تک‌پیام‌ها

## ساختن رویداد

event-draft-there = پیش‌نویسی دارید: <b>{ $title }</b>. ادامه می‌دهید یا از نو می‌سازید؟
button-earlier-event = ✏️ ادامهٔ پیش‌نویس
button-new-event = ➕ رویداد تازه
event-unclear-head = رویداد ساخته نشد، چون این سطرها روشن نبود:
event-unclear =
    ▫️ <code>{ $line }</code>
    { $why }
event-unclear-line = این سطر با نام هیچ بخشی آغاز نمی‌شود، مانند عنوان، زمان، مدت، محل، ظرفیت یا شرح.
event-unclear-twice = این بخش دو بار آمده است.
event-unclear-title = عنوان نباید خالی یا بلندتر از { $count } حرف باشد.
event-unclear-words = شرح نباید خالی یا بلندتر از { $count } حرف باشد.
event-unclear-place = نشانی نباید خالی یا بلندتر از { $count } حرف باشد.
event-unclear-when = این زمان را نفهمیدم. برای نمونه بنویسید: ۱۴۰۵/۹/۱۰ ۱۶:۰۰ یا فردا ساعت ۱۶.
event-unclear-until = این تاریخ را نفهمیدم. برای نمونه بنویسید: ۱۴۰۵/۱۲/۱۰.
event-unclear-where = این مرکز را نشناختم. نام یا کد مرکز را درست همان‌گونه که ثبت شده است بنویسید.
event-unclear-minutes = این مدت را نفهمیدم. به دقیقه بنویسید، مانند ۹۰، یا مانند ۲ ساعت.
event-unclear-capacity = ظرفیت باید عدد باشد، یا واژهٔ نامحدود.
event-unclear-seats = تعداد جا در هر ثبت‌نام باید عددی از ۱ تا ۲۰ باشد.
event-unclear-cost = هزینه را به تومان و با عدد بنویسید، یا بنویسید رایگان.
event-unclear-kind = این نوع را نشناختم. یکی از این‌هاست: کلاس، کارگاه، ورزش، هنر و نمایش، نشست و گفت‌وگو، گردش، جشن، برنامهٔ دیگر.
event-unclear-audience = این گروه را نشناختم. یکی از این‌هاست: همه، خانواده‌ها، کودکان، نوجوانان، بانوان، سالمندان.
event-unclear-photo = لطفاً یک عکس بفرستید.
event-in-the-past = این زمان گذشته است. لطفاً زمان دیگری انتخاب کنید.
event-incomplete = عنوان، زمان یا محل این رویداد هنوز روشن نیست.
event-until-before = پایان تکرار پیش از آغاز رویداد است.
event-seats-over-capacity = جا در هر ثبت‌نام از ظرفیت بیشتر است.
event-series-too-long = حداکثر { $count } هفته را می‌توان یک‌باره ساخت. لطفاً تاریخ نزدیک‌تری برای پایان انتخاب کنید.
event-capacity-taken = برای این رویداد { $count } جا گرفته شده است؛ ظرفیت را کمتر از آن نمی‌توان کرد.
event-not-your-centre = این مرکز در نقش شما نیست.
event-not-now = این کار در وضعیت کنونی رویداد ممکن نیست.
event-draft-gone = این رویداد دیگر در دست شما نیست.
event-panel = 👆 پیش‌نمایش. هر بخش را با دکمه‌اش تغییر دهید؛ پس از انتشار، ثبت‌نام آغاز می‌شود.
event-field-title = عنوان
event-field-when = زمان
event-field-minutes = مدت
event-field-where = مرکز
event-field-place = نشانی
event-field-audience = برای
event-field-kind = نوع
event-field-capacity = ظرفیت
event-field-seats = هر ثبت‌نام
event-field-cost = هزینه
event-field-until = تکرار
event-field-words = شرح
event-field-photo = عکس
event-ask-title = عنوان رویداد چیست؟
event-ask-when = رویداد کی آغاز می‌شود؟ روز و ساعت را انتخاب کنید، یا بنویسید؛ مانند فردا ساعت ۱۶.
event-ask-minutes = چه مدت طول می‌کشد؟ می‌توانید مدت را به دقیقه بنویسید.
event-ask-where = کدام مرکز برگزار می‌کند؟
event-ask-place = اگر جای دیگری جز خود مرکز است، نشانی را بنویسید یا موقعیت مکانی آن را بفرستید.
event-ask-audience = برای چه کسانی است؟
event-ask-kind = چه نوع برنامه‌ای است؟
event-ask-capacity = چند نفر جا دارد؟ عدد را می‌توانید بنویسید.
event-ask-seats = در هر ثبت‌نام حداکثر چند نفر می‌توانند بیایند؟
event-ask-cost = هزینه برای هر نفر چند تومان است؟
event-ask-until = اگر هر هفته تکرار می‌شود، تاریخ پایان را بنویسید؛ مانند ۱۴۰۵/۱۲/۱۰.
event-ask-words = شرح رویداد را بنویسید.
event-ask-photo = یک عکس یا پوستر بفرستید.
event-minutes = { $count } دقیقه
event-unlimited = نامحدود
event-costs-nothing = رایگان
event-once = بدون تکرار
event-without = بدون آن
event-at-centre = در خود مرکز
button-publish = 📢 انتشار
button-drop-event = 🗑 کنار گذاشتن
event-dropped = پیش‌نویس کنار گذاشته شد.
event-published = ✅ منتشر شد. به { $count } نفر که چنین رویدادهایی را دنبال می‌کنند خبر می‌دهیم.
event-published-quietly = ✅ منتشر شد. هنوز کسی خبر چنین رویدادهایی را نخواسته است؛ پیوند آن را می‌توانید هم‌رسانی کنید.
event-published-weeks = 🔁 { $count } نوبت هفتگی ساخته شد.

## ادارهٔ رویداد

events-desk = <b>⚙️ رویدادهای مرکز شما</b>
events-desk-none = هنوز رویدادی برای مرکز شما ثبت نشده است.
event-saved = ✅ ثبت شد. اگر چیزی تغییر کرده که باید بدانند، به همهٔ ثبت‌نام‌کنندگان خبر دادیم.
event-count-registered = 👥 ثبت‌نام: { $parties } · { $count } جا
event-count-waiting = ⏳ در انتظار: { $count } جا
event-scope-one = ☝️ تغییرها: فقط همین نوبت
event-scope-all = 🔁 تغییرها: این و نوبت‌های بعد
button-call-off = ❌ لغو رویداد
button-as-resident = 👁 کارت رویداد
event-call-off-sure = <b>{ $title }</b> لغو شود؟ به { $count } ثبت‌نام‌کننده همین حالا خبر می‌دهیم.
button-call-off-yes = ❌ بله، لغو شود
button-call-off-all = ❌ این و همهٔ نوبت‌های بعد
event-is-called-off = ❌ لغو شد و خبر دادیم. تعداد نوبت‌ها: { $count }

## مخاطبان پیام همگانی

audience-registered = 🎭 ثبت‌نام‌کنندگان
audience-registered-ask = ثبت‌نام‌کنندگان کدام رویداد؟
audience-registered-rule = ثبت‌نام‌کنندگان رویداد { $number }
