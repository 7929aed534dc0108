// What the page knows of the world outside the open chats.

export const store = {
  scene: null, // bot, map, numbers of steps of the tour and of stops after it, note
  people: new Map(), // by id, in the order of the cast
  done: 0, // steps of the tour, and stops
  step: null, // the next of them
  ahead: 0, // milliseconds that the story's clock is before this machine's
};

export function takeScene(scene) {
  store.scene = scene;
  store.people = new Map(scene.people.map((person) => [person.id, person]));
  takeMoment(scene);
}

export function takePerson(person) {
  store.people.set(person.id, { ...store.people.get(person.id), ...person });
}

export function takeMoment({ now, done, step }) {
  store.ahead = now * 1000 - Date.now();
  store.done = done;
  store.step = step;
}

/** The story's time, in seconds. */
export function now() {
  return (Date.now() + store.ahead) / 1000;
}

export function unreadOf(person) {
  return person.rooms.reduce((sum, room) => sum + room.unread, 0);
}

export function roomOf(personId, key) {
  return store.people.get(personId)?.rooms.find((room) => room.key === key);
}

/** The id of the chat in the key of a room. */
export function chatOf(key) {
  return Number(key.split(":")[0]);
}
