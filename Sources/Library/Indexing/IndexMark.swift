import Glibc

/// A file beside the segments that names the library whose articles they hold.
struct IndexMark {
    private static let name = "library"
    private static let longest = 128

    let path: String

    init(folder: String) { path = folder + "/" + Self.name }

    /// Nothing where there is none.
    func read() -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: Self.longest)
        let count = Glibc.read(file, &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }

    /// Writes it anew. A failure leaves the next process to compare by the number of articles.
    func write(_ identity: String) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { return }
        _ = Array(identity.utf8).withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        close(file)
    }
}
