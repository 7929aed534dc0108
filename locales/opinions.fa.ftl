## Persian: what people thought of an event

opinion-ask = 🌿 سپاس که دیروز به «{ $title }» ({ $when }، { $place }) آمدید. از یک تا پنج، چقدر آن را پسندیدید؟
opinion-stars = { $count } ⭐️
opinion-words = { $count } ⭐️ برای «{ $title }». اگر سخنی با برگزارکنندگان دارید همین‌جا بنویسید؛ نام شما گفته نمی‌شود.
button-opinion-skip = ✔️ سخنی ندارم
opinion-thanks = 💚 سپاس از شما. نظرتان دربارهٔ «{ $title }» ثبت شد.
opinion-of-guests = این پرسش برای کسانی است که در رویداد بوده‌اند.
opinion-too-late = زمان پاسخ به این پرسش گذشته است.
opinion-too-few = ⭐️ نظرها: { $count }. از { $least } نظر به بعد، میانگین و نوشته‌ها را اینجا می‌بینید.
opinion-average = ⭐️ میانگین نظرها: { $average } از ۵ ({ $count } نظر)
opinion-line = 💬 { $words }
button-opinions = 💬 نظرها
