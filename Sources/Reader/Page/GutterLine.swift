/// What stands beside one line of a page.
struct GutterLine: Hashable {
    /// A sign and its role.
    struct Sign: Hashable {
        var text: String
        var role: Role
        /// For what is only possible.
        var isDim = false
        /// The topic that a code stands for.
        var topic: TopicMark?
    }

    var hasCursor = false
    var mark: Sign?
    /// A topic's code.
    var code: Sign?
    /// Beside a code: that topic's; on the lines below, what all have in common.
    var bar: Sign?
    /// Where there is no room for codes: the surest topic's.
    var onlyBar: Sign?

    /// - Parameters:
    ///   - place: which of its part's text lines it is, from 0.
    ///   - count: how many those are.
    ///   - decorations: those of the whole part.
    init(_ line: PageLine, place: Int, count: Int, decorations: [Decoration], range: Range<Int>, glyphs: Glyphs) {
        guard line.block != nil, line.kind != .blank else { return }
        hasCursor = decorations.contains { $0.kind == .passageCursor }
        mark = Self.mark(line, isFirst: place == 0, decorations, range, glyphs)
        let topics = Self.topics(decorations)
        guard let strongest = topics.first else { return }
        code = Self.code(topics, place: place, count: count)
        onlyBar = Self.bar(strongest, glyphs)
        // Where topics differ, the lines below the codes say no more than that the engine thinks so of one.
        let common = topics.allSatisfy { $0.standing == strongest.standing } ? strongest : topics.first { $0.standing != .confirmed }
        bar = Self.bar(code?.topic ?? common ?? strongest, isBelow: code?.topic == nil, glyphs)
    }

    /// Says who holds a topic, and how surely.
    private static func bar(_ topic: TopicMark, isBelow: Bool = false, _ glyphs: Glyphs) -> Sign {
        let glyph: Glyph
        switch topic.standing {
        case .possible: glyph = .possibleBar
        case .likely: glyph = .engineBar
        case .cited: glyph = isBelow ? .engineBar : .citedBar
        case .confirmed: glyph = .confirmedBar
        }
        return Sign(text: glyphs[glyph], role: topic.hue.role, isDim: topic.standing == .possible)
    }

    /// The strongest first, each code once.
    private static func topics(_ decorations: [Decoration]) -> [TopicMark] {
        var codes: Set<String> = []
        let marks = decorations.compactMap { decoration -> TopicMark? in
            if case .topic(let mark) = decoration.kind { return mark }
            return nil
        }
        return marks.sorted { $0.precedes($1) }.filter { codes.insert($0.code).inserted }
    }

    /// One topic a line; the last line says how many more there are.
    private static func code(_ topics: [TopicMark], place: Int, count: Int) -> Sign? {
        guard place < topics.count else { return nil }
        if place == count - 1, topics.count > count, count > 1 {
            return Sign(text: "+\(topics.count - place)", role: .gutter)
        }
        let topic = topics[place]
        let isPossible = topic.standing == .possible
        return Sign(text: topic.code + (isPossible ? "?" : ""), role: topic.hue.role, isDim: isPossible, topic: topic)
    }

    /// What the user made stands beside the line where it begins; where several do, how many. A highlight goes on beside its
    /// lines by the letter of its colour.
    private static func mark(
        _ line: PageLine, isFirst: Bool, _ decorations: [Decoration], _ range: Range<Int>, _ glyphs: Glyphs
    ) -> Sign? {
        let begun = decorations.filter { line.begins($0, isFirst: isFirst, of: range) }
        var signs: [Sign] = []
        for sign in begun.compactMap({ sign(of: $0.kind, glyphs) }) where !signs.contains(sign) { signs.append(sign) }
        // A single sign of a bookmark says it for a highlight that goes on below, too.
        if signs.count > 1 { return Sign(text: "\(min(9, signs.count))", role: .note) }
        if let only = signs.first { return only }
        for decoration in decorations {
            if case .highlight(let colour) = decoration.kind, line.shows(decoration.range) {
                return Sign(text: colour.letter, role: colour.role, isDim: true)
            }
        }
        return isFirst && line.isRightToLeft ? Sign(text: glyphs[.rightToLeft], role: .gutter) : nil
    }

    private static func sign(of kind: Decoration.Kind, _ glyphs: Glyphs) -> Sign? {
        switch kind {
        case .bookmark: Sign(text: glyphs[.bookmark], role: .bookmark)
        case .note: Sign(text: glyphs[.note], role: .note)
        case .highlight(let colour): Sign(text: colour.letter, role: colour.role)
        case .userTag: Sign(text: glyphs[.userTag], role: .userTag)
        case .passageCursor, .topic, .selection, .evidence, .resolvedReference, .searchHit, .currentHit: nil
        }
    }
}

extension PageLine {
    /// Whether a byte of `range` is on this line.
    fileprivate func shows(_ range: Range<Int>) -> Bool { segments.contains { $0.source?.overlaps(range) ?? false } }

    /// Whether `decoration` begins on this line, or before the part of which this is the first line.
    fileprivate func begins(_ decoration: Decoration, isFirst: Bool, of range: Range<Int>) -> Bool {
        let start = decoration.range.lowerBound
        if isFirst, start <= range.lowerBound { return true }
        return segments.contains { $0.source?.contains(start) ?? false }
    }
}
