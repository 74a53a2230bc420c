#!/usr/bin/env python3
"""Mounts a FUSE filesystem that never answers at MOUNT_POINT, as a dead server would look. Needs root.

Prints "mounted" and stays until its standard input ends, so that it can't outlive who started it; then the mount is
taken away, and whoever waits for an answer gets ENOTCONN.
"""

import ctypes
import os
import sys

MNT_DETACH = 2

libc = ctypes.CDLL(None, use_errno=True)


def check(result: int, what: str) -> None:
    if result != 0:
        raise OSError(ctypes.get_errno(), what)


mount_point = sys.argv[1].encode()
device = os.open("/dev/fuse", os.O_RDWR)
options = f"fd={device},rootmode=40000,user_id=0,group_id=0".encode()
check(libc.mount(b"dead:/export", mount_point, b"fuse.sshfs", 0, options), "mount")
try:
    print("mounted", flush=True)
    sys.stdin.read()
finally:
    check(libc.umount2(mount_point, MNT_DETACH), "umount2")
    # The last descriptor of the device takes the connection with it, and every pending question fails.
    os.close(device)
