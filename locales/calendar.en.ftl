# Calendar and time

moment-unclear = Sorry, we could not read this time. Please write the day and the hour together; for example tomorrow 10 am, or 1 December 16:30.
calendar-past = This time is over, or not in the calendar. Please choose another one.
button-month = 🗓 All days of the month
