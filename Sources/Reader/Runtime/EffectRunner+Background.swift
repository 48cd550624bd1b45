import Dispatch
import Library
import Sync
import Synchronization
import Topics

/// What goes on by itself once the first screen is there.
extension EffectRunner {
    /// Loads the vocabulary, reads the folder, and watches it and the library from then on.
    public func startBackground() {
        onLists { [vocabulary] _ in .topics(TopicBook(vocabulary.vocabulary)) }
        startPulse()
        keepCopyLater()
        guard let keeper else { return }
        // Watched first, so that nothing is missed between.
        onSync { [self] in watch(keeper) }
        startSync()
    }

    /// Keeps today's copy of what the person made, on the lane that nobody waits for, once the first screens are drawn.
    private func keepCopyLater() {
        onLessonsLater(milliseconds: copyDelay) { [weak self] in
            guard let self else { return }
            do {
                try library.keepCopy(pause: Library.copyPause)
            } catch {
                mailbox.post(.failed(Self.sentence(error)))
            }
        }
    }

    private func watch(_ keeper: FolderKeeper) {
        do {
            let stop = try keeper.watch { [weak self] in self?.startSync() }
            state.withLock { $0.stopWatching = stop }
        } catch {
            mailbox.post(.failed(Self.sentence(error)))
        }
    }

    /// Notices from time to time what another program wrote into the library.
    private func startPulse() {
        onListsLater(milliseconds: pulse) { [weak self] in
            guard let self else { return }
            beforePulse()
            onLists { [self] in try lookElsewhere($0) }
            startPulse()
        }
    }

    private func lookElsewhere(_ library: Library) throws -> Answer? {
        if vocabulary.refresh() { takeVocabulary() }
        let version = try library.dataVersion()
        let known = state.withLock { state in
            defer { state.dataVersion = version }
            return state.dataVersion
        }
        guard let known, known != version else { return nil }
        return .changedElsewhere
    }

    /// The user's own topics or labels changed: they are named otherwise, and articles tagged anew with the next reading of the
    /// folder.
    private func takeVocabulary() {
        learning.vocabularyChanged()
        mailbox.post(.topics(TopicBook(vocabulary.vocabulary)))
        if let first = vocabulary.problems.first { mailbox.post(.failed(first)) }
        if keeper != nil { startSync() }
    }

    /// Reads the folder, or once more after the reading that is under way.
    func startSync() {
        guard let keeper else {
            mailbox.post(.synced(SyncSummary()))
            return
        }
        let isFirst = state.withLock { state in
            guard !state.isEnding else { return false }
            state.isSyncWanted = state.isSyncing
            defer { state.isSyncing = true }
            return !state.isSyncing
        }
        if isFirst { onSync { [self] in sync(keeper) } }
    }

    private func sync(_ keeper: FolderKeeper) {
        do {
            mailbox.post(.synced(try keeper.synchronise { [mailbox] in mailbox.post(.syncing($0)) }))
        } catch {
            mailbox.post(.synced(SyncSummary(failures: [Self.sentence(error)])))
        }
        let isAgain = state.withLock { state in
            let isAgain = state.isSyncWanted && !state.isEnding
            state.isSyncWanted = false
            state.isSyncing = isAgain
            return isAgain
        }
        if isAgain { onSync { [self] in sync(keeper) } } else { maintain() }
    }
}

extension TopicBook {
    /// What the reader shows of a vocabulary.
    public init(_ vocabulary: Vocabulary) {
        let nodes = vocabulary.outline.compactMap { line -> TopicTree.Node? in
            guard let topic = vocabulary.topic(line.topic) else { return nil }
            return TopicTree.Node(
                id: topic.id, label: topic.label, code: topic.code, parent: topic.broader,
                children: vocabulary.children(of: topic.id))
        }
        var provisions: [TopicID: [Provision]] = [:]
        for topic in vocabulary.topics {
            provisions[topic.id] = topic.provisions.map { Provision($0, vocabulary) }
        }
        let cited = vocabulary.provisions.map { ($0.id, Provision($0.id, vocabulary)) }
        self.init(
            nodes: nodes, provisions: provisions,
            labels: Dictionary(vocabulary.topics.map { ($0.id, $0.labels) }) { first, _ in first },
            cited: Dictionary(cited) { first, _ in first },
            treaties: Dictionary(vocabulary.treaties.map { ($0.id, $0.shortName) }) { first, _ in first })
        related = Dictionary(vocabulary.topics.map { ($0.id, $0.related) }) { first, _ in first }
    }
}

extension TopicBook.Provision {
    /// Takes the treaty's name and the number apart, so that several of one treaty can stand under it.
    init(_ id: ProvisionID, _ vocabulary: Vocabulary) {
        let citation = vocabulary.citation(of: id)
        let source = vocabulary.treaty(id.treaty)?.shortName ?? id.treaty.rawValue
        let number = citation.hasPrefix(source) ? citation.dropFirst(source.count).drop { $0 == "," || $0 == " " } : citation[...]
        self.init(source: source, number: String(number), title: vocabulary.provision(id)?.title, id: id)
    }
}
