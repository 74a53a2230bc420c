/** Labels of one chip that tell the temperature of a whole processor; the first group that the chip has counts. */
const LABELS: Readonly<Record<string, readonly RegExp[]>> = {
  coretemp: [/^Package id \d+$/, /^Physical id \d+$/],
  // Tctl, what the fans are driven by, is Tdie plus an offset on some models.
  k10temp: [/^Tdie$/, /^Tctl$/, /^temp1$/],
  zenpower: [/^Tdie$/, /^Tctl$/],
};

/** Chips, and types of thermal zones, of a processor as a whole: "cpu_thermal", "cpu-thermal", "soc_thermal", "x86_pkg_temp". */
const PROCESSOR = /^(cpu|cpu0|cpuss0?|soc|bcm2835)[-_]thermal$|^x86_pkg_temp$|^via_cputemp$/;

/** Which of a chip's labels tell the temperature of a whole processor. */
export function findProcessors(chip: string, labels: readonly string[]): ReadonlySet<string> {
  if (isProcessor(chip)) return new Set(labels);
  for (const pattern of LABELS[chip] ?? []) {
    const found = labels.filter((label) => pattern.test(label));
    if (found.length > 0) return new Set(found);
  }
  return new Set();
}

/** Whether a chip or a thermal zone's type means a processor as a whole. */
export function isProcessor(type: string): boolean {
  return PROCESSOR.test(type);
}

/** "Core 4" → 4: the physical core's number within its package, as in /sys/devices/system/cpu/cpuN/topology/core_id. */
export function coreOf(label: string): number | undefined {
  const number = /^Core (\d+)$/.exec(label)?.[1];
  return number === undefined ? undefined : Number(number);
}
