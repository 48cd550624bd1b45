import Library
import Search
import Synchronization

/// Keeping the search index fast and whole, a bounded piece at a time, in idle moments.
extension EffectRunner {
    /// How many words are merged in a second, so that searches beside it have the machine.
    private static let wordsMerged = 2_000_000
    /// How long making the index goes on before it is shown, and how often that is done then, in milliseconds.
    private static let unseen = 200
    /// After how many milliseconds it goes on by itself when it was cancelled, or failed.
    private static let rest = 60_000

    /// On the lane of syncs: where the index is made anew, that takes a while, and what a person does must not wait for it.
    func maintain() {
        let isFirst = state.withLock { state in
            guard !state.isEnding, !state.isUpkeepResting else { return false }
            state.isUpkeepWanted = state.upkeep != nil
            guard state.upkeep == nil else { return false }
            state.upkeep = SearchCancellation()
            return true
        }
        if isFirst { onSync { [self] in keepUp() } }
    }

    /// Ends it for now; it goes on after a while.
    func cancelUpkeep() {
        state.withLock { state in
            state.isUpkeepWanted = false
            state.isUpkeepResting = state.upkeep != nil
            state.upkeep?.cancel()
        }
    }

    private func goOnLater() {
        onSyncsLater(milliseconds: Self.rest) { [weak self] in
            self?.state.withLock { $0.isUpkeepResting = false }
            self?.maintain()
        }
    }

    private func keepUp() {
        guard let cancellation = state.withLock({ $0.upkeep }) else { return }
        var (isMore, isEnded) = (false, false)
        do {
            // Asked first, since it may find damage, which is to be told before it is repaired.
            let missing = try library.indexStatus().missing
            tellOfIndex()
            let meter = IndexingMeter(missing: missing, pace: .milliseconds(Self.unseen)) { [mailbox] in
                mailbox.post(.indexing($0))
            }
            defer { if meter.wasShown { mailbox.post(.indexing(nil)) } }
            isMore = try library.maintain(
                wordsPerSecond: Self.wordsMerged, cancellation: cancellation, progress: meter.take)
            // What was left out can be found now; where it still cannot, asking again would never end.
            if !meter.wasShown, missing > 0, try library.indexStatus().missing < missing { mailbox.post(.indexing(nil)) }
        } catch is SearchCancelled {
            isEnded = true
        } catch {
            // What failed now would fail at once again: with a full disk, for instance.
            isEnded = true
            mailbox.post(.failed(Self.sentence(error)))
        }
        tellOfIndex()
        isEnded = isEnded || cancellation.isCancelled
        let isAgain = state.withLock { state in
            defer {
                state.upkeep = nil
                state.isUpkeepWanted = false
                state.isUpkeepResting = isEnded
            }
            return isMore || state.isUpkeepWanted
        }
        if isEnded { goOnLater() } else if isAgain { maintain() }
    }

    /// A search left articles out, or met damage: that is told, and set right.
    func noteIndex(missing: Int) {
        if tellOfIndex() || missing > 0 { maintain() }
    }

    /// Tells what a person is to know of the index; false where that is nothing.
    @discardableResult
    private func tellOfIndex() -> Bool {
        let notices = library.takeIndexNotices()
        for notice in notices { mailbox.post(.notice(notice)) }
        return !notices.isEmpty
    }
}

/// Tells how far the making of the index is, at a pace that can be followed. For one thread.
private final class IndexingMeter {
    private let missing: Int
    private let pace: Duration
    private let show: (IndexingProgress) -> Void
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now
    private(set) var wasShown = false

    init(missing: Int, pace: Duration, show: @escaping (IndexingProgress) -> Void) {
        self.missing = missing
        self.pace = pace
        self.show = show
    }

    func take(_ done: Int, _ total: Int) {
        let now = ContinuousClock.now
        guard now - last >= pace else { return }
        (last, wasShown) = (now, true)
        let milliseconds = (now - start) / .milliseconds(1)
        show(IndexingProgress(done: done, total: total, rate: Int(Double(done) / milliseconds * 1_000), missing: missing))
    }
}
