/** Types without files of anybody's: windows into the kernel, and into a desktop's services. df shows none of them, or empty. */
const PSEUDO = new Set(
  `autofs binder binfmt_misc bpf cgroup cgroup2 configfs cpuset debugfs devpts efivarfs functionfs fusectl hugetlbfs mqueue nfsd nsfs
  pipefs proc pstore resctrl rpc_pipefs securityfs selinuxfs smackfs sockfs sysfs tracefs xenfs
  fuse.gvfsd-fuse fuse.kio-fuse fuse.lxcfs fuse.portal fuse.vmware-vmblock`.split(/\s+/),
);

/** Types that live in memory, in an image that is full by nature, or over other filesystems. */
const HIDDEN = new Set(
  `devtmpfs ramfs rootfs tmpfs
  cramfs erofs iso9660 romfs squashfs fuse.snapfuse fuse.squashfuse fuse.squashfuse_ll
  aufs ecryptfs overlay overlayfs unionfs fuse.fuse-overlayfs`.split(/\s+/),
);

const REMOTE =
  /^(9p|acfs|afs|beegfs|ceph|cifs|coda|davfs|fuse(blk|\..*)?|gfs2|glusterfs|gpfs|lustre|ncpfs?|nfs\d?|ocfs2|orangefs|prl_fs|pvfs2|smb\d?|smbfs|vboxsf|virtiofs|vmhgfs|webdav)$/;

export function isPseudo(type: string): boolean {
  return PSEUDO.has(type);
}

/** Not shown unless asked for. AppImages are mounted under their own names. */
export function isImageOrLayer(type: string): boolean {
  return HIDDEN.has(type) || type.endsWith('.AppImage');
}

/** Whether a server or another program answers for it, which may be dead. */
export function isRemote(type: string): boolean {
  return REMOTE.test(type);
}
