/// What a person may have meant who mistyped a name.
enum EditDistance {
    private static let longest = 64

    /// The one of `names` with the least distance to `word`, the first of several; nothing where that is more than 2, or
    /// more than half of the word.
    static func nearest(to word: String, among names: some Sequence<String>) -> String? {
        let bytes = Array(word.utf8)
        guard bytes.count <= longest else { return nil }
        var best: (name: String, distance: Int)?
        var limit = min(2, bytes.count / 2)
        for name in names where abs(name.utf8.count - bytes.count) <= limit {
            let distance = distance(bytes, Array(name.utf8))
            guard distance <= limit, distance < best?.distance ?? Int.max else { continue }
            best = (name, distance)
            limit = distance
        }
        return best?.name
    }

    /// How many bytes must be put in, taken out, changed or swapped with their neighbour: the restricted form of Damerau
    /// (CACM 7(3), 1964), three rows at a time.
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var before: [Int] = []
        var last = Array(0...right.count)
        for (row, byte) in left.enumerated() {
            var next = [row + 1]
            next.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                var least = min(last[column + 1] + 1, next[column] + 1, last[column] + (byte == other ? 0 : 1))
                if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
                    least = min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            before = last
            last = next
        }
        return last[right.count]
    }
}
