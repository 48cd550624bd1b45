/// A folded form, and in how many letters another may differ from it.
public struct FuzzyForm: Hashable, Sendable {
    public let form: String
    /// 1 or 2.
    public let distance: Int

    /// A word of one or two letters must agree, one of three or four may differ in one letter: otherwise anything would do.
    /// Nothing where no difference is allowed, or the word is longer than any the automaton can hold.
    public init?(_ form: String, distance: Int) {
        let length = form.unicodeScalars.count
        let allowed = min(distance, length < 3 ? 0 : length < 5 ? 1 : 2)
        guard allowed > 0, length <= FuzzyMatcher.longest else { return nil }
        self.form = form
        self.distance = allowed
    }
}

/// Walks words letter by letter and knows whether they are still near enough to a form: the automaton of all words within a
/// distance of it.
///
/// Letters are Unicode scalars; one added, left out, changed, or swapped with its neighbour counts as one step. The
/// automaton of K. U. Schulz and S. Mihov (IJDAR 5, 2002) is not built but followed: its states are kept as bit
/// vectors, one for each number of steps (S. Wu and U. Manber, CACM 35(10), 1992; with swaps as in H. Hyyrö, Nordic J. of
/// Computing 10, 2003). Bit `i` of vector `d` says that `i` letters of the form can be had from the letters read so far
/// with `d` steps.
struct FuzzyMatcher {
    /// The most letters of a form.
    static let longest = 62

    /// Where the automaton stands after some letters.
    struct State: Hashable {
        var within0: UInt64
        var within1: UInt64
        var within2: UInt64
        /// The same before the last letter, and that letter: what swaps need.
        var before0: UInt64 = 0
        var before1: UInt64 = 0
        var lastMask: UInt64 = 0

        /// Whether no further letters can lead to a match.
        var isDead: Bool { within0 | within1 | within2 == 0 }
    }

    let distance: Int
    private let letters: [(scalar: UInt32, mask: UInt64)]
    private let ascii: [UInt64]
    private let accepting: UInt64
    private let all: UInt64

    init(_ fuzzy: FuzzyForm) {
        distance = fuzzy.distance
        var masks: [(scalar: UInt32, mask: UInt64)] = []
        var ascii = [UInt64](repeating: 0, count: 128)
        var place = 0
        for scalar in fuzzy.form.unicodeScalars {
            let bit: UInt64 = 2 << UInt64(place)
            if scalar.value < 128 {
                ascii[Int(scalar.value)] |= bit
            } else if let index = masks.firstIndex(where: { $0.scalar == scalar.value }) {
                masks[index].mask |= bit
            } else {
                masks.append((scalar.value, bit))
            }
            place += 1
        }
        letters = masks
        self.ascii = ascii
        accepting = 1 << UInt64(place)
        all = (2 << UInt64(place)) &- 1
    }

    /// Before the first letter: letters of the form may be left out.
    var start: State {
        State(within0: 1, within1: 0b11 & all, within2: distance > 1 ? 0b111 & all : 0)
    }

    /// After one more letter.
    @inline(__always)
    func next(_ state: State, _ scalar: UInt32) -> State {
        let mask = scalar < 128 ? ascii[Int(scalar)] : letters.first { $0.scalar == scalar }?.mask ?? 0
        let zero = (state.within0 << 1) & mask
        // Added, changed, left out, swapped.
        let swapped0 = ((state.before0 << 2) & (mask << 1) & state.lastMask)
        let one = ((state.within1 << 1) & mask | state.within0 | state.within0 << 1 | zero << 1 | swapped0) & all
        var two: UInt64 = 0
        if distance > 1 {
            let swapped1 = ((state.before1 << 2) & (mask << 1) & state.lastMask)
            two = ((state.within2 << 1) & mask | state.within1 | state.within1 << 1 | one << 1 | swapped1) & all
        }
        return State(
            within0: zero, within1: one, within2: two, before0: state.within0, before1: state.within1, lastMask: mask)
    }

    /// The least number of steps for the letters read so far; nothing where it is more than ``distance``.
    func steps(_ state: State) -> Int? {
        if state.within0 & accepting != 0 { return 0 }
        if state.within1 & accepting != 0 { return 1 }
        return state.within2 & accepting != 0 ? 2 : nil
    }

    /// Whether `word` is within the distance.
    func matches(_ word: String) -> Bool {
        var state = start
        for scalar in word.unicodeScalars {
            state = next(state, scalar.value)
            if state.isDead { return false }
        }
        return steps(state) != nil
    }
}
