import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import { printable } from '../../units/cells.ts';
import { formatTemperature } from '../../units/format.ts';
import type { Level, Topic, TopicsOf } from './topic.ts';
import { capital, sayDuration, sayShare } from './words.ts';

type Sensor = ValueOf<'sensors'>['temperatures'][number];
type Battery = ValueOf<'battery'>[number];

/** What has limits of its own: sensors by their maker's, batteries by what is left. */
export const limitTopics: TopicsOf = ({ sample }, told, { temperatureUnit }) => {
  const sensors = known(sample.sensors)?.temperatures;
  const batteries = known(sample.battery) ?? [];
  return [
    ...(sensors ? [temperatureTopic(sensors, levelIn(told.get(TEMPERATURE)?.level), temperatureUnit)] : []),
    ...batteries.map((one) => batteryTopic(one, levelIn(told.get(batteryKey(one))?.level))),
  ];
};

const NAMES = ['well', 'warning', 'critical'] as const;

function levelIn(name: string | undefined): Level {
  return name === 'critical' ? 2 : name === 'warning' ? 1 : 0;
}

const TEMPERATURE = 'temperature';
/** Degrees below its limit at which a sensor is well again. */
const COOLER = 3;

/** All sensors are one thing: what heats one of them heats its neighbours. */
function temperatureTopic(sensors: readonly Sensor[], told: Level, unit: 'celsius' | 'fahrenheit' | undefined): Topic {
  const levels = sensors.map((sensor) => ({ sensor, level: levelOf(sensor, told) }));
  const level = levels.reduce<Level>((worst, one) => (one.level > worst ? one.level : worst), 0);
  const hottest = levels
    .filter((one) => one.level === level)
    .sort((a, b) => b.sensor.temperature - a.sensor.temperature)[0]?.sensor;
  return {
    key: TEMPERATURE,
    facts: { level: NAMES[level] },
    level,
    tell(before) {
      if (level === 0 || hottest === undefined) return before === undefined ? '' : 'Temperatures are below their limits again.';
      const limit = level === 2 ? hottest.critical : (hottest.high ?? hottest.critical);
      const over = limit === undefined ? '' : `, its limit ${formatTemperature(limit, unit)}`;
      return printable(`${capital(NAMES[level])}: ${hottest.name} ${formatTemperature(hottest.temperature, unit)}${over}.`);
    },
  };
}

function levelOf({ temperature, high, critical }: Sensor, told: Level): Level {
  const reaches = (limit: number | undefined, level: Level) =>
    limit !== undefined && limit > 0 && temperature >= limit - (told >= level ? COOLER : 0);
  return reaches(critical, 2) ? 2 : reaches(high, 1) ? 1 : 0;
}

/** Charges at which a battery that is not charging is a warning, and critical; it is well again a little above. */
const LOW = [0.3, 0.1] as const;
const FULLER = 0.02;

function batteryKey({ name }: Battery): string {
  return `battery ${name}`;
}

function batteryTopic(battery: Battery, told: Level): Topic {
  const { charge, state } = battery;
  const isBelow = (limit: number, level: Level) => charge !== undefined && charge <= limit + (told >= level ? FULLER : 0);
  const level: Level = state === 'charging' || state === 'full' ? 0 : isBelow(LOW[1], 2) ? 2 : isBelow(LOW[0], 1) ? 1 : 0;
  return {
    key: batteryKey(battery),
    facts: { level: NAMES[level], ...(state !== undefined && { state }) },
    level,
    tell(before) {
      if (before === undefined && level === 0) return '';
      return printable(`${level > 0 ? `${capital(NAMES[level])}: battery` : 'Battery'} ${sayBattery(battery)}.`);
    },
  };
}

/** "BAT0 80%, discharging, 2 hours 10 minutes left". */
export function sayBattery({ name, charge, state, remaining }: Battery): string {
  const facts = [
    charge === undefined ? name : `${name} ${sayShare(charge)}`,
    ...(state === undefined ? [] : [state]),
    ...(remaining === undefined ? [] : [`${sayDuration(remaining)} ${state === 'charging' ? 'until full' : 'left'}`]),
  ];
  return facts.join(', ');
}
