import Library
import Search

extension ReaderState {
    /// `f`: asks what the library's list is to be filtered by. Results are narrowed by what is added to the query.
    mutating func beginFilter() -> [Effect] {
        if source == .notes { return beginNotesFilter() }
        guard source == .library else {
            let effects = beginSearch()
            search.line = QueryLine(search.field.isEmpty ? "" : search.field.text.trimmed + " ")
            return effects
        }
        filterBox = FilterBox(library.filter.words ?? "")
        return askForNames()
    }

    /// Enter in the filter's line. What cannot be read as a query changes nothing, and says where it is wrong.
    mutating func acceptFilter() -> [Effect] {
        guard var box = filterBox else { return [] }
        if source == .notes { return acceptNotesFilter(box) }
        let text = box.line.field.text
        do throws(QueryError) {
            let question = try Question(text)
            filterBox = nil
            if let order = question.order { library.order = order == .relevance ? .newest : order }
            var filter = library.filter
            filter.words = question.query == .all ? nil : text.trimmed
            return filter == library.filter ? refreshLibrary(isAskedFor: true) : setFilter(filter)
        } catch {
            box.line.closeList()
            box.problem = error
            filterBox = box
            status = Status(.failure, "filter not applied: \(error.why), at character \(error.character(in: text)); \(error.remedy)")
            return []
        }
    }
}

extension QueryError {
    /// Which character of the query is wrong, from 1.
    func character(in text: String) -> Int { text.bytes(0..<range.lowerBound).count + 1 }
}
