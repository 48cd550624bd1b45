import Articles
import Documents
import Fetching
import Formats
import Glibc
import Text
import Workers

/// The program that stands between hostile files and the reader: it links the parsers in C, and what goes wrong in them
/// ends it alone.
@main
enum WorkerProgram {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.count) {
        case ("--read", 2): exit(OneFile(arguments.last ?? "").read() ? 0 : 1)
        default:
            complain("this program is started by dossier; by itself it takes --read FILE alone")
            exit(2)
        }
    }

    static func complain(_ message: String) {
        let line = Array((Printable.visible("dossier-worker: " + message) + "\n").utf8)
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
