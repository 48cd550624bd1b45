import Foundation
import Glibc

/// A folder that is there for one test: gone, with all that is in it, with its last user.
public final class TemporaryFolder: Sendable {
    public let path: String

    public init() throws {
        let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
        var template = Array((base + "/dossier-test-XXXXXX").utf8CString)
        let isMade = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
        }
        guard isMade else { throw POSIXError(.EIO) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        chmod(path, 0o700)
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of what is called `name` in it.
    public func full(_ name: String) -> String { path + "/" + name }

    /// What is in it, sorted.
    public var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    /// Writes a file; makes the folders above it.
    public func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

    public func write(_ name: String, _ data: Data) throws {
        let url = URL(fileURLWithPath: full(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    public func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: full(name)) }

    /// Moves a file; makes the folders above its new place.
    public func move(_ from: String, _ to: String) throws {
        try FileManager.default.createDirectory(
            atPath: (full(to) as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        guard rename(full(from), full(to)) == 0 else { throw POSIXError(.EIO) }
    }

    /// Makes a symbolic link.
    public func link(_ name: String, to target: String) throws {
        guard symlink(target, full(name)) == 0 else { throw POSIXError(.EIO) }
    }
}
