export interface SensorPlace {
  /** What the driver calls itself: "coretemp", "nvme". */
  readonly chip: string;
  /** What the driver calls the sensor; its channel where it says nothing. */
  readonly label: string;
  /** The device behind the chip: "nvme0", "coretemp.1". */
  readonly device: string;
  /** "temp1", "fan2". */
  readonly channel: string;
}

/**
 * A unique name for each sensor: "coretemp Package id 0", and where several would be called the same, all of them with their
 * device: "nvme Composite (nvme0)". Names hold from boot to boot, which the numbers of the hwmon folders don't.
 */
export function nameSensors(places: readonly SensorPlace[]): string[] {
  const plain = places.map(({ chip, label }) => `${chip} ${label}`);
  const withDevice = lengthen(plain, places, ({ chip, label, device }) => `${chip} ${label} (${device})`);
  return lengthen(withDevice, places, ({ chip, label, device, channel }) => `${chip} ${label} (${device} ${channel})`);
}

/** Gives a longer name to all that share one. */
function lengthen(names: readonly string[], places: readonly SensorPlace[], longer: (place: SensorPlace) => string): string[] {
  const uses = new Map<string, number>();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  return names.map((name, i) => {
    const place = places[i];
    return place && uses.get(name) !== 1 ? longer(place) : name;
  });
}
