import Articles
import Briefings
import Library
import Search
import Synchronization
import Topics

/// What the screens of briefings ask for: read on a lane that nobody else waits for, written in the order of all changes.
extension EffectRunner {
    private var desk: BriefingDesk { BriefingDesk(library, vocabulary: vocabulary.vocabulary) }

    func run(_ request: BriefingRequest) {
        switch request {
        case .load(let address, let generation): load(address, generation)
        case .visit:
            onWrites { [self] _ in
                try desk.noteVisit(now: LibraryOptions.systemClock())
                return nil
            }
        case .compose(let source, let title): compose(source, title)
        case .edit(let id, let edit, let step): self.edit(id, edit, step)
        case .refresh(let id): refresh(id)
        case .remove(let id, let title):
            onWrites { library in
                try library.removeDocuments([id])
                return .changed(Change("removed the briefing «\(title)»"))
            }
        case .export(let id, let path, let replaces): export(id, path, replaces: replaces)
        case .setInterest(let topic, let change): weigh(topic, by: change)
        case .relate(let target, let limit): relate(target, limit)
        case .stopRelating: newest.withLock { $0.relating.take()?.cancel() }
        case .find(let identity, let offset):
            read(on: searches) { library in
                guard let id = try library.article(identity: identity) else { return .notice("its article is not in the library any more") }
                return .briefing(.found(id, offset))
            }
        }
    }

    private func load(_ address: Board.Address, _ generation: Int) {
        read(on: completions) { [self] library in
            let now = LibraryOptions.systemClock()
            guard let page = try page(address, library, now: now) else { return .notice("it is not there any more") }
            return .briefing(.page(page, address, generation: generation))
        }
    }

    private func page(_ address: Board.Address, _ library: Library, now: Int64) throws -> Board.Page? {
        switch address {
        case .home: return .home(try desk.today(now: now), try library.documents(.briefing))
        case .treaties:
            let counts = try library.provisionCounts().filter { $0.provision == nil }
            return .treaties(vocabulary.vocabulary.treaties.map { treaty in
                let count = counts.first { $0.treaty == treaty.id }
                return Board.TreatyLine(treaty: treaty, articles: count?.articles ?? 0, unread: count?.unread ?? 0)
            })
        case .outline(let id):
            guard let document = try library.document(id) else { return nil }
            return .outline(document, try briefing(document))
        case .map(let treaty, let other): return try desk.map(of: treaty, beside: other, now: now).map { .map($0) }
        case .passages(let provision):
            let title = vocabulary.vocabulary.provision(provision).map { ", " + $0.title } ?? ""
            return .passages(provision, title: vocabulary.vocabulary.citation(of: provision) + title, try library.passages(linkedTo: provision))
        case .related(let target):
            let related = try library.related(to: target.article, passage: target.passage)
            return .related(target, lines(related))
        }
    }

    /// Ends the looking for what another passage was related to.
    private func relate(_ target: LikeTarget, _ limit: Int) {
        let cancellation = SearchCancellation()
        newest.withLock { newest in
            newest.relating?.cancel()
            newest.relating = cancellation
        }
        read(on: relations) { [self] library in
            guard !cancellation.isCancelled else { return nil }
            beforeSearch()
            let related = try library.related(to: target.article, passage: target.passage, limit: limit, cancellation: cancellation)
            guard !cancellation.isCancelled else { return nil }
            return .briefing(.related(target, lines(related)))
        }
    }

    private func lines(_ related: [RelatedArticle]) -> [Board.RelatedLine] {
        related.map { Board.RelatedLine(article: $0, reason: $0.reason(vocabulary.vocabulary)) }
    }

    private func briefing(_ document: StoredDocument) throws -> Briefing {
        do {
            return try Briefing(document)
        } catch let unreadable as Briefing.Unreadable {
            throw LibraryRemark(sentence: "the briefing «\(document.title)» cannot be shown: \(unreadable.reason)")
        }
    }

    private func compose(_ source: ComposeSource, _ title: String) {
        onWrites { [self] library in
            let desk = desk
            var briefing = Briefing(title: title)
            switch source {
            case .articles(let ids): briefing.add(try desk.contents(ofArticles: ids))
            case .passages(let numbers):
                let passages = try library.passages(numbered: numbers)
                briefing.add(try desk.contents(ofPassages: numbers.compactMap { passages[$0] }))
            case .range(let id, let range): briefing.add([try desk.content(of: range, in: id)])
            case .query(let text): briefing = try desk.compose(title: title, try Question(text), text: text)
            case .today: briefing = try desk.briefing(of: try desk.today(now: LibraryOptions.systemClock()), title: title)
            }
            guard !briefing.items.isEmpty else { return .notice("nothing to make a briefing of") }
            return .briefing(.composed(try desk.keep(briefing)))
        }
    }

    private func edit(_ id: String, _ edit: Briefing.Edit, _ step: Library.DocumentStep) {
        onWrites { [self] library in
            guard let document = try library.document(id) else { throw LibraryError.unknownDocument(id) }
            var briefing = try briefing(document)
            do {
                guard try briefing.apply(edit) else { return nil }
            } catch let refusal as Briefing.Refusal {
                return .notice(refusal.sentence)
            }
            try desk.update(id, briefing, step)
            return .changed(Change(try library.nextUndo() ?? "changed the briefing"))
        }
    }

    private func refresh(_ id: String) {
        onWrites { [self] library in
            guard let document = try library.document(id) else { throw LibraryError.unknownDocument(id) }
            let (refreshed, added) = try desk.refreshed(try briefing(document))
            guard added > 0 else { return .notice(refreshed.query == nil ? "it was made of no search" : "its search finds nothing more") }
            try desk.update(id, refreshed, .refresh)
            return .changed(Change("added \(added.counted("story", "stories")) to «\(document.title)»"))
        }
    }

    private func export(_ id: String, _ path: String, replaces: Bool) {
        read(on: completions) { [self] library in
            guard let document = try library.document(id), let format = BriefingFormat(fileName: path) else { throw LibraryError.unknownDocument(id) }
            let place = paths.expanded(path)
            if !replaces, WholeFile.exists(place) { return .briefing(.fileIsThere(.export(id, path: path, replaces: true), path)) }
            let page = try desk.page(of: try briefing(document), now: LibraryOptions.systemClock())
            if let text = page.written(as: format) {
                try WholeFile.write(text.utf8, to: place, replacing: replaces)
            } else {
                guard let converter = Converter(for: format, environment: vocabulary.environment) else { throw NoConverter(format) }
                try WholeFile.write(try converter.convert(page, to: format), to: place, replacing: replaces)
            }
            return .notice("«\(document.title)» written to \(path)")
        }
    }

    private func weigh(_ topic: TopicID, by change: Int) {
        onWrites { [self] library in
            let old = try library.interests()[topic] ?? 0
            let new = min(max(old + change, TopicInterest.range.lowerBound), TopicInterest.range.upperBound)
            try library.setInterest(new == 0 ? nil : new, in: topic)
            let name = vocabulary.vocabulary.topic(topic)?.label ?? topic.rawValue
            return .changed(Change("interest in \(name): \(new)", isUndoable: new != old))
        }
    }
}

/// A sentence on why something cannot be shown.
struct LibraryRemark: Error, CustomStringConvertible {
    var sentence: String
    var description: String { sentence }
}

extension Briefing.Refusal {
    var sentence: String {
        switch self {
        case .unknownItem: "the item is not there any more"
        case .tooLong: "it is longer than \(Briefing.longestText) bytes"
        case .tooMany: "a briefing holds at most \(Briefing.mostItems) items"
        case .empty: "it is empty"
        }
    }
}
