import Library

/// What has to be done, told from names and stamps alone.
struct SyncPlan {
    /// To be read, in their order.
    var toRead: [FoundFile] = []
    /// Outcomes that need no reading.
    var settled: [FileOutcome] = []
    var unchanged = 0
    /// Files that could not be read before and are as they were.
    var knownProblems: [SyncProblem] = []
    /// Paths of files that are no longer there, by the hash of what they held, each list ordered.
    var missingByHash: [String: [String]] = [:]
    private var missing: [String] = []
    /// Those that were found again elsewhere.
    private var found: Set<String> = []

    init(_ walk: FolderWalk, known: [String: KnownFile], rereading: SyncOptions.Rereading) {
        var seen = 0
        for file in walk.files {
            let before = known[file.path]
            if before != nil { seen += 1 }
            if let before, before.stamp == file.stamp, !Self.isReread(before, rereading) {
                unchanged += 1
                if let failure = before.failure {
                    knownProblems.append(SyncProblem(path: file.path, message: failure, isKnown: true))
                }
            } else {
                toRead.append(file)
            }
        }
        guard seen < known.count, !walk.isCancelled else { return }
        findMissing(walk, known)
        settleMoves(known)
    }

    private static func isReread(_ file: KnownFile, _ rereading: SyncOptions.Rereading) -> Bool {
        switch rereading {
        case .none: false
        case .failed: file.failure != nil
        case .all: true
        }
    }

    private mutating func findMissing(_ walk: FolderWalk, _ known: [String: KnownFile]) {
        let present = Set(walk.files.map(\.path))
        missing = known.keys.filter { !present.contains($0) && !walk.isHidden($0) }.sorted()
        for path in missing {
            if let hash = known[path]?.contentHash { missingByHash[hash, default: []].append(path) }
        }
    }

    /// A new path with the stamp of a missing one (size, time to the nanosecond, inode) is that file under another
    /// name. It is not read, unless its own name is another: title and format may come from it.
    private mutating func settleMoves(_ known: [String: KnownFile]) {
        var byStamp: [FileStamp: String] = [:]
        for path in missing.reversed() {
            if let file = known[path], let stamp = file.stamp, file.failure == nil { byStamp[stamp] = path }
        }
        guard !byStamp.isEmpty else { return }
        toRead.removeAll { file in
            guard known[file.path] == nil, let from = byStamp.removeValue(forKey: file.stamp) else { return false }
            settled.append(.moved(from: from, to: file.path, stamp: file.stamp))
            found.insert(from)
            return FileNames.isSame(from, file.path)
        }
        for (hash, paths) in missingByHash { missingByHash[hash] = paths.filter { !found.contains($0) } }
    }

    /// Paths of files that are no longer there, nor anywhere else, in order.
    var gone: [String] { missing.filter { !found.contains($0) } }

    /// Takes a missing file that held the same bytes, the first by path.
    mutating func takeMissing(_ hash: String) -> String? {
        guard let path = missingByHash[hash]?.first else { return nil }
        missingByHash[hash]?.removeFirst()
        found.insert(path)
        return path
    }
}
