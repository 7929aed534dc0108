## Persian: what somebody takes along to an event, and the door

button-ticket = 🎫 کارت ورود
button-calendar = 📅 تقویم
ticket = 🎫 <b>{ $title }</b>
    زمان: { $when }
    جا: { $place }
    تعداد: { $count } نفر
    این کارت را هنگام ورود نشان دهید.
ticket-calendar = 📅 این پرونده را باز کنید تا رویداد با یادآوری‌هایش به تقویم گوشی‌تان افزوده شود.
button-door = 🚪 ورود
button-door-list = 📋 فهرست ورود
button-door-scan = 📷 ورود با کارت
button-door-file = 📄 پروندهٔ ثبت‌نام‌ها
button-door-undo = ↩️ نیامده است
button-door-end = ✔️ پایان ورود
door-caption = ورود
door-guest = { $mark } { $name } · { $count } نفر
door-people = { $count } نفر
door-turnout = تا کنون { $came } نفر از { $seats } نفر آمده‌اند. (شمار ثبت‌نام‌ها: { $parties })
door-scan = 📷 عکس کارت ورود مهمانان «{ $title }» را یکی‌یکی همین‌جا بفرستید. اگر کسی کارتش را همراه ندارد، نامش را بنویسید.
door-found = با این نام { $count } ثبت‌نام هست. نام هر کس را که آمده است لمس کنید.
door-nobody = کسی که نامش با «{ $name }» آغاز شود در فهرست این رویداد نیست.
door-came = ✅ { $name } خوش آمدند: { $count } نفر.
door-before = ☑️ { $name } پیش‌تر، ساعت { $time }، وارد شده است: { $count } نفر.
door-undone = ↩️ ورود { $name } پس گرفته شد.
door-unknown = این کارت را نمی‌شناسیم. شاید ثبت‌نام آن عوض شده باشد؛ لطفاً نام مهمان را در فهرست ببینید.
door-other = ⚠️ این کارت برای رویداد دیگری است: { $title }، { $when }.
door-no-code = در این عکس کارتی پیدا نکردیم. لطفاً از نزدیک‌تر و روشن‌تر عکس بگیرید.
door-no-picture = این عکس خوانده نشد. لطفاً دوباره بفرستید، یا نام مهمان را بنویسید.
door-closed = ورود را از شش ساعت پیش از آغاز تا یک روز پس از پایان رویداد می‌توان ثبت کرد.
door-not-registered = این مهمان اکنون در این رویداد جایی ندارد.
door-too-many = این ثبت‌نام برای { $count } نفر است.
guests-sheet = ثبت‌نام‌ها
guests-caption = 📄 ثبت‌نام‌های { $title }
guests-not-made = فهرست آماده نشد. لطفاً کمی بعد دوباره بخواهید.
guests-name = نام
guests-state = وضعیت
guests-seats = تعداد
guests-came = آمده
guests-came-at = زمان ورود
guests-at = زمان ثبت‌نام
guests-registered = ثبت‌نام شده
guests-waiting = در انتظار
guests-offered = جا پیشنهاد شده
