import CVterm
import Glibc

/// Starts a program whose controlling terminal is a given one.
struct Launch {
    let program: String
    let arguments: [String]
    let environment: [String: String]
    let directory: String?
    /// The path of the terminal.
    let terminal: String

    /// - Returns: the process, and a descriptor whose other end the program holds.
    func run() throws(PseudoTerminalError) -> (process: pid_t, lifeline: Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw PseudoTerminalError(call: "pipe2", code: errno) }
        defer { close(ends[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        addActions(&actions, lifeline: ends[1])
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        setAttributes(&attributes)
        var process: pid_t = 0
        let code = withArguments { posix_spawn(&process, program, &actions, &attributes, $0, $1) }
        guard code == 0 else {
            close(ends[0])
            throw PseudoTerminalError(call: "posix_spawn", code: code)
        }
        return (process, ends[0])
    }

    /// The session is new when the terminal is opened, which so becomes its controlling one.
    private func addActions(_ actions: inout posix_spawn_file_actions_t, lifeline: Int32) {
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        posix_spawn_file_actions_adddup2(&actions, lifeline, 3)
        if let directory { posix_spawn_file_actions_addchdir_np(&actions, directory) }
    }

    /// A new session, and signals as at first: test runners block and ignore some.
    private func setAttributes(_ attributes: inout posix_spawnattr_t) {
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, spawn_flags())
    }

    private typealias Strings = UnsafePointer<UnsafeMutablePointer<CChar>?>

    private func withArguments(_ body: (Strings, Strings) -> Int32) -> Int32 {
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let pairs = variables.map { strdup($0) } + [nil]
        defer { for string in words + pairs { free(string) } }
        return words.withUnsafeBufferPointer { words in
            pairs.withUnsafeBufferPointer { pairs in
                guard let words = words.baseAddress, let pairs = pairs.baseAddress else { return EINVAL }
                return body(words, pairs)
            }
        }
    }
}
