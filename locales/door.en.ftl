## English: what somebody takes along to an event, and the door

button-ticket = 🎫 Entry card
button-calendar = 📅 Calendar
ticket = 🎫 <b>{ $title }</b>
    When: { $when }
    Where: { $place }
    People: { $count }
    Please show this card at the door.
ticket-calendar = 📅 Open this file to put the event, with its reminders, into your phone’s calendar.
button-door = 🚪 Door
button-door-list = 📋 Door list
button-door-scan = 📷 Read cards
button-door-file = 📄 Registrations file
button-door-undo = ↩️ Has not come
button-door-end = ✔️ Done at the door
door-caption = Door
door-guest = { $mark } { $name } · { $count }
door-people = { $count }
door-turnout = So far { $came } of { $seats } people have come. (Registrations: { $parties })
door-scan = 📷 Send photos of the entry cards of { $title } here, one by one. If somebody has no card with them, write their name.
door-found = Registrations under this name: { $count }. Tap whoever has come.
door-nobody = Nobody whose name begins with “{ $name }” is registered for this event.
door-came = ✅ Welcome, { $name }: { $count } people.
door-before = ☑️ { $name } came in before, at { $time }: { $count } people.
door-undone = ↩️ The entry of { $name } is taken back.
door-unknown = We do not know this card. The registration may have changed; please look for the name in the list.
door-other = ⚠️ This card is for another event: { $title }, { $when }.
door-no-code = We found no card in this picture. Please take it from nearer and with more light.
door-no-picture = This picture could not be read. Please send it again, or write the guest’s name.
door-closed = People can be let in from six hours before the beginning until a day after the end of the event.
door-not-registered = This guest has no seat at this event now.
door-too-many = This registration is for { $count } people.
guests-sheet = Registrations
guests-caption = 📄 Registrations of { $title }
guests-not-made = The list could not be made. Please ask again in a little while.
guests-name = Name
guests-state = State
guests-seats = People
guests-came = Came
guests-came-at = Came at
guests-at = Registered at
guests-registered = registered
guests-waiting = waiting
guests-offered = offered
