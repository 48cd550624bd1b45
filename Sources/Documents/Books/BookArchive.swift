import CArchive
import Glibc

/// A zip archive in memory; the one place that calls libarchive. Nothing is ever written to a disk: an entry's name is a
/// name and no path. Archives that are cut off are read as far as they go.
struct BookArchive {
    /// What came of unpacking.
    struct Contents {
        var entries: [String: [UInt8]] = [:]
        /// The names of all files, in their order, as far as they may be looked at.
        var names: [String] = []
        /// Whether some entry was left out: too large, too many, damaged, or under a key.
        var isCut = false
        var isEncrypted = false
    }

    private static let pieceSize = 64 << 10
    /// `AE_IFREG`, a macro that Swift does not see.
    private static let regularFile: mode_t = 0o100000

    let bytes: [UInt8]
    let limits: BookLimits

    /// The entries whose names `isWanted` wants. One walk through the archive; memory as much as is wanted, and no more
    /// than the limits allow.
    func contents(_ isWanted: (String) -> Bool) -> Contents {
        bytes.withUnsafeBytes { source in
            guard let archive = archive_read_new() else { return Contents(isCut: true) }
            defer { archive_read_free(archive) }
            archive_read_support_format_zip(archive)
            guard archive_read_open_memory(archive, source.baseAddress, source.count) == ARCHIVE_OK else {
                return Contents(isCut: true)
            }
            return walk(archive, isWanted)
        }
    }

    private func walk(_ archive: OpaquePointer, _ isWanted: (String) -> Bool) -> Contents {
        var contents = Contents()
        var left = limits.totalSize
        var count = 0
        while true {
            var entry: OpaquePointer?
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { break }
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry, count < limits.entries else {
                contents.isCut = true
                break
            }
            count += 1
            guard let name = name(of: entry) else { continue }
            contents.names.append(name)
            guard contents.entries[name] == nil, isWanted(name) else { continue }
            if archive_entry_is_data_encrypted(entry) != 0 {
                contents.isEncrypted = true
                continue
            }
            if let data = data(archive, size: Int(clamping: archive_entry_size(entry)), limit: min(limits.entrySize, left)) {
                left -= data.count
                contents.entries[name] = data
            } else {
                contents.isCut = true
            }
        }
        return contents
    }

    /// The name of a regular file, made plain. Nothing where it leads out of the archive.
    private func name(of entry: OpaquePointer) -> String? {
        guard archive_entry_filetype(entry) == Self.regularFile else { return nil }
        guard let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else { return nil }
        let text = String(decoding: UnsafeRawBufferPointer(start: name, count: strnlen(name, limits.nameSize)), as: UTF8.self)
        return text.utf8.count < limits.nameSize ? BookPath.plain(text) : nil
    }

    /// The data of the entry that was met last, which says that it has `size` bytes; nothing where they are damaged or
    /// more than `limit` bytes.
    private func data(_ archive: OpaquePointer, size: Int, limit: Int) -> [UInt8]? {
        guard size <= limit else { return nil }
        var data: [UInt8] = []
        data.reserveCapacity(max(0, size))
        var piece = [UInt8](repeating: 0, count: Self.pieceSize)
        while true {
            let count = piece.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            if count == 0 { return data }
            guard count > 0, data.count + count <= limit else { return nil }
            data.append(contentsOf: piece[..<count])
        }
    }
}
