## English: many events at once, from a spreadsheet

events-announced = 🎭 New events
button-sheet = 📄 Many, from a table
sheet-title = Events
sheet-template =
    📄 Fill in this table and send it here; each row is an event. Both xlsx and CSV files are taken.
    Title and time are needed. Write the time as 2026-12-01 16:00, the duration in minutes and the cost in tomans.
    Kind: { $kinds }
    Audience: { $audiences }
sheet-reading = ⏳ The table has arrived; we are reading it.
sheet-unreadable = This file could not be read. Please send it as xlsx or CSV, of less than 10 megabytes.
sheet-faulty = No event was made, since there are faults in the table ({ $count }). Please put them right and send it again:
sheet-fault = ▫️ Row { $row }, column <b>{ $column }</b>: { $why }
sheet-fault-row = ▫️ Row { $row }: { $why }
sheet-more = … and { $count } more.
sheet-empty = The table is empty; below the row of column names at least one row is needed.
sheet-column = We do not know this column.
sheet-needs-title = There is no column for the title.
sheet-needs-when = There is no column for the time.
sheet-needs-where = It is not clear where; write the name or the code of the centre.
sheet-too-many = A table may hold up to { $count } events; please make two of it.
sheet-preview = <b>📄 Events: { $count }</b>, ready to be published.
sheet-published = ✅ Events published: { $count }. People who hear of them, in one message: { $told }.
sheet-dropped = The table was put aside, and nothing was published.
