import Foundation
import Glibc

/// A folder that is there for one test.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array((NSTemporaryDirectory() + "/dossier-sync-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw POSIXError(.EIO) }
        path = String(cString: made)
    }

    deinit {
        chmod(path, 0o700)
        try? FileManager.default.removeItem(atPath: path)
    }

    func full(_ name: String) -> String { path + "/" + name }

    func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

    func write(_ name: String, _ data: Data) throws {
        let url = URL(fileURLWithPath: full(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: full(name)) }

    func move(_ from: String, _ to: String) throws {
        try FileManager.default.createDirectory(
            atPath: (full(to) as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        guard rename(full(from), full(to)) == 0 else { throw POSIXError(.EIO) }
    }

    func link(_ name: String, to target: String) throws {
        guard symlink(target, full(name)) == 0 else { throw POSIXError(.EIO) }
    }
}

/// The text of an article with a title.
func text(_ title: String) -> String { "Title: \(title)\n\nThe text of \(title) is a paragraph.\n" }
