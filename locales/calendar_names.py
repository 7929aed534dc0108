"""What months and weekdays are called: the Jalali months for Persian, the Gregorian ones for the others."""

MONTHS = {
    "fa": ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
           "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
    "en": ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December"),
    # Those of Iraq and the Levant, which Arabic speakers in Iran read.
    "ar": ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
           "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"),
}  # fmt: skip
# From Monday, as Python counts.
WEEKDAYS = {
    "fa": ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
}
WEEKDAY_LETTERS = {
    "fa": ("د", "س", "چ", "پ", "ج", "ش", "ی"),
    "en": ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
    "ar": ("ن", "ث", "ر", "خ", "ج", "س", "ح"),
}
