import type { Configuration } from '../config/configuration.ts';
import { fileOfTheme } from '../config/theme/load.ts';
import type { Clock } from '../platform/clock.ts';
import { followFile } from './follow-file.ts';

/** Reads the configuration again when its file changes, or that of the theme in force. @returns how to stop. */
export function followConfiguration({ inForce, reload }: Configuration, clock: Clock): () => void {
  const stop = followFile(inForce.get().path, clock, () => void reload());
  let followed: string | undefined;
  let stopTheme = () => {};
  const followTheme = () => {
    const file = fileOfTheme(inForce.get().settings.theme);
    if (file === followed) return;
    stopTheme();
    followed = file;
    stopTheme = file === undefined ? () => {} : followFile(file, clock, () => void reload());
  };
  const unsubscribe = inForce.subscribe(followTheme);
  followTheme();
  return () => {
    unsubscribe();
    stop();
    stopTheme();
  };
}
