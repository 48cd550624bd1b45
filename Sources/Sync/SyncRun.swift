import Formats
import Library
import Text
import Workers

/// One sync under way, on the thread that writes.
struct SyncRun {
    private let store: any SyncStore
    private let options: SyncOptions
    private let pace: ProgressPace
    private let known: [String: KnownFile]
    private let walkProblems: [SyncError]
    private var plan: SyncPlan
    private(set) var report = SyncReport()
    private var batch: [FileOutcome] = []
    private var batchBytes = 0
    private var batchLimit = 16
    private var lastFlush: Double

    /// Bytes of text that a batch holds, roughly, and the seconds after which one is written however small it is.
    private static let batchBytes = 8 << 20
    private static let patience = 0.5

    init(
        store: any SyncStore, options: SyncOptions, pace: ProgressPace, walk: FolderWalk, plan: SyncPlan,
        known: [String: KnownFile]
    ) {
        self.store = store
        self.options = options
        self.pace = pace
        self.known = known
        self.plan = plan
        walkProblems = walk.problems
        lastFlush = pace.seconds
        report.found = walk.files.count
        report.passedOver = walk.passedOver
        report.unchanged = plan.unchanged
        report.isCancelled = walk.isCancelled
    }

    mutating func read(in folder: Int32, tagging: Synchroniser.TaggerSource, cancellation: SyncCancellation)
        throws
    {
        for problem in walkProblems { report.add(SyncProblem(path: problem.path, message: problem.message)) }
        for problem in plan.knownProblems { report.add(problem) }
        pace.update(isNow: true) { [plan, report] progress in
            progress.phase = .reading
            progress.found = report.found
            progress.toRead = plan.toRead.count
        }
        for outcome in plan.settled { try add(outcome, bytes: 0) }
        try readAll(in: folder, tagging: tagging, cancellation: cancellation)
        if !report.isCancelled {
            for path in plan.gone { try add(.gone(path: path), bytes: 0) }
        }
        try flush()
        report.problems.sort { $0.path < $1.path }
        pace.update(isNow: true) { $0.phase = .done }
    }

    private mutating func readAll(
        in folder: Int32, tagging: Synchroniser.TaggerSource, cancellation: SyncCancellation
    ) throws {
        guard !plan.toRead.isEmpty, !report.isCancelled else { return }
        // Started when the first file needs a process, and gone with the sync.
        let pool = WorkerPool(options.processes)
        defer { pool.end() }
        try cancellation.calling({ pool.interrupt() }) {
            try readAll(readerMaker(in: folder, tagging, pool), cancellation)
        }
    }

    private mutating func readAll(_ makeReader: @escaping @Sendable () -> FileReader, _ cancellation: SyncCancellation)
        throws
    {
        let files = plan.toRead
        let crew = ReadingCrew(files, workers: options.workerCount, memory: options.memory, makeReader: makeReader)
        defer { crew.stop() }
        // Without threads the work is done here.
        let reader = crew.isEmpty ? makeReader() : nil
        var spare: FileReader?
        for (index, file) in files.enumerated() {
            guard !cancellation.isCancelled else {
                report.isCancelled = true
                return
            }
            var result = reader?.read(file, looksForMoves: true) ?? crew.result(index)
            // What was called off in the middle is not half a file.
            guard !cancellation.isCancelled else {
                report.isCancelled = true
                return
            }
            if case .maybeMoved(let stamp, let hash) = result {
                if let from = plan.takeMissing(hash) {
                    let moved = FileOutcome.moved(from: from, to: file.path, stamp: stamp)
                    if FileNames.isSame(from, file.path) {
                        try finish(file, moved)
                        continue
                    }
                    try add(moved, bytes: 0)
                }
                let another = spare ?? makeReader()
                spare = another
                result = another.read(file, looksForMoves: false)
            }
            if case .large = result {
                let another = spare ?? makeReader()
                spare = another
                try readBulk(file, with: another, cancellation)
            } else {
                try take(result, of: file)
            }
        }
    }

    /// Its articles are written as they come: what is held does not grow with the file.
    private mutating func readBulk(_ file: FoundFile, with reader: FileReader, _ cancellation: SyncCancellation) throws {
        try flush()
        let result = try reader.readBulk(file) { part in
            for problem in part.problems { report.add(SyncProblem(path: file.path, message: problem)) }
            report.add(part.notes)
            pace.update { $0.articles += part.articles.count }
            if !part.articles.isEmpty {
                try add(.part(path: file.path, stamp: part.stamp, first: part.first, articles: part.articles), bytes: Self.batchBytes)
            }
            return !cancellation.isCancelled
        }
        switch result {
        case .read(let stamp, let hash): try finish(file, .end(path: file.path, stamp: stamp, contentHash: hash))
        case .failed(let stamp, let message): try take(.failed(stamp, message), of: file)
        case .waits(let error): try take(.waits(error), of: file)
        case .interrupted: report.isCancelled = true
        }
    }

    private func readerMaker(in folder: Int32, _ tagging: Synchroniser.TaggerSource, _ pool: WorkerPool)
        -> @Sendable () -> FileReader
    {
        let missing = Set(plan.missingByHash.filter { !$0.value.isEmpty }.keys)
        return { [options, known] in
            FileReader(
                folder: folder, limits: options.limits, pool: pool, known: known, missing: missing, rereading: options.rereading,
                edition: tagging.edition, tag: tagging.make())
        }
    }

    private mutating func take(_ result: ReadResult, of file: FoundFile) throws {
        switch result {
        case .touched(let stamp): try finish(file, .touched(path: file.path, stamp: stamp))
        case .read(let stamp, let hash, let articles, let notes, let problems):
            for problem in problems { report.add(SyncProblem(path: file.path, message: problem)) }
            report.add(notes)
            pace.update { $0.articles += articles.count }
            try finish(file, .read(path: file.path, stamp: stamp, contentHash: hash, articles: articles))
        case .failed(let stamp, let message):
            report.add(SyncProblem(path: file.path, message: message))
            pace.update { $0.failed += 1 }
            try finish(file, .unreadable(path: file.path, stamp: stamp, failure: message))
        case .waits(let error):
            if report.waiting == 0 { report.add(SyncProblem(path: file.path, message: error.message)) }
            report.waiting += 1
            pace.update { $0.done += 1 }
        case .vanished:
            if known[file.path] != nil { try add(.gone(path: file.path), bytes: 0) }
            pace.update { $0.done += 1 }
        case .maybeMoved, .interrupted, .large:
            // The first is only asked for where it is looked for, the second only met where there is no more to take, the third read apart.
            pace.update { $0.done += 1 }
        }
    }

    private mutating func finish(_ file: FoundFile, _ outcome: FileOutcome) throws {
        report.read += 1
        try add(outcome, bytes: Int(file.stamp.size))
        pace.update { $0.done += 1 }
    }

    // MARK: Batches

    private mutating func add(_ outcome: FileOutcome, bytes: Int) throws {
        batch.append(outcome)
        batchBytes += bytes
        if batch.count >= batchLimit || batchBytes >= Self.batchBytes || pace.seconds - lastFlush >= Self.patience {
            try flush()
        }
    }

    private mutating func flush() throws {
        lastFlush = pace.seconds
        guard !batch.isEmpty else { return }
        report.changes += try store.apply(batch)
        batch.removeAll(keepingCapacity: true)
        batchBytes = 0
        batchLimit = min(batchLimit * 4, options.batchSize)
    }
}
