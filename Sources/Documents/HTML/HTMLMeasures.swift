import CGumbo

/// What there is to count of each node of a page: text, links, commas, paragraphs. One pass forward and one back.
struct HTMLMeasures {
    /// What is in the node and below. Lengths are weights: a byte of ASCII counts one, a wider character two.
    struct Count {
        var text: Int32 = 0
        var linked: Int32 = 0
        var commas: Int32 = 0
        /// Text outside of links, in blocks long enough to be sentences.
        var prose: Int32 = 0
        var paragraphs: Int32 = 0
        var items: Int32 = 0
        var controls: Int32 = 0
        var pictures: Int32 = 0
        /// Headings that lead to other pages.
        var linkedHeadings: Int32 = 0
    }

    /// Below each node.
    private(set) var counts: [Count]
    /// In the lines of each block itself, without the blocks in it.
    private(set) var own: [Count]
    private(set) var hints: [HTMLHints]
    /// Whether the node is shown at all.
    private(set) var isShown: [Bool]
    /// The block that each node stands in; itself for a block.
    private(set) var blocks: [Int32]

    /// Weight from which a block's text counts as prose.
    private static let shortestProse: Int32 = 60

    init(_ tree: HTMLTree) {
        let count = tree.nodes.count
        counts = Array(repeating: Count(), count: count)
        own = Array(repeating: Count(), count: count)
        hints = Array(repeating: [], count: count)
        isShown = Array(repeating: false, count: count)
        blocks = Array(repeating: 0, count: count)
        goForward(tree)
        goBack(tree)
    }

    private mutating func goForward(_ tree: HTMLTree) {
        var index = 0
        var linkEnd = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            let parent = max(0, Int(node.parent))
            if node.isText {
                count(text: tree.text(of: index), at: index, in: Int(blocks[parent]), isLinked: index < linkEnd)
                isShown[index] = true
                index += 1
                continue
            }
            let role = node.tag.role
            if role.contains(.leftOut) {
                if node.tag == .input || HTMLMeasures.isControl(node.tag) { counts[index].controls = 1 }
                index = Int(node.end)
                continue
            }
            hints[index] = HTMLMeasures.hints(of: index, node, tree)
            if HTMLHiding.isHidden(index, in: tree) {
                index = Int(node.end)
                continue
            }
            isShown[index] = true
            blocks[index] = role.contains(.block) ? Int32(index) : blocks[parent]
            if node.tag == .a, linkEnd <= index, tree.attribute("href", of: index) != nil { linkEnd = Int(node.end) }
            if node.tag == .p { counts[index].paragraphs = 1 }
            if node.tag == .li { counts[index].items = 1 }
            if node.tag == .img { counts[index].pictures = 1 }
            index += 1
        }
    }

    private static func isControl(_ tag: HTMLTag) -> Bool {
        tag == HTMLTag(GUMBO_TAG_BUTTON) || tag == HTMLTag(GUMBO_TAG_SELECT) || tag == HTMLTag(GUMBO_TAG_TEXTAREA)
    }

    private mutating func count(
        text bytes: UnsafeBufferPointer<UInt8>, at index: Int, in block: Int, isLinked: Bool
    ) {
        var weight: Int32 = 0
        var commas: Int32 = 0
        var wasSpace = true
        for byte in bytes {
            if byte <= 0x20 {
                if !wasSpace { weight += 1 }
                wasSpace = true
                continue
            }
            wasSpace = false
            if byte < 0x80 {
                weight += 1
                if byte == UInt8(ascii: ",") { commas += 1 }
            } else if byte >= 0xC0 {
                weight += 2
                // The full-width comma begins with EF, the ideographic one and full stop with E3 80.
                if byte == 0xEF { commas += 1 }
            }
        }
        if wasSpace, weight > 0 { weight -= 1 }
        guard weight > 0 else { return }
        counts[index].text = weight
        counts[index].commas = commas
        own[block].text += weight
        own[block].commas += commas
        if isLinked {
            counts[index].linked = weight
            own[block].linked += weight
        }
    }

    private mutating func goBack(_ tree: HTMLTree) {
        for index in stride(from: tree.nodes.count - 1, to: 0, by: -1) {
            let lines = own[index]
            let plain = lines.text - lines.linked
            if plain >= Self.shortestProse, lines.linked < plain { counts[index].prose += plain }
            if tree.nodes[index].tag.headingLevel != nil, counts[index].linked * 5 > counts[index].text * 4 {
                counts[index].linkedHeadings = 1
            }
            let parent = Int(tree.nodes[index].parent)
            guard parent >= 0 else { continue }
            let count = counts[index]
            counts[parent].text += count.text
            counts[parent].linked += count.linked
            counts[parent].commas += count.commas
            counts[parent].prose += count.prose
            counts[parent].paragraphs += count.paragraphs
            counts[parent].items += count.items
            counts[parent].controls += count.controls
            counts[parent].pictures += count.pictures
            counts[parent].linkedHeadings += count.linkedHeadings
        }
    }

    /// The share of the text below that is in links.
    func linkDensity(_ index: Int) -> Double {
        let count = counts[index]
        return count.text > 0 ? Double(count.linked) / Double(count.text) : 0
    }

    // MARK: Hints

    private static func hints(of index: Int, _ node: HTMLTree.Node, _ tree: HTMLTree) -> HTMLHints {
        var hints: HTMLHints = []
        for (name, value) in tree.attributes(of: index) {
            switch name {
            case .classOrID: hints.formUnion(HTMLHintWords.hints(in: value))
            case .role: hints.formUnion(Self.hints(ofRole: value))
            case .itemprop: hints.formUnion(Self.hints(ofProperty: value))
            case .ariaHidden: if value.elementsEqual("true".utf8) { hints.insert(.unseen) }
            }
        }
        return hints
    }

    private static let roles: Set<String> = [
        "navigation", "complementary", "contentinfo", "search", "menu", "menubar", "menuitem", "dialog", "alert",
        "alertdialog", "toolbar", "tablist", "banner", "tooltip", "status",
    ]

    private static func hints(ofRole value: UnsafeBufferPointer<UInt8>) -> HTMLHints {
        guard value.count <= 16 else { return [] }
        return roles.contains(String(decoding: value, as: UTF8.self)) ? .role : []
    }

    private static func hints(ofProperty value: UnsafeBufferPointer<UInt8>) -> HTMLHints {
        guard value.count <= 40 else { return [] }
        let text = String(decoding: value, as: UTF8.self)
        if text.contains("articleBody") { return .body }
        if text.contains("author") { return .byline }
        if text.contains("datePublished") || text.contains("dateModified") { return .date }
        if text.contains("headline") { return .title }
        return []
    }
}
