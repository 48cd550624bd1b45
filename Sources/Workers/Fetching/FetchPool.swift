import Formats

/// Fetches in processes of their own, which speak to the network and read no document: what they bring is handed to others,
/// that may not speak to anybody.
public final class FetchPool: Fetcher {
    private let options: WorkerOptions
    private let keeper: WorkerKeeper

    /// Seconds that an answer may take on its way from the process, beyond those of the request.
    private static let margin = 10.0

    /// `environment` is asked for proxies and certificates. Starts nothing yet.
    public init(_ options: WorkerOptions, environment: [String: String]) {
        var options = options
        options.role = .fetching(environment: FetchEnvironment.chosen(from: environment))
        self.options = options
        keeper = WorkerKeeper(options)
    }

    deinit { keeper.end() }

    public func fetch(_ request: FetchRequest) throws(FetchFailure) -> FetchAnswer {
        let process: WorkerProcess
        do throws(ReadingFailure) {
            process = try keeper.take()
        } catch {
            switch error {
            case .workers(let error): throw .workers(error)
            case .interrupted, .file: throw .interrupted
            }
        }
        let deadline = Deadline(seconds: request.limits.seconds + Self.margin, clock: options.clock)
        let result: Result<FetchAnswer, FetchError>
        do throws(Pipe.Failure) {
            result = try Self.exchange(request, over: process.pipe, until: deadline)
        } catch {
            _ = keeper.discard(process, kills: true)
            throw keeper.isInterrupted ? .interrupted : .fetch(FetchError(url: request.url, reason: .ended))
        }
        keeper.giveBack(process)
        switch result {
        case .success(let answer): return answer
        case .failure(let error): throw .fetch(error)
        }
    }

    private static func exchange(_ request: FetchRequest, over pipe: Pipe, until deadline: Deadline) throws(Pipe.Failure)
        -> Result<FetchAnswer, FetchError>
    {
        try pipe.send(Frame(kind: .fetch, payload: Plain.encode(request)), until: deadline)
        let frame = try pipe.receive(until: deadline)
        switch frame.kind {
        case .unfetched:
            guard let error: FetchError = try? frame.plain() else { throw .garbled }
            return .failure(error)
        case .fetched:
            guard var answer: FetchAnswer = try? frame.plain() else { throw .garbled }
            let body = try pipe.receive(until: deadline)
            guard body.kind == .body else { throw .garbled }
            answer.bytes = body.payload
            return .success(answer)
        case .greeting, .request, .reading, .fault, .refusal, .end, .fetch, .body, .inspect, .inspected: throw .garbled
        }
    }

    /// Calls off all work at once.
    public func interrupt() { keeper.interrupt() }

    /// Ends all processes and waits until they are gone.
    public func end() { keeper.end() }
}

/// What of a person's environment counts for fetching, as curl reads it.
public enum FetchEnvironment {
    /// `HTTP_PROXY` in capitals is left out: where a web server starts programs, a stranger's header sets it.
    package static let names = [
        "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY", "SSL_CERT_FILE",
        "SSL_CERT_DIR",
    ]

    static func chosen(from environment: [String: String]) -> [String] {
        names.compactMap { name in environment[name].map { "\(name)=\($0)" } }
    }
}

/// The side of the process that fetches.
public struct FetchService {
    private let pipe: Pipe

    /// `descriptor` is the process' end of the socket, which it then owns.
    public init(descriptor: Int32) { pipe = Pipe(descriptor) }

    /// Returns when the other side is gone, or has sent what is no request.
    public func run(_ fetch: (FetchRequest) throws(FetchError) -> FetchAnswer) {
        do throws(Pipe.Failure) {
            try pipe.send(.greeting)
            while true { try serve(fetch) }
        } catch {
            return
        }
    }

    private func serve(_ fetch: (FetchRequest) throws(FetchError) -> FetchAnswer) throws(Pipe.Failure) {
        let frame = try pipe.receive()
        guard frame.kind == .fetch, let request: FetchRequest = try? frame.plain() else { throw .garbled }
        let answer: FetchAnswer
        do throws(FetchError) {
            answer = try fetch(request)
        } catch {
            return try pipe.send(Frame(kind: .unfetched, payload: Plain.encode(error)))
        }
        try pipe.send(Frame(kind: .fetched, payload: Plain.encode(answer)))
        try pipe.send(Frame(kind: .body, payload: answer.bytes))
    }
}
