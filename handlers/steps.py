"""What the bot may be waiting for: the names of the steps, as they stand in the database."""

CONTENT, PLACE, CATEGORY = "report.content", "report.place", "report.category"
COMPARE, PREVIEW, URGENT = "report.compare", "report.preview", "report.urgent"
NEW_WORDS = "report.new-words"
ADDITION, ANSWER, MISSING = "mine.addition", "mine.answer", "mine.missing"
