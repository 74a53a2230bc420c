/** Asks the terminal to put a text into the clipboard (OSC 52), over ssh, too. Nothing tells whether it does. */
export function encodeClipboard(text: string): string {
  return `\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`;
}
