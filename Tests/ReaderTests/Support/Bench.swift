import Library
import Terminal
import Testing

@testable import Reader

/// A reader on a fake library, driven by keys.
final class Bench {
    var state: ReaderState
    let library: FakeLibrary
    private(set) var clock: Int64 = 0
    private(set) var hasQuit = false

    init(
        _ articles: [StoredArticle] = Fixture.articles(30), columns: Int = 80, rows: Int = 24, theme: Theme = Bench.plain,
        glyphs: Glyphs = .unicode, session: Session = Session()
    ) {
        library = FakeLibrary(articles)
        state = ReaderState(columns: columns, rows: rows, folder: "~/articles", theme: theme, glyphs: glyphs, session: session)
        send(.answer(.firstRows(library.firstRows(rows))))
        send(.answer(.topics(Fixture.book)))
        answer(state.begin(at: Moment(milliseconds: clock)))
    }

    /// Weight, slant, underline and reverse only: what is told is told without colours.
    static let plain = Theme(nil, depth: .none)

    /// Gives a message, and leaves what it asks for to ``answer(_:)``.
    func sendAlone(_ message: Message) -> [Effect] {
        clock += 10
        return state.update(message, at: Moment(milliseconds: clock))
    }

    /// Gives a message and all answers to what it asks for. The effects of the message itself.
    @discardableResult
    func send(_ message: Message) -> [Effect] {
        clock += 10
        let effects = state.update(message, at: Moment(milliseconds: clock))
        answer(effects)
        return effects
    }

    func answer(_ effects: [Effect]) {
        var queue = effects
        var count = 0
        while !queue.isEmpty, count < 1_000 {
            let effect = queue.removeFirst()
            if effect == .quit { hasQuit = true }
            count += 1
            for answer in library.answers(to: effect) {
                queue += state.update(.answer(answer), at: Moment(milliseconds: clock))
            }
        }
    }

    /// Keys by their names, parted by blanks; `'words` types the words, `_` standing for a blank.
    @discardableResult
    func press(_ keys: String, sourceLocation: SourceLocation = #_sourceLocation) -> [Effect] {
        var effects: [Effect] = []
        for word in keys.split(separator: " ") {
            if word.hasPrefix("'") {
                for character in word.dropFirst() { effects += send(.key(.character(character == "_" ? " " : character))) }
            } else if let key = Key(name: String(word)) {
                effects += send(.key(key))
            } else {
                Issue.record("no key is called \(word)", sourceLocation: sourceLocation)
            }
        }
        return effects
    }

    func resize(_ columns: Int, _ rows: Int) { send(.resize(columns: columns, rows: rows)) }

    /// Lets so many milliseconds pass, with the ticks that are asked for.
    @discardableResult
    func wait(_ milliseconds: Int64) -> [Effect] {
        clock += milliseconds
        guard let due = state.nextTick, due.milliseconds <= clock else { return [] }
        return send(.tick)
    }

    var canvas: Canvas {
        var canvas = Canvas(columns: state.columns, rows: state.rows)
        view(state, &canvas)
        return canvas
    }

    var text: String { canvas.text }

    func click(_ column: Int, _ row: Int) {
        send(.mouse(Mouse(column: column, row: row, kind: .press(.left))))
    }
}
