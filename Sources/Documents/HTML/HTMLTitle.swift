import Formats

/// The title of a page, out of what it calls it in several places.
enum HTMLTitle {
    /// From JSON-LD and `<meta>`, from the headings, and from `<title>`, in this order, without the name of the site
    /// where one of them has it and another says the same without.
    static func title(linked: String?, meta: String?, headings: [String], document: String?, site: String?) -> String? {
        let declared = [meta, linked].compactMap { $0 }.filter { !$0.isEmpty }
        if let first = declared.first {
            return withoutSite(first, site: site, others: headings + declared.dropFirst())
        }
        guard let document else { return headings.first }
        // A heading that the window's title begins or ends with is the title itself.
        if let heading = headings.first(where: { $0.utf8.count >= 8 && isPart($0, of: document) }) { return heading }
        return withoutTail(document, site: site)
    }

    /// Without « | Site» at the end, or «Site: » at the beginning, where that is known to be the site's name, or where
    /// another place has the rest alone.
    static func withoutSite(_ title: String, site: String?, others: [String]) -> String {
        for other in others where other.utf8.count >= 8 && other.utf8.count < title.utf8.count && isPart(other, of: title) {
            return other
        }
        guard let site, !site.isEmpty else { return title }
        for (head, tail) in cuts(title) where areAlike(tail, site) && head.utf8.count >= 8 { return head }
        return title
    }

    /// Whether `part` is the beginning or the end of `whole` before or after a mark that separates.
    private static func isPart(_ part: String, of whole: String) -> Bool {
        let fold = folded(part)
        if fold == folded(whole) { return true }
        return cuts(whole).contains { folded($0.head) == fold || folded($0.tail) == fold }
    }

    private static func folded(_ text: String) -> [Substring] { words(text) }

    private static let separators = [" | ", " - ", " – ", " — ", " :: ", " · ", " « ", " » ", " / ", " • ", " > "]

    /// The ways to cut a title in two, from its end.
    private static func cuts(_ title: String) -> [(head: String, tail: String)] {
        guard title.utf8.count < 2_000 else { return [] }
        var cuts: [(head: String, tail: String)] = []
        for separator in separators {
            for range in title.ranges(of: separator) {
                cuts.append((String(title[..<range.lowerBound]), String(title[range.upperBound...])))
            }
        }
        return cuts.sorted { $0.head.utf8.count > $1.head.utf8.count }
    }

    /// The window's title without its last part, where enough is left.
    private static func withoutTail(_ title: String, site: String?) -> String {
        if let site, case let shorter = withoutSite(title, site: site, others: []), shorter != title { return shorter }
        for cut in cuts(title) {
            let head = words(cut.head).count
            if head >= 4 || (head >= 2 && head > words(cut.tail).count) { return cut.head.trimmingBlanks }
            return title
        }
        return title
    }

    /// Whether two texts say the same, or one nearly all of the other, without regard to case and punctuation.
    static func areAlike(_ left: String, _ right: String) -> Bool {
        let first = words(left)
        let second = words(right)
        guard !first.isEmpty, !second.isEmpty else { return false }
        if first == second || first.joined() == second.joined() { return true }
        let known = Set(second)
        let common = first.count { known.contains($0) }
        return common * 4 >= first.count * 3 && common * 4 >= second.count * 3
    }

    private static func words(_ text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }
    }
}
