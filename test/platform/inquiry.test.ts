import { expect, test } from 'vitest';
import { createInquiry } from '../../src/platform/inquiry.ts';
import { createFakeClock } from '../harness/fake-clock.ts';

/** Something that answers when it is told to. */
function createOracle() {
  const pending: { resolve(value: string): void; reject(error: unknown): void }[] = [];
  let asked = 0;
  return {
    ask: () => {
      asked += 1;
      return new Promise<string>((resolve, reject) => pending.push({ resolve, reject }));
    },
    answer: (value: string) => pending.shift()?.resolve(value),
    refuse: (error: unknown) => pending.shift()?.reject(error),
    asked: () => asked,
  };
}

test('an answer within the limit is given at once', async () => {
  const clock = createFakeClock();
  const oracle = createOracle();
  const inquire = createInquiry(clock, { limit: 0.3 }, oracle.ask);
  const answer = inquire();
  oracle.answer('yes');
  expect(await answer).toEqual({ state: 'answered', value: 'yes' });
});

test('what does not answer is waited for once, is never asked twice at a time, and is believed when it answers at last', async () => {
  const clock = createFakeClock();
  const oracle = createOracle();
  const inquire = createInquiry(clock, { limit: 0.3 }, oracle.ask);
  const first = inquire();
  await clock.advance(0.3);
  expect(await first).toEqual({ state: 'silent', for: expect.closeTo(0.3) });
  await clock.advance(5);
  expect(await inquire()).toEqual({ state: 'silent', for: expect.closeTo(5.3) });
  expect(oracle.asked()).toBe(1);
  oracle.answer('late');
  await clock.advance(5);
  const next = inquire();
  oracle.answer('now');
  expect(await next).toEqual({ state: 'answered', value: 'now' });
  expect(oracle.asked()).toBe(2);
});

test('a question that was given up counts as silence since it was first put, and is put again without waiting', async () => {
  const clock = createFakeClock();
  const oracle = createOracle();
  const inquire = createInquiry(clock, { limit: 0.3 }, oracle.ask);
  const first = inquire();
  await clock.advance(0.3);
  await first;
  oracle.refuse(Object.assign(new Error('given up'), { code: 'ETIMEDOUT' }));
  await clock.advance(9.7);
  expect(await inquire()).toEqual({ state: 'silent', for: expect.closeTo(10) });
  expect(oracle.asked()).toBe(2);
});

test('an error is an answer', async () => {
  const oracle = createOracle();
  const inquire = createInquiry(createFakeClock(), { limit: 0.3 }, oracle.ask);
  const answer = inquire();
  const error = new Error('EACCES: permission denied');
  oracle.refuse(error);
  expect(await answer).toEqual({ state: 'refused', error });
});

test('an answer stands for the pace that is asked for', async () => {
  const clock = createFakeClock();
  const oracle = createOracle();
  const inquire = createInquiry(clock, { limit: 0.3, pace: 15 }, oracle.ask);
  const first = inquire();
  oracle.answer('one');
  await first;
  await clock.advance(14);
  expect(await inquire()).toEqual({ state: 'answered', value: 'one' });
  await clock.advance(2);
  const second = inquire();
  oracle.answer('two');
  expect(await second).toEqual({ state: 'answered', value: 'two' });
});
