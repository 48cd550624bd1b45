extension ReaderState {
    /// Asks for a program of the person's own. The place is kept first: whatever happens meanwhile, it is there afterwards.
    mutating func outside(_ job: OutsideJob) -> [Effect] { saves() + [.outside(job)] }

    mutating func take(_ answer: OutsideAnswer) -> [Effect] {
        switch answer {
        case .done(let words): if !words.isEmpty { status = Status(.done, words) }
        case .edited(let text, let purpose): return takeEdited(text, purpose)
        case .unchanged:
            giveBackNote()
            status = Status(.hint, "nothing was changed; an editor that returns at once needs an option that makes it wait")
        case .fileEdited: break
        case .failed(let sentence):
            giveBackNote()
            status = Status(.failure, sentence)
        }
        return []
    }

    private mutating func takeEdited(_ text: String, _ purpose: EditPurpose) -> [Effect] {
        switch purpose {
        case .note: return takeEditedNote(text)
        }
    }
}
