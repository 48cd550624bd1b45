import Glibc

/// What the writer of a library has confirmed, for the other processes: a file that only grows.
struct ConfirmedLog {
    /// What is noted of an article.
    enum Note: Character {
        case added = "+"
        /// It is about to go: from here on it may be found, or not.
        case going = "?"
        /// It is gone, and every search that begins from here on knows.
        case gone = "-"
        /// The writer has ended.
        case end = "."
    }

    private(set) var added: Set<Int> = []
    private(set) var going: Set<Int> = []
    private(set) var gone: Set<Int> = []
    private(set) var hasEnded = false
    private let path: String

    init(_ folder: String) { path = folder + "/.confirmed" }

    func note(_ note: Note, _ number: Int = 0) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        let bytes = Array("\(note.rawValue)\(number)\n".utf8)
        _ = write(descriptor, bytes, bytes.count)
        close(descriptor)
    }

    /// What was noted by now.
    func read() -> ConfirmedLog {
        var log = self
        guard let file = fopen(path, "re") else { return log }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 64)
        while fgets(&line, 64, file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard let note = text.first.flatMap({ Note(rawValue: $0) }), let number = Int(text.dropFirst()) else { continue }
            switch note {
            case .added: log.added.insert(number)
            case .going: log.going.insert(number)
            case .gone: log.gone.insert(number)
            case .end: log.hasEnded = true
            }
        }
        return log
    }
}
