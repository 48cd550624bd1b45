import Glibc

/// A process that reads files, as the program sees it. Belongs to one thread at a time; the pool passes it on under its lock.
final class WorkerProcess: @unchecked Sendable {
    let number: pid_t
    let pipe: Pipe
    private let program: String
    private(set) var hasGreeted = false
    /// When it was last of use.
    var idleSince = 0.0

    private init(_ number: pid_t, _ pipe: Pipe, _ program: String) {
        self.number = number
        self.pipe = pipe
        self.program = program
    }

    // MARK: Starting

    /// Starts a worker, which then ends with the calling thread. It has one end of a socket as its standard input, and
    /// nothing else of ours: no environment to speak of, no terminal's signals, and other descriptors it closes itself.
    static func start(_ options: WorkerOptions) throws(WorkersError) -> WorkerProcess {
        let program = try options.program()
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw WorkersError(program: program, reason: .system(errno))
        }
        let pipe = Pipe(ends[0])
        defer { close(ends[1]) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        var number: pid_t = 0
        let result = spawn(program, arguments(options), options.role.environment, input: ends[1], &number)
        guard result == 0 else { throw WorkersError(program: program, reason: .system(result)) }
        return WorkerProcess(number, pipe, program)
    }

    private static func arguments(_ options: WorkerOptions) -> [String] {
        ["dossier-worker", options.role.option, "\(getpid())", "\(options.memory)"] + (options.isTesting ? ["--testing"] : [])
    }

    private static func spawn(
        _ program: String, _ arguments: [String], _ variables: [String], input: Int32, _ number: inout pid_t
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        return CStrings.with(arguments) { arguments in
            CStrings.with(["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC"] + variables) { environment in
                posix_spawn(&number, program, &actions, &attributes, arguments, environment)
            }
        }
    }

    /// Waits for its greeting, where it is new.
    func greet(until deadline: Deadline) throws(WorkersError) {
        guard !hasGreeted else { return }
        guard let frame = try? pipe.receive(until: deadline) else { throw WorkersError(program: program, reason: .silent) }
        guard frame.greetedVersion == Frame.version else { throw WorkersError(program: program, reason: .otherVersion) }
        hasGreeted = true
    }

    // MARK: Ending

    /// Ends it, with all that it has started. Safe from any thread as long as it was not ``reap(kills:)``ed.
    static func kill(_ number: pid_t) { _ = Glibc.kill(-number, SIGKILL) }

    /// Sees to it that nothing is left of it, nor of what it has started, and tells how it ended. Without `kills` it is
    /// given a moment to end by itself, so that its own reason is to be seen.
    func reap(kills: Bool) -> Ending {
        if !kills { waitForEnd() }
        // The number is not given to another before it is waited for.
        Self.kill(number)
        var status: Int32 = 0
        while waitpid(number, &status, 0) < 0, errno == EINTR {}
        return Ending(status: status)
    }

    private func waitForEnd() {
        for _ in 0..<Self.patience {
            var information = siginfo_t()
            let result = waitid(P_PID, id_t(number), &information, WEXITED | WNOWAIT | WNOHANG)
            if result == 0, information.si_signo != 0 { return }
            if result < 0, errno != EINTR { return }
            usleep(1_000)
        }
    }

    /// Milliseconds.
    private static let patience = 500
}

/// How a worker came to its end, by the status that the system keeps of it.
enum Ending: Hashable {
    /// Its limit of memory, by its own word.
    case memory
    /// The limit of processor time.
    case time
    case other

    /// What a worker leaves with where memory is at an end.
    static let memoryStatus: Int32 = 71

    init(status: Int32) {
        let signal = status & 0x7F
        self =
            signal == SIGXCPU ? .time : signal == 0 && (status >> 8) & 0xFF == Self.memoryStatus ? .memory : .other
    }
}

/// Arrays of C strings.
enum CStrings {
    static func with<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers)
    }
}
