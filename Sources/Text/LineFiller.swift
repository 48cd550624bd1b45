/// Fills lines greedily, one cluster after the other.
///
/// It keeps the clusters of the line in work. When one does not fit, the line ends at the last place of the best level in
/// it, and what stood behind that place begins the next line. A place inside a URL or a word is thus used only
/// where the URL or word begins its line and still does not fit.
struct LineFiller {
    /// A cluster in work.
    struct Atom {
        enum Kind {
            case visible, blank, softHyphen
        }

        /// The offset at which it ends.
        var end: Int
        /// Its columns.
        var width: Int
        var kind: Kind
        /// How good a place to break is at its end.
        var level: BreakLevel
    }

    private(set) var lines: [WrappedLine] = []
    private let measure: Wrapping.Measure
    private var atoms: [Atom] = []
    /// The columns of all `atoms`.
    private var columns = 0
    /// Where the line in work begins.
    private var start = 0
    private var isFirst = true
    /// The index and level of the best place so far, the last of its level.
    private var best: (index: Int, level: BreakLevel)?

    init(measure: Wrapping.Measure) {
        self.measure = measure
    }

    private var limit: Int { isFirst ? measure.first : measure.others }

    @inline(__always)
    mutating func add(_ atom: Atom) {
        if atom.kind == .blank {
            if atoms.isEmpty, !isFirst { return start = atom.end }
        } else if columns + atom.width + (atom.kind == .softHyphen ? 1 : 0) > limit {
            makeRoom(for: atom)
        }
        append(atom)
    }

    @inline(__always)
    private mutating func append(_ atom: Atom) {
        if best.map({ atom.level >= $0.level }) ?? true { best = (atoms.count, atom.level) }
        atoms.append(atom)
        columns += atom.width
    }

    /// Ends lines until `atom` fits or stands alone.
    private mutating func makeRoom(for atom: Atom) {
        while let best, columns + atom.width + (atom.kind == .softHyphen ? 1 : 0) > limit {
            breakLine(after: best.index)
        }
    }

    private mutating func breakLine(after index: Int) {
        emit(upTo: index, endsParagraph: false)
        let rest = Array(atoms[(index + 1)...])
        restart(at: atoms[index].end)
        isFirst = false
        for atom in rest {
            if atom.kind == .blank, atoms.isEmpty { start = atom.end } else { append(atom) }
        }
    }

    /// Appends the line of the atoms up to `index` without the blanks at their end.
    private mutating func emit(upTo index: Int, endsParagraph: Bool) {
        var last = index
        var width = 0
        while last >= 0, atoms[last].kind == .blank { last -= 1 }
        // What is all blank is no line where the paragraph goes on: an indent too wide to stand.
        if last < 0, !endsParagraph { return }
        if last >= 0 { for atom in atoms[...last] { width += atom.width } }
        let isHyphenated = !endsParagraph && last == index && last >= 0 && atoms[last].kind == .softHyphen
        lines.append(
            WrappedLine(
                range: start..<(last < 0 ? start : atoms[last].end), width: width + (isHyphenated ? 1 : 0),
                endsInSoftHyphen: isHyphenated, endsParagraph: endsParagraph))
    }

    private mutating func restart(at offset: Int) {
        atoms.removeAll(keepingCapacity: true)
        columns = 0
        start = offset
        best = nil
    }

    /// Ends the paragraph at the line break that stands at `range`.
    mutating func endParagraph(atBreakOf range: Range<Int>) {
        emit(upTo: atoms.count - 1, endsParagraph: true)
        restart(at: range.upperBound)
        isFirst = true
    }

    /// Ends the last paragraph, if there is anything in it or nothing before it.
    mutating func finish() {
        if !atoms.isEmpty || !isFirst || lines.isEmpty { emit(upTo: atoms.count - 1, endsParagraph: true) }
    }
}
