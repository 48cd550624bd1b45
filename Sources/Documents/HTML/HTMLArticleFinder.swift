import CGumbo

/// Finds the part of a page that is its article.
///
/// Method: what calls itself furniture (navigation, share bars, comments) is set aside unless most of the page's prose
/// is in it. Each paragraph then gives its ancestors a score that grows with its length and commas and shrinks with
/// the distance; the ancestor with the highest score, weighed by its tag, its names and the share of links in it, is
/// the article, as in Arc90's Readability (2009). Neighbours of the same kind, or with long paragraphs, join it. A page
/// that names its article (`itemprop="articleBody"`, one `<article>`) is believed where its prose bears it out.
struct HTMLArticleFinder {
    /// How boldly furniture is set aside. When too little is left, the next is tried.
    enum Boldness: Int, CaseIterable { case full, careful, none }

    /// What was found.
    struct Found {
        /// The element that holds the article.
        let root: Int
        /// Whether a node, with all that is in it, is no part of it.
        var isOut: [Bool]
        /// The weight of what is left.
        let weight: Int32
    }

    let tree: HTMLTree
    let measures: HTMLMeasures
    let boldness: Boldness
    /// Whether the page calls itself an article. One that does not may be a list of many.
    let isArticle: Bool
    private var isOut: [Bool]
    private var scores: [Float]

    /// The best that any boldness finds.
    static func find(_ tree: HTMLTree, _ measures: HTMLMeasures, isArticle: Bool) -> Found? {
        var best: Found?
        for boldness in Boldness.allCases {
            var finder = HTMLArticleFinder(tree, measures, boldness, isArticle: isArticle)
            guard let found = finder.find() else { continue }
            if found.weight >= 500 { return found }
            if found.weight > (best?.weight ?? 0) * 2 { best = found }
        }
        return best
    }

    private init(_ tree: HTMLTree, _ measures: HTMLMeasures, _ boldness: Boldness, isArticle: Bool) {
        self.isArticle = isArticle
        self.tree = tree
        self.measures = measures
        self.boldness = boldness
        isOut = measures.isShown.map { !$0 }
        scores = Array(repeating: 0, count: tree.nodes.count)
    }

    private mutating func find() -> Found? {
        setAside()
        score()
        guard var top = best() else { return nil }
        top = climbed(from: top)
        let root = isArticle ? joinNeighbours(of: top) : list(around: top) ?? joinNeighbours(of: top)
        var weight: Int32 = 0
        var index = root
        while index < Int(tree.nodes[root].end) {
            if isOut[index] {
                index = Int(tree.nodes[index].end)
                continue
            }
            if tree.nodes[index].isText { weight += measures.counts[index].text - measures.counts[index].linked }
            index += 1
        }
        return Found(root: root, isOut: isOut, weight: weight)
    }

    // MARK: Furniture

    private mutating func setAside() {
        let total = measures.counts[0].prose
        var index = 1
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if isOut[index] || (!node.isText && isFurniture(index, node, total)) {
                isOut[index] = true
                index = Int(node.end)
            } else {
                index += 1
            }
        }
    }

    private func isFurniture(_ index: Int, _ node: HTMLTree.Node, _ total: Int32) -> Bool {
        if node.tag == .body || node.tag == .html || node.tag == .main { return false }
        guard boldness != .none, node.tag.isBlock || node.tag == .span || node.tag == .unknown || node.tag == .a else {
            return false
        }
        let hints = measures.hints[index]
        let rest = total - measures.counts[index].prose
        if node.tag == .nav || hints.contains(.role) { return rest >= 200 || measures.counts[index].prose == 0 }
        if hints.contains(.unseen) { return rest >= total / 2 }
        if hints.contains(.body) { return false }
        if hints.contains(.comments) { return rest >= 300 && boldness == .full }
        guard boldness == .full else { return false }
        if holdsPost(index) { return false }
        if node.tag == .article, isInArticle(index) { return rest >= 300 }
        let isNamed = hints.contains(.furniture) || (hints.contains(.gallery) && measures.counts[index].pictures > 2)
        guard isNamed || node.tag == .aside || node.tag == .footer else { return false }
        if hints.contains(.article), measures.counts[index].prose * 4 > total { return false }
        return rest >= max(300, total / 10)
    }

    private func isInArticle(_ index: Int) -> Bool {
        var parent = tree.parent(of: index)
        while let place = parent {
            if tree.nodes[place].tag == .article { return true }
            parent = tree.parent(of: place)
        }
        return false
    }

    /// Whether the element is there for a post that the article quotes.
    private func holdsPost(_ index: Int) -> Bool {
        guard measures.counts[index].text < 1_500, let quotation = tree.inside(index).first(where: { tree.nodes[$0].tag == .blockquote })
        else { return false }
        return measures.counts[quotation].text * 3 > measures.counts[index].text * 2
    }

    // MARK: Scores

    private mutating func score() {
        for index in tree.nodes.indices where !isOut[index] && measures.own[index].text >= 25 {
            // What is in something set aside is itself never reached by the walk below.
            guard !tree.nodes[index].isText, !isInside(index) else { continue }
            spread(measures.own[index], from: index)
        }
    }

    /// Whether an element around `index` is set aside.
    private func isInside(_ index: Int) -> Bool {
        var parent = tree.nodes[index].parent
        while parent >= 0 {
            if isOut[Int(parent)] { return true }
            parent = tree.nodes[Int(parent)].parent
        }
        return false
    }

    private mutating func spread(_ lines: HTMLMeasures.Count, from index: Int) {
        let plain = lines.text - lines.linked
        guard plain >= 25, lines.linked <= plain else { return }
        let tag = tree.nodes[index].tag
        guard tag.headingLevel == nil, tag != .figcaption, tag != .caption else { return }
        var points = 1 + Float(lines.commas) + min(Float(plain) / 100, 3)
        if tag == .li || tag == .dd { points *= 0.4 }
        // Lines of its own in an element that also has blocks: it is the container itself.
        let isContainer = tag != .p && tag != .li && (plain >= 600 || measures.counts[index].text > lines.text * 2)
        var target = isContainer ? index : Int(tree.nodes[index].parent)
        var distance = 0
        while target >= 0, distance < 6 {
            if tree.nodes[target].tag.isBlock || tree.nodes[target].tag == .unknown {
                if scores[target] == 0 { scores[target] = prior(target) }
                scores[target] += distance == 0 ? points : distance == 1 ? points / 2 : points / Float(distance * 3)
                distance += 1
            }
            target = Int(tree.nodes[target].parent)
        }
    }

    private func prior(_ index: Int) -> Float {
        let hints = measures.hints[index]
        var score: Float = 0.01
        switch tree.nodes[index].tag {
        case .article: score += 10
        case .main, .div: score += 5
        case .section, .td, .pre, .blockquote: score += 3
        case .ol, .ul, .dl, .dd, .li, .form, .address: score -= 3
        case .th: score -= 5
        default: break
        }
        if hints.contains(.body) { score += 50 }
        if hints.contains(.article) { score += 25 }
        if !hints.isDisjoint(with: [.furniture, .comments]) { score -= 25 }
        return score
    }

    private func final(_ index: Int) -> Float { scores[index] * Float(1 - measures.linkDensity(index)) }

    private func best() -> Int? {
        if let named = named() { return named }
        var best: Int?
        for index in tree.nodes.indices where scores[index] > 0 && !isOut[index] {
            if best.map({ final(index) > final($0) }) ?? true { best = index }
        }
        return best ?? tree.nodes.indices.first { tree.nodes[$0].tag == .body }
    }

    /// The element that the page itself calls the body of its article, where it holds a good part of the prose.
    private func named() -> Int? {
        let total = measures.counts[0].prose
        let marked = tree.nodes.indices.filter { measures.hints[$0].contains(.body) && !isOut[$0] && !isInside($0) }
        if let largest = marked.max(by: { measures.counts[$0].prose < measures.counts[$1].prose }),
            measures.counts[largest].prose * 4 > total
        {
            return largest
        }
        return nil
    }

    // MARK: How far it goes

    /// An ancestor, where the article is spread over several elements of it.
    private func climbed(from start: Int) -> Int {
        guard !measures.hints[start].contains(.body) else { return start }
        var top = start
        let rivals = tree.nodes.indices.filter { !isOut[$0] && $0 != start && final($0) >= final(start) * 0.75 }
        if rivals.count >= 2 {
            var ancestor = Int(tree.nodes[start].parent)
            while ancestor >= 0, tree.nodes[ancestor].tag != .body {
                let range = ancestor..<Int(tree.nodes[ancestor].end)
                if rivals.count(where: { range.contains($0) && $0 != ancestor }) >= 2 {
                    top = ancestor
                    break
                }
                ancestor = Int(tree.nodes[ancestor].parent)
            }
        }
        var last = final(top)
        let least = last / 3
        var parent = Int(tree.nodes[top].parent)
        while parent >= 0, tree.nodes[parent].tag != .body {
            let score = scores[parent]
            if score > 0 {
                if score < least { break }
                if score > last {
                    top = parent
                    break
                }
                last = score
            }
            parent = Int(tree.nodes[parent].parent)
        }
        // An only child says no more than its parent.
        while case let parent = Int(tree.nodes[top].parent), parent >= 0, tree.nodes[parent].tag != .body,
            tree.nodes[parent].tag != .html, measures.counts[parent].text == measures.counts[top].text
        {
            top = parent
        }
        return top
    }

    /// The `<main>` of a page that is a list of articles: what was found is a small part of its text.
    private func list(around top: Int) -> Int? {
        guard let main = tree.nodes.indices.first(where: { tree.nodes[$0].tag == .main }),
            main < top, top < Int(tree.nodes[main].end), measures.counts[top].text * 5 < measures.counts[main].text * 2,
            tree.inside(main).count(where: { tree.nodes[$0].tag == .article }) >= 5
        else { return nil }
        return main
    }

    /// Puts the neighbours of `top` aside that do not belong to it; the element that holds what does.
    private mutating func joinNeighbours(of top: Int) -> Int {
        let parent = Int(tree.nodes[top].parent)
        guard parent >= 0, tree.nodes[top].tag != .body, tree.nodes[top].tag != .html else { return top }
        let threshold = max(10, final(top) * 0.2)
        var joined = 0
        var index = parent + 1
        var others: [Int] = []
        while index < Int(tree.nodes[parent].end) {
            let node = tree.nodes[index]
            if index != top, !isOut[index] {
                if belongs(index, node, top: top, threshold: threshold) { joined += 1 } else { others.append(index) }
            }
            index = Int(node.end)
        }
        guard joined > 0 else { return top }
        for other in others { isOut[other] = true }
        return parent
    }

    private func belongs(_ index: Int, _ node: HTMLTree.Node, top: Int, threshold: Float) -> Bool {
        guard !node.isText else { return false }
        let count = measures.counts[index]
        if node.tag == .p {
            let density = measures.linkDensity(index)
            return (count.text > 80 && density < 0.25) || (count.text > 0 && count.linked == 0 && endsSentence(index))
        }
        var bonus: Float = 0
        if let name = tree.attribute("class", of: top), !name.isEmpty,
            let own = tree.attribute("class", of: index), own.elementsEqual(name)
        {
            bonus = final(top) * 0.2
        }
        return scores[index] > 0 && final(index) + bonus >= threshold
    }

    private func endsSentence(_ index: Int) -> Bool {
        let text = tree.line(of: index, limit: 400)
        return text.hasSuffix(".") || text.hasSuffix("。") || text.contains(". ")
    }
}
