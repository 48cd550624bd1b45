/// Nearness of words as they are typed.
enum Spelling {
    /// The one of `names` with the least distance to `word`; nothing where that is more than 2, or half of the word.
    static func nearest(to word: String, among names: [String]) -> String? {
        guard word.utf8.count <= 64 else { return nil }
        let ranked = names.map { (name: $0, distance: distance(word, $0)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= 2,
            best.distance * 2 <= word.utf8.count
        else { return nil }
        return best.name
    }

    /// Levenshtein's distance over bytes, by Wagner and Fischer (J. ACM 21(1), 1974), one row at a time.
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (byte == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, min(diagonal, row[column]) + 1)
            }
        }
        return row[right.count]
    }
}
