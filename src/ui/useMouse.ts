import { useEffect, useEffectEvent, useRef } from 'react';
import type { MouseReport } from './mouse.ts';
import type { Step } from './press.ts';
import type { Mouse } from './report-input.ts';

/**
 * Takes the steps that the mouse leads to, as long as the screen is there. What is to be done outside of the screen waits
 * until the button is up again, where it went down: after quitting, a shell would take the release for typed text.
 */
export function useMouse(mouse: Mouse | undefined, lead: (report: MouseReport) => Step, take: (step: Step) => void): void {
  const pressed = useRef<MouseReport & Pick<Step, 'errands'>>(undefined);
  const listener = useEffectEvent((report: MouseReport) => {
    const { errands, ...step } = lead(report);
    const before = pressed.current;
    const isUp = report.kind === 'release' && before?.x === report.x && before.y === report.y;
    pressed.current = { ...report, ...(errands && { errands }) };
    take({ ...step, ...(isUp && before.errands && { errands: before.errands }) });
  });
  useEffect(() => {
    if (mouse === undefined) return;
    const unsubscribe = mouse.subscribe((report) => listener(report));
    mouse.take();
    return () => {
      unsubscribe();
      mouse.giveBack();
    };
  }, [mouse]);
}
