# Events of the cultural centres

menu-events = 🎭 Events
command-events = Events of the cultural centres
command-newevent = Make a new event

## The officer of a centre

role-officer = officer of a centre's events
role-officer-of = officer of the events of { $area }
button-officers = 🏛 Officer of a centre's events
invite-choose-centre = For the events of which centre is this invitation?
only-officers = This is for the officers of a centre's events. If you should have this role, ask an administrator for an invitation.

## The card of an event

event-title = <b>{ $title }</b>
event-untitled = without a title
event-state-draft = ✏️ Draft: nobody sees it yet.
event-state-cancelled = ❌ This event has been cancelled.
event-state-over = 🏁 This event has taken place.
event-state-begun = ▶️ This event has begun.
event-sort = 🏷 { $kind } · for { $who }
event-kind-class = class
event-kind-workshop = workshop
event-kind-sport = sport
event-kind-art = art and theatre
event-kind-talk = talk
event-kind-trip = trip
event-kind-celebration = celebration
event-kind-other = another event
event-for-all = everybody
event-for-families = families
event-for-children = children
event-for-teenagers = teenagers
event-for-women = women
event-for-elderly = older people
event-when = 🗓 { $when } ({ $lasts })
event-weekly = 🔁 every week, until { $until }
event-where = 📍 { $place }
event-at-the-pin = The place shown on the map
event-cost = 💳 Cost: { $cost } toman
event-free = 💚 Free
event-no-limit = 🎟 Room for everybody
event-left = 🎟 Seats left: { $count } of { $capacity }
event-none-left = 🎟 All seats are taken.
event-none-left-waiting = 🎟 All seats are taken; { $count } on the waiting list.
event-entry = { $mark }{ $day } { $time } · { $title }
event-near = around { $area }
event-share = { $title }: sign up with the Neighbour bot
event-announced = 🎭 A new event
button-open-event = 🎭 See the event
button-all-events = ↩️ All events
button-map = 🗺 Map
button-share = 🔗 Share
button-manage = ⚙️ Look after it

## Coming or not

button-coming = ✅ I am coming
button-not-coming = ✖️ Not coming
button-waiting-list = ⏳ Waiting list
button-wait-on = ⏳ I wait for more seats
button-how-many = 👥 Change how many
event-how-many = How many of you are coming? Count yourself, too.
event-seats = { $count } people
event-you-come = ✅ You are on the list: { $count }. We look forward to seeing you.
event-you-wait = ⏳ You are on the waiting list: { $count }, place { $place }. We tell you as soon as there is room.
event-you-are-offered = 🎁 { $count } seats are kept for you, until { $until }.
event-you-lapsed = ⌛️ The seats that were kept for you went to the next in line. You can sign up again.
event-toast-come = You are on the list: { $count }.
event-toast-wait = You are on the waiting list: { $count }.
event-toast-offered = There is room just now; please confirm.
event-toast-left = Noted: you are not coming. Thank you for telling us.
event-offer =
    🎁 There is room for you: { $count }
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
    We keep it for you until { $until }. Are you coming?
event-offer-fewer =
    🎁 Of the { $wanted } seats that you asked for, { $count } are free now.
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
    We keep them for you until { $until }. You can come with that many, or stay in your place in the line until there are more.
event-lapsed =
    ⌛️ The seats that were kept for you went to the next in line.
    <b>{ $title }</b> · { $when }
    If you still want to come, you can join the waiting list again.
event-passed =
    ⌛️ Those few seats went to the next in line; you have kept your place.
    <b>{ $title }</b> · { $when } · { $place }
event-changed = 🔄 An event that you signed up for has changed: <b>{ $title }</b>. From now on:
event-called-off =
    ❌ We are sorry: this event has been cancelled.
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
event-reminder-day =
    🔔 A reminder: tomorrow, the event that you signed up for ({ $count })
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
    If you are not coming, one tap gives your seat to somebody else.
event-reminder-hours =
    🔔 A reminder: in two hours ({ $count })
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
event-unknown = This event was not found. Perhaps it has not been published yet.
event-cancelled = We are sorry: this event has been cancelled.
event-begun = This event has begun or is over.
event-full = We are sorry: the last seat has just been taken. You can join the waiting list.
event-seats-left = Only { $count } seats are left. Please choose fewer.
event-seats-most = One sign-up is for one seat at least and { $count } at most.
event-waiting-for-fewer = While you wait you can only ask for fewer seats. For more, leave the list first.
event-offer-gone = This offer has ended. The card of the event shows how it stands now.
event-not-registered = You are not on the list of this event.
event-has-come = You have been let in already; the registration can no longer be made smaller or cancelled.

## Lists of events

events-head-week = <b>🎭 Events of this week</b>
events-head-all = <b>🎭 Events to come</b>
events-head-near = <b>📍 Events near { $of }</b>, the nearest first
events-head-mine = <b>🗓 My events</b>
events-head-centre = <b>🏛 { $of }</b>
events-head-kind = <b>🏷 { $of }</b>
events-head-audience = <b>👥 For { $of }</b>
events-none = There are no events in this list now.
events-hint = 🔔 Would you like to hear of new events of your neighbourhood or centre? Press the button for news.
button-this-week = 🗓 This week
button-near = 📍 Near me
button-my-events = ✅ My events
button-by-centre = 🏛 Centres
button-by-kind = 🏷 Kinds
button-by-audience = 👥 For whom
button-subscriptions = 🔔 News and reminders
button-desk = ⚙️ Look after events
events-choose = Which shall we show?
events-where-are-you = Where are you? Send your location, or write the name of the neighbourhood.
events-where-unknown = I do not know this place. Please write the name of the neighbourhood or send a location.
events-found-you = Your neighbourhood: { $area }

## News and reminders

events-wishes =
    <b>🔔 News and reminders of events</b>
    We tell you once of each new event that fits one of your choices. If you prefer one message a week, turn on the weekly programme.
events-follow-none = You have chosen nothing yet, so we send no news.
events-follow-none-weekly = You have chosen nothing yet, so your weekly programme has all events, those of your own sub-district first.
events-follow-these = Your choices: { $names }
events-follow-choose = Each tap turns one on or off.
button-follow-centre = 🏛 Centres
button-follow-kind = 🏷 Kinds
button-follow-audience = 👥 For whom
button-follow-area = 📍 Sub-districts
events-wish-day = Reminder a day before
events-wish-hours = Reminder two hours before
events-wish-weekly = Weekly programme, no single news

## Making an event

event-draft-there = You have a draft: <b>{ $title }</b>. Go on with it, or make a new one?
button-earlier-event = ✏️ Go on with the draft
button-new-event = ➕ New event
event-unclear-head = Nothing was made, because these lines are not clear:
event-unclear =
    ▫️ <code>{ $line }</code>
    { $why }
event-unclear-line = This line begins with no name of a field, such as title, time, duration, centre, capacity or description.
event-unclear-twice = This field is there twice.
event-unclear-title = A title may not be empty or longer than { $count } characters.
event-unclear-words = A description may not be empty or longer than { $count } characters.
event-unclear-place = An address may not be empty or longer than { $count } characters.
event-unclear-when = I do not understand this time. Write, for example: 2026-12-01 16:00 or tomorrow 16:00.
event-unclear-until = I do not understand this date. Write, for example: 2027-03-01.
event-unclear-where = I do not know this centre. Write its name or its code exactly as it is registered.
event-unclear-minutes = I do not understand this duration. Write it in minutes, such as 90, or as 2 hours.
event-unclear-capacity = The capacity must be a number, or the word unlimited.
event-unclear-seats = The seats of one sign-up must be a number from 1 to 20.
event-unclear-cost = Write the cost in toman as a number, or write free.
event-unclear-kind = I do not know this kind. It is one of: class, workshop, sport, art and theatre, talk, trip, celebration, another event.
event-unclear-audience = I do not know this group. It is one of: everybody, families, children, teenagers, women, older people.
event-unclear-photo = Please send a photo.
event-in-the-past = This time is over. Please choose another.
event-incomplete = The title, the time or the place of this event is not clear yet.
event-until-before = The repetition ends before the event begins.
event-seats-over-capacity = One sign-up may take more seats than there are.
event-series-too-long = At most { $count } weeks can be made at once. Please choose an earlier end.
event-capacity-taken = { $count } seats of this event are taken; there cannot be fewer than that.
event-not-your-centre = Your role is not for this centre.
event-not-now = This cannot be done with the event as it is now.
event-draft-gone = This event is no longer in your hands.
event-panel = 👆 A preview. Each button changes a part of it; once it is published, people can sign up.
event-field-title = Title
event-field-when = Time
event-field-minutes = Duration
event-field-where = Centre
event-field-place = Address
event-field-audience = For whom
event-field-kind = Kind
event-field-capacity = Capacity
event-field-seats = Each sign-up
event-field-cost = Cost
event-field-until = Repeat
event-field-words = Description
event-field-photo = Photo
event-ask-title = What is the title of the event?
event-ask-when = When does it begin? Choose a day and an hour, or write them, such as tomorrow 16:00.
event-ask-minutes = How long does it take? You may write the minutes.
event-ask-where = Which centre holds it?
event-ask-place = If it is somewhere else than the centre itself, write the address or send its location.
event-ask-audience = Whom is it for?
event-ask-kind = What kind of event is it?
event-ask-capacity = How many seats are there? You may write a number.
event-ask-seats = How many people may come with one sign-up at most?
event-ask-cost = How many toman does it cost for each person?
event-ask-until = If it is repeated every week, write the last date, such as 2027-03-01.
event-ask-words = Write the description of the event.
event-ask-photo = Send a photo or a poster.
event-minutes = { $count } minutes
event-unlimited = Unlimited
event-costs-nothing = Free
event-once = Not repeated
event-without = Without it
event-at-centre = At the centre itself
button-publish = 📢 Publish
button-drop-event = 🗑 Throw away
event-dropped = The draft has been thrown away.
event-published = ✅ Published. We tell { $count } people who follow such events.
event-published-quietly = ✅ Published. Nobody has asked for news of such events yet; you can share its link.
event-published-weeks = 🔁 { $count } weekly dates were made.

## Looking after an event

events-desk = <b>⚙️ The events of your centre</b>
events-desk-none = There is no event of your centre yet.
event-saved = ✅ Saved. If it is something that they must know, everybody on the list has been told.
event-count-registered = 👥 Signed up: { $parties } · { $count } seats
event-count-waiting = ⏳ Waiting: { $count } seats
event-scope-one = ☝️ Changes: this date only
event-scope-all = 🔁 Changes: this and later
button-call-off = ❌ Cancel the event
button-as-resident = 👁 Card of the event
event-call-off-sure = Cancel <b>{ $title }</b>? The { $count } on the list are told at once.
button-call-off-yes = ❌ Yes, cancel it
button-call-off-all = ❌ This and all later dates
event-is-called-off = ❌ Cancelled, and told. Dates: { $count }

## Audiences of broadcasts

audience-registered = 🎭 Signed up
audience-registered-ask = Those who come to which event?
audience-registered-rule = signed up for event { $number }
