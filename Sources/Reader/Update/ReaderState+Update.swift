extension ReaderState {
    /// Takes one message and says what is to be done outside. Everything that can happen to the reader comes through here.
    public mutating func update(_ message: Message, at moment: Moment) -> [Effect] {
        now = max(now, moment)
        var effects = handle(message)
        effects += settle()
        return effects
    }

    private mutating func handle(_ message: Message) -> [Effect] {
        switch message {
        case .key(let key): return press(key)
        case .mouse(let mouse): return point(mouse)
        case .paste(let text): return paste(text)
        case .resize(let columns, let rows):
            self.columns = max(0, columns)
            self.rows = max(0, rows)
            return []
        case .tick: return []
        case .answer(let answer): return take(answer)
        }
    }

    /// What the runtime asks for at the start, besides the first rows.
    public mutating func begin(at moment: Moment) -> [Effect] {
        now = moment
        var effects = refreshLibrary(isAskedFor: true)
        if let draft = savedSession.draft {
            prompt = draft.prompt
            status = Status(.hint, "the note that you were writing is here again")
        }
        source = savedSession.source
        if source == .search {
            stopTyping()
            effects += startSearch()
        }
        return effects + settle()
    }
}
