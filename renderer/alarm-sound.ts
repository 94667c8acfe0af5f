/** A soft tone with an alarm: off until someone wants it, and remembered as long as this window's storage is. */
import { useState } from 'react';

const key = 'alarm-sound';

export function hasAlarmSound(): boolean {
  try {
    return localStorage.getItem(key) === 'on';
  } catch {
    return false;
  }
}

export function useAlarmSound(): [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(hasAlarmSound);
  return [
    isOn,
    (next) => {
      setOn(next);
      try {
        localStorage.setItem(key, next ? 'on' : 'off');
      } catch {
        // Without storage there is no sound: nobody was asked.
      }
      if (next) sound();
    },
  ];
}

/** Two notes, soft; nothing where the machine has no sound. */
export function sound(): void {
  try {
    const at = new AudioContext();
    const volume = at.createGain();
    volume.gain.value = 0.05;
    volume.connect(at.destination);
    for (const [nr, pitch] of [660, 880].entries()) {
      const note = at.createOscillator();
      note.frequency.value = pitch;
      note.connect(volume);
      note.start(at.currentTime + nr * 0.18);
      note.stop(at.currentTime + nr * 0.18 + 0.15);
    }
    setTimeout(() => void at.close(), 1000);
  } catch {
    // The strip is there all the same.
  }
}
