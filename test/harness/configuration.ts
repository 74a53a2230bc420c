import { type Configuration, createConfiguration } from '../../src/config/configuration.ts';
import type { Settings } from '../../src/config/settings.ts';

/** A configuration without a file, in which these settings are in force, but for those that are changed. */
export function configurationWith(settings: Settings): Configuration {
  const configuration = createConfiguration({ flags: {}, environment: {}, home: '/home/ada' }, { write: async () => {} });
  const first = configuration.inForce.get();
  const write = (value: unknown) => JSON.stringify(value);
  const get = () => {
    const now = configuration.inForce.get();
    const changed = Object.entries(now.settings).filter(
      ([name, value]) => write(value) !== write(first.settings[name as keyof Settings]),
    );
    return { ...now, settings: { ...settings, ...Object.fromEntries(changed) } };
  };
  return { ...configuration, inForce: { ...configuration.inForce, get } };
}
