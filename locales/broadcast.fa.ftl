# پیام‌های همگانی

## پیام‌های همگانی: خود پیام و راه آن

broadcast-below = 👆 از «همسایه»، دربارهٔ { $topic }
topic-announcements = اطلاعیه‌ها
topic-events = رویدادها
topic-polls = نظرسنجی‌ها
topic-education = آموزش
topic-neighbourhood = خبرهای محله
# زیر پیام‌ها؛ هیچ‌کدام نام دکمه‌ای از منو در خود ندارد.
topic-named-announcements = اطلاعیه‌ها
topic-named-events = رویداد تازه
topic-named-polls = نظرسنجی تازه
topic-named-education = آموزش
topic-named-neighbourhood = خبرهای محله
topic-stop = 🔕 دیگر از { $topic } خبر نده
topic-again = 🔔 دوباره از { $topic } خبر بده
topic-turned-off = باشد؛ دیگر دربارهٔ { $topic } پیامی نمی‌فرستیم. در تنظیمات می‌توانید آن را دوباره روشن کنید.
topic-turned-on = باز هم از { $topic } باخبرتان می‌کنیم.
broadcast-state-draft = پیش‌نویس
broadcast-state-confirming = در انتظار تأیید
broadcast-state-scheduled = زمان‌بندی‌شده
broadcast-state-freezing = در حال آماده شدن
broadcast-state-running = در حال فرستادن
broadcast-state-paused = مکث
broadcast-state-done = پایان‌یافته
broadcast-state-cancelled = لغوشده
broadcast-head = 📣 پیام همگانی { $number } · { $state }
broadcast-head-begins = 📣 پیام همگانی { $number } · آغاز: { $when }
broadcast-now = همین حالا
broadcast-bar = { $bar } { $percent }٪
broadcast-reached = ✅ رسیده: { $reached } از { $total }
broadcast-away = 🚫 ربات را بسته‌اند: { $count }
broadcast-failed = ⚠️ ناموفق: { $count }
broadcast-gone = 🔕 این موضوع را خاموش کرده‌اند: { $count }
broadcast-capped = 🗓 سقف هفتگی‌شان پر بود: { $count }
broadcast-unsure = ❔ نامعلوم: { $count }
broadcast-waiting = ⏳ در صف: { $count }
broadcast-rate = ⚡️ { $rate } پیام در ثانیه
broadcast-quiet = 🌙 ساعت‌های سکوت است؛ فرستادن از { $when } ادامه می‌یابد.
broadcast-left = ⏱ مانده: { $time }
broadcast-no-persian = هنوز نسخهٔ فارسی این پیام آماده نیست. لطفاً نخست آن را بفرستید.
broadcast-sent-before = این پیام پیش‌تر فرستاده یا زمان‌بندی شده است. برای پیام تازه، فرمان پخش پیام را بزنید.
broadcast-too-late = زمانی که انتخاب کرده‌اید گذشته است. لطفاً زمان دیگری انتخاب کنید.
broadcast-own-confirmation = پیام فوری را مدیر سامانهٔ دیگری باید تأیید کند، نه نویسندهٔ آن.
broadcast-decided-before = پیش‌تر دربارهٔ این پیام تصمیم گرفته شده است.
broadcast-not-now = این کار در وضعیت کنونی پیام ممکن نیست. لطفاً تازه‌ترین وضعیت آن را ببینید.
broadcast-summary = <b>📣 خلاصهٔ پیام همگانی { $number }</b> · { $state }
broadcast-reasons = <b>دلیل‌ها:</b>
broadcast-reason = ▫️ { $reason } · { $count } نفر
button-pause = ⏸ مکث
button-resume = ▶️ ادامه
button-stop = ✖️ لغو
button-again-failed = 🔁 ارسال دوباره به ناموفق‌ها
button-again-unsure = ❔ ارسال دوباره به نامعلوم‌ها
button-list = 📄 فهرست گیرندگان
broadcast-cannot-send = با پوزش، این نوع پیام را نمی‌توان برای دیگران فرستاد. لطفاً متن، عکس، فیلم، صدا، فایل یا موقعیت مکانی بفرستید.
broadcast-native-poll = با پوزش، نظرسنجی تلگرام برای هر نفر جداگانه شمرده می‌شود و پاسخ‌ها به هم نمی‌پیوندند. لطفاً پیام دیگری بفرستید.
broadcast-too-long = با پوزش، ربات نوشتهٔ بلندتر از { $count } حرف را نمی‌تواند این‌گونه بفرستد. لطفاً آن را کوتاه‌تر کنید و دوباره بفرستید.

## نوشتن پیام

broadcast-begin =
    پیامی را که باید به مردم برسد همین‌جا بفرستید: متن، عکس، فیلم، صدا، فایل، موقعیت مکانی یا چند عکس با هم.
    متن فارسی را بفرستید؛ نسخهٔ زبان‌های دیگر را بعد از آن می‌توانید بیفزایید.
broadcast-draft-gone = این پیش‌نویس پیش‌تر فرستاده یا کنار گذاشته شده است. برای پیام تازه، فرمان پخش پیام را بزنید.
broadcast-dropped = پیش‌نویس کنار گذاشته شد و چیزی فرستاده نشد.
broadcast-panel = <b>📣 پیام همگانی { $number }</b> · پیش‌نویس
broadcast-panel-versions = 🌐 زبان‌ها: { $languages }
broadcast-panel-without = ↪️ به زبان { $language } هنوز نسخه‌ای نیست؛ { $count } نفر که این زبان را برگزیده‌اند نسخهٔ فارسی را می‌گیرند.
broadcast-panel-button = 🔗 دکمه: { $label }
broadcast-panel-audience = 👥 گیرندگان: { $audience }
broadcast-panel-count = 🔢 اکنون { $count } نفر
broadcast-panel-sample = ▫️ برای نمونه: { $home }، { $language }، آخرین پیام { $seen }
broadcast-panel-topic = 🗂 موضوع: { $topic }
broadcast-panel-when = 🕒 زمان: { $when }
broadcast-panel-quiet = 🌙 این زمان در ساعت‌های سکوت است؛ فرستادن از { $when } آغاز می‌شود.
broadcast-panel-spread = ↔️ ناحیه به ناحیه، در { $count } ساعت
broadcast-panel-urgent = 🚨 فوری: با تأیید مدیری دیگر، در ساعت‌های سکوت هم فرستاده می‌شود.
broadcast-panel-places = 📌 همچنین در: { $places }
broadcast-panel-stars = ⭐️ هزینه: حداکثر { $count } ستاره
broadcast-versions = هر زبان می‌تواند نسخهٔ خودش را داشته باشد؛ دیگران نسخهٔ فارسی را می‌بینند.
broadcast-version-ask = نسخهٔ { $language } پیام را بفرستید.
broadcast-button-ask =
    دکمه‌ای که زیر پیام می‌آید: یکی از کارهای ربات را انتخاب کنید، یا متن دکمه و پیوند را بنویسید. مثلاً:
    {"\u2068"}<code>بیشتر بخوانید | https://example.org</code>{"\u2069"}
    برای زبان‌های دیگر، در سطرهای بعد:
    {"\u2068"}<code>en: Read more</code>{"\u2069"}
broadcast-button-unclear =
    ببخشید، دکمه خوانده نشد. متن دکمه (تا چهل حرف)، یک خط عمودی و پیوند کامل را بنویسید. مثلاً:
    {"\u2068"}<code>بیشتر بخوانید | https://example.org</code>{"\u2069"}
broadcast-topic-ask = موضوع پیام چیست؟ کسی که موضوعی را خاموش کرده باشد آن را نمی‌گیرد.
broadcast-places = این پیام در کدام کانال‌ها و گروه‌ها هم گذاشته شود؟
broadcast-places-none = هنوز کانال یا گروهی به ربات سپرده نشده است.
broadcast-places-gone = 📌 پیام همگانی { $number } در { $count } کانال یا گروه گذاشته نشد، چون دیگر به ربات سپرده نیست.
broadcast-post-unsure = ❔ معلوم نیست در { $place } گذاشته شده باشد.
broadcast-post-failed = ⚠️ در { $place } گذاشته نشد: { $reason }
broadcast-post-look = لطفاً آن‌جا را ببینید و تنها اگر پیام نیست، دوباره بگذارید.
broadcast-urgent-hint = پیام فوری پس از تأیید مدیری دیگر فرستاده می‌شود و ساعت‌های سکوت و سقف هفتگی جلوی آن را نمی‌گیرد.
broadcast-preview-head = 👁 پیش‌نمایش نسخهٔ { $language }:
broadcast-when-ask =
    پیام کِی فرستاده شود؟ روز را انتخاب کنید، یا زمان را بنویسید. مثلاً:
    <i>فردا ۱۰ صبح</i> · <i>دو ساعت دیگر</i>
broadcast-spread-ask = ↔️ با دکمه‌های پایین بگویید پیام یک‌باره برود یا ناحیه به ناحیه، در چند ساعت.
broadcast-hours = در { $count } ساعت
broadcast-no-spread = یک‌باره
broadcast-no-second = پیام فوری را باید مدیر سامانهٔ دیگری تأیید کند و اکنون مدیر سامانهٔ دیگری نیست. یک مدیر سامانه دعوت کنید یا فوری بودن را بردارید.
broadcast-nobody = با این گیرندگان، پیام به هیچ‌کس نمی‌رسد. لطفاً گیرندگان را تغییر دهید.
broadcast-confirm-ask = 🚨 { $name } می‌خواهد پیام همگانی { $number } را که بالا آمد، فوری بفرستد. تأیید می‌کنید؟
broadcast-confirmed = ✅ { $name } پیام همگانی { $number } را تأیید کرد و فرستاده می‌شود.
broadcast-rejected = ✖️ { $name } پیام همگانی { $number } را رد کرد؛ دوباره پیش‌نویس شد.
broadcast-confirmed-late = ⌛ زمانِ پیام همگانی { $number } گذشته بود؛ فرستاده نشد و دوباره پیش‌نویس شد. برای فرستادن، زمان تازه‌ای لازم دارد.
broadcast-author-gone = نویسندهٔ این پیام دیگر مدیر سامانه نیست و پیامش را نمی‌توان تأیید کرد. می‌توانید آن را رد کنید.
button-recipients = 👥 گیرندگان
button-versions = 🌐 زبان‌ها
button-link = 🔗 دکمه
button-topic = 🗂 موضوع
button-schedule = 🕒 زمان‌بندی
button-places = 📌 کانال و گروه
button-post-again = 📌 دوباره در { $place }
button-urgent = 🚨 فوری شود
button-not-urgent = 🚨 دیگر فوری نباشد
button-preview = 👁 پیش‌نمایش
button-broadcast-send = 📤 ارسال
button-earlier-draft = 📝 پیش‌نویس پیشین
button-open-draft = 📝 باز کردن پیش‌نویس
button-version = ➕ { $language }
button-version-again = ✏️ { $language }
button-remove = 🗑 حذف
button-no-button = 🗑 بدون دکمه
button-now = ⚡️ همین حالا
button-confirm = ✅ تأیید می‌کنم
button-reject = ✖️ رد می‌کنم

## پس از فرستادن

broadcast-stop-sure = پیام همگانی { $number } لغو شود؟ به کسانی که هنوز در صف‌اند دیگر نمی‌رسد.
broadcast-stopped = لغو شد.
broadcast-unsure-sure = دربارهٔ این گیرندگان معلوم نیست پیام رسیده است یا نه. اگر دوباره فرستاده شود، شاید برخی آن را دو بار بگیرند. فرستاده شود؟
broadcast-list-soon = فهرست آماده می‌شود و به‌زودی همین‌جا می‌رسد.
broadcast-list-failed = با پوزش، فهرست گیرندگان آماده نشد. لطفاً کمی بعد دوباره آن را بخواهید.
broadcast-list = 📄 گیرندگان پیام همگانی { $number }
broadcasts-head = <b>پیام‌های همگانی</b>؛ برای دیدن هر کدام، آن را بزنید:
broadcasts-none = هنوز پیامی برای همگان فرستاده نشده است.
broadcast-entry = { $number } · { $gist } · { $state } · { $date }
broadcast-wordless = بدون متن
broadcast-says = 📝 { $said }
button-stop-yes = ✖️ بله، لغو شود
button-again-yes = 🔁 بله، دوباره
button-new-broadcast = ✍️ پیام تازه
button-refresh = 🔄 تازه‌سازی
admin-broadcasts = 📣 پیام‌های همگانی
list-person = شناسه
list-first-name = نام
list-language = زبان
list-state = وضعیت
list-error = خطا
list-time = زمان
recipient-waiting = در صف
recipient-sending = در حال فرستادن
recipient-sent = رسیده
recipient-away = ربات را بسته است
recipient-failed = ناموفق
recipient-unsure = نامعلوم
recipient-left = موضوع را خاموش کرده است
recipient-capped = سقف هفتگی پر بود
failure-interrupted = ربات در میانهٔ فرستادن از کار افتاد
failure-no-answer = تلگرام پاسخی نداد
failure-no-connection = ارتباط با تلگرام برقرار نشد
failure-place-lost = ربات دیگر اجازهٔ نوشتن در آن‌جا را ندارد
command-broadcast = پخش پیام برای همه
