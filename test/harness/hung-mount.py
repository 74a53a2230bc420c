#!/usr/bin/env python3
"""Mounts a FUSE filesystem whose server has hung: it takes every question and answers none. Needs root.

usage: hung-mount.py MOUNT_POINT

Prints "mounted" and stays until its standard input ends, so that it can't outlive who started it. Then the mount is taken away
and whoever waits for an answer gets ENOTCONN. Waiting for it is uninterruptible: not even SIGKILL ends a process that does.
"""

import ctypes
import os
import struct
import sys
import threading

MNT_DETACH = 2
FUSE_INIT = 26

libc = ctypes.CDLL(None, use_errno=True)


def check(result: int, what: str) -> None:
    if result != 0:
        raise OSError(ctypes.get_errno(), what)


def serve(device: int) -> None:
    """Agrees on the protocol, as the kernel asks nothing before that, and says no more."""
    while True:
        try:
            question = os.read(device, 1 << 17)
        except OSError:
            return
        _, operation, unique = struct.unpack_from("IIQ", question)
        if operation == FUSE_INIT:
            version = struct.pack("IIIIHHIIHHI28x", 7, 31, 65536, 0, 12, 9, 65536, 1, 32, 0, 0)
            os.write(device, struct.pack("IiQ", 16 + len(version), 0, unique) + version)


def main() -> None:
    mount_point = sys.argv[1].encode()
    device = os.open("/dev/fuse", os.O_RDWR)
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0".encode()
    check(libc.mount(b"dead:/export", mount_point, b"fuse.sshfs", 0, options), "mount")
    threading.Thread(target=serve, args=[device], daemon=True).start()
    print("mounted", flush=True)
    try:
        sys.stdin.read()
    finally:
        libc.umount2(mount_point, MNT_DETACH)
        # The device's last descriptor goes with this process, and with it the connection.
        os._exit(0)


main()
