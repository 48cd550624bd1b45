/// Passes progress on, but not too often.
final class ProgressPace {
    private let options: SyncOptions
    private let report: (SyncProgress) -> Void
    private let start: Double
    private var last: Double
    private(set) var progress = SyncProgress()

    init(_ options: SyncOptions, _ report: @escaping (SyncProgress) -> Void) {
        self.options = options
        self.report = report
        start = options.clock()
        last = start
        report(progress)
    }

    func looked(_ found: Int) {
        update { $0.found = found }
    }

    /// Since the sync began.
    var seconds: Double { options.clock() - start }

    /// Changes the progress, and reports it where `isNow`, or enough time has passed.
    func update(isNow: Bool = false, _ change: (inout SyncProgress) -> Void) {
        change(&progress)
        let now = options.clock()
        guard isNow || now - last >= options.interval else { return }
        last = now
        progress.seconds = now - start
        report(progress)
    }
}
