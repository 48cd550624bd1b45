import Glibc

/// A file for a program outside, in a folder that nobody else can look into.
struct OutsideFile {
    /// What a person is given back at most, in bytes.
    static let limit = 1 << 20

    let path: String
    private let folder: String

    /// - Parameters:
    ///   - name: of the file, which is ours and never a document's.
    ///   - environment: says where files that are soon gone belong.
    init(_ text: String, name: String, environment: [String: String]) throws(OutsideError) {
        let base = ["XDG_RUNTIME_DIR", "TMPDIR"].lazy.compactMap { environment[$0] }.first { $0.hasPrefix("/") && access($0, W_OK) == 0 }
        var template = Array("\(base ?? "/tmp")/dossier-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .file(path: base ?? "/tmp", code: errno) }
        folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        path = "\(folder)/\(name)"
        do throws(OutsideError) {
            try write(Array(text.utf8))
        } catch {
            remove()
            throw error
        }
    }

    private func write(_ bytes: [UInt8]) throws(OutsideError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .file(path: path, code: errno) }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .file(path: path, code: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// What stands in it now; bytes that are no UTF-8 become replacement characters.
    func read() throws(OutsideError) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .file(path: path, code: errno) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(file, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .file(path: path, code: errno) }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += piece[..<count]
            guard bytes.count <= Self.limit else { throw .tooLong(path: path, limit: Self.limit) }
        }
    }

    /// Removes it, with what an editor left beside it.
    func remove() {
        if let listing = opendir(folder) {
            while let entry = readdir(listing) {
                let name = Self.name(of: entry)
                if name != ".", name != ".." { unlink("\(folder)/\(name)") }
            }
            closedir(listing)
        }
        rmdir(folder)
    }

    static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
    }
}
