import Formats

/// The title of a page, out of what it calls it in several places.
enum HTMLTitle {
    /// A heading that `<meta>`, JSON-LD or the window's title confirm, else what those say, without the name of the
    /// site where that is known or another place has the rest alone.
    static func title(linked: String?, meta: String?, headings: [String], document: String?, site: String?) -> String? {
        let declared = [meta, linked].compactMap { $0 }.filter { !$0.isEmpty }
        let own = headings.filter { heading in site.map { !areAlike(heading, $0) } ?? true }
        let whole = declared + [document].compactMap { $0 }
        for text in whole {
            if let heading = own.first(where: { isHead($0, of: text) }) { return heading }
        }
        let usual = declared.filter { text in site.map { !areAlike(text, $0) } ?? true }
        if let first = usual.first { return withoutSite(first, site: site, others: usual) }
        guard let document else { return declared.first ?? headings.first }
        return withoutTail(document, site: site)
    }

    /// Whether `whole` is `part`, or `part` with the name of a site or a section behind or before it.
    private static func isHead(_ part: String, of whole: String) -> Bool {
        let fold = words(part)
        guard !fold.isEmpty else { return false }
        if fold == words(whole) { return true }
        return cuts(whole).contains { cut in
            (words(cut.head) == fold && !cut.isColon) || (fold.count >= 4 && words(cut.tail) == fold)
        }
    }

    /// Without « | Site» at the end, or «Site: » at the beginning, where that is known to be the site's name, or where
    /// another place has the rest alone.
    static func withoutSite(_ title: String, site: String?, others: [String]) -> String {
        for other in others where other.utf8.count >= 8 && other.utf8.count < title.utf8.count && isHead(other, of: title) {
            return other
        }
        guard let site, !site.isEmpty else { return title }
        for cut in cuts(title) where areAlike(cut.tail, site) && cut.head.utf8.count >= 8 { return cut.head.trimmingBlanks }
        return title
    }

    private static let separators = [" | ", " - ", " – ", " — ", " :: ", " · ", " « ", " » ", " / ", " • ", " > ", " : ", ": "]

    /// The ways to cut a title in two, from its end.
    private static func cuts(_ title: String) -> [(head: String, tail: String, isColon: Bool)] {
        guard title.utf8.count < 2_000 else { return [] }
        var cuts: [(head: String, tail: String, isColon: Bool)] = []
        for separator in separators {
            for range in title.ranges(of: separator) {
                cuts.append((
                    String(title[..<range.lowerBound]), String(title[range.upperBound...]), separator.contains(":")))
            }
        }
        return cuts.sorted { $0.head.utf8.count > $1.head.utf8.count }
    }

    /// The window's title without its last part, where enough is left.
    private static func withoutTail(_ title: String, site: String?) -> String {
        if let site, case let shorter = withoutSite(title, site: site, others: []), shorter != title { return shorter }
        for cut in cuts(title) where !cut.isColon {
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
