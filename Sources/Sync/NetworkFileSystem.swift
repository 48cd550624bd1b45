import Glibc

/// File systems on which other machines write, of which inotify tells nothing.
enum NetworkFileSystem {
    private static let types: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "ncpfs", "virtiofs",
    ]

    /// Whether `path` is on one, by the kernel's list of mounts (proc(5), mountinfo).
    static func holds(_ path: String) -> Bool {
        guard let status = try? FileSystem.status(of: path, in: AT_FDCWD, followsLinks: true), let mounts = mounts()
        else { return false }
        let device = "\(major(status.device)):\(minor(status.device))"
        return mounts.split(separator: "\n").contains { line in
            let fields = line.split(separator: " ")
            guard fields.count > 4, fields[2] == device, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
            else { return false }
            return isNetwork(String(fields[dash + 1]))
        }
    }

    static func isNetwork(_ type: String) -> Bool { types.contains(type) || type.hasPrefix("fuse.") }

    private static func mounts() -> String? {
        guard let descriptor = try? FileSystem.openFile("/proc/self/mountinfo", in: AT_FDCWD) else { return nil }
        defer { close(descriptor) }
        guard let bytes = try? FileSystem.bytes(from: descriptor, expected: 1 << 16, limit: 4 << 20) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The parts of a device number, as gnu_dev_major and gnu_dev_minor take it apart.
    private static func major(_ device: UInt64) -> UInt64 { (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFF) }

    private static func minor(_ device: UInt64) -> UInt64 { (device & 0xFF) | (device >> 12 & ~0xFF) }
}
