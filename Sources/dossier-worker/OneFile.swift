import Articles
import Documents
import Formats
import Glibc
import Text

/// Reads one file in this process, without limits on memory and time, and prints its articles as `dossier read --json`
/// does: for measuring.
struct OneFile {
    private let path: String

    init(_ path: String) { self.path = path }

    /// Whether all of it could be read.
    func read() -> Bool {
        do {
            let limits = FormatLimits()
            guard let file = source(limit: limits.fileSize + 1) else { return false }
            var isWhole = true
            for result in try Documents.readings(in: file, limits: limits) {
                switch result {
                case .success(let reading):
                    for note in reading.notes { WorkerProgram.complain(note.description) }
                    print(reading.article.jsonWithHTML.text)
                case .failure(let error):
                    WorkerProgram.complain(error.message)
                    isWhole = false
                }
            }
            return isWhole
        } catch {
            WorkerProgram.complain("\(error)")
            return false
        }
    }

    /// The file; nothing, and a sentence, where it cannot be opened.
    var source: SourceFile? { source(limit: FormatLimits().fileSize + 1) }

    private func source(limit: Int) -> SourceFile? {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            WorkerProgram.complain("\(path): \(String(cString: strerror(errno)))")
            return nil
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while bytes.count < limit {
            let count = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count <= 0 { break }
            bytes.append(contentsOf: piece[..<count])
        }
        return SourceFile(name: path, bytes: bytes, modified: nil)
    }
}
