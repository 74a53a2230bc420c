import { describeError, UsageError } from '../errors.ts';
import { createStore, type Store } from '../sampling/store.ts';
import { type ConfigFile, parseConfigFile, placeOfConfig, readConfigFile, readConfigText } from './file.ts';
import type { Option } from './option.ts';
import { type Changes, isSame, type OptionName, optionList } from './option-list.ts';
import { type Resolved, resolveSettings, type Sources, usualOf } from './resolve.ts';

/** What is in force while sysmon runs, and how it changes: by hand and by the file. */
export interface Configuration {
  readonly inForce: Pick<Store<InForce>, 'get' | 'subscribe'>;
  /** What became of the file the last time that it changed. */
  readonly reloads: Pick<Store<Reload | undefined>, 'get' | 'subscribe'>;
  /**
   * Takes effect above flags, environment and file, and goes with the program: at once, or when all is ready that it takes.
   * @throws UsageError where it can't be, or rejects with it.
   */
  change(changes: Changes): void | Promise<void>;
  /** Writes what was changed by hand into the file; one that is gone is made anew. @throws OperationError where it can't be written. */
  save(): Promise<Saved>;
  /** Takes back what was changed by hand and is not in the file so. Rejects as `change` does. @returns what was. */
  revert(): Promise<readonly OptionName[]>;
  /** Reads the file anew, and what it takes from others, such as a theme. A broken one changes nothing. */
  reload(): Promise<void>;
}

export interface InForce extends Resolved {
  /** Where the file is, or would be. */
  readonly path: string;
  /** What was changed by hand and is not in the file so. */
  readonly unsaved: readonly OptionName[];
  /** What is wrong with the file as it is now; the last good one is in force. */
  readonly trouble?: string;
}

export type Reload =
  | { readonly outcome: 'read'; readonly changed: readonly OptionName[] }
  | { readonly outcome: 'broken'; readonly problem: string }
  | { readonly outcome: 'gone'; readonly path: string };

export interface Saved {
  readonly path: string;
  readonly names: readonly OptionName[];
  /** The file was gone, and says again what it said last. */
  readonly remade: boolean;
  /** Of those, what a flag or a variable will beat at the next start: "--theme", "NO_COLOR". */
  readonly beatenBy: readonly string[];
}

/** What of the world outside is needed. */
export interface ConfigurationServices {
  /** Puts a text in a file's place, whole or not at all. */
  write(path: string, text: string): Promise<unknown>;
  /**
   * Gets ready what a configuration asks for, before it is in force; undefined where all is. Rejects where that can't be.
   * @param anew What was ready may be another by now.
   */
  check?(next: Resolved, anew?: boolean): Promise<void> | undefined;
}

/** Reads the file, and resolves. @throws UsageError as `readConfigFile` and `resolveSettings` do. */
export async function openConfiguration(
  sources: Pick<Sources, 'flags' | 'environment'>,
  services: ConfigurationServices,
): Promise<Configuration> {
  const configuration = createConfiguration({ ...sources, file: await readConfigFile(sources.flags.config) }, services);
  await services.check?.(configuration.inForce.get());
  return configuration;
}

/** @throws UsageError as `resolveSettings` does. */
export function createConfiguration(
  { file: first, ...sources }: Sources,
  { write, check }: ConfigurationServices,
): Configuration {
  const path = first?.path ?? placeOfConfig(sources.flags.config);
  let file = first;
  let changes: Changes = {};
  const inForce = createStore<InForce>(derive(file, changes, false));
  const reloads = createStore<Reload | undefined>(undefined);
  const inTurn = createQueue();
  /** Changes that are getting ready: however long that takes, those asked for after them come after them. */
  let earlier: Promise<void> | undefined;

  return {
    inForce,
    reloads,
    change(asked) {
      const wanted = withPanels(asked);
      if (inForce.get().values.readonly && Object.hasOwn(wanted, 'readonly') && !wanted.readonly) {
        throw new UsageError('readonly: it stays on for as long as sysmon runs; start it again without');
      }
      const ready = check?.(draft(file, { ...changes, ...wanted }).next);
      const putInForce = () => take(file, { ...changes, ...wanted }, inForce.get().trouble);
      if (!ready && !earlier) return putInForce();
      const done = Promise.all([ready, earlier]).then(putInForce);
      const settled = done
        .catch(() => {})
        .then(() => {
          if (earlier === settled) earlier = undefined;
        });
      earlier = settled;
      return done;
    },
    save: () => inTurn(save),
    revert: () => inTurn(revert),
    reload: () => inTurn(reload),
  };

  async function save(): Promise<Saved> {
    const { unsaved: names } = inForce.get();
    const { editFile } = await import('./edit-file.ts');
    const wanted = Object.fromEntries(names.map((name) => [name, changes[name]]));
    const edited = await editFile(path, wanted, file?.text);
    const remade = edited.before === undefined && file !== undefined;
    if (remade || edited.text !== (edited.before ?? '')) await write(path, edited.text);
    take(edited.file, changes);
    const { origins } = resolveSettings({ ...sources, file });
    const beatenBy = names.flatMap((name) => {
      const origin = origins[name];
      return origin.from === 'flag' || origin.from === 'environment' ? origin.name : [];
    });
    return { path, names, remade, beatenBy };
  }

  async function revert(): Promise<readonly OptionName[]> {
    const { values: before, unsaved } = inForce.get();
    // What locks stays locked.
    const lost = unsaved.filter((name) => name !== 'readonly' || !before.readonly);
    const kept = () => Object.fromEntries(Object.entries(changes).filter(([name]) => !lost.includes(name as OptionName)));
    await check?.(draft(file, kept()).next);
    // What was changed meanwhile stays.
    take(file, kept(), inForce.get().trouble);
    return lost;
  }

  async function reload(): Promise<void> {
    const { values: before, trouble } = inForce.get();
    try {
      const text = await readConfigText(path, false);
      const gone = text === undefined && file ? `${path} is gone` : undefined;
      // What is in force takes from others, too, such as a theme: they may be others by now even where the file is gone.
      const read = text === undefined ? file : await parseConfigFile(path, text);
      await check?.(draft(read, changes).next, true);
      take(read, changes, gone);
      if (gone !== undefined) {
        if (gone !== trouble) reloads.set({ outcome: 'gone', path });
        return;
      }
    } catch (error) {
      const problem = describeError(error);
      if (problem !== trouble) leave({ outcome: 'broken', problem }, problem);
      return;
    }
    const { values } = inForce.get();
    const changed = optionList.flatMap(([name]) => (isSame(name, before[name], values[name]) ? [] : name));
    if (changed.length > 0 || trouble !== undefined) reloads.set({ outcome: 'read', changed });
  }

  /** All stays as it is. */
  function leave(outcome: Reload, trouble: string) {
    inForce.set({ ...inForce.get(), trouble });
    reloads.set(outcome);
  }

  function usual(option: Option<unknown>): unknown {
    return usualOf(option, sources.environment).value;
  }

  /** Puts it in force, or throws and changes nothing. */
  function take(nextFile: ConfigFile | undefined, wanted: Changes, trouble?: string) {
    const { real, next } = draft(nextFile, wanted);
    file = nextFile;
    changes = real;
    inForce.set({ ...next, ...(trouble !== undefined && { trouble }) });
  }

  /** What would be in force, and by which changes: one to what would be in force anyway is none. */
  function draft(nextFile: ConfigFile | undefined, wanted: Changes) {
    const { values } = resolveSettings({ ...sources, file: nextFile });
    const real = Object.fromEntries(
      optionList.flatMap(([name, option]) => {
        if (!Object.hasOwn(wanted, name) || isSame(name, wanted[name] ?? usual(option), values[name])) return [];
        return [[name, wanted[name]]];
      }),
    );
    return { real, next: derive(nextFile, real, inForce.get().values.readonly) };
  }

  /** @param locked Whether it was readonly before, which nothing ends. */
  function derive(from: ConfigFile | undefined, by: Changes, locked: boolean): InForce {
    const open = resolveSettings({ ...sources, file: from, changes: by });
    const resolved =
      locked && !open.values.readonly ? resolveSettings({ ...sources, file: from, changes: { ...by, readonly: true } }) : open;
    const unsaved = optionList.flatMap(([name, option]) => {
      if (!Object.hasOwn(by, name)) return [];
      return isSame(name, by[name] ?? usual(option), from?.values[name] ?? usual(option)) ? [] : name;
    });
    return { ...resolved, path, unsaved };
  }
}

/** A layout that is chosen brings its own panels. */
function withPanels(wanted: Changes): Changes {
  return Object.hasOwn(wanted, 'preset') ? { panels: undefined, ...wanted } : wanted;
}

/** Does one thing after the other. */
function createQueue(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const done = last.then(act);
    last = done.catch(() => {});
    return done;
  };
}
