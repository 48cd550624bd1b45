import Glibc

/// Where file systems are mounted, as Linux tells it in `/proc/self/mountinfo` (proc(5)).
enum MountTable {
    /// The kinds that other machines write to as well, on which memory is not shared between readers of one file.
    private static let networkKinds: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "9p", "drvfs", "glusterfs", "lustre",
        "fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.ceph-fuse", "fuse.s3fs", "fuse.davfs", "fuse.gcsfuse",
    ]

    /// Whether `path`, absolute and without links, lies on a network file system. False where that cannot be told.
    static func isOnNetwork(_ path: String) -> Bool {
        guard let table = contents(of: "/proc/self/mountinfo") else { return false }
        return kind(of: path, in: table).map(networkKinds.contains) ?? false
    }

    /// The kind of the file system with the longest mount point that `path` lies under; of two alike, the later.
    static func kind(of path: String, in table: String) -> String? {
        var best: (length: Int, kind: String)?
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else { continue }
            let point = unescaped(fields[4])
            guard path == point || point == "/" || path.hasPrefix(point + "/") else { continue }
            if point.utf8.count >= best?.length ?? 0 { best = (point.utf8.count, String(fields[dash + 1])) }
        }
        return best?.kind
    }

    /// Blanks, tabs, line ends and backslashes are written as three octal digits after a backslash.
    private static func unescaped(_ field: Substring) -> String {
        guard field.utf8.contains(UInt8(ascii: "\\")) else { return String(field) }
        let bytes = Array(field.utf8)
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let digits = bytes[index...].dropFirst().prefix(3)
            if bytes[index] == UInt8(ascii: "\\"), digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) }) {
                plain.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }))
                index += 4
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// Files of `/proc` have no size: read until the end, at most 1 MiB.
    private static func contents(of path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var contents: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while contents.count < 1 << 20 {
            let count = Glibc.read(file, &buffer, buffer.count)
            guard count > 0 else { break }
            contents.append(contentsOf: buffer[..<count])
        }
        return String(decoding: contents, as: UTF8.self)
    }
}
