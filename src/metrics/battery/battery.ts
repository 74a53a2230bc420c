import { metric } from '../metric.ts';
import * as shape from '../shape.ts';

const supply = '/sys/class/power_supply';

/** As it is read, so it is shown: nothing is derived but what is left of the charge. */
export interface BatteryReading {
  readonly name: string;
  readonly charge?: number;
  readonly state?: string;
  readonly power?: number;
  readonly energy?: number;
  readonly energyFull?: number;
  readonly energyDesign?: number;
}

export const battery = metric({
  title: 'Battery',
  document: ['batteries'],
  shape: shape.list('name', 'One battery', {
    name: shape.text("The kernel's name", { from: supply }),
    charge: shape.optional(shape.ratio('Charge', { from: `${supply}/NAME/capacity` })),
    state: shape.optional(shape.text('charging, discharging, full, not charging or unknown', { from: `${supply}/NAME/status` })),
    power: shape.optional(
      shape.watts('Power it gives or takes', { from: `${supply}/NAME/power_now`, formula: 'or current × voltage' }),
    ),
    energy: shape.optional(
      shape.wattHours('Energy it holds', { from: `${supply}/NAME/energy_now`, formula: 'or charge × voltage' }),
    ),
    health: shape.optional(
      shape.ratio('What it holds when full, of what it held when new', {
        from: `${supply}/NAME/energy_full and energy_full_design`,
        formula: 'full / design',
      }),
    ),
    remaining: shape.optional(
      shape.seconds('Time until empty, or until full while charging, at the present power', {
        from: supply,
        formula: 'energy / power, or (full − energy) / power',
      }),
    ),
  }),
  derive: (now: readonly BatteryReading[]) =>
    now.map(({ energyFull, energyDesign, ...facts }) => {
      const { state, power, energy } = facts;
      const missing = state === 'charging' && energyFull !== undefined && energy !== undefined ? energyFull - energy : undefined;
      const left = state === 'discharging' ? energy : missing;
      return {
        ...facts,
        ...(energyFull !== undefined && energyDesign !== undefined && energyDesign > 0 && { health: energyFull / energyDesign }),
        ...(left !== undefined && power !== undefined && power > 0 && { remaining: (left / power) * 3600 }),
      };
    }),
});
