import Formats
import Glibc

/// Starts workers, keeps those that have nothing to do, and ends them.
///
/// The kernel ends a worker with the thread that started it, so all are started by one thread that lives as long as they
/// may.
final class WorkerKeeper: Sendable {
    struct State {
        var idle: [WorkerProcess] = []
        /// Those at work, by their process numbers.
        var busy: Set<pid_t> = []
        var starting = 0
        /// Threads that wait for one.
        var waiting = 0
        /// Starts that failed one after the other.
        var failures = 0
        var hasWorked = false
        var problem: WorkersError?
        var isEnded = false
        var isInterrupted = false
        var thread: CrewThread?

        var living: Int { idle.count + busy.count + starting }
    }

    /// After so many failed starts no more are tried, where workers could be started before.
    private static let attempts = 3

    private let options: WorkerOptions
    private let state = Monitor(State())

    init(_ options: WorkerOptions) { self.options = options }

    // MARK: For who reads

    /// A worker that has greeted, as soon as there is one.
    func take() throws(ReadingFailure) -> WorkerProcess {
        while true {
            let process = try next()
            if process.hasGreeted {
                if !process.pipe.isSpoiled { return process }
                // It ended while it had nothing to do, which no file is to blame for.
                _ = discard(process, kills: true)
                continue
            }
            do throws(WorkersError) {
                try process.greet(until: Deadline(seconds: options.startSeconds, clock: options.clock))
                state.update {
                    $0.hasWorked = true
                    $0.failures = 0
                }
                return process
            } catch {
                _ = discard(process, kills: true)
                state.update { Self.note(error, &$0) }
            }
        }
    }

    private func next() throws(ReadingFailure) -> WorkerProcess {
        begin()
        // Counted under the same lock, so that no worker is started for who has one; and told, so that the keeper, which may
        // have found nothing to do just before, looks again.
        let atOnce = state.update { state -> Result<WorkerProcess, ReadingFailure>? in
            let outcome = Self.outcome(&state)
            if outcome == nil { state.waiting += 1 }
            return outcome
        }
        if let atOnce { return try atOnce.get() }
        return try state.wait { state -> Result<WorkerProcess, ReadingFailure>? in
            let outcome = Self.outcome(&state)
            if outcome != nil { state.waiting -= 1 }
            return outcome
        }.get()
    }

    private static func outcome(_ state: inout State) -> Result<WorkerProcess, ReadingFailure>? {
        if state.isInterrupted || state.isEnded { return .failure(.interrupted) }
        if let process = state.idle.popLast() {
            state.busy.insert(process.number)
            return .success(process)
        }
        return state.problem.map { .failure(.workers($0)) }
    }

    /// Gives back a worker that is done with its file.
    func giveBack(_ process: WorkerProcess) {
        let isKept = state.update { state in
            guard !state.isEnded, !state.isInterrupted else { return false }
            state.busy.remove(process.number)
            process.idleSince = options.clock()
            state.idle.append(process)
            return true
        }
        if !isKept { _ = discard(process, kills: true) }
    }

    /// Ends a worker that is not to be used again, and tells how it ended.
    func discard(_ process: WorkerProcess, kills: Bool) -> Ending {
        // While it counts as busy it may still be killed from elsewhere; its number must then not be free yet.
        state.update { _ = $0.busy.remove(process.number) }
        return process.reap(kills: kills)
    }

    var isInterrupted: Bool { state.update { $0.isInterrupted || $0.isEnded } }

    // MARK: Ending

    /// Ends all workers at once. Who waits for one hears of it.
    func interrupt() {
        state.update { state in
            state.isInterrupted = true
            for number in state.busy { WorkerProcess.kill(number) }
        }
    }

    /// Ends all workers, and waits until those without work are gone; the others are gone when their readings are let go.
    func end() {
        let thread = state.update { state -> CrewThread? in
            state.isEnded = true
            for number in state.busy { WorkerProcess.kill(number) }
            defer { state.thread = nil }
            return state.thread
        }
        thread?.join()
    }

    // MARK: The thread

    private func begin() {
        state.update { state in
            guard state.thread == nil, !state.isEnded else { return }
            let (monitor, options) = (self.state, self.options)
            state.thread = CrewThread { Self.run(monitor, options) }
            if state.thread == nil {
                state.problem = WorkersError(program: options.programs.first ?? "", reason: .system(EAGAIN))
            }
        }
    }

    private enum Job { case start, end }

    private static func run(_ monitor: Monitor<State>, _ options: WorkerOptions) {
        while true {
            let job = monitor.wait(seconds: max(0.05, options.idleSeconds / 2)) { state -> Job? in
                if state.isEnded || state.isInterrupted { return .end }
                guard state.problem == nil, state.waiting > state.idle.count + state.starting, state.living < options.most
                else { return nil }
                state.starting += 1
                return .start
            }
            switch job {
            case .start: start(monitor, options)
            case .end: return endIdle(monitor) { _ in true }
            case nil:
                let oldest = options.clock() - options.idleSeconds
                endIdle(monitor) { $0.idleSince < oldest }
            }
        }
    }

    private static func start(_ monitor: Monitor<State>, _ options: WorkerOptions) {
        do throws(WorkersError) {
            let process = try WorkerProcess.start(options)
            process.idleSince = options.clock()
            monitor.update {
                $0.starting -= 1
                $0.idle.append(process)
            }
        } catch {
            monitor.update {
                $0.starting -= 1
                note(error, &$0)
            }
        }
    }

    private static func note(_ error: WorkersError, _ state: inout State) {
        state.failures += 1
        if !state.hasWorked || state.failures >= attempts { state.problem = error }
    }

    private static func endIdle(_ monitor: Monitor<State>, _ isChosen: (WorkerProcess) -> Bool) {
        let chosen = monitor.update { state in
            let chosen = state.idle.filter(isChosen)
            state.idle.removeAll(where: isChosen)
            return chosen
        }
        for process in chosen { _ = process.reap(kills: true) }
    }
}
