import Formats
import Glibc
import Library
import Workers

/// Where a feed is, as a person or a list gives it.
public enum FeedSource {
    /// An address of http or https, as typed: with `feed:` in place of, or before, its scheme, or with none where it looks like
    /// a host. Nothing where it is none.
    public static func address(_ text: String) -> String? {
        var text = text.split(whereSeparator: \.isWhitespace).joined()
        if text.lowercased().hasPrefix("feed:") {
            text.removeFirst(5)
            if text.hasPrefix("//") { text = "http:" + text }
        }
        if !text.contains("://") {
            let host = text.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
            guard !text.hasPrefix("/"), !text.hasPrefix("."), host.contains("."), !host.hasSuffix(".") else { return nil }
            text = "https://" + text
        }
        guard let location = WebLocation(text), location.scheme == "http" || location.scheme == "https" else { return nil }
        return location.text(showsCredentials: true)
    }

    /// The path that an address of `file:` has, on this machine.
    public static func path(_ address: String) -> String? {
        guard address.lowercased().hasPrefix("file:") else { return nil }
        var rest = address.dropFirst(5)
        if rest.hasPrefix("//localhost/") { rest = rest.dropFirst(11) }
        if rest.hasPrefix("///") { rest = rest.dropFirst(2) }
        guard rest.hasPrefix("/"), !rest.hasPrefix("//") else { return nil }
        return WebLocation.decoded(rest)
    }

    /// The address of the file at `path`, which is absolute.
    public static func address(ofFile path: String) -> String {
        var text = "file://"
        for byte in path.utf8 {
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            if isPlain || "/-._~".utf8.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return text
    }

    /// Whether a file or folder is at `path`.
    static func isFile(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// `path` from the root on.
    static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        guard let folder = getcwd(nil, 0) else { return path }
        defer { free(folder) }
        return String(cString: folder) + "/" + path
    }

    /// What is in the file at `path`: a plain file, of `limit` bytes at most.
    static func read(_ path: String, limit: Int = FormatLimits().fileSize) throws(FeedsError) -> SourceFile {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw .file(path, errno: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .file(path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .file(path, errno: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw .file(path, errno: errno)
            }
            if count == 0 { break }
            guard bytes.count + count <= limit else { throw .fileTooLarge(path, limit: limit) }
            bytes.append(contentsOf: piece[..<count])
        }
        return SourceFile(name: path, bytes: bytes, modified: Int64(status.st_mtim.tv_sec))
    }
}

extension Feed {
    /// What it is called: by the user, by itself, or by its address, in which no credentials are shown.
    public var name: String { title ?? state.feedTitle ?? shownURL }

    /// Its address without credentials.
    public var shownURL: String { WebLocation.withoutCredentials(url) }
}
