import Library
import Workers

/// The threads that ask for feeds: each takes a host, and asks for its feeds one after the other.
final class FeedCrew {
    private struct State {
        var hosts: [[Feed]]
        var results: [Result<FeedVisitor.Visit, FeedVisitor.Stop>] = []
        var working = 0
        var isStopped = false
    }

    private let state: Monitor<State>
    private let refresh: FeedRefresh
    private var threads: [CrewThread] = []
    private var remaining: Int
    private(set) var isCancelled = false
    /// Without threads the work is done on the calling one.
    private var visitor: FeedVisitor?
    private let isForced: Bool

    /// Seconds between two looks at whether the work was called off.
    private static let glance = 0.05
    /// Results that may wait to be taken: each may hold a whole feed.
    private static let waiting = 8

    init(_ feeds: [Feed], _ refresh: FeedRefresh, isForced: Bool) {
        let hosts = Self.byHost(feeds)
        state = Monitor(State(hosts: hosts.reversed()))
        self.refresh = refresh
        self.isForced = isForced
        remaining = feeds.count
        for _ in 0..<min(hosts.count, max(1, refresh.options.hosts)) {
            let (state, isForced) = (self.state, isForced)
            state.update { $0.working += 1 }
            if let thread = CrewThread({ Self.work(state, refresh, isForced) }) {
                threads.append(thread)
            } else {
                state.update { $0.working -= 1 }
            }
        }
    }

    /// In the order of their first feeds. Files are a host of their own.
    private static func byHost(_ feeds: [Feed]) -> [[Feed]] {
        var places: [String: Int] = [:]
        var hosts: [[Feed]] = []
        for feed in feeds {
            let host = WebLocation(feed.url)?.host ?? ""
            if let place = places[host] {
                hosts[place].append(feed)
            } else {
                places[host] = hosts.count
                hosts.append([feed])
            }
        }
        return hosts
    }

    private static func work(_ state: Monitor<State>, _ refresh: FeedRefresh, _ isForced: Bool) {
        defer { state.update { $0.working -= 1 } }
        var visitor: FeedVisitor?
        while let feeds = state.update({ $0.isStopped ? nil : $0.hosts.popLast() }) {
            let current = visitor ?? refresh.visitor()
            visitor = current
            for (index, feed) in feeds.enumerated() {
                // The pause is over when somebody calls the work off.
                let isOver: Bool? =
                    index == 0 || feed.permission == .file
                    ? state.update { $0.isStopped }
                    : state.wait(seconds: refresh.options.pause) { $0.isStopped ? true : nil }
                if isOver == true { return }
                let result = visit(feed, current, isForced)
                let isTaken = state.wait { state -> Bool? in
                    if state.isStopped { return false }
                    guard state.results.count < waiting else { return nil }
                    state.results.insert(result, at: 0)
                    return true
                }
                guard isTaken else { return }
            }
        }
    }

    private static func visit(_ feed: Feed, _ visitor: FeedVisitor, _ isForced: Bool)
        -> Result<FeedVisitor.Visit, FeedVisitor.Stop>
    {
        do throws(FeedVisitor.Stop) {
            return .success(try visitor.visit(feed, isForced: isForced))
        } catch {
            return .failure(error)
        }
    }

    /// The next result, in the order in which they come; nothing when there is no more, or the work was called off.
    func next(isCancelled: () -> Bool) -> Result<FeedVisitor.Visit, any Error>? {
        guard remaining > 0 else { return nil }
        while true {
            if isCancelled() {
                self.isCancelled = true
                return nil
            }
            let step = state.wait(seconds: Self.glance) { state -> Step? in
                if let result = state.results.popLast() { return .result(result) }
                return state.working == 0 ? .alone(state.hosts.popLast()) : nil
            }
            switch step {
            case nil: continue
            case .result(let result)?: return taken(result)
            case .alone(let feeds)?:
                guard var rest = feeds?[...], let feed = rest.popFirst() else { return nil }
                if !rest.isEmpty { state.update { $0.hosts.append(Array(rest)) } }
                let visitor = visitor ?? refresh.visitor()
                self.visitor = visitor
                return taken(Self.visit(feed, visitor, isForced))
            }
        }
    }

    private enum Step {
        case result(Result<FeedVisitor.Visit, FeedVisitor.Stop>)
        case alone([Feed]?)
    }

    private func taken(_ result: Result<FeedVisitor.Visit, FeedVisitor.Stop>) -> Result<FeedVisitor.Visit, any Error>? {
        remaining -= 1
        switch result {
        case .success(let visit): return .success(visit)
        case .failure(.workers(let error)): return .failure(error)
        case .failure(.library(let error)): return .failure(error)
        case .failure(.interrupted):
            isCancelled = true
            return nil
        }
    }

    /// Has the threads end, and waits for them. Fetches under way are called off with the work.
    func stop() {
        state.update { $0.isStopped = true }
        if remaining > 0 { refresh.interrupt() }
        for thread in threads { thread.join() }
        threads = []
    }
}

extension FeedRefresh {
    /// Ends what the threads wait for.
    func interrupt() {
        (fetcher as? FetchPool)?.interrupt()
        readers.interrupt()
    }
}
