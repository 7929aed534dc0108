"""What the bot may be waiting for: the names of the steps, as they stand in the database."""

CONTENT, PLACE, CATEGORY = "report.content", "report.place", "report.category"
COMPARE, PREVIEW, URGENT = "report.compare", "report.preview", "report.urgent"
NEW_WORDS, NEW_MEDIA = "report.new-words", "report.new-media"
ADDITION, ANSWER, MISSING, ALBUM = "mine.addition", "mine.answer", "mine.missing", "mine.album"

DRAFT = frozenset({PLACE, CATEGORY, COMPARE, PREVIEW, URGENT, NEW_WORDS, NEW_MEDIA})  # of a draft that is kept
LATER = frozenset({ADDITION, ANSWER, MISSING, ALBUM})  # about a report that has been filed
LATER_LASTS = 86400  # seconds; a day later, what somebody writes is something new
