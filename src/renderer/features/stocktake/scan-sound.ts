/** High for what is as expected, two low ones for what needs a look: told apart without sight. */
const TONES = { good: [880], look: [330, 330] } as const;
const TONE_S = 0.09;
const PAUSE_S = 0.05;

let context: AudioContext | null = null;

/** Where there is no sound, there is none; the result is on the screen. */
export const playScanSound = (kind: keyof typeof TONES): void => {
  context ??= new AudioContext();
  for (const [index, frequency] of TONES[kind].entries()) {
    const start = context.currentTime + index * (TONE_S + PAUSE_S);
    const tone = new OscillatorNode(context, { frequency });
    const volume = new GainNode(context, { gain: 0.12 });
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + TONE_S);
  }
};
