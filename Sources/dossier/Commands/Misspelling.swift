import ArgumentParser

/// What a person meant who mistyped a command.
enum Misspelling {
    /// The command that is at most two letters away from `word`, the nearest first; nothing where none is.
    static func command(_ word: String) -> String? {
        let names = Dossier.configuration.subcommands.compactMap { $0.configuration.commandName }
        let nearest = names.map { (distance: distance(word, $0), name: $0) }.min { $0.distance < $1.distance }
        guard let nearest, nearest.distance <= min(2, word.count / 2) else { return nil }
        return nearest.name
    }

    /// How many letters must be put in, taken out, changed or swapped with their neighbour (the restricted form of Damerau,
    /// "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964).
    static func distance(_ left: String, _ right: String) -> Int {
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
