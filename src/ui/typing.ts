/** A line of text after a key: what is typed is added, Backspace and Ctrl+U take away; other keys do nothing. */
export function editText(text: string, key: string): string {
  switch (key) {
    case 'backspace':
      return [...text].slice(0, -1).join('');
    case 'ctrl+u':
      return '';
    case 'space':
      return `${text} `;
    default:
      return [...key].length === 1 ? text + key : text;
  }
}
