import Foundation

extension SearchRun {
    private static let coldStarts = 5
    private static let searchesBeforeMemory = 20

    /// A worker that has opened its index, and how long it took to.
    func open(_ command: [String], _ folder: String) throws -> (worker: WorkerProcess, opened: Double) {
        let worker = try WorkerProcess(command + ["answer", folder])
        let answer = try worker.answer(WorkerAnswer.self)
        guard let opened = answer.opened else { throw WorkerFailed(reason: answer.failure ?? "the worker did not open its index") }
        return (worker, opened)
    }

    /// Cold processes, each asked one query of another class: with the files in the page cache, which a process before put there,
    /// and without.
    func measureOpening(_ result: inout EngineResult, _ command: [String]) throws {
        let asked = [QueryClass.frequentTerm, .termAndPrefix, .phrase, .prefixOf3, .any]
            .compactMap { queryClass in queries.first { $0.queryClass == queryClass && $0.order == .ranked } }
            .prefix(Self.coldStarts)
        // All with the page cache first: what is evicted for one query would be missing for the next.
        for query in asked {
            _ = try firstAnswer(to: query, result.engine, command)
            guard let cold = try firstAnswer(to: query, result.engine, command) else { continue }
            result.opening.add([cold.opened])
            result.firstAnswer.add([cold.opened + cold.first])
            result.fromStart.add([cold.whole])
        }
        for query in asked {
            evict(place(of: result.engine))
            guard let cold = try firstAnswer(to: query, result.engine, command) else { continue }
            result.firstAnswerFromDisk.add([cold.opened + cold.first])
        }
    }

    /// What a new process takes to open its index, to answer, and from its start on, in milliseconds.
    private func firstAnswer(
        to query: BenchmarkQuery, _ engine: Engine, _ command: [String]
    ) throws -> (opened: Double, first: Double, whole: Double)? {
        let start = ContinuousClock.now
        let (worker, opened) = try open(command, place(of: engine))
        let answer = try worker.ask(WorkerRequest(action: .search, query: query, runs: 1, seconds: 0))
        let whole = (ContinuousClock.now - start).milliseconds
        try worker.end()
        return answer.wall?.first.map { (opened, $0, whole) }
    }

    func measureMemory(_ result: inout EngineResult, _ command: [String]) throws {
        let (worker, _) = try open(command, place(of: result.engine))
        let ranked = queries.filter { $0.order == .ranked }
        for index in 0..<Self.searchesBeforeMemory {
            let query = ranked[index * ranked.count / Self.searchesBeforeMemory]
            _ = try worker.ask(WorkerRequest(action: .search, query: query, runs: 1, seconds: 0))
        }
        result.memory = worker.privateMemory
        try worker.end()
    }

    func measureClasses(_ result: inout EngineResult, _ command: [String]) throws {
        let (worker, _) = try open(command, place(of: result.engine))
        say("asking \(result.engine.rawValue) …")
        for order in AnswerOrder.allCases {
            for queryClass in QueryClass.allCases {
                result.rows.append(try row(queryClass, order, worker))
            }
        }
        try worker.end()
    }

    private func row(_ queryClass: QueryClass, _ order: AnswerOrder, _ worker: WorkerProcess) throws -> EngineResult.Row {
        var row = EngineResult.Row(queryClass: queryClass, order: order)
        for query in queries where query.queryClass == queryClass && query.order == order {
            let answer = try worker.ask(
                WorkerRequest(action: .search, query: query, runs: runs, seconds: secondsAQuery, isCounted: order == .ranked))
            if let failure = answer.failure { throw WorkerFailed(reason: "\(query.description): \(failure)") }
            if let reason = answer.unsupported {
                row.unsupported = reason
                continue
            }
            row.cpu.add(answer.cpu ?? [])
            row.wall.add(answer.wall ?? [])
            if let count = answer.count { row.counts.append(count) }
            row.tops.append(answer.top ?? [])
        }
        return row
    }

    /// Asks the kernel to forget what it has read of the files.
    private func evict(_ folder: String) {
        for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
            let descriptor = Glibc.open(folder + "/" + path, O_RDONLY)
            guard descriptor >= 0 else { continue }
            fdatasync(descriptor)
            posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
            close(descriptor)
        }
    }
}
