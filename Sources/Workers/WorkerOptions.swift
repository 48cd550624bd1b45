import Glibc

/// How files are read in processes of their own.
public struct WorkerOptions: Sendable {
    /// Where the program may be, the first that is there is taken.
    public var programs: [String]
    /// Processes at once; as many as there are processors where it is nothing.
    public var count: Int?
    /// Seconds that a file may take, as long as its first article is not there. Each article adds some for the next.
    public var seconds = 10.0
    public var secondsPerArticle = 0.02
    /// Seconds until a process must have greeted.
    public var startSeconds = 10.0
    /// Seconds after which a process that nobody needed is ended.
    public var idleSeconds = 30.0
    /// Bytes of data that a process may have.
    public var memory = 200_000_000
    /// Seconds from any beginning, never going back.
    public var clock: @Sendable () -> Double
    package var role = WorkerRole.reading
    /// Has the processes do what hostile files might: for tests.
    package var isTesting = false

    /// `environment` may name the program, in `DOSSIER_WORKER`.
    public init(environment: [String: String] = [:], clock: @escaping @Sendable () -> Double = WorkerOptions.steadyClock) {
        self.clock = clock
        if let named = environment["DOSSIER_WORKER"], !named.isEmpty {
            programs = [named]
        } else {
            programs = Self.installedPlaces
        }
    }

    /// Beside this program, and where `make install` puts it.
    private static var installedPlaces: [String] {
        guard let resolved = realpath("/proc/self/exe", nil) else { return [] }
        defer { free(resolved) }
        let path = String(cString: resolved)
        let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? "."
        let above = folder.lastIndex(of: "/").map { folder[..<$0] } ?? ".."
        return ["\(folder)/dossier-worker", "\(above)/libexec/dossier/dossier-worker"]
    }

    /// The system's own, which no change of the date disturbs.
    public static let steadyClock: @Sendable () -> Double = {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    var most: Int { max(1, count ?? sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// The program that is to be started.
    func program() throws(WorkersError) -> String {
        guard let program = programs.first(where: { access($0, X_OK) == 0 }) else {
            throw WorkersError(program: programs.first ?? "dossier-worker", reason: .missing(programs))
        }
        return program
    }
}

/// What a process is started for.
package enum WorkerRole: Hashable, Sendable {
    case reading
    /// Speaks to the network, with these variables in its environment.
    case fetching(environment: [String])

    var option: String {
        switch self {
        case .reading: "--serve"
        case .fetching: "--fetch"
        }
    }

    var environment: [String] {
        switch self {
        case .reading: []
        case .fetching(let environment): environment
        }
    }
}
