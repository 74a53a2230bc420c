import type { Moment } from '../sampling/sample.ts';
import type { Alert, Rule, Severity } from './alert.ts';
import { type Firing, MINIMUM, type Observation, OK, type Resolved, type State, step, worse } from './machine.ts';

/** All rules over one value (one metric, one direction, one item): what people see as one thing that is wrong. */
export interface Incident {
  readonly item?: string;
  /** The mildest first. */
  readonly tracks: readonly Track[];
  /** Present while any of them fires. */
  readonly open?: Open;
}

interface Track<S = State> {
  readonly rule: Rule;
  readonly state: S;
}

interface Open {
  readonly rule: Rule;
  readonly since: Moment;
  readonly severity: Severity;
  readonly peak: number;
}

/** An incident one step on, and the alert that fires, or has just ended. */
export interface Progress {
  readonly incident: Incident;
  readonly firing?: Alert;
  readonly resolved?: Alert;
}

export function newIncident(rules: readonly Rule[], item: string | undefined): Incident {
  const severity = (rule: Rule) => (rule.severity === 'critical' ? 1 : 0);
  const strictness = ({ comparison, threshold }: Rule) => (comparison === '>' ? threshold : -threshold);
  const mildestFirst = rules.toSorted((a, b) => severity(a) - severity(b) || strictness(a) - strictness(b));
  return { ...(item !== undefined && { item }), tracks: mildestFirst.map((rule) => ({ rule, state: OK })) };
}

/** The same incident under other rules: each goes on from where the one was whose place it took. */
export function adopt({ open, tracks, item }: Incident, rules: readonly Rule[]): Incident {
  const fresh = newIncident(rules, item);
  const left = tracks.filter(({ rule }) => rules.every(({ text }) => text !== rule.text));
  const next = fresh.tracks.map(({ rule, state: begin }) => {
    const same = tracks.find((track) => track.rule.text === rule.text);
    if (same) return { before: same.rule, rule, state: same.state };
    const other = left.find((track) => track.rule.severity === rule.severity && track.rule.item === rule.item);
    return { before: other?.rule, rule, state: other ? withoutHold(other.state) : begin };
  });
  const successor = open && next.find(({ before }) => before?.text === open.rule.text)?.rule;
  return {
    ...fresh,
    tracks: next.map(({ rule, state }) => ({ rule, state })),
    ...(open && { open: { ...open, rule: successor ?? open.rule } }),
  };
}

/** A time that another threshold has held counts for nothing. */
function withoutHold(state: State): State {
  return state.phase === 'pending' ? { phase: 'ok', restUntil: state.restUntil } : state;
}

/** Nothing to remember: as good as new. */
export function isOver({ tracks }: Incident): boolean {
  return tracks.every(({ state }) => state === OK);
}

/**
 * Pure. An alert has the start of the rule that held first and the severity of the worst that fires;
 * once all have resolved, none fires again before MINIMUM has passed.
 */
export function advance({ item, tracks, open: before }: Incident, observed: Observation, now: Moment): Progress {
  const named = item === undefined ? {} : { item };
  const next = tracks.map(({ rule, state }) => ({ rule, state: step(rule, state, observed, now) }));
  const firing = next.filter((track): track is Track<Firing> => track.state.phase === 'firing');
  const resolved = next.filter((track): track is Track<Resolved> => track.state.phase === 'resolved');
  const oldest = earliest(firing);
  if (oldest !== undefined) {
    const open = widen(before, oldest, firing);
    return {
      incident: { ...named, tracks: next, open },
      firing: { ...named, ...describeFiring(open, firing, oldest.state, now) },
    };
  }
  if (before === undefined) return { incident: { ...named, tracks: next } };
  const { rule, since, severity, peak } = before;
  // Where nothing was resolved and yet nothing fires, its rule has been withdrawn.
  const ceased = resolved.length > 0 ? Math.max(...resolved.map(({ state }) => state.ceased.monotonic)) : now.monotonic;
  const value = resolved.at(-1)?.state.value ?? (typeof observed === 'number' ? observed : peak);
  const resting = { phase: 'ok', restUntil: now.monotonic + MINIMUM } as const;
  return {
    incident: { ...named, tracks: next.map((track) => ({ rule: track.rule, state: resting })) },
    resolved: { ...named, rule, severity, since: since.time, ended: now.time, length: ceased - since.monotonic, value, peak },
  };
}

function describeFiring(open: Open, firing: readonly Track<Firing>[], { value }: Firing, now: Moment): Omit<Alert, 'item'> {
  const { rule, since, peak } = open;
  const heldUntil = Math.max(...firing.map(({ state }) => (state.well ?? now).monotonic));
  return { rule, severity: worst(firing), since: since.time, length: heldUntil - since.monotonic, value, peak };
}

/** An alert's start never moves forward, and its worst never back. */
function widen(before: Open | undefined, oldest: Track<Firing>, firing: readonly Track<Firing>[]): Open {
  const earlier = before !== undefined && before.since.monotonic <= oldest.state.since.monotonic;
  const { rule, since } = earlier ? before : { rule: oldest.rule, since: oldest.state.since };
  const peak = firing.reduce((peak, { state }) => worse(rule, peak, state.peak), before?.peak ?? oldest.state.peak);
  return { rule, since, severity: before?.severity === 'critical' ? 'critical' : worst(firing), peak };
}

function worst(firing: readonly Track<Firing>[]): Severity {
  return firing.some(({ rule }) => rule.severity === 'critical') ? 'critical' : 'warning';
}

/** Of those that began together, the mildest. */
function earliest(firing: readonly Track<Firing>[]): Track<Firing> | undefined {
  const [first, ...others] = firing;
  return first && others.reduce((a, b) => (b.state.since.monotonic < a.state.since.monotonic ? b : a), first);
}
