import Briefings
import Library

@testable import Reader

/// Boards as they were put down, and edits of one that is kept, as the runner and the store answer.
extension FakeLibrary {
    func answers(to request: BriefingRequest) -> [Answer] {
        switch request {
        case .load(.related(let target), let generation):
            return [.briefing(.page(.related(target, related), .related(target), generation: generation))]
        case .relate(let target, let limit): return [.briefing(.related(target, Array(related.prefix(limit))))]
        case .load(let address, let generation):
            return [boards[address].map { .briefing(.page($0, address, generation: generation)) } ?? .notice("it is not there any more")]
        case .edit(let id, let edit, _):
            guard case .outline(let document, var briefing)? = boards[.outline(id)], (try? briefing.apply(edit)) == true else { return [] }
            boards[.outline(id)] = .outline(document, briefing)
            return [.changed(Change("changed the briefing"))]
        case .export(_, let path, let replaces):
            if paths.contains(where: { $0.text == path }), !replaces { return [.briefing(.fileIsThere(request.replacing, path))] }
            return [.notice("written to \(path)")]
        case .compose(_, let title):
            guard case .outline(let document, _)? = boards[.outline("briefing-1")], document.title == title else { return [] }
            return [.briefing(.composed(document))]
        case .visit, .refresh, .remove, .setInterest, .find, .stopRelating: return []
        }
    }
}

extension BriefingRequest {
    fileprivate var replacing: BriefingRequest {
        guard case .export(let id, let path, _) = self else { return self }
        return .export(id, path: path, replaces: true)
    }
}
