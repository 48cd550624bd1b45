/// The feeds that are followed: listed, asked, added and removed.
extension ReaderState {
    /// `g e`: the list, once it was read.
    mutating func goFeeds() -> [Effect] {
        feeds.isAwaited = true
        return [.feed(.load)]
    }

    mutating func take(_ answer: FeedAnswer) -> [Effect] {
        switch answer {
        case .list(let list): takeList(list)
        case .progress(let progress):
            // One that came behind the end.
            if feeds.progress != nil { feeds.progress = progress }
        case .refreshed(let summary): return take(summary)
        case .added(let summary): return take(summary)
        case .cancelled:
            feeds.progress = nil
            status = Status(.hint, "cancelled; nothing is followed that was not before")
        case .failed(let sentence):
            feeds.progress = nil
            feeds.failures = [sentence]
            status = Status(.failure, sentence)
        }
        return []
    }

    private mutating func takeList(_ list: [FollowedFeed]) {
        feeds.list = list
        guard feeds.isAwaited else { return }
        feeds.isAwaited = false
        // Whoever went on to something else meanwhile is not called back.
        guard Context.browsing.contains(context) else { return }
        let rows = list.map { Chooser.Item(.feed(.feed($0.id)), text: "\($0.title) · \($0.host)", note: $0.note) }
        let first = [
            Chooser.Item(.feed(.add), text: "Add a feed…"),
            Chooser.Item(.feed(.refreshAll), text: "Refresh all", note: feeds.progress?.words ?? ""),
        ]
        chooser = Chooser(
            .feeds, title: list.isEmpty ? "Feeds" : list.count.counted("feed", "feeds"),
            words: list.isEmpty ? "none is followed yet" : "Enter on one: ask it, list its articles, remove it",
            items: list.isEmpty ? [first[0]] : first + rows, selection: list.isEmpty ? 0 : first.count)
    }

    /// What Enter does in the list, and in the list of what can be done with one.
    mutating func choose(_ choice: FeedChoice, of id: String?) -> [Effect] {
        let feed = feeds.list.first { $0.id == id }
        switch choice {
        case .add: return ask(.feed)
        case .refreshAll: return askFeeds(nil)
        case .feed(let id):
            if let feed = feeds.list.first(where: { $0.id == id }) { choose(for: feed) }
            return []
        case .refresh: return id.map { askFeeds([$0]) } ?? []
        case .articles:
            guard let id else { return [] }
            (pane, source) = (.list, .library)
            return setFilter(LibraryFilter(words: "file:\(id)"))
        case .failure:
            if let feed, let failure = feed.failure { report = Report(title: feed.title, sentences: [failure]) }
            return []
        case .remove: return feed.map { [.feed(.remove($0.id, title: $0.title))] } ?? []
        }
    }

    private mutating func choose(for feed: FollowedFeed) {
        var items = [
            Chooser.Item(.feed(.articles), text: "List its articles", note: feed.articles.grouped),
            Chooser.Item(.feed(.refresh), text: "Ask it now", note: feed.age.map { "asked " + FollowedFeed.ago($0) } ?? "not asked yet"),
        ]
        if feed.failure != nil { items.append(Chooser.Item(.feed(.failure), text: "Show its failure")) }
        items.append(Chooser.Item(.feed(.remove), text: "Follow it no more", note: "its articles stay"))
        let counts = "\(feed.host): \(feed.articles.counted("article", "articles")), \(feed.unread.grouped) unread"
        chooser = Chooser(.feed(feed.id), title: feed.title, words: feed.failure ?? counts, items: items)
    }

    private mutating func askFeeds(_ ids: [String]?) -> [Effect] { startFeeds(.refresh(ids), total: ids?.count) }

    /// Enter in the prompt.
    mutating func follow(_ address: String) -> [Effect] { startFeeds(.add(address), total: nil) }

    private mutating func startFeeds(_ request: FeedRequest, total: Int?) -> [Effect] {
        guard feeds.progress == nil else {
            status = Status(.hint, "feeds are being asked already; Ctrl-C ends that")
            return []
        }
        feeds.progress = FeedsProgress(total: total)
        return [.feed(request)]
    }

    private mutating func take(_ summary: FeedsSummary) -> [Effect] {
        feeds.progress = nil
        feeds.failures = summary.failures
        let key = keymap.keys(for: .problems, in: context).first ?? keymap.keys(for: .problems, in: .library).first
        let isFine = summary.failures.isEmpty && summary.offline == 0
        status = Status(isFine ? .done : .failure, summary.words(key: key?.description))
        return summary.added + summary.changed > 0 ? refreshAll() : []
    }

    private mutating func take(_ summary: FollowingSummary) -> [Effect] {
        feeds.progress = nil
        feeds.failures = summary.failures
        status = Status(summary.failures.isEmpty ? .done : .failure, summary.sentence, isUndoable: summary.isNew)
        return refreshAll()
    }
}

extension FollowedFeed {
    /// What stands at the right of its row.
    var note: String {
        switch standing {
        case .notAsked: "not asked yet"
        case .fine: "\(unread.grouped)/\(articles.grouped)" + (age.map { " · " + Self.ago($0) } ?? "")
        case .failing(let times, _): times == 1 ? "failed" : "failed \(times.grouped) times"
        case .gone: "gone for good"
        }
    }

    static func ago(_ seconds: Int64) -> String {
        switch seconds {
        case ..<60: "just now"
        case ..<3_600: "\(seconds / 60) min ago"
        case ..<172_800: "\(seconds / 3_600) h ago"
        default: "\(Int(seconds / 86_400).grouped) days ago"
        }
    }
}

extension FeedsProgress {
    /// «feeds 3/12, 34 new, 1 failed».
    var words: String {
        guard let total else { return "asking…" }
        let new = articles > 0 ? ", \(articles.grouped) new" : ""
        return "feeds \(done.grouped)/\(total.grouped)" + new + (failures > 0 ? ", \(failures.grouped) failed" : "")
    }
}

extension FeedsSummary {
    /// The one line at the end; `key` shows the failures.
    func words(key: String?) -> String {
        if offline > 0, asked == 0 || asked == offline {
            return "no network: " + (offline == 1 ? "the feed cannot" : "none of \(offline.grouped) feeds can") + " be reached; what was read before is there"
        }
        var parts = [asked.counted("feed", "feeds") + " asked"]
        parts.append(added == 0 ? "nothing new" : added.counted("new article", "new articles"))
        if changed > 0 { parts.append("\(changed.grouped) changed") }
        if isCancelled { parts.append("cancelled") }
        if !failures.isEmpty { parts.append(failures.count.counted("failure", "failures") + (key.map { " — \($0) shows " + (failures.count == 1 ? "it" : "them") } ?? "")) }
        return parts.joined(separator: ", ")
    }
}
