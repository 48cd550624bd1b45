import Glibc

/// The person's own colour schemes: `$XDG_CONFIG_HOME/dossier/themes/*.yaml`, each called as its file is.
public struct ThemeFolder: Hashable, Sendable {
    public let path: String

    /// The most files that are looked at.
    private static let mostFiles = 500

    public init(environment: [String: String]) {
        let home = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? (environment["HOME"] ?? "") + "/.config"
        path = home + "/dossier/themes"
    }

    /// Those that can be read, by name; a built-in one of the same name stays what it is.
    public func choices() -> [ThemeChoice] {
        names().compactMap { name in
            guard BuiltInTheme(rawValue: name) == nil, let palette = try? palette(named: name) else { return nil }
            return ThemeChoice(name: name, palette: palette, note: palette.variant.rawValue + ", yours")
        }
    }

    /// The names of the files, sorted.
    public func names() -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while names.count < Self.mostFiles, let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
            }
            if !name.hasPrefix("."), name.hasSuffix(".yaml") { names.append(String(name.dropLast(5))) }
        }
        return names.sorted()
    }

    /// The scheme of this name. Nothing where there is no such file; throws ``ThemeError`` where it is none that can be read.
    public func palette(named name: String) throws(ThemeError) -> Palette? {
        guard !name.contains("/"), !name.isEmpty, let bytes = Self.bytes(of: path + "/" + name + ".yaml") else { return nil }
        return try Palette(yaml: bytes, file: name + ".yaml")
    }

    /// At most one byte more than a scheme may have; nothing where the file cannot be read, or is none.
    static func bytes(of path: String) -> [UInt8]? {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var bytes = [UInt8](repeating: 0, count: Palette.sizeLimit + 1)
        var count = 0
        while count < bytes.count {
            let room = bytes.count - count
            let got = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress?.advanced(by: count), room) }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { break }
            count += got
        }
        return Array(bytes.prefix(count))
    }
}
