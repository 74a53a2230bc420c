import { describe, expect, it } from 'vitest';
import { type BatteryReading, battery } from '../../src/metrics/battery/battery.ts';
import { readBattery } from '../../src/metrics/battery/linux.ts';
import { parseBatteries, readPortableBattery, type ToldBattery } from '../../src/metrics/battery/portable.ts';
import { createDoor } from '../../src/platform/door.ts';
import { createFakeClock } from '../harness/fake-clock.ts';
import { type Tree, writeTree } from '../harness/tree.ts';

/** Properties of one supply, a file each. */
function supply(name: string, properties: Readonly<Record<string, string>>): Tree {
  return Object.fromEntries(
    Object.entries(properties).map(([file, text]) => [`/sys/class/power_supply/${name}/${file}`, `${text}\n`]),
  );
}

function read(files: Tree) {
  return readBattery.open({ door: createDoor(writeTree(files)), clock: createFakeClock(), local: false })();
}

const BAT0 = {
  type: 'Battery',
  present: '1',
  status: 'Discharging',
  capacity: '87',
  power_now: '8500000',
  energy_now: '43500000',
  energy_full: '50000000',
  energy_full_design: '57000000',
};

describe('the Linux reader', () => {
  it('reads energy and power in watt-hours and watts', () => {
    expect(read(supply('BAT0', BAT0))).toEqual({
      state: 'ok',
      value: [{ name: 'BAT0', charge: 0.87, state: 'discharging', power: 8.5, energy: 43.5, energyFull: 50, energyDesign: 57 }],
    });
  });

  it('takes a battery that counts charge at its voltage, and flow for power whatever its sign', () => {
    const charge = {
      type: 'Battery',
      status: 'Charging',
      capacity: '50',
      voltage_now: '12000000',
      current_now: '-1500000',
      charge_now: '2000000',
      charge_full: '4000000',
      charge_full_design: '5000000',
    };
    expect(read(supply('BAT1', charge))).toEqual({
      state: 'ok',
      value: [{ name: 'BAT1', charge: 0.5, state: 'charging', power: 18, energy: 24, energyFull: 48, energyDesign: 60 }],
    });
  });

  it('computes the charge where the gauge does not tell it, and holds it at full where the gauge tells more', () => {
    const { capacity: _, ...silent } = BAT0;
    expect(read(supply('BAT0', silent))).toMatchObject({ value: [{ charge: 0.87 }] });
    expect(read(supply('BAT0', { ...BAT0, capacity: '104' }))).toMatchObject({ value: [{ charge: 1 }] });
  });

  it('leaves absent what a battery does not tell or refuses', () => {
    const outcome = read({
      ...supply('BAT0', { type: 'Battery', status: 'Not charging' }),
      '/sys/class/power_supply/BAT0/power_now': { link: '/proc' },
    });
    expect(outcome).toEqual({ state: 'ok', value: [{ name: 'BAT0', state: 'not charging' }] });
  });

  it('lists several, each by name', () => {
    expect(read({ ...supply('BAT1', BAT0), ...supply('BAT0', BAT0) })).toMatchObject({
      value: [{ name: 'BAT0' }, { name: 'BAT1' }],
    });
  });

  it.each([
    ['the mains', 'AC', { type: 'Mains', online: '1' }],
    ["a mouse's", 'hidpp_battery_0', { ...BAT0, scope: 'Device' }],
    ['an empty slot', 'BAT1', { ...BAT0, present: '0' }],
  ])('takes %s for no battery', (_, name, properties) => {
    expect(read(supply(name, properties))).toEqual({ state: 'unavailable', reason: 'no battery' });
  });

  it('finds no battery where the kernel knows no power supply, which is nothing to remedy', () => {
    expect(read({})).toEqual({ state: 'unavailable', reason: 'no battery' });
  });
});

describe('what follows', () => {
  const full: BatteryReading = { name: 'BAT0', state: 'discharging', power: 10, energy: 40, energyFull: 50, energyDesign: 62.5 };
  const derive = (changes: Partial<BatteryReading>) => battery.derive([{ ...full, ...changes }], undefined, 0)[0];

  it('is the time until empty, and the health', () => {
    expect(derive({})).toEqual({ name: 'BAT0', state: 'discharging', power: 10, energy: 40, health: 0.8, remaining: 4 * 3600 });
  });

  it('is the time until full while it charges', () => {
    expect(derive({ state: 'charging' })?.remaining).toBe(3600);
  });

  it('is no time where nothing flows or it rests', () => {
    expect(derive({ power: 0 })).not.toHaveProperty('remaining');
    expect(derive({ state: 'full' })).not.toHaveProperty('remaining');
  });
});

describe('the portable reader', () => {
  const told: ToldBattery = {
    hasBattery: true,
    isCharging: false,
    acConnected: false,
    percent: 87,
    capacityUnit: 'mWh',
    currentCapacity: 43500,
    maxCapacity: 50000,
    designedCapacity: 57000,
  };

  it('agrees with the Linux reader on the machine at hand whether there is a battery', async () => {
    const system = { door: createDoor(), clock: createFakeClock(), local: true };
    const outcomes = [await readPortableBattery.open(system)(), await readBattery.open(system)()];
    expect(new Set(outcomes.map(({ state }) => state)).size).toBe(1);
  });

  it('gives the same shape, in watt-hours', () => {
    expect(parseBatteries(told)).toEqual([
      { name: 'BAT0', charge: 0.87, state: 'discharging', energy: 43.5, energyFull: 50, energyDesign: 57 },
    ]);
  });

  it('leaves out capacities that are unknown or of another unit', () => {
    const unknown = { ...told, percent: null, currentCapacity: null, maxCapacity: 0, designedCapacity: 0 };
    expect(parseBatteries(unknown)).toEqual([{ name: 'BAT0', state: 'discharging' }]);
    expect(parseBatteries({ ...told, capacityUnit: 'mAh' })).toEqual([{ name: 'BAT0', charge: 0.87, state: 'discharging' }]);
  });

  it.each([
    ['charging', { isCharging: true, acConnected: true }],
    ['full', { acConnected: true, percent: 100 }],
    ['not charging', { acConnected: true, percent: 80 }],
  ])('says %s as Linux would', (state, changes) => {
    expect(parseBatteries({ ...told, ...changes })).toMatchObject([{ state }]);
  });

  it('lists the batteries beside the first', () => {
    expect(parseBatteries({ ...told, additionalBatteries: [told] }).map(({ name }) => name)).toEqual(['BAT0', 'BAT1']);
    expect(parseBatteries({ ...told, hasBattery: false })).toEqual([]);
  });
});
