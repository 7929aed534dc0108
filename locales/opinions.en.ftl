## English: what people thought of an event

opinion-ask = 🌿 Thank you for coming to “{ $title }” ({ $when }, { $place }) yesterday. From one to five, how much did you like it?
opinion-stars = { $count } ⭐️
opinion-words = { $count } ⭐️ for “{ $title }”. If there is anything you want to tell those who arranged it, write it here; they are not told your name.
button-opinion-skip = ✔️ Nothing to add
opinion-thanks = 💚 Thank you. What you think of “{ $title }” is noted.
opinion-of-guests = This question is for those who were at the event.
opinion-too-late = The time to answer this question is over.
opinion-too-few = ⭐️ Answers: { $count }. From { $least } answers on you see the average, and what people wrote.
opinion-average = ⭐️ Average: { $average } of 5 (answers: { $count })
opinion-line = 💬 { $words }
button-opinions = 💬 Answers
