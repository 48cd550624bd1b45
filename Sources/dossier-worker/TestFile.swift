import Articles
import Formats
import Glibc

/// A file of the tests, which has the worker do what a hostile file might. Understood only where the tests ask for it.
struct TestFile {
    private let file: SourceFile
    private let format: FileFormat
    private let words: [String]

    init(_ file: SourceFile, _ format: FileFormat) {
        self.file = file
        self.format = format
        words = String(decoding: file.bytes.prefix(200), as: UTF8.self).split { " \n<>!-".contains($0) }.map(String.init)
    }

    /// Nothing where the file is none of the tests: `<!-- test ACTION NUMBER -->`, where articles come before the action.
    var readings: Readings? {
        guard words.first == "test", words.count >= 3, let count = Int(words[2]) else { return nil }
        var place = 0
        return Readings { [file, words, format] in
            place += 1
            if place <= count {
                let text = words.count > 3 ? String(repeating: "word ", count: Int(words[3]) ?? 1) + "\(place)" : "Text \(place)."
                return .success(Reading(article: Article(title: "\(file.name) \(place)", blocks: [Block(.paragraph, text)])))
            }
            return Self.act(words[1], file, format)
        }
    }

    private static func act(_ action: String, _ file: SourceFile, _ format: FileFormat) -> Readings.Element? {
        switch action {
        case "hang": while true { sleep(1) }
        case "spin": while true {}
        case "crash": raise(SIGSEGV)
        case "leave": exit(0)
        case "kill": kill(getpid(), SIGKILL)
        case "grow":
            var pieces: [[UInt8]] = []
            while true { pieces.append([UInt8](repeating: 1, count: 1 << 20)) }
        case "huge": _ = [UInt8](repeating: 1, count: 4 << 30)
        case "overflow": _ = deep(0)
        case "garbage":
            let bytes = [UInt8](repeating: 0xA5, count: 1 << 16)
            while write(STDIN_FILENO, bytes, bytes.count) > 0 {}
        case "socket": return socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0 ? .failure(FormatError(file: file.name, reason: .blank)) : nil
        case "write": return open("/tmp/dossier-\(getpid())/x", O_CREAT | O_WRONLY, 0o600) >= 0 || mkdir("/tmp/dossier-\(getpid())", 0o700) == 0 ? .failure(FormatError(file: file.name, reason: .blank)) : nil
        case "descriptors": return (3..<64).contains { fcntl($0, F_GETFD) >= 0 && $0 > 3 } ? .failure(FormatError(file: file.name, reason: .blank)) : nil
        default: break
        }
        return nil
    }

    private static func deep(_ level: Int) -> Int { level < 0 ? 0 : deep(level + 1) + deep(level - 1_000_000_000) }
}
