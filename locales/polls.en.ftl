# Polls

menu-polls = 🗳 Polls
command-polls = open polls, and the results of those that are over
command-newpoll = make a poll

## Before the voter

poll-question = 🗳 <b>{ $question }</b>
poll-question-number = Question { $number } of { $count }
poll-question-short = Question { $number }
poll-hint-several = Choose up to { $count } and press “Submit choices”.
poll-hint-scale = From 1 (very little) to 5 (very much)
poll-hint-words = Press “Write an answer” and say it in your own words.
poll-anonymous = 🔒 Anonymous: your name is not recorded with your answer.
poll-named = 👤 Named: managers see what you answered.
poll-until = ⏳ Open until { $when }; until then you can change your vote.
poll-yes = Yes
poll-no = No
poll-unsure = Don’t know
poll-voted = Your vote is counted: { $option }
poll-taken = ✅ Your vote is counted. Thank you for taking part.
poll-thanks = ✅ Thank you; your answers to “{ $title }” are counted.
poll-skipped = You have answered nothing of “{ $title }”. You can do so at any time until the poll ends.
poll-reminder = 🔔 Reminder: your opinion is still missing. This is the only reminder of this poll.
poll-write = Write your answer here and send it.
poll-write-anonymous = Write your answer here and send it. To stay anonymous, leave out names, addresses and phone numbers.
poll-home-ask = 📍 In which neighbourhood do you live? Your vote is then counted in its result, too.
poll-home-must = 📍 This poll is for the residents of one part of the city. Please choose your neighbourhood.
poll-home-taken = Your neighbourhood: { $area }

button-poll-submit = ✅ Submit choices
button-poll-write = ✍️ Write an answer
button-poll-skip = Skip ›
button-poll-change = ✏️ Change my answers
button-poll-answer = 🗳 Answer
button-poll-result = 📊 Result
button-poll-picture = 🖼 Chart
button-poll-home = 📍 My neighbourhood
button-poll-no-home = I would rather not say
button-poll-live-elsewhere = I live somewhere else

poll-gone = This poll is no longer there. See the open polls in the menu below.
poll-not-open = Thank you for your interest; the time of this poll is over.
poll-over = This poll is over; here is its result.
poll-not-yours = Sorry, this poll is for the residents of another area.
poll-home-needed = For this poll we need to know in which neighbourhood you live.
poll-sealed = Your vote has been counted before and can no longer be changed.
poll-choose = Please choose one option at least.
poll-choose-most = No more than { $count } can be chosen.
poll-words-long = An answer needs words, { $count } letters at most. Please shorten it.
poll-words-late = This answer reached us late and was not counted. If you still wish to give it, please send it again.

## The result

poll-answers = 📊 Answers: { $answers }
poll-answers-to = 📊 <b>{ $question }</b> · answers: { $answers }
poll-result = { $bar } { $share } · { $option } (votes: { $votes })
poll-percent = { $share }%
poll-mean = Mean: { $mean } of 5
poll-more-options = … and { $count } more options
poll-more = … and { $count } more
poll-words-kept = Answers in words are read by managers and not published.
poll-result-now = <b>“{ $title }” so far</b>
poll-result-closed = <b>The result of “{ $title }”</b> · ended on { $day }
poll-result-told = 📣 <b>The result of “{ $title }”</b>; thank you for your opinion.
poll-closed-kept = The poll “{ $title }” is over. Its result has gone to the managers, who decide on it.
poll-closed-told = 🗳 The poll “{ $title }” is over. The result:
poll-result-after = The result is shown once you have voted.
poll-result-closing = The result is shown once the poll is over.
poll-your-area = 📍 <b>{ $area }</b> against the whole:
poll-versus-title = Question: { $question }
poll-versus = ▫️ { $option }: { $share } (whole: { $whole })
poll-versus-count = ▫️ { $option }: { $votes } votes (whole: { $whole })
poll-versus-hidden = ▫️ { $option }: not shown (whole: { $whole })
poll-hidden = —
poll-hidden-note = <i>Counts under 5, and any from which they could be worked out, are not shown, so that votes stay anonymous.</i>
poll-whole = Whole
poll-rate = Response rate: { $answered } of { $reached } people whom the poll has reached ({ $share })
poll-interval = 95 % confidence interval: { $low } to { $high } (Wilson’s method, 1927)
poll-decision-said = 🏛 <b>Decision:</b> { $words }
poll-follow-up-said = 🔧 <b>Follow-up:</b> { $words }
poll-decision-told = 🤝 <b>You said, we did</b> · about the poll “{ $title }”

poll-chart-answers = Answers: { $answers }
poll-chart-mean = { $note } · mean { $mean } of 5
poll-chart-more = { $note } · { $count } more options
poll-chart-anonymous = anonymous poll
poll-chart-named = named poll
poll-chart-foot = Hamsayeh · { $day } · { $kept }
poll-picture-caption = 📊 { $title }
poll-picture-drawn = The chart is being drawn and will be sent here.
poll-picture-failed = Sorry, the chart could not be drawn. Please try again in a little while.

## The list

polls-head = <b>Polls</b>; press one to answer it, or to see its result:
polls-none = There is no poll just now. When there is one, we will tell you here.
poll-entry-open = 🗳 { $title }
poll-entry-answered = ✅ { $title }
poll-entry-closed = 📊 { $title }
poll-entry-manage = { $state } · { $title }
polls-manage-head = <b>All polls</b>
button-poll-manage = ⚙️ Manage polls
button-poll-manage-one = ⚙️ Manage this poll
button-poll-new = ➕ New poll

## Making one

poll-begin =
    Write the question of the poll here.
    If you know the options, too, send everything in one message behind /newpoll: the question on the first line, and each option on a line that begins with a dash.
poll-ask-question = Write the next question.
poll-ask-kind = How is this question to be answered?
poll-kind-one = ☝️ One option
poll-kind-several = ☑️ Several options
poll-kind-scale = 🔢 From 1 to 5
poll-kind-yesno = 👍 Yes, no, don’t know
poll-kind-words = ✍️ In words
poll-ask-options = Send the options: all in one message, each on a line, or one by one. For an option with a picture, send the photo with the option’s name as its caption.
poll-photo-caption = Please send the photo with the option’s name as its caption; each photo is an option.
poll-option-more = { $count } options so far ({ $most } at most). Send the next one, or press “That is all”.
button-poll-options-done = ✅ That is all
poll-ask-most = How many may each person choose at most?
poll-most = { $count } options
poll-panel = <b>Preview of the poll</b>
poll-panel-kind = Answers: { $kind }
poll-panel-several = several options, { $count } at most
poll-panel-option = ▫️ { $option }
poll-panel-option-pictured = 🖼 { $option }
poll-panel-shown = 👁 Result: { $shown }
poll-panel-opens = 🟢 Opens: { $when }
poll-panel-closes = 🔴 Closes: { $when }
poll-panel-remind = 🔔 A day before the end those who have not answered are reminded.
poll-panel-no-remind = 🔕 Nobody is reminded.
poll-panel-places = 📡 Also posted { $how } in { $count } channels or groups
poll-panel-audience = 👥 For: { $audience } · people: { $people }
poll-panel-few = ⚠️ Fewer than { $fewest } people would get this poll: in an anonymous one, the counts of so small a group may give away how somebody voted.
poll-recipients-nameless = 📄 Recipients of broadcast { $number }. They were chosen by whether they took part in an anonymous poll, so their numbers, names, languages and times are left out.
poll-recipients-withheld = <i>🔒 The poll is anonymous: no examples of its recipients are shown, and their list will have no names.</i>
poll-shown-live = live, from the beginning
poll-shown-after = after voting
poll-shown-closing = after closing
poll-shown-managers = to managers only
poll-mirror-link = Link
poll-panel-as-link = as a link
poll-mirror-native = Telegram poll
poll-panel-as-native = as a Telegram poll
poll-mirror-first = A Telegram poll has the first question only; by a link all of them are asked.
poll-mirror-words = A Telegram poll has no answers in words; a link is posted instead.
poll-ask-shown = When is the result to be seen?
poll-ask-places = In which channels and groups is it to be posted, too? By a link all votes are counted together; the votes of a Telegram poll stay apart.
poll-ask-audience = For whom is this poll? If it is not for everybody, choose one or several conditions. Where people live also counts for those who come by a link.
poll-ask-opens = When does the poll open? Choose a day, or write it: tomorrow 10 am.
poll-ask-closes = When does the poll close? Choose a day, or write it: Friday at 20:00.
poll-days = { $count } days
button-poll-add = ➕ Another question
button-poll-drop = ➖ Drop the last question
button-poll-make-named = 👤 Make it named
button-poll-make-anonymous = 🔒 Make it anonymous
button-poll-shown = 👁 Showing results
button-poll-audience = 👥 For whom
button-poll-places = 📡 Channels
button-poll-opens = 🟢 Opens
button-poll-closes = 🔴 Closes
button-poll-remind = 🔔 Remind
button-poll-no-remind = 🔕 Do not remind
button-poll-look = 👀 Preview
button-poll-send = 📨 Send
button-poll-discard = ✖️ Discard
poll-discarded = The poll is discarded; nothing was sent.
poll-draft-gone = This draft has been sent or discarded before. For a new poll, press /newpoll.
poll-sent = The poll is open and is being sent to people.
poll-scheduled = The poll will open at its time.

poll-questions-most = A poll has { $count } questions at most.
poll-question-long = A question needs words, { $count } letters at most.
poll-options-count = A question needs { $fewest } to { $most } options; nothing was made. Please put them right and send them again.
poll-option-long = An option has { $count } letters at most. Please shorten it and send it again.
poll-option-twice = An option is there twice. Please send the options again.
poll-form-no-question = The first line must be the question; nothing was made. Write the question, and each option on a line that begins with a dash.
poll-form-line = This line was not understood, and nothing was made: “{ $line }”. Each option begins with a dash.
poll-form-option-long = The option on this line has more than { $count } letters; nothing was made: “{ $line }”
poll-form-option-twice = The option on this line is there twice; nothing was made: “{ $line }”
poll-sent-before = This poll has been sent before.
poll-no-question = There is no question in this poll yet. Please add one first.
poll-too-late = That time is over. Please choose another one.
poll-ends-before = A poll must end after it begins. Please choose another time.
poll-not-now = That is not possible in the present state of the poll.
poll-reminded-before = The reminder of this poll has been sent, and there is only one.

## Answering for it

poll-manage = 🗳 <b>{ $title }</b> · { $state }
poll-manage-closed = 🔴 Closed: { $when }
poll-state-draft = draft
poll-state-dropped = discarded
poll-state-scheduled = waiting to open
poll-state-open = open
poll-state-closed = closed
poll-state-decided = decided
poll-not-manager = Only the managers of this poll’s area can do that.
button-poll-areas = 🗺 Neighbourhoods
button-poll-refresh = 🔄 Refresh
button-poll-words = ✍️ Answers in words
button-poll-csv = 📄 Export CSV
button-poll-xlsx = 📗 Export Excel
button-poll-link = 🔗 Link and QR code
button-poll-close = 🔴 Close it
button-poll-close-yes = 🔴 Yes, close it
button-poll-remind-now = 🔔 Remind
button-poll-recall = ↩️ Back to draft
button-poll-decide = 🏛 Add a decision
button-poll-follow = 🔧 Add a follow-up
poll-close-ask = Close the poll “{ $title }” now? The result goes to all who voted at once, and voting does not open again.
poll-reminded = Those who have not answered are being reminded.
poll-recalled = The poll is a draft again.
poll-decision-ask = What has been decided about “{ $title }”? Write it; it goes to all who voted.
poll-follow-up-ask = What have you done about “{ $title }”? Write it; it goes to all who voted.
poll-decision-long = This needs one to { $count } letters.
poll-decided = ✅ Taken; it goes to all who voted in “{ $title }”.
poll-areas-head = 🗺 <b>{ $area }</b>: { $question }
poll-areas-later = <i>So that votes stay anonymous, results by area are shown once the poll is over.</i>
poll-counting = The answers are being counted; please look again in a moment.
poll-area-line = ▫️ <b>{ $area }</b>: { $cells }
poll-cell = { $option } { $votes }
poll-cell-share = { $share } ({ $votes })
poll-words-head = ✍️ <b>{ $question }</b> · answers: { $answers }
poll-words-group = ▫️ <b>{ $word }</b>: answers: { $answers }
poll-words-line = 💬 { $words }
poll-public = Press the button below to answer. Everybody has one vote.
poll-poster =
    🔗 Link and QR code of the poll “{ $title }”
    Print this picture for the wall of a cultural centre or a notice board.
    { $link }
poll-export-begun = The file is being written and will be sent here.
poll-export-done = 📄 The answers, a row for each. Of an anonymous poll there is no name in it, and a neighbourhood only as far as the result shows it.
poll-export-failed = Sorry, the file could not be written. Please try again in a little while.
poll-sheet = Answers
poll-column-question = Question
poll-column-answer = Answer
poll-column-desk = Sub-district
poll-column-area = Neighbourhood
poll-column-person = Name
digest-poll-open = 🗳 Open poll: <b>{ $title }</b> · answers: { $answers }
digest-poll-closed = 🗳 Closed poll: <b>{ $title }</b> · answers: { $answers }

## Audiences

audience-answered = 🗳 Voters
audience-unanswered = 🗳 Have not voted
audience-answered-ask = Those who voted in which poll?
audience-unanswered-ask = Those who have not voted in which poll?
audience-answered-rule = voters of poll { $number }
audience-unanswered-rule = those who have not voted in poll { $number }
