import { expect, test } from 'vitest';
import { cellOf, click, wheelDown } from '../harness/clicks.ts';
import { startLive } from '../harness/pty.ts';

const SERVER = ['--interval', '0.1', '--root', 'test/fixtures/server'];

async function open(size: { columns: number; rows: number }) {
  const live = startLive(SERVER, size);
  await live.waitFor('q quit');
  return live;
}

test('i explains a value, arrows and Tab go to others, a click explains what stands there, and Esc leaves', async () => {
  const live = await open({ columns: 160, rows: 48 });
  live.press('i');
  await live.waitFor(/▸ cpu\.usage ─[\s\S]*means +Share of time/);
  live.press('Right');
  await live.waitFor('▸ mean of cpu.usage ─');
  live.press('Down');
  await live.waitFor((text) => !text.includes('▸ mean of cpu.usage'));
  live.press('Tab');
  await live.waitFor(/▸ mean of memory\.usage ─/);
  // Marked where it stands, too.
  expect(live.text()).toMatch(/2 memory ─.*mean▸ *[\d.]+%◂/);
  live.press(click(...cellOf(live.rows(), 'cached')));
  await live.waitFor(/▸ memory\.cached \+ memory\.buffers ─[\s\S]*sum of +cached/);
  const [x, y] = cellOf(live.rows(), ' PID ');
  live.press(click(x + 3, y + 2));
  await live.waitFor(/▸ process\.all\.pid of \S+ \d+ ─/);
  live.press('Esc');
  await live.waitFor((text) => text.includes('q quit') && !text.includes('process.all.pid'));
  live.press('i');
  await live.waitFor('▸ process.count');
  // What says it is no value, and its border leads back.
  const [left, top] = cellOf(live.rows(), '╭─ ▸ process.count');
  live.press(click(left + 5, top + 1), click(left, top));
  await live.waitFor((text) => text.includes('q quit') && !text.includes('process.count'));
});

test('at 40×12 the value stays in sight, and what does not fit is scrolled by key and wheel', async () => {
  const live = await open({ columns: 40, rows: 12 });
  live.press('i', 'Tab');
  await live.waitFor(/▸ memory\.usage ─+ 1–\d of/);
  expect(live.text()).toMatch(/▸[\d.]+%◂/);
  live.press('PgDn');
  await live.waitFor(/memory\.usage ─+ 5–\d/);
  live.press(wheelDown(10, cellOf(live.rows(), 'memory.usage')[1] + 1));
  await live.waitFor(/memory\.usage ─+ 6–\d/);
  live.press('i');
  await live.waitFor((text) => !text.includes('memory.usage'));
});
