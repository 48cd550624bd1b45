import Foundation
import Glibc

/// A process that one of the person's programs runs in: started from an argument vector, never through a shell.
struct OutsideProcess {
    private let program: OutsideProgram
    private let arguments: [String]
    private let environment: [String: String]

    /// A program that goes on by itself and has not failed after so many seconds has done its work, whatever its status
    /// says once a person closes it.
    private static let patience = Duration.seconds(10)

    init(_ program: OutsideProgram, opening what: String, environment: [String: String]) throws(OutsideError) {
        self.program = program
        arguments = program.arguments(opening: what)
        self.environment = environment
        guard !(arguments + [program.path]).contains(where: { $0.utf8.contains(0) }) else {
            throw .unusableArgument(program: program.name)
        }
    }

    static func isExecutable(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    func runInTerminal() throws(OutsideError) {
        let child = try spawn(isDetached: false)
        let status = Self.wait(for: child)
        if let error = error(of: status) { throw error }
    }

    func startDetached(failed: @escaping @Sendable (OutsideError) -> Void) throws(OutsideError) {
        let child = try spawn(isDetached: true)
        let started = ContinuousClock.now
        // A thread of its own, since it may be there for as long as the browser is.
        Thread.detachNewThread { [self] in
            let status = Self.wait(for: child)
            guard started.duration(to: .now) < Self.patience, let error = error(of: status) else { return }
            failed(error)
        }
    }

    private static func wait(for child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status
    }

    private func error(of status: Int32) -> OutsideError? {
        let signal = status & 0x7F
        if signal != 0 { return .killed(program: program.name, signal: signal) }
        let code = status >> 8 & 0xFF
        return code == 0 ? nil : .left(program: program.name, status: code)
    }

    // MARK: Starting

    private func spawn(isDetached: Bool) throws(OutsideError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        Self.connect(&actions, isDetached: isDetached)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        Self.set(&attributes, isDetached: isDetached)
        var child: pid_t = 0
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let code = Self.withStrings([program.name] + arguments) { words in
            Self.withStrings(variables) { posix_spawn(&child, program.path, &actions, &attributes, words, $0) }
        }
        guard code == 0 else { throw .notStarted(program: program.name, code: code) }
        return child
    }

    /// One that goes on by itself has neither the terminal's input nor its screen.
    private static func connect(_ actions: inout posix_spawn_file_actions_t, isDetached: Bool) {
        if isDetached {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        } else if isatty(STDIN_FILENO) == 0, isatty(STDOUT_FILENO) == 1 {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/tty", O_RDWR, 0)
        }
        for descriptor in openDescriptors() { posix_spawn_file_actions_addclose(&actions, descriptor) }
    }

    /// What is open besides the three. All of it is marked to be closed in programs that are started, or ought to be.
    private static func openDescriptors() -> [Int32] {
        guard let listing = opendir("/proc/self/fd") else { return [] }
        defer { closedir(listing) }
        var descriptors: [Int32] = []
        while let entry = readdir(listing) {
            guard let number = Int32(OutsideFile.name(of: entry)), number > STDERR_FILENO else { continue }
            descriptors.append(number)
        }
        return descriptors
    }

    /// Signals as any program expects them; and what goes on by itself has a session of its own, so that neither the keys of
    /// this terminal nor its end reach it.
    private static func set(_ attributes: inout posix_spawnattr_t, isDetached: Bool) {
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let signals = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(isDetached ? signals | setsid : signals))
    }

    /// `POSIX_SPAWN_SETSID` of `spawn.h`.
    private static let setsid: Int32 = 0x80

    private static func withStrings(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32) -> Int32 {
        let copies: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
        defer { copies.forEach { free($0) } }
        return body(copies)
    }
}
