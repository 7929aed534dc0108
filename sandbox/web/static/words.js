// The words of the page itself. What the bot and its people say is not among them.

const WORDS = {
  fa: {
    title: "همسایه", subtitle: "گفت‌وگوی شهرداری و همسایه‌ها", madeUp: "دادهٔ ساختگی",
    otherLanguage: "English", people: "آدم‌های داستان", clock: "ساعت داستان",
    hour: "۱ ساعت بعد", day: "۱ روز بعد", morning: "فردا ساعت ۸", moving: "زمان می‌گذرد…",
    beside: "باز کردن کنار دیگری", yourTurn: "نوبت اوست",
    tour: "گشت راهنما", step: "گام {at} از {of}", stop: "بعد، اگر خواستید ({at} از {of})", furtherWords: "داستان گزارش تمام شد. این‌ها را هم می‌توانید ببینید:", skip: "از این بگذریم",
    tourEnd: "گشت تمام شد. حالا خودتان بگردید و هر کاری را امتحان کنید.",
    tourAgain: "گشت از نو", hideTour: "بستن گشت", showTour: "گشت راهنما", goTo: "رفتن پیش {name}",
    menu: "فهرست", closeMenu: "بستن فهرست", close: "بستن", closePane: "بستن این ستون",
    chats: "گفت‌وگوهای {name}", messages: "پیام‌های {title}", as: "از نگاه {name}",
    unread: "{count} پیام نخوانده", toComposer: "رفتن به جعبهٔ نوشتن", down: "تازه‌ترین پیام‌ها",
    write: "پیام بنویسید…", caption: "شرح عکس یا فایل…", send: "ارسال", attach: "پیوست", commands: "فرمان‌های ربات",
    keyboard: "دکمه‌های ربات", start: "شروع", restart: "شروع دوباره", blockedNote: "ربات را متوقف کرده‌اید.",
    closedTopic: "این موضوع بسته است.", onlyReads: "در این کانال فقط مدیرانش می‌نویسند.", block: "توقف ربات", noCommands: "این گفت‌وگو فرمانی ندارد.",
    reply: "پاسخ", edit: "ویرایش", remove: "حذف", replyTo: "پاسخ به {name}", editing: "ویرایش پیام", cancel: "انصراف",
    edited: "ویرایش‌شده", read: "خوانده شد", sent: "فرستاده شد", forwarded: "بازارسال از {name}", pinned: "سنجاق‌شده",
    samplePhotos: "عکس‌های نمونه", photoFile: "عکس یا فیلم از دستگاه", documentFile: "فایل از دستگاه",
    sampleVoice: "صدای نمونه", sampleVideo: "فیلم نمونه", sampleDocument: "فایل نمونه", record: "ضبط صدا", recordStop: "پایان و ارسال صدا",
    recording: "در حال ضبط", noMicrophone: "به میکروفون دسترسی نیست.", place: "جایی روی نقشه", contact: "شمارهٔ تلفن من",
    drop: "برداشتن این پیوست", tooMany: "در یک پیام تا ده فایل جا می‌شود.",
    pothole: "چاله", rubbish: "زباله", lamp: "چراغ خاموش", leak: "نشت آب", patched: "آسفالت ترمیم‌شده", cleaned: "کوچهٔ تمیز",
    mapTitle: "محل را روی نقشه بزنید", mapShown: "محل روی نقشه", mapHelp: "روی نقشه بزنید یا محله را برگزینید.", mapKeys: "با کلیدهای جهت‌نما هم نشانگر جابه‌جا می‌شود.",
    neighbourhood: "محله", choose: "انتخاب کنید…", sendPlace: "فرستادن این محل", mapNone: "هنوز جایی انتخاب نشده است.",
    mapOf: "نقشهٔ محله‌ها", near: "{name}، {part}", outside: "بیرون از نقشه",
    photo: "عکس", video: "فیلم", animation: "تصویر متحرک", voice: "پیام صوتی", audio: "آهنگ", document: "فایل",
    sticker: "برچسب", location: "موقعیت مکانی", contactKind: "شمارهٔ تماس", play: "پخش", pause: "درنگ", position: "جای پخش",
    enlarge: "بزرگ دیدن عکس", download: "دریافت", picture: "عکس",
    anonymousPoll: "نظرسنجی بی‌نام", openPoll: "نظرسنجی", closedPoll: "نتیجهٔ نهایی", vote: "رأی", retract: "پس گرفتن رأی",
    votes: "{count} رأی", bytes: "{size} کیلوبایت", copied: "رونوشت شد", opensTab: "در برگهٔ تازه",
    unanswered: "ربات هنوز پاسخ نداده است.", failed: "نشد: {why}", offline: "ارتباط قطع شد؛ دوباره وصل می‌شویم…",
    ok: "باشد", today: "امروز", yesterday: "دیروز", older: "پیام‌های قدیمی‌تر…", empty: "هنوز پیامی نیست.",
    newMessage: "پیام تازه از {name}: {words}", actions: "کارهای این پیام", gone: "این پیام دیگر نیست.", notIn: "این پیام در گروهی است که {name} عضو آن نیست.",
    new_chat_members: "{what} به گروه پیوست", left_chat_member: "{what} از گروه رفت", new_chat_title: "نام گروه شد: {what}",
    pinned_message: "پیامی سنجاق شد", group_chat_created: "گروه ساخته شد", forum_topic_created: "موضوع «{what}» ساخته شد",
    forum_topic_closed: "موضوع بسته شد", forum_topic_reopened: "موضوع باز شد", migrate_to_chat_id: "گروه بزرگ شد",
    migrate_from_chat_id: "گروه بزرگ شد", expand: "نمایش بیشتر", spoiler: "متن پنهان؛ برای دیدن بزنید",
  },
  en: {
    title: "Hamsayeh", subtitle: "A municipality and its neighbours", madeUp: "Made-up data",
    otherLanguage: "فارسی", people: "Who is who", clock: "The story’s clock",
    hour: "+1 hour", day: "+1 day", morning: "Tomorrow 8:00", moving: "Time goes by…",
    beside: "Open beside", yourTurn: "their turn",
    tour: "Guided tour", step: "Step {at} of {of}", stop: "Next, if you like ({at} of {of})", furtherWords: "The story of the report is told. There is more to see:", skip: "Skip this",
    tourEnd: "The tour is over. Look round and try whatever you like.",
    tourAgain: "Tour again", hideTour: "Close the tour", showTour: "Guided tour", goTo: "Go to {name}",
    menu: "Menu", closeMenu: "Close the menu", close: "Close", closePane: "Close this column",
    chats: "Chats of {name}", messages: "Messages of {title}", as: "seen by {name}",
    unread: "{count} unread", toComposer: "Go to the text field", down: "Newest messages",
    write: "Write a message…", caption: "Caption…", send: "Send", attach: "Attach", commands: "Bot commands",
    keyboard: "Bot keyboard", start: "Start", restart: "Start again", blockedNote: "You have stopped the bot.",
    closedTopic: "This topic is closed.", onlyReads: "Only its administrators write in this channel.", block: "Stop the bot", noCommands: "This chat has no commands.",
    reply: "Reply", edit: "Edit", remove: "Delete", replyTo: "Reply to {name}", editing: "Editing a message", cancel: "Cancel",
    edited: "edited", read: "read", sent: "sent", forwarded: "Forwarded from {name}", pinned: "Pinned",
    samplePhotos: "Sample photos", photoFile: "Photo or video from this device", documentFile: "File from this device",
    sampleVoice: "Sample voice", sampleVideo: "Sample video", sampleDocument: "Sample file", record: "Record voice", recordStop: "Stop and send",
    recording: "Recording", noMicrophone: "The microphone is not available.", place: "A place on the map", contact: "My phone number",
    drop: "Remove this attachment", tooMany: "A message carries ten files at most.",
    pothole: "Pothole", rubbish: "Rubbish", lamp: "Dark lamp", leak: "Water leak", patched: "Patched asphalt", cleaned: "Clean lane",
    mapTitle: "Tap a place on the map", mapShown: "A place on the map", mapHelp: "Tap the map, or choose a neighbourhood.", mapKeys: "The arrow keys move the pin, too.",
    neighbourhood: "Neighbourhood", choose: "Choose…", sendPlace: "Send this place", mapNone: "No place chosen yet.",
    mapOf: "Map of the neighbourhoods", near: "{name}, {part}", outside: "off the map",
    photo: "Photo", video: "Video", animation: "Animation", voice: "Voice message", audio: "Track", document: "File",
    sticker: "Sticker", location: "Location", contactKind: "Contact", play: "Play", pause: "Pause", position: "Position",
    enlarge: "Enlarge the photo", download: "Download", picture: "Photo",
    anonymousPoll: "Anonymous poll", openPoll: "Poll", closedPoll: "Final result", vote: "Vote", retract: "Retract vote",
    votes: "{count} votes", bytes: "{size} kB", copied: "Copied", opensTab: "in a new tab",
    unanswered: "The bot has not answered yet.", failed: "That failed: {why}", offline: "Connection lost; trying again…",
    ok: "OK", today: "Today", yesterday: "Yesterday", older: "Older messages…", empty: "No messages yet.",
    newMessage: "New message from {name}: {words}", actions: "What can be done with this message", gone: "This message is gone.", notIn: "This message is in a group that {name} is not in.",
    new_chat_members: "{what} joined the group", left_chat_member: "{what} left the group", new_chat_title: "The group is now called {what}",
    pinned_message: "A message was pinned", group_chat_created: "The group was made", forum_topic_created: "Topic “{what}” was made",
    forum_topic_closed: "The topic was closed", forum_topic_reopened: "The topic was reopened", migrate_to_chat_id: "The group became a supergroup",
    migrate_from_chat_id: "The group became a supergroup", expand: "Show more", spoiler: "Hidden text; press to see it",
  },
};

const KEY = "hamsayeh-language";
let language = remembered();

/** What was chosen before, or else the language of the browser. */
function remembered() {
  const usual = navigator.language.startsWith("en") ? "en" : "fa";
  try {
    return localStorage.getItem(KEY) ?? usual;
  } catch {
    return usual; // a browser that keeps nothing
  }
}

export function currentLanguage() {
  return language;
}

export function switchLanguage() {
  language = language === "fa" ? "en" : "fa";
  try {
    localStorage.setItem(KEY, language);
  } catch { /* forgotten at the next visit */ }
}

export function t(key, values = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => shown(values[name]));
}

function shown(value) {
  return typeof value === "number" ? value.toLocaleString(language, { useGrouping: false }) : value;
}

/** The name of a person in the script of the page, where it is known. */
export function called(person) {
  return own(person.names) || person.name;
}

/** Of a text that comes in several languages, the one of the page. */
export function own(text) {
  return text?.[language] ?? text?.fa ?? "";
}
