/** `T` without the keys whose value is undefined: an unknown value is absent. */
export type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same record without its undefined values. */
export function present<T extends object>(record: T): Present<T> {
  for (const key in record) {
    if (record[key] === undefined)
      return Object.fromEntries(Object.entries(record).filter(([, v]) => v !== undefined)) as Present<T>;
  }
  return record as Present<T>;
}
