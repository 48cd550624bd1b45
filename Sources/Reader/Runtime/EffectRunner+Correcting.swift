import Articles
import Library

/// Title, date and byline corrected by hand.
extension EffectRunner {
    func correct(_ id: ArticleID, _ correction: ArticleCorrection?) {
        onWrites { library in
            guard let correction else {
                guard try !library.corrections(of: id).isEmpty else { return .changed(Change("nothing was corrected here", isUndoable: false)) }
                try library.clearCorrections(of: id)
                return .changed(Change("it says what its file says again", article: try library.article(id)))
            }
            let isSame = try library.corrections(of: id).contains(correction)
            guard !isSame else { return .changed(Change("it says so already", isUndoable: false)) }
            try library.correct(id, [correction])
            return .changed(Change("corrected the \(correction.field.noun)", article: try library.article(id)))
        }
    }
}
