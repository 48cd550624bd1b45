/// The title of a page.
enum HTMLTitle {
    /// Whether two texts say the same, or one nearly all of the other, without regard to case and punctuation.
    static func areAlike(_ left: String, _ right: String) -> Bool {
        let first = words(left)
        let second = words(right)
        guard !first.isEmpty, !second.isEmpty else { return false }
        if first == second { return true }
        let known = Set(second)
        let common = first.count { known.contains($0) }
        return common * 4 >= first.count * 3 && common * 4 >= second.count * 3
    }

    private static func words(_ text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }
    }
}
