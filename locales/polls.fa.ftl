# نظرسنجی‌ها

menu-polls = 🗳 نظرسنجی‌ها
command-polls = نظرسنجی‌های باز و نتیجهٔ پایان‌یافته‌ها
command-newpoll = ساختن نظرسنجی

## پیش روی رأی‌دهنده

poll-question = 🗳 <b>{ $question }</b>
poll-question-number = سؤال { $number } از { $count }
poll-question-short = سؤال { $number }
poll-hint-several = تا { $count } گزینه را انتخاب کنید و «ثبت انتخاب‌ها» را بزنید.
poll-hint-scale = از ۱ (خیلی کم) تا ۵ (خیلی زیاد)
poll-hint-words = با زدن «نوشتن پاسخ»، نظرتان را به زبان خودتان بنویسید.
poll-anonymous = 🔒 بدون نام: نام شما کنار پاسخ ثبت نمی‌شود.
poll-named = 👤 با نام: مدیران می‌بینند شما چه پاسخی داده‌اید.
poll-until = ⏳ تا { $when } باز است و تا آن زمان می‌توانید رأی خود را عوض کنید.
poll-yes = بله
poll-no = خیر
poll-unsure = نمی‌دانم
poll-voted = رأی شما ثبت شد: { $option }
poll-taken = ✅ رأی شما ثبت شد. سپاس از همراهی شما.
poll-thanks = ✅ سپاس از شما؛ پاسخ‌هایتان به «{ $title }» ثبت شد.
poll-skipped = به سؤال‌های «{ $title }» پاسخی ندادید. تا پایان نظرسنجی هر زمان بخواهید می‌توانید پاسخ دهید.
poll-reminder = 🔔 یادآوری: هنوز جای نظر شما خالی است. این تنها یادآوری این نظرسنجی است.
poll-write = پاسخ خود را همین‌جا بنویسید و بفرستید.
poll-write-anonymous = پاسخ خود را همین‌جا بنویسید و بفرستید. برای آنکه ناشناس بماند، نام و نشانی و شمارهٔ تلفن ننویسید.
poll-home-ask = 📍 در کدام محله زندگی می‌کنید؟ رأی شما در نتیجهٔ همان محله هم شمرده می‌شود.
poll-home-must = 📍 این نظرسنجی برای ساکنان یک محدوده است. لطفاً محلهٔ خود را انتخاب کنید.
poll-home-taken = محلهٔ شما: { $area }

button-poll-submit = ✅ ثبت انتخاب‌ها
button-poll-write = ✍️ نوشتن پاسخ
button-poll-skip = رد شدن ›
button-poll-change = ✏️ تغییر پاسخ
button-poll-answer = 🗳 پاسخ می‌دهم
button-poll-result = 📊 نتیجه
button-poll-picture = 🖼 نمودار
button-poll-home = 📍 محلهٔ من
button-poll-no-home = نمی‌گویم
button-poll-live-elsewhere = جای دیگری زندگی می‌کنم

poll-gone = این نظرسنجی دیگر در دسترس نیست. نظرسنجی‌های باز را از منوی پایین ببینید.
poll-not-open = با سپاس از توجه شما، زمان این نظرسنجی به پایان رسیده است.
poll-over = این نظرسنجی پایان یافته است؛ نتیجه را ببینید.
poll-not-yours = با پوزش، این نظرسنجی برای ساکنان محدودهٔ دیگری است.
poll-home-needed = برای این نظرسنجی باید بدانیم در کدام محله زندگی می‌کنید.
poll-sealed = رأی شما پیش‌تر شمرده شده است و دیگر نمی‌توان آن را عوض کرد.
poll-choose = لطفاً دست‌کم یک گزینه را انتخاب کنید.
poll-choose-most = بیش از { $count } گزینه نمی‌توان انتخاب کرد.
poll-words-long = پاسخ باید متن باشد و بیش از { $count } حرف نشود. لطفاً کوتاه‌ترش کنید.
poll-words-late = این پاسخ دیر به دست ما رسید و ثبت نشد. اگر هنوز مایلید، لطفاً آن را دوباره بفرستید.

## نتیجه

poll-answers = 📊 { $answers } پاسخ
poll-answers-to = 📊 <b>{ $question }</b> · { $answers } پاسخ
poll-result = { $bar } { $share } · { $option } ({ $votes } رأی)
poll-percent = { $share }٪
poll-mean = میانگین: { $mean } از ۵
poll-more-options = … و { $count } گزینهٔ دیگر
poll-more = … و { $count } مورد دیگر
poll-words-kept = پاسخ‌های نوشتاری را مدیران می‌خوانند و منتشر نمی‌شود.
poll-result-now = <b>نتیجهٔ «{ $title }» تا این لحظه</b>
poll-result-closed = <b>نتیجهٔ «{ $title }»</b> · پایان‌یافته در { $day }
poll-result-told = 📣 <b>نتیجهٔ «{ $title }»</b>؛ سپاس که نظر دادید.
poll-closed-kept = نظرسنجی «{ $title }» پایان یافته است. نتیجهٔ آن برای تصمیم‌گیری به مدیران رسیده است.
poll-closed-told = 🗳 نظرسنجی «{ $title }» پایان یافت. نتیجه:
poll-result-after = نتیجه پس از رأی دادن شما نشان داده می‌شود.
poll-result-closing = نتیجه پس از پایان نظرسنجی نشان داده می‌شود.
poll-your-area = 📍 <b>{ $area }</b> در برابر کل:
poll-versus-title = سؤال: { $question }
poll-versus = ▫️ { $option }: { $share } (کل: { $whole })
poll-versus-count = ▫️ { $option }: { $votes } رأی (کل: { $whole })
poll-versus-hidden = ▫️ { $option }: نمایش داده نمی‌شود (کل: { $whole })
poll-hidden = —
poll-hidden-note = <i>عددهای کمتر از ۵، و هر عددی که بتوان آن‌ها را از روی آن به دست آورد، برای ناشناس ماندن رأی‌ها نشان داده نمی‌شود.</i>
poll-whole = کل
poll-rate = نرخ پاسخ: { $answered } نفر از { $reached } نفری که نظرسنجی به دستشان رسیده است ({ $share })
poll-interval = فاصلهٔ اطمینان ۹۵ درصدی: { $low } تا { $high } (روش ویلسون، ۱۹۲۷)
poll-decision-said = 🏛 <b>تصمیم:</b> { $words }
poll-follow-up-said = 🔧 <b>پیگیری:</b> { $words }
poll-decision-told = 🤝 <b>گفتید، کردیم</b> · دربارهٔ نظرسنجی «{ $title }»

poll-chart-answers = { $answers } پاسخ
poll-chart-mean = { $note } · میانگین { $mean } از ۵
poll-chart-more = { $note } · { $count } گزینهٔ دیگر هم بود
poll-chart-anonymous = نظرسنجی بدون نام
poll-chart-named = نظرسنجی با نام
poll-chart-foot = همسایه · { $day } · { $kept }
poll-picture-caption = 📊 { $title }
poll-picture-drawn = نمودار آماده و همین‌جا فرستاده می‌شود.
poll-picture-failed = با پوزش، نمودار آماده نشد. لطفاً کمی بعد دوباره تلاش کنید.

## فهرست

polls-head = <b>نظرسنجی‌ها</b>؛ برای پاسخ دادن یا دیدن نتیجه، یکی را بزنید:
polls-none = اکنون نظرسنجی‌ای نیست. هر وقت باشد، همین‌جا خبرتان می‌کنیم.
poll-entry-open = 🗳 { $title }
poll-entry-answered = ✅ { $title }
poll-entry-closed = 📊 { $title }
poll-entry-manage = { $state } · { $title }
polls-manage-head = <b>همهٔ نظرسنجی‌ها</b>
button-poll-manage = ⚙️ مدیریت نظرسنجی‌ها
button-poll-manage-one = ⚙️ مدیریت این نظرسنجی
button-poll-new = ➕ نظرسنجی تازه

## ساختن

poll-begin =
    سؤال نظرسنجی را همین‌جا بنویسید.
    اگر گزینه‌ها را هم می‌دانید، همه را در یک پیام پس از فرمان {"\u2066"}/newpoll{"\u2069"} بفرستید: سطر نخست سؤال، و هر گزینه در سطری که با خط تیره آغاز شود.
poll-ask-question = سؤال بعدی را بنویسید.
poll-ask-kind = پاسخ این سؤال چگونه باشد؟
poll-kind-one = ☝️ یک گزینه
poll-kind-several = ☑️ چند گزینه
poll-kind-scale = 🔢 از ۱ تا ۵
poll-kind-yesno = 👍 بله، خیر، نمی‌دانم
poll-kind-words = ✍️ پاسخ نوشتاری
poll-ask-options = گزینه‌ها را بفرستید: همه در یک پیام و هر کدام در یک سطر، یا یکی‌یکی. برای گزینهٔ تصویری، عکس را با نام گزینه زیر آن بفرستید.
poll-photo-caption = لطفاً عکس را با نام گزینه زیر آن بفرستید؛ هر عکس یک گزینه است.
poll-option-more = { $count } گزینه دارید (حداکثر { $most }). گزینهٔ بعدی را بفرستید، یا «گزینه‌ها کامل شد» را بزنید.
button-poll-options-done = ✅ گزینه‌ها کامل شد
poll-ask-most = هر نفر حداکثر چند گزینه را انتخاب کند؟
poll-most = { $count } گزینه
poll-panel = <b>پیش‌نمایش نظرسنجی</b>
poll-panel-kind = نوع پاسخ: { $kind }
poll-panel-several = چند گزینه، حداکثر { $count }
poll-panel-option = ▫️ { $option }
poll-panel-option-pictured = 🖼 { $option }
poll-panel-shown = 👁 نتیجه: { $shown }
poll-panel-opens = 🟢 آغاز: { $when }
poll-panel-closes = 🔴 پایان: { $when }
poll-panel-remind = 🔔 یک روز پیش از پایان به کسانی که پاسخ نداده‌اند یادآوری می‌شود.
poll-panel-no-remind = 🔕 یادآوری نمی‌شود.
poll-panel-places = 📡 { $how }، در { $count } کانال یا گروه هم منتشر می‌شود
poll-panel-audience = 👥 برای: { $audience } · { $people } نفر
poll-panel-few = ⚠️ این نظرسنجی به کمتر از { $fewest } نفر می‌رسد: در نظرسنجی بدون نام، شمارش رأی‌های گروهی به این کوچکی ممکن است رأی کسی را آشکار کند.
poll-recipients-nameless = 📄 گیرندگان پیام همگانی { $number }. این پیام بر پایهٔ شرکت در یک نظرسنجی بدون نام فرستاده شده است؛ از این رو شناسه، نام، زبان و زمان افراد در فهرست نیامده است.
poll-recipients-withheld = <i>🔒 نظرسنجی بدون نام است؛ نمونه‌ای از گیرندگان نشان داده نمی‌شود و فهرست آنان بی‌نام خواهد بود.</i>
poll-shown-live = زنده، از همان آغاز
poll-shown-after = پس از رأی دادن
poll-shown-closing = پس از پایان
poll-shown-managers = فقط برای مدیران
poll-mirror-link = پیوند
poll-panel-as-link = به‌صورت پیوند
poll-mirror-native = نظرسنجی تلگرام
poll-panel-as-native = به‌صورت نظرسنجی تلگرام
poll-mirror-first = نظرسنجی تلگرام فقط سؤال نخست را در بر می‌گیرد؛ با پیوند همهٔ سؤال‌ها پرسیده می‌شود.
poll-mirror-words = پاسخ نوشتاری را نظرسنجی تلگرام ندارد؛ به‌جای آن پیوند منتشر می‌شود.
poll-ask-shown = نتیجه کی دیده شود؟
poll-ask-places = این نظرسنجی در کدام کانال‌ها و گروه‌ها هم بیاید؟ با پیوند، رأی‌ها یک‌جا شمرده می‌شود؛ رأی‌های نظرسنجی تلگرام جدا می‌ماند.
poll-ask-audience = این نظرسنجی برای چه کسانی است؟ اگر برای همه نیست، یک یا چند شرط انتخاب کنید. شرط محل زندگی برای کسانی هم که با پیوند می‌آیند برقرار است.
poll-ask-opens = نظرسنجی کی آغاز شود؟ روز را انتخاب کنید یا بنویسید: فردا ۱۰ صبح.
poll-ask-closes = نظرسنجی کی پایان یابد؟ روز را انتخاب کنید یا بنویسید: جمعه ساعت ۲۰.
poll-days = { $count } روز
button-poll-add = ➕ سؤال دیگر
button-poll-drop = ➖ حذف آخرین سؤال
button-poll-make-named = 👤 با نام شود
button-poll-make-anonymous = 🔒 بدون نام شود
button-poll-shown = 👁 نمایش نتیجه
button-poll-audience = 👥 برای چه کسانی
button-poll-places = 📡 کانال‌ها
button-poll-opens = 🟢 آغاز
button-poll-closes = 🔴 پایان
button-poll-remind = 🔔 یادآوری بشود
button-poll-no-remind = 🔕 یادآوری نشود
button-poll-look = 👀 پیش‌نمایش
button-poll-send = 📨 ارسال
button-poll-discard = ✖️ لغو
poll-discarded = نظرسنجی کنار گذاشته شد و چیزی فرستاده نشد.
poll-draft-gone = این پیش‌نویس پیش‌تر فرستاده یا کنار گذاشته شده است. برای نظرسنجی تازه، {"\u2066"}/newpoll{"\u2069"} را بزنید.
poll-sent = نظرسنجی باز شد و برای مردم فرستاده می‌شود.
poll-scheduled = نظرسنجی در زمان خود باز می‌شود.

poll-questions-most = هر نظرسنجی حداکثر { $count } سؤال دارد.
poll-question-long = سؤال باید متن باشد و بیش از { $count } حرف نشود.
poll-options-count = هر سؤال باید { $fewest } تا { $most } گزینه داشته باشد؛ برای همین چیزی ساخته نشد. لطفاً گزینه‌ها را درست کنید و دوباره بفرستید.
poll-option-long = هر گزینه حداکثر { $count } حرف دارد. لطفاً کوتاه‌ترش کنید و دوباره بفرستید.
poll-option-twice = یک گزینه دو بار آمده است. لطفاً گزینه‌ها را دوباره بفرستید.
poll-form-no-question = سطر نخست باید سؤال باشد؛ برای همین چیزی ساخته نشد. سؤال را بنویسید و هر گزینه را در سطری که با خط تیره آغاز شود.
poll-form-line = این سطر را نفهمیدیم و چیزی ساخته نشد: «{ $line }». هر گزینه باید با خط تیره آغاز شود.
poll-form-option-long = گزینهٔ این سطر بیش از { $count } حرف دارد و چیزی ساخته نشد: «{ $line }»
poll-form-option-twice = گزینهٔ این سطر دو بار آمده است و چیزی ساخته نشد: «{ $line }»
poll-sent-before = این نظرسنجی پیش‌تر فرستاده شده است.
poll-no-question = هنوز سؤالی در این نظرسنجی نیست. لطفاً نخست سؤالی بیفزایید.
poll-too-late = این زمان گذشته است. لطفاً زمان دیگری انتخاب کنید.
poll-ends-before = پایان نظرسنجی باید پس از آغاز آن باشد. لطفاً زمان دیگری انتخاب کنید.
poll-not-now = این کار در وضعیت کنونی نظرسنجی ممکن نیست.
poll-reminded-before = یادآوری این نظرسنجی پیش‌تر فرستاده شده است و بیش از یک بار نمی‌شود.

## پاسخ‌گویی مدیران

poll-manage = 🗳 <b>{ $title }</b> · { $state }
poll-manage-closed = 🔴 پایان‌یافته: { $when }
poll-state-draft = پیش‌نویس
poll-state-dropped = کنار گذاشته
poll-state-scheduled = در انتظار آغاز
poll-state-open = باز
poll-state-closed = پایان‌یافته
poll-state-decided = با تصمیم
poll-not-manager = این کار فقط برای مدیران محدودهٔ این نظرسنجی است.
button-poll-areas = 🗺 محله‌ها
button-poll-refresh = 🔄 تازه‌سازی
button-poll-words = ✍️ پاسخ‌های نوشتاری
button-poll-csv = 📄 خروجی {"\u2066"}CSV{"\u2069"}
button-poll-xlsx = 📗 خروجی {"\u2066"}Excel{"\u2069"}
button-poll-link = 🔗 پیوند و کد تصویری
button-poll-close = 🔴 پایان دادن
button-poll-close-yes = 🔴 بله، پایان یابد
button-poll-remind-now = 🔔 یادآوری
button-poll-recall = ↩️ برگشت به پیش‌نویس
button-poll-decide = 🏛 ثبت تصمیم
button-poll-follow = 🔧 ثبت پیگیری
poll-close-ask = نظرسنجی «{ $title }» همین حالا پایان یابد؟ نتیجه بی‌درنگ به همهٔ رأی‌دهندگان می‌رسد و رأی‌گیری دوباره باز نمی‌شود.
poll-reminded = یادآوری به کسانی که پاسخ نداده‌اند فرستاده می‌شود.
poll-recalled = نظرسنجی دوباره پیش‌نویس شد.
poll-decision-ask = دربارهٔ «{ $title }» چه تصمیمی گرفته شد؟ آن را بنویسید تا به همهٔ رأی‌دهندگان برسد.
poll-follow-up-ask = در پی «{ $title }» چه کرده‌اید؟ آن را بنویسید تا به همهٔ رأی‌دهندگان برسد.
poll-decision-long = این نوشته باید از یک تا { $count } حرف داشته باشد.
poll-decided = ✅ ثبت شد و به همهٔ کسانی که در «{ $title }» رأی داده‌اند می‌رسد.
poll-areas-head = 🗺 <b>{ $area }</b>: { $question }
poll-areas-later = <i>برای ناشناس ماندن رأی‌ها، نتیجهٔ ناحیه‌ها و محله‌ها پس از پایان نظرسنجی نشان داده می‌شود.</i>
poll-counting = پاسخ‌ها شمرده می‌شوند؛ چند لحظهٔ دیگر دوباره ببینید.
poll-area-line = ▫️ <b>{ $area }</b>: { $cells }
poll-cell = { $option } { $votes }
poll-cell-share = { $share } ({ $votes })
poll-words-head = ✍️ <b>{ $question }</b> · { $answers } پاسخ
poll-words-group = ▫️ <b>{ $word }</b>: { $answers } پاسخ
poll-words-line = 💬 { $words }
poll-public =
    برای پاسخ دادن، دکمهٔ زیر را بزنید. هر نفر یک رأی دارد.
poll-poster =
    🔗 پیوند و کد تصویری نظرسنجی «{ $title }»
    این تصویر را چاپ کنید و در مرکز فرهنگی یا تابلوی محله بزنید.
    { $link }
poll-export-begun = فایل آماده و همین‌جا فرستاده می‌شود.
poll-export-done = 📄 پاسخ‌ها، هر پاسخ در یک سطر. در نظرسنجی بدون نام، نام کسی در آن نیست و محله تنها تا جایی آمده که در نتیجه هم نشان داده می‌شود.
poll-export-failed = با پوزش، فایل آماده نشد. لطفاً کمی بعد دوباره تلاش کنید.
poll-sheet = پاسخ‌ها
poll-column-question = سؤال
poll-column-answer = پاسخ
poll-column-desk = ناحیه
poll-column-area = محله
poll-column-person = نام
digest-poll-open = 🗳 نظرسنجی باز: <b>{ $title }</b> · { $answers } پاسخ
digest-poll-closed = 🗳 نظرسنجی پایان‌یافته: <b>{ $title }</b> · { $answers } پاسخ

## گیرندگان

audience-answered = 🗳 رأی‌دهندگان
audience-unanswered = 🗳 رأی‌نداده‌ها
audience-answered-ask = کسانی که در کدام نظرسنجی رأی داده‌اند؟
audience-unanswered-ask = کسانی که در کدام نظرسنجی رأی نداده‌اند؟
audience-answered-rule = رأی‌دهندگان نظرسنجی { $number }
audience-unanswered-rule = کسانی که در نظرسنجی { $number } رأی نداده‌اند
