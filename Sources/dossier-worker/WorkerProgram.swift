import Articles
import CConfine
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
        case ("--measure-pages", 2...): exit(PageTimes(arguments.dropFirst()).measure() ? 0 : 1)
        case ("--serve", 3...): serve(Array(arguments))
        case ("--fetch", 3...): fetch(Array(arguments))
        default:
            complain("this program is started by dossier; by itself it takes --read FILE, or --measure-pages FILE…")
            exit(2)
        }
    }

    /// `--serve PARENT MEMORY`: reads what comes over the socket that is standard input, for the process PARENT, in MEMORY
    /// bytes.
    private static func serve(_ arguments: [String]) {
        guard let parent = pid_t(arguments[1]), let memory = Int(arguments[2]), memory > 0, confine_die_with(parent) else {
            exit(2)
        }
        confine_descriptors()
        confine_note_crashes(memory)
        // What a kernel does not offer is no reason to read nothing: the parent watches time and size too.
        _ = confine_limits(memory)
        _ = confine_calls(false)
        let isTesting = arguments.dropFirst(3).first == "--testing"
        let service = WorkerService(descriptor: STDIN_FILENO, prepare: { confine_time(UInt32(clamping: $0)) }) { size in
            // What large files leave behind is given back; where that does not help, another process takes over.
            if size > 1 << 20 { confine_trim() }
            return confine_data() < memory / 2
        }
        service.run(inspect: Inspection.inspect) { (file, format, limits) throws(FormatError) -> Readings in
            if isTesting, let readings = TestFile(file, format).readings { return readings }
            return try Documents.readings(in: file, format: format, limits: limits)
        }
    }

    /// `--fetch PARENT MEMORY`: fetches what is asked for over the socket that is standard input. It speaks to the network, and
    /// takes nothing apart of what it brings.
    private static func fetch(_ arguments: [String]) {
        guard let parent = pid_t(arguments[1]), let memory = Int(arguments[2]), memory > 0, confine_die_with(parent) else {
            exit(2)
        }
        confine_descriptors()
        _ = confine_limits(memory)
        _ = confine_calls(true)
        signal(SIGPIPE, SIG_IGN)
        let names = FetchEnvironment.names
        let variables = names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
        let client = HTTPClient(environment: Dictionary(variables) { $1 })
        FetchService(descriptor: STDIN_FILENO).run { (request) throws(FetchError) -> FetchAnswer in
            try client.fetch(request)
        }
    }

    static func complain(_ message: String) {
        let line = Array((Printable.visible("dossier-worker: " + message) + "\n").utf8)
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
