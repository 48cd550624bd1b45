import Library

extension EffectRunner {
    /// Does it in the order of the user's other changes.
    func annotate(_ act: MarkAct) {
        onWrites { library in
            switch act {
            case .note(let text, let target): try Self.setNote(text, target, library)
            }
        }
    }

    private static func setNote(_ text: String, _ target: MarkTarget, _ library: Library) throws -> Answer {
        if let passage = target.passage {
            try library.setNote(text, passage: passage)
        } else if let range = target.range {
            try library.setNote(text, in: target.article, range: range)
        }
        let words = text.isEmpty ? "took the note away" : target.hasNote ? "changed the note" : "wrote a note"
        return .changed(Change(words, article: try library.article(target.article)))
    }
}
