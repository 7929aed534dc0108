## Persian: programmes that people ask for

button-demand = 🙋 درخواست برنامه
button-demands = 🙋 درخواست‌های مردم
button-demand-make = ➕ ساختن همین رویداد
demand-kind = 🙋 دوست دارید چه برنامه‌ای در محله برگزار شود؟
demand-audience = برای چه کسانی؟
demand-centre = در کدام مرکز؟
demand-say = چه برنامه‌ای؟ در یکی دو جمله بنویسید؛ اگر روز یا ساعتی برایتان بهتر است، آن را هم بنویسید.
demand-thanks = 💚 سپاس. درخواست شما، بی‌نام، به { $centre } رسید. اگر چنین رویدادی ساخته شود، نخست به شما خبر می‌دهیم.
demand-words = لطفاً درخواست را با { $least } تا { $most } حرف بنویسید.
demand-enough = در یک ماه تا { $count } درخواست می‌توان فرستاد. درخواست‌های پیشین شما به دست مرکز رسیده است.
demand-list = <b>🙋 آنچه مردم خواسته‌اند</b> ({ $count } گروه). عدد کنار هر درخواست می‌گوید چند نفر آن را خواسته‌اند.
demand-none = هنوز کسی از مرکز شما چیزی نخواسته است.
demand-entry = { $count } نفر · { $kind } · { $words }
demand-head = <b>🙋 { $count } نفر</b> · { $kind } · برای { $who } · { $centre }
demand-line = 💬 { $words }
demand-gone = این درخواست دیگر در فهرست نیست؛ شاید همکارتان به آن پاسخ داده است.
demand-answered =
    🎉 رویدادی که خواسته بودید ساخته شد:
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
