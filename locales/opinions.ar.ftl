## العربية: رأي الحاضرين في الفعالية

opinion-ask = 🌿 شكرًا لحضوركم أمس «{ $title }» ({ $when }، { $place }). من واحد إلى خمسة، كم أعجبتكم؟
opinion-stars = { $count } ⭐️
opinion-words = { $count } ⭐️ لـ «{ $title }». إن كانت لديكم كلمة للمنظمين فاكتبوها هنا؛ لن يُذكر اسمكم.
button-opinion-skip = ✔️ لا شيء أضيفه
opinion-thanks = 💚 شكرًا لكم. سُجل رأيكم في «{ $title }».
opinion-of-guests = هذا السؤال لمن حضروا الفعالية.
opinion-too-late = انتهى وقت الإجابة عن هذا السؤال.
opinion-too-few = ⭐️ الآراء: { $count }. ابتداءً من { $least } آراء ترون هنا المتوسط وما كُتب.
opinion-average = ⭐️ متوسط الآراء: { $average } من ٥ (عدد الآراء: { $count })
opinion-line = 💬 { $words }
button-opinions = 💬 الآراء
