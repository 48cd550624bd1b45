import Search
import Synchronization

/// Feeds: asked on a lane of their own, so that neither reading nor the folder waits for the network.
extension EffectRunner {
    func run(_ request: FeedRequest) {
        guard let feedKeeper else {
            mailbox.post(.feed(.failed("this library follows no feeds")))
            return
        }
        switch request {
        case .load: onLists { _ in .feed(.list(try feedKeeper.list())) }
        case .add(let address): askFeeds { _ in .added(try feedKeeper.add(address)) }
        case .refresh(let ids):
            askFeeds { [mailbox] stop in
                .refreshed(try feedKeeper.refresh(ids, { mailbox.post(.feed(.progress($0))) }, { stop.isCancelled }))
            }
        case .cancel: cancelFeeds()
        case .remove(let id, let title):
            onWrites { _ in
                guard try feedKeeper.remove(id) else { return .notice("«\(title)» was not followed any more") }
                return .changed(Change("«\(title)» is followed no more; its articles stay"))
            }
        }
    }

    func cancelFeeds() {
        guard let stop = state.withLock({ $0.feedStop }) else { return }
        stop.cancel()
        feedKeeper?.cancel()
    }

    private func askFeeds(_ work: @escaping @Sendable (SearchCancellation) throws -> FeedAnswer) {
        let stop = SearchCancellation()
        let isFree = state.withLock { state in
            guard state.feedStop == nil, !state.isEnding else { return false }
            state.feedStop = stop
            return true
        }
        guard isFree else { return }
        onFeeds { [self] in
            let answer: FeedAnswer
            do {
                answer = try work(stop)
            } catch {
                answer = stop.isCancelled ? .cancelled : .failed(Self.sentence(error))
            }
            state.withLock { $0.feedStop = nil }
            mailbox.post(.feed(answer))
            // What came is listed at once, and searched from the next idle moment on.
            maintain()
        }
    }
}
