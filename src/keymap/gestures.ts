/** What the mouse does. Help and docs/keys.md follow from this list; `ui/hit-test.ts` carries it out. */
export const gestures: readonly { readonly gesture: string; readonly help: string }[] = [
  { gesture: 'click', help: 'On a panel: focus it; on the key in its border: hide it' },
  { gesture: 'click', help: 'On the head of a column: sort by it; again: reverse' },
  { gesture: 'click', help: 'On a process: select it; on the selected one: open its detail' },
  { gesture: 'click', help: 'On a key in the last line: as if it were pressed' },
  { gesture: 'click', help: 'On an alert: list them all' },
  { gesture: 'click', help: 'On the border of what covers the panels: go back' },
  { gesture: 'wheel', help: 'Scroll what is under the pointer; the selection stays on its process' },
  { gesture: 'Shift+drag', help: 'Select text, as the terminal does; with some it is Option or Fn' },
  { gesture: '--no-mouse', help: 'Leaves all of it to the terminal' },
];
