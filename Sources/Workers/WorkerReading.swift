import Formats

/// One file that a worker reads. Gives the worker back, or ends it, when it is let go.
final class WorkerReading {
    private let keeper: WorkerKeeper
    private let name: String
    private let format: FileFormat
    private let options: WorkerOptions
    private let deadline: Deadline
    /// Nothing when the file is done with.
    private var process: WorkerProcess?
    /// The first answer, which tells whether the file can be read at all.
    private var first: Frame?

    init(
        _ process: WorkerProcess, of keeper: WorkerKeeper, _ name: String, _ format: FileFormat, _ options: WorkerOptions
    ) {
        self.process = process
        self.keeper = keeper
        self.name = name
        self.format = format
        self.options = options
        deadline = Deadline(seconds: options.seconds, clock: options.clock)
    }

    deinit {
        // What it would still have to say nobody wants to hear.
        if let process { _ = keeper.discard(process, kills: true) }
    }

    /// Hands the file over, and waits for the first answer.
    func begin(_ file: SourceFile, _ limits: FormatLimits) throws(ReadingFailure) {
        first = try ask(.request, file, limits)
    }

    /// What the file is, in place of what it holds.
    func inspect(_ file: SourceFile, _ limits: FormatLimits) throws(ReadingFailure) -> FeedInspection {
        let answer = try ask(.inspect, file, limits)
        guard answer.kind == .inspected, let inspection: FeedInspection = try? answer.plain() else {
            throw .file(end(.garbled))
        }
        finish()
        return inspection
    }

    /// The answer to a request; a refusal is thrown.
    private func ask(_ kind: FrameKind, _ file: SourceFile, _ limits: FormatLimits) throws(ReadingFailure) -> Frame {
        guard let process else { throw .interrupted }
        let answer: Frame
        do throws(Pipe.Failure) {
            let request = ReadRequest(file: file, format: format, limits: limits, seconds: Int(options.seconds) * 2)
            let preamble = request.preamble(Plain.encode(limits))
            let length = preamble.count + file.bytes.count
            try process.pipe.send(Frame.header(kind, length: length) + preamble, until: deadline)
            try process.pipe.send(file.bytes, until: deadline)
            answer = try process.pipe.receive(until: deadline)
        } catch {
            throw keeper.isInterrupted ? .interrupted : .file(end(error))
        }
        guard answer.kind == .refusal else { return answer }
        guard let error = try? answer.error() else { throw .file(end(.garbled)) }
        finish()
        throw .file(error)
    }

    func next() -> Result<Reading, FormatError>? {
        guard let process else { return nil }
        do throws(Pipe.Failure) {
            let frame: Frame = if let first { first } else { try process.pipe.receive(until: deadline) }
            return answer(in: frame)
        } catch {
            return .failure(end(error))
        }
    }

    private func answer(in frame: Frame) -> Result<Reading, FormatError>? {
        first = nil
        switch frame.kind {
        case .reading:
            deadline.seconds += options.secondsPerArticle
            return .some((try? frame.reading()).map { .success($0) } ?? .failure(end(.garbled)))
        case .fault: return .failure((try? frame.error()) ?? end(.garbled))
        case .end:
            finish()
            return nil
        case .greeting, .request, .refusal, .fetch, .fetched, .body, .unfetched, .inspect, .inspected:
            return .failure(end(.garbled))
        }
    }

    private func finish() {
        if let process { keeper.giveBack(process) }
        process = nil
    }

    /// The worker failed. What it died of is seen once it is gone.
    private func end(_ failure: Pipe.Failure) -> FormatError {
        let ending = process.map { keeper.discard($0, kills: failure != .closed) } ?? .other
        process = nil
        return FormatError(file: name, reason: .readerFailed(format, reason(failure, ending)))
    }

    private func reason(_ failure: Pipe.Failure, _ ending: Ending) -> FormatError.ReaderFailure {
        switch (failure, ending) {
        case (.late, _), (.closed, .time): .tooSlow(seconds: Int(options.seconds))
        case (.garbled, _): .garbled
        case (.closed, .memory): .tooLarge(megabytes: options.memory / 1_000_000)
        case (.closed, .other): .ended
        }
    }
}
