/// What a person meant who mistyped a name.
public enum Nearest {
    /// The longest word that is looked at, in characters.
    private static let longest = 64

    /// The name that is at most two letters away from `word`, and at most half of them, the nearest first and of equally near ones
    /// the first; nothing where none is. Case counts for nothing.
    public static func name(to word: String, among names: some Sequence<String>) -> String? {
        guard !word.isEmpty, word.utf8.count <= longest * 4 else { return nil }
        let typed = word.lowercased()
        let most = min(2, typed.count / 2)
        var best: (distance: Int, name: String)?
        for name in names where name.utf8.count <= longest * 4 {
            let distance = distance(typed, name.lowercased())
            if distance <= most, distance < best?.distance ?? .max { best = (distance, name) }
        }
        return best?.name
    }

    /// How many letters must be put in, taken out, changed or swapped with their neighbour (the restricted form of Damerau,
    /// "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964). Quadratic in the lengths.
    public static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        var rows = [Array(0...right.count)]
        for row in 1..<(left.count + 1) {
            var current = [row]
            for column in 1..<(right.count + 1) {
                let isSame = left[row - 1] == right[column - 1]
                var least = min(rows[row - 1][column] + 1, current[column - 1] + 1, rows[row - 1][column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    least = min(least, rows[row - 2][column - 2] + 1)
                }
                current.append(least)
            }
            rows.append(current)
        }
        return rows[left.count][right.count]
    }
}
