/** What the mouse does. Help and docs/keys.md follow from this list; `ui/hit-test.ts` carries it out. */
export const gestures: readonly Gesture[] = [
  { gesture: 'click', help: 'On a panel: focus it; on the key in its border: hide it', same: ['focus-next', 'panel-cpu'] },
  {
    gesture: 'click',
    help: 'On the head of a column: sort by it; again: reverse',
    same: ['sort-next', 'sort-previous', 'reverse'],
  },
  { gesture: 'click', help: 'On a process: select it; on the selected one: open its detail', same: ['down', 'up', 'open'] },
  { gesture: 'click', help: 'On a key in the last line, or what a dialog says there: as if it were pressed', same: [] },
  { gesture: 'click', help: 'On an alert: list them all', same: ['alerts'] },
  { gesture: 'click', help: 'On a value, while one is explained: explain that one', same: ['explain', 'right', 'left'] },
  {
    gesture: 'click',
    help: 'In a dialog: choose; on what is chosen: change it; beside it: leave. A signal it neither sends nor leaves',
    same: ['settings', 'columns', 'signal'],
  },
  { gesture: 'click', help: 'On the border of what covers the panels: go back', same: ['back'] },
  {
    gesture: 'wheel',
    help: 'Scroll what is under the pointer; the selection stays on its process',
    same: ['page-down', 'page-up', 'down', 'up'],
  },
  { gesture: 'Shift+drag', help: 'Select text, as the terminal does; with some it is Option or Fn', same: [] },
  { gesture: '--no-mouse', help: 'Leaves all of it to the terminal', same: [] },
];

export interface Gesture {
  readonly gesture: string;
  readonly help: string;
  /** The bindings whose keys do the same. */
  readonly same: readonly string[];
}
