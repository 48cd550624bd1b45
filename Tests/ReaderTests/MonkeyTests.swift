import Library
import Terminal
import TestSupport
import Testing

@testable import Reader

/// Random keys, mouse events, pastes, resizes and moments, with answers that come late, in any order, or fail: nothing stops the
/// reader, every screen can be drawn, and in an optimised build nothing takes longer than a tenth of a second.
@Suite struct MonkeyTests {
    private static let steps = 2_000

    @Test(arguments: 0..<Soak.pick(sample: 1, full: 50)) func stateUpdateAndView(_ seed: Int) {
        var monkey = Monkey(seed: UInt64(seed) &+ 2_026)
        var slowest = Duration.zero
        for step in 0..<Self.steps {
            let place = "seed \(seed), step \(step)"
            let start = ContinuousClock.now
            monkey.act()
            let canvas = monkey.bench.canvas
            slowest = max(slowest, ContinuousClock.now - start)
            #expect(canvas.columns == monkey.bench.state.columns && canvas.rows == monkey.bench.state.rows, "\(place)")
            PropertyTests.check(monkey.bench, place, isSettled: monkey.isSettled)
            if monkey.bench.hasQuit { monkey.beginAnew() }
        }
        if Soak.isOn { #expect(slowest < .milliseconds(100), "seed \(seed): \(slowest)") }
    }
}

/// Presses whatever comes.
struct Monkey {
    private(set) var bench: Bench
    private var random: SplitMix64
    /// What was asked for and is not answered yet.
    private var waiting: [Effect] = []

    var isSettled: Bool { waiting.isEmpty }

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        bench = Self.bench(&random)
    }

    mutating func beginAnew() {
        waiting = []
        bench = Self.bench(&random)
    }

    private static func bench(_ random: inout SplitMix64) -> Bench {
        let articles = [Fixture.articles(40), Fixture.hard, [], Fixture.articles(1), Fixture.articles(7)]
        return Bench(articles.randomElement(using: &random) ?? [], session: Session())
    }

    private static let keys: [Key] = {
        let ofCommands = Command.allCases.flatMap { $0.entry.keys.flatMap(\.keys) }
        let others = ["é", "界", "Del", "C-w", "C-k", "C-u", "A-x", "F5", "S-Up", "\"", ":", "(", "*", "9"].compactMap(Key.init(name:))
        return Set(ofCommands + others).sorted { $0.name < $1.name }
    }()

    private static let pastes = [
        "extradition", "topic:extradition -ransom", "a\nb\tc", "\u{1B}[31m\u{202E}", "👨‍👩‍👧‍👦", String(repeating: "e\u{301}", count: 300), "(((\"", "",
    ]

    mutating func act() {
        switch Int.random(in: 0..<40, using: &random) {
        case 0: send(.resize(columns: Int.random(in: 0...210, using: &random), rows: Int.random(in: 0...62, using: &random)))
        case 1...3: send(.mouse(mouse()))
        case 4: send(.paste(Self.pastes.randomElement(using: &random) ?? ""))
        case 5: waiting += bench.wait(Int64.random(in: 0...900, using: &random))
        case 6:
            bench.library.add(Fixture.article(100 + Int.random(in: 0...9, using: &random)))
            send(.answer(.changedElsewhere))
        case 7: send(.answer(.failed("the disk: it is full; make room")))
        case 8...15: answerSome()
        case 16: answerAll()
        default: if let key = Self.keys.randomElement(using: &random) { send(.key(key)) }
        }
        if waiting.count > 60 { answerAll() }
    }

    private mutating func send(_ message: Message) { waiting += bench.sendAlone(message) }

    /// What changes the library is done in its order, what only reads at any time, as on lanes of their own.
    private mutating func answerSome() {
        guard !waiting.isEmpty else { return }
        let index = Int.random(in: 0..<min(4, waiting.count), using: &random)
        let effect = waiting.remove(at: effectOfChange(before: index) ?? index)
        if Int.random(in: 0..<30, using: &random) == 0, !effect.isJudgement { return send(.answer(.failed("it could not be done"))) }
        bench.answer([effect])
    }

    private func effectOfChange(before index: Int) -> Int? {
        waiting[..<index].firstIndex { $0.changesLibrary }
    }

    private mutating func answerAll() {
        bench.answer(waiting)
        waiting = []
    }

    private mutating func mouse() -> Mouse {
        let kinds: [Mouse.Kind] = [.wheelUp, .wheelDown, .press(.left), .press(.middle), .press(.right), .drag(.left), .release(.left)]
        return Mouse(
            column: Int.random(in: -1...210, using: &random), row: Int.random(in: -1...62, using: &random),
            kind: kinds.randomElement(using: &random) ?? .wheelUp)
    }
}

extension Effect {
    /// Whether more is counted on its answer than that it may come.
    fileprivate var isJudgement: Bool {
        if case .judge = self { true } else { false }
    }

    fileprivate var changesLibrary: Bool {
        switch self {
        case .setRead, .toggleBookmark, .toggleTag, .trash, .removeNote, .judge, .exclude, .undo, .redo: true
        case _: false
        }
    }
}
