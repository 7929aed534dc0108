## English: programmes that people ask for

button-demand = 🙋 Ask for an event
button-demands = 🙋 What people ask for
button-demand-make = ➕ Make this event
demand-kind = 🙋 What would you like to take place in your neighbourhood?
demand-audience = For whom?
demand-centre = At which centre?
demand-say = What should it be? Write a sentence or two; if a day or an hour suits you best, write that as well.
demand-thanks = 💚 Thank you. Your request has reached { $centre }, without your name. If such an event is made, you are the first to hear of it.
demand-words = Please write the request in { $least } to { $most } characters.
demand-enough = Up to { $count } requests can be sent in a month. Your earlier ones have reached the centre.
demand-list = <b>🙋 What people ask for</b> (groups: { $count }). The number beside a request says how many people ask for it.
demand-none = Nobody has asked your centre for anything yet.
demand-entry = { $count } · { $kind } · { $words }
demand-head = <b>🙋 People: { $count }</b> · { $kind } · for { $who } · { $centre }
demand-line = 💬 { $words }
demand-gone = This request is no longer in the list; perhaps a colleague has answered it.
demand-answered =
    🎉 There is now an event as you asked for:
    <b>{ $title }</b>
    🗓 { $when }
    📍 { $place }
