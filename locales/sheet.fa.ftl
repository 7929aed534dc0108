## Persian: many events at once, from a spreadsheet

events-announced = 🎭 رویدادهای تازه
button-sheet = 📄 چند رویداد با جدول
sheet-title = رویدادها
sheet-template =
    📄 این جدول را پر کنید و همین‌جا بفرستید؛ هر سطر یک رویداد است. پرونده‌های xlsx و CSV هر دو پذیرفته می‌شوند.
    عنوان و زمان لازم است. زمان را مانند ۱۴۰۵/۹/۱۰ ۱۶:۰۰ بنویسید، مدت را به دقیقه و هزینه را به تومان.
    نوع: { $kinds }
    مخاطب: { $audiences }
sheet-reading = ⏳ جدول رسید؛ آن را می‌خوانیم.
sheet-unreadable = این پرونده خوانده نشد. لطفاً آن را به شکل xlsx یا CSV و با حجم کمتر از ۱۰ مگابایت بفرستید.
sheet-faulty = هیچ رویدادی ساخته نشد، چون جدول { $count } ایراد دارد. لطفاً پس از اصلاح دوباره بفرستید:
sheet-fault = ▫️ سطر { $row }، ستون <b>{ $column }</b>: { $why }
sheet-fault-row = ▫️ سطر { $row }: { $why }
sheet-more = … و { $count } ایراد دیگر.
sheet-empty = جدول خالی است؛ زیر سطر عنوان ستون‌ها دست‌کم یک سطر لازم است.
sheet-column = این ستون را نمی‌شناسیم.
sheet-needs-title = ستون عنوان پیدا نشد.
sheet-needs-when = ستون زمان پیدا نشد.
sheet-needs-where = محل روشن نیست؛ نام یا کد مرکز را بنویسید.
sheet-too-many = در یک جدول تا { $count } رویداد جا می‌گیرد؛ لطفاً آن را دو بخش کنید.
sheet-preview = <b>📄 { $count } رویداد</b> آمادهٔ انتشار است.
sheet-published = ✅ { $count } رویداد منتشر شد. به { $told } نفر در یک پیام خبر می‌دهیم.
sheet-dropped = جدول کنار گذاشته شد و چیزی منتشر نشد.
