// What V8 made of our code, from one start to the next, in the user's folder for what can be made again. No start depends on it.
// Node from 22.8 on has module.enableCompileCache(); this does it for Node 20, and for fewer and larger files.
const { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync } = require('node:fs');
const { renameSync, rmSync, writeFileSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { cachedDataVersionTag } = require('node:v8');

/** How many bytes behind the code tell of it. */
const TRAILER = 4;

/**
 * @param build Tells this build of sysmon from all others: hexadecimal digits.
 * @param name Of one of its files.
 * @returns The code that was kept of it by this engine with these flags, and how many modules had run; undefined where there is none.
 */
exports.readCode = (build, name) => {
  let file;
  try {
    file = openSync(path.join(ownFolder(), build, fileName(name)), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    if (!isOwn(fstatSync(file))) return undefined;
    const kept = readFileSync(file);
    const end = kept.length - TRAILER;
    return { code: kept.subarray(0, end), ran: kept.readUInt32LE(end) };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
};

/** Keeps it, and nothing of other builds any longer; where that can't be, nothing happens. */
exports.writeCode = (build, name, { code, ran }) => {
  try {
    const folder = ownFolder(true);
    for (const other of readdirSync(folder)) {
      if (other !== build && /^[0-9a-f]+$/.test(other)) rmSync(path.join(folder, other), { recursive: true, force: true });
    }
    makeFolder(path.join(folder, build));
    const trailer = Buffer.alloc(TRAILER);
    trailer.writeUInt32LE(ran);
    const place = path.join(folder, build, fileName(name));
    const draft = `${place}.${process.pid}`;
    writeFileSync(draft, Buffer.concat([code, trailer]), { mode: 0o600, flag: 'wx' });
    renameSync(draft, place);
  } catch {}
};

/** The tag stands for V8's version, its flags and the processor. */
function fileName(name) {
  return `${name}-${process.arch}-${cachedDataVersionTag().toString(36)}.code`;
}

/**
 * Code from it is run, so nobody else may write to it; nor is a folder made in the home of somebody else, as under sudo.
 * @throws where there is no such folder.
 */
function ownFolder(make = false) {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) throw new Error('switched off');
  const shared = cacheFolder();
  const folder = path.join(shared, 'sysmon');
  if (make) {
    const nearest = [folder, shared, path.dirname(shared)].map(statusOf).find(Boolean);
    if (!isOwn(nearest)) throw new Error('not ours');
    for (const each of [shared, folder]) makeFolder(each);
  }
  const status = statusOf(folder);
  if (!status?.isDirectory() || !isOwn(status)) throw new Error('not ours');
  return folder;
}

function cacheFolder() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (os.platform() === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  if (os.platform() === 'darwin') return path.join(os.homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : path.join(os.homedir(), '.cache');
}

/** One level only: where it can't be, as below /proc, mkdir with all that is above it never returns on Node 20. */
function makeFolder(place) {
  if (!statusOf(place)) mkdirSync(place, { mode: 0o700 });
}

function statusOf(place) {
  return lstatSync(place, { throwIfNoEntry: false });
}

/** Where there are no owners, the folder is the user's by where it is. */
function isOwn(status) {
  return process.getuid === undefined || (status?.uid === process.getuid() && (status.mode & 0o022) === 0);
}
