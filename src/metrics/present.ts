/** `T` without the keys whose value is undefined: an unknown value is absent. */
export type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same record without its undefined values. */
export function present<T extends object>(record: T): Present<T> {
  for (const key in record) if (record[key] === undefined) return known(record);
  return record as Present<T>;
}

function known<T extends object>(record: T): Present<T> {
  const known: Partial<T> = {};
  for (const key in record) if (record[key] !== undefined) known[key] = record[key];
  return known as unknown as Present<T>;
}
