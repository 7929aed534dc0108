# English. Numbers and dates arrive as ready words; HTML is written in this file.

language-name = English
list-comma = {", "}

## Menu and beginning

menu-report = 📝 New report
menu-mine = 📂 My reports
menu-settings = ⚙️ Settings
menu-help = ❓ Help

greeting =
    Hello { $name }, welcome to Hamsayeh, your neighbour 🌿
    Send a picture of a problem in your neighbourhood and say where it is. It goes to the people in charge of your sub-district, and is followed up until there is a clear result.
    Of your Telegram account we keep only your first name, language and account id, not your phone number.

    To begin, just send a photo or a few words.
    { $notice }
help =
    <b>How Hamsayeh works</b>

    📝 <b>New report</b>: take a photo, write two or three words and send the location. In any order.
    📂 <b>My reports</b>: see how each report is doing, add words or photos, or withdraw it.
    🔎 Write a tracking code here to open that report.
    🎭 <b>Events</b>: see what the cultural centres offer, sign up, and be reminded.
    🙈 If you do not want your name to be seen, press “Without my name” before you send the report.

    Commands: /report files a new report, /reports shows your reports, /events shows the events, /settings changes your language, neighbourhood and news, and /cancel ends what you have begun.

    <b>In immediate danger, call:</b> fire 125, ambulance 115, police 110, gas 194, electricity 121, water 122, Social Emergency 123
chatter =
    Hello! We are glad that you are here 🌿
    If you have seen a problem in the neighbourhood, send a photo or a few words about it.
chatter-thanks =
    You are welcome 🌿
    Whenever you see a problem in the neighbourhood, send a photo or a few words about it.
cancelled = Cancelled; nothing was sent. You can start again whenever you like.
nothing-to-cancel = There is nothing to cancel. For a new report, send a photo or a few words.
command-unknown = Sorry, we do not know this command. Use the buttons below, or send /help.
error-number = Dear resident, we are sorry: something went wrong with this message (error number: { $number }). Your message is kept and will be looked into. Please try again in a little while.
button-old = Sorry, this button no longer works. Please go on from a newer message or from the menu below.

## Buttons used in many places

button-cancel = ✖️ Cancel
button-back = ↩️ Back
button-continue = ▶️ Continue the report
button-afresh = 📝 Start a new one
button-go-on = ▶️ Continue the report
button-newer = ◀️ Newer
button-older = Older ▶️
button-previous = ◀️ Previous
button-next = Next ▶️
button-never-mind = ✖️ Never mind
never-mind = All right, nothing was changed.

## A report in the making

report-begin =
    Send the problem right here: photo, words, video or voice.
    After that we only ask where it is and what it is about.
report-ask-content = What is the problem? Write a few words or send a photo.
report-not-understood = Sorry, this kind of message cannot be added to a report. Please send words, a photo, a video, your voice or a location.
report-too-long = Sorry, this part was not added: a report can have up to { $count } characters. Please make it shorter.
report-too-many = Sorry, this one was not added: a report can have up to { $count } photos or files. Please go on with those that you have sent.
report-edited = The report was updated with your edit.
report-new-words = Send the new words; they replace the old ones.
report-new-media = Send the new photo or file; it takes the place of the earlier ones.
draft-again = You have an unfinished report: “{ $gist }”. Do you want to continue?
draft-gone = This report was sent or cancelled before. For a new report, send a photo or a few words.

limit-day = Dear resident, we are sorry: in the last 24 hours you have sent { $count } reports, and that is the limit. Your draft is kept; please press “Send the report” tomorrow.
limit-minutes = Dear resident, we are sorry: in the last ten minutes you have sent { $count } reports, and that is the limit. Your draft is kept; please press “Send the report” in a few minutes.

## Immediate danger

urgent-fire = 🚒 If there is a fire, call the fire brigade on { $number } right now. A report here does not replace the call.
urgent-ambulance = 🚑 If somebody’s life is in danger, call an ambulance on { $number } right now. A report here does not replace the call.
urgent-police = 🚓 If a danger or a crime is going on, call the police on { $number } right now. A report here does not replace the call.
urgent-gas = ⚠️ If you smell gas, do not touch any switch, move away and call gas emergencies on { $number } right now.
urgent-electricity = ⚡️ For a power cut or a live wire, call the electricity company on { $number } right now, and keep away from the wire.
urgent-water = 🚰 For a water cut or a burst pipe, call water emergencies on { $number } right now.
urgent-social = 🤝 If a child is being harmed, if there is violence at home or somebody is in danger, call Social Emergency on { $number } right now. The call is confidential.

## Place

place-ask =
    Where is it?
    Press “Send my location”, or write the address and something well known nearby (opposite the bakery, for example).
place-choose = Choose the neighbourhood:
place-which = In which neighbourhood is “{ $landmark }”?
place-noted = 🪧 We have noted the address.
place-chosen = 📍 Neighbourhood: { $area }
place-outside = Sorry, this point is outside our area. The nearest neighbourhood of ours is { $area }. If the problem is there, press “File it for { $area }”; otherwise choose the neighbourhood or send another location.
button-location = 📍 Send my location
button-neighbourhood = 🏘 Choose the neighbourhood
button-nearest = ✅ File it for { $area }

## Category

category-guess =
    This seems to be about “{ $name }”.
    If that is right, press it; otherwise press another one, or “All categories”.
category-ask = What is the report about?
button-all-categories = 🗂 All categories

## Similar reports

compare-intro = Somebody may have told us already. Open reports close by: { $count }. If one of them is the same problem, join it and you will get its news too.
compare-card =
    <b>{ $category }</b>
    📏 { $distance } from your place
    🕒 { $age }
    🔖 { $state }
button-same = 🤝 It is the same problem
button-different = ➡️ It is another problem
joined =
    🤝 You have joined this report; from now on you get all its news.
    Tracking code: { $code }
    People who joined: { $supporters }
join-closed = Sorry, this report is no longer open. Press “It is another problem” to file yours separately.

## Preview and sending

preview-head = <b>Your report</b>
preview-category = Subject: <b>{ $name }</b>
preview-place = 📍 Neighbourhood: { $area }
preview-landmark = 🪧 Address: { $landmark }
preview-media = 📎 Attached: { $list }
preview-words = 📝 { $words }
preview-named = 👤 From { $name }
preview-anonymous = 🙈 Without your name: the managers do not see it, but their answer reaches you.
preview-outside = ☎️ This is mainly the task of { $body } ({ $phone }); we follow it up too.
media-photo = { $count } photos
media-photo-one = 1 photo
media-video = { $count } videos
media-video-one = 1 video
media-voice = { $count } voice messages
media-voice-one = 1 voice message
media-video-note = { $count } video messages
media-video-note-one = 1 video message
media-animation = { $count } GIFs
media-animation-one = 1 GIF
media-audio = { $count } sound files
media-audio-one = 1 sound file
media-document = { $count } files
media-document-one = 1 file
button-send = ✅ Send the report
button-edit = ✏️ Edit
button-anonymous = 🙈 Without my name
button-named = 👤 With my name
button-edit-words = 📝 Words
button-edit-place = 📍 Place
button-edit-category = 🗂 Category
button-edit-media = 📎 Photos
button-without-media = 🚫 Without photos

filed =
    ✅ Your report is filed. Thank you for caring.
    Tracking code: { $code }
    Subject: { $category }
    ⏳ To be dealt with by { $until }
    👥 Followed up by the community manager of { $desk }

    We will tell you here as soon as there is news.

## States

state-new = Submitted
state-claimed = Under review
state-in-progress = In progress
state-waiting = Waiting for the resident’s answer
state-partly = Partly fixed
state-reopened = Reopened
state-done = Done
state-confirmed = Fixed and closed
state-impossible = Cannot be dealt with
state-referred = Referred outside the municipality
state-withdrawn = Withdrawn

## My reports

mine-head = <b>Your reports</b>; press one to open it:
mine-none = You have no reports yet. To begin, send a photo of a problem or a few words about it.
mine-entry = { $emoji } { $category } · { $state } · { $date }
mine-report =
    { $emoji } <b>{ $category }</b>
    Tracking code: { $code }
    🔖 State: <b>{ $state }</b>
    📍 { $area } · followed up by the community manager of { $desk }
    ⏳ To be dealt with by { $due }
mine-report-closed =
    { $emoji } <b>{ $category }</b>
    Tracking code: { $code }
    🔖 State: <b>{ $state }</b>
    📍 { $area } · followed up by the community manager of { $desk }
timeline = ▫️ { $when }: { $what }
timeline-note = ▫️ { $when }: { $what } — { $note }
event-file = filed
event-claim = review begun
event-start = work begun
event-ask = the resident was asked
event-answer = the resident answered
event-ask-you = you were asked
event-answer-you = you answered
event-add = something was added
event-missing = what is still missing was described
event-done = done
event-impossible = could not be dealt with
event-refer = referred to another sub-district
event-refer-outside = referred outside the municipality
event-confirm = the fix was confirmed
event-silence = closed after a week without an answer
event-partly = said to be partly fixed
event-reopen = reopened
event-withdraw = withdrawn
event-join = another resident joined
button-add = ➕ Add photo or words
button-withdraw = 🗑 Withdraw
button-withdraw-yes = Yes, withdraw it
withdraw-sure = Withdraw report { $code }? Work on it will stop.
withdrawn = Report { $code } has been withdrawn.
withdraw-not-yours = Sorry, only the person who filed a report can withdraw it.
mine-add = Send words, a photo or your voice for report { $code }; it goes straight to the managers.
added = Added to report { $code } and passed to the managers. Thank you.
add-closed = Sorry, report { $code } is closed and takes no more additions. If the problem is still there, please send a new report.
code-unknown = Sorry, there is no report { $code } among yours. Please check the code. A report opens only to the person who filed it and to those who joined it.
report-unknown = Sorry, this report was not found among yours. Please open “My reports”.

## The result, as the resident sees it

outcome-fixed = ✅ Fixed
outcome-partly = 🟡 Partly
outcome-not = ❌ Not fixed
outcome-thanks = We are glad that the problem of report { $code } is fixed. Thank you for your help 🌿
outcome-partly-ask = Thank you. Please write or send a photo: what is still missing in report { $code }?
outcome-reopen-ask = We are sorry. Report { $code } is open again and the managers know. If you can, write or send a photo of what is still missing.
missing-passed = The managers have been told about report { $code }. It is followed up until there is a clear result.
button-answer = 💬 Answer
answer-ask =
    We have a question about report { $code }:
    “{ $question }”

    Write your answer or send a photo.
answer-passed = Your answer about report { $code } has reached the managers. Thank you.

## News to residents

told-claim = 👀 The community manager of { $desk } has begun to review report { $code } ({ $category }).
told-start = 🛠 Work on report { $code } ({ $category }) has begun in { $desk }.
told-ask =
    💬 The community manager of { $desk } has a question about report { $code } ({ $category }):
    “{ $note }”

    Answer with the button below, or by replying to this message.
told-done =
    ✅ The community manager of { $desk } says that the work on report { $code } ({ $category }) is done.

    Is the problem fixed, as you see it?
told-done-note =
    ✅ The community manager of { $desk } says that the work on report { $code } ({ $category }) is done:
    “{ $note }”

    Is the problem fixed, as you see it?
told-impossible =
    Dear resident, we are sorry: report { $code } ({ $category }) cannot be dealt with.
    Reason: { $note }

    Thank you for telling us. If things change, please send a new report.
told-refer = ↪️ Report { $code } ({ $category }) was referred to the community manager of { $desk }. The deadline stays: { $due }.
told-refer-outside =
    ↪️ Dear resident, we are sorry: report { $code } ({ $category }) is outside the remit of the municipality. It is the task of { $body }.
    Please call { $phone }. Thank you for telling us.
told-confirm = ✅ The fix of report { $code } ({ $category }) was confirmed, and the report is closed.
told-silence = ✅ After a week without an answer, report { $code } ({ $category }) counts as fixed and is closed. If the problem is still there, please send a new report.
told-partly = 🟡 The problem of report { $code } ({ $category }) is said to be partly fixed; we keep following it up.
told-reopen = 🔁 Report { $code } ({ $category }) is open again; we keep following it up.
told-withdraw = Report { $code } ({ $category }) was withdrawn by the person who filed it. If the problem is still there, please send a new report.

## A report's card in the managers' group

card-head = { $emoji } <b>{ $category }</b> · { $code }
card-state = 🔖 { $state }
card-state-worker = 🔖 { $state } · in charge: { $worker }
card-place = 📍 { $area }
card-place-landmark = 📍 { $area } · { $landmark }
card-times =
    🕒 Filed: { $filed }
    ⏳ Deadline: { $due }
card-times-late =
    🕒 Filed: { $filed }
    🔴 Overdue since: { $due }
card-sensitive = 🔒 A sensitive matter: the words open in private, only to the person who takes up the review.
card-anonymous = 🙈 Filed without a name
card-reporter = 👤 Filed by { $name }
card-supporters = 👥 Joined: { $count }
card-outside = ☎️ Body in charge: { $body } ({ $phone })
card-claim = 👀 I will review it
card-start = 🛠 In progress
card-done = ✅ Done
card-ask = 💬 Ask the resident
card-refer = ↪️ Refer
card-impossible = ⛔️ Cannot be dealt with
card-read = 🔒 Read the words
card-added =
    ➕ The resident added to report { $code }:
    { $words }
card-added-sensitive = ➕ The resident added something to report { $code }. See it in private with “Read the words”.
card-answer =
    💬 The resident’s answer about report { $code }:
    { $words }
card-missing =
    🔁 Still missing in report { $code }, as the resident sees it:
    { $words }
card-partly = 🟡 The resident says that the problem of report { $code } is partly fixed.
card-reopen = ❌ The resident says that the problem of report { $code } is not fixed. The report is open again.
card-referred = ↪️ Report { $code } was referred to { $area }.
card-moved = ↪️ Report { $code } moved to another group.
card-text =
    🔒 The words of report { $code }; please keep them confidential.
    { $landmark }
    { $words }
card-reply-hint = To give the result, press “Done” or send a photo of it in reply to the card.

claimed = You are now in charge of this report.
started = Noted: in progress.
claimed-before = { $name } has taken up this report before you.
step-refused = Sorry, this cannot be done: the report is now “{ $state }”. Please look at its latest state.
not-manager = Sorry, only the managers of { $area } can do this. Please ask an administrator for an invitation link.
note-missing = Sorry, there were no words. Please write a few in reply to the bot’s message.
photo-needed = Sorry, this category needs a photo of the result before the work counts as done. Please send one in reply to the same message.
read-claim-first = Sorry, to protect privacy, these words open only to the person who pressed “I will review it”.
shown-privately = The words were sent to you in your private chat with the bot.
answer-below = Please write in reply to the bot’s message.
placeholder-reply = Reply to this message…
ask-done = { $name }, please write the result of report { $code } in reply to this message; you can send a photo too.
ask-done-photo = { $name }, please send a photo of the result of report { $code }, with a short note, in reply to this message.
ask-question = { $name }, please write the question to the resident about report { $code } in reply to this message.
ask-reason = { $name }, please write in reply to this message why report { $code } cannot be dealt with; the resident will read it.
done-recorded = ✅ The result of report { $code } is recorded, and the resident has been asked.
question-sent = 💬 The question about report { $code } was sent to the resident.
impossible-choose = Why can report { $code } not be dealt with? The resident will read this reason.
impossible-recorded = ⛔️ Report { $code } was closed with a reason, and the resident has been told.
reason-remit = This is not among the tasks of the municipality.
reason-private = The place is private property, which the municipality may not enter.
reason-budget = This year’s plan has no funds for it; it is put forward for next year.
reason-plan = A project is under way at this place and will solve it.
reason-notfound = On inspection, the problem was not found there.
reason-own = ✍️ Another reason (I will write it)
refer-choose = Where should report { $code } go?
referred = ↪️ Report { $code } was referred to { $area }; its deadline stays.
referred-outside = ↪️ Report { $code } was referred to the body outside the municipality, and the resident has been told.

## Groups

group-hello = Hello. To bring the reports of a sub-district to this group, an administrator sends /bind here.
bind-in-group = Please send this command in the managers’ group of the sub-district, not in a private chat.
bind-choose = Which area does this group work for?
bound = ✅ From now on this group works for { $area }; its reports and the daily digest come here.
bound-moved = Open reports that came to this group: { $count }
bind-missing = { $area } has no group yet, so this report came to you. Write in its managers’ group: /bind { $code }
group-lost = The bot is no longer in the group of { $area }, and its reports went one level up. Add the bot to the group again and write there: /bind { $code }
area-unknown = Sorry, there is no area with the code { $area }. Send the command without a code to see the list.
nothing-bound-here = This chat does not work for any area yet. An administrator sends /bind in the managers’ group.

## Daily digest and lists

digest =
    <b>Daily digest of { $area }</b>
    🗓 { $day }

    📥 New, not yet looked at: { $new }
    📂 Open: { $open }
    🔴 Overdue: { $overdue }
    🔁 Reopened: { $reopened }
    💬 Waiting for the resident’s answer: { $waiting }
    ✅ Done yesterday: { $done } · today: { $today }
digest-oldest = <b>Longest overdue:</b>
list-open = <b>Open reports of { $area }</b>
list-open-none = { $area } has no open reports 🌿
list-overdue = <b>Overdue reports of { $area }</b>
list-overdue-none = { $area } has no overdue reports 🌿
list-name = { $emoji } { $category }
list-line = ▫️ { $name } · { $code } · { $area } · { $state } · { $time } left
list-late = 🔴 { $name } · { $code } · { $area } · { $state } · { $time } overdue

## Administrators

only-administrators = Sorry, only administrators can do this.
admin-menu = <b>Hamsayeh administration</b>
admin-menu-aside =
    <b>Hamsayeh administration</b>
    ⚠️ Messages that could not be processed: { $aside }
admin-invite = ✉️ Invite a manager
admin-people = 👥 Managers and roles
admin-groups = 🏢 Groups and areas
admin-groups-head = <b>The group of each area</b>
admin-group = ✅ { $area }: { $title }
admin-group-none = ▫️ { $area }: no group yet; write in its group /bind { $code }
admin-people-head = <b>Roles</b>; press one to remove it:
admin-people-none = Nobody has a role yet. Make an invitation link with “Invite a manager”.
admin-remove = 🗑 { $role } · { $name }
admin-remove-sure = Remove the role “{ $role }” of { $name }? It comes back only by a new invitation.
admin-remove-yes = 🗑 Yes, remove it
admin-remove-no = ↩️ No, keep it
admin-removed = The role was removed.
admin-removed-before = This role had been removed before.
role-manager = Community manager
role-manager-of = Community manager of { $area }
role-administrator = Administrator
invite-choose = For the manager of which area is the invitation link? Other roles are further down.
invite-link =
    Invitation link for “{ $role }”:
    { $link }

    It works once, until { $until }. Send it to that person only.
invite-accepted = Welcome. From now on your role is “{ $role }”.
invite-void = Sorry, this invitation link no longer works: it has been used or has run out. Please ask an administrator for a new one.
set-aside-told = A message could not be processed and was set aside (number { $number }): { $error }. Look into it on the server: <code>python -m bot check</code>
database-told = The database is not available ({ $error }). New messages wait at Telegram and will be served once it is back.

## Settings

settings =
    <b>Your settings</b>
    🌐 Language: { $language }
    📍 My neighbourhood: { $home }
    🔔 News about: { $topics }
    🏛 Centres that I follow: { $centres }

    Choose a language:
settings-none = nothing
settings-no-home = not told
settings-topics = What should we tell you of? Press a topic to turn it on or off.
settings-home = In which neighbourhood do you live? You will get its news.
settings-centres = Which cultural centres do you follow? You will hear of what they offer.
button-topics = 🔔 News topics
button-home = 📍 My neighbourhood
button-no-home = 🤐 I would rather not say
button-centres = 🏛 Cultural centres
language-changed = The language is now English.

## Commands and introduction

command-report = File a report
command-reports = My reports
command-settings = Settings
command-help = Help
command-cancel = Cancel
command-admin = Administration
command-invite = Invite a manager or an administrator
command-bind = Make this group work for an area
command-digest = The daily digest, right now
command-open = Open reports
command-overdue = Overdue reports
description =
    Hamsayeh (“neighbour”) is a bridge between residents and the municipality. Send a photo of a problem in your neighbourhood and say where it is: it goes to the people in charge of your sub-district, you hear of every step, and in the end you say whether it is fixed.
short-description = Send a photo of a problem in your neighbourhood and follow it to a clear result.
