"""What the bot may be waiting for: the names of the steps, as they stand in the database."""

CONTENT, PLACE, CATEGORY = "report.content", "report.place", "report.category"
COMPARE, PREVIEW, URGENT = "report.compare", "report.preview", "report.urgent"
NEW_WORDS, NEW_MEDIA = "report.new-words", "report.new-media"
ADDITION, ANSWER, MISSING, ALBUM = "mine.addition", "mine.answer", "mine.missing", "mine.album"
BROADCAST_MESSAGE, BROADCAST_ALBUM = "broadcast.message", "broadcast.album"
BROADCAST_BUTTON, BROADCAST_WHEN = "broadcast.button", "broadcast.when"
BROADCAST_DAYS, BROADCAST_NAME = "broadcast.days", "broadcast.name"
EVENT_FIELD, EVENT_ALBUM, EVENT_NEAR = "event.field", "event.album", "event.near"
DOOR, OPINION, DEMAND, SHEET = "event.door", "event.opinion", "event.demand", "event.sheet"
POLL_QUESTION, POLL_KIND, POLL_OPTIONS, POLL_MOST = "poll.question", "poll.kind", "poll.options", "poll.most"
POLL_WHEN, POLL_WORDS, POLL_DECISION = "poll.when", "poll.words", "poll.decision"

DRAFT = frozenset({PLACE, CATEGORY, COMPARE, PREVIEW, URGENT, NEW_WORDS, NEW_MEDIA})  # of a draft that is kept
BROADCAST = frozenset(
    {BROADCAST_MESSAGE, BROADCAST_ALBUM, BROADCAST_BUTTON, BROADCAST_WHEN, BROADCAST_DAYS, BROADCAST_NAME}
)
EVENT = frozenset({EVENT_FIELD, EVENT_ALBUM, EVENT_NEAR, DOOR, OPINION, DEMAND, SHEET})
POLL = frozenset({POLL_QUESTION, POLL_KIND, POLL_OPTIONS, POLL_MOST, POLL_WHEN, POLL_WORDS, POLL_DECISION})
LATER = frozenset({ADDITION, ANSWER, MISSING, ALBUM}) | BROADCAST | EVENT | POLL  # beside a report in the making
LATER_LASTS = 86400  # seconds; a day later, what somebody writes is something new
