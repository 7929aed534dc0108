// A voice message from the microphone.

const TYPES = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

export function canRecord() {
  return Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);
}

/** Begins at once; `stop` resolves with the file, `drop` forgets it. */
export async function startRecording() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
  const pieces = [];
  const begun = Date.now();
  recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
  recorder.start();
  const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve));
  const finish = async () => {
    recorder.stop();
    stream.getTracks().forEach((track) => track.stop());
    await ended;
  };
  return {
    drop: finish,
    async stop() {
      await finish();
      const type = recorder.mimeType.split(";")[0];
      const seconds = Math.max(1, Math.round((Date.now() - begun) / 1000));
      return { blob: new Blob(pieces, { type }), kind: "voice", name: "voice", duration: seconds, url: "" };
    },
  };
}
